from __future__ import annotations

from typing import Any

import pytest

from tests.link.invented import Who, report
from whence.model.holdings import lay_out
from whence.model.readings import Reading
from whence.model.stories import Independent, Origins
from whence.pipeline import tell_story
from whence.weigh.confirmations import Confirmations

BURNT = "The depot at Sarveth burnt down on Sunday night while the harbour crews of Orrin were still on the water"
DISPATCH = (
    BURNT
    + ", the province said. Forty families were led out of the lower town and will spend the night in the school gymnasium. The governor, "
    "Hanna Oost, asked for patience and said that engineers from Upper Tolme would look at the pipes as soon as the steel had cooled."
)


def own(name: str, outlet: str | None, **masthead: Any) -> Reading:
    text = f"The Sarveth depot burnt down, and Hanna Oost of Orrin and Upper Tolme saw it. ({name})"
    burnt = ("burnt down", "assault", {"recipients": ("Sarveth depot",)})
    return report(name, text, who=[("place", "Sarveth depot")], told=[burnt], outlet=outlet, **masthead)  # type: ignore[list-item]


def citing(name: str, outlet: str, cited: str) -> Reading:
    text = f"The {cited} reported that the Sarveth depot burnt down. Hanna Oost of Orrin and Upper Tolme saw it. ({name})"
    return report(
        name, text, who=[("organization", cited), ("place", "Sarveth depot")], outlet=outlet,
        told=[("burnt down", "assault", {"recipients": ("Sarveth depot",), "attribution": "a1"})],
        said=[("the Sarveth depot burnt down", cited, {"anonymity": "outlet"})],
    )  # fmt: skip


def copy(name: str, outlet: str, **masthead: Any) -> Reading:
    return report(name, DISPATCH, told=[("burnt down", "assault", {})], outlet=outlet, **masthead)


def fire(*readings: Reading) -> Origins:
    story = tell_story(readings)
    (row,) = [one for one in story.origins if one.occurrence and any("v1" in event for event in _events(story, one.occurrence))]
    return row


def _events(story: Any, occurrence: str) -> tuple[str, ...]:
    return next(one.events for one in story.occurrences if one.id == occurrence)


def test_two_newsrooms_are_two_origins() -> None:
    assert fire(own("aa", "Tolme Echo"), own("bb", "Vastra Courier")).independent == Independent(2, 2)


def test_two_sound_origins_suggest_that_it_is_confirmed() -> None:
    assert fire(own("aa", "Tolme Echo"), own("bb", "Vastra Courier")).suggested == "1"
    assert fire(own("aa", "Tolme Echo"), citing("bb", "Vastra Courier", "Tolme Echo")).suggested is None


def test_two_reports_of_one_newsroom_are_one() -> None:
    assert fire(own("aa", "Tolme Echo"), own("bb", "The Tolme Echo")).independent == Independent(1, 1)


def test_a_copy_adds_no_origin() -> None:
    found = fire(copy("aa", "Tolme Echo", published="2024-05-01"), copy("bb", "Vastra Courier", published="2024-05-02"))
    assert found.independent == Independent(1, 1)
    assert [origin.by for origin in found.origins] == ["Tolme Echo"] and found.adds_nothing == ("bb",)


def test_copies_of_an_agency_s_dispatch_are_the_agency_s() -> None:
    found = fire(copy("aa", "Tolme Echo", published="2024-05-01", credits=("Belmar Press Agency",)), copy("bb", "Vastra Courier"))
    assert [(origin.by, origin.kind) for origin in found.origins] == [("Belmar Press Agency", "agency")]
    assert found.adds_nothing == ("bb",)


def test_who_cites_an_outlet_of_the_story_adds_nothing() -> None:
    found = fire(own("aa", "Vastra Courier"), citing("bb", "Tolme Echo", "Vastra Courier"))
    assert found.independent == Independent(1, 1) and found.adds_nothing == ("bb",)


