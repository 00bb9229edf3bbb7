"""The zone named after a clock time: GMT, بتوقيت مكة المكرمة, (ت غ), بالتوقيت المحلي."""

from flows.text.temporal_tokens import TokenRow


def read_zone(row: TokenRow, index: int) -> tuple[int | None, int]:
    """Minutes east of UTC of the zone named after a time; local and unknown zones have none.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_zone(tokenize("بتوقيت مكة"), 0), read_zone(tokenize("بتوقيت أوزبكستان"), 0)
    ((180, 2), (None, 2))
    """
    step = index
    is_bracketed = row.text(step) == "("
    if is_bracketed:
        step += 1
    has_cue = row.word(step, "zone_cue") is not None
    step += has_cue
    zone = row.word(step, "zone")
    if zone is None and has_cue and not is_bracketed:
        return None, _end_of_place(row, step) or index
    if zone is None or not (has_cue or zone.value == "0" or zone.traits):
        return None, index
    step += 1
    if is_bracketed:
        if row.text(step) != ")":
            return None, index
        step += 1
    return (None if zone.value == "local" else zone.number), step


def _end_of_place(row: TokenRow, index: int) -> int | None:
    """The index after an unlisted place that names a zone: بتوقيت أوزبكستان, بتوقيت شرق كندا."""
    index += row.text(index) in _BEFORE_PLACE
    is_word = bool(row.word(index, "zone")) or row.text(index).isalpha()
    is_word = is_word and not row.proclitic(index)
    return index + 1 if is_word else None


_BEFORE_PLACE = frozenset(
    {"شرق", "غرب", "شمال", "جنوب", "وسط", "مدينه", "سان", "هونغ", "هونج", "نيو", "لوس", "كوالا",
     "جزر", "الساحل", "ريو دي", "بوينس"}
)  # fmt: skip
