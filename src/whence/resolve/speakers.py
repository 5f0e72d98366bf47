"""Whom a source phrase names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.lexicon.agents import find_agent
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.readings import Entity
from whence.model.spans import Span
from whence.resolve.casts import Cast, Placed

_FIRST_PERSON = frozenset("i me my myself mine".split())
_WE = frozenset("we us our ours ourselves".split())
_OTHERS = frozenset("you your one nobody anyone everyone someone somebody others many some there this".split())
_RELATIVES = frozenset("who whom whose which that".split())
OWN_REPORT = re.compile(r"\b[Ww]e (?:had |have )?(?:first |also |wrongly )?(?:reported|wrote|published|printed|stated|said)\b")
_REPORTS = frozenset("report article story dispatch account interview".split())


def resolve_speaker(source: Span, cast: Cast, tree: Tree) -> tuple[str | None, tuple[str, ...], str | None]:
    """The entity id that a source phrase stands for, those of its coordinated sources, and why there is none.

    A document speaks for whoever made or keeps it ("a statement by the operator", "its log").
    """
    word = source.of(cast.text).strip().casefold()
    if word in _FIRST_PERSON | _WE | _OTHERS:
        return None, (), f"nobody is named for “{source.of(cast.text)}”"
    inside = cast.inside(source)
    head = tree.head_of(source)
    if head is not None and (maker := _maker(head, inside, cast, tree)) is not None:
        return maker.entity.id, (), None
    chosen = _chosen(inside, source, head, tree)
    if chosen is None:
        return None, (), _reason(source, head, cast, tree)
    others = tuple(dict.fromkeys(other.entity.id for other in _coordinated(chosen, inside, tree) if other.entity.id != chosen.entity.id))
    named = next((other for other in _coordinated(chosen, inside, tree) if other.entity.kind == "person"), None)
    if named is not None and chosen.entity.kind != "person":
        others = tuple(id_ for id_ in (chosen.entity.id, *others) if id_ != named.entity.id)
        return named.entity.id, others, None
    return chosen.entity.id, others, None


def is_own_voice(source: Span, page: Page) -> bool:
    """Whether a source is the "we" that tells what the report's own outlet has printed; others say "we" in statements and letters."""
    return OWN_REPORT.match(page.text, source.start) is not None and is_unquoted_we(source, page)


def is_unquoted_we(source: Span, page: Page) -> bool:
    """Whether a source is a "we" outside quotations: where the report tells its outlet, nobody else says it."""
    return source.of(page.text).casefold() == "we" and not any(quotation.inner.holds(source) for quotation in page.quotations)


def is_report(source: Span, tree: Tree) -> bool:
    """Whether a source phrase is one report or paper whose maker or name is not in it: "a new report", "paper"; a poll or a study
    may be anybody's.
    """
    head = tree.head_of(source)
    if head is None:
        return False
    agent = find_agent([tree.words[head]])
    return agent is not None and not agent.plural and (agent.noun in _REPORTS or agent.sort == "media")


def _maker(head: int, inside: Sequence[Placed], cast: Cast, tree: Tree) -> Placed | None:
    """Who made a document: after ``by``, ``of`` or ``from``, else its owner."""
    agent = find_agent([tree.words[head]])
    if agent is None or agent.kind != "document":
        return None
    if inside and cast.printer and any(tree.words[word].casefold() == "our" for word in tree.children[head]):
        return next((placed for placed in cast.placed if placed.entity.id == cast.printer), None)
    for preposition in ("by", "from", "of", "in", "on"):
        for placed in inside:
            before = tree.at(placed.span.start) - 1
            words = [tree.words[word].casefold() for word in range(max(0, before - 1), before + 1)]
            if preposition in words and placed.entity.kind != "place":
                return _owner(placed, inside, cast.text)
    start = inside[0] if inside else None
    return start if start is not None and tree.at(start.span.start) < head and not start.span.holds(tree.spans[head]) else None


def _owner(placed: Placed, inside: Sequence[Placed], text: str) -> Placed:
    """For "its website" whoever "its" is, else the mention itself."""
    agent = find_agent(placed.span.of(text).split())
    if agent is None or agent.sort != "media":
        return placed
    first = next((other for other in inside if other.mention.form == "pronoun" and other.span.start == placed.span.start), None)
    return first if first is not None and first.entity.id != placed.entity.id else placed


