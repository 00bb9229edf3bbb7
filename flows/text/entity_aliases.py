"""Short names that a text gives a body behind its full one: "الشركة السعودية للكهرباء (كهرباء)".

What stands in brackets or quotation marks right behind the name of a body is that body's short
name, though it may be an ordinary word elsewhere.
"""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective
from flows.text.tokens import level

_CLOSING = {"(": ")", "[": "]", '"': '"'}
_MOST_WORDS = 3
_COMMON = 45  # a Zipf value of 4.5
_HEADS = frozenset({"body", "seat", "local_seat"})


def alias_names(document: Document, spans: list[Span]) -> list[Span]:
    """The short names that follow the bodies among `spans`, each with its body's id.

    >>> document = Document.of('قررت هيئة الاستثمار "ساقيا" رفع الرسوم')
    >>> found = alias_names(document, [Span(1, 3, "ORG", "x", "body", 0.9)])
    >>> [(document.key(span.begin, span.end), span.entity_id) for span in found]
    [('ساقيا', 'x')]
    """
    forms = document.pieces.forms
    known = {span.begin for span in spans if span.entity_id or span.kind == "PER"}
    found = []
    for span in spans:
        if span.kind != "ORG" or span.end >= len(forms) or forms[span.end] not in _CLOSING:
            continue
        if span.end - span.begin == 1 or span.method == "alias":
            continue  # "الهلال (الرياض)": a word of explanation
        begin = span.end + 1
        begin += forms[span.end] == "(" and forms[begin : begin + 1] == ['"']
        end = _closed(forms, begin, _CLOSING[forms[begin - 1]])
        if begin < end and begin not in known and _is_short_name(forms[begin:end]):
            found.append(Span(begin, end, "ORG", span.entity_id, "alias", 0.85))
    return found


def quoted_again(document: Document, spans: list[Span]) -> list[Span]:
    """The further places where a short name stands alone in quotation marks.

    >>> document = Document.of('قررت هيئة الاستثمار "سمة" ذلك. وقالت "سمة" أمس')
    >>> found = quoted_again(document, [Span(4, 5, "ORG", None, "alias", 0.9)])
    >>> [(span.begin, span.end) for span in found]
    [(11, 12)]
    """
    forms = document.pieces.forms
    short = {tuple(forms[s.begin : s.end]): s for s in spans if s.method == "alias"}
    if not short:
        return []
    taken = {at for span in spans for at in range(span.begin, span.end)}
    return [
        Span(at, at + len(name), "ORG", span.entity_id, "alias", 0.8)
        for name, span in short.items()
        for at in range(1, len(forms) - len(name))
        if forms[at - 1] in ('"', "(")
        and tuple(forms[at : at + len(name)]) == name
        and forms[at + len(name)] in ('"', ")")
        and at not in taken
    ]


def _closed(forms: list[str], begin: int, mark: str) -> int:
    for end in range(begin, min(begin + 2 * _MOST_WORDS, len(forms))):
        if forms[end] == mark:
            return end
        if not (forms[end].isalpha() or forms[end] in ".-&"):
            break
    return begin


def _is_short_name(words: list[str]) -> bool:
    words = [word for word in words if word.isalpha()]
    if not words or len(words) > _MOST_WORDS:
        return False
    if all(word.isascii() for word in words):
        return any(word.isupper() for word in words) or len(words) == 1
    if any(is_cue(word) or country_of_adjective(word) for word in words):
        return False
    if not _HEADS.isdisjoint(cue_classes(words[0].removeprefix("ال"))):
        return False
    return all(level(word) < _COMMON for word in words)
