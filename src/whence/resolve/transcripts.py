"""Turns of a transcript: what is said after a name and a colon, and which of it is the broadcaster's own report."""

from __future__ import annotations

from collections.abc import Sequence

from whence.lexicon.agents import find_agent
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.resolve.casts import Cast
from whence.resolve.drafts import Draft
from whence.resolve.nests import without

HOSTS = frozenset("presenter host anchor interviewer moderator newsreader".split())
_STAFF = frozenset("correspondent editor reporter presenter host anchor".split())


def is_turn(draft: Draft, page: Page) -> bool:
    """Whether a draft is a turn: a name that opens a paragraph, a colon, and what is said."""
    if draft.source is None or draft.cue is None or draft.cue.of(page.text) != ":":
        return False
    return any(paragraph.start == draft.source.start for paragraph in page.paragraphs) and draft.cue.start - draft.source.end <= 1


def drop_own_voice(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts without the turns of those who speak for the outlet that printed the transcript; what lies in one moves up.

    These are its hosts, by their label, and whom the report calls "our correspondent", "our editor".
    """
    turns = [index for index, draft in enumerate(drafts) if is_turn(draft, page)]
    hosts = {drafts[index].speaker for index in turns if _is_label_of_host(drafts[index], tree)} - {None}
    own = {
        index
        for index in turns
        if _is_label_of_host(drafts[index], tree) or drafts[index].speaker in hosts or _is_staff(drafts[index], cast)
    }
    return without(drafts, own)


def _is_label_of_host(draft: Draft, tree: Tree) -> bool:
    return draft.source is not None and any(tree.folded[word] in HOSTS for word in tree.inside(draft.source))


def _is_staff(draft: Draft, cast: Cast) -> bool:
    """Whether the report calls a speaker its own: "our diplomatic editor X"."""
    speaker = cast.by_id.get(draft.speaker or "")
    for role in speaker.roles if speaker is not None else ():
        agent = find_agent(role.role.split())
        if agent is not None and agent.noun in _STAFF and cast.text[: role.span.start].split()[-1:] in (["our"], ["Our"]):
            return True
    return False
