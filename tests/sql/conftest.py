"""Public files built from ledgers that are written by hand, row by row."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from flows.batch.pages import with_keys, with_pages
from flows.batch.rows import SEARCHED_ROLES
from flows.batch.schemas import FACTS
from flows.store import sql
from flows.store.build import Origin, build_public
from flows.store.reader import open_public
from flows.text.folding import fold
from flows.text.name_sounds import name_sound
from flows.text.stemming import known_stems, stems

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PARSER = "p1"
RUN = {"run_id": "run-1"}

Row = dict[str, Any]


@dataclass(frozen=True)
class Landed:
    """A file as the parser left it: lines with their roles, and surfaces that stand in them."""

    lines: Sequence[tuple[str | None, str]]
    path: str = "a.txt"
    is_current: bool = True
    copy_key: str | None = None
    published_on: date | None = date(2016, 5, 20)
    precision: str | None = "day"
    published_at: datetime | None = None
    reject_reason: str | None = None
    entities: Sequence[Row] = ()
    dates: Sequence[Row] = ()
    quotes: Sequence[Row] = ()
    sources: Sequence[Row] = ()
    tags: Sequence[str] = ()
    related: Sequence[str] = ()
    landed_at: datetime = NOW
    container: str | None = None

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.lines)

    @property
    def file_id(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def article_id(self) -> str:
        return self.file_id[:16]

    def rows(self) -> dict[str, list[Row]]:
        """Its rows of each ledger table."""
        if self.reject_reason:
            return {
                "files": [self._file()],
                "arrivals": [self._arrival()],
                "facts": [self._facts()],
            }
        return {
            "files": [self._file()],
            "arrivals": [self._arrival()],
            "facts": with_pages(pl.DataFrame([self._facts()]), self._lines()).to_dicts(),
            "lines": with_keys(self._lines()).to_dicts(),
            "entity_mentions": [self._entity(row) for row in self.entities],
            "quotes": [self._quote(row) for row in self.quotes],
            "date_mentions": [self._date(row) for row in self.dates],
            "source_mentions": [self._source(row) for row in self.sources],
            "tags": list(self._numbered(self.tags, "tag")),
            "related_headlines": list(self._numbered(self.related, "headline")),
        }

    def _file(self) -> Row:
        raw = self.text.encode()
        return {"file_id": self.file_id, "raw": raw, "byte_count": len(raw), "kept_at": NOW} | RUN

    def record(self) -> dict[str, list[Row]]:
        """What its container said of it."""
        if self.container is None:
            return {}
        here = {"landing": "seeds", "reading_id": "r1"} | RUN
        fields = dict.fromkeys(("title", "published", "source", "author"), "")
        fields |= {"url": f"https://paper.example/{self.article_id}"}
        record = {"path": self.path, "file_id": self.file_id, "container": self.container}
        counts = {"byte_count": 9, "modified_ns": 1, "record_count": 1, "refused_count": 0}
        container = {"path": self.container, "rules_key": "k", "read_at": NOW} | counts
        return {
            "records": [here | record | fields | {"record_key": fields["url"]}],
            "containers": [here | container],
        }

    def _arrival(self) -> Row:
        return {
            "landing": "seeds",
            "path": self.path,
            "file_id": self.file_id,
            "byte_count": len(self.text.encode()),
            "modified_ns": 1,
            "is_current": self.is_current,
            "first_seen_at": self.landed_at,
            "last_seen_at": self.landed_at,
        } | RUN

    def _facts(self) -> Row:
        facts = {"file_id": self.file_id, "parser_version": PARSER, "path_hint": self.path} | RUN
        facts |= {"record_hint": "", "form": "text"}
        if self.reject_reason:
            return facts | {
                "reject_reason": self.reject_reason,
                "reject_detail": "why",
                "reject_remedy": "what to do",
            }
        return (
            facts
            | {"encoding": "utf-8", "language": "ar", "char_count": len(self.text)}
            | {"copy_key": self.copy_key or self.file_id}
            | self._headline("headline")
            | self._headline("summary")
            | {
                "published_on": self.published_on,
                "published_at": self.published_at,
                "published_precision": self.precision,
                "published_basis": self.precision and "dateline",
                "published_score": self.precision and 0.9,
            }
        )

    def _headline(self, part: str) -> Row:
        for role, text in self.lines:
            if role == part:
                start, end, _ = self._where(text)
                return {part: text, f"{part}_start": start, f"{part}_end": end}
        return {}

    def _lines(self) -> pl.DataFrame:
        schema = {**FACTS["lines"], "run_id": pl.String}
        return pl.DataFrame(list(self._line_rows()), schema=schema)

    def _line_rows(self) -> Iterator[Row]:
        start = first_word = 0
        for number, (role, text) in enumerate(self.lines, 1):
            words = stems(text) if role in SEARCHED_ROLES else []
            yield {
                "file_id": self.file_id,
                "line_no": number,
                "segment_no": 1,
                "char_start": start,
                "char_end": start + len(text),
                "text": text,
                "ending": "\n" if number < len(self.lines) else "",
                "role": role,
                "rule": role and f"{role}_rule",
                "score": role and 0.9,
                "word_count": len(words) if words else None,
                "first_word": first_word if words else None,
                "stems": words or None,
            } | RUN
            first_word += len(words) + 1 if words else 0
            start += len(text) + 1

    def _entity(self, row: Row) -> Row:
        return (
            {"kind": "LOC", "entity_id": None, "method": "kb", "score": 0.9}
            | {"name_key": row["surface"]}
            | {"name_sound": name_sound(fold(row["surface"]))}
            | self._evidence(row)
        )

    def _quote(self, row: Row) -> Row:
        speaker = row.get("speaker_surface")
        start, end, _ = self._where(speaker) if speaker else (None, None, None)
        return {
            "form": "reported",
            "speaker_char_start": start,
            "speaker_char_end": end,
            "mention_char_start": start,
            "mention_char_end": end,
            "verb": "قال",
            "verb_class": "say",
            "stance": "neutral",
            "channel_source_id": None,
            "rule": "clause",
            "score": 0.8,
        } | self._evidence(row)

    def _date(self, row: Row) -> Row:
        return {
            "type": "DATE",
            "value": "",
            "begin_on": None,
            "end_on": row.get("begin_on"),
            "granularity": "day",
            "calendar": "gregorian",
            "rule": "date",
            "has_conflict": False,
            "score": 0.9,
        } | self._evidence(row)

    def _source(self, row: Row) -> Row:
        evidence = self._evidence(row) if row["surface"] in self.text else row | RUN
        defaults = {"source_id": None, "relation": "publisher", "basis": "folder", "score": 0.9}
        return {"file_id": self.file_id, **defaults, **evidence}

    def _numbered(self, surfaces: Sequence[str], column: str) -> Iterator[Row]:
        for position, surface in enumerate(surfaces, 1):
            evidence = self._evidence({"surface": surface})
            yield {**evidence, "position": position, column: surface}

    def _evidence(self, row: Row) -> Row:
        start, end, line_no = self._where(row["surface"])
        place = {"file_id": self.file_id, "line_no": line_no, "char_start": start, "char_end": end}
        place["role"] = self.lines[line_no - 1][0]
        return place | row | RUN

    def _where(self, surface: str) -> tuple[int, int, int]:
        start = self.text.index(surface)
        return start, start + len(surface), self.text.count("\n", 0, start) + 1


@dataclass
class Warehouse:
    """A finished public file, open for tests to ask."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    results: dict[str, int] = field(default_factory=dict)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()


