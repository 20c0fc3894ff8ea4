"""Web pages as sites build them: where the story stands, what its headline is, and who wrote it."""

from __future__ import annotations

import json

import pytest

from wirenews import Article, load

FIRST = "Portugal will raise harbour dues by four per cent in March, its ministry of the sea said on Monday in Lisbon."
SECOND = "Shipping lines, which had expected a smaller rise, said that they would call at other ports of the country."
THIRD = "The port authority, which runs nine harbours, wants to build a new quay for ferries with what it will take in."
STORY = [FIRST, SECOND, THIRD]
OTHER = "Another story that many people have read today is about the weather, which has been fine for weeks on end."
P = "".join(f"<p>{text}</p>" for text in STORY)


def page(body: str, head: str = "") -> Article:
    pytest.importorskip("lxml")
    [article] = load(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>")
    return article


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>'


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


class TestText:
    @pytest.mark.parametrize("mark", ["lay-sidebar", "outer--nav", "widget Blog", "label-hidden", "ad-wallpaper"])
    def test_what_holds_most_of_the_page_is_not_beside_the_story(self, mark: str) -> None:
        assert texts(page(f'<div class="{mark}"><div>{P}</div></div><p>{OTHER}</p>')) == STORY

    @pytest.mark.parametrize("mark", ["sidebar", "widget", "related", "comments"])
    def test_what_holds_less_is(self, mark: str) -> None:
        assert texts(page(f'<div>{P}<div class="{mark}"><p>{OTHER}</p></div></div>')) == STORY

    def test_comments_are_none_however_many(self) -> None:
        comments = "".join(f"<p>{OTHER} ({number})</p>" for number in range(30))
        assert texts(page(f'<div>{P}<div class="comment-list">{comments}</div></div>')) == STORY

    def test_a_form_round_the_whole_page(self) -> None:
        assert texts(page(f"<form><div>{P}</div></form>")) == STORY

    def test_text_between_breaks_with_divisions_among_it(self) -> None:
        text = f'{FIRST}<br><br><div class="ad">Advertisement</div>{SECOND}<br>\n<br>{THIRD}'
        assert texts(page(f"<h1>Dues</h1><div><div>Menu</div><div class=text>{text}</div></div>")) == STORY

    def test_text_beside_paragraphs(self) -> None:
        assert texts(page(f"<div>{FIRST}<p>{SECOND}</p>{THIRD}</div>")) == STORY

    def test_a_caption_in_a_division_beside_paragraphs_is_none(self) -> None:
        gallery = (
            "<div><div>A ferry leaves the old quay of Lisbon on a windy day in March of the year before.</div></div>"
        )
        assert texts(page(f"<div>{P}{gallery}</div>")) == STORY

    def test_paragraphs_in_several_containers(self) -> None:
        parts = "".join(f"<div class=part><div><p>{text}</p></div></div>" for text in STORY)
        assert texts(page(f"<div>{parts}</div><footer><p>{OTHER}</p></footer>")) == STORY

    def test_chinese_paragraphs_are_long_with_fewer_signs(self) -> None:
        chinese = [
            "葡萄牙海洋部星期一在里斯本宣布，从三月起将港口费提高百分之四，并说明了提高费用的理由和新费用的计算办法。",
            "航运公司原来预期涨幅较小，星期二表示将改用该国其他港口，并要求政府重新考虑这项已经通过的决定和时间表。",
        ]
        links = "".join(
            f"<div><p>Harbour news of the day, number {number}, to be read by all.</p></div>" for number in range(3)
        )
        marked = "<br><br>".join(chinese)
        assert texts(page(f"<div>{marked}<div></div></div><div class=legal>{links}</div>")) == chinese

    def test_the_first_of_several_articles(self) -> None:
        second = "".join(f"<p>{OTHER} ({number})</p>" for number in range(4))
        assert texts(page(f"<div><article>{P}</article><article>{second}</article></div>")) == STORY

    def test_the_copy_that_is_printed(self) -> None:
        assert texts(page(f"<div><div>{P}</div><div class=print>{P}</div></div>")) == STORY

    def test_a_text_that_is_not_shown(self) -> None:
        hidden = "".join(f"<p>{OTHER} ({number})</p>" for number in range(9))
        assert texts(page(f'<div>{P}</div><div style="display: none">{hidden}</div>')) == STORY

    def test_teasers_that_are_marked_as_bodies(self) -> None:
        teasers = f"<div itemprop=articleBody><p>{OTHER[:60]}</p></div>" * 2
        assert texts(page(f"<article>{P}</article><div>{teasers}</div>")) == STORY

    def test_stated_text_that_is_a_teaser(self) -> None:
        assert texts(page(f'<div class="lay-sidebar">{P}</div>', linked(articleBody=FIRST))) == STORY

    def test_a_page_of_many_elements_is_read_in_linear_time(self) -> None:
        article = page(
            "<div class=sidebar>" * 200 + "".join(f"<p>{OTHER} ({n})</p><br><br>" for n in range(2000)) + "</div>" * 200
        )
        assert len(article.paragraphs) == 2000


class TestHeadline:
    def headline(self, body: str, head: str = "") -> str | None:
        found = page(f"{body}<div>{P}</div>", head).headline
        return found.text if found else None

    @pytest.mark.parametrize("name", ["The Courier", "Ports", "뉴스"])
    def test_a_heading_that_has_nothing_of_the_title(self, name: str) -> None:
        meta = '<meta property="og:title" content="Harbour dues to rise">'
        assert self.headline(f"<h1>{name}</h1><h1>Harbour dues to rise</h1>", meta) == "Harbour dues to rise"
        assert self.headline(f"<h1>{name}</h1>", meta) == "Harbour dues to rise"

    def test_a_heading_in_other_words_than_the_title(self) -> None:
        meta = '<meta property="og:title" content="Why harbour dues in Portugal will be higher">'
        assert (
            self.headline("<h1>Portugal raises harbour dues again</h1>", meta) == "Portugal raises harbour dues again"
        )

    @pytest.mark.parametrize(
        "title",
        ["Dues to rise | The Courier", "Dues to rise - The Courier", "The Courier » Dues to rise", "Dues to rise"],
    )
    def test_the_name_of_the_site_is_cut_off(self, title: str) -> None:
        meta = f'<meta property="og:site_name" content="The Courier"><meta property="og:title" content="{title}">'
        assert self.headline("", meta) == "Dues to rise"
        assert self.headline("", meta + linked(headline=title)) == "Dues to rise"

    def test_the_host_is_a_name_of_the_site(self) -> None:
        head = '<link rel="canonical" href="https://web.archive.example/1/https://www.courier.example/dues">'
        meta = f'{head}<meta property="og:title" content="Dues to rise - courier.example">'
        assert self.headline("<h1>Courier</h1>", meta) == "Dues to rise"

    def test_a_dash_of_the_headline_stays(self) -> None:
        meta = '<meta property="og:title" content="Dues to rise - lines protest">'
        assert self.headline("", meta) == "Dues to rise - lines protest"

    def test_the_part_of_the_title_that_the_page_shows(self) -> None:
        assert self.headline("<div>Dues to rise</div>", "<title>Dues to rise_Courier Online</title>") is None
        assert self.headline("<b>Dues to rise</b>", "<title>Dues to rise | Courier Online</title>") == "Dues to rise"

    def test_a_title_that_the_page_does_not_show_is_none(self) -> None:
        assert self.headline("", "<title>News from the Courier and its partners</title>") is None


class TestAuthors:
    def authors(self, body: str, head: str = "") -> list[str]:
        byline = page(f"{body}<div>{P}</div>", head).byline
        return [person.name for person in byline.people] if byline else []

    def test_each_once_and_without_the_site(self) -> None:
        site = '<meta property="og:site_name" content="Harbour Courier">'
        assert self.authors("", linked(author=[{"name": "Ana Paz"}, {"name": "Ana Paz"}])) == ["Ana Paz"]
        assert self.authors("", site + linked(author=[{"name": "Harbour Courier"}])) == []
        assert self.authors("", linked(author={"name": "User Admin"})) == []

    def test_an_author_by_an_id(self) -> None:
        graph = [
            {"@type": "NewsArticle", "author": {"@id": "#ana"}},
            {"@type": "Person", "@id": "#ana", "name": "Ana Paz"},
        ]
        data = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
        assert self.authors("", data) == ["Ana Paz"]

    @pytest.mark.parametrize(
        "line",
        [
            "<p class=byline>By <a rel=author>Ana Paz</a> on June 29, 2014 08:08 pm <b>76 Comments</b></p>",
            "<p class=byline><b>Ana Paz</b> | <i>Sep. 21, 2011, 3:17 PM</i> | <i>1,209</i></p>",
            "<p class='article__byline'>By Ana Paz</p>",
            "<p class='post-author-name'>Ana Paz</p>",
            "<span class='author vcard'><a>Ana Paz</a></span>",
        ],
    )
    def test_who_is_marked(self, line: str) -> None:
        assert self.authors(line) == ["Ana Paz"]

    @pytest.mark.parametrize(
        "line",
        [
            "<p class='comment-author'>Ana Paz</p>",
            "<p class='author-box'>Ana Paz</p>",
            "<p class=byline>June 29, 2014</p>",
        ],
    )
    def test_who_is_not(self, line: str) -> None:
        assert self.authors(line) == []
