"""How the tests are run: the whole suite in two processes, everything else in one."""

import os

import pytest

# The tests start the command more than a hundred times: what it imports is compiled only once.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two for `uv run pytest`; benchmarks, marked suites and single files stay in one."""
    is_whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    is_marked = not config.getoption("markexpr", "").startswith("not ")
    if config.getoption("benchmark_only", False) or is_marked or not is_whole:
        return 0
    return min(2, os.cpu_count() or 1)
