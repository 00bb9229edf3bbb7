"""A warehouse of the samples to break: each test gets a copy of its own."""

import shutil
from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings
from tests.promises import conftest as promises
from tests.promises.conftest import Digests

ROOT = Path(__file__).parents[2]


def settings_of(folder: Path) -> Settings:
    """Settings for `folder`, without waiting."""
    return promises.settings(folder / "seeds", folder / "w", lock_wait_seconds=0)


def digests(settings: Settings) -> Digests:
    """The digests of the public file."""
    return promises.digests(settings.warehouse)


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    # Two samples have left the folder, one has changed, one file gives no article.
    folder = tmp_path_factory.mktemp("built")
    settings = settings_of(folder)
    shutil.copytree(ROOT / "seeds", settings.seeds)
    samples = sorted(settings.seeds.glob("*.txt"))
    (settings.seeds / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    legacy = samples[0].read_text(encoding="utf-8").encode("windows-1256", "ignore")
    (settings.seeds / "legacy.txt").write_bytes(legacy)
    pipeline.ingest(settings)
    for gone in (*samples[1:3], settings.seeds / "legacy.txt"):
        gone.unlink()
    with samples[3].open("a", encoding="utf-8") as changed:
        changed.write("\nوأضاف المصدر أن الاجتماع انتهى.\n")
    pipeline.ingest(settings)
    kept = tmp_path_factory.mktemp("kept") / "built"
    shutil.copytree(folder, kept)
    return folder, kept


@pytest.fixture
def settings(_built: tuple[Path, Path]) -> Settings:
    """The settings of a warehouse that may be broken."""
    folder, kept = _built
    # In the same place each time: the ledger knows the landing folder by its name.
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    return settings_of(folder)


def damage(path: Path, begin: int = 4096, length: int = 8192) -> None:
    """Writes nonsense over a part of the file."""
    content = bytearray(path.read_bytes())
    content[begin : begin + length] = b"\xa5" * length
    path.write_bytes(content)
