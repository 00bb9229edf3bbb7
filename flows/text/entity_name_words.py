"""How personal names are built from words: given names, connectors like "بن", family names."""

from functools import cache, lru_cache

from flows.lexicon import rows
from flows.text.countries import fold_all
from flows.text.entity_cues import cue_classes, is_cue
from flows.text.knowledge import country_of_adjective
from flows.text.ner_features import name_class
from flows.text.tokens import ALI, level

CONNECTORS = frozenset(
    [
        "بن",
        "ابن",
        "بنت",
        "ال",
        "ابو",
        "ابي",
        "ابا",
        "ام",
        "عبد",
        "ايت",
        "ولد",
        "بو",
        "فان",
        "دي",
        "دو",
        "دا",
        "فون",
        "ديل",
    ]
)
COMMON = 46  # a Zipf value of 4.6: words that are met every few pages
RARE = 30
NAMES_TOO = frozenset({"official", "field"})  # cues that are family names as well
_SONS = frozenset({"بن", "ابن", "بنت", "ولد"})
_VAN = ["ف", "ان"]  # as "فان" is cut, which is mostly "so that"
_VERBAL = tuple("وفلبيتس")  # letters with which verbs and joined words begin
_SUFFIXES = ("ها", "هم", "وا", "ون", "ين", "ات", "نا", "ه")
# What dignitaries send: "نقل الأمير تركي بن خالد التعازي".
_CONVEYED = frozenset({"التعازي", "التهاني", "التحيات", "التبريكات", "المواساه", "التهنيه"})
_MOST_WORDS = 7
_KNOWN = 35
_PRONOUNS = ("ه", "ته", "ها", "تها", "هم", "تهم", "هن")


def name_end(forms: list[str], begin: int, known_end: int | None = None) -> int:
    """Where the personal name that begins at piece `begin` ends; `begin` itself if none does.

    `known_end` is how far it is already known to reach.

    >>> name_end(["قال", "تركي", "بن", "طلال", "امس"], 1)
    4
    """
    end = begin if known_end is None else known_end
    while end < len(forms) and end - begin < _MOST_WORDS:
        words = _next_words(forms, begin, end)
        if not words:
            break
        end += words
    return end


def is_given_before(forms: list[str], at: int) -> bool:
    """Whether a title stands for a given name, because a family name or "بن" follows.

    >>> is_given_before(["سلطان", "القاسمي"], 0), is_given_before(["سلطان", "عمان"], 0)
    (True, False)
    """
    if at + 1 >= len(forms) or "given" not in cue_classes(forms[at]):
        return False
    following = forms[at + 1]
    if following in ("بن", ALI):
        return True
    return following.startswith("ال") and "F" in name_class(following)


@lru_cache(maxsize=1 << 16)
def is_name_word(form: str) -> bool:
    """True for a word that looks like part of a person's name and not like an ordinary word.

    >>> is_name_word("الزبيدات"), is_name_word("خالد"), is_name_word("الحكومه")
    (True, True, False)
    """
    if len(form) < 3 or not form.isalpha() or form.isascii():
        return False
    if is_cue(form):
        return False
    if country_of_adjective(form):
        return "G" in name_class(form) and not form.startswith("ال")  # تركي بن طلال
    if name_class(form):
        return level(form) < COMMON or "G" in name_class(form)
    return level(form) < (RARE + 8 if form.startswith("ال") else RARE)


def has_pronoun(form: str) -> bool:
    """Whether an unknown word is an ordinary one with a pronoun.

    >>> has_pronoun("لنظيرته"), has_pronoun("كوستروف")
    (True, False)
    """
    if name_class(form):
        return False
    stems = [form[: -len(ending)] for ending in _PRONOUNS if form.endswith(ending)]
    stems += [stem[1:] for stem in stems if stem[:1] in "وفبلك"]
    stems += [f"{stem}ه" for stem in stems]
    return any(level(stem) > _KNOWN for stem in stems)


def is_no_part(first: str, form: str) -> bool:
    """Whether a word never ends the personal name that begins with `first`.

    An adjective in "-iyya" goes with what stands before the name; a day of the week is none of a
    foreign name, while الخميس and الجمعة are Arabic family names.

    >>> is_no_part("صالح", "الانقلابيه"), is_no_part("جوردن", "الاحد"), is_no_part("سعد", "الجمعه")
    (True, True, False)
    """
    if form in _CONVEYED:
        return True
    if form.startswith("ال") and form.endswith("يه"):
        return "F" not in name_class(form)
    return is_weekday(form) and "G" not in name_class(first)


