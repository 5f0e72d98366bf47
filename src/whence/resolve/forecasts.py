"""What somebody says will happen: promises, threats, predictions and warnings about what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from whence.lexicon.estimates import load_estimates
from whence.model.dates import read_period
from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Attribution, Confidence, Event, Forecast, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.resolve.attributed import find_attribution

_WILL = frozenset({"will", "'ll", "shall", "wo", "would", "'d"})
_MAY = frozenset({"may", "might", "could", "can"})
_FORETELLING = frozenset({"promise", "predict", "threaten", "warn", "announce", "believe"})
_PROMISING = frozenset({"promise", "predict", "threaten"})
_OFTEN = frozenset({("times", "a"), ("times", "each"), ("once", "a"), ("twice", "a")})
_DEADLINES = frozenset({"by", "before", "until", "within", "till"})
_STRENGTH: dict[Confidence, int] = {"possible": 0, "probable": 1, "certain": 2}


def resolve_forecasts(
    page: Page, tags: Tags, attributions: Sequence[Attribution], events: Sequence[Event], times: Sequence[Time], report: Report
) -> tuple[Forecast, ...]:
    """The forecasts of a report, one for an attribution that foretells, in the order of the attributions."""
    tree = grow_tree(page, tags)
    found: list[Forecast] = []
    for attribution in attributions:
        if attribution.act in ("decline", "deny", "ask", "accuse") or attribution.polarity == "negative":
            continue
        if _tells_of_a_saying(tree, attribution):
            continue
        clause = _foretold(tree, attribution, attributions, times)
        if clause is not None:
            found.append(_make_forecast(tree, page, f"f{len(found) + 1}", attribution, clause, events, times))
    return tuple(found)


def _foretold(tree: Tree, attribution: Attribution, attributions: Sequence[Attribution], times: Sequence[Time]) -> Span | None:
    """The clause of a content that tells what is to come; where there are several, the first that has a date."""
    verbs = [
        word
        for part in attribution.content
        for word in tree.inside(part)
        if _is_future(tree, word, attribution) and find_attribution(tree.spans[word], attributions) is attribution
    ]
    clauses = [_clause(tree, word, attribution) for word in verbs]
    dated = [clause for clause in clauses if any(clause.holds(time.span) for time in times if time.type != "duration")]
    if dated or clauses:
        return (dated or clauses)[0]
    if attribution.act == "promise" and attribution.content and _is_pledge(tree, attribution) and not _tells_past(tree, attribution):
        return attribution.content[0]
    return None


def _tells_of_a_saying(tree: Tree, attribution: Attribution) -> bool:
    """Whether somebody tells what they themselves foretold once: "I told them it would fall" looks back."""
    if attribution.source is None or attribution.cue is None or attribution.act in _PROMISING:
        return False
    source = [tree.folded[t] for t in tree.inside(attribution.source)]
    cue = [tree.folded[t] for t in tree.inside(attribution.cue)]
    return source in (["i"], ["we"]) and any(word in ("told", "said", "warned", "knew", "thought", "had") for word in cue)


def _is_pledge(tree: Tree, attribution: Attribution) -> bool:
    """Whether something is held out: who "offers no proof" or "swears by" a thing promises nothing."""
    words = tree.inside(attribution.content[0])
    before = tree.folded[words.start - 1] if words.start else ""
    return before != "by" and tree.folded[words.start] not in ("no", "neither", "nothing", "by")


def _is_future(tree: Tree, word: int, attribution: Attribution) -> bool:
    """Whether a word heads a clause about what is to come."""
    auxiliaries = {tree.folded[t] for t in tree.under(word, "aux")}
    conditional = any(tree.folded[t] in ("if", "unless", "whether") for t in tree.under(word, "mark"))
    if conditional or _is_habit(tree, word) or tree.relation(word) in ("acl", "nmod", "amod"):
        return False
    if auxiliaries & _WILL:
        return not auxiliaries & {"have"}
    if auxiliaries & _MAY:
        return attribution.act in _FORETELLING
    return attribution.act in _PROMISING and _is_content_infinitive(tree, word, attribution)


def _is_habit(tree: Tree, word: int) -> bool:
    """Whether "would" tells what used to happen: "drones would fly over the camp several times a week"."""
    below = [tree.folded[t] for t in sorted(tree.below(word))]
    pairs = set(pairwise(below))
    would = any(tree.folded[t] in ("would", "'d") for t in tree.under(word, "aux"))
    return would and not _OFTEN.isdisjoint(pairs)


def _is_content_infinitive(tree: Tree, word: int, attribution: Attribution) -> bool:
    begins = any(tree.spans[t].start <= attribution.content[0].start for t in tree.under(word, "mark") if tree.folded[t] == "to")
    return begins and tree.upos[word] in ("VERB", "AUX", "ADJ", "NOUN")


def _tells_past(tree: Tree, attribution: Attribution) -> bool:
    """Whether the content has a finite verb of its own that is not future."""
    words = [word for part in attribution.content for word in tree.inside(part)]
    return any(tree.upos[word] == "VERB" and tree.under(word, "nsubj") for word in words)


def _clause(tree: Tree, word: int, attribution: Attribution) -> Span:
    """The stretch of the content that the clause of a verb covers, without what opens it."""
    part = next(part for part in attribution.content if part.holds(tree.spans[word]))
    inside = [t for t in tree.below(word) if part.holds(tree.spans[t]) and not _opens(tree, t, word)]
    first, last = min(inside), max(inside)
    while last > word and tree.upos[last] == "PUNCT":
        last -= 1
    while first < word and tree.upos[first] == "PUNCT":
        first += 1
    return Span(tree.spans[first].start, tree.spans[last].end)


def _opens(tree: Tree, token: int, word: int) -> bool:
    """Whether a word only ties the clause to what stands before it (that, and, but)."""
    return tree.heads[token] == word and tree.relation(token) in ("cc", "mark") and tree.folded[token] != "to"


def _make_forecast(
    tree: Tree, page: Page, name: str, attribution: Attribution, clause: Span, events: Sequence[Event], times: Sequence[Time]
) -> Forecast:
    event = next((e for e in events if clause.holds(e.trigger) and e.modality in ("planned", "predicted", "hypothetical")), None)
    return Forecast(
        id=name,
        attribution=attribution.id,
        span=clause,
        due=_due(tree, clause, times),
        confidence=_confidence(tree, clause, attribution),
        event=event.id if event is not None else None,
    )


def _due(tree: Tree, clause: Span, times: Sequence[Time]) -> str | None:
    """By when it is to happen: the last day of a deadline, else the date itself."""
    for time in times:
        if not clause.holds(time.span) or time.type not in ("date", "time"):
            continue
        period = read_period(time.period)
        if period is None:
            continue
        at = tree.at(time.span.start)
        before = {tree.folded[t] for t in range(max(0, at - 3), at)}
        return period.last.isoformat() if before & _DEADLINES else time.period
    return None


def _confidence(tree: Tree, clause: Span, attribution: Attribution) -> Confidence:
    """The weakest word of estimate in the clause or in the cue."""
    words = [tree.folded[t] for t in tree.inside(clause) if tree.upos[t] != "PROPN"]  # the month of May is no "may"
    words += [tree.folded[t] for t in tree.inside(attribution.cue)] if attribution.cue is not None else []
    estimates = load_estimates()
    found = [estimates[gram] for size in (1, 2, 3) for at in range(len(words)) if (gram := tuple(words[at : at + size])) in estimates]
    return min(found, key=lambda confidence: _STRENGTH[confidence], default="certain" if attribution.act == "promise" else "probable")
