"""Readers never get an error, never see half a file, and never delay the writer."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

from tests.promises.conftest import SEEDS, ingest

PUBLICATIONS = 10

READER = """
import os, sys, time, duckdb
path, stop = sys.argv[1], sys.argv[2]
opens = 0
while not os.path.exists(stop):
    with duckdb.connect(path, read_only=True) as con:
        articles, = con.execute("select count(*) from articles").fetchone()
        files, = con.execute("select count(*) from files where status = 'article'").fetchone()
        orphans, = con.execute(
            "select count(*) from entity_mentions anti join articles using (article_id)"
        ).fetchone()
        assert articles == files and orphans == 0, (articles, files, orphans)
    opens += 1
    time.sleep(0.1)
print(opens)
"""


def test_three_readers_in_a_loop_see_ten_publications_without_an_error(tmp_path: Path) -> None:
    seeds, warehouse, stop = tmp_path / "seeds", tmp_path / "w", tmp_path / "stop"
    seeds.mkdir()
    shutil.copy(SEEDS[0], seeds)
    ingest(seeds, warehouse)
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(warehouse / "news.duckdb"), str(stop)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for number in range(PUBLICATIONS):
        (seeds / f"{number}.txt").write_text(
            f"خبر رقم {number}\n\nأعلنت الوزارة {number} قرارات.\n"
        )
        assert ingest(seeds, warehouse).is_published
    stop.touch()
    outcomes = [reader.communicate(timeout=60) for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0, 0], outcomes
    assert all(int(opens) >= PUBLICATIONS for opens, _ in outcomes)


def test_a_reader_with_an_old_connection_goes_on_with_what_it_has(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    shutil.copy(SEEDS[0], seeds)
    ingest(seeds, warehouse)
    with duckdb.connect(warehouse / "news.duckdb", read_only=True) as old:
        for seed in SEEDS[1:]:
            shutil.copy(seed, seeds)
        ingest(seeds, warehouse)
        assert old.execute("select count(*) from articles").fetchone() == (1,)
        program = "import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True)"
        program += ".execute('select count(*) from articles').fetchone()[0])"
        new = subprocess.run(
            [sys.executable, "-c", program, str(warehouse / "news.duckdb")],
            capture_output=True,
            text=True,
            check=True,
        )
        assert new.stdout.strip() == "5"


def test_the_last_public_files_are_kept_for_going_back(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    for seed in SEEDS:
        shutil.copy(seed, seeds)
        ingest(seeds, warehouse, kept_snapshots=2)
    newest, current = sorted((warehouse / "snapshots").iterdir())[-1], warehouse / "news.duckdb"
    assert len(list((warehouse / "snapshots").iterdir())) == 2
    assert newest.samefile(current)
