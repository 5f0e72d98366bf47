"""Which verbs of what somebody says tell what is to come, and which only look like it."""

from __future__ import annotations

from itertools import pairwise

from whence.lexicon.lemmas import guess_lemmas, is_base_form
from whence.model.parses import Tree
from whence.model.readings import Attribution
from whence.model.spans import Span
from whence.model.subjects import is_relative

_WILL = frozenset({"will", "'ll", "shall", "wo", "ll"})
_MAY = frozenset({"may", "might", "could"})
_MODALS = _MAY | {"would", "'d", "should", "can", "must"}
_FORETELLING = frozenset({"promise", "predict", "threaten", "warn", "announce", "believe"})
_DANGERS = frozenset({"predict", "threaten", "warn"})
_PROMISING = frozenset({"promise", "predict", "threaten"})
_TELLING_OF = frozenset({"say", "confirm", "agree"})  # what only may be is a forecast under these where it has a day
# What these cues bring in is wished for, doubted or asked for, whatever its verb.
_NO_FORESIGHT = frozenset(
    "want wish doubt skeptical sceptical wonder question demand ask urge advise encourage request understand know".split()
)
# Who is said to do this foretells what they mean to do themselves.
_MEANING_TO = frozenset("intend plan hope aim mean expect prepare".split())
_CONDITIONS = frozenset({"if", "unless", "whether"})
_QUESTIONS = frozenset("who whom whose what which how why where when".split())
_ASKING = frozenset({"how", "why", "whether"})
_ASIDE = frozenset("before because since as where when while until after though although than".split())
_HABIT = frozenset("sometimes often usually always frequently regularly occasionally routinely typically normally".split())
_OFTEN = frozenset({("times", "a"), ("times", "each"), ("once", "a"), ("twice", "a")})
_LIKING = frozenset("like prefer love hate welcome appreciate".split())
_SAYING = frozenset("say call think argue suggest add imagine guess".split())
# Who could do this promises or tells nothing yet.
_SPEAKING = _SAYING | frozenset("tell promise threaten warn announce vow pledge offer".split())
# "Would be" one of these judges a thing and foretells none.
_JUDGING = frozenset(
    """wrong right mistake mistaken foolish unwise wise better best good great bad nice fair unfair useful absurd shame madness folly
    inappropriate improper appropriate unacceptable ridiculous premature irresponsible reckless proper ideal enough idea""".split()
)
_TELLING = frozenset({"tell", "say", "admit", "add", "confess"})
# What is so for a day is arranged or looked for: "is due on Friday", "are set for 12 May".
ARRANGED = frozenset("due set scheduled expected planned slated supposed".split())
_IS = frozenset({"is", "are", "'s", "'re", "am", "'m"})
_WAS = frozenset({"was", "were"})
# "The aim is to win" says what the aim is.
_AIMS = frozenset(
    """aim goal plan purpose task job idea thing point way challenge priority key role duty mission question all what strategy intention
    hope ambition dream objective decision answer choice option solution trick""".split()
)


def may_foretell(tree: Tree, attribution: Attribution) -> bool:
    """Whether what an attribution holds may be a forecast: none is what is denied, asked, wished for or only might be said."""
    if attribution.act in ("decline", "deny", "ask", "accuse") or attribution.polarity == "negative":
        return False
    cue = _cue(tree, attribution)
    if any(tree.folded[t] in _MODALS for word in cue for t in (word, *tree.under(word, "aux"))):
        return False
    return _lemmas(tree, cue).isdisjoint(_NO_FORESIGHT) and not _tells_of_a_saying(tree, attribution, cue)


def is_future(tree: Tree, word: int, attribution: Attribution, *, dated: bool) -> bool:
    """Whether a word heads a clause about what is to come; ``dated`` tells whether the clause names a day that lies ahead."""
    return (
        _looks_ahead(tree, word, attribution, dated=dated)
        and not _hangs_aside(tree, word, attribution, dated=dated)
        and not _is_asked(tree, word, attribution)
    )