Build = Callable[..., Warehouse]
"""Builds the public file of some landed files: build(Landed(...), ..., refusals=[...])."""


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    opened = []

    def build_warehouse(*files: Landed, refusals: Sequence[Row] = ()) -> Warehouse:
        path = tmp_path_factory.mktemp("warehouse") / "news.duckdb"
        results = _build(path, files, refusals)
        connection = duckdb.connect(str(path), read_only=True)
        opened.append(connection)
        return Warehouse(path, connection, results)

    yield build_warehouse
    for connection in opened:
        connection.close()


def _build(path: Path, files: Sequence[Landed], refusals: Sequence[Row]) -> dict[str, int]:
    connection = duckdb.connect()
    connection.execute("set timezone = 'Africa/Cairo'")  # clock readings must come out as UTC
    connection.execute("attach ':memory:' as ledger")
    for file in sql.files("ledger"):
        connection.execute(file.text)
    for file in files:
        for table, rows in (file.rows() | file.record()).items():
            # One content may stand under several names: it is kept and read once.
            if table in ("arrivals", "containers") or not _is_known(
                connection, table, file.file_id
            ):
                _insert(connection, table, rows)
    _insert(connection, "refusals", refusals)
    _insert(
        connection,
        "runs",
        [{"started_at": NOW, "akhbar_version": "0.1", "parser_version": PARSER} | RUN],
    )
    build_public(connection, path, _lexicon(), Origin("0.1", PARSER, "run-1", NOW))
    connection.close()
    with open_public(path) as reader:
        results = reader.check()
    return {result.check_name: result.guilty_count for result in results}


