"""Runs a Python module as a child that ends when its parent does, even if that is killed.

`python -m flows.tether FD MODULE ARGUMENT …`: FD is the reading end of a pipe whose other end only
the parent holds. It says nothing as long as the parent lives, and is at its end when it does not.
"""

import os
import runpy
import signal
import sys
import threading
import time

_GRACE_SECONDS = 5


def main() -> None:
    """Becomes the module that the command line names, in a thread's watch."""
    pipe, module, *arguments = sys.argv[1:]
    threading.Thread(target=_end_with_parent, args=(int(pipe),), daemon=True).start()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _end_with_parent(pipe: int) -> None:
    os.read(pipe, 1)
    # The whole group: what this process has started must not outlive it either.
    os.killpg(0, signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
