"""Cuts a text into the pieces that get a role each: lines, or parts of lines that mix roles.

A line is cut where a site's name stands before or after its title, where a widget, a byline or
a wire's dateline runs on into the story, and where tags, links or a source line hang on to the
last sentence. Every cut keeps its offsets; the pieces of a line lie end to end and fill it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.folding import FoldedText, fold
from flows.text.lead_cuts import lead_cuts
from flows.text.model import Role
from flows.text.segment_rows import Cut, Row, rows_of
from flows.text.tail_cuts import contact_cut, gap_cuts, sign_off_cut, tail_cuts
from flows.text.title_cuts import repeated_title_cut, title_cuts


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that is not blank, or a part of one, before it has a role.

    Offsets count characters of the text; `folded` is the folded text between them. `given` is the
    role and rule where the cut itself tells them. `after_blank` says that a blank line, or the
    beginning of the text, stands before its line.
    """

    line_no: int
    segment_no: int
    start: int
    end: int
    folded: str
    after_blank: bool
    given: tuple[Role, str] | None = None


def cut_lines(text: str) -> list[Piece]:
    """The pieces of `text` in order; every line that is not blank is one piece or more.

    >>> [piece.folded for piece in cut_lines("خبر\\nانتهى الاجتماع أمس. كلمات مفتاحية مصر ليبيا")]
    ['خبر', 'انتهي الاجتماع امس. ', 'كلمات مفتاحيه مصر ليبيا']
    """
    folded = fold(text)
    table = rows_of(text, folded)
    tails = tail_cuts(folded, table)
    pieces: list[Piece] = []
    in_head = True
    for index, row in enumerate(table):
        cuts: list[Cut] = []
        is_title = index == 0 and not folded[: row.folded_end].rstrip().endswith(".")
        if is_title:
            cuts = title_cuts(folded, table)
        elif in_head:
            repeated = repeated_title_cut(folded, row, table)
            cuts = [repeated] if repeated is not None else lead_cuts(text, folded, row)
            in_head = row.end - row.start < _PARAGRAPH and index < _LAST_HEAD_LINE
        if index in tails:
            cuts = [*cuts, *tails[index]]
        elif index > 0 and (end := sign_off_cut(folded, row) or contact_cut(folded, row)):
            cuts = [*cuts, end]
        elif index > 0 and not cuts:
            cuts = gap_cuts(folded, row)
        pieces += _pieces(folded, row, cuts)
    return pieces


def _pieces(folded: FoldedText, row: Row, cuts: Sequence[Cut]) -> list[Piece]:
    if not cuts:
        part = folded[row.folded_start : row.folded_end]
        return [Piece(row.line_no, 1, row.start, row.end, part, row.after_blank)]
    # White space alone is no piece: it goes to the piece after it, at the end to that before.
    pieces: list[Piece] = []
    place, start = row.folded_start, row.start
    for cut in (*cuts, Cut(row.folded_end)):
        end = row.end if cut.end >= row.folded_end else folded.source(cut.end)
        is_last = end == row.end
        part = folded[place : cut.end]
        if not is_last and not (part.strip() and folded[cut.end : row.folded_end].strip()):
            continue
        if start < end:
            number = len(pieces) + 1
            pieces.append(Piece(row.line_no, number, start, end, part, row.after_blank, cut.given))
            place, start = cut.end, end
    return pieces


_PARAGRAPH = 110
_LAST_HEAD_LINE = 14  # lines that are not blank; the story has begun by then
