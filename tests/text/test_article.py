"""Publisher, credits, tags and spans of articles, case by case and on the samples."""

import json
import lzma
import tarfile
from collections import Counter
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from flows.text.article import assemble
from flows.text.model import LineLabel
from flows.text.roles import label_lines

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "article"


def read_cases(path: Path) -> list[Any]:
    """The cases of a file, each with its name as id."""
    cases = json.loads(path.read_text("utf-8"))
    return [pytest.param(case, id=case.get("name", "")) for case in cases]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def labelled(case: dict[str, Any]) -> tuple[str, list[LineLabel]]:
    """The text of a case and its labels; `same_line` joins two pieces on one line."""
    joined = case.get("same_line", [])
    text, labels, line_no = "", [], 0
    for index, (role, piece) in enumerate(case["lines"]):
        glued = index in joined[1:]
        text += "" if glued or not text else "\n"
        line_no += not glued
        start = len(text)
        text += piece
        labels.append(LineLabel(line_no, start, len(text), role, "case", 1.0, 1 + glued))
    return text, labels


def gold_labels(document: str) -> tuple[str, list[LineLabel]]:
    """A sample and the labels that people gave its lines."""
    text = (ROOT / "seeds" / document).read_bytes().decode("utf-8")
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n"), len(text) + 1]
    spans = list(pairwise(starts))
    labels = []
    for row in read_rows(ROOT / "tests/gold/segments.jsonl"):
        if row["document"] == document:
            start, end = spans[row["line"] - 1]
            labels.append(LineLabel(row["line"], start, end - 1, row["role"], "gold"))
    return text, labels


@pytest.mark.parametrize("case", read_cases(CASES / "publishers.json"))
def test_publisher_is_known_by_its_evidence_or_not_at_all(case: dict[str, Any]) -> None:
    text, labels = labelled(case)
    publisher = assemble(text, labels, case.get("path")).publisher
    found = (publisher.source_id, publisher.basis) if publisher else (None, None)
    assert found == (case["publisher"], case["basis"])
    if publisher:
        assert case.get("above", 0.5) <= publisher.score <= case.get("below", 0.99)


@pytest.mark.parametrize("case", read_cases(CASES / "credits.json"))
def test_every_credit_is_found_with_its_part_and_place(case: dict[str, Any]) -> None:
    text, labels = labelled(case)
    sources = assemble(text, labels).sources
    assert [[m.relation, m.source_id, m.surface] for m in sources] == case["mentions"]
    assert all(text[m.start : m.end] == m.surface for m in sources)


@pytest.mark.parametrize(
    ("document", "publisher", "credits"),
    [
        ("000_40fbe57fc7d134a0.txt", None, {"ap", "rt", None}),
        ("001_aacfcbe59bb52c0a.txt", None, {"rt", "reuters", None}),
        ("002_92a0add24a643896.txt", None, {"anadolu", "reuters", "afp"}),
        ("003_dd107b6a978c5bca.txt", "alkhaleej-aljadid", {"alkhaleej-aljadid", "anadolu"}),
        ("004_9881ad367b76134a.txt", "aljazeera", {"aljazeera", "epa", "rt", None}),
    ],
)
def test_samples_have_their_publisher_and_sources(
    document: str, publisher: str | None, credits: set[str | None]
) -> None:
    text, labels = gold_labels(document)
    article = assemble(text, labels)
    assert (article.publisher.source_id if article.publisher else None) == publisher
    assert {mention.source_id for mention in article.sources} == credits
    assert all(text[m.start : m.end] == m.surface for m in article.sources)


def test_sample_headlines_tags_and_related_headlines_are_spans_of_the_text() -> None:
    text, labels = gold_labels("003_dd107b6a978c5bca.txt")
    article = assemble(text, labels)
    assert article.headline is not None
    assert text[slice(*article.headline)].startswith("«بنتاغون»: لم نتلقَ")
    tags = [text[slice(*span)] for span in article.tags]
    assert tags == ["روسيا أمريكا غارات جوية سوريا جبهة النصرة الدولة الإسلامية"]
    assert len(article.related) == 7


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("كلمات مفتاحية", []),
        ("كلمات مفتاحية: النيل، سد النهضة، مصر", ["النيل", "سد النهضة", "مصر"]),
        ("وسوم : #النيل #سد_النهضة", ["النيل", "سد_النهضة"]),
        ("سمات الرياض أمطار سيول", ["الرياض أمطار سيول"]),
        ("النيل | مصر | السودان", ["النيل", "مصر", "السودان"]),
    ],
)
def test_tags_are_told_apart_where_marks_tell(line: str, tags: list[str]) -> None:
    article = assemble(line, [LineLabel(1, 0, len(line), "tags", "case")])
    assert [line[slice(*span)] for span in article.tags] == tags


def test_headline_leaves_out_controls_and_white_space() -> None:
    text = "\u202bعودة الملاحة \u202c"
    article = assemble(text, [LineLabel(1, 0, len(text), "headline", "case")])
    assert article.headline == (1, 13)


def test_summary_joins_the_lines_that_stand_together() -> None:
    text, labels = labelled(
        {"lines": [["headline", "خبر"], ["summary", "سطر أول."], ["summary", "سطر ثان."]]}
    )
    article = assemble(text, labels)
    assert article.summary is not None
    assert text[slice(*article.summary)] == "سطر أول.\nسطر ثان."


def test_a_file_without_lines_has_nothing_to_tell() -> None:
    article = assemble("", [])
    assert (article.headline, article.publisher, article.sources) == (None, None, ())
    assert article.published.on is None


CORPORA = ROOT / ".." / "shared" / "corpora"


@pytest.mark.skipif(not CORPORA.exists(), reason="needs the development corpus")
def test_publishers_and_dates_of_the_development_corpus() -> None:
    with lzma.open(CORPORA / "dev_truth.jsonl.xz", "rt", encoding="utf-8") as file:
        truth = {row["file"]: row for row in map(json.loads, file)}
    seen: Counter[str] = Counter()
    with tarfile.open(CORPORA / "dev.tar.xz") as archive:
        for number, member in enumerate(archive):
            row = truth.get(Path(member.name).name)
            content = archive.extractfile(member)
            if row is None or content is None or number % 4:
                continue
            text = content.read().decode("utf-8")
            article = assemble(text, label_lines(text))
            if article.publisher is not None:
                outlet = row["outlet"].replace("_", "-")
                seen["publisher"] += 1
                seen["publisher right"] += article.publisher.source_id == outlet
            if row["outlet"] in ("bbc_arabic", "hespress") and row["published"]:
                published = datetime.fromisoformat(row["published"]).date()
                seen["date stated"] += 1
                seen["date given"] += article.published.on is not None
                seen["date right"] += article.published.on == published
    assert seen["publisher"] > 150 and seen["date stated"] > 100
    assert seen["publisher right"] >= 0.99 * seen["publisher"]
    assert seen["date right"] >= 0.995 * seen["date given"]
    assert seen["date right"] >= 0.99 * seen["date stated"]


@pytest.mark.parametrize("mark", list("\u202b\u202c\u2067\u2069\u200f\u061c\u200b\ufeff"))
def test_headline_ends_where_its_letters_do(mark: str) -> None:
    text = f"{mark} عودة الأمطار {mark}"
    article = assemble(text, [LineLabel(1, 0, len(text), "headline", "case")])
    assert article.headline is not None
    assert text[slice(*article.headline)] == "عودة الأمطار"
