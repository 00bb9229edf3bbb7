"""What lands is noticed wherever it lands, and what lands together is one burst."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import watching
from flows.watching import LONGEST_SECONDS, QUIET_SECONDS, Burst, changes


@pytest.mark.parametrize(
    ("seconds", "now", "is_over"),
    [
        ([0.0], QUIET_SECONDS - 0.1, False),
        ([0.0], QUIET_SECONDS, True),
        ([0.0, 1.0, 2.0], 2.5, False),
        ([0.0, 1.0, 2.0], 2.0 + QUIET_SECONDS, True),
        ([float(second) for second in range(int(LONGEST_SECONDS) + 1)], LONGEST_SECONDS, True),
        ([], 1000.0, False),
    ],
    ids=["just landed", "quiet", "still landing", "quiet at last", "never quiet", "nothing"],
)
def test_a_burst_is_over_when_the_folder_is_quiet(
    seconds: list[float], now: float, is_over: bool
) -> None:
    burst = Burst()
    for second in seconds:
        burst.note(1, second)
    assert burst.is_over(now) is is_over


def test_a_burst_that_was_taken_begins_anew() -> None:
    burst = Burst()
    burst.note(500, 0.0)
    assert burst.take() == 500
    burst.note(1, 100.0)
    assert not burst.is_over(100.0 + QUIET_SECONDS - 0.1)
    assert burst.is_over(100.0 + QUIET_SECONDS)


@pytest.fixture
def looks(tmp_path: Path) -> Iterator[Iterator[int]]:
    """The looks at a folder `seeds` that is being watched already."""
    (tmp_path / "seeds" / "outlet").mkdir(parents=True)
    stop = threading.Event()
    found = changes(tmp_path / "seeds", stop)
    assert next(found) == 1, "what arrived before is a change"
    yield found
    stop.set()
    assert sum(found) == 0


def write(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("خبر\n", encoding="utf-8")


def append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("تتمة\n")


@pytest.mark.parametrize(
    ("name", "count"),
    [("new.txt", 1), ("outlet/new.txt", 1), ("صحيفة/خبر.txt", 1), (".new.txt.part", 0)],
    ids=["in the folder", "in a subfolder", "in a new folder", "hidden"],
)
def test_arrivals_are_noticed_and_hidden_names_are_not(
    looks: Iterator[int], tmp_path: Path, name: str, count: int
) -> None:
    write(tmp_path / "seeds" / name)
    assert (sum(next(looks) for _ in range(2)) > 0) == (count > 0)


@pytest.mark.parametrize(
    ("act", "is_noticed"),
    [(append, True), (lambda path: path.rename(path.with_name("other.txt")), True)],
    ids=["appended", "renamed"],
)
def test_changes_of_a_known_file_are_noticed(
    looks: Iterator[int], tmp_path: Path, act: Callable[[Path], object], is_noticed: bool
) -> None:
    write(tmp_path / "seeds" / "known.txt")
    assert sum(next(looks) for _ in range(2))
    act(tmp_path / "seeds" / "known.txt")
    assert bool(sum(next(looks) for _ in range(2))) is is_noticed


def test_removal_is_no_arrival(looks: Iterator[int], tmp_path: Path) -> None:
    write(tmp_path / "seeds" / "known.txt")
    assert sum(next(looks) for _ in range(2))
    (tmp_path / "seeds" / "known.txt").unlink()
    assert sum(next(looks) for _ in range(2)) == 0


def test_a_folder_that_went_away_is_watched_again_when_it_is_back(
    looks: Iterator[int], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "seeds")
    assert sum(next(looks) for _ in range(3)) == 0
    write(tmp_path / "seeds" / "new.txt")
    assert sum(next(looks) for _ in range(2)) > 0
    write(tmp_path / "seeds" / "newer.txt")
    assert sum(next(looks) for _ in range(2)) > 0


def test_where_the_system_cannot_tell_changes_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = watching.watch

    def watch(folder: Path, **options: object) -> object:
        asked.append(options["force_polling"])
        if not options["force_polling"]:
            raise OSError(28, "inotify watch limit reached")
        return real(folder, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "watch", watch)
    monkeypatch.setattr(watching, "_POLL_MS", 100)
    stop = threading.Event()
    found = changes(tmp_path, stop)
    assert next(found) == 1
    write(tmp_path / "new.txt")
    assert sum(next(found) for _ in range(4)) > 0
    stop.set()
    assert asked == [None, True]
