"""Which days time expressions mean."""

from whence.resolve.times.readings import resolve_times

__all__ = ["resolve_times"]
