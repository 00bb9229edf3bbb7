"""What the sequence model sees of one word, whatever stands around it."""

import re
from functools import cache

from flows.lexicon import rows
from flows.text.entity_cues import cue_classes
from flows.text.knowledge import country_of_adjective, names
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

    Capital letters for words that the list counts five times or more.

    >>> name_class("محمد"), name_class("القاهرة")
    ('GFX', '')
    """
    return name_classes().get(form, "")


@cache
def name_classes() -> dict[str, str]:
    """The classes of all words in the list of personal names, as `name_class` gives them.

    >>> len(name_classes()) > 20_000
    True
    """
    classes = {}
    for row in rows("person_names"):
        classes[row["name"]] = "".join(
            letter.upper() if int(row[column]) >= 5 else letter
            for letter, column in (("g", "given"), ("f", "family"), ("x", "foreign"))
            if int(row[column])
        )
    return classes


@cache
def _flags() -> dict[str, tuple[str, ...]]:
    # What the knowledge base says of a word: a whole name (S) or the first word of one (B), its
    # kind, and a small letter where the name is also an ordinary word.
    flags: dict[str, frozenset[str]] = {}
    for folded, several in names().items():
        first, _, rest = folded.partition(" ")
        flag = _flags_of(bool(rest), *((name.kind, name.is_ambiguous) for name in several))
        known = flags.get(first)
        if known is None:
            flags[first] = flag
        elif not flag <= known:
            flags[first] = flag | known
    return {word: tuple(sorted(several)) for word, several in flags.items()}


@cache
def _flags_of(is_first: bool, *names: tuple[EntityKind, bool]) -> frozenset[str]:
    place = "B" if is_first else "S"
    return frozenset(place + (kind.lower() if is_odd else kind) for kind, is_odd in names)
