"""In whose words a stretch of the text stands."""

from __future__ import annotations

from collections.abc import Sequence

from whence.model.readings import Attribution
from whence.model.spans import Span


def find_attribution(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the span."""
    holding = [a for a in attributions if any(part.holds(span) for part in a.content)]
    return min(holding, key=lambda a: sum(part.end - part.start for part in a.content), default=None)
