"""A ledger that is damaged or gone comes back, and what does not come back is named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.recovery import recover
from flows.settings import Settings
from flows.store.backup import back_up, restore
from flows.store.soundness import fault
from tests.operations.conftest import damage, digests

DAMAGES: dict[str, Callable[[Path], object]] = {
    "a block": damage,
    "the header": lambda ledger: damage(ledger, 0, 4096),
    "half of it": lambda ledger: ledger.write_bytes(ledger.read_bytes()[:200_000]),
    "all of it": lambda ledger: ledger.write_bytes(b"not a database" * 1000),
    "emptied": lambda ledger: ledger.write_bytes(b""),
    "gone": lambda ledger: ledger.unlink(),
}


@pytest.mark.parametrize("part", DAMAGES)
def test_a_damaged_ledger_comes_back_with_what_had_left_the_folder(
    settings: Settings, part: str
) -> None:
    before = digests(settings)
    DAMAGES[part](settings.ledger_file)
    with pytest.raises(AkhbarError, match="akhbar recover"):
        pipeline.ingest(settings)
    recovered = recover(settings)
    assert recovered is not None
    assert recovered.lost == ()
    assert recovered.restored_count >= 3
    assert (recovered.kept_aside / "ledger.duckdb").exists() == (part != "gone")
    assert digests(settings) == before
    pipeline.rebuild(settings)
    assert digests(settings) == before
    assert recover(settings) is None


def test_the_public_file_may_be_damaged_as_well(settings: Settings) -> None:
    before = digests(settings)
    damage(settings.ledger_file)
    settings.public_file.unlink()
    settings.public_file.write_bytes(b"nothing")
    recovered = recover(settings)
    assert recovered is not None
    assert recovered.lost == ()
    assert digests(settings) == before


def test_without_the_landing_folder_all_but_rejected_files_come_back(settings: Settings) -> None:
    before = digests(settings)
    damage(settings.ledger_file)
    shutil.rmtree(settings.seeds)
    recovered = recover(settings)
    assert recovered is not None
    assert [(path, status) for _, path, status in recovered.lost] == [("photo.txt", "rejected")]
    after = digests(settings)
    same = ("articles", "lines", "entity_mentions", "date_mentions", "copies")
    assert {table: after[table] for table in same} == {table: before[table] for table in same}


def test_with_nothing_to_recover_from_nothing_is_touched(settings: Settings) -> None:
    damage(settings.ledger_file)
    shutil.rmtree(settings.seeds)
    shutil.rmtree(settings.snapshot_folder)
    settings.public_file.unlink()
    with pytest.raises(AkhbarError, match="akhbar restore"):
        recover(settings)
    assert settings.ledger_file.exists()


def test_a_damaged_log_costs_the_last_run_only_and_the_folder_gives_it_back(
    settings: Settings,
) -> None:
    before = digests(settings)
    shutil.copy(settings.ledger_file, settings.warehouse / "sound.duckdb")
    damage(settings.ledger_file, 0, 4096)
    settings.ledger_file.with_name("ledger.duckdb.wal").write_bytes(b"\xa5" * 5000)
    assert recover(settings) is not None
    assert digests(settings) == before


@pytest.mark.parametrize("command", [pipeline.ingest, pipeline.rebuild])
def test_a_damaged_public_file_is_made_again(
    settings: Settings, command: Callable[[Settings], pipeline.Summary]
) -> None:
    before = digests(settings)
    settings.public_file.unlink()
    settings.public_file.write_bytes(b"nothing")
    settings.public_file.with_name("news.duckdb.wal").write_bytes(b"nothing either")
    assert command(settings).is_published
    assert digests(settings) == before
    assert not settings.public_file.with_name("news.duckdb.wal").exists()


def test_a_copy_of_the_ledger_brings_the_warehouse_back(settings: Settings, tmp_path: Path) -> None:
    before = digests(settings)
    (tmp_path / "copies").mkdir()
    copy = back_up(settings, tmp_path / "copies")
    assert fault(copy, "ledger") is None
    (settings.seeds / "later.txt").write_text("خبر لاحق\n\nقال الوزير.\n", encoding="utf-8")
    pipeline.ingest(settings)
    assert digests(settings) != before
    aside = restore(settings, copy)
    assert aside is not None
    assert fault(aside / "ledger.duckdb", "ledger") is None
    pipeline.rebuild(settings)
    assert digests(settings) == before


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "no such copy"), (b"not a database", "it is no ledger")]
)
def test_only_a_ledger_is_put_back(
    settings: Settings, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / "copy").write_bytes(content)
    with pytest.raises(AkhbarError, match=reason):
        restore(settings, tmp_path / "copy")
    assert fault(settings.ledger_file, "ledger") is None


@pytest.mark.parametrize("target", ["nowhere/copy.duckdb", "w/.lock/copy.duckdb"])
def test_a_copy_that_cannot_be_written_is_one_clear_error(
    settings: Settings, tmp_path: Path, target: str
) -> None:
    with pytest.raises(AkhbarError, match=r"cannot be written .*Name a folder that can be"):
        back_up(settings, tmp_path / target)
