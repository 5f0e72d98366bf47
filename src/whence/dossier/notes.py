"""The notes in a report's margin: what each mark is, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.dossier.days import read_days, say_period
from whence.dossier.filings import Filed, mark_id
from whence.dossier.forecasts import Foretold
from whence.dossier.headlines import Headline
from whence.dossier.marks import is_unsure
from whence.dossier.records import Records
from whence.dossier.tellings import Account
from whence.dossier.voices import Voice, entity_voice, voice_of
from whence.dossier.wordings import clip, conjugate, is_plural, listed, printable
from whence.model.readings import Attribution, Event
from whence.model.spans import Span

_DECIDED = {"grade": "{field} graded {value}", "set": "{field} set to {value}", "add": "added"}
_KNOWS = {
    "eyewitness": "as an eyewitness",
    "present": "was present",
    "briefed": "was briefed",
    "heard": "has heard of it",
    "document": "from a document",
}
# The word that leads to whoever is told may lie in the span.
_TO = re.compile(r"^(?:to|with)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a note leads to."""

    name: Headline
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the number and anchor of its mark (None for what the report says itself), who, does what, on what, remarks.

    ``again`` tells that the same has spoken in this report before, so that the name may be short.
    """

    anchor: str | None
    number: int | None
    voice: Voice | None
    verb: str
    denies: bool
    links: tuple[Link, ...]
    remarks: tuple[str, ...]
    again: bool = False

    @property
    def mark(self) -> str | None:
        """The anchor of the mark in the text."""
        return f"m-{self.anchor[2:]}" if self.anchor else None


def statement_note(
    records: Records, report: Filed, attribution: Attribution, told: Mapping[str, Account], foretold: Sequence[Foretold]
) -> Note:
    """The note of an attribution: number, sign, source, act, what it is about, then what else is known of it."""
    voice = voice_of(records, report, attribution)
    links = {link.anchor: link for link in _links(records, report, attribution, told, foretold)}
    return Note(
        anchor=f"n-{mark_id(report, attribution.id)[2:]}",
        number=report.numbers[attribution.id],
        voice=voice,
        verb=conjugate(attribution.act, many=voice.many or is_plural(voice.name), negative=attribution.polarity == "negative"),
        denies=attribution.act == "deny",
        links=tuple(links.values()),
        remarks=tuple(printable(clip(remark, 120)) for remark in _remarks(records, report, attribution, foretold)),
        again=_is_again(report, attribution),
    )


def _is_again(report: Filed, attribution: Attribution) -> bool:
    before = (one for one in report.reading.attributions if report.numbers[one.id] < report.numbers[attribution.id])
    return bool(attribution.source_entity) and any(one.source_entity == attribution.source_entity for one in before)


def own_note(records: Records, report: Filed, events: Sequence[Event], told: Mapping[str, Account]) -> Note:
    """The note of what a report tells in its own voice."""
    accounts = {account.anchor: account for event in events if (account := _account(records, report, event.id, told))}
    return Note(None, None, None, "In its own voice", False, tuple(_to(account) for account in accounts.values()), ())


def own_notes(records: Records, report: Filed, span: Span, told: Mapping[str, Account], foretold: Sequence[Foretold]) -> Iterator[Note]:
    """The notes of a paragraph for what the report tells in its own voice, what settles a forecast, what was not understood."""
    events = [event for event in report.reading.events if span.holds(event.trigger)]
    own = own_note(records, report, [event for event in events if not event.attribution], told)
    if own.links:
        yield own
    here = {f"#e-{report.letter}-{event.id}" for event in events}
    settled = [forecast for forecast in foretold if here & {ref.href for ref in forecast.evidence}]
    if settled:
        yield Note(None, None, None, "Bears on a forecast", False, tuple(_foretold(forecast) for forecast in settled), ())
    for gap in report.reading.gaps:
        if span.meets(gap.span):
            yield Note(None, None, None, "Not understood", False, (), (clip(gap.reason, 120),))


def _account(records: Records, report: Filed, event: str, told: Mapping[str, Account]) -> Account | None:
    occurrence = records.occurrence_of.get(f"{report.id}:{event}")
    return told.get(occurrence.id) if occurrence else None


def _to(account: Account) -> Link:
    return Link(account.name.shortened(60), account.anchor)


def _foretold(forecast: Foretold) -> Link:
    return Link(_plain(clip(forecast.words, 60)), forecast.anchor)


def _plain(words: str) -> Headline:
    return Headline("", words, "", quoted=False)


def _links(
    records: Records, report: Filed, attribution: Attribution, told: Mapping[str, Account], foretold: Sequence[Foretold]
) -> Iterator[Link]:
    for event in report.reading.events:
        if event.attribution == attribution.id and (account := _account(records, report, event.id, told)):
            yield _to(account)
    key = f"{report.id}:{attribution.id}"
    for claim in records.story.claims:
        if key in claim.denied_by and claim.occurrence and claim.occurrence in told:
            yield _to(told[claim.occurrence])
    for claim in records.story.claims:
        if claim.occurrence is None and key in (*claim.attributions, *claim.denied_by):
            yield Link(_plain("others speak of it too"), f"c-{claim.id}")
    for forecast in _forecasts(records, report, attribution, foretold):
        yield Link(_plain("a forecast"), forecast.anchor)


def _forecasts(records: Records, report: Filed, attribution: Attribution, foretold: Sequence[Foretold]) -> list[Foretold]:
    keys = {f"{report.id}:{forecast.id}" for forecast in report.reading.forecasts if forecast.attribution == attribution.id}
    return [forecast for forecast in foretold if forecast.key in keys]


def _remarks(records: Records, report: Filed, attribution: Attribution, foretold: Sequence[Foretold]) -> Iterator[str]:
    text = report.reading.text
    if attribution.audience and not _is_target(report, attribution):
        yield f"to {_TO.sub('', attribution.audience.of(text))}"
    others = [entity_voice(records, report, one).name for one in attribution.co_sources if one != attribution.source_entity]
    if others:
        yield f"with {listed(others)}"
    passed = [clip(entity_voice(records, report, one).name, 34) for one in attribution.chain if one != attribution.source_entity]
    if passed:
        yield f"through {', then '.join(passed)}"
    if attribution.target:
        yield f"against {entity_voice(records, report, attribution.target).name}"
    for forecast in _forecasts(records, report, attribution, foretold):
        if forecast.due:
            yield f"due {say_period(forecast.due, records.year)}"
    yield from _standing(text, attribution)
    yield from decisions(records, f"{report.id}:{attribution.id}")


def _is_target(report: Filed, attribution: Attribution) -> bool:
    """Whether the words for whoever is told are words for whoever is accused."""
    target = next((one for one in report.reading.entities if one.id == attribution.target), None)
    told = attribution.audience
    return target is not None and told is not None and any(mention.span.meets(told) for mention in target.mentions)


def decisions(records: Records, key: str) -> Iterator[str]:
    """What people decided about a record, in words: grades written out, fields set, records added."""
    for judgement in records.judgements.values():
        if key in judgement.about and judgement.undone is None and judgement.verdict in _DECIDED:
            what = _DECIDED[judgement.verdict].format(field=judgement.field or "", value=clip(judgement.value or "", 40))
            yield f"{what} by {judgement.by or 'a person'}, {say_period(read_days(judgement.at))}"


def _standing(text: str, attribution: Attribution) -> Iterator[str]:
    """What the report says of how good the word is, and how sure the reading is."""
    if attribution.reason:
        yield f"unnamed: “{attribution.reason.of(text)}”"
    if attribution.knows_by:
        yield _KNOWS[attribution.knows_by]
    if attribution.verification:
        yield f"“{attribution.verification.of(text)}”"
    if attribution.hedge:
        yield f"“{attribution.hedge.of(text)}”"
    if not attribution.source_entity and attribution.unknown_because:
        yield attribution.unknown_because
    if not attribution.cue:
        yield "no word says so"
    if is_unsure(attribution):
        yield "unsure"
