"""Reads the corpus that the name model learns from, NewsFANE Gold, into labelled word pieces.

The corpus splits و and pronouns off by hand, spells without hamza and labels fifty kinds. Here
its words are put together again and cut as running text is, and its labels follow our guide:
kinds of place and medium, titles and "the government" stand outside a name.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path

from flows.text.folding import fold
from flows.text.tokens import ON, cut

Sentence = list[tuple[str, str]]

_KINDS = {
    "PER": "Politician Athlete Businessperson Artist Scientist Police Religious_PER Engineer "
    "Lawyer Other_PER",
    "ORG": "Government Non-Governmental Commercial Educational Entertainment Media "
    "Medical-Science Religious_ORG Sports",
    "LOC": "Nation Population-Center State-or-Province County-or-District Continent GPE-Cluster "
    "Land-Region-Natural Water-Body Celestial Building-Grounds Subarea-Facility Path Airport Plant",
    "MISC": "Book Movie Sound Software Hardware Food Drug Projectile Shooting Air Land Water",
}
_KIND_OF = {fine: kind for kind, several in _KINDS.items() for fine in several.split()}
_PROCLITICS = frozenset("وفبلك")
_PRONOUNS = "ه ها هم هما هن نا ي كم ء ا ني"
_SUFFIXES = frozenset(_PRONOUNS.split())
# Words at the start of a span that our guide leaves outside a name.
_ANNOUNCING = (
    "شركه صحيفه جريده مجله موقع وكاله قناه شبكه مدينه العاصمه قريه بلده نادي فريق تحالف دول دوله "
    "طايره طايرات سياره سيارات سفينه فيلم كتاب روايه ديوان قصه مسلسل مسرحيه"
)
_OUTSIDE = frozenset(_ANNOUNCING.split())
# Spans that begin with these are no names: the government, the police, the authorities.
_AUTHORITIES = "الحكومه حكومه الشرطه شرطه القوات قوات السلطات سلطات"
_NO_NAMES = frozenset(_AUTHORITIES.split())


def labelled_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of NewsFANE Gold (xz, two columns) as (form, tag), tags as the model's TAGS.

    Raises FileNotFoundError where the corpus is not at `path`.
    """
    for words in _sentences(path):
        yield _conventional(_pieces(_rejoined(words)))


def _sentences(path: Path) -> Iterator[Sentence]:
    sentence: Sentence = []
    with lzma.open(path, "rt", encoding="utf-8-sig") as lines:
        for line in lines:
            word, _, fine = line.rstrip("\n").replace("\u200e", "").partition("\t")
            if word.strip():
                kind = _KIND_OF.get(fine[2:])
                word = word.strip()
                form = word if word == ON else str(fold(word))
                sentence.append((form, f"{fine[:2]}{kind}" if kind else "O"))
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _rejoined(words: Sentence) -> list[list[tuple[str, str]]]:
    """Words as they stand in running text, each as its parts with their tags."""
    joined: list[list[tuple[str, str]]] = []
    is_open = False
    for word, tag in words:
        if word.startswith("لال") and len(word) > 5:
            word = f"لل{word[3:]}"  # the corpus writes "لالاتحاد" for "للاتحاد"
        last = joined[-1] if joined else None
        if last and is_open:
            last.append((word, tag))
        elif last and word in _SUFFIXES and len(last[-1][0]) > 1 and last[-1][0].isalpha():
            stem, stem_tag = last[-1]
            if stem.endswith("ه") and len(stem) > 3 and word not in ("ء", "ا"):
                stem = f"{stem[:-1]}ت"
            last[-1] = (stem + word, stem_tag)
            continue
        elif word:
            joined.append([(word, tag)])
        is_open = word in _PROCLITICS
    return joined


def _pieces(words: list[list[tuple[str, str]]]) -> Sentence:
    pieces: Sentence = []
    for parts in words:
        text = "".join(part for part, _ in parts)
        ends = [sum(len(part) for part, _ in parts[: n + 1]) for n in range(len(parts))]
        cuts = cut(text)
        for form, end in zip(cuts.forms, cuts.ends, strict=True):
            tag = next(parts[n][1] for n, stop in enumerate(ends) if end <= stop)
            is_split_off = form in _PROCLITICS and len(parts) == 1 and len(text) > 1
            pieces.append((form, "O" if is_split_off and tag[0] == "B" else tag))
    return pieces


def _conventional(pieces: Sentence) -> Sentence:
    forms = [form for form, _ in pieces]
    tags = ["O"] * len(pieces)
    at = 0
    while at < len(pieces):
        kind = pieces[at][1][2:]
        end = at + 1
        while kind and end < len(pieces) and pieces[end][1] == f"I-{kind}":
            end += 1
        if kind:
            begin, stop = _trimmed(forms, at, end)
            if begin < stop and forms[begin] not in _NO_NAMES:
                tags[begin:stop] = [f"B-{kind}"] + [f"I-{kind}"] * (stop - begin - 1)
        at = end
    return list(zip(forms, tags, strict=True))


def _trimmed(forms: list[str], begin: int, end: int) -> tuple[int, int]:
    while begin < end and (
        forms[begin] in _OUTSIDE or forms[begin] in _PROCLITICS or not forms[begin][0].isalnum()
    ):
        begin += 1
    while end > begin and not forms[end - 1][0].isalnum():
        end -= 1
    return begin, end
