"""Splits a text into its physical lines, losing nothing."""

import re

from flows.text.model import Line

_ENDING = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[Line]:
    r"""The lines of `text`, each with its own line ending, so that nothing is lost.

    Only \n, \r\n and \r end a line; other separators (U+2028, form feed) stay inside, where
    they are evidence. The last line is left out only if it is empty.

    >>> [(line.line_no, line.start, line.end, line.ending) for line in split_lines("خبر\r\n\nثان")]
    [(1, 0, 3, '\r\n'), (2, 5, 5, '\n'), (3, 6, 9, '')]
    """
    lines = []
    start = 0
    for number, match in enumerate(_ENDING.finditer(text), 1):
        end = match.start()
        lines.append(Line(number, start, end, text[start:end], match.group()))
        start = match.end()
    if start < len(text):
        lines.append(Line(len(lines) + 1, start, len(text), text[start:], ""))
    return lines


def is_blank(text: str) -> bool:
    """True for a line that shows a reader nothing: white space and invisible controls only.

    >>> is_blank(" \\u200f\\u00a0 "), is_blank("خبر")
    (True, False)
    """
    return _VISIBLE.search(text) is None


_VISIBLE = re.compile("[^\\s\u00ad\u061c\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
