"""Dates from the time expression that stands in a happening's own clause, or in the clause it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.lexicon.lemmas import load_light_verbs
from whence.model.dates import Period, read_period, write_period
from whence.model.eventmarks import TriggerMark
from whence.model.parses import Tree
from whence.model.readings import Attribution, Event, Time
from whence.model.subjects import find_subjects, is_passive, is_relative
from whence.resolve.attributed import find_attribution
from whence.resolve.tenses import find_tense

_FARTHEST = 4
# What it costs to climb from a word to the one over it; a clause that is said or that stands beside has times of its own.
_COSTS = {"ccomp": None, "parataxis": None, "root": None, "appos": 2, "acl": 1, "advcl": 1}
# What it costs that a time belongs to a word right below: "began to lift on Friday", "boarded and seized a tanker on Monday".
_BELOW = {"xcomp": 1, "nmod": 1, "obl": 1, "obj": 1, "conj": 3}
_OTHER_TIME = frozenset({"after", "before", "since", "until", "because", "despite", "following", "ahead", "over", "prior"})
_MEANWHILE = frozenset({"when", "while"})
_OPENING = frozenset("begin begins began start starts started open opens opened end ends ended take takes took run runs ran".split())
_SO_FAR = frozenset({"now", "currently", "today"})
_TIME_NOUNS = frozenset(
    """night morning evening afternoon day week month year end beginning start middle late early anniversary eve dawn noon
    midnight hour weekend""".split()
)
_GIVING = frozenset({"give", "gives", "gave", "given", "giving", "has", "have", "had"})
_THREATENED = frozenset({"coerce", "assault", "sanction", "protest", "mobilize", "retreat"})
_UNITS = _TIME_NOUNS | frozenset("nights mornings days weeks months years hours minutes minute decades decade".split())


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in its place: its head word, the word it tells the time of, the attribution in whose content it stands."""

    time: Time
    word: int
    over: int
    attribution: str | None


def place_times(tree: Tree, times: Sequence[Time], attributions: Sequence[Attribution]) -> tuple[Dated, ...]:
    """The time expressions of a page, each with the word that it tells the time of (-1 for none)."""
    placed = []
    for time in times:
        word = tree.head_of(time.span)
        if word is None:
            continue
        over = word
        while tree.heads[over] >= 0 and (over == word or tree.folded[over] in _TIME_NOUNS or over in tree.inside(time.span)):
            over = tree.heads[over]
        over = _adjacent_verb(tree, tree.inside(time.span).start, over)
        holder = find_attribution(time.span, attributions)
        placed.append(Dated(time, word, over if over != word else -1, holder.id if holder is not None else None))
    return tuple(placed)


def is_distance(tree: Tree, one: Dated) -> bool:
    """Whether a time expression only tells how far another happening is: "the day after she resigned"."""
    after = tree.inside(one.time.span).stop
    return (
        after < len(tree.folded)
        and tree.folded[after - 1] in _UNITS
        and tree.folded[after] in ("before", "after")
        and tree.sentences[after] == tree.sentences[one.word]
    )


def _adjacent_verb(tree: Tree, first: int, over: int) -> int:
    """The verb right before a time ("said on Sunday"): a parser may carry the time to a verb farther off."""
    before = first - 1
    while before >= 0 and tree.folded[before] in ("on", "late", "early", "last", "in", "at", "about", "by", "the"):
        before -= 1
    finite = before >= 0 and tree.upos[before] == "VERB" and not tree.folded[before].endswith("ing")
    return before if finite and tree.sentences[before] == tree.sentences[first] else over


def date_by_clause(
    tree: Tree,
    marks: Sequence[TriggerMark],
    events: Sequence[Event],
    times: Sequence[Dated],
    attributions: Mapping[str, Attribution],
    published: Period | None,
) -> tuple[Event, ...]:
    """Events with the nearest time expression that belongs to them; what "has happened since May" did so from then to publication."""
    known = [one for one in times if one.time.period is not None and one.time.type in ("date", "time") and not is_distance(tree, one)]
    nouns = frozenset(mark.token for mark in marks if mark.nominal)
    found = []
    for mark, event in zip(marks, events, strict=True):
        holder = attributions.get(event.attribution) if event.attribution is not None else None
        within = [_led_home(tree, mark, one) for one in known if _in_its_words(tree, one, holder) or one.over == mark.token]
        within = [one for one in within if tree.sentences[one.word] == tree.sentences[mark.token]]
        dated = _with_nearest(tree, mark, event, within, nouns)
        dated = dated if dated.date is not None else _since(tree, mark, event, within, published)
        found.append(dated if dated.date is not None else _by_condition(tree, mark, event, within))
    return tuple(found)


