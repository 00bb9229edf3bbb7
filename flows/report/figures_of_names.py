"""The figures of one entity that a reader chooses: when it was in the news, how it is named."""

from collections import Counter
from collections.abc import Sequence

from flows.report.contents import Contents
from flows.report.figure import Figure, Records, in_both


def timeline(contents: Contents) -> Figure:
    """How often each of the most mentioned entities was in the news, step by step."""
    rows = contents.tables["entity_timeline"].records()
    rows = [row | {"option": row["entity_id"]} for row in rows]
    options = {row["option"]: in_both(row["name_ar"], row["name_en"]) for row in rows}
    headings = {"step_on": "من", "article_count": "مقالات"}
    return Figure("timeline", "timeline", headings, rows, list(options.items()))


def naming_by_source(contents: Contents) -> Figure:
    """Which forms of a name each publisher writes."""
    headings = {"name": "المنبر", "series": "الصيغة", "count": "مرات"}
    rows = _naming(contents, "name", [row["source"] for row in _choices(contents)])
    return Figure("naming_by_source", "shares", headings, rows, _named_variously(contents))


def naming_by_month(contents: Contents) -> Figure:
    """Which forms of a name are written in each month, or in each year of a long period."""
    headings = {"month": "الشهر", "series": "الصيغة", "count": "مرات"}
    digits = len("2016") if contents.period["step"] == "year" else len("2016-05")
    months = [row["step_on"] and row["step_on"].isoformat()[:digits] for row in _choices(contents)]
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
    named = {
        row["entity_id"]: in_both(row["name_ar"], row["name_en"]) for row in _choices(contents)
    }
    return list(named.items())
