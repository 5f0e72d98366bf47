"""Numbers that reports give, and what they count: those of events, and those that attributions state in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from whence.lexicon.bodies import leading_stems
from whence.lexicon.kin import families
from whence.lexicon.numbers import load_bounds, load_numbers
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Attribution, Bound, Reading
from whence.model.spans import Span
from whence.weigh.foretold import sentence_of

_COUNT = re.compile(r"(?<![\w.:,/–-])(?P<number>\d{1,3}(?:,\d{3})+|\d+|[a-z]+)(?P<unit>(?: [a-z]+){1,5})", re.I)
# A number that says nothing of what it counts: it counts what the number before it did.
_BARE = re.compile(
    r"(?:^(?:it|that|them|this)? ?(?:at )?"
    r"|\b(?:the|their|its) (?:[\w’'-]+ )?(?:number|figure|toll|total|count|tally) (?:at|is|was|stands at|stood at) )"
    r"(?P<bound>(?:[a-z]+ ){0,3}?)(?P<number>\d{1,3}(?:,\d{3})+|\d+|[a-z]+)[.,;]?$",
    re.I,
)
_FIGURE_OF = re.compile(
    r"\b(?:the|their|its|own) (?:[\w’'-]+ )?(?:number|figure|toll|total|count|tally|estimate) of "
    r"(?P<bound>)(?P<number>\d{1,3}(?:,\d{3})+|\d+|[a-z]+)(?=[.,;]|$)",
    re.I,
)
# How often it was done; "three times as many" and "three times the price" are sizes.
_TIMES = re.compile(
    r"(?P<between>[^.;:!?,]*?) (?P<bound>(?:at least |about |some |more than |up to )?)(?P<often>twice|(?P<number>\w+) times)\b"
    r"(?! (?:as|the|that|this|his|her|its|their|more|less|larger|higher|bigger|smaller|over|a|an)\b)",
    re.I,
)
_PUTS = re.compile(r"(?:has |have |had )?puts?\b", re.I)
_BEFORE, _CLAUSE = 250, 80
# A number that is only a part of what is counted: some of the dead, those since some day, as many as one saw.
_PART_OF = (
    re.compile(
        r"\b(?:including|among them|another|a further|the (?:last|other|remaining)|\bI (?:have |had )?(?:counted|saw|seen))\s+$", re.I
    ),
    re.compile(
        r"\s*(?:(?:[\w-]+\s+)?of (?:them|whom|those|these)\b|of (?:the|its|his|her|their|our|my)\b"
        r"|(?:more|others?)\b|[^.;”\"]{0,40}?\b(?:died|killed|injured|hurt) since\b)",
        re.I,
    ),
)
_AGE = re.compile(r"(?:\b(?:aged?|of) |[$€£¥] ?)$", re.I)  # nor what comes to so much money
# Where what is counted has been said and the sentence goes on.
_GOES_ON = re.compile(r" (?:as|after|when|while|and|or|but|who|which|that|in|at|by|to|from|since|because|with|off|near|for)\b")
_NOT_COUNTED = frozenset(
    """january february march april may june july august september october november december am pm years year months month weeks
    week days day hours hour minutes minute seconds second percent per metre metres meter meters kilometres kilometers km miles
    mile degrees o hundred hundreds thousand thousands million millions billion billions trillion trillions dollar dollars euro euros
    pound pounds point points time times single""".split()
)
_SIZES = frozenset(families(" ".join(sorted(_NOT_COUNTED)))) - {"o"}
_PEOPLE = frozenset(families("people person persons victim passenger man men woman women civilian resident")) | {"peopl", "person"}
_ABOUT = 0.1
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something: ``unit`` holds the families of the words that say of what, ``of`` those words; ``members`` the records
    that give it. ``counted_by`` is the event that counts the same, where the number is bare ("put it at 30"); ``set_against`` holds
    where somebody puts it on what another has counted.
    """

    value: float
    bound: Bound
    unit: frozenset[str]
    report: str
    members: tuple[str, ...]
    span: Span
    of: str = ""
    counted_by: str | None = None
    set_against: bool = False


def iter_event_figures(holdings: Holdings, event: str) -> Iterator[Figure]:
    """The numbers of an event, with the attribution that holds it beside it."""
    found = holdings.events[event]
    report = report_of(event)
    members = (event, member_of(report, found.attribution)) if found.attribution else (event,)
    for quantity in found.quantities:
        before = holdings.reading(event).text[max(0, quantity.span.start - 6) : quantity.span.start]
        if quantity.value is not None and not _AGE.search(before) and not _is_part(holdings.reading(event).text, quantity.span):
            unit = _unit_of(quantity.of)
            unit |= families(holdings.words(event, found.trigger)) if unit and unit <= _PEOPLE else frozenset()
            of, put = quantity.of.partition(" (")[0], _is_put(holdings.reading(event), found.attribution)
            yield Figure(float(quantity.value), quantity.bound, unit, report, members, quantity.span, of, set_against=put)
    yield from _times_told(holdings, event, members)


