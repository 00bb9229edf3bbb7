"""Runs `akhbar` as often as it is asked to, each time as a process of its own, and kills it.

`python -m tests.faults.killing` imports the command once and forks it, as a kill is hardly worth
the seconds that the imports take. It reads a JSON line for each run, `[arguments, seconds]`; null
seconds let it live. It answers with the exit status, negative where a signal ended the process,
and the seconds that it lived. Arabic is read once before, but nothing is done that starts threads.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from flows import cli, pipeline, terminal
from flows.batch import parser_version, rows
from flows.report import writing
from flows.text.contents import read_content
from flows.text.entities import find_entities_of
from flows.text.entity_spans import Document
from flows.text.reading import Reading


def main() -> None:
    """Answers until nothing more is asked."""
    read_once()
    for line in sys.stdin:
        arguments, seconds = json.loads(line)
        print(json.dumps(run(arguments, seconds)), flush=True)


def read_once() -> None:
    """Has the lexicon in memory before the first fork."""
    assert pipeline and terminal and writing
    parser_version(6)
    content = read_content(
        "رويترز - عمّان\n\nقال الوزير محمد علي أمس: «وصلنا إلى عمّان في 3 مايو 2021».\n".encode()
    )
    assert isinstance(content.reading, Reading)
    parsed = rows.parse(rows.Origin("", "a.txt", ""), content)
    document = Document.of(parsed.reading.text)
    [entities] = find_entities_of([document])
    rows.quotes(parsed, document, entities)
    rows.dates(parsed, 6)
    rows.wordings(parsed)


def run(arguments: list[str], seconds: float | None) -> tuple[int, float]:
    """Runs the command, and kills it with all that it started after so many seconds."""
    began = time.monotonic()
    process = os.fork()
    if not process:
        become(arguments)
    if seconds is not None:
        time.sleep(seconds)
        # Not yet waited for: whether it lives or not, the number is still its own.
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - began


def become(arguments: list[str]) -> None:
    """The forked process: the command, as if it had been started so."""
    status = 1
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1):
            os.dup2(silence, stream)
        sys.argv = [str(Path(cli.__file__)), *arguments]
        cli.main()
    except SystemExit as end:
        status = int(end.code or 0)
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
