"""Pronouns inside one report: whom "he", "they", "it" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from whence.lexicon.countries import load_country_names
from whence.model.spans import Span
from whence.resolve.clusters import Cluster, Clusters
from whence.resolve.kinds import kind_of
from whence.resolve.voices import Voices

_HE = frozenset("he him his himself she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their theirs themselves".split())
_WHO = frozenset("who whom whose which that".split())
_ONE = frozenset("is was has does isn wasn hasn doesn".split())
_FAMILIES = {"he": _HE, "it": _IT, "they": _THEY}
_REACH = {"he": 3, "it": 2, "they": 2}
_LEAST = -4.0
_HOME = 2


def join_pronouns(clusters: Clusters, voices: Voices, homes: Sequence[int]) -> None:
    """Joins each third-person pronoun with the best candidate before it; where none is good enough it stays alone.

    ``homes`` are the paragraphs of the page's sentences.
    """
    pronouns = [index for index, mark in enumerate(clusters.marks) if mark.form == "pronoun"]
    stressing = [index for index in pronouns if _stressed(clusters, index) is not None]
    # "Vask herself" tells of every other pronoun whether it can be Vask.
    for index in [*stressing, *(one for one in pronouns if one not in stressing)]:
        if (best := _antecedent(clusters, index, voices, homes)) is not None:
            clusters.join(best, index)


def _antecedent(clusters: Clusters, index: int, voices: Voices, homes: Sequence[int]) -> int | None:
    word = clusters.words[index][0].casefold()
    if (stressed := _stressed(clusters, index)) is not None:
        return stressed
    if word in _WHO:
        return _just_before(clusters, index)
    family = next((name for name, words in _FAMILIES.items() if word in words), None)
    if family is None:
        return None
    scored = [
        (score, other)
        for other in _candidates(clusters, index, family)
        if (score := _score(clusters, other, index, family, voices) + _at_home(clusters, other, index, voices, homes)) > _LEAST
    ]
    return max(scored)[1] if scored else None


def _stressed(clusters: Clusters, index: int) -> int | None:
    """The mention that a pronoun right after it only stresses ("Vask herself")."""
    start = clusters.marks[index].span.start
    if not clusters.words[index][0].casefold().endswith(("self", "selves")):
        return None
    near = (other for other in range(index) if clusters.marks[other].span.end + 1 == start and clusters.marks[other].form != "pronoun")
    return next((other for other in near if _is_apart(clusters, other, index)), None)


def _is_apart(clusters: Clusters, other: int, index: int) -> bool:
    """Whether a stressing pronoun belongs to the noun before it, and is no object of its own ("gave Vask himself")."""
    tree = clusters.tree
    head, own = tree.head_of(clusters.marks[other].span), tree.head_of(clusters.marks[index].span)
    return head is not None and own is not None and (tree.heads[own] == head or tree.is_in(head, "nsubj"))


def _just_before(clusters: Clusters, index: int) -> int | None:
    """The mention that a relative pronoun follows, a comma between them or none: of several that end there the widest that fits it."""
    start = clusters.marks[index].span.start
    near = [other for other in range(index) if 0 <= start - clusters.marks[other].span.end <= 3 and clusters.marks[other].form != "pronoun"]
    near.sort(key=lambda other: clusters.marks[other].span.start)
    return next((other for other in near if _relates(clusters, index, other)), near[0] if near else None)


def _relates(clusters: Clusters, index: int, other: int) -> bool:
    """Whether a relative pronoun can stand for a mention: "which" for no people, and a verb in the singular for no several."""
    tree, cluster = clusters.tree, clusters.of(other)
    if clusters.words[index][0].casefold() == "which" and (
        cluster.kinds & {"person", "unnamed"} or (cluster.plural and "group" in cluster.kinds)
    ):
        return False
    own = tree.head_of(clusters.marks[index].span)
    verb = tree.heads[own] if own is not None and tree.is_in(own, "nsubj") else -1
    finite = [verb, *tree.under(verb, "aux", "cop")] if verb >= 0 else []
    return not (cluster.plural and any(tree.upos[word] in ("VERB", "AUX") and _is_singular(tree.folded[word]) for word in finite))


def _is_singular(verb: str) -> bool:
    """Whether a form of a verb goes with one only."""
    return verb in _ONE or (verb.endswith("s") and not verb.endswith("ss"))


def _candidates(clusters: Clusters, index: int, family: str) -> list[int]:
    """The mentions within reach of a pronoun whose entities may be meant."""
    near = (other for other in range(index) if clusters.sentences[index] - clusters.sentences[other] <= _REACH[family])
    own, span = clusters.of(index), clusters.marks[index].span
    return [o for o in near if clusters.of(o) is not own and not clusters.marks[o].span.holds(span) and _fits(clusters, o, own, family)]


def _fits(clusters: Clusters, other: int, pronoun: Cluster, family: str) -> bool:
    cluster = clusters.of(other)
    members = [clusters.marks[member] for member in cluster.members if clusters.marks[member].form != "pronoun"]
    if not members:
        return False
    kind, genders = kind_of(members), cluster.genders - {"thing"}
    if family == "he":
        return not cluster.plural and kind in ("person", "unnamed") and (not genders or bool(genders & pronoun.genders))
    if family == "it":
        guessed = kind == "person" and not cluster.sure and all(mark.form == "named" for mark in members)
        return not cluster.plural and not genders and (guessed or kind in ("organization", "place", "group"))
    return cluster.plural or kind in ("group", "organization")


def _score(clusters: Clusters, other: int, index: int, family: str, voices: Voices) -> float:
    """How well a mention fits a pronoun: near, a subject, a speaker where the pronoun speaks or is spoken of in his own words."""
    this, that = clusters.marks[index].span, clusters.marks[other].span
    tree = clusters.tree
    head, own = tree.head_of(that), tree.head_of(this)
    score = -1.5 * (clusters.sentences[index] - clusters.sentences[other]) - 0.001 * (this.start - that.start)
    if head is None or own is None:
        return score
    if (
        tree.heads[head] == tree.heads[own] >= 0
        and tree.is_in(own, "nsubj", "obj", "obl", "iobj")
        and tree.is_in(head, "nsubj", "obj", "obl", "iobj")
    ):
        return score - 10  # two arguments of one verb are two
    score += 1.5 * tree.is_in(head, "nsubj") + 0.3 * (tree.deprels[head] == tree.deprels[own])
    score += min(len(clusters.of(other).members), 6) * 0.15 + 0.4 * clusters.of(other).named
    score += 0.8 * bool(family == "he" and clusters.of(other).genders & clusters.of(index).genders)
    score += _voiced(this, that, voices) - 4.0 * (family != "it" and _is_label(clusters, other))
    if family == "they" and voices.is_quoted(this) and not voices.is_quoted(that):
        return -10.0  # whom a speaker means by "they" only he knows
    if family == "they":
        score += 1.0 * clusters.of(other).plural
    if family == "it" and "person" in clusters.of(other).kinds and len(clusters.words[other]) > 1:
        score -= 1.0
    if family == "it" and voices.speaks(this) and not _may_speak(clusters, other):
        return -10.0
    return score


def _at_home(clusters: Clusters, other: int, index: int, voices: Voices, homes: Sequence[int]) -> float:
    """What it tells of a "he" who speaks that somebody is the subject of a sentence in his paragraph: it may be about a new man."""
    tree, head = clusters.tree, clusters.tree.head_of(clusters.marks[other].span)
    near = homes[clusters.sentences[other]] == homes[clusters.sentences[index]]
    speaks = clusters.words[index][0].casefold() in _HE and voices.speaks(clusters.marks[index].span)
    return _HOME if near and speaks and clusters.of(other).named and head is not None and tree.is_in(head, "nsubj", "appos") else 0.0


def _is_label(clusters: Clusters, index: int) -> bool:
    """Whether a mention only opens somebody's turn in a transcript ("VASK: …"), in which others are spoken of."""
    tree, words = clusters.tree, clusters.tree.inside(clusters.marks[index].span)
    opens = words.start == 0 or tree.sentences[words.start - 1] != tree.sentences[words.start]
    return opens and tree.words[words.stop : words.stop + 1] == (":",)


def _may_speak(clusters: Clusters, index: int) -> bool:
    """Whether what a mention stands for can say something: no ship, building or town does."""
    members = clusters.of(index).members
    return not any(held.kind == "place" for member in members if (held := clusters.agents[member])) and not (
        "place" in clusters.of(index).kinds and not any(" ".join(clusters.words[member]) in load_country_names() for member in members)
    )


def _voiced(this: Span, that: Span, voices: Voices) -> float:
    """What quotation tells: he who says "I" in it is not the "he" of it, and who spoke goes on speaking."""
    quoted = voices.is_quoted(this)
    if quoted:
        speaker = voices.source_over(this)
        if speaker is not None and speaker.meets(that):
            return -10.0
        return 0.5 * voices.is_quoted(that)
    if voices.is_quoted(that) and (told := voices.source_over(that)) is not None and told.meets(this):
        return -10.0  # whom a speaker speaks of is not himself
    score = -1.0 * voices.is_quoted(that)
    over = voices.source_over(this)
    if over is not None and over.meets(that):
        return score + 1.5
    if voices.speaks(this):
        score += 2.5 if voices.speaks(that) else 0.0
        score -= 1.0 if voices.source_over(that) is not None and not voices.speaks(that) else 0.0
    return score