def _by_condition(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated]) -> Event:
    """What is threatened or foretold, with the day on which its condition runs out: "to close the road unless they are freed by 10 May",
    "gave them until Friday, threatening to close the road".
    """
    if event.modality not in ("planned", "predicted", "hypothetical"):
        return event
    for one in times:
        period, over = read_period(one.time.period), tree.heads[one.over] if one.over >= 0 else -1
        start = tree.inside(one.time.span).start
        until = tree.folded[start - 1 : start] == ("until",) and one.over >= 0 and tree.folded[one.over] in _GIVING
        if period is not None and until and event.type in _THREATENED:
            return replace(event, date=period.last.isoformat(), date_span=one.time.span, date_basis="anchored")
        hangs = over in (mark.token, tree.heads[mark.token]) and tree.relation(one.over) == "advcl" and one.over != mark.token
        if period is not None and hangs and any(tree.folded[t] in ("if", "unless") for t in tree.under(one.over, "mark")):
            return replace(event, date=period.last.isoformat(), date_span=one.time.span, date_basis="anchored")
    return event


def _since(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated], published: Period | None) -> Event:
    """An event told in the perfect, from the day after "since" to the day of publication: "14 have died since mid-February"."""
    if published is None or mark.nominal or event.modality != "actual" or find_tense(tree, mark.token) != "perfect":
        return event
    for one in times:
        period, first = read_period(one.time.period), tree.inside(one.time.span).start
        own = mark.token in (one.over, tree.heads[one.over]) and tree.folded[first - 1 : first] == ("since",)
        if own and period is not None and period.first <= published.last:
            date = write_period(Period(period.first, published.last))
            return replace(event, date=date, date_span=one.time.span, date_basis=one.time.basis)
    return event


def _led_home(tree: Tree, mark: TriggerMark, one: Dated) -> Dated:
    """A time of any word of a trigger is that of the trigger: "went on strike on Monday"."""
    return replace(one, over=mark.token) if one.over != mark.token and one.over in tree.inside(mark.span) else one


def _in_its_words(tree: Tree, one: Dated, holder: Attribution | None) -> bool:
    """Whether a time stands in the same words as an event, or around them without being the time of the saying."""
    if one.attribution is not None:
        return holder is not None and one.attribution == holder.id
    if holder is None:
        return True
    said = [*holder.content, *([holder.cue] if holder.cue is not None else [])]
    return not any(part.holds(tree.spans[one.over]) for part in said)


def _with_nearest(tree: Tree, mark: TriggerMark, event: Event, times: Sequence[Dated], nouns: frozenset[int]) -> Event:
    near = []
    own = any(one.over == mark.token for one in times)
    if not own and any(one.over in nouns and one.over in find_subjects(tree, mark.token) for one in times):
        return event  # what "an attack last Saturday" did is of that day, whatever other days the sentence names
    for one in times:
        first = tree.inside(one.time.span).start
        before = tree.folded[first - 1] if first else ""
        if before == "until" or (before == "since" and event.modality != "ongoing"):
            continue  # what has been so since May, or is to last until June, did not happen then
        if before == "for" and event.modality == "actual" and not mark.nominal:
            continue  # a rally is called for Sunday, but not called on Sunday
        if mark.type == "die" and tree.folded[first] in _SO_FAR:
            continue  # who is dead now did not die today
        cost = _cost(tree, mark.token, one, nouns, told=event.modality in ("actual", "ongoing"))
        if cost is not None and cost <= _FARTHEST:
            near.append((cost, abs(one.word - mark.token), one.word, one.time))
    if not near:
        return event
    time = min(near, key=lambda row: row[:3])[3]
    return replace(event, date=time.period, date_span=time.span, date_basis=time.basis)


