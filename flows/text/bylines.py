"""Tells the line of an author, a desk or an outlet from a line that tells a story."""

import re
from functools import lru_cache

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.line_words import begins_with_verb, words_of
from flows.text.sources import is_source_name

_REMEMBERED = 8192  # the same desks and agencies sign again and again


@lru_cache(maxsize=_REMEMBERED)
def byline_rule(key: str) -> str | None:
    """How the folded short line `key` shows that it is a byline; None if it does not.

    The answer is the id of a structural rule: byline_outlet (an outlet or agency alone),
    byline_outlet_part (one beside an author or a place), byline_author_place (two parts with a
    dash, one of them a person), byline_from_place ("X of Y"), byline_written ("written by X"),
    byline_initials ("ا ب / م ن").

    >>> byline_rule("هسبريس - سعيد الناصري"), byline_rule("رويترز")
    ('byline_outlet_part', 'byline_outlet')
    >>> byline_rule("كمال الراشد – جده"), byline_rule("نادر حسني من مراكش")
    ('byline_author_place', 'byline_from_place')
    >>> byline_rule("السعوديه - اليمن: اتفاق جديد")
    """
    if len(key) > _LONGEST or key.count(" ") > _MOST_SPACES:
        return None
    spaced = key.replace("_", " - ")
    bare = _NOTE.sub("", spaced).strip(" :.-–—*")
    if not bare or bare[-1] in "؟?!؛،" or any(char.isdigit() for char in bare):
        return None
    if is_outlet(bare):
        return "byline_outlet"
    signed = _SIGNED.fullmatch(spaced.rstrip(" :.-–—"))
    if signed is not None and is_outlet(signed.group(3)) and (signed.group(2) or is_place(bare)):
        return "byline_outlet_part"
    if _INITIALS.fullmatch(bare):
        return "byline_initials"
    first, _, rest = bare.partition(" ")
    if first in _WRITTEN and is_person(rest):
        return "byline_written"
    parts = [part.strip(" .:") for part in _DASH.split(bare) if part.strip(" .:")]
    if 2 <= len(parts) <= _MOST_PARTS and all(part.count(" ") < _MOST_WORDS for part in parts):
        if any(is_outlet(part) or part in _BYLINE_PARTS for part in parts) or all(
            part.partition(" ")[0] in _OUTLET_KINDS for part in parts
        ):
            return "byline_outlet_part"
        if not begins_with_verb(bare) and any(map(is_person, parts)):
            return "byline_author_place"
    if _begins_with_outlet(bare):
        return "byline_outlet_part"
    match = _FROM_PLACE.fullmatch(bare)
    if match is not None and not begins_with_verb(bare):
        author = match.group(1)
        if is_outlet(author) or is_person(author):
            return "byline_from_place"
    return None


def _begins_with_outlet(key: str) -> bool:
    # "بي بي سي بغداد", "بي بي سي-عمان": a name of several words, then no more than three.
    words = _GLUED_DASH.sub(" ", key).replace("،", " ").split()
    return any(
        is_source_name(" ".join(words[:length])) and len(words) - length <= _MOST_PLACE_WORDS
        for length in range(len(words) - 1, 1, -1)
    ) and not begins_with_verb(words[-1])


@lru_cache(maxsize=_REMEMBERED)
def is_outlet(key: str) -> bool:
    """True for the name of an outlet or agency, or for several of them together.

    >>> is_outlet("ا ف ب"), is_outlet("رويترز، د ب ا"), is_outlet("مدريد")
    (True, True, False)
    """
    if is_source_name(key):
        return True
    parts = [part.strip() for part in _BETWEEN_OUTLETS.split(key) if part.strip()]
    return len(parts) > 1 and all(part in _BYLINE_PARTS or is_source_name(part) for part in parts)


def signs_off(key: str) -> bool:
    """True for the name of an outlet in brackets after dashes, with which wires end a story.

    >>> signs_off("--(بترا)"), signs_off("-- (كونا) م ع / س"), signs_off("-- (نحو الساعه السابعه)")
    (True, True, False)
    """
    match = _SIGN_OFF.fullmatch(key)
    return match is not None and is_outlet(match.group(1).strip())


