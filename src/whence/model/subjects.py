"""Who does what a verb tells, also where the sentence says it only in the clause above."""

from __future__ import annotations

from collections.abc import Iterable

from whence.model.parses import Tree

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_PASSIVE_AUXILIARIES = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "get", "gets", "got", "getting"})
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TIMING = frozenset({"after", "before", "since", "until", "when"})
_BOUNDS = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("close", "to")})
_NAME = 6  # so many words a name may have before its "'s"
_CAUSING = frozenset("have has had having get gets got getting want wants wanted".split())
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
    if tree.relation(verb) == "xcomp" and tree.folded[tree.heads[verb]] in _CAUSING and not tree.under(verb, "aux", "mark", "obj"):
        return True  # "had its licence revoked"
    if tree.relation(verb) == "conj" and not tree.under(verb, "nsubj", "aux", "mark", "obj"):
        return is_passive(tree, tree.heads[verb])
    return tree.relation(verb) in ("acl", "advcl") and not tree.under(verb, "nsubj", "aux", "mark", "obj")


def is_relative(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a relative clause with a subject of its own ("who resigned", "that he wrote")."""
    return tree.relation(verb) == "acl" and bool(tree.under(verb, "nsubj"))


def find_subjects(tree: Tree, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subjects of a verb, also where they must be fetched from the clause above."""
    own = tree.under(verb, "nsubj") or _stray_subjects(tree, verb)
    if own:
        return join_conjuncts(tree, replace_relatives(tree, verb, own))
    if depth > 6 or tree.heads[verb] < 0:
        return ()
    return _fetched_subjects(tree, verb, tree.heads[verb], depth)


def _stray_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """A bare name or noun right before a finite verb that the parser hung somewhere else than on it as its subject."""
    if tree.upos[verb] != "VERB" or tree.under(verb, "csubj", "expl"):
        return ()
    if tree.relation(verb) not in ("root", "ccomp", "parataxis"):
        return _subject_after(tree, verb)
    left = [t for t in tree.under(verb, "nmod", "flat", "dep", "appos", "vocative", "compound") if t < verb]
    if not left and verb > 0 and tree.sentences[verb - 1] == tree.sentences[verb] and tree.heads[verb - 1] > verb:
        left = [verb - 1]
    return tuple(t for t in left if tree.upos[t] in ("NOUN", "PROPN") and not tree.under(t, "case"))[:1]


def _subject_after(tree: Tree, verb: int) -> tuple[int, ...]:
    """The name between "after" or "before" and a finite verb, where the parser took it for what the preposition governs:
    "took over the day after Jan Holm resigned".
    """
    last = verb - 1
    while last > 0 and tree.upos[last] in ("AUX", "ADV"):
        last -= 1
    first = last
    while first > 0 and tree.upos[first] in ("PROPN", "NOUN", "DET", "ADJ"):
        first -= 1
    finite = not tree.folded[verb].endswith("ing") and not _marked_infinitive(tree, verb)
    opened = tree.folded[first] in _TIMING and tree.sentences[first] == tree.sentences[verb] and first < last
    if not (finite and opened) or not any(tree.upos[t] == "PROPN" for t in range(first + 1, last + 1)):
        return ()
    head = last
    while first < tree.heads[head] < head:
        head = tree.heads[head]
    return (head,)


def _fetched_subjects(tree: Tree, verb: int, head: int, depth: int) -> tuple[int, ...]:
    relation = tree.relation(verb)
    if relation == "conj":
        gerund = tree.folded[head].endswith("ing") and not tree.folded[verb].endswith("ing") and tree.heads[head] >= 0
        return find_subjects(tree, tree.heads[head] if gerund else head, depth + 1)  # "accused them of meddling and expelled"
    if relation == "acl" and tree.upos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
        return () if _marked_infinitive(tree, verb) else join_conjuncts(tree, (head,))
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
            return join_conjuncts(tree, objects)
        if is_passive(tree, head) or tree.relation(verb) == "xcomp":
            return find_subjects(tree, head, depth + 1)
    return find_subjects(tree, head, depth + 1)


def _marked_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.folded[t] == "to" for t in tree.under(verb, "mark"))


def replace_relatives(tree: Tree, verb: int, subjects: Iterable[int]) -> tuple[int, ...]:
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
    while noun >= 0 and (tree.upos[noun] == "NUM" or tree.folded[noun] in _CALENDAR) and tree.heads[noun] >= 0:
        noun = tree.heads[noun]  # what killed seven is the attack of 2 March, not March
    if not personal or before < 0 or tree.sentences[before] != tree.sentences[pronoun] or tree.upos[before] != "PROPN":
        return noun
    while tree.heads[before] >= 0 and tree.relation(before) in ("flat", "compound", "appos") and tree.heads[before] < pronoun:
        before = tree.heads[before]
    return before


def join_conjuncts(tree: Tree, tokens: Iterable[int]) -> tuple[int, ...]:
    """The words with all that is joined to them by "and" or "or"."""
    return tuple(other for token in tokens for other in (token, *tree.under(token, "conj")))


def find_cases(tree: Tree, noun: int) -> tuple[str, ...]:
    """The prepositions of a noun; those that belong to its number ("at least 19", "up to 40") are none."""
    cases = tree.under(noun, "case")
    if not cases:  # "of opposition leader Dara Venn", the preposition hung on the title
        cases = tuple(c for t in tree.under(noun, "nmod", "compound") if t < noun for c in tree.under(t, "case") if c < t)
    if not cases:  # hung on a later word: the preposition right before the phrase
        first = min(t for t in tree.below(noun) if noun - t < _NAME)
        before = first if tree.upos[first] == "ADP" and first < noun else first - 1
        stray = tree.heads[noun] < before and tree.upos[before] == "ADP" and tree.sentences[before] == tree.sentences[noun]
        cases = (before,) if stray else ()
    return tuple(tree.folded[t] for t in cases if tree.folded[t : t + 2] not in _BOUNDS and tree.folded[t - 1 : t + 1] not in _BOUNDS)
