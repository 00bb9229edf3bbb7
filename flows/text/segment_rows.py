"""The lines of a text beside the same lines of its folded text, and the places to cut them."""

from dataclasses import dataclass

from flows.text.folding import FoldedText
from flows.text.lines import is_blank, line_spans
from flows.text.model import Role


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank; offsets count characters of the text and of the folded text.

    `after_blank` says that a blank line, or the beginning of the text, stands before it.
    """

    line_no: int
    start: int
    end: int
    folded_start: int
    folded_end: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a part of a line ends, in the folded text.

    `given` is the role and the rule of the part before, where the cut itself tells them.
    """

    end: int
    given: tuple[Role, str] | None = None


def rows_of(text: str, folded: FoldedText) -> list[Row]:
    """The lines of `text` that are not blank; `folded` is its folded form.

    >>> from flows.text.folding import fold
    >>> text = "خبر\\n\\nثان"
    >>> [(row.line_no, row.start, row.after_blank) for row in rows_of(text, fold(text))]
    [(1, 0, True), (3, 5, True)]
    """
    table = []
    place, after_blank = 0, True
    for line_no, (start, end, ending) in enumerate(line_spans(text), 1):
        # Its own ending: folding may bring \r and \n together that stood on both sides of a mark.
        stop = folded.find(ending, place) if ending else len(folded)
        # A line of nothing but marks folds to nothing; only invisible characters make it blank.
        if not folded[place:stop].strip() and is_blank(text[start:end]):
            after_blank = True
        else:
            table.append(Row(line_no, start, end, place, stop, after_blank))
            after_blank = False
        place = stop + len(ending)
    return table
