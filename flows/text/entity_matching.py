"""Finds the names of the knowledge base in a text, the longest first, proclitics aside."""

from collections.abc import Iterator
from dataclasses import replace

from flows.text.entity_adjectives import is_adjective, is_side, last_letter
from flows.text.entity_annulling import is_quality
from flows.text.entity_cues import cue_classes
from flows.text.entity_heads import with_head
from flows.text.entity_index import NameIndex, name_index
from flows.text.entity_marks import BEGINS
from flows.text.entity_spans import Document, Span
from flows.text.entity_support import is_borne_out
from flows.text.institutions import institution_heads
from flows.text.knowledge import Name, chosen, country_of_adjective, entities, readings
from flows.text.source_lexicon import BY_ID
from flows.text.tokens import BREAK, JEDDAH, level

_COMMON = 43  # a Zipf value of 4.3
_ORDINARY = 40
_MINISTERS = frozenset({"وزير", "وزيره", "وزيرا", "وزيري", "وزراء"})
_WORD = 48  # "الشباب", "التعاون", not "الهلال"
_JOINING = frozenset({"،", "و"})
_AFTER_ITEM: tuple[list[str], ...] = ([], ["،"], ["و"], [")"], ["."], [BREAK])
_CUED = 0.85  # the score of a name that other words of the text decide
_CITY = "مدينه"
_SIDES = "شمال جنوب شرق غرب وسط"
_DIRECTIONS = frozenset([*_SIDES.split(), *(f"{side}ي" for side in _SIDES.split())])
_MOVEMENT_WORDS = "قوي تحالف فريق تيار حركه تجمع تكتل"
_MOVEMENTS = frozenset(_MOVEMENT_WORDS.split())
_LEADING = frozenset({"place_inside", "place_outside", "seat", "local_seat"})
_MINOR = frozenset({"city", "town", "district", "site", "agency"})


def known_names(document: Document, tags: list[int]) -> list[Span]:
    """Every name of the knowledge base in `document`, none inside a longer one.

    A name that several entities share, or that is also an ordinary word, counts only if other
    words of the text decide; if they leave several entities of one kind, its id is None. A town
    whose name is a word met very often ("إطار", frame) counts only if the model takes the word
    for a name somewhere in the text; `tags` are the model's for each piece.

    >>> spans = known_names(Document.of("وصل إلى موسكو وللولايات المتحدة"), [0] * 7)
    >>> [(span.kind, span.entity_id) for span in spans]
    [('LOC', 'moscow'), ('LOC', 'usa')]
    """
    index = name_index()
    forms = document.pieces.forms
    named = {form for form, tag in zip(forms, tags, strict=True) if tag}
    ends_word = document.pieces.ends_word
    lengths, seconds = index.lengths, index.seconds
    last = len(forms) - 1
    spans: list[Span] = []
    words: frozenset[str] | None = None
    reached = 0
    for begin in document.marked_as(BEGINS):
        if begin < reached:
            continue
        form = forms[begin]
        if lengths[form][-1] > 1 and (
            begin == last or (ends_word[begin + 1] and forms[begin + 1] not in seconds[form])
        ):
            continue  # most of "في …" and "على …"
        for end, several in _names_at(document, index, begin):
            if form.isdigit() and not _is_movement(forms, begin):
                continue
            if words is None:
                words = frozenset(forms)
            span = _decided(begin, end, several, words) or _introduced(forms, begin, end, several)
            span = span or _one_of_clubs(document, begin, end, several, words)
            listed = _in_list(forms, begin, end, several, spans)
            span = span or listed
            if span is None:
                continue
            if begin and "annuls" in cue_classes(forms[begin - 1]):
                continue
            if end - begin > 1 and _is_nation_of(document, span):
                continue
            if begin and span.kind == "ORG" and _is_ministers(forms, begin):
                continue
            if end - begin > 1 or not (
                is_adjective(document, begin)
                or (span.kind == "LOC" and span.score == _CUED and is_side(forms, begin))
                or (
                    _is_ordinary(form, span)
                    and form not in named
                    and not (listed or _is_led(forms, begin) or _is_jeddah(document, begin))
                )
                or not _is_borne_out(document, span, tags[begin])
            ):
                span = _without_country(document, _without_nation(forms, span))
                spans.append(with_head(forms, _without_direction(document, span)))
                reached = spans[-1].end
                break
    return spans


