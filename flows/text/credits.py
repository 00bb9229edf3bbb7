"""Who is credited, where and how: source lines, bylines, datelines, photo credits, citations."""

import re
from collections.abc import Iterator

from flows.text.citations import is_cited
from flows.text.folding import fold
from flows.text.model import LineLabel, Relation, SourceMention
from flows.text.source_lexicon import source_words
from flows.text.sources import other_sense, source_of

# A name of a source found in the text: start, end, source_id (`sources.find_source_names`).
Name = tuple[int, int, str]


def find_credits(text: str, labels: list[LineLabel], names: list[Name]) -> list[SourceMention]:
    """Every source that the article credits or cites, in the order of the text.

    `names` are all names of sources in the text. A name in the story counts as cited only beside
    words of citing; elsewhere it is a topic. "وكالات" (agencies) names nobody: it is kept as a
    credit without id.

    >>> text = "قالت رويترز إن السد اكتمل.\\nالمصدر: الجزيرة + وكالات"
    >>> labels = [LineLabel(1, 0, 26, "body", "x"), LineLabel(2, 27, 51, "credit", "x")]
    >>> mentions = find_credits(text, labels, [(5, 11, "reuters")])
    >>> [(mention.surface, mention.source_id, mention.relation) for mention in mentions]
    [('رويترز', 'reuters', 'cited'), ('الجزيرة', 'aljazeera', 'credit'), ('وكالات', None, 'credit')]
    """
    mentions: list[SourceMention] = []
    first_body = next((label for label in labels if label.role == "body"), None)
    for label in labels:
        if label.role == "credit":
            mentions += _source_line(text, label)
        elif label.role == "byline":
            mentions += _named_parts(text, label.start, label.end, "byline", 0.9)
        elif label.role == "caption":
            mentions += _photo_credits(text, label)
        elif label.role == "dateline":
            mentions += _dateline(text, label, names)
        elif label.role in _STORY:
            opening = list(_opening(text, label)) if label is first_body else []
            mentions += opening
            after = opening[-1].end if opening else None
            mentions += _citations(text, label, names, after or label.start)
    return mentions


def _source_line(text: str, label: LineLabel) -> Iterator[SourceMention]:
    # A label word makes sure that what follows are names, known or not.
    match = _LABEL.match(text, label.start, label.end)
    if match is None:
        yield from _named_parts(text, label.start, label.end, "source_line", 0.9)
        return
    for start, end in _parts(text, match.end(), label.end):
        source = source_of(text[start:end])
        is_short = text.count(" ", start, end) < _MOST_WORDS
        if source is not None:
            yield _mention(text, start, end, source.source_id, "credit", "source_line", 0.97)
        elif is_short or _is_unnamed(text[start:end]):
            yield _mention(text, start, end, None, "credit", "source_line", 0.8)


def sense_in_place(text: str, mention: SourceMention) -> str:
    """What else the surface of `mention` may mean where it stands: see `sources.other_sense`.

    >>> text = "«الرياض» - جدة"
    >>> sense_in_place(text, SourceMention("alriyadh", "credit", "الرياض", 1, 7, "byline", 0.9))
    'word'
    """
    start, end = mention.start or 0, mention.end or 0
    is_quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
    return other_sense(f"«{mention.surface}»" if start and is_quoted else mention.surface)


def _named_parts(
    text: str, first: int, last: int, basis: str, score: float
) -> Iterator[SourceMention]:
    # Without a label a place is a place: "المدينة - جدة".
    for start, end in _parts(text, first, last):
        source = source_of(text[start:end])
        if source is not None:
            mention = _mention(text, start, end, source.source_id, "credit", basis, score)
            if sense_in_place(text, mention) != "place":
                yield mention
        elif _is_unnamed(text[start:end]):
            yield _mention(text, start, end, None, "credit", basis, score)


def _photo_credits(text: str, label: LineLabel) -> Iterator[SourceMention]:
    # "(رويترز)", "(الفرنسية-أرشيف)", "(… via AP)", "REUTERS/…", "الصورة: أ ف ب"
    for match in _PHOTO_CREDIT.finditer(text, label.start, label.end):
        group = match.lastindex or 0
        for start, end in _parts(text, match.start(group), match.end(group)):
            via = _VIA.search(text, start, end)
            begin = via.end() if via else start
            source = source_of(text[begin:end])
            if source is not None:
                yield _mention(
                    text, begin, end, source.source_id, "photo_credit", "photo_credit", 0.95
                )


