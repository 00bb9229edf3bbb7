"""What do the public file and its report cost, and how long does a search take?

    uv run python tests/bench/public_file.py warehouse

Builds a public file from the ledger of a warehouse into a temporary folder, checks it, writes the
report and searches in it. Each figure is the best of three, in seconds of the clock and of the
processor: on a machine that others use as well the two part.
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import duckdb

from flows.batch.lexicon import lexicon_frames
from flows.report.writing import write_report
from flows.store.build import Origin, build_public
from flows.store.ledger import open_ledger
from flows.store.reader import open_public

SEARCHES = {
    "a word": "select * from search('سوريا') limit 20",
    "two words": "select * from search('الانتخابات الرئاسية') limit 20",
    "a phrase": "select * from search('\"مجلس الأمن\"') limit 20",
    "a word without another": "select * from search('سوريا -داعش') limit 20",
    "either of two": "select * from search('\"وزير الخارجية\" OR واشنطن') limit 20",
    "a word of every text": "select * from search('في') limit 20",
    "three of them": "select * from search('من في على') limit 20",
    "an entity": "select * from search_entity('السعودية') limit 20",
}
RUNS = 3


def main() -> None:
    """Prints one JSON line per measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("warehouse", type=Path, help="folder with a ledger.duckdb")
    warehouse = parser.parse_args().warehouse
    with tempfile.TemporaryDirectory() as folder:
        news, report = Path(folder, "news.duckdb"), Path(folder, "report.html")
        with open_ledger(warehouse / "ledger.duckdb", Path(folder, "spill"), "1GB") as ledger:
            show("build", lambda: build(ledger.connection, news))
        show("checks", lambda: check(news))
        show("report", lambda: write_report(news, report))
        sizes = {"news_mb": news.stat().st_size / 1e6, "report_mb": report.stat().st_size / 1e6}
        print(json.dumps({name: round(size, 1) for name, size in sizes.items()}))
        for name, query in SEARCHES.items():
            with duckdb.connect(news, read_only=True) as connection:
                # The second query of a connection: the first reads the file's catalogue.
                connection.execute("select count(*) from search('النفط')").fetchall()
                show(name, partial(ask, connection, query))


def build(connection: duckdb.DuckDBPyConnection, news: Path) -> None:
    """The step "build" of a run: the lexicon laid out as frames, then all tables."""
    news.unlink(missing_ok=True)
    origin = Origin("bench", "bench", "bench", datetime.now(UTC))
    build_public(connection, news, lexicon_frames(), origin)


def check(news: Path) -> None:
    """What publishing does besides a rename."""
    with open_public(news) as reader:
        assert not any(result.guilty_count for result in reader.check("fail"))


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """A search to its last row."""
    assert connection.execute(query).fetchall()


def show(name: str, work: Callable[[], object]) -> None:
    """The least time of some runs."""
    times = []
    for _ in range(RUNS):
        clock, processor = time.perf_counter(), cpu()
        work()
        times.append((time.perf_counter() - clock, cpu() - processor))
    wall, busy = (round(min(column), 3) for column in zip(*times, strict=True))
    print(json.dumps({"measured": name, "seconds": wall, "cpu_seconds": busy}), flush=True)


def cpu() -> float:
    """Seconds of the processor that this process has used, its threads included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
