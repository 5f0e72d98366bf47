"""What somebody is quoted as saying by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of, subject_of
from whence.resolve.speakers import resolve_speaker

_QUOTES = frozenset("quoted quotes quoting quote cited cites citing".split())
_SAYING = frozenset("saying telling stating writing warning adding declaring describing".split())


def turn_quotings(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts, with "X quoted Y as saying" read so that Y is the source and X passed it on."""
    turned = list(drafts)
    for sentence, outlet, person, cue in _quotings(page, tree):
        by, _, _ = resolve_speaker(outlet, cast, tree)
        mine = [
            i
            for i, draft in enumerate(turned)
            if draft.cue is not None and sentence.holds(draft.cue) and _is_about(draft, outlet, person, cue)
        ]
        if by is None or not mine:
            continue
        best = max(mine, key=lambda i: sum(part.end - part.start for part in _outside(turned[i].content, person, cue)))
        content = _outside(turned[best].content, person, cue)
        if content:
            whole = replace(turned[best], source=person, cue=cue, relay=(by,), content=content)
            turned = [whole if i == best else draft for i, draft in enumerate(turned) if i == best or i not in mine]
    return turned


def _is_about(draft: Draft, outlet: Span, person: Span, cue: Span) -> bool:
    """Whether a draft is the tagger's view of "X quoted Y as saying"."""
    named = draft.source is not None and (draft.source.meets(outlet) or draft.source.meets(person))
    return named or (draft.cue is not None and draft.cue.meets(cue))


def _outside(content: Sequence[Span], person: Span, cue: Span) -> tuple[Span, ...]:
    """The parts of a content without the person quoted and the cue."""
    before = (Span(part.start, min(part.end, person.start)) for part in content if part.start < person.start)
    after = (Span(max(part.start, cue.end), part.end) for part in content if part.end > cue.end)
    return tuple(part for part in (*before, *after) if part.end - part.start > 3)


def _is_cited(draft: Draft, tree: Tree) -> bool:
    return draft.cue is not None and tree.words[tree.at(draft.cue.start)].casefold() in ("citing", "quoting")


def _quotings(page: Page, tree: Tree) -> Iterator[tuple[Span, Span, Span, Span]]:
    """For each "X quoted Y as saying": its sentence, the phrases of X and Y, and the last word of the cue."""
    for sentence in page.sentences:
        words = [word.casefold() for word in tree.words[sentence.first : sentence.last]]
        for place, word in enumerate(words[:-1]):
            verb = sentence.first + place
            if word not in _QUOTES or (end := _as_saying(words, place)) is None:
                continue
            subject, quoted = subject_of(tree, verb), _quoted(tree, verb, sentence.first + end)
            if subject is not None and quoted is not None:
                yield sentence.span, span_of(tree, phrase_of(tree, subject)), span_of(tree, quoted), tree.spans[sentence.first + end + 1]


def _as_saying(words: Sequence[str], place: int) -> int | None:
    """Where, after the verb at ``place``, "as saying" begins."""
    return next((at for at in range(place + 1, len(words) - 1) if words[at] == "as" and words[at + 1] in _SAYING), None)


def _quoted(tree: Tree, verb: int, end: int) -> range | None:
    """The words between the verb and "as", without a relative clause."""
    clause = next((at for at in range(verb + 1, end) if tree.words[at] == ","), end)
    return range(verb + 1, clause) if clause > verb + 1 else None
