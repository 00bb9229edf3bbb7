"""The runs of a served flow: asks for them, tells how they ended, closes what was cut off."""

from collections import deque
from datetime import UTC, datetime
from typing import Any

from flows.api import Api

_ENDS = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]
_AT_WORK = ["PENDING", "RUNNING", "CANCELLING"]
_LIMIT = 50


class History:
    """What the server knows of our runs."""

    def __init__(self, api: Api) -> None:
        """What ended before now is no news."""
        self._api = api
        self._since = _now()
        self._told: deque[str] = deque(maxlen=10 * _LIMIT)
        self._request: str | None = None
        self.must_close = False

    def request_run(self) -> None:
        """Asks for a run of `ingest/sweep` at once."""
        deployment = self._api.ask("/deployments/name/ingest/sweep", method="GET")
        body = {"state": {"type": "SCHEDULED", "message": "files have arrived"}}
        run = self._api.ask(f"/deployments/{deployment['id']}/create_flow_run", body)
        self._request = run["id"]

    def has_request(self) -> bool:
        """Whether the run that was asked for last has yet to end."""
        if self._request:
            run = self._api.ask(f"/flow_runs/{self._request}", method="GET")
            if run["state_type"] in _ENDS:
                self._request = None
        return self._request is not None

    def news(self) -> list[str]:
        """A line for each run that has ended since the last call."""
        if self.must_close:
            self.close_what_was_left()
        self.skip_late_sweeps()
        where = {
            "flow_runs": {"end_time": {"after_": self._since}},
            "sort": "END_TIME_DESC",
            "limit": _LIMIT,
        }
        found = self._api.ask("/flow_runs/filter", where)[::-1]
        new = [run for run in found if run["id"] not in self._told]
        self._told.extend(run["id"] for run in new)
        if new:
            # Not later than the earliest that may still be written: told twice is prevented above.
            self._since = new[0]["end_time"]
        return [_line(run) for run in new]

    def skip_late_sweeps(self) -> None:
        """Of sweeps that could not begin in time only the last is run: it finds all of it."""
        where = {
            "deployments": {"name": {"any_": ["sweep"]}},
            "flow_runs": {"state": {"name": {"any_": ["Late"]}}},
            "sort": "EXPECTED_START_TIME_DESC",
        }
        late = [run for run in self._api.ask("/flow_runs/filter", where) if run["auto_scheduled"]]
        state = {"type": "CANCELLED", "message": "A later sweep does its work."}
        for run in late[1:]:
            self._api.ask(f"/flow_runs/{run['id']}/set_state", {"state": state, "force": True})
            self._told.append(run["id"])

    def close_what_was_left(self) -> None:
        """Runs of a process that is gone will never end: they are marked as crashed."""
        where = {"flow_runs": {"state": {"type": {"any_": _AT_WORK}}}}
        state = {"type": "CRASHED", "message": "The process that ran it has ended."}
        for run in self._api.ask("/flow_runs/filter", where):
            body = {"state": state, "force": True}
            self._api.ask(f"/flow_runs/{run['id']}/set_state", body)
        self.must_close = False


def _line(run: dict[str, Any]) -> str:
    end = datetime.fromisoformat(run["end_time"]).astimezone()
    message = " ".join((run["state"]["message"] or "").split())
    message = message.removeprefix("Flow run encountered an exception: ")
    return f"{end:%H:%M:%S} {run['state_name'].lower()}: {message} ({run['total_run_time']:.1f} s)"


def _now() -> str:
    return datetime.now(UTC).isoformat()
