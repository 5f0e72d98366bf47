"""The tagger: a page in, its marks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whence.model.pages import Page
from whence.model.tags import TaggedAttribution, Tags
from whence.tagger.attributions import Attributed, find_attributions
from whence.tagger.clauses import find_clausal, find_subject, may_attribute
from whence.tagger.labels import LabelSet, load_labels
from whence.tagger.mentions import find_mentions, find_triggers
from whence.tagger.passages import Placed, part_of, spans_of, tokens_of, whole_page
from whence.tagger.scores import FLAT, Scores, read_scores
from whence.tagger.sessions import Session
from whence.tagger.syntaxes import Syntax, find_syntax
from whence.tagger.turns import Turn, find_turns
from whence.tagger.windows import Pieces, Range

HOME = Path(__file__).parent / "model"
# No corpus here marks attributions inside contents, so this is a person's estimate and no fitted figure.
CLAUSAL_CONFIDENCE = 0.6
# Nor does one hold transcripts: what follows a name and a colon there is that speaker's but for a misread page.
TURN_CONFIDENCE = 0.9


# Who says what is all that a content is read again for.
_ALONE = ("roles",)


@dataclass(frozen=True, slots=True)
class Settings:
    """How thoroughly a page is read.

    ``overlap``: pieces that a window shares with the one before. ``depth``: how many contents deep attributions are looked
    for, 0 for none. ``least``: words a content must have to be read again. ``threshold``: confidence below which an
    attribution is left out; ``inner_threshold`` the same for those inside a content.
    """

    overlap: int = 64
    depth: int = 3
    least: int = 5
    threshold: float = 0.25
    inner_threshold: float = 0.4


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page with what is known of all of it."""

    page: Page
    placed: Placed
    syntax: Syntax


@dataclass(frozen=True, slots=True)
class _Alone:
    """A content as a text of its own, the ranges of the page's words that it is made of, and what was found in it."""

    part: Placed
    words: Sequence[Range]
    found: Sequence[Attributed]


