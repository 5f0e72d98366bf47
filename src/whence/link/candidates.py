"""Which pairs are worth comparing: those that share a key. Keys are chosen so that the number of pairs grows with the reports.

A key held by many is cut up by sorted neighbourhood (Hernández and Stolfo, 1995). Keys are kept as numbers in arrays: a story of
a hundred thousand reports has tens of millions of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

# In a block larger than this a record meets only its nearest neighbours, in the order in which the records come.
_WHOLE = 24
_NEAR = 8


def iter_pairs(keys: Iterable[Iterable[object]], *, least: int = 1, common: int | None = None) -> Iterator[tuple[int, int]]:
    """The places, in ``keys``, of every two records that share ``least`` keys, once each and in rising order.

    ``common`` is the number of holders above which a key proposes nothing; without it a large block is cut up.
    """
    hashes, places, count = _gather(keys)
    found = _pairs_in(hashes, places, count, common)
    del hashes, places
    for code in _shared_by(found, least):
        yield divmod(int(code), count)


def _gather(keys: Iterable[Iterable[object]]) -> tuple[NDArray[np.uint64], NDArray[np.uint32], int]:
    """Every key as a number with the place of its record, by key and then place; and how many records there are. Nothing is held twice
    for longer than it takes to sort.
    """
    hashes, places, count = array("Q"), array("I"), 0
    for place, held in enumerate(keys):
        for key in held:
            hashes.append(key if isinstance(key, int) else _number(key))
            places.append(place)
        count = place + 1
    order = np.argsort(np.frombuffer(hashes, dtype=np.uint64), kind="stable")
    by_key = np.frombuffer(hashes, dtype=np.uint64)[order]
    del hashes
    return by_key, np.frombuffer(places, dtype=np.uint32)[order], count


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
    """Each pair as one number: the place of its first record times ``count``, plus the place of its second; ``hashes`` are sorted."""
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True]))) if len(hashes) else np.zeros(1, dtype=np.int64)
    sizes = np.diff(edges)
    shared = np.flatnonzero((sizes > 1) & (sizes <= (common or len(hashes))))  # most keys are one record's
    found = array("q")
    for block in shared:
        held, size = places[edges[block] : edges[block + 1]], int(sizes[block])
        _add_block(found, sorted(set(held.tolist())), count, size if common is not None or size <= _WHOLE else _NEAR)
    return np.frombuffer(found, dtype=np.int64)


def _add_block(found: array[int], block: Sequence[int], count: int, reach: int) -> None:
    for at, left in enumerate(block):
        found.extend([left * count + right for right in block[at + 1 : at + 1 + reach]])
