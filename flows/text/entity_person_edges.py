"""The edges of a person's name: nationalities and offices before it, verbs and titles behind."""

from functools import cache

from flows.text.countries import countries, inflected
from flows.text.entity_cues import cue_classes
from flows.text.entity_name_words import CONNECTORS, is_given_before, is_no_part
from flows.text.folding import fold
from flows.text.ner_features import name_class
from flows.text.tokens import ALI, level

_ENDING = frozenset({"title", "weak_title", "saying"})
_FUNCTION = 60
_ORDINARY = 28


def person_edges(forms: list[str], begin: int, end: int) -> tuple[int, int]:
    """Where a person's name begins and ends among the pieces from `begin` to `end`.

    >>> person_edges(["الروماني", "بولوني", "امس"], 0, 2)
    (1, 2)
    """
    if end - begin > 1 and len(forms[end - 1]) < 3 and forms[end : end + 1] == ["."]:
        end -= 1  # "حيدر منعثر ود. صميم": and Dr
    while end - begin > 1 and _ends_before(forms, begin, end - 1):
        end -= 1
    while end - begin > 1 and _is_before_name(forms, begin):
        begin += 1
    return begin, _end_of_name(forms, begin, end)


def is_family_name(forms: list[str], at: int) -> bool:
    """Whether a word that is a title too ends a name: "عبد العزيز الحكيم", not "أشاد الجندي".

    >>> is_family_name(["العزيز", "الحكيم"], 1), is_family_name(["اشاد", "الجندي"], 1)
    (True, False)
    """
    before = name_class(forms[at - 1]) or forms[at - 1] in CONNECTORS
    return bool(before) and "F" in name_class(forms[at])


def _ends_before(forms: list[str], begin: int, at: int) -> bool:
    """Whether a word at the end of a person's name is none: "هوبر المتعامل", "سالم أمس"."""
    form = forms[at]
    if is_no_part(forms[begin], form):
        return True
    if form[0] == "ي" and at > begin and not name_class(form) and level(form) > 0:
        return True  # a verb: "ميارة يلتقي"
    if name_class(form).lower() not in ("", "x") or form == ALI or forms[at - 1] in CONNECTORS:
        return False
    is_foreign = "G" not in name_class(forms[begin])
    return level(form) > (28 if form.startswith("ال") and is_foreign else 55)


def _is_before_name(forms: list[str], at: int) -> bool:
    """Whether a word cannot begin a person's name: "الذي", "الروماني", a button in Latin."""
    form = forms[at]
    if form in _nationalities():
        return True
    if form.startswith("ال") and form.endswith(("تان", "تين", "ون")) and not name_class(form):
        return True  # "المنقذتان بيكا"
    if form.isascii() and form.isalpha() and not forms[at + 1].isascii():
        return True
    return level(form) > _FUNCTION and not name_class(form)


@cache
def _nationalities() -> frozenset[str]:
    """Nisbas of men and women, those too that are other words elsewhere: "العاجي", "الروماني"."""
    singles = [
        fold(inflected(adjective, ending, "ال"))
        for country in countries()
        for adjective in country.adjectives
        for ending in ("", "ة")
    ]
    return frozenset(map(str, singles)) - {"التركي"}


def _end_of_name(forms: list[str], begin: int, end: int) -> int:
    """Where a word without ال for what one is or does ends a name: "نهال كمال زوجة …"."""
    for at in range(begin + 2, end):
        if forms[at - 1] in CONNECTORS or forms[at].startswith("ال"):
            continue
        if not _ENDING.isdisjoint(cue_classes(forms[at])) and not is_given_before(forms, at):
            return at
        if forms[at - 2] == "بن" and not name_class(forms[at]) and level(forms[at]) > _ORDINARY:
            return at  # "متعب بن عبدالله وجهنا"
    return end
