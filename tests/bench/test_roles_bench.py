"""How many files a second one core reads, labels and assembles: the column OPS.

    uv run pytest tests/bench/test_roles_bench.py --benchmark-only --benchmark-columns=min,ops

Over the development files where they are at hand (2,000 of ten outlets, 3.1 kB in the mean), over
the five samples otherwise. CPU time a file; what else runs on the machine slows it down, so the
best round counts: one second by `min`.
"""

import gc
import itertools
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from flows.text.article import assemble
from flows.text.model import Article
from flows.text.reading import Reading, read
from flows.text.roles import label_lines

ROOT = Path(__file__).parents[2]
DEV = ROOT.parent / "shared/corpora/dev.tar.xz"


@pytest.mark.benchmark(timer=time.process_time)
def test_files_read_labelled_and_assembled(benchmark: BenchmarkFixture) -> None:
    files = list(pages())
    gc.freeze()  # as a worker process does; pytest's own heap is no part of the work
    following = itertools.cycle(files)

    def one_file() -> Article:
        reading = read(next(following))
        assert isinstance(reading, Reading)
        return assemble(reading.text, label_lines(reading.text))

    # An iteration is a file and a round is all of them, the first to fill what is remembered.
    article = benchmark.pedantic(one_file, rounds=5, iterations=len(files), warmup_rounds=1)
    assert article.headline is not None


def pages() -> Iterator[bytes]:
    if not DEV.exists():
        yield from (path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt")))
        return
    with tarfile.open(DEV) as archive:
        for member in archive:
            is_page = member.name.endswith(".txt")
            if is_page and (file := archive.extractfile(member)) is not None:
                yield file.read()
