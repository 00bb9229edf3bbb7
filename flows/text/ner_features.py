"""What the sequence model sees of one word, whatever stands around it."""

import re
from functools import cache, reduce
from operator import or_
from typing import get_args

from flows.lexicon import rows, uncollected
from flows.text.entity_cues import cue_classes
from flows.text.knowledge import Name, country_of_adjective, names
from flows.text.model import EntityKind
from flows.text.tokens import level

_ARABIC = re.compile(r"[\u0621-\u064a]+\Z")


def features(form: str) -> tuple[str, ...]:
    """The features of a folded word form: itself, affixes, shape, frequency and name lists.

    They depend on the form alone, so that the model's scores for a word are computed once,
    however often the word is met.

    >>> features("24")
    ('w=24', 'digits2')
    """
    if not _ARABIC.match(form):
        return (f"w={form}", _shape(form))
    stem = form[2:] if form.startswith("ال") and len(form) > 4 else form
    article = "ال" if stem is not form else "-"
    found = [f"w={form}", f"s={stem}", f"a={article}", f"l={min(len(stem), 8)}"]
    for size in (1, 2, 3):
        if len(stem) > size:
            found += (f"<{size}{article}{stem[:size]}", f">{size}{article}{stem[-size:]}")
    if len(stem) > 4:
        found += (f"<4{stem[:4]}", f">4{stem[-4:]}")
    frequency = level(form) // 5
    name = name_class(form)
    found += (f"f={frequency}", f"n={name}", f"nf={name}{min(frequency, 9)}")
    found += [f"c={cue}" for cue in sorted(cue_classes(form))]
    found += [f"k={flag}" for flag in _flags().get(form, ())]
    if country_of_adjective(form):
        found.append("nisba")
    return tuple(found)


def _shape(form: str) -> str:
    if form.isdigit():
        return f"digits{min(len(form), 5)}"
    if form.isalpha():
        return "Latin" if form[:1].isupper() else "latin"
    return "mark"


def name_class(form: str) -> str:
    """How a word serves in the list of personal names: "G" given, "F" family, "X" foreign, "".

    Capital letters for words that the list counts five times or more, and for the usual names of
    other languages.

    >>> name_class("محمد"), name_class("القاهرة")
    ('GFX', '')
    """
    return name_classes().get(form, "")


@cache
@uncollected()
def name_classes() -> dict[str, str]:
    """The classes of all words in the lists of personal names, as `name_class` gives them.

    >>> len(name_classes()) > 20_000
    True
    """
    classes = {
        row["name"]: _letter("g", row["given"])
        + _letter("f", row["family"])
        + _letter("x", row["foreign"])
        for row in rows("person_names")
    }
    for row in rows("foreign_names"):
        name = row["name"]
        classes[name] = classes.get(name, "").rstrip("xX") + "X"
    return classes


@cache
def _letter(letter: str, count: str) -> str:
    return letter.upper() if int(count) >= 5 else letter if int(count) else ""


@cache
@uncollected()
def _flags() -> dict[str, tuple[str, ...]]:
    # What the knowledge base says of a word: a whole name (S) or the first word of one (B), its
    # kind, and a small letter where the name is also an ordinary word.
    bits: dict[str, int] = {}
    last: tuple[Name, ...] = ()
    for folded, several in names().items():
        if several is not last:  # many names in a row share their readings
            last = several
            own = reduce(or_, (1 << _FLAGS.index(_kind_flag(name)) for name in several))
        first, _, rest = folded.partition(" ")
        bits[first] = bits.get(first, 0) | (own << len(_FLAGS) if rest else own)
    return {word: _flags_of(several) for word, several in bits.items()}


def _kind_flag(name: Name) -> str:
    return name.kind.lower() if name.is_ambiguous else name.kind


@cache
def _flags_of(bits: int) -> tuple[str, ...]:
    flags = [f"S{flag}" for flag in _FLAGS] + [f"B{flag}" for flag in _FLAGS]
    return tuple(sorted(flag for n, flag in enumerate(flags) if bits >> n & 1))


_FLAGS = tuple(kind for upper in get_args(EntityKind) for kind in (upper, upper.lower()))
