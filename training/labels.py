"""Which number stands for which label, in every head; the file that travels with the model is written from here."""

from __future__ import annotations

from training.corpora.papers import FACTS, KINDS, ROLES, UPOS

_RELATIONS = """
    acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith
    iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp
"""
UD_RELATIONS = tuple(_RELATIONS.split())


def runs(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that mark runs of words: O, then one to begin and one to go on for each kind."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


TAGS: dict[str, tuple[str, ...]] = {
    "roles": runs(ROLES),
    "names": runs(KINDS),
    "phrases": runs(KINDS),
    "triggers": runs(("trigger",)),
    "upos": UPOS,
    "deprels": UD_RELATIONS,
    **FACTS,
}
# Which heads a corpus of its own conventions bends, and how many sets of conventions there are; the first is the one that ships.
CONVENTIONS: dict[str, tuple[str, ...]] = {"phrases": ("gum", "ecbplus", "re3d"), "triggers": ("meantime", "ecbplus")}
BUCKETS = (1, 2, 4, 8, 16, 32, 64)
