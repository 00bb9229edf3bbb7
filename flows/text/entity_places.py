"""Rules for names of places: the province, airport or village that a word announces."""

from functools import lru_cache

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_heads import REGION
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, entities, readings
from flows.text.ner_features import name_class
from flows.text.tokens import level

_COMMON = 40
# First words of names of villages and quarters: "دوار سيدي عمار", "بلدة كفر زيتا".
_PREFIXES = frozenset(
    {"سيدي", "سيد", "اولاد", "بني", "ايت", "عين", "عيون", "بير", "تل", "خان", "كفر", "دير"}
    | {"ام", "ابو", "بيت", "راس", "برج", "ذي", "شيخ"}
    | {"روضه", "حوطه", "خميس", "ظهران"}
)
_PRONOUNS = ("تك", "هم", "هن", "ها", "نا", "كم")
_CAPITAL = "العاصمه"
_MALLS = frozenset({"مول", "سنتر", "بلازا", "هايبرماركت"})
_INTO = frozenset({"في", "الي"})
_ENDINGS = (*_PRONOUNS, "ه", "ي", "ك", "ات", "ين", "ون", "ان", "وا")
_PLURALS = frozenset({"اقاليم", "اقليم", "مدينه", "دول", "شوارع", "موانيء", "مواني", "مطارات"})
_OFFICIAL = frozenset({"ولايه", "محافظه", "اقليم", "مقاطعه", "قضاء", "عماله", "جهه"})
_UNITS = frozenset({"city", "town", "capital", "province", "district"})


def announced_places(document: Document, known: dict[int, Span]) -> list[Span]:
    """Places after a word for a kind of place; `known` are other spans by their first piece.

    "محافظة الطوالبة" is a name as a whole, of "قرية الطوالبة" only the second word is.

    >>> document = Document.of("من قرية تلكورين في محافظة الطوالبة")
    >>> [document.key(span.begin, span.end) for span in announced_places(document, {})]
    ['تلكورين', 'محافظه الطوالبه']
    """
    forms = document.pieces.forms
    spans = []
    for at, classes in document.cues:
        if ("place_inside" in classes or "place_outside" in classes) and at + 1 < len(forms):
            begin = at + 1
            quoted = forms[begin] == '"'
            begin += quoted
            other = known.get(begin)
            if other is not None:
                end = other.end if _takes(forms[at], other) else begin
            else:
                end = _place_end(forms, begin, _COMMON)
                if forms[at] == _CAPITAL and forms[begin][:2] == "ال" and forms[begin][-1] == "ه":
                    end = begin  # "العاصمة الشيشانية غروزني", "العاصمة المؤقتة"
                if begin < end < len(forms) and "place_inside" in classes and not quoted:
                    end += _is_rank(forms[at], forms[end])
            if end > begin:
                inside = "place_inside" in classes and not quoted
                inside &= forms[at] != REGION or bool(readings(document.key(at, end)))
                same = other.entity_id if other and _is_same(other, inside) else None
                method = "street" if other and other.kind == "PER" and not inside else "place"
                spans.append(Span(at if inside else begin, end, "LOC", same, method, 0.8))
    return spans


def unheard_places(document: Document, spans: list[Span]) -> list[Span]:
    """Words met nowhere else that an article puts "in" twice or names again: "في بوندارام".

    `spans` are the names found so far. Arabic words met nowhere else carry pronouns and endings
    of the plural; those are left out.

    >>> document = Document.of("وقع هجوم في كورنداب أمس. وقال سكان كورنداب إنهم خائفون")
    >>> [document.key(span.begin, span.end) for span in unheard_places(document, [])]
    ['كورنداب']
    """
    forms = document.pieces.forms
    places = [
        at
        for at, before in enumerate(forms[:-1], 1)
        if before in _INTO and _is_unheard(forms[at]) and forms.count(forms[at]) > 1
    ]
    if not places:
        return []
    taken = {at for span in spans for at in range(span.begin, span.end)}
    return [
        Span(at, _unheard_end(forms, at), "LOC", None, "place", 0.7)
        for at in places
        if at not in taken
    ]


