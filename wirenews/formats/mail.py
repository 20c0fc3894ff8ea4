"""E-mail (RFC 5322), one message or an mbox: the first text of it, in the characters that it declares."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

import attrs

from ..article import Defect
from ..decoding import decode
from ..metadata import Metadata
from .cutting import cut_at
from .document import Document
from .jsonwire import plain
from .story import Found, Story, stories_of
from .values import read_moment

READS = {
    "headline": "Subject",
    "byline": "the name in From",
    "body": "the first text/plain part, else the first text/html",
    "uri": "Message-ID",
    "created": "Date",
    "keywords": "Keywords",
    "priority": "X-Priority, Importance",
    "provider": "Organization",
    "language": "Content-Language",
}
_HEADER = re.compile(r"(?:From \S+ [^\n]*\n)?(?:(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[^\n]*\n(?:[ \t][^\n]*\n)*)", re.A)
# A message on its way has one of these; a story with a "Date:" and a "Subject:" above it has not.
_OWN = re.compile(
    r"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-Mailer|Content-Transfer-Encoding):", re.M | re.I
)
_MBOX = re.compile(rb"(?:^|(?<=\n))From \S+ [^\n]{10,60}\d{4}[^\n]{0,10}\n")
# A line of a message that would begin another in an mbox.
_QUOTED_FROM = re.compile(rb"(?:^|(?<=\n))>(>*From )")
# The standard library takes the square of the time for encoded words.
_LONGEST_HEADER = 5000
_FLOWED = re.compile(r"(?<!\n--) \n(?=[^\n])")
_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$|^\S+@\S+$")


class MailFormat:
    """A message, or several in an mbox."""

    def holds(self, document: Document) -> bool:
        """Whether it begins with two headers, and one of those that only a message has."""
        head = document.first_lines
        first = _HEADER.match(head)
        if first is None or _HEADER.match(head, first.end()) is None:
            return False
        return _OWN.search(head.partition("\n\n")[0]) is not None

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each message with a text."""
        return stories_of(self._found(document), lambda _: "no message has a text")

    def _found(self, document: Document) -> Iterator[Found | None]:
        for data in cut_at(document.chunks(), _MBOX, document.limit):
            yield _read(data)


FORMAT = MailFormat()


def _read(data: bytes) -> Story | None:
    start = data.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    if start.startswith(b"From "):
        start = _QUOTED_FROM.sub(rb"\1", start.partition(b"\n")[2])
    message = email.message_from_bytes(start, policy=compat32)
    part, body, story = _text(message)
    if part is None or not body.strip():
        return None
    moment = read_moment(_words(message, "Date") or "")
    keywords = (_words(message, "Keywords") or "").split(",")
    metadata = Metadata(
        uri=(_words(message, "Message-ID") or "").strip("<> ") or None,
        priority=_words(message, "X-Priority") or _words(message, "Importance"),
        provider=_words(message, "Organization"),
        created=moment,
        keywords=tuple(keyword.strip() for keyword in keywords if keyword.strip()),
    )
    return attrs.evolve(
        story,
        headline=_words(message, "Subject"),
        byline=_ADDRESS.sub("", _words(message, "From") or "").strip(' "') or None,
        language=_words(message, "Content-Language"),
        metadata=metadata,
    )


def _text(message: Message) -> tuple[Message | None, str, Story]:
    """The part with the text, and the text."""
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind:
                text, story = _decoded(part)
                return (
                    part,
                    (plain(text) if kind == "text/html" else text),
                    attrs.evolve(story, body=plain(text) if kind == "text/html" else text),
                )
    return None, "", Story("")


def _decoded(part: Message) -> tuple[str, Story]:
    """The text of a part in the characters that it declares, and an empty story with what had to be guessed."""
    payload = part.get_payload(decode=True)
    defects: tuple[Defect, ...]
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        text, defects = data.decode(charset or "utf-8"), ()
    except (LookupError, UnicodeDecodeError):
        text, told = decode(data)
        defects = tuple(told)
    return _unflowed(part, text.replace("\r\n", "\n")), Story("", damage=defects)


def _unflowed(part: Message, text: str) -> str:
    """The text with its lines whole: in ``format=flowed`` (RFC 3676) one that ends in a blank goes on in the next."""
    if part.get_param("format") != "flowed":
        return text
    return _FLOWED.sub("" if part.get_param("delsp") == "yes" else " ", text)


def _words(message: Message, name: str) -> str | None:
    """A header on one line, its encoded words decoded."""
    value = message.get(name)
    if value is None:
        return None
    try:
        shown = str(make_header(decode_header(value))) if len(str(value)) < _LONGEST_HEADER else str(value)
    except (ValueError, LookupError):
        shown = str(value)
    return " ".join(shown.split()) or None
