"""Finds the encoding of an Arabic text from its bytes alone."""

from collections import Counter
from dataclasses import dataclass

from charset_normalizer import from_bytes

from flows.text.census import beyond_ascii
from flows.text.language import is_odd_arabic, language_of, surprise, surprise_per_letter
from flows.text.repair import decode_noting_lost_bytes

BYTE_ORDER_MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-32le": b"\xff\xfe\x00\x00",  # begins like the mark of UTF-16, so it is looked for first
    "utf-32be": b"\x00\x00\xfe\xff",
    "utf-16le": b"\xff\xfe",
    "utf-16be": b"\xfe\xff",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text; `note` tells the bytes that are no character (see flows.text.repair).

    `doubt` says what speaks against this reading, None where nothing does.
    """

    text: str
    encoding: str
    bom: bool = False
    note: str | None = None
    doubt: str | None = None


class UndecodableError(ValueError):
    """The bytes are not in the encoding that their mark names; the message says where."""


def decode(raw: bytes) -> Decoded:
    """`raw` in the encoding that its byte order mark names, or that makes the likeliest Arabic.

    Without a mark, UTF-16 shows itself by its high bytes and UTF-8 by being valid. What is left
    is windows-1256, ISO-8859-6 or UTF-8 with some broken bytes: the one whose letters surprise
    least. Where even that would be odd Arabic, charset-normalizer is asked for another, and where
    it knows none the text is windows-1256, which any bytes are, in doubt. Raises
    UndecodableError.

    >>> decode("أعلنت الحكومة".encode("iso-8859-6")).encoding
    'iso-8859-6'
    """
    for encoding, mark in BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding)
    encoding = _utf_16_without_mark(raw) or "utf-8"
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return _decode_by_letters(raw, error.start)


def is_broken(counts: Counter[str]) -> bool:
    """True for a text that has lost more than one letter in twenty: U+FFFD stands for them.

    >>> is_broken(Counter("خب\ufffdر")), is_broken(Counter("خ\ufffd\ufffdر"))
    (False, True)
    """
    lost = counts["\ufffd"]
    return lost > 1 and lost > _MOST_LOST_SHARE * beyond_ascii(counts)


def _decode_marked(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding, bom=True)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            text, note = decode_noting_lost_bytes(raw, encoding)
            if not is_broken(Counter(text)):
                return Decoded(text, encoding, bom=True, note=note)
        detail = f"its byte order mark says {encoding}, which byte {error.start} after it breaks"
        raise UndecodableError(detail) from error


def _utf_16_without_mark(raw: bytes) -> str | None:
    # Nine in ten characters of an Arabic page are ASCII, whose high byte is 00, or Arabic, 06.
    least = _LEAST_UTF_16_SHARE * len(raw) / 2
    if len(raw) % 2 == 0 and raw.count(0) + raw.count(6) >= least:
        for encoding, high in (("utf-16le", raw[1::2]), ("utf-16be", raw[::2])):
            if high.count(0) + high.count(6) >= max(1, least):
                return encoding
    return None


def _decode_by_letters(raw: bytes, broken_at: int) -> Decoded:
    encoding = min(_PRIOR_BITS, key=lambda encoding: _cost(raw, encoding))
    text, note = decode_noting_lost_bytes(raw, encoding)
    best = Decoded(text, encoding, note=note)
    counts = Counter(text)
    if not is_broken(counts) and (encoding == "utf-8" or not is_odd_arabic(counts)):
        return best
    guessed = _guess(raw)
    if guessed is not None:
        return guessed
    doubt = f"byte {broken_at} is no UTF-8, and the letters are in no Arabic code page"
    return Decoded(raw.decode("windows-1256"), "windows-1256", doubt=doubt)


def _cost(raw: bytes, encoding: str) -> float:
    return surprise(Counter(raw.decode(encoding, "surrogateescape"))) + _PRIOR_BITS[encoding]


def _guess(raw: bytes) -> Decoded | None:
    # A guess from a few letters is worth less than the odd Arabic that it would replace.
    if len(raw) - len(raw.translate(None, _BEYOND_ASCII)) < _LEAST_BYTES_TO_GUESS:
        return None
    match = from_bytes(raw[:_SAMPLE_BYTES]).best()
    if match is None:
        return None
    try:
        text = raw.decode(match.encoding)
        is_lossless = text.encode(match.encoding) == raw
    except UnicodeError:
        return None
    counts = Counter(text)
    is_other = language_of(text, counts).code is None
    if is_lossless and (is_other or surprise_per_letter(counts) < _MOST_SURPRISE):
        return Decoded(text, _IANA_NAMES.get(match.encoding, match.encoding))
    return None


# A file cut off in mid-letter or with a few bad bytes is still UTF-8; one with more than a bad
# byte for every twenty letters is something else, or two things in one file.
_MOST_LOST_SHARE = 0.05
_LEAST_UTF_16_SHARE = 0.9
# Between equals it is windows-1256, which is many times as common on the web.
_PRIOR_BITS = {"utf-8": 0.0, "windows-1256": 0.0, "iso-8859-6": 1.0}
_MOST_SURPRISE = 8.0
_IANA_NAMES = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}
_LEAST_BYTES_TO_GUESS = 20
_SAMPLE_BYTES = 50_000
_BEYOND_ASCII = bytes(range(0x80, 0x100))
