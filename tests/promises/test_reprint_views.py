"""The views on reprints count what an analyst would count by hand."""

import random
from collections.abc import Iterator

import pytest

from flows.store.reader import Reader, open_public
from tests.promises.conftest import ingest

VOCABULARY = [f"{first}{second}ات" for first in "بتثجحخدذرز" for second in "سشصضطظعغفقكلمن"]


def words(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=length)


def page(headline: str, day: str, body: list[str]) -> str:
    sentences = [" ".join(body[at : at + 25]) + "." for at in range(0, len(body), 25)]
    return f"{headline}\n{day}\n\n" + "\n".join(sentences) + "\n"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Reuters reports; al-Riyadh cuts it a day later; Okaz draws on it two days later."""
    root = tmp_path_factory.mktemp("reprints")
    wire = words(1)
    pages = {
        "reuters/wire.txt": page("خبر الوكالة", "السبت 21 مايو 2016", wire),
        "alriyadh/cut.txt": page("عنوان الصحيفة", "الأحد 22 مايو 2016", wire[:150]),
        "alriyadh/own.txt": page("خبر آخر", "الأحد 22 مايو 2016", words(2)),
        "okaz/drawn.txt": page(
            "تحقيق", "الاثنين 23 مايو 2016", [*words(3, 60), *wire[50:150], *words(4, 20)]
        ),
    }
    for name, text in pages.items():
        (root / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / name).write_text(text, "utf-8")
    ingest(root / "seeds", root / "w")
    with open_public(root / "w" / "news.duckdb") as opened:
        yield opened


def test_the_graph_tells_who_reprints_whom_and_how_late(reader: Reader) -> None:
    _, rows = reader.ask(
        "select from_source_id, to_source_id, relation, text_count, median_lag_days, "
        "round(mean_kept_share, 2) from reprint_graph"
    )
    assert sorted(rows) == [
        ("reuters", "alriyadh", "copy", 1, 1.0, 0.75),
        ("reuters", "okaz", "reuse", 1, 2.0, 0.5),
    ]


def test_what_a_reprint_cut_is_shown(reader: Reader) -> None:
    _, [(change, word_count, text)] = reader.ask(
        "select change, word_count, text from reprint_changes"
    )
    assert (change, word_count) == ("cut", 50)
    assert text.replace(".", "").split() == words(1)[150:]


def test_the_share_of_agency_copy_is_that_of_each_outlet(reader: Reader) -> None:
    _, rows = reader.ask(
        "select source_id, text_count, credited_count, drawn_count, copy_count, agency_share "
        "from agency_copy"
    )
    assert sorted(rows) == [("alriyadh", 2, 1, 0, 1, 0.5), ("okaz", 1, 0, 1, 0, 1.0)]
