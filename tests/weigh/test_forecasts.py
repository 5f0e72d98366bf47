from __future__ import annotations

from typing import Any

from tests.link.invented import report
from whence.model.readings import Reading
from whence.model.stories import ForecastOutcome
from whence.pipeline import tell_story

MATTER = " Sarveth, the port of Orrin, Upper Tolme and minister Daoud Qasreni of Belmara are in every report on it."
WHO = [("place", "Sarveth"), ("person", "Daoud Qasreni")]


def tell(name: str, text: str, day: str, *told: Any, **parts: Any) -> Reading:
    return report(name, text + MATTER, told=told, who=parts.pop("who", WHO), outlet=f"Paper {name}", published=day, **parts)


def outcome(*readings: Reading, as_of: str | None = None) -> ForecastOutcome:
    (found,) = tell_story(readings, as_of=as_of).forecast_outcomes
    return found


PROMISE = "The trial would open on 14 May, he said."


def promise() -> Reading:
    return tell("aa", PROMISE, "2024-05-01", ("open", "accuse", {"modality": "planned", "date": "2024-05-14"}),
                foretold=[("The trial would open on 14 May", "2024-05-14")])  # fmt: skip


def test_what_came_about_is_met_with_its_evidence() -> None:
    deed = tell("bb", "The trial opened on Tuesday.", "2024-05-15", ("opened", "accuse", {"date": "2024-05-14"}))
    found = outcome(promise(), deed)
    assert (found.outcome, found.evidence) == ("met", ("bb:v1",))


def test_what_nobody_speaks_of_is_open() -> None:
    assert outcome(promise(), tell("bb", "Snow fell.", "2024-06-15")).outcome == "open"


def test_what_is_still_to_come_after_its_time_is_missed() -> None:
    late = tell("bb", "The trial is now to open in autumn.", "2024-06-15", ("open", "accuse", {"modality": "planned", "date": "2024-10"}))
    assert outcome(promise(), late).outcome == "missed"


def test_what_is_still_to_come_before_its_time_is_open() -> None:
    soon = tell("bb", "The trial is to open soon.", "2024-05-10", ("open", "accuse", {"modality": "planned", "date": "2024-05-14"}))
    assert outcome(promise(), soon).outcome == "open"


def test_a_sentence_in_like_words_that_it_was_not_so_settles_it() -> None:
    text = "The Sarveth depot, which was to have reopened on Wednesday, remains closed."
    first = tell(
        "aa", "The depot would reopen by 20 March, he said.", "2024-03-04", foretold=[("The depot would reopen by 20 March", "2024-03-20")]
    )
    assert outcome(first, tell("bb", text, "2024-03-23")).outcome == "missed"
    assert outcome(first, tell("bb", text, "2024-03-15")).outcome == "open"


def test_what_has_only_begun_is_not_done() -> None:
    plan = tell("aa", "They will raise the wreck in May.", "2024-05-01", ("raise", "aid", {"modality": "planned", "date": "2024-05"}),
                foretold=[("They will raise the wreck in May", "2024-05")])  # fmt: skip
    begun = tell("bb", "They began to raise the wreck.", "2024-05-20", ("raise", "aid", {"date": "2024-05-20"}))
    assert outcome(plan, begun).outcome == "open"


def test_a_toll_foretold_to_rise_is_met_by_larger_numbers() -> None:
    def toll(name: str, number: str, day: str, tail: str = "", **parts: Any) -> Reading:
        killed = ("killed", "die", {"quantities": [(int(number), "people killed", number)]})
        return tell(name, f"The blast killed {number} people.{tail}", day, killed, **parts)

    first = toll("aa", "19", "2024-05-01", " The number killed will rise.", foretold=[("The number killed will rise", None)])
    event = first.events[0].id
    forecast = first.forecasts[0].__class__("f1", None, first.forecasts[0].span, None, "certain", event)
    first = first.__class__(first.report, first.text, first.entities, (), first.events, (), (forecast,), (), first.made_by)
    assert outcome(first, toll("bb", "27", "2024-05-03")).outcome == "met"


def test_who_was_to_deny_denies() -> None:
    first = tell(
        "aa",
        "His lawyer said Daoud Qasreni will deny every charge.",
        "2024-05-01",
        foretold=[("Daoud Qasreni will deny every charge", None)],
    )
    text = "Daoud Qasreni denied fraud."
    later = tell("bb", text, "2024-05-09", said=[("fraud", "Daoud Qasreni", {"act": "deny"})])
    found = outcome(first, later)
    assert (found.outcome, found.evidence) == ("met", ("bb:a1",))


def test_on_an_earlier_day_it_was_open() -> None:
    deed = tell("bb", "The trial opened on Tuesday.", "2024-05-15", ("opened", "accuse", {"date": "2024-05-14"}))
    assert outcome(promise(), deed, as_of="2024-05-10").outcome == "open"
