"""What the rules ask of every word, answered once for each distinct word and kept as bits."""

from functools import cache

from flows.lexicon import rows
from flows.text.entity_cues import is_cue
from flows.text.entity_index import decoy_index, media_index, name_index
from flows.text.folding import fold
from flows.text.memo import Memo
from flows.text.ner_features import name_class
from flows.text.tokens import ALI

CUE = 1  # it announces or describes names (`entity_cues`)
BEGINS = 2  # names of the knowledge base begin with it
PERSONAL = 4  # it is in the list of personal names
HEAD = 8  # "the ministry", "the newspaper": a kind of body or medium with its article
MEDIUM = 16  # names of media begin with it
DECOY = 32  # phrases begin with it that look like names and are none


def marks_of(forms: list[str]) -> list[int]:
    """The bits of each folded form.

    >>> [mark & CUE for mark in marks_of(["قال", "محمد"])]
    [1, 0]
    """
    return list(map(_MARKS.__getitem__, forms))


def _marks(form: str) -> int:
    return (
        CUE * is_cue(form)
        | BEGINS * (form in name_index().lengths)
        | PERSONAL * (bool(name_class(form)) or form == ALI)
        | HEAD * (form in _definite_heads())
        | MEDIUM * (form in media_index())
        | DECOY * (form in decoy_index())
    )


@cache
def _definite_heads() -> frozenset[str]:
    cues = (row for row in rows("entity_cues") if row["class"] in ("body", "medium"))
    return frozenset(f"ال{fold(row['cue'])}" for row in cues)


_MARKS: Memo[str, int] = Memo(_marks)
