"""Reads the head of a file: everything before the story begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.bylines import byline_rule, has_name, is_name_like, is_place
from flows.text.layout_begin import story_begin
from flows.text.layout_headline import below_masthead, find_headline
from flows.text.line_features import Features
from flows.text.line_signs import (
    Decision,
    is_caption_wording,
    is_latin,
    is_mentioned,
    is_same_title,
    known_by_itself,
)
from flows.text.line_words import begins_with_verb, is_section, words_of


@dataclass(frozen=True, slots=True)
class Head:
    """Decisions on the lines before the story; `headline` is the bare headline, "" if none."""

    decisions: list[Decision]
    headline: str


def label_head(lines: Sequence[Features]) -> Head:
    """Decides every line before the story.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> text = "عنوان الخبر\\nهسبريس من الرباط\\nأعلنت الوزارة اليوم نتائج الدورة الأولى."
    >>> label_head([features_of(piece) for piece in cut_lines(text)]).decisions
    [('headline', 'first_line', 1.0), ('byline', 'byline_from_place', 0.9)]
    """
    found = find_headline(lines)
    if found is None:
        begin = story_begin(lines, 0, "")
        return Head([_decide(lines, index, begin, "") for index in range(begin)], "")
    headline, rule = found
    bare = lines[headline].bare
    begin = story_begin(lines, headline + 1, bare)
    has_masthead = below_masthead(lines) > 0
    above = [_above_headline(lines[index], has_masthead) for index in range(headline)]
    below = [_decide(lines, index, begin, bare) for index in range(headline + 1, begin)]
    return Head([*above, ("headline", rule, 1.0), *below], bare)


def _above_headline(line: Features, has_masthead: bool) -> Decision:
    known = _by_itself(line, "")
    if has_masthead and line.is_date:
        return "boilerplate", "page_clock", 0.8  # the day of the visit
    return known if known is not None else ("boilerplate", "menu_run", 0.7)


def _by_itself(line: Features, headline: str) -> Decision | None:
    known = known_by_itself(line, headline)
    byline = byline_rule(line.key)
    if known is not None:
        # "الكاتب - الصحيفة (صور: ...)" is a byline with a note.
        is_noted = known[0] == "caption" and byline is not None
        return ("byline", byline or "", 0.9) if is_noted else known
    if line.is_date:
        return "dateline", "date_words", 1.0
    if is_section(line.key):
        return "boilerplate", "menu_section", 0.9
    if byline is not None:
        return "byline", byline, 0.9
    if line.key.isdigit():
        return "boilerplate", "counter", 0.6
    return ("boilerplate", "latin_scrap", 0.6) if is_latin(line) else None


def _decide(lines: Sequence[Features], index: int, begin: int, headline: str) -> Decision:
    line = lines[index]
    known = _by_itself(line, headline)
    if known is not None:
        return known
    if _continues_markup(lines, index):
        return "boilerplate", "markup_rest", 1.0
    if line.words <= _MOST_WORDS and any(
        is_same_title(other, headline) for other in lines[index + 1 : begin]
    ):
        return "boilerplate", "menu_run", 0.7
    if line.words <= _MOST_WORDS and line.key.endswith(_DASHES):
        return "byline", "byline_before_dash", 0.7
    if line.is_paragraph:
        return "summary", "standfirst", 0.8
    is_verbal = begins_with_verb(line.key)
    if is_caption_wording(line.key) or line.key.partition(" ")[0] in _CAPTION_SUBJECTS:
        return "caption", "caption_words", 0.8
    if not is_verbal:
        named = _as_name(lines, index, begin)
        if named is not None:
            return named
    if line.words <= _MOST_WORDS and not is_verbal and not line.ends_sentence:
        return "caption", "caption_words", 0.5
    return "summary", "standfirst", 0.6


def _as_name(lines: Sequence[Features], index: int, begin: int) -> Decision | None:
    # A few words without a verb: a place, an author, or whom the picture shows.
    line = lines[index]
    is_beside_date = _is_beside_date(lines, index)
    is_in_brackets = line.key.startswith("(") and line.key.endswith(")")
    if (is_beside_date or is_in_brackets) and is_place(line.key.strip(" .:-–—،()")):
        return "dateline", "dateline_place", 0.8
    if (
        is_beside_date
        and _NAME_WORDS <= line.words <= _MOST_WORDS
        and not any(map(str.isdigit, line.key))
        and _NO_NAME.isdisjoint(line.key.split(" ")[1:])  # the first may be Ali
    ):
        return "byline", "byline_beside_date", 0.8
    if _TWO_PARTS.fullmatch(line.key):
        return "byline", "byline_two_parts", 0.6
    if is_name_like(line.key):
        if is_mentioned(line.key, lines[begin:]):
            return "caption", "caption_name", 0.7
        if line.words >= _NAME_WORDS and has_name(line.key):
            return "byline", "byline_name", 0.7
    return None


def _is_beside_date(lines: Sequence[Features], index: int) -> bool:
    # An author stands above or below the date, or above the outlet and the place.
    below, above = lines[index + 1 : index + 2], lines[max(0, index - 1) : index]
    return any(line.is_date or byline_rule(line.key) is not None for line in below) or any(
        line.is_date for line in above
    )


def _continues_markup(lines: Sequence[Features], index: int) -> bool:
    # A leaked attribute may go on over several lines, up to its closing bracket.
    for other in reversed(lines[max(0, index - _LINES_OF_MARKUP) : index]):
        if other.rule is not None and other.rule.id == "markup_attribute":
            following = lines[index : index + _LINES_OF_MARKUP]
            return not other.piece.folded.rstrip().endswith(">") and any(
                later.key.endswith("/>") for later in following
            )
    return False


_DASHES = ("-", "–", "—", "ـ")
_NO_NAME = words_of("function_word") - {"من", "في"}  # "X of Y" is a byline
_LINES_OF_MARKUP = 4
_NAME_WORDS = 2
_MOST_WORDS = 5
_CAPTION_SUBJECTS = words_of("caption_subject")
_TWO_PARTS = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,3} ?[-–—ـ] ?[^\W\d]+(?: [^\W\d]+){0,2}")
