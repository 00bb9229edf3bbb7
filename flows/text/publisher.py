"""Which outlet published the article, as far as the file or its place in the folder tells."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from flows.text.addresses import containers_as_folders
from flows.text.credits import Name, sense_in_place
from flows.text.folding import fold
from flows.text.model import LineLabel, RecordFields, SourceMention
from flows.text.record_publisher import publisher_of_records, unlisted_publisher
from flows.text.source_lexicon import CUES, source_words
from flows.text.sources import Source, other_sense, source_of, source_of_host, source_of_id


def find_publisher(
    text: str,
    labels: list[LineLabel],
    names: list[Name],
    credits: Iterable[SourceMention],
    path: str | None = None,
    records: Sequence[RecordFields] = (),
) -> SourceMention | None:
    """The outlet that published the article, with the best evidence for it; None if none.

    `path` is relative to the landing folder: a folder may carry the name of its outlet. Evidence
    of another kind for the same outlet raises the score, evidence for another outlet lowers it.
    An agency is the publisher only of its own wire format; elsewhere it is a credit.

    >>> text = "المصدر : الجزيرة + وكالات"
    >>> credit = SourceMention("aljazeera", "credit", "الجزيرة", 9, 16, "source_line", 0.97)
    >>> find_publisher(text, [LineLabel(1, 0, 25, "credit", "x")], [], [credit]).basis
    'source_line'
    """
    evidence = [
        *publisher_of_records(records),
        *_from_path(path),
        *_from_title_line(text, labels),
        *_from_credits(text, labels, credits),
        *_from_urls(text, labels),
        *_from_own_reporters(text, labels, names),
    ]
    if not evidence:
        return unlisted_publisher(records)
    scores: dict[str | None, float] = {}
    for basis, source_id in {(mention.basis, mention.source_id): None for mention in evidence}:
        score = max(m.score for m in evidence if (m.basis, m.source_id) == (basis, source_id))
        scores[source_id] = 1 - (1 - scores.get(source_id, 0.0)) * (1 - score)
    best = max(evidence, key=lambda mention: mention.score)
    doubt = max((score for name, score in scores.items() if name != best.source_id), default=0.0)
    score = min(scores[best.source_id], _MOST) * (1 - doubt / 2)
    return replace(best, score=round(score, 2))


def _from_path(path: str | None) -> Iterator[SourceMention]:
    if path is None:
        return
    *folders, name = PurePosixPath(containers_as_folders(path)).parts
    for folder in folders:
        source = source_of_id(folder) or source_of_host(folder) or _source_of_folder(folder)
        if source is not None and source.in_arabic:
            yield SourceMention(source.source_id, "publisher", folder, None, None, "folder", 0.97)
    for host in _HOST.findall(name.replace("_", "/")):
        if source := source_of_host(host):
            yield SourceMention(source.source_id, "publisher", host, None, None, "file_name", 0.93)


def _source_of_folder(name: str) -> Source | None:
    # "الشرق الأوسط" and "العالم" are sections far more often than outlets.
    sense = other_sense(name)
    return source_of(name) if sense == "" or (sense == "word" and " " in name) else None


def _from_title_line(text: str, labels: list[LineLabel]) -> Iterator[SourceMention]:
    # "BBC Arabic - الشرق الأوسط - عنوان", "عنوان | الجزيرة نت"
    lines = {labels[0].line_no} if labels else set()
    lines |= {label.line_no for label in labels if label.role == "headline"}
    for line_no in lines:
        segments = [label for label in labels if label.line_no == line_no]
        start, end = segments[0].start, segments[-1].end
        line = text[start:end]
        if not any(mark in line for mark in _TITLE_MARKS):
            continue
        cuts = list(_TITLE_CUT.finditer(text, start, end))
        if not cuts:
            continue
        for part_start, part_end, basis, score in (
            (start, cuts[0].start(), "site_prefix", 0.97),
            (cuts[-1].end(), end, "site_suffix", 0.93),
        ):
            surface = text[part_start:part_end].strip(_BIDI)
            source = source_of(surface)
            is_sure = "|" in (cuts[0] if basis == "site_prefix" else cuts[-1]).group()
            if source is not None and source.in_arabic and (is_sure or not other_sense(surface)):
                offset = text.index(surface, part_start)
                yield _mention(source, surface, offset, basis, score)


def _from_credits(
    text: str, labels: list[LineLabel], credits: Iterable[SourceMention]
) -> Iterator[SourceMention]:
    for mention in credits:
        source = source_of_id(mention.source_id) if mention.source_id else None
        if mention.relation != "credit" or source is None or not source.in_arabic:
            continue
        if source.kind == "agency":
            if mention.basis in ("dateline", "opening") and _follows_date(text, labels, mention):
                yield replace(mention, relation="publisher", basis="wire_dateline", score=0.85)
        elif mention.basis == "source_line":
            yield replace(mention, relation="publisher", score=0.95)
            break  # the first that is named published it, the others are where it got the news
        elif mention.basis in ("byline", "dateline", "opening"):
            sense = sense_in_place(text, mention)
            if sense in ("", "word"):
                yield replace(mention, relation="publisher", score=0.8 if sense else 0.95)


def _follows_date(text: str, labels: list[LineLabel], mention: SourceMention) -> bool:
    # A wire of an agency writes place, date and its own name in one line.
    start = mention.start or 0
    line_start = max((label.start for label in labels if label.start <= start), default=0)
    return _DIGIT.search(text, line_start, start) is not None


def _from_urls(text: str, labels: list[LineLabel]) -> Iterator[SourceMention]:
    if "www." not in text and "://" not in text and "@" not in text:
        return
    for label in labels:
        if label.role in _STORY:
            continue
        for match in _HOST.finditer(text, label.start, label.end):
            source = source_of_host(match.group())
            if source is not None and source.in_arabic:
                yield _mention(source, match.group(), match.start(), "url", 0.75)


def _from_own_reporters(
    text: str, labels: list[LineLabel], names: list[Name]
) -> Iterator[SourceMention]:
    # "قال لـ«عكاظ»", "مراسل الجزيرة", "في تصريح لهسبريس": the paper speaks of itself.
    story = [(label.start, label.end) for label in labels if label.role in _STORY]
    found: list[tuple[Source, int, int, float]] = []
    for start, end, source_id in names:
        source = source_of_id(source_id)
        if source is None or source.kind == "agency" or not source.in_arabic:
            continue
        if not any(first <= start < last for first, last in story):
            continue
        before = fold(text[max(0, start - 40) : start])
        is_quoted = _TOLD_QUOTED.search(before) is not None
        if other_sense(f"«{text[start:end]}»" if is_quoted else text[start:end]) == "namesake":
            continue
        if is_quoted:
            found.append((source, start, end, 0.85))
        elif _REPORTER.search(before):
            found.append((source, start, end, 0.6))
        elif _TOLD.search(before) and source.kind in ("site", "newspaper"):
            found.append((source, start, end, 0.7))
    counts = Counter(source.source_id for source, *_ in found)
    if len(counts) == 1:
        source, start, end, score = max(found, key=lambda one: one[-1])
        if len(found) > 1:
            score += (1 - score) / 2
        elif score < _ALONE:
            return
        yield _mention(source, text[start:end], start, "own_reporter", round(score, 2))


def _mention(source: Source, surface: str, start: int, basis: str, score: float) -> SourceMention:
    end = start + len(surface)
    return SourceMention(source.source_id, "publisher", surface, start, end, basis, score)


_STORY = frozenset({"headline", "summary", "body", "subheading"})
_HOST = re.compile(
    r"(?<![\w.@-])(?:[a-zA-Z0-9-]+\.)+[a-z]{2,6}(?![\w-])|(?<=@)(?:[\w-]+\.)+[a-z]{2,6}"
)
_BIDI = " \t\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_TITLE_MARKS = ("|", " -", " –", " —", "::", "»")
_TITLE_CUT = re.compile(rf"[{_BIDI}]+(?:[-–—|]|::|»)[{_BIDI}]+|\s*\|\s*")
_DIGIT = re.compile(r"\d")
_MOST = 0.99
_ALONE = 0.65  # a single reporter may be another outlet's
# In folded text: "لـ«عكاظ»", "تصريح خاص لهسبريس", "مراسلة الجزيرة".
_TOLD_QUOTED = re.compile(r"(?<!\w)(?<!وفقا )(?<!طبقا )ل ?[«\"“”(]$")
_TOLD = re.compile(rf"(?<!\w)[وف]?(?:{'|'.join(source_words('told'))})(?: \w+){{0,3}} ل$")
_REPORTERS = "|".join(cue for cue, (use, _) in CUES.items() if use == "reporter")
_REPORTER = re.compile(rf"(?<!\w)[وفل]?(?:{_REPORTERS}) [«\"“]?$")