def is_person(key: str) -> bool:
    """True for two to five words of which most are known as names of people, the first too.

    >>> is_person("محمد عبد الله الراجي"), is_person("فاطمة"), is_person("مدير المستشفى العام")
    (True, False, False)
    """
    words = [word for word in _TITLE.sub("", key).replace("،", " ").split(" ") if word]
    if not 2 <= len(words) <= _MOST_WORDS + 1 or not all(map(_is_word, words)):
        return False
    known = [word in _NAMES or word.removeprefix("ال") in _NAMES for word in words]
    return known[0] and words[0] not in _NOT_FIRST and sum(known) * 2 > len(words)


def is_place(key: str) -> bool:
    """True for the name of a known place and nothing else.

    >>> is_place("القاهره"), is_place("القاهره الجميله")
    (True, False)
    """
    return key in _PLACES


def has_name(key: str) -> bool:
    """True if a word of `key` is known as a name of people.

    >>> has_name("كريم القليطي"), has_name("الصفحه الاخيره")
    (True, False)
    """
    return any(word in _NAMES or word.removeprefix("ال") in _NAMES for word in key.split(" "))


def is_name_like(key: str) -> bool:
    """True for one to four words without digits or marks, the shape of a name.

    >>> is_name_like("أنور حامد"), is_name_like("قرر المجلس: لا"), is_name_like("اوباما")
    (True, False, True)
    """
    words = _TITLE.sub("", key).split(" ")
    return len(words) <= _MOST_WORDS and all(
        _is_word(word) and word not in _FUNCTION_WORDS for word in words
    )


def _is_word(word: str) -> bool:
    return word.isalpha() or word.strip(".") in _BYLINE_PARTS


def _names() -> frozenset[str]:
    return frozenset(
        str(fold(row["name"]))
        for row in rows("person_names")
        if int(row["given"]) + int(row["family"]) > 0
    )


def _places() -> frozenset[str]:
    return frozenset(str(fold(row["name_ar"])) for row in rows("entities") if row["kind"] == "LOC")


_LONGEST = 90
_MOST_SPACES = 11
_MOST_PARTS = 4
_MOST_WORDS = 4
_MOST_PLACE_WORDS = 3
_FUNCTION_WORDS = words_of("function_word")
_WRITTEN = words_of("written_by")
_INITIALS = re.compile(r"(?:[ء-ي][ .،/]+){1,7}[ء-ي]")
_SIGN_OFF = re.compile(r"[-–—]{1,3} ?\(([^()]{2,30})\)(?: ?[ء-ي]{1,2}(?:[ /.]+[ء-ي]{1,2})*)? ?[.]?")
_GLUED_DASH = re.compile(r"(?<=\w)[-–—ـ](?=\w)")
_NOTE = re.compile(r"\([^()]*\)")  # "(صور: ...)" beside the author
_SIGNED = re.compile(r"([^()]{2,30}?) ?([-–—ـ:]?) ?\(([^()]{2,30})\)")  # "بيروت - (رويترز)"
_DASH = re.compile(r"\s+[-–—ـ/|+]\s*|\s*[-–—ـ|+]\s+|\s*[:/+]\s*|(?<=\w)[–—](?=\w)")
_BETWEEN_OUTLETS = re.compile(r"\s*[-–—+/|،,]\s*|\s+و(?=\S)")
_FROM_PLACE = re.compile(r"«?(\S+(?: \S+){0,3}?)»? (?:من|في) \S+(?: \S+){0,3}")
_TITLE = re.compile(r"^(?:د|ا|م|أ|الدكتور|الدكتوره|المحامي|الشيخ)[. /]+ ?")
_BYLINE_PARTS = words_of("byline_part")
_OUTLET_KINDS = words_of("outlet_kind")
_NAMES = _names()
_PLACES = _places()
# Given names that are more often the first word of a subheading or caption.
_NOT_FIRST = words_of("not_first_name")
