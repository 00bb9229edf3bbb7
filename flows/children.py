"""Child processes of a service: started in a group of their own, watched, and ended to the last."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.errors import AkhbarError

_GRACE_SECONDS = 15.0
_MOST_LOG_BYTES = 10 * 2**20
_MOST_DEATHS, _DEATHS_WITHIN_SECONDS = 3, 600.0


class Child:
    """A Python module that runs beside us; what it prints goes into its log file."""

    def __init__(
        self, name: str, module: Sequence[str], environment: Mapping[str, str], log: Path
    ) -> None:
        """Starts `module`, given with its arguments; `name` is what people call it."""
        self.name = name
        self.log = log
        self._module = tuple(module)
        self._environment = dict(environment)
        self._deaths: deque[float] = deque(maxlen=_MOST_DEATHS)
        self._start()

    def is_alive(self) -> bool:
        """Whether it still runs; keeps its log short by the way."""
        if self.log.stat().st_size > _MOST_LOG_BYTES:
            os.truncate(self.log, 0)
        return self._process.poll() is None

    def start_again(self) -> str:
        """Starts it anew after it has died; a sentence that says so.

        Raises AkhbarError if it dies again and again.
        """
        death = f"the {self.name} has died ({_ending(self._process.returncode)})"
        self.end()
        now = time.monotonic()
        self._deaths.append(now)
        if len(self._deaths) == _MOST_DEATHS and now - self._deaths[0] < _DEATHS_WITHIN_SECONDS:
            raise AkhbarError(
                self.log,
                f"{death}, {_MOST_DEATHS} times within ten minutes",
                "Its last lines say why.",
            )
        self._start()
        return f"{death}; it is started again"

    def end(self) -> None:
        """Ends it with all that it has started: asks first, and then does not ask."""
        for end in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, end)
                self._process.wait(_GRACE_SECONDS)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        self._process.wait()
        self._tether.close()

    def _start(self) -> None:
        reading_end, writing_end = os.pipe()
        self._tether = os.fdopen(writing_end, "wb")
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.tether", str(reading_end), *self._module],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=(reading_end,),
                # Ctrl-C in the terminal is for us: we end our children in the right order.
                start_new_session=True,
            )
        os.close(reading_end)


def _ending(status: int) -> str:
    if status < 0:
        return f"killed by {signal.Signals(-status).name}"
    return f"exit status {status}"
