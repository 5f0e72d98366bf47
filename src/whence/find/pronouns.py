"""Pronouns that may stand for somebody."""

from __future__ import annotations

from whence.model.marks import MentionMark
from whence.model.parses import Tree

# pronoun: whether it is plural
_PRONOUNS = {
    **dict.fromkeys("he him his himself she her hers herself it its itself i me my myself who whom whose which that".split(), False),
    **dict.fromkeys("they them their theirs themselves we us our ours ourselves".split(), True),
}


def find_pronouns(tree: Tree) -> tuple[MentionMark, ...]:
    """The personal pronouns of a page in order, and ``who`` or ``which`` where it opens a relative clause.

    An ``it`` that stands for nothing is left out.
    """
    return tuple(
        MentionMark(tree.spans[word], None, "pronoun", tree.spans[word], _PRONOUNS[tree.words[word].casefold()])
        for word in range(len(tree.words))
        if tree.words[word].casefold() in _PRONOUNS
        and tree.words[word] not in ("US", "IT", "WHO", "Which", "Who")
        and not _is_idle(tree, word)
    )


def _is_idle(tree: Tree, word: int) -> bool:
    folded = tree.words[word].casefold()
    if folded in ("who", "whom", "whose", "which", "that"):
        clause = tree.heads[word]
        return clause < 0 or not any(tree.is_relative(above) for above in (clause, *tree.above(clause)))
    return folded == "it" and tree.is_in(word, "expl")
