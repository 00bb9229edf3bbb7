"""Runs of `akhbar serve` are killed at random moments: the file is whole, the next run goes on.

`uv run pytest -m faults -s` says how long each had lived.
"""

import random
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from flows.store.reader import open_public
from tests.promises.conftest import digests, ingest
from tests.service.conftest import Served, run, write

pytestmark = pytest.mark.faults

KILLS = 15
LONGEST_SECONDS = 3.0


def run_at_work(served: Served) -> psutil.Process:
    """The process of a run, as soon as there is one."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for process in served.child("flows.serving").children():
            for forked in process.children():
                return forked
        time.sleep(0.02)
    raise AssertionError(served.lines())


def test_killed_runs_are_marked_and_the_next_one_loads_what_has_landed(
    serve: Callable[..., Served], tmp_path: Path
) -> None:
    served = serve("--every", "5")
    served.wait("completed: 5 files seen")
    moments, lived = random.Random("runs"), list[float]()
    while len(lived) < KILLS:
        write(served.folder / "seeds" / f"{len(lived)}.txt", len(lived))
        crashed, completed = (len(told(served, word)) for word in ("crashed", "completed"))
        process = run_at_work(served)
        seconds = LONGEST_SECONDS * moments.random()
        gone, _ = psutil.wait_procs([process], timeout=seconds)
        if gone:
            continue
        process.kill()
        lived.append(seconds)
        with open_public(served.folder / "warehouse" / "news.duckdb") as reader:
            assert [r for r in reader.check("fail") if r.guilty_count] == []
        served.wait(" crashed: ", count=crashed + 1)
        served.wait(" completed: ", count=completed + 1)
    print("\nkilled after", *(f"{seconds:.1f} s" for seconds in sorted(lived)))
    served.wait(f"completed: {5 + KILLS} files seen", count=2)
    assert served.process.poll() is None
    assert not told(served, "died")
    assert served.end() == 0
    ingest(served.folder / "seeds", tmp_path / "undisturbed")
    assert digests(served.folder / "warehouse") == digests(tmp_path / "undisturbed")
    assert not list((served.folder / "warehouse").glob(".build-*"))
    assert run(served.folder, "check").returncode == 0


def told(served: Served, word: str) -> list[str]:
    return [line for line in served.lines() if word in line]
