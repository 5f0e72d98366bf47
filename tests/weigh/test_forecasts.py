from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import build_span
from tests.link.invented import described, report
from whence.model.readings import Forecast, Reading
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


def test_a_toll_foretold_to_reach_a_number_is_met_by_no_smaller_one_and_missed_when_its_time_has_passed() -> None:
    def toll(name: str, number: str, day: str, tail: str = "") -> Reading:
        killed = ("killed", "die", {"quantities": [(int(number), "people killed", number)]})
        return tell(name, f"The blast killed {number} people.{tail}", day, killed)

    words = "The number killed is expected to pass 40 by 10 May"
    first = toll("aa", "19", "2024-05-01", f" {words}.")
    forecast = Forecast("f1", None, build_span(first.text, words), "2024-05-10", "probable", first.events[0].id)
    first = replace(first, forecasts=(forecast,))
    assert outcome(first, toll("bb", "33", "2024-05-03")).outcome == "open"
    assert outcome(first, toll("bb", "41", "2024-05-03")).outcome == "met"
    assert outcome(first, toll("bb", "36", "2024-05-20")).outcome == "missed"


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


DEED = ("opened", "accuse", {"actors": ("Daoud Qasreni",), "date": "2024-05-14"})


def vow(text: str, words: str, due: str | None = None, **fields: Any) -> Reading:
    return tell("aa", text, "2024-05-01", ("open", "accuse", {"actors": ("Daoud Qasreni",), "modality": "planned", **fields}),
                foretold=[(words, due)])  # fmt: skip


def test_another_who_does_the_like_meets_nothing() -> None:
    first = vow("Daoud Qasreni will open the clinic.", "Daoud Qasreni will open the clinic")
    who = [*WHO, ("person", "Piet Arlen")]
    other = tell("bb", "Piet Arlen opened a school.", "2024-05-20", ("opened", "accuse", {"actors": ("Piet Arlen",)}), who=who)
    assert outcome(first, other).outcome == "open"
    same = tell("bb", "Daoud Qasreni opened the clinic.", "2024-05-20", ("opened", "accuse", {"actors": ("Daoud Qasreni",)}))
    found = outcome(first, same)
    assert (found.outcome, found.evidence) == ("met", ("bb:v1",))
    assert [passage.report for passage in found.because.spans] == ["aa", "bb"] and "same kind" in found.because.rule


def test_another_deed_of_the_same_one_meets_nothing() -> None:
    first = vow("Daoud Qasreni will open the clinic.", "Daoud Qasreni will open the clinic")
    other = tell("bb", "Daoud Qasreni sued a paper.", "2024-05-20", ("sued", "accuse", {"actors": ("Daoud Qasreni",)}))
    assert outcome(first, other).outcome == "open"


def test_what_hangs_on_a_condition_stays_open() -> None:
    first = vow("If the rain stops, Daoud Qasreni will open the clinic.", "Daoud Qasreni will open the clinic")
    found = outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-05-20", DEED))
    assert found.outcome == "open" and "condition" in found.because.rule


def test_what_will_not_be_and_for_no_time_stays_open() -> None:
    first = vow("Daoud Qasreni will not open the clinic.", "Daoud Qasreni will not open the clinic", polarity="negative")
    assert outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-05-20", DEED)).outcome == "open"


def test_what_will_not_be_before_a_day_is_missed_by_the_deed_and_met_by_what_comes_later() -> None:
    words = "Daoud Qasreni will not open the clinic before 1 June"
    first = tell("aa", words + ".", "2024-05-01", ("open", "accuse", {"actors": ("Daoud Qasreni",), "modality": "planned"}),
                 foretold=[(words, "2024-06-01", "negative")])  # fmt: skip
    assert outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-05-20", DEED)).outcome == "missed"
    undated = ("opened", "accuse", {"actors": ("Daoud Qasreni",)})
    assert outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-06-20", undated)).outcome == "open"
    late = ("open", "accuse", {"actors": ("Daoud Qasreni",), "modality": "planned", "date": "2024-08"})
    assert outcome(first, tell("bb", "Daoud Qasreni is to open the clinic in August.", "2024-06-20", late)).outcome == "met"


def test_what_is_moved_from_its_day_is_settled_before_the_day() -> None:
    def vote(words: str, *polarity: str) -> Reading:
        return tell("aa", words + ".", "2024-04-02", ("vote", "vote", {"modality": "planned"}), foretold=[(words, "2024-05-14", *polarity)])

    moved = ("vote", "vote", {"modality": "planned", "date": "2024-06-11"})
    text = "The vote is on 11 June and not on 14 May."
    later = tell("bb", text, "2024-04-12", moved, times={"11 June": "2024-06-11", "14 May": "2024-05-14"})
    assert outcome(vote("The vote will be held on 14 May"), later).outcome == "missed"
    assert outcome(vote("The vote will not be held on 14 May", "negative"), later).outcome == "met"
    other = tell("bb", "A vote is due on 11 June.", "2024-04-12", moved, times={"11 June": "2024-06-11"})
    assert outcome(vote("The vote will be held on 14 May"), other).outcome == "open"


