"""The server's answers, and what is said when there is none."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from flows.api import Api, Unreachable


class Echo(BaseHTTPRequestHandler):
    """Answers what it was asked; says no to /broken and nonsense to /nonsense."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(500 if self.path == "/broken" else 200)
        self.end_headers()
        answer = {"path": self.path, "body": json.loads(body) if body else None}
        self.wfile.write(b"<html>" if self.path == "/nonsense" else json.dumps(answer).encode())

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"true")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def api() -> Iterator[Api]:
    with HTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Api(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


def test_answers_are_what_the_server_says(api: Api) -> None:
    assert api.ask("/runs", {"limit": 1}) == {"path": "/runs", "body": {"limit": 1}}
    assert api.is_healthy()


@pytest.mark.parametrize(("path", "reason"), [("/broken", "answers 500"), ("/nonsense", "no Pref")])
def test_an_answer_that_is_none_is_named(api: Api, path: str, reason: str) -> None:
    with pytest.raises(Unreachable, match=reason):
        api.ask(path)


def test_no_server_at_all_is_named_with_a_remedy() -> None:
    api = Api("http://127.0.0.1:1/api")
    assert not api.is_healthy()
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:1/api: no Prefect server answers.*Start"):
        api.ask("/health", method="GET")
