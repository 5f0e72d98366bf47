"""Names of a story's records: digests of what they stand on, so that a second run and a larger pile give the same."""

from __future__ import annotations

from hashlib import sha256


def name_record(letter: str, *anchors: str) -> str:
    """A letter for the kind, then ten hexadecimal digits of the digest of the record's anchors."""
    return letter + sha256("\n".join(anchors).encode()).hexdigest()[:10]
