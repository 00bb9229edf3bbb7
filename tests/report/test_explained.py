"""An article explained: its text is all there, and each fact lies where it was read."""

from hypothesis import given
from hypothesis import strategies as st

from flows.report.explained import Explained, cut
from flows.store.reader import open_public
from tests.report.conftest import Path

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(text=st.text(min_size=1, max_size=40), start=st.integers(0, 30), edges=SPANS)
def test_pieces_put_end_to_end_are_the_text(
    text: str, start: int, edges: list[tuple[int, int]]
) -> None:
    spans = [(n, min(a, b), max(a, b)) for n, (a, b) in enumerate(edges)]
    pieces = cut(text, start, spans)
    assert "".join(p if isinstance(p, str) else str(p[0]) for p in pieces) == text


@given(text=st.text(min_size=1, max_size=40), start=st.integers(0, 30), edges=SPANS)
def test_each_fact_covers_its_own_characters(
    text: str, start: int, edges: list[tuple[int, int]]
) -> None:
    spans = [(n, min(a, b), max(a, b)) for n, (a, b) in enumerate(edges)]
    offset = start
    covered: dict[int, set[int]] = {}
    for piece in cut(text, start, spans):
        words, *numbers = [piece] if isinstance(piece, str) else piece
        for number in numbers:
            covered.setdefault(int(number), set()).update(range(offset, offset + len(str(words))))
        offset += len(str(words))
    for number, first, last in spans:
        expected = set(range(max(first, start), min(last, start + len(text))))
        assert covered.get(number, set()) == expected


def test_the_lines_of_an_article_are_those_of_its_file(
    warehouse: Path, articles: dict[str, Explained]
) -> None:
    with open_public(warehouse / "news.duckdb") as reader:
        for article in articles.values():
            _, rows = reader.ask(
                f"select text from lines where file_id = '{article.values['file']}' "
                "and role is not null order by line_no, segment_no"
            )
            shown = [
                "".join(p if isinstance(p, str) else str(p[0]) for p in line[-1])
                for line in article.values["lines"]
            ]
            assert shown == [text for (text,) in rows]


def test_what_is_no_text_of_the_article_says_by_what_rule_it_went(
    articles: dict[str, Explained],
) -> None:
    removed = [
        line for article in articles.values() for line in article.values["lines"] if not line[4]
    ]
    assert removed
    assert all(line[5] for line in removed)
