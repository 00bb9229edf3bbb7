"""Adjectives that are spelt like places and bodies: "قاعدة سورية", "مصدر عسكري مالي"."""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_spans import Document
from flows.text.knowledge import country_of_adjective, readings

_FINANCIAL = "مالي"  # financial, and Mali
_PLACE_WORDS = "في من الي علي عن و ب ل مع بين ضد شمال جنوب شرق غرب وسط دوله جمهوريه حكومه جيش"
_BEFORE_MALI = frozenset(_PLACE_WORDS.split())
_AFRICAN = "افريقيا"  # Africa, and the accusative of African
# Words that end in a letter of their own which looks like the feminine ending.
_ENDING_IN_HA = frozenset(["اتجاه", "باتجاه", "تجاه", "وجه", "بوجه", "شبه", "مياه"])
_SIDES = frozenset({"الغربيه", "الشرقيه", "الشماليه", "الجنوبيه", "الوسطي"})
_MOST_QUOTED = 6  # pieces from the opening to the closing mark
_NO_NOUNS = frozenset({"الي", "التي", "الذي", "الا"})  # "إلى السعودية"


def is_adjective(document: Document, at: int) -> bool:
    """Whether a piece is a nisba that is spelt like a name: «طلباً روسيا», "قاعدة سورية".

    >>> document = Document.of("مسلحون حوثيون")
    >>> is_adjective(document, 1)
    True
    """
    pieces = document.pieces
    form = pieces.forms[at]
    if at == 0 or not form.endswith(("يا", "يه", "ي", "ون", "ين")):
        return False
    noun = pieces.forms[at - 1]
    if noun == '"' and form.startswith("ال"):
        return country_of_adjective(form) is not None and _is_of_quoted(pieces.forms, at - 1)
    if not noun.isalpha() or len(noun) < 2:
        return False
    if form in _SIDES and any(name.kind == "LOC" for name in readings(noun)):
        return True  # "جاوة الغربية"
    if form.endswith(("ون", "ين")):  # "المتمردون الحوثيون", "مسلحين حوثيين"
        agree = noun.endswith(("ون", "ين")) and noun.startswith("ال") == form.startswith("ال")
        return agree and len(noun) > 4
    if form == _FINANCIAL and noun not in _BEFORE_MALI:
        return True
    if form.endswith("ي"):  # "مصدر عسكري مالي", no "شواطئ دبي"
        return len(noun) > 3 and last_letter(document, at - 1) in "يى" and noun[:2] != "ال"
    if form.endswith("يا"):
        start, end = document.folded.source_span(pieces.starts[at - 1], pieces.ends[at - 1])
        has_tanween = "ً" in document.folded.original[start:end]  # fathatan
        is_counted = noun.endswith("ا") and at > 1 and pieces.forms[at - 2].isdigit()
        is_nisba = form == _AFRICAN or country_of_adjective(form[:-1]) is not None
        return (has_tanween or is_counted) and is_nisba
    if country_of_adjective(form) is None or "place_outside" in cue_classes(noun):
        return False
    if form.startswith("ال"):
        return noun.startswith("ال") and noun not in _NO_NOUNS  # "الشركة السعودية"
    if noun.startswith("ال"):
        return False
    return noun.endswith("ات") or (noun.endswith("ه") and noun not in _ENDING_IN_HA)


def _is_of_quoted(forms: list[str], closing: int) -> bool:
    """Whether a name in marks belongs to a word for its kind: 'شركة "نور" السعودية'."""
    for opening in range(closing - 1, max(closing - _MOST_QUOTED, 0), -1):
        if forms[opening] == '"':
            return "medium" in cue_classes(forms[opening - 1])
    return False


def is_side(forms: list[str], at: int) -> bool:
    """Whether a word that is a place too describes the noun before it: "الأجزاء الشرقية".

    >>> is_side(["الاجزاء", "الشرقيه"], 1), is_side(["امير", "الشرقيه"], 1)
    (True, False)
    """
    noun = forms[at - 1] if at else ""
    if not (forms[at].startswith("ال") and forms[at].endswith("ه")):
        return False
    return noun.startswith("ال") and len(noun) > 4 and noun not in _NO_NOUNS and not is_cue(noun)


def last_letter(document: Document, at: int) -> str:
    """The letter in which a piece ends as it is written, before folding.

    >>> last_letter(Document.of("في جدة"), 1)
    'ة'
    """
    return document.folded.original[document.folded.source(document.pieces.ends[at] - 1)]
