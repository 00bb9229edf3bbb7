"""How fast is the whole road, how much memory does it take, and what do 100 new files cost?

    uv run python tests/bench/ingest.py ../shared/corpora/bulk.parquet --counts 2000 20000

Writes the articles out as files, ingests them in a process of its own,
then lands 100 more and ingests again. Memory is the sum of the resident sets of the process and
its workers, sampled twenty times a second; pages that they share are counted for each.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl
import psutil

RUN = """
import json, sys, time
from pathlib import Path
from flows import pipeline
from flows.settings import Settings

marks = {}
def mark(step, done, total):
    marks.setdefault(step, time.perf_counter())

started = time.perf_counter()
summary = pipeline.ingest(Settings(seeds=Path(sys.argv[1]), warehouse=Path(sys.argv[2])), mark)
ended = time.perf_counter()
marks = {"keep": started} | {k: v for k, v in marks.items() if k != "keep"}
begins = sorted(marks.items(), key=lambda item: item[1])
steps = {}
for (step, begin), (_, end) in zip(begins, begins[1:] + [("end", ended)]):
    steps[step] = round(end - begin, 2)
print(json.dumps({"seconds": round(ended - started, 2), "steps": steps,
                  "parsed": summary.parsed_count, "articles": summary.article_count,
                  "copies": summary.copy_count, "rejects": summary.reject_count}))
"""


def main() -> None:
    """Prints one JSON line per measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="parquet file with a column raw_text")
    parser.add_argument("--counts", type=int, nargs="+", default=[2000, 20000])
    arguments = parser.parse_args()
    articles = pl.read_parquet(arguments.corpus)
    for count in arguments.counts:
        with tempfile.TemporaryDirectory() as root:
            seeds, warehouse = Path(root, "seeds"), Path(root, "warehouse")
            seeds.mkdir()
            write(articles.head(count), seeds, 0)
            report("ingest", count, measured(seeds, warehouse), warehouse)
            write(articles.tail(100), seeds, count)
            report("100 new files on top", count, measured(seeds, warehouse), warehouse)


def write(articles: pl.DataFrame, folder: Path, first: int) -> None:
    """One file per article, numbered from `first`."""
    for number, text in enumerate(articles["raw_text"], first):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="")


def measured(seeds: Path, warehouse: Path) -> dict[str, object]:
    """One ingest in a fresh process, with the peak of its memory."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(seeds), str(warehouse)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"AKHBAR_SETTLE_SECONDS": "0"},
    )
    peak, watched = 0, psutil.Process(process.pid)
    while process.poll() is None:
        peak = max(peak, resident(watched))
        time.sleep(0.05)
    output, _ = process.communicate()
    if process.returncode:
        sys.exit(process.returncode)
    return json.loads(output) | {"peak_mib": peak // 2**20}


def resident(process: psutil.Process) -> int:
    """Bytes that a process and its children hold in memory."""
    total = 0
    try:
        for member in (process, *process.children(recursive=True)):
            total += member.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total


def report(what: str, count: int, figures: dict[str, object], warehouse: Path) -> None:
    """One line for people and programs."""
    seconds = float(str(figures["seconds"]))
    rate = round(int(str(figures["parsed"])) / seconds, 1)
    sizes = {
        name: round((warehouse / name).stat().st_size / 2**20, 1)
        for name in ("ledger.duckdb", "news.duckdb")
    }
    print(json.dumps({"what": what, "on": count, "per_second": rate} | figures | {"mib": sizes}))


if __name__ == "__main__":
    main()
