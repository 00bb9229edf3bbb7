"""A warehouse of the samples to break, and the real command to break it with."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings
from flows.store.reader import open_public
from tests.operations.conftest import settings_of
from tests.promises.conftest import Digests

ROOT = Path(__file__).parents[2]
STORY = "عنوان الخبر الأول هنا\n\nأعلنت الوزارة اليوم عن خطة جديدة لدعم المزارعين في الريف.\n"


def digests(settings: Settings) -> Digests:
    """The digests of the public file, which must open and keep every promise."""
    with open_public(settings.public_file) as reader:
        assert [r for r in reader.check("fail") if r.guilty_count] == []
        return reader.digests()


def ask(settings: Settings, query: str) -> list[tuple[object, ...]]:
    """Rows of the public file."""
    import duckdb

    with duckdb.connect(settings.public_file, read_only=True) as news:
        return news.execute(query).fetchall()


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    pipeline.ingest(settings_of(folder))
    return folder


@pytest.fixture
def settings(_built: Path, tmp_path: Path) -> Settings:
    """A warehouse of the samples that may be broken, and one new story in its landing folder."""
    shutil.copytree(_built, tmp_path, dirs_exist_ok=True)
    (tmp_path / "seeds" / "new.txt").write_text(STORY, encoding="utf-8")
    return settings_of(tmp_path)


@contextmanager
def files_up_to(byte_count: int) -> Iterator[None]:
    """No file grows beyond `byte_count` meanwhile: the system refuses as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def bound_by_permissions() -> None:
    """Takes root's right to pass over permissions from the program that is started next."""
    drop_from_bounding_set = 24
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


def command(settings: Settings, **options: object) -> "subprocess.CompletedProcess[str]":
    """The real `akhbar ingest`, in a process of its own."""
    arguments = ["ingest", "--seeds", str(settings.seeds), "--warehouse", str(settings.warehouse)]
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    return run(
        [sys.executable, "-m", "flows.cli", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"AKHBAR_SETTLE_SECONDS": "0", "COLUMNS": "200"},
        timeout=180,
        **options,
    )
