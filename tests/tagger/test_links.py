from __future__ import annotations

import numpy as np

from whence.tagger.labels import LabelSet, Marks
from whence.tagger.links import bucket_of, find_links
from whence.tagger.scores import Ends

WIDTH = 4


def labels(no_source: float = 0.0) -> LabelSet:
    none = np.full(WIDTH, no_source, dtype=np.float32)
    empty = np.zeros((1, 1), dtype=np.float32)
    near, no_cue = np.zeros((2, 16), dtype=np.float32), np.zeros(WIDTH, dtype=np.float32)
    return LabelSet("", {}, Marks(101, 102, 2, 100), empty, near, none, no_cue, empty[0])


def ends(size: int, first: int = 0) -> Ends:
    return Ends((first, first + size), np.zeros((size, 8, WIDTH), dtype=np.float16))


def point(window: Ends, word: int, slot: int, axis: int, height: float = 9.0) -> None:
    window.vectors[word - window.at[0], slot, axis] = height


def test_a_cue_takes_the_source_that_answers_it() -> None:
    window = ends(6)
    point(window, 2, 0, 1)  # the cue asks along axis 1
    point(window, 0, 2, 0)
    point(window, 4, 2, 1)
    found = find_links(labels(), [window], [(2, 3)], [(0, 1), (4, 5)], [])
    assert found.sources[0][0] == 1
    assert found.sources[0][1] > 0.99


def test_a_cue_may_have_no_source_and_a_content_no_cue() -> None:
    window = ends(4)
    point(window, 2, 0, 1)
    point(window, 0, 2, 0)
    found = find_links(labels(no_source=9.0), [window], [(2, 3)], [(0, 1)], [(3, 4)])
    assert found.sources[0][0] is None
    assert find_links(labels(), [window], [], [], [(3, 4)]).cues == ((None, 1.0),)


def test_spans_that_no_window_holds_together_are_not_linked() -> None:
    windows = [ends(4, 0), ends(4, 4)]
    point(windows[0], 3, 0, 1)
    point(windows[1], 5, 2, 1)
    assert find_links(labels(), windows, [(3, 4)], [(5, 6)], []).sources[0][0] is None


def test_the_window_where_the_cue_lies_in_the_middle_has_more_say() -> None:
    edge, middle = ends(6, 0), ends(12, 0)
    for window, slot_word in ((edge, 1), (middle, 3)):
        point(window, 5, 0, 1)
        point(window, slot_word, 2, 1)
    found = find_links(labels(), [edge, middle], [(5, 6)], [(1, 2), (3, 4)], [])
    assert found.sources[0][0] == 1


def test_distances_fall_into_steps_by_side() -> None:
    assert bucket_of((5, 6), (4, 5)) == 0
    assert bucket_of((5, 6), (6, 7)) == 8
    assert bucket_of((500, 501), (0, 1)) == 7
    assert bucket_of((0, 1), (500, 501)) == 15
