"""A process that reads articles is killed: one clear error, and what was read is kept."""

import psutil
import pytest

from flows.errors import AkhbarError
from flows.parsing import parse_all
from flows.settings import Settings
from flows.store.ledger import StaleContent
from tests.faults.conftest import STORY


def test_a_killed_worker_is_named_with_what_to_do() -> None:
    contents = [
        StaleContent(str(number), f"{STORY}{number}".encode(), f"{number}.txt")
        for number in range(201)
    ]
    parsed = parse_all([contents], 201, "run", "parser", Settings(workers=2, batch_size=10))
    assert next(parsed)[1] == 10
    for child in psutil.Process().children():
        if "spawn_main" in " ".join(child.cmdline()):  # not the one that tracks resources
            child.kill()
    with pytest.raises(AkhbarError, match=r"was killed.*Run this again.*--workers 1"):
        list(parsed)
