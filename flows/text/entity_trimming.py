"""The edges of a name that the model sees: titles, marks and words that are no part of it."""

from flows.text.entity_cues import cue_classes
from flows.text.entity_heads import REGION
from flows.text.entity_name_words import (
    CONNECTORS,
    has_pronoun,
    is_given_before,
)
from flows.text.entity_person_edges import is_family_name, person_edges
from flows.text.knowledge import country_of_adjective, readings
from flows.text.model import EntityKind
from flows.text.ner_features import name_class
from flows.text.tokens import level

# What announces a name of the kind and stays outside it.
_OUTSIDE = {
    "PER": frozenset(
        {"title", "weak_title", "qualifier", "saying"}
        | {"place_inside", "place_outside", "seat", "body", "medium"}
    ),
    "LOC": frozenset({"place_outside"}),
    "ORG": frozenset({"medium", "saying"}),
    "MISC": frozenset({"medium"}),
}
_PLACES = frozenset({"place_inside", "place_outside", "place_patron"})
_TITLES = frozenset({"title", "weak_title"})
_HEADS = frozenset({"body", "seat", "local_seat"})
_INSIDE = _HEADS | {"body_of", "place_inside"}
_TIMES = frozenset({"العام", "الموسم", "السنه", "الشهر", "الاسبوع"})
_TOLD = 35  # a Zipf value of 3.5: no unheard name
_BRACKETS = frozenset("()[]")
_UNITS = frozenset({"منطقه", "محافظه", "ولايه", "اقليم", "مقاطعه"})
_OF_MEDIA = frozenset(
    {"الحكوميه", "الرسميه", "الخاصه", "الالكتروني", "الالكترونيه", "التلفزيونيه", "الفضاييه"}
)
_DESCRIBING_WORDS = "ارهابي يساري يميني متطرف متشدد حاكم معارض محظور انفصالي متمرد انقلابي"
_DESCRIBING = frozenset(
    f"ال{word}{ending}" for word in _DESCRIBING_WORDS.split() for ending in ("", "ه")
)
_PROCLITICS = frozenset("وفبلك")


def trimmed(forms: list[str], begin: int, end: int, kind: EntityKind) -> tuple[int, int]:
    """Where the name begins and ends among the pieces from `begin` to `end`.

    >>> forms = ["الرييس", "جوردن", "براون", "الاحد"]
    >>> trimmed(forms, 0, 4, "PER")
    (1, 3)
    """
    outside = _OUTSIDE[kind]
    if kind == "PER" and forms[begin : begin + 2] == ["ايه", "الله"]:
        begin += 2  # Ayatollah
    while begin < end and (
        not forms[begin][0].isalnum()
        or forms[begin] in _PROCLITICS
        or (end - begin > 1 and not outside.isdisjoint(cue_classes(forms[begin])))
    ):
        if kind == "PER" and is_given_before(forms, begin):
            break  # "سلطان القاسمي"
        begin += 1
    if kind == "ORG" and end - begin > 2 and _is_its_verb(forms, begin):
        begin += 1
    if kind == "ORG" and end - begin > 1 and _is_before_known(forms, begin, end):
        begin += 1
    while begin < end and (not forms[end - 1][0].isalnum() or forms[end - 1] in _PROCLITICS):
        end -= 1
    while (
        end - begin > 1
        and kind in ("ORG", "PER")
        and not _TITLES.isdisjoint(cue_classes(forms[end - 1]))
        and (kind == "ORG" or forms[end - 2] not in CONNECTORS)  # "آل الشيخ"
        and "given" not in cue_classes(forms[end - 1])  # "مستشفى الأمير سلطان"
        and not (kind == "PER" and is_family_name(forms, end - 1))
    ):
        end -= 1
    if kind == "PER":
        begin, end = person_edges(forms, begin, end)
    for at in range(begin, end):
        if forms[at] in _BRACKETS or (kind == "ORG" and forms[at] == "-"):
            end = at
            break
    # After a noun with ال, a word without it begins something new: "وزارة الدفاع طلبوا".
    while end - begin > 1 and kind in ("ORG", "LOC") and _begins_anew(forms, end - 1):
        end -= 1
    for at in range(begin + 2, end if kind == "ORG" else 0):
        if _begins_person(forms, at) or _begins_seat(forms, at) or _joins_states(forms, at):
            end = at
            break
    if kind == "ORG" and end - begin > 2 and _is_deed(forms, end - 1):
        end -= 2
    while kind == "ORG" and end - begin > 2 and _is_object(forms[end - 1]):
        end -= 1  # "سفارة مصر بيانا"
    if kind == "ORG" and "ب" in forms[begin + 2 : end - 1]:
        end = _before_means(forms, begin, end)
    if kind == "ORG" and end - begin == 2 and begin and _is_told(forms, begin):
        end -= 1  # "إذاعة نورماس الخبر"
    if kind == "LOC":
        begin = _place_begin(forms, begin, end)
        if forms[begin] == REGION and end - begin > 1 and not readings(" ".join(forms[begin:end])):
            begin += 1
    if kind == "LOC" and _is_left_out(forms[begin]):
        # The adjective agrees with "مدينة" or "منطقة": "منتجع كانكون المكسيكي".
        while end - begin > 1 and country_of_adjective(forms[end - 1]):
            end -= 1
    if kind == "ORG" and end - begin > 2 and forms[end - 1] in _DESCRIBING:
        end -= 1  # "تنظيم الجماعة الإرهابي": what is said of it
    if kind == "ORG" and "body" not in cue_classes(forms[begin].removeprefix("ال")):
        if forms[end - 3 : end - 1] == ["ل", "كره"] and end - begin > 3:
            end -= 3  # "الأهلي المصري لكرة القدم"
        # The adjective agrees with "نادي" or "شركة", which stands outside.
        while end - begin > 1 and (
            country_of_adjective(forms[end - 1]) or forms[end - 1] in _OF_MEDIA
        ):
            end -= 1
    if '"' in forms[begin:end]:
        begin = end - 1 - forms[begin:end][::-1].index('"') + 1  # a quoted name is what is quoted
    return begin, end


