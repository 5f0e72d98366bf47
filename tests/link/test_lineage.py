from __future__ import annotations

from tests.builders import build_span
from tests.link.invented import Said, Who, described, report
from whence.link.copies import link_copies
from whence.link.lineage import link_reports
from whence.link.outlets import find_outlets
from whence.model.holdings import lay_out
from whence.model.readings import Reading
from whence.model.stories import Edge, Sighting

DISPATCH = (
    "The old fort above Vastra was evacuated late on Monday when a crack opened in its eastern wall, the province said. Masons had "
    "warned for two winters that the slope was moving, and the road to the lower town has been closed since noon. Forty families will "
    "spend the night in the school gymnasium. The governor asked for patience and said that a survey would begin at first light."
)


def edges(*readings: Reading, sightings: tuple[Sighting, ...] = ()) -> set[tuple[str, str, str, str | None]]:
    return {(edge.doc, edge.source, edge.kind, edge.from_doc) for edge in rows(*readings, sightings=sightings)}


def rows(*readings: Reading, sightings: tuple[Sighting, ...] = ()) -> tuple[Edge, ...]:
    holdings = lay_out(readings)
    return link_reports(holdings, link_copies(holdings.readings), find_outlets(holdings), sightings)


def test_what_was_published_first_is_the_source() -> None:
    late = report("aa", DISPATCH + " Reporters were kept away.", outlet="Tolme Echo", published="2024-05-09")
    early = report("bb", DISPATCH, outlet="Vastra Courier", published="2024-05-07")
    assert edges(late, early) == {("aa", "Vastra Courier", "republishes", "bb")}


def test_a_copy_of_an_agency_s_dispatch_is_traced_to_the_agency() -> None:
    credited = report("aa", DISPATCH, outlet="Vastra Courier", published="2024-05-07", credits=("Belmar Press Agency",))
    copy = report("bb", DISPATCH, outlet="Tolme Echo", published="2024-05-07")
    assert edges(credited, copy) == {
        ("aa", "Belmar Press Agency", "republishes", None),
        ("bb", "Belmar Press Agency", "republishes", "aa"),
    }


def test_a_later_print_of_the_same_outlet_is_a_version() -> None:
    first = report("aa", DISPATCH, outlet="Vastra Courier", published="2024-05-07")
    second = report("bb", DISPATCH.replace("Forty", "Sixty"), outlet="The Vastra Courier", published="2024-05-08")
    assert edges(first, second) == {("bb", "Vastra Courier", "version", "aa")}


def test_what_a_newsroom_tells_again_in_a_new_report_comes_from_nobody_unless_it_says_that_it_is_a_version() -> None:
    fresh = "Masons came from Orrin at noon and the governor walked along the wall with two of them. " * 8
    first = report("aa", DISPATCH, outlet="Vastra Courier", published="2024-05-07")
    assert edges(first, report("bb", f"{fresh}{DISPATCH}", outlet="Vastra Courier", published="2024-05-09")) == set()
    noted = f"{fresh}{DISPATCH} This is an updated version of a report that came out on Tuesday."
    assert edges(first, report("bb", noted, outlet="Vastra Courier", published="2024-05-09")) == {("bb", "Vastra Courier", "version", "aa")}


def test_a_report_that_tells_of_an_earlier_version_is_the_later_one() -> None:
    first = report("bb", DISPATCH, outlet="Vastra Courier")
    again = f"{DISPATCH.replace('Forty', 'Sixty')[:-60]} An earlier version of this report said that forty families were there."
    assert edges(report("aa", again, outlet="Vastra Courier"), first) == {("aa", "Vastra Courier", "version", "bb")}


def test_what_one_report_credits_as_an_agency_another_cites() -> None:
    credited = report("aa", DISPATCH, outlet="Vastra Courier", credits=("Inland Press Bureau",))
    text = "The wall gave way on Monday, the Inland Press Bureau reported."
    citing = report("bb", text, who=[("organization", "Inland Press Bureau")], outlet="Tolme Echo")
    assert ("bb", "Inland Press Bureau", "cites", None) in edges(credited, citing)


def test_an_outlet_that_a_report_attributes_its_news_to_is_cited() -> None:
    text = "The Courier had reported that the wall was mined, attributing the news to the portal Tolme Now."
    reading = report("aa", text, who=[("organization", "Tolme Now")], outlet="Vastra Courier")
    assert edges(reading) == {("aa", "Tolme Now", "cites", None)}


def test_an_outlet_on_which_another_has_relied_is_cited() -> None:
    text = "The portal had relied on the Khasrun Courier, which saw the wall."
    reading = report("aa", text, who=[("organization", "Khasrun Courier")], outlet="Tolme Echo")
    assert edges(reading) == {("aa", "Khasrun Courier", "cites", None)}


