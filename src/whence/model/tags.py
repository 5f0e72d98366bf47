"""What the tagger saw in one page."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """A content with its cue and source phrase, as marked.

    ``within`` is the index, in ``Tags.attributions``, of the attribution inside whose content this one was found.
    ``confidence`` is the calibrated probability that content and source are right.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    confidence: float
    within: int | None = None


@dataclass(frozen=True, slots=True)
class TaggedMention:
    """A phrase that stands for someone or something. ``kind``: person, organization, group, place or other."""

    span: Span
    kind: str
    nominal: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class TaggedTrigger:
    """A word that tells a happening.

    ``polarity``: positive or negative. ``certainty``: certain or uncertain. ``tense``: past, present, future or none.
    """

    span: Span
    polarity: str
    certainty: str
    tense: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tags:
    """The tagger's marks on a page; ``upos``, ``heads`` and ``deprels`` run parallel to the page's tokens.

    A head is the index of a token of the page, -1 for the root of a sentence.
    """

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    attributions: tuple[TaggedAttribution, ...]
    mentions: tuple[TaggedMention, ...]
    triggers: tuple[TaggedTrigger, ...]
