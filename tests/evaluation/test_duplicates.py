"""`akhbar evaluate duplicates`: figures of pairs whose relation is known, and bad input."""

import json
import random
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.errors import AkhbarError
from flows.evaluation.duplicates import LabelledPair, measured, read_documents, read_pairs

WORDS = [f"{first}{second}ات" for first in "بتثجحخدذرز" for second in "سشصضطظعغفقكلمن"]


def story(seed: int) -> str:
    words = random.Random(seed).choices(WORDS, k=160)
    sentences = [" ".join(words[at : at + 20]) for at in range(0, 160, 20)]
    return f"عنوان رقم {seed} في الصفحة\n\n" + ".\n".join(sentences) + ".\n"


def write(folder: Path, documents: dict[str, str], pairs: list[tuple[str, str, str, int]]) -> None:
    pl.DataFrame({"doc_id": list(documents), "text": list(documents.values())}).write_parquet(
        folder / "docs.parquet"
    )
    schema = {"id_a": pl.String, "id_b": pl.String, "category": pl.String, "label": pl.Int64}
    pl.DataFrame(pairs, schema=schema, orient="row").write_parquet(folder / "pairs.parquet")


def test_the_command_measures_what_a_reader_of_the_public_file_sees(tmp_path: Path) -> None:
    base, other = story(1), story(2)
    longer = story(3) + base.partition("\n\n")[2] + story(4).partition("\n\n")[2]
    documents = {
        "base": base,
        "same": base,
        "cut": base[: len(base) * 3 // 4],
        "longer": longer,
        "other": other,
    }
    pairs = [
        ("base", "same", "exact", 1),
        ("base", "cut", "cut", 1),
        ("base", "longer", "containment", 1),
        ("base", "other", "other story", 0),
        ("other", "base", "missed", 1),
    ]
    write(tmp_path, documents, pairs)
    paths = [str(tmp_path / name) for name in ("docs.parquet", "pairs.parquet")]
    run = CliRunner().invoke(app, ["evaluate", "duplicates", *paths, "--json"])
    assert run.exit_code == 0, run.output
    figures = json.loads(run.stdout)
    found = {name: (row["copy"], row["reuse"]) for name, row in figures.items() if name != "all"}
    assert found == {
        "exact": (1.0, 0.0),
        "cut": (1.0, 0.0),
        "containment": (0.0, 1.0),
        "other story": (0.0, 0.0),
        "missed": (0.0, 0.0),
    }
    assert figures["all"] == {"precision": 1.0, "recall": 0.75, "f1": 0.8571}


def test_a_false_pair_costs_precision() -> None:
    pairs = [LabelledPair("a", "b", "cut", True), LabelledPair("a", "c", "weather", False)]
    figures = measured(pairs, lambda one, other: "reuse")
    assert figures["weather"]["found"] == 1.0
    assert figures["all"]["precision"] == 0.5


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([("a", "z", "cut", 1)], "there is no document z"),
        (None, "cannot be read"),
    ],
)
def test_pairs_that_cannot_be_read_are_named_with_a_remedy(
    pairs: list[tuple[str, str, str, int]] | None, message: str, tmp_path: Path
) -> None:
    if pairs:
        write(tmp_path, {"a": "نص"}, pairs)
    with pytest.raises(AkhbarError, match=message):
        read_pairs(tmp_path / "pairs.parquet", {"a": "نص"})


def test_a_file_without_the_columns_is_named_with_those_that_it_needs(tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a"]}).write_parquet(tmp_path / "docs.parquet")
    with pytest.raises(AkhbarError, match="doc_id, text"):
        read_documents(tmp_path / "docs.parquet")
    (tmp_path / "text.parquet").write_text("نص", "utf-8")
    with pytest.raises(AkhbarError, match="no parquet file"):
        read_documents(tmp_path / "text.parquet")
