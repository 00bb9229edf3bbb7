"""Which outlet a record or a page's markup names as its publisher."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from flows.text.model import RecordFields, SourceMention
from flows.text.sources import Source, find_source_names, source_of, source_of_host, source_of_id


def publisher_of_records(records: Iterable[RecordFields]) -> Iterator[SourceMention]:
    """Evidence for the publisher: the field that names it, and the host of the web address.

    The name of an agency may be where the outlet got the news: it weighs less than a host.

    >>> [(m.source_id, m.basis) for m in publisher_of_records(
    ...     [RecordFields(url="https://www.hespress.com/1.html", source="هسبريس")])]
    [('hespress', 'record_field'), ('hespress', 'record_url')]
    """
    for record in records:
        source = _named(record.source)
        if source is not None and source.in_arabic:
            score = 0.8 if source.kind == "agency" else 0.97
            yield _mention(source.source_id, record.source, "record_field", score)
        source = source_of_host(host_of(record.url))
        if source is not None and source.in_arabic:
            yield _mention(source.source_id, host_of(record.url), "record_url", 0.95)


def unlisted_publisher(records: Iterable[RecordFields]) -> SourceMention | None:
    """The publisher by its name alone, where the field names one that is in no list.

    >>> unlisted_publisher([RecordFields(source="صحيفة الحي")]).surface
    'صحيفة الحي'
    """
    names = sorted({record.source.strip() for record in records} - {""})
    unlisted = [name for name in names if _named(name) is None]
    return _mention(None, unlisted[0], "record_field", 0.9) if unlisted else None


def host_of(url: str) -> str:
    """The host of a web address, with or without its scheme; "" where it has none.

    >>> host_of("https://www.bbc.com/arabic"), host_of("bbc.com/arabic"), host_of("لا شيء")
    ('www.bbc.com', 'bbc.com', '')
    """
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host if _HOST.fullmatch(host) else ""


def _named(name: str) -> Source | None:
    if not name.strip():
        return None
    found = source_of(name) or source_of_host(host_of(name.strip())) or source_of_id(name)
    if found is not None:
        return found
    named = {source_id for _, _, source_id in find_source_names(name)}
    return source_of_id(named.pop()) if len(named) == 1 else None


def _mention(source_id: str | None, surface: str, basis: str, score: float) -> SourceMention:
    return SourceMention(source_id, "publisher", surface.strip(), None, None, basis, score)


_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
