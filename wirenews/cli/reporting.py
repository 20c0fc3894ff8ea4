"""``wirenews report``: one page over many stories."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..article import Article
from ..export.report import report
from .inputs import Reading, number_of_files
from .messages import Told
from .outputs import check_is_not_read
from .writers import put


def run(options: argparse.Namespace) -> int:
    """The exit status."""
    reading: Reading = options.reading
    target = Path(options.output) if options.output is not None else None
    if target is not None:
        check_is_not_read(target, reading.files)
    with Told(number_of_files(reading.files)) as told:
        page = report(article for _, article in reading.told(_itself, told))
    if target is None:
        put(sys.stdout, page)
    else:
        target.write_text(page, encoding="utf-8")
    return 1 if told.has_failed else 0


def _itself(article: Article) -> Article:
    return article
