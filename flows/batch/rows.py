"""Takes one content apart and lays its facts out as rows of the ledger's tables."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from operator import attrgetter
from typing import Any

from flows.batch.schemas import FACTS
from flows.text.article import assemble
from flows.text.contents import ContentRead
from flows.text.dates import find_dates
from flows.text.entity_spans import Document
from flows.text.folding import fold
from flows.text.likeness import copy_key
from flows.text.lines import split_lines
from flows.text.model import Article, EntityMention, Line, LineLabel, RecordFields
from flows.text.name_sounds import name_sound
from flows.text.quotes import quotes_in
from flows.text.reading import Reading, Rejection
from flows.text.roles import label_lines
from flows.text.sketch import wording
from flows.text.stemming import stems

READ_ROLES = frozenset(
    {"headline", "dateline", "byline", "summary", "caption", "body", "subheading", "credit", "tags"}
)
"""Roles whose lines are searched for dates and entities: text of the article, not furniture."""

SEARCHED_ROLES = frozenset({"headline", "summary", "body", "subheading", "caption"})
"""Roles whose lines are searched word by word: what the article says, not who published it when."""

BODY_ROLES = frozenset({"body", "subheading"})
"""Roles whose lines are the body of the article."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A content's id, and what is known of it beside its bytes."""

    file_id: str
    path_hint: str
    record_hint: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """One readable content, taken apart."""

    origin: Origin
    form: str
    encoding: str | None
    reading: Reading
    lines: list[Line]
    labels: list[LineLabel]
    article: Article

    def line_around(self, start: int, end: int) -> LineLabel | None:
        """The labelled line or segment that holds the whole span; None if none does."""
        index = bisect_right(self.labels, start, key=attrgetter("start")) - 1
        if index < 0 or end > self.labels[index].end:
            return None
        return self.labels[index]

    @property
    def file_id(self) -> str:
        """The content's id."""
        return self.origin.file_id


def parse(origin: Origin, content: ContentRead) -> Parsed:
    """Lines, roles and article of one readable content."""
    reading = content.reading
    assert isinstance(reading, Reading)
    labels = label_lines(reading.text)
    article = assemble(reading.text, labels, origin.path_hint, _records(origin, content))
    lines = split_lines(reading.text)
    return Parsed(origin, content.form, content.encoding, reading, lines, labels, article)


def _records(origin: Origin, content: ContentRead) -> list[RecordFields]:
    told = [RecordFields(*fields) for fields in json.loads(origin.record_hint or "[]")]
    return told + ([content.fields] if content.fields else [])


def rejected(origin: Origin, form: str, rejection: Rejection) -> tuple[Any, ...]:
    """The row of a content that is no Arabic text."""
    head = (*astuple(origin), form, rejection.reason, rejection.detail, rejection.remedy)
    return head + (None,) * (len(FACTS["facts"]) - len(head))


def facts(content: Parsed) -> tuple[Any, ...]:
    """The row of a readable content."""
    text, reading, published = (
        content.reading.text,
        content.reading,
        content.article.published,
    )
    headline = content.article.headline or (None, None)
    summary = content.article.summary or (None, None)
    body = "\n".join(
        text[label.start : label.end] for label in content.labels if label.role in BODY_ROLES
    )
    headline_text = _text_of(text, content.article.headline)
    return (
        *astuple(content.origin),
        content.form,
        None,
        None,
        None,
        content.encoding,
        reading.repair,
        reading.language,
        len(text),
        copy_key(headline_text, body),
        *headline,
        headline_text,
        *summary,
        _text_of(text, content.article.summary),
        published.on,
        published.at,
        published.is_utc if published.on else None,
        published.precision,
        published.basis,
        published.score if published.on else None,
        published.start,
        published.end,
        content.article.conflict.source_id,
        content.article.conflict.published_on,
        content.article.conflict.title,
    )


def wordings(content: Parsed) -> Iterable[tuple[Any, ...]]:
    """The words of the body and their sketch, by which copies and reuse are found."""
    text = content.reading.text
    body = [(label.start, label.end) for label in content.labels if label.role in BODY_ROLES]
    found = wording(text, body)
    headline = _text_of(text, content.article.headline)
    yield (
        content.file_id,
        found.body_key,
        wording(headline, [(0, len(headline))]).body_key if headline else None,
        found.words,
        found.fillings,
        found.starts,
        found.ends,
        found.sketch,
    )


