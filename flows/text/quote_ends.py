"""Where a reported clause ends, and which marked words are a title and nobody's speech."""

from flows.text.quote_lexicon import cues, words_of
from flows.text.quote_marks import Marked
from flows.text.quote_names import Names, is_introduction
from flows.text.quote_sentences import MARK, Sentence

_LOOSE_ENDS = frozenset({"،", "؛", ":", ".", "-", "و", "كما", "حيث", "فيما", "بينما", "(", "قد"})
_ALWAYS = frozenset({"add", "assert", "point", "explain", "say", "admit", "express"})
_TURNS = frozenset({"فيما", "بينما", "كما", "حيث"})
_OWN_WORDS = ("تعبير", "قول", "وصف", "زعم", "راي")


def clause_end(forms: list[str], sentence: Sentence, begin: int, limit: int) -> int:
    """Where the clause that begins at piece `begin` ends, at the latest at `limit`.

    A comma and "في حين", "وهو" or a verb of saying give the word back to the article; so do
    "مؤكدا" and "وفق تعبيره" without one.
    """
    hidden = begin
    pairs = {s.open: s.close for _, s in sentence.signals if isinstance(s, Marked) and s.is_closed}
    for at in range(begin + 1, min(limit, len(forms) - 1)):
        if at < hidden:
            continue
        form = forms[at]
        if form == MARK:
            hidden = pairs.get(at, at)
        elif form == "،":
            if _is_outside(forms[at + 1 : at + 4]):
                return at
        elif form in words_of("according"):
            if forms[at + 1].startswith(_OWN_WORDS):
                return at
        elif form in _TURNS:
            cue = cues().get(forms[at + 1])
            if cue is not None and cue.form == "finite":
                return at
        elif form[-1] == "ا":
            cue = cues().get(form)
            if cue is not None and cue.form == "participle" and cue.verb_class in _ALWAYS:
                return at
    return limit


def _is_outside(after: list[str]) -> bool:
    """Whether what follows a comma is the article's own."""
    if after[:1] == ["و"]:
        after = after[1:]
        if "و" + after[0] in words_of("outside"):
            return True
    if not after:
        return False
    cue = cues().get(after[0])
    return (
        (cue is not None and cue.form != "noun" and cue.needs != "start")
        or after[0] in words_of("outside")
        or after[0] in words_of("according")
        or " ".join(after[:2]) in words_of("outside")
    )


def trimmed(forms: list[str], begin: int, end: int) -> int:
    """`end` before the stops and joining words at the end of what is said."""
    while end > begin and forms[end - 1] in _LOOSE_ENDS:
        end -= 1
    return end


def is_title(names: Names, pair: Marked) -> bool:
    """Whether a title stands in the marks, or a name fills most of them."""
    forms = names.document.pieces.forms
    before = forms[pair.open - 1] if pair.open else ""
    if before.removeprefix("ال") in words_of("name_of") or is_introduction(before):
        return True
    inside = pair.close - pair.open - 1
    return any(
        (name.end - name.begin) * 5 >= inside * 3
        for name in names.within(pair.open + 1, pair.close)
    )
