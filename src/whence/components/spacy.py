"""whence in a spaCy pipeline: ``nlp.add_pipe("whence")`` sets ``doc._.attributions``.

Needs the extra ``whence[spacy]``; a blank English pipeline is enough, since whence brings its own tokens, syntax and model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from whence.model.spans import Span
from whence.tagger.taggers import Settings, Tagger, load_tagger
from whence.text.pages import cut_passage


@dataclass(frozen=True, slots=True)
class DocAttribution:
    """An attribution on a document: spaCy spans, each widened to the document's own tokens.

    ``within`` is the index, in ``doc._.attributions``, of the attribution inside whose content this one lies.
    """

    content: tuple[DocSpan, ...]
    source: DocSpan | None
    cue: DocSpan | None
    confidence: float
    within: int | None


class AttributionMarker:
    """Marks the attributions of a document. Stateless but for the loaded tagger."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with ``doc._.attributions`` set, in the order of the text."""
        tags = self._tagger.read_tags(cut_passage(doc.text))
        doc._.attributions = tuple(
            DocAttribution(_spans(doc, one.content), _span(doc, one.source), _span(doc, one.cue), one.confidence, one.within)
            for one in tags.attributions
        )
        return doc


@Language.factory("whence", assigns=["doc._.attributions"], default_config={"threshold": 0.0})
def make_marker(nlp: Language, name: str, threshold: float) -> AttributionMarker:
    """The component; ``threshold`` is the confidence below which an attribution is left out (it trades recall for precision)."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    return AttributionMarker(load_tagger(settings=Settings(threshold=threshold)))


def _span(doc: Doc, span: Span | None) -> DocSpan | None:
    return None if span is None else doc.char_span(span.start, span.end, alignment_mode="expand")


def _spans(doc: Doc, spans: Sequence[Span]) -> tuple[DocSpan, ...]:
    return tuple(found for found in (_span(doc, span) for span in spans) if found is not None)
