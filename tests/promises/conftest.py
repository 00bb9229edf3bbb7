"""A landing folder of the five samples and, where the development corpus lies, of real noise."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings
from flows.store.reader import open_public

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CORPUS = ROOT.parent / "shared" / "corpora" / "dev.tar.xz"

Digests = dict[str, tuple[str, int]]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The samples and 200 files of the development corpus, evenly drawn over its ten outlets."""
    folder = tmp_path_factory.mktemp("corpus")
    for seed in SEEDS:
        shutil.copy(seed, folder)
    if CORPUS.exists():
        with tarfile.open(CORPUS) as archive:
            members = sorted((m for m in archive if m.isfile()), key=lambda member: member.name)
            for member in members[:: len(members) // 200][:200]:
                source = archive.extractfile(member)
                assert source is not None
                (folder / Path(member.name).name).write_bytes(source.read())
    return sorted(folder.iterdir())


def settings(seeds: Path, warehouse: Path, **more: object) -> Settings:
    """Settings without waiting: tests write their files before they ingest."""
    return Settings(
        seeds=seeds,
        warehouse=warehouse,
        settle_seconds=0,
        **{"workers": 1, **more},  # type: ignore[arg-type]
    )


def ingest(seeds: Path, warehouse: Path, **more: object) -> pipeline.Summary:
    """The whole road in this process."""
    return pipeline.ingest(settings(seeds, warehouse, **more))


def load(settings: Settings) -> pipeline.Run:
    """The road but for its end: what has landed is kept and read, and not yet published."""
    with pipeline.writing(settings) as run:
        pipeline.keep_new(run)
        pipeline.parse_stale(run)
    return run


def digests(warehouse: Path) -> Digests:
    """The digests of the public file in `warehouse`."""
    with open_public(warehouse / "news.duckdb") as reader:
        return reader.digests()


@pytest.fixture
def akhbar(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the real command in a process of its own."""

    def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "flows.cli", *map(str, arguments)],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=os.environ | {"AKHBAR_SETTLE_SECONDS": "0", "COLUMNS": "200"},
            timeout=120,
            **options,  # type: ignore[call-overload]
        )

    return run
