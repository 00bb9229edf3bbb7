"""The ladder of evidence for the date of publication, rung by rung and on the samples."""

from pathlib import Path
from typing import Any

import pytest

from flows.lexicon import rows
from flows.text.clock_times import clocks_in
from flows.text.model import LineLabel
from flows.text.published import find_published
from tests.text.test_article import gold_labels, labelled, read_cases, read_rows

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "published"
GOLD = [
    pytest.param(row, id=row["document"])
    for row in read_rows(ROOT / "tests/gold/dates.jsonl")
    if row.get("kind") == "publication"
]


@pytest.mark.parametrize("case", read_cases(CASES / "ladder.json"))
def test_publication_date_has_value_precision_basis_and_score(case: dict[str, Any]) -> None:
    text, labels = labelled(case)
    found = find_published(text, labels, case.get("path"))
    on = found.on.isoformat() if found.on else None
    at = found.at.isoformat(timespec="minutes") if found.at else None
    assert (on, at, found.precision) == (case["on"], case["at"], case["precision"])
    assert (found.basis, found.is_utc) == (case["basis"], case["is_utc"])
    assert case["least_score"] <= found.score <= case["most_score"]
    assert (found.score == 0) == (found.on is None)


@pytest.mark.parametrize("row", GOLD)
def test_samples_have_their_date_or_no_confident_one(row: dict[str, Any]) -> None:
    text, labels = gold_labels(row["document"])
    found = find_published(text, labels)
    if "system_target" in row:  # nothing in the text tells the day
        assert found.precision not in ("day", "minute")
        assert found.score <= 0.5
        return
    at = found.at.isoformat(timespec="minutes") if found.at else None
    assert row["published"] == (at if row["precision"] == "minute" else str(found.on))
    assert found.precision == row["precision"]
    assert found.score >= 0.8
    assert found.start is not None
    assert text[found.start : found.end] == row["evidence"][0]


@pytest.mark.parametrize("row", rows("dateline_words"), ids=lambda row: row["word"])
def test_each_word_of_datelines_is_read_in_its_example(row: dict[str, str]) -> None:
    text = row["example"]
    if row["use"] in ("published", "updated"):
        found = find_published(text, [LineLabel(1, 0, len(text), "dateline", "case")])
        assert str(found.on) == "2025-03-03"
        return
    (clock,) = clocks_in(text, 0, len(text))
    assert text[clock.start : clock.end] == text
    assert (clock.offset == 0) == (row["use"] == "zone")
    hour = int(text[:2])
    assert clock.at.hour == (hour if row["use"] in ("morning", "zone") else hour + 12)
