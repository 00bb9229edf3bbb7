"""Undoes mojibake: Arabic whose bytes somebody had read in the wrong encoding and saved again."""

from collections import Counter
from collections.abc import Iterator

from flows.text.census import beyond_ascii, count_of
from flows.text.language import language_of, surprise, surprise_per_letter
from flows.text.lines import split_lines
from flows.text.repair import (
    SEPARATOR,
    bytes_as_read_in,
    decode_noting_lost_bytes,
    note_of_misreading,
)


def mend(text: str, counts: Counter[str]) -> tuple[str, str] | None:
    """`text` as its writer meant it, and the note that undoes the mending; None if it is sound.

    `counts` are the counts of the characters of `text`. A mending holds only if it leads back to
    the same characters, gives Arabic letters and halves the surprise. A text that is scrambled in
    part is mended line by line, scrambling that was done twice is undone twice.

    >>> mend("ط®ط¨ط±", Counter("ط®ط¨ط±"))
    ('خبر', 'utf-8 read as windows-1256')
    >>> mend("خبر", Counter("خبر")) is None
    True
    """
    if _may_be_scrambled(counts):
        best = min(_readings(text), key=_surprise_of_reading, default=None)
        if best is not None and _is_better(best[0], counts):
            return best
    if any(pair[0] in counts and pair in text for pair in _TELLTALE_PAIRS):
        return _mend_lines(text)
    return None


def is_scrambled(counts: Counter[str]) -> bool:
    """True for text that is mostly mojibake: read as it stands, it would give false words.

    >>> is_scrambled(Counter("ط§ظ„ط®ط¨ط±")), is_scrambled(Counter("حظ"))
    (True, False)
    """
    return (
        _share(counts, _LEADS_IN_ARABIC | _LEADS_IN_LATIN) >= _SUSPECT_SHARE
        and surprise_per_letter(counts) > _LEAST_SURPRISE_OF_MOJIBAKE
    )


def _readings(text: str, depth: int = 2) -> Iterator[tuple[str, str]]:
    # Each way in which `text` may have been misread, undone; then the same once more.
    for right, wrong in _MISREADINGS:
        try:
            raw = bytes_as_read_in(text, wrong)
        except UnicodeEncodeError:
            continue
        mended, lost = decode_noting_lost_bytes(raw, right)
        note = note_of_misreading(right, wrong)
        if mended.count("\ufffd") > _MOST_LOST * len(mended) or mended == text:
            continue
        yield mended, note + (SEPARATOR + lost if lost else "")
        if depth > 1 and not lost and _may_be_scrambled(Counter(mended)):
            for again, deeper in _readings(mended, depth - 1):
                yield again, note + SEPARATOR + deeper


def _mend_lines(text: str) -> tuple[str, str] | None:
    for right, wrong in _MISREADINGS:
        lines, spans, length = [], [], 0
        for line in split_lines(text):
            whole = line.text + line.ending
            mended = _mended_line(whole, right, wrong)
            lines.append(mended or whole)
            if mended:
                spans.append((length, length + len(mended)))
            length += len(lines[-1])
        if spans:
            return "".join(lines), note_of_misreading(right, wrong, _joined(spans))
    return None


def _mended_line(line: str, right: str, wrong: str) -> str | None:
    if not any(pair in line for pair in _TELLTALE_PAIRS):
        return None
    try:
        mended = bytes_as_read_in(line, wrong).decode(right)
    except UnicodeError:
        return None
    return mended if _is_better(mended, Counter(line)) else None


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = spans[:1]
    for start, end in spans[1:]:
        if start == joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_better(mended: str, before: Counter[str]) -> bool:
    after = Counter(mended)
    return language_of(mended, after).code is not None and 2 * surprise(after) < surprise(before)


def _surprise_of_reading(reading: tuple[str, str]) -> float:
    return surprise(Counter(reading[0]))


def _may_be_scrambled(counts: Counter[str]) -> bool:
    return (
        _share(counts, _LEADS_IN_ARABIC) >= _SUSPECT_SHARE
        or _share(counts, _LATIN_1_LETTERS) >= _SUSPECT_SHARE
    )


def _share(counts: Counter[str], characters: frozenset[str]) -> float:
    found = count_of(counts, characters)
    return found / beyond_ascii(counts) if found else 0.0


# What the bytes were, and what they were taken for. The second kind is the Arabic page that a
# Western program opened: "ÇáÎÈÑ" for "الخبر".
_MISREADINGS = (
    ("utf-8", "windows-1256"),
    ("utf-8", "windows-1252"),
    ("utf-8", "iso-8859-1"),
    ("windows-1256", "windows-1252"),
    ("windows-1256", "iso-8859-1"),
)
# Arabic letters in UTF-8 begin with the bytes D8 or D9: every second character of mojibake is
# one of these. In sound Arabic ط and ظ are 1.2 % of the letters.
_LEADS_IN_ARABIC, _LEADS_IN_LATIN = frozenset("طظ"), frozenset("ØÙ")
_LATIN_1_LETTERS = frozenset(map(chr, range(0xC0, 0x100)))
_SUSPECT_SHARE = 0.2
_LEAST_SURPRISE_OF_MOJIBAKE = 9.5
_MOST_LOST = 0.05
_TELLTALE_PAIRS = ("ط§", "ظ„", "Ø§", "Ù„", "Ù\x84")  # the letters ا and ل, misread
