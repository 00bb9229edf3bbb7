"""What the model takes for a name and is none: ordinary words, bodies that are one of many."""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_name_words import has_pronoun
from flows.text.knowledge import country_of_adjective, readings
from flows.text.model import EntityKind
from flows.text.ner_features import name_class
from flows.text.tokens import level

_BEFORE_PEOPLE = frozenset({"title", "weak_title", "saying"})
_HEADS = frozenset({"body", "seat", "medium"})
_BODIES = frozenset({"body", "seat"})
_COMMON_NOUNS = frozenset({"body", "medium", "place_inside", "place_outside", "seat"})
_ANNOUNCING = frozenset({"medium", "place_outside"})
_MET = 20
_COMMON = 35  # a Zipf value of 3.5


def is_annulled(forms: list[str], begin: int, end: int, kind: EntityKind) -> bool:
    """Whether what the model takes for a name is none: an ordinary word, "a local council".

    >>> is_annulled(["61", "بلاغا"], 1, 2, "PER"), is_annulled(["محمد", "العلي"], 0, 2, "PER")
    (True, False)
    """
    before = cue_classes(forms[begin - 1]) if begin else frozenset()
    if kind in ("ORG", "LOC") and "writing" in cue_classes(forms[begin]):
        return True  # "المعجم الصحي"
    if "annuls" in before or _is_no_name(forms[begin:end], kind):
        return True
    if kind == "PER" and end - begin == 2 and forms[begin] == forms[begin + 1]:
        return True  # "رويدا رويدا"
    if not _ANNOUNCING.isdisjoint(before) and is_quality(forms[begin]):
        # "شارع مزدحم", "قناة محلية", but "مدينة ميسور", which does not agree
        return forms[begin - 1].endswith("ه") == forms[begin].endswith("ه")
    if kind == "ORG" and end - begin == 2 and _HEADS.isdisjoint(before):
        return _is_trade(*forms[begin:end])
    if kind == "ORG" and end - begin == 1 and "medium" in before and _is_matter(forms[begin]):
        return True
    if end - begin == 1 and begin and forms[begin - 1].isdigit():
        return True  # "1.8 جيجاهرتز", "61 بلاغا"
    if kind == "ORG" and end - begin == 1 and _is_word_too(forms[begin]):
        # "فتح" (opening), which is a movement too
        return _HEADS.isdisjoint(before) or forms[begin - 1].startswith("ال")
    if kind == "PER" and end - begin == 1 and has_pronoun(forms[begin]):
        return True  # "لنظيرته"
    # An ordinary word that nothing announces: "رياضي / …" over a sports item.
    return (
        kind == "PER"
        and end - begin == 1
        and level(forms[begin]) > _COMMON + 5
        and "X" not in name_class(forms[begin])
        and before.isdisjoint(_BEFORE_PEOPLE)
    )


def _is_market(forms: list[str]) -> bool:
    """Whether a country's stock market is meant, and no exchange by name: "البورصة اليونانية"."""
    is_market = forms[0] == "البورصه" or forms[:2] == ["سوق", "الاسهم"]
    return is_market and not readings(" ".join(forms))


def _is_word_too(form: str) -> bool:
    """Whether a body's name is an ordinary word, which the knowledge base's rules tell apart."""
    return level(form) > _COMMON + (7 if readings(form) else 12)


def _is_no_name(forms: list[str], kind: EntityKind) -> bool:
    only = forms[0]
    if kind == "ORG" and _is_market(forms):
        return True
    if kind == "ORG" and only.isdigit():
        return True  # "15 بلدا"; the knowledge base has movements called by a date
    if kind == "ORG" and len(forms) == 1 and only.startswith("ال") and only.endswith("يه"):
        return level(only) > _COMMON  # "المصرفية", of a bank
    if any("no_name" in cue_classes(form) for form in forms):
        return True
    if kind == "PER" and not any(name_class(form) or level(form) < _COMMON for form in forms):
        return True
    if len(forms) > 1:
        if kind == "LOC" and "place_inside" in cue_classes(only.removeprefix("ال")):
            return _is_plain([form.removeprefix("ال") for form in forms[1:]])
        is_body = kind == "ORG" and not _BODIES.isdisjoint(cue_classes(only))
        if kind == "ORG" and (_is_bare(forms) or (is_body and forms[1] in ("ل", "ب"))):
            return True  # "مؤسسة للتعليم", "مستشفى بالطائف"
        return is_body and (_is_plain(forms[1:]) or _is_any(forms[1]))
    if len(only) < 2 or country_of_adjective(only):
        return True
    return is_cue(only) or not _COMMON_NOUNS.isdisjoint(cue_classes(only.removeprefix("ال")))


def is_quality(form: str) -> bool:
    """Whether a word without ال is an adjective met in both genders.

    >>> is_quality("مزدحم"), is_quality("محليه"), is_quality("كورندا")
    (True, True, False)
    """
    if form.startswith("ال") or name_class(form) or readings(form):
        return False
    masculine = form.removesuffix("ه")
    if len(masculine) < 3 or level(masculine) <= _MET:
        return False
    return level(f"{masculine}ه") > _MET or level(f"{masculine}يه") > _MET  # "راق", "راقية"


def _is_matter(form: str) -> bool:
    """Whether a word says what an agency deals with: "وكالة أنباء إسبانية"."""
    return (
        form[:2] != "ال" and level(form) > _COMMON + 5 and not (readings(form) or name_class(form))
    )


def _is_bare(forms: list[str]) -> bool:
    """Whether "the party" is followed by what is no part of a name: "الحزب نأي"."""
    only, second = forms[:2]
    if not only.startswith("ال") or _BODIES.isdisjoint(cue_classes(only[2:])):
        return False
    return not second.startswith("ال") and second not in ("ل", "-", "و") and second.isalpha()


def _is_any(adjective: str) -> bool:
    """Whether a body is one of many: "مديرية مختصة", "لجنة وزارية"."""
    return (
        adjective.endswith(("ه", "ي"))
        and not adjective.startswith("ال")
        and min(level(adjective), level(f"ال{adjective}")) > 30
        and not name_class(adjective)
        and not readings(adjective)
    )


def _is_trade(noun: str, adjective: str) -> bool:
    """Whether two ordinary words name a trade and no body: "التسويق العقاري"."""
    return (
        noun.startswith("ال")
        and adjective.startswith("ال")
        and adjective.endswith(("ي", "يه"))
        and level(noun) > _COMMON
        and level(adjective) > _COMMON
        and not _HEADS.intersection(cue_classes(noun[2:]))
        and country_of_adjective(adjective) is None
    )


def _is_plain(forms: list[str]) -> bool:
    """Whether ordinary words without an article follow: "a local council" is no name."""
    return all(
        not form.startswith("ال") and level(form) > _COMMON and not name_class(form)
        for form in forms
    )
