"""Fingerprints: what counts and what does not, and which texts of a corpus run the same copy."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews import Fingerprint, find_copies, fingerprint

WORDS = "harbour dues quay ferry rain city port ship crane tide pier rope salt wind gull lamp".split()


def copy(seed: int, paragraphs: int = 12) -> list[str]:
    """A story's paragraphs, made up of words in an order that no other seed has."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=40)).capitalize() + "." for _ in range(paragraphs)]


def test_dateline_credits_case_and_wrapping_do_not_count() -> None:
    first, *others = copy(1)
    wire = "\n\n".join([f"LISBON, Feb 26 (Reuters) - {first}", *others, "(Reporting by Ana Paz; Editing by Jo Roe)"])
    paper = "\n".join(["Dues to rise", "", f"Lisbon - {first}".replace(" ", "\n"), *(f"\n{o.upper()}" for o in others)])
    assert fingerprint(wire).containment(fingerprint(paper)) > 0.9


def test_the_hashes_are_the_same_on_every_machine() -> None:
    code = "import wirenews; print(wirenews.fingerprint(' '.join(str(n) for n in range(60))).hashes)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == f"{fingerprint(' '.join(str(n) for n in range(60))).hashes}\n"
    assert runs[0].startswith("(")


def test_one_shingle_in_eight_is_kept_and_a_short_body_has_none() -> None:
    body = " ".join(f"w{n}" for n in range(8005))
    assert 850 < len(fingerprint(body).hashes) < 1150
    assert fingerprint("Rain fell on the city.").hashes == ()
    assert fingerprint("").containment(fingerprint(body)) == 0.0


def test_a_character_is_a_word_where_no_blanks_stand() -> None:
    story = "港口管理部门星期五表示，明年港口费将上调百分之四，所得资金用于修建两座新码头，工程持续到秋天，航运公司要去找别的港口。"
    assert fingerprint(story).hashes
    assert fingerprint(story).containment(fingerprint(story.replace("，", "、"))) == 1.0


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_bytes_give_it_back(hashes: list[int]) -> None:
    made = Fingerprint(tuple(hashes))
    assert Fingerprint.from_bytes(bytes(made)) == made


@given(st.text(max_size=200))
def test_any_text_has_a_fingerprint(text: str) -> None:
    made = fingerprint(text)
    assert list(made.hashes) == sorted(set(made.hashes))


def corpus() -> Iterator[tuple[str, Fingerprint]]:
    for number in range(30):
        wire = copy(number)
        yield f"wire {number}", fingerprint("\n\n".join(wire))
        local = ["Subscribe to the Gull for a month", *wire[:7], "Our harbour pages have more on this"]
        yield f"paper {number}", fingerprint("\n\n".join(local))
        yield f"other {number}", fingerprint("\n\n".join(copy(1000 + number)))


def test_the_pairs_that_run_the_same_copy() -> None:
    found = list(find_copies(corpus()))
    assert {(first, second) for first, second, _ in found} == {(f"wire {n}", f"paper {n}") for n in range(30)}
    assert all(0.5 <= share <= 1 for *_, share in found)


def test_a_higher_share_asks_for_more() -> None:
    whole, half = copy(1), [*copy(1)[:6], *copy(2)[:6]]
    items = [(name, fingerprint("\n\n".join(paragraphs))) for name, paragraphs in (("a", whole), ("b", half))]
    assert not list(find_copies(items, at=0.8))
    assert [pair[:2] for pair in find_copies(items, at=0.3)] == [("a", "b")]


def test_what_stands_in_every_text_joins_none_and_costs_little() -> None:
    phrase = copy(0, paragraphs=2)
    items = [(number, fingerprint("\n\n".join([*phrase, *copy(number + 1, 3)]))) for number in range(300)]
    assert not list(find_copies(items, at=0.3))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: fingerprint(3), "source must be an Article or a str, got int 3: pass what wirenews.parse gave"),  # type: ignore[arg-type]
        (lambda: Fingerprint(()).containment("x"), "other must be a Fingerprint, got str"),  # type: ignore[arg-type]
        (lambda: Fingerprint.from_bytes(b"123"), "a hash has eight bytes, got 3"),
        (lambda: list(find_copies([], at=0)), "at must be over 0 and at most 1, got 0"),
        (lambda: list(find_copies([], at=2)), "at must be over 0 and at most 1, got 2"),
    ],
)
def test_a_wrong_argument_says_what_to_pass(call: object, says: str) -> None:
    with pytest.raises((TypeError, ValueError), match=says):
        call()  # type: ignore[operator]


def test_an_article_and_its_source_have_the_same() -> None:
    story = "\n\n".join(copy(3))
    assert fingerprint(wirenews.parse(story)) == fingerprint(story)
