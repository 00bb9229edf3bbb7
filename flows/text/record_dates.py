"""Reads the date of publication that a record or a page's markup states beside the text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from flows.text.address_dates import date_of_address
from flows.text.dateline_dates import PLAUSIBLE, date_of_datelines
from flows.text.model import LineLabel, Precision, PublicationDate, RecordFields


def date_of_records(records: Iterable[RecordFields]) -> PublicationDate | None:
    """The date that the records of one text state; the first of them if they disagree.

    >>> found = date_of_records([RecordFields(published="2016-06-19T10:30:00+03:00")])
    >>> found.on.isoformat(), found.at.isoformat(), found.is_utc, found.basis
    ('2016-06-19', '2016-06-19T07:30:00', True, 'record_field')
    """
    told = [found for record in records if (found := date_of_field(record.published))]
    if not told:
        return None
    first = min(told, key=lambda one: (one.on, one.precision != "minute", one.at or datetime.max))
    is_disputed = len({found.on for found in told}) > 1
    return replace(first, score=_DISPUTED) if is_disputed else first


def date_of_record_urls(records: Iterable[RecordFields]) -> PublicationDate | None:
    """The date in the web address of a record.

    >>> date_of_record_urls([RecordFields(url="https://a.example/2016/06/19/x")]).basis
    'record_url'
    """
    found = [one for record in records if (one := date_of_address(record.url))]
    first = min(found, key=lambda one: (one[0], one[1] != "day"), default=None)
    if first is None:
        return None
    on, precision = first
    score = 0.85 if precision == "day" else 0.6
    return PublicationDate(on, None, False, precision, "record_url", score, None, None)


def date_of_field(text: str) -> PublicationDate | None:
    """What one field states: ISO 8601, seconds since 1970, RFC 2822, or a dateline's words.

    A clock that shows midnight is none: so do programs write a day. A zone makes the moment UTC,
    while the day stays that of the zone, as for datelines.

    >>> [date_of_field(text).on.isoformat() for text in
    ...  ("2016-06-19", "1466332200", "Sun, 19 Jun 2016 10:30:00 GMT", "الأحد 19 يونيو 2016")]
    ['2016-06-19', '2016-06-19', '2016-06-19', '2016-06-19']
    >>> date_of_field("2016-06").precision, date_of_field("منذ ساعتين")
    ('month', None)
    """
    text = text.strip()
    if partial := _PARTIAL.fullmatch(text):
        year, month = int(partial["year"]), int(partial["month"] or 1)
        if year not in PLAUSIBLE:
            return None
        precision: Precision = "month" if partial["month"] else "year"
        return PublicationDate(
            date(year, month, 1), None, False, precision, _BASIS, 0.7, None, None
        )
    moment = _moment(text)
    if moment is not None:
        return _publication(moment) if moment.year in PLAUSIBLE else None
    found = date_of_datelines(text, [LineLabel(1, 0, len(text), "dateline", "record")])
    return found and replace(found, basis=_BASIS, start=None, end=None)


def _moment(text: str) -> datetime | None:
    if _EPOCH.fullmatch(text):
        seconds = int(text[:10])
        return datetime.fromtimestamp(seconds, UTC)
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(text)
        except (ValueError, IndexError, OverflowError):
            continue
    return None


def _publication(moment: datetime) -> PublicationDate:
    on, at = moment.date(), moment.replace(second=0, microsecond=0)
    if moment.time() == time(0):
        return PublicationDate(on, None, False, "day", _BASIS, _SURE, None, None)
    is_utc = moment.tzinfo is not None
    at = at.astimezone(UTC).replace(tzinfo=None) if is_utc else at
    return PublicationDate(on, at, is_utc, "minute", _BASIS, _SURE, None, None)


_BASIS = "record_field"
_SURE, _DISPUTED = 0.97, 0.7
_PARTIAL = re.compile(r"(?P<year>(?:19|20)\d\d)(?:[-/.](?P<month>0[1-9]|1[0-2]))?")
_EPOCH = re.compile(r"1?\d{9}(?:\d{3})?")
