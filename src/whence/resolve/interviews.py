"""Who is interviewed, and what he answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.model.pages import Page, Quotation
from whence.model.readings import Entity
from whence.model.spans import Span
from whence.resolve.casts import Cast
from whence.resolve.drafts import Draft
from whence.resolve.transcripts import HOSTS

# "(Laughs.)": what somebody does while he answers.
_STAGE = re.compile(r"\s*[(\[][A-Z][^()\[\]]{2,40}[)\]]\s*")
_HOST = re.compile(rf"\s*[,(]\s*(?:\w+ )?(?:{'|'.join(sorted(HOSTS))})\)?\s*:", re.IGNORECASE)
_CERTAIN = 0.9


def add_answers(drafts: Sequence[Draft], cast: Cast, page: Page) -> list[Draft]:
    """The drafts and one for each paragraph of an interview's answers, by whoever is interviewed."""
    answers = [quotation for quotation in page.quotations if quotation.answers]
    if not answers:
        return list(drafts)
    speaker = _interviewee(answers[0], cast, page)
    because = None if speaker else "who is interviewed is not told"
    contents = (tuple(_spoken(answer.inner, page.text)) for answer in answers)
    return [*drafts, *(Draft(content, None, None, _CERTAIN, speaker=speaker, unknown_because=because) for content in contents)]


def _interviewee(first: Quotation, cast: Cast, page: Page) -> str | None:
    """The one person that opens a paragraph before the first answer, else the only one who is named there."""
    paragraphs = [paragraph for paragraph in page.paragraphs if paragraph.end <= first.span.start]
    named = [placed for paragraph in paragraphs for placed in cast.inside(paragraph) if placed.mention.form == "named"]
    others = [placed for placed in named if not (_asks(placed.span, page.text) or _hosts(placed.span, page.text))]
    people = [placed for placed in others if placed.entity.kind == "person"]
    opening = {placed.entity.id for placed in people if any(_opens(placed.entity, paragraph, placed.span) for paragraph in paragraphs)}
    for found in (opening, {placed.entity.id for placed in people}):
        if len(found) == 1:
            return found.pop()
    return None


def _opens(entity: Entity, paragraph: Span, name: Span) -> bool:
    """Whether a name opens a paragraph, a title before it or none."""
    titles = [role.span for role in entity.roles]
    return paragraph.start == name.start or any(span.start == paragraph.start and span.end < name.start <= span.end + 2 for span in titles)


def _asks(name: Span, text: str) -> bool:
    """Whether a name is the interviewer's: "Interview by X"."""
    return text[: name.start].split()[-1:] in (["by"], ["By"], ["BY"]) and "nterview" in text[max(0, name.start - 30) : name.start]


def _hosts(name: Span, text: str) -> bool:
    """Whether a name opens a turn as the host's: "ROSA ULM, presenter:"."""
    return _HOST.match(text, name.end) is not None


def _spoken(answer: Span, text: str) -> Iterator[Span]:
    """What is said in an answer, without what is told in brackets of how it is said."""
    at = answer.start
    for stage in _STAGE.finditer(text, *answer):
        if stage.start() > at:
            yield Span(at, stage.start())
        at = stage.end()
    if at < answer.end:
        yield Span(at, answer.end)
