from __future__ import annotations

from tests.app.floods import flood_book
from whence.export.annotations import iter_annotations


def test_every_quote_stands_where_its_annotation_says() -> None:
    book = flood_book()
    annotations = list(iter_annotations(book))
    assert len(annotations) == 5
    for annotation in annotations:
        text = book.reading(annotation["id"].removeprefix("urn:whence:")).text
        for target in annotation["target"]:
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) == place["start"] - len(quote["prefix"])


def test_who_says_it_and_through_whom_stand_in_the_body() -> None:
    values = {
        annotation["id"].partition(":")[2]: [body["value"] for body in annotation["body"]] for annotation in iter_annotations(flood_book())
    }
    assert ["an official (unnamed individual)", "say", "through Marsh News Agency"] in values.values()
    assert ["Somebody (unknown)", "say"] in values.values()
