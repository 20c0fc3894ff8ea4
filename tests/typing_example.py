"""What a user writes, for the type checker alone: mypy --strict tests/typing_example.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wirenews
from wirenews import Agency, Article, Attribution, Place, Record, WireDate, export


def one(text: str | bytes) -> tuple[str, Agency | None, dt.date | None]:
    article: Article = wirenews.parse(text, reference=dt.date(2025, 4, 18), strict=True)
    return article.body, article.agency, article.date


def where(article: Article) -> list[str | None]:
    return [place.country for place in article.dateline.places] if article.dateline else []


def many(texts: list[str]) -> Iterator[Article]:
    return wirenews.parse_many(texts, reference=dt.datetime(2025, 4, 18), workers=2)


def rows(texts: list[tuple[str, dt.date]]) -> list[tuple[str | None, list[str]]]:
    found: Iterator[Record] = wirenews.parse_many(texts, select=Article.record, errors="defect")
    return [(row["agency"], row["authors"]) for row in found]


def feed(path: Path) -> list[dict[str, Any]]:
    return [export.to_ninjs(article) for article in wirenews.iter_load(path, format="ninjs")]


def helpers() -> tuple[WireDate | None, Attribution | None, Place | None, Agency | None]:
    return (
        wirenews.normalize_date("Feb 26", context="It fell on Feb 26."),
        wirenews.normalize_attribution("By Nora Fielding"),
        wirenews.find_place("PARIS"),
        wirenews.find_agency("ani"),
    )


def cut(article: Article) -> str:
    return "".join(article.source[s.start : s.end] for s in article.segments if s.kind in ("body", "gap"))
