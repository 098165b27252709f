"""A lossless, compact JSON form of the frozen values, for keeping and sending; the dataclasses are the schema.

What is built by keyword (claims, evidence) becomes an object without its empty fields; what is built by
position (spans, terms, quantities, features) becomes an array. So a field added with a default reads older rows.
Decimals and dates are text, because JSON and SQLite would round the one and do not know the other.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Read = Callable[[Any], Any]
_Write = Callable[[Any], Any]
_TAG = "is"
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
SHARED = 20_000


def dumps(value: object) -> str:
    """One value of the vocabulary as JSON text."""
    return _text(encode(value))


def loads(kind: type[T], text: str) -> T:
    """The value of ``kind`` that `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    form: Any = kind
    found: T = _reader(form)(json.loads(text))
    return found


def encode(value: Any) -> Any:
    """Plain JSON values for ``value``."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


@cache
def _writer(kind: Any) -> _Write:
    """A function that gives the JSON form of a value of just this type; built once for each type."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _object_writer(kind) if _by_keyword(kind) else _array_writer(kind)
    if issubclass(kind, Enum):
        return {member: member.value for member in kind}.__getitem__
    if issubclass(kind, tuple):
        return lambda values: [encode(v) for v in values]
    return _TO_TEXT.get(kind, _as_is)


def _object_writer(kind: Any) -> _Write:
    defaults = [(f.name, f.default) for f in fields(kind)]
    name = kind.__name__

    def write(value: Any) -> dict[str, Any]:
        row = {_TAG: name}
        for field, default in defaults:
            held = getattr(value, field)
            if held is not None and (default is MISSING or held != default):
                row[field] = encode(held)
        return row

    return write


def _array_writer(kind: Any) -> _Write:
    names = [f.name for f in fields(kind)]
    return lambda value: [encode(getattr(value, name)) for name in names]


@cache
def _by_keyword(kind: Any) -> bool:
    return all(f.kw_only for f in fields(kind) if f.default is MISSING)


@cache
def _reader(kind: Any) -> _Read:
    """A function that turns the JSON form back; built once for each type, so that reading a row is calls alone."""
    if get_origin(kind) in (Union, UnionType):
        return _union_reader([k for k in get_args(kind) if k is not type(None)])
    if get_origin(kind) is tuple:
        read = _reader(get_args(kind)[0])
        return lambda values: tuple([read(v) for v in values])
    if get_origin(kind) is frozenset:
        return frozenset
    if is_dataclass(kind) and isinstance(kind, type):
        return _object_reader(kind) if _by_keyword(kind) else _array_reader(kind, [f.name for f in fields(kind)])
    if issubclass(kind, tuple):
        return _array_reader(kind, kind._fields)  # a named one
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _LEAVES.get(kind, _as_is)


_TO_TEXT: dict[Any, _Write] = {
    frozenset: sorted,
    date: date.isoformat,
    datetime: datetime.isoformat,
    Decimal: str,
}
_PLAIN = frozenset({str, int, bool, type(None)})
_LEAVES: dict[Any, _Read] = {Decimal: Decimal, datetime: datetime.fromisoformat, date: date.fromisoformat}


def _as_is(value: Any) -> Any:
    return value


def _union_reader(kinds: list[Any]) -> _Read:
    if len(kinds) == 1:
        read = _reader(kinds[0])
        return lambda value: None if value is None else read(value)
    by_name = {kind.__name__: _reader(kind) for kind in kinds}
    return lambda value: by_name[value[_TAG]](value)


def _object_reader(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    empty = {f.name: None for f in fields(kind) if f.default is MISSING}
    reads = [(f.name, read) for f in fields(kind) if (read := _of_told(hints[f.name])) is not _as_is]

    def read_row(row: dict[str, Any]) -> Any:
        told = empty | row
        del told[_TAG]
        for name, read in reads:
            value = told.get(name)
            if value is not None:
                told[name] = read(value)
        return kind(**told)

    return read_row


def _array_reader(kind: Any, names: Sequence[str]) -> _Read:
    hints = [get_type_hints(kind)[name] for name in names]
    reads = [_reader(hint) for hint in hints]
    if all(hint is int for hint in hints):
        return lambda values: kind(*values)
    if not all(isinstance(hint, type) and issubclass(hint, str | Decimal) for hint in hints):
        return lambda values: kind(*[read(value) for read, value in zip(reads, values, strict=False)])

    # Terms, units and sources come back in every other claim: one value serves for all of them.
    @lru_cache(maxsize=SHARED)
    def shared(*values: str) -> Any:
        return kind(*[read(value) for read, value in zip(reads, values, strict=False)])

    return lambda values: shared(*values)


def _of_told(hint: Any) -> _Read:
    """The reader of a field that is there: one that may be left out has nothing but its value to read."""
    kinds = [k for k in get_args(hint) if k is not type(None)]
    return _reader(kinds[0]) if get_origin(hint) in (Union, UnionType) and len(kinds) == 1 else _reader(hint)
