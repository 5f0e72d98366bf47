"""Attributions on their way: what the tagger or a rule marked, and what has been resolved of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in the making.

    ``parent`` is the index of the draft in whose content it lies. ``carries_on`` tells that it has no cue of its own and goes
    on with the speaker before it, ``heading`` that it is a headline's, ``agentless`` that its cue is a passive without an agent,
    ``declines`` that its form tells of somebody who would not or could not answer;
    ``under`` is the cue of the attribution that it lies under though it stands outside its content. ``speaker`` is an entity id,
    ``relay`` the entity ids through whom the speaker's words came, outermost first.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    confidence: float
    parent: int | None = None
    carries_on: bool = False
    heading: bool = False
    agentless: bool = False
    declines: bool = False
    under: Span | None = None
    speaker: str | None = None
    co_sources: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    unknown_because: str | None = None

    @property
    def start(self) -> int:
        """Where the attribution begins."""
        return min(span.start for span in (*self.content, *filter(None, (self.source, self.cue))))

    @property
    def place(self) -> int:
        """Where its source or cue stands; the content's place where it has neither."""
        return (self.source or self.cue or self.content[0]).start