def _dateline(text: str, label: LineLabel, names: list[Name]) -> Iterator[SourceMention]:
    last = label.start
    for start, end, source_id in names:
        if label.start <= start < label.end:
            last = end
            yield _mention(text, start, end, source_id, "credit", "dateline", 0.9)
    # A wire ends its dateline with its own name, be it a word like any other: "م كونا".
    tail = _LAST_WORD.search(text, last, label.end)
    source = source_of(tail.group(1)) if tail else None
    if tail and source is not None and source.kind == "agency":
        yield _mention(text, *tail.span(1), source.source_id, "credit", "dateline", 0.85)


def _opening(text: str, label: LineLabel) -> Iterator[SourceMention]:
    # "دبي (رويترز) - ", "القدس/ سما/ ", "سبق - الرياض: " before the first sentence.
    match = _OPENING.match(text, label.start, label.end)
    if match is None:
        return
    parts = list(_parts(text, match.start(), match.end()))
    for mention in _named_parts(text, match.start(), match.end(), "opening", 0.9):
        if mention.source_id and (len(parts) > 1 or sense_in_place(text, mention) == ""):
            yield mention


def _citations(
    text: str, label: LineLabel, names: list[Name], after: int
) -> Iterator[SourceMention]:
    for start, end, source_id in names:
        if not max(label.start, after) <= start < label.end:
            continue
        if is_cited(text, label.start, start, end):
            yield _mention(text, start, end, source_id, "cited", "citing_words", 0.9)
        elif _CLOSES.match(text, end, label.end) and text[start - 1] in "(/":
            yield _mention(text, start, end, source_id, "credit", "end_of_story", 0.85)


def _parts(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    # What stands between separators, without the marks around it.
    place = first
    for match in _SEPARATOR.finditer(text, first, last):
        yield from _trimmed(text, place, match.start())
        place = match.end()
    yield from _trimmed(text, place, last)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    if start < end:
        from_place = _FROM_PLACE.search(text, start, end)
        yield start, from_place.start() if from_place else end


def _is_unnamed(surface: str) -> bool:
    return str(fold(surface)) in _UNNAMED


def _mention(
    text: str,
    start: int,
    end: int,
    source_id: str | None,
    relation: Relation,
    basis: str,
    score: float,
) -> SourceMention:
    return SourceMention(source_id, relation, text[start:end], start, end, basis, score)


_STORY = frozenset({"summary", "body", "subheading"})
_MOST_WORDS = 5  # of a name that the lexicon does not know
_QUOTES = frozenset("\"“”«»'")
_UNNAMED = frozenset(source_words("unnamed"))
_LABELS = "|".join(map(re.escape, sorted(source_words("label"), key=len, reverse=True)))
_LABEL = re.compile(rf"[\s*•·\-+(\[]*(?:{_LABELS})\s*[:|/–—-]\s*")
_SEPARATOR = re.compile(
    r"\s*[+،,/|&؛;:()]\s*|\s+[-–—ـ]+\s*|\s*[-–—ـ]+\s+|(?<=\w)[-–—](?=\w)|\s+و(?=ال|وكال|مواقع)\s*"
)
_AROUND = frozenset(" \t\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e()[]{}*•.\"“”«»'ـ")
_FROM_PLACE = re.compile(r"[»”\"]?\s+(?:من|في)\s+\S")
_PHOTO_CREDIT = re.compile(
    r"\(([^()\n]{1,70})\)"
    r"|\bvia ([A-Z][\w ]{1,25})"
    r"|\b([A-Z]{2,8})(?: PHOTO)?\s*/"
    r"|/\s*([A-Z]\w{1,20})\b"
    r"|(?:تصوير|المصدر|عدسة|(?:ال)?صور[ةه]?)(?:\s*[:/|]\s*|\s+من\s+)([^\n.()]{2,30})"
    r"|[-–—|/]\s*([^-–—|/\n().]{2,25})$"
)
_VIA = re.compile(r".*(?:\bvia\b|(?<!\w)عن(?!\w)|(?<!\w)من(?!\w))\s+")
_CLOSES = re.compile(r"\s*[)/]\s*\.?\s*$")
_LAST_WORD = re.compile(r"[\s(/]([^\W\d]{2,})[)/]?[\s\-–—:.]*$")
_PLAIN = r"(?:[^\n()/:.،؛\"–—-]|\.(?=\w))"  # what no separator of an opening is
_OPENING = re.compile(
    rf"\s*(?:{_PLAIN}{{2,40}}\([^\n()]{{2,30}}\)|(?:{_PLAIN}{{2,40}}[/:–—-]\s*){{1,3}})"
)
