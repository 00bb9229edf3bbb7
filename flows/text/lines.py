"""Splits a text into its physical lines, losing nothing."""

import re
from collections.abc import Iterator

from flows.text.model import Line

_ENDING = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[Line]:
    r"""The lines of `text`, each with its own line ending, so that nothing is lost.

    Only \n, \r\n and \r end a line; other separators (U+2028, form feed) stay inside, where
    they are evidence. The last line is left out only if it is empty.

    >>> [(line.line_no, line.start, line.end, line.ending) for line in split_lines("خبر\r\n\nثان")]
    [(1, 0, 3, '\r\n'), (2, 5, 5, '\n'), (3, 6, 9, '')]
    """
    return [
        Line(number, start, end, text[start:end], ending)
        for number, (start, end, ending) in enumerate(line_spans(text), 1)
    ]


def line_spans(text: str) -> Iterator[tuple[int, int, str]]:
    r"""The lines of `text` as `split_lines` tells them: first character, end, and the line ending.

    >>> list(line_spans("خبر\r\nثان"))
    [(0, 3, '\r\n'), (5, 8, '')]
    """
    start = 0
    for match in _ENDING.finditer(text):
        end, after = match.span()
        yield start, end, match.group()
        start = after
    if start < len(text):
        yield start, len(text), ""


def is_blank(text: str) -> bool:
    """True for a line that shows a reader nothing: white space and invisible controls only.

    >>> is_blank(" \\u200f\\u00a0 "), is_blank("خبر")
    (True, False)
    """
    return _VISIBLE.search(text) is None


_VISIBLE = re.compile("[^\\s\u00ad\u061c\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
