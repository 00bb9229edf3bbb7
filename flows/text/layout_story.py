"""Reads the story and the tail of a file: paragraphs, subheadings, captions, tags, links, rest."""

from collections.abc import Sequence

from flows.text.bylines import byline_rule, is_outlet
from flows.text.layout_shapes import (
    caption_over_markup,
    caption_within,
    may_repeat,
    plain_words,
    pull_quote,
    pull_quote_speaker,
    signature,
    stands_over_paragraph,
    subheading,
)
from flows.text.line_features import Features
from flows.text.line_signs import Decision, is_stamp, known_by_itself
from flows.text.line_words import is_section


def label_story(lines: Sequence[Features], begin: int, headline: str) -> list[Decision]:
    """Decides the lines from `begin` on; `headline` is the bare headline, "" if there is none.

    A label such as "read also" opens a block of links, in the middle of a story too: the first
    line that is a paragraph again closes it. Comments, rights and end marks close the story for
    good once there was one.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> text = "وصل الوفد إلى العاصمة مساء أمس في زيارة قصيرة.\\nاقرأ أيضا\\nزيارة سابقة للوفد"
    >>> label_story([features_of(piece) for piece in cut_lines(text)], 0, "")[-1]
    ('related', 'related_headline', 0.9)
    """
    reader = _Reader(lines, begin, headline)
    return [reader.decide(index) for index in range(begin, len(lines))]