def supported_names(document: Document, modelled: list[Span]) -> list[Span]:
    """Spans of the model that are ambiguous names of the knowledge base, of the same kind.

    A town that shares its name with a newspaper is the town: "الدمام والخبر".

    >>> document = Document.of("وصل كيري إلى واشنطن")
    >>> [s.entity_id for s in supported_names(document, [Span(1, 2, "PER", None, "model", 0.9)])]
    ['john-kerry']
    """
    spans: list[Span] = []
    for span in modelled:
        known = readings(document.key(span.begin, span.end))
        several = {name.entity_id for name in known if name.kind == span.kind}
        if len(several) != 1:
            continue
        found = Span(span.begin, span.end, span.kind, several.pop(), "kb", _CUED)
        if span.end - span.begin == 1 and (
            is_adjective(document, span.begin) or not _is_borne_out(document, found, 0)
        ):
            continue
        places = {name.entity_id for name in known if name.kind == "LOC"}
        if len(places) == 1 and found.entity_id in BY_ID:
            found = replace(found, kind="LOC", entity_id=places.pop())
        spans.append(found)
    return spans


def _names_at(
    document: Document, index: NameIndex, begin: int
) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """The names that begin at a piece, the longest first: where they end and their readings."""
    lengths = index.lengths[document.pieces.forms[begin]]
    if lengths[0] > 1:
        ends = _word_ends(document.pieces.ends_word, begin, lengths[0])
        if len(ends) > 1 and _has_second(document, index, begin, ends):
            for length in lengths:
                if 1 < length <= len(ends):
                    end = ends[length - 1]
                    several = index.readings.get(document.key(begin, end))
                    if several is not None:
                        yield end, several
    if lengths[-1] == 1 and document.pieces.ends_word[begin]:
        yield begin + 1, index.readings[document.pieces.forms[begin]]


def _without_nation(forms: list[str], span: Span) -> Span:
    """A club without the adjective of its country, which belongs to "نادي": "موناكو الفرنسي"."""
    if span.entity_id is None or span.end - span.begin < 2:
        return span
    is_club = entities()[span.entity_id].subtype == "club"
    if is_club and country_of_adjective(forms[span.end - 1]) is not None:
        return replace(span, end=span.end - 1)
    return span


def _without_country(document: Document, span: Span) -> Span:
    """ "وزارة الدفاع في روسيا" is the Russian ministry, and Russia a place of its own."""
    at = span.end - 1
    while at > span.begin + 1 and document.pieces.forms[at] != "في":
        at -= 1
    if at > span.begin + 1 and document.key(span.begin, at) in institution_heads():
        return replace(span, end=at)
    return span


def _without_direction(document: Document, span: Span) -> Span:
    """ "شمال أفريقيا" and "مدينة الكويت" without what stands outside: Africa, Kuwait City."""
    first = document.pieces.forms[span.begin]
    if span.kind != "LOC" or span.entity_id is None or span.end - span.begin < 2:
        return span
    if first == _CITY and entities()[span.entity_id].subtype == "capital":
        return replace(span, begin=span.begin + 1)
    if first not in _DIRECTIONS:
        return span
    begin = span.begin + 1
    while begin < span.end - 1 and document.pieces.forms[begin] in _DIRECTIONS:
        begin += 1
    rest = readings(document.key(begin, span.end))
    ids = {n.entity_id for n in rest if entities()[n.entity_id].subtype == "continent"}
    return replace(span, begin=begin, entity_id=ids.pop()) if len(ids) == 1 else span


def _word_ends(ends_word: tuple[bool, ...], begin: int, most: int) -> list[int]:
    """Where the words from piece `begin` on end, at most `most` of them."""
    if all(ends_word[begin : begin + most]):
        return list(range(begin + 1, min(begin + most, len(ends_word)) + 1))
    ends = [
        at for at, is_last in enumerate(ends_word[begin : begin + 3 * most], begin + 1) if is_last
    ]
    return ends[:most]


def _has_second(document: Document, index: NameIndex, begin: int, ends: list[int]) -> bool:
    pieces = document.pieces
    first, second = ends[:2]
    if first != begin + 1:
        return False
    form = pieces.forms[first]
    if second - first > 1 or len(form) > 2:
        form = document.folded[pieces.starts[first] : pieces.ends[second - 1]]
    return form in index.seconds[pieces.forms[begin]]


def _is_movement(forms: list[str], at: int) -> bool:
    """Whether a number begins a movement's name, "قوى 14 آذار", and not a day."""
    return at > 0 and forms[at - 1] in _MOVEMENTS


