"""The doctor looks at the two folders: may they be read and written, is there room?"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from flows.doctor.findings import Finding
from flows.settings import Settings

_LEAST_FREE_BYTES = 512 * 2**20


def look_at_landing(settings: Settings) -> Iterator[Finding]:
    """Whether there is a landing folder that may be read."""
    seeds = settings.seeds
    if not seeds.exists():
        yield Finding(
            "wrong",
            f"{seeds}: there is no such landing folder",
            "Make it, or name it with --seeds or AKHBAR_SEEDS.",
        )
    elif not may_be_read(seeds):
        yield Finding("wrong", f"{seeds}: it may not be read", f"Give us leave: chmod u+rX {seeds}")


def may_be_read(seeds: Path) -> bool:
    """Whether we may list the folder, or read the file, at `seeds`."""
    return os.access(seeds, os.R_OK | os.X_OK if seeds.is_dir() else os.R_OK)


def look_at_warehouse(settings: Settings) -> Iterator[Finding]:
    """Whether there is a warehouse that may be written, on a disk with room."""
    folder = settings.warehouse
    if not folder.is_dir():
        yield Finding("wrong", f"{folder}: there is no warehouse yet", "Run `akhbar ingest`.")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Finding(
            "wrong", f"{folder}: it may not be written", f"Give us leave: chmod u+rwX {folder}"
        )
    free = shutil.disk_usage(folder).free
    wanted = _LEAST_FREE_BYTES + 2 * _size(settings.public_file)
    if free < wanted:
        yield Finding(
            "wrong",
            f"{folder}: {free // 2**20:,} MB are free; a run may need {wanted // 2**20:,}",
            "Free some space, or keep fewer snapshots with AKHBAR_KEPT_SNAPSHOTS.",
        )
    else:
        yield Finding("ok", f"{folder}: {free // 2**20:,} MB are free")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
