"""Reads the bytes of an article file: its text and encoding, or the reason why it has none."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from flows.lexicon import rows
from flows.text.census import census, count_of
from flows.text.decoding import (
    BYTE_ORDER_MARKS,
    Decoded,
    UndecodableError,
    decode,
    is_broken,
)
from flows.text.language import is_odd_arabic, language_name, language_of
from flows.text.lines import is_blank
from flows.text.mojibake import is_scrambled, mend
from flows.text.repair import SEPARATOR, encode_with_note

Reason = Literal["empty", "binary", "markup", "undecodable", "not_arabic"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as text, and all that is needed to write the same bytes again.

    `text` is valid Unicode without the byte order mark; `encoding` an IANA name; `repair` the
    note of what was mended (see flows.text.repair), None for a sound file; `language` BCP 47.
    """

    text: str
    encoding: str
    bom: bool = False
    repair: str | None = None
    language: str = "ar"

    def encode(self) -> bytes:
        r"""The bytes of the file.

        >>> Reading("خبر", "utf-8", bom=True).encode() == "\ufeffخبر".encode()
        True
        """
        mark = BYTE_ORDER_MARKS[self.encoding] if self.bom else b""
        return mark + encode_with_note(self.text, self.encoding, self.repair)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file is no article that can be read: the reason, what was found, what to do."""

    reason: Reason
    detail: str
    remedy: str


def read(raw: bytes) -> Reading | Rejection:
    """The text of a file, or why it has none; no bytes raise an error.

    Reasons: `empty` (nothing visible), `binary` (another kind of file, NUL bytes, controls),
    `markup` (an HTML or XML document), `undecodable` (no known encoding, or letters that an
    earlier program lost), `not_arabic` (no letters, another script, another language of the
    script). Whatever is read encodes back to `raw`.

    >>> reading = read("أعلنت الحكومة".encode("windows-1256"))
    >>> reading.text, reading.encoding, reading.encode() == "أعلنت الحكومة".encode("windows-1256")
    ('أعلنت الحكومة', 'windows-1256', True)
    >>> read(b"%PDF-1.7 ...").detail
    'a PDF document'
    """
    for signature, kind, remedy in _SIGNATURES:
        if raw.startswith(signature):
            return Rejection("binary", kind, remedy)
    try:
        decoded = decode(raw)
    except UndecodableError as error:
        return Rejection("undecodable", str(error), "save the file as UTF-8")
    counts = census(decoded.text)
    rejection = _no_text(decoded.text, counts)
    if rejection is not None:
        return rejection
    reading = _mended(raw, decoded, counts)
    if reading.repair != decoded.note:
        counts = census(reading.text)
    return (
        _lost(counts)
        or _doubtful(decoded, reading.text, counts)
        or _not_arabic(reading.text, counts)
        or reading
    )


def _no_text(text: str, counts: Counter[str]) -> Rejection | None:
    if is_blank(text):
        return Rejection("empty", "nothing visible", "fetch the article again, or remove the file")
    if nuls := counts["\0"]:
        detail = f"{nuls} NUL characters, the first at character {text.index(chr(0))}"
        return Rejection("binary", detail, "fetch the article again; only text can be read")
    controls = count_of(counts, _CONTROLS)
    if controls > 1 + _MOST_CONTROLS * len(text):
        detail = f"{controls} control characters in {len(text)}"
        return Rejection("binary", detail, "fetch the article again; only text can be read")
    if match := _MARKUP.match(text):
        detail = f"a document that begins with {match.group().strip()}"
        return Rejection("markup", detail, "extract the article's text from it first")
    return None


def _mended(raw: bytes, decoded: Decoded, counts: Counter[str]) -> Reading:
    reading = Reading(decoded.text, decoded.encoding, decoded.bom, decoded.note)
    mended = mend(decoded.text, counts)
    if mended is None:
        return reading
    text, step = mended
    note = step if decoded.note is None else decoded.note + SEPARATOR + step
    repaired = Reading(text, decoded.encoding, decoded.bom, note)
    # A mending that cannot be undone would lose what the file says: leave it as it stands.
    return repaired if repaired.encode() == raw else reading


def _lost(counts: Counter[str]) -> Rejection | None:
    if is_scrambled(counts):
        detail = "mojibake: UTF-8 that was read in another encoding and damaged since"
    elif is_broken(counts):
        detail = f"{counts[chr(0xFFFD)]} letters were lost before: the text holds U+FFFD for them"
    elif counts["?"] > _USUAL_QUESTION_MARKS and counts["?"] > _letters(counts):
        detail = f"{counts['?']} letters were lost before: the text holds question marks for them"
    else:
        return None
    return Rejection("undecodable", detail, "fetch the article again from its source, as UTF-8")


def _letters(counts: Counter[str]) -> int:
    return sum(n for char, n in counts.items() if char.isalpha())


def _doubtful(decoded: Decoded, text: str, counts: Counter[str]) -> Rejection | None:
    # A file in two encodings may have been mended line by line, and is odd no more.
    if decoded.doubt is None or not is_odd_arabic(counts):
        return None
    if language_of(text, counts).code is None:
        return None
    return Rejection("undecodable", decoded.doubt, "save the file as UTF-8")


def _not_arabic(text: str, counts: Counter[str]) -> Rejection | None:
    language = language_of(text, counts)
    if language.code == "ar":
        return None
    if language.code is not None:
        detail = f"the letters are those of {language_name(language.code)}"
    elif language.script is None:
        detail = "no letters"
    else:
        share = f"{language.arabic_share:.0%} of the letters are Arabic"
        detail = f"{share}, most are {language.script.title()}"
    return Rejection("not_arabic", detail, "only articles in Arabic belong in the folder")


_SIGNATURES = tuple(
    (bytes.fromhex(row["signature"]), row["kind"], row["remedy"]) for row in rows("file_signatures")
)
_CONTROLS = frozenset(map(chr, (*range(1, 9), *range(14, 32), 0x7F)))
_MOST_CONTROLS = 0.01
_USUAL_QUESTION_MARKS = 5
_MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
