"""Bad members, bad records and bombs: each has its reason, and the rest is loaded."""

import gzip
import io
import json
import re
import stat
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from flows.lexicon import rows
from flows.store import sql
from flows.text.reading import Reason
from tests.landing.conftest import (
    OWN,
    ask,
    contents,
    ingest,
    jsonl,
    land,
    outcomes,
    packed,
    refusals,
    rejects,
    table_parquet,
)

ROOT = Path(__file__).parents[2]
STORY = OWN[0]
ROW = json.dumps({"text": STORY}, ensure_ascii=False)


def zip_of(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # duplicate names
        for name, raw in members:
            archive.writestr(name, raw)
    return out.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted(raw: bytes) -> bytes:
    """The archive `raw` of one member with its flag of encryption set, in both places."""
    at = raw.index(b"PK\x01\x02")
    raw = raw[:6] + bytes([raw[6] | 1]) + raw[7:]
    return raw[: at + 8] + bytes([raw[at + 8] | 1]) + raw[at + 9 :]


def broken_member(good: bytes) -> bytes:
    """An archive whose second member fails its checksum."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", good)
        archive.writestr("b.txt", good.replace(b"2021", b"2022"))
        archive.writestr("c.txt", good.replace(b"2021", b"2023"))
    return out.getvalue().replace(b"2022", b"2099")


TEXT = STORY.encode()
BOMB = zip_of(("bomb.txt", b"\0" * 20_000_000), ("a.txt", TEXT))
GZIPPED = gzip.compress(jsonl([{"text": text} for text in OWN] * 200))

# files that land, contents that come of them, reasons of what is refused
CASES: dict[str, tuple[Mapping[str, bytes], int, Mapping[str, str]]] = {
    "a zip bomb": ({"p.zip": BOMB}, 1, {"p.zip/bomb.txt": "too_dense"}),
    "a gzip bomb": (
        {"b.txt.gz": gzip.compress(b"\0" * 20_000_000)}, 0, {"b.txt.gz": "too_dense"},
    ),
    "a bomb of JSON lines": (
        {"b.jsonl.gz": gzip.compress((ROW + "\n").encode() + b"\n" * 20_000_000)},
        1,
        {"b.jsonl.gz": "too_dense"},
    ),
    "members that lead out": (
        {
            "p.zip": zip_of(
                ("../up.txt", TEXT), ("a/../../up.txt", TEXT), ("/root.txt", TEXT),
                ("C:\\w.txt", TEXT), ("..\\w.txt", TEXT), (link("l.txt"), b"/etc/passwd"),
                ("in/a.txt", TEXT),
            )
        },
        1,
        {
            "p.zip/../up.txt": "outside_landing",
            "p.zip/a/../../up.txt": "outside_landing",
            "p.zip//root.txt": "outside_landing",
            "p.zip/C:\\w.txt": "outside_landing",
            "p.zip/..\\w.txt": "outside_landing",
            "p.zip/l.txt": "outside_landing",
        },
    ),
    "an encrypted member": (
        {"p.zip": encrypted(zip_of(("a.txt", TEXT)))}, 0, {"p.zip/a.txt": "encrypted"},
    ),
    "two members of one name": (
        {"p.zip": zip_of(("a.txt", TEXT), ("a.txt", OWN[1].encode()))},
        1,
        {"p.zip/a.txt@2": "duplicate_member"},
    ),
    "a damaged member": (
        {"p.zip": broken_member(TEXT)}, 2, {"p.zip/b.txt": "corrupt"},
    ),
    "members of other kinds": (
        {"p.zip": zip_of(("a.pdf", b"%PDF"), ("a.txt", TEXT), (".hidden.txt", TEXT))},
        1,
        {"p.zip/a.pdf": "unsupported_format"},
    ),
    "an archive in an archive": (
        {"p.zip": zip_of(("in.zip", zip_of(("a.txt", TEXT))), ("a.txt", TEXT))},
        1,
        {"p.zip/in.zip": "nested_archive"},
    ),
    "a packed archive": (
        {"p.zip.gz": gzip.compress(zip_of(("a.txt", TEXT)))}, 0, {"p.zip.gz": "nested_archive"},
    ),
    "an empty archive": ({"p.zip": zip_of()}, 0, {"p.zip": "empty"}),
    "an archive cut off": ({"p.zip": zip_of(("a.txt", TEXT))[:-9]}, 0, {"p.zip": "corrupt"}),
    "an archive that is none": ({"p.zip": TEXT}, 0, {"p.zip": "corrupt"}),
    "a gzip cut off in a line": (
        {"d.jsonl.gz": GZIPPED[: len(GZIPPED) // 2]}, -1, {"d.jsonl.gz": "corrupt"},
    ),
    "a gzip that is none": ({"a.txt.gz": TEXT}, 0, {"a.txt.gz": "corrupt"}),
    "a gzip of nobody knows what": (
        {"a.gz": gzip.compress(TEXT)}, 0, {"a.gz": "unsupported_format"},
    ),
    "a parquet that is none": ({"t.parquet": TEXT}, 0, {"t.parquet": "corrupt"}),
    "a parquet cut off": (
        {"t.parquet": table_parquet([{"text": STORY}])[:-9]}, 0, {"t.parquet": "corrupt"},
    ),
    "a parquet damaged in the middle": (
        {"t.parquet": table_parquet([{"text": STORY}])[:40] + b"\xff" * 600
         + table_parquet([{"text": STORY}])[640:]},
        0,
        {"t.parquet": "corrupt"},
    ),
    "a parquet without rows": (
        {"t.parquet": table_parquet([{"text": STORY}][:0] or [{"text": None}])},
        0,
        {"t.parquet#1": "empty"},
    ),
    "a ragged row": (
        {"t.csv": b"title,text\n\xd8\xa3,\xd8\xa8\n\xd8\xa3\n\xd8\xa3,\xd8\xa8,\xd8\xac\n"},
        1,
        {"t.csv#2": "invalid_record", "t.csv#3": "invalid_record"},
    ),
    "a quotation mark that is not closed": (
        {"t.csv": 'text\n"أول"\n"ثان\nثالث\n'.encode()}, 1, {"t.csv#2": "invalid_record"},
    ),
    "a table without a text": (
        {"t.csv": b"name,size\na,1\n", "u.parquet": table_parquet([{"name": "a"}])},
        0,
        {"t.csv": "no_body_field", "u.parquet": "no_body_field"},
    ),
    "a table with a header alone": ({"t.csv": b"title,text\n"}, 0, {"t.csv": "empty"}),
    "an empty table": ({"t.csv": b""}, 0, {"t.csv": "empty"}),
    "invalid JSON in line 17": (
        {"d.jsonl": "".join([*[ROW + "\n"] * 16, '{"text": "\n', *[ROW + "\n"] * 3]).encode()},
        19,
        {"d.jsonl#17": "invalid_record"},
    ),
    "lines that are no objects": (
        {"d.jsonl": f'{ROW}\n7\n["a"]\nnull\n\n{ROW}'.encode()},
        2,
        {f"d.jsonl#{n}": "invalid_record" for n in (2, 3, 4)},
    ),
    "a line without a text": (
        {"d.jsonl": f'{{"note": 1}}\n{ROW}\n{{"text": null}}\n{{"size": 1}}'.encode()},
        1,
        {"d.jsonl#1": "no_body_field", "d.jsonl#3": "empty", "d.jsonl#4": "no_body_field"},
    ),
    "lines without any text": (
        {"d.jsonl": b'{"name": "a", "size": 1}\n' * 5000}, 0, {"d.jsonl": "no_body_field"},
    ),
    "a line in a code page": (
        {"d.jsonl": f"{ROW}\n".encode() + ROW.replace("\\n", " ").encode("windows-1256")}, 2, {},
    ),
    "a line of broken bytes": (
        {"d.jsonl": f"{ROW}\n".encode() + b'{"text": "\x80\x81\x8d\xff\xfe\xc0"}\n'},
        1,
        {"d.jsonl#2": "undecodable"},
    ),
    "half a character in JSON": (
        {"d.jsonl": b'{"text": "\\ud800"}\n' + ROW.encode()}, 1, {"d.jsonl#1": "undecodable"},
    ),
    "lines without end": (
        {"d.jsonl": b"[" * 3_000_000 + b"\n" + ROW.encode()}, 1, {"d.jsonl#1": "too_large"},
    ),
    "brackets without end": (
        {"d.jsonl": b"[" * 200_000 + b"\n" + ROW.encode()}, 1, {"d.jsonl#1": "invalid_record"},
    ),
    "an empty file of lines": ({"d.jsonl": b"\n\n"}, 0, {"d.jsonl": "empty"}),
    "an array cut off": (
        {"d.json": f"[{ROW}, {ROW}, {{\"text\": ".encode()}, 2, {"d.json#3": "invalid_record"},
    ),
    "an array without commas": (
        {"d.json": f"[{ROW} {ROW}]".encode()}, 1, {"d.json#2": "invalid_record"},
    ),
    "an empty document": (
        {"d.json": b" ", "e.json": b"[]", "f.json": b'{"articles": []}'},
        0,
        {"d.json": "empty", "e.json": "empty", "f.json": "no_body_field"},
    ),
    "a bad table cell in UTF-8": (
        {"t.csv": "text\nأول\n".encode() + b"\xff\xfe\xfd\n" + "ثالث\n".encode()},
        2,
        {"t.csv#2": "undecodable"},
    ),
    "a table in a code page": (
        {"t.csv": f'text\n"{STORY}"\n'.encode("windows-1256")}, 1, {},
    ),
    "a table with a byte order mark": ({"t.csv": "\ufeffنص\nخبر\n".encode()}, 1, {}),
    "a table in UTF-16": ({"t.csv": "نص\nخبر\n".encode("utf-16")}, 1, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_rest_is_read_beside(name: str, tmp_path: Path) -> None:
    files, count, reasons = CASES[name]
    seeds = land(tmp_path / "seeds", files)
    assert refusals(seeds, max_file_bytes=2_000_000) == reasons
    found = len(contents(seeds, max_file_bytes=2_000_000))
    assert found == count or (count < 0 and found > 100)


def test_a_table_without_a_text_names_the_columns_that_it_has(tmp_path: Path) -> None:
    [refusal] = outcomes(land(tmp_path, {"t.csv": b"name,size\na,1\n"}))[:1]
    assert "name, size" in refusal.detail  # type: ignore[union-attr]
    assert "AKHBAR_FIELDS" in refusal.remedy  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("rules", "files", "reasons"),
    [
        ({"max_members": 2}, {"p.zip": [("a", 9)] * 3}, {"p.zip": "too_many_members"}),
        ({"max_unpacked_bytes": 99}, {"p.zip": [("a", 60)] * 2}, {"p.zip": "too_large"}),
        ({"max_file_bytes": 50}, {"p.zip": [("a", 60)]}, {"p.zip/0a.txt": "too_large"}),
    ],
)
def test_limits_are_kept(
    rules: dict[str, int],
    files: Mapping[str, list[tuple[str, int]]],
    reasons: Mapping[str, str],
    tmp_path: Path,
) -> None:
    landed = {
        name: packed({f"{n}{stem}.txt": b"x" * size for n, (stem, size) in enumerate(members)})
        for name, members in files.items()
    }
    assert refusals(land(tmp_path, landed), **rules) == reasons


def test_a_gzip_that_unpacks_to_too_much_is_stopped(tmp_path: Path) -> None:
    seeds = land(tmp_path, {"d.jsonl.gz": GZIPPED})
    assert refusals(seeds, max_unpacked_bytes=200_000) == {"d.jsonl.gz": "too_large"}


def test_a_large_record_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    large = json.dumps({"text": "خبر " * 500_000}, ensure_ascii=False)
    seeds = land(tmp_path, {"d.jsonl": f"{large}\n{ROW}\n".encode()})
    assert refusals(seeds, max_file_bytes=1000) == {"d.jsonl#1": "too_large"}
    assert [one.seen.path for one in contents(seeds, max_file_bytes=1000)] == ["d.jsonl#2"]


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    seeds = land(tmp_path / "in" / "seeds", CASES["members that lead out"][0])
    before = sorted(tmp_path.rglob("*"))
    outcomes(seeds)
    assert sorted(tmp_path.rglob("*")) == before


def test_every_refusal_stands_among_the_rejects_and_the_rest_is_loaded(tmp_path: Path) -> None:
    names = ("a zip bomb", "invalid JSON in line 17", "a ragged row", "a parquet that is none")
    files = {name: raw for case in names for name, raw in CASES[case][0].items()}
    files["e.jsonl"] = b'{"text": "Not Arabic."}\n{"text": "\\u0000 \xd8\xae\xd8\xa8\xd8\xb1"}\n'
    ingest(land(tmp_path / "seeds", files), tmp_path / "w")
    assert rejects(tmp_path / "w") == {
        "d.jsonl#17": "invalid_record",
        "e.jsonl#1": "not_arabic",
        "e.jsonl#2": "binary",
        "p.zip/bomb.txt": "too_dense",
        "t.csv#2": "invalid_record",
        "t.csv#3": "invalid_record",
        "t.parquet": "corrupt",
    }
    assert ask(tmp_path / "w", "select count(*) from articles") == [(2,)]
    assert ask(tmp_path / "w", "select path, record_count, refused_count from containers") == [
        ("d.jsonl", 19, 1),
        ("e.jsonl", 2, 0),
        ("p.zip", 1, 1),
        ("t.csv", 1, 2),
        ("t.parquet", 0, 1),
    ]


def test_every_reason_is_listed_once_and_no_other() -> None:
    """The list that the README shows is the vocabulary of the check and of the readers."""
    listed = [row["reason"] for row in rows("reject_reasons")]
    vocabulary = sql.statement("checks/fail__words_come_from_their_vocabulary")
    words = vocabulary.split("'rejects.reason', unnest([")[1].split("])")[0]
    assert sorted(listed) == re.findall(r"'(\w+)'", words)
    readers = "".join(path.read_text("utf-8") for path in (ROOT / "flows" / "landing").glob("*.py"))
    raised = set(re.findall(r'Refused\(\s*"(\w+)"', readers)) | set(get_args(Reason))
    raised |= set(re.findall(r'^        "(unsupported_format|unreadable)",', readers, re.M))
    raised |= set(re.findall(r'^                "(unreadable)",', readers, re.M))
    assert raised == set(listed)
