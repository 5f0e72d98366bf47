"""Records of which a story holds hundreds of thousands, kept small: what is equal in them is held once.

A frozen set of one name takes more than 200 bytes, and a record has a dozen of them, most of them empty or the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")


def keep(make: Callable[[str], R]) -> Callable[[str], R]:
    """``make`` that makes each record once; the sets and tuples in the records, frozen ones of hashable values, are shared."""
    held: dict[Any, Any] = {}

    @cache
    def kept(name: str) -> R:
        record = make(name)
        values = ((field.name, getattr(record, field.name)) for field in fields(record))
        return replace(record, **{field: held.setdefault(value, value) for field, value in values if isinstance(value, (frozenset, tuple))})

    return kept
