"""The README's production path for real: server, pool, worker, deployments, and what they show."""

import json
import urllib.error
from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings
from flows.store.lock import writer_lock
from tests.flows.conftest import Service, documented, wait_until

pytestmark = pytest.mark.server


def test_sweep_loads_publishes_and_shows_its_counts(service: Service, tmp_path: Path) -> None:
    plain = pipeline.ingest(Settings(seeds=service.checkout / "seeds", warehouse=tmp_path))
    run_id = service.start("ingest/sweep")
    run = service.finished(run_id)
    assert (run["state_name"], run["name"][:19]) == ("Completed", "seeds to warehouse,")
    assert service.task_runs(run_id) == dict.fromkeys(service.task_runs(run_id), "Completed")
    artifact = service.artifact("akhbar-ingest", run_id)
    shown = {row["what"]: row["count"] for row in json.loads(artifact["data"])}
    assert shown.items() >= dict(plain.counts()).items()
    assert shown["files seen in the landing folder"] == 5
    public_file = service.checkout / "warehouse" / "news.duckdb"
    assert public_file.as_uri() in artifact["description"]
    service.akhbar("check")
    assert service.akhbar("digest") == service.akhbar("digest", "--warehouse", str(tmp_path))


def test_weekly_rebuild_gives_the_same_tables(service: Service) -> None:
    service.akhbar("ingest")
    before = service.akhbar("digest")
    run_id = service.start("rebuild/weekly")
    assert service.finished(run_id)["state_name"] == "Completed"
    assert service.artifact("akhbar-rebuild", run_id)
    assert service.akhbar("digest") == before


def test_daily_check_shows_its_warnings(service: Service) -> None:
    service.prefect(*documented("deployment run ingest/sweep --watch"))
    run = service.finished(service.start("check/daily"))
    assert run["state_name"] == "Completed"
    assert "warnings" in run["state"]["message"]
    assert service.artifact("akhbar-check", run["id"])


def test_what_arrives_is_loaded_by_the_event(service: Service) -> None:
    with service.watch() as watcher:
        try:
            assert watcher.stdout is not None
            assert "watches seeds" in watcher.stdout.readline()
            story = service.checkout / "seeds" / "arrived.txt"
            story.write_text("خبر وصل الآن\n\nقال الوزير إن المشروع اكتمل.\n", encoding="utf-8")
            wait_until(lambda: "arrived.txt" in _paths(service))
            wait_until(lambda: bool(service.runs("on-arrival", "Completed")))
        finally:
            watcher.terminate()
            assert watcher.wait(timeout=30) == 0


def test_run_waits_for_another_writer_and_a_second_run_steps_back(service: Service) -> None:
    with writer_lock(service.checkout / "warehouse" / ".lock", wait_seconds=10):
        first = service.start("ingest/sweep")
        wait_until(lambda: "AwaitingRetry" in service.task_runs(first).values())
        second = service.start("ingest/sweep")
        assert service.finished(second)["state_name"] == "Cancelled"
    assert service.finished(first)["state_name"] == "Completed"
    service.akhbar("check")


def test_failed_run_says_what_is_wrong_and_what_to_do(service: Service) -> None:
    run = service.finished(service.start("ingest/sweep", seeds="nowhere"))
    assert run["state_name"] == "Failed"
    assert "nowhere: there is no such landing folder. Name it" in run["state"]["message"]


def test_parameter_of_the_wrong_kind_is_refused(service: Service) -> None:
    with pytest.raises(urllib.error.HTTPError, match=r"409|422"):
        service.start("ingest/sweep", seeds=["seeds"])


def test_run_of_a_killed_worker_is_marked_and_the_next_one_finishes_its_work(
    service: Service, tmp_path: Path
) -> None:
    seeds = service.checkout / "many"
    seeds.mkdir()
    for number in range(3000):
        story = f"خبر رقم {number}\n\nقال الوزير إن النمو بلغ {number} في المئة عام 2015.\n" * 5
        (seeds / f"{number}.txt").write_text(story, encoding="utf-8")
    first = service.start("ingest/sweep", seeds="many", warehouse="killed")
    wait_until(
        lambda: (
            "Running"
            in [
                state
                for name, state in service.task_runs(first).items()
                if name.startswith("parse")
            ]
        )
    )
    service.kill_worker_and_flows()
    assert service.flow_run(first)["state_name"] == "Running"
    worker = service.start_worker()
    try:
        assert service.finished(first)["state_name"] == "Crashed"
        assert "sign of life" in service.flow_run(first)["state"]["message"]
        second = service.start("ingest/sweep", seeds="many", warehouse="killed")
        assert service.finished(second)["state_name"] == "Completed"
        pipeline.ingest(Settings(seeds=seeds, warehouse=tmp_path))
        assert service.akhbar("digest", "--warehouse", "killed") == service.akhbar(
            "digest", "--warehouse", str(tmp_path)
        )
    finally:
        worker.terminate()
        worker.wait(timeout=60)


def _paths(service: Service) -> str:
    return service.akhbar("query", "select path from files", "--format", "csv")
