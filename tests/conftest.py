"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# No test waits on the clock: a slow machine is no failure. Every machine tries the same examples, so that what passes here passes
# at the gate; `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("whence", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, derandomize=False)
settings.load_profile("whence")
