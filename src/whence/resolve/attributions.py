"""Who says so, and through whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Attribution, Entity
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import TaggedAttribution, Tags
from whence.resolve.acts import resolve_act
from whence.resolve.additions import add_cited, add_continued, add_dashed, add_heading, add_inverted, cut_off
from whence.resolve.anonymities import asks_for_anonymity, find_reason, resolve_anonymity
from whence.resolve.casts import Cast
from whence.resolve.contents import trim_content
from whence.resolve.drafts import Draft
from whence.resolve.first_persons import add_first_persons
from whence.resolve.formulas import add_formulas
from whence.resolve.inner_sayings import add_inner_sayings
from whence.resolve.interviews import add_answers
from whence.resolve.joins import part_joined
from whence.resolve.knowledge import find_grounds
from whence.resolve.listeners import find_audience, resolve_target
from whence.resolve.modes import resolve_mode
from whence.resolve.nests import drop_idle, nest_drafts
from whence.resolve.papers import find_issuer
from whence.resolve.quotings import turn_quotings
from whence.resolve.relays import carry_relays, find_cited_outlet
from whence.resolve.repairs import repair_drafts
from whence.resolve.sayings import add_sayings
from whence.resolve.speakers import is_own_voice, is_report, is_unquoted_we, resolve_speaker
from whence.resolve.transcripts import drop_own_voice, is_turn
from whence.resolve.vetoes import drop_vetoed

LEAST_CONFIDENCE = 0.4
_LONGEST_REQUEST = 30
_NOBODY = frozenset("no none nobody".split())


def resolve_attributions(
    page: Page, tags: Tags, entities: Sequence[Entity], report: Report
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """The attributions of a report in the order of the text, with ids ``a1``, ``a2`` …, and its entities.

    Every attribution has a ``source_entity`` or says in ``unknown_because`` why it has none. Marks of the tagger below
    ``LEAST_CONFIDENCE`` and requests for anonymity are left out.
    """
    tree, cast = grow_tree(page, tags), Cast(entities, report, page.text)
    drafts = repair_drafts(turn_quotings(_marked(tags), cast, page, tree), page, tree)
    drafts = part_joined(drafts, page, tree)
    drafts = add_inverted(add_formulas(cut_off(add_sayings(drafts, page, tree), tree), cast, page, tree), page, tree)
    drafts = add_cited(add_continued(add_dashed(add_heading(drafts, cast, page, tree), cast, page, tree), page, tree), cast, page, tree)
    drafts = add_answers(add_inner_sayings(drafts, tree), cast, page)
    drafts = _spoken(drop_idle(nest_drafts(_trimmed(drafts, page)), tree), cast, tree, page)
    drafts = drop_own_voice(drop_vetoed(drafts, page, tree), cast, page, tree)
    drafts = carry_relays(drafts, cast, page)
    ids = [f"a{number}" for number in range(1, len(drafts) + 1)]
    chains = _chains(drafts, cast)
    attributions = tuple(_attribution(draft, ids, chains[index], index, drafts, cast, page, tree) for index, draft in enumerate(drafts))
    return add_first_persons(cast.entities, attributions, tree), attributions


def _marked(tags: Tags) -> list[Draft]:
    """What the tagger marked, but for what it was unsure of, and once where it marked a cue twice."""
    kept = (tag for tag in tags.attributions if tag.confidence >= LEAST_CONFIDENCE)
    drafts = [Draft(tag.content, tag.source, tag.cue, tag.confidence, under=_cue_above(tag, tags)) for tag in kept]
    surest = {draft.cue: draft for draft in sorted(drafts, key=lambda draft: draft.confidence)}
    return [draft for draft in drafts if draft.cue is None or surest[draft.cue] is draft or not _overlap(draft, surest[draft.cue])]


def _overlap(draft: Draft, other: Draft) -> bool:
    return any(mine.meets(theirs) for mine in draft.content for theirs in other.content)


def _cue_above(tag: TaggedAttribution, tags: Tags) -> Span | None:
    """The cue of the attribution inside whose content the tagger found this one."""
    return tags.attributions[tag.within].cue if tag.within is not None else None


def _asks(draft: Draft, page: Page) -> bool:
    """Whether a draft is only somebody's request not to be named."""
    words = sum(len(part.of(page.text).split()) for part in draft.content)
    return words <= _LONGEST_REQUEST and asks_for_anonymity(
        " ".join(part.of(page.text) for part in (draft.cue, *draft.content) if part)[:90]
    )


def _trimmed(drafts: Sequence[Draft], page: Page) -> list[Draft]:
    """The drafts with their contents trimmed, in the order of the text; a draft of which no content is left is dropped."""
    trimmed = (replace(draft, content=trim_content(draft.content, page)) for draft in drafts if not _asks(draft, page))
    return sorted(
        (draft for draft in trimmed if draft.content),
        key=lambda draft: (draft.content[0].start, -draft.content[-1].end, draft.under is not None),
    )


def _spoken(drafts: Sequence[Draft], cast: Cast, tree: Tree, page: Page) -> list[Draft]:
    """The drafts with their speakers."""
    spoken: list[Draft] = []
    for draft in drafts:
        spoken.append(_with_speaker(draft, spoken, cast, tree, page))
    return [_quoted_again(draft, spoken, page) for draft in spoken]


def _quoted_again(draft: Draft, drafts: Sequence[Draft], page: Page) -> Draft:
    """The draft; a quotation that is given to nobody, as in a headline, has the speaker of the same words elsewhere."""
    if not draft.carries_on or draft.speaker is not None:
        return draft
    words = draft.content[0].of(page.text).strip(" .,!?…")
    same = (other for other in drafts if other.speaker is not None and any(words in part.of(page.text) for part in other.content))
    again = next(same, None)
    return replace(draft, speaker=again.speaker, relay=again.relay, unknown_because=None) if again else draft