def _is_family_name(form: str, behind_father: bool) -> bool:
    """Whether a word with ال is listed as a name or, behind "بن …", looks like a nisba."""
    if name_class(form):
        return True
    is_nisba = form.endswith("ي") and (level(form) == 0 or level(form[2:-1]) > RARE)
    return behind_father and (is_nisba or level(form) == 0)


def is_weekday(form: str) -> bool:
    """Whether a folded word is a day of the week.

    >>> is_weekday("الاحد"), is_weekday("اليوم")
    (True, False)
    """
    return form in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold_all(row["form"] for row in rows("dates_weekdays")))


def _next_words(forms: list[str], begin: int, end: int) -> int:
    """How many words from `end` on belong to the name that begins at `begin`: 0, 1 or 2."""
    form = forms[end]
    if end > begin and is_no_part(forms[begin], form):
        return 0
    if end > begin and forms[end - 1] in CONNECTORS and _follows(form, forms[end - 1]):
        return 1
    if end > begin and forms[end : end + 2] == _VAN:
        return 3 if "X" in name_class(forms[end - 1]) and _is_foreign(forms, end + 2) else 0
    if form in CONNECTORS and end + 1 < len(forms) and _follows(forms[end + 1], form):
        return 2
    if end == begin:
        return int(is_name_word(form))
    if _continues(form) or is_given_before(forms, end) or _is_origin(forms, begin, end):
        return 1
    if end == begin + 1 and _is_middle(forms, end):
        return 2
    return int(end == begin + 1 and _is_unheard(forms[begin], form))


def _follows(form: str, connector: str) -> bool:
    if form in CONNECTORS:
        return True
    if connector in _SONS:
        return len(form) > 2 and form.isalpha() and level(form) < 56
    return len(form) > 2 and form.isalpha() and (bool(name_class(form)) or level(form) < COMMON)


@lru_cache(maxsize=1 << 16)
def _continues(form: str) -> bool:
    if form in ("الله", "الدين"):
        return True
    kinds = name_class(form)
    if "F" in kinds and form.startswith("ال") and cue_classes(form) <= NAMES_TOO:
        return True  # "سلوى المدني"
    if not is_name_word(form):
        return False
    if kinds:
        return not kinds.islower() or level(form) < RARE + 12
    return form.startswith("ال") and level(form) < 20


def _is_origin(forms: list[str], begin: int, at: int) -> bool:
    """Whether a family name follows "بن …": "فهد بن سالم التركي", "محمد بن حمود الشايع"."""
    form = forms[at]
    if _SONS.isdisjoint(forms[begin + 1 : at]):
        return False
    if not form.startswith("ال"):
        return forms[at - 2] in _SONS and form.endswith("ي") and level(form) == 0  # "راجحي"
    if form.removeprefix("ال") == forms[at - 1]:
        return True  # "عماد بن عودة العودة"
    if country_of_adjective(form) is not None:
        return form.endswith("ي")  # a nationality stands before the name, with the title
    return (
        not is_cue(form) and level(form) < COMMON and _is_family_name(form, forms[at - 2] in _SONS)
    )


def _is_foreign(forms: list[str], at: int) -> bool:
    if at >= len(forms) or len(forms[at]) < 3 or not forms[at].isalpha():
        return False
    return "x" in name_class(forms[at]).lower() or level(forms[at]) == 0


def _is_middle(forms: list[str], at: int) -> bool:
    """Whether an odd word stands between a given and a family name: "مفلح صبيان الفايدي"."""
    form = forms[at]
    if "G" not in name_class(forms[at - 1]) or not form.isalpha() or len(form) < 3 or is_cue(form):
        return False
    last = forms[at + 1] if at + 1 < len(forms) else ""
    return level(form) < COMMON and last.startswith("ال") and "F" in name_class(last)


def _is_unheard(given: str, form: str) -> bool:
    """Whether a rare word must be a name after the given one: "فهد بارباع", "حسن الراهب"."""
    if len(form) < 4 or not is_name_word(form):
        return False
    if level(given) == 0 and level(form) == 0 and not name_class(given):
        # two foreign names: "باندانا باخلا"
        return not (form.startswith(_VERBAL) or form.endswith(_SUFFIXES))
    if "G" not in name_class(given):
        return False
    return level(form) == 0 or (form.startswith("ال") and level(form) < RARE + 8)
