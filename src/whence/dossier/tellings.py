"""How each occurrence is told, by whom, and who denies it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from whence.dossier.days import read_days
from whence.dossier.filings import Filed
from whence.dossier.headlines import Headline, name_occurrence
from whence.dossier.records import Records, Ref
from whence.dossier.strokes import Strokes, weigh_strokes
from whence.dossier.voices import Voice, outlet_voice, voice_of
from whence.dossier.wordings import FIELDS, clip
from whence.model.dates import Period
from whence.model.readings import Attribution, Event, Modality
from whence.model.stories import Conflict, Occurrence, Origins

How = Literal["told", "claimed", "asked", "foretold", "supposed", "negated"]

HOW_WORDS: dict[How, str] = {
    "told": "told",
    "claimed": "claimed",
    "asked": "asked for",
    "foretold": "foretold",
    "supposed": "spoken of as possible",
    "negated": "said not to have happened",
}
_HOW: dict[Modality, How] = {
    "asked": "asked",
    "planned": "foretold",
    "predicted": "foretold",
    "hypothetical": "supposed",
}
_DIFFERS = {
    "contradiction": "is disputed",
    "slip": "differs, probably by a slip",
    "update": "was brought up to date",
    "corrected": "was corrected",
}
_BASES = {"stated": "stated", "relative": "told by another day", "anchored": "told by another event", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a report tells an occurrence; ``attribution`` is None in the report's own voice."""

    report: Filed
    event: Event
    attribution: Attribution | None
    how: How
    voice: Voice
    ref: Ref


@dataclass(frozen=True, slots=True)
class Denier:
    """One who says that it did not happen; ``href`` leads to where that is shown best."""

    voice: Voice
    verb: str
    ref: Ref
    href: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict as a remark beside its occurrence."""

    anchor: str
    field: str
    words: str
    kind: str
    day: int


@dataclass(frozen=True, slots=True)
class Account:
    """One occurrence with all that the page says of it."""

    occurrence: Occurrence
    name: Headline
    anchor: str
    how: How
    day: int
    period: Period | None
    basis: str
    tellings: tuple[Telling, ...]
    deniers: tuple[Denier, ...]
    disputes: tuple[Dispute, ...]
    origins: Origins | None
    strokes: Strokes

    @property
    def disputed_from(self) -> int | None:
        """The day from which it is disputed, None where nobody disputes it."""
        days = [denier.ref.day for denier in self.deniers]
        days += [dispute.day for dispute in self.disputes if dispute.kind == "contradiction"]
        return min(days, default=None)

    @property
    def weight(self) -> tuple[bool, int, int, int]:
        """What the page puts first: the disputed, then what many reports tell, often."""
        reports = {telling.report.id for telling in self.tellings}
        tall = sum(stroke.kind == "origin" for stroke in self.strokes.strokes)
        return (self.disputed_from is not None, tall, len(reports), len(self.tellings))


def tell_accounts(records: Records) -> tuple[Account, ...]:
    """Every occurrence of the story, in the order of the story."""
    weighed = {origins.occurrence: origins for origins in records.story.origins if origins.occurrence and not origins.claim}
    disputes = _disputes(records)
    return tuple(_account(records, occurrence, weighed, disputes.get(occurrence.id, ())) for occurrence in records.story.occurrences)


def conflict_anchor(conflict: Conflict) -> str:
    """The anchor of a conflict's chart."""
    return f"k-{conflict.id}"


def occurrence_anchor(occurrence: Occurrence) -> str:
    """The anchor of an occurrence's accounts."""
    return f"o-{occurrence.id}"


def speaker(records: Records, key: str) -> Voice:
    """Who gives a record (an event or an attribution) its word: its source, or the outlet in its own voice. Raises RecordUnknown."""
    report = records.report(key)
    attribution = records.attributions.get(key) or _attribution_of(records, report, records.event(key))
    return voice_of(records, report, attribution) if attribution else outlet_voice(report)


