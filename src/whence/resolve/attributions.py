"""Who says so, and through whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Attribution, Entity
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.resolve.acts import resolve_act
from whence.resolve.additions import add_cited, add_continued, add_heading, iter_quoted_as_saying
from whence.resolve.anonymities import asks_for_anonymity, find_reason, resolve_anonymity
from whence.resolve.casts import Cast
from whence.resolve.contents import trim_content
from whence.resolve.drafts import Draft
from whence.resolve.knowledge import find_grounds
from whence.resolve.listeners import find_audience, resolve_target
from whence.resolve.modes import resolve_mode
from whence.resolve.nests import nest_drafts
from whence.resolve.relays import carry_relays, find_cited_outlet
from whence.resolve.speakers import is_report, resolve_speaker

LEAST_CONFIDENCE = 0.3


def resolve_attributions(page: Page, tags: Tags, entities: Sequence[Entity], report: Report) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """The attributions of a report in the order of the text, with ids ``a1``, ``a2`` …, and its entities.

    Every attribution has a ``source_entity`` or says in ``unknown_because`` why it has none. Marks of the tagger below
    ``LEAST_CONFIDENCE`` and requests for anonymity are left out.
    """
    tree, cast = grow_tree(page, tags), Cast(entities, report, page.text)
    drafts = _quoted_through(_marked(page, tags), cast, tree)
    drafts = add_cited(add_continued(add_heading(drafts, cast, page, tree), page, tree), cast, page, tree)
    drafts = _spoken(nest_drafts(_trimmed(drafts, page), page), cast, tree, page)
    drafts = carry_relays(drafts, cast, page)
    ids = [f"a{number}" for number in range(1, len(drafts) + 1)]
    chains = _chains(drafts, cast)
    return cast.entities, tuple(_attribution(draft, ids, chains[index], index, drafts, cast, page, tree) for index, draft in enumerate(drafts))


def _marked(page: Page, tags: Tags) -> list[Draft]:
    """What the tagger marked, but for what it was unsure of and for requests not to be named."""
    kept = [index for index, tag in enumerate(tags.attributions) if tag.confidence >= LEAST_CONFIDENCE and not _asks(index, page, tags)]
    place = {index: number for number, index in enumerate(kept)}
    marked = (tags.attributions[index] for index in kept)
    return [Draft(tag.content, tag.source, tag.cue, tag.confidence, place.get(tag.within) if tag.within is not None else None) for tag in marked]


def _asks(index: int, page: Page, tags: Tags) -> bool:
    tag = tags.attributions[index]
    words = sum(len(part.of(page.text).split()) for part in tag.content)
    return words <= 30 and asks_for_anonymity(" ".join(part.of(page.text) for part in (tag.cue, *tag.content) if part)[:90])


def _trimmed(drafts: Sequence[Draft], page: Page) -> list[Draft]:
    """The drafts with their contents trimmed, in the order of the text; a draft of which no content is left is dropped."""
    trimmed = [replace(draft, content=trim_content(draft.content, page)) for draft in drafts]
    order = sorted((i for i, draft in enumerate(trimmed) if draft.content), key=lambda i: (trimmed[i].content[0].start, -trimmed[i].content[-1].end))
    place = {index: number for number, index in enumerate(order)}
    return [replace(trimmed[i], parent=place.get(parent) if (parent := trimmed[i].parent) is not None else None) for i in order]


def _quoted_through(drafts: Sequence[Draft], cast: Cast, tree: Tree) -> list[Draft]:
    """"X quoted Y as saying": Y is the source, and X passed it on."""
    turned = []
    for draft in drafts:
        for outlet, person in iter_quoted_as_saying(draft, tree):
            by, _, _ = resolve_speaker(outlet, cast, tree)
            if by is not None:
                content = tuple(part for part in draft.content if not part.meets(person)) or draft.content
                draft = replace(draft, source=person, relay=(by,), content=content)
        turned.append(draft)
    return turned


def _spoken(drafts: Sequence[Draft], cast: Cast, tree: Tree, page: Page) -> list[Draft]:
    """The drafts with their speakers."""
    spoken: list[Draft] = []
    for draft in drafts:
        spoken.append(_with_speaker(draft, spoken, cast, tree, page))
    return spoken


def _with_speaker(draft: Draft, before: Sequence[Draft], cast: Cast, tree: Tree, page: Page) -> Draft:
    if draft.carries_on or (draft.source is None and draft.cue is None):
        last = next((other for other in reversed(before) if other.parent is None and other.speaker is not None), None)
        return replace(draft, speaker=last.speaker, relay=last.relay) if last else replace(draft, unknown_because="the quotation is given to nobody")
    if draft.source is None:
        return replace(draft, unknown_because="the report does not say who")
    speaker, others, because = resolve_speaker(draft.source, cast, tree)
    if speaker is None and draft.source.of(page.text).casefold() in ("i", "me") and draft.parent is not None:
        speaker = before[draft.parent].speaker if draft.parent < len(before) else None
    if speaker is None and is_report(draft.source, tree):
        speaker = find_cited_outlet(cast, cast.entities, page)
        because = None if speaker else "the report that is cited is not named"
    return replace(draft, speaker=speaker, co_sources=others, unknown_because=None if speaker else because)


def _chains(drafts: Sequence[Draft], cast: Cast) -> list[tuple[str, ...]]:
    """Who passed each content on, outermost first, without the outlet that printed it."""
    chains: list[tuple[str, ...]] = []
    for draft in drafts:
        outer = chains[draft.parent] if draft.parent is not None and draft.parent < len(chains) else ()
        links = [*outer, *draft.relay, *([draft.speaker] if draft.speaker else [])]
        chains.append(tuple(id_ for place, id_ in enumerate(links) if id_ != cast.printer and id_ not in links[:place]))
    return chains


def _attribution(
    draft: Draft, ids: Sequence[str], chain: tuple[str, ...], index: int, drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree
) -> Attribution:
    speaker = cast.by_id.get(draft.speaker or "")
    words = [tree.words[word] for word in tree.inside(draft.cue)] if draft.cue else []
    act, polarity = resolve_act(words, draft.content[0].of(page.text), speaker)
    sentence, following = _sentences(draft, page)
    grounds = find_grounds(page.text, _around(sentence, draft), draft.content, following)
    return Attribution(
        id=ids[index],
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        source_entity=draft.speaker,
        mode=resolve_mode(draft.content, page, tree, within=_quotation(draft, drafts, page)),
        act=act,
        anonymity=resolve_anonymity(speaker, cast),
        confidence=draft.confidence,
        co_sources=draft.co_sources,
        polarity=polarity,
        target=resolve_target(draft, act, cast, tree),
        audience=find_audience(draft, cast, tree),
        parent=ids[draft.parent] if draft.parent is not None else None,
        chain=chain,
        unknown_because=draft.unknown_because,
        reason=find_reason(page.text, sentence) if speaker is not None and speaker.kind in ("unnamed", "group") else None,
        knows_by=grounds.knows_by,
        knows_span=grounds.knows_span,
        verification=grounds.verification,
        hedge=grounds.hedge,
    )


def _sentences(draft: Draft, page: Page) -> tuple[Span, Span | None]:
    """The sentence of an attribution's source or cue, and the one after it in the same paragraph."""
    for number, sentence in enumerate(page.sentences):
        if sentence.span.start <= draft.place < sentence.span.end:
            after = page.sentences[number + 1] if number + 1 < len(page.sentences) else None
            return sentence.span, after.span if after and after.paragraph == sentence.paragraph else None
    return draft.content[0], None


def _around(sentence: Span, draft: Draft) -> list[Span]:
    """The stretches of a sentence that lie outside the content."""
    stretches, at = [], sentence.start
    for part in sorted(draft.content):
        if part.start > at and part.start < sentence.end:
            stretches.append(Span(at, part.start))
        at = max(at, part.end)
    return [*stretches, *([Span(at, sentence.end)] if at < sentence.end else [])]


def _quotation(draft: Draft, drafts: Sequence[Draft], page: Page) -> Span | None:
    """The quotation that an enclosing attribution stands in, where this one lies in it."""
    if draft.parent is None:
        return None
    held = [q.inner for q in page.quotations if q.inner.holds(draft.content[0]) and any(part.meets(q.inner) for part in drafts[draft.parent].content)]
    return max(held, key=lambda span: span.end - span.start) if held else None
