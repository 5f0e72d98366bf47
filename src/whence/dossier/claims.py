"""What several say, or one says and another denies, that is no occurrence: who says so, who denies it, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.dossier.records import Records, Ref
from whence.dossier.strokes import Strokes, weigh_strokes
from whence.dossier.tellings import speaker
from whence.dossier.voices import Voice
from whence.dossier.wordings import clip
from whence.model.stories import Because, Claim


@dataclass(frozen=True, slots=True)
class Saying:
    """One who says or denies a claim, and where."""

    voice: Voice
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with its voices on both sides; ``day`` is the day from which it is known."""

    anchor: str
    words: str
    says: tuple[Saying, ...]
    denies: tuple[Saying, ...]
    strokes: Strokes
    day: int
    because: Because


def gather_claims(records: Records) -> tuple[Claimed, ...]:
    """The claims that belong to no occurrence: the denied first, then those that most say; a claim and its copy come last."""
    weighed = {origins.claim: origins for origins in records.story.origins if origins.claim}
    found = []
    for claim in records.story.claims:
        if claim.occurrence is None:
            day = min((records.report(key).day for key in claim.attributions), default=0)
            strokes = weigh_strokes(records, weighed.get(claim.id), day)
            says, denies = _sayings(records, claim.attributions), _sayings(records, claim.denied_by)
            words = clip(claim.says, 150)
            found.append((_weight(records, claim), Claimed(f"c-{claim.id}", words, says, denies, strokes, day, claim.because)))
    return tuple(claimed for _, claimed in sorted(found, key=lambda row: row[0], reverse=True))


def _weight(records: Records, claim: Claim) -> tuple[bool, int, int]:
    roots = {records.root(records.report(key)).id for key in claim.attributions}
    return (bool(claim.denied_by), len(roots), len(claim.attributions))


def _sayings(records: Records, keys: Sequence[str]) -> tuple[Saying, ...]:
    found: dict[str, tuple[Voice, dict[str, Ref]]] = {}
    for key in keys:
        voice, ref = speaker(records, key), records.ref(key)
        found.setdefault(voice.name, (voice, {}))[1][ref.text] = ref
    return tuple(Saying(voice, tuple(refs.values())) for voice, refs in found.values())
