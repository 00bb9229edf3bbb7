"""How names are written where they are compared: word by word, one space between."""

from flows.text.tokens import Pieces, cut


def name_key(folded: str) -> str:
    """A folded name with one space between its words, numbers and marks.

    >>> name_key("ا.ف.ب"), name_key("حلف الناتو")
    ('ا . ف . ب', 'حلف الناتو')
    """
    if folded.replace(" ", "").isalpha():
        return folded
    pieces = cut(folded)
    return key_of(folded, pieces, 0, len(pieces.forms))


def key_of(folded: str, pieces: Pieces, begin: int, end: int) -> str:
    """The words of pieces `begin` to `end`, as `name_key` writes names.

    The first piece in its form, because in للأمم the ل stands for ل and ال; the others as they
    are written.

    >>> key_of("للامم  المتحده", cut("للامم  المتحده"), 1, 3)
    'الامم المتحده'
    """
    forms = pieces.forms
    if end - begin == 1:
        return forms[begin]
    ends_word = pieces.ends_word
    parts = [forms[begin]]
    for at in range(begin + 1, end):
        if ends_word[at - 1]:
            parts.append(" ")
        form = forms[at]
        parts.append(folded[pieces.starts[at] : pieces.ends[at]] if len(form) > 2 else form)
    return "".join(parts)
