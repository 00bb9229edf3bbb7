"""What can be wrong with the landing folder and the clock: named, waited for, and made good."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO

import pytest

from flows import landing, pipeline
from flows.landing.places import Place
from flows.landing.streams import read_stream
from flows.settings import Settings
from tests.faults.conftest import STORY, ask, digests
from tests.promises.conftest import load

pytestmark = pytest.mark.usefixtures("without_report")

NAMES = {
    "255 bytes of Arabic": "خ" * 125 + "a.txt",
    "a newline": "خبر\nعاجل.txt",
    "quotes": "خبر 'أول' \"ثان\"; drop table articles --.txt",
    "nothing but marks of direction": "\u202e\u200f.txt",
}


@pytest.fixture
def named(settings: Settings) -> Settings:
    (settings.seeds / "new.txt").unlink()
    for number, name in enumerate(NAMES.values()):
        story = STORY.replace("الأول", f"رقم {number}").replace("المزارعين", f"{number} قرية")
        (settings.seeds / name).write_text(story, encoding="utf-8")
    return settings


def test_every_name_that_a_disk_allows_is_kept_as_it_is(named: Settings) -> None:
    pipeline.ingest(named)
    paths = {path for (path,) in ask(named, "select path from files")}
    assert set(NAMES.values()) <= paths


def test_a_file_that_changes_while_it_is_read_is_read_when_it_is_whole(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = settings.seeds / "new.txt"

    def read_while_it_grows(file: BinaryIO, place: Place) -> Iterator[landing.Outcome]:
        yield from read_stream(file, place)
        with new.open("a", encoding="utf-8") as grown:
            grown.write("وأضافت أن الخطة تبدأ في الربيع.\n")

    monkeypatch.setattr("flows.landing.reading.read_stream", read_while_it_grows)
    assert load(settings).kept_count == 0
    monkeypatch.undo()
    assert pipeline.ingest(settings).kept_count == 1
    byte_count = "select byte_count from files where path = 'new.txt'"
    assert ask(settings, byte_count) == [(new.stat().st_size,)]


def test_a_file_from_the_future_is_loaded_and_one_of_1970_too(settings: Settings) -> None:
    os.utime(settings.seeds / "new.txt", (time.time() + 10**8,) * 2)
    old = settings.seeds / "old.txt"
    old.write_text(STORY.replace("الوزارة", "الحكومة"), encoding="utf-8")
    os.utime(old, (0, 0))
    patient = settings.model_copy(update={"settle_seconds": 0.1})
    assert pipeline.ingest(patient).kept_count == 2


def test_a_clock_set_back_leaves_the_newest_version_current(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class LastYear(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "LastYear":  # noqa: ANN401
            past = datetime.now(UTC) - timedelta(days=365)
            return cls.fromtimestamp(past.timestamp(), tz)

    (settings.seeds / "new.txt").unlink()
    load(settings)
    (settings.seeds / "new.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(pipeline, "datetime", LastYear)
    assert load(settings).kept_count == 1
    (settings.seeds / "new.txt").write_text(STORY + "\nوانتهى الخبر.\n", encoding="utf-8")
    assert pipeline.ingest(settings).superseded_count == 1
    current = "select count(*) from article_versions where path = 'new.txt' and is_current"
    assert ask(settings, current) == [(1,)]
    digests(settings)