def test_who_cites_an_outlet_that_is_not_held_brings_its_origin() -> None:
    found = fire(citing("bb", "Tolme Echo", "Vastra Courier"))
    assert [(origin.by, origin.reports) for origin in found.origins] == [("Vastra Courier", ("bb",))]
    assert found.independent == Independent(1, 1) and found.adds_nothing == ()


def test_a_line_of_citations_leads_to_its_head() -> None:
    found = fire(own("aa", "Vastra Courier"), citing("bb", "Tolme Echo", "Vastra Courier"), citing("cc", "Orrin Gazette", "Tolme Echo"))
    assert [origin.by for origin in found.origins] == ["Vastra Courier"] and found.adds_nothing == ("bb", "cc")


def test_a_circle_is_named_and_stands_on_nothing() -> None:
    found = fire(citing("aa", "Vastra Courier", "Tolme Echo"), citing("bb", "Tolme Echo", "Vastra Courier"))
    assert found.independent == Independent(0, 1)
    assert "Tolme Echo and Vastra Courier cite each other in a circle" in found.because.rule


def test_a_newsroom_nobody_knows_may_be_any() -> None:
    found = fire(own("aa", "Tolme Echo"), own("bb", None))
    assert found.independent == Independent(1, 2)
    assert "independence not established" in found.because.rule


def test_two_who_name_nobody_may_rest_on_one() -> None:
    def told(name: str, outlet: str) -> Reading:
        text = f"An official said the Sarveth depot burnt down, as Hanna Oost of Orrin and Upper Tolme know. ({name})"
        return report(
            name, text, who=[("unnamed", "An official"), ("place", "Sarveth depot")], outlet=outlet,
            told=[("burnt down", "assault", {"recipients": ("Sarveth depot",), "attribution": "a1"})],
            said=[("the Sarveth depot burnt down", "An official", {"anonymity": "unnamed_individual"})],
        )  # fmt: skip

    found = fire(told("aa", "Tolme Echo"), told("bb", "Vastra Courier"))
    assert found.independent == Independent(1, 2)
    assert all(origin.rests_on == ("unnamed",) for origin in found.origins)


def test_an_outlet_that_only_passes_on_what_another_had_is_no_origin() -> None:
    text = "Vastra Courier reported that the Sarveth depot burnt down, citing Tolme Echo. Hanna Oost of Orrin and Upper Tolme saw it."
    outlets = ("Vastra Courier", "Tolme Echo")
    outer = ("the Sarveth depot burnt down", outlets[0], {"anonymity": "outlet"})
    inner = ("the Sarveth depot burnt down", outlets[1], {"anonymity": "outlet", "chain": outlets, "parent": "a1"})
    reading = report(
        "aa",
        text,
        who=[*(("organization", one) for one in outlets), ("place", "Sarveth depot")],
        told=[("burnt down", "assault", {"recipients": ("Sarveth depot",), "attribution": "a2"})],
        said=[outer, inner],
        outlet="Orrin Gazette",
    )
    assert [origin.by for origin in fire(reading).origins] == ["Tolme Echo"]


def burnt(name: str, outlet: str, words: str, told: str = "burnt down", **fields: Any) -> Reading:
    text = f"{words} Hanna Oost of Orrin and Upper Tolme saw it. ({name})"
    who: list[Who] = [("place", "Sarveth depot"), *(("organization", one) for one in fields.get("actors", ()))]
    return report(name, text, who=who, told=[(told, "assault", {"recipients": ("Sarveth depot",), **fields})], outlet=outlet)


@pytest.mark.parametrize("modality", ["asked", "planned", "predicted", "hypothetical"])
def test_who_does_not_tell_it_as_having_happened_is_no_origin(modality: str) -> None:
    wished = burnt("bb", "Vastra Courier", "They want the Sarveth depot burnt down.", modality=modality)
    found = fire(own("aa", "Tolme Echo"), wished)
    assert ([origin.by for origin in found.origins], found.suggested) == (["Tolme Echo"], None)
    assert "1 telling left out" in found.because.rule


