"""A marked story: nothing lost, nothing that a browser would run, and what explain() says of each piece."""

from __future__ import annotations

import html
import itertools

import pytest
import regex
from conftest import STORIES
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews import Defect, export

STORY = (
    "Slug: PORTUGAL-PORTS\n\nHarbour dues to rise\n\nBy Nora Fielding\n\nLISBON, Feb 26 (Reuters) - Portugal will raise "
    "harbour dues.\n\nLines had expected more.\n\n(Reporting by Nora Fielding; Editing by Tom Marsh)\n\n"
    "Copyright 2025 Thomson Reuters\n"
)
# What the fragment is built of: all else in it is text.
TAGS = regex.compile(
    r"</?(?:section|h2|h3|dl|div|dt|dd|ul|ol|li|b|p|small|code)(?: [^<>]*)?>|<br>|</?mark[^<>]*>|</?a[^<>]*>|</?span[^<>]*>"
)


def sources(shown: str) -> list[str]:
    """What stands in the elements that hold a source, as a browser reads it."""
    found = regex.findall(r'<div class="wn-source"[^>]*>(.*?)</div>', shown, regex.S)
    # Python's unescape() gives a line feed for "&#13;", a browser a carriage return.
    texts = [regex.sub(r"<[^>]*>", "", inner).replace("&#13;", "\r") for inner in found]
    return [html.unescape(text) for text in texts]


def without_style(shown: str) -> str:
    return regex.sub(r"<style>.*?</style>", "", shown, flags=regex.S)


def test_every_piece_has_its_mark_and_its_note() -> None:
    shown = export.to_html(wirenews.parse(STORY))
    for kind in ("field", "headline", "byline", "dateline", "body", "credit", "notice"):
        assert f'<mark class="wn-{kind}"' in shown
        assert f'<li class="wn-{kind}">{kind}' in shown, "the legend"
    named = set(regex.findall(r' aria-describedby="([^"]*)"', shown))
    assert named
    assert named <= set(regex.findall(r' id="([^"]*)"', shown))
    assert shown.count('tabindex="0"') == shown.count("<mark ")


def test_the_values_are_those_of_explain() -> None:
    article = wirenews.parse(STORY)
    shown = html.unescape(export.to_html(article))
    lines = [line for line in article.explain().splitlines() if " -> " in line]
    assert len(lines) == 6
    for line in lines:
        rule, values = line.split()[2], line.partition(" -> ")[2].split("; ")
        said = "\n".join(f"{name}: {rest}" for name, _, rest in (value.partition(" ") for value in values))
        assert f"{rule}\n{said}" in shown


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_loses_nothing(story: str) -> None:
    assert sources(export.to_html(wirenews.parse(story))) == [story]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n\r\n", "\r\r"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    story = STORY.replace("\n", ends)
    shown = export.to_html(wirenews.parse(story))
    assert sources(shown) == [story]
    assert "\r" not in shown


@given(st.text(max_size=200))
def test_loses_nothing_of_any_text_and_escapes_it(text: str) -> None:
    shown = export.to_html(wirenews.parse(text), page=False)
    assert sources(shown) == [regex.sub("[\ud800-\udfff\0]", "\ufffd", text)]
    assert "<" not in TAGS.sub("", without_style(shown).removeprefix('<div class="wirenews">').removesuffix("</div>"))
    shown.encode("utf-8")


def test_a_byline_inside_a_dateline_parts_it() -> None:
    article = wirenews.parse("GAZA, Dec. 1 (Xinhua by Li Wei) -- Two crossings opened.\n\n(Xinhua)")
    inside = wirenews.parse("By Li Wei").byline
    assert inside is not None
    dateline = article.dateline
    assert dateline is not None
    whole = wirenews.Article(
        article.source,
        dateline=dateline,
        byline=wirenews.Attribution(21, 30, "by Li Wei", "byline", role="byline", people=inside.people),
    )
    shown = export.to_html(whole)
    assert regex.findall(r'<mark class="wn-(\w+)"', shown) == ["dateline", "byline", "dateline"]
    assert sources(shown) == [article.source]
    assert len(regex.findall(r' id="([^"]*)"', shown)) == len(set(regex.findall(r' id="([^"]*)"', shown)))


def test_a_defect_is_underlined_where_it_stands() -> None:
    article = wirenews.parse("LISBON, Feb 30 (Reuters) - Portugal will raise harbour dues, its port authority said.")
    [defect] = article.defects
    shown = export.to_html(article)
    assert f'<span class="wn-flaw">{article.source[defect.start : defect.end]}</span>' in shown
    assert f"<b>{defect.code}</b>" in shown


@pytest.mark.parametrize("spans", list(itertools.product([(0, 0), (0, 4), (2, 9), (9, 24), (3, 5)], repeat=2)))
def test_defects_that_overlap_cut_nothing_out(spans: list[tuple[int, int]]) -> None:
    text = "OSLO (NTB) - It rained.\n"
    parsed = wirenews.parse(text)
    defects = tuple(Defect("date-invalid", "an invented defect", *span) for span in spans)
    shown = export.to_html(
        wirenews.Article(text, dateline=parsed.dateline, paragraphs=parsed.paragraphs, defects=defects)
    )
    assert sources(shown) == [text]
    flawed = {at for start, end in spans for at in range(start, end)}
    assert "".join(regex.findall(r'<span class="wn-flaw">(.*?)</span>', shown, regex.S)) == "".join(
        text[at] for at in sorted(flawed)
    )


def test_several_stories_in_one_fragment_have_ids_of_their_own() -> None:
    article = wirenews.parse(STORY)
    shown = export.to_html(iter([article, article]))
    ids = regex.findall(r' id="([^"]*)"', shown)
    assert len(ids) == len(set(ids))
    assert sources(shown) == [STORY, STORY]
    assert shown.count("<style>") == 1


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    page = export.to_html(wirenews.parse("<i>Rain</i>\n\nOSLO (Reuters) - It rained all day."), page=True)
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert "<i>" not in page
    assert "default-src 'none'" in page
    assert not regex.search(r"<script|<link|<img|url\(|@import|https?:", page)


def test_a_story_says_its_language_and_its_direction() -> None:
    arabic = "القاهرة 2 مايو (رويترز) - قالت وزارة النقل المصرية يوم الجمعة إن الحافلات ستسير طوال الليل."
    assert '<div class="wn-source" dir="auto" lang="ar">' in export.to_html(wirenews.parse(arabic))
    strange = wirenews.Article("It rained.", stated_language='en" onclick="x')
    assert '<div class="wn-source" dir="auto">' in export.to_html(strange)


def test_nothing_at_all() -> None:
    assert sources(export.to_html(wirenews.parse(""))) == [""]
    assert "Empty story" in export.to_html(wirenews.parse("\0\r"))
    assert sources(export.to_html([], page=True)) == []


def test_a_notebook_shows_the_same() -> None:
    article = wirenews.parse(STORY)
    assert article._repr_html_() == export.to_html(article)


def test_an_item_that_is_no_article_raises() -> None:
    with pytest.raises(TypeError, match=r"^article must be an Article, got str 'text'"):
        export.to_html([wirenews.parse(STORY), "text"])  # type: ignore[list-item]
