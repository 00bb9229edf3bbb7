"""Lines tile the text: nothing is lost, nothing is invented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.lines import is_blank, split_lines

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = st.text(st.sampled_from("خبر \t\r\n\x0b\x0c\x85\u2028\u200f") | st.characters(), max_size=60)


@given(TEXT)
def test_lines_end_to_end_are_the_text(text: str) -> None:
    lines = split_lines(text)
    assert "".join(line.text + line.ending for line in lines) == text
    assert [line.line_no for line in lines] == list(range(1, len(lines) + 1))
    expected_start = 0
    for line in lines:
        assert line.start == expected_start
        assert text[line.start : line.end] == line.text
        assert not set(line.text) & set("\r\n")
        expected_start = line.end + len(line.ending)
    assert all(line.ending in {"\n", "\r\n", "\r"} for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("", []),
        ("\n", [""]),
        ("خبر", ["خبر"]),
        ("خبر\n", ["خبر"]),
        ("خبر\r\nثان\rثالث\n\nرابع", ["خبر", "ثان", "ثالث", "", "رابع"]),
        ("خبر\u2028ثان\x0cثالث\x85رابع", ["خبر\u2028ثان\x0cثالث\x85رابع"]),
    ],
)
def test_only_newlines_and_carriage_returns_end_a_line(text: str, texts: list[str]) -> None:
    assert [line.text for line in split_lines(text)] == texts


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_lines_of_the_samples_are_their_text(path: Path) -> None:
    text = path.read_bytes().decode()
    assert "".join(line.text + line.ending for line in split_lines(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        (" \t\u00a0\u3000\r\n", True),
        ("\u200f\u202b\u202c\ufeff\u00ad\u2066\u061c", True),
        ("خ", False),
        ("\u200f.\u200f", False),
        ("ـ", False),
        ("\ufffd", False),
    ],
)
def test_a_blank_line_shows_nothing(text: str, expected: bool) -> None:
    assert is_blank(text) is expected
