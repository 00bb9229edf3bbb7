"""Finds who said what in an article: quotations in marks and reported speech, with the speaker.

One pass over the pieces into which the entity finder cuts the text anyway; the cost is that of
the sentences in which somebody says something.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from flows.text.entity_spans import Document
from flows.text.knowledge import entities
from flows.text.model import EntityMention, LineLabel, Quote, SourceMention
from flows.text.quote_channels import channel_of
from flows.text.quote_governor import Statement
from flows.text.quote_headlines import headline_statement
from flows.text.quote_marks import with_marks
from flows.text.quote_names import Names
from flows.text.quote_sentences import Sentence, sentences
from flows.text.quote_speakers import Speakers
from flows.text.quote_statements import StatementReader


def find_quotes(
    text: str,
    mentions: Sequence[EntityMention] = (),
    sources: Sequence[SourceMention] = (),
    labels: Sequence[LineLabel] | None = None,
) -> list[Quote]:
    """The quotations in `text`, in order, each with `text[start:end] == surface`.

    `mentions` are the names that `find_entities` found in the text, `sources` the outlets that
    it names; only lines in `labels` are read, all of them if it is None. A clause that is
    reported may hold marked words that are a row of their own. Names, titles and words in
    marks that only keep their distance are no quotations.

    >>> from flows.text.entities import find_entities
    >>> text = 'قال جون كيري إن الهدنة صامدة. وأضاف: "سنعود غدا"'
    >>> for quote in find_quotes(text, find_entities(text)):
    ...     print(quote.form, quote.speaker_entity_id, quote.verb, quote.surface)
    reported john-kerry قال إن الهدنة صامدة
    direct john-kerry أضاف سنعود غدا
    """
    return quotes_in(Document.of(text), mentions, sources, labels)


def quotes_in(
    document: Document,
    mentions: Sequence[EntityMention],
    sources: Sequence[SourceMention] = (),
    labels: Sequence[LineLabel] | None = None,
) -> list[Quote]:
    """`find_quotes` of a text that is folded and cut already."""
    document = with_marks(document)
    names = Names(document, _with_sources(mentions, sources))
    reader = StatementReader(Speakers(names))
    headlines = list(_headlines(names, labels))
    spoken = {statement.sentence.begin: statement.sentence.end for statement in headlines}
    for sentence in sentences(document):
        read = sentence if labels is None else _within(document, sentence, labels)
        if read is not None and not any(a <= read.begin < b for a, b in spoken.items()):
            reader.read(read)
    found = [*(s for s in headlines if _may_speak(s, reader.found)), *reader.found]
    quotes: dict[tuple[int, int], Quote] = {}
    for quote in (_quote(names, statement) for statement in found):
        place = (quote.start, quote.end)
        if place not in quotes or quotes[place].score < quote.score:
            quotes[place] = quote
    return [quotes[place] for place in sorted(quotes)]


def _with_sources(
    mentions: Sequence[EntityMention], sources: Sequence[SourceMention]
) -> Sequence[EntityMention]:
    """The mentions and what outlets are known beside them."""
    known = {mention.start for mention in mentions}
    further = [
        EntityMention(s.start, s.end, s.surface, "ORG", s.source_id, "source", s.score)
        for s in sources
        if s.source_id and s.start is not None and s.end is not None and s.start not in known
    ]
    if not further:
        return mentions
    apart = [m for m in further if not any(k.start < m.end and m.start < k.end for k in mentions)]
    return sorted([*mentions, *apart], key=attrgetter("start", "end"))


def _within(document: Document, sentence: Sentence, labels: Sequence[LineLabel]) -> Sentence | None:
    """The part of the sentence that lies in the label of its first signal; None outside all."""
    starts, source = document.pieces.starts, document.folded.source
    first = source(starts[sentence.signals[0][0]])
    index = bisect_right(labels, first, key=attrgetter("start")) - 1
    if index < 0 or first >= labels[index].end:
        return None
    label = labels[index]
    begin, end = sentence.begin, sentence.end
    while source(starts[begin]) < label.start:
        begin += 1
    while end > begin and source(starts[end - 1]) >= label.end:
        end -= 1
    if (begin, end) == (sentence.begin, sentence.end):
        return sentence
    signals = [signal for signal in sentence.signals if begin <= signal[0] < end]
    return replace(sentence, begin=begin, end=end, signals=signals)


def _headlines(names: Names, labels: Sequence[LineLabel] | None) -> Iterable[Statement]:
    document = names.document
    starts, source = document.pieces.starts, document.folded.source
    if labels is None:
        text = document.folded.original
        begin = len(text) - len(text.lstrip())
        end = text.find("\n", begin)
        spans = [(begin, len(text) if end < 0 else end)]
    else:
        spans = [(label.start, label.end) for label in labels if label.role in _HEADS]
    for start, stop in spans:
        begin = bisect_left(starts, start, key=source)
        end = bisect_left(starts, stop, lo=begin, key=source)
        if statement := headline_statement(names, begin, end, 0):
            yield statement


def _may_speak(headline: Statement, told: Sequence[Statement]) -> bool:
    """A country before a colon is often only the scene: it speaks where the article says so."""
    mention = headline.speaker and headline.speaker.name and headline.speaker.name.mention
    if not mention or mention.kind != "LOC":
        return True
    return _country(mention) in {
        _country(told_by.name.mention)
        for statement in told
        if (told_by := statement.speaker)
        and told_by.name
        and told_by.name.mention.kind in ("ORG", "LOC")
    } - {None}


def _country(mention: EntityMention) -> str | None:
    entity = entities().get(mention.entity_id or "")
    return (entity.country_code or None) if entity else None


def _quote(names: Names, statement: Statement) -> Quote:
    document = names.document
    pieces, text = document.pieces, document.folded.original
    span = document.folded.source_span

    def place(begin: int, end: int) -> tuple[int, int]:
        return span(pieces.starts[begin], pieces.ends[end - 1])

    start, end = place(statement.begin, statement.end)
    if statement.form == "reported" and pieces.forms[statement.begin].startswith("بان"):
        start += 1  # "بأن": the preposition is the article's
    speaker, cue = statement.speaker, statement.cue
    said_by = place(speaker.begin, speaker.end) if speaker else None
    mention = speaker.name.mention if speaker and speaker.name else None
    return Quote(
        start=start,
        end=end,
        surface=text[start:end],
        form=statement.form,
        speaker_surface=text[slice(*said_by)] if said_by else None,
        speaker_start=said_by[0] if said_by else None,
        speaker_end=said_by[1] if said_by else None,
        speaker_entity_id=mention.entity_id if mention else None,
        mention_start=mention.start if mention else None,
        mention_end=mention.end if mention else None,
        verb=cue.verb if cue else None,
        verb_class=cue.verb_class if cue else None,
        stance=cue.stance if cue else None,
        channel_source_id=channel_of(
            names, statement.sentence, statement.begin, statement.end, speaker
        ),
        rule=statement.rule,
        score=statement.score,
    )


_HEADS = frozenset({"headline", "subheading"})
