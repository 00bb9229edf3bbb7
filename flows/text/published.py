"""Finds when an article was published: the best rung of a ladder of evidence, or nothing."""

from collections.abc import Iterator, Sequence

from flows.text.address_dates import date_of_path, date_of_urls
from flows.text.caption_dates import date_of_captions
from flows.text.dateline_dates import date_of_datelines
from flows.text.model import LineLabel, PublicationDate, RecordFields
from flows.text.record_dates import date_of_record_urls, date_of_records
from flows.text.story_dates import date_of_story_opening, date_of_weekday_and_day


def find_published(
    text: str,
    labels: list[LineLabel],
    path: str | None = None,
    records: Sequence[RecordFields] = (),
) -> PublicationDate:
    """When the article was published, how that is known, and how sure it is.

    The rungs in order of trust: a record's own field; a dateline; a date in an address, file name
    or folder; a full date that the story calls today; the date of a picture with what caption and
    story call today; a weekday with a day of "this month". A lower rung is asked only where the
    higher ones give nothing that is likelier than not. Where nothing tells, every field is None: a
    wrong day does more harm than none. `path` is relative to the landing folder.

    >>> text = "عودة الأمطار\\nالجمعة 10 يوليوز 2020\\nهطلت أمطار."
    >>> labels = [LineLabel(1, 0, 12, "headline", "x"), LineLabel(2, 13, 34, "dateline", "x"),
    ...           LineLabel(3, 35, 46, "body", "x")]
    >>> found = find_published(text, labels)
    >>> found.on.isoformat(), found.precision, found.basis, text[found.start:found.end]
    ('2020-07-10', 'day', 'dateline', 'الجمعة 10 يوليوز 2020')
    """
    weak = _UNKNOWN
    for found in _rungs(text, labels, path, records):
        if found is not None and found.score >= _LIKELY:
            return found
        if found is not None and found.score > weak.score:
            weak = found
    return weak


def _rungs(
    text: str, labels: list[LineLabel], path: str | None, records: Sequence[RecordFields]
) -> Iterator[PublicationDate | None]:
    yield date_of_records(records)
    yield date_of_datelines(text, labels)
    yield date_of_urls(text, labels)
    yield date_of_record_urls(records)
    yield date_of_path(path)
    yield date_of_story_opening(text, labels)
    yield date_of_captions(text, labels)
    yield date_of_weekday_and_day(text, labels)


_LIKELY = 0.5
_UNKNOWN = PublicationDate(None, None, False, None, None, 0.0, None, None)
