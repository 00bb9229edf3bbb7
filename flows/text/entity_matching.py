"""Finds the names of the knowledge base in a text, the longest first, proclitics aside."""

from collections import defaultdict
from functools import cache

from flows.text.entity_cues import cue_classes
from flows.text.entity_spans import Document, Span, name_key
from flows.text.institutions import institution_heads
from flows.text.knowledge import Name, country_of_adjective, entities, names, readings, resolve
from flows.text.sources import source_of_id
from flows.text.tokens import level

_COMMON = 43  # a Zipf value of 4.3
_MOVEMENT_WORDS = "قوي تحالف فريق تيار حركه تجمع تكتل"
_MOVEMENTS = frozenset(_MOVEMENT_WORDS.split())
_MINOR = frozenset({"city", "town", "district", "site", "agency"})


def known_names(document: Document, named: frozenset[str]) -> list[Span]:
    """Every name of the knowledge base in `document`, none inside a longer one.

    A name that several entities share, or that is also an ordinary word, counts only if other
    words of the text decide; if they leave several entities of one kind, its id is None. A town
    whose name is a word met very often ("إطار", frame) counts only if it is among `named`, the
    words that the model takes for names somewhere in the text.

    >>> spans = known_names(Document.of("وصل إلى موسكو وللولايات المتحدة"), frozenset())
    >>> [(span.kind, span.entity_id) for span in spans]
    [('LOC', 'moscow'), ('LOC', 'usa')]
    """
    index = _index()
    pieces = document.pieces
    ends_word = pieces.ends_word
    spans = []
    words: frozenset[str] | None = None
    reached = 0
    starts = [at for at, form in enumerate(pieces.forms) if form in index.lengths]
    for begin in starts:
        if begin < reached:
            continue
        form = pieces.forms[begin]
        lengths = index.lengths[form]
        pair = _end(ends_word, begin, 2) if lengths[0] > 1 else None
        starts_pair = pair is not None and document.key(begin, pair) in index.pairs
        for length in lengths:
            if length > 1 and not starts_pair:
                continue
            end = _end(ends_word, begin, length)
            if end is None:
                continue
            several = index.readings.get(document.key(begin, end))
            if several is None or (form.isdigit() and not _is_movement(pieces.forms, begin)):
                continue
            if words is None:
                words = frozenset(pieces.forms)
            span = _decided(begin, end, several, words)
            if span is None:
                continue
            if begin and "annuls" in cue_classes(pieces.forms[begin - 1]):
                continue
            if length > 1 or not (
                _is_adjective(document, begin) or (_is_ordinary(form, span) and form not in named)
            ):
                spans.append(span)
                reached = end
                break
    return spans


def supported_names(document: Document, modelled: list[Span]) -> list[Span]:
    """Spans of the model that are ambiguous names of the knowledge base, of the same kind.

    >>> document = Document.of("وصل كيري إلى واشنطن")
    >>> [s.entity_id for s in supported_names(document, [Span(1, 2, "PER", None, "model", 0.9)])]
    ['john-kerry']
    """
    spans = []
    for span in modelled:
        several = {
            name.entity_id
            for name in readings(document.key(span.begin, span.end))
            if name.kind == span.kind
        }
        if len(several) == 1:
            spans.append(Span(span.begin, span.end, span.kind, several.pop(), "kb", 0.8))
    return spans


def _end(ends_word: list[bool], begin: int, length: int) -> int | None:
    at = begin
    for _ in range(length):
        while at < len(ends_word) and not ends_word[at]:
            at += 1
        if at == len(ends_word):
            return None
        at += 1
    return at


def _is_movement(forms: list[str], at: int) -> bool:
    """Whether a number begins a movement's name, "قوى 14 آذار", and not a day."""
    return at > 0 and forms[at - 1] in _MOVEMENTS


def _decided(begin: int, end: int, several: tuple[Name, ...], words: frozenset[str]) -> Span | None:
    first = several[0]
    if len(several) == 1 and not first.is_ambiguous:
        if not first.entity_id:
            return Span(begin, end, first.kind, None, "body", 0.8)  # "مجلس الوزراء", of some state
        return Span(begin, end, first.kind, first.entity_id, "kb", 0.95)
    chosen = resolve(first.folded, words)
    if chosen is not None:
        return Span(begin, end, chosen.kind, chosen.entity_id, "kb", 0.85)
    kinds = {reading.kind for reading in several if not reading.is_ambiguous}
    if len(kinds) == 1:
        return Span(begin, end, kinds.pop(), None, "kb", 0.7)
    return None


def _is_ordinary(form: str, span: Span) -> bool:
    if level(form) <= _COMMON or span.entity_id is None:
        return False
    return entities()[span.entity_id].subtype in _MINOR


def _is_adjective(document: Document, at: int) -> bool:
    """«طلباً روسيا», "قاعدة سورية": a nisba that is spelt like the name of its country."""
    pieces = document.pieces
    form = pieces.forms[at]
    if at == 0 or not form.endswith(("يا", "يه", "ي")):
        return False
    noun = pieces.forms[at - 1]
    if not noun.isalpha() or len(noun) < 2:
        return False
    if form.endswith("ي"):  # "مصدر عسكري مالي"
        return len(noun) > 3 and noun.endswith("ي") and not noun.startswith("ال")
    if form.endswith("يا"):
        start, end = document.folded.source_span(pieces.starts[at - 1], pieces.ends[at - 1])
        has_tanween = "ً" in document.folded.original[start:end]  # fathatan
        return has_tanween and country_of_adjective(form[:-1]) is not None
    if country_of_adjective(form) is None or "place_outside" in cue_classes(noun):
        return False
    if form.startswith("ال"):
        return noun.startswith("ال")  # "الشركة السعودية"
    return noun.endswith(("ه", "ات")) and not noun.startswith("ال")


class _Index:
    """Readings by name; by first word, how many words names have, the most first; pairs of words
    that begin names."""

    def __init__(self) -> None:
        several: dict[str, list[Name]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        pairs: set[str] = set()
        media: dict[str, bool] = {}
        for name in names():
            entity_id = name.entity_id
            if entity_id not in media:
                media[entity_id] = source_of_id(entity_id) is not None
            if media[entity_id]:
                continue  # media have their own finder, which knows how they are cited
            key = name_key(name.folded)
            several[key].append(name)
            words = key.split(" ", 2)
            lengths[words[0]].add(key.count(" ") + 1)
            if len(words) > 1:
                pairs.add(f"{words[0]} {words[1]}")
        for head, template in institution_heads().items():
            if template.is_bare_name and not template.is_dual and head not in several:
                bare = Name(head, "", template.kind, False, ())
                several[head].append(bare)
                lengths[head.partition(" ")[0]].add(head.count(" ") + 1)
                pairs.add(" ".join(head.split(" ")[:2]))
        self.readings = {key: tuple(group) for key, group in several.items()}
        self.pairs = frozenset(pairs)
        self.lengths = {word: tuple(sorted(n, reverse=True)) for word, n in lengths.items()}


@cache
def _index() -> _Index:
    return _Index()