def _is_known(connection: duckdb.DuckDBPyConnection, table: str, file_id: str) -> bool:
    query = f"select count(*) from ledger.{table} where file_id = ?"
    row = connection.execute(query, [file_id]).fetchone()
    return row is not None and row[0] > 0


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    given = {name for row in rows for name in row}
    cursor = connection.execute(f"select * from ledger.{table} limit 0")
    columns = [name for name, *_ in cursor.description or () if name in given]
    if rows:
        incoming = pa.table({name: [row.get(name) for row in rows] for name in columns})
        connection.register("incoming", incoming)
        connection.execute(f"insert into ledger.{table} by name select * from incoming")
        connection.unregister("incoming")


def _lexicon() -> dict[str, pl.DataFrame]:
    return {
        "sources": pl.DataFrame(
            {
                "source_id": ["wire", "paper", "unused"],
                "name_ar": ["الوكالة", "الصحيفة", "لا أحد"],
                "name_en": ["The Wire", "The Paper", "Nobody"],
                "kind": ["agency", "newspaper", "site"],
                "country_code": ["EG", "LB", "MA"],
                "domain": ["wire.example", "paper.example", "nobody.example"],
            }
        ),
        "entities": pl.DataFrame(
            {
                "entity_id": ["syria", "russia"],
                "kind": ["LOC", "LOC"],
                "name_ar": ["سوريا", "روسيا"],
                "name_en": ["Syria", "Russia"],
                "country_code": ["SY", "RU"],
                "wikidata_id": ["Q858", "Q159"],
                "subtype": ["state", "state"],
            }
        ),
        "entity_names": pl.DataFrame(
            {
                "entity_id": ["syria", "syria", "russia"],
                "name": ["سوريا", "سورية", "روسيا"],
                "is_preferred": [True, False, True],
                "source": ["curated", "curated", "curated"],
            }
        ),
        "known_stems": pl.DataFrame(
            {"stem": list(known_stems()), "term": list(known_stems().values())}
        ),
        "rules": pl.DataFrame(
            {
                "rule": ["rule"],
                "role": ["body"],
                "sees": ["a sentence"],
                "example": ["وصل الوفد."],
                "counter_example": ["الوفد"],
                "origin": ["usage"],
            }
        ),
        "hijri_months": pl.DataFrame(
            {
                "hijri_year": [1437, 1437, 1437],
                "hijri_month": [7, 8, 9],
                "hijri_month_ar": ["رجب", "شعبان", "رمضان"],
                "begin_on": [date(2016, 4, 8), date(2016, 5, 8), date(2016, 6, 6)],
            }
        ),
    }
