"""Stretches of words that hold one name, with its titles."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names
from whence.lexicon.name_parts import load_name_words
from whence.model.parses import Tree

_PARTICLES = frozenset(
    "al el bin ibn bint abu abd ad ash de da di del della dos das du van von der den ter la le los las san ul ud".split()
)
# Words that take an "of" into the name they open.
_OF = frozenset(
    """Academy Agency Army Assembly Association Bank Bay Board Brotherhood Bureau Cape Chamber Church City College Commission
    Committee Congress Corps Council Court Department Directorate Faculty Federation Front Guard Gulf House Institute Isle
    Kingdom Lake League Ministry Mount Movement Museum OF Office Order Organisation Organization Party Port Province Republic
    School Sea Society State States Strait Union University Sons Daughters Brothers Sisters Friends Mothers Veterans Workers Defenders
    Guardians Partisans Soldiers Knights Lions Falcons Wolves Eagles""".split()
)
# Papers and stations that are called after a place; "the Voice of the people" may be anybody's.
_VOICES = frozenset("Voice Echo Radio Times".split())

# What ministries and departments are in charge of; two of them make one name ("the Ministry of Trade and Mines").
FIELDS = frozenset(
    """Administration Affairs Agriculture Budget Children Climate Commerce Communications Construction Cooperation Culture Customs Defence
    Defense Development Economics Economy Education Electricity Emergencies Employment Energy Enterprise Environment Families Family
    Finance Fisheries Food Forestry Forests Health Heritage Home Housing Immigration Industry Information Infrastructure Interior Irrigation
    Justice Labor Labour Lands Livestock Mines Mining Oil Pensions Petroleum Planning Ports Power Railways Reconstruction Research Roads
    Sanitation Science Security Shipping Skills Social Sport Sports Statistics Technology Telecommunications Tourism Trade Transport
    Transportation Treasury Urban Veterans Water Welfare Women Works Youth""".split()
)


def find_runs(tree: Tree, sentence: range, capitals: frozenset[int]) -> Iterator[range]:
    """The stretches of a sentence that may hold one name each, given the words whose capital tells (``capitals``)."""
    at = sentence.start
    while at < sentence.stop:
        end = at + _opening(tree, at, capitals)
        if end == at:
            at += 1
            continue
        while end < sentence.stop and (step := _step(tree, range(at, end), sentence.stop, capitals)):
            end += step
        yield range(at, end)
        at = end


def _opening(tree: Tree, at: int, capitals: frozenset[int]) -> int:
    """How many words open a name at ``at``: one with a capital, or a particle with a hyphen and its word ("al-Sayeh")."""
    if at in capitals:
        return 1
    hyphened = tree.words[at].casefold() in _PARTICLES and tree.words[at + 1 : at + 2] == ("-",)
    return 3 if hyphened and at + 2 in capitals else 0


def _step(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> int:
    """How many words after the run go on with it; 0 where it ends."""
    at = run.stop
    touching = tree.spans[at].start == tree.spans[at - 1].end
    if at in capitals:
        return 1 if not touching or tree.words[at - 1] in "-’'." else 0
    if at + 1 >= stop:
        return 0
    word = tree.words[at].casefold()
    if word == "-" and touching and tree.spans[at + 1].start == tree.spans[at].end:
        return 2 if at + 1 in capitals or tree.words[at + 1][0].isdigit() else 0
    if word in _PARTICLES:
        skip = 2 if tree.words[at + 1] == "-" else 1
        return skip + 1 if at + skip in capitals else 0
    return _bridge(tree, run, stop, capitals)


def _bridge(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> int:
    """How many words a small word takes with it where it joins two parts of one name ("Bank of", "Dockers’")."""
    at, kinds = run.stop, load_name_words()
    word, before = tree.words[at].casefold(), tree.words[at - 1]
    after = at + 2 if word == "of" and tree.words[at + 1].casefold() == "the" else at + 1
    if after not in capitals:
        return 5 if _is_of_two_crafts(tree, run, stop, capitals) else 0
    joined = {
        "of": before in _OF or _is_voice(tree, at),
        "for": before in kinds,
        "’": _is_of_many(tree, run, after, capitals),
        "'": _is_of_many(tree, run, after, capitals),
        "’s": find_agent([before]) is not None and tree.words[after] in kinds,
        "'s": find_agent([before]) is not None and tree.words[after] in kinds,
        "&": True,
        "and": _is_one_body(tree, run, stop, capitals) or _is_of_two_fields(tree, run),
    }
    return after - at + 1 if joined.get(word, False) else 0


def _is_voice(tree: Tree, at: int) -> bool:
    """Whether a newsroom's name opens before "of": the Voice, the Echo or the Radio of somewhere."""
    return tree.words[at - 1] in _VOICES and tree.words[at + 1].casefold() != "the"


def _is_of_two_crafts(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> bool:
    """Whether a body is of two crafts, each in the plural with its apostrophe ("Bakers’ and Millers’ Union")."""
    at = run.stop
    if at + 4 >= stop or not tree.words[at - 1].endswith("s") or not tree.words[at + 2].endswith("s"):
        return False
    marks = {tree.words[at], tree.words[at + 3]} <= {"’", "'"} and tree.words[at + 1] == "and"
    return marks and {at + 2, at + 4} <= capitals and load_name_words().get(tree.words[at + 4]) == "organization"


def _is_of_many(tree: Tree, run: range, after: int, capitals: frozenset[int]) -> bool:
    """Whether a plural's apostrophe stands inside one name: a body's word follows, or a place's that ends it ("Tanners’ Lane").

    After one noun for people a body's name may go on for several words ("Widows’ Relief Committee").
    """
    if not tree.words[run.stop - 1].endswith("s") or " ".join(tree.words[run.start : run.stop]) in load_country_names():
        return False
    end = after
    while len(run) == 1 and find_agent([tree.words[run.start]]) is not None and end + 1 in capitals:
        end += 1
    kind = load_name_words().get(tree.words[end])
    return kind == "organization" or (kind == "place" and after + 1 not in capitals)


def _is_of_two_fields(tree: Tree, run: range) -> bool:
    """Whether ``and`` joins the two fields of one ministry or department ("the Ministry of Trade and Mines")."""
    opens = "of" in tree.words[run.start : run.stop] and tree.words[run.start] in (
        "Ministry",
        "Department",
        "Office",
        "Bureau",
        "Directorate",
    )
    return opens and tree.words[run.stop - 1] in FIELDS and tree.words[run.stop + 1] in FIELDS


def _is_one_body(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> bool:
    """Whether ``and`` stands inside one name: a body's word closes it, and what stands before is no name by itself."""
    left, kinds = " ".join(tree.words[run.start : run.stop]), load_name_words()
    closed = len(run) > 1 and tree.words[run.stop - 1] in kinds
    if closed or left in load_country_names() or left in load_capitals() or left in load_adjectives():
        return False
    end = run.stop + 1
    while end < stop and end in capitals:
        end += 1
    return end - run.stop > 2 and kinds.get(tree.words[end - 1]) == "organization"
