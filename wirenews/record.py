"""An article in other shapes: a flat row, plain dicts and JSON, and back; a text of chosen parts.

These functions are methods of :class:`~wirenews.Article`, which stands above them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, TypedDict, TypeVar, get_args, get_type_hints

import attrs

from .arguments import short_repr, wrong_type
from .kinds import SegmentKind
from .roster import facts_of
from .text.characters import plain_text
from .text.layout import clean
from .text.markup import SURROGATE

_V = TypeVar("_V")

# ---------------------------------------------------------------- the flat row


class Record(TypedDict):
    """A story as one flat row: what ``Article.record()`` gives. The names, types and order of all tables are these.

    ``None`` is what is not known; a list has no ``None`` in it and is empty where there is nothing. Dates are ISO
    8601, ``dateline_date`` as coarse as the words ("--02-26"). ``agency`` is an id, ``country`` ISO 3166-1 alpha-2,
    ``language`` ISO 639-1; ``city``, ``region`` and ``country`` those of the first place; ``paragraphs`` is a count.
    """

    uri: str | None
    format: str
    headline: str | None
    deck: str | None
    authors: list[str]
    agency: str | None
    agency_name: str | None
    dateline: str | None
    places: list[str]
    city: str | None
    region: str | None
    country: str | None
    date: str | None
    dateline_date: str | None
    language: str | None
    paragraphs: int
    body: str
    contributors: list[str]
    credits: list[str]
    notices: list[str]
    captions: list[str]
    defects: list[str]


def record(article: Any) -> Record:
    """The story as one flat row, with the same keys and types for every story: see :class:`Record`.

    >>> import wirenews
    >>> row = wirenews.parse("OSLO, May 2 (Reuters) - It rained.").record()
    >>> row["agency"], row["city"], row["country"], row["dateline_date"], row["headline"], row["authors"]
    ('reuters', 'Oslo', 'NO', '--05-02', None, [])
    """
    agency, dateline, byline = article.agency, article.dateline, article.byline
    places = dateline.places if dateline is not None else ()
    answers = _answers(article)
    return {
        "uri": article.metadata.uri if article.metadata is not None else None,
        "format": article.format,
        "headline": _text(article.headline),
        "deck": _text(article.deck),
        "authors": [person.name for person in byline.people] if byline is not None else [],
        "agency": answers["agency"],
        "agency_name": agency.name if agency is not None else None,
        "dateline": _text(dateline),
        "places": [place.name for place in places],
        "city": answers["city"],
        "region": places[0].region if places else None,
        "country": answers["country"],
        "date": answers["date"],
        "dateline_date": _iso(dateline.date) if dateline is not None else None,
        "language": answers["language"],
        "paragraphs": len(article.paragraphs),
        "body": article.body,
        "contributors": [
            f"{credit.role}: {named.name}" for credit in article.credits for named in (*credit.people, *credit.agencies)
        ],
        "credits": [credit.text for credit in article.credits],
        "notices": [notice.kind for notice in article.notices],
        "captions": [caption.text for caption in article.captions],
        "defects": [defect.code for defect in article.defects],
    }


def _answers(article: Any) -> dict[str, str | None]:
    """What most people ask of a story: columns of the row, and the head of ``Article.to_dict()``."""
    agency, dateline = article.agency, article.dateline
    place = dateline.places[0] if dateline is not None and dateline.places else None
    return {
        "agency": agency.id or None if agency is not None else None,
        "date": _iso(article.date),
        "language": article.language,
        "city": place.name if place is not None else None,
        "country": place.country if place is not None else None,
    }


def _text(piece: Any) -> str | None:
    return piece.text if piece is not None else None


def _iso(date: Any) -> str | None:
    return date.isoformat() if date is not None else None


# ---------------------------------------------------------------- text


def text(article: Any, *kinds: SegmentKind) -> str:
    r"""The parts of the chosen kinds, joined as one would print them; of no kinds, the body alone.

    They come in the order of the source. What stands on one line there stays on one line, with the signs between;
    all else is set apart by a blank line. A kind that is none raises ``ValueError``.

    >>> import wirenews
    >>> article = wirenews.parse("Rain\n\nOSLO, May 2 (NTB) - It rained.\n\n(Reporting by Ana Paz; Editing by Jo Lie)")
    >>> article.text("headline", "body")
    'Rain\n\nIt rained.'
    >>> article.text("dateline", "body", "credit")
    'OSLO, May 2 (NTB) - It rained.\n\n(Reporting by Ana Paz; Editing by Jo Lie)'
    """
    for kind in kinds:
        if kind not in _PRINTED:
            raise ValueError(f"there is no kind {short_repr(kind)}: pass some of {', '.join(_PRINTED)}")
    if not kinds:
        return str(article.body)
    printed: list[str] = []
    last = 0
    for piece in _chosen(article, kinds):
        between = plain_text(article.source[last : piece.start])
        is_run_on = "\n" not in between and not any(map(str.isalnum, between))
        printed += (_folded(between) if is_run_on else "\n\n", piece.text)
        last = piece.start + len(article.source[piece.start : piece.end].rstrip())
    return "".join(printed[1:])


def _chosen(article: Any, kinds: tuple[SegmentKind, ...]) -> list[Any]:
    """The pieces of these kinds in the order of the source; a byline inside a chosen dateline is in its text."""
    pieces = [piece for kind, piece in article._outer() if kind in kinds]
    inner = article._byline_inside
    if inner is not None and "byline" in kinds and "dateline" not in kinds:
        pieces.append(inner)
    return sorted(pieces, key=lambda piece: int(piece.start))


_PRINTED = tuple(kind for kind in get_args(SegmentKind) if kind != "gap")


def _folded(between: str) -> str:
    """The signs between two pieces, with one blank where there are several."""
    inner = " ".join(between.split())
    return f"{' ' if between[:1].isspace() else ''}{inner}{' ' if inner and between[-1:].isspace() else ''}"


# ---------------------------------------------------------------- dicts

# What stands before the attributes: the answers, and where the command line found the story.
_ANSWERS = ("agency", "date", "language", "city", "country", "file", "number", "id")
_OF_AGENCY = ("id", "name")
# Paragraphs that are JSON at a time.
_AT_A_TIME = 1000
_MOMENTS = (dt.time, dt.date, dt.datetime)


def to_dict(article: Any, *, text: bool = True) -> dict[str, Any]:
    """Plain dicts, lists, strings and numbers: first the answers (agency, date, language, city, country).

    Below them the attribute names are keys; an agency is its id and name, a date an object of its parts with ``iso``
    beside them. Without ``text``, pieces go without the text that stands at their offsets in ``source``, and all inner
    values without what is ``None`` or empty.

    >>> import wirenews
    >>> data = wirenews.parse("OSLO, May 2 (Reuters) - It rained.").to_dict(text=False)
    >>> data["agency"], data["country"], data["dateline"]["agencies"], data["paragraphs"]
    ('reuters', 'NO', [{'id': 'reuters', 'name': 'Reuters'}], [{'start': 24, 'end': 34, 'rule': 'body'}])
    """
    plain: dict[str, Any] = plain_value(article, None if text else article.source)
    return {**_answers(article), **plain}


def plain_value(value: Any, source: str | None = None) -> Any:
    """A value in JSON's own types; with the ``source``, inner values go without what it gives, or what is empty."""
    if isinstance(value, tuple):
        return [plain_value(each, source) for each in value]
    if isinstance(value, _MOMENTS):
        return value.isoformat()
    cls: Any = type(value)
    if not attrs.has(cls):
        return value
    plain = {name: plain_value(getattr(value, name), source) for name in _types_inside(cls)}
    if _has_iso(cls):
        plain["iso"] = value.isoformat()
    return plain if source is None or "source" in plain else _without_repeats(value, plain, source)


