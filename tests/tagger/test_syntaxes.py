from __future__ import annotations

from dataclasses import replace

import numpy as np

from whence.tagger.labels import LabelSet, Marks
from whence.tagger.scores import Scores
from whence.tagger.syntaxes import find_syntax
from whence.tagger.windows import Passage

NONE = np.zeros((1, 1), dtype=np.float32)
LABELS = LabelSet("", {"deprels": ("nsubj", "root"), "upos": ("NOUN", "VERB")}, Marks(101, 102, 2, 100), NONE, NONE, NONE, NONE, NONE)


def test_every_sentence_has_one_root_and_no_other_word_is_called_so() -> None:
    arcs = np.asarray([[0, 9], [0, 9]], dtype=np.float32)
    flat = {"deprels": np.asarray([[0, 9]] * 4, dtype=np.float32), "upos": np.asarray([[1, 0], [0, 1]] * 2, dtype=np.float32)}
    passage = Passage(("ships", "sink", "crews", "flee"), ((0, 2), (2, 4)))
    syntax = find_syntax(LABELS, Scores(flat, ((0, arcs), (2, arcs)), ()), passage)
    assert syntax.heads == (1, -1, 3, -1)
    assert syntax.deprels == ("nsubj", "root", "nsubj", "root")
    assert syntax.upos == ("NOUN", "VERB", "NOUN", "VERB")


def test_an_owner_owns_what_stands_after_it() -> None:
    """The parse hung "Skarn" on the troops before it: "by troops stormed Skarn's" did the storming, and the prison was nobody's."""
    words = ("troops", "stormed", "Skarn", "'s", "prison")
    parts = ("NOUN", "VERB", "PROPN", "PART")
    labels = replace(LABELS, tags={"deprels": ("nsubj", "root", "nmod", "case", "obj"), "upos": parts})
    arcs = np.zeros((5, 5), dtype=np.float32)
    for word, head in enumerate((1, 1, 0, 2, 1)):
        arcs[word, head] = 9
    arcs[2, 4] = 5
    flat = {"deprels": np.eye(5, dtype=np.float32), "upos": np.eye(4, dtype=np.float32)[[0, 1, 2, 3, 0]]}
    syntax = find_syntax(labels, Scores(flat, ((0, arcs),), ()), Passage(words, ((0, 5),)))
    assert syntax.heads == (1, -1, 4, 2, 1)
