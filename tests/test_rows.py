"""Every row of a language's file does what its samples say, and leaves alone what it says it is not.

What is tested of each file: each ``whole`` and ``exact`` wording of a notice, its ``sample`` and its ``not``; the
sample and the ``not`` of each form of dateline; and the lines of ``[samples]``, which :data:`languages.SAMPLES` describes.
"""

from __future__ import annotations

from typing import Any

import pytest
from languages import DatelineRow, NoticeRow, languages, rows, typed

import wirenews
from wirenews.article import Agency, Person

_ABOVE = "Harbour dues rise again\n\n{}\n\nLISBON, May 3 (Reuters) - Harbour dues will rise again next year.\n"
# Paragraphs long enough that what stands below them is no header line.
_BELOW = """Harbour dues will rise again next year, the port authority said on Friday, as the quays need repair and the \
bridge at the mouth of the river must be painted before the summer, when most of the ships with fruit from the south \
arrive and the ferries to the islands leave every hour.

The dues of the small boats in the inner harbour will stay as they are, and so will those of the ferries, it added, for \
those who live on the islands have no other way to the market, the school and the hospital, and the council wants them \
to stay where they are for as long as they like.

The bridge will be closed for a week.

{}
"""
_END = "The bridge will be closed for a week."
_BODY = "Harbour dues will rise again next year, the port authority said on Friday."


def _notice_lines() -> list[Any]:
    """Each line that a notice's row must read, and the row."""
    lines = []
    for code, row in rows("notice"):
        notice = typed(row, NoticeRow)
        wordings = [f"({words})" if notice.brackets else words for words in (*notice.whole, *notice.exact)]
        lines += [
            pytest.param(notice, line, id=f"{code}-{notice.id}-{line[:40]}") for line in (*wordings, *notice.sample)
        ]
    return lines


@pytest.mark.parametrize(("notice", "line"), _notice_lines())
def test_a_notice_reads_its_wordings_and_samples(notice: NoticeRow, line: str) -> None:
    """Of the same wording in two languages the first row may read the line; that makes no difference."""
    article = wirenews.parse(_BELOW.format(line))
    assert notice.kind in [piece.kind for piece in article.notices]
    assert article.body.endswith(_END)


@pytest.mark.parametrize(
    "line",
    [pytest.param(line, id=f"{row['id']}-{line[:40]}") for _, row in rows("notice") for line in row.get("not", ())],
)
def test_what_a_notice_is_not_stays_body(line: str) -> None:
    _assert_says_nothing(line)


@pytest.mark.parametrize("row", [row for _, row in rows("dateline")], ids=lambda row: row["id"])
def test_a_form_of_dateline_reads_its_sample_and_no_more(row: dict[str, Any]) -> None:
    form = typed(row, DatelineRow)
    dateline = wirenews.parse(f"{form.sample} 次世代の橋が完成した。").dateline
    assert dateline is not None
    assert dateline.rule == f"dateline.{form.id}"
    assert [line for line in form.not_ if wirenews.parse(line).dateline is not None] == []


# -- credits, bylines and fields -------------------------------------------------------------------


def _samples(key: str) -> list[Any]:
    """The lines of ``[samples.key]`` in all languages, and what each says."""
    return [
        pytest.param(line, said, id=f"{code}-{line[:40]}")
        for code, tables in languages().items()
        for line, said in tables.get("samples", {}).get(key, {}).items()
    ]


@pytest.mark.parametrize(("line", "said"), _samples("credits"))
def test_a_credit_says_who_did_what(line: str, said: str) -> None:
    article = wirenews.parse(_BELOW.format(line))
    clauses = (f"{c.role}: {_named(c.people, c.agencies)}".removesuffix(": ") for c in article.credits)
    assert "; ".join(clauses) == said
    assert article.body.endswith(_END)


@pytest.mark.parametrize(("line", "said"), _samples("bylines"))
def test_a_byline_names_its_authors(line: str, said: str) -> None:
    article = wirenews.parse(_ABOVE.format(line))
    byline = article.byline
    assert byline is not None
    assert (_named(byline.people, byline.agencies) or "nobody") == said
    assert article.body == "Harbour dues will rise again next year."


@pytest.mark.parametrize(("line", "said"), _samples("fields"))
def test_a_field_has_its_value(line: str, said: str) -> None:
    """A title becomes the headline, and an author the byline."""
    article = wirenews.parse(f"{line}\n\nLISBON, May 3 (Reuters) - {_BODY}\n")
    found = [f"{field.name}: {field.date.isoformat() if field.date else field.value}" for field in article.fields]
    if article.headline is not None:
        found.append(f"title: {article.headline.text}")
    if article.byline is not None:
        found.append(f"author: {_named(article.byline.people, article.byline.agencies)}")
    assert found == [said]
    assert article.body == _BODY


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, id=f"{code}-{line[:40]}")
        for code, tables in languages().items()
        for line in tables.get("samples", {}).get("nothing", ())
    ],
)
def test_a_line_that_only_begins_alike_says_nothing(line: str) -> None:
    _assert_says_nothing(line)
    assert wirenews.parse(_ABOVE.format(line)).byline is None


@pytest.mark.parametrize(("code", "tables"), languages().items())
def test_each_kind_of_words_has_a_sample(code: str, tables: dict[str, Any]) -> None:
    samples = tables.get("samples", {})
    needed = {"credits": "roles", "bylines": "bylines", "nothing": "roles"}
    assert [key for key, table in needed.items() if table in tables and not samples.get(key)] == []
    if "contribution" in tables:
        helped = tables["contribution"]["helped"]
        assert any(verb in line for line in samples["credits"] for verb in helped), "a sentence with one of `helped`"


def _assert_says_nothing(line: str) -> None:
    article = wirenews.parse(_BELOW.format(line))
    assert (article.notices, article.credits, article.fields, article.byline) == ((), (), (), None)
    assert article.body.endswith(line)


def _named(people: tuple[Person, ...], agencies: tuple[Agency, ...]) -> str:
    """People with their titles and places, and the agencies' ids."""
    return ", ".join([*map(_person, people), *(agency.id or agency.name for agency in agencies)])


def _person(person: Person) -> str:
    title = f" ({person.title})" if person.title else ""
    return person.name + title + (f" in {person.place.text}" if person.place else "")
