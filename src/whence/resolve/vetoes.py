"""Marks that are no attributions: nobody speaks, or nothing is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whence.lexicon.agents import find_agent
from whence.lexicon.cues import cue_lemma, is_negated, resolve_cue
from whence.model.pages import Page
from whence.model.parses import Tree
from whence.resolve.drafts import Draft
from whence.resolve.nests import without

_GENERIC = frozenset("you people anyone anybody whoever everyone everybody".split())
_POINTING = frozenset("such these those".split())
_SOME = frozenset("others some many several few most both all".split())
# Verbs whose bare object is at most what was spoken about.
_TOPICAL = frozenset("say discuss mention".split())
# Below this confidence a bare noun phrase, or a noun that is nobody's, is likelier a slip than a saying: measured on newspaper prose.
_UNSURE = 0.7
# Cues whose bare object may be what is said ("shows only one call") or tells how something is named.
_TELLING = frozenset("show put count call label term dub brand describe doubt".split())
_KNOWING = frozenset("know see hear remember notice".split())
_WISHES = frozenset("want wish like".split())
_CLAIMED = frozenset({"responsibility", "credit"})
_WEAK = ("say", "threaten")


def drop_vetoed(drafts: Sequence[Draft], page: Page, tree: Tree) -> list[Draft]:
    """The drafts, with their speakers, without those in which nobody speaks or nothing is said; what lies in one moves up to its parent.

    Nobody speaks where the source is a relative or generic pronoun that stands for nobody, or a thing that no mention takes for
    somebody. Nothing is said where the content is a bare noun phrase under a cue that does no more than mention it. Words in
    quotation marks are always somebody's.
    """
    out = {index for index, draft in enumerate(drafts) if _is_reason(draft, tree)}
    out |= {index for index, draft in enumerate(drafts) if not _is_quoted(draft, page) and any(veto(draft, tree) for veto in _VETOES)}
    out |= {index for index, draft in enumerate(drafts) if draft.parent is not None and _is_own_thought(draft, tree)}
    return without(drafts, out)


def _is_quoted(draft: Draft, page: Page) -> bool:
    """Whether any of the content stands in quotation marks."""
    return any(part.meets(q.inner) for part in draft.content for q in page.quotations if not q.answers)


def _is_nobody(draft: Draft, tree: Tree) -> bool:
    """Whether the source is "who", "you", "people" and the like, which stand for nobody."""
    if draft.source is None:
        return False
    words = tree.inside(draft.source)
    if not words:
        return False
    first = tree.folded[words.start]
    if first == "who" and words.start > 0:
        return draft.speaker is None and tree.folded[words.start - 1] in _GENERIC | _POINTING
    if first in ("anyone", "anybody", "whoever"):
        return True
    return len(words) == 1 and (first in _GENERIC or (first in ("who", "that") and draft.speaker is None and draft.confidence < _UNSURE))


def _is_thing(draft: Draft, tree: Tree) -> bool:
    """Whether the source is a noun for no person, body or paper, which stands for nobody in the report."""
    if draft.source is None or draft.speaker is not None:
        return False
    head, words = tree.head_of(draft.source), tree.inside(draft.source)
    if head is None or tree.upos[head] != "NOUN" or any(tree.upos[word] in ("PROPN", "NUM") for word in words):
        return False
    if draft.confidence >= _UNSURE and tree.folded[words.start] not in _POINTING:
        return False
    return not any(tree.folded[word] in _SOME or find_agent([tree.words[word]]) for word in words)


def _is_own_thought(draft: Draft, tree: Tree) -> bool:
    """Whether somebody only says of himself what he knows, saw, wants to do or did not ask: that is what he says, and no saying in it."""
    if draft.source is None or draft.cue is None or tree.folded[tree.at(draft.source.start)] not in ("i", "we"):
        return False
    words = [tree.words[word] for word in tree.inside(draft.cue)]
    lemmas = {cue_lemma(word) for word in words}
    wants = bool(lemmas & _WISHES) and tree.folded[tree.at(draft.content[0].start)] == "to"
    cue = resolve_cue(words)
    unsaid = is_negated(words) and cue is not None and cue.act != "believe"
    return wants or bool(lemmas & _KNOWING) or unsaid


def _is_bare(draft: Draft, tree: Tree) -> bool:
    """Whether the content is a noun phrase under a weak cue."""
    if draft.cue is None or draft.heading or _says_something(draft, tree):
        return False
    words = [tree.words[word] for word in tree.inside(draft.cue)]
    if draft.confidence >= _UNSURE and not any(cue_lemma(word) in _TOPICAL for word in words):
        return False
    if any(cue_lemma(word) in _TELLING for word in words) or words[0].casefold() in ("according", "to") or _is_claim(draft, words, tree):
        return False
    cue = resolve_cue(words)
    if cue is None:
        return True
    return cue.part == "verb" and (cue.act in _WEAK or cue.lemmas == ("accuse",))


def _is_claim(draft: Draft, words: Sequence[str], tree: Tree) -> bool:
    """Whether responsibility or credit is claimed."""
    told = [tree.folded[word] for part in draft.content for word in tree.inside(part)]
    return any(word.casefold() in _CLAIMED for word in (*told, *words))


def _is_no_promise(draft: Draft, tree: Tree) -> bool:
    """Whether "offer" and "swear" promise nothing: "offered no evidence", "swears by it"."""
    if draft.cue is None:
        return False
    words = tree.inside(draft.cue)
    lemma, after = cue_lemma(tree.words[words.stop - 1]) if words else "", tree.folded[words.stop : words.stop + 1]
    if lemma == "swear" or tree.folded[words.start : words.stop][-2:] == ("swears", "by"):
        return after == ("by",)
    return lemma == "offer" and not _says_something(draft, tree)


def _is_held(draft: Draft, tree: Tree) -> bool:
    """Whether "hold" takes hold of a thing ("holds a picture"); "holds that …" and "holds the view" say what is thought."""
    words = tree.inside(draft.cue) if draft.cue is not None else range(0)
    verb = next((word for word in words if cue_lemma(tree.words[word]) == "hold"), None)
    held = tree.child_after(verb, "obj") if verb is not None else None
    if verb is None or held is None or tree.child_after(verb, "ccomp", "xcomp") is not None:
        return False
    return resolve_cue([tree.words[held]]) is None


def _is_reason(draft: Draft, tree: Tree) -> bool:
    """Whether what is cited is a reason and no source: "citing the situation", "citing “grave concerns”"."""
    if draft.cue is None or tree.folded[tree.at(draft.cue.start)] != "citing":
        return False
    cited = [span for span in (draft.source, *draft.content) if span is not None and 0 <= span.start - draft.cue.end <= 3]
    heads = [head for span in cited if (head := tree.head_of(span)) is not None]
    named = any(tree.upos[word] == "PROPN" and tree.words[word][0].isupper() for span in cited for word in tree.inside(span))
    return not named and any(tree.upos[head] == "NOUN" and find_agent([tree.words[head]]) is None for head in heads)


def _is_subject_of_it(draft: Draft, tree: Tree) -> bool:
    """Whether the cue is a noun, and the subject of what it is taken to say: "its report on the fire would be ready soon"."""
    if draft.cue is None:
        return False
    told = [word for part in draft.content for word in tree.inside(part)]
    cue = [word for word in tree.inside(draft.cue) if tree.upos[word] == "NOUN" and tree.is_in(word, "nsubj")]
    return any(tree.heads[word] in told for word in cue)


def _says_something(draft: Draft, tree: Tree) -> bool:
    """Whether the content has a verb, a number or a negation."""
    words = [word for part in draft.content for word in tree.inside(part)]
    return any(tree.upos[word] in ("VERB", "AUX") for word in words) or tree.folded[words[0]] == "nothing"


_VETOES: tuple[Callable[[Draft, Tree], bool], ...] = (_is_nobody, _is_thing, _is_bare, _is_no_promise, _is_held, _is_subject_of_it)