def _cost(tree: Tree, token: int, one: Dated, nouns: frozenset[int], *, told: bool) -> int | None:
    """How far it is from a trigger up to the word that a time belongs to; None where it does not lead there.

    What is only asked for or planned has the time of its own clause, never that of the asking.
    """
    if one.over == token or one.word == token:
        return 0
    if one.over in nouns or one.over < 0:
        return None
    if tree.heads[one.over] == token and is_relative(tree, one.over) and tree.folded[one.over] in _OPENING:
        return 2  # "the vigil, which is to begin on Monday"
    if tree.heads[one.over] == token and tree.relation(one.over) in _BELOW:
        return _BELOW[tree.relation(one.over)]
    if _is_meanwhile(tree, one.over, token) or _is_of_medium(tree, one.over, token):
        return 2
    lifts = tree.upos[one.over] in ("NOUN", "PROPN", "ADV") and _step(tree, one.over) is not None
    targets = {one.over: 0, **({tree.heads[one.over]: 1} if lifts else {})}
    cost, below = 0, token
    if token in targets:
        return targets[token]
    for word in tree.above(token):
        step = _step(tree, below)
        about = word in nouns and tree.relation(below) == "nmod"  # an inquiry into an attack is not of the attack's day
        if (
            step is None
            or about
            or not (told or _carries(tree, word, below) or _leads_to(tree, word, below, one) or _is_set_for(tree, word, below, one))
        ):
            return None
        cost += step
        if word in targets:
            return cost + targets[word]
        below = word
    return None


def _is_meanwhile(tree: Tree, verb: int, token: int) -> bool:
    """Whether a clause tells the time of a trigger, or of the verb that goes along with it: "eleven were killed and dozens trapped
    when a gallery collapsed on Tuesday".
    """
    known = tree.relation(verb) == "advcl" and any(tree.folded[t] in _MEANWHILE for t in tree.under(verb, "mark", "advmod"))
    over = tree.heads[verb]
    return known and (over == token or (tree.relation(over) == "conj" and tree.heads[over] == token))


def _is_of_medium(tree: Tree, participle: int, token: int) -> bool:
    """Whether a participle tells when that came out in which somebody speaks: "in a video posted on Friday, he denied it"."""
    noun = tree.heads[participle]
    leads = (tree.relation(noun) == "obl" and tree.heads[noun] == token) or (tree.heads[token] == noun and noun < token)
    return tree.relation(participle) == "acl" and leads and any(tree.folded[t] == "in" for t in tree.under(noun, "case"))


def _carries(tree: Tree, word: int, below: int) -> bool:
    """Whether a verb only carries what stands below it ("would begin to lift", "will hold talks")."""
    if tree.relation(below) == "conj":
        return True
    if tree.relation(below) == "nsubj" and (is_passive(tree, word) or tree.folded[word] == "due"):
        return True  # "the vigil is planned for Saturday", "the verdict is due on Friday"
    return tree.folded[word] in load_light_verbs() and tree.relation(below) in ("xcomp", "obj", "nsubj")


def _leads_to(tree: Tree, word: int, below: int, one: Dated) -> bool:
    """Whether a time behind an infinitive is the infinitive's, wherever it is hung ("is expected to rule on Friday")."""
    return tree.relation(below) == "xcomp" and one.word > below and any(tree.folded[t] == "to" for t in tree.under(below, "mark"))


def _is_set_for(tree: Tree, word: int, below: int, one: Dated) -> bool:
    """Whether a time is that which an object is set for: "called a vigil for Sunday", "will face a vote on Friday"."""
    first = tree.inside(one.time.span).start
    coming = any(tree.folded[t] in ("will", "would", "'ll") for t in tree.under(word, "aux"))
    return tree.relation(below) == "obj" and one.word > below and (coming or tree.folded[first - 1 : first] == ("for",))


def _step(tree: Tree, word: int) -> int | None:
    if any(tree.folded[t] in _OTHER_TIME for t in tree.under(word, "mark", "case", "advmod")):
        return None
    if is_deed_judged(tree, word):
        return None
    if tree.relation(word) == "acl" and _is_told_of(tree, word):
        return 4
    return 4 if is_relative(tree, word) else _COSTS.get(tree.relation(word), 1)


def _is_told_of(tree: Tree, word: int) -> bool:
    """Whether a participle only tells who somebody is: of "the clerk arrested in the raid was freed on Monday" the arrest has no day."""
    return not tree.folded[word].endswith("ing") and not any(tree.folded[t] == "to" for t in tree.under(word, "mark"))


def is_deed_judged(tree: Tree, word: int) -> bool:
    """Whether a gerund tells what somebody is accused of or thanked for: what one is accused of on Monday was not done on Monday."""
    return tree.folded[word].endswith("ing") and any(tree.folded[t] in ("of", "for") for t in tree.under(word, "mark", "case"))
