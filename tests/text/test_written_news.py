"""The news written for the name model: its marks are whole, and labels come out as marked."""

import doctest
import re
from pathlib import Path

import pytest

from flows.curation import marked_text
from flows.text.ner_model import TAGS

FILES = sorted(marked_text.WRITTEN.glob("*.txt"))
MARK = re.compile(r"\[(?:PER|LOC|ORG|MISC) [^\[\]\n]+\]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_bracket_is_part_of_a_mark(path: Path) -> None:
    rest = MARK.sub("", path.read_text("utf-8"))
    assert not re.findall(r".*[\[\]].*", rest)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_proclitics_stand_before_a_mark_and_no_letter_behind_it(path: Path) -> None:
    text = path.read_text("utf-8")
    letters = re.findall(r"[\u0621-\u064a]+(?=\[)", text)
    assert {word for word in letters if not re.fullmatch("[وفبلكس]{1,3}", word)} == set()
    assert re.findall(r"\][\u0621-\u064a]+", text) == []


def test_labels_are_tags_of_the_model_and_every_mark_gives_one_name() -> None:
    marks = sum(len(MARK.findall(path.read_text("utf-8"))) for path in FILES)
    tags = [tag for sentence in marked_text.written_sentences() for _, tag in sentence]
    assert set(tags) <= set(TAGS)
    assert marks > 20_000
    assert abs(sum(tag.startswith("B-") for tag in tags) - marks) < marks / 200


def test_its_documentation_runs() -> None:
    assert doctest.testmod(marked_text).failed == 0
