"""Adding files one by one, in any order and any batching, equals adding them all at once."""

import random
import shutil
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from flows import pipeline
from tests.promises.conftest import SEEDS, Digests, digests, ingest, settings


def batchings(files: Sequence[Path]) -> Iterator[list[list[Path]]]:
    """Every ordered way to land `files` in batches: 541 of five."""
    seen = set()
    for order in permutations(files):
        for cuts in range(2 ** (len(files) - 1)):
            batches: list[list[Path]] = [[]]
            for position, file in enumerate(order):
                batches[-1].append(file)
                if cuts >> position & 1:
                    batches.append([])
            key = tuple(frozenset(batch) for batch in batches if batch)
            if key not in seen:
                seen.add(key)
                yield [sorted(batch) for batch in key]


def land(files: Sequence[Path], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, folder)


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Digests:
    root = tmp_path_factory.mktemp("at_once")
    land(SEEDS, root / "seeds")
    ingest(root / "seeds", root / "w")
    return digests(root / "w")


def test_every_order_and_batching_of_the_samples_is_counted() -> None:
    assert sum(1 for _ in batchings(SEEDS)) == 541


@pytest.mark.parametrize(
    "every",
    [pytest.param(25, id="a sample of them"), pytest.param(1, id="all", marks=pytest.mark.scale)],
)
def test_every_order_and_batching_of_the_samples_gives_the_same_tables(
    every: int, tmp_path: Path, at_once: Digests
) -> None:
    """Each batch is kept and parsed by a run of its own."""
    for number, batches in list(enumerate(batchings(SEEDS)))[::every]:
        root = tmp_path / str(number)
        root.mkdir()
        for batch in batches:
            land(batch, root / "seeds")
            with pipeline.writing(settings(root / "seeds", root / "w")) as run:
                pipeline.keep_new(run)
                pipeline.parse_stale(run)
        pipeline.ingest(settings(root / "seeds", root / "w"))
        assert digests(root / "w") == at_once, batches
        shutil.rmtree(root)


def test_samples_published_one_by_one_give_the_same_tables(
    tmp_path: Path, at_once: Digests
) -> None:
    for seed in reversed(SEEDS):
        land([seed], tmp_path / "seeds")
        summary = ingest(tmp_path / "seeds", tmp_path / "w")
        assert summary.is_published
    assert digests(tmp_path / "w") == at_once


@pytest.mark.parametrize("batch_count", [3, 8])
def test_batches_of_real_noise_give_the_same_tables(
    corpus: list[Path], tmp_path: Path, batch_count: int, noise_at_once: Digests
) -> None:
    shuffled = random.Random(batch_count).sample(corpus, len(corpus))
    for number in range(batch_count):
        land(shuffled[number::batch_count], tmp_path / "seeds")
        ingest(tmp_path / "seeds", tmp_path / "w", batch_size=7 + number)
    assert digests(tmp_path / "w") == noise_at_once


def test_worker_processes_give_the_same_tables(
    corpus: list[Path], tmp_path: Path, noise_at_once: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.parsing._FEW", 0)
    land(corpus, tmp_path / "seeds")
    ingest(tmp_path / "seeds", tmp_path / "w", workers=2, batch_size=11)
    assert digests(tmp_path / "w") == noise_at_once


def test_a_second_run_changes_nothing(corpus: list[Path], tmp_path: Path) -> None:
    land(corpus, tmp_path / "seeds")
    ingest(tmp_path / "seeds", tmp_path / "w")
    public_file = tmp_path / "w" / "news.duckdb"
    before = public_file.read_bytes()
    again = ingest(tmp_path / "seeds", tmp_path / "w")
    assert not again.is_published
    assert (again.kept_count, again.parsed_count) == (0, 0)
    assert public_file.read_bytes() == before


def test_a_rebuild_from_the_ledger_gives_the_same_tables(
    corpus: list[Path], tmp_path: Path, noise_at_once: Digests
) -> None:
    land(corpus, tmp_path / "seeds")
    ingest(tmp_path / "seeds", tmp_path / "w")
    shutil.rmtree(tmp_path / "seeds")
    (tmp_path / "w" / "news.duckdb").unlink()
    pipeline.rebuild(settings(tmp_path / "seeds", tmp_path / "w"))
    assert digests(tmp_path / "w") == noise_at_once


def test_facts_of_another_parser_version_are_made_again(
    tmp_path: Path, at_once: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("flows.pipeline.parser_version", lambda week_start: "an older parser")
        land(SEEDS, tmp_path / "seeds")
        ingest(tmp_path / "seeds", tmp_path / "w")
        assert digests(tmp_path / "w")["meta"] != at_once["meta"]
    shutil.rmtree(tmp_path / "seeds")
    (tmp_path / "seeds").mkdir()
    summary = ingest(tmp_path / "seeds", tmp_path / "w")
    assert summary.parsed_count == len(SEEDS)
    assert digests(tmp_path / "w") == at_once


@pytest.fixture(scope="module")
def noise_at_once(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Digests:
    root = tmp_path_factory.mktemp("noise_at_once")
    land(corpus, root / "seeds")
    ingest(root / "seeds", root / "w")
    return digests(root / "w")
