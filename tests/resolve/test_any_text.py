"""Whatever the words and whatever the tagger made of them: the reading holds together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.find.mentions import find_mentions
from whence.model.pages import Page
from whence.model.readings import Attribution, Entity
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.tags import TaggedAttribution, TaggedMention, Tags
from whence.resolve.attributions import resolve_attributions
from whence.resolve.entities import resolve_entities
from whence.text.pages import cut_passage

WORDS = st.sampled_from(
    (
        "\n\n The the A a said told that according to According Ana Reyl al - Norway Oslo minister official officials report Reuters he "
        "she it they who which “ ” ‘ ’ , . ? and of by with is expected denied citing quoted as saying Union Dockers’ US AFP not "
        "comment would respond replied asked when his its company newspaper predecessor I we ( ) NNA 19 people President"
    ).split(" ")
)
RELATIONS = st.sampled_from(
    "nsubj obj obl nmod case det compound flat ccomp xcomp advcl acl conj cc appos amod aux mark root punct".split()
)
PARTS = st.sampled_from("NOUN PROPN VERB AUX ADP DET ADJ PRON PUNCT CCONJ SCONJ PART NUM X".split())


@st.composite
def tagged_pages(draw: st.DrawFn) -> tuple[Page, Tags]:
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=40)))
    page = cut_passage(text)
    count = len(page.tokens)
    heads = tuple(draw(st.integers(-1, count - 1)) for _ in range(count))
    upos, deprels = (tuple(draw(st.lists(kind, min_size=count, max_size=count))) for kind in (PARTS, RELATIONS))
    return page, Tags(upos, heads, deprels, tuple(_attributions(draw, page)), tuple(_mentions(draw, page)), ())


def _span(draw: st.DrawFn, page: Page) -> Span:
    first = draw(st.integers(0, len(page.tokens) - 1))
    last = draw(st.integers(first, min(first + 8, len(page.tokens) - 1)))
    return Span(page.tokens[first].start, page.tokens[last].end)


def _attributions(draw: st.DrawFn, page: Page) -> list[TaggedAttribution]:
    if not page.tokens:
        return []
    found = []
    for number in range(draw(st.integers(0, 3))):
        source = draw(st.none() | st.just(_span(draw, page)))
        within = draw(st.sampled_from([None, 0])) if number else None
        found.append(TaggedAttribution((_span(draw, page),), source, _span(draw, page), 0.9, within))
    return found


def _mentions(draw: st.DrawFn, page: Page) -> list[TaggedMention]:
    if not page.tokens:
        return []
    kinds = st.sampled_from(["person", "organization", "place", "group", "other"])
    return [TaggedMention(_span(draw, page), draw(kinds), draw(st.booleans()), 0.9) for _ in range(draw(st.integers(0, 3)))]


@settings(deadline=None, max_examples=100)
@given(tagged_pages())
def test_any_page_gives_a_reading_that_holds_together(tagged: tuple[Page, Tags]) -> None:
    page, tags = tagged
    report = Report("x", "x.txt", "", outlet="Reuters")
    entities = resolve_entities(page, tags, find_mentions(page, tags), report)
    found, attributions = resolve_attributions(page, tags, entities, report)
    check_entities(found, page)
    check_attributions(attributions, {entity.id for entity in found}, page)
    assert (found, attributions) == resolve_attributions(page, tags, entities, report)


def check_entities(entities: tuple[Entity, ...], page: Page) -> None:
    spans = [mention.span for entity in entities for mention in entity.mentions]
    assert len(spans) == len(set(spans))
    assert all(0 <= span.start < span.end <= len(page.text) for span in spans)
    assert all(entity.name for entity in entities)


def check_attributions(attributions: tuple[Attribution, ...], entities: set[str], page: Page) -> None:
    ids = {attribution.id for attribution in attributions}
    for attribution in attributions:
        assert attribution.content
        assert all(0 <= part.start < part.end <= len(page.text) for part in attribution.content)
        assert {*attribution.chain, *attribution.co_sources} <= entities
        assert (attribution.source_entity is None) == (attribution.unknown_because is not None)
        assert attribution.source_entity in {None, *entities}
        assert attribution.parent in {None, *ids - {attribution.id}}
        assert len(set(attribution.chain)) == len(attribution.chain)
