"""Finds the headline among the first lines of a file."""

from collections.abc import Sequence

from flows.text.bylines import byline_rule, has_name, is_outlet, is_person, is_place
from flows.text.line_features import Features
from flows.text.line_signs import ends_with_agency, is_caption_wording, is_latin
from flows.text.line_words import is_section, is_widget, names_more_than_a_date


def find_headline(lines: Sequence[Features]) -> tuple[int, str] | None:
    """Where the headline stands and the rule that found it; None for a file that has none.

    It is the first line that can be one. Under a menu it is a line that is repeated before the
    first paragraph, or failing that the first longer line with the date or the author below it.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> page = "الرئيسية\\nرياضة\\nالمنتخب يفوز وديا على ضيفه\\n12 مايو 2016"
    >>> find_headline([features_of(piece) for piece in cut_lines(page)])
    (2, 'first_line')
    """
    head = range(below_masthead(lines), len(lines[:_HEAD]))
    first = next((index for index in head if _can_be_headline(lines, index)), None)
    if first is None:
        return None
    twice = _title_that_stands_twice(lines, first)
    if twice is not None:
        return twice, "title_again"
    if lines[first].length > _LONGEST or _reads_as_body(lines, first):
        return None
    below = _title_under_menu(lines, first)
    if below is not None:
        return below, "title_over_date"
    below = _title_under_kicker(lines, first)
    return (first, "first_line") if below is None else (below, "title_under_kicker")


def below_masthead(lines: Sequence[Features]) -> int:
    """The index of the first line below the staff, the weather and the ticker of a page; 0 if none.

    They stand above the story's first sentence. A ticker is a long line of titles without a mark.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> page = "رئيس التحرير\\nسامي الحداد\\nالمنتخب يفوز وديا على ضيفه"
    >>> below_masthead([features_of(piece) for piece in cut_lines(page)])
    2
    """
    below, head = 0, lines[:_LONGEST_MASTHEAD]
    if not any(line.rule is not None and line.rule.opens.startswith("masthead") for line in head):
        return 0  # most pages
    for index, line in enumerate(head):
        if line.is_paragraph and not _is_ticker(line):
            break
        opens = line.rule.opens if line.rule is not None else ""
        if opens.startswith("masthead"):
            below = index + 1
            if opens == "masthead" and _may_be_name(lines, below):
                below += 1
    while below and below < len(lines) - 1 and _is_ticker(lines[below]):
        below += 1
    return below


def _is_ticker(line: Features) -> bool:
    text = line.piece.folded
    return line.length > _LONG and not any(mark in text for mark in '.،؛!؟"«')


def _may_be_name(lines: Sequence[Features], index: int) -> bool:
    return (
        index < len(lines) - 1 and lines[index].rule is None and lines[index].words <= _NAME_WORDS
    )


def _can_be_headline(lines: Sequence[Features], index: int) -> bool:
    line = lines[index]
    following = lines[index + 1 : index + 2]
    if line.piece.given is not None or not line.bare or is_widget(line.key):
        return False
    if line.key.endswith(_DASHES):
        return False  # a site or a place, and what it stands before has been left out
    if line.rule is not None and not _may_be_title(line):
        return False
    if line.is_date and not _is_title_with_date(line, is_first=index == 0 and line.rule is None):
        return False
    if is_latin(line) and not all(map(is_latin, lines[index + 1 :])):
        return False
    return not is_section(line.key) or not following or following[0].is_paragraph


def _may_be_title(line: Features) -> bool:
    # "شاهد: ...", "تقرير: ..." and "مصدر: ..." are titles too.
    role = line.rule.role if line.rule is not None else ""
    return role in ("related", "caption", "body") or (
        role in ("byline", "credit") and (line.words > _BYLINE_WORDS or _announces(line.key))
    )


def _announces(key: str) -> bool:
    # "تقرير: الاقتصاد العالمي يتباطأ" is a title, "تقرير: محمد الراجي" an author.
    label, colon, rest = key.partition(":")
    rest = rest.strip()
    if not colon or " " in label.strip() or " " not in rest:
        return False
    is_full_name = is_person(rest) or (has_name(rest) and rest.count(" ") == 1)
    return not is_full_name and not is_outlet(rest) and byline_rule(rest) is None


def _is_title_with_date(line: Features, is_first: bool) -> bool:
    # "ذكرى حرب 17 مايو 2010 تعود" is a title, "الجمعة 17 مايو 2010" is not; on the very first
    # line "كاريكاتير 2015/8/11" is one too, "جدة 2015/8/11" is not.
    others = [word for word in line.key.split(" ") if names_more_than_a_date(word)]
    if len(others) * 2 > line.words:
        return True
    return is_first and bool(others) and not any(is_place(x) or is_outlet(x) for x in others)


def _title_that_stands_twice(lines: Sequence[Features], first: int) -> int | None:
    seen: dict[str, int] = {}
    for index in range(first, min(len(lines), _HEAD)):
        line = lines[index]
        if line.length > _LONGEST or (line.is_paragraph and index - first > _LINES_OF_TITLE):
            return None
        if (
            line.words >= _TITLE_WORDS
            and line.rule is None
            and not line.is_date
            and not line.key.endswith(_DASHES)
            and not (index > first and ends_with_agency(line.key))
        ):
            before = seen.setdefault(line.bare, index)
            # A longer title over the same few words twice: the caption, for eye and for ear.
            is_caption = before == first + 1 == index - 1 and line.words < lines[first].words
            if before < index and not is_caption:
                return before
    return None


def _reads_as_body(lines: Sequence[Features], index: int) -> bool:
    # A file without a headline begins with its first sentence.
    line, following = lines[index], lines[index + 1 : index + 2]
    return (
        line.length > _LONG
        and line.key.endswith(".")
        and (not following or following[0].is_paragraph or following[0].ends_sentence)
    )


def _title_under_menu(lines: Sequence[Features], first: int) -> int | None:
    for index in range(first, min(len(lines) - 1, first + _LONGEST_MENU)):
        line, below = lines[index], lines[index + 1]
        if line.words > _MENU_WORDS or line.is_date:
            is_title = line.rule is None and not line.is_paragraph and index - first > 1
            return index if is_title and (below.is_date or byline_rule(below.key)) else None
    return None


def _title_under_kicker(lines: Sequence[Features], first: int) -> int | None:
    # "دولي", "شؤون المدينة": the section or the site, then the title, then the story or its date.
    for index in range(first, min(len(lines) - 1, first + _MOST_KICKERS + 1)):
        line, below = lines[index], lines[index + 1]
        is_plain = line.rule is None and not line.is_date and not line.is_paragraph
        if not is_plain or line.piece.given is not None or line.ends_sentence or "،" in line.key:
            return None
        if line.words >= _TITLE_UNDER_KICKER:
            is_caption = is_caption_wording(line.key) or ends_with_agency(line.key)
            is_over = below.is_paragraph or below.is_date or byline_rule(below.key) is not None
            return index if index > first and is_over and not is_caption else None
        if line.words > _KICKER_WORDS or byline_rule(line.key) is not None:
            return None
    return None


_DASHES = ("-", "–", "—", "ـ")
_LONGEST_MASTHEAD = 14  # lines
_NAME_WORDS = 6
_MOST_KICKERS = 2
_KICKER_WORDS = 2
_TITLE_UNDER_KICKER = 5
_HEAD = 45  # lines that are not blank; a menu can be long
_LONGEST = 220
_LONG = 120
_LINES_OF_TITLE = 2
_TITLE_WORDS = 3
_BYLINE_WORDS = 4
_LONGEST_MENU = 30
_MENU_WORDS = 3
