"""Names of people by where speakers stand: behind a verb of saying, before a colon."""

from flows.text.entity_name_words import COMMON, has_pronoun, is_name_word
from flows.text.entity_spans import Document, Span
from flows.text.ner_features import name_class
from flows.text.tokens import level

_SAID = frozenset({":", '"', "،", "ان", "في", "خلال"})  # what follows a speaker


def quoted_people(document: Document) -> list[Span]:
    """Words never met elsewhere that stand after a word of saying: "وقال فورته في بيان".

    >>> document = Document.of("وقال كوستروف أن النادي وافق")
    >>> [document.key(span.begin, span.end) for span in quoted_people(document)]
    ['كوستروف']
    """
    forms = document.pieces.forms
    spans = []
    for at, classes in document.cues:
        begin = at + 1
        if "saying" not in classes or begin + 1 >= len(forms):
            continue
        if forms[begin] == '"' and forms[begin + 2 : begin + 3] == ['"']:
            is_said = not _SAID.isdisjoint(forms[begin + 3 : begin + 4])
            if is_said and is_name_word(forms[begin + 1]):
                spans.append(Span(begin + 1, begin + 2, "PER", None, "said", 0.7))
            continue  # "وقال "العوضي": …"
        if forms[begin + 1] not in _SAID:
            continue
        if is_unheard_of(forms[begin]) or _is_given(forms[begin]):
            spans.append(Span(begin, begin + 1, "PER", None, "said", 0.7))
    return spans


def headline_speaker(document: Document) -> list[Span]:
    """The speaker at the start of a line, before a colon: "لافروف: …", «كيري»: ….

    >>> document = Document.of("«الزبيدات»: لن نتراجع")
    >>> [document.key(span.begin, span.end) for span in headline_speaker(document)]
    ['الزبيدات']
    """
    forms = document.pieces.forms
    spans = []
    for start in document.line_starts():
        begin = start + (forms[start : start + 1] == ['"'])
        end = begin
        while end < len(forms) and end - begin < 3 and is_name_word(forms[end]):
            end += 1
        after = end + (begin > start and forms[end : end + 1] == ['"'])
        if begin < end and forms[after : after + 1] == [":"]:
            spans.append(Span(begin, end, "PER", None, "speaker", 0.7))
    return spans


def _is_given(form: str) -> bool:
    """Whether a word is a usual given name and seldom another word: "ويقول جاسم، وهو …"."""
    return "G" in name_class(form) and is_name_word(form) and level(form) < COMMON


def is_unheard_of(form: str) -> bool:
    """Whether no list knows a word, and it is no form of a word that one knows.

    >>> is_unheard_of("كوستروف"), is_unheard_of("الحكومه")
    (True, False)
    """
    if len(form) < 4 or not is_name_word(form) or level(form) > 0 or has_pronoun(form):
        return False
    stem = form[1:] if form[0] in "وفبلكيتن" else form
    if form.startswith(("فت", "فن")):
        return False  # a verb: "فتبتلى"
    return not (level(stem) or form.endswith(("ون", "ين", "ات", "وا", "نا", "ان", "ا", "و", "هم")))