def _begins_seat(forms: list[str], at: int) -> bool:
    """Whether the place where a body is follows: "محكمة الجنايات في الجزائر"."""
    if forms[at] != "في" or "القاعده" in forms[max(0, at - 2) : at]:
        return False
    return any(name.kind == "LOC" for name in readings(" ".join(forms[at + 1 : at + 2])))


def _is_before_known(forms: list[str], begin: int, end: int) -> bool:
    """Whether a known body follows a word that heads none: "غاب التعاون", "نجم شتوتغارت"."""
    if forms[begin].startswith("ال") or not _INSIDE.isdisjoint(cue_classes(forms[begin])):
        return False
    name = " ".join(forms[begin:end])
    rest = name.partition(" ")[2]
    return not readings(name) and any(known.kind == "ORG" for known in readings(rest))


def _joins_states(forms: list[str], at: int) -> bool:
    """Whether a second state's body is joined: "وزارتا الدفاع الروسية والأمريكية"."""
    if forms[at] != "و" or country_of_adjective(forms[at - 1]) is None:
        return False
    return any(country_of_adjective(form) is not None for form in forms[at + 1 : at + 2])


def _is_its_verb(forms: list[str], at: int) -> bool:
    """Whether a feminine verb stands before the head of a body: "فرقت شرطة دبي"."""
    verb = forms[at]
    if not verb.endswith("ت") or cue_classes(verb) or readings(verb) or name_class(verb):
        return False
    return not _HEADS.isdisjoint(cue_classes(forms[at + 1]))


def _is_deed(forms: list[str], at: int) -> bool:
    """Whether "for …" says what a body does, and not what it is for: "… لتطوير خدماتها"."""
    if forms[at - 1] == "ل" and forms[at] in _TIMES:
        return True  # "شركة سمينز للعام 2014"
    if forms[at - 1] != "ل" or forms[at].startswith("ال") or at + 1 >= len(forms):
        return False
    return has_pronoun(forms[at + 1])


def _is_object(form: str) -> bool:
    """Whether a word is an indefinite noun in the accusative, the object of the verb before."""
    if not form.endswith("ا") or form.startswith("ال") or level(form) == 0:
        return False
    return level(form[:-1]) > 30 and not name_class(form) and not readings(form)


def _before_means(forms: list[str], begin: int, end: int) -> int:
    """Where a body ends before "with" an ordinary noun: "أصيب موظف المحكمة بفيروس"."""
    at = forms.index("ب", begin + 2, end)
    noun = forms[at + 1]
    is_name = noun.startswith("ال") or bool(name_class(noun) or readings(noun))
    return end if is_name else at


def _is_told(forms: list[str], begin: int) -> bool:
    """Whether an announced name of one unheard word is followed by what its bearer does."""
    name, following = forms[begin : begin + 2]
    return (
        "medium" in cue_classes(forms[begin - 1])
        and level(name) == 0
        and not name.startswith("ال")
        and following.startswith("ال")
        and not following.endswith(("ي", "ه"))
        and level(following) > _TOLD
    )


def _place_begin(forms: list[str], begin: int, end: int) -> int:
    """Where a place begins whose kind is told inside it: "زار كورنيش كورندا"."""
    if level(forms[begin]) <= _TOLD or not _PLACES.isdisjoint(cue_classes(forms[begin])):
        return begin
    for at in range(begin + 1, end - 1):
        if "place_inside" in cue_classes(forms[at]):
            return at
    return begin


def _is_left_out(form: str) -> bool:
    return "place_inside" not in cue_classes(form) or form in _UNITS


def _begins_anew(forms: list[str], at: int) -> bool:
    form = forms[at]
    if not forms[at - 1].startswith("ال") or form.startswith("ال") or form in _PROCLITICS:
        return False
    return form.isalpha() and not form.isascii() and not name_class(form)


def _begins_person(forms: list[str], at: int) -> bool:
    """Whether a man's name follows a body's: "مجلس المحافظة سالم الهروط", not "الأمير سلطان"."""
    form, before = forms[at], forms[at - 1]
    if "G" not in name_class(form) or form.startswith("ال") or not before.startswith("ال"):
        return False
    return not name_class(before) and _TITLES.isdisjoint(cue_classes(before))