def _without_repeats(value: Any, plain: dict[str, Any], source: str) -> dict[str, Any]:
    """The plain form of a value inside an article, without the text that stands in the source and what is empty."""
    cls: Any = type(value)
    is_repeated = _is_piece(cls) and _standing_at(source, value.start, value.end) == value.text
    return {
        name: shown for name, shown in plain.items() if shown not in (None, []) and not (is_repeated and name == "text")
    }


def to_json(article: Any, *, text: bool = True, indent: int | None = None) -> str:
    """:func:`to_dict` as JSON that UTF-8 can carry: of all its characters only lone surrogates are escaped."""
    if indent is None:
        return "".join(json_parts(article, text=text))
    return dumps(article.to_dict(text=text), indent=indent)


def json_parts(article: Any, *, text: bool = True) -> Iterator[str]:
    """The JSON of an article in parts, for who writes them one by one: a long story is never in memory as a whole."""
    cls: Any = type(article)
    source = None if text else article.source
    before = "{"
    for name, value in _answers(article).items():
        yield f'{before}"{name}":{_short(value)}'
        before = ","
    for name in _types_inside(cls):
        yield f',"{name}":'
        if name == "paragraphs":
            yield from _list_parts(article._each_paragraph(), source)
        else:
            yield _short(plain_value(getattr(article, name), source))
    yield "}"


