"""How every chart looks: colours are the page's own CSS variables, so dark and print follow."""

from typing import Any

FONT = '"Noto Sans Arabic", "Segoe UI", "SF Arabic", "Geeza Pro", Tahoma, Arial, sans-serif'
CATEGORIES = 7
"""Colours --c1 … --c7 of the page; a chart never tells more than so many things apart."""


def config() -> dict[str, Any]:
    """Vega-Lite's config for all charts.

    >>> config()["range"]["category"][0]
    'var(--c1)'
    """
    return {
        "background": "transparent",
        "font": FONT,
        "range": {"category": [f"var(--c{n})" for n in range(1, CATEGORIES + 1)]},
        "view": {"stroke": None},
        "mark": {"aria": False, "color": "var(--c1)"},
        "text": {"fill": "var(--ink)", "fontSize": 12},
        "axis": {
            "aria": False,
            "domain": False,
            "ticks": False,
            "grid": True,
            "gridColor": "var(--rule)",
            "labelColor": "var(--ink-soft)",
            "labelFontSize": 12,
            "labelPadding": 6,
            "title": None,
        },
        "axisBand": {"grid": False, "labelColor": "var(--ink)", "labelFontSize": 13},
    }
