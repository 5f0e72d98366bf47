"""Which saying answers which within a report: who denies a charge, a report or an account that stands just before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whence.lexicon.kin import content_stems, families
from whence.lexicon.triggers import load_triggers
from whence.model.holdings import Holdings, member_of
from whence.model.readings import Attribution, Event, Reading

# What somebody says was so, and another can call untrue: demands and plans are not among them.
_SAID = (
    r"(?:accounts?|accusations?|allegations?|articles?|assertions?|charges?|claims?|figures?|findings?|insinuations?|narratives?|remarks?|reports?"
    r"|rumou?rs?|statements?|stor(?:y|ies)|suggestions?|tolls?|versions?|words)"
)
_WHOSE = r"(?:the|this|that|these|those|any|all|such|both|his|her|its|their|[\w’'-]+[’']s?)"
_REFERS = re.compile(rf"(?:{_WHOSE} (?:[\w’'-]+ ){{0,2}}?)?{_SAID}\b(?!(?: [\w’'-]+){{0,5}} that\b)", re.I)
_OWNED = re.compile(rf"(?:(?:the|an?) )?([\w -]{{2,40}})[’']s? (?:[\w-]+ ){{0,2}}?{_SAID}\b", re.I)
_BY_WORD = "absurd|false|laughable|ludicrous|nonsense|preposterous|ridiculous|rubbish|untrue"
_BY_NOUN = "distortion|fabrication|fairy tale|falsehood|fantasy|fiction|forgery|hoax|invention|libel|lie|slander|smear"
_POINTS = re.compile(
    rf"(?:it|this|that|them|these|those)(?=$|[.,;”\"]| [“‘\"']?an?\b| as\b| [“‘\"']?(?:{_BY_WORD})\b)"
    rf"|(?:it|this|that)(?: is| was|[’']s) (?:[\w-]+ly )?(?:not (?:so|true|the case)|(?:{_BY_WORD})|an? (?:[\w-]+ )?(?:{_BY_NOUN}))\b"
    r"|(?:there (?:is|are|was|were|has been|had been) )?no such\b"
    r"|(?:not )?any such\b",
    re.I,
)
# A report is what its paper tells first, and all that follows from it.
_STORY = re.compile(r"(?:the|this|that) (?:[\w’'-]+ )?(account|article|report|story)\b", re.I)
_NO_SUCH = re.compile(r"(?:there (?:is|are|was|were|has been|had been) )?(?:no|(?:not )?any) such ([\w’'-]+)", re.I)
# "He never saw it": the pronoun stands for what has just been said.
_NOT_IT = re.compile(
    r"(?:I|we|he|she|it|they) (?:(?:did|does|do|has|have|had)(?: not|n[’']t)|never)(?: [\w’'-]+){1,2} (?:it|them|this|that)[.,;”\"]*$", re.I
)
_CALLED = re.compile(r"\s+(it|this|that|them|these|those)\s+(?:as\s+)?[“‘\"']?", re.I)
_UNTRUE = re.compile(
    r"\b(?:an?|as|it|this|that|is|are|was|were|be|entirely|completely|totally|simply|utterly|wholly|plainly|“|\")\s*"
    r"(?:[\w-]+ ){0,2}?(?:absurd|baseless|fabricat(?:ed|ions?)|fakes?|false|falsehoods?|fictions?|forger(?:y|ies)|forged|groundless"
    r"|hoax(?:es)?"
    r"|inaccurate|incorrect|invented|inventions?|laughable|lies?|libel|ludicrous|misleading|nonsense"
    r"|preposterous|propaganda|ridiculous|rubbish"
    r"|slanders?|smears?|unfounded|untrue|wrong)\b",
    re.I,
)
_STATES = frozenset({"say", "accuse", "believe", "confirm", "warn", "announce", "claim_responsibility"})
_CHARGES = re.compile(r"\b(?:charge|accusation|allegation|insinuation)s?\b", re.I)
_CLAIM = re.compile(r"claims? of responsibility\b", re.I)
_PAPER = re.compile(r"(?:the|an?) ((?:[A-Z][\w’'-]*\s)+)(?:account|article|claim|report|story)\b")
# "…, an allegation he denies": what has just been said, as its own denier calls it.
_APPOSED = re.compile(rf"an? (?:[\w-]+ )?{_SAID}\b", re.I)
# An answer that leaves out what it answers: "she was not", "there was none".
_BARE = re.compile(
    r"(?:I|we|he|she|it|they|there) (?:has|had|have|is|are|was|were|did|does|do|would|could)(?: not|n[’']t| none| never)+[.”\"]*$", re.I
)
# An answer to a denial that leaves out what it answers: "she was", "they had".
_BARE_YES = re.compile(r"(?:I|we|he|she|it|they|there) (?:has|had|have|is|are|was|were|did|does|do)(?: indeed| too)?[.”\"]*$", re.I)
# "The Guard denied it": of what the sentence before has told.
_BARE_WORD = re.compile(r"(?:it|this|that|them|these|those)[.,;”\"]*$", re.I)
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])")
_ANY = re.compile(r"\bany (such )?([\w’'-]+)", re.I)
_PART = frozenset("hand involvement knowledge part responsibility role wrongdoing".split())
_LEGAL = frozenset({"charg", "indict", "prosecut", "arraign"})
_REACH, _AT_ONCE, _NEXT, _BESIDE, _APPOSITION = 900, 250, 160, 100, 8


class Rebuttal(NamedTuple):
    """``denial`` is said against ``denied``: members of one report."""

    denial: str
    denied: str


def find_rebuttals(holdings: Holdings) -> tuple[Rebuttal, ...]:
    """Every denial that points at what another has said before it, and what the same side says next."""
    return tuple(found for reading in holdings.readings.values() for found in _iter_rebuttals(reading))


def _iter_rebuttals(reading: Reading) -> Iterator[Rebuttal]:
    ordered = sorted(reading.attributions, key=lambda one: (one.content[0].start, -one.content[-1].end, one.id))
    answered: tuple[Attribution, Attribution] | None = None  # the saying before, where it is a denial, and what it denies
    for at, one in enumerate(ordered):
        goes_on = answered is not None and _goes_on(one, *answered)
        denied = answered[1] if answered is not None and goes_on else _denied_by(one, ordered[:at], ordered[at + 1 : at + 2], reading)
        answered = (one, denied) if denied is not None else None
        if denied is not None:
            yield Rebuttal(member_of(reading.report.id, one.id), member_of(reading.report.id, denied.id))


def _denied_by(one: Attribution, before: list[Attribution], after: list[Attribution], reading: Reading) -> Attribution | None:
    """The nearest saying of somebody else that a denial points at or repeats: of a charge, what accuses or stands right before; what
    the same side denies next, in words of its own, tells which of several is meant.
    """
    words = _words(one, reading)
    last = next((other for other in reversed(before) if _gap(other, one) >= 0), None)
    if last is not None and _restores(one, last, words, reading):
        return last
    stated = [other for other in reversed(before) if one.polarity == "positive" and _may_be_meant(other, one)]
    near = [other for other in stated if _gap(other, one) <= _REACH]
    if _BARE_WORD.match(words) or _NOT_IT.match(words):
        near = [other for other in near if len(_SENTENCE.findall(reading.text, other.content[-1].end, one.content[0].start)) <= 1]
    if _CLAIM.search(words):
        return next((other for other in near if other.act == "claim_responsibility"), None)
    if not _refers(one, words):
        if near and _answers(one, near[0], words, reading):
            return near[0]
        return next((other for other in near if one.act == "deny" and _shares(one, other, reading)), None)
    if owned := _OWNED.match(words) or _PAPER.match(words):
        near = [other for other in stated if _goes_by(other, frozenset(content_stems(owned[1])), reading)]
    elif told := _STORY.match(words):
        near = [other for other in near if _goes_by_word(other, told[1], reading)] or near
    if _CHARGES.search(words):
        near = [] if _stands_charged(one, reading) else near
        near = [other for other in near if other.act == "accuse"] or [other for other in near if _gap(other, one) <= _AT_ONCE]
    if named := _NO_SUCH.match(words):
        near = [other for other in near if families(named[1]) & families(_words(other, reading))] or near
    spelt = [other for other in near for more in after if _goes_on(more, one, other) and _shares(more, other, reading)]
    if spelt:
        return spelt[0]
    telling = {event.attribution for event in reading.events} if _REFERS.match(words) else set()
    found = next((other for other in near if other.id in telling), near[0] if near else None)
    if found is None or found.source_entity is None or not _STORY.match(words):
        return found
    return [other for other in stated if other is found or (other.source_entity == found.source_entity and other.id in telling)][-1]


def _restores(one: Attribution, last: Attribution, words: str, reading: Reading) -> bool:
    """Whether it answers the denial right before it: who calls that a lie, or says no more than that it was so."""
    if last.act != "deny" or _gap(last, one) > _BESIDE:
        return False
    other = one.source_entity is None or one.source_entity != last.source_entity
    return bool(_is_called(one, reading) and _UNTRUE.search(words)) or (one.act != "deny" and other and bool(_BARE_YES.match(words)))


def _answers(one: Attribution, other: Attribution, words: str, reading: Reading) -> bool:
    """Whether a denial beside a saying is of it without saying so: it is bare, or of any such deed, or calls what was just said a claim."""
    gap = _gap(other, one)
    if one.act not in ("deny", "say") or gap > _BESIDE:
        return False
    told = [event for event in reading.events if event.attribution == other.id and event.polarity == "positive"]
    for event in _denied_in(one, reading):
        if any(_is_kind(event.trigger.of(reading.text), each, reading) or _is_his(one, event, each) for each in told):
            return True
    if one.act == "say":
        return False
    if _BARE.match(words) or (gap <= _APPOSITION and _APPOSED.match(words)):
        return True
    named = _ANY.search(words)
    if named is None:
        return False
    if named[2].casefold() in _PART:
        return other.act == "accuse" or any(event.actors for event in told)
    return bool(named[1]) or any(_is_kind(named[2], event, reading) for event in told)


def _denied_in(one: Attribution, reading: Reading) -> list[Event]:
    return [event for event in reading.events if event.attribution == one.id and event.negated]


def _is_his(one: Attribution, denied: Event, told: Event) -> bool:
    """Whether what somebody denies is a deed of the kind that another has just told of him."""
    return denied.type == told.type and one.source_entity in (*told.actors, *told.recipients)


def _is_kind(called: str, event: Event, reading: Reading) -> bool:
    """Whether what a denial calls a deed can be this event: by its word, or by the kind of deed that the word is."""
    if families(called) & families(event.trigger.of(reading.text)):
        return True
    nouns = (form for form in load_triggers().get(called.casefold(), ()) if form.pos == "noun" and len(form.words) == 1)
    return any(row.type == event.type for form in nouns for row in form.rows)


def _stands_charged(one: Attribution, reading: Reading) -> bool:
    """Whether a court or a prosecutor has charged whoever denies, as told before: that charge is nobody's saying."""
    told = (event for event in reading.events if event.trigger.end <= one.content[0].start and event.polarity == "positive")
    return any(one.source_entity in event.recipients and _LEGAL & set(content_stems(event.trigger.of(reading.text))) for event in told)


