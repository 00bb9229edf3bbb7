"""News that was written for the name model, with every name in it marked.

The model's corpus is newswire of 2000-2007. The items in `written/` are the news that it lacks:
local, sport, business, culture, of all Arab countries and of the world. People and deeds in them
are invented. A name stands as `[PER محمد العلي]`, without the proclitics before it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from flows.curation.news_fane import Sentence
from flows.text.folding import fold
from flows.text.tokens import cut

WRITTEN = Path(__file__).with_name("written")
_MARKED = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]|([^\[\]]+)")
_PROCLITICS = frozenset("وفبلك")
_ENDS = frozenset(".؟?!")


def written_sentences(folder: Path = WRITTEN) -> Iterator[Sentence]:
    """The sentences of all items in `folder`, labelled.

    >>> next(written_sentences())[:2]
    [('ساكنه', 'O'), ('تيغزي', 'B-LOC')]
    """
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            sentence: Sentence = []
            for form, tag in labelled(line):
                sentence.append((form, tag))
                if form in _ENDS:
                    yield sentence
                    sentence = []
            if sentence:
                yield sentence


def labelled(marked: str) -> Sentence:
    """The folded pieces of a marked line with their tags.

    >>> labelled("قال [PER عمر] في [LOC لندن]")
    [('قال', 'O'), ('عمر', 'B-PER'), ('في', 'O'), ('لندن', 'B-LOC')]
    """
    text = ""
    spans: list[tuple[int, int, str]] = []
    for part in _MARKED.finditer(marked):
        kind, name, other = part.groups()
        start = len(text)
        text += str(fold(name or other))
        if kind:
            spans.append((start, len(text), kind))
    return _tagged(text, spans)


def _tagged(text: str, spans: list[tuple[int, int, str]]) -> Sentence:
    pieces = cut(text)
    sentence = []
    begun: tuple[int, int, str] | None = None
    places = zip(pieces.forms, pieces.starts, pieces.ends, pieces.ends_word, strict=True)
    for form, start, end, ends_word in places:
        span = next((s for s in spans if s[0] < end and start < s[1]), None)
        is_proclitic = form in _PROCLITICS and not ends_word
        if span is None or (span != begun and is_proclitic):
            sentence.append((form, "O"))
            continue
        sentence.append((form, f"{'I' if span == begun else 'B'}-{span[2]}"))
        begun = span
    return sentence
