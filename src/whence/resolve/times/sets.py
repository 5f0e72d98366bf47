"""How often something happens."""

from __future__ import annotations

from whence.model.timemarks import TimeMark
from whence.resolve.times.scenes import Answer, Scene
from whence.resolve.times.values import write_duration


def resolve_set(mark: TimeMark, scene: Scene) -> Answer:
    """How often: "daily", "every two weeks", "each Thursday", "on Mondays"."""
    return Answer("set", _value(mark), "stated", anchors=False)


def _value(mark: TimeMark) -> str:
    part = f"T{mark.daypart}" if mark.daypart else ""
    if mark.often:
        return mark.often
    if mark.weekday:
        return f"XXXX-WXX-{mark.weekday}{part}"
    if mark.month:
        return f"XXXX-{mark.month:02}"
    if mark.season:
        return f"XXXX-{mark.season}"
    if part:
        return f"XXXX-XX-XX{part}"
    return write_duration(mark.unit or "day", 2 if mark.has("other") else mark.numbers[0] if mark.numbers else 1)
