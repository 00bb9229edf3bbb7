"""Two hundred kills at random moments, of the command and of the processes that read for it.

`uv run pytest -m faults -s` says where each stopped. Only a kill that hits a living process counts.
"""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flows.settings import Settings
from tests.faults.conftest import ROOT, STORY, Digests, digests, settings_of

pytestmark = pytest.mark.faults

COMMANDS, ROUNDS, NEW_COMMANDS, WORKERS = 170, 10, 20, 10
KILLED = -signal.SIGKILL
STOPS = ("before the ledger", "in the ledger", "in the build", "behind the new public file")


class Forked:
    """The command as often as it is asked for, each time a process: tests/faults/killing.py."""

    def __init__(self, temporary: Path) -> None:
        self.temporary = temporary
        self.environment = os.environ | {
            "AKHBAR_SETTLE_SECONDS": "0",
            "AKHBAR_BATCH_SIZE": "3",
            "TMPDIR": str(temporary),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.killing"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, settings: Settings, kill_after: float | None = None) -> tuple[int, float]:
        """The exit status of `akhbar ingest` and the seconds that it lived."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        asked = [[*arguments(settings), "--workers", "1"], kill_after]
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        status, seconds = json.loads(self.process.stdout.readline())
        return status, seconds


class Landed:
    """A published warehouse, and stories that wait in its landing folder; runs work on copies."""

    def __init__(self, folder: Path, forked: Forked, stories: int) -> None:
        self.folder, self.forked = folder, forked
        self.known: dict[str, Digests] = {}
        self.stops = Counter[str]()
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        settings = settings_of(folder)
        assert forked.run(settings)[0] == 0
        self.before = self.digests(settings)
        for number in range(stories):
            story = STORY.replace("الأول", f"رقم {number}").replace("المزارعين", f"{number} قرية")
            (folder / "seeds" / f"{number}.txt").write_text(story, encoding="utf-8")
        undisturbed = self.copy(folder / "undisturbed")
        assert forked.run(undisturbed)[0] == 0
        self.after, self.names = self.digests(undisturbed), names_in(undisturbed)
        assert self.after != self.before

    def copy(self, folder: Path) -> Settings:
        """Settings for a copy of the warehouse, and the one landing folder."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / "w", folder / "w")
        return settings_of(folder).model_copy(update={"seeds": self.folder / "seeds"})

    def digests(self, settings: Settings) -> Digests:
        """Those of the public file, which opens and keeps its promises; bytes are asked once."""
        assert not settings.public_file.with_name("news.duckdb.wal").exists()
        content = hashlib.sha256(settings.public_file.read_bytes()).hexdigest()
        if content not in self.known:
            self.known[content] = digests(settings)
        return self.known[content]

    def examine(self, settings: Settings) -> str:
        """After a kill: where it stopped. The public file is whole; the next run ends the work."""
        found = self.digests(settings)
        assert found in (self.before, self.after)
        stop = stop_of(settings, is_new=found == self.after)
        assert self.forked.run(settings)[0] == 0
        assert self.digests(settings) == self.after
        assert names_in(settings) == self.names
        assert not list(self.forked.temporary.iterdir())
        return stop


def stop_of(settings: Settings, *, is_new: bool) -> str:
    """How far a killed run had come, by what lies there."""
    if is_new:
        return STOPS[3]
    if list(settings.warehouse.glob(".build-*")):
        return STOPS[2]
    return STOPS[settings.ledger_file.with_name("ledger.duckdb.wal").exists()]


def names_in(settings: Settings) -> set[str]:
    """What lies in the warehouse, without the names of runs; no more snapshots than are kept."""
    assert len(list(settings.snapshot_folder.iterdir())) <= settings.kept_snapshots
    names = (str(path.relative_to(settings.warehouse)) for path in settings.warehouse.rglob("*"))
    return {re.sub(r"\d{8}T\d{12}-\w{6}", "RUN", name) for name in names}


def arguments(settings: Settings) -> list[str]:
    return ["ingest", "--seeds", str(settings.seeds), "--warehouse", str(settings.warehouse)]


def start(landed: Landed, settings: Settings, workers: int) -> "subprocess.Popen[bytes]":
    """The command as a new process, at the head of a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *arguments(settings), "--workers", str(workers)],
        cwd=ROOT,
        env=landed.forked.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def readers_of(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """The processes that read articles for a command."""
    return [
        child
        for child in psutil.Process(process.pid).children()
        if child.status() != psutil.STATUS_ZOMBIE and "spawn_main" in " ".join(child.cmdline())
    ]


def tell(stops: Counter[str]) -> None:
    print("\nkills", *(f"{count} {stop}" for stop, count in sorted(stops.items())), sep=" · ")


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forked]:
    forked = Forked(tmp_path_factory.mktemp("temporary"))
    yield forked
    forked.process.communicate()


@pytest.fixture(scope="module")
def few(forked: Forked, tmp_path_factory: pytest.TempPathFactory) -> Landed:
    return Landed(tmp_path_factory.mktemp("few"), forked, 6)


@pytest.fixture(scope="module")
def many(forked: Forked, tmp_path_factory: pytest.TempPathFactory) -> Landed:
    """More stories than one process reads alone."""
    return Landed(tmp_path_factory.mktemp("many"), forked, 230)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_killed_command_leaves_a_whole_file_and_the_next_one_ends_the_work(
    few: Landed, tmp_path: Path, number: int
) -> None:
    moments, stops = random.Random(number), Counter[str]()
    # In each round anew: how long a run takes depends on who else works here.
    status, whole = few.forked.run(few.copy(tmp_path))
    assert status == 0
    kills = COMMANDS // ROUNDS
    for kill in range(kills):
        moment = (kill + moments.random()) / kills
        for _ in range(10):
            settings = few.copy(tmp_path)
            status, _ = few.forked.run(settings, whole * moment)
            if status == KILLED:
                break
            assert status == 0
            moment *= moments.random()  # it had ended already
        assert status == KILLED
        stops[few.examine(settings)] += 1
    tell(stops)
    few.stops += stops


def test_kills_have_stopped_runs_in_their_build_and_behind_it(few: Landed) -> None:
    # Over all rounds: in a single one a machine that slows down may leave one of them out.
    assert {STOPS[2], STOPS[3]} <= set(few.stops)


def test_a_new_command_may_be_killed_while_it_starts_and_later(few: Landed, tmp_path: Path) -> None:
    moments, stops = random.Random("new"), Counter[str]()
    began = time.monotonic()
    with start(few, few.copy(tmp_path), 1) as process:
        process.communicate()
    assert process.returncode == 0
    whole = time.monotonic() - began
    while stops.total() < NEW_COMMANDS:
        settings = few.copy(tmp_path)
        with start(few, settings, 1) as process:
            time.sleep(whole * moments.random())
            # Not yet waited for: whether it lives or not, the number is still its own.
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        if process.returncode == KILLED:
            stops[few.examine(settings)] += 1
    tell(stops)


def test_a_killed_reader_ends_the_run_with_one_line_and_the_next_one_ends_the_work(
    many: Landed, tmp_path: Path
) -> None:
    moments, ends = random.Random("readers"), Counter[str]()
    while ends.total() < WORKERS:
        settings = many.copy(tmp_path)
        with start(many, settings, 2) as process:
            while process.poll() is None and not readers_of(process):
                time.sleep(0.05)
            time.sleep(3 * moments.random())
            readers = readers_of(process)
            if readers:
                moments.choice(readers).kill()
            _, told = process.communicate(timeout=120)
        if not readers:
            continue
        lines = told.decode().splitlines()
        if process.returncode:
            assert (process.returncode, len(lines)) == (1, 1), lines
            assert "was killed" in lines[0]
            assert "Run this again: what was read is kept" in lines[0]
            ends["ended the run"] += 1
        else:
            ends["came when all was read"] += 1
        many.examine(settings)
    tell(ends)
    assert ends["ended the run"]