def _text_of(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[slice(*span)]


def lines(content: Parsed) -> Iterable[tuple[Any, ...]]:
    """All lines, blank ones too: put end to end with their endings they are the text."""
    first_word = 0
    segments: dict[int, list[LineLabel]] = {}
    for label in content.labels:
        segments.setdefault(label.line_no, []).append(label)
    text = content.reading.text
    for line in content.lines:
        labels = segments.get(line.line_no)
        if labels is None:
            yield (
                content.file_id,
                line.line_no,
                1,
                line.start,
                line.end,
                line.text,
                line.ending,
                None,
                None,
                None,
                None,
                None,
                None,
            )
            continue
        for label in labels:
            words = None
            if label.role in SEARCHED_ROLES:
                words = stems(text[label.start : label.end])
            yield (
                content.file_id,
                label.line_no,
                label.segment_no,
                label.start,
                label.end,
                text[label.start : label.end],
                line.ending if label is labels[-1] else "",
                label.role,
                label.rule,
                label.score,
                len(words) if words else None,
                first_word if words else None,
                words or None,
            )
            # A gap of one behind each line, so that no phrase runs from one into the next.
            first_word += len(words) + 1 if words else 0


def sources(content: Parsed) -> Iterable[tuple[Any, ...]]:
    """Outlets and agencies, with the part that each plays."""
    for source in content.article.sources:
        yield (
            content.file_id,
            source.source_id,
            source.relation,
            source.surface,
            source.start,
            source.end,
            source.basis,
            source.score,
        )


def dates(content: Parsed, week_start: int) -> Iterable[tuple[Any, ...]]:
    """Temporal expressions; relative ones need a publication date that is known to the day."""
    published = content.article.published
    is_known = published.precision in ("day", "minute")
    anchor = (published.at or published.on) if is_known else None
    for date in find_dates(content.reading.text, anchor, week_start=week_start):
        label = content.line_around(date.start, date.end)
        if label is not None and label.role in READ_ROLES:
            yield (
                content.file_id,
                label.line_no,
                date.start,
                date.end,
                date.surface,
                label.role,
                date.type,
                date.value,
                date.begin_on,
                date.end_on,
                date.begin_at,
                date.is_utc if date.begin_at else None,
                date.granularity,
                date.calendar,
                date.calendar_value,
                date.modifier,
                date.anchor_on,
                date.rule,
                date.has_conflict,
                date.score,
            )


def entities(content: Parsed, mentions: Iterable[EntityMention]) -> Iterable[tuple[Any, ...]]:
    """Named mentions; unknown names are told apart by `name_key`, and joined by `name_sound`."""
    for mention in mentions:
        label = content.line_around(mention.start, mention.end)
        if label is not None and label.role in READ_ROLES:
            name_key = " ".join(fold(mention.surface).split())
            yield (
                content.file_id,
                label.line_no,
                mention.start,
                mention.end,
                mention.surface,
                label.role,
                name_key,
                name_sound(name_key),
                mention.kind,
                mention.entity_id,
                mention.method,
                mention.score,
            )


def quotes(
    content: Parsed, document: Document, mentions: Sequence[EntityMention]
) -> Iterable[tuple[Any, ...]]:
    """Who says what, in the lines that are text of the article.

    Whom the speaker's mention means stands with the mention: it is joined in sql/tables, where
    unknown names have ids too.
    """
    labels = [label for label in content.labels if label.role in READ_ROLES]
    for quote in quotes_in(document, mentions, content.article.sources, labels):
        label = content.line_around(quote.start, quote.start + 1)
        yield (
            content.file_id,
            label.line_no if label else None,
            quote.start,
            quote.end,
            quote.surface,
            label.role if label else None,
            quote.form,
            quote.speaker_surface,
            quote.speaker_start,
            quote.speaker_end,
            quote.mention_start,
            quote.mention_end,
            quote.verb,
            quote.verb_class,
            quote.stance,
            quote.channel_source_id,
            quote.rule,
            quote.score,
        )


def spans(content: Parsed, found: Iterable[tuple[int, int]]) -> Iterable[tuple[Any, ...]]:
    """Tags or related headlines, numbered in their order."""
    for position, (start, end) in enumerate(found, 1):
        yield (content.file_id, position, content.reading.text[start:end], start, end)