class Tagger:
    """A loaded model; ``digest`` is the sha256 of its file. One tagger may read any number of pages, in one thread."""

    def __init__(self, session: Session, labels: LabelSet, pieces: Pieces, settings: Settings | None = None) -> None:
        self.digest = session.digest
        self._session, self._labels, self._pieces = session, labels, pieces
        self._settings = settings or Settings()

    def read_tags(self, page: Page) -> Tags:
        """The marks on a page. An empty page has none."""
        if not page.tokens:
            return Tags((), (), (), (), (), ())
        placed = whole_page(page)
        scores = self._scores(placed)
        syntax = find_syntax(self._labels, scores, placed.passage)
        attributions = tuple(self._attributions(_Sheet(page, placed, syntax), scores))
        mentions = find_mentions(page, self._labels, scores, placed.stretches, syntax.heads)
        triggers = find_triggers(page, self._labels, scores, placed.stretches)
        return Tags(syntax.upos, syntax.heads, syntax.deprels, attributions, mentions, triggers)

    def find_attributions(self, page: Page) -> list[Attributed]:
        """The attributions of the page itself, none inside another, with the features that their confidence rests on."""
        if not page.tokens:
            return []
        placed = whole_page(page)
        scores = self._scores(placed)
        return self._outermost(_Sheet(page, placed, find_syntax(self._labels, scores, placed.passage)), scores)

    def _scores(self, placed: Placed, heads: Sequence[str] = FLAT) -> Scores:
        return read_scores(self._session, self._pieces, placed.passage, self._settings.overlap, heads)

    def _attributions(self, sheet: _Sheet, scores: Scores) -> Iterator[TaggedAttribution]:
        """The page's attributions, then those inside their contents, level by level; no word is part of two cues."""
        outermost = self._outermost(sheet, scores)
        level: list[tuple[Attributed, Placed, int | None]] = [(found, sheet.placed, None) for found in outermost]
        told, claimed = 0, {word for found in outermost for word in range(*found.cue)}
        for depth in range(self._settings.depth + 1):
            below: list[tuple[Attributed, Placed, int | None]] = []
            for found, where, within in level:
                yield _tagged(sheet.page, where, found, within)
            if depth < self._settings.depth:
                read = self._read_alone(sheet, [(found, where) for found, where, _ in level])
                for alone in read:
                    below += [(inner, part, told) for inner, part in self._inside(sheet, alone, claimed)] if alone else []
                    told += 1
            level = below

    def _outermost(self, sheet: _Sheet, scores: Scores) -> list[Attributed]:
        """What stands inside no other attribution: the turns of a transcript, and what the network marks outside them."""
        turns = find_turns(sheet.page)
        [found] = find_attributions(self._labels, [(scores, sheet.placed.stretches)])
        kept = [a for a in self._kept(found, sheet.placed, sheet.syntax) if not any(_touches(a, t) for t in turns)]
        kept += [Attributed((turn.content,), turn.source, turn.cue, (), TURN_CONFIDENCE) for turn in turns]
        return sorted(kept, key=lambda a: a.cue)

    def _kept(self, found: Sequence[Attributed], placed: Placed, syntax: Syntax) -> list[Attributed]:
        """Those of a passage's attributions that are sure enough; a cue that took no source has that of the verb above it."""
        sure = (a for a in found if a.confidence >= self._settings.threshold)
        return [a if a.source else replace(a, source=_subject(a, placed, syntax)) for a in sure]

    def _read_alone(self, sheet: _Sheet, outer: Sequence[tuple[Attributed, Placed]]) -> list[_Alone | None]:
        """The contents of attributions, each read as a text of its own; None for one that is too short or holds no word of saying."""
        parts: list[tuple[Placed, list[Range]] | None] = []
        for found, placed in outer:
            words = [at for run in found.contents for at in tokens_of(placed.places, run)]
            part = part_of(sheet.page, words)
            is_worth = len(part.passage.words) >= self._settings.least and any(may_attribute(sheet.syntax, at) for at in words)
            parts.append((part, words) if is_worth else None)
        read = iter(find_attributions(self._labels, [(self._scores(part, _ALONE), part.stretches) for part, _ in filter(None, parts)]))
        return [_Alone(*one, self._kept(next(read), one[0], sheet.syntax)) if one else None for one in parts]

    def _inside(self, sheet: _Sheet, alone: _Alone, claimed: set[int]) -> Iterator[tuple[Attributed, Placed]]:
        """What a content attributes in its turn, as it reads alone and by its syntax; of two with one cue the first counts.

        A find that is nearly the whole content is the content itself; one that reads alone but names no source is left out.
        ``claimed`` holds the words of the page that are part of a cue; those found are added to it.
        """
        part, size = alone.part, len(alone.part.passage.words)
        for inner in alone.found:
            is_sure = inner.source is not None and inner.confidence >= self._settings.inner_threshold
            cue = part.places[slice(*inner.cue)]
            if is_sure and sum(b - a for a, b in inner.contents) < 0.9 * size and claimed.isdisjoint(cue):
                claimed.update(cue)
                yield inner, part
        for at in alone.words:
            for clausal in find_clausal(sheet.syntax, at):
                if claimed.isdisjoint(range(*clausal.cue)):
                    claimed.update(range(*clausal.cue))
                    yield Attributed((clausal.content,), clausal.source, clausal.cue, (), CLAUSAL_CONFIDENCE), sheet.placed


def _touches(found: Attributed, turn: Turn) -> bool:
    """Whether the cue or the content of an attribution reaches into a turn."""
    return any(a < turn.content[1] and turn.source[0] < b for a, b in (found.cue, *found.contents))


def _subject(found: Attributed, placed: Placed, syntax: Syntax) -> Range | None:
    """The subject of the verb above a cue, in words of the passage; None where it lies elsewhere or in the content."""
    places = placed.places
    cue = places[found.cue[0]], places[found.cue[1] - 1] + 1
    at = find_subject(syntax, cue, (places[0], places[-1] + 1))
    if at is None or at[0] not in places or at[1] - 1 not in places:
        return None
    source = places.index(at[0]), places.index(at[1] - 1) + 1
    return source if all(source[1] <= a or b <= source[0] for a, b in found.contents) else None


def _tagged(page: Page, placed: Placed, found: Attributed, within: int | None) -> TaggedAttribution:
    content = tuple(span for at in sorted(found.contents) for span in spans_of(page, placed.places, at))
    source = spans_of(page, placed.places, found.source)[0] if found.source else None
    cue = spans_of(page, placed.places, found.cue)[0]
    return TaggedAttribution(content, source, cue, found.confidence, within)


def load_tagger(path: Path | None = None, settings: Settings | None = None, threads: int = 1) -> Tagger:
    """The tagger whose files are in folder ``path``, the package's own where none is given.

    Raises ModelMissing where a file is not there, ModelMismatch where they do not belong together or to this version.
    """
    home = path or HOME
    labels = load_labels(home / "labels.json")
    session = Session(home / "tagger.onnx", labels.digest, threads)
    return Tagger(session, labels, Pieces(home / "tokenizer.json", labels.marks), settings)