def _list_parts(values: Iterator[Any], source: str | None) -> Iterator[str]:
    """The JSON of a list, some of its values at a time."""
    before = "["
    while some := list(islice(values, _AT_A_TIME)):
        yield before + _short(plain_value(tuple(some), source))[1:-1]
        before = ","
    yield "]" if before == "," else "[]"


def _short(plain: Any) -> str:
    return dumps(plain, separators=(",", ":"))


def dumps(plain: Any, **options: Any) -> str:
    """JSON that UTF-8 can carry: of all its characters only lone surrogates are escaped."""
    return SURROGATE.sub(_escape, json.dumps(plain, ensure_ascii=False, **options))


def from_dict(cls: type[_V], data: dict[str, Any]) -> _V:
    """The article of which :meth:`to_dict` gave ``data``, with its texts or without.

    Of an agency the registry knows more than id and name; one that is not in it comes back with these two. Raises
    ``TypeError`` for what is no dict, ``ValueError`` for what is no article, with the name of the attribute that is
    missing or too many.

    >>> import json, wirenews
    >>> article = wirenews.parse("OSLO, May 2 (Reuters) - It rained.")
    >>> wirenews.Article.from_dict(json.loads(article.to_json(text=False))) == article
    True
    """
    if not isinstance(data, dict):
        raise wrong_type("data", "the dict that Article.to_dict() gave", data, "pass json.loads(text) for JSON")
    source = data.get("source")
    value: _V = _revive(cls, data, source if isinstance(source, str) else "", _ANSWERS)
    return value


def _revive(cls: Any, data: Any, source: str, beside: tuple[str, ...] = ("iso",)) -> Any:
    """The value of a class; ``beside`` are the keys that only repeat what the others say."""
    if not isinstance(data, dict):
        raise ValueError(f"{short_repr(data)} is no {cls.__name__}: pass what Article.to_dict() gave")
    types = _types_inside(cls)
    given = {name: value for name, value in data.items() if name in types or name not in beside}
    if _is_piece(cls) and {"start", "end"} <= given.keys():
        given.setdefault("text", _standing_at(source, given["start"], given["end"]))
    for name in given.keys() - types.keys():
        raise ValueError(f"{cls.__name__} has no {name!r}: pass what Article.to_dict() gave")
    for name in types:
        if name not in given and getattr(attrs.fields(cls), name).default is attrs.NOTHING:
            raise ValueError(f"{cls.__name__} needs {name!r}: pass what Article.to_dict() gave")
    made = {name: _revived(types[name], value, source) for name, value in given.items()}
    return cls(**made | _known(**made) if _is_agency(cls) else made)


def _known(id: str, name: str) -> dict[str, Any]:
    """What the registry knows of an agency; nothing where it knows none of this id and name."""
    facts = facts_of(id)
    return facts if facts is not None and facts["name"] == name else {}


def _revived(kind: type[Any] | None, value: Any, source: str) -> Any:
    """The value of an attribute out of its plain form; ``kind`` is the class of what it holds, if it has one."""
    if isinstance(value, list):
        return tuple(_revived(kind, each, source) for each in value)
    if kind is None or value is None:
        return value
    return kind.fromisoformat(value) if kind in _MOMENTS else _revive(kind, value, source)


@cache
def _types_inside(cls: type[Any]) -> dict[str, type[Any] | None]:
    """What each attribute that is told holds, such as ``Piece`` for ``Piece | None`` and ``tuple[Piece, ...]``."""
    hints = get_type_hints(cls)
    names = _OF_AGENCY if _is_agency(cls) else [a.name for a in attrs.fields(cls) if not a.name.startswith("_")]
    return {name: next(filter(_is_value, get_args(hints[name])), None) for name in names}


def _standing_at(source: str, start: int, end: int) -> str:
    """What stands between two offsets, for reading, as the text of nearly all pieces is."""
    shown = plain_text(source[start:end])
    return clean(shown, 0, len(shown))


def _is_value(kind: Any) -> bool:
    return kind in _MOMENTS or attrs.has(kind)


@cache
def _is_piece(cls: type[Any]) -> bool:
    return {"start", "end", "text"} <= attrs.fields_dict(cls).keys()


def _is_agency(cls: type[Any]) -> bool:
    return cls.__name__ == "Agency"


def _has_iso(cls: type[Any]) -> bool:
    return hasattr(cls, "isoformat")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
