"""Finds what stands before the story on its first line: a byline, a wire's dateline, a caption."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from flows.text.bylines import byline_rule, is_name_like, is_outlet, is_person, is_place
from flows.text.folding import FoldedText, fold
from flows.text.line_rules import line_key
from flows.text.line_words import (
    begins_with_verb,
    is_date_line,
    names_more_than_a_date,
    widget_lead,
    words_of,
)
from flows.text.segment_rows import Cut, Row


def lead_cuts(text: str, folded: FoldedText, row: Row) -> list[Cut]:
    """The cuts of a line of the head; only a long line, the first paragraph, has a lead.

    >>> from flows.text.segment_rows import rows_of
    >>> text = "القاهرة - رويترز: " + "قال مسؤول في الوزارة إن الاتفاق سيوقع. " * 4
    >>> folded = fold(text)
    >>> cut = lead_cuts(text, folded, rows_of(text, folded)[0])[0]
    >>> folded[: cut.end], cut.given
    ('القاهره - رويترز: ', ('byline', 'wire_byline'))
    """
    begin = row.folded_start
    line = folded[begin : row.folded_end]
    cuts: list[Cut] = []
    slider = _SLIDER.search(line) if "Next" in line or "Prev" in line else None
    if slider is not None and slider.end() < len(line.rstrip()):
        if slider.start() > 0:  # the names of those whom the pictures show
            cuts.append(Cut(begin + slider.start(), ("caption", "caption_before_slider")))
        cuts.append(Cut(begin + slider.end(), ("boilerplate", "widget_slider_before_byline")))
        begin += slider.end()
        line = line[slider.end() :]
    if (buttons := widget_lead(line)) and buttons < len(line):
        cuts.append(Cut(begin + buttons, ("boilerplate", "widget_words")))
        begin += buttons
        line = line[buttons:]
    if len(line) < _PARAGRAPH:
        return cuts
    cut = _wire_lead(line) or _byline_without_mark(line) or _written_lead(line)
    if cut is not None:
        cuts.append(Cut(begin + cut.end, cut.given))
    elif (seam := _caption_seam(text[row.start : row.start + _LONGEST_CAPTION])) is not None:
        cuts.append(Cut(bisect_right(range(len(folded)), row.start + seam - 1, key=folded.source)))
    return cuts


def _wire_lead(line: str) -> Cut | None:
    # "القاهرة - رويترز:", "رويترز- بنغازي:", "لندن (د ب أ) -", "الرياض 5 شوال 1436 هـ واس".
    for end, mark in _lead_ends(line[:_LONGEST_LEAD]):
        rest = line[end:].lstrip()
        if len(rest) < _SHORTEST_REST:
            continue
        lead = line_key(line[:end])
        if begins_with_verb(lead):
            continue
        if is_date_line(lead) and names_more_than_a_date(lead):
            return Cut(end, ("dateline", "wire_dateline"))
        signed = _SIGNED.fullmatch(lead)
        if signed is not None and is_outlet(signed.group(1)):
            if any(map(str.isdigit, lead)):
                return Cut(end, ("dateline", "wire_dateline"))
            return Cut(end, ("byline", "wire_byline"))
        is_closed = ":" in mark or ")" in mark or begins_with_verb(line_key(rest[:_FIRST_WORDS]))
        bare = lead.strip(" :-–—ـ").replace("(", "- ").replace(")", "")
        if is_closed and byline_rule(bare) in ("byline_outlet", "byline_outlet_part"):
            return Cut(end, ("byline", "wire_byline"))
        if is_closed and _is_author_and_place(bare):
            return Cut(end, ("byline", "run_on_byline"))
    return None


def _is_author_and_place(lead: str) -> bool:
    author, dash, place = lead.partition(" - ")
    return bool(dash) and is_person(author) and is_place(place)


def _written_lead(line: str) -> Cut | None:
    # "كتبت: سعاد كريم أعلن الوزير": the author ends where the sentence begins.
    words = list(_WORD.finditer(line, 0, _LONGEST_LEAD))
    if len(words) < _MOST_WORDS or words[0].group() not in _WRITTEN:
        return None
    for count in range(_MOST_WORDS, _FEWEST_WORDS - 1, -1):
        if count >= len(words):
            continue
        author = line_key(line[words[1].start() : words[count - 1].end()])
        begin = words[count].start()
        if is_person(author) and begins_with_verb(line_key(line[begin : begin + _FIRST_WORDS])):
            return Cut(begin, ("byline", "run_on_byline"))
    return None


def _lead_ends(lead: str) -> Iterator[tuple[int, str]]:
    for match in _LEAD_END.finditer(lead):
        yield match.end(), match.group()
    for pattern in (_SIGNED_DATE, _DATE_AND_BRACKETS):
        for match in pattern.finditer(lead):
            if is_outlet(match.group(1)):
                yield match.end(), match.group()


def _byline_without_mark(line: str) -> Cut | None:
    # "سعيد الناصري – هسبريس  أعلنت الوزارة": the outlet, or a wide gap, ends the byline.
    match = _AUTHOR_DASH.match(line)
    if match is None:
        return None
    author = line_key(match.group(1))
    if not is_name_like(author) or (begins_with_verb(author) and not is_outlet(author)):
        return None
    words = list(_WORD.finditer(line, match.end(), match.end() + _LONGEST_LEAD))
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        name = line_key(line[match.end() : words[count - 1].end()])
        begin = words[count].start()
        is_gap = begin - words[count - 1].end() > 1
        is_signed = is_outlet(name) or (is_gap and (is_person(author) or is_outlet(author)))
        is_pair = name in _DESKS and is_outlet(author)  # "الخليج - متابعات إذا كنت"
        is_closed = is_gap or begins_with_verb(line_key(line[begin : begin + _FIRST_WORDS]))
        if is_pair or (is_signed and is_closed):
            return Cut(begin, ("byline", "run_on_byline"))
    return None


def _caption_seam(lead: str) -> int | None:
    # A feminine ending cannot stand inside a word: "... الهولنديةوصلت" is two lines glued.
    for match in _SEAM.finditer(lead):
        left, right = line_key(fold(lead[: match.end()])), line_key(fold(lead[match.end() :]))
        if " " in left and begins_with_verb(right) and not begins_with_verb(left):
            return match.end()
    return None


_PARAGRAPH = 110
_LONGEST_LEAD = 90
_LONGEST_CAPTION = 160
_SHORTEST_REST = 55
_FIRST_WORDS = 40
_MOST_WORDS = 4
_FEWEST_WORDS = 3  # the word for writing and two names
_WRITTEN = words_of("written_by")
_DESKS = words_of("desk")
_SLIDER = re.compile(
    r"\s*(?:Next|Previous|Prev|Play|Pause)(?:\s+(?:Next|Previous|Prev|Play|Pause))+\s*"
)
_LEAD_END = re.compile(r"\)? ?[:：]\s?|\) ?[-–—ـ]+\s?|\s?[-–—ـ]+\s")
# "... 2015 م واس " and "... 12/5/2016 رويترز ": an agency after a date, and no mark.
_SIGNED_DATE = re.compile(r"\d\s?(?:م|ه|ميلاديه|هجريه)?\.?\s+([^\W\d]+)\s")
_DATE_AND_BRACKETS = re.compile(r"\d{4}\s?م?\s?\(([^()]{2,30})\)\s+")  # "... 2025 (شينخوا) "
# "الكويت - 20 - 5 (كونا) --": a place, perhaps a day, and the agency in brackets.
# The place may stand in brackets too.
_SIGNED = re.compile(r"(?:\([^()]{2,30}\)[^()]{1,30}|[^()]{2,50})\(([^()]{2,30})\) ?[-–—ـ:]+")
_AUTHOR_DASH = re.compile(r"\s*([^\d:()\n]{3,40}?)\s*[-–—ـ]\s*")
_WORD = re.compile(r"[^\s\W\d_]+")
_SEAM = re.compile("ة(?=[ء-ي])")
