"""Typed values out of what documents write: moments, numbers, states, codes."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dateutil import parser as dateutil_parser

from ..kinds import Status
from ..metadata import Subject

_DAY = re.compile(r"\d{4}(-?)\d\d\1\d\d")
_MAIL_DATE = re.compile(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{2,4} \d")
# "26-FEB-1987 15:01:01.79"
_SPELT = re.compile(
    r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3})-(?P<year>\d{4}) (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
# Seconds since 1970, or thousandths of them; a number that begins as a day does is a day.
_EPOCH = re.compile(r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{9,10})(?:\d{3})?(?:\.\d{0,9})?")
# "20250418101500"
_IN_A_ROW = re.compile(r"(\d{8})(\d{4}(?:\d\d)?(?:Z|[+-]\d{4})?)")
# A code and, in front of it, its scheme.
_PARTED = re.compile(r"(\S+?)([/#:])([\w.+-]{1,80})")

# What agencies call the states of a story, beside those of the IPTC.
_STATES: dict[str, Status] = {
    "usable": "usable",
    "published": "usable",
    "publish": "usable",
    "embargoed": "usable",
    "withheld": "withheld",
    "withhold": "withheld",
    "hold": "withheld",
    "onhold": "withheld",
    "draft": "withheld",
    "pending": "withheld",
    "private": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "cancel": "canceled",
    "killed": "canceled",
    "kill": "canceled",
    "mandatorykill": "canceled",
    "withdrawn": "canceled",
    "deleted": "canceled",
    "trash": "canceled",
    "elimination": "canceled",
}


def read_moment(text: str) -> dt.datetime | None:
    """The moment of a time stamp as ISO 8601, e-mail (RFC 5322) or a count of seconds writes it, else ``None``.

    A stamp without a day is none, as the day would have to be made up.

    >>> str(read_moment("20140829T134951+0000")), read_moment("2014-08")
    ('2014-08-29 13:49:51+00:00', None)
    >>> str(read_moment("Mon, 29 Jul 2013 16:03:54 GMT")), str(read_moment("1375113834000"))
    ('2013-07-29 16:03:54+00:00', '2013-07-29 16:03:54+00:00')
    """
    text = text.strip()
    if (epoch := _EPOCH.fullmatch(text)) is not None:
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=int(epoch[1]))
    if not _DAY.match(text):
        return _other_moment(text)
    day, *rest = (_IN_A_ROW.sub(r"\1 \2", text) if _IN_A_ROW.fullmatch(text) else text).split()
    stamp = "T".join(filter(None, (day, "".join(rest))))
    try:
        return dt.datetime.fromisoformat(stamp)
    except ValueError:
        pass
    try:
        return dateutil_parser.isoparse(stamp)
    except (ValueError, OverflowError):
        return None


def _other_moment(text: str) -> dt.datetime | None:
    try:
        if (stamp := _SPELT.match(text)) is not None:
            month = _MONTHS.index(stamp["month"].casefold()) // 3 + 1
            year, day, hour, minute, second = map(int, stamp.group("year", "day", "hour", "minute", "second"))
            return dt.datetime(year, month, day, hour, minute, second)
        if _MAIL_DATE.match(text):
            return parsedate_to_datetime(text)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def read_number(text: str) -> int | None:
    """A small whole number, written in digits.

    >>> read_number(" 4 "), read_number("high"), read_number("9" * 5000)
    (4, None, None)
    """
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def read_status(text: str) -> Status | None:
    """The state of a story, in the words of the IPTC.

    >>> read_status("stat:withheld"), read_status("Killed"), read_status("true")
    ('withheld', 'canceled', None)
    """
    return _STATES.get(re.sub(r"[\W_]", "", text.rpartition(":")[2]).casefold())


def subject(code: str | None, name: str | None, scheme: str | None) -> Subject | None:
    """A subject, its code parted from its scheme: "subj:15054000", "http://cv.iptc.org/newscodes/mediatopic/20000002".

    >>> subject("subj:15054000", "football", None)
    Subject(code='15054000', name='football', scheme='subj')
    """
    if code and not scheme and not code.isalpha() and (parted := _PARTED.fullmatch(code)) is not None:
        scheme, code = parted[1] + (parted[2] if "/" in parted[1] else ""), parted[3]
    return Subject(code or None, name or None, scheme or None) if code or name else None


def last_part(code: str) -> str | None:
    """What a code of the form "nprov:REUTERS" names; ``None`` for a number, which is no name."""
    end = code.rpartition(":")[2]
    return end if end and not end.isdigit() else None
