"""Tells the title from the name of the site on a first line such as "Site - section - title"."""

import re
from collections.abc import Sequence

from flows.text.bylines import is_outlet
from flows.text.folding import FoldedText
from flows.text.line_rules import line_key
from flows.text.line_words import is_section
from flows.text.model import Role
from flows.text.segment_rows import Cut, Row


def title_cuts(folded: FoldedText, table: Sequence[Row]) -> list[Cut]:
    """The cuts of the first line of `table`, none if it is one thing.

    The title is the part that comes again as a line of its own; failing that, what is left
    beside the name of an outlet.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> folded = fold("بي بي سي - العالم - هدوء حذر\\nهدوء حذر")
    >>> [folded[cut.end : 28] for cut in title_cuts(folded, rows_of(folded.original, folded))]
    ['هدوء حذر']
    """
    row = table[0]
    begin = row.folded_start
    line = folded[begin : row.folded_end]
    breaks = [match.span() for match in _BREAK.finditer(line)]
    if not breaks or len(line) > _LONGEST:
        return []
    if (dated := _section_and_date(line, breaks)) is not None:
        return [Cut(begin + cut.end, cut.given) for cut in dated]
    prefix, stop = _title_at_end(line, breaks, _other_lines(folded, table, first=1))
    if prefix:
        return [Cut(begin + stop, _PREFIX)]
    if stop:
        return [Cut(begin + stop), Cut(row.folded_end, _SUFFIX)]
    return []


def repeated_title_cut(folded: FoldedText, row: Row, table: Sequence[Row]) -> Cut | None:
    """The cut behind the site's name where a line of the head is "Site - " and a title of the head.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> folded = fold("هدوء حذر شمالا\\nأخبار المرفأ - هدوء حذر شمالا")
    >>> table = rows_of(folded.original, folded)
    >>> folded[repeated_title_cut(folded, table[1], table).end :]
    'هدوء حذر شمالا'
    """
    line = folded[row.folded_start : row.folded_end]
    if len(line) > _LONGEST or (first := _BREAK.search(line)) is None:
        return None
    key = line_key(line[first.end() :])
    is_title = key.count(" ") >= _FEWEST_SPACES and key in _other_lines(folded, table)
    return Cut(row.folded_start + first.end(), _PREFIX) if is_title else None


def _section_and_date(line: str, breaks: Sequence[tuple[int, int]]) -> list[Cut] | None:
    # "كونا : title - اقتصاد - 20/05/2016": a page's title names section and day after its own.
    if len(breaks) < _FEWEST_BREAKS:
        return None
    (title_end, section), (section_end, day) = breaks[-2:]
    if not _NUMERIC_DATE.fullmatch(line[day:].strip()):
        return None
    if not is_section(line_key(line[section:section_end])):
        return None
    site = _SITE_BEFORE.match(line, 0, title_end)
    is_signed = site is not None and is_outlet(line_key(site.group(1)).strip(" ."))
    prefix = [Cut(site.end(), _PREFIX)] if site is not None and is_signed else []
    return [*prefix, Cut(title_end), Cut(section_end, _SUFFIX), Cut(len(line), _DATE)]


def _title_at_end(
    line: str, breaks: Sequence[tuple[int, int]], others: frozenset[str]
) -> tuple[bool, int]:
    # Whether the title is the end of the line, and where to cut; 0 for nowhere.
    for _, stop in breaks:
        if line_key(line[stop:]) in others:
            return True, stop
    for first, _ in reversed(breaks):
        if line_key(line[:first]) in others:
            return False, first
    first, stop = breaks[0]
    if _names_site(line[:first], line[first:stop]):
        for later, after in breaks[1:]:
            if is_section(line_key(line[stop:later])):
                stop = after
        return True, stop
    last, stop = breaks[-1]
    return False, last if _names_site(line[stop:], line[last:stop]) else 0


def _other_lines(folded: FoldedText, table: Sequence[Row], first: int = 0) -> frozenset[str]:
    return frozenset(
        line_key(folded[row.folded_start : row.folded_end])
        for row in table[first : _LAST_LINE + 1]
        if row.folded_end - row.folded_start <= _LONGEST
    )


def _names_site(part: str, separator: str) -> bool:
    # A bare word between dashes may be a club, a day or a place that an outlet is named after.
    key = line_key(part).strip(" .")
    return is_outlet(key) and ("|" in separator or " " in key or key.isascii())


_LONGEST = 240
_LAST_LINE = 30  # a menu may stand between the title and its repetition
_BREAK = re.compile(r"\s*(?:\||::|\s[-–—»›]\s)\s*")
_PREFIX: tuple[Role, str] = ("boilerplate", "site_prefix")
_SUFFIX: tuple[Role, str] = ("boilerplate", "site_suffix")
_DATE: tuple[Role, str] = ("dateline", "date_words")
_FEWEST_BREAKS = 2
_FEWEST_SPACES = 2  # a title has three words
_SITE_BEFORE = re.compile(r"([^:|\-–—]{2,40})(?:\s?::?|\s[-–—|])\s+")
_NUMERIC_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
