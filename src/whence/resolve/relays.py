"""Through whom words came: outlets that the report cites, and what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.agents import find_agent
from whence.lexicon.wordings import load_wordings
from whence.model.pages import Page
from whence.model.spans import Span
from whence.resolve.casts import Cast, Placed
from whence.resolve.drafts import Draft
from whence.resolve.speakers import OWN_REPORT

# What may stand between "in an interview with" and the outlet.
_FILLERS = frozenset("the its a an state local semi-official official private national".split())
_NEAR = 2


def carry_relays(drafts: Sequence[Draft], cast: Cast, page: Page) -> list[Draft]:
    """The drafts with ``relay`` filled.

    An outlet passes on what its sentence ascribes to it ("in an interview with X"); a speaker who came through an outlet goes
    on doing so in the next paragraphs; nameless sources between an outlet's first and last citing, and one paragraph on, came
    through it where the report leans on it throughout. Words told to the printing outlet came through nobody.
    """
    filled: list[Draft] = []
    for draft in drafts:
        relay = draft.relay or _through(draft, cast, page) or _carried_on(draft, filled, page)
        filled.append(replace(draft, relay=tuple(id_ for id_ in relay if id_ not in (draft.speaker, cast.printer))))
    return _govern(filled, cast, page)


def paragraph_of(offset: int, page: Page) -> int:
    """The index of the paragraph that holds an offset, or of the last before it."""
    return max((index for index, span in enumerate(page.paragraphs) if span.start <= offset), default=0)


def _through(draft: Draft, cast: Cast, page: Page) -> tuple[str, ...]:
    """The outlet that the draft's own sentence says the words came by."""
    if draft.heading or draft.parent is not None:
        return ()
    sentence = next((s.span for s in page.sentences if s.span.start <= draft.place < s.span.end), None)
    if sentence is None:
        return ()
    for placed in cast.inside(sentence):
        lies_in_content = any(part.holds(placed.span) for part in draft.content)
        if not lies_in_content and cast.is_outlet(placed.entity.id) and _is_through(page.text[sentence.start : placed.span.start]):
            return (placed.entity.id,)
    return ()


def _is_through(before: str) -> bool:
    """Whether what stands before an outlet's name says that words came by it."""
    words = before.split()
    while words and (words[-1].casefold() in _FILLERS or ((agent := find_agent(words[-2:])) is not None and agent.sort == "media")):
        words.pop()
    return any(found.end() == len(" ".join(words)) for found in load_wordings("through").finditer(" ".join(words)))


def _carried_on(draft: Draft, before: Sequence[Draft], page: Page) -> tuple[str, ...]:
    """The relay of the speaker's words before, where these follow them closely."""
    if draft.speaker is None or draft.parent is not None:
        return ()
    for earlier in reversed(before):
        if earlier.speaker == draft.speaker and earlier.parent is None:
            near = paragraph_of(draft.start, page) - paragraph_of(earlier.start, page) <= _NEAR
            return earlier.relay if near and not earlier.heading else ()
    return ()


def _govern(drafts: Sequence[Draft], cast: Cast, page: Page) -> list[Draft]:
    """Nameless sources put under the one outlet that the whole report retells."""
    outlet, first, last = _dominant(drafts, cast, page)
    if outlet is None:
        return list(drafts)
    return [_governed(draft, outlet, cast, page) if first <= paragraph_of(draft.start, page) <= last + 1 else draft for draft in drafts]


def _governed(draft: Draft, outlet: str, cast: Cast, page: Page) -> Draft:
    speaker = cast.by_id.get(draft.speaker or "")
    if draft.parent is not None or draft.relay or speaker is None or speaker.kind not in ("unnamed", "group") or draft.cue is None:
        return draft
    return draft if _told_printer(draft, cast, page) else replace(draft, relay=(outlet,))


def _told_printer(draft: Draft, cast: Cast, page: Page) -> bool:
    """Whether the words were told to the outlet that printed the report."""
    sentence = next((s.span for s in page.sentences if s.span.start <= draft.place < s.span.end), None)
    return sentence is not None and any(placed.entity.id == cast.printer for placed in cast.inside(sentence))


def _dominant(drafts: Sequence[Draft], cast: Cast, page: Page) -> tuple[str | None, int, int]:
    """The one outlet cited again and again, with its first and last paragraphs; None where there is none or more than one."""
    places: dict[str, list[int]] = {}
    for draft in drafts:
        for id_ in (draft.speaker, *draft.relay):
            if id_ is not None and id_ != cast.printer and cast.is_outlet(id_):
                places.setdefault(id_, []).append(paragraph_of(draft.start, page))
    if len(places) != 1:
        return None, 0, 0
    [(outlet, found)] = places.items()
    spread = max(found) - min(found)
    return (outlet, min(found), max(found)) if len(set(found)) >= 3 and spread >= len(page.paragraphs) / 3 else (None, 0, 0)


def find_cited_outlet(cast: Cast, page: Page, place: int) -> str | None:
    """The outlet that "a report" without a maker is by: the first that the report cites beside the one that printed it; none where
    the paragraph has just told what "we reported", which is what "the same article" is then.
    """
    paragraph = page.paragraphs[paragraph_of(place, page)] if page.paragraphs else Span(0, place)
    if OWN_REPORT.search(page.text, paragraph.start, max(paragraph.start, place)):
        return None
    cited = [
        placed for placed in cast.placed if cast.is_outlet(placed.entity.id) and placed.entity.id != cast.printer and _is_in(placed, page)
    ]
    return cited[0].entity.id if cited else None


def _is_in(placed: Placed, page: Page) -> bool:
    return any(paragraph.holds(Span(*placed.span)) for paragraph in page.paragraphs)
