"""Distils person_names.csv from two open lists of names, which are not needed at run time.

`python -m flows.curation.distil_person_names NAMES.sqlite3 DICT.json`: the database of the package
arabic-name-romanizer 0.2.0 (resources/names.sqlite3; MIT, its names from Wikidata, CC0, and
dzirinames) and the dictionary of arabnamer 0.1.3 (data/dict_FINAL.json; CC BY 4.0, Yousef E.,
2026, https://github.com/sayedyousef/arabnamer). Install the two packages into a scratch folder.

A word is kept if names hold it often enough for its frequency in running text, or if it is a
foreign name that takes no article, no feminine and no pronoun: Arabic nouns and verbs do.
"""

import argparse
import csv
import json
import math
import re
import sqlite3
from collections import Counter
from itertools import pairwise
from pathlib import Path

from flows.text.folding import fold
from flows.text.knowledge import readings
from flows.text.tokens import level

_OUT = Path(__file__).parents[1] / "lexicon" / "person_names.csv"
_ARABIC = re.compile(r"[\u0621-\u064a]{2,14}\Z")
# Looked through by eye: ordinary words, currencies and the like that the second list holds.
_ORDINARY = (
    "دينار كيلو تمام لحد للتكنولوجيا سهله دام بلس كورونا هيا نود ابان بوث شيت ستريت لايت بالا "
    "فليس دينه قزح بوصله ايامي تيك جيجا فينا"
)
_NOT_NAMES = frozenset(_ORDINARY.split())


def main() -> None:
    """Reads the two lists and writes the lexicon's file."""
    parser = argparse.ArgumentParser(description="Distil person_names.csv.")
    parser.add_argument("names", type=Path)
    parser.add_argument("dictionary", type=Path)
    arguments = parser.parse_args()
    given, family, joined = _arab_names(arguments.names)
    foreign = _foreign_names(arguments.dictionary)
    with _OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "given", "family", "foreign"])
        for word in sorted({*given, *family, *foreign}):
            if _is_name(word, given[word] + family[word], foreign[word], word in joined):
                out.writerow([word, given[word], family[word], foreign[word]])


def _arab_names(path: Path) -> tuple[Counter[str], Counter[str], set[str]]:
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    joined: set[str] = set()
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for (name,) in database.execute(
        "select arabic_key from full_names where source = 'wikidata' order by arabic_key, latin"
    ):
        words = [word for word in fold(name).split() if _ARABIC.match(word)]
        if len(words) < 2:
            continue
        given[words[0]] += 1
        family.update(words[1:])
        for first, second in pairwise(words):
            # "عبد العزيز" is as often written "عبدالعزيز", as one word
            if first == "ابو" or (first == "عبد" and second.startswith("ال")):
                (given if words[0] == first else family)[first + second] += 1
                joined.add(first + second)
        if words[0] in ("عبد", "ابو"):
            given[words[1]] += 1
    for name, role in database.execute(
        "select arabic_key, role from units where source != 'wikidata'"
    ):
        for word in fold(name).split():
            if _ARABIC.match(word):
                (given if role == "given" else family)[word] += 1
    return given, family, joined


def _foreign_names(path: Path) -> Counter[str]:
    names = json.loads(path.read_text("utf-8")).values()
    return Counter(word for name in names for word in fold(name).split() if _ARABIC.match(word))


def _is_name(word: str, arab: int, foreign: int, is_joined: bool) -> bool:
    count = arab + 2 * foreign
    frequency = level(word)
    if count < 2 or (len(word) < 3 and count < 30):
        return False
    if is_joined or not frequency or 10 * math.log10(count) >= frequency - 32:
        return True
    if word in _NOT_NAMES or any(name.kind != "PER" for name in readings(word)):
        return False
    endings = max(level(word + ending) for ending in ("ه", "ات", "هم", "ها", "وا"))
    return (
        foreign > 0
        and frequency < 47
        and not word.startswith("ال")
        and level(f"ال{word}") < frequency - 9
        and endings < frequency - 12
    )


if __name__ == "__main__":
    main()
