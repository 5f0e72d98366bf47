"""Attributions that follow from the form of a text: headlines, quotations that go on, "citing X"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from whence.lexicon.agents import find_agent
from whence.model.pages import Page, Quotation
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.contents import has_more
from whence.resolve.drafts import Draft
from whence.resolve.phrases import phrase_of, span_of

_TAIL = re.compile(r"^(?P<content>.{12,}?)\s*[:–—-]\s+(?P<source>[^:,;.!?“”‘’]{2,45})$", re.DOTALL)
_SAYS = re.compile(
    r"^(?P<content>.{8,}?)[,’”'\"]+\s*(?P<first>say|says|said|report|reports|writes|write|claims|claim|warns|warn)\s+(?P<source>[^:;.!?“”]{2,60})$",
    re.DOTALL,
)
_SOURCE_SAYS = re.compile(
    r"^(?P<content>.{12,}?),\s+(?P<source>[^:;,.!?“”]{2,40}?)\s+(?P<first>says|say|said|reports|report|writes|claims)$", re.DOTALL
)
_CITING = re.compile(r"\b(?:citing|quoting|with reference to)\s+(?!as\b)", re.IGNORECASE)
_DASH = re.compile(r"\s*(?P<dash>[–—―-]{1,2})\s*(?P<source>[^,;:.!?“”\n]{2,60})(?=[,;:.!?\n]|$)")
_SO = frozenset({"so", "thus"})
_WRITES = frozenset("writes wrote reports reported says said".split())
_CERTAIN = 0.9
_INVERTED = 0.75
_LEAST_WORDS = 4


def add_heading(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts and the headline's own attribution ("X: report", "X, says Y", "X, paper reports"), where none was marked in it."""
    if page.title is None:
        return list(drafts)
    for form in (_SAYS, _SOURCE_SAYS, _TAIL):
        found = form.match(page.title.of(page.text))
        if found and _is_source(source := _span(found, "source", page.title), cast, tree):
            cue = _span(found, "first", page.title) if "first" in form.groupindex else None
            content = _span(found, "content", page.title)
            if any(draft.source is not None and draft.source.meets(source) and draft.cue is not None for draft in drafts):
                break
            kept = [
                draft
                for draft in drafts
                if not any(part.meets(page.title) for part in draft.content) or (draft.cue is not None and content.holds(draft.cue))
            ]
            return [Draft((content,), source, cue, _CERTAIN, heading=True), *kept]
    return list(drafts)


def _span(found: re.Match[str], name: str, title: Span) -> Span:
    return Span(title.start + found.start(name), title.start + found.end(name))


def _is_source(span: Span, cast: Cast, tree: Tree) -> bool:
    """Whether what a headline ends in can be who says it: somebody the report speaks of, or a report."""
    words = [tree.words[word] for word in tree.inside(span)]
    if not words or len(words) > 7:
        return False
    agent = find_agent(words)
    reports = agent is not None and (agent.kind == "document" or agent.sort == "media") and len(words) <= 3
    return reports or any(placed.entity.kind != "place" and placed.span.end == span.end for placed in cast.inside(span))


