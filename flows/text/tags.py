"""Finds single tags and related headlines in the lines that list them."""

import re
from collections.abc import Iterator

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.model import LineLabel

Span = tuple[int, int]


def find_tags(text: str, labels: list[LineLabel]) -> Iterator[Span]:
    """Spans of the tags of an article, one by one where marks or lines tell them apart.

    A run of words without any mark between them ("مصر ليبيا حفتر") stays one span: nothing in
    the text says where one tag ends.

    >>> text = "وسوم: #مصر، ليبيا"
    >>> [text[start:end] for start, end in find_tags(text, [LineLabel(1, 0, 17, "tags", "x")])]
    ['مصر', 'ليبيا']
    """
    for label in labels:
        if label.role == "tags":
            start = _after_label(text, label, _TAG_LABEL)
            yield from _pieces(text, start, label.end, _TAG_CUT)


def find_related(text: str, labels: list[LineLabel]) -> Iterator[Span]:
    """Spans of the headlines of other articles, without the words that introduce them.

    >>> text = "اقرأ أيضا: عودة الملاحة إلى القناة"
    >>> [text[a:b] for a, b in find_related(text, [LineLabel(1, 0, 34, "related", "x")])]
    ['عودة الملاحة إلى القناة']
    """
    for label in labels:
        if label.role == "related":
            start = _after_label(text, label, _RELATED_LABEL)
            for span in _pieces(text, start, label.end, _NO_CUT):
                if text.count(" ", *span) >= _FEWEST_SPACES:
                    yield span


def _after_label(text: str, label: LineLabel, labels: re.Pattern[str]) -> int:
    match = labels.match(fold(text[label.start : label.end]))
    if match is None:
        return label.start
    folded = fold(text[label.start : label.end])
    return label.start + (
        folded.source(match.end()) if match.end() < len(folded) else len(folded.original)
    )


def _pieces(text: str, start: int, end: int, cut: re.Pattern[str]) -> Iterator[Span]:
    place = start
    for match in [*cut.finditer(text, start, end), None]:
        first, last = place, match.start() if match else end
        while first < last and text[first] in _AROUND:
            first += 1
        while first < last and text[last - 1] in _AROUND:
            last -= 1
        if first < last:
            yield first, last
        place = match.end() if match else end


def _label_pattern(role: str) -> re.Pattern[str]:
    words = {
        str(fold(row["pattern"])).strip("*: ")
        for row in rows("line_rules")
        if row["role"] == role and row["match"] in ("line", "prefix")
    }
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?i)\W*(?:{listed})(?!\w)(?:\s*[:|»>]+)?")


_FEWEST_SPACES = 2  # a headline has three words
_TAG_LABEL, _RELATED_LABEL = _label_pattern("tags"), _label_pattern("related")
_TAG_CUT = re.compile(r"\s*[،,؛;|/•·\n]\s*|\s{2,}|\s+(?=#)|\s+[-–—]\s+")
_NO_CUT = re.compile(r"(?!)")
_AROUND = frozenset(" \t\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e#•·*-–—،,:|")
