from __future__ import annotations

import pytest

from whence.find.namings import naming_before, opens_naming
from whence.model.parses import Tree, grow_tree
from whence.model.tags import Tags
from whence.text.pages import cut_passage


def tree_of(text: str) -> Tree:
    return grow_tree(cut_passage(text), Tags((), (), (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("a group calling itself the Red Oars left", "calling"),
        ("a man who calls himself Vask left", "who"),
        ("a militia known as “Red Oars” left", "known"),
        ("a militia also known locally as Red Oars left", "also"),
    ],
)
def test_a_name_is_given(text: str, begins: str) -> None:
    tree = tree_of(text)
    name = next(at for at, word in enumerate(tree.words) if word[0].isupper())
    begun = naming_before(tree, name)
    assert begun is not None
    assert tree.words[begun] == begins
    assert opens_naming(tree, begun)


@pytest.mark.parametrize("text", ["he called Vask a friend", "it is known that Vask left", "as Vask called out"])
def test_a_call_is_no_name(text: str) -> None:
    tree = tree_of(text)
    assert naming_before(tree, tree.words.index("Vask")) is None
