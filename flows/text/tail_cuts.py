"""Finds tags, source lines, links and buttons that hang on to the end of a sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from flows.text.bylines import signs_off
from flows.text.folding import FoldedText
from flows.text.line_rules import LineRule, follows, line_key, marks_inside, match_key
from flows.text.line_words import words_of
from flows.text.segment_rows import Cut, Row


def tail_cuts(folded: FoldedText, table: Sequence[Row]) -> dict[int, list[Cut]]:
    """Where the first tail begins on a line, by the index of the line in `table`.

    A tail begins with the wording of a rule that may hang on ("glued" in lexicon/line_rules.csv),
    after the end of a sentence, and goes on to the end of the line. Titles that run on behind a
    wording of three words or more are links wherever they begin.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> text = "خبر\\nانتهى الاجتماع أمس. كلمات مفتاحية مصر ليبيا"
    >>> cuts = tail_cuts(fold(text), rows_of(text, fold(text)))
    >>> {line: text[cut.end :] for line, [cut] in cuts.items()}
    {1: 'كلمات مفتاحية مصر ليبيا'}
    """
    cuts: dict[int, list[Cut]] = {}
    starts = [row.folded_start for row in table]
    for place, rule in marks_inside(folded):
        index = bisect_right(starts, place) - 1
        if index < 1 or place >= table[index].folded_end:
            continue
        row = table[index]
        if _is_run_on_list(rule, folded[place : row.folded_end]):
            cuts[index] = [Cut(place), Cut(row.folded_end, (rule.role, rule.id))]
            continue
        window = folded[max(row.folded_start, place - _WIDEST_GAP) : place]
        before = window.rstrip(_BULLETS)
        if not before or not (before[-1] in _SENTENCE_END or before[-1].isascii()):
            rest = folded[place : row.folded_end]
            if index == len(table) - 1 and rule.role == "tags" and lists_tags(window, rest):
                cuts.setdefault(index, [Cut(place)])
            continue
        with_bullet = place - len(window[len(before) :].lstrip())
        if any(_is_tail(rule, folded[cut : row.folded_end]) for cut in (place, with_bullet)):
            earlier = cuts.get(index, [Cut(place)])
            cuts[index] = min(earlier, [Cut(with_bullet)], key=lambda several: several[0].end)
    return cuts


def lists_tags(before: str, rest: str) -> bool:
    """True if the last words of a text are a label and tags, though no full stop parts them off.

    `before` ends a sentence and `rest` begins with the label. Tags are a heap of words, among them
    some without the article; words that govern or follow the label make it a word of the sentence.

    >>> lists_tags("نقل المصابون إلى المستشفى ", "سمات حادث مصرع طريق")
    True
    >>> lists_tags("تحدث عن ابرز ", "سمات القائد الناجح")
    False
    """
    words = rest.split()[1:]
    if not before[:-1].strip() or not before.endswith(" ") or len(words) > _MOST_TAG_WORDS:
        return False
    if len(words) < _FEWEST_TAG_WORDS or before.split()[-1] in _GOVERNING:
        return False
    is_bare = [not word.startswith("ال") and not word.endswith("ا") for word in words]
    is_plain = all(word.isalpha() and word not in _FUNCTION_WORDS for word in words)
    return is_plain and any(is_bare) and (is_bare[0] or len(words) > 2)


def contact_cut(folded: FoldedText, row: Row) -> Cut | None:
    """The cut before a mail address behind the last sentence of a line; None without one.

    An address that the sentence announces ("عبر البريد: ...") belongs to it.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> folded = fold("وهذا ما نرجوه للجميع. samir@example.org")
    >>> folded[contact_cut(folded, rows_of(folded.original, folded)[0]).end :]
    'samir@example.org'
    """
    if folded.find("@", row.folded_start, row.folded_end) <= row.folded_start:
        return None
    match = _MAIL_BEHIND_SENTENCE.search(folded, row.folded_start, row.folded_end)
    if match is None or _ANNOUNCES.search(folded, max(0, match.start() - 25), match.start() + 1):
        return None
    return Cut(match.start(1))


def sign_off_cut(folded: FoldedText, row: Row) -> Cut | None:
    """The cut before an agency in brackets after dashes at the end of a line; None without one.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> folded = fold("وغادر الوفد مساء اليوم. --(بترا) م ع")
    >>> folded[sign_off_cut(folded, rows_of(folded.original, folded)[0]).end :]
    '--(بترا) م ع'
    """
    place = folded.rfind("--", max(row.folded_start, row.folded_end - _WIDEST_GAP), row.folded_end)
    if place <= row.folded_start or not signs_off(line_key(folded[place : row.folded_end])):
        return None
    return Cut(place)


def gap_cuts(folded: FoldedText, row: Row) -> list[Cut]:
    """The cuts around buttons and links that stand on one line with wide gaps between them.

    >>> from flows.text.folding import fold
    >>> from flows.text.segment_rows import rows_of
    >>> folded = fold("غادر الوفد.  شارك هذا الخبر  اطبع هذا الموضوع")
    >>> cuts = gap_cuts(folded, rows_of(folded.original, folded)[0])
    >>> [folded[cut.end :] for cut in cuts]
    ['شارك هذا الخبر  اطبع هذا الموضوع', '  اطبع هذا الموضوع', 'اطبع هذا الموضوع', '']
    """
    if folded.find("  ", row.folded_start, row.folded_end) < 0:
        return []
    line = folded[row.folded_start : row.folded_end]
    if "  " not in line.strip():
        return []
    cuts = []
    for part in _PART.finditer(line):
        key = line_key(part.group()) if part.end() - part.start() <= _LONGEST_BUTTON else ""
        rule = match_key(key) if " " in key else None
        if rule is not None and rule.role in _FURNITURE:
            cuts.append(Cut(row.folded_start + part.start()))
            cuts.append(Cut(row.folded_start + part.end()))
    return cuts


def _is_run_on_list(rule: LineRule, line: str) -> bool:
    # "مقالات أخرى للكاتب" and then title after title without a gap: too long for a rule of a line.
    return (
        rule.role == "related"
        and len(line) > _LONG
        and any(line.startswith(mark) and mark.count(" ") > 1 for mark in rule.marks)
    )


def _is_tail(rule: LineRule, rest: str) -> bool:
    if rule.role in ("tags", "credit") and (
        rest.count(" ") > _MOST_SPACES or _INNER_SENTENCE.search(rest)
    ):
        return False
    whole = match_key(line_key(rest))
    return (whole is not None and whole.role == rule.role) or follows(rule, rest)


_FEWEST_TAG_WORDS, _MOST_TAG_WORDS = 2, 8
_FUNCTION_WORDS = words_of("function_word")
_GOVERNING = words_of("before_trait")
_MAIL_BEHIND_SENTENCE = re.compile(
    r"(?:(?<=[ء-ي])|[ء-ي\s»”)\"][.!؟»”)\"]+\s*)"
    r"([A-Za-z][\w.+\-]*@[\w\-]+(?:\.[\w\-]+)+)[\s.]*\Z"
)
_ANNOUNCES = re.compile(r"بريد|موقع|ايميل|عنوان|الكتروني|راسل|ارسال|رابط")
_MOST_SPACES = 28
_LONGEST_BUTTON = 80
_LONG = 120
_WIDEST_GAP = 40
_BULLETS = " \t\n*•|-–—"
_SENTENCE_END = frozenset('.!؟?…"”»)]*:')
_INNER_SENTENCE = re.compile(r"[.؛!](?=\s+\S+\s+\S+\s+\S)")
_PART = re.compile(r"\S+(?:[^\S\n]\S+)*")
_FURNITURE = frozenset({"boilerplate", "related", "tags", "credit"})
