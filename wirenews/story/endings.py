"""What closes a story behind the last sentence of its last paragraph: "he said. (ANI)", "he said. REUTER"."""

from __future__ import annotations

from ..agencies import is_shared, lookup, may_name_agency
from ..article import Attribution, Notice
from ..credit.agency_line import Filed, agency_credit, read_agency_line
from ..credit.closing import opens_sign_off, read_credit
from ..credit.sentences import may_tell_who_helped
from ..notice.attached import closes_notice, closing_notice
from ..notice.read import read_notice
from ..text.characters import PARAGRAPH_ENDS
from ..text.patterns import pattern
from .blocks import LONGEST_CREDIT_LINE
from .trail import read_trail, sentence_starts

# The longest credit glued to the end of the last sentence.
_GLUED_LENGTH = 600
_SHORT_LINE = 12
_MOST_SENTENCES = 6
_CONTRIBUTION_WITHIN = 100
_MOST_BUTTON_WORDS = 4
_LONGEST_ROLE = 40
_END_MARK_WITHIN = 80
_INITIALS = pattern(r"\p{Lu}{2,4}/?")
_CLOSED = frozenset(")）")
_ENDS_IN_ASCII = "".join(sign for sign in PARAGRAPH_ENDS if sign.isascii())
_SPEECH_ENDS = "\"”’'»?!,;"


def read_ending(
    text: str, start: int, end: int, filed: Filed, *, is_closed: bool = False
) -> tuple[Attribution | Notice, ...]:
    """The credits, or else the notices, with which the paragraph ``text[start:end]`` ends behind its last sentence.

    ``is_closed`` says that a sure end, as a copyright line, stands right behind it.
    """
    if _may_have_ending(text, start, end):
        for read in (_bracket, _end_mark, _joined_line, _agency_behind_sentence, _sign_off_behind_sentence):
            credits = read(text, start, end, filed)
            if credits:
                return tuple(credits)
        notice = closing_notice(text, start, end)
        if notice is not None and notice.start > start:
            return (notice,)
    return read_trail(text, start, end) or (_above_end(text, start, end) if is_closed else ())


def _above_end(text: str, start: int, end: int) -> tuple[Attribution | Notice, ...]:
    """What may stand between the last sentence and a sure end and nowhere else: initials ("RHM"), words of a button."""
    if text[end - 1] in PARAGRAPH_ENDS:
        return ()
    low = max(start, end - LONGEST_CREDIT_LINE)
    at = _last_end(text, low, end) + 1
    at += len(text[at:end]) - len(text[at:end].lstrip())
    if start < at and _INITIALS.fullmatch(text, at, end) is not None:
        return (agency_credit(text, at, end, "credit.initials", ()),)
    begin = end
    for _ in range(_MOST_BUTTON_WORDS):
        begin = max(text.rfind(" ", low, begin - 1) + 1, low)
        if begin == low > start:
            break
        notice = read_notice(text, begin, end)
        if notice is not None and notice.kind == "furniture":
            return (notice,)
        if begin == start:
            break
    return ()


def _may_have_ending(text: str, start: int, end: int) -> bool:
    """Whether credits or notices may stand behind the last sentence of a paragraph: nearly none ends like that."""
    last = text[end - 1]
    if last in _SPEECH_ENDS:
        return False
    stop = end - 1 if last == "." else end
    word = text[stop - 24 if stop - start > 24 else start : stop].rpartition(" ")[2].rpartition("\n")[2]
    if not (word.islower() and word.isalpha() and word.isascii()):
        return True
    return (len(word) <= 4 and stop == end) or closes_notice(word) or (may_name_agency(word) and bool(lookup(word)))


