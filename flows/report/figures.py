"""The figures of the report: which chart shows which rows, under which words."""

from collections import Counter
from collections.abc import Callable, Iterable

from flows.report.contents import Contents
from flows.report.figure import Figure, first_rows
from flows.report.figures_of_names import naming_by_month, naming_by_source, timeline
from flows.report.words import country, word


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
    return Figure("credits", "stacked_bars", _SERIES, first_rows(rows, "name"))


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
    rows = [
        {
            "name": row["name_ar"],
            "series": word("origin", origin).ar,
            "count": row[f"{origin}_count"],
            "place": place,
        }
        for row in contents.tables["agencies"].records()
        for place, origin in enumerate(("credited", "drawn", "own"))
        if row[f"{origin}_count"]
    ]
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
        {
            "name": row["verb"],
            "series": word("stance", row["stance"]).ar,
            "count": row["quote_count"],
            "place": _STANCES.index(row["stance"]),
        }
        for row in contents.tables["quote_verbs"].records()
    ]
    headings = {"name": "الفعل", "series": "الموقف", "count": "أقوال"}
    return Figure("quote_verbs", "stacked_bars", headings, rows)


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


_SERIES = {"name": "الاسم", "series": "النوع", "count": "مقالات"}
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
