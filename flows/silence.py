"""A step of `prefect deploy`: an automation that marks runs as crashed when they fall silent.

A run whose process and worker were killed together cannot say so. It sent a sign of life every
half minute (PREFECT_FLOWS_HEARTBEAT_FREQUENCY in prefect.yaml); when none came for ninety seconds,
the server marks it as crashed, and the next run of the deployment may begin.
"""

from prefect.settings import get_current_settings

from flows.api import Api

NAME = "akhbar: crash silent runs"
SILENT_SECONDS = 90


def crash_silent_runs() -> dict[str, str]:
    """Makes the automation, or brings it up to date; called by the build step of prefect.yaml."""
    api = Api(str(get_current_settings().api.url))
    where = {"automations": {"name": {"any_": [NAME]}}}
    for found in api.ask("/automations/filter", where):
        api.ask(f"/automations/{found['id']}", _AUTOMATION, "PUT")
        return {"automation": str(found["id"])}
    return {"automation": str(api.ask("/automations/", _AUTOMATION)["id"])}


_ENDS = ("Completed", "Failed", "Cancelled", "Crashed")
_AUTOMATION = {
    "name": NAME,
    "description": f"No sign of life for {SILENT_SECONDS} s: its process is gone.",
    "enabled": True,
    "trigger": {
        "type": "event",
        "posture": "Proactive",
        "after": ["prefect.flow-run.heartbeat"],
        "expect": [
            "prefect.flow-run.heartbeat",
            *(f"prefect.flow-run.{end}" for end in _ENDS),
        ],
        "match": {"prefect.resource.id": ["prefect.flow-run.*"]},
        "for_each": ["prefect.resource.id"],
        "threshold": 1,
        "within": SILENT_SECONDS,
    },
    "actions": [
        {
            "type": "change-flow-run-state",
            "state": "CRASHED",
            "message": f"No sign of life for {SILENT_SECONDS} s. The next run goes on from there.",
        }
    ],
}
