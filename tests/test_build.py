"""What is generated is in step with the tables, and a wrong row says what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from conftest import ROOT
from languages import checked


def test_everything_generated_is_in_step() -> None:
    """The first test that runs: what fails behind it may fail because of it."""
    command = [sys.executable, str(ROOT / "tools" / "build.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"rolls": {}}, r"ca\.toml has a table \[rolls\] that nothing reads: one of tells, roles"),
        ({"credits": {"wth": ["amb"]}}, r"ca\.toml: \[credits\] has no key 'wth': one of by, "),
        ({"credits": {"with": "amb"}}, r"ca\.toml: \[credits\] with must be a list of words"),
        ({"credits": {"with": [1]}}, r"ca\.toml: \[credits\] with must be a list of words"),
        ({"credits": {"with": []}}, r"ca\.toml: \[credits\] with must be a list of words"),
        ({"tells": {"letters": ["à"]}}, r"ca\.toml: \[tells\] letters must be text"),
        (
            {"notice": [{"id": "x-ca", "kind": "end mark", "opens": ["fi"], "sample": ["fi"], "hass": ["x"]}]},
            r"\[\[notice\]\] x-ca: .*'hass'",
        ),
        ({"notice": [{"id": "x-ca", "kind": "end", "whole": ["fi"]}]}, r"\[\[notice\]\] x-ca: 'kind' must be in"),
        ({"notice": [{"id": "x-ca", "kind": "end mark"}]}, r"has no wording: give it `whole`, `exact` or `opens`"),
        (
            {"notice": [{"id": "x-ca", "kind": "end mark", "whole": ["fi"], "then": "x"}]},
            r"speak of what follows `opens`",
        ),
        (
            {"notice": [{"id": "x-ca", "kind": "furniture", "opens": ["llegiu també"]}]},
            r"x-ca: what `opens` a notice needs a `sample`",
        ),
        (
            {"notice": [{"id": "x-ca", "kind": "furniture", "opens": ["vegeu:"], "sample": ["Llegiu: x"]}]},
            r"x-ca: the sample 'Llegiu: x' begins with none of the row's own wordings",
        ),
        (
            {"notice": [{"id": "x-ca", "kind": "furniture", "opens": ["vegeu"], "sample": ["Vegeu: el pont"]}]},
            r"x-ca: a sentence may begin with 'vegeu': say with `then` or `has` what follows",
        ),
        (
            {
                "tells": {"words": ["amb", "aquesta"]},
                "notice": [{"id": "x-ca", "kind": "furniture", "opens": ["amb aquesta"], "sample": ["Amb aquesta"]}],
            },
            r"x-ca: a sentence may begin with 'amb aquesta'",
        ),
        ({"samples": {"credit": {}}}, r"ca\.toml: \[samples\] has no key 'credit': one of credits, bylines"),
        ({"samples": {"credits": ["x"]}}, r"ca\.toml: \[samples\] credits must be a table: line = what it says"),
        ({"samples": {"nothing": {"x": "y"}}}, r"ca\.toml: \[samples\] nothing must be a list of lines"),
        (
            {"notice": [{"id": "x-ca", "kind": "end mark", "opens": ["fi"], "sample": ["fi"], "then": "(x"}]},
            r"x-ca: missing \)",
        ),
        ({"notice": [{"id": "x-ca", "kind": "end mark", "opens": ["Fi"]}]}, r"x-ca: .*small letters: 'Fi'"),
        ({"dateline": [{"id": "x-ca", "sample": "x"}]}, r"\[\[dateline\]\] x-ca: .*'pattern'"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(tables: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        checked("ca.toml", tables)


def test_a_right_row_passes() -> None:
    tables = {
        "name": "Catalan",
        "credits": {"with": ["amb"]},
        "notice": [
            {"id": "x-ca", "kind": "end mark", "whole": ["fi"]},
            {"id": "y-ca", "kind": "furniture", "opens": ["vegeu:", "llegiu"], "then": ":.*", "sample": ["Vegeu: x"]},
            {"id": "z-ja", "kind": "usage terms", "opens": ["無断転載"], "sample": ["無断転載"], "not": ["無断転"]},
        ],
        "samples": {"credits": {"Amb EFE": "inputs: efe"}, "nothing": ["Amb ella vindrà el pont."]},
    }
    assert checked("ca.toml", tables) == tables
