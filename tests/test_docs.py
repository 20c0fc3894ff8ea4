"""Every example in the README, in docs/ and in the docstrings runs and gives what it shows."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import regex
from conftest import ROOT

import wirenews

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# What needs libraries that the extra "test" has not is run by tests/engines and tests/guides.
OF_ENGINES = ("columns.md", "datasets.md", "duckdb.md", "pandas.md", "polars.md")
OF_GUIDES = ("fastapi.md", "jq.md", "progress.md", "scrapy.md", "spacy.md")
_ELSEWHERE = (*OF_ENGINES, *OF_GUIDES, "wirenews.arrow", "wirenews.spacy")
MODULES = [
    "wirenews",
    *(
        m.name
        for m in pkgutil.walk_packages(wirenews.__path__, "wirenews.")
        if "__main__" not in m.name and m.name not in _ELSEWHERE
    ),
]
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
_FENCE = regex.compile(r"^```(\w*)\n(.*?)^```$", regex.M | regex.S)
_COMMAND = regex.compile(r"^<!-- tested: python -m (.*?) -->\n```text\n(.*?)^```$", regex.M | regex.S)


def examples_of(page: Path) -> str:
    """The Python examples of a page, with blank lines in place of the rest, so that line numbers hold."""
    text = page.read_text(encoding="utf-8")
    lines = [""] * (text.count("\n") + 1)
    for fence in _FENCE.finditer(text):
        if fence[1] == "python" and fence[2].startswith(">>> "):
            first = text.count("\n", 0, fence.start(2))
            lines[first : first + fence[2].count("\n")] = fence[2].splitlines()
    return "\n".join(lines)


def run_page(page: Path) -> str:
    """What is wrong with the examples of a page."""
    examples = doctest.DocTestParser().get_doctest(examples_of(page), {}, page.name, str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=_FLAGS, verbose=False).run(examples, out=report.append)
    return "".join(report)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name not in _ELSEWHERE], ids=lambda page: str(page.relative_to(ROOT))
)
def test_a_page(page: Path) -> None:
    assert run_page(page) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_python_example_is_left_out(page: Path) -> None:
    for fence in _FENCE.finditer(page.read_text(encoding="utf-8")):
        assert fence[1] in ("python", "text", "sh", "toml"), f"{page.name}: a fence without a language that is known"
        # Else it is a file, which its first line names: the tests of the guides run it.
        assert fence[1] != "python" or regex.match(r">>> |# \w+\.py\n", fence[2])


@pytest.mark.parametrize("name", MODULES)
def test_a_modules_docstrings(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert results.failed == 0


def _commands() -> list[tuple[str, str]]:
    return [(found[1], found[2]) for page in PAGES for found in _COMMAND.finditer(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("command", "shown"), _commands(), ids=[command for command, _ in _commands()])
def test_a_command_prints_what_is_shown(command: str, shown: str) -> None:
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert doctest.OutputChecker().check_output(shown, run.stdout, doctest.ELLIPSIS), run.stdout


def test_there_areexamples_of() -> None:
    assert sum(examples_of(page).count(">>> ") for page in PAGES) >= 20
    assert _commands()


def test_the_readme_has_two_commands_for_a_fresh_machine() -> None:
    commands = [f[2] for f in _FENCE.finditer((ROOT / "README.md").read_text(encoding="utf-8")) if f[1] == "sh"]
    assert [command.count("\n") for command in commands] == [1, 1]
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in regex.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_reference_names_the_whole_face() -> None:
    reference = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in wirenews.__all__:
        if name not in ("__version__", "Role", "NoticeKind", "SegmentKind", "Status", "DefectError"):
            assert f"`{name}" in reference, name


def test_the_oldest_dependencies_are_the_ones_that_are_declared() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for line in (ROOT / ".github" / "oldest.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            assert regex.search(rf'"{name}>={version.removesuffix(".0")}(?:\.0)?["; ]', declared), line


def test_the_readme_has_no_links_that_only_a_checkout_can_follow() -> None:
    for target in regex.findall(r"\]\(([^)]+)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert target.startswith(("https://", "#")), target
        # What it links to in the repository is there.
        path = regex.sub(r"https://github\.com/wirenews/wirenews/(?:blob|tree|raw)/main/", "", target)
        assert path == target or (ROOT / path).exists(), target


def test_the_licenses_of_the_data_are_in_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    files = {path.name for pattern in project["license-files"] for path in ROOT.glob(pattern)}
    assert files == {"LICENSE", *(f"{name}.txt" for name in project["license"].split(" AND ") if name != "MIT")}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for owner in ("GeoNames", "CLDR"):
        assert owner in readme


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_pinned_and_end(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for action in regex.findall(r"uses: (.+)", text):
        assert action.startswith("./") or regex.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert text.count("timeout-minutes:") == text.count("runs-on:")


def test_the_version_is_in_the_changelog_and_the_citation() -> None:
    assert f"## [{wirenews.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {wirenews.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
