"""Which words that look like verbs of saying are such where they stand.

A form that is also a noun or a preposition ("بين", "كشف", "عقب") is a verb where a clause begins or
where what is said follows at once; a verb within reported speech belongs to that speech.
"""

from flows.text.quote_lexicon import Cue, words_of
from flows.text.quote_marks import Marked
from flows.text.quote_sentences import COLON, MARK, Sentence, Signal
from flows.text.tokens import BREAK

REACH = 45  # pieces from a verb to what is said
NEAR = 12
_NEXT = 5
_GOES_ON = frozenset({"say", "add"})
_ASIDE = frozenset({"كما", "حسبما", "ما"})
_BREAKS_OFF = frozenset({"،", MARK, "كما", "حيث", "فيما", "بينما", "-"})
_JOINS = _BREAKS_OFF | {"و", "ف", "قد", "لقد", "كان", "كانت"}

Signals = list[tuple[int, Signal]]


def possible_signals(forms: list[str], sentence: Sentence) -> Signals:
    """The signals of the sentence without words that cannot be verbs where they stand."""
    return [
        (at, signal)
        for at, signal in sentence.signals
        if not isinstance(signal, Cue) or _is_possible(forms, sentence, signal, at)
    ]


def says(
    forms: list[str], begin: int, cue: Cue, at: int, following: Signals, *, is_governed: bool
) -> bool:
    """Whether the verb at `at` says what `following` begins with, or can.

    `is_governed`: another verb of the sentence, from `begin`, has said nothing yet.
    """
    distance = _distance(forms, at, following)
    if forms[at] in words_of("impersonal") and distance <= 2:
        return False  # "يذكر أن"
    if cue.form != "finite":
        return distance <= (_NEXT if cue.needs == "content" else NEAR)
    if cue.needs == "content" and distance > _NEXT:
        return False
    before = forms[at - 1] if at > begin else BREAK
    if not is_governed:
        return True
    # "أكد الوزير، كما ذكرت رويترز، أن"
    return before not in _ASIDE and (distance < REACH or before in _JOINS)


def ends_speech(forms: list[str], cue: Cue, at: int, following: Signals) -> bool:
    """Whether the verb at `at`, within reported speech, takes the word from the speaker."""
    before = forms[at - 1]
    if cue.form == "participle":
        is_free = before == "و" or before in _BREAKS_OFF or forms[at].endswith("ا")
        return is_free and _distance(forms, at, following) <= NEAR
    is_free = before in _BREAKS_OFF or (before == "و" and forms[at - 2] in ("،", MARK))
    is_free = is_free or (before == "و" and cue.verb_class in _GOES_ON)
    return is_free and _distance(forms, at, following) < REACH


def _is_possible(forms: list[str], sentence: Sentence, cue: Cue, at: int) -> bool:
    before = forms[at - 1] if at > sentence.begin else BREAK
    if before in words_of("not"):
        return False
    if not cue.needs:
        return True
    after = forms[at + 1] if at + 1 < sentence.end else BREAK
    if cue.needs == "in":
        return after.startswith("في")
    if cue.needs != "start" or cue.form != "finite":
        return True
    that = words_of("that")
    if after in that or after in (COLON, MARK):
        return True
    if before == "و" and any(form in that for form in forms[at + 1 : at + 8]):
        return True
    first = at - 1 if before in ("و", "ف") else at
    return first <= sentence.begin or forms[first - 1] in _JOINS


def _distance(forms: list[str], at: int, following: Signals) -> int:
    """Pieces to where that begins which a verb says; REACH if another verb comes first."""
    for where, signal in following:
        if isinstance(signal, Marked | str):
            return where - at
        if forms[where - 1] == "،" or (signal.form == "finite" and not signal.needs):
            break
    return REACH
