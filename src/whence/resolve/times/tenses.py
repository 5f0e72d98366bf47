"""Whether the words round a time expression look back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from whence.lexicon.times import load_tense_cues
from whence.model.pages import Page
from whence.model.spans import Span

# A deadline lies ahead of the day on which it is told.
_DEADLINE = re.compile(r"\b(?:until|till|as soon as|as early as|effective|payable)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?\Z", re.IGNORECASE)
# So does the day by which a condition is to be fulfilled: "unless they were freed by Friday", "if he has not gone by Friday".
_CONDITION = re.compile(r"\b(?:unless\b[^,.;:]*|if\b(?:(?!\bhad\b)[^,.;:])*)\bby\s+(?:the\s+)?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"[\"”]|''")
# Who said it stands behind what was said, and tells the tense of the saying: "she will leave on Friday, he said".
_TAG = re.compile(r"[^,;:]*,[”\"’']?\s+(?:[\w’'.-]+\s+){1,5}?(?:said|told|added|announced|wrote)\b")
_NEVER = 10**9


@cache
def _cues() -> re.Pattern[str]:
    """Cues in a text: group ``state``, ``future`` or ``past``. Any other word in -ed is past, unless a "to" stands behind it.

    "Was due to" may still lie ahead, "had been due to" lies back.
    """
    by_tense = {tense: _either(cue for cue, kind in load_tense_cues().items() if kind == tense) for tense in ("past", "state", "future")}
    return re.compile(
        rf"""(?P<state> \bhad\ been\ \w+ | (?<!\bbe\ )\b(?:{by_tense["state"]})(?:\ [a-z]{{2,}}(?:ed|en)(?!\ to\b))?\b )
          | (?P<future> (?:\b|(?=['’]))(?:{by_tense["future"]})\b )
          | (?P<past> (?<!\bbe\ )\b(?:{by_tense["past"]}|[a-z]{{2,}}ed(?!\ (?:to|for)\b))\b )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _either(cues: Iterable[str]) -> str:
    return "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))


def find_tense(text: str, sentence: Span, span: Span) -> int:
    """-1 for the past, 1 for the future, 0 where the sentence of ``span`` has no cue. The nearest counts, one before it more."""
    if _DEADLINE.search(text, max(sentence.start, span.start - 20), span.start) or _CONDITION.search(text, sentence.start, span.start):
        return 1
    cues = list(_cues().finditer(text, sentence.start, sentence.end))
    tagged = bool(cues) and cues[0].end() <= span.start and _TAG.match(text, span.end, sentence.end)
    cues = [cue for cue in cues if not tagged or cue.start() < span.end]
    distances = [_distance(text, Span(*cue.span()), span) for cue in cues]
    apart = min(distances, default=_NEVER)
    cue = cues[distances.index(apart)] if apart < _NEVER else None
    # What was so by a day was so in the past; what somebody was told to do by a day lies ahead.
    deadline = _BY.search(text, max(sentence.start, span.start - 10), span.start)
    if deadline and not (cue and cue["state"]):
        return 1
    return 0 if cue is None else 1 if cue["future"] else -1


def _distance(text: str, cue: Span, span: Span) -> int:
    """How far a cue is; one that follows is three times as far, and one behind the end of a quotation does not count."""
    if cue.end <= span.start:
        return span.start - cue.end
    if cue.start < span.end or _CLOSED.search(text, span.end, cue.start):
        return _NEVER
    return 3 * (cue.start - span.end)


def find_sentence(page: Page, span: Span) -> Span:
    """The sentence in which ``span`` begins."""
    index = bisect_right(page.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return page.sentences[index].span if index >= 0 else span
