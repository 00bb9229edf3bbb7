"""Finds the names of outlets and agencies in running text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class SourcePattern:
    """A folded name as it is written, its key in the lexicon, and whether bare it may be another
    word, so that its cue stands before it."""

    written: str
    key: str
    is_doubtful: bool


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


def source_name_at(
    folded: FoldedText, start: int, patterns: Iterable[SourcePattern]
) -> tuple[int, str] | None:
    """The end and the id of the source that is named at `start`, by one of `patterns`.

    `find_source_names` for who knows already where such names may begin; patterns come in the
    order in which they are to be tried.

    >>> pattern = SourcePattern("رويترز", "رويترز", is_doubtful=False)
    >>> source_name_at(fold("نقلا عن رويترز"), 8, [pattern])
    (14, 'reuters')
    """
    has_article = folded.startswith("لل", start - 1)
    for pattern in patterns:
        name = pattern.written
        if folded.startswith(name, start):
            end = start + len(name)
            is_apart = not pattern.is_doubtful or folded[start - 1 : start] in _BEFORE_DOUBTFUL
        elif has_article and name.startswith("ال") and folded.startswith(name[2:], start + 1):
            end = start + len(name) - 1
            is_apart = folded[start - 2 : start - 1] in _BEFORE_DOUBTFUL
        else:
            continue
        if is_apart and not folded[end : end + 1].isalnum() and _begins_word(folded, start):
            source = _source_in_text(folded, start, end, BY_KEY[pattern.key])
            if source is not None:
                return end, source.source_id
    return None


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
    is_in_brackets = folded[start - 1 : start] == "(" and folded[end : end + 1] == ")"
    if not (use or is_quoted or is_in_brackets):
        return None  # most places and days that bear an outlet's name
    source = resolve(bearers, None, None)
    if source is None:
        return None
    is_place = any(bearer.needs_cue == "place" for bearer in bearers)
    is_known = (
        (is_quoted and (use == "citing" or is_phrase))
        or (use == "citing" and source.kind in kinds)
        or (use == "reporter" and source.kind in kinds and not is_place)
        or (is_in_brackets and source.kind == "agency")
    )
    return source if is_known else None


def _cue_before(folded: FoldedText, start: int) -> tuple[str, frozenset[str]]:
    # The use of the one or two words before `start` and the kinds of source that they go with.
    words = folded[max(0, start - _CUE_WINDOW) : start].rstrip(_BEFORE_NAME).rsplit(None, 2)[-2:]
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


@cache
def source_patterns() -> dict[str, SourcePattern]:
    """How the sources of the lexicon are written in running text, by folded name.

    >>> source_patterns()["سبق"].is_doubtful
    True
    """
    patterns: dict[str, SourcePattern] = {}
    for row in rows("sources"):
        for name in (row["name_ar"], *filter(None, row["variants"].split("|"))):
            written = str(fold(name.rstrip("?")))
            key = key_of(written)
            # A doubtful name has its cue before it, so it never begins a text or has a clitic.
            is_doubtful = all(bearer.needs_cue for bearer in BY_KEY[key])
            patterns.setdefault(written, SourcePattern(written, key, is_doubtful))
    return patterns


def _searched() -> list[tuple[str, str, int]]:
    # A pattern of the automaton, the key of its name, and how many characters precede the name.
    found = []
    for written, pattern in source_patterns().items():
        found.append((" " * pattern.is_doubtful + written, pattern.key, int(pattern.is_doubtful)))
        if written.startswith("ال"):  # with li- the article loses its alef
            found.append((" لل" + written[2:], pattern.key, 2))
    return found


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
_BEFORE_DOUBTFUL = frozenset(f" {_OPENING_MARKS}")
_SEARCHED = _searched()
_KEYS = [key for _, key, _ in _SEARCHED]
_SKIPS = [skip for _, _, skip in _SEARCHED]
_AUTOMATON = AhoCorasick([pattern for pattern, _, _ in _SEARCHED])
