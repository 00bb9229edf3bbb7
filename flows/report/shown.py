"""Tells which publication a report shows, without any of what it takes to make one."""

import re
from pathlib import Path


def is_current(report: Path, run_id: str) -> bool:
    """Whether the report shows the public file that the run `run_id` made."""
    try:
        with report.open(encoding="utf-8") as file:
            head = file.read(4000)
    except OSError:
        return False
    return re.search(rf'name="akhbar-run" content="{re.escape(run_id)}"', head) is not None
