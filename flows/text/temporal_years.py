"""Years: 2015, عام 2015م, لعام 1436هـ, العام الماضي – and when a bare number is one."""

from flows.text.temporal_expressions import Calendar, Day
from flows.text.temporal_numbers import read_cardinal, read_year_number
from flows.text.temporal_tokens import TokenRow

_HIJRI_YEARS = range(1300, 1470)


def read_year(row: TokenRow, index: int) -> tuple[Day, int] | None:
    """A year after a month or on its own, with its era if written; and the index after it.

    >>> from flows.text.temporal_tokens import tokenize
    >>> day, end = read_year(tokenize("عام 1436هـ"), 0)
    >>> day.year, day.calendar, end
    (1436, 'hijri', 3)
    """
    has_cue = is_year_cue(row, index)
    step = index + has_cue
    if has_cue and row.word(step, "year_kind"):
        step += 1
    is_bracketed = row.text(step) == "(" and has_cue
    count = read_year_number(row, step + is_bracketed)
    if count is None and has_cue:
        count = read_cardinal(row, step)
        era = row.word(count.end, "era") if count is not None else None
        if era is None:
            return None
    if count is None:
        return None
    end = count.end
    if is_bracketed:
        if row.text(end) != ")":
            return None
        end += 1
    era = row.word(end, "era")
    is_marked = era is not None and (len(row.text(end)) > 1 or _is_era_letter(row, end))
    value = -count.value if era is not None and era.value == "bc" else count.value
    calendar: Calendar = "hijri" if value in _HIJRI_YEARS else "gregorian"
    if era is not None and is_marked:
        calendar = "hijri" if era.value == "hijri" else "gregorian"
        end += 1
    return Day(year=value, calendar=calendar), end


def read_related_year(row: TokenRow, index: int) -> tuple[int, int] | None:
    """The relation of a year to the anchor's, and the index after it.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_related_year(tokenize("العام الماضي"), 0)
    (-1, 2)
    """
    if row.text(index) in ("هذا", "هذه") and is_year_cue(row, index + 1):
        return 0, index + 2
    if not is_year_cue(row, index) or not row.text(index).startswith("ال"):
        return None
    step = index + 1
    if row.word(step, "year_kind"):
        step += 1
    relation = row.word(step, "relation")
    if relation is None:
        return None
    return relation.number, step + 1


def read_told_year(row: TokenRow, index: int) -> tuple[int, int] | None:
    """The distance of a year from the one that the text named last, and the index after it.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_told_year(tokenize("ذلك العام"), 0), read_told_year(tokenize("السنة التالية"), 0)
    ((0, 2), (1, 2))
    """
    has_pointer = row.text(index) in _POINTERS
    step = index + has_pointer
    if not is_year_cue(row, step) or not row.text(step).startswith("ال"):
        return None
    if has_pointer:
        return 0, step + 1
    narrative = row.word(step + 1, "narrative")
    if narrative is None or not narrative.value:
        return None
    return narrative.number, step + 2


_POINTERS = frozenset({"ذلك", "تلك", "نفس", "ذات"})


def read_era_after(row: TokenRow, index: int, year: int) -> tuple[Calendar, int]:
    """The calendar of a numeric date by the era after it or its year, and the index after.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_era_after(tokenize("1436 هـ"), 1, 1436)
    ('hijri', 2)
    """
    calendar: Calendar = "hijri" if year in _HIJRI_YEARS else "gregorian"
    era = row.word(index, "era")
    if era is not None and (len(row.text(index)) > 1 or _is_era_letter(row, index)):
        return ("hijri" if era.value == "hijri" else "gregorian"), index + 1
    return calendar, index


def is_year_cue(row: TokenRow, index: int) -> bool:
    """Whether the token is a عام or سنة that can announce a year.

    >>> from flows.text.temporal_tokens import tokenize
    >>> is_year_cue(tokenize("للعام 2014"), 0)
    True
    """
    unit = row.word(index, "unit")
    return unit is not None and unit.value == "Y" and ("one" in unit.traits)


def is_cued_year(row: TokenRow, index: int, end: int, year: int) -> bool:
    """Whether a bare 2015 is a year: after a preposition or a noun of years, and counts nothing.

    >>> from flows.text.temporal_tokens import tokenize
    >>> is_cued_year(tokenize("في 2015 قتل"), 1, 2, 2015)
    True
    >>> is_cued_year(tokenize("في 2015 مدنيا"), 1, 2, 2015)
    False
    """
    if not 1900 <= year <= 2100 or row.proclitic(index).endswith(("ب", "ك")):
        return False
    if row.text(index - 1) in ("", "\n"):
        # "1934 - اغتيال المستشار": a line of a chronicle
        is_head = row.text(end) in ("-", "–") and not row.is_glued(end)
        return is_head or (row.text(end) == ":" and not row.is_glued(end + 1))
    if row.word(index - 1, "year_cue") is None and row.proclitic(index) != "ل":
        return False
    if row.proclitic(index) == "ل" and row.word(index - 1, "year_noun") is None:
        return False
    if row.proclitic(end) == "و" and row.number(end) is not None:
        # Between 2000 and 4000 dirhams.
        return row.number(end) in range(1900, 2101) and not _is_counted(row, end + 1)
    return not _is_counted(row, end)


def _is_era_letter(row: TokenRow, index: int) -> bool:
    """Whether م or هـ after a year is its era and not the start of another word."""
    return not (row.is_glued(index + 1) and row.text(index + 1).isalnum())


def _is_counted(row: TokenRow, index: int) -> bool:
    """Whether the word at `index` is what a number counts: القرار, مدنيا, دولار."""
    text = row.text(index)
    if row.proclitic(index) or not text.isalpha() or row.word(index, "function"):
        return bool(row.word(index, "counted"))
    return bool(row.word(index, "counted")) or (text.endswith("ا") and len(text) > 3)
