"""What the text modules hand to each other: frozen records with half-open character offsets.

All offsets count Python characters in the text of one file, newlines as they stand in it, so
that `text[start:end]` is the evidence for the fact. Line numbers begin at 1.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Role = Literal[
    "headline",
    "repeated_headline",
    "dateline",
    "byline",
    "summary",
    "caption",
    "body",
    "subheading",
    "credit",
    "tags",
    "related",
    "boilerplate",
    "unknown",
]
EntityKind = Literal["PER", "ORG", "LOC", "MISC"]
TemporalType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["publisher", "credit", "photo_credit", "cited"]
Precision = Literal["minute", "day", "month", "year"]
QuoteForm = Literal["direct", "partial", "reported"]
Stance = Literal["neutral", "factive", "doubtful"]


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line; `text` leaves out the line ending, which stands in `ending`.

    Texts and endings of all lines, put end to end, are the text of the file.
    """

    line_no: int
    start: int
    end: int
    text: str
    ending: str


@dataclass(frozen=True, slots=True)
class LineLabel:
    """The role of a non-empty line, or of a segment of a line that mixes roles.

    Most lines are one segment, number 1; the segments of a line lie end to end and fill it.
    `rule` is the id of the rule that decided; `score` (0..1) how sure it is.
    """

    line_no: int
    start: int
    end: int
    role: Role
    rule: str
    score: float = 1.0
    segment_no: int = 1


@dataclass(frozen=True, slots=True)
class SourceMention:
    """An outlet or agency and the part it plays in the article.

    `source_id` is None for a name that is not in the lexicon of sources. `basis` is how it is
    known: source_line, photo_credit, byline, dateline, site_prefix, own_reporter, folder …
    Offsets are None where the evidence lies outside the text (a folder's name).
    """

    source_id: str | None
    relation: Relation
    surface: str
    start: int | None
    end: int | None
    basis: str
    score: float


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When the article was published, as far as the text tells.

    `on` is the first day of the precision (the first of the month for "month"); `at` is local
    wall time unless `is_utc`; both None where the text does not tell. Evidence offsets may be
    None where the evidence lies outside the text (a file name).
    """

    on: date | None
    at: datetime | None
    is_utc: bool
    precision: Precision | None
    basis: str | None
    score: float
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, order=True)
class RecordFields:
    """What a record or a page's markup says of its article beside the text, as it says it.

    Every field is "" where it says nothing, so that any two have an order.
    """

    title: str = ""
    url: str = ""
    published: str = ""
    source: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression, resolved against the publication date where it needs one.

    `value` is a TIMEX3 value; `begin_on`/`end_on` an inclusive interval of days; `begin_at` the
    local moment of an expression with a clock time, UTC if `is_utc`. `rule` names the grammar
    rule; `has_conflict` marks text that contradicts itself (a weekday that is not that of its
    date). `calendar_value` is what a Hijri date says in its own calendar (1436-09-05).
    """

    start: int
    end: int
    surface: str
    type: TemporalType
    value: str
    begin_on: date | None
    end_on: date | None
    begin_at: datetime | None
    granularity: str
    calendar: Literal["gregorian", "hijri"]
    modifier: str | None
    rule: str
    has_conflict: bool
    score: float
    anchor_on: date | None = None
    is_utc: bool = False
    calendar_value: str | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A named mention of a person, organisation, place or other named thing.

    `entity_id` is None for a name that is not in the knowledge base.
    """

    start: int
    end: int
    surface: str
    kind: EntityKind
    entity_id: str | None
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the article says somebody said.

    `form`: direct (in quotation marks or after a colon), partial (a few marked words inside a
    reported sentence) or reported (a clause that "أن" opens; its span begins with that word).
    The speaker is what the text calls him, where it does so last; `mention_start`/`mention_end`
    is the entity mention that tells who that is, None for a speaker without a name. `verb` is
    the lemma, `stance` what it implies of the truth of the words. `channel_source_id` is the
    outlet that the words came through, `rule` how they were found.
    """

    start: int
    end: int
    surface: str
    form: QuoteForm
    speaker_surface: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_entity_id: str | None
    mention_start: int | None
    mention_end: int | None
    verb: str | None
    verb_class: str | None
    stance: Stance | None
    channel_source_id: str | None
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the text and its place in the folder tell otherwise than the record does; None if not.

    `title` is the record's own title where the text shows another headline.
    """

    source_id: str | None = None
    published_on: date | None = None
    title: str | None = None


NO_CONFLICT = Conflict()


@dataclass(frozen=True, slots=True)
class Article:
    """What the labelled lines of one file say together.

    `headline` and `summary` are spans of the text, None where the file has none. The body is not
    kept here: it is the body and subheading lines, put together in SQL.
    """

    headline: tuple[int, int] | None
    summary: tuple[int, int] | None
    publisher: SourceMention | None
    sources: tuple[SourceMention, ...]
    published: PublicationDate
    tags: tuple[tuple[int, int], ...]
    related: tuple[tuple[int, int], ...]
    conflict: Conflict = NO_CONFLICT
