"""Processes that parse start without the program that started them, and end with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os
import signal
from pathlib import Path

print("this program was run", flush=True)

if __name__ == "__main__":
    import psutil
    from flows.parsing import parse_all
    from flows.settings import Settings
    from flows.store.ledger import StaleContent

    contents = [
        StaleContent(f"{number}-{path.name}", path.read_bytes(), path.name)
        for number in range(60)
        for path in Path("seeds").glob("*.txt")
    ]
    parsed = parse_all(
        [contents], len(contents), "run", "parser", Settings(workers=2, batch_size=50)
    )
    print("parsed", next(parsed)[1], flush=True)
    print("children", *(child.pid for child in psutil.Process().children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_parent_leaves_no_process_and_its_program_ran_once(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    output = tmp_path / "output.txt"
    # Into a file: children that stayed would hold a pipe open.
    with output.open("wb") as stdout:
        subprocess.run([sys.executable, str(program)], cwd=ROOT, stdout=stdout, timeout=120)
    first, parsed, children = output.read_text(encoding="utf-8").splitlines()
    assert (first, parsed) == ("this program was run", "parsed 50")
    pids = [int(pid) for pid in children.split()[1:]]
    assert len(pids) >= 2
    deadline = time.monotonic() + 30
    while (left := [pid for pid in pids if _is_alive(pid)]) and time.monotonic() < deadline:
        time.sleep(0.1)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left


def _is_alive(pid: int) -> bool:
    try:
        # Where the first process of a container reaps no orphans, they stay as zombies.
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
