"""Interviews that mark who speaks by letters: "Q. Did it leak?", "A. It did."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from whence.model.pages import Quotation
from whence.model.spans import Span

_LABEL = re.compile(r"(?P<letter>Q(?:uestion)?|A(?:nswer)?)\s?[.:]\s+(?=\S)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Label:
    """A letter that opens a paragraph, and whether what follows answers."""

    span: Span
    answers: bool


def find_labels(text: str, paragraphs: Sequence[Span]) -> list[Label]:
    """The letters that open the questions and answers of an interview; none where the page does not read as one.

    An interview has two questions and two answers or more, and opens with a question.
    """
    found = (_LABEL.match(text, *paragraph) for paragraph in paragraphs)
    labels = [Label(Span(*label.span()), label["letter"].startswith("A")) for label in found if label]
    answers = sum(label.answers for label in labels)
    return labels if min(answers, len(labels) - answers) >= _FEWEST and not labels[0].answers else []


def find_answers(labels: Sequence[Label], paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """What is answered: the paragraph after each label of an answer, and those that follow it up to the next question.

    What follows the last answer may be the reporter's again, and is left to him.
    """
    found: list[Quotation] = []
    for label, after in zip_longest(labels, labels[1:]):
        held = [paragraph for paragraph in paragraphs if label.span.end <= paragraph.start]
        spoken = [paragraph for paragraph in held if paragraph.end <= after.span.start] if after else held[:1]
        found += [Quotation(span, span, number > 0, answers=True) for number, span in enumerate(spoken) if label.answers]
    return tuple(found)
