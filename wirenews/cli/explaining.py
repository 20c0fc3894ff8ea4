"""``wirenews explain``: each piece with the rule that recognised it, and what settled agency and date."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import Any

from ..article import Article
from ..explain import Claim, decision_lines
from ..record import dumps
from .inputs import Reading, number_of_files
from .messages import Told
from .views import printable
from .writers import put


def run(options: argparse.Namespace) -> int:
    """The exit status."""
    reading: Reading = options.reading
    asked = tuple(name for name in ("agency", "date") if getattr(options, name))
    make = partial(_as_json if options.json else _in_words, asked=asked)
    is_first = True
    with Told(number_of_files(reading.files)) as told:
        for origin, made in reading.told(make, told):
            if options.json:
                put(sys.stdout, dumps({**origin._asdict(), **made}), "\n")
            else:
                number = f", story {origin.number}" if origin.number > 1 else ""
                put(sys.stdout, "" if is_first else "\n", f"{printable(origin.file)}{number}\n", made, "\n")
            is_first = False
    return 1 if told.has_failed else 0


def _in_words(article: Article, asked: tuple[str, ...]) -> str:
    if not asked:
        return "\n".join(map(printable, article.explain().split("\n")))
    return "\n".join(printable(line) for name in asked for line in decision_lines(name, _claims(article, name)))


def _claims(article: Article, name: str) -> list[Claim]:
    return list(article._agency_claims() if name == "agency" else article._date_claims())


def _as_json(article: Article, asked: tuple[str, ...]) -> dict[str, Any]:
    """The same in plain values: of each claim why it is not believed, if it is not."""
    told: dict[str, Any] = {}
    if not asked:
        plain = article.to_dict()
        told["pieces"] = [
            {"kind": kind, **piece}
            for kind, name in _PIECES
            for piece in (plain[name] if isinstance(plain[name], list) else filter(None, [plain[name]]))
        ]
        told["pieces"].sort(key=lambda piece: (piece["start"], piece["end"]))
        told["defects"] = plain["defects"]
    for name in asked or ("agency", "date"):
        told[name] = _decision(_claims(article, name))
    return told


_PIECES = (
    ("field", "fields"),
    ("headline", "headline"),
    ("deck", "deck"),
    ("byline", "byline"),
    ("dateline", "dateline"),
    ("body", "paragraphs"),
    ("caption", "captions"),
    ("credit", "credits"),
    ("notice", "notices"),
)


def _decision(claims: list[Claim]) -> dict[str, Any]:
    believed = next((claim for claim in claims if not claim.against), None)
    others = [
        {**_claim(claim), "against": claim.against or f"the {believed.kind if believed else ''} comes first"}
        for claim in claims
        if claim is not believed
    ]
    return {"believed": _claim(believed) if believed is not None else None, "others": others}


def _claim(claim: Claim) -> dict[str, Any]:
    value = claim.value.isoformat() if hasattr(claim.value, "isoformat") else claim.value.id or claim.value.name
    piece = claim.piece
    where = (
        {"start": piece.start, "end": piece.end, "text": piece.text, "rule": piece.rule} if piece is not None else {}
    )
    return {"value": value, "kind": claim.kind, **where}
