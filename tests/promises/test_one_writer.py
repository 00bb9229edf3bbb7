"""Writers that overlap take turns: none fails, nothing is loaded twice, the tables are the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.promises.conftest import SEEDS, digests, ingest


def test_writers_that_start_together_take_turns(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    for seed in SEEDS:
        shutil.copy(seed, seeds)
    environment = os.environ | {"AKHBAR_SETTLE_SECONDS": "0", "AKHBAR_LOCK_WAIT_SECONDS": "120"}
    folder = ["--warehouse", str(warehouse)]
    commands = [["ingest", "--seeds", str(seeds), *folder]] * 2 + [["rebuild", *folder]]
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *command],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    errors = [writer.communicate(timeout=240)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], errors
    ingest(seeds, tmp_path / "alone")
    assert digests(warehouse) == digests(tmp_path / "alone")
