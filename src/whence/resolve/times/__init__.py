"""Which days time expressions mean, one family of wordings a module."""

from whence.resolve.times.readings import find_contradictions, resolve_times

__all__ = ["find_contradictions", "resolve_times"]
