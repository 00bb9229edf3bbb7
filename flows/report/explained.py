"""One article as the pipeline saw it, its lines cut where a fact begins or ends, for a page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flows.report.words import word
from flows.store.reader import Reader, Table

Piece = str | list[int | str]
"""A stretch of a line: plain text, or the text and the numbers of the facts that cover it."""

_KEPT = frozenset({"headline", "summary", "body", "subheading"})


@dataclass(frozen=True, slots=True)
class Explained:
    """An article's head, lines and facts, as plain values that JSON can hold."""

    article_id: str
    values: Mapping[str, Any]


def explained(reader: Reader, article_ids: Sequence[str]) -> dict[str, Explained]:
    """What is known of each of the articles, by id; ids that mean no article are left out."""
    wanted = {"article_ids": list(article_ids)}
    heads = {
        row["article_id"]: row for row in reader.table("explained_articles", **wanted).records()
    }
    lines, facts, likes = (
        _by_article(reader.table(f"explained_{name}", **wanted))
        for name in ("lines", "facts", "likes")
    )
    return {
        article_id: Explained(
            article_id,
            _values(heads[article_id], lines[article_id], facts[article_id], likes[article_id]),
        )
        for article_id in article_ids
        if article_id in heads
    }


def cut(text: str, start: int, spans: Iterable[tuple[int, int, int]]) -> list[Piece]:
    """`text`, which begins at offset `start`, in pieces; `spans` are (number, start, end) of facts.

    Put end to end the pieces are the text. Facts may nest or cross: a piece carries the numbers
    of all that cover it, the shortest fact first.

    >>> cut("قال لافروف اليوم", 100, [(7, 104, 110), (8, 100, 116)])
    [['قال ', 8], ['لافروف', 7, 8], [' اليوم', 8]]
    """
    end = start + len(text)
    inside = sorted(
        ((b - a, n, max(a, start), min(b, end)) for n, a, b in spans if a < end and b > start),
    )
    edges = sorted({start, end, *(a for _, _, a, _ in inside), *(b for _, _, _, b in inside)})
    pieces: list[Piece] = []
    for a, b in pairwise(edges):
        numbers = [n for _, n, first, last in inside if first <= a and last >= b]
        words = text[a - start : b - start]
        pieces.append([words, *numbers] if numbers else words)
    return pieces


def _by_article(table: Table) -> defaultdict[str, list[dict[str, Any]]]:
    rows = defaultdict(list)
    for row in table.records():
        rows[row["article_id"]].append(row)
    return rows


def _values(
    head: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    likes: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    spans = [
        (number, fact["char_start"], fact["char_end"])
        for number, fact in enumerate(facts)
        if fact["char_start"] is not None
    ]
    return {
        "id": head["article_id"],
        "file": head["file_id"],
        "path": head["path"],
        "headline": head["headline"],
        "source": head["source_ar"] or head["source_id"],
        "source_en": head["source_en"],
        "source_basis": head["source_basis"],
        "published": head["published_at"] or head["published_on"],
        "is_utc": head["published_is_utc"],
        "precision": word("precision", head["published_precision"]).ar,
        "published_basis": head["published_basis"],
        "published_score": head["published_score"],
        "words": head["word_count"],
        "copies": head["copy_count"],
        "likes": [
            (word("like", like["kind"]).ar, like["path"], like["source"], like["score"])
            for like in likes
        ],
        "lines": [_line(line, spans) for line in lines],
        "facts": [_fact(fact) for fact in facts],
    }


def _line(line: Mapping[str, Any], spans: Iterable[tuple[int, int, int]]) -> list[Any]:
    is_kept = line["role"] in _KEPT
    return [
        line["line_no"],
        line["role"],
        line["rule"],
        line["score"],
        int(is_kept),
        None if is_kept else line["sees"],
        cut(line["text"], line["char_start"], spans),
    ]


def _fact(fact: Mapping[str, Any]) -> list[Any]:
    kind = fact["kind"] if fact["fact"] == "entity" else fact["fact"]
    return [kind, fact["surface"], fact["meaning"], fact["basis"], fact["score"]]