def _account(records: Records, occurrence: Occurrence, weighed: Mapping[str, Origins], disputes: Sequence[Dispute]) -> Account:
    tellings = tuple(sorted((_telling(records, key) for key in occurrence.events), key=lambda telling: telling.report.letter.rjust(3)))
    day = min((telling.report.day for telling in tellings), default=len(records.days))
    how = _most_certain(tellings)
    return Account(
        occurrence=occurrence,
        name=name_occurrence(occurrence, tellings),
        anchor=occurrence_anchor(occurrence),
        how=how,
        day=day,
        period=read_days(occurrence.date),
        basis=_basis(occurrence, tellings),
        tellings=tellings,
        deniers=tuple(_deniers(records, occurrence, tellings, disputes)) if how in ("told", "claimed", "supposed") else (),
        disputes=tuple(disputes),
        origins=weighed.get(occurrence.id),
        strokes=weigh_strokes(records, weighed.get(occurrence.id), day),
    )


def _telling(records: Records, key: str) -> Telling:
    report, event = records.report(key), records.event(key)
    attribution = _attribution_of(records, report, event)
    voice = voice_of(records, report, attribution) if attribution else outlet_voice(report)
    return Telling(report, event, attribution, _how(event), voice, records.ref(key))


def _attribution_of(records: Records, report: Filed, event: Event) -> Attribution | None:
    return records.attribution(f"{report.id}:{event.attribution}") if event.attribution else None


def _how(event: Event) -> How:
    if event.negated:
        return "negated"
    return _HOW.get(event.modality) or ("claimed" if event.attribution else "told")


def _most_certain(tellings: Sequence[Telling]) -> How:
    """As told, else as claimed, else as most tellings have it; negated only where nobody says otherwise."""
    found = Counter(telling.how for telling in tellings)
    for how in ("told", "claimed"):
        if found[how]:
            return how
    rest: list[How] = ["asked", "foretold", "supposed"]
    best = max(rest, key=lambda how: found[how])
    return best if found[best] else "negated"


def _deniers(records: Records, occurrence: Occurrence, tellings: Sequence[Telling], disputes: Sequence[Dispute]) -> Iterator[Denier]:
    """Who denies it, each once; the link leads to the chart of whether it happened, where there is one."""
    seen: set[str] = set()
    href = next((f"#{quote(dispute.anchor)}" for dispute in disputes if dispute.field == "happened"), None)
    keys = [(telling.voice, telling.attribution, telling.ref) for telling in tellings if telling.how == "negated"]
    for claim in records.story.claims:
        if claim.occurrence == occurrence.id:
            keys += [(speaker(records, key), records.attribution(key), records.ref(key)) for key in claim.denied_by]
    for voice, attribution, ref in keys:
        if voice.name not in seen:
            seen.add(voice.name)
            yield Denier(voice, "denied by" if attribution else "contradicted by", ref, href or ref.href)


def _disputes(records: Records) -> dict[str, list[Dispute]]:
    found: dict[str, list[Dispute]] = {}
    for conflict in records.story.conflicts:
        if conflict.occurrence:
            found.setdefault(conflict.occurrence, []).append(_dispute(records, conflict))
    return found


def _dispute(records: Records, conflict: Conflict) -> Dispute:
    days = sorted(min((records.report(key).day for key in side.by), default=0) for side in conflict.values)
    return Dispute(
        anchor=conflict_anchor(conflict),
        field=conflict.field,
        words=f"{FIELDS[conflict.field]} {_DIFFERS[conflict.kind]}",
        kind=conflict.kind,
        day=days[1] if len(days) > 1 else 0,
    )


def _basis(occurrence: Occurrence, tellings: Sequence[Telling]) -> str:
    """What the date was read from: the words of a telling that gives this date, else how it was told."""
    agreeing = [telling for telling in tellings if telling.event.date == occurrence.date and occurrence.date]
    for telling in agreeing:
        if telling.event.date_span:
            return f"“{clip(telling.event.date_span.of(telling.report.reading.text), 30)}”"
    if agreeing:
        return _BASES[agreeing[0].event.date_basis]
    return "from several tellings" if occurrence.date else "unknown"
