"""The figures of the report: which chart shows which rows, under which words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.report.contents import Contents
from flows.report.words import country, word

Records = list[dict[str, Any]]
_TOP = 15
"""Bars of one chart: more are read better in the table below it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart of flows/report/charts.py with its rows.

    `headings` name the columns in Arabic, for the table that says the same in figures. Where there
    are `options`, the page shows the rows of one of them: those whose `option` is its key.
    """

    name: str
    chart: str
    headings: Mapping[str, str]
    rows: Records
    options: Sequence[tuple[str, str]] = ()

    def packed(self) -> dict[str, Any]:
        """Rows without the names of their columns, which would be most of their bytes."""
        columns = ["option", *self.headings] if self.options else list(self.headings)
        columns += [name for name in ("step_end_on", "place") if self.rows and name in self.rows[0]]
        return {
            "chart": self.chart,
            "headings": self.headings,
            "columns": columns,
            "rows": [[row[column] for column in columns] for row in self.rows],
        }


def figures(contents: Contents) -> dict[str, Figure]:
    """All figures by name; a figure without rows is there too, for the page to say so."""
    made = [make(contents) for make in _FIGURES]
    made += [_entities(contents, kind) for kind in ("PER", "ORG", "LOC", "MISC")]
    return {figure.name: figure for figure in made}


def _coverage(contents: Contents) -> Figure:
    headings = {"step_on": "من", "article_count": "مقالات", "source_count": "منابر"}
    return Figure("coverage", "coverage", headings, contents.tables["coverage"].records())


def _coverage_by_source(contents: Contents) -> Figure:
    headings = {"source": "المنبر", "step_on": "من", "article_count": "مقالات"}
    rows = contents.tables["coverage_by_source"].records()
    return Figure("coverage_by_source", "coverage_by_source", headings, rows)


def _publishers(contents: Contents) -> Figure:
    rows = [
        {"name": row["name_ar"], "count": row["published_count"]}
        for row in contents.tables["sources"].records()
        if row["published_count"]
    ]
    rows.sort(key=lambda row: -row["count"])
    return Figure("publishers", "bars", {"name": "المنبر", "count": "مقالات"}, rows[:_TOP])


def _credits(contents: Contents) -> Figure:
    rows = [
        {
            "name": row["name_ar"],
            "series": word("relation", relation).ar,
            "count": row[f"{relation}_count"],
            "place": place,
        }
        for row in contents.tables["sources"].records()
        for place, relation in enumerate(("credit", "photo_credit", "cited"))
        if row[f"{relation}_count"]
    ]
    return Figure("credits", "stacked_bars", _SERIES, _first(rows, "name"))


def _countries(contents: Contents) -> Figure:
    rows = [
        {
            "name": country(row["country_code"]).ar,
            "series": word("kind", row["kind"]).ar,
            "count": row["article_count"],
            "place": _KINDS.index(row["kind"]) if row["kind"] in _KINDS else len(_KINDS),
        }
        for row in contents.tables["countries"].records()
    ]
    return Figure("countries", "stacked_bars", _SERIES, _first(rows, "name"))


def _entities(contents: Contents, kind: str) -> Figure:
    rows = [
        {"name": row["name_ar"], "count": row["article_count"]}
        for row in contents.tables["entities"].records()
        if row["kind"] == kind
    ]
    return Figure(f"entities_{kind}", "bars", {"name": "الاسم", "count": "مقالات"}, rows)


def _timeline(contents: Contents) -> Figure:
    named = {
        row["entity_id"]: _both(row["name_ar"], row["name_en"])
        for row in contents.tables["entities"].records()
    }
    rows = contents.tables["entity_timeline"].records()
    rows = [row | {"option": row["entity_id"]} for row in rows]
    options = [(key, named.get(key, key)) for key in dict.fromkeys(row["option"] for row in rows)]
    headings = {"step_on": "من", "article_count": "مقالات"}
    return Figure("timeline", "timeline", headings, rows, options)


def _naming_by_source(contents: Contents) -> Figure:
    headings = {"name": "المنبر", "series": "الصيغة", "count": "مرات"}
    rows = _naming(contents, "name", [row["source"] for row in _choices(contents)])
    return Figure("naming_by_source", "shares", headings, rows, _named_variously(contents))


def _naming_by_month(contents: Contents) -> Figure:
    headings = {"month": "الشهر", "series": "الصيغة", "count": "مرات"}
    months = [row["step_on"] and row["step_on"].isoformat()[:7] for row in _choices(contents)]
    rows = _naming(contents, "month", months)
    rows.sort(key=lambda row: (row["option"], row["month"]))
    chart = "shares_over_time"
    return Figure("naming_by_month", chart, headings, rows, _named_variously(contents))


def _choices(contents: Contents) -> Records:
    return contents.tables["naming"].records()


def _naming(contents: Contents, column: str, values: Sequence[str | None]) -> Records:
    """Mentions by entity, value and form; the values of an entity with the most come first."""
    counts: Counter[tuple[str, str, str, int]] = Counter()
    totals: Counter[tuple[str, str]] = Counter()
    for row, value in zip(_choices(contents), values, strict=True):
        if value is not None:
            key = (row["entity_id"], value, row["form"], row["form_place"] - 1)
            counts[key] += row["mention_count"]
            totals[key[:2]] += row["mention_count"]
    ordered = sorted(counts, key=lambda key: (-totals[key[:2]], key[:2], key[3]))
    return [
        {"option": key[0], column: key[1], "series": key[2], "place": key[3], "count": counts[key]}
        for key in ordered
    ]


def _named_variously(contents: Contents) -> list[tuple[str, str]]:
    named = {row["entity_id"]: _both(row["name_ar"], row["name_en"]) for row in _choices(contents)}
    return list(named.items())


def _reprints(contents: Contents) -> Figure:
    counts: Counter[tuple[str, str]] = Counter()
    for row in contents.tables["reprints"].records():
        counts[row["giver"], row["taker"]] += row["article_count"]
    rows = [{"name": giver, "column": taker, "count": n} for (giver, taker), n in counts.items()]
    rows = _first(_first(rows, "name"), "column")
    return Figure("reprints", "matrix", {"name": "ممن", "column": "عند", "count": "مقالات"}, rows)


def _quotes(contents: Contents) -> Figure:
    rows = contents.tables["quotes"].records()
    verbs = list(dict.fromkeys(row["verb"] for row in rows))
    made = [
        {
            "name": row["speaker"],
            "series": row["verb"],
            "count": row["quote_count"],
            "place": verbs.index(row["verb"]),
        }
        for row in rows
    ]
    return Figure("quotes", "stacked_bars", _SERIES | {"name": "المتحدث", "series": "الفعل"}, made)


def _roles(contents: Contents) -> Figure:
    rows = [
        {
            "name": row["source"],
            "series": word("part", row["part"]).ar,
            "count": row["char_count"],
            "place": _PARTS.index(row["part"]),
        }
        for row in contents.tables["roles"].records()
    ]
    return Figure("roles", "shares", _SERIES | {"name": "المنبر", "count": "محارف"}, rows)


def _removed(contents: Contents) -> Figure:
    rows = [
        {"name": row["rule"], "column": row["source"], "count": row["line_count"]}
        for row in contents.tables["removed"].records()
    ]
    return Figure(
        "removed", "matrix", {"name": "القاعدة", "column": "المنبر", "count": "أسطر"}, rows
    )


def _dates(contents: Contents) -> Figure:
    rows = [
        {
            "name": word("basis", row["basis"]).ar,
            "series": word("precision", row["precision"]).ar,
            "count": row["article_count"],
            "place": _PRECISIONS.index(row["precision"]),
        }
        for row in contents.tables["date_bases"].records()
    ]
    return Figure("dates", "stacked_bars", _SERIES | {"name": "الدليل", "series": "الدقة"}, rows)


def _first(rows: Records, column: str, limit: int = _TOP) -> Records:
    """The rows of the `limit` largest values of `column`, largest first."""
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row[column]] += row["count"]
    kept = sorted(totals, key=lambda value: -totals[value])[:limit]
    return sorted(
        (row for row in rows if row[column] in kept), key=lambda row: kept.index(row[column])
    )


def _both(name_ar: str, name_en: str | None) -> str:
    return f"{name_ar} · {name_en}" if name_en else name_ar


_SERIES = {"name": "الاسم", "series": "النوع", "count": "مقالات"}
_KINDS = ("newspaper", "broadcaster", "agency", "site", "radio", "magazine")
_PARTS = ("body", "headline", "about", "repeated_headline", "related", "boilerplate", "unknown")
_PRECISIONS = ("minute", "day", "month", "year", None)
_FIGURES: Iterable[Callable[[Contents], Figure]] = (
    _coverage,
    _coverage_by_source,
    _publishers,
    _credits,
    _countries,
    _timeline,
    _naming_by_source,
    _naming_by_month,
    _reprints,
    _quotes,
    _roles,
    _removed,
    _dates,
)
