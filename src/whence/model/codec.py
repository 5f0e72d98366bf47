"""The one way to and from JSON, and the only validator: everything follows from the types' own annotations.

A field whose JSON name differs says so in its metadata (``{"json": "from"}``). Tuples of one type are arrays, named tuples are
arrays too, frozen dataclasses are objects. Unknown keys are ignored, so that keys may be added.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from whence.errors import InputError

T = TypeVar("T")
Json = Any


def write_json(value: Any) -> Json:
    """``value`` (a model type, or a tuple of them) as plain dicts, lists and scalars."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: write_json(getattr(value, key)) for name, key in _names(type(value))}
    if isinstance(value, tuple):
        return [write_json(item) for item in value]
    return value


def read_json(kind: type[T], data: Json) -> T:
    """A ``kind`` made from plain data.

    Raises InputError, naming the place, where the data does not fit the type.
    """
    read: Callable[[Json, str], T] = _reader(cast(Any, kind))
    return read(data, kind.__name__)


def json_schema(kind: type) -> Json:
    """The JSON Schema (draft 2020-12) of a model type; additional properties are allowed."""
    defs: dict[str, Json] = {}
    root = _schema(kind, defs)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": defs}


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.metadata.get("json", field.name), field.name) for field in dataclasses.fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _wrong(where: str, wanted: str, found: Any) -> InputError:
    return InputError(f"{where}: wanted {wanted}, found {type(found).__name__} {str(found)[:40]!r}")


@cache
def _reader(kind: Any) -> Callable[[Json, str], Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union_reader(args)
    if origin is Literal:
        return _literal_reader(args)
    if origin is tuple:
        return _tuple_reader(args)
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _row_reader(kind)
    return _scalar_reader(kind)


def _union_reader(args: tuple[Any, ...]) -> Callable[[Json, str], Any]:
    readers = [_reader(arg) for arg in args if arg is not types.NoneType]
    optional = types.NoneType in args

    def read(data: Json, where: str) -> Any:
        if data is None and optional:
            return None
        for number, reader in enumerate(readers, 1):
            try:
                return reader(data, where)
            except InputError:
                if number == len(readers):
                    raise
        raise _wrong(where, "a value", data)

    return read


def _literal_reader(words: tuple[Any, ...]) -> Callable[[Json, str], Any]:
    def read(data: Json, where: str) -> Any:
        if data not in words:
            raise _wrong(where, "one of " + ", ".join(map(str, words)), data)
        return data

    return read


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Json, str], Any]:
    item = _reader(args[0])

    def read(data: Json, where: str) -> Any:
        if not isinstance(data, list | tuple):
            raise _wrong(where, "an array", data)
        return tuple(item(one, f"{where}[{index}]") for index, one in enumerate(data))

    return read


def _object_reader(kind: Any) -> Callable[[Json, str], Any]:
    def read(data: Json, where: str) -> Any:
        if not isinstance(data, dict):
            raise _wrong(where, "an object", data)
        hints = _hints(kind)
        given = {key: _reader(hints[key])(data[name], f"{where}.{name}") for name, key in _names(kind) if name in data}
        try:
            return kind(**given)
        except TypeError as error:
            raise InputError(f"{where}: {error}") from error

    return read


def _row_reader(kind: Any) -> Callable[[Json, str], Any]:
    readers = [_reader(hint) for hint in _hints(kind).values()]

    def read(data: Json, where: str) -> Any:
        if not isinstance(data, list | tuple) or len(data) != len(readers):
            raise _wrong(where, f"an array of {len(readers)}", data)
        return kind(*(reader(one, f"{where}[{index}]") for index, (reader, one) in enumerate(zip(readers, data, strict=True))))

    return read


def _scalar_reader(kind: Any) -> Callable[[Json, str], Any]:
    allowed: tuple[type, ...] = (int, float) if kind is float else (kind,)

    def read(data: Json, where: str) -> Any:
        if not isinstance(data, allowed) or (isinstance(data, bool) and kind is not bool):
            raise _wrong(where, kind.__name__, data)
        return data

    return read


_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _schema(kind: Any, defs: dict[str, Json]) -> Json:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if arg is types.NoneType else _schema(arg, defs) for arg in args]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], defs)}
    if isinstance(kind, type) and issubclass(kind, tuple):
        rows = [_schema(hint, defs) for hint in _hints(kind).values()]
        return {"type": "array", "prefixItems": rows, "minItems": len(rows), "maxItems": len(rows)}
    if dataclasses.is_dataclass(kind):
        return _object_schema(kind, defs)
    return {"type": _SCALARS[kind]}


def _object_schema(kind: Any, defs: dict[str, Json]) -> Json:
    name: str = kind.__name__
    if name not in defs:
        defs[name] = {}
        hints = _hints(kind)
        properties = {json: _schema(hints[key], defs) for json, key in _names(kind)}
        defs[name] = {"type": "object", "properties": properties, "required": list(properties)}
    return {"$ref": f"#/$defs/{name}"}
