"""Whether words in quotation marks are what the verb of saying before them governs."""

from flows.text.quote_governor import Governor
from flows.text.quote_lexicon import words_of
from flows.text.quote_marks import Marked
from flows.text.quote_sentences import COLON, MARK, Sentence
from flows.text.quote_speakers import Speakers

PART_WORDS = 3  # up to so many marked words are a name or a mocking quote, seldom a saying
_SPOKEN = frozenset({"say", "add", "answer", "assert", "point", "explain"})


def is_next(
    speakers: Speakers,
    sentence: Sentence,
    pair: Marked,
    governor: Governor,
    words: int,
    is_in_clause: bool,
    last_end: int | None,
) -> bool:
    """Whether nothing but the speaker stands between the verb and the marked words.

    `words` are marked; `is_in_clause` where "that" has opened a reported clause; `last_end` is
    where the quotation before them ended.
    """
    forms = speakers.forms
    before = pair.open - 1
    while before > governor.at and forms[before] in ("(", "،"):
        before -= 1
    if before <= governor.at or forms[before] == COLON:
        return True
    if forms[before] in words_of("that"):
        return words > PART_WORDS
    if is_in_clause:
        return False
    if forms[before] == "و" and last_end is not None and last_end + 3 >= before:
        return words > 1  # "«…»، و«…»"
    if words <= PART_WORDS:
        return False
    if pair.close + 1 >= sentence.end:
        return governor.cue.verb_class in _SPOKEN
    speaker = speakers.at(governor.at + 1, pair.open)
    return speaker is not None and speaker.end == before + 1


def opens_speech(forms: list[str], pair: Marked, governor: Governor) -> bool:
    """Whether a mark that nothing closes opens speech: behind a colon or the verb itself."""
    return forms[pair.open - 1] == COLON or pair.open - 1 <= governor.at


def up_to_last_mark(forms: list[str], sentence: Sentence, pair: Marked) -> Marked:
    """An unclosed pair up to the last mark of its sentence, or to the sentence's end."""
    end = min(pair.close, sentence.end)
    inner = [at for at in range(pair.open + 2, end) if forms[at] == MARK]
    return Marked(pair.open, inner[-1] if inner else end, is_closed=False)
