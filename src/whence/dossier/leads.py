"""The opening: what the dossier holds, and the few things a reader should know first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.dossier.days import read_days, say_day, say_period
from whence.dossier.records import Records
from whence.dossier.tellings import Account
from whence.dossier.voices import voice_of
from whence.dossier.wordings import count, opened
from whence.model.stories import Story


@dataclass(frozen=True, slots=True)
class Lead:
    """The opening. ``widest`` is told by most origins, ``disputed`` are the weightiest disputes, ``lone`` rests on the unnamed alone."""

    kicker: str
    widest: Account | None
    disputed: tuple[Account, ...]
    more_disputed: int
    lone: Account | None
    summary: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column at a glance: heading, the weightiest occurrences, the rest folded."""

    heading: str
    style: str
    shown: tuple[Account, ...]
    folded: tuple[Account, ...]


_SHOWN = 7


def open_dossier(records: Records, accounts: Sequence[Account]) -> Lead:
    """The opening lines for a story."""
    by_weight = sorted(filter(_happened, accounts), key=_standing, reverse=True)
    widest = next((account for account in by_weight if len(_tellers(account)) > 1), None)
    disputed = [account for account in by_weight if account.disputed_from is not None and account is not widest]
    lone = [account for account in by_weight if account.strokes.lone and _all_unnamed(account) and account not in disputed[:2]]
    return Lead(
        kicker=_kicker(records),
        widest=widest if widest and len(_tall(widest)) > 1 else None,
        disputed=tuple(disputed[:2]),
        more_disputed=max(0, len(disputed) - 2),
        lone=lone[0] if lone else None,
        summary=_summary(records),
    )


def fill_columns(accounts: Sequence[Account]) -> tuple[Column, ...]:
    """The three columns at a glance; each occurrence stands in one."""
    by_weight = sorted(accounts, key=lambda account: account.weight[1:], reverse=True)
    disputed = [account for account in by_weight if account.disputed_from is not None]
    calm = [account for account in by_weight if account.disputed_from is None]
    several = [account for account in calm if _is_several(account)]
    rest = [account for account in calm if not _is_several(account)]
    heading = "From one origin, undisputed" if all(account.strokes.lone for account in rest) else "From one origin, or perhaps one"
    columns = (("Told by several, disputed by none", "", several), ("Disputed", "against", disputed), (heading, "lone", rest))
    return tuple(Column(heading, style, tuple(rows[:_SHOWN]), tuple(rows[_SHOWN:])) for heading, style, rows in columns)


def _happened(account: Account) -> bool:
    """Whether anybody tells it as having happened: what is only asked for, planned or supposed opens no dossier."""
    return bool(_tellers(account)) or (bool(account.deniers) and account.how == "negated")


def _standing(account: Account) -> tuple[int, bool, int, int]:
    """What a reader should know first: what rests on most origins whose independence is established, then what most reports tell."""
    independent = account.origins.independent if account.origins else None
    shown = min(len(_tall(account)), len(_tellers(account)))
    return (shown, independent is not None and independent.least == independent.most, len(_tellers(account)), len(account.tellings))


def _tellers(account: Account) -> set[str]:
    """The reports that tell it as having happened."""
    return {telling.report.id for telling in account.tellings if telling.how in ("told", "claimed")}


def _tall(account: Account) -> list[int]:
    return [stroke.day for stroke in account.strokes.strokes if stroke.kind == "origin" and stroke.shown]


def _is_several(account: Account) -> bool:
    independent = account.origins.independent if account.origins else None
    return independent is not None and independent.least > 1


def _all_unnamed(account: Account) -> bool:
    return all(telling.voice.unnamed and telling.voice.sign != "unk" for telling in account.tellings)


def _kicker(records: Records) -> str:
    parts = ["Dossier", count(len(records.filed), "report") + _dates(records)]
    if records.story.as_of:
        parts.append(f"as known on {say_period(read_days(records.story.as_of))}")
    return " · ".join(parts)


def _dates(records: Records) -> str:
    if not records.days:
        return ", none with a date"
    first, last = records.days[0], records.days[-1]
    if first == last:
        return f" of {say_day(first)}"
    return f" of {say_day(first, last.year)} to {say_day(last)}"


def _by_outlets(outlets: int, nameless: int) -> str:
    """How many outlets the reports are of, and how many are of none that is known."""
    if not nameless:
        return f" of {count(outlets, 'outlet')}"
    if not outlets:
        return ", no outlet known"
    return f", {count(nameless, 'of an unknown outlet', 'of unknown outlets')}, the rest of {count(outlets, 'outlet')}"


def _summary(records: Records) -> str:
    story: Story = records.story
    own = [report for report in records.filed.values() if not report.copies]
    voices = [voice_of(records, report, attribution) for report in own for attribution in report.reading.attributions]
    unnamed = sum(voice.sign in ("ind", "grp") for voice in voices)
    copies = len(records.filed) - len(own)
    copied = f", {'one of them a copy' if copies == 1 else count(copies, 'of them copies', 'of them copies')}" if copies else ""
    outlets = {report.reading.report.outlet for report in records.filed.values() if report.reading.report.outlet}
    nameless = sum(not report.reading.report.outlet for report in records.filed.values())
    forecasts = sum(len(report.reading.forecasts) for report in own)
    return (
        f"{opened(count(len(records.filed), 'report'))}{_by_outlets(len(outlets), nameless)}{copied}. "
        f"{opened(count(len(voices), 'statement'))} by others, {count(unnamed, 'of them', 'of them')} by people without a name. "
        f"{opened(count(len(story.occurrences), 'occurrence'))}, {count(len(story.conflicts), 'question')} on which accounts differ, "
        f"{count(forecasts, 'forecast')}."
    )
