"""What a line shows wherever it stands: a repetition, a row of the lexicon, a photo credit."""

import re
from collections.abc import Sequence

from flows.text.bylines import is_outlet, signs_off
from flows.text.line_features import Features
from flows.text.line_words import is_widget, words_of
from flows.text.model import Role

Decision = tuple[Role, str, float]
"""A role, the id of the rule that gave it, and how sure it is (0..1)."""


def known_by_itself(line: Features, headline: str) -> Decision | None:
    """What `line` is wherever it stands, None if that depends on its place.

    `headline` is the bare headline, "" if there is none.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> known_by_itself(features_of(cut_lines("طائرة في قاعدة جوية (أسوشيتد برس)")[0]), "")
    ('caption', 'caption_agency', 0.9)
    """
    if line.piece.given is not None:
        return (*line.piece.given, 1.0)
    if headline and is_same_title(line, headline):
        return "repeated_headline", "headline_again", 1.0
    if line.rule is not None:
        return line.rule.role, line.rule.id, 1.0
    if line.length <= _SHORT:
        if _LETTER.search(line.key) is None:
            return "boilerplate", "symbols_only", 1.0
        if not line.is_date and is_widget(line.key):
            return "boilerplate", "widget_words", 0.9
        if signs_off(line.key):
            return "credit", "wire_sign_off", 1.0
    if is_latin(line) and line.words > _LATIN_SCRAP:
        return "caption", "caption_latin", 0.9
    if line.words <= _LONGEST_CAPTION and ends_with_agency(line.key):
        return "caption", "caption_agency", 0.9
    return None


def is_same_title(line: Features, headline: str) -> bool:
    """True if `line` is the headline again, whole or cut short with dots."""
    first = _LETTER.search(line.key)
    if first is None or not headline.startswith(first.group().casefold()):
        return False  # as most lines show with their first letter
    if line.length > _LONGEST_HEADLINE:
        return False
    bare = line.bare
    return bare == headline or (
        len(bare) > _TITLE_STEM
        and line.key.endswith(("...", "…", ".."))
        and headline.startswith(bare)
    )


def is_stamp(line: Features) -> bool:
    """True for a line that is nothing but a clock time or how long ago something was.

    >>> from flows.text.line_features import features_of
    >>> from flows.text.segments import cut_lines
    >>> [is_stamp(features_of(piece)) for piece in cut_lines("14:35\\nمنذ 3 ساعات\\n3 مايو 2016")]
    [True, True, False]
    """
    if line.rule is not None:
        return line.rule.id == "dateline_ago"
    return line.is_date and _CLOCK_ALONE.fullmatch(line.key) is not None


def is_latin(line: Features) -> bool:
    """True for a line that is written in Latin script for the most part."""
    return line.latin_share > _MOSTLY


def ends_with_agency(key: str) -> bool:
    """True for a short line that ends with an outlet in brackets, as captions do.

    >>> ends_with_agency("جانب من اللقاء (الاناضول)"), ends_with_agency("قال (رويترز) ان ذلك تم")
    (True, False)
    """
    match = _BRACKETS.search(key) if key[-1:] in _CLOSING_BRACKETS else None
    if match is None or match.start() == 0:
        return False
    names = match.group(1).strip()
    # "(وزارة الدفاع عبر أسوشيتد برس)", "(رويترز-أرشيف)"
    return is_outlet(names) or any(is_outlet(part.strip()) for part in _BETWEEN.split(names)[1:])


def is_caption_wording(key: str) -> bool:
    """True if a short line reads like what is under a picture.

    >>> is_caption_wording("وزير العمل خلال توقيع الاتفاق"), is_caption_wording("قرار ملكي جديد")
    (True, False)
    """
    return _begins_with(key, _CAPTION_STARTS) or _CAPTION_INSIDE.search(key) is not None


def names_a_picture(key: str) -> bool:
    """True if a line begins with the word for a picture.

    >>> names_a_picture("صوره ارشيفيه للميناء"), names_a_picture("عدد من السفن")
    (True, False)
    """
    return _begins_with(key, _PICTURES)


def _begins_with(key: str, phrases: frozenset[str]) -> bool:
    first, _, rest = key.partition(" ")
    return first in phrases or f"{first} {rest.partition(' ')[0]}" in phrases


def is_mentioned(name: str, story: Sequence[Features]) -> bool:
    """True if the last word of a name stands in the story too: the name of its subject, then."""
    last = name.strip(" .:*").rpartition(" ")[2]
    pattern = re.compile(rf"(?<!\w){re.escape(last)}(?!\w)")
    return any(line.rule is None and pattern.search(line.piece.folded) for line in story)


def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


_SHORT = 160
_CLOCK_ALONE = re.compile(r"(?:الساعه )?\d{1,2}:\d{2}(?::\d{2})?(?: ?\D{1,14})?")
_LETTER = re.compile(r"[^\W_]")
_LONGEST_HEADLINE = 220
_TITLE_STEM = 15
_MOSTLY = 0.6
_LATIN_SCRAP = 4  # words; more are a caption
_LONGEST_CAPTION = 30  # words
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
_CLOSING_BRACKETS = frozenset(")]")
_BETWEEN = re.compile(r"^| عبر |[-–—/|+]")
_CAPTION_STARTS = words_of("caption_start")
_PICTURES = words_of("caption_strong")
_CAPTION_INSIDE = _any_of(words_of("caption_inside"))