def _bracket(text: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credit in brackets at the end of a paragraph, behind a sentence."""
    ending = text[max(start, end - 8) : end]
    if not (ending[-1] in ")）]" or ending[-2:-1] in _CLOSED or (ending[-1].isdigit() and "）" in ending)):
        return []
    at = max(text.rfind("(", max(start, end - _GLUED_LENGTH), end), text.rfind("（", max(start, end - 80), end))
    if at <= start:
        return []
    ended = text[start:at].rstrip()[-1:]
    if ended in ".!?…\"”’'»)。！？":
        return read_credit(text, at, end, filed)
    named = _agency_before(text, start, at)
    if named > start and (credit := read_credit(text, named, end, filed)):
        return credit
    if text[end - 1] != "." and _is_plain_agency(text, start, at, end, filed):
        return read_credit(text, at, end, filed)
    line = read_agency_line(text, at, end, filed) if any(map(str.isdigit, ending)) else None
    return [line] if line is not None and line.rule != "credit.publisher" else []


def _agency_before(text: str, start: int, at: int) -> int:
    """Where an agency begins that stands behind a sentence and before a bracket, or -1: "AGERPRES/(editor: ..."."""
    low = max(start, at - LONGEST_CREDIT_LINE)
    begin = _last_end(text, low, at) + 1
    begin += len(text[begin:at]) - len(text[begin:at].lstrip(_SPEECH_ENDS + " "))
    name = text[begin:at].rstrip("/ ")
    return begin if begin > low and name and ":" in text[at : at + _LONGEST_ROLE] and lookup(name) is not None else -1


def _end_mark(text: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The agency and the time behind an end mark in brackets: "(END) Dow Jones Newswires"."""
    at = text.rfind("(END", max(start, end - _END_MARK_WITHIN), end)
    line = read_agency_line(text, at, end, filed) if at > start else None
    return [line] if line is not None else []


def _is_plain_agency(text: str, start: int, at: int, end: int, filed: Filed) -> bool:
    """Whether brackets without a full stop before them hold an agency, and not the short form of a name."""
    inner = text[at + 1 : end - 1].strip()
    agency = lookup(inner, country=filed.country, known=filed.agencies)
    if agency is None or not inner.isupper() or " " in inner:
        return False
    initials = [word[0] for word in text[max(start, at - 120) : at].split()[-len(inner) - 3 :]]
    return "".join(c for c in initials if c.isupper())[-len(inner) :] != inner


def _joined_line(text: str, start: int, end: int, _: Filed) -> list[Attribution]:
    """An agency on a line that wrapping has joined to the last paragraph."""
    line = text.rfind("\n", max(start, end - LONGEST_CREDIT_LINE), end) + 1
    is_last = line > 0 and (
        end - line <= _SHORT_LINE or text[max(start, line - 8) : line].rstrip()[-1:] in PARAGRAPH_ENDS
    )
    return _line_at(text, line, end) if is_last else []


def _agency_behind_sentence(text: str, start: int, end: int, _: Filed) -> list[Attribution]:
    """An agency behind the end of a sentence; a full stop behind it makes it a word of one, three are an ornament."""
    low = max(start, end - LONGEST_CREDIT_LINE)
    words_end = _words_end(text, low, end)
    if end - words_end in (1, 2):
        return []
    at = _last_end(text, low, words_end)
    found = _line_at(text, at + 1, end) if at > start else []
    if not found and text.find(" ", at, words_end) < 0 < (blank := text.rfind(". ", start, words_end)):
        found = _line_at(text, blank + 2, end)  # "he said. – news.gov.example"
    return found if found and (found[0].agencies or "/" in found[0].text or is_shared(found[0].text)) else []


def _last_end(text: str, low: int, end: int) -> int:
    """Where the last sign stands between the two places that paragraphs end with, or -1."""
    signs = _ENDS_IN_ASCII if text[low:end].isascii() else PARAGRAPH_ENDS
    return max([text.rfind(sign, low, end) for sign in signs])


def _words_end(text: str, low: int, end: int) -> int:
    """Where the words end before the full stops at the end of a text."""
    return low + len(text[low:end].rstrip("."))


def _line_at(text: str, at: int, end: int) -> list[Attribution]:
    """The agency line that begins at ``at``, blanks and quotation marks aside."""
    while at < end and (text[at].isspace() or text[at] in "\"”’'»)"):
        at += 1
    found = read_agency_line(text, at, end) if at < end else None
    return [found] if found is not None else []


def _sign_off_behind_sentence(text: str, start: int, end: int, _: Filed) -> list[Attribution]:
    """A sign-off without brackets, the longest there is: "he said. Reporting by Ann Doe"; it ends with a name."""
    helped = may_tell_who_helped(text[max(start, end - _CONTRIBUTION_WITHIN) : end])
    found: list[Attribution] = []
    for at in reversed(sentence_starts(text, max(start, end - _GLUED_LENGTH), end)[-_MOST_SENTENCES:]):
        if helped or opens_sign_off(text, at, end):
            found = read_credit(text, at, end) or found
    return found
