"""What somebody says will happen: promises, threats, predictions and warnings about what is to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.estimates import load_estimates
from whence.lexicon.lemmas import guess_lemmas, load_light_verbs
from whence.model.pages import Page
from whence.model.parses import Tree, grow_tree
from whence.model.readings import Attribution, Confidence, Event, Forecast, Polarity, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import Tags
from whence.resolve.dues import Due, find_due
from whence.resolve.futures import ARRANGED, is_future, is_infinitive, leads, may_foretell
from whence.resolve.polarities import is_negated

_STRENGTH: dict[Confidence, int] = {"possible": 0, "probable": 1, "certain": 2}
_EMPTY = frozenset({"no", "neither", "nothing", "by"})
_TAKING_PLACE = frozenset("begin start open resume happen occur follow go come proceed".split())
_CLAUSAL = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
_HANDED_OVER = frozenset("advice apology apologies condolences explanation congratulations praise sympathy thanks view".split())


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch that foretells, the word that heads it, and its day."""

    span: Span
    head: int
    due: Due | None


def resolve_forecasts(
    page: Page, tags: Tags, attributions: Sequence[Attribution], events: Sequence[Event], times: Sequence[Time], report: Report
) -> tuple[Forecast, ...]:
    """The forecasts of a report, one for an attribution that foretells, in the order of the attributions."""
    tree = grow_tree(page, tags)
    speaker = _speakers(tree, attributions)
    found: list[Forecast] = []
    for attribution in attributions:
        if may_foretell(tree, attribution):
            clause = _foretold(tree, attribution, speaker, times, report.published)
            if clause is not None:
                found.append(_make_forecast(tree, f"f{len(found) + 1}", attribution, clause, events))
    return tuple(found)


def _speakers(tree: Tree, attributions: Sequence[Attribution]) -> dict[int, str]:
    """The innermost attribution, by id, whose content holds each word."""
    by_size = sorted(attributions, key=lambda one: sum(part.end - part.start for part in one.content))
    words = ((word, one) for one in reversed(by_size) for part in one.content for word in tree.inside(part) if part.holds(tree.spans[word]))
    return {word: one.id for word, one in words}


def _foretold(
    tree: Tree, attribution: Attribution, speaker: Mapping[int, str], times: Sequence[Time], published: str | None
) -> _Clause | None:
    """The clause of a content that tells what is to come; where there are several, the first that has a date."""
    found = []
    for part in attribution.content:
        for word in tree.inside(part):
            if speaker.get(word) == attribution.id and is_future(tree, word, attribution, dated=True):
                clause = _read_clause(tree, word, part, attribution, times, published)
                if clause.due is not None or is_future(tree, word, attribution, dated=False):
                    found.append(clause)
    return next((clause for clause in found if clause.due), None) or next(iter(found), None) or _thing(tree, attribution, times, published)


def _read_clause(tree: Tree, word: int, part: Span, attribution: Attribution, times: Sequence[Time], published: str | None) -> _Clause:
    span = _clause(tree, word, part)
    if is_infinitive(tree, word) and leads(tree, word, part):
        span = Span(part.start, span.end)  # "expected him to be freed"
    due = find_due(tree, word, span, attribution, times, published)
    if due is not None and due.span.end > span.end:
        span = Span(span.start, due.span.end)
    return _Clause(span, word, due)


def _thing(tree: Tree, attribution: Attribution, times: Sequence[Time], published: str | None) -> _Clause | None:
    """A thing that is promised, or expected for a day: "a public inquiry", "the results by 20 March"."""
    if attribution.act not in ("promise", "predict") or not attribution.content:
        return None
    part = attribution.content[0]
    head = tree.head_of(part)
    if head is None or tree.upos[head] not in ("NOUN", "PROPN", "PRON", "VERB") or _tells_itself(tree, attribution):
        return None
    clause = _Clause(part, head, find_due(tree, head, part, attribution, times, published))
    if attribution.act == "predict":
        cue = {lemma for t in tree.inside(attribution.cue) for lemma in guess_lemmas(tree.folded[t])} if attribution.cue else set()
        return clause if clause.due and "expect" in cue else None
    return clause if _is_pledge(tree, part, head) else None