class _Reader:
    """Walks down a story and remembers which block it is in."""

    def __init__(self, lines: Sequence[Features], begin: int, headline: str) -> None:
        self._lines = lines
        self._headline = headline
        self._begin = begin
        self._story = ""  # its plain words, filled when a line asks for them
        self._last_paragraph = _last([line.is_paragraph and line.rule is None for line in lines])
        self._last_full_stop = _last(
            [line.is_paragraph and line.piece.folded.rstrip().endswith(".") for line in lines]
        )
        self._last_unknown = _last_but([line.rule is None for line in lines])
        self._block = ""  # what the last label opened: tags, related, credit or byline
        self._block_lines = 0
        self._story_length = 0
        self._over_at: int | None = None  # where comments, rights or an end mark began
        self._is_link_list = False  # whether links were what began there
        self._in_tail = False  # after a source line, tags or links
        self._above = ""  # role of the line before

    def decide(self, index: int) -> Decision:
        decision = self._decide(self._lines[index], index)
        self._above = decision[0]
        if self._above == "body":
            self._story_length += self._lines[index].length
        return decision

    def _decide(self, line: Features, index: int) -> Decision:
        if is_stamp(line) and self._story_length > 0 and index < self._last_paragraph:
            return "boilerplate", "live_stamp", 0.8
        known = known_by_itself(line, self._headline)
        if known is not None and not self._quotes_latin(line, known):
            self._open_block(line, known, index)
            if self._over_at is not None and known[0] == "caption":
                return "boilerplate", "after_end", 0.8
            return known
        if line.is_date and self._may_date_the_article(index):
            return "dateline", "date_words", 0.9
        if self._block in ("tags", "related"):
            return self._in_block(line, index)
        if line.piece.segment_no > 1 and self._above == "related":
            return "related", "related_headline", 0.8
        if self._block in ("credit", "byline") and line.words <= _CREDIT_WORDS:
            is_credit, self._block = self._block == "credit", ""
            return ("credit", "credit_line", 0.9) if is_credit else ("byline", "byline_line", 0.9)
        if self._over_at is not None:
            if self._is_link_list:
                return "related", "related_story", 0.7
            return "boilerplate", "after_end", 0.8
        self._block = ""
        return self._story_or_tail(line, index)

    def _quotes_latin(self, line: Features, known: Decision) -> bool:
        # A sentence in Latin script right below the story's own is a quotation.
        return known[1] == "caption_latin" and self._above == "body" and line.ends_sentence

    def _open_block(self, line: Features, known: Decision, index: int) -> None:
        role = known[0]
        opens = line.rule.opens if line.rule is not None else ""
        if role in ("credit", "tags", "related") and index >= self._last_full_stop:
            self._in_tail = True
        self._block_lines = 0
        if role == "related" and opens and self._above == "tags" and self._is_told():
            self._over_at = index  # links below the tags: what follows is another article
            self._is_link_list = True
        if opens == "end" and self._is_told():
            self._over_at = index
        if opens or role not in ("boilerplate", "caption", "repeated_headline"):
            self._block = "" if opens in ("end", "dateline") else opens
        if role == "tags" and line.words > _LABEL_WORDS:  # label and tags on one line
            self._in_tail, self._block = True, ""

    def _is_told(self) -> bool:
        return self._over_at is None and self._story_length >= _SHORTEST_STORY

    def _may_date_the_article(self, index: int) -> bool:
        # Comments carry dates of their own.
        is_last = index == len(self._lines) - 1
        if self._over_at is not None:
            return is_last and index == self._over_at + 1
        is_near_end = self._story_length > 0 and index >= len(self._lines) - _LAST_LINES
        return self._in_tail or is_near_end

    def _in_block(self, line: Features, index: int) -> Decision:
        self._block_lines += 1
        if self._resumes(line, index):
            self._block = ""
            return self._story_or_tail(line, index)
        if self._block == "related":
            return "related", "related_headline", 0.9
        is_short = line.words <= _TAG_WORDS and self._lines[index - 1].words <= _TAG_WORDS
        if self._block_lines == 1 or is_short:
            return "tags", "tag_line", 0.9
        self._block, self._in_tail = "related", True
        return "related", "tail_headline", 0.8

    def _resumes(self, line: Features, index: int) -> bool:
        # A link is a title: it has no full stop. A word or two over a paragraph is a subheading.
        if self._over_at is not None:
            return False
        is_sentence = line.is_paragraph and line.ends_sentence and line.key[-1:] not in "؟?!…"
        return (
            is_sentence
            or line.length > _LONGEST_TITLE
            or (
                self._block_lines > 1
                and line.words <= _SUBHEADING_OVER_BLOCK
                and stands_over_paragraph(self._lines, index)
            )
        )

    def _story_or_tail(self, line: Features, index: int) -> Decision:
        if self._in_tail and self._is_tail_line(line):
            return self._tail_line(line)
        self._in_tail = False
        lines, above = self._lines, self._above
        if line.is_paragraph:
            return self._pull_quote(index) or ("body", "paragraph", 1.0)
        decision = (
            pull_quote_speaker(lines, index, above)
            or caption_over_markup(lines, index)
            or caption_within(lines, index)
        )
        if decision is None and self._story_length > 0:
            decision = signature(lines, index, self._is_last_of_story(index))
        return (
            decision
            or self._pull_quote(index)
            or subheading(lines, index, above)
            or ("body", "story_line", 0.8)
        )

    def _pull_quote(self, index: int) -> Decision | None:
        if not may_repeat(self._lines[index]):
            return None
        if not self._story:
            self._story = plain_words(self._lines[self._begin :])
        return pull_quote(self._lines, index, self._story)

    def _is_tail_line(self, line: Features) -> bool:
        if line.is_paragraph:
            return not line.ends_sentence and line.length <= _LONGEST_TITLE
        return not (line.words >= _TITLE_WORDS and line.key.endswith("."))

    def _tail_line(self, line: Features) -> Decision:
        if is_outlet(line.key.strip(" .()[]-–—*")):
            return "credit", "credit_outlet", 0.9
        if is_section(line.key):
            return "boilerplate", "menu_section", 0.8
        byline = byline_rule(line.key)
        if byline is not None:
            return "byline", byline, 0.8
        if line.words >= _TITLE_WORDS:
            return "related", "tail_headline", 0.7
        return "unknown", "short_in_tail", 0.3

    def _is_last_of_story(self, index: int) -> bool:
        return index >= self._last_paragraph and index >= self._last_unknown


def _last(marks: Sequence[bool]) -> int:
    return max((index for index, mark in enumerate(marks) if mark), default=-1)


def _last_but(marks: Sequence[bool]) -> int:
    # The third last: an author, an agency and one line more may follow a story.
    found = [index for index, mark in enumerate(marks) if mark]
    return found[-_MOST_SIGNATURES - 1] if len(found) > _MOST_SIGNATURES else -1


_LABEL_WORDS = 3
_TAG_WORDS = 4
_CREDIT_WORDS = 8
_TITLE_WORDS = 4
_SUBHEADING_OVER_BLOCK = 3
_MOST_SIGNATURES = 2
_LAST_LINES = 4
_SHORTEST_STORY = 90
_LONGEST_TITLE = 200
