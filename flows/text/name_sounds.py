"""How a name sounds, whatever its transliteration: كوناشنكوف and كوناشينكوف sound nearly alike.

Foreign names reach Arabic by ear, so their vowels are written or not, and g is ج or غ. What is
made here is compared over the corpus (sql/tables/entity_mentions): two unlisted names are one if
their consonants agree and no more than a vowel is missing from either.
"""

from functools import lru_cache

from flows.text.ner_features import name_class
from flows.text.tokens import ALI

_SOUNDS = str.maketrans(
    dict(zip("بپتثجچغخدذرزسشفڤكلمنهويا", "bbttggqxddrzsSffklmnhwya", strict=True))
    | {"غ": "g", "ء": "", "ئ": "y"}
)
_INITIAL = str.maketrans("awy", "AWY")  # a vowel that begins a word is always written
_FINAL = {"a": "e", "h": "e", "y": "i", "w": "o"}  # and so is one that ends it: ماريا, ماري
_NATIVE = frozenset("حصضظعطق")  # letters of words at home in Arabic, where ي tells names apart
_WELL_KNOWN = frozenset("GF")  # classes of personal names that the list has often


@lru_cache(maxsize=1 << 16)
def name_sound(folded: str) -> str:
    """The words of a folded name: foreign ones in Latin letters, native ones as they are.

    In Latin words a, w and y are vowels that may be missing. A native word (a letter that only
    Arabic has, ال, a name that the list of personal names knows well) has one spelling, because
    سعد and سعيد are two; only its ال, behind another word, may be missing, and not where that
    would make a given name of it: أحمد العلي is not أحمد علي.

    >>> name_sound("كوناشينكوف"), name_sound("غولدستون") == name_sound("جولدستون")
    ('kwnaSynkwf', True)
    >>> name_sound("محمد القحطاني"), name_sound("محمد العلي")
    ('محمد قحطاني', 'محمد العلي')
    """
    first, *others = folded.split()
    return " ".join([_sound(first), *(_without_article(word) or _sound(word) for word in others)])


def _without_article(word: str) -> str:
    """A word behind another without its ال; empty if it has none, or is a given name without it."""
    bare = word[2:] if word.startswith("ال") else ""
    is_given = bare == ALI or "G" in name_class(bare).upper()
    return "" if is_given else bare


def _sound(word: str) -> str:
    is_native = word.startswith("ال") or not _NATIVE.isdisjoint(word)
    is_known = not _WELL_KNOWN.isdisjoint(name_class(word))
    if is_native or is_known or len(word) < 3 or not word.isalpha():
        return word
    heard = word.translate(_SOUNDS)
    middle = heard[1:-1]
    return f"{heard[:1].translate(_INITIAL)}{middle}{_FINAL.get(heard[-1], heard[-1])}"
