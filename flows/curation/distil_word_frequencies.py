"""Distils ner_words.xz, how frequent Arabic words are, from wordfreq's list.

`python -m flows.curation.distil_word_frequencies large_ar.msgpack.gz` with the file of the package
wordfreq 3.1.1 (wordfreq/data; CC BY-SA 4.0, Robyn Speer, https://github.com/rspeer/wordfreq) and
the package msgpack. Spellings that fold to one form are added up; words met more than about once
in three million stay, each with ten times its Zipf value.
"""

import argparse
import gzip
import importlib
import lzma
import math
import re
from collections import Counter
from pathlib import Path

from flows.text.folding import fold

_OUT = Path(__file__).parents[1] / "lexicon" / "ner_words.xz"
_ARABIC = re.compile(r"[\u0621-\u064a]{1,15}\Z")
_LEAST = 2.5  # Zipf


def main() -> None:
    """Reads the list and writes the lexicon's file."""
    parser = argparse.ArgumentParser(description="Distil ner_words.xz.")
    parser.add_argument("frequencies", type=Path)
    with gzip.open(parser.parse_args().frequencies) as file:
        # A header, then bins of words; the words of bin n are met 10 ** (-n / 100) times a word.
        _, *bins = importlib.import_module("msgpack").load(file, raw=False)
    frequency: Counter[str] = Counter()
    shares: dict[str, float] = {}
    for centibels, words in enumerate(bins):
        for word in words:
            form = str(fold(word))
            shares[form] = shares.get(form, 0.0) + 10 ** (-centibels / 100)
    for form, share in shares.items():
        zipf = math.log10(share) + 9
        if zipf >= _LEAST and _ARABIC.match(form):
            frequency[form] = round(10 * zipf)
    lines = "".join(f"{form} {value}\n" for form, value in sorted(frequency.items()))
    _OUT.write_bytes(lzma.compress(lines.encode(), preset=9))


if __name__ == "__main__":
    main()
