"""Words that give a short line away: sections, widgets, parts of dates, verbs."""

import re

from flows.lexicon import rows
from flows.text.folding import fold


def words_of(word_class: str) -> frozenset[str]:
    """The folded, lower-cased words and phrases of a class of lexicon/line_words.csv.

    >>> "رياضه" in words_of("section")
    True
    """
    return frozenset(
        str(fold(row["word"])).casefold()
        for row in rows("line_words")
        if row["word_class"] == word_class
    )


def is_section(key: str) -> bool:
    """True for the name of a section of a site, such as a menu lists.

    >>> is_section("علوم وتكنولوجيا"), is_section("علوم الفضاء")
    (True, False)
    """
    return key in _SECTIONS or (
        key.partition(" ")[0] in _SECTION_FIRST and key.count(" ") <= _SPACES_IN_SECTION
    )


def is_widget(key: str) -> bool:
    """True for a line that names nothing but buttons: sharing, printing, size of the letters.

    >>> is_widget("فيسبوك تويتر طباعه | A+ A-"), is_widget("تويتر تحجب الحساب")
    (True, False)
    """
    first = _WORD.search(key)
    if first is None or first.group().casefold() not in _WIDGETS:
        return False
    words = _WORD.findall(key.casefold())
    return len(words) <= _MOST_WIDGETS and all(
        word in _WIDGETS or word in _WIDGET_OBJECTS for word in words
    )


def widget_lead(line: str) -> int:
    """Where a run of buttons ends that stands before the story on its line; 0 without one.

    Three names of buttons at least, side by side; the words between them may be those of an
    invitation to share.

    >>> line = "شارك من خلال تويتر فيسبوك جوجل اكتب رايك يواصل القسم حملته"
    >>> line[widget_lead(line) :]
    'يواصل القسم حملته'
    """
    buttons = end = 0
    for match in _WORD.finditer(line):
        word = match.group().casefold()
        if word in _WIDGETS:
            buttons += 1
        elif not buttons or (word not in _WIDGET_OBJECTS and word not in _INVITING):
            break
        end = match.end()
    if buttons < _FEWEST_BUTTONS:
        return 0
    return end + len(line[end:]) - len(line[end:].lstrip(" :|-–.،"))


def is_date_line(key: str) -> bool:
    """True for a line that says when, and at most where and for whom: a dateline.

    It has a month beside a number, or a date or a clock time in digits. The words of the date
    stand together; no more others stand around them than they are, and no more than five.

    >>> is_date_line("الجمعه 20 مايو 2016 09:05 ص"), is_date_line("الرياض 5 شوال 1436 ه واس")
    (True, True)
    >>> is_date_line("مقتل 20 جنديا في مايو 2016")
    False
    """
    lower = key.casefold()
    if len(key) > _LONGEST_DATE_LINE or _ANCHOR.search(lower) is None:
        return False
    words: list[str] = _WORD_OR_NUMBER.findall(lower)
    is_dated: list[bool] = [word[0].isdigit() or word in _DATE_WORDS for word in words]
    dated = sum(is_dated)
    others = len(words) - dated
    within = is_dated[is_dated.index(True) : len(words) - is_dated[::-1].index(True)]
    strangers = len(within) - sum(within)
    allowed = dated // 3 if is_dated[0] else int(dated > _CLEAR)
    return others <= min(dated, _MOST_OTHERS) and strangers <= allowed


def names_more_than_a_date(key: str) -> bool:
    """True if a line has words besides those of a date: a place, an agency.

    >>> names_more_than_a_date("القاهره 3 مايو 2016"), names_more_than_a_date("3 مايو 2016:")
    (True, False)
    """
    return any(word.casefold() not in _DATE_WORDS for word in _WORD.findall(key))


def begins_with_verb(key: str) -> bool:
    """True if the first word is a verb or a particle that begins a sentence, after wa- or fa-.

    >>> begins_with_verb("واضاف الوزير"), begins_with_verb("وزير العمل")
    (True, False)
    """
    first = key.partition(" ")[0].strip("\"'«“(-–*.:،")
    return first in _VERBS or (first[:1] in "وف" and first[1:] in _VERBS)


def _date_words() -> frozenset[str]:
    forms = {
        word
        for name in ("dates_months", "dates_weekdays")
        for row in rows(name)
        for word in _WORD.findall(str(fold(row["form"])).casefold())
    }
    return frozenset(forms) | words_of("clock") | words_of("latin_date")


def _anchor() -> re.Pattern[str]:
    names = {str(fold(row["form"])) for row in rows("dates_months")}
    names |= {name for name in words_of("latin_date") if len(name) > 2}
    month = "|".join(sorted({re.escape(name.casefold()) for name in names}, key=len, reverse=True))
    return re.compile(
        rf"\d[ \-/.،,]{{0,3}}(?:من )?(?:{month})\b|\b(?:{month})[ \-/,،.]*\d"
        r"|\d{1,4} ?[-/.] ?\d{1,2} ?[-/.] ?\d{2,4}|^\D{0,24}\d{1,2}:\d{2}(?!\d)"
    )


_FEWEST_BUTTONS, _MOST_WIDGETS = 3, 24
_LONGEST_DATE_LINE = 130
_CLEAR = 5  # so many words of dates are one date even with a stranger among them
_MOST_OTHERS = 5
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]+|\d+")
_SECTIONS = words_of("section")
_SECTION_FIRST = words_of("section_first")
_WIDGETS = words_of("widget")
_WIDGET_OBJECTS = words_of("widget_object")
_INVITING = words_of("inviting")
_SPACES_IN_SECTION = 2
_VERBS = words_of("verb")
_DATE_WORDS = _date_words()
_ANCHOR = _anchor()