def _looks_ahead(tree: Tree, word: int, attribution: Attribution, *, dated: bool) -> bool:
    """Whether a word's auxiliaries, or what it is joined to, tell what is to come."""
    auxiliaries = {tree.folded[t] for t in tree.under(word, "aux", "cop")}
    if "have" in auxiliaries or any(tree.folded[t] in _CONDITIONS for t in tree.under(word, "mark")):
        return False
    if auxiliaries & _WILL:
        return not _is_aside_to_hearer(tree, word)
    if "would" in auxiliaries or ("'d" in auxiliaries and not _is_past(tree.folded[word])):
        return _is_shifted(tree, attribution, dated=dated) and not _is_habit(tree, word) and not _is_judgement(tree, word)
    if auxiliaries & _MAY:
        if attribution.act in _TELLING_OF:
            return dated and guess_lemmas(tree.folded[word]).isdisjoint(_SPEAKING)
        return attribution.act in _FORETELLING and (dated or attribution.act != "believe" or not tree.under(word, "cop"))
    if "can" in auxiliaries:
        return attribution.act in _DANGERS
    return _is_set(tree, word, auxiliaries, dated=dated) or _is_meant(tree, word, attribution, dated=dated)


def _cue(tree: Tree, attribution: Attribution) -> range:
    return tree.inside(attribution.cue) if attribution.cue is not None else range(0)


def _lemmas(tree: Tree, words: range) -> frozenset[str]:
    return frozenset(lemma for word in words for lemma in guess_lemmas(tree.folded[word]))


def _tells_of_a_saying(tree: Tree, attribution: Attribution, cue: range) -> bool:
    """Whether somebody tells what they themselves foretold once: "I told them it would fall" looks back."""
    if attribution.source is None or attribution.act in _PROMISING:
        return False
    source = [tree.folded[t] for t in tree.inside(attribution.source)]
    return source in (["i"], ["we"]) and any(tree.folded[t] in ("told", "said", "warned", "knew", "thought", "had") for t in cue)


def _hangs_aside(tree: Tree, word: int, attribution: Attribution, *, dated: bool) -> bool:
    """Whether a clause only goes with another: on a noun, or as its reason or time ("before it would let them in").

    What hangs on the cue ("an assurance that") does not; nor what is announced of a thing for a day ("a fund, which will open in May").
    """
    relation, above = tree.relation(word), tree.heads[word]
    marks = {tree.folded[t] for t in tree.under(word, "mark")}
    on_noun = relation in ("nmod", "amod") or (relation == "acl" and not is_infinitive(tree, word))
    if on_noun and not any(part.holds(tree.spans[above]) for part in attribution.content):
        return False
    told = dated and attribution.act in ("announce", "promise") and is_relative(tree, word)
    return (on_noun and not told) or (relation == "advcl" and bool(marks & _ASIDE))


def _is_asked(tree: Tree, word: int, attribution: Attribution) -> bool:
    """Whether a clause asks, or tells only which of several it will be: "who they will vote for"."""
    last = word
    while last + 1 < len(tree.words) and tree.sentences[last + 1] == tree.sentences[word]:
        last += 1
    ends = {tree.words[t] for t in range(max(word, last - 2), last + 1)}
    if "?" in ends:
        return True
    if is_relative(tree, word):
        return False
    first = min(tree.inside(part).start for part in attribution.content if part.holds(tree.spans[word]))
    before = (t for t in tree.below(word) if t < word and tree.folded[t] in _QUESTIONS and tree.heads[t] in (word, *tree.children[word]))
    return tree.folded[first] in _ASKING or any(part.holds(tree.spans[t]) for t in before for part in attribution.content)


def _is_aside_to_hearer(tree: Tree, word: int) -> bool:
    """Whether "will" only opens what is said: "I'll tell you this", "I will say that"."""
    return tree.folded[word] in _TELLING and any(tree.folded[t] in ("i", "we") for t in tree.under(word, "nsubj"))


