"""Words that announce a name: titles, kinds of place, body, medium, and what bodies deal with."""

from functools import cache

from flows.lexicon import rows
from flows.text.countries import fold_all


def cue_classes(form: str) -> frozenset[str]:
    """The classes of a folded word in the lexicon of cues and titles.

    - title ("الرئيس") announces a person, weak_title ("رئيس", "الفريق") only where a full name
      follows; qualifier ("السابق") may stand between; saying ("أكد") is done by people and bodies
    - place_inside ("محافظة") belongs to the name that follows, place_outside ("مدينة") does not
    - place_patron ("طريق") belongs to the title and name of a person that follow
    - given ("سلطان") is a title and a given name as well
    - body ("وزارة") heads a name, with what it deals with (field, "التجارة") and adjectives of
      office (official, "الأعلى"); seat ("جامعة") takes a place or a patron into its name,
      local_seat ("شرطة") a town only, body_of ("جمعية") any noun with ال
    - medium ("صحيفة", "شركة") announces a name, reporting ("اطلعت") is what outlets do; event
      ("كأس") and event_of ("أبطال") make names of competitions; several of sport ("مباراة") make
      an article one about sport, and there a town behind a rival ("منافسه") is a club
    - troop ("اللواء") is a body where a number follows
    - short ("الجوازات") is what an authority is called by before what it says; writing ("القانون")
      is a text or plan, of which no name of a body or place is made
    - no_name is a disease or a pious formula; annuls ("خادم") makes what follows no name

    >>> sorted(cue_classes("محافظه")), sorted(cue_classes("قال")), sorted(cue_classes("بيت"))
    (['place_inside'], ['saying'], [])
    """
    return _classes().get(form, _NONE)


def is_cue(form: str) -> bool:
    """True for a folded word that announces or describes names, and so is no part of one's own.

    >>> is_cue("الرييس"), is_cue("الهلال")
    (True, False)
    """
    return form in _classes()


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    written = [(row["cue"], row["class"]) for row in rows("entity_cues")]
    written += [(row["title"], row["class"]) for row in rows("titles")]
    folded = fold_all(word for word, _ in written)
    for word, (_, name) in zip(folded, written, strict=True):
        classes.setdefault(word, set()).add(name)
    return {word: frozenset(several) for word, several in classes.items()}


_NONE: frozenset[str] = frozenset()
