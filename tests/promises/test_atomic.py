"""Kill the writer at any moment: the public file is whole, and the next run finishes the work."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.store.reader import open_public
from tests.promises.conftest import SEEDS, Digests, digests, ingest

MOMENTS = 20


def start(seeds: Path, warehouse: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "flows.cli", "ingest", "--seeds", str(seeds)]
    return subprocess.Popen(
        [*command, "--warehouse", str(warehouse)],
        env=os.environ | {"AKHBAR_SETTLE_SECONDS": "0", "AKHBAR_BATCH_SIZE": "5"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def landed(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the samples, and 25 more files that wait in its landing folder."""
    root = tmp_path_factory.mktemp("landed")
    (root / "seeds").mkdir()
    for seed in SEEDS:
        shutil.copy(seed, root / "seeds")
    ingest(root / "seeds", root / "w")
    for file in [file for file in corpus if file.name not in {s.name for s in SEEDS}][:25]:
        shutil.copy(file, root / "seeds")
    (root / "seeds" / "new.txt").write_text("خبر جديد عن الاقتصاد\n\nقال الوزير إن النمو مستمر.\n")
    return root


@pytest.fixture(scope="module")
def undisturbed(
    landed: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Digests, Digests, float]:
    """The digests before and after a run that nobody kills, and how many seconds it takes."""
    seconds = []
    for name in ("cold", "warm"):  # the first command of all may compile what it imports
        warehouse = tmp_path_factory.mktemp(name) / "w"
        shutil.copytree(landed / "w", warehouse)
        began = time.monotonic()
        assert start(landed / "seeds", warehouse).wait(timeout=120) == 0
        seconds.append(time.monotonic() - began)
    return digests(landed / "w"), digests(warehouse), min(seconds)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_run_killed_at_any_moment_leaves_a_whole_file_and_is_finished_by_the_next(
    landed: Path, undisturbed: tuple[Digests, Digests, float], tmp_path: Path, moment: int
) -> None:
    before, expected, seconds = undisturbed
    warehouse = tmp_path / "w"
    shutil.copytree(landed / "w", warehouse)
    process = start(landed / "seeds", warehouse)
    # The first quarter of a run is the import of libraries: look closer at what comes after.
    time.sleep(seconds * (0.2 + 0.8 * moment / MOMENTS))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=30)
    with open_public(warehouse / "news.duckdb") as reader:
        assert reader.digests() in (before, expected)
        assert [r for r in reader.check("fail") if r.guilty_count] == []
    ingest(landed / "seeds", warehouse)
    assert digests(warehouse) == expected
    assert not list(warehouse.glob(".build-*"))
    assert not list(warehouse.glob("news.duckdb.wal"))


def test_a_second_writer_gets_one_clear_line(
    landed: Path, akhbar: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    from flows.store.lock import writer_lock

    warehouse = tmp_path / "w"
    with writer_lock(warehouse / ".lock", 0):
        os.environ["AKHBAR_LOCK_WAIT_SECONDS"] = "0.3"
        try:
            second = akhbar("ingest", "--seeds", landed / "seeds", "--warehouse", warehouse)
        finally:
            del os.environ["AKHBAR_LOCK_WAIT_SECONDS"]
    assert second.returncode == 1
    [line] = second.stderr.splitlines()
    assert f"another writer is at work here (process {os.getpid()}, " in line
