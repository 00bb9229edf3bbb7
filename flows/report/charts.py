"""The charts of the report, as Vega-Lite specifications made with Altair.

A chart says how to draw, never what: its rows come from the page, under the name `rows`. So the
specifications are the same for every warehouse and are made once, see flows/report/drawings.py.
Bars grow from the right, where Arabic begins to read; time runs from left to right, as everywhere.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import altair as alt

from flows.report.chart_theme import CATEGORIES, config

Drawing = Any
"""A chart of Altair, whose methods are not typed."""

_ROW = 26
"""Pixels that a row of bars takes: a label, and space to tell it from the next."""


def specifications() -> dict[str, Any]:
    """Every chart by its name, checked against Vega-Lite's schema."""
    return {name: _finished(chart()) for name, chart in _CHARTS.items()}


def coverage() -> Drawing:
    """Articles over time; a red dash on the base line where there was none."""
    rows = alt.Chart(_rows()).encode(
        x=_time(), x2="step_end_on:T", tooltip=_tips("step_on", "article_count")
    )
    bars = rows.mark_rect(stroke="var(--paper)", strokeWidth=0.5).encode(
        y=_count("article_count"), y2=alt.datum(0)
    )
    gaps = (
        rows.transform_filter("datum.article_count == 0")
        .mark_rule(color="var(--gap)", strokeWidth=4)
        .encode(y=alt.datum(0))
    )
    return (bars + gaps).properties(height=220)


def coverage_by_source() -> Drawing:
    """Publishers over time: the stronger the colour, the more articles; red where one is silent."""
    rows = alt.Chart(_rows()).encode(
        x=_time(),
        x2="step_end_on:T",
        y=_name("source"),
        tooltip=_tips("source", "step_on", "article_count"),
    )
    cells = (
        rows.transform_filter("datum.article_count > 0")
        .mark_rect()
        .encode(
            opacity=alt.Opacity(
                "article_count:Q",
                scale=alt.Scale(type="sqrt", range=[0.3, 1], zero=True),
                legend=None,
            )
        )
    )
    gaps = rows.transform_filter("datum.article_count == 0").mark_rect(color="var(--gap)", height=3)
    return (cells + gaps).properties(height=alt.Step(_ROW))


def bars() -> Drawing:
    """Names and how often."""
    return (
        alt.Chart(_rows())
        .mark_bar(height=14, cornerRadiusTopLeft=2, cornerRadiusBottomLeft=2)
        .encode(x=_leftwards("count"), y=_name("name"), tooltip=_tips("name", "count"))
        .properties(height=alt.Step(_ROW))
    )


def stacked_bars() -> Drawing:
    """Names and how often, told apart by colour."""
    return _stacked("count", "zero")


def shares() -> Drawing:
    """Names and of what they are made, each bar a whole."""
    return _stacked("count", "normalize")


def shares_over_time() -> Drawing:
    """Of what each step is made, each bar a whole."""
    return (
        alt.Chart(_rows())
        .mark_bar()
        .encode(
            x=alt.X(
                "month:O",
                axis=alt.Axis(
                    labelOverlap=True, labelAngle=0, labelExpr="slice(datum.label, 0, 7)"
                ),
                scale=alt.Scale(paddingInner=0.1),
            ),
            y=alt.Y("sum(count):Q", stack="normalize", axis=alt.Axis(format="%", tickCount=4)),
            color=_colour(),
            order=alt.Order("place:Q"),
            tooltip=_tips("month", "series", "count"),
        )
        .properties(height=200)
    )


def timeline() -> Drawing:
    """One thing over time."""
    return (
        alt.Chart(_rows())
        .mark_rect(stroke="var(--paper)", strokeWidth=0.5)
        .encode(
            x=_time(),
            x2="step_end_on:T",
            y=_count("article_count"),
            y2=alt.datum(0),
            tooltip=_tips("step_on", "article_count"),
        )
        .properties(height=200)
    )


