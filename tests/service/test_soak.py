"""A day of the schedule in ten minutes: a hundred runs, while files arrive, leave nothing.

`uv run pytest -m soak -s tests/service/test_soak.py` prints what was measured after each ten runs.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.service.conftest import Served, run, write

pytestmark = pytest.mark.soak

RUNS = 100
"""As many as the sweeps of a day (96), and those of the arrivals."""
EVERY = 5
"""A file arrives after each so many runs: most sweeps of a day find nothing."""
WARM_UP = 30
MOST_GROWTH = 1.2
MOST_GROWTH_BYTES = 24 * 2**20
MOST_DATABASE_HANDLES = 200
"""SQLite keeps the handles of closed connections for the next ones: some hundred, then no more."""
PARTS = ("serve", "server", "flows.serving", "fork server")


@dataclass
class Sample:
    """One look at everything that runs and lies there."""

    run_count: int
    bytes: dict[str, int]
    handles: dict[str, int]
    database_handles: int
    process_count: int
    files: int
    temporary_files: int


def look(served: Served, run_count: int, temporary: Path) -> Sample:
    found: dict[str, psutil.Process] = {"serve": psutil.Process(served.process.pid)}
    for process in found["serve"].children(recursive=True):
        try:
            if name := name_of(process):
                found[name] = process
        except psutil.Error:
            continue
    memory, handles, database_handles = {}, {}, 0
    for name, process in found.items():
        try:
            memory[name], handles[name] = process.memory_info().rss, process.num_fds()
            if name == "server":
                files = (Path(file.path).name for file in process.open_files())
                database_handles = sum(1 for file in files if file.startswith("prefect.db"))
                handles[name] -= database_handles
        except psutil.Error:
            continue
    warehouse = served.folder / "warehouse"
    return Sample(
        run_count,
        memory,
        handles,
        database_handles,
        len(found["serve"].children(recursive=True)),
        sum(1 for path in warehouse.rglob("*") if path.is_file()),
        sum(1 for path in temporary.rglob("*") if path.is_file()),
    )


def name_of(process: psutil.Process) -> str | None:
    command = process.cmdline()
    if any("multiprocessing.forkserver" in word for word in command):
        # It forks the runs, which look like it.
        parent = process.parent()
        return "fork server" if parent and "flows.serving" in parent.cmdline() else "flow run"
    return next((part for part in PARTS if part in command), None)


def typical(samples: list[Sample], part: str, figure: str) -> float:
    return statistics.median(
        values[part] for sample in samples if part in (values := getattr(sample, figure))
    )


def test_a_day_of_runs_leaves_memory_handles_and_files_as_they_were(
    serve: Callable[..., Served], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    served = serve("--every", "5")
    samples: list[Sample] = []
    written = told = 0
    deadline = time.monotonic() + 60 * RUNS
    while told < RUNS:
        assert time.monotonic() < deadline, served.lines()[-5:]
        assert served.process.poll() is None, served.lines()[-5:]
        time.sleep(1)
        told = sum(1 for line in served.lines() if " completed: " in line)
        if EVERY * written < told:
            written += 1
            write(served.folder / "seeds" / f"day-{written % 7}" / f"{written}.txt", written)
        samples.append(look(served, told, temporary))
        if told % 10 == 0 and told != samples[max(len(samples) - 2, 0)].run_count:
            print(samples[-1], flush=True)

    ends = [line for line in served.lines() if " (" in line and line[2] == ":"]
    assert all(" completed: " in line for line in ends), ends
    before = [sample for sample in samples if WARM_UP <= sample.run_count < WARM_UP + 20]
    after = [sample for sample in samples if sample.run_count >= RUNS - 20]
    for part in PARTS:
        began, ended = (typical(group, part, "bytes") for group in (before, after))
        print(f"{part}: {began / 2**20:.0f} MB after {WARM_UP} runs, {ended / 2**20:.0f} MB then")
        assert ended < max(MOST_GROWTH * began, began + MOST_GROWTH_BYTES), part
        began, ended = (typical(group, part, "handles") for group in (before, after))
        print(f"{part}: {began:.0f} handles after {WARM_UP} runs, {ended:.0f} then")
        assert ended <= began + 3, part
    print(f"{max(s.database_handles for s in after)} handles of the server's database")
    assert max(s.database_handles for s in after) < MOST_DATABASE_HANDLES
    most = [max(s.process_count for s in group) for group in (before, after)]
    assert most[1] <= most[0] + 1, most
    assert max(s.files for s in after) <= max(s.files for s in before) + 1
    assert max(s.temporary_files for s in after) <= max(s.temporary_files for s in before) + 1
    assert served.end() == 0
    assert not list((served.folder / "warehouse").glob(".build-*"))
    assert run(served.folder, "ingest").returncode == 0
    assert run(served.folder, "check").returncode == 0
    count = run(served.folder, "query", "select count(*) from files", "--format", "csv")
    assert count.stdout.split()[-1] == str(5 + written)
