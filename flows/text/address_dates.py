"""Reads the date out of a web address, a file name or folders."""

import re
from datetime import date

from flows.text.addresses import without_containers
from flows.text.model import LineLabel, Precision, PublicationDate


def date_of_path(path: str | None) -> PublicationDate | None:
    """The date in a file name or in folders, year first or four digits of year last.

    The name of a container dates the dump, not its articles.

    >>> date_of_path("aljazeera/2015-10-14-x.txt").on, date_of_path("bbc/2015/10/x.txt").precision
    (datetime.date(2015, 10, 14), 'month')
    """
    if path is None:
        return None
    own_path = _SUFFIX.sub("", without_containers(path))
    return _date_of_address(own_path, "path", 0.8, None)


def date_of_urls(text: str, labels: list[LineLabel]) -> PublicationDate | None:
    """The date in a web address that stands outside the story.

    >>> text = "رابط المصدر: http://example.net/2015/10/14/x.html"
    >>> date_of_urls(text, [LineLabel(1, 0, 49, "credit", "x")]).on.isoformat()
    '2015-10-14'
    """
    if "/" not in text or ("://" not in text and "www." not in text):
        return None
    for label in labels:
        if label.role in ("credit", "dateline", "byline", "boilerplate"):
            for match in _URL.finditer(text, label.start, label.end):
                if found := _date_of_address(match.group(), "url", 0.85, match.start()):
                    return found
    return None


def date_of_address(address: str) -> tuple[date, Precision] | None:
    """The date in a web address and how exact it is.

    >>> date_of_address("https://a.example/news/2015/10/14/x.html")[0].isoformat()
    '2015-10-14'
    """
    found = _date_of_address(address, "url", 1.0, None)
    if found is None or found.on is None or found.precision is None:
        return None
    return found.on, found.precision


def _date_of_address(
    address: str, basis: str, score: float, offset: int | None
) -> PublicationDate | None:
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _YEAR_MONTH):
        match = pattern.search(address)
        if match is None:
            continue
        try:
            on = date(
                int(match["year"]), int(match["month"]), int(match.groupdict().get("day") or 1)
            )
        except ValueError:
            continue
        start = None if offset is None else offset + match.start()
        end = None if offset is None else offset + match.end()
        if "day" not in match.groupdict():
            return PublicationDate(on, None, False, "month", basis, 0.6, start, end)
        return PublicationDate(on, None, False, "day", basis, score, start, end)
    return None


_SUFFIX = re.compile(r"\.[A-Za-z]+\Z")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_Y, _M, _D = (
    r"(?P<year>(?:19|20)\d\d)",
    r"(?P<month>0[1-9]|1[0-2])",
    r"(?P<day>0[1-9]|[12]\d|3[01])",
)
_YEAR_FIRST = re.compile(rf"(?<!\d){_Y}(?P<sep>[-_/.]?){_M}(?P=sep){_D}(?!\d)")
_YEAR_LAST = re.compile(rf"(?<!\d){_D}(?P<sep>[-_/.]){_M}(?P=sep){_Y}(?!\d)")
_YEAR_MONTH = re.compile(rf"(?<!\d){_Y}[-_/.]{_M}(?!\d)")
