"""Which pairs are worth comparing: those that share a key. Keys are chosen so that the number of pairs grows with the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

# In a block larger than this a record meets only its nearest neighbours, in the order given by ``rank``.
_WHOLE = 40
_NEAR = 12


def iter_pairs(keys: Mapping[str, Iterable[Hashable]], rank: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every two names that share a key, once, in rising order (sorted neighbourhood, Hernández and Stolfo, 1995)."""
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(keys):
        for key in keys[name]:
            blocks[key].append(name)
    seen: set[tuple[str, str]] = set()
    for names in blocks.values():
        ordered = names if len(names) <= _WHOLE else sorted(names, key=lambda name: (rank[name], name))
        reach = _WHOLE if len(names) <= _WHOLE else _NEAR
        for at, left in enumerate(ordered):
            for right in ordered[at + 1 : at + 1 + reach]:
                pair = (left, right) if left < right else (right, left)
                if pair not in seen:
                    seen.add(pair)
                    yield pair
