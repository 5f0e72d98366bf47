"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# No test waits on the clock: a slow machine is no failure.
settings.register_profile("whence", deadline=None)
settings.load_profile("whence")
