"""What one report says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from whence.app.books import Book, Voice, make_single_book
from whence.app.citations import sentence_round
from whence.app.views.sources import chain_of
from whence.cli.consoles import ink
from whence.cli.drawings.frames import draw_heading, draw_title
from whence.cli.drawings.signs import MOST_NAME, UNNAMED, draw_told, make_rows, say_voice, say_when, sign_of
from whence.dossier.headlines import quote_clause
from whence.dossier.marks import is_unsure
from whence.dossier.wordings import conjugate, takes_plural
from whence.model.readings import Attribution, Entity, Event, Forecast, Reading
from whence.model.reports import Report

_OUTLETS = {
    "masthead": "outlet from its masthead",
    "credit": "outlet from a credit",
    "address": "outlet from its address",
    "inferred": "outlet inferred",
    "judged": "outlet set by a person",
    "unknown": "outlet not told",
}
_DATES = {
    "stated": "date as stated",
    "metadata": "date from its metadata",
    "inferred": "date inferred",
    "judged": "date set by a person",
    "unknown": "date not told",
}

_SITES = frozenset(
    "airport airbase base bridge checkpoint crossing embassy gate harbour hospital port prison school square station university".split()
)
_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}

# The word that leads to whoever is told may lie in the span.
_TO = re.compile(r"^(?:to|with)\s+", re.I)
# Acts whose verbs name their hearer without "to": they warn somebody, and promise to somebody.
_DIRECTLY = frozenset(("accuse", "threaten", "warn", "ask", "advise"))
# A description of somebody without a name that is longer than this is not said twice on end.
MOST_AGAIN = 24


def draw_reading(reading: Reading) -> Group:
    """A reading for people: masthead, who says what, what happened, what is foretold."""
    book = make_single_book(reading)
    report = reading.report
    sections = (_sayings(book, reading), _happenings(book, reading), _forecasts(book, reading), _gaps(reading))
    return Group(
        draw_title(f"{report.outlet or 'Outlet unknown'} · {say_when(report.published)}"),
        *_masthead(report),
        *(part for section in sections for part in section),
        "",
    )


def _masthead(report: Report) -> Iterator[Text]:
    if report.title:
        yield ink((report.title, "head"))
    if report.byline:
        yield ink("by " + ", ".join(report.byline))
    facts = [report.path, report.id, _OUTLETS[report.outlet_basis], _DATES[report.published_basis]]
    facts += [f"credits {', '.join(report.credits)}"] if report.credits else []
    facts += [f"dateline {report.dateline}"] if report.dateline else []
    yield ink((" · ".join(facts), "quiet"))
    for note in report.notes:
        yield ink((f"note: {note}", "quiet"))


def _sayings(book: Book, reading: Reading) -> Iterator[RenderableType]:
    yield draw_heading("Who says what")
    if not reading.attributions:
        yield ink(("  nobody is given any words", "quiet"))
        return
    depths, before = _depths(reading), None
    for attribution in sorted(reading.attributions, key=lambda one: (one.content[0].start, -one.content[-1].end)):
        again = attribution.source_entity is not None and attribution.source_entity == before
        yield Padding(_saying(book, reading, attribution, again=again), (0, 0, 0, 2 + 3 * depths[attribution.id]))
        before = attribution.source_entity


def _depths(reading: Reading) -> dict[str, int]:
    """How many attributions lie round each."""
    parents = {one.id: one.parent for one in reading.attributions}
    depths = {}
    for attribution in reading.attributions:
        depth, up = 0, attribution.parent
        while up in parents and depth < len(parents):
            depth, up = depth + 1, parents[up]
        depths[attribution.id] = depth
    return depths


def _saying(book: Book, reading: Reading, attribution: Attribution, *, again: bool) -> RenderableType:
    key = f"{reading.report.id}:{attribution.id}"
    voice = book.voice(key)
    rows = make_rows("", "wide", "right")
    rows.add_row(sign_of(voice), _speaker(book, reading, attribution, voice, again=again), ink((attribution.id, "quiet")))
    rows.add_row("", _words(reading, attribution), "")
    return rows


def _speaker(book: Book, reading: Reading, attribution: Attribution, voice: Voice, *, again: bool) -> Text:
    entity = next((one for one in reading.entities if one.id == attribution.source_entity), None)
    short = again and voice.anonymity in UNNAMED and len(voice.name or "") > MOST_AGAIN
    role = f", {entity.roles[0].role}," if entity and _has_role(entity) else "," if voice.anonymity in UNNAMED and not short else ""
    many = takes_plural(voice.name or "", group=voice.anonymity == "unnamed_group")
    verb = conjugate(attribution.act, many=many, negative=attribution.polarity == "negative")
    name = ("the same sources" if many else "the same source") if short else _name(voice, attribution)
    line = ink((name, "head"), role, " ", (verb, "anti" if attribution.act == "deny" else ""))
    line += _whom(reading, attribution)
    if is_unsure(attribution):
        line += ink((" · unsure", "lone"))
    through = chain_of(book, f"{reading.report.id}:{attribution.id}")[:-1]
    if through and not _lies_below(reading, attribution):
        line += ink(("; through ", "quiet"), (" ← ".join(reversed(through)), ""))
    if voice.name is None and attribution.unknown_because:
        line += ink((f" ({attribution.unknown_because})", "quiet"))
    return line


def _whom(reading: Reading, attribution: Attribution) -> Text:
    """Who is accused or threatened, and who is told."""
    target = next((one for one in reading.entities if one.id == attribution.target), None)
    line, told = ink(f" {target.name}" if target else ""), attribution.audience
    if told is None or (target and any(mention.span.meets(told) for mention in target.mentions)):
        return line
    directly = attribution.act in _DIRECTLY and not target
    return line + ink(" " if directly else " to ", _TO.sub("", told.of(reading.text)))


def _name(voice: Voice, attribution: Attribution) -> str:
    """The name of one who speaks; why we are not told it stands behind the verb."""
    return "somebody" if voice.name is None and attribution.unknown_because else say_voice(voice)


def _lies_below(reading: Reading, attribution: Attribution) -> bool:
    """Whether it is drawn below the saying of those who passed it on, so that they need not be named again."""
    parent = next((one for one in reading.attributions if one.id == attribution.parent), None)
    return parent is not None and parent.chain == attribution.chain[:-1]


def _has_role(entity: Entity) -> bool:
    return entity.kind == "person" and bool(entity.roles) and entity.roles[0].role.casefold() not in entity.name.casefold()


def _words(reading: Reading, attribution: Attribution) -> Text:
    words = " … ".join(span.of(reading.text).strip() for span in attribution.content)
    return ink((f"“{words.strip('“”')}”" if attribution.mode == "direct" else words, "word"))


def _happenings(book: Book, reading: Reading) -> Iterator[RenderableType]:
    if not reading.events:
        return
    yield draw_heading("What happened")
    rows = make_rows("", "wide", "right")
    for event in sorted(reading.events, key=lambda one: one.trigger):
        how = draw_told(book.how(f"{reading.report.id}:{event.id}"))
        rows.add_row(how, _happening(book, reading, event), ink((event.id, "quiet")))
    yield Padding(rows, (0, 0, 0, 2))


def _happening(book: Book, reading: Reading, event: Event) -> Text:
    """The clause round the trigger, then what was made of it."""
    told = quote_clause(reading.text, event.trigger, sentence_round(reading.text, event.trigger))
    return ink(told.before, (told.core, "head"), told.after, ("\n" + " · ".join(_parts(book, reading, event)), "quiet"))


def _parts(book: Book, reading: Reading, event: Event) -> Iterator[str]:
    names = {entity.id: entity.name for entity in reading.entities}
    yield say_when(event.date)
    if event.attribution:
        voice = book.voice(f"{reading.report.id}:{event.id}")
        yield f"said by {sign_of(voice)} {say_voice(voice, MOST_NAME)} ({event.attribution})"
    yield event.type + (f", {event.mode}" if event.mode else "")
    for word, who in (
        ("by", event.actors),
        ("to", event.recipients),
        (_before(names.get(event.place or "", "")), (event.place,) if event.place else ()),
    ):
        if who:
            yield f"{word} {', '.join(names.get(one, one) for one in who)}"
    for quantity in event.quantities:
        of = "person" if quantity.value == 1 and quantity.of == "people" else quantity.of
        yield f"{_BOUNDS[quantity.bound]}{quantity.value:g} {of}"


def _before(place: str) -> str:
    """The word before a place: one is in a town, and at an airport."""
    return "at" if place.rpartition(" ")[2].casefold() in _SITES else "in"


def _forecasts(book: Book, reading: Reading) -> Iterator[RenderableType]:
    if not reading.forecasts:
        return
    yield draw_heading("What is foretold")
    rows = make_rows("", "wide", "right")
    for forecast in reading.forecasts:
        rows.add_row(_due(forecast), _foretold(book, reading, forecast), ink((forecast.id, "quiet")))
    yield Padding(rows, (0, 0, 0, 2))


def _due(forecast: Forecast) -> str:
    return f"due {say_when(forecast.due)}" if forecast.due else "no day given"


def _foretold(book: Book, reading: Reading, forecast: Forecast) -> Text:
    voice = book.voice(f"{reading.report.id}:{forecast.id}")
    words = forecast.span.of(reading.text)
    return ink(f"{sign_of(voice)} {say_voice(voice, MOST_NAME)}: ", (words, "word"), (f" ({forecast.confidence})", "quiet"))


def _gaps(reading: Reading) -> Iterator[RenderableType]:
    if reading.gaps:
        yield draw_heading("Not understood")
        yield from (ink(f"  {gap.span.of(reading.text)}", (f" ({gap.reason})", "quiet")) for gap in reading.gaps)
