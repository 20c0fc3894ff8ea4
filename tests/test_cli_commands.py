"""The command line: explain, summary, copies, and what a few words mean; and what ``--help`` says."""

from __future__ import annotations

import argparse
import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

import wirenews
from wirenews.cli import main, options

TOLD = (
    "Portugal will raise its harbour dues by four percent next year, the port authority said in a statement. It wants to "
    "pay for two new quays, which ferries and cruise ships have been asking for since the storm. Shipping lines said they "
    "had hoped for less, and that many of their captains will look for other ports along the coast before summer begins."
)
WIRE = f"Dues to rise\n\nLISBON, Feb 26, 2025 (Reuters) - {TOLD}\n\n(Reporting by Nora Fielding)\n"
PAPER = f"Harbour gets dearer\n\nBy Agencies\n\nLisbon: {TOLD}\n\n(With inputs from AFP)\n"
RAIN = "Nobody knew why it rained. It rained all day.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("in").mkdir()
    for name, text in {"paper": PAPER, "rain": RAIN, "wire": WIRE}.items():
        Path(f"in/{name}.txt").write_text(text, encoding="utf-8")


def out(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(arguments) == status
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return [json.loads(line) for line in out(capsys, *arguments, "--json").splitlines()]


class TestExplain:
    def test_every_piece_with_its_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "explain", "in/wire.txt") == f"in/wire.txt\n{wirenews.parse(WIRE).explain()}\n"

    def test_why_this_agency_and_no_other(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "explain", "in/wire.txt", "--agency") == "in/wire.txt\nagency: reuters, dateline at 14-44\n"
        shown = out(capsys, "explain", "in/paper.txt", "--agency")
        assert shown.startswith("in/paper.txt\nagency: none\n    not afp, credit at ")
        assert shown.endswith(": the role 'inputs' makes no owner\n")

    def test_why_this_date(self, capsys: pytest.CaptureFixture[str]) -> None:
        shown = out(capsys, "explain", "in", "--date")
        assert (
            shown
            == "in/paper.txt\ndate: none\n\nin/rain.txt\ndate: none\n\nin/wire.txt\ndate: 2025-02-26, dateline at 14-44\n"
        )

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        paper, _, wire = as_json(capsys, "explain", "in")
        assert wire["file"] == "in/wire.txt"
        assert [piece["kind"] for piece in wire["pieces"]] == ["headline", "dateline", "body", "credit"]
        assert wire["pieces"][1]["rule"] == "dateline.place-date-agency"
        assert wire["agency"]["believed"]["value"] == "reuters"
        assert paper["agency"]["believed"] is None
        assert [(other["value"], other["against"]) for other in paper["agency"]["others"]] == [
            ("afp", "the role 'inputs' makes no owner")
        ]
        [only] = as_json(capsys, "explain", "in/wire.txt", "--date")
        assert only["date"]["believed"] == {
            "value": "2025-02-26",
            "kind": "dateline",
            "start": 14,
            "end": 44,
            "text": "LISBON, Feb 26, 2025 (Reuters)",
            "rule": "dateline.place-date-agency",
        }
        assert "pieces" not in only


