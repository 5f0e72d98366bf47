from __future__ import annotations

from tests.link.invented import report
from whence.model.readings import Reading
from whence.model.stories import Conflict
from whence.pipeline import tell_story

WORDS = (
    "The miners of Upper Tolme walked out on {day} after the owner shut the old shaft, and the province sent {carts} to bring tools up. "
    "By dusk the sheds along the river were empty, the children had been told to stay at home, and nobody at the gate would say who held "
    "the keys. A notice on the door asked all who had left a lamp inside to call for it before the end of the month."
)


def strike(name: str, day: str, date: str, carts: str, number: int, published: str) -> Reading:
    text = WORDS.format(day=day, carts=carts)
    told = [
        ("walked out", "protest", {"date": date, "on": day}),
        ("sent", "aid", {"quantities": [(number, "carts", carts)]}),
    ]
    return report(name, text, told=told, outlet=f"Paper {name}", published=published)  # type: ignore[arg-type]


def slips(*readings: Reading) -> dict[str, Conflict]:
    return {one.field: one for one in tell_story(readings).conflicts}


def test_a_day_and_a_number_that_a_copy_changes_are_told_though_no_two_newsrooms_differ() -> None:
    first = strike("aa", "3 May", "2024-05-03", "six carts", 6, "2024-05-14")
    found = slips(first, strike("bb", "13 May", "2024-05-13", "nine carts", 9, "2024-05-15"))
    assert {side.value: side.by for side in found["date"].values} == {"2024-05-03": ("aa:v1",), "2024-05-13": ("bb:v1",)}
    assert {side.value: side.by for side in found["count"].values} == {"6": ("aa:v2",), "9": ("bb:v2",)}


def test_the_same_words_a_month_later_are_of_the_next_of_a_series() -> None:
    first = strike("aa", "3 May", "2024-05-03", "six carts", 6, "2024-05-14")
    assert "date" not in slips(first, strike("bb", "13 June", "2024-06-13", "nine carts", 9, "2024-06-15"))


def test_a_day_before_which_a_copy_says_more_is_told_though_the_two_were_not_joined() -> None:
    text = WORDS.replace("The miners of Upper Tolme walked out on {day} after", "{lead} on {day} after")
    leads = {
        "aa": "Some walked out of the lower shaft at the second bell, as their fathers had",
        "bb": "It was then, say those who keep the books of the shaft, that the miners walked out",
    }
    days = {"aa": ("3 March", "2024-03-03"), "bb": ("3 May", "2024-05-03")}
    readings = [
        report(name, f"{WORDS[200:].format()} {text.format(lead=leads[name], day=day, carts='six carts')}",
               told=[("walked out", "protest", {"date": date, "on": day})], outlet=f"Paper {name}", published="2024-05-14")
        for name, (day, date) in days.items()
    ]  # fmt: skip
    assert {side.value for side in slips(*readings)["date"].values} == {"2024-03-03", "2024-05-03"}


def test_a_copy_that_changes_a_word_of_a_report_without_happenings() -> None:
    text = WORDS.replace("walked out", "{what}")
    one, other = (
        report(name, text.format(day="3 May", carts="six carts", what=what), outlet=f"Paper {name}", published=f"2024-05-1{at}")
        for at, (name, what) in enumerate((("aa", "sang"), ("bb", "slept")))
    )
    assert slips(one, other) == {}