def _refers(one: Attribution, words: str) -> bool:
    """Whether a denial is of words said before: "denied the report", "called it a lie", "no such letter had come"."""
    points = bool(_REFERS.match(words) or _POINTS.match(words) or _NOT_IT.match(words))
    return points and (one.act == "deny" or (one.act in ("accuse", "say") and bool(_UNTRUE.search(words))))


def _shares(one: Attribution, other: Attribution, reading: Reading) -> bool:
    """Whether a denial is in the words of the other: half of its own, and no fewer than two."""
    mine, yours = (frozenset(content_stems(_words(each, reading))) for each in (one, other))
    return len(mine & yours) >= max(2, 0.5 * len(mine))


def _may_be_meant(other: Attribution, one: Attribution) -> bool:
    """Whether it stands before a denial, states something, and is somebody else's; what holds the denial is not answered by it."""
    apart = other.source_entity is None or other.source_entity not in (one.source_entity, *one.co_sources)
    return apart and other.act in _STATES and other.polarity == "positive" and _gap(other, one) >= 0 and other.id != one.parent


def _goes_by(one: Attribution, called: frozenset[str], reading: Reading) -> bool:
    """Whether its speaker is called so anywhere in the report."""
    who = next((entity for entity in reading.entities if entity.id == one.source_entity), None)
    names = [] if who is None else [who.name, *(role.role for role in who.roles), *(each.span.of(reading.text) for each in who.mentions)]
    return any(called & frozenset(content_stems(name)) for name in names)