def test_who_denies_it_is_no_origin() -> None:
    denied = burnt("bb", "Vastra Courier", "The Sarveth depot was not burnt down.", polarity="negative")
    assert [origin.by for origin in fire(own("aa", "Tolme Echo"), denied).origins] == ["Tolme Echo"]


def test_what_nobody_tells_as_done_keeps_its_origins_and_is_not_confirmed() -> None:
    words = "They will have the Sarveth depot burnt down."
    found = fire(*(burnt(name, outlet, words, modality="planned") for name, outlet in (("aa", "Tolme Echo"), ("bb", "Vastra Courier"))))
    assert (found.independent, found.suggested) == (Independent(2, 2), None) and "none tells it" in found.because.rule


def agree(first: Reading, other: Reading) -> bool:
    story = tell_story((first, other))
    entity_of = {member: entity.id for entity in story.entities for member in entity.members}
    return Confirmations(lay_out((first, other)), entity_of, frozenset()).agree(("aa:v1", "bb:v1"))


def test_differing_doers_confirm_nothing() -> None:
    first = burnt("aa", "Tolme Echo", "Salt Guard men burnt down the Sarveth depot.", actors=("Salt Guard",))
    other = burnt("bb", "Vastra Courier", "Hill League men burnt down the Sarveth depot.", actors=("Hill League",))
    same = burnt("bb", "Vastra Courier", "Salt Guard men burnt down the Sarveth depot.", actors=("Salt Guard",))
    assert agree(first, same) and not agree(first, other)


def test_like_words_alone_confirm_nothing() -> None:
    first = burnt("aa", "Tolme Echo", "A shed by the Sarveth depot burnt down.", recipients=())
    assert not agree(first, burnt("bb", "Vastra Courier", "A mill by the Sarveth depot burnt down.", recipients=()))


def test_what_accounts_differ_on_is_not_confirmed() -> None:
    fields = {"date_basis": "stated"}
    first = burnt("aa", "Tolme Echo", "The Sarveth depot burnt down on Friday.", date="2024-05-03", on="Friday", **fields)
    other = burnt("bb", "Vastra Courier", "The Sarveth depot burnt down on Saturday.", date="2024-05-04", on="Saturday", **fields)
    assert fire(first, other).suggested is None


def test_copies_of_a_report_whose_outlet_is_unknown_come_from_that_report() -> None:
    first = report("aa", DISPATCH, told=[("burnt down", "assault", {})], published="2024-05-06")
    row = fire(first, copy("bb", "Vastra Courier", published="2024-05-07"), copy("cc", "Tolme Echo", published="2024-05-07"))
    assert row.independent == Independent(1, 1) and row.adds_nothing == ("bb", "cc")


def test_what_an_edited_copy_says_before_the_words_that_it_copies_adds_no_origin() -> None:
    rest = DISPATCH.removeprefix(BURNT)
    first = copy("aa", "Vastra Courier", published="2024-05-06")
    lead = "Flames took the Sarveth depot, which burnt down on Sunday"
    edited = report("bb", lead + rest, told=[("burnt down", "assault", {})], outlet="Tolme Echo", published="2024-05-07")
    assert fire(first, edited).independent == Independent(1, 1)
    after = f"{rest.removeprefix(', ')} A reporter of this paper stood by as the Sarveth depot burnt down."
    own_end = report("cc", after, told=[("burnt down", "assault", {})], outlet="Tolme Echo", published="2024-05-07")
    assert fire(first, own_end).independent == Independent(2, 2)


def test_an_agency_is_credited_whose_only_report_in_the_story_is_another() -> None:
    wire = report("aa", "The mill burnt on Friday.", told=[("burnt", "assault", {})], outlet="Belmar Press Agency")
    other = report("bb", "A bridge fell in Tolme.", told=[("fell", "assault", {})], outlet="Tolme Echo", credits=("Belmar Press Agency",))
    found = {origin.by for one in tell_story([wire, other]).origins for origin in one.origins}
    assert found == {"Belmar Press Agency"}