def test_a_sentence_on_its_day_needs_few_of_its_words() -> None:
    first = tell("aa", "They expect the results of the tests by 20 March.", "2024-03-04",
                 foretold=[("the results of the tests by 20 March", "2024-03-20")])  # fmt: skip
    late = tell("bb", "The results, due on 20 March, came only on 4 April.", "2024-04-19",
                times={"20 March": "2024-03-20", "4 April": "2024-04-04"})  # fmt: skip
    assert outcome(first, late).outcome == "missed"
    of_another_day = tell("bb", "The results, due on 9 March, came only on 4 April.", "2024-04-19", times={"9 March": "2024-03-09"})
    assert outcome(first, of_another_day).outcome == "open"


def test_a_sentence_in_like_words_that_it_was_done_in_time_settles_it() -> None:
    first = tell("aa", "Daoud Qasreni promised to publish the findings by 9 April.", "2024-03-30",
                 foretold=[("to publish the findings by 9 April", "2024-04-09")])  # fmt: skip

    def later(text: str, day: str) -> ForecastOutcome:
        return outcome(first, tell("bb", text, "2024-04-19", times={day: f"2024-04-{int(day.split()[0]):02}"}))

    assert later("The findings that Daoud Qasreni released on 6 April name two clerks.", "6 April").outcome == "met"
    assert later("The findings that Daoud Qasreni released on 16 April name two clerks.", "16 April").outcome == "missed"
    assert later("The findings were not released by Daoud Qasreni on 6 April.", "6 April").outcome == "open"


def test_what_came_before_the_forecast_or_after_its_term_does_not_meet_it() -> None:
    first = vow("Daoud Qasreni will open the clinic by 10 May.", "Daoud Qasreni will open the clinic by 10 May", "2024-05-10")
    text = "Daoud Qasreni opened the clinic."
    assert outcome(first, tell("bb", text, "2024-05-20", DEED)).outcome == "open"
    early = ("opened", "accuse", {"actors": ("Daoud Qasreni",), "date": "2024-04-02"})
    assert outcome(first, tell("bb", text, "2024-05-20", early)).outcome == "open"


def test_with_no_term_a_like_deed_must_be_told_in_words_of_the_forecast() -> None:
    first = vow("Daoud Qasreni will open a clinic for sailors.", "Daoud Qasreni will open a clinic for sailors")
    deed = ("opened", "accuse", {"actors": ("Daoud Qasreni",)})
    assert outcome(first, tell("bb", "Daoud Qasreni opened a debate on taxes.", "2024-11-20", deed)).outcome == "open"
    assert outcome(first, tell("bb", "Daoud Qasreni opened the sailors' clinic.", "2024-11-20", deed)).outcome == "met"


def test_a_like_deed_with_no_day_is_none_of_a_term_long_past() -> None:
    first = vow("Daoud Qasreni will open the clinic by 10 May.", "Daoud Qasreni will open the clinic by 10 May", "2024-05-10")
    deed = ("opened", "accuse", {"actors": ("Daoud Qasreni",)})
    assert outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-05-11", deed)).outcome == "met"
    assert outcome(first, tell("bb", "Daoud Qasreni opened the clinic.", "2024-09-11", deed)).outcome == "open"


def test_what_is_only_asked_for_or_denied_meets_nothing() -> None:
    first = vow("Daoud Qasreni will open the clinic.", "Daoud Qasreni will open the clinic")
    asked = ("open", "accuse", {"actors": ("Daoud Qasreni",), "modality": "asked"})
    assert outcome(first, tell("bb", "They want Daoud Qasreni to open it.", "2024-05-20", asked)).outcome == "open"
    text = "A clerk denied that Daoud Qasreni opened it."
    denied = ("opened", "accuse", {"actors": ("Daoud Qasreni",), "attribution": "a1"})
    said = [("Daoud Qasreni opened it", None, {"act": "deny"})]
    assert outcome(first, tell("bb", text, "2024-05-20", denied, said=said)).outcome == "open"


def test_what_has_yet_to_come_after_its_day_is_missed() -> None:
    text = "The panel would report by Feb. 10, he said."
    first = tell("aa", text, "2024-02-01", foretold=[("The panel would report by Feb. 10", "2024-02-10")])
    late = tell("bb", "The panel that he had promised by Feb. 10 has yet to report.", "2024-02-20")
    assert outcome(first, late).outcome == "missed"
    assert outcome(first, tell("bb", "The panel was to report to him, a clerk wrote.", "2024-02-20")).outcome == "open"


