"""Says where the text contradicts what its record states."""

from collections.abc import Sequence
from datetime import date

from flows.text.model import Conflict, PublicationDate, RecordFields, SourceMention
from flows.text.titles import shows

Sources = tuple[SourceMention | None, SourceMention | None]
Dates = tuple[PublicationDate, PublicationDate]


def conflict_of(
    records: Sequence[RecordFields], publishers: Sources, dates: Dates, headline: str | None
) -> Conflict:
    """What the text tells otherwise; of each pair the first is decided, the second the text's.

    Days that lie next to each other do not differ: a clock in another zone tells the other one.

    >>> unknown = PublicationDate(None, None, False, None, None, 0.0, None, None)
    >>> conflict_of([RecordFields(title="عنوان")], (None, None), (unknown, unknown), "عنوان آخر")
    Conflict(source_id=None, published_on=None, title='عنوان')
    """
    decided, told = publishers
    differs = decided is not None and told is not None and decided.source_id != told.source_id
    titles = sorted({record.title.strip() for record in records} - {""})
    hidden = [title for title in titles if not shows(title, headline or "")]
    return Conflict(
        told.source_id if told is not None and differs else None,
        _other_day(*dates),
        hidden[0] if hidden else None,
    )


def _other_day(decided: PublicationDate, told: PublicationDate) -> date | None:
    if decided.on is None or told.on is None or told.score < _LIKELY:
        return None
    if {decided.precision, told.precision} <= {"minute", "day"}:
        return told.on if abs((decided.on - told.on).days) > 1 else None
    parts = 1 if "year" in (decided.precision, told.precision) else 2
    return None if decided.on.timetuple()[:parts] == told.on.timetuple()[:parts] else told.on


_LIKELY = 0.5