def add_continued(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts and an attribution for each quotation of whole sentences that none of them covers, where a speaker plainly goes on.

    The speaker goes on where the sentence before, in the same paragraph or at the end of the last one, is his.
    """
    kept = sorted(drafts, key=lambda draft: draft.start)
    for quotation in page.quotations:
        if _is_whole(quotation, page, tree) and not any(part.meets(quotation.inner) for draft in kept for part in draft.content):
            before = [draft for draft in kept if draft.start < quotation.span.start]
            if before and _follows(before[-1], quotation, page):
                kept.append(Draft((quotation.inner,), None, None, min(before[-1].confidence, _CERTAIN), carries_on=True))
                kept.sort(key=lambda draft: draft.start)
    return kept


def add_dashed(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts and one for each paragraph that is a quotation, a dash and who said it ("“…” – Ana Reyl, a miller")."""
    added: list[Draft] = []
    for paragraph in page.paragraphs:
        quotation = next((q for q in page.quotations if q.span.start == paragraph.start and not q.answers), None)
        dash = _DASH.match(page.text, quotation.span.end, paragraph.end) if quotation is not None else None
        if quotation is None or dash is None or any(part.meets(quotation.inner) for draft in drafts for part in draft.content):
            continue
        source = Span(*dash.span("source"))
        if _is_source(source, cast, tree):
            added.append(Draft((quotation.inner,), source, Span(*dash.span("dash")), _CERTAIN))
    return [*drafts, *added]


def cut_off(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The drafts; a content that other words of saying part from its cue, a sentence further on, goes on with whoever spoke last."""
    said = {_sentence(draft.cue, tree) for draft in drafts if draft.cue is not None and draft.source is not None}
    return [replace(draft, source=None, cue=None, carries_on=True) if _is_parted(draft, said, tree) else draft for draft in drafts]


def _is_parted(draft: Draft, said: Collection[int], tree: Tree) -> bool:
    """Whether somebody is said to speak in a sentence between a draft's cue and its content."""
    if draft.cue is None:
        return False
    first, last = _sentence(draft.cue, tree), _sentence(draft.content[0], tree)
    return any(between in said for between in range(first + 1, last))


def _sentence(span: Span, tree: Tree) -> int:
    return tree.sentences[min(tree.at(span.start), len(tree.words) - 1)]


def add_inverted(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts and one for each "So writes X": the content is the sentence before it in its paragraph."""
    added: list[Draft] = []
    for before, sentence in pairwise(page.sentences):
        verb = sentence.first + 1
        if before.paragraph != sentence.paragraph or sentence.last - verb < 3 or tree.folded[sentence.first] not in _SO:
            continue
        subject = tree.child_after(verb, "nsubj", "obj") if tree.folded[verb] in _WRITES else None
        if subject is not None and not any(_stands_in(draft, sentence.span) for draft in drafts):
            added.append(Draft((before.span,), span_of(tree, phrase_of(tree, subject)), tree.spans[verb], _INVERTED))
    return [*drafts, *added]


def _stands_in(draft: Draft, sentence: Span) -> bool:
    return draft.cue is not None and sentence.holds(draft.cue)


def _is_whole(quotation: Quotation, page: Page, tree: Tree) -> bool:
    """Whether a quotation in marks is made of whole sentences: it opens one and closes one."""
    words = tree.inside(quotation.inner)
    if quotation.answers or len(words) < _LEAST_WORDS or not tree.words[words.start][:1].isupper():
        return False
    opens = any(sentence.span.start in (quotation.span.start, quotation.inner.start) for sentence in page.sentences)
    if has_more(quotation, page):
        return False
    ends = quotation.inner.of(page.text).rstrip()[-1:] in ".!?…" or page.text[quotation.span.end : quotation.span.end + 1] in ".!?"
    return opens and (ends or quotation.span.end == quotation.inner.end)


def _follows(draft: Draft, quotation: Quotation, page: Page) -> bool:
    end = max(span.end for span in (*draft.content, *filter(None, (draft.source, draft.cue))))
    between = page.text[end : quotation.span.start]
    return len(re.findall(r"\w+", between)) <= 12 and between.count("\n\n") <= 1


def add_cited(drafts: Sequence[Draft], cast: Cast, page: Page, tree: Tree) -> list[Draft]:
    """The drafts and, for "X reported, citing Y", one more with the same content by Y, one step further down."""
    added: list[Draft] = []
    for draft in drafts:
        if draft.source is None or not (cited := _cited(draft, page, tree)):
            continue
        citing, source = cited
        if not any(other.source is not None and other.source.meets(source) for other in drafts):
            content = tuple(part for part in draft.content if not part.meets(source)) or _before(draft, citing)
            if content:
                added.append(Draft(content, source, citing, draft.confidence, under=draft.cue or draft.source))
    return [*drafts, *added]


def _before(draft: Draft, citing: Span) -> tuple[Span, ...]:
    return tuple(Span(part.start, min(part.end, citing.start)) for part in draft.content if part.start < citing.start)


def _cited(draft: Draft, page: Page, tree: Tree) -> tuple[Span, Span] | None:
    """The word that cites and whom it cites, in the draft's own sentence."""
    sentence = next((s.span for s in page.sentences if s.span.start <= draft.place < s.span.end), None)
    found = _CITING.search(page.text, max(sentence.start, draft.cue.end if draft.cue else 0), sentence.end) if sentence else None
    if found is None or sentence is None:
        return None
    verb = tree.at(found.start())
    last = verb if tree.folded[verb] != "with" else verb + 2
    top = tree.child(verb, "obj", "obl") if last == verb else tree.child(verb + 1, "nmod", "obl")
    if top is None or top < last:
        return None
    words = phrase_of(tree, top)
    return span_of(tree, range(verb, last + 1)), span_of(tree, range(max(words.start, last + 1), words.stop))