def test_a_promised_body_that_has_begun_is_met() -> None:
    first = tell("aa", "He promised a public inquiry.", "2024-05-01", ("public inquiry", "accuse", {"modality": "planned"}),
                 foretold=[("a public inquiry", None)])  # fmt: skip
    begun = ("opened", "accuse", {"actors": ("public inquiry",)})
    later = tell("bb", "The public inquiry opened in Orrin.", "2024-06-03", begun, who=[*WHO, ("organization", "public inquiry")])
    assert outcome(first, later).outcome == "met"
    elsewhere = tell("bb", "The tax inquiry opened in Orrin.", "2024-06-03", ("opened", "accuse", {"actors": ("tax inquiry",)}),
                     who=[*WHO, ("organization", "tax inquiry")])  # fmt: skip
    assert outcome(first, elsewhere).outcome == "open"


def test_what_is_put_off_is_missed_by_the_words_for_it() -> None:
    plan = tell("aa", "Daoud Qasreni will raise the wreck by 3 May.", "2024-05-01",
                ("raise", "aid", {"actors": ("Daoud Qasreni",), "modality": "planned", "date": "2024-05-03"}),
                foretold=[("Daoud Qasreni will raise the wreck by 3 May", "2024-05-03")])  # fmt: skip
    put_off = ("raised", "aid", {"recipients": ("the wreck",), "modality": "planned", "date": "2024-06"})

    def later(thing: str) -> Reading:
        told = (*put_off[:2], {**put_off[2], "recipients": (thing,)})
        reading = tell("bb", f"They hope to have {thing} raised in June.", "2024-05-20", told, who=[*WHO, ("organization", thing)])
        return described(reading, thing)

    assert outcome(plan, later("the wreck")).outcome == "missed"
    assert outcome(plan, later("the flag")).outcome == "open"


def test_an_it_in_an_answer_is_what_was_asked_about() -> None:
    first = tell("aa", "She promised to publish the harbour file by 20 March.", "2024-03-04",
                 foretold=[("to publish the harbour file by 20 March", "2024-03-20")])  # fmt: skip
    assert outcome(first, tell("bb", "And the harbour file? It is still not public.", "2024-03-29")).outcome == "missed"
    assert outcome(first, tell("bb", "Boys carried the harbour file about. They did not sleep.", "2024-03-29")).outcome == "open"


def test_what_is_not_so_must_be_what_was_foretold() -> None:
    first = tell("aa", "The depot would reopen by 20 March, he said.", "2024-03-04",
                 foretold=[("The depot would reopen by 20 March", "2024-03-20")])  # fmt: skip
    assert outcome(first, tell("bb", "Snow has not fallen since January, and the depot reopened early.", "2024-03-29")).outcome == "open"


def test_a_condition_leaves_open_what_its_day_does_not_settle() -> None:
    threat = tell("aa", "The porters will walk out on 6 May unless he goes, she said.", "2024-05-01",
                  ("walk out", "protest", {"modality": "hypothetical", "date": "2024-05-06"}),
                  foretold=[("The porters will walk out on 6 May unless he goes", "2024-05-06")])  # fmt: skip
    on_the_day = tell("bb", "The porters’ strike closed every quay.", "2024-05-08", ("strike", "protest", {"date": "2024-05-06"}))
    later = tell("bb", "The porters’ strike closed every quay.", "2024-05-28", ("strike", "protest", {"date": "2024-05-26"}))
    assert outcome(threat, on_the_day).outcome == "met"
    assert outcome(threat, later).outcome == "open"


def test_who_left_an_office_after_the_day_did_not_leave_it_by_then() -> None:
    def resign(name: str, text: str, word: str, day: str, **more: Any) -> Reading:
        return tell(name, text, day, (word, "retreat", {"actors": ("Daoud Qasreni",), **more.pop("event")}), **more)

    plan = resign("aa", "Daoud Qasreni will resign by 31 May, she said.", "resign", "2024-05-02",
                  event={"modality": "planned"}, foretold=[("Daoud Qasreni will resign by 31 May", "2024-05-31")])  # fmt: skip
    assert outcome(plan, resign("bb", "Daoud Qasreni has quit.", "quit", "2024-06-05", event={"date": "2024-06-03"})).outcome == "missed"
    assert outcome(plan, resign("bb", "Daoud Qasreni has quit.", "quit", "2024-06-05", event={"date": "2024-05-30"})).outcome == "met"


def test_a_report_promised_by_a_day_is_judged_by_the_day_it_was_published() -> None:
    first = tell("aa", "Sarveth had promised its report by 31 May.", "2024-05-25", foretold=[("its report by 31 May", "2024-05-31")])
    told = [tell("bb", f"The report that Sarveth published on {day}.", "2024-06-20", times={day: iso})
            for day, iso in (("14 June", "2024-06-14"), ("30 May", "2024-05-30"))]  # fmt: skip
    assert [outcome(first, one).outcome for one in told] == ["missed", "met"]
