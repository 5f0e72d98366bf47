"""What the tagger marked, set right where syntax and layout leave no doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import cue_lemma, resolve_cue
from whence.lexicon.wordings import load_wordings
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.contents import has_more
from whence.resolve.drafts import Draft
from whence.resolve.givings import giver_of
from whence.resolve.phrases import charge_of, phrase_of, span_of, subject_of

_PASSIVE = frozenset(
    """understand expect believe think say report know allege fear estimate regard consider tell presume suppose rumour suspect hope deem
    describe see""".split()
)
_CITES = frozenset({"cite", "quote"})
_OPENING = frozenset("“\"‘'«")
_MARKS = frozenset(", ; : . – — -".split())
_WHO = frozenset("who whom whose which that".split())
_BE = frozenset("is are was were be been being".split())


def repair_drafts(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts with sources and contents set right.

    Where no source was marked, or one in another sentence, the subject of the cue's verb is it; a passive without an agent has
    none; a source ends in no mark. A quotation of another paragraph than its cue's stands by itself. A citing of somebody is no
    content.
    """
    within = (_in_its_sentence(_in_one_paragraph(_without_cited(draft, tree), page), page) for draft in drafts)
    told = [draft for draft in within if draft.content]
    parted = [part for draft in told for part in _by_paragraph(draft, page)]
    sourced = [repair_source(draft, tree) for draft in parted]
    return [draft for draft in sourced if not _only_cites(draft, tree) and not _tells_nothing(draft, page, tree)]


def _without_cited(draft: Draft, tree: Tree) -> Draft:
    """The draft without a part of its content that is whom somebody cites ("citing *unnamed sources*")."""
    kept = tuple(part for part in draft.content if tree.words[max(0, tree.at(part.start) - 1)].casefold() not in ("citing", "quoting"))
    return replace(draft, content=kept) if kept else draft


def _in_one_paragraph(draft: Draft, page: Page) -> Draft:
    """The draft without what runs on into another paragraph than its cue's, or out of a bracket, and is not quoted."""
    home = _paragraph(draft.cue or draft.source or draft.content[0], page)
    kept = [piece for part in draft.content for piece in _pieces(part, page) if piece == part or _paragraph(piece, page) == home]
    outside = (_after_bracket(part, page.text) for part in kept)
    return replace(draft, content=tuple(part for part in outside if part.of(page.text).strip()))


def _in_its_sentence(draft: Draft, page: Page) -> Draft:
    """The draft; reported words that follow their cue without marks end with its sentence."""
    if draft.cue is None or draft.cue.of(page.text).endswith(":"):
        return draft
    end = next((sentence.span.end for sentence in page.sentences if sentence.span.holds(draft.cue)), None)
    if end is None or draft.source is None:
        return draft
    return replace(draft, content=tuple(Span(part.start, end) if _runs_on(part, draft.cue, end, page) else part for part in draft.content))


def _runs_on(part: Span, cue: Span, end: int, page: Page) -> bool:
    """Whether words without marks go on after their cue's sentence has ended."""
    quoted = any(quotation.span.meets(part) and not quotation.answers for quotation in page.quotations)
    return cue.end <= part.start < end < part.end and not quoted


def _pieces(part: Span, page: Page) -> Iterator[Span]:
    """A part of a content cut at the ends of paragraphs, unless a quotation runs over them."""
    first, last = _paragraph(part, page), _paragraph(Span(part.end - 1, part.end), page)
    if first == last or any(quotation.span.meets(part) for quotation in page.quotations):
        yield part
        return
    for paragraph in page.paragraphs[first : last + 1]:
        piece = Span(max(part.start, paragraph.start), min(part.end, paragraph.end))
        if piece.end > piece.start:
            yield piece


def _after_bracket(part: Span, text: str) -> Span:
    """A part without what belongs to a bracket that was opened before it."""
    held = part.of(text)
    closing, opening = held.find(")"), held.find("(")
    return Span(part.start + closing + 1, part.end) if closing >= 0 and not 0 <= opening < closing else part