def malls(document: Document) -> list[Span]:
    """Shopping centres by the foreign word behind their name: "سلمى مول".

    >>> document = Document.of("في كورندا مول")
    >>> [document.key(span.begin, span.end) for span in malls(document)]
    ['كورندا مول']
    """
    forms = document.pieces.forms
    if _MALLS.isdisjoint(forms):
        return []
    return [
        Span(at - 1, at + 1, "LOC", None, "place", 0.7)
        for at, form in enumerate(forms)
        if form in _MALLS and at and len(forms[at - 1]) > 2 and not is_cue(forms[at - 1])
    ]


def _unheard_end(forms: list[str], at: int) -> int:
    """One word on where the same word follows each time: "كواتار مالي"."""
    following = {
        forms[n + 1] if n + 1 < len(forms) else ""
        for n, form in enumerate(forms)
        if form == forms[at]
    }
    is_one = len(following) == 1 and following.pop().isalpha()
    return at + 1 + (is_one and not is_cue(forms[at + 1]))


@lru_cache(maxsize=1 << 16)
def _is_unheard(form: str) -> bool:
    if level(form) or len(form) < 4 or not form.isalpha() or form.isascii():
        return False
    if form.startswith(("ال", "لل")) or form.endswith(_ENDINGS):
        return False
    return not is_cue(form) and not name_class(form) and not country_of_adjective(form)


def _is_rank(kind_of_place: str, form: str) -> bool:
    """Whether an adjective of the kind of place follows: "منتزه المغواة الترفيهي"."""
    if not form.startswith("ال") or "official" not in cue_classes(form):
        return False
    return form.endswith("ه") == kind_of_place.endswith("ه")


def _takes(kind_of_place: str, other: Span) -> bool:
    """Whether the unit is part of the name: in "منطقة تبوك", not in "منطقة الشرق الأوسط"."""
    if other.kind != "LOC" or other.entity_id is None:
        return other.kind in ("LOC", "PER")
    if kind_of_place in _OFFICIAL and entities()[other.entity_id].subtype == "region":
        return True  # "ولاية كنتاكي"
    return entities()[other.entity_id].subtype in _UNITS or _is_state(other)


def _is_same(other: Span, inside: bool) -> bool:
    return _is_state(other) or (other.kind == "LOC" and not inside)


def _is_state(span: Span) -> bool:
    return span.entity_id is not None and entities()[span.entity_id].subtype == "state"


def _place_end(forms: list[str], begin: int, common: int) -> int:
    if begin >= len(forms) or not _is_place_word(forms[begin], common):
        return begin
    end = begin + 1
    first_is_definite = forms[begin].startswith("ال")
    while end < len(forms) and end - begin < 3 and not first_is_definite:
        form = forms[end]
        if is_cue(form) or country_of_adjective(form) or not form.isalpha():
            break
        if forms[end - 1] not in _PREFIXES and (
            not (name_class(form) or level(form) == 0) or level(form) > _COMMON
        ):
            break
        end += 1
    return end


def _is_place_word(form: str, common: int) -> bool:
    if form in _PREFIXES:
        return True
    if len(form) < 3 or not form.isalpha() or is_cue(form) or country_of_adjective(form):
        return False
    if form.endswith(_PRONOUNS) and not name_class(form):
        return False  # "قضاء احتياجاتهن", "قضاء عطلتك"
    if form.startswith("ال"):
        if is_cue(form[2:]) or form[2:] in _PLURALS or (form.endswith("ات") and level(form) > 25):
            return False  # "all parts of the provinces"
        return level(form) < (common if form.endswith(("ين", "ون", "يه")) else common + 5)
    if form.startswith("ي") and not name_class(form) and level(f"ت{form[1:]}"):
        return False  # "مناطق ينشط فيها": a verb, "منطقة يوركشاير": none
    # "a new bridge", "an agricultural area": ordinary adjectives agree with the word before
    return level(form) < (
        25 if form.endswith(("ه", "ي", "ان", "ين")) else common if name_class(form) else common - 10
    )
