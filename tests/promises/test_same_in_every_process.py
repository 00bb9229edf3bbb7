"""What is read from a content does not depend on the process that reads it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

FACTS = """
import hashlib
from pathlib import Path
from flows.batch import facts_of
from flows.text.temporal_lexicon import FORMS

contents = [(p.name, p.read_bytes(), p.name, "") for p in sorted(Path("seeds").glob("*.txt"))]
digest = hashlib.sha256()
for name, frame in facts_of(contents, "run", "version", 6).items():
    digest.update(f"{name} {frame.to_dicts()}".encode())
for spelling, form in sorted(FORMS.items()):
    digest.update(f"{spelling} {form.text} {form.proclitic}".encode())
print(digest.hexdigest())
"""


def test_facts_are_the_same_whatever_order_a_process_gives_its_sets() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", FACTS],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