def _is_pledge(tree: Tree, part: Span, head: int) -> bool:
    """Whether something is held out: who "offers no proof" or "swears by" a thing promises nothing, nor who offers advice."""
    words = tree.inside(part)
    before = tree.folded[words.start - 1] if words.start else ""
    return before != "by" and tree.folded[words.start] not in _EMPTY and tree.folded[head] not in _HANDED_OVER


def _tells_itself(tree: Tree, attribution: Attribution) -> bool:
    """Whether the content has a finite verb of its own, which is not future."""
    words = [word for part in attribution.content for word in tree.inside(part)]
    return any((tree.upos[word] == "VERB" or tree.under(word, "cop")) and tree.under(word, "nsubj", "expl") for word in words)


def _clause(tree: Tree, word: int, part: Span) -> Span:
    """The stretch of the content that the clause of a verb covers, without what opens it (that, and, but)."""
    inside = sorted(t for t in tree.below(word) if part.holds(tree.spans[t]))
    that = max((t for t in tree.under(word, "mark") if t < word and tree.folded[t] == "that"), default=-1)
    inside = [t for t in inside if t > that]
    while inside[0] < word and (tree.upos[inside[0]] in ("PUNCT", "CCONJ") or _opens(tree, inside[0])):
        inside.pop(0)
    while inside[-1] > word and tree.upos[inside[-1]] == "PUNCT":
        inside.pop()
    before = [t for t in tree.inside(part) if t < inside[0]]
    if not any(tree.upos[t] in _CLAUSAL for t in before):
        inside[:0] = before  # a subject that the parser hung on something else
    return Span(tree.spans[inside[0]].start, tree.spans[inside[-1]].end)


def _opens(tree: Tree, token: int) -> bool:
    return tree.relation(token) == "mark" and tree.folded[token] == "that"


def _make_forecast(tree: Tree, name: str, attribution: Attribution, clause: _Clause, events: Sequence[Event]) -> Forecast:
    return Forecast(
        id=name,
        attribution=attribution.id,
        span=clause.span,
        due=clause.due.day if clause.due else None,
        confidence=_confidence(tree, clause.span, attribution),
        event=_event_of(tree, clause, events),
        polarity=_polarity(tree, clause.head),
    )


def _event_of(tree: Tree, clause: _Clause, events: Sequence[Event]) -> str | None:
    """The event that the head of the clause tells: "The vote will be held" foretells the vote, whatever its verb was read as."""
    head = clause.head
    bare = tree.folded[head] in load_light_verbs() or not guess_lemmas(tree.folded[head]).isdisjoint(_TAKING_PLACE | ARRANGED)
    named = [*tree.under(head, "xcomp", "nsubj", "obj", "obl"), head] if bare else [head]
    ahead = [e for e in events if clause.span.holds(e.trigger) and e.modality in ("planned", "predicted", "hypothetical")]
    return next((e.id for word in named for e in ahead if word in tree.inside(e.trigger)), None)


def _polarity(tree: Tree, head: int) -> Polarity:
    """Negative where it is foretold that something will not be; a no in a clause under it denies nothing."""
    return "negative" if is_negated(tree, head) else "positive"


def _confidence(tree: Tree, clause: Span, attribution: Attribution) -> Confidence:
    """The weakest word of estimate in the clause or in the cue."""
    words = [tree.folded[t] for t in tree.inside(clause) if tree.upos[t] != "PROPN"]  # the month of May is no "may"
    words += [tree.folded[t] for t in tree.inside(attribution.cue)] if attribution.cue is not None else []
    estimates = load_estimates()
    found = [estimates[gram] for size in (1, 2, 3) for at in range(len(words)) if (gram := tuple(words[at : at + size])) in estimates]
    return min(found, key=lambda confidence: _STRENGTH[confidence], default="certain" if attribution.act == "promise" else "probable")
