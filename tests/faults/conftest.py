"""A warehouse of the samples to break, and the real command to break it with."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

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


@pytest.fixture(scope="module")
def without_report() -> Iterator[None]:
    """No page is written at each publication, where nothing looks at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_report", lambda _run, _progress: None)
        yield


@contextmanager
def files_up_to(byte_count: int) -> Iterator[None]:
    """No file grows beyond `byte_count` meanwhile: the system refuses as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class _Header(ctypes.Structure):
    _fields_: ClassVar = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Rights(ctypes.Structure):
    """The first and the second half of three sets of rights, as capset(2) wants them."""

    _fields_: ClassVar = [("sets", ctypes.c_uint32 * 6)]


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Meanwhile root may not pass over permissions in this thread; nobody else may anyhow."""
    header, rights = _Header(0x20080522, 0), _Rights()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(ctypes.byref(header), ctypes.byref(rights)) == 0
    before = rights.sets[0]
    rights.sets[0] = before & ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(ctypes.byref(header), ctypes.byref(rights)) == 0
    try:
        yield
    finally:
        rights.sets[0] = before
        assert libc.capset(ctypes.byref(header), ctypes.byref(rights)) == 0


def _give_up_root() -> None:
    """Root's rights come back with each program that is started, unless they are given up so."""
    drop_from_bounding_set = 24
    for right in (1, 2):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)


def command(settings: Settings) -> "subprocess.CompletedProcess[str]":
    """The real `akhbar ingest`, in a process of its own that is bound by permissions."""
    arguments = ["ingest", "--seeds", str(settings.seeds), "--warehouse", str(settings.warehouse)]
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"AKHBAR_SETTLE_SECONDS": "0", "COLUMNS": "200"},
        timeout=180,
        preexec_fn=_give_up_root,
    )
