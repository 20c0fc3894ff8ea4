"""The marked story and the report in chromium: what is on them, what they do, and that they reach for nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import STORIES
from playwright.sync_api import Browser, Page, expect, sync_playwright

import wirenews
from wirenews import export, report

pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
DUES = (
    "Slug: HARBOUR-DUES\n\nUPDATE 1-Harbour dues to rise\n\nBy Nora Fielding\n\nLISBON, Feb 26, 2025 (Reuters) - Portugal "
    "will raise its harbour dues by four percent.\n\nLines had expected more.\n\n(Reporting by Nora Fielding in Porto; "
    "Editing by Tom Marsh)\n\n(c) Copyright Thomson Reuters 2025.\n"
)
HOSTILE = (
    "<script>document.title='run'</script> \"quoted\" 'x' &amp; &#65; rain\r\n\r\nBy <img src=x onerror=document.title='run'>"
    "\r\rOSLO, May 2, 2025 (Reuters) - \u202eIt rained\u202c \u2028all day\x0c. </script><!-- x -->\n\n"
    "(Reporting by Evil\" onmouseover=\"document.title='run'; Editing by Jo Lie)\n</div></mark></textarea>\n"
)
ARABIC = (
    "القاهرة 2 مايو (رويترز) - قالت وزارة النقل المصرية إن الحافلات ستسير طوال الليل.\n\n(إعداد فلان للنشرة العربية)\n"
)
DAMAGED = "LISBON, Feb 30 (Reuters) - Portugal will raise harbour dues, its port authority said on Friday.\n"
TEXTS = [DUES, HOSTILE, ARABIC, DAMAGED, *STORIES.values()]
SCHEMES: list[Any] = ["light", "dark"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page of HTML from a file; afterwards nothing else was asked for, nothing said and nothing gone wrong."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def open_page(html: str, *, width: int = 1200, scheme: Any = "light", script: bool = True) -> Page:
        path = tmp_path / "page.html"
        path.write_bytes(html.encode("utf-8"))
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "page.html").as_uri()}
    assert said == []


def articles() -> Iterator[wirenews.Article]:
    return wirenews.parse_many(TEXTS)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node.get('failureSummary')}" for rule in found for node in rule["nodes"]
    ]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


class TestAStory:
    def test_text_content_is_the_source(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(articles(), page=True))
        assert page.eval_on_selector_all(".wn-source", "all => all.map(each => each.textContent)") == TEXTS
        assert page.title() != "run"

    def test_lone_returns_break_the_line(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(wirenews.parse("one\rtwo\r\nthree\n"), page=True))
        assert page.inner_text(".wn-source").split() == ["one", "two", "three"]
        height, line = page.eval_on_selector(
            ".wn-source", "e => [e.getBoundingClientRect().height, parseFloat(getComputedStyle(e).lineHeight)]"
        )
        assert round(height / line) in (3, 4)

    def test_a_note_comes_under_the_pointer_and_by_the_keyboard(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(wirenews.parse(DUES), page=True))
        note = "e => getComputedStyle(e, '::before').content"
        assert page.eval_on_selector("mark.wn-dateline", note) == "none"
        page.hover("mark.wn-dateline")
        assert "place: Lisbon, PT" in page.eval_on_selector("mark.wn-dateline", note)
        page.mouse.move(0, 0)
        page.keyboard.press("Tab")
        assert "field.slug" in page.eval_on_selector("mark:focus", note)

    def test_a_screen_reader_hears_what_a_piece_gave(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(wirenews.parse(DUES), page=True))
        described = page.eval_on_selector(
            "mark.wn-dateline", "e => document.getElementById(e.getAttribute('aria-describedby')).textContent"
        )
        assert "dateline.place-date-agency" in described
        assert "place Lisbon, PT" in described

    @pytest.mark.parametrize("scheme", SCHEMES)
    @pytest.mark.parametrize("width", [400, 1200])
    def test_is_accessible_and_as_wide_as_the_window(self, visit: Callable[..., Page], scheme: str, width: int) -> None:
        page = visit(export.to_html(articles(), page=True), width=width, scheme=scheme)
        assert violations(page) == []
        assert fits(page)

    def test_needs_no_script(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(wirenews.parse(DUES), page=True), script=False)
        assert page.locator("mark.wn-dateline").is_visible()

    def test_prints_values_and_no_notes(self, visit: Callable[..., Page]) -> None:
        page = visit(export.to_html(wirenews.parse(DUES), page=True))
        page.hover("mark.wn-dateline")
        page.emulate_media(media="print")
        assert page.eval_on_selector("mark.wn-dateline", "e => getComputedStyle(e, '::before').display") == "none"
        assert page.locator(".wn-notes").is_visible()
        assert page.pdf().startswith(b"%PDF")


class TestAReport:
    def shown(self, page: Page) -> list[str]:
        return page.locator("#list button > bdi").all_text_contents()

    def test_lists_all_stories_and_filters_them(self, visit: Callable[..., Page]) -> None:
        page = visit(report(articles()))
        assert len(self.shown(page)) == len(TEXTS)
        page.click("[data-figure=agency] button:has-text('Reuters')")
        few = len(self.shown(page))
        assert 0 < few < len(TEXTS)
        assert page.inner_text("#shown") == f"{few} of {len(TEXTS)} stories"
        assert page.get_attribute("[data-figure=agency] button:has-text('Reuters')", "aria-pressed") == "true"
        page.click("[data-figure=defect] button:has-text('date-invalid')")
        assert len(self.shown(page)) == 1
        page.click("#chosen button:has-text('All filters')")
        assert len(self.shown(page)) == len(TEXTS)

    @pytest.mark.parametrize("figure", ["agency", "country", "city", "role", "desk", "language", "defect"])
    def test_each_figure_filters_to_the_number_that_it_shows(self, visit: Callable[..., Page], figure: str) -> None:
        page = visit(report(articles()))
        for at in range(page.locator(f"[data-figure={figure}] .bars button").count()):
            bar = page.locator(f"[data-figure={figure}] .bars button").nth(at)
            label, number = bar.locator("bdi").inner_text(), int(bar.locator("b").inner_text())
            bar.click()
            assert len(self.shown(page)) == number, label
            page.locator(f"[data-figure={figure}] .bars [aria-pressed=true]").click()

    def test_copies_the_map_the_days_and_the_titles_filter_too(self, visit: Callable[..., Page]) -> None:
        long = " ".join(f"The quay of pier {n} will be closed on the {n}th day of works." for n in range(40))
        twice = [wirenews.parse(f"Quays {n}\n\nOSLO, May {n}, 2025 (NTB) - {long}\n") for n in (1, 2)]
        page = visit(report([*twice, *articles()]))
        page.click("[data-figure=copies] button:has-text('Quays 1')")
        assert self.shown(page) == ["Quays 1", "Quays 2"]
        page.click("#chosen button")
        page.locator("circle", has_text="Oslo").dispatch_event("click")
        assert set(self.shown(page)) >= {"Quays 1", "Quays 2"}
        page.click("#chosen button")
        page.fill("#search", "QUAYS 2")
        assert self.shown(page) == ["Quays 2"]

    def test_days_open_from_years_to_days(self, visit: Callable[..., Page]) -> None:
        days = ["2023-03-01", "2025-03-01", "2025-03-02", "2025-04-01"]
        made = [wirenews.parse(f"date: {day}\n\nOSLO (NTB) - Rain {day}.\n") for day in days]
        page = visit(report(made))
        page.click("#chart [data-number='2025-03']")
        assert len(self.shown(page)) == 2
        assert page.locator("#chart button").count() == 31
        page.click("#chart [data-number='2025-03-02']")
        assert self.shown(page) == ["Rain 2025-03-02."]
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Enter")
        assert self.shown(page) == ["Rain 2025-03-01."]
        assert page.evaluate("document.activeElement.dataset.number") == "2025-03-01"

    def test_by_keyboard_alone(self, visit: Callable[..., Page]) -> None:
        page = visit(report(articles()))
        page.focus("[data-figure=agency] .bars button")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
        page.focus("#list button")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator("dialog").is_visible()
        assert page.inner_text("#place").startswith("2 of ")
        page.keyboard.press("Escape")
        assert not page.locator("dialog").is_visible()
        assert page.evaluate("document.activeElement.dataset.at") == "1"

    def test_a_story_opens_with_its_pieces_and_its_text_is_the_source(self, visit: Callable[..., Page]) -> None:
        texts = [*TEXTS, "half \ud83d a sign, NUL \0 too\r"]
        page = visit(report(map(wirenews.parse, texts)))
        page.click("#list button")
        for number, text in enumerate(texts):
            # As UTF-16, since half a sign does not travel.
            units = page.eval_on_selector(
                ".wn-source", "e => Array.from({length: e.textContent.length}, (_, at) => e.textContent.charCodeAt(at))"
            )
            assert b"".join(unit.to_bytes(2, "little") for unit in units) == text.encode("utf-16-le", "surrogatepass")
            marks = page.locator("mark").count()
            assert marks == sum(segment.kind != "gap" for segment in wirenews.parse(text).segments)
            if number < len(texts) - 1:
                page.click("#next")
        assert page.locator("#next").is_disabled()
        assert page.title() != "run"

    @pytest.mark.parametrize("scheme", SCHEMES)
    @pytest.mark.parametrize("width", [400, 1200])
    def test_is_accessible_and_as_wide_as_the_window(self, visit: Callable[..., Page], scheme: str, width: int) -> None:
        page = visit(report(articles()), width=width, scheme=scheme)
        assert violations(page) == []
        assert fits(page)
        page.click("[data-figure=agency] .bars button")
        page.click("#list button")
        assert violations(page) == []
        assert fits(page)

    def test_prints_the_figures_or_the_open_story(self, visit: Callable[..., Page]) -> None:
        page = visit(report(articles()))
        page.emulate_media(media="print")
        assert page.locator("#list").is_visible()
        page.emulate_media(media="screen")
        page.click("#list button")
        page.emulate_media(media="print")
        assert not page.locator("#list").is_visible()
        assert page.locator("mark").first.is_visible()

    def test_an_empty_corpus(self, visit: Callable[..., Page]) -> None:
        page = visit(report([]))
        assert page.inner_text("#shown") == "0 stories"
        assert violations(page) == []

    def test_ten_thousand_stories_open_and_scroll(self, visit: Callable[..., Page]) -> None:
        made = (wirenews.parse(f"Story {n}\n\nOSLO, May {n % 28 + 1}, 2025 (NTB) - Rain {n}.\n") for n in range(10_000))
        page = visit(report(made))
        assert page.inner_text("#shown") == "10,000 stories"
        expect(page.locator("#list li")).to_have_count(10_000, timeout=60_000)
        page.eval_on_selector("#list", "e => e.scrollTop = e.scrollHeight")
        page.click("#list li:last-child button")
        assert "Rain 9999." in page.inner_text(".wn-source")