def _decided(begin: int, end: int, several: tuple[Name, ...], words: frozenset[str]) -> Span | None:
    first = several[0]
    if len(several) == 1 and not first.is_ambiguous:
        if not first.entity_id:
            return Span(begin, end, first.kind, None, "body", 0.8)  # "مجلس الوزراء", of some state
        return Span(begin, end, first.kind, first.entity_id, "kb", 0.95)
    meant = chosen(several, words)
    if meant is not None:
        return Span(begin, end, meant.kind, meant.entity_id, "kb", _CUED)
    kinds = {reading.kind for reading in several if not reading.is_ambiguous}
    if len(kinds) == 1:
        return Span(begin, end, kinds.pop(), None, "kb", 0.7)
    return None


def _one_of_clubs(
    document: Document, begin: int, end: int, several: tuple[Name, ...], words: frozenset[str]
) -> Span | None:
    """A club where the text speaks of several of that name: Al-Nasr of Dubai, and of Riyadh."""
    cued = [name for name in several if any(words.issuperset(cue.split()) for cue in name.context)]
    known = entities()
    if len(cued) < 2 or any(known[name.entity_id].subtype != "club" for name in cued):
        return None
    if end - begin == 1 and not is_borne_out(document, begin, 0, is_club=True):
        return None
    return Span(begin, end, "ORG", None, "kb", 0.7)


def _is_ministers(forms: list[str], at: int) -> bool:
    """Whether "الخارجية الأمريكية" is what a minister deals with, and part of the title."""
    return forms[at - 1] in _MINISTERS and "field" in cue_classes(forms[at])


def _introduced(forms: list[str], begin: int, end: int, several: tuple[Name, ...]) -> Span | None:
    """The body that a word for its kind announces, though alone its name means nothing."""
    lead = begin - 1 - (begin > 1 and forms[begin - 1] == '"')
    if lead < 0 or "medium" not in cue_classes(forms[lead]):
        return None
    ids = {name.entity_id for name in several if name.kind == "ORG"}
    return Span(begin, end, "ORG", ids.pop(), "kb", 0.9) if len(ids) == 1 else None


def _in_list(
    forms: list[str], begin: int, end: int, several: tuple[Name, ...], spans: list[Span]
) -> Span | None:
    """The town among towns, though its name is a word too: "ينبع، تبوك، الخبر، الدمام"."""
    if not spans or spans[-1].kind != "LOC" or spans[-1].end != begin - 1:
        return None
    if forms[begin - 1] not in _JOINING or forms[end : end + 1] not in _AFTER_ITEM:
        return None
    ids = {name.entity_id for name in several if name.kind == "LOC"}
    return Span(begin, end, "LOC", ids.pop(), "kb", _CUED) if len(ids) == 1 else None


def _is_ordinary(form: str, span: Span) -> bool:
    is_common = level(form) > _COMMON or (form.startswith("ال") and is_quality(form[2:]))
    if not is_common or span.entity_id is None:
        return False
    return entities()[span.entity_id].subtype in _MINOR


def _is_jeddah(document: Document, at: int) -> bool:
    """Jeddah, and not "his grandfather", which is folded to the same letters."""
    return document.pieces.forms[at] == JEDDAH and last_letter(document, at) == "ة"


def _is_led(forms: list[str], at: int) -> bool:
    """Whether a word for a place or for a body of a place stands before: "شرطة جدة"."""
    return at > 0 and not _LEADING.isdisjoint(cue_classes(forms[at - 1]))


def _is_borne_out(document: Document, span: Span, tag: int) -> bool:
    """Whether a body that is called by an ordinary word is meant, and not the word."""
    form = document.pieces.forms[span.begin]
    if span.kind != "ORG" or span.score != _CUED or span.entity_id is None:
        return True
    if level(form) < _ORDINARY:
        return True
    is_club = entities()[span.entity_id].subtype == "club"
    return is_borne_out(document, span.begin, tag, is_club=is_club)


def _is_nation_of(document: Document, span: Span) -> bool:
    """Whether "الشباب السعودي" may be the Saudi youth, because nobody plays in the article."""
    forms = document.pieces.forms
    if span.kind != "ORG" or span.entity_id is None or level(forms[span.begin]) < _WORD:
        return False
    if country_of_adjective(forms[span.end - 1]) is None:
        return False
    is_club = entities()[span.entity_id].subtype == "club"
    return is_club and not is_borne_out(document, span.begin, 0, is_club=True)