def _chosen(inside: Sequence[Placed], source: Span, head: int | None, tree: Tree) -> Placed | None:
    """The mention that the phrase is about: the whole of it, the one with its head, a name that closes it, or the one that opens it."""
    for placed in inside:
        if placed.span == source:
            return placed
    closing = [
        placed for placed in inside if placed.span.end == source.end and (_is_titled(placed, source) or _is_sorted(placed, source, tree))
    ]
    if closing:
        return closing[0]
    named = [
        placed
        for placed in inside
        if placed.mention.form == "named"
        and placed.entity.kind == "person"
        and not _is_governed(placed, source, tree)
        and not _modifies(placed, tree)
        and not _is_told_of(placed, source, tree)
    ]
    if named:
        return named[0]
    if head is not None:
        own = [placed for placed in inside if tree.head_of(placed.span) == head]
        if own:
            return own[0]
    free = [placed for placed in inside if not _is_governed(placed, source, tree) and not _qualifies(placed, source, tree)]
    return (
        free[0] if free and free[0].span.start == _first(source, tree) else free[-1] if free and free[-1].span.end == source.end else None
    )


def _is_titled(placed: Placed, source: Span) -> bool:
    """Whether a person's name closes the source after a title that opens it."""
    roles = [role.span for role in placed.entity.roles]
    return placed.mention.form == "named" and any(
        source.start <= span.start <= source.start + 4 and span.end + 1 == placed.span.start for span in roles
    )


def _is_sorted(placed: Placed, source: Span, tree: Tree) -> bool:
    """Whether a newsroom's name closes the source after a noun that says what it is ("the Varna daily Lantern")."""
    words = tree.inside(placed.span)
    agent = find_agent([tree.words[words.start - 1]]) if words.start > tree.inside(source).start else None
    return placed.mention.form == "named" and agent is not None and agent.sort == "media"


def _modifies(placed: Placed, tree: Tree) -> bool:
    """Whether a name only tells of what land or body the noun after it is ("a Varnish army spokesman")."""
    head = tree.head_of(placed.span)
    return head is not None and tree.is_in(head, "amod", "compound") and tree.heads[head] >= tree.inside(placed.span).stop


def _qualifies(placed: Placed, source: Span, tree: Tree) -> bool:
    """Whether a name tells whose the noun after it in the source is: the Ulm campaign is not Ulm."""
    head = tree.head_of(placed.span)
    return head is not None and _modifies(placed, tree) and tree.heads[head] in tree.inside(source)


def _is_told_of(placed: Placed, source: Span, tree: Tree) -> bool:
    """Whether a mention stands in a relative clause of the source: who made the report known is not who it is by."""
    before = range(tree.inside(source).start + 1, tree.inside(placed.span).start)
    return any(tree.folded[word] in _RELATIVES for word in before)


def _first(source: Span, tree: Tree) -> int:
    words = tree.inside(source)
    skip = words.start + 1 if words and tree.words[words.start].casefold() in ("the", "a", "an") else words.start
    return tree.spans[skip].start if words else source.start


def _is_governed(placed: Placed, source: Span, tree: Tree) -> bool:
    """Whether a mention only says of what or whose the source is: after a preposition, or before an apostrophe."""
    words = tree.inside(placed.span)
    before = [tree.words[word].casefold() for word in range(tree.inside(source).start, words.start)]
    after = tree.words[words.stop] if words.stop < len(tree.words) and tree.spans[words.stop].start < source.end else ""
    return any(word in ("of", "in", "for", "from", "with", "at", "to", "by", "on", "under") for word in before) or after in (
        "’s",
        "'s",
        "’",
        "'",
    )


def _coordinated(chosen: Placed, inside: Sequence[Placed], tree: Tree) -> list[Placed]:
    """The other mentions of a source phrase that ``and`` joins to the chosen one."""
    head = tree.head_of(chosen.span)
    found = []
    for placed in inside:
        other = tree.head_of(placed.span)
        if other is None or head is None or other == head or placed.span.holds(chosen.span) or chosen.span.holds(placed.span):
            continue
        if (tree.is_in(other, "conj") and tree.heads[other] == head) or (tree.is_in(head, "conj") and tree.heads[head] == other):
            found.append(placed)
    return found


def _reason(source: Span, head: int | None, cast: Cast, tree: Tree) -> str:
    if head is not None and tree.upos[head] == "PRON":
        return f"the pronoun “{source.of(cast.text)}” could stand for several, or for nobody in the report"
    return f"nobody in the report is known to be “{source.of(cast.text)}”"


def speaker_of(id_: str | None, cast: Cast) -> Entity | None:
    """The entity with this id, None for None."""
    return cast.by_id[id_] if id_ is not None else None
