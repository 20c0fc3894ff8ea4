"""Values as JSON has them, and back: dicts, lists, strings and numbers."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import attrs

from .arguments import short_repr
from .text.markup import SURROGATE

_V = TypeVar("_V")


def to_plain(value: Any) -> Any:
    """A value in JSON's own types: the attribute names are keys, a tuple is a list.

    A date carries its ``isoformat()`` as ``iso`` beside its parts.
    """
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, dt.time | dt.datetime):
        return value.isoformat()
    cls: Any = type(value)
    if not attrs.has(cls):
        return value
    plain = {name: to_plain(getattr(value, name)) for name in _types_inside(cls)}
    return {**plain, "iso": value.isoformat()} if _has_iso(cls) else plain


def to_json(plain: Any, indent: int | None) -> str:
    """JSON text that UTF-8 can carry: of all its characters only lone surrogates are escaped."""
    return SURROGATE.sub(_escape, json.dumps(plain, ensure_ascii=False, indent=indent))


def from_plain(cls: type[_V], data: Any) -> _V:
    """The value of a class of which :func:`to_plain` gave ``data``.

    Raises ``ValueError`` for what is no such value, with the name of the attribute that is missing or too many.
    """
    value: _V = _revive(cls, data)
    return value


def _revive(cls: Any, data: Any) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{short_repr(data)} is no {cls.__name__}: pass what Article.to_dict() gave")
    given = {name: value for name, value in data.items() if not (name == "iso" and _has_iso(cls))}
    types = _types_inside(cls)
    for name in given.keys() - types.keys():
        raise ValueError(f"{cls.__name__} has no {name!r}: pass what Article.to_dict() gave")
    for name in types:
        if name not in given and getattr(attrs.fields(cls), name).default is attrs.NOTHING:
            raise ValueError(f"{cls.__name__} needs {name!r}: pass what Article.to_dict() gave")
    return cls(**{name: _revived(types[name], value) for name, value in given.items()})


def _revived(kind: type[Any] | None, value: Any) -> Any:
    """The value of an attribute out of its plain form; ``kind`` is the class of what it holds, if it has one."""
    if isinstance(value, list):
        return tuple(_revived(kind, each) for each in value)
    if kind is None or value is None:
        return value
    return kind.fromisoformat(value) if kind in (dt.time, dt.datetime) else _revive(kind, value)


@cache
def _types_inside(cls: type[Any]) -> dict[str, type[Any] | None]:
    """What each public attribute holds, such as ``Piece`` for ``Piece | None`` and ``tuple[Piece, ...]``."""
    hints = get_type_hints(cls)
    names = [attribute.name for attribute in attrs.fields(cls) if not attribute.name.startswith("_")]
    return {name: next(filter(_is_value, get_args(hints[name])), None) for name in names}


def _is_value(kind: Any) -> bool:
    return kind in (dt.time, dt.datetime) or attrs.has(kind)


def _has_iso(cls: type[Any]) -> bool:
    return hasattr(cls, "isoformat")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
