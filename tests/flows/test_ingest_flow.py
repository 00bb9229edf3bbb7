"""The flows do what the command does; tried as plain functions, without a server."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from prefect import State
from prefect.client.schemas.objects import FlowRun, TaskRun
from prefect.states import Crashed, Failed

from flows import pipeline, showing, tasks
from flows.check import check
from flows.errors import AkhbarError, Busy
from flows.ingest import ingest
from flows.pipeline import Summary
from flows.rebuild import rebuild
from flows.settings import Settings
from flows.store.checks import CheckResult
from flows.store.lock import writer_lock
from flows.store.reader import Reader

ROOT = Path(__file__).parents[2]
TASKS = ("become_writer", "keep", "parse", "publish", "report", "check")


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
    """The artifacts that the flows would leave on the server, by kind and key."""
    left: list[dict[str, Any]] = []

    def leave(
        kind: str, content: object, key: str, description: str = "", link_text: str = ""
    ) -> UUID:
        left.append({"kind": kind, "content": content, "key": key, "description": description})
        return UUID(int=len(left))

    def update(_id: UUID, progress: float, description: str) -> None:
        leave("progress", progress, "akhbar-progress", description)

    for kind in ("table", "markdown", "progress", "link"):
        monkeypatch.setattr(showing, f"create_{kind}_artifact", partial(leave, kind))
    monkeypatch.setattr(showing, "update_progress_artifact", update)
    return left


def done(state: State[Summary]) -> Summary:
    """What a flow gives back beside its message."""
    summary = state.data
    assert isinstance(summary, Summary)
    assert state.message == summary.sentence()
    return summary


def test_flow_does_what_the_command_does(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    summary = done(ingest.fn(seeds, str(tmp_path / "by-flow")))
    plain = pipeline.ingest(Settings(seeds=Path(seeds), warehouse=tmp_path / "plain"))
    assert summary.counts() == plain.counts()
    assert summary.is_published
    assert calls == ["become_writer", "keep", "parse", "publish", "report"]
    public_file = tmp_path / "by-flow" / "news.duckdb"
    (counts,) = [found for found in artifacts if found["key"] == "akhbar-ingest"]
    assert [(row["what"], row["count"]) for row in counts["content"]] == plain.counts()
    assert public_file.as_uri() in counts["description"]
    shares = [found["content"] for found in artifacts if found["kind"] == "progress"]
    assert shares == [0.0, 100.0]
    (articles,) = [found["content"] for found in artifacts if found["key"] == "akhbar-articles"]
    assert [row["path"] for row in articles] == sorted(file.name for file in Path(seeds).iterdir())
    assert all(row["headline"] for row in articles)
    (warned,) = [found["content"] for found in artifacts if found["key"] == "akhbar-warnings"]
    assert [(row["check"], row["exceptions"]) for row in warned] == [
        (name, count) for name, _, count in plain.warnings
    ]
    links = [found["content"] for found in artifacts if found["kind"] == "link"]
    assert links == [public_file.as_uri(), public_file.with_name("report.html").as_uri()]


def test_rejected_files_are_shown_with_reason_and_remedy(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    (Path(seeds) / "photo.jpg").write_bytes(b"no text")
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "report.html").touch()
    ingest.fn(seeds, str(tmp_path / "w"))
    (rejects,) = [found["content"] for found in artifacts if found["key"] == "akhbar-rejects"]
    assert [(row["path"], row["when"]) for row in rejects] == [("photo.jpg", "now")]
    assert all(rejects[0][column] for column in ("reason", "detail", "remedy"))
    assert "akhbar-report" in {found["key"] for found in artifacts}


def test_check_names_the_guilty_rows_of_warnings(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    ingest.fn(seeds, str(tmp_path / "w"))
    state = check.fn(str(tmp_path / "w"))
    assert state.message.endswith("with warnings")
    (table,) = [found["content"] for found in artifacts if found["key"] == "akhbar-check"]
    assert {row["severity"] for row in table} == {"warn"}
    assert all(row["such as"].startswith("[{") for row in table)


def test_check_fails_with_the_guilty_rows_when_a_promise_is_broken(
    seeds: str,
    tmp_path: Path,
    calls: list[str],
    artifacts: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ingest.fn(seeds, str(tmp_path / "w"))
    broken = CheckResult("ids_are_unique", "fail", "No id twice.", 2, '[{"article_id": "x1"}]')
    monkeypatch.setattr(Reader, "check", lambda _reader: [broken])
    with pytest.raises(AkhbarError, match=r'1 of 1 checks fail \(ids_are_unique: 2 rows.*"x1"'):
        check.fn(str(tmp_path / "w"))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Failed(message="seeds: there is no such folder. Name it."), "Name it."),
        (Crashed(message="Process exited."), "the next run goes on from there"),
    ],
)
def test_a_run_that_did_not_end_well_says_what_to_do(
    state: State[Any], words: str, artifacts: list[dict[str, Any]]
) -> None:
    # Prefect calls hooks with these names.
    for flow in (ingest, rebuild, check):
        for hook in (*flow.on_failure_hooks, *flow.on_crashed_hooks):
            hook(flow=flow, flow_run=FlowRun(flow_id=UUID(int=1), name="seeds"), state=state)
    assert len(artifacts) == 6
    assert all(words in found["content"] for found in artifacts)


def test_each_thousand_of_articles_is_a_task_that_goes_on_where_the_last_one_stopped(
    seeds: str,
    tmp_path: Path,
    calls: list[str],
    artifacts: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "ARTICLES_PER_TASK", 2)
    monkeypatch.setenv("AKHBAR_BATCH_SIZE", "1")
    assert done(ingest.fn(seeds, str(tmp_path / "w"))).parsed_count == 5
    assert calls.count("parse") == 3


def test_second_run_finds_nothing_to_do(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    first, second = (done(ingest.fn(seeds, str(tmp_path / "w"))) for _ in range(2))
    assert (first.is_published, second.is_published) == (True, False)
    assert (second.kept_count, second.parsed_count) == (0, 0)
    assert second.article_count == first.article_count


def test_rebuild_needs_no_landing_folder(
    seeds: str, tmp_path: Path, calls: list[str], artifacts: list[dict[str, Any]]
) -> None:
    first = done(ingest.fn(seeds, str(tmp_path / "w")))
    shutil.rmtree(seeds)
    again = done(rebuild.fn(str(tmp_path / "w")))
    assert again.is_published
    assert again.article_count == first.article_count
    assert "akhbar-rebuild" in {found["key"] for found in artifacts}


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


@pytest.mark.parametrize("name", ["become_writer", "keep", "publish", "check"])
def test_waiting_tasks_have_a_delay_for_each_retry(name: str) -> None:
    task = getattr(tasks, name)
    assert task.retries == len(task.retry_delay_seconds)
    assert task.retry_condition_fn is tasks.is_passing
