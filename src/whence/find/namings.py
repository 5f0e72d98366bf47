"""Words by which a description gives a name: "a faction calling itself X", "a militia known locally as X", "a group called X"."""

from __future__ import annotations

from whence.model.parses import Tree

_CALLING = frozenset("calling styling naming terming dubbing calls call called styles styled".split())
_ITSELF = frozenset("itself himself herself themselves".split())
_RELATIVE = frozenset("that which who".split())
_CALLED = frozenset("called named dubbed nicknamed".split())
_KNOWN = frozenset("known identified".split())
_BETTER = frozenset("also better simply locally widely only popularly commonly formerly".split())
_OPENING = frozenset("the “ ‘ \" '".split())
_FARTHEST = 3


def naming_before(tree: Tree, name: int) -> int | None:
    """Where the words begin that give the name which starts at word ``name``, its article and quotation mark passed over; None without."""
    at = name
    while at > 0 and tree.folded[at - 1] in _OPENING:
        at -= 1
    starts = (begin for begin in range(max(0, at - 1 - _FARTHEST), at) if tree.sentences[begin] == tree.sentences[name])
    return next((begin for begin in starts if _ends(tree, begin) == at), None)


def opens_naming(tree: Tree, word: int) -> bool:
    """Whether words that give a name begin here."""
    return _ends(tree, word) is not None


def _ends(tree: Tree, word: int) -> int | None:
    """Where words that give a name end, if they begin with this one."""
    told = tree.folded[word : word + _FARTHEST + 1]
    if not told or word == 0:
        return None
    skip = 1 if told[0] in _RELATIVE or (told[0] in _BETTER and len(told) > 1 and told[1] in _KNOWN) else 0
    first, rest = told[skip : skip + 1], told[skip + 1 :]
    if first and first[0] in _CALLING and rest[:1] and rest[0] in _ITSELF:
        return word + skip + 2
    if first and first[0] in _KNOWN and "as" in rest and set(rest[: rest.index("as")]) <= _BETTER:
        return word + skip + 2 + rest.index("as")
    return word + 1 if told[0] in _CALLED and tree.is_in(word, "acl") else None
