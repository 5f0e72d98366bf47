"""Who speaks where in a page, as far as it can be told before it is known who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.lexicon.cues import resolve_cue
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.model.tags import TaggedAttribution, Tags
from whence.resolve.phrases import phrase_of, span_of


@dataclass(frozen=True, slots=True)
class Voices:
    """The parts of contents that have a source phrase, with it, those of the shortest content first; the quotations of the page; the
    phrases of all who speak (subjects of verbs of saying too).
    """

    told: tuple[tuple[Span, Span], ...]
    quotations: tuple[Span, ...]
    speakers: tuple[Span, ...]

    def is_quoted(self, span: Span) -> bool:
        """Whether a span lies inside quotation marks."""
        return any(quotation.holds(span) for quotation in self.quotations)

    def speaks(self, span: Span) -> bool:
        """Whether a span lies in the phrase of somebody who speaks."""
        return any(start <= span.start and span.end <= end for start, end in self.speakers)

    def source_over(self, span: Span) -> Span | None:
        """The source phrase of the innermost content that holds the span."""
        start, end = span
        return next((source for part, source in self.told if part[0] <= start and end <= part[1]), None)


def hear_voices(page: Page, tags: Tags, tree: Tree) -> Voices:
    """The voices of a page."""
    sources = [tag.source for tag in tags.attributions if tag.source is not None]
    subjects = (tree.child(verb, "nsubj") for verb in range(len(tree.words)) if tree.upos[verb] == "VERB" and _says(tree.words[verb]))
    phrases = (span_of(tree, phrase_of(tree, subject)) for subject in subjects if subject is not None)
    told = [part for tag in tags.attributions for part in tag.content]
    free = (phrase for phrase in phrases if not any(part.meets(phrase) for part in told))
    return Voices(_told(tags.attributions), tuple(quotation.span for quotation in page.quotations), (*sources, *free))


def _told(tags: Sequence[TaggedAttribution]) -> tuple[tuple[Span, Span], ...]:
    by_length = sorted(tags, key=lambda tag: sum(part.end - part.start for part in tag.content))
    return tuple((part, tag.source) for tag in by_length if tag.source is not None for part in tag.content)


def _says(word: str) -> bool:
    cue = resolve_cue([word])
    return cue is not None and cue.part == "verb" and cue.act != "believe"
