"""Who stands where in a clause: the arguments of a verb or of a noun that tells a happening, by syntax alone."""

from __future__ import annotations

from collections.abc import Iterable

from whence.model.parses import Tree

Arguments = dict[str, tuple[int, ...]]

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_PASSIVE_AUXILIARIES = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "get", "gets", "got", "getting"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_TIMES = frozenset(
    """day days week weeks month months year years hour hours minutes time times decades
    night morning evening afternoon weekend""".split()
)
_MEASURES = frozenset("round rounds series wave waves string spate number set hail volley kind act acts campaign".split())
_BOUNDS = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("close", "to")})
_NAME = 6  # so many words a name may have before its "'s"
_GAPPED = frozenset({"advcl", "acl", "obl", "nmod"})
_ASKING_STEMS = """ask urg press order persuad forc allow permit warn want help push pressur advis instruct command convinc
    implor direct requir""".split()
# Verbs whose object does what the infinitive tells, however the infinitive hangs on them ("pressed the union to call off").
_OBJECT_CONTROL = frozenset(stem + ending for stem in _ASKING_STEMS for ending in ("", "e", "s", "es", "ed", "ing")) | frozenset(
    "tell tells told telling beg begs begged call calls called calling let lets letting".split()
)
# Verbs over which the subject, not the object, does what the infinitive tells.
_SUBJECT_CONTROL = frozenset("promise promises promised promising vowed threaten threatened use uses used using".split())


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb form is passive: by its auxiliary, or as a participle that describes a noun ("men arrested in May")."""
    if tree.folded[verb].endswith("ing"):
        return False
    if any(tree.folded[t] in _PASSIVE_AUXILIARIES for t in tree.under(verb, "aux")):
        return True
    if tree.relation(verb) == "conj" and not tree.under(verb, "nsubj", "aux", "mark", "obj"):
        return is_passive(tree, tree.heads[verb])
    return tree.relation(verb) in ("acl", "advcl") and not tree.under(verb, "nsubj", "aux", "mark", "obj")


def is_nominal(tree: Tree, word: int) -> bool:
    """Whether a form in -ing is used as a noun: "the sinking of", "a shooting", "after the killing"."""
    if not tree.folded[word].endswith("ing") or tree.under(word, "obj", "nsubj", "aux"):
        return False
    of = any(tree.folded[c] == "of" for t in tree.under(word, "nmod", "obl") for c in tree.under(t, "case"))
    return of or bool(tree.under(word, "det", "amod")) or bool(find_possessors(tree, word))


def is_relative(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a relative clause with a subject of its own ("who resigned", "that he wrote")."""
    return tree.relation(verb) == "acl" and bool(tree.under(verb, "nsubj"))


def find_possessors(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose a noun is: "its", "the mayor's"."""
    return tuple(
        t
        for t in tree.under(noun, "nmod", "det", "compound")
        if t < noun and (tree.folded[t] in _POSSESSIVES or any(tree.folded[k] in ("'s", "'") for k in range(t + 1, min(t + _NAME, noun))))
    )


def find_subjects(tree: Tree, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subjects of a verb, also where they must be fetched from the clause above."""
    own = tree.under(verb, "nsubj") or _stray_subjects(tree, verb)
    if own:
        return _joined(tree, _antecedents(tree, verb, own))
    if depth > 6 or tree.heads[verb] < 0:
        return ()
    return _fetched_subjects(tree, verb, tree.heads[verb], depth)


def _stray_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """A bare name or noun right before a finite verb that the parser hung somewhere else than on it as its subject."""
    if tree.upos[verb] != "VERB" or tree.relation(verb) not in ("root", "ccomp", "parataxis") or tree.under(verb, "csubj", "expl"):
        return ()
    left = [t for t in tree.under(verb, "nmod", "flat", "dep", "appos", "vocative", "compound") if t < verb]
    if not left and verb > 0 and tree.sentences[verb - 1] == tree.sentences[verb] and tree.heads[verb - 1] > verb:
        left = [verb - 1]
    return tuple(t for t in left if tree.upos[t] in ("NOUN", "PROPN") and not tree.under(t, "case"))[:1]


def _fetched_subjects(tree: Tree, verb: int, head: int, depth: int) -> tuple[int, ...]:
    relation = tree.relation(verb)
    if relation == "conj":
        return find_subjects(tree, head, depth + 1)
    if relation == "acl" and tree.upos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
        return () if _marked_infinitive(tree, verb) else _joined(tree, (head,))
    if relation in ("xcomp", "ccomp") or (relation in _GAPPED and tree.upos[head] in ("VERB", "AUX")):
        return _controllers(tree, verb, head, depth)
    return ()


def _controllers(tree: Tree, verb: int, head: int, depth: int) -> tuple[int, ...]:
    """The subject of an infinitive or participle: the object of the verb above where that makes somebody act, else its subject."""
    under_preposition = bool(tree.under(verb, "mark", "case")) and not _marked_infinitive(tree, verb)
    objects = tree.under(head, "obj", "iobj")
    led = tree.relation(verb) == "xcomp" or under_preposition or tree.folded[head] in _OBJECT_CONTROL
    if led and tree.folded[head] not in _SUBJECT_CONTROL:
        if not objects and tree.folded[head] in _OBJECT_CONTROL:  # "called on him to resign"
            objects = tuple(t for t in tree.under(head, "obl") if t < verb and set(find_cases(tree, t)) <= {"on", "upon", "to", "with"})
        if objects:
            return _joined(tree, objects)
        if is_passive(tree, head) or tree.relation(verb) == "xcomp":
            return find_subjects(tree, head, depth + 1)
    return find_subjects(tree, head, depth + 1)


def _marked_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.folded[t] == "to" for t in tree.under(verb, "mark"))