def _with_speaker(draft: Draft, before: Sequence[Draft], cast: Cast, tree: Tree, page: Page) -> Draft:
    if draft.speaker is not None or draft.unknown_because is not None:
        return draft
    if draft.carries_on or (draft.source is None and draft.cue is None):
        last = next((other for other in reversed(before) if other.parent is None and (other.speaker or other.source)), None)
        return (
            replace(draft, speaker=last.speaker, relay=last.relay)
            if last is not None and last.speaker is not None
            else replace(draft, unknown_because="the quotation is given to nobody")
        )
    if draft.agentless:
        return replace(draft, unknown_because="a passive: the report does not say who")
    if draft.source is None:
        return replace(draft, unknown_because="the report does not say who")
    if is_own_voice(draft.source, page) and draft.parent is None:
        return replace(draft, speaker=cast.printer, unknown_because=None if cast.printer else "the report does not name its own outlet")
    if cast.printer is not None and draft.parent is None and is_unquoted_we(draft.source, page):
        return replace(draft, speaker=cast.printer)
    if tree.folded[tree.at(draft.source.start)] in _NOBODY:
        return replace(draft, unknown_because="nobody is said to have said it")
    speaker, others, because = resolve_speaker(draft.source, cast, tree)
    if speaker is not None:
        speaker = _himself(draft, draft.source, before, cast) or _antecedent(speaker, draft.source, cast)
        because = None if speaker else f"“{draft.source.of(page.text)}” may stand for more than one"
    if speaker is None and draft.source.of(page.text).casefold() in ("i", "me") and draft.parent is not None:
        speaker = before[draft.parent].speaker if draft.parent < len(before) else None
    if speaker is None and (issuer := find_issuer(draft.source, cast, tree)) is not None:
        speaker, because = issuer, None
    if speaker is None and is_report(draft.source, tree):
        speaker = find_cited_outlet(cast, page, draft.source.start)
        because = None if speaker else "the report that is cited is not named"
    return replace(draft, speaker=speaker, co_sources=others, unknown_because=None if speaker else because)


def _himself(draft: Draft, source: Span, before: Sequence[Draft], cast: Cast) -> str | None:
    """The nameless speaker of the content that opens with "he" or "she": "quoted a pilot as saying he had asked for help"."""
    if draft.parent is None or draft.parent >= len(before) or source.of(cast.text).casefold() not in ("he", "she"):
        return None
    outer = before[draft.parent]
    speaker = cast.by_id.get(outer.speaker or "")
    opens = any(part.start == source.start for part in outer.content)
    return speaker.id if speaker is not None and opens and speaker.kind == "unnamed" else None


def _antecedent(speaker: str, source: Span, cast: Cast) -> str | None:
    """The speaker; for a relative pronoun after two that "and" joins, the latter of them, None where it has no mention of its own."""
    entity = cast.by_id[speaker]
    joined = " and " in entity.name
    if source.of(cast.text).casefold() not in ("that", "who", "which") or not joined:
        return speaker
    near = [p for p in cast.placed if 0 <= source.start - p.span.end <= 2 and " and " not in p.span.of(cast.text)]
    return near[0].entity.id if near else None


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
    words = [*_negation(draft, tree), *(_cue_words(draft.cue, tree) if draft.cue else [])]
    mode = "direct" if is_turn(draft, page) else resolve_mode(draft.content, page, tree, within=_quotation(draft, drafts, page))
    act, polarity = resolve_act(words, draft.content[0].of(page.text), speaker, quoted=mode == "direct")
    if draft.declines:
        act, polarity = "decline", "positive"
    sentence, following = _sentences(draft, page)
    grounds = find_grounds(page.text, _around(sentence, draft), draft.content, following)
    return Attribution(
        id=ids[index],
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        source_entity=draft.speaker,
        mode=mode,
        act=act,
        anonymity="outlet" if speaker is None and draft.source and is_own_voice(draft.source, page) else resolve_anonymity(speaker, cast),
        confidence=draft.confidence,
        co_sources=draft.co_sources,
        polarity=polarity,
        target=resolve_target(draft, act, cast, tree),
        audience=find_audience(draft, tree),
        parent=ids[draft.parent] if draft.parent is not None else None,
        chain=chain,
        unknown_because=draft.unknown_because,
        reason=find_reason(page.text, sentence) if speaker is not None and speaker.kind in ("unnamed", "group") else None,
        knows_by=grounds.knows_by,
        knows_span=grounds.knows_span,
        verification=grounds.verification,
        hedge=grounds.hedge,
    )


def _negation(draft: Draft, tree: Tree) -> list[str]:
    """The negation that opens the source or stands before it: "no group", "neither the ministry nor …"."""
    first = tree.at(draft.source.start) if draft.source is not None else 0
    negated = draft.source is not None and (tree.folded[first] in _NOBODY or (first > 0 and tree.folded[first - 1] == "neither"))
    return ["not"] if negated else []


def _cue_words(cue: Span, tree: Tree) -> list[str]:
    """The words of a cue, with the preposition after it that may change its sense ("called" … "for")."""
    words = tree.inside(cue)
    after = words.stop < len(tree.words) and tree.words[words.stop].casefold() in ("for", "on", "upon")
    return [tree.words[word] for word in range(words.start, words.stop + after)]


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
    held = [
        q.inner
        for q in page.quotations
        if q.inner.holds(draft.content[0]) and any(part.meets(q.inner) for part in drafts[draft.parent].content)
    ]
    return max(held, key=lambda span: span.end - span.start) if held else None
