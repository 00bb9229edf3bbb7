"""Roles of lines: the five samples, pages of other outlets, and what holds for any text."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.lexicon import rows
from flows.text.lines import is_blank, split_lines
from flows.text.model import LineLabel, Role
from flows.text.roles import label_lines

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GOLD = [
    json.loads(line)
    for line in (ROOT / "tests/gold/segments.jsonl").read_text("utf-8").splitlines()
]
PAGES = [
    pytest.param(case, id=case["label"])
    for file in sorted((ROOT / "tests/cases/roles").glob("*.json"))
    for case in json.loads(file.read_text("utf-8"))
]
RULE_IDS = {row["id"] for name in ("line_rules", "line_shapes") for row in rows(name)}


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def segments_of(line: list[Any]) -> list[tuple[str, str]]:
    """A line of a case is a role and a text, or a list of those."""
    segments = line if isinstance(line[0], list) else [line]
    return [(role, text) for role, text in segments]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_line_of_a_sample_has_its_role(path: Path) -> None:
    gold = {row["line"]: row["role"] for row in GOLD if row["document"] == path.name}
    assert {label.line_no: label.role for label in label_lines(read(path))} == gold


def test_the_gold_has_all_lines_of_the_samples() -> None:
    assert len(SEEDS) == 5
    assert len(GOLD) == 95


@pytest.mark.parametrize("case", PAGES)
def test_every_line_of_a_page_has_its_role(case: dict[str, Any]) -> None:
    lines = [segments_of(line) for line in case["lines"]]
    text = "\n".join("".join(part for _, part in line) for line in lines)
    want = [
        (number, role, part) for number, line in enumerate(lines, 1) for role, part in line if role
    ]
    got = [(x.line_no, x.role, text[x.start : x.end]) for x in label_lines(text)]
    assert got == want


@pytest.mark.parametrize("case", PAGES)
def test_line_endings_change_no_role(case: dict[str, Any]) -> None:
    lines = ["".join(part for _, part in segments_of(line)) for line in case["lines"]]
    plain, windows = label_lines("\n".join(lines)), label_lines("\r\n".join(lines))
    assert [(x.line_no, x.role, x.rule) for x in plain] == [
        (x.line_no, x.role, x.rule) for x in windows
    ]


def assert_labels_tile(text: str, labels: list[LineLabel]) -> None:
    by_line: dict[int, list[LineLabel]] = {}
    for label in labels:
        by_line.setdefault(label.line_no, []).append(label)
    shown = [line for line in split_lines(text) if not is_blank(line.text)]
    assert list(by_line) == [line.line_no for line in shown]
    for line in shown:
        parts = by_line[line.line_no]
        assert [part.segment_no for part in parts] == list(range(1, len(parts) + 1))
        assert [part.start for part in parts] == [line.start, *(part.end for part in parts[:-1])]
        assert parts[-1].end == line.end
        assert all(part.start < part.end for part in parts)
    assert all(label.role in get_args(Role) for label in labels)
    assert {label.rule for label in labels} <= RULE_IDS
    assert sum(label.role == "headline" for label in labels) <= 1


PARTS = [
    part for case in PAGES for line in case.values[0]["lines"] for _, part in segments_of(line)
]
ODDITIES = [
    "‭BBC Arabic‬ - ‮العالم‬ - ‮عنوان‬", "&#34;", "ﷺ", "ـــ", "َُِ", "\u200f", 'content="أ', "سمات",
    "انتهى الاجتماع. سمات مصر ليبيا", "ة" * 130, "(" * 60, "- " * 60, "1" * 90, "@", ".", "  ",
]  # fmt: skip
SCRAPS = st.sampled_from([*PARTS, *ODDITIES])
LETTERS = 'أبةىﻻﷲ ٠1.،:؟-–|()"«»&#34;<>/=@A\n\r\t\u00a0\u200f\u202b\u0651ـ'
ENDINGS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", " ", "", "\u2028"])


@given(st.lists(st.tuples(SCRAPS, ENDINGS), max_size=25))
def test_labels_fill_every_line_of_a_patched_page(parts: list[tuple[str, str]]) -> None:
    text = "".join(scrap + ending for scrap, ending in parts)
    assert_labels_tile(text, label_lines(text))


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=400))
def test_labels_fill_every_line_of_any_text(text: str) -> None:
    assert_labels_tile(text, label_lines(text))


def test_endings_that_folding_brings_together_stay_apart() -> None:
    text = "خبر\r\u200f\nثان"
    assert_labels_tile(text, label_lines(text))


def test_nothing_has_no_labels() -> None:
    assert label_lines("") == []
    assert label_lines(" \n\u200f\n") == []


def test_a_very_long_list_is_labelled() -> None:
    # Hours, if each line looked at all that follow.
    text = "عنوان\n" + 'بند قصير\n"اقتباس قصير من الكلام"\n' * 10_000
    labels = label_lines(text)
    assert len(labels) == 20_001


def test_every_structural_rule_is_described_once() -> None:
    shapes = rows("line_shapes")
    assert len({row["id"] for row in shapes}) == len(shapes)
    assert all(row["role"] in get_args(Role) and row["sees"] and row["origin"] for row in shapes)
    assert not {row["id"] for row in shapes} & {row["id"] for row in rows("line_rules")}


def test_structural_rules_keep_to_their_role() -> None:
    role_of = {row["id"]: row["role"] for row in rows("line_shapes")}
    for case in PAGES:
        lines = case.values[0]["lines"]
        text = "\n".join("".join(part for _, part in segments_of(line)) for line in lines)
        for label in label_lines(text):
            assert role_of.get(label.rule, label.role) == label.role