def test_an_edge_says_how_much_of_the_report_is_taken_and_where() -> None:
    early = report("bb", DISPATCH, outlet="Vastra Courier", published="2024-05-07")
    late = report(
        "aa", DISPATCH + " " + "Nobody was hurt and the bells rang again at six. " * 6, outlet="Tolme Echo", published="2024-05-09"
    )
    (edge,) = rows(late, early)
    assert edge.coverage is not None and 0.3 < edge.coverage < 0.7
    assert {passage.report for passage in edge.because.spans} == {"aa", "bb"}


CITING = "The Khasrun Courier reported on Sunday that the wall had been mined. The province did not answer."


def test_an_outlet_that_a_saying_comes_through_is_cited() -> None:
    said = [("the wall had been mined", "Khasrun Courier", {"anonymity": "outlet"})]
    citing = report("aa", CITING, who=[("organization", "Khasrun Courier")], said=said, outlet="Tolme Echo")
    assert edges(citing) == {("aa", "Khasrun Courier", "cites", None)}


def test_a_cited_outlet_is_tied_to_its_report_where_the_story_holds_one() -> None:
    said = [("the wall had been mined", "Khasrun Courier", {"anonymity": "outlet"})]
    citing = report("aa", CITING, who=[("organization", "Khasrun Courier")], said=said, outlet="Tolme Echo")
    cited = report("bb", "Charges were found in the wall of the fort.", outlet="The Khasrun Courier")
    assert edges(citing, cited) == {("aa", "The Khasrun Courier", "cites", "bb")}


def test_a_report_does_not_cite_its_own_outlet() -> None:
    text = "A mason told the Echo that the wall had moved again."
    own = report("aa", text, who=[("organization", "Echo")], outlet="The Tolme Echo")
    assert edges(own) == set()


def test_an_interview_with_another_station_is_a_citation() -> None:
    text = "In an interview with the state broadcaster, Tele-Vastra, the governor called the wall sound."
    reading = report("aa", text, who=[("organization", "Tele-Vastra")], outlet="Tolme Echo")
    assert edges(reading) == {("aa", "Tele-Vastra", "cites", None)}


def test_a_body_that_is_no_outlet_is_not_cited() -> None:
    text = "According to the Masons' League the wall had moved again."
    reading = report("aa", text, who=[("organization", "Masons' League")], outlet="Tolme Echo")
    assert edges(reading) == set()


def test_a_paper_whose_offices_burn_is_not_cited() -> None:
    text = "The offices of the Khasrun Courier burnt down on Tuesday."
    reading = report("aa", text, who=[("organization", "Khasrun Courier")], outlet="Tolme Echo")
    assert edges(reading) == set()


def test_a_description_is_no_outlet() -> None:
    text = "The newspaper reported on Sunday that the wall had been mined."
    said = [("the wall had been mined", "The newspaper", {"anonymity": "outlet"})]
    reading = described(report("aa", text, who=[("organization", "The newspaper")], said=said), "The newspaper")
    assert edges(reading) == set()


def test_the_same_bytes_found_elsewhere_are_a_copy() -> None:
    reading = report("aa", DISPATCH, outlet="Vastra Courier")
    again = Sighting("aa", "mirror/page.txt", None, "Tolme Echo")
    assert edges(reading, sightings=(again,)) == {("aa", "Tolme Echo", "republishes", "aa")}


def test_an_outlet_that_is_a_party_to_the_matter_is_not_cited() -> None:
    text = "The Khasrun Courier denied that it had paid the mason."
    said = [("it had paid the mason", "Khasrun Courier", {"anonymity": "outlet", "act": "deny", "chain": ("Khasrun Courier",)})]
    reading = report("aa", text, who=[("organization", "Khasrun Courier")], said=said, outlet="Tolme Echo")
    assert edges(reading) == set()


def test_the_agency_that_a_copy_credits_is_behind_a_text_whose_outlet_is_unknown() -> None:
    wire = report("aa", DISPATCH, published="2024-05-07")
    credited = report(
        "bb", DISPATCH[:250] + " Buses ran all night. " * 20, outlet="Tolme Echo", published="2024-05-08", credits=("Nordwire",)
    )
    plain = report("cc", DISPATCH, published="2024-05-09")
    assert edges(wire, credited, plain) == {("bb", "Nordwire", "republishes", "aa"), ("cc", "Nordwire", "republishes", "aa")}


def test_who_printed_an_agency_s_text_without_its_credit_first_is_not_its_source() -> None:
    early = report("aa", DISPATCH, outlet="Vastra Courier", published="2024-05-07")
    credited = report("bb", DISPATCH, outlet="Tolme Echo", published="2024-05-08", credits=("Belmar Press Agency",))
    assert edges(early, credited) == {
        ("aa", "Belmar Press Agency", "republishes", "bb"),
        ("bb", "Belmar Press Agency", "republishes", None),
    }


def test_a_name_that_another_report_introduces_as_an_outlet_is_one() -> None:
    first = report("aa", "The weekly Zarnik wrote to the province.", who=[("organization", "Zarnik")], outlet="Tolme Echo")
    second = report("bb", "Zarnik reported on Monday that the wall had moved.", who=[("person", "Zarnik")], outlet="Vastra Courier")
    assert ("bb", "Zarnik", "cites", None) in edges(first, second)


