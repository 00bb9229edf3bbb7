"""The words of saying, with the forms in which they occur, and the small words around them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.model import Stance

Form = Literal["finite", "participle", "noun"]
Gender = Literal["m", "f", ""]
Needs = Literal["", "start", "content", "subject", "in"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a verb of saying.

    `needs`: a form that is also another word counts only where a clause starts ("start"), right
    before what is said ("content"), with a subject behind it ("subject": "يعتقد أن" alone is
    passive) or with the text that says it ("in": "جاء في البيان"). `gender` is that of the
    subject, "" where the form tells none.
    """

    verb: str
    verb_class: str
    stance: Stance
    form: Form
    gender: Gender
    needs: Needs


@cache
def cues() -> Mapping[str, Cue]:
    """Each folded form of the verbs of saying; of two verbs that share one, the first row's.

    >>> [(cues()[word].verb, cues()[word].gender) for word in ("قالت", "مضيفا", "يوكدون")]
    [('قال', 'f'), ('أضاف', 'm'), ('أكد', 'm')]
    """
    found: dict[str, Cue] = {}
    for row in rows("quote_verbs"):
        for form, gender, word in _forms(row):
            cue = Cue(
                row["verb"], row["class"], cast(Stance, row["stance"]), form, gender,
                cast(Needs, row["needs"]),
            )  # fmt: skip
            folded = str(fold(word))
            found.setdefault(folded, cue)
            if form == "noun":
                found.setdefault("ب" + folded, cue)  # "بقوله"
            if len(folded) > 2:
                # و is part of the piece where the cutter does not know the form without it.
                found.setdefault("و" + folded, cue)
    return found


@cache
def words_of(cue_class: str) -> frozenset[str]:
    """The folded words of a class of quote_cues.

    >>> "ذاته" in words_of("same")
    True
    """
    return frozenset(_classes()[cue_class])


@cache
def ends_subject() -> frozenset[str]:
    """The folded words that are no part of a subject, with the pronouns that prepositions take.

    >>> {"في", "خلالها", "عليه"} <= ends_subject()
    True
    """
    words = words_of("no_subject")
    return words | {word + suffix for word in words for suffix in _SUFFIXES}


def _forms(row: dict[str, str]) -> Iterator[tuple[Form, Gender, str]]:
    for form, gender, word in _bare_forms(row):
        yield form, gender, word
        if form == "finite" and row["class"] in _OF_PEOPLE and word[-1] not in "ان":
            base = word[:-1] + "ا" if word[-1] == "ى" else word
            yield from ((form, gender, base + suffix) for suffix in ("ه", "ها", "هم"))


def _bare_forms(row: dict[str, str]) -> Iterator[tuple[Form, Gender, str]]:
    if past := row["past"]:
        stem = past[:-1] if past[-1] in "ىا" else past
        yield "finite", "m", past
        yield from (("finite", "f", stem + ending) for ending in ("ت", "تا"))
        yield "finite", "m", stem + "وا"
        if len(past) > 2:
            yield "finite", "m", stem + ("يا" if stem != past else "ا")
    if present := row["present"]:
        stem = present[:-1] if present[-1] in "ىيو" else present
        yield from (("finite", "m", form) for form in (present, stem + "ون", present + "ان"))
        yield from (("finite", "f", "ت" + form[1:]) for form in (present, present + "ان"))
    if active := row["participle"]:
        stem = active[:-1] if active[-1] == "ي" else active
        yield from (("participle", "m", form) for form in (active + "ا", stem + "ين"))
        yield "participle", "f", active + "ة"
    if noun := row["noun"]:
        for suffix, gender in (("ه", "m"), ("هم", "m"), ("ها", "f"), ("هما", "")):
            base = noun[:-1] + "ت" if noun[-1] == "ة" else noun
            yield "noun", cast(Gender, gender), base + suffix


# What these verbs say is said to somebody: "سأله", "اتهمها"; elsewhere the pronoun is what is said.
_OF_PEOPLE = frozenset({"say", "accuse", "announce", "ask", "urge", "call", "answer", "warn"})
_SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا")


@cache
def _classes() -> Mapping[str, set[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for row in rows("quote_cues"):
        classes[row["class"]].add(str(fold(row["cue"])))
    return classes
