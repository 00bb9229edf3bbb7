"""The five sample articles: every expression that people marked is found with its value."""

import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.text.dates import find_dates
from flows.text.model import DateMention

ROOT = Path(__file__).parents[2]
_LINES = (ROOT / "tests/gold/dates.jsonl").read_text(encoding="utf-8").splitlines()
_ROWS = [json.loads(line) for line in _LINES]
_PUBLISHED = {row["document"]: row for row in _ROWS if row.get("kind") == "publication"}
_MARKED = [row for row in _ROWS if "surface" in row]


@cache
def _found(document: str) -> tuple[str, list[DateMention]]:
    text = (ROOT / "seeds" / document).read_bytes().decode("utf-8")
    published = date.fromisoformat(_PUBLISHED[document]["published"][:10])
    return text, find_dates(text, published)


def _name(row: dict[str, Any]) -> str:
    return f"{row['document'][:3]}:{row['start']}"


_EXPECTED = [row for row in _MARKED if row["type"] != "NEGATIVE"]
_DECOYS = [row for row in _MARKED if row["type"] == "NEGATIVE"]


def test_the_gold_file_is_whole() -> None:
    assert (len(_EXPECTED), len(_DECOYS)) == (52, 6)  # 3 of the 52 are optional


@pytest.mark.parametrize("row", _EXPECTED, ids=_name)
def test_marked_expression_is_found_with_its_value(row: dict[str, Any]) -> None:
    _, mentions = _found(row["document"])
    mention = next((m for m in mentions if m.start < row["end"] and row["start"] < m.end), None)
    if mention is None and row["optional"]:
        return
    assert mention is not None, row["surface"]
    assert (mention.start, mention.end) == (row["start"], row["end"])
    assert mention.value in (row["value"], *row["alt_values"])
    assert (mention.type, mention.granularity) == (row["type"], row["granularity"])
    assert mention.modifier == row["mod"]


@pytest.mark.parametrize("row", _DECOYS, ids=_name)
def test_marked_decoy_is_no_date(row: dict[str, Any]) -> None:
    _, mentions = _found(row["document"])
    assert not [m for m in mentions if m.start < row["end"] and row["start"] < m.end]


def test_nothing_else_is_found() -> None:
    spans = defaultdict(list)
    for row in _MARKED:
        spans[row["document"]].append((row["start"], row["end"]))
    for document, marked in spans.items():
        text, mentions = _found(document)
        for m in mentions:
            assert text[m.start : m.end] == m.surface
            assert any(m.start < end and start < m.end for start, end in marked), m.surface


def test_a_current_february_in_may_is_a_conflict() -> None:
    _, mentions = _found("003_dd107b6a978c5bca.txt")
    assert [m.surface for m in mentions if m.has_conflict] == ["فبراير/شباط الجاري"]
