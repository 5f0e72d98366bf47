"""Words that tell a happening: the listed words of a page whose conditions hold, held against what the tagger saw."""

from __future__ import annotations

from collections.abc import Iterator

from whence.find.trigger_conditions import choose_row
from whence.lexicon.triggers import TriggerForm, TriggerRow, load_frames, load_modes, load_triggers
from whence.model.clauses import is_nominal
from whence.model.eventmarks import TriggerMark
from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.spans import Span
from whence.model.subjects import find_cases
from whence.model.tags import Tags

_PARTS_OF_SPEECH = {
    "verb": frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"}),
    "noun": frozenset({"NOUN", "PROPN", "VERB"}),
    "adj": frozenset({"ADJ", "NOUN", "VERB"}),
}
# What the confidence of a listed word rests on: how sure the list is, and whether the tagger marks the word as well.
_CONFIDENCE = {(True, True): 0.9, (True, False): 0.7, (False, True): 0.6}
_OFFERS = frozenset({"offer", "pledge", "volunteer"})
_REACH = 4  # how far after a verb its particle may stand ("called the strike off")


def find_triggers(page: Page, tags: Tags) -> tuple[TriggerMark, ...]:
    """The trigger words of a page in the order of its text, each happening once in a clause."""
    tree = grow_tree(page, tags)
    tagged = {token: number for number, trigger in enumerate(tags.triggers) for token in tree.inside(trigger.span)}
    named = _words_of_names(tree, tags)
    marks: list[TriggerMark] = []
    at = 0
    while at < len(tree.folded):
        mark, at = _read_mark(tree, at, tagged)
        if mark is not None and (mark.token not in named or mark.type == "assault"):
            marks.append(mark)
    return tuple(_without_echoes(tree, marks))


def _words_of_names(tree: Tree, tags: Tags) -> frozenset[int]:
    """The words of names of several words: no one appeals in a Court of Appeals. (A war may well have a name.)"""
    names = [tree.inside(mention.span) for mention in tags.mentions if not mention.nominal]
    return frozenset(word for name in names if len(name) > 1 for word in name if tree.upos[word] == "PROPN")


def _read_mark(tree: Tree, at: int, tagged: dict[int, int]) -> tuple[TriggerMark | None, int]:
    """The mark that begins at a token, and where to read on."""
    for form in load_triggers().get(tree.folded[at], ()):
        tokens = _matched(tree, at, form)
        if not tokens:
            continue
        head = _head(tree, tokens, form)
        if not _plausible(tree, head, tokens[-1], form):
            continue
        row = choose_row(tree, head, tokens, form.rows)
        if row is None:
            continue
        after = at + 1 if tokens[-1] - at >= len(tokens) else tokens[-1] + 1
        return _mark(tree, head, tokens, form, row, tagged), after
    return None, at + 1


def _matched(tree: Tree, at: int, form: TriggerForm) -> tuple[int, ...]:
    """The tokens of a form that begins at a token; a particle may stand behind the object."""
    rest = form.words[1:]
    if tree.folded[at + 1 : at + 1 + len(rest)] == rest and tree.sentences[at] == tree.sentences[at + len(rest)]:
        return tuple(range(at, at + 1 + len(rest)))
    if form.pos == "verb" and len(rest) == 1:
        particles = [t for t in tree.under(at, "compound", "advmod") if tree.folded[t] == rest[0] and at < t <= at + 2 * _REACH]
        return (at, particles[0]) if particles else ()
    return ()


def _head(tree: Tree, tokens: tuple[int, ...], form: TriggerForm) -> int:
    hyphened = "-" in form.words
    if form.pos == "verb" and not hyphened:
        return tokens[0]
    outer = [token for token in tokens if tree.heads[token] not in tokens]  # the first word of "state of emergency"
    if hyphened:  # the "in" of "cave-in" is often read as a preposition of what follows
        outer = [token for token in outer if tree.upos[token] in _PARTS_OF_SPEECH[form.pos]][-1:]
    return outer[0] if len(outer) == 1 else tokens[-1]


def _plausible(tree: Tree, head: int, last: int, form: TriggerForm) -> bool:
    """Whether a token can be the listed word: its part of speech, and no mere part of a name or compound."""
    upos, deprel = tree.upos[head], tree.deprels[head]
    if upos not in _PARTS_OF_SPEECH[form.pos]:
        return False
    if form.pos == "verb":
        if upos != "VERB" and not _verbal_noun(tree, head, form):
            return False
        return deprel not in ("compound", "flat", "case", "mark") and (deprel != "amod" or _misread_as_name(tree, head))
    if upos == "VERB" and form.pos == "noun":
        return is_nominal(tree, head)
    if deprel == "compound":
        return _ends_phrase(tree, last)
    return deprel not in ("flat", "amod") or (form.pos == "adj" and _stands_behind(tree, head))


def _ends_phrase(tree: Tree, last: int) -> bool:
    """Whether no noun can follow that a word would be compounded with, whatever the parser says ("trapped in the cave-in at the mine")."""
    return last + 1 < len(tree.words) and tree.upos[last + 1] in ("ADP", "AUX", "DET", "SCONJ")


