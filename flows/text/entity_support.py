"""Whether what stands around an ordinary word bears out that it is the name of a body.

"الشباب" (youth), "الاتفاق" (agreement) and "فتح" (opening) are also a club, another club and a
movement. Somewhere in a long article stands a word that goes with each of them; so the words right
beside the name decide, the model, or, for clubs, that the article speaks of sport at all.
"""

from flows.text.entity_cues import cue_classes
from flows.text.entity_spans import Document
from flows.text.ner_model import TAGS

_SPORTS = 2  # different words of sport that make an article one about sport
_ANNOUNCING = frozenset({"medium", "body", "seat"})
_OPENING = frozenset({'"', "(", "["})
_CLOSING = frozenset({'"', ")", "]"})
_ORG = frozenset({TAGS.index("B-ORG")})
# "this agreement", "the youth category", "some young people": no clubs.
_COMMON_BEFORE = "هذا هذه ذلك تلك درجه فيه بعض جميع كافه تم اوجه وقت قطاع كل اي جيل فرص روح سبيل"
_ORDINARY = frozenset(_COMMON_BEFORE.split())


def speaks_of_sport(document: Document) -> bool:
    """Whether an article has several words of sport.

    >>> speaks_of_sport(Document.of("فاز في المباراة بعد أن سجل المهاجم هدفا في الدوري"))
    True
    """
    forms = document.pieces.forms
    words = {forms[at] for at, classes in document.cues if "sport" in classes}
    return len(words) >= _SPORTS


def is_borne_out(document: Document, at: int, tag: int, *, is_club: bool) -> bool:
    """Whether piece `at`, an ordinary word that the model tags `tag`, is the name of a body.

    >>> document = Document.of("أعلنت حركة فتح فتح المعبر")
    >>> [is_borne_out(document, at, 0, is_club=False) for at in (2, 3)]
    [True, False]
    """
    forms = document.pieces.forms
    before = forms[at - 1] if at else ""
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if before in _ORDINARY or (before == "ب" and after == "مع"):
        return False
    is_marked = before in _OPENING and after in _CLOSING
    lead = forms[at - 2] if before == '"' and at > 1 else before
    if is_marked or not _ANNOUNCING.isdisjoint(cue_classes(lead)):
        return True
    return speaks_of_sport(document) if is_club else tag in _ORG
