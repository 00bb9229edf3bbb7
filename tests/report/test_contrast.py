"""Every pair of colours that is read together, by light and by dark (WCAG 2.2, AA)."""

import re
from pathlib import Path

import pytest

from flows.report.chart_theme import CATEGORIES

TOKENS = Path(__file__).parents[2] / "flows" / "report" / "page" / "tokens.css"
TEXT = [
    *((ink, paper) for ink in ("ink", "ink-soft", "link", "accent", "gap", "good")
      for paper in ("paper", "surface")),
    *(("ink", kind) for kind in ("per", "org", "loc", "misc", "date", "source")),
    ("paper", "ink"),
]  # fmt: skip
GRAPHICS = [
    *((f"c{n}", "paper") for n in range(1, CATEGORIES + 1)),
    ("focus", "paper"), ("focus", "surface"), ("gap", "paper"), ("quote", "paper"),
]  # fmt: skip


def schemes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", TOKENS.read_text("utf-8"), re.S)
    assert len(blocks) == 3
    found = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), found, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: contrast(*(colours[name] for name in pair)) for pair in TEXT}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_graphics_can_be_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    low = {pair: contrast(*(colours[name] for name in pair)) for pair in GRAPHICS}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


@pytest.mark.parametrize("scheme", ["dark", "print"])
def test_each_scheme_has_every_colour(scheme: str) -> None:
    assert schemes()[scheme].keys() == schemes()["light"].keys()
