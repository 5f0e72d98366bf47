"""Who stands where around a verb or a noun that tells a happening, by syntax alone."""

from __future__ import annotations

from whence.model.parses import Tree
from whence.model.subjects import find_cases, find_subjects, is_passive, join_conjuncts, replace_relatives

Arguments = dict[str, tuple[int, ...]]

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_TIMES = frozenset(
    """day days week weeks month months year years hour hours minutes time times decades
    night morning evening afternoon weekend""".split()
)
_MEASURES = frozenset("round rounds series wave waves string spate number set hail volley kind act acts campaign".split())
_NAME = 6  # so many words a name may have before its "'s"


def is_nominal(tree: Tree, word: int) -> bool:
    """Whether a form in -ing is used as a noun: "the sinking of", "a shooting", "after the killing"."""
    if not tree.folded[word].endswith("ing") or tree.under(word, "obj", "nsubj", "aux"):
        return False
    of = any(tree.folded[c] == "of" for t in tree.under(word, "nmod", "obl") for c in tree.under(t, "case"))
    return of or bool(tree.under(word, "det", "amod")) or bool(find_possessors(tree, word))


def find_possessors(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose a noun is: "its", "the mayor's"."""
    return tuple(
        t
        for t in tree.under(noun, "nmod", "det", "compound")
        if t < noun and (tree.folded[t] in _POSSESSIVES or any(tree.folded[k] in ("'s", "'") for k in range(t + 1, min(t + _NAME, noun))))
    )


def find_verb_arguments(tree: Tree, verb: int) -> Arguments:
    """Head tokens by place: subj, obj, iobj, by and other prepositions. The subject of a passive verb stands under obj."""
    subjects = find_subjects(tree, verb)
    passive = is_passive(tree, verb)
    objects = tree.under(verb, "obj")
    own = tree.under(verb, "nsubj")
    if tree.relation(verb) == "amod":  # "Brisca accused Averna", read as a name
        subjects, objects, passive = _nominals(tree, verb - 1), _nominals(tree, tree.heads[verb]), False
    if len(own) > 1:
        objects, subjects = _sorted_out(tree, verb, own, objects)
    if not objects and not passive and tree.relation(verb) != "conj":
        shared = [t for t in tree.under(verb, "conj") if tree.upos[t] == "VERB" and not tree.under(t, "nsubj")]
        objects = tree.under(shared[-1], "obj") if shared else ()
    if not objects and not passive:
        objects = tuple(t for t in tree.under(verb, "obl") if t > verb and _is_bare_object(tree, t))
    objects = join_conjuncts(tree, replace_relatives(tree, verb, objects))
    found: dict[str, list[int]] = {"obj": list(objects) + (list(subjects) if passive else [])}
    found["subj"] = [] if passive else list(subjects)
    led = [t for child in tree.under(verb, "xcomp") for t in tree.under(child, "nsubj")]  # "called on the minister to resign"
    found["iobj"] = list(join_conjuncts(tree, (*tree.under(verb, "iobj"), *led)))
    _add_prepositional(tree, verb, ("obl",), found)
    for token in found["obj"]:
        partners: dict[str, list[int]] = {}
        _add_prepositional(tree, token, ("nmod",), partners)
        found.setdefault("with", []).extend(partners.get("with", []) + partners.get("between", []))
    return {place: tuple(tokens) for place, tokens in found.items() if tokens}


def _nominals(tree: Tree, word: int) -> tuple[int, ...]:
    return (word,) if word >= 0 and tree.upos[word] in ("NOUN", "PROPN", "PRON") else ()


def _sorted_out(tree: Tree, verb: int, own: tuple[int, ...], objects: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Objects and subjects of a verb that was given two subjects: "which the ministry blames", "Moss appointed Lund", a dateline."""
    if not objects and tree.folded[own[0]] in _RELATIVE:
        return own[:1], join_conjuncts(tree, own[1:])
    before, after = tuple(t for t in own if t < verb), tuple(t for t in own if t > verb)
    return objects or (after if before else ()), join_conjuncts(tree, before[-1:] or own[:1])


def _is_bare_object(tree: Tree, noun: int) -> bool:
    """Whether a phrase read as adverbial is an object: "killing at least 19 people", "called off a strike"."""
    marked = tree.under(noun, "nummod") or any(tree.folded[t] in ("a", "an", "the") for t in tree.under(noun, "det"))
    return bool(marked) and tree.upos[noun] == "NOUN" and not find_cases(tree, noun) and tree.folded[noun] not in _TIMES


def _add_prepositional(tree: Tree, head: int, relations: tuple[str, ...], found: dict[str, list[int]]) -> None:
    for token in tree.under(head, *relations):
        cases = find_cases(tree, token)
        if cases and cases[0] not in ("'s", "'"):
            found.setdefault(cases[0], []).extend(join_conjuncts(tree, (token,)))


def find_noun_arguments(tree: Tree, noun: int, light: frozenset[str]) -> Arguments:
    """Head tokens by place: poss, comp, prepositions; with those of a verb of ``light`` over the noun ("paid a visit to")."""
    found: dict[str, list[int]] = {"poss": list(join_conjuncts(tree, find_possessors(tree, noun)))}
    if not found["poss"]:
        found["poss"] = list(_owner_before(tree, noun))
    if tree.upos[noun] == "ADJ":  # "the minister is dead", and in a headline "nine miners dead"
        found["subj"] = list(join_conjuncts(tree, tree.under(noun, "nsubj")))
    found["comp"] = [c for t in tree.under(noun, "compound", "amod") for c in (t, *tree.under(t, "compound"))]
    _add_prepositional(tree, noun, ("nmod", "obl", "compound", "flat", "appos", "dep"), found)
    carried = _carried(tree, noun)
    verb = tree.heads[carried]
    if verb >= 0 and tree.upos[verb] == "VERB":
        relation = tree.relation(carried)
        passive = relation == "nsubj" and is_passive(tree, verb)
        if tree.folded[verb] in light and (relation == "obj" or passive):
            _add_carrier(tree, verb, carried, found)
        elif relation == "obl" and _is_attended(tree, verb, carried):
            found["attending"] = [t for t in find_subjects(tree, verb) if t != carried]
        elif relation == "obj" and not is_passive(tree, verb):
            found.setdefault("by", []).extend(_agents(tree, verb))
    for participle in tree.under(noun, "acl"):
        if tree.folded[participle] in light and is_passive(tree, participle):
            found.setdefault("by", []).extend(_agents(tree, participle))
    return {place: tuple(tokens) for place, tokens in found.items() if tokens}


def _owner_before(tree: Tree, noun: int) -> tuple[int, ...]:
    """The name or noun whose "'s" stands before a noun and its adjectives, whatever the parser hung it on."""
    at = noun - 1
    while at > noun - _NAME and at >= 0 and tree.upos[at] in ("ADJ", "NUM", "NOUN") and tree.sentences[at] == tree.sentences[noun]:
        at -= 1
    if at < 1 or tree.folded[at] != "'s":
        return ()
    owner = at - 1
    while tree.is_in(owner, "flat", "compound") and 0 <= tree.heads[owner] < at and tree.heads[owner] > owner - _NAME:
        owner = tree.heads[owner]
    return (owner,) if tree.upos[owner] in ("NOUN", "PROPN") else ()


def _agents(tree: Tree, verb: int) -> list[int]:
    """Those after "by" under a verb: of "efforts made by the envoy", or of a noun that is an active verb's object."""
    return [t for t in join_conjuncts(tree, tree.under(verb, "obl")) if "by" in find_cases(tree, t) or tree.is_in(t, "conj")]


def _is_attended(tree: Tree, verb: int, noun: int) -> bool:
    """Whether who does what the verb tells is there at what the noun tells: "said in an interview", "pressed ahead with talks"."""
    cases = set(find_cases(tree, noun))
    onwards = any(tree.folded[t] in ("ahead", "on", "forward") for t in tree.under(verb, "advmod", "compound"))
    return bool(cases & {"in", "into", "during", "at"}) or ("with" in cases and onwards)


def _carried(tree: Tree, noun: int) -> int:
    """The noun, or the measure word over it: "talks" in "a round of talks"."""
    over = tree.heads[noun]
    measured = over >= 0 and tree.folded[over] in _MEASURES and any(tree.folded[t] == "of" for t in tree.under(noun, "case"))
    return over if measured else noun


def _add_carrier(tree: Tree, verb: int, carried: int, found: dict[str, list[int]]) -> None:
    arguments = find_verb_arguments(tree, verb)
    found["subj"] = [t for t in arguments.get("subj", ()) if t != carried]
    for place in ("by", "on", "against", "with", "to", "iobj", "for", "in", "between"):
        found.setdefault(place, []).extend(t for t in arguments.get(place, ()) if t not in found.get(place, ()))
