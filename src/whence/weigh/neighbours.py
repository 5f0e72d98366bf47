"""Which reports are on one matter: those that share the people and places of the story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from whence.model.holdings import Holdings, member_of

# Who stands in more reports than this ties none of them together.
_COMMON = 200
_SHARED = 2


class Neighbours:
    """Answers which reports share at least two entities with one; a report is its own neighbour."""

    def __init__(self, holdings: Holdings, entity_of: Mapping[str, str]) -> None:
        self._holds: dict[str, set[str]] = {}
        self._held: dict[str, set[str]] = defaultdict(set)
        for report, reading in holdings.readings.items():
            self._holds[report] = {entity_of[member_of(report, one.id)] for one in reading.entities}
            for entity in self._holds[report]:
                self._held[entity].add(report)

    def of(self, report: str) -> list[str]:
        """The neighbours of a report, by id."""
        shared: Counter[str] = Counter()
        for entity in self._holds[report]:
            if len(self._held[entity]) <= _COMMON:
                shared.update(self._held[entity])
        return sorted({report, *(other for other, count in shared.items() if count >= _SHARED)})