def repair_source(draft: Draft, tree: Tree) -> Draft:
    """The draft with its source set right: none for a passive without an agent, else the subject of its cue where it had none near by."""
    if draft.cue is None:
        return draft
    if (giver := giver_of(draft.cue, tree)) is not None:
        return replace(draft, source=giver)
    if _is_asked(draft.cue, tree):
        return replace(draft, source=None, agentless=True)
    if _is_passive(draft.cue, tree):
        agent = _agent(draft.cue, tree)
        return replace(draft, source=agent, agentless=agent is None, content=_aim(draft, tree))
    draft = _charge(_after_according(draft, draft.cue, tree), tree)
    if draft.source is None or not _in_one_sentence(draft.source, draft.cue or draft.source, tree):
        subject = _subject(draft, tree)
        draft = replace(draft, source=subject) if subject is not None else draft
    elif (subject := _subject(draft, tree)) is not None and _has_another_before(draft.source, subject, tree):
        draft = replace(draft, source=subject)
    return replace(draft, source=_trimmed(draft.source, tree)) if draft.source is not None else draft


def _has_another_before(source: Span, subject: Span, tree: Tree) -> bool:
    """Whether somebody else, after a preposition, stands in a source before the subject: "to *the envoys his deputy* spoke of"."""
    words, own = tree.inside(source), tree.inside(subject)
    if own.stop != words.stop or own.start <= words.start or tree.upos[own.start] == "ADP" or tree.folded[own.start] in _WHO:
        return False
    case = tree.child(tree.head_of(Span(source.start, tree.spans[own.start - 1].end)) or words.start, "case")
    return case is not None and case < words.start


def _charge(draft: Draft, tree: Tree) -> Draft:
    """For "X accused Y of …" the draft with what Y is accused of as its content."""
    verb = _verb(draft.cue, tree) if draft.cue is not None else None
    charge = charge_of(tree, verb) if verb is not None and cue_lemma(tree.words[verb]) == "accuse" else None
    return replace(draft, content=(span_of(tree, charge),)) if charge else draft


def _after_according(draft: Draft, cue: Span, tree: Tree) -> Draft:
    """The draft; for "according to X" whose X was taken for content, with X as its source."""
    if draft.source is not None or tree.words[tree.at(cue.start)].casefold() != "according":
        return draft
    after = [part for part in draft.content if 0 <= part.start - cue.end <= 1]
    rest = tuple(part for part in draft.content if part not in after)
    return replace(draft, source=after[0], content=rest) if after and rest else draft


def _in_one_sentence(source: Span, cue: Span, tree: Tree) -> bool:
    last = len(tree.words) - 1
    return tree.sentences[min(tree.at(source.start), last)] == tree.sentences[min(tree.at(cue.start), last)]


def _verb(cue: Span, tree: Tree) -> int | None:
    """The last verb of a cue."""
    return next(
        (word for word in reversed(tree.inside(cue)) if tree.upos[word] in ("VERB", "AUX") and tree.words[word].casefold() not in _BE), None
    )


def _is_passive(cue: Span, tree: Tree) -> bool:
    """Whether a cue is a passive of thinking or telling: "is understood", "have been told"."""
    words = tree.inside(cue)
    verb = _verb(cue, tree)
    if verb is None or not _may_be_passive(verb, cue, tree):
        return False
    near = [*words, *(word for word in tree.children[verb] if tree.is_in(word, "aux"))]
    return any(tree.words[word].casefold() in _BE and word < verb for word in near) and not tree.words[verb].endswith("ing")


def _may_be_passive(verb: int, cue: Span, tree: Tree) -> bool:
    """Whether the subject of a verb's passive is no speaker: of all verbs that name an act of speech, and of some of thinking.

    The subject of other verbs of thinking is who thinks so in the passive too ("was worried that").
    """
    lemma = cue_lemma(tree.words[verb])
    if lemma == tree.folded[verb]:
        return False
    named = resolve_cue([tree.words[word] for word in tree.inside(cue)])
    return lemma in _PASSIVE or (named is not None and named.part == "verb" and named.act != "believe")


def _aim(draft: Draft, tree: Tree) -> tuple[Span, ...]:
    """What a passive says of its subject ("the strike is expected *to last*"), where only the subject was marked."""
    verb = _verb(draft.cue, tree) if draft.cue is not None else None
    clause = tree.child_after(verb, "xcomp") if verb is not None else None
    if verb is None or clause is None or any(part.end > tree.spans[verb].start for part in draft.content):
        return draft.content
    words = [word for word in tree.below(clause) if word > verb]
    return (span_of(tree, range(min(words), max(words) + 1)),)


def _is_asked(cue: Span, tree: Tree) -> bool:
    """Whether a cue is "asked" said of whom somebody asked: "Asked whether …, she said", "When asked what …"."""
    words = tree.inside(cue)
    asked = next((word for word in words if tree.words[word].casefold() == "asked"), None)
    if asked is None or subject_of(tree, asked) is not None:
        return False
    before = tree.words[asked - 1].casefold() if asked else ""
    return tree.words[asked] == "Asked" or before in ("when", "if", "once", "being")


