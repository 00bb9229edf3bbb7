"""Reduces words to light stems, so that a search finds a word in whatever form it is written.

The macros ar_words and ar_stem of the public file do the same in SQL; a test holds both together.
"""

import re
from functools import cache, lru_cache

from flows.lexicon import rows
from flows.text.folding import fold

# In the words of RE2, which DuckDB uses: [\p{L}\p{Nl}\p{No}]+|\p{Nd}+
_WORD = re.compile(r"[^\W\d_]+|\d+")
# The article behind و ف ب ك is certain where four letters follow ("بالون" is a balloon).
_PARTICLE = re.compile("[وفبك]ال(.{4,})|ال(.{3,})|[وفبلك](.{3,})")
_ENDINGS_OF_A_WORD = 3
_PARTICLES_OF_A_WORD = 5


def stems(text: str) -> list[str]:
    """The words of a text as light stems, in their order; numbers and Latin words are kept whole.

    >>> stems("والسوريون في أميركا عام ٢٠١٦")
    ['سوري', 'في', 'امريك', 'عام', '2016']
    """
    return [stem(word) for word in _WORD.findall(fold(text).lower())]


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The light stem of a folded word: without particles, article, and endings of inflection.

    A particle is taken off until the rest is known to begin with that letter, so that a word has
    one stem whatever precedes it. Broken plurals stay: they would need a dictionary.

    >>> [stem(word) for word in ("سوريا", "السوريه", "والسوريين", "السوريون", "بسوريا")]
    ['سوري', 'سوري', 'سوري', 'سوري', 'سوري']
    >>> stem("الوزاره"), stem("وزيران"), stem("زار")
    ('وزار', 'وزير', 'زار')
    """
    known = known_stems()
    stem = word
    for form in particle_forms(word):
        stem = light(form)
        if form in known:
            return known[form]
        if stem in known:
            return known[stem]
    return stem


def particle_forms(word: str) -> list[str]:
    """A folded word, and what is left of it as one particle or article after the other goes.

    >>> particle_forms("وبالسفاره")
    ['وبالسفاره', 'بالسفاره', 'سفاره']
    """
    forms = [word]
    for _ in range(_PARTICLES_OF_A_WORD):
        match = _PARTICLE.fullmatch(forms[-1])
        if match is None:
            break
        forms.append(match[match.lastindex or 0])
    return forms


def light(word: str) -> str:
    """A folded word without the endings of number, gender, nisba and possession.

    >>> light("حكومتها"), light("انتخابات"), light("لبنانيين"), light("لبنان")
    ('حكوم', 'انتخاب', 'لبنان', 'لبنان')
    """
    for _ in range(_ENDINGS_OF_A_WORD):
        match = _endings().fullmatch(word)
        if match is None:
            break
        word = match[1] or match[2]
    return word


@cache
def known_stems() -> dict[str, str]:
    """Stems and words that are not cut further, each with the stem under which it is searched.

    Those are stems that begin with a letter that looks like a particle, other spellings of a stem,
    nisbas too short to lose their ending (مصري is searched as مصر) and their broken plurals.

    >>> [known_stems()[stem] for stem in ("وزير", "اميرك", "مصري")]
    ['وزير', 'امريك', 'مصر']
    """
    known = {row["root"]: row["root"] for row in rows("stem_roots")}
    known |= {row["variant"]: row["stem"] for row in rows("stem_variants")}
    for row in rows("countries"):
        country = str(fold(row["name_ar"])).removeprefix("ال")
        name = known.get(light(country), light(country))
        nisbas = [str(fold(word)) for word in row["adjectives"].split("|") if word.isalpha()]
        for nisba in nisbas:
            if light(nisba)[:-1] in (name, name[:-1]):
                known[light(nisba)] = name
        if nisbas:
            nisba = light(nisbas[0])
            plurals = [str(fold(word)) for word in row["plurals"].split("|") if word]
            known |= dict.fromkeys(plurals, known.get(nisba, nisba))
    return known


def endings_pattern() -> str:
    """The endings as one regular expression, the same for Python and for RE2.

    >>> endings_pattern().startswith("(.{3,}?)(?:اتهما|")
    True
    """
    by_least: dict[str, set[str]] = {}
    for row in rows("stem_endings"):
        by_least.setdefault(row["least"], set()).add(str(fold(row["ending"])))
    return "|".join(
        f"(.{{{least},}}?)(?:{'|'.join(sorted(endings, key=lambda e: (-len(e), e)))})"
        for least, endings in sorted(by_least.items())
    )


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(endings_pattern())
