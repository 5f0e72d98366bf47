"""Why: rules and citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from whence.app.views.reasons import Reason
from whence.cli.consoles import ink, plain


def draw_reasons(reasons: Sequence[Reason]) -> RenderableType:
    """What is held, by which rule, on which words; a citation is one line, so that it can be copied whole."""
    return Group(*(part for reason in reasons for part in _reason(reason)))


def _reason(reason: Reason) -> Iterator[RenderableType]:
    yield ink((reason.says, "head"), " ", (reason.id, "quiet"))
    if reason.rule:
        yield ink(f"  because {reason.rule}")
    if reason.judgement:
        yield ink(f"  decided by a person: {reason.judgement}")
    yield from (ink((f"  {name}: ", "quiet"), value) for name, value in reason.facts)
    for citation in reason.citations:
        yield Text(f"  {plain(str(citation))}", style="quiet", no_wrap=True, overflow="ignore")
    yield ""
