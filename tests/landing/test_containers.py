"""A container is read once, and again when it changes; its records have histories like files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import duckdb
import pytest

from flows import landing, pipeline
from flows.landing.places import Place
from flows.landing.streams import read_stream
from flows.settings import Settings
from tests.landing.conftest import (
    OWN,
    digests,
    ingest,
    jsonl,
    land,
    load,
    packed,
    table_csv,
)


def keep(seeds: Path, warehouse: Path, **more: object) -> pipeline.Run:
    """The first step of a run alone: what lands is kept, nothing is read or published."""
    settings = Settings(
        seeds=seeds,
        warehouse=warehouse,
        settle_seconds=0,
        **more,  # type: ignore[arg-type]
    )
    with pipeline.writing(settings) as run:
        pipeline.keep_new(run)
    return run


def ledger(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(warehouse / "ledger.duckdb") as connection:
        return connection.execute(query).fetchall()


def state(warehouse: Path) -> list[tuple[object, ...]]:
    """Addresses with what stood there, and whether it still counts."""
    return ledger(
        warehouse,
        "select path, split_part(decode(raw), chr(10), 1), is_current"
        " from arrivals join files using (file_id) order by all",
    )


def refused(warehouse: Path) -> dict[object, object]:
    return dict(ledger(warehouse, "select path, reason from refusals order by path"))


def first(text: str) -> str:
    return text.splitlines()[0]


def keyed(*texts: str) -> list[dict[str, object]]:
    return [{"id": first(text), "text": text} for text in texts]


A, B, C, D = (OWN[n] for n in range(4))


def test_an_unchanged_container_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}, {"text": B}])})
    assert keep(seeds, tmp_path / "w").kept_count == 2
    monkeypatch.setattr("flows.landing.reading.read_stream", lambda *_: 1 / 0)
    again = keep(seeds, tmp_path / "w")
    assert (again.kept_count, again.seen_count) == (0, 1)


def test_it_is_read_again_by_other_rules(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.csv": table_csv([{"kalam": A}])})
    keep(seeds, tmp_path / "w")
    assert refused(tmp_path / "w") == {"d.csv": "no_body_field"}
    assert keep(seeds, tmp_path / "w", fields={"body": "kalam"}).kept_count == 1
    assert refused(tmp_path / "w") == {}


def test_only_new_records_of_a_grown_container_become_contents(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}, {"text": B}])})
    load(seeds, tmp_path / "w")
    land(seeds, {"d.jsonl": jsonl([{"text": A}, {"text": B}, {"text": C}])})
    again = ingest(seeds, tmp_path / "w")
    assert (again.kept_count, again.parsed_count, again.article_count) == (1, 1, 3)
    ingest(seeds, tmp_path / "at_once")
    assert digests(tmp_path / "w") == digests(tmp_path / "at_once")


def test_a_record_without_a_key_is_known_by_its_place(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}, {"text": B}])})
    keep(seeds, tmp_path / "w")
    land(seeds, {"d.jsonl": jsonl([{"text": A}, {"text": C}, {"text": D}])})
    keep(seeds, tmp_path / "w")
    assert state(tmp_path / "w") == [
        ("d.jsonl#1", first(A), True),
        ("d.jsonl#2", first(B), False),
        ("d.jsonl#2", first(C), True),
        ("d.jsonl#3", first(D), True),
    ]


def test_a_record_with_a_key_is_known_wherever_it_stands(tmp_path: Path) -> None:
    """A window that moves on drops no article; a record that changes supersedes its old text."""
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl(keyed(A, B))})
    keep(seeds, tmp_path / "w")
    changed = [{"id": first(B), "text": f"عاجل\n{B}"}]
    land(seeds, {"d.jsonl": jsonl([*changed, *keyed(C)])})
    keep(seeds, tmp_path / "w")
    assert set(state(tmp_path / "w")) == {
        ("d.jsonl#1", first(A), True),
        ("d.jsonl#1", "عاجل", True),
        ("d.jsonl#2", first(B), False),
        ("d.jsonl#2", first(C), True),
    }


def test_a_record_that_moves_stays_one_content(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}, {"text": B}])})
    keep(seeds, tmp_path / "w")
    land(seeds, {"d.jsonl": jsonl([{"text": C}, {"text": A}, {"text": B}])})
    assert keep(seeds, tmp_path / "w").kept_count == 1
    current = {(path, text) for path, text, is_current in state(tmp_path / "w") if is_current}
    assert current == {("d.jsonl#1", first(C)), ("d.jsonl#2", first(A)), ("d.jsonl#3", first(B))}


@pytest.mark.parametrize("size", [1, 500])
def test_two_records_of_one_key_stand_beside_each_other(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever batch they fall into: neither is taken for a version of the other."""
    monkeypatch.setattr(pipeline, "PAGE_SIZE", size)
    records = [{"id": "1", "text": A}, {"id": "1", "text": B}]
    keep(land(tmp_path / "seeds", {"d.jsonl": jsonl(records)}), tmp_path / "w")
    assert state(tmp_path / "w") == [("d.jsonl#1", first(A), True), ("d.jsonl#2", first(B), True)]


