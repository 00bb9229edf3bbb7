"""Children say how they died, are started again, and end to the last when their parent does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flows import children
from flows.children import Child
from flows.errors import AkhbarError

ROOT = Path(__file__).parents[2]
PARENT = """
import signal, subprocess, sys, time
print("grandchild", subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"]).pid,
      flush=True)
if "stubborn" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", *sys.argv[1:], flush=True)
if "brief" in sys.argv:
    sys.exit(3)
time.sleep(300)
"""
SUPERVISOR = """
import os, pathlib, time
from flows.children import Child
child = Child("parent", ["parent"], dict(os.environ), pathlib.Path("log"))
time.sleep(300)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parent.py").write_text(PARENT, encoding="utf-8")
    return tmp_path


def begin(folder: Path, *arguments: str) -> Child:
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return Child("parent", ["parent", *arguments], environment, folder / "log")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Does not wait long for those who do not listen."""
    monkeypatch.setattr(children, "_GRACE_SECONDS", 1.0)
    yield


def grandchildren(folder: Path) -> list[psutil.Process]:
    """The processes that the child has started, once it is ready."""
    deadline = time.monotonic() + 30
    while "ready" not in (log := (folder / "log").read_text(encoding="utf-8")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    pids = [int(line.split()[1]) for line in log.splitlines() if line.startswith("grandchild")]
    return [psutil.Process(pid) for pid in pids if is_alive(pid)]


def is_alive(pid: int) -> bool:
    try:
        # Where the first process of a container reaps no orphans, they stay as zombies.
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def gone(processes: list[psutil.Process], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while any(is_alive(process.pid) for process in processes) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(is_alive(process.pid) for process in processes)


@pytest.mark.parametrize("manner", ["plain", "stubborn"])
def test_a_child_ends_with_all_that_it_started(folder: Path, quick: None, manner: str) -> None:
    child = begin(folder, manner)
    started = grandchildren(folder)
    assert started
    assert child.is_alive()
    child.end()
    assert not child.is_alive()
    assert gone(started)


def test_a_child_that_died_is_named_and_started_again(folder: Path, quick: None) -> None:
    child = begin(folder, "brief")
    grandchildren(folder)
    while child.is_alive():
        time.sleep(0.05)
    assert child.start_again() == "the parent has died (exit status 3); it is started again"
    child.end()


def test_a_child_that_was_killed_is_named_with_its_signal(folder: Path, quick: None) -> None:
    child = begin(folder)
    grandchildren(folder)
    os.kill(child._process.pid, signal.SIGKILL)
    while child.is_alive():
        time.sleep(0.05)
    assert "killed by SIGKILL" in child.start_again()
    child.end()
    assert gone(grandchildren(folder))


def test_a_child_that_dies_again_and_again_is_given_up(folder: Path, quick: None) -> None:
    child = begin(folder, "brief")
    with pytest.raises(AkhbarError, match=r"log: the parent has died .*3 times.* last lines"):
        for _ in range(5):
            while child.is_alive():
                time.sleep(0.05)
            child.start_again()
    child.end()


def test_a_long_log_is_begun_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = begin(folder)
    grandchildren(folder)
    monkeypatch.setattr(children, "_MOST_LOG_BYTES", 5)
    child.is_alive()
    assert (folder / "log").stat().st_size == 0
    child.end()


def test_children_of_a_killed_parent_end(folder: Path) -> None:
    (folder / "supervisor.py").write_text(SUPERVISOR, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    supervisor = subprocess.Popen([sys.executable, "supervisor.py"], cwd=folder, env=environment)
    deadline = time.monotonic() + 30
    while not (folder / "log").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    started = grandchildren(folder) + psutil.Process(supervisor.pid).children()
    assert len(started) >= 2
    supervisor.kill()
    supervisor.wait(timeout=30)
    assert gone(started)
