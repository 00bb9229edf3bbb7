"""`akhbar serve` as a person starts it, in a folder of its own."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from flows.api import Api

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 240
"""A server on a fresh database takes half a minute, and longer where other tests run beside it."""


class Served:
    """A running `akhbar serve` and what it prints."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Starts it in `folder` on a free port."""
        self.folder = folder
        self.output = folder / "output.txt"
        self.output.write_bytes(b"")
        command = [sys.executable, "-m", "flows.cli", "serve", "--port", "0", *arguments]
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                command, cwd=folder, stdout=output, stderr=output, env=environment()
            )

    def lines(self) -> list[str]:
        """What it has printed so far."""
        return self.output.read_text(encoding="utf-8").splitlines()

    def wait(self, pattern: str, seconds: float = PATIENCE_SECONDS, count: int = 1) -> list[str]:
        """Waits until `count` lines match `pattern`; those lines."""
        deadline = time.monotonic() + seconds
        while True:
            found = [line for line in self.lines() if re.search(pattern, line)]
            if len(found) >= count:
                return found
            assert time.monotonic() < deadline, "\n".join([f"no {pattern}:", *self.lines()])
            assert self.process.poll() is None, "\n".join(["it has ended:", *self.lines()])
            time.sleep(0.2)

    @property
    def api(self) -> Api:
        """The server's API."""
        [line] = self.wait("^page: ")
        return Api(line.split()[-1] + "/api")

    def processes(self) -> list[psutil.Process]:
        """It and all that it has started."""
        return [self_ := psutil.Process(self.process.pid), *self_.children(recursive=True)]

    def child(self, word: str) -> psutil.Process:
        """The child whose command line has `word` in it."""
        [found] = [
            process
            for process in psutil.Process(self.process.pid).children()
            if word in process.cmdline()
        ]
        return found

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ends it by a signal; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )


def write(path: Path, number: int = 0) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"خبر رقم {number} عن الاقتصاد\n\nقال الوزير إن النمو بلغ {number} في المئة هذا العام.\n",
        encoding="utf-8",
    )


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return kept | {"PYTHONUNBUFFERED": "1", "AKHBAR_WORKERS": "1"}


def are_gone(processes: list[psutil.Process], seconds: float = 30) -> bool:
    """Whether they all end in time; zombies that nobody reaps have ended."""
    deadline = time.monotonic() + seconds
    while left := [process for process in processes if is_alive(process)]:
        if time.monotonic() > deadline:
            for process in left:
                process.kill()
            return False
        time.sleep(0.1)
    return True


def is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Starts `akhbar serve` on the samples; none of its processes outlives the test."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    started: list[Served] = []

    def start(*arguments: str) -> Served:
        started.append(Served(tmp_path, *arguments))
        return started[-1]

    yield start
    for served in started:
        with contextlib.suppress(psutil.NoSuchProcess):
            processes = served.processes()
            served.process.kill()
            served.process.wait()
            assert are_gone(processes)