class TestSummary:
    def test_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = out(capsys, "summary", "in").splitlines()
        assert lines[0] == "3 stories in 3 files"
        assert "  reuters                          1  33.3% ███████" in lines
        assert "  unknown                          2  66.7% █████████████" in lines
        assert "  2025-02-26                       1  33.3% ███████" in lines
        assert lines[-1] == "without a dateline: 1 story"

    def test_csv_and_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = list(csv.reader(out(capsys, "summary", "in", "--csv").splitlines()))
        assert rows[:3] == [["what", "value", "stories"], ["all", "", "3"], ["agency", "reuters", "1"]]
        assert ["without", "dateline", "1"] in rows
        [told] = as_json(capsys, "summary", "in")
        assert (told["files"], told["stories"], told["agencies"]) == (3, 3, {"reuters": 1})
        assert (told["days"], told["languages"], told["without_dateline"]) == ({"2025-02-26": 1}, {"en": 3}, 1)
        assert told["defects"] == {}

    def test_long_lists_are_cut_on_the_terminal_alone(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("many.csv").write_text("text\n" + "".join(f'"OSLO, May {n}, 2025 (NTB) - Rain."\n' for n in range(1, 29)))
        shown = out(capsys, "summary", "many.csv", "--column", "text")
        assert "  … 13 more                       13  46.4% █████████" in shown.splitlines()
        [told] = as_json(capsys, "summary", "many.csv", "--column", "text", "--workers", "2")
        assert list(told["days"]) == [f"2025-05-{n:02}" for n in range(1, 29)]

    def test_what_fails_is_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        for command in ("summary", "copies", "explain"):
            assert main([command, "gone.txt", "in"]) == 1
            captured = capsys.readouterr()
            assert captured.err == "wirenews: cannot read gone.txt: no such file or directory\n"
            assert captured.out


class TestCopies:
    def test_pairs_with_their_agencies(self, capsys: pytest.CaptureFixture[str]) -> None:
        [pair] = as_json(capsys, "copies", "in")
        assert pair == {
            "file": "in/paper.txt",
            "number": 1,
            "id": None,
            "agency": None,
            "headline": "Harbour gets dearer",
            "other_file": "in/wire.txt",
            "other_number": 1,
            "other_id": None,
            "other_agency": "reuters",
            "other_headline": "Dues to rise",
            "containment": 1.0,
        }
        [row] = csv.DictReader(out(capsys, "copies", "in", "--csv", "--workers", "2").splitlines())
        assert {name: value or None for name, value in row.items()} == {
            name: value and str(value) for name, value in pair.items()
        }
        assert out(capsys, "copies", "in").splitlines() == [
            "100% of the shorter one",
            "  in/paper.txt, story 1                    no agency    Harbour gets dearer",
            "  in/wire.txt, story 1                     reuters      Dues to rise",
            "1 pair among 3 stories",
        ]

    def test_the_least_share(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("in/paper.txt").write_text(TOLD + " " + " ".join(f"word{n}" for n in range(80)))
        Path("in/wire.txt").write_text(TOLD + " " + " ".join(f"term{n}" for n in range(80)))
        assert len(as_json(capsys, "copies", "in", "--at", "0.1")) == 1
        assert as_json(capsys, "copies", "in", "--at", "1") == []


class TestReport:
    def test_a_page_over_all_stories(self, capsys: pytest.CaptureFixture[str]) -> None:
        page = out(capsys, "report", "in")
        assert page.startswith("<!DOCTYPE html>")
        for text in ("Harbour gets dearer", "Dues to rise", "Nobody knew why it rained."):
            assert text in page
        assert out(capsys, "report", "in", "--workers", "2", "-o", "report.html") == ""
        assert Path("report.html").read_text(encoding="utf-8") == page

    def test_what_fails_is_told_and_nothing_is_written_over(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["report", "in", "gone.txt", "-o", "report.html"]) == 1
        assert Path("report.html").exists()
        assert main(["report", "in/wire.txt", "-o", "in/wire.txt"]) == 2
        assert Path("in/wire.txt").read_text() == WIRE


class TestLookups:
    def test_all_agencies(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = out(capsys, "agencies").splitlines()
        assert len(lines) == len(wirenews.agencies())
        assert any(line.startswith("ani ") and "Asian News International" in line for line in lines)

    def test_an_agency(self, capsys: pytest.CaptureFixture[str]) -> None:
        [told] = as_json(capsys, "agencies", "A.N.I.")
        assert (told["id"], told["country"]) == ("ani", "IN")
        assert [told["id"] for told in as_json(capsys, "agencies", "CNA", "--country", "TW")] == ["cna-tw"]
        assert {"cna-tw", "cna-sg"} <= {told["id"] for told in as_json(capsys, "agencies", "CNA")}
        assert main(["agencies", "Gotham Wire"]) == 1
        assert "no agency is known as 'Gotham Wire'" in capsys.readouterr().err
        Path("mine.toml").write_text('[agency.gotham]\nname = "Gotham Wire"\n')
        assert out(capsys, "agencies", "Gotham Wire", "--agencies", "mine.toml").startswith("gotham ")

    def test_a_date(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "date", "Feb 26") == "--02-26\n"
        assert out(capsys, "date", "Feb 26", "--reference", "2025-04-18") == "2025-02-26 (year inferred)\n"
        assert out(capsys, "date", "04/05/2025") == "2025 (month, day ambiguous)\n"
        assert out(capsys, "date", "04/05/2025", "--order", "DMY") == "2025-05-04\n"
        assert out(capsys, "date", "5. listopada 2024", "--language", "hr") == "2024-10-05\n"
        sentence = ("--reference", "2025-04-18", "--context", "They will vote Tuesday.")
        assert as_json(capsys, "date", "Tuesday", *sentence)[0]["iso"] == "2025-04-22"
        assert main(["date", "yesterday"]) == 1
        assert "give one with --reference 2025-04-18" in capsys.readouterr().err
        assert main(["date", "Feb 26", "--language", "xx"]) == 2

    def test_an_attribution(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "attribution", "(Reporting by Ana Paz; Editing by Jo Lie)") == (
            "reporting: Ana Paz\nediting: Jo Lie\n"
        )
        assert out(capsys, "attribution", "By Ana Paz, Reuters") == "byline: Ana Paz, Reuters [reuters]\n"
        [told] = as_json(capsys, "attribution", "(With inputs from PTI)")
        assert (told["role"], told["agencies"][0]["id"]) == ("inputs", "pti")
        assert main(["attribution", "It rained all day."]) == 1

    def test_a_place(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "place", "BELLEVUE, Wash.").startswith(
            "name         Bellevue\nregion       Washington\ncountry      US\n"
        )
        [told] = as_json(capsys, "place", "Birmingham", "--country", "US")
        assert (told["name"], told["subdivision"]) == ("Birmingham", "US-AL")
        assert main(["place", "Gotham City"]) == 1


class TestHelp:
    def test_the_front_names_every_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["--help"])
        assert caught.value.code == 0
        shown = capsys.readouterr().out
        for name, command in options.COMMANDS.items():
            assert f"  {name:<12} {command.help}" in shown

    @pytest.mark.parametrize("name", options.COMMANDS)
    def test_every_option_is_told_in_a_sentence(self, name: str) -> None:
        parser = argparse.ArgumentParser(add_help=False)
        options.COMMANDS[name].add_options(parser)
        helps = [action.help or "" for action in parser._actions]
        for help in (options.COMMANDS[name].help, *helps):
            assert re.fullmatch(r"[A-Z].{14,}[.]", help, re.S), help

    def test_every_command_has_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in options.COMMANDS:
            with pytest.raises(SystemExit) as caught:
                main([name, "--help"])
            assert caught.value.code == 0
            assert f"usage: wirenews {name}" in capsys.readouterr().out
