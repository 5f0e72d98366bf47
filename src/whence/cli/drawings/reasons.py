"""Why: rules and citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from whence.app.views.reasons import Reason
from whence.cli.consoles import ink, plain

INDENT = (0, 0, 0, 2)


def draw_reasons(reasons: Sequence[Reason]) -> RenderableType:
    """What is held, by which rule, on which words.

    A citation is one line however wide, so that it can be copied whole; it is printed once, and meant by its number after that.
    """
    numbers: dict[str, int] = {}
    return Group(*(part for reason in reasons for part in _reason(reason, numbers)))


def _reason(reason: Reason, numbers: dict[str, int]) -> Iterator[RenderableType]:
    yield ink((reason.says, "head"), " ", (reason.id, "quiet"))
    if reason.rule:
        yield Padding(ink(f"because {reason.rule}"), INDENT)
    if reason.judgement:
        yield Padding(ink(f"decided by a person: {reason.judgement}"), INDENT)
    yield from (Padding(ink((f"{name}: ", "quiet"), value), INDENT) for name, value in reason.facts)
    cited = dict.fromkeys(plain(str(citation)) for citation in reason.citations)
    before = sorted(numbers[citation] for citation in cited if citation in numbers)
    if before:
        yield Padding(ink(("on ", "quiet"), ", ".join(f"[{number}]" for number in before)), INDENT)
    for citation in cited:
        if citation not in numbers:
            numbers[citation] = len(numbers) + 1
            yield Text(f"  [{numbers[citation]}] {citation}", style="quiet", no_wrap=True, overflow="ignore")
    yield ""
