"""The flows do what the command does; tried as plain functions, without a server."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import TaskRun
from prefect.states import Failed

from flows import pipeline, tasks
from flows.errors import AkhbarError, Busy
from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.settings import Settings
from flows.store.lock import writer_lock

ROOT = Path(__file__).parents[2]
TASKS = ("become_writer", "keep", "parse", "publish", "report")


@pytest.fixture
def seeds(tmp_path: Path) -> str:
    return str(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets the flows call the tasks' functions themselves; the names of those called."""
    called: list[str] = []

    def plain(name: str) -> Callable[..., Any]:
        function = getattr(tasks, name).fn

        def call(*arguments: Any) -> Any:  # noqa: ANN401
            called.append(name)
            return function(*arguments)

        return call

    for name in TASKS:
        monkeypatch.setattr(tasks, name, plain(name))
    monkeypatch.setenv("AKHBAR_WORKERS", "1")
    monkeypatch.setenv("AKHBAR_SETTLE_SECONDS", "0")
    monkeypatch.setenv("AKHBAR_LOCK_WAIT_SECONDS", "0")
    return called


@pytest.fixture
def artifacts(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The artifacts that the flows would leave on the server."""
    left: list[dict[str, Any]] = []
    monkeypatch.setattr(tasks, "create_table_artifact", lambda **artifact: left.append(artifact))
    return left


def test_flow_does_what_the_command_does(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    summary = ingest.fn(seeds, str(tmp_path / "by-flow"))
    plain = pipeline.ingest(Settings(seeds=Path(seeds), warehouse=tmp_path / "plain"))
    assert summary.counts() == plain.counts()
    assert summary.is_published
    assert calls == ["become_writer", "keep", "parse", "publish", "report"]
    (artifact,) = artifacts
    assert artifact["key"] == "akhbar-ingest"
    table = [(row["what"], row["count"]) for row in artifact["table"]]
    assert table[: len(plain.counts())] == plain.counts()
    assert len(table) == len(plain.counts()) + len(plain.warnings)
    assert (tmp_path / "by-flow" / "news.duckdb").as_uri() in artifact["description"]


def test_each_thousand_of_articles_is_a_task_that_goes_on_where_the_last_one_stopped(
    seeds: str,
    tmp_path: Path,
    calls: list[str],
    artifacts: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "ARTICLES_PER_TASK", 2)
    monkeypatch.setenv("AKHBAR_BATCH_SIZE", "1")
    assert ingest.fn(seeds, str(tmp_path / "w")).parsed_count == 5
    assert calls.count("parse") == 3


def test_second_run_finds_nothing_to_do(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    first, second = (ingest.fn(seeds, str(tmp_path / "w")) for _ in range(2))
    assert (first.is_published, second.is_published) == (True, False)
    assert (second.kept_count, second.parsed_count) == (0, 0)
    assert second.article_count == first.article_count


def test_rebuild_needs_no_landing_folder(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    first = ingest.fn(seeds, str(tmp_path / "w"))
    shutil.rmtree(seeds)
    again = rebuild.fn(str(tmp_path / "w"))
    assert again.is_published
    assert again.article_count == first.article_count
    assert artifacts[-1]["key"] == "akhbar-rebuild"


def test_keeping_twice_counts_each_file_once(seeds: str, tmp_path: Path, calls: list[str]) -> None:
    with pipeline.writing(Settings(seeds=Path(seeds), warehouse=tmp_path / "w")) as run:
        tasks.keep(run)
        tasks.keep(run)
        assert (run.seen_count, run.kept_count) == (5, 5)


def test_flow_gives_the_warehouse_back_when_it_fails(tmp_path: Path, calls: list[str]) -> None:
    with pytest.raises(AkhbarError, match="no such landing folder"):
        ingest.fn(str(tmp_path / "nowhere"), str(tmp_path / "w"))
    with writer_lock(tmp_path / "w" / ".lock", wait_seconds=0):
        pass


def test_busy_warehouse_is_named_in_the_failure(
    seeds: str, tmp_path: Path, calls: list[str]
) -> None:
    with (
        writer_lock(tmp_path / "w" / ".lock", wait_seconds=0),
        pytest.raises(Busy, match="another writer is at work"),
    ):
        ingest.fn(seeds, str(tmp_path / "w"))


@pytest.mark.parametrize(
    ("failure", "is_retried"),
    [
        (Busy("warehouse", "another writer is at work", "Run it again."), True),
        (OSError(5, "Input/output error"), True),
        (AkhbarError("seeds", "there is no such landing folder", "Name it."), False),
        (ValueError("a mistake of ours"), False),
    ],
)
def test_only_what_passes_by_itself_is_tried_again(failure: Exception, is_retried: bool) -> None:
    task_run = TaskRun(task_key="keep", dynamic_key="0")
    assert tasks.is_passing(tasks.keep, task_run, Failed(data=failure)) is is_retried


@pytest.mark.parametrize("name", ["become_writer", "keep", "publish"])
def test_waiting_tasks_have_a_delay_for_each_retry(name: str) -> None:
    task = getattr(tasks, name)
    assert task.retries == len(task.retry_delay_seconds)
    assert task.retry_condition_fn is tasks.is_passing