def test_a_record_that_is_mended_leaves_the_rejects(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": b'{"text"\n' + jsonl([{"text": B}]) + b"{"})
    keep(seeds, tmp_path / "w")
    assert refused(tmp_path / "w") == dict.fromkeys(("d.jsonl#1", "d.jsonl#3"), "invalid_record")
    land(seeds, {"d.jsonl": jsonl([{"text": A}, {"text": B}])})
    keep(seeds, tmp_path / "w")
    assert refused(tmp_path / "w") == {}


def test_a_container_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}])})

    def read_while_it_grows(file: BinaryIO, place: Place) -> Iterator[landing.Outcome]:
        yield from read_stream(file, place)
        with (seeds / "d.jsonl").open("ab") as grown:
            grown.write(jsonl([{"text": B}]))

    monkeypatch.setattr("flows.landing.reading.read_stream", read_while_it_grows)
    keep(seeds, tmp_path / "w")
    assert ledger(tmp_path / "w", "select path from containers") == []
    monkeypatch.undo()
    assert keep(seeds, tmp_path / "w").kept_count == 1
    assert ledger(tmp_path / "w", "select record_count from containers") == [(2,)]


def test_a_run_killed_in_the_middle_of_a_container_reads_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = {f"{number}.txt": text.encode() for number, text in enumerate(OWN)}
    seeds = land(tmp_path / "seeds", {"p.zip": packed(members)})

    def stop(_step: str, done: int, _total: int | None) -> None:
        if done:
            raise KeyboardInterrupt

    settings = Settings(seeds=seeds, warehouse=tmp_path / "w", settle_seconds=0, workers=1)
    monkeypatch.setattr(pipeline, "PAGE_SIZE", 2)
    with pytest.raises(KeyboardInterrupt), pipeline.writing(settings) as run:
        pipeline.keep_new(run, stop)
    assert len(state(tmp_path / "w")) == 2
    assert keep(seeds, tmp_path / "w").kept_count == 3
    keep(seeds, tmp_path / "at_once")
    assert state(tmp_path / "w") == state(tmp_path / "at_once")


def test_one_file_may_be_named_instead_of_a_folder(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}]), "b.txt": B.encode()})
    keep(seeds / "d.jsonl", tmp_path / "w")
    assert state(tmp_path / "w") == [("d.jsonl#1", first(A), True)]
    assert keep(seeds, tmp_path / "w").kept_count == 1


def test_a_file_that_is_called_like_a_record_is_not_taken_for_one(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"d.jsonl": jsonl([{"text": A}]), "d.jsonl#1": B.encode()})
    keep(seeds, tmp_path / "w")
    assert refused(tmp_path / "w") == {"d.jsonl\\x231": "unsupported_format"}
    assert state(tmp_path / "w") == [("d.jsonl#1", first(A), True)]


def test_what_was_refused_is_looked_at_again_without_publishing_again(tmp_path: Path) -> None:
    """Permissions and limits change without a trace in the file."""
    seeds = land(tmp_path / "seeds", {"a.txt": A.encode(), "b.pdf": b"%PDF"})
    assert ingest(seeds, tmp_path / "w", max_file_bytes=9).reject_count == 2
    assert not ingest(seeds, tmp_path / "w", max_file_bytes=9).is_published
    assert ingest(seeds, tmp_path / "w").reject_count == 1


def test_what_cannot_be_read_for_now_keeps_its_last_text(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"a.txt": A.encode()})
    keep(seeds, tmp_path / "w")
    (seeds / "a.txt").unlink()
    (seeds / "a.txt").symlink_to(seeds / "nowhere")
    keep(seeds, tmp_path / "w")
    assert refused(tmp_path / "w") == {"a.txt": "unreadable"}
    assert state(tmp_path / "w") == [("a.txt", first(A), True)]


def test_a_ledger_from_before_there_were_containers_is_taken_over(tmp_path: Path) -> None:
    seeds = land(tmp_path / "seeds", {"a.txt": A.encode()})
    keep(seeds, tmp_path / "w")
    ledger(tmp_path / "w", "drop table records; drop table containers; select 1")
    land(seeds, {"d.json": json.dumps([{"text": B}]).encode()})
    assert keep(seeds, tmp_path / "w").kept_count == 1
