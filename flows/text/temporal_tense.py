"""Whether the clause around an expression speaks of what will be or of what was."""

from flows.text.temporal_tokens import TokenRow

_WINDOW_BEFORE = 12
_WINDOW_AFTER = 3
_STOPS = frozenset({".", "!", "؟", "?", "\n", "؛", ";", ":", '"', "«", "»", "“", "”"})
_SENTENCE_ENDS = frozenset({".", "!", "؟", "?", "\n", "؛", ";"})
_SUBORDINATORS = frozenset(
    {"ان", "انه", "انها", "انهم", "بان", "الذي", "التي", "حيث", "فيما", "بينما"}
)


def tense(row: TokenRow, start: int, end: int) -> int:
    """1 for the future, -1 for the past, 0 where no cue stands near the tokens `start:end`.

    The nearest cue before decides, else one right after: سيشارك الأحد, الأحد ستبدأ.

    >>> from flows.text.temporal_tokens import tokenize
    >>> tense(tokenize("سيشارك الفريق الأحد"), 2, 3), tense(tokenize("قال الوزير الأحد"), 2, 3)
    (1, -1)
    """
    commas = 0
    for index in range(start - 1, max(start - 1 - _WINDOW_BEFORE, -1), -1):
        text = row.text(index)
        if text in _SENTENCE_ENDS:
            break
        if text in ("،", ","):
            commas += 1
            if commas > 2:
                break
        cue = _cue(row, index) or (index == start - 1 and _is_imperfect(row, index))
        if cue:
            return int(cue)
    for index in range(end, min(end + _WINDOW_AFTER, len(row))):
        if row.text(index) in _STOPS or row.text(index) in _SUBORDINATORS:
            break
        cue = _cue(row, index)
        if cue:
            return cue
    return 0


def _is_imperfect(row: TokenRow, index: int) -> bool:
    """Whether a verb in the imperfect stands there: يصل الاثنين is yet to come, لم يصل is not."""
    text, before = row.text(index), row.text(index - 1)
    is_verb = len(text) > 2 and text[0] == "ي" and not row.tokens[index].senses
    return is_verb and before not in ("لم", "كان", "كانت", "كانوا")


def _cue(row: TokenRow, index: int) -> int:
    word = row.word(index, "tense")
    if word is not None:
        return word.number
    text = row.text(index)
    if len(text) < 5:
        return 0
    letters = text.lstrip("وف") if text[0] in "وف" else text
    if letters[0] == "س" and letters[1] in "يتن" and not row.word(index, "not_future"):
        return 1
    return 0