def _agent(cue: Span, tree: Tree) -> Span | None:
    """The phrase after ``by`` of a passive verb."""
    verb = _verb(cue, tree)
    for child in tree.children[verb] if verb is not None else ():
        case = tree.child(child, "case")
        if verb is not None and child > verb and case is not None and tree.words[case].casefold() == "by":
            words = phrase_of(tree, child)
            return span_of(tree, words[1:]) if len(words) > 1 else None
    return None


def _subject(draft: Draft, tree: Tree) -> Span | None:
    """The subject of the cue's verb, or of the verb that this one goes on from ("said …, adding")."""
    verb = _verb(draft.cue, tree) if draft.cue is not None else None
    if verb is None:
        return None
    for step in [verb, *_carriers(verb, tree)]:
        subject = subject_of(tree, step)
        if subject is not None:
            words = phrase_of(tree, subject)
            span = span_of(tree, words)
            return None if any(part.meets(span) for part in draft.content) or words.start <= verb < words.stop else span
    return None


def _carriers(verb: int, tree: Tree) -> Iterator[int]:
    """The verbs whose subject is the verb's own too."""
    for above in tree.above(verb):
        if not tree.is_in(verb, "conj", "xcomp", "advcl") or tree.upos[above] not in ("VERB", "AUX"):
            return
        yield above
        verb = above


def _trimmed(source: Span, tree: Tree) -> Span:
    """A source phrase without the marks at its end and without a participle that goes on from it ("the envoy, referring to …").

    Appositions stay: they say who is speaking, and short of them many a source would be a bare name.
    """
    words = tree.inside(source)
    words = range(words.start, _name_end(words, tree))
    tail = next(
        (
            word
            for word in words[1:-1]
            if tree.words[word] == "," and tree.words[word + 1].endswith("ing") and tree.upos[word + 1] == "VERB"
        ),
        words.stop,
    )
    while tail > words.start + 1 and tree.words[tail - 1] in _MARKS:
        tail -= 1
    return Span(source.start, tree.spans[tail - 1].end) if tail > words.start else source


def _name_end(words: range, tree: Tree) -> int:
    """Where the source ends once a name that it was cut out of is whole again ("Commodore" of "Commodore Ana Reyl")."""
    end = words.stop
    while words and 0 < end < len(tree.words) and tree.upos[end] == tree.upos[end - 1] == "PROPN" and tree.words[end][0].isupper():
        end += 1
    return end


def _by_paragraph(draft: Draft, page: Page) -> Iterator[Draft]:
    """The draft, and each quotation of another paragraph than its cue's as one of its own that carries on, unless its sentence does."""
    home = _paragraph(draft.cue or draft.source or draft.content[0], page)
    far = [part for part in draft.content if _paragraph(part, page) != home and page.text[part.start] in '“"‘«']
    near = tuple(part for part in draft.content if part not in far)
    if not near:
        yield draft
        return
    yield replace(draft, content=near)
    for part in far:
        quotation = next((q for q in page.quotations if q.span.start == part.start), None)
        if quotation is None or not has_more(quotation, page):
            end = min(part.end, quotation.span.end) if quotation is not None else part.end
            yield Draft((Span(part.start, end),), None, None, draft.confidence, carries_on=True)


def _tells_nothing(draft: Draft, page: Page, tree: Tree) -> bool:
    """Whether a draft says only that something is not known or could not be confirmed."""
    if draft.cue is None:
        return False
    if load_wordings("unverified").search(draft.cue.of(page.text)):
        return True
    words = [word for part in draft.content for word in tree.inside(part)]
    passive = draft.source is None and draft.content[0].start < draft.cue.start
    return passive and not any(tree.upos[word] in ("VERB", "AUX") or tree.words[word] in _OPENING for word in words)


def _paragraph(span: Span, page: Page) -> int:
    return max((index for index, paragraph in enumerate(page.paragraphs) if paragraph.start <= span.start), default=0)


def _only_cites(draft: Draft, tree: Tree) -> bool:
    """Whether what is marked as content is only whom somebody cites ("Citing unnamed sources")."""
    if draft.cue is None or len(draft.content) != 1:
        return False
    cue = resolve_cue([tree.words[word] for word in tree.inside(draft.cue)])
    head = tree.head_of(draft.content[0])
    if cue is None or cue.lemmas[0] not in _CITES or head is None:
        return False
    agent = find_agent([tree.words[head]])
    return agent is not None and tree.upos[head] in ("NOUN", "PROPN")
