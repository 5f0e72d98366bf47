"""Which pairs are worth comparing: those that share a key. Keys are chosen so that the number of pairs grows with the reports.

A key held by many is cut up by sorted neighbourhood (Hernández and Stolfo, 1995). Keys are kept as numbers in arrays: a story of
a hundred thousand reports has tens of millions of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

# In a block larger than this a record meets only its nearest neighbours, in the order in which the records come.
_WHOLE = 24
_NEAR = 8


def iter_pairs(keys: Iterable[Iterable[object]], *, least: int = 1, common: int | None = None) -> Iterator[tuple[int, int]]:
    """The places, in ``keys``, of every two records that share ``least`` keys, once each and in rising order.

    ``common`` is the number of holders above which a key proposes nothing; without it a large block is cut up.
    """
    hashes, places = array("Q"), array("I")
    for place, held in enumerate(keys):
        for key in held:
            hashes.append(key if isinstance(key, int) else _number(key))
            places.append(place)
    count = (max(places) + 1) if places else 0
    found = _pairs_in(np.frombuffer(hashes, dtype=np.uint64), np.frombuffer(places, dtype=np.uint32), count, common)
    del hashes, places
    for code in _shared_by(found, least):
        yield divmod(int(code), count)


def _shared_by(codes: NDArray[np.int64], least: int) -> NDArray[np.int64]:
    """The codes that are there ``least`` times, once each and in rising order; ``codes`` is sorted where it lies."""
    codes.sort()
    if least > 1:
        # A code is there so many times where the one that many places on is the same.
        codes = codes[: max(0, len(codes) - least + 1)][codes[: max(0, len(codes) - least + 1)] == codes[least - 1 :]]
    return codes[np.concatenate(([True], codes[1:] != codes[:-1]))] if len(codes) else codes


def _number(key: object) -> int:
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big")


def _pairs_in(hashes: NDArray[np.uint64], places: NDArray[np.uint32], count: int, common: int | None) -> NDArray[np.int64]:
    """Each pair as one number: the place of its first record times ``count``, plus the place of its second."""
    order = np.lexsort((places, hashes))
    hashes, places = hashes[order], places[order]
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True]))) if len(hashes) else np.zeros(1, dtype=np.int64)
    found = array("q")
    for start, end in pairwise(edges.tolist()):
        size = end - start
        if size < 2 or (common is not None and size > common):
            continue
        _add_block(found, sorted(set(places[start:end].tolist())), count, size if common is not None or size <= _WHOLE else _NEAR)
    return np.frombuffer(found, dtype=np.int64)


def _add_block(found: array[int], block: Sequence[int], count: int, reach: int) -> None:
    for at, left in enumerate(block):
        found.extend([left * count + right for right in block[at + 1 : at + 1 + reach]])
