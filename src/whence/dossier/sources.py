"""Who is asked: one sign for each statement that a report takes from somebody else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from whence.dossier.filings import Filed
from whence.dossier.records import Records, Ref
from whence.dossier.voices import Sign, Voice, voice_of
from whence.dossier.wordings import tally

_ORDER: tuple[Sign, ...] = ("nam", "org", "out", "ind", "grp", "unk")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: where it is marked and who makes it."""

    ref: Ref
    voice: Voice


@dataclass(frozen=True, slots=True)
class Asked:
    """The statements of one report, sorted by sign, with their number by sign."""

    report: Filed
    statements: tuple[Statement, ...]
    counts: tuple[int, ...]
    words: str


def ask_sources(records: Records) -> tuple[Asked, ...]:
    """One row for each report that is no copy."""
    return tuple(_asked(records, report) for report in records.filed.values() if not report.copies)


def copies(records: Records) -> tuple[Filed, ...]:
    """The reports that are copies, and are not counted."""
    return tuple(report for report in records.filed.values() if report.copies)


def _asked(records: Records, report: Filed) -> Asked:
    marks = sorted(report.reading.attributions, key=lambda attribution: report.numbers[attribution.id])
    found = [Statement(records.ref(f"{report.id}:{attribution.id}"), voice_of(records, report, attribution)) for attribution in marks]
    found.sort(key=lambda statement: _ORDER.index(statement.voice.sign))
    counts = Counter(statement.voice.sign for statement in found)
    unnamed = counts["ind"] + counts["grp"]
    unknown = f", {tally(counts['unk'], 'source')} not told" if counts["unk"] else ""
    words = f"{tally(len(found), 'statement')}, {unnamed or 'none'} unnamed{unknown}" if found else "no statement by others"
    return Asked(report, tuple(found), tuple(counts[sign] for sign in _ORDER), words)
