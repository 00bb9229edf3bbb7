"""A file that changes becomes a new version: articles shows the current one alone."""

from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings
from tests.landing.conftest import OWN, ask, digests, ingest, jsonl, land, load

A = OWN[0]
B = A.replace("ويستمر", "و").replace("مجاني", "بتذكرة") + "أضيف هذا السطر لاحقا.\n"
VERSIONS = (
    "select path, version_no, is_current, added_line_count, removed_line_count,"
    " article_id is not null from article_versions order by path, version_no, is_current"
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """a.txt changes, changes back and is removed; a keyed record changes and moves."""
    root = tmp_path_factory.mktemp("versions")
    record = {"id": "7", "text": OWN[1]}
    seeds = land(root / "seeds", {"a.txt": A.encode(), "d.jsonl": jsonl([record])})
    load(seeds, root / "w")
    other, newer = {"id": "8", "text": OWN[2]}, {"id": "7", "text": f"عاجل\n{OWN[1]}"}
    land(seeds, {"a.txt": B.encode(), "d.jsonl": jsonl([other, newer])})
    load(seeds, root / "w")
    land(seeds, {"a.txt": A.encode()})
    load(seeds, root / "w")
    (seeds / "a.txt").unlink()
    ingest(seeds, root / "w")
    return root / "w"


def test_each_version_stands_in_its_place(changed: Path) -> None:
    assert ask(changed, VERSIONS) == [
        ("a.txt", 1, False, 0, 0, True),
        ("a.txt", 2, False, 2, 1, True),
        ("a.txt", 3, True, 1, 2, True),
        ("d.jsonl#1", 1, False, 0, 0, True),
        ("d.jsonl#1", 1, True, 0, 0, True),
        ("d.jsonl#2", 2, True, 1, 0, True),
    ]


def test_versions_follow_one_another_in_time(changed: Path) -> None:
    rows = ask(
        changed,
        "select valid_from < coalesce(valid_to, 'infinity'), valid_to = lead(valid_from) over"
        " (order by version_no) from article_versions where path = 'a.txt' order by version_no",
    )
    assert rows == [(True, True), (True, True), (True, None)]


def test_the_lines_that_came_and_went_are_proved_by_their_offsets(changed: Path) -> None:
    changes = ask(
        changed,
        "select version_no, change, text from version_changes where path = 'a.txt' and"
        " version_no = 2 order by change, line_no",
    )
    lines_of_a, lines_of_b = A.splitlines(), B.splitlines()
    assert changes == [
        *((2, "added", line) for line in lines_of_b if line not in lines_of_a),
        *((2, "removed", line) for line in lines_of_a if line not in lines_of_b),
    ]
    whole = "select file_id, string_agg(text || ending, '' order by line_no, segment_no) from lines"
    texts = dict(ask(changed, f"{whole} group by file_id"))
    for file_id, start, end, text in ask(
        changed, "select file_id, char_start, char_end, text from version_changes"
    ):
        assert str(texts[file_id])[start:end] == text  # type: ignore[misc]


def test_articles_shows_the_current_version_alone(changed: Path) -> None:
    found = ask(
        changed, "select count(*), count(*) filter (where status = 'superseded') from files"
    )
    assert found == [(5, 2)]
    assert ask(changed, "select count(*) from articles") == [(3,)]


def test_a_rebuild_tells_the_same_history(changed: Path, tmp_path: Path) -> None:
    before = digests(changed)
    (changed / "news.duckdb").unlink()
    pipeline.rebuild(Settings(seeds=tmp_path / "none", warehouse=changed, workers=1))
    assert digests(changed) == before
