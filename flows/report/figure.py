"""A figure of the report: a chart with the rows that it shows and the words above them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
        """The rows as numbers: a text stands once, in the list of its column, however often used.

        >>> figure = Figure("f", "bars", {"name": "الاسم", "count": "العدد"},
        ...                 [{"name": "a", "count": 7}, {"name": "a", "count": 8}])
        >>> figure.packed()["texts"], figure.packed()["rows"]
        ([['a'], None], [[0, 7], [0, 8]])
        """
        columns = ["option", *self.headings] if self.options else list(self.headings)
        columns += [name for name in ("step_end_on", "place") if self.rows and name in self.rows[0]]
        packed = [_packed([row[column] for row in self.rows]) for column in columns]
        return {
            "chart": self.chart,
            "headings": self.headings,
            "columns": columns,
            "texts": [texts for texts, _ in packed],
            "rows": list(map(list, zip(*(values for _, values in packed), strict=True))),
        }


def _packed(values: list[Any]) -> tuple[list[Any] | None, list[Any]]:
    if not values or isinstance(values[0], int):
        return None, values
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(numbers), [numbers[value] for value in values]


def first_rows(rows: Records, column: str, limit: int = _TOP) -> Records:
    """The rows of the `limit` largest values of `column`, largest first.

    >>> rows = [{"name": "a", "count": 1}, {"name": "b", "count": 3}, {"name": "a", "count": 1}]
    >>> [row["name"] for row in first_rows(rows, "name", 1)]
    ['b']
    """
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row[column]] += row["count"]
    kept = sorted(totals, key=lambda value: -totals[value])[:limit]
    return sorted(
        (row for row in rows if row[column] in kept), key=lambda row: kept.index(row[column])
    )


def in_both(name_ar: str, name_en: str | None) -> str:
    """A name in Arabic, with the English one where there is one."""
    return f"{name_ar} · {name_en}" if name_en else name_ar
