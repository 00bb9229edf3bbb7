"""What looks like a temporal expression and is none: outlets, places, movements, ages, teams."""

from flows.text.temporal_expressions import Day, Length, Parsed
from flows.text.temporal_lexicon import Word
from flows.text.temporal_tokens import TokenRow

_AGE_WINDOW = 4
_QUOTES = frozenset({'"', "«", "»", "“", "”", "'", "‘", "’"})
_APPOSITION = ("،", ",", "-", "–")
_CLAUSE_STARTS = frozenset({".", "\n", "؛", "ان", "انه", "انها", "الذي", "التي"})
_LINE_MARKS = frozenset({"", "\n", ":", "|", "+", "/", "-", "–", "("})


def is_decoy(row: TokenRow, parsed: Parsed) -> bool:
    """Whether the words around an expression make it a name, an age or a count.

    >>> from flows.text.temporal_tokens import tokenize
    >>> is_decoy(tokenize("مدينة 6 أكتوبر"), Parsed(Day(day=6, month=10), 1, 3, "date"))
    True
    """
    expression = parsed.expression
    if isinstance(expression, Day):
        if expression.offset is not None and row.text(parsed.end - 1) == "اليوم":
            return _is_not_today(row, parsed)
        if row.word(parsed.start, "tonight"):
            return row.word(parsed.end, "not_tonight") is not None
        if expression.offset == 1 and row.proclitic(parsed.start) == "ف":
            return True  # فغدا: "and it became"
        if expression.year is None and expression.clock is None:
            return _is_named_after(row, parsed, expression) or _is_quoted_name(row, parsed)
        return False
    if isinstance(expression, Length) and expression.direction in ("pure", "after"):
        return _is_age(row, parsed)
    return False


def _is_named_after(row: TokenRow, parsed: Parsed, day: Day) -> bool:
    """مدينة 6 أكتوبر, إمام الجمعة – but the attacks of Friday were on that day."""
    word = _as_written(row, parsed.start - 1, "namesake")
    if word is None or row.word(parsed.start, "unit"):
        return False
    if day.day is not None or day.month is not None:
        return True
    is_plain = day.weekday is not None and parsed.end == parsed.start + 1 and day.part is None
    return is_plain and "weekday" in word.traits


def _as_written(row: TokenRow, index: int, role: str) -> Word | None:
    """A word in its role if it has the letter that folding would lose: إمام is not أمام."""
    word = row.word(index, role)
    return word if word is not None and word.value in row.original(index) else None


def _is_not_today(row: TokenRow, parsed: Parsed) -> bool:
    index = parsed.end - 1
    if row.word(index + 1, "not_today") or row.word(index + 1, "ordinal"):
        return True
    if row.word(parsed.start, "demonstrative"):
        return row.proclitic(parsed.start) == "ب"  # "they keep this day": an occasion
    if parsed.start != index:
        return False
    if row.word(index - 1, "not_today_before"):
        return True
    if row.text(index - 1) == "في" and row.word(index - 2, "unit"):
        return True  # eight hours a day
    return _is_quoted_name(row, parsed) or _is_outlet(row, index)


def _is_outlet(row: TokenRow, index: int) -> bool:
    """موقع روسيا اليوم; المصدر: روسيا اليوم."""
    if row.word(index - 1, "outlet_noun"):
        return row.text(index + 1) in _QUOTES or not row.proclitic(index)
    if row.word(index - 1, "outlet_name") is None:
        return False
    if row.word(index - 2, "outlet_noun") or row.word(index - 2, "reporting"):
        return True
    if row.text(index - 2) == "(" and row.text(index + 1) == ")":
        return True
    closes_line = row.text(index + 1) in ("", "\n", "+", "|", "(", ")", "-")
    return closes_line and row.text(index - 2) in _LINE_MARKS


def _is_quoted_name(row: TokenRow, parsed: Parsed) -> bool:
    """Alone, or with one word before it, between quotation marks."""
    if row.text(parsed.end) not in _QUOTES:
        return False
    before = parsed.start - 1
    return row.text(before) in _QUOTES or row.text(before - 1) in _QUOTES


def _is_age(row: TokenRow, parsed: Parsed) -> bool:
    expression = parsed.expression
    if not isinstance(expression, Length) or expression.unit not in ("Y", "MO", "D", "W"):
        return False
    before, after = row.text(parsed.start - 1), row.text(parsed.end)
    closes = after in (")", *_APPOSITION) or row.proclitic(parsed.end) == "و"
    if before == "(" and closes and expression.unit in ("Y", "MO"):
        return True
    if row.word(parsed.end, "age_after") or (after == "من" and row.word(parsed.end + 1, "age")):
        return True
    cue = row.word(parsed.start - 1, "age_before")
    if cue is not None:
        if comparison_before(row, parsed.start):
            return False  # a term "of no less than (عن) three years"
        if "years" in cue.traits:  # "he died at (عن) 84", but "a delay of over (عن) 30 days"
            return expression.unit == "Y"
        return "sum" not in cue.traits or not _measures_time(row, parsed.start - 2)
    if expression.unit == "Y" and before in _APPOSITION and after in (*_APPOSITION, ")"):
        return expression.amount is not None and row.number(parsed.start) is not None
    # An age of no less than … and no more than … is one clause.
    window = _AGE_WINDOW * (2 if before.startswith("لا ") else 1)
    for index in range(parsed.start - 1, max(parsed.start - 1 - window, -1), -1):
        if row.text(index) in _CLAUSE_STARTS or row.word(index, "within"):
            return False
        if _as_written(row, index, "age") or row.word(index, "age_person"):
            return True
    return False


def comparison_before(row: TokenRow, index: int) -> str | None:
    """The modifier of what a verb and its noun stand before: لا تقل مدته عن; None of an age.

    >>> from flows.text.temporal_tokens import tokenize
    >>> comparison_before(tokenize("عقد لا تقل مدته عن سنة"), 5)
    'EQUAL_OR_MORE'
    """
    if row.text(index - 1) not in ("عن", "علي"):
        return None
    for step in range(index - 2, max(index - 2 - _COMPARISON_WINDOW, -1), -1):
        verb = row.word(step, "comparison")
        if verb is not None:
            is_denied = row.text(step - 1) in ("لا", "الا", "لن")
            return _DENIED[verb.value] if is_denied else verb.value
        if not row.text(step).isalpha() or _as_written(row, step, "age"):
            return None
    return None


_COMPARISON_WINDOW = 4
_DENIED = {"LESS_THAN": "EQUAL_OR_MORE", "MORE_THAN": "EQUAL_OR_LESS"}


def _measures_time(row: TokenRow, index: int) -> bool:
    """Whether what "amounts to 3 years" is a term and not a person."""
    return any(row.word(k, "within") for k in range(max(index - 3, 0), index + 1))
