"""Sentences of later reports that tell, of the very day foretold, what comes instead of what was foretold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.lexicon.kin import find_words, stem
from whence.lexicon.opposites import find_opposites, holds_phrase
from whence.model.holdings import Holdings
from whence.model.stories import Passage
from whence.weigh.foretold import Foretold, counts_another
from whence.weigh.wordings import COMMON, count_shared, iter_wordings, mentioned_in

# What is only possible, wanted or denied is told of no day.
_UNTOLD = re.compile(
    r"\b(?:not|never|nobody|will|would|(?-i:may)|might|could|should|if|unless|den(?:y|ies|ied)|threat\w*|want\w*)\b|n[’']t\b|\?", re.I
)
_TERM = re.compile(r"\b(?:before|until|till|by|within)\b", re.I)
_PRECISE = 3


def find_opposed(foretold: Foretold, near: Sequence[str], holdings: Holdings, entity_of: Mapping[str, str]) -> tuple[Passage, ...]:
    """The first such sentence of each of the reports ``near``, if it shares another word of the forecast, or a name
    where that has none.
    """
    due = foretold.due
    if due is None or due.days > _PRECISE or foretold.negative or _TERM.search(foretold.said):
        return ()
    opposites = find_opposites(foretold.said)
    rest = frozenset(word for word in foretold.words - COMMON if not find_opposites(word))
    known = mentioned_in(foretold.report, foretold.forecast.span, holdings, entity_of)
    found: dict[str, Passage] = {}
    for wording in iter_wordings(foretold, near, holdings) if opposites else ():
        stems = tuple(map(stem, find_words(wording.said)))
        instead = any(holds_phrase(stems, phrase) for phrase in opposites) and wording.names_day(due) and not _UNTOLD.search(wording.said)
        if instead and not counts_another(foretold.said, wording.said):
            tied = known & mentioned_in(wording.report, wording.span, holdings, entity_of)
            if count_shared(rest, wording.said) if rest else tied:
                found.setdefault(wording.report, Passage(wording.report, *wording.span))
    return tuple(found.values())
