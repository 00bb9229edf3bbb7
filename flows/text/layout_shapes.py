"""Shapes of short lines in a story: what a line is by what stands above and below it."""

import re
from collections.abc import Iterable, Sequence

from flows.text.bylines import byline_rule, has_name, is_name_like, is_outlet, is_person
from flows.text.line_features import Features
from flows.text.line_signs import Decision, is_caption_wording, names_a_picture
from flows.text.line_words import begins_with_verb


def stands_over_paragraph(lines: Sequence[Features], index: int) -> bool:
    """True if the next line is a paragraph of the text."""
    below = lines[index + 1 : index + 2]
    return bool(below) and below[0].is_paragraph and below[0].rule is None


def subheading(lines: Sequence[Features], index: int, above: str) -> Decision | None:
    """A short line without a full stop over a paragraph, where a sentence has ended above it.

    `above` is the role of the line before.
    """
    line = lines[index]
    if (
        line.length > _LONGEST_SUBHEADING
        or line.is_bullet
        or ". " in line.key
        or line.key.endswith(("،", ","))
        or is_caption_wording(line.key)
        or not stands_over_paragraph(lines, index)
    ):
        return None
    is_open = index == 0 or lines[index - 1].ends_sentence or above != "body"
    if not is_open and not line.piece.after_blank:
        return None  # a wrapped line goes on
    if line.key.endswith(("؟", "?")):
        return "subheading", "subheading_question", 0.9
    is_sentence = begins_with_verb(line.key) and line.words > _VERBAL_WORDS
    if line.ends_sentence or is_sentence:
        return None
    return "subheading", "subheading_short", 0.9


def may_repeat(line: Features) -> bool:
    """True for a line that a page may set beside the story once more.

    That is a quotation, or some words without a full stop.
    """
    if is_quotation(line):
        return True
    return line.words >= _REPEATED_WORDS and len(line.key) > 0 and not line.key.endswith(".")


def is_quotation(line: Features) -> bool:
    """True for a line of some length that begins with a quotation mark."""
    return line.key[:1] in _QUOTES and line.length >= _SHORTEST_QUOTE


def plain_words(lines: Iterable[Features]) -> str:
    """The folded words of lines without their marks, a line break around each line.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> plain_words(map(features_of, cut_lines("قال: «نعم».\\nثم غادر.")))
    '\\nقال نعم\\nثم غادر\\n'
    """
    plain = (" ".join(_WORD.findall(_ENTITY.sub(" ", line.piece.folded))) for line in lines)
    return "\n" + "\n".join(plain) + "\n"


def pull_quote(lines: Sequence[Features], index: int, story: str) -> Decision | None:
    """A sentence or quotation of the story that the page sets once more beside it.

    It stands word for word within a longer line; or whose it is stands below it and in the story.
    `story` are the `plain_words` of the story.
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    words = plain_words([line])[1:-1]
    is_again = is_quotation(line) and story.find(words, story.find(words) + 1) >= 0
    is_signed = (
        is_quotation(line)
        and line.key[-1:] in _QUOTES
        and bool(below)
        and _is_speaker(below[0])
        and _stands_within(story, plain_words(below)[1:-1])
    )
    if is_again or is_signed or _stands_within(story, words):
        return "caption", "pull_quote", 0.7
    return None


def _stands_within(story: str, words: str) -> bool:
    # Whether a longer line has these words; a refrain is a line of its own each time.
    place = story.find(words)
    while place >= 0:
        end = place + len(words)
        begin = place - (story[place - 1] in "وف")  # "and" and "so" are written to the word
        before, after = story[begin - 1], story[end]
        if before in " \n" and after in " \n" and (" " in before + after or begin < place):
            return True
        place = story.find(words, place + 1)
    return False


def _is_speaker(line: Features) -> bool:
    return (
        1 < line.words <= _SPEAKER_WORDS
        and line.rule is None
        and not line.ends_sentence
        and not begins_with_verb(line.key)
    )


def pull_quote_speaker(lines: Sequence[Features], index: int, above: str) -> Decision | None:
    """The words below such a quotation that say whose it is."""
    line = lines[index]
    if (
        above == "caption"
        and lines[index - 1].key[:1] in _QUOTES
        and line.words <= _SPEAKER_WORDS
        and not line.ends_sentence
    ):
        return "caption", "pull_quote_speaker", 0.7
    return None


def caption_over_markup(lines: Sequence[Features], index: int) -> Decision | None:
    """The words under a picture of a gallery, left beside the leaked attributes of the next."""
    below = lines[index + 1 : index + 2]
    if below and below[0].rule is not None and below[0].rule.id == "markup_attribute":
        return "caption", "caption_over_markup", 0.8
    return None


def caption_within(lines: Sequence[Features], index: int) -> Decision | None:
    """The words under a picture between two paragraphs."""
    line = lines[index]
    if (
        names_a_picture(line.key)
        and not line.ends_sentence
        and (index == 0 or lines[index - 1].ends_sentence)
    ):
        return "caption", "caption_words", 0.7
    return None


def signature(lines: Sequence[Features], index: int, is_last: bool) -> Decision | None:
    """An agency or an author under the last sentence; an agency under an earlier one too."""
    line, before = lines[index], lines[index - 1]
    bare = line.key.strip(" .()[]-–—*")
    is_alone = before.ends_sentence and not stands_over_paragraph(lines, index)
    if (is_last or is_alone) and is_outlet(bare):
        return "credit", "credit_outlet", 0.9
    if not is_last:
        return None
    byline = byline_rule(line.key)
    if byline is not None:
        return "byline", byline, 0.8
    if line.ends_sentence or begins_with_verb(bare):
        return None
    is_signed = before.is_paragraph and before.ends_sentence and " " in bare
    if is_person(bare) or (is_signed and is_name_like(bare) and has_name(bare)):
        return "byline", "byline_name", 0.7
    return None


_LONGEST_SUBHEADING = 75
_VERBAL_WORDS = 5
_SHORTEST_QUOTE = 25
_SPEAKER_WORDS = 12
_REPEATED_WORDS = 7
_WORD = re.compile(r"[^\W_]+")
_ENTITY = re.compile(r"&#?\w{2,8};")
_QUOTES = frozenset("\"“«'‘”")
