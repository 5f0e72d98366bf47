from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html

from tests.builders import build_story
from tests.dossier.invented import HOSTILE, PAPER, WIRE, hostile, paper, readings, story, wire
from whence.dossier import write_dossier
from whence.errors import RecordUnknown


@cache
def page(excerpts_only: bool = False) -> str:
    return write_dossier(story(), readings(), title="The bridge at Omsel", excerpts_only=excerpts_only, made_on="22 May 2030")


@cache
def tree(excerpts_only: bool = False) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page(excerpts_only))


@pytest.mark.parametrize("excerpts_only", [False, True])
def test_every_reference_leads_somewhere(excerpts_only: bool) -> None:
    ids = set(tree(excerpts_only).xpath("//@id"))
    links = [unquote(href[1:]) for href in tree(excerpts_only).xpath("//@href") if href.startswith("#")]
    assert len(links) > 60
    assert [link for link in links if link not in ids] == []


@pytest.mark.parametrize("excerpts_only", [False, True])
def test_ids_are_given_once(excerpts_only: bool) -> None:
    ids = tree(excerpts_only).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_nothing_is_asked_of_the_network() -> None:
    outward = [value for value in tree().xpath("//@src | //@href | //@action | //@srcset") if not value.startswith(("#", "data:"))]
    assert outward == []
    assert "@import" not in page() and "url(" not in page()


def test_the_policy_allows_this_script_and_nothing_else() -> None:
    script = tree().xpath("//script")
    assert len(script) == 1
    digest = base64.b64encode(hashlib.sha256(script[0].text.encode()).digest()).decode()
    policy = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_hostile_text_is_shown_and_does_nothing() -> None:
    assert len(tree().xpath("//script")) == 1
    assert tree().xpath("//img | //@onclick | //@onerror | //iframe") == []
    assert not any(href.startswith("javascript") for href in tree().xpath("//@href"))
    shown = "".join(tree().xpath("//article[@id='r-D']//p[contains(@class, 'text')]")[0].itertext())
    assert shown == '<script>alert(1)</script> & "quotes" </p></article>'
    assert "\x07" not in page()


def test_a_report_is_shown_whole_with_its_marks() -> None:
    fresh = lxml_html.document_fromstring(page())
    for letter, text in (("A", WIRE), ("C", PAPER)):
        article = fresh.get_element_by_id(f"r-{letter}")
        for number in article.xpath(".//*[contains(@class, 'text') or self::h3]//a[contains(@class, 'num')]"):
            number.text = ""
        paragraphs = ["".join(block.itertext()) for block in article.xpath(".//h3 | .//p[contains(@class, 'text')]")]
        assert paragraphs == [block for block in text.split("\n\n") if block != "Share this story"]


def test_boilerplate_is_named_and_apart() -> None:
    article = tree().get_element_by_id("r-A")
    assert [item.text_content() for item in article.xpath(".//ul[contains(@class, 'furniture')]/li")] == ["Share this story"]


def test_marks_nest_and_their_lines_lie_apart() -> None:
    outer, inner = tree().get_element_by_id("m-C3"), tree().get_element_by_id("m-C4")
    assert inner in list(outer.iterdescendants())
    assert "h1" in outer.get("class").split() and "h0" in inner.get("class").split()


def test_an_unsure_mark_says_so() -> None:
    assert "unsure" in tree().get_element_by_id("m-C1").get("class")
    assert "unsure" in tree().get_element_by_id("n-C1").text_content()


def test_notes_tell_chain_and_reason() -> None:
    assert "through Tarvia Wire" in tree().get_element_by_id("n-C4").text_content()
    assert "who would not be named" in tree().get_element_by_id("n-C1").text_content()


def test_excerpts_only_leaves_the_texts_out() -> None:
    text = tree(True).text_content()
    assert "a blast brought down the bridge" in text
    assert "who would not be named, told the Lower Post" not in text
    assert tree(True).xpath("//p[contains(@class, 'text')]") == []
    assert "Share this story" not in text


def test_headings_leave_no_level_out() -> None:
    levels = [int(heading.tag[1]) for heading in tree().xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_drawing_is_hidden_or_named() -> None:
    outer = [svg for svg in tree().xpath("//*[local-name()='svg']") if not any(up.tag == "svg" for up in svg.iterancestors())]
    assert outer
    assert [svg for svg in outer if svg.get("aria-hidden") != "true" and not svg.get("aria-labelledby")] == []


def test_same_bytes_whatever_the_order_of_the_readings() -> None:
    again = write_dossier(story(), tuple(reversed(readings())), title="The bridge at Omsel", made_on="22 May 2030")
    assert again == page()


def test_undated_reports_stand_last_and_say_so() -> None:
    sigla = [item.text_content() for item in tree().xpath("//ul[contains(@class, 'sigla')]/li")]
    assert [item.split()[0] for item in sigla] == ["A", "B", "C", "D"]
    assert "no date" in sigla[-1]


def test_who_denies_stands_beside_the_occurrence() -> None:
    assert "denied by" in tree().get_element_by_id("o-O3").text_content()
    assert "road office" in tree().get_element_by_id("o-O3").text_content()


def test_independence_that_cannot_be_told_is_not_counted() -> None:
    assert "independence not established" in tree().get_element_by_id("o-O3").text_content()


def test_what_was_not_weighed_says_so() -> None:
    assert "origins not weighed" in tree().get_element_by_id("o-O4").text_content()


def test_a_missed_forecast_leads_to_its_evidence() -> None:
    row = tree().get_element_by_id("f-A-f1")
    assert "missed" in row.text_content()
    assert "#e-C-v4" in row.xpath(".//@href")


def test_only_the_reports_of_the_story_are_shown() -> None:
    narrow = replace(
        story(),
        reports=("wire",),
        entities=(),
        roles=(),
        occurrences=(),
        claims=(),
        conflicts=(),
        lineage=(),
        origins=(),
        forecast_outcomes=(),
    )
    assert "The Lower Post" not in write_dossier(narrow, readings(), title="x")


def test_an_empty_story_is_a_page() -> None:
    empty = lxml_html.document_fromstring(write_dossier(build_story(), (), title="Nothing yet"))
    assert "no reports" in empty.text_content()


def test_a_story_with_one_silent_report_is_a_page() -> None:
    silent = replace(hostile(), attributions=(), entities=())
    assert HOSTILE.split()[1] in lxml_html.document_fromstring(write_dossier(build_story(silent), (silent,), title="x")).text_content()


@pytest.mark.parametrize("missing", ["wire", "paper"])
def test_a_story_whose_reading_is_missing_is_refused(missing: str) -> None:
    kept = tuple(reading for reading in readings() if reading.report.id != missing)
    with pytest.raises(RecordUnknown, match=missing):
        write_dossier(story(), kept, title="x")


def test_a_record_that_no_reading_holds_is_refused() -> None:
    bare = replace(paper(), events=())
    with pytest.raises(RecordUnknown, match=r"paper:v\d"):
        write_dossier(story(), (wire(), bare, *readings()[1:2], hostile()), title="x")


def test_titles_are_escaped() -> None:
    made = lxml_html.document_fromstring(write_dossier(story(), readings(), title="</title><script>x</script>"))
    assert len(made.xpath("//script")) == 1


def test_phrases_read_like_sentences() -> None:
    text = re.sub(r"\s+", " ", tree().text_content())
    assert " ," not in re.sub(r"“.*?”", "", tree().xpath("string(//header)"))
    assert "None," not in text and "True" not in text
