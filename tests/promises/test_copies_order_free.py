"""Groups of copies are the same whenever their members land, also when they merge late."""

from pathlib import Path

import duckdb
import pytest

from flows import pipeline
from flows.store.ledger import open_ledger
from flows.text.roles import label_lines
from tests.promises.conftest import SEEDS, Digests, digests, ingest, settings

Rows = list[tuple[object, ...]]


def body_of(seed: Path) -> str:
    text = seed.read_text("utf-8")
    roles = ("body", "subheading")
    return " ".join(
        text[label.start : label.end] for label in label_lines(text) if label.role in roles
    )


def article(headline: str, day: str, body: str) -> str:
    return f"{headline}\n{day}\n\n{body}\n"


@pytest.fixture(scope="module")
def variants() -> dict[str, str]:
    """Two halves that only the whole joins, and a longer article that draws on the whole."""
    longest, other = sorted((body_of(seed) for seed in SEEDS), key=len)[-1:-3:-1]
    words, others = longest.split()[:200], other.split()
    assert len(words) == 200
    return {
        "a.txt": article("عنوان أول", "الجمعة 20 مايو 2016", " ".join(words[:115])),
        "b.txt": article("عنوان ثان", "السبت 21 مايو 2016", " ".join(words)),
        "c.txt": article("عنوان ثالث", "الأحد 22 مايو 2016", " ".join(words[35:])),
        "d.txt": article("رابع", "الأحد 22 مايو 2016", " ".join([*others[:150], *words[:90]])),
    }


def state(warehouse: Path) -> tuple[Digests, Rows, Rows]:
    with duckdb.connect(str(warehouse / "news.duckdb"), read_only=True) as connection:
        copies = connection.execute(
            "select path, kind from copies join files using (file_id) order by path"
        ).fetchall()
        originals = connection.execute(
            "select path, copy_count from articles join files using (file_id) order by path"
        ).fetchall()
        # Arrivals and lines hold nothing of groups but the article that a file belongs to.
        return digests(warehouse), copies, originals


ARRIVALS = {
    "all at once": [["a", "b", "c", "d"]],
    "the whole that joins two halves comes last": [["a", "c", "d"], ["b"]],
    "what becomes the original comes last, after what draws on it": [["d", "b"], ["c"], ["a"]],
}


def land(batches: list[list[str]], variants: dict[str, str], root: Path) -> Path:
    """Lands the variants batch by batch; the warehouse."""
    (root / "seeds").mkdir(parents=True)
    for batch in batches:
        for name in batch:
            (root / "seeds" / f"{name}.txt").write_text(variants[f"{name}.txt"], "utf-8")
        ingest(root / "seeds", root / "w")
    return root / "w"


@pytest.fixture(scope="module")
def landed(variants: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {
        name: land(batches, variants, tmp_path_factory.mktemp("order") / "x")
        for name, batches in ARRIVALS.items()
    }


def test_groups_that_merge_late_equal_those_that_land_at_once(landed: dict[str, Path]) -> None:
    states = {name: state(warehouse) for name, warehouse in landed.items()}
    digest, copies, originals = states["all at once"]
    assert originals == [("a.txt", 2), ("d.txt", 0)]
    assert copies == [("b.txt", "near"), ("c.txt", "near")]
    assert {"copies", "reuse", "articles", "shared_passages"} <= digest.keys()
    assert all(found == (digest, copies, originals) for found in states.values())


def test_groups_that_merge_late_equal_those_of_a_rebuild(landed: dict[str, Path]) -> None:
    """Of the late ledger only words are kept: each body is compared with all others again."""
    warehouse = landed["the whole that joins two halves comes last"]
    late = state(warehouse)
    chosen = settings(warehouse.parent / "seeds", warehouse)
    with open_ledger(chosen.ledger_file, chosen.spill_folder, chosen.memory_limit) as ledger:
        assert ledger.compare("another parser") == 4
    summary = pipeline.rebuild(chosen)
    assert (summary.is_published, summary.parsed_count) == (True, 0)
    assert state(warehouse) == late


def test_a_late_arrival_that_is_earlier_becomes_the_original(
    variants: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("b.txt", "c.txt"):
        (tmp_path / "seeds" / name).write_text(variants[name], "utf-8")
    ingest(tmp_path / "seeds", tmp_path / "w")
    _, copies, originals = state(tmp_path / "w")
    assert (copies, originals) == ([("c.txt", "near")], [("b.txt", 1)])
    (tmp_path / "seeds" / "a.txt").write_text(variants["a.txt"], "utf-8")
    ingest(tmp_path / "seeds", tmp_path / "w")
    _, copies, originals = state(tmp_path / "w")
    assert (copies, originals) == ([("b.txt", "near"), ("c.txt", "near")], [("a.txt", 2)])


def test_reuse_and_cuts_are_shown_word_by_word(variants: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, text in variants.items():
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    ingest(tmp_path / "seeds", tmp_path / "w")
    with duckdb.connect(str(tmp_path / "w" / "news.duckdb"), read_only=True) as connection:
        changes = connection.execute(
            "select change, word_count, text from reprint_changes "
            "join files on files.file_id = copy_file_id where path = 'b.txt'"
        ).fetchall()
        [(longest, spans)] = connection.execute(
            "select max(longest_word_count), count(*) from reuse, shared_passages "
            "where relation = 'reuse'"
        ).fetchall()
    words = variants["b.txt"].split("\n\n")[1].split()
    assert [change for change, *_ in changes] == ["added"]
    assert changes[0][2].split()[-20:] == words[-20:]
    assert (longest >= 80, spans >= 1) == (True, True)
