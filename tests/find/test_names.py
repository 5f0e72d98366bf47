from __future__ import annotations

import pytest

from whence.find.names import find_names
from whence.model.marks import MentionMark
from whence.model.parses import grow_tree
from whence.model.tags import TaggedMention, Tags
from whence.text.pages import cut_passage

NOBODY: tuple[TaggedMention, ...] = ()


def names(text: str) -> list[MentionMark]:
    """The names of a text whose parse is unknown."""
    page = cut_passage(text)
    return list(find_names(grow_tree(page, Tags((), (), (), (), NOBODY, ())), NOBODY))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("yesterday President Ana Reyl spoke", ["Ana Reyl"]),
        ("near the Bank of Norway in Oslo", ["Bank of Norway", "Oslo"]),
        ("with Karim al-Hadari and Ana Reyl", ["Karim al-Hadari", "Ana Reyl"]),
        ("by the Dockers’ Union", ["Dockers’ Union"]),
        ("heard on the Voice of Tolmeria", ["Voice of Tolmeria"]),
        ("a report by TV Tolmeria on a TV crew", ["TV Tolmeria"]),
        ("their channel, Sol TV, and a Norwegian TV crew", ["Sol TV"]),
        ("and on 3 December Tolmeria’s agency wrote", ["Tolmeria"]),
        ("by Marsh and Reed Breweries", ["Marsh and Reed Breweries"]),
        ("by the Varna Relief Board (VRB)", ["Varna Relief Board", "VRB"]),
        ("on Monday after the Winter War", []),
        ("the Norwegian fleet", []),
        ("our ambassador to Chad Emil Orsk", ["Chad", "Emil Orsk"]),
    ],
)
def test_names_stand_without_title_article_and_owner(text: str, found: list[str]) -> None:
    assert [mark.span.of(text) for mark in names(text)] == found


def test_a_title_is_kept_beside_the_name() -> None:
    text = "here former Prime Minister Ana Reyl spoke"
    [mark] = names(text)
    assert mark.title is not None
    assert mark.title.of(text) == "former Prime Minister"
    assert (mark.kind, mark.sure) == ("person", True)


def test_lists_settle_what_a_name_is() -> None:
    kinds = {mark.span.of(text): mark.kind for text in ("in Norway with Reuters and the Varna Council",) for mark in names(text)}
    assert kinds == {"Norway": "place", "Reuters": "organization", "Varna Council": "organization"}


def test_a_body_and_a_person_that_run_together_are_two() -> None:
    text = "then Commander Omar Sayeh left the Reed Guard Sayeh had led"
    assert [mark.span.of(text) for mark in names(text)] == ["Omar Sayeh", "Reed Guard", "Sayeh"]
