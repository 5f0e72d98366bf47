"""Whether a happening is told as having happened or as not having happened."""

from __future__ import annotations

from whence.lexicon.lemmas import guess_lemmas, load_light_verbs
from whence.model.parses import Tree
from whence.model.readings import Attribution, Modality, Polarity
from whence.model.subjects import find_subjects
from whence.resolve.governors import is_advised_against, iter_steps

_NOT = frozenset({"not", "n't", "never", "nor", "neither", "hardly", "cannot", "without"})
_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "zero"})
_NO_ONE = frozenset({"nobody", "nothing", "none", "neither"})
_ANY = frozenset({"any", "a", "an", "no", "such", "single", "further", "more"})
_BEING = frozenset({"be", "been", "was", "were", "is", "are"})
_DENIALS = frozenset({"deny", "denial", "refute", "disclaim", "disavow"})


def resolve_polarity(tree: Tree, token: int, modality: Modality, attribution: Attribution | None) -> Polarity:
    """Negative where the sentence, a word over the trigger or the denial it stands in says that it did not (is not to) happen."""
    if is_negated(tree, token) or _has_no(tree, token) or _denied(tree, token, attribution) or is_advised_against(tree, token):
        return "negative"
    for step in iter_steps(tree, token):
        governor = step.governor
        if governor is not None and governor.negative and tree.relation(step.below) not in ("nsubj", "conj"):
            return "negative" if not is_negated(tree, step.word) else "positive"
        ceasing = governor is not None and governor.ceases and modality != "actual"
        if ceasing and tree.relation(step.below) in ("obj", "xcomp", "obl", "nmod"):
            return "negative"
        if governor is not None and modality == "asked" and _against(tree, step.below):
            return "negative"
        if is_negated(tree, step.word) and _reaches(tree, step.below, step.word):
            return "negative"
        if governor is not None or step.word != tree.heads[token]:
            break
    return "negative" if modality == "asked" and _against(tree, token) else "positive"


def is_negated(tree: Tree, word: int) -> bool:
    """Whether a word carries a "not" of its own, a subject that is nobody, or "without" before it."""
    own = (*tree.under(word, "advmod", "mark", "case", "cc:preconj", "det", "aux", "cc"),)
    if any(tree.folded[t] in _NOT for t in own) or is_outstanding(tree, word):
        return True
    if tree.upos[word] != "VERB":
        return False
    subjects = tree.under(word, "nsubj")
    joined = tree.relation(word) == "conj" and tree.upos[tree.heads[word]] == "VERB" and tree.folded[word - 1] == "or"
    if joined and not subjects and not tree.under(word, "aux"):
        return any(tree.folded[t] in _NOT for t in tree.under(tree.heads[word], "advmod"))
    whom = tree.under(word, "obj")  # "briefed nobody"
    return any(tree.folded[t] in _NO_ONE or _is_not_one(tree, t) for t in (*subjects, *whom)) or any(
        tree.folded[d] in ("no", "neither") for t in (*subjects, *whom) for d in tree.under(t, "det")
    )


def _is_not_one(tree: Tree, noun: int) -> bool:
    """Whether a subject is "not one shot", "not a single soldier"."""
    first = min(tree.below(noun), default=noun)
    return tree.folded[first] == "not" and tree.folded[first + 1 : first + 2] in (("one",), ("a",))


def is_outstanding(tree: Tree, word: int) -> bool:
    """Whether something "has yet to" happen."""
    return word > 1 and tree.folded[word - 1] == "to" and tree.folded[word - 2] == "yet"


def _has_no(tree: Tree, token: int) -> bool:
    """Whether it is "no arrest", "knew of no arrest"; a vote of no confidence is one."""
    verbal = tree.heads[token] >= 0 and tree.upos[tree.heads[token]] == "VERB"
    return any(tree.folded[t] in _NO and (verbal or tree.folded[t - 1] != "of") for t in tree.under(token, "det"))


def _against(tree: Tree, below: int) -> bool:
    return any(tree.folded[t] in ("against", "from") for t in tree.under(below, "case", "mark"))


def _reaches(tree: Tree, below: int, word: int) -> bool:
    """Whether a negated verb denies the noun below it ("never had any attacks", "did not carry out the strike")."""
    if tree.upos[below] == "VERB":
        return tree.relation(below) == "xcomp" and tree.folded[word] in load_light_verbs()
    if tree.relation(below) not in ("obj", "nsubj", "xcomp"):
        return False
    determiners = {tree.folded[t] for t in tree.under(below, "det", "amod")}
    return bool(determiners & _ANY) or tree.folded[word] in _BEING or tree.folded[word] in load_light_verbs()


def _denied(tree: Tree, token: int, attribution: Attribution | None) -> bool:
    """Whether the trigger heads what a denial denies ("denied that the mine had been flooded")."""
    if attribution is None or attribution.cue is None or attribution.act != "deny":
        return False
    cues = [guess_lemmas(tree.folded[t]) for t in tree.inside(attribution.cue)]
    if not any(lemmas & _DENIALS for lemmas in cues):
        return False
    heads = {tree.head_of(span) for span in attribution.content}
    if token in heads or (tree.heads[token] in heads and tree.relation(token) in ("conj", "xcomp", "obj") and tree.upos[token] == "VERB"):
        return True
    light = tree.heads[token] in heads and tree.folded[tree.heads[token]] in load_light_verbs()
    return light and tree.relation(token) in ("obj", "nsubj") and not find_subjects(tree, token)
