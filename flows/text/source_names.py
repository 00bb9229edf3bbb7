"""Finds the names of outlets and agencies in running text."""

import re

from ahocorasick_rs import AhoCorasick

from flows.lexicon import rows
from flows.text.folding import FoldedText, fold
from flows.text.source_lexicon import (
    BY_KEY,
    COUNTRIES,
    CUES,
    NO_CUE,
    Bearer,
    Source,
    key_of,
    resolve,
)


def find_source_names(text: str) -> list[tuple[int, int, str]]:
    """Where sources are named in running text: (start, end, source_id), in order, not nested.

    Clitics and quotes stay outside. A name that is also an ordinary word or a place counts only
    beside a cue: the kind of outlet, a reporter ("مراسل الجزيرة"), words of citing, quotes.

    >>> find_source_names("نقل موقع روسيا اليوم عن رويترز")
    [(9, 20, 'rt'), (24, 30, 'reuters')]
    >>> find_source_names("وصل إلى روسيا اليوم")
    []
    """
    folded = fold(text)
    searched = str(folded)
    for mark in _OPENING_MARKS:
        searched = searched.replace(mark, " ")
    matches = _AUTOMATON.find_matches_as_indexes(searched, overlapping=True)
    whole = [
        (start + _SKIPS[index], -end, index)
        for index, start, end in matches
        if (end == len(folded) or not folded[end].isalnum()) and _begins_word(folded, start)
    ]
    found: list[tuple[int, int, str]] = []
    last = 0
    for start, negative_end, index in sorted(whole):
        end = -negative_end
        if start < last:
            continue
        source = _source_in_text(folded, start, end, BY_KEY[_KEYS[index]])
        if source is not None:
            last = end
            found.append((*folded.source_span(start, end), source.source_id))
    return found


def _source_in_text(
    folded: FoldedText, start: int, end: int, bearers: tuple[Bearer, ...]
) -> Source | None:
    if len(bearers) == 1 and not bearers[0].needs_cue:
        return bearers[0].source
    has_li = folded.startswith("لل", start - 1)
    use, kinds = _cue_before(folded, start - has_li)
    is_quoted = folded[start - 1 : start] in _OPENING and folded[end : end + 1] in _CLOSING
    is_phrase = " " in folded[start:end]
    if use == "kind" or (use == "weak_kind" and (is_quoted or is_phrase)):
        of_kind = tuple(bearer for bearer in bearers if bearer.source.kind in kinds)
        country = COUNTRIES.get(_word_after(folded, end))
        return resolve(of_kind, kinds, country) or resolve(of_kind, kinds, None)
    source = resolve(bearers, None, None)
    if source is None:
        return None
    is_place = any(bearer.needs_cue == "place" for bearer in bearers)
    is_in_brackets = folded[start - 1 : start] == "(" and folded[end : end + 1] == ")"
    is_known = (
        (is_quoted and (use == "citing" or is_phrase))
        or (use == "citing" and source.kind in kinds)
        or (use == "reporter" and source.kind in kinds and not is_place)
        or (is_in_brackets and source.kind == "agency")
    )
    return source if is_known else None


def _cue_before(folded: FoldedText, start: int) -> tuple[str, frozenset[str]]:
    # The use of the one or two words before `start` and the kinds of source that they go with.
    words = folded[max(0, start - _CUE_WINDOW) : start].rstrip(_BEFORE_NAME).split()[-2:]
    if not words:
        return NO_CUE
    last = words[-1].lstrip(_BEFORE_NAME)
    two = f"{words[0].lstrip(_BEFORE_NAME)} {last}"
    return _CUES_WITH_CLITICS.get(two) or _CUES_WITH_CLITICS.get(last) or NO_CUE


def _word_after(folded: FoldedText, end: int) -> str:
    match = _WORD_AFTER.match(folded, end)
    return match.group(1) if match else ""


def _begins_word(folded: FoldedText, start: int) -> bool:
    if start == 0 or not (folded[start - 1].isalnum() and folded[start].isalnum()):
        return True
    return _CLITICS_BEFORE.search(folded, max(0, start - 3), start) is not None


def _patterns() -> list[tuple[str, str, int]]:
    # A pattern of the automaton, the key of its name, and how many characters precede the name.
    patterns: dict[str, tuple[str, int]] = {}
    for row in rows("sources"):
        for name in (row["name_ar"], *filter(None, row["variants"].split("|"))):
            written = str(fold(name.rstrip("?")))
            key = key_of(written)
            # A doubtful name has its cue before it, so it never begins a text or has a clitic.
            is_doubtful = all(bearer.needs_cue for bearer in BY_KEY[key])
            patterns.setdefault(" " * is_doubtful + written, (key, int(is_doubtful)))
            if written.startswith("ال"):  # with li- the article loses its alef
                patterns.setdefault(" لل" + written[2:], (key, 2))
    return [(written, key, skip) for written, (key, skip) in patterns.items()]


_OPENING, _CLOSING = frozenset('"“«‘'), frozenset('"”»’')
_OPENING_MARKS = '"“«‘('
_CLITICS_BEFORE = re.compile(r"(?<!\w)(?:[وف][بلك]?|[بلك])\Z")
_CUES_WITH_CLITICS = {
    conjunction + preposition + cue: use
    for cue, use in CUES.items()
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
}
_CUE_WINDOW = 30  # characters before a name in which its cue stands
_BEFORE_NAME = " :" + _OPENING_MARKS
_WORD_AFTER = re.compile(r"[\"”»’)]? (\w+)")
_PATTERNS = _patterns()
_KEYS = [key for _, key, _ in _PATTERNS]
_SKIPS = [skip for _, _, skip in _PATTERNS]
_AUTOMATON = AhoCorasick([pattern for pattern, _, _ in _PATTERNS])
