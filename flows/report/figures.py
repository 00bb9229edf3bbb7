"""The figures of the report: which chart shows which rows, under which words."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flows.report.contents import Contents
from flows.report.figure import Figure, first_rows
from flows.report.figures_of_names import naming_by_month, naming_by_source, timeline
from flows.report.words import country, word
from flows.store.reader import Table


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
    return Figure(
        "publishers", "bars", {"name": "المنبر", "count": "مقالات"}, first_rows(rows, "name")
    )


def _credits(contents: Contents) -> Figure:
    rows = _parts(contents.tables["sources"], "relation", _CREDITS)
    return Figure("credits", "stacked_bars", _SERIES, first_rows(rows, "name"))


def _countries(contents: Contents) -> Figure:
    rows = [
        _part(country(row["country_code"]).ar, "kind", row["kind"], row["article_count"], _KINDS)
        for row in contents.tables["countries"].records()
    ]
    return Figure("countries", "stacked_bars", _SERIES, first_rows(rows, "name"))


def _entities(contents: Contents, kind: str) -> Figure:
    rows = [
        {"name": row["name_ar"], "count": row["article_count"]}
        for row in contents.tables["entities"].records()
        if row["kind"] == kind
    ]
    return Figure(f"entities_{kind}", "bars", {"name": "الاسم", "count": "مقالات"}, rows)


def _reprints(contents: Contents) -> Figure:
    counts: Counter[tuple[str, str]] = Counter()
    for row in contents.tables["reprints"].records():
        counts[row["giver"], row["taker"]] += row["text_count"]
    rows = [{"name": giver, "column": taker, "count": n} for (giver, taker), n in counts.items()]
    rows = first_rows(first_rows(rows, "name"), "column")
    return Figure("reprints", "matrix", {"name": "ممن", "column": "عند", "count": "مقالات"}, rows)


def _agencies(contents: Contents) -> Figure:
    rows = _parts(contents.tables["agencies"], "origin", _ORIGINS)
    return Figure("agencies", "shares", _SERIES | {"name": "المنبر", "count": "نصوص"}, rows)


def _quotes(contents: Contents) -> Figure:
    rows = [
        {
            "name": row["speaker"],
            "series": row["verb"],
            "count": row["quote_count"],
            "place": row["verb_place"],
        }
        for row in contents.tables["quotes"].records()
    ]
    return Figure(
        "quotes",
        "stacked_bars",
        _SERIES | {"name": "المتحدث", "series": "الفعل", "count": "أقوال"},
        rows,
    )


def _quote_verbs(contents: Contents) -> Figure:
    rows = [
        _part(row["verb"], "stance", row["stance"], row["quote_count"], _STANCES)
        for row in contents.tables["quote_verbs"].records()
    ]
    headings = {"name": "الفعل", "series": "الموقف", "count": "أقوال"}
    return Figure("quote_verbs", "stacked_bars", headings, rows)


def _roles(contents: Contents) -> Figure:
    rows = [
        _part(row["source"], "part", row["part"], row["char_count"], _PARTS)
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
        _part(basis, "precision", row["precision"], row["article_count"], _PRECISIONS)
        for row in contents.tables["date_bases"].records()
        for basis in [word("basis", row["basis"]).ar]
    ]
    return Figure("dates", "stacked_bars", _SERIES | {"name": "الدليل", "series": "الدقة"}, rows)


def _parts(table: Table, vocabulary: str, order: Sequence[str]) -> list[dict[str, Any]]:
    """The pieces of a bar for each row of `table`: one for every series that it counts."""
    return [
        _part(row["name_ar"], vocabulary, series, row[f"{series}_count"], order)
        for row in table.records()
        for series in order
        if row[f"{series}_count"]
    ]


def _part(
    name: str, vocabulary: str, series: str | None, count: int, order: Sequence[str | None]
) -> dict[str, Any]:
    """One piece of a stacked bar; a series outside `order` comes behind its others."""
    place = order.index(series) if series in order else len(order)
    return {"name": name, "series": word(vocabulary, series).ar, "count": count, "place": place}


_SERIES = {"name": "الاسم", "series": "النوع", "count": "مقالات"}
_CREDITS = ("credit", "photo_credit", "cited")
_ORIGINS = ("credited", "drawn", "own")
_KINDS = ("newspaper", "broadcaster", "agency", "site", "radio", "magazine")
_PARTS = ("body", "headline", "about", "repeated_headline", "related", "boilerplate", "unknown")
_STANCES = ("neutral", "factive", "doubtful")
_PRECISIONS = ("minute", "day", "month", "year", None)
_FIGURES: Iterable[Callable[[Contents], Figure]] = (
    _coverage,
    _coverage_by_source,
    _publishers,
    _credits,
    _countries,
    timeline,
    naming_by_source,
    naming_by_month,
    _reprints,
    _agencies,
    _quotes,
    _quote_verbs,
    _roles,
    _removed,
    _dates,
)
