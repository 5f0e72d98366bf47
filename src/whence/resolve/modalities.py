"""How a happening is meant: as a fact, going on, asked for, planned, foretold or imagined."""

from __future__ import annotations

from whence.lexicon.inflections import inflect_verb
from whence.lexicon.lemmas import guess_lemmas, is_base_form, load_light_verbs
from whence.model.clauses import find_possessors
from whence.model.parses import Tree
from whence.model.readings import Attribution, Modality
from whence.model.subjects import find_subjects, is_passive, is_relative
from whence.resolve.governors import Step, is_advised_against, iter_steps
from whence.resolve.polarities import is_outstanding

_FUTURE = frozenset({"will", "'ll", "shall", "wo", "would", "'d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
# Verbs that tell of a happening, itself their subject, that there is more of it or that it takes place ("the toll will rise").
_GROWING = frozenset(
    form for verb in "rise climb grow increase happen occur begin start resume follow come".split() for form in inflect_verb(verb)
)
_PROTESTING = frozenset({"protest", "demonstrate", "demand", "denounce"})
_COMING_TOGETHER = frozenset({"gather", "assemble", "march", "rally", "converge", "mass"})
_RUMOURS = frozenset({"rumour", "rumours", "rumor", "rumors", "gossip", "hearsay", "legend"})
_WARNING = frozenset({"warn", "warns", "warned", "warning"})
_CALLING = frozenset({"call", "calls", "called", "calling"})
_DUE = frozenset({"should", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should", "once"})
_BEING = frozenset({"is", "are", "was", "were", "be"})
_BE_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m", "be", "being"})
_LONG = frozenset({"decades", "years", "months", "weeks", "days", "generations", "centuries"})
_PLANNED_ADJECTIVES = frozenset("planned scheduled proposed promised upcoming forthcoming intended set due slated".split())
_ACTS: dict[str, Modality] = {
    "demand": "asked", "ask": "asked", "advise": "asked", "promise": "planned", "announce": "planned", "agree": "planned",
    "threaten": "planned", "predict": "predicted", "warn": "hypothetical",
}  # fmt: skip


def resolve_modality(tree: Tree, token: int, nominal: bool, attribution: Attribution | None) -> Modality:
    """The modality of a trigger: its auxiliaries first, then the words over it, then the act of the attribution it stands in."""
    if attribution is None and _is_rumoured(tree, token):
        return "hypothetical"
    if not nominal:
        if is_outstanding(tree, token) or _turned_out_for(tree, token) or _went_on_to(tree, token):
            return "actual"
        own = _own_modality(tree, token, attribution)
        if own is not None:
            return own
    elif any(tree.folded[t] in _PLANNED_ADJECTIVES for t in tree.under(token, "amod", "acl")) or _is_due(tree, token):
        return "planned"
    elif any(tree.folded[t] in ("ongoing", "continuing", "continued") for t in tree.under(token, "amod")):
        return "ongoing"
    elif (grown := _growing_verb(tree, token)) is not None:
        return _own_modality(tree, grown, attribution) or "actual"
    if is_advised_against(tree, token):
        return "asked"
    brought_about = False
    for step in iter_steps(tree, token):
        brought_about = brought_about or _brings_about(tree, step)
        found = _step_modality(tree, step, attribution)
        if found is not None:
            return found
        if nominal and step.governor is None and tree.relation(step.below) != "conj" and not _open_to(tree, step.below, step.word):
            break
    return "actual" if brought_about else _by_attribution(tree, token, nominal, attribution)


def is_future(tree: Tree, token: int) -> bool:
    """Whether a trigger, or the verb that carries it, stands in the future ("would begin to lift")."""
    around = (token, tree.heads[token]) if tree.heads[token] >= 0 else (token,)
    return any(tree.folded[t] in _FUTURE for word in around for t in tree.under(word, "aux"))


def _own_modality(tree: Tree, verb: int, attribution: Attribution | None) -> Modality | None:
    auxiliaries = {tree.folded[t] for t in tree.under(verb, "aux")}
    if _conditional(tree, verb):
        return "hypothetical"
    if _untensed(tree, verb) and (auxiliaries & {"is", "are"} or ("have" in auxiliaries and auxiliaries & {"was", "were"})):
        return "planned"  # "is to be freed on Friday", "was to have been freed"
    if auxiliaries & _POSSIBLE:
        return "hypothetical"
    if auxiliaries & _DUE:
        return "asked"
    if auxiliaries & _FUTURE and "used" not in auxiliaries:
        return _future(tree, verb, attribution)
    now = {tree.folded[t] for t in tree.under(verb, "aux")} & (_BE_NOW | {"been"})
    if now and tree.folded[verb].endswith("ing") and "had" not in auxiliaries:
        return "ongoing"
    if auxiliaries & {"has", "have", "'ve"} and _for_long(tree, verb):
        return "ongoing"
    if auxiliaries:
        return "actual" if auxiliaries & {"has", "have", "had", "did", "does", "was", "were", "'ve"} else None
    return None


def _is_rumoured(tree: Tree, token: int) -> bool:
    """Whether a happening is told as hearsay that has no source: "rumour has it that she left", "rumours that she had left"."""
    below = token
    for word in tree.above(token):
        if tree.relation(below) in ("ccomp", "acl") and any(tree.folded[t] in _RUMOURS for t in (word, *tree.under(word, "nsubj"))):
            return not is_relative(tree, below)
        below = word
    return False


def _is_due(tree: Tree, noun: int) -> bool:
    """Whether a noun is said to be due: "the verdict is due on Friday"."""
    over = tree.heads[noun]
    now = over >= 0 and tree.relation(noun) == "nsubj" and tree.folded[over] in _PLANNED_ADJECTIVES
    return now and any(tree.folded[t] in ("is", "are") for t in tree.under(over, "aux", "cop"))


def _growing_verb(tree: Tree, noun: int) -> int | None:
    """The verb that says of a happening, or of how many it struck, that it comes, goes on or grows, also in a relative clause on it."""
    opened = [t for t in tree.under(noun, "acl") if is_relative(tree, t) and tree.folded[t] in _GROWING]
    if opened:
        return opened[0]
    if tree.relation(noun) == "nmod" and tree.folded[tree.heads[noun]] in ("number", "count", "toll"):
        noun = tree.heads[noun]
    grows = tree.relation(noun) == "nsubj" and tree.folded[tree.heads[noun]] in _GROWING
    return tree.heads[noun] if grows else None


def _went_on_to(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody did next ("went on to accuse the mayor")."""
    return verb > 2 and tree.folded[verb - 3 : verb] in (("went", "on", "to"), ("gone", "on", "to"), ("goes", "on", "to"))


def _turned_out_for(tree: Tree, verb: int) -> bool:
    """Whether a protest is what people have come together for: "had gathered to protest the verdict" tells of a protest held."""
    above = tree.heads[verb]
    come = above >= 0 and tree.folded[verb] in _PROTESTING and not guess_lemmas(tree.folded[above]).isdisjoint(_COMING_TOGETHER)
    return come and not {tree.folded[t] for t in tree.under(above, "aux")} & (_FUTURE | _POSSIBLE | _DUE) and not _untensed(tree, above)


def _for_long(tree: Tree, verb: int) -> bool:
    """Whether a perfect is said to have lasted ("have threatened the border for decades")."""
    lasting = any(tree.folded[t] in _LONG for t in tree.under(verb, "obl") if any(tree.folded[c] == "for" for c in tree.under(t, "case")))
    return lasting or any(tree.folded[t] == "long" for t in tree.under(verb, "advmod"))


def _conditional(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in a condition ("if they attack")."""
    return tree.relation(verb) in ("advcl", "ccomp", "conj") and any(tree.folded[t] in _CONDITIONS for t in tree.under(verb, "mark"))


def _future(tree: Tree, verb: int, attribution: Attribution | None) -> Modality:
    """Planned where somebody tells what they will do themselves or what is arranged, hypothetical under a condition, else foretold."""
    if any(_conditional(tree, t) for t in tree.under(verb, "advcl")):
        return "hypothetical"
    if attribution is None:
        return "planned"
    if attribution.act in ("promise", "announce", "agree", "threaten"):
        return "planned"
    if attribution.act in ("predict", "warn", "believe"):
        return "predicted"
    first_person = any(tree.folded[t] in ("i", "we") for t in find_subjects(tree, verb))
    return "planned" if first_person else "predicted"


def _brings_about(tree: Tree, step: Step) -> bool:
    """Whether a verb tells that somebody was brought to do what stands under it ("persuaded the rebels to disarm")."""
    return step.governor is not None and step.governor.modality == "actual" and _untensed(tree, step.below)


def _step_modality(tree: Tree, step: Step, attribution: Attribution | None) -> Modality | None:
    """What a word over the trigger says: by the list, or by its own auxiliaries where it carries the trigger."""
    word, below, governor = step.word, step.below, step.governor
    if tree.relation(below) == "nsubj" and tree.folded[word] in _BEING and _conditional(tree, word):
        return "hypothetical"  # "if there are new attacks"
    if tree.folded[word] in _WARNING and any(tree.folded[t] in ("of", "about") for t in tree.under(below, "case")):
        return "hypothetical"  # "had been warned of an attack"
    if tree.relation(below) == "xcomp" and tree.folded[word] in ("has", "have") and _untensed(tree, below):
        return "asked"  # "the deal still has to be signed"
    ruled = tree.relation(below) not in ("nsubj", "conj") or (tree.relation(below) == "nsubj" and is_passive(tree, word))
    if governor is not None and governor.modality not in (None, "actual") and ruled:
        return governor.modality if not _tells_fact(tree, below, governor.modality) else None
    if tree.relation(below) == "nsubj" and tree.folded[word] in _CALLING and is_passive(tree, word):
        return "asked"  # "a march was called for Sunday"
    if tree.relation(below) == "conj" and not is_base_form(tree.folded[below]):
        return None  # "would sue and accused the city": only the first is to come
    if tree.upos[word] == "VERB" and (tree.upos[below] == "VERB" or tree.folded[word] in load_light_verbs()):
        return _own_modality(tree, word, attribution) if tree.relation(below) != "advcl" else None
    if tree.upos[word] == "VERB" and tree.relation(below) in ("obj", "obl") and _open_to(tree, below, word):
        if tree.folded[word] in _CALLING and tree.relation(below) == "obj":
            return "asked"  # "calls a march for Sunday"
        carried = _own_modality(tree, word, attribution)
        return carried if carried != "actual" else None  # "will face a vote", "is seeking talks"
    return None


def _tells_fact(tree: Tree, below: int, modality: Modality) -> bool:
    """Whether a finite clause under a verb of asking or planning tells what is so ("told them that the port fell")."""
    finite = tree.upos[below] in ("VERB", "AUX") and tree.relation(below) == "ccomp" and not _untensed(tree, below)
    if not finite or modality in ("predicted", "hypothetical"):
        return False
    return bool(tree.under(below, "aux", "cop")) or not is_base_form(tree.folded[below])


def _untensed(tree: Tree, verb: int) -> bool:
    return any(tree.folded[t] == "to" for t in tree.under(verb, "mark"))


def _open_to(tree: Tree, below: int, word: int) -> bool:
    """Whether a verb's modality reaches the noun under it: a verb that says little, or a noun that names nothing known yet."""
    if tree.upos[word] == "VERB" and tree.folded[word] in load_light_verbs():
        return True
    determiners = {tree.folded[t] for t in tree.under(below, "det", "amod")}
    return "the" not in determiners and not find_possessors(tree, below)


def _by_attribution(tree: Tree, token: int, nominal: bool, attribution: Attribution | None) -> Modality:
    """The act of the attribution decides where the sentence leaves open how an infinitive or a bare noun is meant."""
    if not nominal and _untensed(tree, token):
        above = tree.heads[token]
        if attribution is not None and attribution.act in _ACTS and attribution.act != "warn":
            return _ACTS[attribution.act]
        return "planned" if tree.relation(token) in ("advcl", "root", "acl") or above < 0 else "actual"
    heads = {tree.head_of(span) for span in attribution.content} if attribution is not None else set()
    if attribution is not None and nominal and token in heads and attribution.act in _ACTS:
        whole = any(tree.upos[word] in ("VERB", "AUX") for part in attribution.content for word in tree.inside(part))
        return "actual" if whole else _ACTS[attribution.act]  # "demanded an inquiry", not "this was an attack"
    return "actual"