def test_an_article_is_given_as_the_citing_report_writes_it() -> None:
    held = report("aa", "The bells rang.", outlet="The Khasrun Courier")
    texts = ("A mason told the Khasrun Courier so.", "A mason, according to The Khasrun Courier, said so.")
    citing = [report(f"b{at}", text, who=[("organization", "Khasrun Courier")], outlet="Tolme Echo") for at, text in enumerate(texts)]
    assert {edge[1] for edge in edges(held, *citing)} == {"Khasrun Courier", "The Khasrun Courier"}


def test_what_one_outlet_took_from_another_this_report_did_not() -> None:
    text = "We took that from Capital Bell, which took it from the Khasrun Courier."
    reading = report("aa", text, who=[("organization", "Capital Bell"), ("organization", "Khasrun Courier")], outlet="Tolme Echo")
    other = report("bb", "The bells rang.", outlet="Capital Bell")
    assert edges(reading, other) == {("aa", "Capital Bell", "cites", "bb")}


def test_who_cites_what_is_said_of_an_outlet_s_man_does_not_cite_the_outlet() -> None:
    text = "He cited criticism of the Khasrun Courier's editor. A mason told the Khasrun Courier's weekly page so."
    cut = text.partition(". ")[0] + "."
    assert edges(report("aa", cut, who=[("organization", "Khasrun Courier")], outlet="Tolme Echo")) == set()
    assert edges(report("aa", text.partition(". ")[2], who=[("organization", "Khasrun Courier")], outlet="Tolme Echo")) != set()


def test_an_outlet_that_speaks_of_itself_or_withdraws_a_report_is_not_cited() -> None:
    for content, cue in (("it was sorry", "said"), ("the wall had been mined", "withdrew its report that")):
        text = f"The Khasrun Courier {cue} {content}."
        said = [(content, "Khasrun Courier", {"anonymity": "outlet", "chain": ("Khasrun Courier",), "cue": build_span(text, cue)})]
        reading = report("aa", text, who=[("organization", "Khasrun Courier")], said=said, outlet="Tolme Echo")
        assert edges(reading) == set()


def test_the_agency_s_own_dispatch_stands_before_those_who_credit_it() -> None:
    dispatch = report("aa", DISPATCH, outlet="Belmar Press Agency", published="2024-05-07")
    credited = report("bb", DISPATCH, outlet="Tolme Echo", published="2024-05-07", credits=("Belmar Press Agency",))
    assert edges(dispatch, credited) == {("bb", "Belmar Press Agency", "republishes", "aa")}


def test_whom_an_outlet_quotes_the_report_that_has_it_from_the_outlet_did_not_see() -> None:
    who: list[Who] = [("organization", "Vastra Courier"), ("organization", "Khasrun Courier")]
    text = "Vastra Courier reported, quoting the Khasrun Courier, that the wall had moved."
    chain = {"anonymity": "outlet", "chain": ("Vastra Courier", "Khasrun Courier"), "cue": build_span(text, "quoting")}
    said: list[Said] = [("the wall had moved", "Khasrun Courier", chain)]
    assert {edge[1] for edge in edges(report("aa", text, who=who, said=said, outlet="Tolme Echo"))} == {"Vastra Courier"}
    seen = report("bb", text + " The Khasrun Courier's report, seen by the Echo, has no name under it.", who=who, outlet="Tolme Echo")
    assert {edge[1] for edge in edges(seen)} == {"Vastra Courier", "Khasrun Courier"}


def test_a_report_of_an_outlet_is_cited_though_it_has_apologised_for_it() -> None:
    text = "The Khasrun Courier apologised for its report that the wall had been mined."
    cited = {"anonymity": "outlet", "chain": ("Khasrun Courier",), "cue": build_span(text, "report")}
    reading = report("aa", text, who=[("organization", "Khasrun Courier")], said=[("the wall had been mined", "its", cited)])
    assert edges(reading) == {("aa", "Khasrun Courier", "cites", None)}


def test_an_outlet_is_called_as_it_prints_its_name_itself() -> None:
    held = report("aa", "The Khasrun Courier\n\nThe bells rang.", outlet="The Khasrun Courier")
    citing = report("bb", "A mason told the Khasrun Courier so.", who=[("organization", "Khasrun Courier")], outlet="Tolme Echo")
    assert {edge[1] for edge in edges(held, citing)} == {"The Khasrun Courier"}


def test_a_credit_to_agencies_without_a_name_is_to_nobody() -> None:
    assert edges(report("aa", DISPATCH, outlet="Tolme Echo", credits=("Agencies",))) == set()


def test_whom_another_outlet_cited_is_not_cited() -> None:
    who: list[Who] = [("organization", "Vastra Courier"), ("organization", "Tolme Echo")]
    text = "On Monday the Vastra Courier reported that the fort was empty. The paper cited the Tolme Echo."
    assert {source for _, source, _, _ in edges(report("aa", text, who=who, outlet="The Lakes Post"))} == {"Vastra Courier"}
