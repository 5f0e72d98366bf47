"""The conditions of the trigger list: what must, or must not, stand around a word."""

from __future__ import annotations

from collections.abc import Iterator

from whence.lexicon.lemmas import guess_lemmas, load_light_verbs
from whence.lexicon.triggers import Condition, TriggerRow
from whence.model.clauses import Arguments, find_noun_arguments, find_possessors, find_verb_arguments, is_nominal
from whence.model.parses import Tree
from whence.model.subjects import find_cases, is_passive

_MEASURES = frozenset(
    """ton tons tonne tonnes kilo kilos kg litres liters barrels boxes crates bags sacks truckload truckloads part parts package packages
    number group groups dozen dozens hundreds thousands scores handful pair couple batch batches amount amounts supplies series""".split()
)


def choose_row(tree: Tree, head: int, tokens: tuple[int, ...], rows: tuple[TriggerRow, ...]) -> TriggerRow | None:
    """The first row whose conditions hold."""
    arguments: Arguments | None = None
    for row in rows:
        if row.conditions and arguments is None:
            verbal = tree.upos[head] == "VERB" and not is_nominal(tree, head)
            arguments = find_verb_arguments(tree, head) if verbal else find_noun_arguments(tree, head, load_light_verbs())
        if all(_holds(tree, head, tokens, condition, arguments or {}) for condition in row.conditions):
            return row
    return None


def _holds(tree: Tree, head: int, tokens: tuple[int, ...], condition: Condition, arguments: Arguments) -> bool:
    found = any(not condition.words.isdisjoint(guess_lemmas(word)) for word in _words_at(tree, head, tokens, condition.place, arguments))
    return found != condition.negated


def _words_at(tree: Tree, head: int, tokens: tuple[int, ...], place: str, arguments: Arguments) -> Iterator[str]:
    """The words that stand in a place around a trigger, ``none`` or ``yes``/``no`` where the place is a question."""
    words = tree.folded
    if place == "left":
        yield from (words[t] for t in (*tree.under(head, "compound", "amod", "nummod"), tokens[0] - 1) if t >= 0)
    elif place == "next":
        yield words[tokens[-1] + 1] if tokens[-1] + 1 < len(words) else ""
    elif place == "page":
        yield from dict.fromkeys(words)
    elif place == "under":
        yield from (words[t] for t in tree.below(head))
    elif place == "head":
        yield words[tree.heads[head]] if tree.heads[head] >= 0 else ""
    elif place == "prep":
        yield from (p for p in arguments if p not in ("subj", "obj", "iobj", "poss", "comp"))
        yield from (words[t] for child in tree.under(head, "advcl", "acl") for t in tree.under(child, "mark", "case"))
        yield words[tokens[-1] + 1] if tokens[-1] + 1 < len(words) else ""
    elif place == "predicate":
        said = [child for child in tree.under(head, "ccomp") if not tree.under(child, "mark", "nsubj")]
        yield from (words[t] for child in (*tree.under(head, "xcomp", "obj"), *said) for t in tree.below(child))
    elif place == "content":
        yield from (words[t] for child in tree.under(head, "xcomp", "ccomp", "obl") for t in tree.below(child))
    elif place == "role":
        above = tree.heads[head]
        yield "obj" if tree.relation(head) == "nsubj" and is_passive(tree, above) else tree.relation(head)
    elif place in ("xcomp", "passive", "perfect", "poss", "cop", "numbered", "proper"):
        yield "yes" if _asked(tree, head, place) else "no"
    elif place == "subj":  # who does it: of a passive verb the agent
        yield from _argument_words(tree, arguments.get("subj", ()) or (arguments.get("by", ()) if is_passive(tree, head) else ()))
    else:
        yield from _argument_words(tree, arguments.get(place, ()))


def _argument_words(tree: Tree, tokens: tuple[int, ...]) -> Iterator[str]:
    """The words of arguments, ``<name>`` for a proper name, ``<they>`` a pronoun, ``<number>`` "thirty"; ``none``: no argument."""
    if not tokens:
        yield "none"
    for token in tokens:
        yield tree.folded[token]
        if tree.upos[token] in ("NUM", "DET", "PRON", "ADJ") or tree.folded[token] in _MEASURES:  # "two of its diplomats", "tons of grain"
            yield from (tree.folded[t] for t in tree.under(token, "nmod") if "of" in find_cases(tree, t))
        if tree.upos[token] == "PROPN":
            yield "<name>"
        if tree.upos[token] == "NUM":
            yield "<number>"
        if tree.folded[token] in ("him", "her", "them", "whom", "who", "he", "she", "they", "me", "us"):
            yield "<they>"


def _asked(tree: Tree, head: int, question: str) -> bool:
    if question == "passive":
        return is_passive(tree, head)
    if question == "poss":
        return bool(find_possessors(tree, head)) or bool(_with_case(tree, tree.under(head, "nmod"), "of", "by"))
    if question == "cop":
        return bool(tree.under(head, "cop"))
    if question == "numbered":
        return bool(tree.under(head, "nummod")) or (head > 0 and tree.upos[head - 1] == "NUM")
    if question == "proper":
        return any(tree.upos[t] == "PROPN" for t in tree.under(head, "compound", "amod", "nmod"))
    if question == "perfect":
        return any(tree.folded[t] in ("had", "'d") for t in tree.under(head, "aux"))
    infinitives = _with_case(tree, tree.under(head, "xcomp", "ccomp"), "to")
    return any(tree.upos[t] == "VERB" for t in infinitives)


def _with_case(tree: Tree, words: tuple[int, ...], *markers: str) -> list[int]:
    """Those of the words that a preposition or infinitive marker of ``markers`` brings in."""
    return [word for word in words if any(tree.folded[t] in markers for t in tree.under(word, "case", "mark"))]
