"""Two verbs of one speaker: "admitted that … but denied that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import cue_lemma
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.model.spans import Span
from whence.resolve.drafts import Draft
from whence.resolve.phrases import span_of, subject_of, subject_over

_SAYING = frozenset(
    """say deny reject insist claim accuse ask demand add warn admit concede acknowledge promise vow pledge refuse decline urge argue stress
    maintain complain confirm announce declare dispute blame""".split()
)
_AIMING = frozenset("offer threaten appeal call ask beg".split())
_YIELDING = frozenset("admit concede acknowledge confirm accept agree grant allow own".split())
_HOLDING = frozenset("deny insist reject dispute refuse maintain argue stress say add claim".split())
_LEADING = ("ADV", "AUX")


def part_joined(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts; where a content runs on over "and" or "but" and a further verb of the same speaker, it ends before it.

    What the further verb brings in is an attribution of its own, by the speaker of the first.
    """
    parted: list[Draft] = []
    second: list[Draft] = []
    for draft in drafts:
        joint, verb = _joined(draft, page, tree) or (None, None)
        if joint is None or verb is None:
            parted.append(draft)
            continue
        whole = next(part for part in draft.content if part.start < tree.spans[joint].start < part.end)
        kept = [part for part in draft.content if part.end <= whole.start]
        parted.append(replace(draft, content=(*kept, Span(whole.start, tree.spans[joint].start))))
        second.append(Draft((_told(verb, whole, tree),), draft.source, _cue(joint, verb, tree), draft.confidence))
    return [*(draft for draft in parted if not any(_meet(draft, other) for other in second)), *second]


def _meet(draft: Draft, other: Draft) -> bool:
    return draft.cue is not None and other.cue is not None and draft.cue.meets(other.cue)


def _joined(draft: Draft, page: Page, tree: Tree) -> tuple[int, int] | None:
    """The joining word inside a content, and the verb after it that goes on with the draft's speaker."""
    if draft.cue is None or draft.source is None:
        return None
    first = next((word for word in reversed(tree.inside(draft.cue)) if tree.upos[word] == "VERB"), None)
    if first is None:
        return None
    for part in draft.content:
        for joint in tree.inside(part)[2:] if part.start > draft.cue.start else ():
            if tree.folded[joint] not in ("and", "but") or any(q.inner.holds(tree.spans[joint]) for q in page.quotations):
                continue
            verb = _verb_after(joint, tree, participle=tree.words[first].endswith("ing"))
            if verb is not None and tree.spans[verb].end < part.end and _goes_on(first, joint, verb, tree):
                return joint, verb
    return None


def _verb_after(joint: int, tree: Tree, *, participle: bool) -> int | None:
    """The verb of saying that follows a joining word, finite or a participle as the first is, with no subject of its own."""
    at = joint + 1
    while at < len(tree.words) - 1 and tree.upos[at] in _LEADING and at - joint < 4:
        at += 1
    alike = at < len(tree.words) and tree.upos[at] == "VERB" and tree.words[at].endswith("ing") == participle
    saying = _SAYING | _AIMING if participle else _SAYING
    return at if alike and cue_lemma(tree.words[at]) in saying and subject_of(tree, at) is None else None


def _goes_on(first: int, joint: int, verb: int, tree: Tree) -> bool:
    """Whether a verb is joined to the first verb of saying, and not to one inside what was said.

    The parse may say so; nothing but somebody can say, so that a verb whose nearest subject is a thing goes on with the speaker; and
    whoever admits one thing is the one that denies another.
    """
    above = tree.heads[verb]
    if above == first or (above >= 0 and tree.words[verb].endswith("ing") and not tree.words[above].endswith("ing")):
        return True  # two participles, though the parse joins the second to an infinitive under the first
    if tree.folded[joint] == "but" and cue_lemma(tree.words[first]) in _YIELDING and cue_lemma(tree.words[verb]) in _HOLDING:
        return True
    inner = subject_over(tree, verb)
    return inner is not None and tree.upos[inner] in ("NOUN", "NUM") and find_agent([tree.words[inner]]) is None


def _told(verb: int, whole: Span, tree: Tree) -> Span:
    """What the further verb brings in: its clause, else all that follows it in the content."""
    clause = tree.child_after(verb, "ccomp", "xcomp")
    words = [word for word in tree.below(clause) if word > verb] if clause is not None else []
    return span_of(tree, range(min(words), max(words) + 1)) if len(words) > 1 else Span(tree.spans[verb + 1].start, whole.end)


def _cue(joint: int, verb: int, tree: Tree) -> Span:
    auxiliaries = [word for word in range(joint + 1, verb) if tree.upos[word] == "AUX"]
    return span_of(tree, range(min([*auxiliaries, verb]), verb + 1))
