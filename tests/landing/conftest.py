"""Ten articles, and a writer for each format in which they may land."""

import csv
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from flows import landing, pipeline
from flows.store.reader import open_public
from tests.promises import conftest as promises

ROOT = Path(__file__).parents[2]
_CITIES = ("طنجة", "صفاقس", "طرابلس", "المنصورة", "حلب")
OWN = [
    f"افتتاح معرض الكتاب في {city}\n"
    f"الثلاثاء {day} آذار/مارس 2021\n"
    f"افتتح وزير الثقافة أمس معرض الكتاب في {city} بحضور {day} ناشرا من سبعة بلدان عربية.\n"
    f"وقال الوزير في كلمته إن المعرض يستمر حتى نهاية الشهر، وإن الدخول إليه مجاني في {city}.\n"
    f"المصدر: رويترز\n"
    for day, city in enumerate(_CITIES, 2)
]
TEN = [seed.read_text("utf-8") for seed in sorted((ROOT / "seeds").glob("*.txt"))] + OWN
Records = list[Mapping[str, object]]


def jsonl(records: Records) -> bytes:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records).encode()


def table_csv(records: Records, delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def table_parquet(records: Records) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist([dict(one) for one in records]), out, row_group_size=4)
    return out.getvalue()


def packed(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def texts() -> dict[str, bytes]:
    return {f"{number:02}.txt": text.encode() for number, text in enumerate(TEN)}


def rows() -> Records:
    return [{"text": text} for text in TEN]


def page(text: str, head: str = "") -> bytes:
    lines = [html.escape(line, quote=False) for line in text.splitlines() if line.strip()]
    body = f"<h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">{head}</head>'
        f"<body><article>{body}</article></body></html>"
    ).encode()


FORMATS: dict[str, Callable[[], Mapping[str, bytes]]] = {
    "json array": lambda: {"ten.json": json.dumps(rows()).encode()},
    "json object with one array": lambda: {
        "ten.json": json.dumps({"status": "ok", "articles": rows()}).encode()
    },
    "json, one object a file": lambda: {
        f"{number:02}.json": json.dumps(row).encode() for number, row in enumerate(rows())
    },
    "jsonl": lambda: {"ten.jsonl": jsonl(rows())},
    "ndjson, with a byte order mark": lambda: {"ten.ndjson": b"\xef\xbb\xbf" + jsonl(rows())},
    "jsonl in UTF-16": lambda: {"ten.jsonl": jsonl(rows()).decode().encode("utf-16")},
    "csv": lambda: {"ten.csv": table_csv(rows())},
    "csv with semicolons": lambda: {"ten.csv": table_csv(rows(), ";")},
    "csv with an Arabic header": lambda: {
        "ten.csv": table_csv([{"رقم": n, "نص المقال": text} for n, text in enumerate(TEN)])
    },
    "tsv": lambda: {"ten.tsv": table_csv(rows(), "\t")},
    "parquet": lambda: {"ten.parquet": table_parquet(rows())},
    "txt.gz": lambda: {f"{name}.gz": gzip.compress(raw) for name, raw in texts().items()},
    "jsonl.gz": lambda: {"ten.jsonl.gz": gzip.compress(jsonl(rows()))},
    "parquet.gz": lambda: {"ten.parquet.gz": gzip.compress(table_parquet(rows()))},
    "zip of txt": lambda: {"ten.zip": packed(texts())},
    "zip of jsonl": lambda: {"ten.zip": packed({"in/ten.jsonl": jsonl(rows())})},
    "zip of parquet": lambda: {"ten.zip": packed({"ten.parquet": table_parquet(rows())})},
    "zip of csv.gz": lambda: {"ten.zip": packed({"ten.csv.gz": gzip.compress(table_csv(rows()))})},
    "a bit of all": lambda: {
        "a.txt": TEN[0].encode(),
        "b.json": json.dumps(rows()[1:3]).encode(),
        "c.csv": table_csv(rows()[3:5]),
        "d.parquet": table_parquet(rows()[5:8]),
        "e.zip": packed({"f.txt": TEN[8].encode(), "g.jsonl": jsonl(rows()[9:])}),
    },
}


def land(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder


def ingest(seeds: Path, warehouse: Path, **more: object) -> pipeline.Summary:
    return promises.ingest(seeds, warehouse, **more)


def load(seeds: Path, warehouse: Path, **more: object) -> pipeline.Run:
    """Keeps and reads what has landed; a later call of `ingest` publishes it."""
    return promises.load(promises.settings(seeds, warehouse, **more))


@pytest.fixture(autouse=True, scope="module")
def without_report() -> Iterator[None]:
    """No page is written at each publication: nothing here looks at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_report", lambda _run, _progress: None)
        yield


def digests(warehouse: Path, *, only_facts: bool = False) -> dict[str, tuple[str, int]]:
    with open_public(warehouse / "news.duckdb") as reader:
        return reader.digests(only_facts=only_facts)


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with open_public(warehouse / "news.duckdb") as reader:
        return reader.ask(query)[1]


def outcomes(seeds: Path, **rules: int) -> list[landing.Outcome]:
    """What the readers give of a landing folder, without a warehouse."""
    reading = landing.ReadingRules(settle_seconds=0, **rules)
    pages = landing.scan(seeds, 500)
    return [outcome for page in pages for outcome in landing.read_page(seeds, page, reading)]


def contents(seeds: Path, **rules: int) -> list[landing.Content]:
    return [one for one in outcomes(seeds, **rules) if isinstance(one, landing.Content)]


def refusals(seeds: Path, **rules: int) -> dict[str, str]:
    found = [one for one in outcomes(seeds, **rules) if isinstance(one, landing.Refusal)]
    assert len({one.seen.path for one in found}) == len(found)
    return {one.seen.path: one.reason for one in found}


def rejects(warehouse: Path) -> dict[str, str]:
    found = ask(warehouse, "select path, reason from rejects order by path")
    return {str(path): str(reason) for path, reason in found}


@pytest.fixture(scope="session")
def as_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the ten articles as ten plain files."""
    root = tmp_path_factory.mktemp("texts")
    ingest(land(root / "seeds", texts()), root / "w")
    return root / "w"