def matrix() -> Drawing:
    """Who with whom: the stronger the colour, the more, with the figure in each cell."""
    rows = alt.Chart(_rows()).encode(
        x=alt.X(
            "column:N",
            sort=None,
            scale=alt.Scale(reverse=True),
            axis=alt.Axis(orient="top", labelAngle=-35, labelLimit=120),
        ),
        y=_name("name"),
        tooltip=_tips("name", "column", "count"),
    )
    cells = rows.mark_rect(stroke="var(--paper)").encode(
        opacity=alt.Opacity(
            "count:Q", scale=alt.Scale(type="sqrt", range=[0.12, 0.45]), legend=None
        )
    )
    return (cells + rows.mark_text().encode(text=alt.Text("count:Q", format=",d"))).properties(
        height=alt.Step(_ROW)
    )


_CHARTS: Mapping[str, Callable[[], Drawing]] = {
    "coverage": coverage,
    "coverage_by_source": coverage_by_source,
    "bars": bars,
    "stacked_bars": stacked_bars,
    "shares": shares,
    "shares_over_time": shares_over_time,
    "timeline": timeline,
    "matrix": matrix,
}


def _stacked(field: str, stack: Literal["zero", "normalize"]) -> Drawing:
    return (
        alt.Chart(_rows())
        .mark_bar(height=14)
        .encode(
            x=_leftwards(f"sum({field})", stack),
            y=_name("name"),
            color=_colour(),
            order=alt.Order("place:Q"),
            tooltip=_tips("name", "series", field),
        )
        .properties(height=alt.Step(_ROW))
    )


def _rows() -> alt.NamedData:
    return alt.NamedData(name="rows")


def _time() -> alt.X:
    # All charts over time show the same period, whatever part of it their rows fill.
    domain = {"domainMin": {"expr": "first"}, "domainMax": {"expr": "last"}}
    return alt.X(
        "step_on:T",
        scale=alt.Scale(type="utc", **domain),
        axis=alt.Axis(grid=False, tickCount=8, labelOverlap=True),
    )


def _count(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=alt.Axis(tickCount=4, labelExpr=_WHOLE))


def _name(field: str) -> alt.Y:
    return alt.Y(f"{field}:N", sort=None, axis=alt.Axis(orient="right", labelLimit=190))


def _leftwards(field: str, stack: Literal["zero", "normalize"] | None = None) -> alt.X:
    is_share = stack == "normalize"
    axis = (
        alt.Axis(tickCount=4, format="%") if is_share else alt.Axis(tickCount=4, labelExpr=_WHOLE)
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(reverse=True), stack=stack, axis=axis)


_WHOLE = "datum.value % 1 ? '' : format(datum.value, ',d')"  # half an article is none


def _colour() -> alt.Color:
    # By place, so that one thing has one colour in every chart; the page shows which is which.
    return alt.Color("place:N", scale=alt.Scale(domain=list(range(CATEGORIES))), legend=None)


def _tips(*fields: str) -> list[alt.Tooltip]:
    return [_TIPS[field] for field in fields]


_TIPS = {
    "step_on": alt.Tooltip("step_on:T", title="من", format="%Y-%m-%d"),
    "month": alt.Tooltip("month:N", title="الشهر"),
    "article_count": alt.Tooltip("article_count:Q", title="مقالات", format=",d"),
    "count": alt.Tooltip("count:Q", title="العدد", format=",d"),
    "name": alt.Tooltip("name:N", title="الاسم"),
    "source": alt.Tooltip("source:N", title="المنبر"),
    "series": alt.Tooltip("series:N", title="النوع"),
    "column": alt.Tooltip("column:N", title="عند"),
}


def _finished(chart: Drawing) -> dict[str, Any]:
    # The page sets the edges of its period.
    edges = (alt.param(name="first", value=0), alt.param(name="last", value=1))
    finished = chart.add_params(*edges).properties(width="container", autosize=_AUTOSIZE)
    specification: dict[str, Any] = finished.to_dict(validate=True)
    return specification | {"config": config()}


_AUTOSIZE = alt.AutoSizeParams(type="fit-x", contains="padding")
