"""Every row of the lexicon of lines says what it should and keeps quiet where it should."""

import re
from typing import get_args

import pytest

from flows.lexicon import rows
from flows.text.line_rules import match_line
from flows.text.model import Role

RULES = rows("line_rules")


def rule_id(line: str) -> str | None:
    rule = match_line(line)
    return rule.id if rule else None


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["id"])
def test_rule_knows_its_example(row: dict[str, str]) -> None:
    assert rule_id(row["example"]) == row["id"]


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["id"])
def test_rule_leaves_its_counter_example_alone(row: dict[str, str]) -> None:
    assert row["counter_example"]
    assert rule_id(row["counter_example"]) != row["id"]


def test_rules_are_many_and_each_has_its_own_name() -> None:
    assert len(RULES) >= 200
    assert len({row["id"] for row in RULES}) == len(RULES)


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["id"])
def test_rule_is_filled_in(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", row["id"])
    assert row["role"] in get_args(Role)
    assert row["match"] in {"line", "prefix", "contains", "regex", "start"}
    assert row["opens"] in {
        "",
        "tags",
        "related",
        "credit",
        "byline",
        "dateline",
        "end",
        "masthead",
        "masthead_named",
    }
    assert row["origin"]


def test_words_have_a_class_and_stand_once_in_it() -> None:
    words = [(row["word"], row["word_class"]) for row in rows("line_words")]
    assert len(set(words)) == len(words)
    assert all(word and word_class for word, word_class in words)
