"""Distils stem_roots.csv, the stems whose first letter looks like a particle and is none.

`python -m flows.curation.distil_word_roots` reads what the lexicon knows of words and names: the و
of وزارة (ministry) belongs to it, for وزارة is met as often as زارة is not; that of وسوريا does
not. Run it again when
ner_words.xz, person_names.csv or entity_names.csv change.
"""

import csv
import re
from collections import Counter
from pathlib import Path

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.knowledge import spellings
from flows.text.stemming import light, particle_forms
from flows.text.tokens import frequent_words, level, split_proclitics

_OUT = Path(__file__).parents[1] / "lexicon" / "stem_roots.csv"
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_PARTICLES = "وفبلك"
# Of a word's own letter the word is met this often beside the word without it: ب and ل precede
# any noun ("بتقديم"), و and ف mostly words with the article, which shows them to be particles.
_LEAST_SHARE = {"و": 0.1, "ف": 0.1, "ك": 0.1, "ب": 0.35, "ل": 0.35}
_RARE = 600.0  # occurrences in a thousand million words


def main() -> None:
    """Reads the lexicon and writes the list."""
    words = {*frequent_words(), *(row["name"] for row in rows("person_names"))}
    for spelling in spellings():
        words.update(_ARABIC.findall(fold(spelling.name)))
    bare = {_without_article(word) for word in words}
    met: Counter[str] = Counter()
    for word in words:
        met[light(_without_article(word))] += _frequency(word)
    whole, cut, rest = _by_stem(bare, met)
    kept = [
        stem
        for stem in whole
        if len(stem) >= 3
        and whole[stem] >= cut[stem]
        and (len(stem) == 3 or whole[stem] >= _LEAST_SHARE[stem[0]] * rest[stem])
        and (whole[stem] > 0 or rest[stem] < _RARE)
        and not re.match("[وفبك]ال....", stem)
    ]
    with _OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["root"])
        out.writerows([stem] for stem in sorted(kept))


def _by_stem(
    words: set[str], met: Counter[str]
) -> tuple[Counter[str], Counter[str], dict[str, float]]:
    """How often each stem is a word's own and how often a particle's, and the most of its rests."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    rest: dict[str, float] = {}
    for word in words:
        forms = particle_forms(word)
        if word[0] not in _PARTICLES or len(forms) == 1:
            continue
        stem = light(word)
        (whole if len(split_proclitics(word)) == 1 else cut)[stem] += _frequency(word)
        rest[stem] = max(rest.get(stem, 0.0), met[light(forms[1])])
    return whole, cut, rest


def _without_article(word: str) -> str:
    while word.startswith("ال") and len(word) >= 5:
        word = word[2:]
    return word


def _frequency(word: str) -> int:
    return round(10 ** (level(word) / 10)) if level(word) else 0


if __name__ == "__main__":
    main()
