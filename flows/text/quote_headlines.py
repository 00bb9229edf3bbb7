"""Speech in headlines: "لافروف: واشنطن رفضت التنسيق", a name, a colon and no verb."""

from flows.text.entity_cues import cue_classes
from flows.text.quote_governor import Statement
from flows.text.quote_names import Name, Names, is_introduction
from flows.text.quote_sentences import COLON, MARK, Sentence
from flows.text.quote_speakers import Speaker

_LONGEST = 9  # pieces before the colon
_LEAST = 3


def headline_statement(names: Names, begin: int, end: int, line: int) -> Statement | None:
    """What the speaker before the colon says in a headline of pieces `begin` to `end`.

    >>> from flows.text.entities import find_entities
    >>> from flows.text.entity_spans import Document
    >>> text = "لافروف: الحوار مع واشنطن مستمر"
    >>> found = headline_statement(Names(Document.of(text), find_entities(text)), 0, 6, 0)
    >>> found.begin, found.end, found.form, found.speaker.name.mention.entity_id
    (2, 6, 'reported', 'sergei-lavrov')
    """
    forms = names.document.pieces.forms
    if COLON not in forms[begin : min(begin + _LONGEST, end)]:
        return None
    colon = forms.index(COLON, begin)
    name = _speaks(names, begin, colon)
    if name is None or end - colon <= _LEAST:
        return None
    speaker = Speaker(name.begin, name.end, name, frozenset(), 0.9)
    marks = [at for at in range(colon + 1, end) if forms[at] == MARK]
    is_marked = marks == [colon + 1, end - 1]
    cut = 1 if is_marked else 0
    sentence = Sentence(begin, end, line, ends_line=True, signals=[])
    return Statement(
        colon + 1 + cut, end - cut, "direct" if is_marked else "reported", None, speaker,
        "headline", 0.85 if is_marked else 0.65, sentence,
    )  # fmt: skip


def _speaks(names: Names, begin: int, colon: int) -> Name | None:
    """The name right before the colon: a person with titles, or a body or capital alone."""
    forms = names.document.pieces.forms
    last = colon
    while last > begin and forms[last - 1] in (MARK, ")"):
        last -= 1
    head = begin
    while head < last and (forms[head] == MARK or is_introduction(forms[head])):
        head += 1
    is_titled = not cue_classes(forms[begin]).isdisjoint({"title", "weak_title"})
    for name in names.within(begin, last):
        if name.end == last and name.mention.kind != "MISC":
            is_person = name.mention.kind == "PER" and is_titled
            return name if is_person or name.begin in (begin, head) else None
    return None
