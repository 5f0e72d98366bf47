"""The tense of a verb, by its auxiliaries and its form."""

from __future__ import annotations

from whence.lexicon.lemmas import is_base_form
from whence.model.parses import Tree
from whence.model.subjects import is_passive
from whence.resolve.polarities import is_outstanding


def find_tense(tree: Tree, verb: int) -> str:
    """Past perfect, perfect, past or present, by the auxiliaries and the form; of a participle that hangs on another verb, that verb's."""
    words = {tree.folded[t] for t in tree.under(verb, "aux")}
    if words & {"had", "having"} or ("have" in words and any(tree.folded[t] == "to" for t in tree.under(verb, "mark"))):
        return "past perfect"
    if words & {"has", "have", "'ve"} or is_outstanding(tree, verb):
        return "perfect"
    if words & {"was", "were", "did"}:
        return "past"
    if words & {"is", "are", "am", "'s", "'re", "do", "does"}:
        return "present"
    if tree.folded[verb].endswith("ing") or (tree.relation(verb) == "conj" and tree.heads[verb] >= 0):
        over = tree.heads[verb]
        return find_tense(tree, over) if over >= 0 and tree.upos[over] == "VERB" else "past"
    bare = is_base_form(tree.folded[verb]) and bool(tree.under(verb, "nsubj")) and not words
    return "present" if (tree.folded[verb].endswith("s") or bare) and not is_passive(tree, verb) else "past"
