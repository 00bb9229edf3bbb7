"""Asks a Prefect server over HTTP, without the five seconds that importing Prefect takes."""

import json
import urllib.error
import urllib.request
from typing import Any

from flows.errors import AkhbarError


class Unreachable(AkhbarError):
    """No server answers there, or it answers that something is wrong."""


class Api:
    """A Prefect server's API, such as http://127.0.0.1:4200/api."""

    def __init__(self, url: str) -> None:
        """No proxy stands between us and a server on this machine."""
        self.url = url
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(self, path: str, body: object = None, method: str = "POST") -> Any:  # noqa: ANN401
        """What the server answers to `body` on `path`; raises Unreachable when it does not."""
        request = urllib.request.Request(
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        try:
            with self._opener.open(request, timeout=30) as response:
                text = response.read()
            return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            reason = f"the Prefect server answers {error.code} to {method} {path}"
            raise Unreachable(self.url, reason, "Its log says more.") from error
        except (OSError, ValueError) as error:
            raise Unreachable(
                self.url,
                f"no Prefect server answers ({error})",
                "Start one with `akhbar serve` or `prefect server start`, or set PREFECT_API_URL.",
            ) from error

    def is_healthy(self) -> bool:
        """Whether the server is up."""
        try:
            return self.ask("/health", method="GET") is True
        except Unreachable:
            return False
