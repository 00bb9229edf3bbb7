"""`akhbar watch`: tells a Prefect server that files have arrived; a deployment is run by that.

The event only makes it quick: the flow looks through the folder itself, and a sweep on a schedule
finds what arrived while nobody watched.
"""

import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from flows.api import Api, Unreachable
from flows.settings import Settings
from flows.stopping import until_told
from flows.watching import Burst, changes, require_folder

EVENT = "seed.arrived"


def watch(settings: Settings, api: Api, say: Callable[[str], None]) -> None:
    """Watches until SIGINT or SIGTERM; while no server answers, what has arrived waits."""
    require_folder(settings.seeds)
    with until_told() as stop:
        say(f"watches {settings.seeds} for {api.url}")
        burst, is_reachable = Burst(), True
        for count in changes(settings.seeds, stop):
            burst.note(count, time.monotonic())
            if not burst.is_over(time.monotonic()):
                continue
            try:
                emit(api, settings, burst.count)
            except Unreachable as error:
                if is_reachable:
                    say(str(error))
                is_reachable = False
            else:
                is_reachable = True
                say(f"{datetime.now().astimezone():%H:%M:%S} told of {burst.take():,} changes")
        say("ending")


def emit(api: Api, settings: Settings, count: int) -> None:
    """Sends one event `seed.arrived` for the landing folder."""
    folder = settings.seeds.resolve()
    event = {
        "id": str(uuid.uuid4()),
        "occurred": datetime.now(UTC).isoformat(),
        "event": EVENT,
        "resource": {
            "prefect.resource.id": f"akhbar.landing.{folder.name}",
            "prefect.resource.name": str(folder),
        },
        "payload": {"change_count": count},
    }
    api.ask("/events", [event])
