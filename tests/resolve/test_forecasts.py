"""What somebody says will happen, with due date and strength of wording."""

from __future__ import annotations

from tests.trees import build_parse
from whence.model.readings import Act, Attribution, Forecast, Time
from whence.model.reports import Report
from whence.model.spans import Span
from whence.resolve.forecasts import resolve_forecasts


def read(row: str, content: str, act: Act, cue: str, times: dict[str, str] | None = None) -> list[tuple[str, str | None, str]]:
    page, tags = build_parse(row)
    start, at = page.text.index(content), page.text.index(cue)
    said = Attribution("a1", (Span(start, start + len(content)),), None, Span(at, at + len(cue)), None, "indirect", act, None, 1.0)
    dates = []
    for words, value in (times or {}).items():
        begin = page.text.index(words)
        dates.append(Time(Span(begin, begin + len(words)), "date", value, "stated", value))
    found: tuple[Forecast, ...] = resolve_forecasts(page, tags, (said,), (), dates, Report(id="a", path="a", sha256=""))
    return [(f.span.of(page.text), f.due, f.confidence) for f in found]


WILL = "Lund/PROPN/2/nsubj said/VERB/0/root Moss/PROPN/5/nsubj will/AUX/5/aux resign/VERB/2/ccomp by/ADP/7/case Friday/PROPN/5/obl"


def test_future_with_a_deadline() -> None:
    found = read(WILL, "Moss will resign by Friday", "predict", "said", {"Friday": "2031-05-09"})
    assert found == [("Moss will resign by Friday", "2031-05-09", "certain")]


def test_deadline_is_the_last_day_of_its_period() -> None:
    found = read(WILL.replace("Friday", "May"), "Moss will resign by May", "predict", "said", {"May": "2031-05"})
    assert found == [("Moss will resign by May", "2031-05-31", "certain")]


def test_possibility_is_a_forecast_only_where_somebody_foretells() -> None:
    row = WILL.replace("will", "may").replace(" by/ADP/7/case Friday/PROPN/5/obl", "")
    assert read(row, "Moss may resign", "warn", "said") == [("Moss may resign", None, "possible")]
    assert read(row, "Moss may resign", "say", "said") == []


def test_promise_of_a_thing() -> None:
    row = "Lund/PROPN/2/nsubj promised/VERB/0/root a/DET/4/det vote/NOUN/2/obj"
    assert read(row, "a vote", "promise", "promised") == [("a vote", None, "certain")]


def test_the_past_is_no_forecast() -> None:
    row = "Lund/PROPN/2/nsubj said/VERB/0/root Moss/PROPN/4/nsubj resigned/VERB/2/ccomp"
    assert read(row, "Moss resigned", "say", "said") == []


def test_denials_foretell_nothing() -> None:
    assert read(WILL, "Moss will resign by Friday", "deny", "said") == []


def test_what_used_to_happen_is_no_forecast() -> None:
    row = (
        "Lund/PROPN/2/nsubj said/VERB/0/root drones/NOUN/5/nsubj would/AUX/5/aux fly/VERB/2/ccomp "
        "three/NUM/7/nummod times/NOUN/5/obl a/DET/9/det week/NOUN/7/nmod"
    )
    assert read(row, "drones would fly three times a week", "say", "said") == []