def _stands_behind(tree: Tree, adjective: int) -> bool:
    """Whether an adjective tells something of what is counted before it: "saw six men dead on the road", "Eleven dead in the fire"."""
    noun = tree.heads[adjective]
    return tree.relation(adjective) == "amod" and 0 <= noun < adjective and (tree.upos[noun] == "NUM" or bool(tree.under(noun, "nummod")))


def _misread_as_name(tree: Tree, verb: int) -> bool:
    """Whether a sentence that ought to have this verb for its root was read as one long name ("Brisca accused Averna")."""
    over = [verb, *tree.above(verb)]
    return tree.upos[over[-1]] not in ("VERB", "AUX") and verb > 0 and tree.upos[verb - 1] in ("NOUN", "PROPN", "PRON")


def _verbal_noun(tree: Tree, head: int, form: TriggerForm) -> bool:
    """A gerund read as a noun ("the sinking of"), or a participle read as an adjective predicate ("was wounded")."""
    if "gerund" in form.verb_forms:
        return tree.upos[head] == "NOUN"
    return tree.upos[head] == "ADJ" and "participle" in form.verb_forms and bool(tree.under(head, "cop", "aux"))


def _mark(tree: Tree, head: int, tokens: tuple[int, ...], form: TriggerForm, row: TriggerRow, tagged: dict[int, int]) -> TriggerMark | None:
    number = next((tagged[t] for t in tokens if t in tagged), None)
    confidence = _CONFIDENCE.get((row.sure, number is not None))
    if row.type is None or confidence is None:
        return None
    contiguous = tokens[-1] - tokens[0] == len(tokens) - 1
    first, last = tree.spans[tokens[0]], tree.spans[tokens[-1] if contiguous else tokens[0]]
    nominal = form.pos != "verb" or tree.upos[head] == "NOUN" or is_nominal(tree, head)
    mode = _nearby_mode(tree, head, row) if row.mode is None or row.type == "assault" else row.mode
    frame = _noun_frame(row.frame) if nominal and form.pos == "verb" else row.frame
    return TriggerMark(Span(first.start, last.end), head, row.lemma, row.type, mode, frame, nominal, number, confidence)


def _noun_frame(frame: str) -> str:
    """The frame of a verb used as a noun: "the raising of the wreck" has its object after "of", "the fleeing of the crew" its subject."""
    return "wrong" if any("obj" in group for group in load_frames()[frame][1]) else "move"


def _nearby_mode(tree: Tree, head: int, row: TriggerRow) -> str | None:
    """The mode that a word beside the trigger tells: before the noun, in the phrase of means, or in the trigger itself."""
    modes = load_modes().get(row.type or "", {})
    near = [t for t in tree.below(head) if abs(t - head) <= 2 * _REACH and _is_means(tree, t)]
    for word in (*row.lemma.split(), *(tree.folded[t] for t in sorted(near, key=lambda t: abs(t - head)))):
        if word in modes:
            return modes[word]
    return row.mode


def _is_means(tree: Tree, word: int) -> bool:
    """Whether a word may name what something was done with: "a drone strike", "with bombs", but not "into the air"."""
    if tree.relation(word) in ("compound", "amod", "obj"):
        return True
    return tree.relation(word) in ("obl", "nmod") and bool(set(find_cases(tree, word)) & {"with", "by", "in", "from", "of", "using"})


def _without_echoes(tree: Tree, marks: list[TriggerMark]) -> Iterator[TriggerMark]:
    """Marks without those that tell again what their neighbour tells: "hit and killed", "explosions that went off"."""
    by_token = {mark.token: mark for mark in marks}
    for mark in marks:
        if mark.lemma in _OFFERS and any(t in by_token for t in tree.under(mark.token, "xcomp")):
            continue  # of "offered to join the inquiry" the deed is marked, as planned
        above = by_token.get(tree.heads[mark.token])
        if above is None or above.type != mark.type or not _echoes(tree, mark, above):
            yield mark


def _echoes(tree: Tree, mark: TriggerMark, above: TriggerMark) -> bool:
    """Whether a trigger adds nothing to the one of its kind above it.

    So it is where the two are joined and the second has nothing of its own, where a noun is the object of its own verb or the subject
    of a verb that only lets it happen ("the inquiry opened"), and where such a verb stands in a relative clause on the noun.
    """
    relation = tree.relation(mark.token)
    if relation == "conj":
        return abs(mark.token - above.token) <= _REACH and not _has_own(tree, mark.token)
    if mark.nominal and not above.nominal:
        return relation == "obj" or (relation == "nsubj" and (above.frame == "loss" or above.type == "accuse"))
    return not mark.nominal and above.nominal and relation == "acl" and mark.frame == "loss"


def _has_own(tree: Tree, token: int) -> bool:
    """Whether a coordinated word has a subject, object or possessor of its own."""
    above = tree.heads[token]
    return bool(tree.under(token, "nsubj", "nmod")) or bool(tree.under(token, "obj") and tree.under(above, "obj"))
