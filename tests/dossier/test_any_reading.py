"""Whatever a reader makes of a text, the page shows the text whole, every reference leads somewhere, no id is given twice."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from urllib.parse import unquote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.builders import MADE_BY, build_document, build_story
from whence.dossier import write_dossier
from whence.model.readings import (
    Act,
    Anonymity,
    Attribution,
    Entity,
    EntityKind,
    Event,
    Forecast,
    Gap,
    Mention,
    Modality,
    Polarity,
    Reading,
)
from whence.model.spans import Span
from whence.model.stories import Because, Occurrence, Passage, Story, StoryEntity

TEXT = 'The Ulm Star\n\nMen "at the weir" <said> that it broke.\n\nNobody, they said, & nothing\u200f was lost.\n\nRead more'
IDS = ("e1", "e2", "e3")
SPANS = st.builds(lambda start, length: Span(start, min(len(TEXT), start + length)), st.integers(0, len(TEXT) - 1), st.integers(1, 40))
MAYBE = st.none() | SPANS


@st.composite
def attributions(draw: st.DrawFn, local: str) -> Attribution:
    return Attribution(
        id=local,
        content=tuple(draw(st.lists(SPANS, max_size=3))),
        source=draw(MAYBE),
        cue=draw(MAYBE),
        source_entity=draw(st.none() | st.sampled_from(IDS)),
        mode="indirect",
        act=draw(st.sampled_from(get_args(Act))),
        anonymity=draw(st.none() | st.sampled_from(get_args(Anonymity))),
        confidence=draw(st.floats(0, 1)),
        parent=draw(st.none() | st.sampled_from(("a1", "a2", "a3"))),
        chain=tuple(draw(st.lists(st.sampled_from(IDS), max_size=3))),
        audience=draw(MAYBE),
        reason=draw(MAYBE),
    )


@st.composite
def events(draw: st.DrawFn, local: str) -> Event:
    return Event(
        id=local,
        trigger=draw(SPANS),
        type="die",
        mode=None,
        actors=tuple(draw(st.lists(st.sampled_from(IDS), max_size=2))),
        recipients=(),
        place=None,
        date=draw(st.none() | st.sampled_from(("2030-05-06", "2030", "2029-12-30/2030-01-02", "later"))),
        date_span=draw(MAYBE),
        date_basis="stated",
        quantities=(),
        polarity=draw(st.sampled_from(get_args(Polarity))),
        modality=draw(st.sampled_from(get_args(Modality))),
        attribution=draw(st.none() | st.sampled_from(("a1", "a2", "a3"))),
        confidence=1.0,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = build_document(TEXT, outlet="The Ulm Star", published=draw(st.none() | st.just("2030-05-07")))
    furniture = (Span(TEXT.index("Read more"), len(TEXT)),)
    title = draw(st.none() | st.just(Span(0, 12)))
    masthead = draw(st.just(()) | st.just((Span(0, 12),)))
    report = replace(document.report, id="r", boilerplate=furniture, masthead=masthead, title_span=title)
    kinds = st.sampled_from(get_args(EntityKind))
    return Reading(
        report=report,
        text=TEXT,
        entities=tuple(
            Entity(one, draw(kinds), "the men", tuple(Mention(*span, "named") for span in draw(st.lists(SPANS, max_size=2)))) for one in IDS
        ),
        attributions=tuple(draw(attributions(local)) for local in ("a1", "a2", "a3")),
        events=tuple(draw(events(local)) for local in ("v1", "v2")),
        times=(),
        forecasts=(Forecast("f1", draw(st.none() | st.just("a1")), draw(SPANS), draw(st.none() | st.just("2030-06")), "possible"),),
        gaps=(Gap(draw(SPANS), "odd"),),
        made_by=MADE_BY,
    )


def told(reading: Reading) -> Story:
    because = Because("told", tuple(Passage("r", *event.trigger) for event in reading.events))
    together = Occurrence("O1", "it broke", "die", reading.events[0].date, None, ("r:v1", "r:v2"), because)
    men = StoryEntity("E1", "the men", "group", ("r:e1", "r:e2"), ("the men",), because)
    return build_story(reading, occurrences=(together,), entities=(men,))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings(), st.booleans())
def test_any_reading_makes_a_sound_page(reading: Reading, excerpts_only: bool) -> None:
    page = lxml_html.document_fromstring(write_dossier(told(reading), (reading,), title="x", excerpts_only=excerpts_only))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [href for href in page.xpath("//@href") if href.startswith("#") and unquote(href[1:]) not in ids] == []
    if not excerpts_only:
        for number in page.xpath("//a[contains(@class, 'num')]"):
            number.text = ""
        shown = ["".join(block.itertext()) for block in page.xpath("//p[contains(@class, 'text')]")]
        assert shown[-2:] == TEXT.split("\n\n")[1:3]