def _times_told(holdings: Holdings, event: str, members: tuple[str, ...]) -> Iterator[Figure]:
    """How many times a thing was done, as its own clause says: "warned them three times" counts warnings."""
    reading, trigger = holdings.reading(event), holdings.events[event].trigger
    others = [one.trigger.start for one in reading.events if one.trigger.start >= trigger.end]
    match = _TIMES.match(reading.text, trigger.end, min([trigger.end + _CLAUSE, *others]))
    value = read_number(match["number"]) if match and match["number"] else 2.0
    if match is not None and value is not None:
        span = Span(match.start("often"), match.end("often"))
        yield Figure(value, _bound(match["bound"]), families(trigger.of(reading.text)), reading.report.id, members, span, "times")


def iter_stated_figures(reading: Reading) -> Iterator[Figure]:
    """The numbers in the contents of a reading's attributions; those of one stretch of words come as one."""
    told: dict[Span, tuple[Figure, list[str]]] = {}
    for attribution in reading.attributions:
        for figure in (*_figures_in(reading, attribution), *_bare_figure(reading, attribution)):
            told.setdefault(figure.span, (figure, []))[1].extend(figure.members)
    for figure, members in told.values():
        yield replace(figure, members=tuple(members))


def same_count(left: Figure, right: Figure) -> bool:
    """Whether two figures count the same kind of thing in the same state."""
    if not left.unit or not right.unit:
        return False
    return bool((left.unit & right.unit) - _PEOPLE) and bool(left.unit & _PEOPLE) == bool(right.unit & _PEOPLE)


def figures_agree(left: Figure, right: Figure) -> bool:
    """Whether both can be true; a number that somebody sets against another in one report is no less at odds with a least number."""
    if left.value == right.value:
        return True
    if left.report == right.report and left.set_against != right.set_against:
        return False
    low, high = sorted((left, right), key=lambda figure: figure.value)
    if low.bound == "at_least" or high.bound == "at_most":
        return True
    return "about" in (low.bound, high.bound) and high.value - low.value <= _ABOUT * high.value


def _figures_in(reading: Reading, attribution: Attribution) -> Iterator[Figure]:
    members = (member_of(reading.report.id, attribution.id),)
    for part in attribution.content:
        words, at = part.of(reading.text), 0
        while match := _COUNT.search(words, at):
            value, before = read_number(match["number"]), words[: match.start()]
            at = match.end("number")
            unit = _GOES_ON.split(match["unit"], maxsplit=1)[0]
            if value is not None and unit and not _is_measure(match["number"], unit.split()) and not _AGE.search(before):
                number = Span(part.start + match.start("number"), part.start + match.end("number"))
                span = Span(number.start, number.end + len(unit))
                if _is_part(reading.text, number):
                    continue
                yield Figure(value, _bound(before), _unit(unit), reading.report.id, members, span, unit.strip())


def _bare_figure(reading: Reading, attribution: Attribution) -> Iterator[Figure]:
    """The number that somebody puts on what has just been counted: "witnesses put the number at 30"."""
    part = attribution.content[-1]
    if reading.text[part.end : part.end + 1] == ":":  # "two were counted twice: the number is 182"
        part = Span(part.start, sentence_of(reading.text, Span(part.end, part.end + 1)).end)
    match = _BARE.search(part.of(reading.text)) or _FIGURE_OF.search(part.of(reading.text))
    value = read_number(match["number"]) if match else None
    if match is None or value is None:
        return
    span = Span(part.start + match.start("number"), part.start + match.end("number"))
    put = _is_put(reading, attribution.id)
    counted = [
        (one.span, one.of, event.id) for event in reading.events for one in event.quantities if 0 <= span.start - one.span.end <= _BEFORE
    ]
    if counted:
        _, of, event = max(counted)
        report = reading.report.id
        members, counted_by = (member_of(report, attribution.id),), member_of(report, event)
        yield Figure(value, _bound(match["bound"]), _unit_of(of), report, members, span, of.partition(" (")[0], counted_by, put)


def _is_put(reading: Reading, attribution: str | None) -> bool:
    """Whether a saying puts a number on something: "the union put it at 30"."""
    cue = next((one.cue for one in reading.attributions if one.id == attribution), None)
    return cue is not None and _PUTS.match(cue.of(reading.text)) is not None


def _is_part(text: str, number: Span) -> bool:
    before, after = _PART_OF
    return bool(before.search(text, max(0, number.start - 30), number.start) or after.match(text, number.end))


def _is_measure(number: str, words: list[str]) -> bool:
    return words[0].casefold() in _NOT_COUNTED or (number.isdigit() and int(number) in _YEARS)


def read_number(number: str) -> float | None:
    """A whole number in figures or in one word."""
    plain = number.replace(",", "")
    if plain.isdigit():
        return float(plain)
    found: Mapping[str, tuple[int, str]] = load_numbers()
    value, kind = found.get(plain.casefold(), (0, ""))
    return float(value) if kind == "small" else None


def _bound(before: str) -> Bound:
    words = tuple(before.casefold().split()[-3:])
    return next((load_bounds()[words[at:]] for at in range(len(words)) if words[at:] in load_bounds()), "exact")


def _unit_of(counted: str) -> frozenset[str]:
    """What an event's number counts: of people what became of them too, of things the things alone (two drones, three tanks)."""
    noun = _unit(counted.partition(" (")[0])
    return _unit(counted) if noun & _PEOPLE or not noun else noun


def _unit(words: str) -> frozenset[str]:
    return (families(words) | frozenset(leading_stems(words)) & _PEOPLE) - _SIZES
