"""What the service asks of Prefect's server, and what it tells of the runs."""

from typing import Any

import pytest

from flows.history import History

RUN = {
    "id": "r1",
    "state_type": "COMPLETED",
    "state_name": "Completed",
    "state": {"message": "5 files seen, 5 new contents, 5 articles: published"},
    "end_time": "2026-01-02T03:04:05Z",
    "total_run_time": 1.5,
}


class Server:
    """A server that knows these runs; what it was asked is written down."""

    def __init__(self, *runs: dict[str, Any]) -> None:
        self.runs = list(runs)
        self.late: list[dict[str, Any]] = []
        self.asked: list[tuple[str, Any]] = []

    def ask(self, path: str, body: object = None, method: str = "POST") -> Any:  # noqa: ANN401
        self.asked.append((path, body))
        if path == "/flow_runs/filter":
            is_of_late_runs = "deployments" in dict(body)  # type: ignore[call-overload]
            return self.late if is_of_late_runs else self.runs
        if path.endswith("create_flow_run"):
            return {"id": "r1"}
        return {"id": "d1"} if path.startswith("/deployments") else self.runs[0]


def history(server: Server) -> History:
    return History(server)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "completed: 5 files seen, 5 new contents, 5 articles: published (1.5 s)"),
        (
            {
                "state_name": "Failed",
                "state": {
                    "message": "Flow run encountered an exception: AkhbarError: seeds: gone.\n ."
                },
            },
            "failed: AkhbarError: seeds: gone. . (1.5 s)",
        ),
        ({"state_name": "Crashed", "state": {"message": None}}, "crashed:  (1.5 s)"),
    ],
)
def test_each_run_is_told_in_one_line(change: dict[str, Any], line: str) -> None:
    [told] = history(Server(RUN | change)).news()
    assert told[9:] == line


def test_a_run_is_told_once_and_the_earlier_one_first() -> None:
    server = Server(RUN | {"id": "r2", "end_time": "2026-01-02T03:05:00Z"}, RUN)
    told = history(server)
    assert [line[3:8] for line in told.news()] == ["04:05", "05:00"]
    assert told.news() == []


@pytest.mark.parametrize(
    ("state", "is_waiting"), [("SCHEDULED", True), ("RUNNING", True), ("COMPLETED", False)]
)
def test_a_request_is_open_until_its_run_has_ended(state: str, is_waiting: bool) -> None:
    server = Server(RUN | {"state_type": state})
    asked = history(server)
    assert not asked.has_request()
    asked.request_run()
    assert asked.has_request() is is_waiting


def test_runs_of_a_process_that_is_gone_are_marked_as_crashed_once() -> None:
    server = Server(RUN | {"state_type": "RUNNING"})
    left = history(server)
    left.must_close = True
    left.news()
    left.news()
    closed = [body for path, body in server.asked if path == "/flow_runs/r1/set_state"]
    assert [body["state"]["type"] for body in closed] == ["CRASHED"]


def test_of_late_sweeps_the_last_one_is_run_and_what_was_asked_for_is_not_touched() -> None:
    server = Server(RUN)
    server.late = [
        {"id": "asked", "auto_scheduled": False},
        *({"id": f"sweep-{number}", "auto_scheduled": True} for number in (3, 2, 1)),
    ]
    history(server).news()
    cancelled = [path for path, body in server.asked if path.endswith("set_state")]
    assert cancelled == ["/flow_runs/sweep-2/set_state", "/flow_runs/sweep-1/set_state"]