def _is_shifted(tree: Tree, attribution: Attribution, *, dated: bool) -> bool:
    """Whether "would" is the "will" of what was said: in a quotation, or under a cue of today, it tells what is only imagined."""
    if attribution.mode == "direct":
        return False
    if dated or attribution.act in ("warn", "promise", "threaten", "announce"):
        return True
    verbs = [tree.folded[t] for t in _cue(tree, attribution) if tree.upos[t] in ("VERB", "AUX")]
    return any(_is_past(verb) or verb.endswith("ing") for verb in verbs)


def _is_past(word: str) -> bool:
    """Whether a form is a past or a participle of the past."""
    return word in _WAS or (not is_base_form(word) and not word.endswith(("s", "ing")))


def _is_habit(tree: Tree, word: int) -> bool:
    """Whether "would" tells what used to happen: "drones would fly over the camp several times a week"."""
    below = [tree.folded[t] for t in sorted(tree.below(word))]
    return not _OFTEN.isdisjoint(pairwise(below)) or any(tree.folded[t] in _HABIT for t in tree.under(word, "advmod"))


def _is_judgement(tree: Tree, word: int) -> bool:
    """Whether "would" weighs a thing that may never be: "it would be wrong to", "we would prefer"."""
    if tree.folded[word] in _LIKING or any(tree.folded[t] == "rather" for t in tree.under(word, "advmod")):
        return True
    if tree.folded[word] in _SAYING:
        return any(tree.folded[t] in ("i", "we", "you") for t in tree.under(word, "nsubj"))
    clause = [t for t in tree.under(word, "csubj", "xcomp", "ccomp", "advcl") if t > word and is_infinitive(tree, t)]
    expletive = any(tree.folded[t] == "it" for t in tree.under(word, "expl", "nsubj"))
    return bool(tree.under(word, "cop")) and (tree.folded[word] in _JUDGING or (expletive and bool(clause)))


def is_infinitive(tree: Tree, word: int) -> bool:
    """Whether a word has a "to" of its own."""
    return any(tree.folded[t] == "to" for t in tree.under(word, "mark"))


def _is_set(tree: Tree, word: int, auxiliaries: set[str], *, dated: bool) -> bool:
    """The forms "is going to", "is to … on Friday", "is due … on Friday": what is under way or arranged."""
    if tree.folded[word] == "going":
        return bool(auxiliaries & (_IS | _WAS)) and any(is_infinitive(tree, t) for t in tree.under(word, "xcomp"))
    subjects = {tree.folded[t] for t in tree.under(word, "nsubj", "csubj", "expl")}
    arranged = is_infinitive(tree, word) or tree.folded[word] in ARRANGED
    return dated and bool(auxiliaries & (_IS | _WAS)) and arranged and bool(subjects) and subjects.isdisjoint(_AIMS)


def _is_meant(tree: Tree, word: int, attribution: Attribution, *, dated: bool) -> bool:
    """Whether a word heads the infinitive that is the content: what somebody promises, threatens, expects or means to do."""
    part = next((part for part in attribution.content if part.holds(tree.spans[word])), None)
    if part is None or not is_infinitive(tree, word):
        return False
    if attribution.act == "announce":
        return dated  # "sanctions, to take effect on 1 June"
    if not leads(tree, word, part):
        return False
    if attribution.act == "agree":
        return dated
    cue = _lemmas(tree, _cue(tree, attribution))
    if attribution.act == "promise":
        return dated or "offer" not in cue  # an offer waits for somebody to take it
    return attribution.act in ("predict", "threaten") or (attribution.act == "believe" and dated and bool(cue & _MEANING_TO))


def leads(tree: Tree, word: int, part: Span) -> bool:
    """Whether nothing in a stretch stands over a word, or its "to" opens the stretch."""
    opens = any(tree.spans[t].start <= part.start for t in tree.under(word, "mark"))
    return opens or not any(part.holds(tree.spans[above]) for above in tree.above(word))
