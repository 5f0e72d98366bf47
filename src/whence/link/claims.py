"""Claims: what several attributions assert, or one asserts and another denies, whoever says it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache

from whence.lexicon.kin import content_stems, families
from whence.link.candidates import iter_pairs
from whence.link.clusters import cluster, pair_of
from whence.link.contexts import Contexts, Vector, compare_vectors
from whence.link.ids import name_record
from whence.link.rebuttals import find_rebuttals
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.spans import Span
from whence.model.stories import Because, Claim, Occurrence

# Above this two contents say the same in nearly the same words, below it they only speak of the same.
_ALIKE = 0.62
_LEAST_STEMS = 3
_SHOWN = 140
_HELD = 20_000
# Two of the pairs of telling words must be shared, which is three words; an occurrence stands for as many.
_KEYS_SHARED = 2
_ONE_OCCURRENCE = 0.2
# Words before a happening that only tells when something else was: "after the attack", "on the eve of the vote".
_ASIDE = re.compile(
    r"\b(?:after|before|during|since|until|following|amid|(?:aftermath|anniversary|day|days|eve|morning|night|scene|time|wake|week) of)\s+"
    r"(?:the|an?|his|her|its|their|that|this)\s+(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
_BEFORE = 60


def link_claims(holdings: Holdings, occurrences: Sequence[Occurrence], contexts: Contexts) -> tuple[Claim, ...]:
    """Every claim of the story. Attributions of one occurrence are of one claim, and so are contents in nearly the same words, and
    what is said with what is said against it.
    """
    rebuttals = find_rebuttals(holdings)
    denials: dict[str, str] = defaultdict(str)
    for one in rebuttals:
        denials[one.denied] += " " + _content(holdings, one.denial)
    about = _occurrence_of(holdings, occurrences, denials)
    # Who calls a denial a lie says that it was so.
    answered = {one.denial: one.denied for one in rebuttals if _is_denial(holdings, one.denied)}
    restoring = frozenset(answered)
    rebutting = frozenset((*(one.denial for one in rebuttals), *answered.values())) - restoring
    vector = lru_cache(maxsize=_HELD)(lambda member: contexts.weigh_words(_content(holdings, member)))

    def compare(left: str, right: str) -> float:
        alike = compare_vectors(vector(left), vector(right))
        if left in about and about[left] == about.get(right):
            return _ONE_OCCURRENCE + alike
        return alike - _ALIKE if min(len(vector(left)), len(vector(right))) >= _LEAST_STEMS else -1.0

    asserting = (member for member in holdings.attributions if _asserts(holdings, member))
    members = sorted(asserting, key=lambda one: (contexts.whereabouts(report_of(one)), one))
    pairs = iter_pairs((_keys(member, about, vector(member)) for member in members), least=_KEYS_SHARED)
    named = (pair_of(members[left], members[right]) for left, right in pairs)
    scored = ((pair, compare(*pair)) for pair in named)
    forced = [pair_of(*one) for one in rebuttals]
    groups = cluster(members, scored, compare=compare, apart=lambda left, right: False, forced=forced)
    found = (_claim(group, about, rebutting, restoring, holdings) for group in groups if len(group) > 1)
    return tuple(claim for claim in found if len(claim.attributions) > 1 or claim.denied_by)


def _denies(holdings: Holdings, member: str, about: Mapping[str, str]) -> bool:
    """Whether an attribution denies: because its event is told as not so or, where it tells no event, by its act."""
    attribution = holdings.attributions[member]
    if member in about:
        told = [event for event in holdings.reading(member).events if event.attribution == attribution.id]
        return all(event.negated for event in told)
    return _is_denial(holdings, member)


def _is_denial(holdings: Holdings, member: str) -> bool:
    attribution = holdings.attributions[member]
    return attribution.act == "deny" and attribution.polarity == "positive"


def _asserts(holdings: Holdings, member: str) -> bool:
    return holdings.attributions[member].act not in ("decline", "ask")


def _content(holdings: Holdings, member: str) -> str:
    return " ".join(" ".join(holdings.words(member, span) for span in holdings.attributions[member].content).split())


def _occurrence_of(holdings: Holdings, occurrences: Sequence[Occurrence], denials: Mapping[str, str]) -> Mapping[str, str]:
    """The occurrence that an attribution tells, where all its own events are of one; of one that is denied, what it tells in a word of
    the denial (``denials`` holds their words), else what it tells first: of an accusation, what it is of.
    """
    told: dict[str, list[tuple[bool, bool, Span, str]]] = defaultdict(list)
    for occurrence in occurrences:
        for member in occurrence.events:
            event = holdings.events[member]
            if event.attribution is not None and not _stands_aside(holdings, member):
                said = member_of(report_of(member), event.attribution)
                again = bool(families(denials.get(said, "")) & families(holdings.words(member, event.trigger)))
                told[said].append((not again, event.type == "accuse", event.trigger, occurrence.id))
    return {member: min(found)[-1] for member, found in told.items() if member in denials or len({one[-1] for one in found}) == 1}


def _stands_aside(holdings: Holdings, member: str) -> bool:
    text, start = holdings.reading(member).text, holdings.events[member].trigger.start
    return bool(_ASIDE.search(text, max(0, start - _BEFORE), start))


def _keys(member: str, about: Mapping[str, str], vector: Vector) -> list[Hashable]:
    telling = sorted(vector, key=lambda word: (-vector[word], word))[:5]
    keys: list[Hashable] = [(word, other) for at, word in enumerate(sorted(telling)) for other in sorted(telling)[at + 1 :]]
    return [*keys, *((about[member], time) for time in range(_KEYS_SHARED))] if member in about else keys


def _claim(
    group: tuple[str, ...], about: Mapping[str, str], rebutting: frozenset[str], restoring: frozenset[str], holdings: Holdings
) -> Claim:
    denying = tuple(member for member in group if member not in restoring and (member in rebutting or _denies(holdings, member, about)))
    asserting = tuple(member for member in group if member not in denying)
    if not asserting:  # all say no: then that is what is claimed
        asserting, denying = denying, ()
    occurrence = next((about[member] for member in (*asserting, *denying) if member in about), None)
    told = [member for member in asserting if member not in restoring] or denying
    says = min((_content(holdings, member) for member in told), key=lambda words: (abs(len(content_stems(words)) - 8), words))
    spans = tuple(holdings.passage(member, span) for member in group for span in holdings.attributions[member].content)
    rule = "they tell one occurrence" if occurrence else "they say the same in nearly the same words"
    return Claim(name_record("C", group[0]), _shown(says), asserting, denying, occurrence, Because(rule, spans))


def _shown(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
