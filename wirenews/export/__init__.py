"""An article in other people's shapes: ninjs, schema.org JSON-LD, an HTML view."""

from __future__ import annotations

from .html import to_html
from .jsonld import to_jsonld
from .ninjs import to_ninjs

__all__ = ["to_html", "to_jsonld", "to_ninjs"]