def _antecedents(tree: Tree, verb: int, subjects: Iterable[int]) -> tuple[int, ...]:
    """Subjects with relative pronouns replaced by the noun they stand for."""
    clause = verb
    while tree.relation(clause) == "conj" and tree.heads[clause] >= 0:
        clause = tree.heads[clause]
    noun = tree.heads[clause] if tree.relation(clause) == "acl" else -1
    found = []
    for subject in subjects:
        antecedent = _antecedent(tree, subject, noun) if tree.folded[subject] in _RELATIVE else subject
        found.append(antecedent if antecedent >= 0 else subject)
    return tuple(found)


def _antecedent(tree: Tree, pronoun: int, noun: int) -> int:
    """A name right before the pronoun ("..., Ada Brandt, who"), else the noun that the clause hangs on in the tree."""
    before = pronoun - 1
    while before >= 0 and tree.upos[before] == "PUNCT":
        before -= 1
    personal = tree.folded[pronoun] in ("who", "whom", "whose")
    if not personal or before < 0 or tree.sentences[before] != tree.sentences[pronoun] or tree.upos[before] != "PROPN":
        return noun
    while tree.heads[before] >= 0 and tree.relation(before) in ("flat", "compound", "appos") and tree.heads[before] < pronoun:
        before = tree.heads[before]
    return before


def _joined(tree: Tree, tokens: Iterable[int]) -> tuple[int, ...]:
    return tuple(other for token in tokens for other in (token, *tree.under(token, "conj")))


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
    objects = _joined(tree, _antecedents(tree, verb, objects))
    found: dict[str, list[int]] = {"obj": list(objects) + (list(subjects) if passive else [])}
    found["subj"] = [] if passive else list(subjects)
    led = [t for child in tree.under(verb, "xcomp") for t in tree.under(child, "nsubj")]  # "called on the minister to resign"
    found["iobj"] = list(_joined(tree, (*tree.under(verb, "iobj"), *led)))
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
        return own[:1], _joined(tree, own[1:])
    before, after = tuple(t for t in own if t < verb), tuple(t for t in own if t > verb)
    return objects or (after if before else ()), _joined(tree, before[-1:] or own[:1])


def _is_bare_object(tree: Tree, noun: int) -> bool:
    """Whether a phrase read as adverbial is an object: "killing at least 19 people", "called off a strike"."""
    marked = tree.under(noun, "nummod") or any(tree.folded[t] in ("a", "an", "the") for t in tree.under(noun, "det"))
    return bool(marked) and tree.upos[noun] == "NOUN" and not find_cases(tree, noun) and tree.folded[noun] not in _TIMES


def find_cases(tree: Tree, noun: int) -> tuple[str, ...]:
    """The prepositions of a noun; those that belong to its number ("at least 19", "up to 40") are none."""
    cases = tree.under(noun, "case")
    if not cases:  # "of opposition leader Dara Venn", the preposition hung on the title
        cases = tuple(c for t in tree.under(noun, "nmod", "compound") if t < noun for c in tree.under(t, "case") if c < t)
    if not cases:  # hung on a later word: the preposition right before the phrase
        before = min(t for t in tree.below(noun) if noun - t < _NAME) - 1
        stray = tree.heads[noun] < before and tree.upos[before] == "ADP" and tree.sentences[before] == tree.sentences[noun]
        cases = (before,) if stray else ()
    return tuple(tree.folded[t] for t in cases if tree.folded[t : t + 2] not in _BOUNDS and tree.folded[t - 1 : t + 1] not in _BOUNDS)


def _add_prepositional(tree: Tree, head: int, relations: tuple[str, ...], found: dict[str, list[int]]) -> None:
    for token in tree.under(head, *relations):
        cases = find_cases(tree, token)
        if cases and cases[0] not in ("'s", "'"):
            found.setdefault(cases[0], []).extend(_joined(tree, (token,)))


def find_noun_arguments(tree: Tree, noun: int, light: frozenset[str]) -> Arguments:
    """Head tokens by place: poss, comp, prepositions; with those of a verb of ``light`` over the noun ("paid a visit to")."""
    found: dict[str, list[int]] = {"poss": list(_joined(tree, find_possessors(tree, noun)))}
    if tree.upos[noun] == "ADJ" and tree.under(noun, "cop"):  # "the minister is dead"
        found["subj"] = list(_joined(tree, tree.under(noun, "nsubj")))
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
    return {place: tuple(tokens) for place, tokens in found.items() if tokens}


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
