"""Where header lines and closing lines end: a story that needs each condition beside one that must not have it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import wirenews
from wirenews.text.layout import find_blocks

LEAD = "The port authority said so on Friday, as the harbour needs new quays, and its pilots need boats."
FILED = "LISBON, Feb 26 (Reuters) - "
FULL = "Harbour dues to rise again next year, port authority says on"
LONG = (
    "Harbour dues will rise again next year and in all of the years that follow it, said the port authority, "
    "which has been building new quays for longer than anybody in the city can remember"
)
OTHER = "The city agreed to it after a year of talks, and so did the owners of the ships, it said on Friday."
PARAGRAPH = (
    "Harbour dues will rise again next year and in all of the years that follow it, said the authority on Friday."
)


class Top(NamedTuple):
    id: str
    top: str
    headline: str = ""
    byline: str = ""
    body: str = LEAD
    filed: str = FILED
    deck: str = ""


TOPS = [
    Top("a wrapped headline", f"{FULL}\nFriday\n\n", f"{FULL} Friday"),
    Top("a line apart", f"{FULL}\n\nFriday\n\n", FULL, deck="Friday"),
    Top("too long to be wrapped", f"{FULL}\nPort names new quays as reason\n\n", FULL, deck="Port names new quays as reason"),
    Top("room was left", "Harbour dues to rise\nAgain\n\n", "Harbour dues to rise", deck="Again"),
    Top("a name", f"{FULL}\nNora Fielding\n", FULL, "Nora Fielding"),
    Top("a field between", f"{FULL}\nSlug: RAIN\nFriday\n\n", FULL, deck="Friday"),
    Top("a notice between", f"{FULL}\n(Corrects paragraph 3)\nFriday\n\n", FULL, deck="Friday"),
    Top("no dateline", f"{FULL}\nFriday\n\n", body=FULL, filed=""),
    Top("above a byline", "Harbour dues to rise\nAgain\nBy Nora Fielding\n", "Harbour dues to rise Again",
        "By Nora Fielding"),
    Top("below a byline, wrapped", f"By Nora Fielding\n{FULL}\nFriday\n\n", f"{FULL} Friday", "By Nora Fielding"),
    Top("below a byline", "By Nora Fielding\nHarbour dues to rise\nAgain\n\n", "Harbour dues to rise",
        "By Nora Fielding", deck="Again"),
    Top("long, above a byline", f"Harbour dues to rise\n{LONG}\nBy Nora Fielding\n", "Harbour dues to rise",
        "By Nora Fielding", deck=LONG),
    Top("a title", "Harbour dues to rise\nBy Nora Fielding\nPort correspondent\n\n", "Harbour dues to rise",
        "By Nora Fielding Port correspondent"),
    Top("a title apart", "Harbour dues to rise\nBy Nora Fielding\n\nPort officials agree\n\n", "Harbour dues to rise",
        "By Nora Fielding", deck="Port officials agree"),
    Top("no title, long", "Harbour dues to rise\nBy Nora Fielding\nThe port authority has named new quays as reason for"
        " its dues\n\n", "Harbour dues to rise", "By Nora Fielding",
        deck="The port authority has named new quays as reason for its dues"),
    Top("no title, a sentence", "Harbour dues to rise\nBy Nora Fielding\nThe port agreed.\n\n", "Harbour dues to rise",
        "By Nora Fielding", deck="The port agreed."),
    Top("too long for a header line", f"{LONG}, and {LONG.lower()}\n", body=LONG),
    Top("a name without a headline", "Nora Fielding\n", "Nora Fielding"),
    Top("an agency as byline", "Tribune News Service\n\nHarbour dues to rise\n\n", "Harbour dues to rise",
        "Tribune News Service"),
    Top("a title in a field", "Title: Harbour dues to rise\n", "Harbour dues to rise"),
    Top("a title and a headline", "Title: Harbour dues to rise\n\nHarbour dues rise\n", "Harbour dues rise"),
    Top("an author in a field", "Author: Nora Fielding\n", "", "Nora Fielding"),
    Top("an author and a byline", "Author: Nora Fielding\nBy Ana Paz\n", "", "By Ana Paz"),
    Top("an author without a name", "Author: 12345\n"),
    Top("one paragraph above", f"{PARAGRAPH}\n\n", PARAGRAPH),
    Top("two paragraphs above", f"{PARAGRAPH}\n\n{OTHER}\n\n", PARAGRAPH, deck=OTHER),
    Top("an agency over the story", "Reuters\n\n", "", "Reuters", filed=""),
    Top("an agency below a sentence", "Harbour dues rose.\n\nReuters\n\n", body="Harbour dues rose.", filed=""),
    Top("an agency below a headline", "Harbour dues rise\n\nReuters\n\n", "Harbour dues rise", "Reuters", filed=""),
    Top("below the dateline", "LISBON 1996-08-22\nBy Nora Fielding\n", "", "By Nora Fielding", filed=""),
    Top("a name below the dateline", "LISBON 1996-08-22\nNora Fielding\n", body="Nora Fielding", filed=""),
    Top("joined by a caret", "Harbour dues to rise ^By NORA FIELDING\n", "Harbour dues to rise", "By NORA FIELDING"),
    Top("a caret in front", "^Harbour dues to rise^\n^By NORA FIELDING\n", "Harbour dues to rise^", "By NORA FIELDING"),
    Top("joined to an editor's note", f"{FULL}\nEds: Updates throughout\n", FULL, filed=""),
    Top("a name below a label", "RESEARCH ALERT - Harbour cut.\nNora Fielding\n", "RESEARCH ALERT - Harbour cut.",
        body="Nora Fielding", filed=""),
    Top("between two bylines", "By Nora Fielding\nHarbour dues to rise\nPort names quays\nBy Ana Paz\n",
        "Harbour dues to rise", "By Nora Fielding", "By Ana Paz", deck="Port names quays"),
    Top("carets above the headline", "Harbour dues to rise\n\n^^^^\n\n", "Harbour dues to rise", body="^^^^"),
    Top("room enough, no dateline", "RESEARCH ALERT - Harbour cut.\nAgain\n", "RESEARCH ALERT - Harbour cut.", body="Again",
        filed=""),
    Top("a headline joined to its lead", "Slug: RAIN\nHarbour dues rise.\n", "Harbour dues rise.", filed=""),
]  # fmt: skip


@pytest.mark.parametrize("case", TOPS, ids=[case.id for case in TOPS])
def test_what_stands_above_the_lead(case: Top) -> None:
    article = wirenews.parse(f"{case.top}{case.filed}{LEAD}\n\nThe city agreed.\n")
    assert (article.headline.text if article.headline else "") == case.headline
    assert (article.byline.text if article.byline else "") == case.byline
    assert (article.deck.text if article.deck else "") == case.deck
    assert article.body.startswith(case.body)


@pytest.mark.parametrize("paragraphs", [3, 4])
def test_no_dateline_is_looked_for_below_a_few_paragraphs(paragraphs: int) -> None:
    long = f"{PARAGRAPH} {PARAGRAPH}"
    for above in ([f"{PARAGRAPH} It said so twice."] * paragraphs, [f"{long} {long}"] * paragraphs):
        article = wirenews.parse("\n\n".join([*above, f"{FILED}{LEAD}"]) + "\n")
        assert article.dateline is None
        assert article.body.startswith(PARAGRAPH)


@pytest.mark.parametrize(
    ("last", "byline", "credits"), [("By Nora Fielding", "By Nora Fielding", []), ("Reuters", "", ["Reuters"])]
)
def test_an_agency_below_all_of_the_story_is_its_credit(last: str, byline: str, credits: list[str]) -> None:
    article = wirenews.parse(f"{PARAGRAPH}\n\n{last}\n")
    assert (article.byline.text if article.byline else "") == byline
    assert [credit.text for credit in article.credits] == credits
    assert article.body == PARAGRAPH


# -- the bottom ------------------------------------------------------------------------------------

RAIN = "Rain fell on the coast and on all of the islands"


class Bottom(NamedTuple):
    """What stands behind ``RAIN``, and what of that is body, credits and notices."""

    id: str
    body: str
    gap: str = ""
    pieces: str = ""  # apart by " | "
    below: str = ""


BOTTOMS = [
    Bottom("an agency in brackets", ".", " ", "(ANI)"),
    Bottom("an agency in brackets without a full stop", "", " ", "(ANI)"),
    Bottom("an agency in brackets before the full stop", " (ANI)."),
    Bottom("the short form of a name", " of the Asian News Institute (ANI)"),
    Bottom("behind an exclamation", "!", " ", "(ANI)"),
    Bottom("behind a quotation", '."', " ", "(ANI)"),
    Bottom("a word in brackets", " (Rain)"),
    Bottom("a word in brackets behind a full stop", ". (Rain)"),
    Bottom("a bracket that nothing closes", ".", " ", "(ANI"),
    Bottom("an agency and a figure", ". (ANI) 1"),
    Bottom("an agency", ".", " ", "REUTER"),
    Bottom("an agency in small letters", ".", " ", "reuter"),
    Bottom("an agency without a full stop before it", " REUTER"),
    Bottom("an agency behind dots", "...", " ", "REUTER"),
    Bottom("an agency and a full stop", ". Reuters."),
    Bottom("an agency and initials", ".", " ", "AFP ab/cd"),
    Bottom("an agency on its line", ".", "\n", "AFP"),
    Bottom("a wire's stamp", ".", " ", "AP-NY-02-26-97 1234EST"),
    Bottom("the agency of a sentence", ". It was for the AP."),
    Bottom("a sign-off", ".", " ", "Reporting by Nora Fielding; | Editing by Ana Paz"),
    Bottom("a sign-off of sentences", ". It rained.", " ", "Reporting by Nora Fielding. | Writing by Olga Zimina"),
    Bottom("a sign-off without a full stop before it", " Reporting by Nora Fielding"),
    Bottom("two lines of initials", ".", "\n\n", "PTI SKC\n\nRAX RAX"),
    Bottom("initials without an agency", ".\n\nRAX RAX"),
    Bottom("a contact and rights", ".", "\n", "--Reuter Lisbon Newsroom +44 171 542 7658 | (c) Reuters Limited 1997"),
    Bottom("an agency, a contact, rights", ".", " ",
           "(ANI) | -- Lisbon Newsdesk 212 859-1610 | (c) Reuters Limited 1997"),
    Bottom("a sign-off above unknown words", ".", "\n", "(Reporting by Nora Fielding) | Quorvel | Dues dues"),
    Bottom("a continuation", ".", "\n\n", "(more)", "\n\nIt rained on all."),
    Bottom("an end mark", ".", "\n\n", "- 30 -", "\n\nIt rained on all."),
    Bottom("a photo between", ".", "\n\n", "(AP Photo/Nora Fielding)", "\n\nIt rained on all."),
    Bottom("a correction between", ".\n\n(Corrects paragraph 3)\n\nIt rained on all."),
    Bottom("rights above unknown words", ".", "\n", "(c) Reuters Limited 1997 | It rained on all."),
    Bottom("a photo's agencies", ".", "\n\n", "AFP via Getty Images"),
    Bottom("a word on the story", ".", "\n\n", "This story has been refiled to correct the date."),
    Bottom("a sentence on who wrote it", ".\n\nThis story was written by Nora Fielding."),
]  # fmt: skip


@pytest.mark.parametrize("case", BOTTOMS, ids=[case.id for case in BOTTOMS])
def test_what_closes_a_story(case: Bottom) -> None:
    closing = case.pieces.replace(" | ", "\n" if case.gap == "\n" else " ")
    article = wirenews.parse(f"{FILED}{LEAD}\n\n{RAIN}{case.body}{case.gap}{closing}{case.below}\n")
    source = article.source
    found = sorted([*article.credits, *article.notices], key=lambda piece: piece.start)
    assert [source[piece.start : piece.end].strip() for piece in found] == (
        case.pieces.split(" | ") if case.pieces else []
    )
    assert article.body == f"{LEAD}\n\n{RAIN}{case.body}{case.below}"


@pytest.mark.parametrize("sentences", [3, 8, 30])
def test_a_sign_off_in_brackets_is_found_far_above_the_end(sentences: int) -> None:
    article = wirenews.parse(
        f"{FILED}{LEAD}\n\n(Reporting by Nora Fielding)\n\n" + "It rained and rained.\n\n" * sentences
    )
    assert [credit.role for credit in article.credits] == ["reporting"]
    assert len(article.paragraphs) == 1 + sentences


def test_initials_behind_a_mark_are_no_second_line_of_a_credit() -> None:
    article = wirenews.parse(f"{FILED}{LEAD}\n\nPTI SKC\n\n•\n\nRAX RAX\n")
    assert [credit.text for credit in article.credits] == ["PTI SKC"]
    assert article.body == LEAD


# -- the blocks ------------------------------------------------------------------------------------

WRAPPED = "The harbour dues rose again in the\nlast year, and as they have risen\nin each of the ten years before it\n"
LONG_LINE = (LEAD + " ") * 2
BLOCKS = {
    "the rows of a table in wrapped text": (
        WRAPPED + "    North quay    10\n    South quay    20\n",
        ["The harbour dues", "North quay"],
    ),
    "indented lines that are no rows": (
        WRAPPED + "    North quay\n    South quay    20\n    West quay\n",
        ["The harbour dues", "North quay", "South quay", "West quay"],
    ),
    "a short line that ends a sentence": (WRAPPED * 3 + "it rose.\nThe end\n", ["The harbour dues", "The end"]),
    "a short line that ends none": (WRAPPED * 3 + "it rose\nThen it fell.\n", ["The harbour dues"]),
    "a short line above an indented one": (WRAPPED * 3 + "it rose\n Then it fell.\n", ["The harbour dues", "Then it"]),
    "a headline above an indented line": (
        "Harbour dues to rise again\n Ships go\n\n" + WRAPPED,
        ["Harbour dues", "Ships go", "The harbour dues"],
    ),
    "a wrapped headline": ("Harbour dues to rise again\nShips go\n\n" + WRAPPED, ["Harbour dues", "The harbour dues"]),
    "the rows of a table, tabs": (
        f"{LONG_LINE}\n{LONG_LINE}\nNorth quay\t10\nSouth quay\t20\n",
        [LEAD, LEAD, "North quay"],
    ),
    "the rows of a table, blanks": (
        f"{LONG_LINE}\n{LONG_LINE}\nNorth quay    10\nSouth quay    20\n",
        [LEAD, LEAD, "North quay"],
    ),
    "one row": (f"{LONG_LINE}\n{LONG_LINE}\nNorth quay\t10\nSouth quay\n", [LEAD, LEAD, "North quay", "South quay"]),
    "a long ornament": ("It rained.\n\n—————\n\nIt shone.\n", ["It rained.", "—————", "It shone."]),
    "a short ornament": ("It rained.\n\n—\n\nIt shone.\n", ["It rained.", "It shone."]),
    "hardly a line goes on": (
        "It rained.\nIt shone.\nIt snowed.\nIt blew, and then\nit rained.\nIt shone.\n",
        ["It rained.", "It shone.", "It snowed.", "It blew", "it rained.", "It shone."],
    ),
}


@pytest.mark.parametrize(("text", "begin"), BLOCKS.values(), ids=BLOCKS)
def test_where_blocks_begin(text: str, begin: list[str]) -> None:
    blocks = [text[start:end] for start, end in find_blocks(text)]
    assert [block[: len(start)] for block, start in zip(blocks, begin, strict=True)] == begin


# -- header lines of one block ---------------------------------------------------------------------

FILED_LINES = (
    "   LISBON, Feb 26 (Reuters) - The harbour dues will rise again\n"
    "next year, the port authority said on Friday, as the harbour\n"
    "needs new quays, and all of its pilots need boats.\n"
)


@pytest.mark.parametrize(
    ("line", "byline", "notices"),
    [
        ("Eds: Updates throughout", "", ["Eds: Updates throughout"]),
        ("By NORA FIELDING", "By NORA FIELDING", []),
    ],
)
def test_a_header_line_that_wrapping_has_joined_to_the_headline(line: str, byline: str, notices: list[str]) -> None:
    article = wirenews.parse(f"{FULL}\n{line}\n{FILED_LINES}")
    assert article.headline is not None
    assert article.headline.text == FULL
    assert (article.byline.text if article.byline else "") == byline
    assert [notice.text for notice in article.notices] == notices


def test_a_headline_goes_on_in_a_line_that_begins_as_bylines_do() -> None:
    article = wirenews.parse(f"{FULL}\nBy Friday of next week\n{FILED_LINES}")
    assert article.headline is not None
    assert article.headline.text == f"{FULL} By Friday of next week"
    assert article.byline is None


def test_carets_without_a_word_between_them_are_one() -> None:
    article = wirenews.parse(f"^ ^By NORA FIELDING\n{FILED_LINES}")
    assert article.dateline is not None
    assert len(article.paragraphs) == 1


SURNAMES = "Fielding Marsh Holloway Carpenter Whitfield Ashdown Greenwood Thornton Blackwell Kingsley Foster Hughes"
NAMES = [f"Nora {name}" for name in SURNAMES.split()]


@pytest.mark.parametrize(("names", "is_byline"), [(1, True), (12, False)])
def test_no_byline_is_longer_than_a_few_lines(names: int, is_byline: bool) -> None:
    article = wirenews.parse(f"LISBON 1996-08-22\nBy {', '.join(NAMES[:names])}\n{LEAD}\n")
    assert (article.byline is not None) == is_byline


LONG_LEAD = f"{LEAD} It has been building new quays for longer than anybody in the city can remember, it said."


@pytest.mark.parametrize(
    ("top", "headline", "byline", "deck"),
    [
        ("Harbour dues to rise\n\nAna Paz\n\nBy Nora Fielding\n\n", "Harbour dues to rise", "By Nora Fielding", "Ana Paz"),
        ("Harbour dues to rise\nAna Paz\nBy Nora Fielding\n\n", "Harbour dues to rise Ana Paz", "By Nora Fielding", ""),
        (f"Harbour dues to rise\nBy noon the port was shut\n{FILED}", "Harbour dues to rise", "", "By noon the port was shut"),
        (f"Harbour dues to rise\n\nby friday of next week\n\n{FILED}", "Harbour dues to rise", "", "by friday of next week"),
        (f"Harbour dues to rise\nby nora fielding\n{FILED}", "Harbour dues to rise", "by nora fielding", ""),
        (f"He came on Monday. He left on Friday. Nobody knew\n\n{FILED}",
         "He came on Monday. He left on Friday. Nobody knew", "", ""),
        (f"He came on Monday. He left on Friday.\n\n{FILED}", "", "", "He came on Monday. He left on Friday."),
        ("HARBOUR MASTER: The port is shut.\n", "", "", ""),
        ("HARBOUR MASTER: the port is shut\n", "HARBOUR MASTER: the port is shut", "", ""),
        ("Harbour dues to rise\n\nNora Fielding\n\n", "Harbour dues to rise", "Nora Fielding", ""),
        ("Harbour dues to rise\nNora Fielding\n", "Harbour dues to rise", "", ""),
        ("Harbour dues to rise\n\nBy Nora Fielding\n\nLisbon\n\n", "Harbour dues to rise", "By Nora Fielding", ""),
    ],
)  # fmt: skip
def test_what_else_stands_above_the_lead(top: str, headline: str, byline: str, deck: str) -> None:
    article = wirenews.parse(f"{top}{LONG_LEAD}\n\nThe city agreed.\n")
    assert (article.headline.text if article.headline else "") == headline
    assert (article.byline.text if article.byline else "") == byline
    assert (article.deck.text if article.deck else "") == deck
    assert [place.name for place in article.dateline.places] == ["Lisbon"] if article.dateline else "Lisbon" not in top


@pytest.mark.parametrize("line", ["Harbour dues to rise", "RESEARCH ALERT - Harbour cut.", "Harbour dues rise."])
def test_a_line_above_nothing_is_no_headline(line: str) -> None:
    article = wirenews.parse(line)
    assert article.headline is None
    assert article.body == line


# -- how a text is wrapped -------------------------------------------------------------------------


def test_a_long_wrapped_text_with_blank_lines_is_joined_to_its_end() -> None:
    text = f"{WRAPPED.strip()}.\n\n" * 60
    assert len(find_blocks(text)) == 60


def test_one_long_line_among_wrapped_ones_changes_nothing() -> None:
    wrapped = f"{WRAPPED.strip()}\n" * 10
    *_, (start, end), last = find_blocks(f"{wrapped * 3}\n\n{LONG_LINE}\n")
    assert end - start > 2000
    assert last == (len(wrapped) * 3 + 2, len(wrapped) * 3 + 1 + len(LONG_LINE))


def test_lines_that_are_long_are_paragraphs_though_some_are_short() -> None:
    text = f"{LONG_LINE}\nThe harbour dues rose again in the\nlast year, and as they have risen\n" * 5
    assert len(find_blocks(text)) == 15


def test_a_line_in_small_letters_goes_on_behind_a_full_stop() -> None:
    text = WRAPPED * 3 + "it rose.\nand then it fell again.\n"
    assert [text[start:end] for start, end in find_blocks(text)][-1].endswith("it rose.\nand then it fell again.")


def test_a_text_that_wraps_nowhere_at_first_is_joined_further_down() -> None:
    text = "It rained.\n\n" * 120 + WRAPPED
    assert len(find_blocks(text)) == 121


# -- a headline above a deck -----------------------------------------------------------------------

STORY = (
    "Portugal will raise harbour dues this year and next, its port authority said on Wednesday, "
    "after two years in which nothing had been built."
)
UNSTOPPED = STORY.rstrip(".")
LONG_FIRST = (
    "Portugal's government says that it will raise the dues of its harbours in this year and in the next one too, "
    "as nothing has been built there"
)


@pytest.mark.parametrize(
    ("first", "below", "headline"),
    [
        ("“Dues to rise in Lisbon”", f"Ships to pay more\n\n{STORY}", "“Dues to rise in Lisbon”"),
        ("[Video] Dues to rise in Lisbon", f"Ships to pay more\n\n{STORY}", "[Video] Dues to rise in Lisbon"),
        ("¿Suben las tasas del puerto", f"Los barcos pagan\n\n{STORY}", "¿Suben las tasas del puerto"),
        ("A1-B2", f"Ships to pay more\n\n{STORY}", ""),
        ("Cookies and privacy policy", f"Ships to pay more\n\n{STORY}", ""),
        ("All newsletters in your inbox", STORY, ""),
        ("Lisbon: Two ports have merged", f"Ships to pay more\n\n{STORY}", "Lisbon: Two ports have merged"),
        ("Lisbon: Two ports have merged.", f"Ships to pay more\n\n{STORY}", ""),
        ("Home | News | Sport", f"Ships to pay more\n\n{STORY}", ""),
        ("- Harbour dues to rise", f"Ships to pay more\n\n{STORY}", ""),
        (LONG_FIRST, f"Ships to pay more\n\n{STORY}", ""),
        ("Harbour dues to rise", f"Ships to pay more\n\n{UNSTOPPED}", ""),
        ("Harbour dues to rise", f"Ships to pay more\n\n{UNSTOPPED} (again)", "Harbour dues to rise"),
        ("Harbour dues to rise", f"Ships to pay more\n\n{UNSTOPPED} and {UNSTOPPED}", "Harbour dues to rise"),
        ("Harbour dues to rise", UNSTOPPED, ""),
        ("Harbour dues to rise", f"{UNSTOPPED} and {UNSTOPPED}", "Harbour dues to rise"),
        ("RESEARCH ALERT - Harbour dues to rise again next year, says port.\nFriday", STORY,
         "RESEARCH ALERT - Harbour dues to rise again next year, says port."),
    ],
)  # fmt: skip
def test_a_first_line_is_a_headline_by_what_stands_below_it(first: str, below: str, headline: str) -> None:
    article = wirenews.parse(f"{first}\n\n{below}\n\nThe city agreed to it on Monday.\n")
    assert (article.headline.text if article.headline else "") == headline


@pytest.mark.parametrize(
    ("between", "byline"), [("", "Ana Paz By Nora Fielding"), ("Slug: RAIN\n", "By Nora Fielding")]
)
def test_a_name_right_above_the_byline_is_its_first_line(between: str, byline: str) -> None:
    article = wirenews.parse(f"Harbour dues to rise\n\nAna Paz\n{between}By Nora Fielding\n\n{STORY}\n")
    assert article.byline is not None
    assert article.byline.text == byline
