"""`akhbar serve` for real: what lands is loaded, nothing is missed, and nothing is left behind."""

import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.store.reader import open_public
from tests.service.conftest import Served, are_gone, run, write

SECONDS_TO_SHOW = 30 + 30
"""Half a minute after it has settled; these tests share two cores with whatever else runs."""


def paths(folder: Path) -> set[str]:
    with open_public(folder / "warehouse" / "news.duckdb") as reader:
        return {path for (path,) in reader.ask("select path from files")[1]}


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "serve")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "akhbar: seeds: there is no such landing folder. Name it with --seeds or AKHBAR_SEEDS."
    ]


def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        done = run(tmp_path, "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"akhbar: 127.0.0.1:{port}: the port cannot be used")
    assert "--port" in line


@pytest.mark.server
def test_what_lands_is_loaded_and_nothing_is_left(serve: Callable[..., Served]) -> None:
    served = serve()
    folder = served.folder
    served.wait(r"completed: 5 files seen, 5 new contents, 5 articles: published")
    assert served.api.is_healthy()

    write(folder / "seeds" / "صحيفة" / "new.txt")
    served.wait(r"completed: 6 files seen, 1 new", SECONDS_TO_SHOW)
    assert "صحيفة/new.txt" in paths(folder)

    before = len(served.wait("completed: "))
    for number in range(1, 501):
        write(folder / "seeds" / "burst" / f"{number}.txt", number)
    served.wait("completed: 506 files seen", 2 * SECONDS_TO_SHOW)
    assert len(served.wait("completed: ")) - before in (1, 2), served.lines()
    assert len(paths(folder)) == 506

    second = run(folder, "serve", "--port", "0")
    assert second.returncode == 1
    assert f"it is served already (process {served.process.pid}, cli.py serve" in second.stderr

    runner = served.child("flows.serving")
    runner.kill()
    served.wait(r"the runner has died \(killed by SIGKILL\); it is started again")
    write(folder / "seeds" / "after.txt", 1000)
    served.wait(r"completed: 507 files seen, 1 new", 2 * SECONDS_TO_SHOW)

    processes = served.processes()
    assert served.end(signal.SIGINT) == 0
    assert are_gone(processes, seconds=0)
    assert served.lines()[-1] == "ending"

    # What lands while it is down, and a run that was cut off.
    write(folder / "seeds" / "while-down.txt", 2000)
    again = serve()
    again.wait(r"completed: 508 files seen, 1 new")
    processes = again.processes()
    again.process.kill()
    assert are_gone(processes), "children of a killed service end as well"
    assert run(folder, "check").returncode == 0
    assert not list((folder / "warehouse").glob(".build-*"))


@pytest.mark.server
def test_sweeps_come_by_themselves_and_a_stop_while_starting_is_clean(
    serve: Callable[..., Served],
) -> None:
    early = serve()
    early.wait("starting")
    time.sleep(3)
    processes = early.processes()
    assert early.end() == 0
    assert are_gone(processes, seconds=0)

    served = serve("--every", "20")
    served.wait(r"completed: 5 files seen, 0 new", count=2)
    assert served.end() == 0
