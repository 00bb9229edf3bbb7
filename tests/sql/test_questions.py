"""The worked questions give, on the samples, the answers that are written down.

`uv run python tests/sql/test_questions.py` writes the answers again; read the difference before
you keep it.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows import pipeline
from flows.settings import Settings
from flows.store import sql
from flows.store.reader import Reader, open_public

SEEDS = Path(__file__).parents[2] / "seeds"
ANSWERS = Path(__file__).parent / "answers"
QUESTIONS = sql.files("questions")


def ingest_samples(folder: Path) -> Path:
    pipeline.ingest(Settings(seeds=SEEDS, warehouse=folder, workers=1, settle_seconds=0))
    return folder / "news.duckdb"


def answer(reader: Reader, question: sql.SqlFile) -> str:
    """Column names, then a row a line, as JSON."""
    columns, rows = reader.ask(question.text)
    lines = [json.dumps(row, ensure_ascii=False, default=str) for row in (columns, *rows)]
    return "[\n" + ",\n".join(lines) + "\n]\n"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with open_public(ingest_samples(tmp_path_factory.mktemp("samples"))) as reader:
        yield reader


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_answer_is_the_one_written_down(samples: Reader, question: sql.SqlFile) -> None:
    assert answer(samples, question) == (ANSWERS / f"{question.name}.json").read_text("utf-8")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_answer_has_rows(question: sql.SqlFile) -> None:
    rows: list[Any] = json.loads((ANSWERS / f"{question.name}.json").read_text("utf-8"))
    assert len(rows) > 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_question_is_asked_in_english_and_arabic_and_has_a_note(question: sql.SqlFile) -> None:
    english, arabic, note = question.comment.splitlines()
    assert english.endswith("?")
    assert arabic.endswith("؟")
    assert note.endswith(".")


def test_questions_are_numbered_without_a_gap() -> None:
    names = sorted(question.name for question in QUESTIONS)
    assert [re.match(r"\d\d", name)[0] for name in names] == [  # type: ignore[index]
        f"{number:02}" for number in range(1, len(names) + 1)
    ]


def test_no_answer_is_left_of_a_question_that_is_gone() -> None:
    assert {path.stem for path in ANSWERS.iterdir()} == {question.name for question in QUESTIONS}


def main() -> None:
    ANSWERS.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_public(ingest_samples(Path(folder))) as reader,
    ):
        for question in QUESTIONS:
            (ANSWERS / f"{question.name}.json").write_text(answer(reader, question), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
