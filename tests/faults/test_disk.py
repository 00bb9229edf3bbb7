"""A disk that refuses: one clear error, the public file as it was, and the next run goes on."""

import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.settings import Settings
from tests.faults.conftest import ask, bound_by_permissions, command, digests, files_up_to

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


def test_a_read_only_warehouse_is_one_line_and_status_1(settings: Settings) -> None:
    before = digests(settings)
    settings.warehouse.chmod(0o555)
    try:
        refused = command(settings, preexec_fn=bound_by_permissions)
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
    refused = command(settings, preexec_fn=bound_by_permissions)
    settings.ledger_file.chmod(0o644)
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert "the disk refuses (Permission denied)" in line
    assert "recover" not in line


def test_a_read_only_landing_folder_is_read_and_what_is_locked_in_it_is_named(
    settings: Settings,
) -> None:
    (settings.seeds / "in").mkdir()
    locked = [settings.seeds / "in", settings.seeds / "new.txt"]
    for path in locked:
        path.chmod(0o000)
    settings.seeds.chmod(0o555)
    try:
        done = command(settings, preexec_fn=bound_by_permissions)
    finally:
        for path in (settings.seeds, *locked):
            path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert refused_in(settings) == {"in/": "unreadable", "new.txt": "unreadable"}
    pipeline.ingest(settings)
    assert "new.txt" not in refused_in(settings)


def refused_in(settings: Settings) -> dict[object, object]:
    return dict(ask(settings, "select path, reason from rejects"))  # type: ignore[arg-type]