def _goes_by_word(one: Attribution, word: str, reading: Reading) -> bool:
    """Whether what speaks is itself such a writing, as the report calls it: "according to the report of the inquiry"."""
    who = next((entity for entity in reading.entities if entity.id == one.source_entity), None)
    called = () if who is None else (each.span.of(reading.text) for each in who.mentions if each.form == "nominal")
    return any(re.search(rf"\b{word}\b", words, re.I) for words in called)


def _gap(other: Attribution, one: Attribution) -> int:
    return one.content[0].start - other.content[-1].end


def _goes_on(one: Attribution, denial: Attribution, denied: Attribution) -> bool:
    """Whether it is what those who deny say next, and is a denial too."""
    other_side = one.source_entity is None or one.source_entity == denied.source_entity
    return one.act == "deny" and not other_side and 0 <= _gap(denial, one) <= _NEXT


def _is_called(one: Attribution, reading: Reading) -> re.Match[str] | None:
    return _CALLED.fullmatch(reading.text[one.cue.end : one.content[0].start]) if one.cue is not None else None


def _words(one: Attribution, reading: Reading) -> str:
    """What is said, with the pronoun that the cue calls something: "called that a lie"."""
    called = _is_called(one, reading)
    words = " ".join(" ".join(part.of(reading.text).split()) for part in one.content).lstrip("“‘\"'")
    return f"{called[1]} {words}" if called else words
