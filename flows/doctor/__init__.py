"""`akhbar doctor`: what is wrong with a warehouse, in plain words, and one remedy for each.

It changes nothing, takes no lock, and looks even where the pipeline would give up.
"""

from collections.abc import Callable, Iterator

from flows.api import Api
from flows.doctor.findings import Finding
from flows.doctor.folders import look_at_landing, look_at_warehouse
from flows.doctor.public import look_at_public
from flows.doctor.state import look_at_ledger, look_at_writer
from flows.doctor.waiting import look_at_waiting
from flows.settings import Settings
from flows.store.lock import holder_of

__all__ = ["Finding", "examine"]


def examine(settings: Settings, api_url: str | None) -> list[Finding]:
    """All findings, in the order in which an article passes; `api_url` is None for no server."""
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        look_at_landing,
        look_at_waiting,
        look_at_warehouse,
        look_at_writer,
        look_at_ledger,
        look_at_public,
    )
    found = [finding for look in looks for finding in look(settings)]
    return [*found, *_server(settings, api_url)]


def _server(settings: Settings, api_url: str | None) -> Iterator[Finding]:
    if holder := holder_of(settings.service_folder / ".lock"):
        yield Finding("ok", f"`akhbar serve` is at work ({holder})")
    if api_url is None:
        return
    if Api(api_url).is_healthy():
        yield Finding("ok", f"{api_url}: the Prefect server answers")
    else:
        yield Finding(
            "wrong",
            f"{api_url}: no Prefect server answers there",
            "Start it, or unset PREFECT_API_URL if none is wanted.",
        )
