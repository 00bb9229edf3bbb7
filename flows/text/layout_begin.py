"""Finds where the story begins, below everything that only the head of a page has."""

from collections.abc import Sequence

from flows.text.bylines import byline_rule
from flows.text.line_features import Features
from flows.text.line_signs import is_same_title, is_stamp, known_by_itself
from flows.text.line_words import is_section


def story_begin(lines: Sequence[Features], first: int, headline: str) -> int:
    """The index of the first line of the story, at `first` or below; len(lines) if there is none.

    It is the first paragraph, unless a dateline or byline below sets it off as a standfirst; or
    the first of some lines that only a poem, a list or a hard-wrapped paragraph has. `headline`
    is the bare headline, "" if there is none.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> text = "عنوان\\n12 مايو 2016\\nوصل الوفد إلى العاصمة مساء أمس في زيارة قصيرة."
    >>> story_begin([features_of(piece) for piece in cut_lines(text)], 1, "عنوان")
    2
    """
    run = wrapped = 0
    for index in range(first, len(lines)):
        line = lines[index]
        if line.rule is not None and line.rule.role == "body":
            return index
        if _numbers_a_paragraph(lines, index):
            return index
        if _is_head_line(line, headline):
            run = wrapped = 0
        elif line.is_paragraph:
            if not _is_set_off(lines, index, headline):
                return index - wrapped
            run = wrapped = 0
        else:
            if _reads_as_prose(line):
                return index - run
            run += 1
            wrapped = wrapped + 1 if line.length >= _WRAPPED else 0
            is_story = run == _LIST_RUN or wrapped == _WRAPPED_RUN
            if is_story and not _title_follows(lines, index, headline):
                return index - max(run, wrapped) + 1
    return _first_unknown(lines, first, headline)


def _is_head_line(line: Features, headline: str) -> bool:
    return (
        line.is_date
        or known_by_itself(line, headline) is not None
        or is_section(line.key)
        or (line.words <= _MENU_WORDS and line.key.endswith(("-", "–", "—", "ـ")))
        or line.key.isdigit()
        or byline_rule(line.key) is not None
    )


def _reads_as_prose(line: Features) -> bool:
    # A question, an item of a list, a line that goes on in the next: no title and no name do so.
    return (
        line.key.rstrip("!.").endswith(("؟", "?", "،", ","))
        or (line.key.endswith(":") and line.words >= _PROSE_WORDS)
        or (line.is_bullet and line.words > _PROSE_WORDS)
    )


def _numbers_a_paragraph(lines: Sequence[Features], index: int) -> bool:
    # A number over a paragraph numbers it; under a button it counts something.
    if not lines[index].key.isdigit() or lines[index].key == "0":
        return False
    above, below = lines[max(0, index - 1) : index], lines[index + 1 : index + 2]
    is_counter = any(
        line.key.isdigit() or (line.rule is not None and line.rule.role == "boilerplate")
        for line in above
    )
    return not is_counter and bool(below) and below[0].is_paragraph


def _is_set_off(lines: Sequence[Features], index: int, headline: str) -> bool:
    # A standfirst stands over the date or the author, and the story comes after them.
    if lines[index].length > _LONGEST_STANDFIRST:
        return False
    for below in range(index + 1, min(index + 3, len(lines))):
        line = lines[below]
        role = line.rule.role if line.rule is not None else ""
        if (
            line.is_date
            or role in ("byline", "dateline")
            or (not role and byline_rule(line.key) is not None)
            or is_same_title(line, headline)
        ):
            return _is_single_stamp(lines, below)
        if line.is_paragraph:
            return False
    return False


def _is_single_stamp(lines: Sequence[Features], stamp: int) -> bool:
    # A story comes after it. Another stamp below its first paragraph makes a live report.
    after = next((i for i in range(stamp + 1, len(lines)) if lines[i].is_paragraph), None)
    if after is None or after > stamp + _HEAD:
        return False
    below = lines[after + 1 : after + 2]
    return not (is_stamp(lines[stamp]) and below and is_stamp(below[0]))


def _title_follows(lines: Sequence[Features], index: int, headline: str) -> bool:
    # A menu stands above the title or the date, a poem does not.
    for line in lines[index + 1 : index + _HEAD]:
        if line.is_date or (headline and is_same_title(line, headline)):
            return True
        if line.rule is None and (line.is_paragraph or line.words > _MENU_WORDS):
            return False
    return False


def _first_unknown(lines: Sequence[Features], first: int, headline: str) -> int:
    # A file without a paragraph: its story begins below what only a head has.
    for index in range(first, len(lines)):
        if not _is_head_line(lines[index], headline) and not _title_follows(lines, index, headline):
            return index
    return len(lines)


_HEAD = 45  # lines that are not blank; a menu can be long
_LONGEST_STANDFIRST = 700
_WRAPPED = 45  # characters; a line as long as this without a full stop may be wrapped
_WRAPPED_RUN = 2
_LIST_RUN = 3
_PROSE_WORDS = 4
_MENU_WORDS = 4
