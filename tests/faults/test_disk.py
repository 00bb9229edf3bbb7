"""A disk that refuses: one clear error, the public file as it was, and the next run goes on."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.settings import Settings
from tests.faults.conftest import ask, bound_by_permissions, command, digests, files_up_to

pytestmark = pytest.mark.usefixtures("without_report")

ROOMS = {
    "no room for the ledger's log": 20_000,
    "no room for the new public file": 1_500_000,
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_full_disk_loses_nothing(settings: Settings, room: str) -> None:
    before = digests(settings)
    with (
        pytest.raises(AkhbarError, match=r"the disk refuses \(File too large\).*run this again"),
        files_up_to(ROOMS[room]),
    ):
        pipeline.ingest(settings)
    assert digests(settings) == before
    assert pipeline.ingest(settings).article_count == 6
    digests(settings)


class SmallDisk:
    """A file system in memory that holds so many bytes."""

    def __init__(self, folder: Path, byte_count: int) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={byte_count}", "tmpfs", str(folder)],
            capture_output=True,
            text=True,
        )
        if made.returncode:
            pytest.skip(f"no disk may be mounted here: {made.stderr.strip()}")

    def resize(self, byte_count: int) -> None:
        options = f"remount,size={byte_count}"
        subprocess.run(["mount", "-o", options, str(self.folder)], check=True)


@pytest.fixture
def small_disk() -> Iterator[Callable[[Path, int], SmallDisk]]:
    """Mounts a small disk at a folder."""
    mounted: list[SmallDisk] = []

    def mount(folder: Path, byte_count: int) -> SmallDisk:
        mounted.append(SmallDisk(folder, byte_count))
        return mounted[-1]

    yield mount
    for disk in mounted:
        subprocess.run(["umount", str(disk.folder)], check=True)


@pytest.mark.parametrize("is_new", [True, False], ids=["from the first", "in a later run"])
def test_a_disk_without_room_loses_nothing(
    settings: Settings, small_disk: Callable[[Path, int], SmallDisk], is_new: bool
) -> None:
    filled = settings.warehouse.with_name("filled")
    settings.warehouse.rename(filled)
    room = 0 if is_new else sum(p.stat().st_size for p in filled.rglob("*") if p.is_file())
    disk = small_disk(settings.warehouse, room + 2 * 2**20)
    if not is_new:
        shutil.copytree(filled, settings.warehouse, dirs_exist_ok=True)
    before = None if is_new else digests(settings)
    with pytest.raises(AkhbarError, match=r"the disk refuses \(No space left.*run this again"):
        pipeline.ingest(settings)
    assert settings.public_file.exists() is not is_new
    assert before is None or digests(settings) == before
    disk.resize(256 * 2**20)
    assert pipeline.ingest(settings).article_count == 6
    found = digests(settings)
    pipeline.ingest(settings.model_copy(update={"warehouse": filled}))
    assert found == digests(settings.model_copy(update={"warehouse": filled}))
    assert not list(settings.warehouse.glob(".build-*"))


def test_a_read_only_warehouse_is_one_line_and_status_1(settings: Settings) -> None:
    before = digests(settings)
    settings.warehouse.chmod(0o555)
    try:
        refused = command(settings)
    finally:
        settings.warehouse.chmod(0o755)
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert str(settings.warehouse) in line
    assert "Permission denied" in line
    assert "writable" in line
    assert digests(settings) == before


def test_a_ledger_that_may_not_be_written_is_not_called_damaged(settings: Settings) -> None:
    settings.ledger_file.chmod(0o444)
    with bound_by_permissions(), pytest.raises(AkhbarError) as refused:
        pipeline.ingest(settings)
    settings.ledger_file.chmod(0o644)
    assert "the disk refuses (Permission denied)" in str(refused.value)
    assert "recover" not in str(refused.value)


def test_a_read_only_landing_folder_is_read_and_what_is_locked_in_it_is_named(
    settings: Settings,
) -> None:
    (settings.seeds / "in").mkdir()
    locked = [settings.seeds / "in", settings.seeds / "new.txt"]
    for path in locked:
        path.chmod(0o000)
    settings.seeds.chmod(0o555)
    try:
        with bound_by_permissions():
            pipeline.ingest(settings)
    finally:
        for path in (settings.seeds, *locked):
            path.chmod(0o755)
    assert refused_in(settings) == {"in/": "unreadable", "new.txt": "unreadable"}
    assert pipeline.ingest(settings).is_published
    assert refused_in(settings) == {}
    assert not pipeline.ingest(settings).is_published


def refused_in(settings: Settings) -> dict[object, object]:
    return dict(ask(settings, "select path, reason from rejects"))  # type: ignore[arg-type]
