"""Puts an article together from the labelled lines of its file."""

from collections.abc import Sequence

from flows.text.credits import find_credits
from flows.text.model import NO_CONFLICT, Article, LineLabel, RecordFields, SourceMention
from flows.text.published import find_published
from flows.text.publisher import find_publisher
from flows.text.record_conflicts import conflict_of
from flows.text.sources import find_source_names
from flows.text.tags import find_related, find_tags

Span = tuple[int, int]


def assemble(
    text: str,
    labels: list[LineLabel],
    path: str | None = None,
    records: Sequence[RecordFields] = (),
) -> Article:
    """The headline, summary, tags, related headlines, sources and date of publication of a file.

    `path` is the path of the file in the landing folder, "/" between its parts; folder and file
    name may tell outlet and day. `records` is what records and markup say beside the text: their
    word goes before the text's, and where the two differ `conflict` holds what the text says. The
    first of `sources` is the publisher, if it is known.

    >>> text = "عودة الأمطار\\nهسبريس - محمد الراجي\\nالجمعة 10 يوليوز 2020 - 20:40\\nهطلت أمطار."
    >>> labels = [LineLabel(1, 0, 12, "headline", "x"), LineLabel(2, 13, 33, "byline", "x"),
    ...           LineLabel(3, 34, 63, "dateline", "x"), LineLabel(4, 64, 75, "body", "x")]
    >>> article = assemble(text, labels)
    >>> article.headline, article.publisher.source_id, article.published.at.isoformat()
    ((0, 12), 'hespress', '2020-07-10T20:40:00')
    """
    names = find_source_names(text)
    credits = find_credits(text, labels, names)
    publisher = find_publisher(text, labels, names, credits, path, records)
    published = find_published(text, labels, path, records)
    headline = _first(text, labels, "headline")
    conflict = NO_CONFLICT
    if records:
        told = find_publisher(text, labels, names, credits, path)
        conflict = conflict_of(
            records,
            (publisher, told),
            (published, find_published(text, labels, path)),
            text[slice(*headline)] if headline else None,
        )
    return Article(
        headline=headline,
        summary=_first(text, labels, "summary"),
        publisher=publisher,
        sources=_sources(publisher, credits),
        published=published,
        tags=tuple(find_tags(text, labels)),
        related=tuple(find_related(text, labels)),
        conflict=conflict,
    )


def _first(text: str, labels: list[LineLabel], role: str) -> Span | None:
    # The lines of the role that stand together first: a standfirst may take two lines.
    found = [label for label in labels if label.role == role]
    if not found:
        return None
    last = found[0]
    if role == "summary":
        for label in found[1:]:
            if text[last.end : label.start].strip():
                break
            last = label
    start, end = found[0].start, last.end
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    return (start, end) if start < end else None


def _sources(
    publisher: SourceMention | None, credits: list[SourceMention]
) -> tuple[SourceMention, ...]:
    # Who published the article does not credit or cite itself.
    if publisher is None:
        return tuple(credits)
    others = [
        credit
        for credit in credits
        if credit.source_id != publisher.source_id or credit.relation == "photo_credit"
    ]
    return publisher, *others


# White space, and the controls that steer direction and joining.
_AROUND = frozenset(
    " \t\r\n\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
