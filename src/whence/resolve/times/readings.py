"""From the words of a time expression to the days it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from whence.model.dates import Period, read_period, write_period
from whence.model.pages import Page
from whence.model.readings import Time
from whence.model.timemarks import TimeMark
from whence.resolve.times import absolute, relative, spans, yearparts
from whence.resolve.times.scenes import Answer, Scene, on_day
from whence.resolve.times.tenses import find_tense

Rule = Callable[[TimeMark, Scene], Answer]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "iso": absolute.resolve_iso,
        "day": absolute.resolve_day,
        "daytail": absolute.resolve_tail,
        "month": absolute.resolve_month,
        "year": absolute.resolve_year,
        "decade": absolute.resolve_decade,
        "century": absolute.resolve_century,
        "halfyear": absolute.resolve_halfyear,
        "quarter": yearparts.resolve_quarter,
        "season": yearparts.resolve_season,
        "feast": yearparts.resolve_feast,
        "daypart": yearparts.resolve_daypart,
        "clock": yearparts.resolve_clock,
        "weekday": relative.resolve_weekday,
        "deictic": relative.resolve_deictic,
        "ago": relative.resolve_ago,
        "shifted": relative.resolve_shifted,
        "duration": spans.resolve_duration,
        "bounded": spans.resolve_duration,
        "set": spans.resolve_set,
        "present": spans.resolve_present,
        "past": spans.resolve_past,
        "future": spans.resolve_future,
    }
)


def resolve_times(marks: Sequence[TimeMark], page: Page, published: str | None) -> tuple[Time, ...]:
    """The value of every mark, in order. ``published`` is an ISO date or interval; None leaves relative times unknown."""
    period = read_period(published)
    narrative = _is_history(marks, period)
    times: list[Time] = []
    anchor = quarter = None
    for mark in marks:
        scene = Scene(None, find_tense(page, mark.span), anchor, quarter, narrative)
        answer = _answer(mark, scene, period)
        times.append(Time(mark.span, answer.type, answer.value, answer.basis))
        if answer.anchors and answer.value and answer.value[0] not in "PX":
            anchor = answer.value
            quarter = answer.value if "-Q" in answer.value else quarter
    return tuple(times)


def _is_history(marks: Sequence[TimeMark], published: Period | None) -> bool:
    """Whether most of the dated days and months lie years before publication, as in an encyclopaedia."""
    years = [mark.year for mark in marks if mark.year and mark.family in ("day", "month", "year")]
    if published is None:
        return False
    return len(years) >= 8 and sum(year < published.first.year - 1 for year in years) > 0.7 * len(years)


def _answer(mark: TimeMark, scene: Scene, published: Period | None) -> Answer:
    """The answer that holds on every day that the report may have been published on."""
    rule = RULES[mark.family]
    if published is None:
        return rule(mark, scene)
    first, last = rule(mark, on_day(scene, published.first)), rule(mark, on_day(scene, published.last))
    if first.value == last.value:
        return last
    return Answer(first.type, None, first.basis)
