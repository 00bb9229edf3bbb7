"""Who speaks: the subject of a verb of saying, or whoever spoke last.

Arabic puts the subject behind the verb, before it, or leaves it out; the article that has named
a speaker goes on with "وأضاف", "المتحدث ذاته" or "الوزارة".
"""

from functools import cache
from itertools import pairwise

from flows.text.entity_cues import cue_classes
from flows.text.quote_lexicon import Cue, Gender, cues, ends_subject, words_of
from flows.text.quote_memory import Memory, Speaker
from flows.text.quote_names import Name, Names, is_introduction
from flows.text.quote_sentences import MARK
from flows.text.tokens import ON

__all__ = ["Speaker", "Speakers"]

_ABOUT = "عن"
_WITH = frozenset({"مع", "الي", "ضد", "حول", "بشان", _ABOUT, "ل", "لقاء", "بين", "عقب", "بعد"})
_TOWARDS = _WITH - {"ل", "بين"}
_AFTER_APPOSITION = frozenset({"،", ":", MARK, "ان", "-"})
_ENDS_NAME = frozenset({"،", ":", "(", ")", "-", "؛", "ل", "ب", "ك", ON, "ثم", "او"})
_WHO = frozenset({"من", "الذي", "التي", "الذين"})
_LEADING = frozenset(
    {"و", "ف", "كان", "كانت", "لكن", "ان", "غير", "الا", "قد", "بينما", "فيما", "كما"}
)
_OF_THINGS = frozenset({"warn", "explain", "write", "call"})
_GUARD = 4  # pieces before a name that make it no subject
_LONGEST = 8  # words of a speaker without a name
_SHORT = 4  # words of one that stands before the verb


class Speakers:
    """Finds speakers, and remembers them in the order in which they spoke."""

    def __init__(self, names: Names) -> None:
        """`names` are the names of the article."""
        self.names = names
        self.forms = names.document.pieces.forms
        self._spoke = Memory(self.forms)

    def of(
        self, cue: Cue, at: int, begin: int, limit: int, line: int, *, has_said: bool
    ) -> Speaker | None:
        """The subject of the verb at `at`, in a sentence from `begin`, up to `limit`.

        None if nobody is named, and nobody spoke before. `has_said` is false for a verb that
        nothing follows: "the crisis threatens" makes no speaker of the crisis.
        """
        found = self._stated(cue, at, begin, limit)
        if found is None and at > begin and self.forms[at - 1] in _WHO:
            return None  # "هناك من يرى", "الرجل الذي قال"
        if found is None:
            return self.last(cue.gender, line)
        if found.words.isdisjoint(words_of("scripture")) and (
            has_said or found.name or cue.verb_class not in _OF_THINGS
        ):
            self._spoke.add(found, cue.gender, line)
        return found

    def last(self, gender: Gender, line: int) -> Speaker | None:
        """Who spoke last, and can be the subject of a verb of this gender."""
        return self._spoke.last(gender, line)

    def at(self, begin: int, limit: int) -> Speaker | None:
        """The speaker whose description begins at `begin`: a name, or words without one."""
        forms, adverbs, special = self.forms, words_of("adverb"), _special()
        while begin < limit and (forms[begin] in adverbs or forms[begin] == "،"):
            begin += 1
        end, last = begin, min(limit, begin + _LONGEST)
        while end < last:
            form = forms[end]
            if form not in special:
                end += 1
            elif form == "ب" and end + 1 < last and forms[end + 1].startswith("اسم"):
                end += 2  # "الناطق باسمها"
            elif form == MARK and MARK in forms[end + 1 : end + 6]:
                end += 1
            else:
                end += form in words_of("same")
                break
        return self._described(begin, end, limit)

    def _stated(self, cue: Cue, at: int, begin: int, limit: int) -> Speaker | None:
        forms = self.forms
        if cue.form == "finite":
            if cue.verb_class == "report" and _ABOUT in forms[at + 1 : limit]:
                # "نقلت رويترز عن مسؤول": the outlet is the channel
                return self.at(forms.index(_ABOUT, at + 1) + 1, limit)
            if cue.needs == "in" and self.forms[at + 1] == "في":
                return self.at(at + 2, limit)
            begins = at + 1
            if self.forms[begins : begins + 2] in (["كل", "من"], ["كلا", "من"]):
                begins += 2
            found = self.at(begins, limit)
            if found and found.name and found.name.mention.kind == "LOC":
                # "وصف القدس بأنها": the place is what is described
                found = None if cue.verb_class == "call" else found
            return found or self._before(at, begin) or self._topic(at, begin)
        if cue.form == "noun" and _ABOUT in forms[begin:at]:
            about = at - 1 - forms[begin:at][::-1].index(_ABOUT)
            return self.at(about + 1, at)
        return self._of_sentence(at, begin)

    def _described(self, begin: int, end: int, limit: int) -> Speaker | None:
        """A person among the words; else what they begin with, as a name or as words."""
        forms = self.forms
        found = self.names.within(begin, limit)
        for name in found:
            if name.mention.kind == "PER" and self._is_subject(begin, end, name):
                if forms[name.begin - 1] in words_of("of_person") and begin < name.begin:
                    return self._unnamed(begin, name.end)  # "محامي فلان"
                words = frozenset(forms[begin : name.begin] + forms[name.end : name.end + 4])
                return Speaker(name.begin, name.end, name, words, 0.95)
        if begin >= end:
            return None
        head = begin
        while head < end and (forms[head] == '"' or is_introduction(forms[head])):
            head += 1
        for name in found:
            if name.begin in (begin, head) and name.end <= limit:
                return Speaker(name.begin, name.end, name, frozenset(), 0.95)
        while forms[end - 1] in ('"', "و", "قد", "لقد"):
            end -= 1
            if end == begin:
                return None
        return self._unnamed(begin, end)

    def _is_subject(self, begin: int, end: int, name: Name) -> bool:
        forms = self.forms
        if name.begin <= begin + 1:
            return True
        between = forms[begin : name.begin]
        if "،" in between[-3:]:
            between = []  # a comma: "المتحدث لشؤون كذا، فلان"
        if begin >= end:  # a phrase comes first: "قال في دمشق الوزير فلان"
            is_titled = not cue_classes(forms[name.begin - 1]).isdisjoint({"title"})
            return is_titled and _WITH.isdisjoint(between)
        if _WITH.isdisjoint(between[-_GUARD:]):
            return True
        # "المتحدث الرسمي لجامعة نجران زهير العمري، أن": the name is what the title says
        last = forms[name.begin - 1]
        is_apposed = name.end < len(forms) and forms[name.end] in _AFTER_APPOSITION
        is_addressed = any(
            word == "ل" and "title" in cue_classes(following)
            for word, following in pairwise(between)
        )  # "قال المدير للوزير فلان إن"
        return (
            is_apposed and not is_addressed and last not in _WITH and _TOWARDS.isdisjoint(between)
        )

    def _unnamed(self, begin: int, end: int) -> Speaker | None:
        """ "الوزارة", "المتحدث ذاته", "مصدر أمني": someone named before, or nobody."""
        forms = self.forms
        first = forms[begin]
        if not first.isalpha() or len(first) < 3:
            return None
        words = frozenset(forms[begin:end])
        is_same = not words.isdisjoint(words_of("same"))
        if not is_same and (not first.startswith("ال") or end - begin > 2):
            return Speaker(begin, end, None, words, 0.75)
        head = first.removeprefix("ال")
        known = self._spoke.called(head, first)
        if known is not None:
            return Speaker(begin, end, known, words, 0.8)
        name = self.names.before(begin, head)
        if name is None and is_same:
            name = self._spoke.latest()
        return Speaker(begin, end, name, words, 0.75)

    def _before(self, at: int, begin: int) -> Speaker | None:
        """The subject that stands before its verb: "كان الوزير أعلن", "مصدر أمني قال"."""
        forms = self.forms
        if at > begin and forms[at - 1] in _WHO:
            people = [name for name in self.names.within(begin, at) if name.mention.kind == "PER"]
            if people and forms[at - 1] != "من":
                name = people[-1]
                return Speaker(name.begin, name.end, name, frozenset(), 0.8)
            return None
        if at == begin or forms[at - 1] in ("و", "ف", "كما", "حيث", "فيما", "بينما"):
            return None
        last = at
        while last > begin and (forms[last - 1] in ("،", '"', ")", "-", "قد")):
            last -= 1
        names = self.names.within(begin, last)
        if names and names[-1].end == last:
            name = names[-1]
            if len(names) > 1 and not any(map(str.isalnum, forms[names[-2].end : name.begin])):
                name = names[-2]  # "وزارة الدفاع (البنتاغون) أعلنت"
            if name.mention.kind != "PER" and not self._leads(begin, name.begin):
                return self._unnamed(begin, last) if last - begin <= _LONGEST else None
            words = frozenset(forms[begin : name.begin])
            return Speaker(name.begin, name.end, name, words, 0.85)
        for head in range(begin, min(begin + 2, at)):
            if forms[head] in ("كان", "كانت"):
                return self.at(head + 1, at)
        if 0 < last - begin <= _SHORT and all(map(str.isalpha, forms[begin:last])):
            found = self.at(begin, last)  # "مصدر أمني قال"
            return found if found is not None and found.end == last else None
        return None

    def _topic(self, at: int, begin: int) -> Speaker | None:
        """Whom the sentence began with: "فلان، وزير كذا، سجل أن", "أما فلان فقال"."""
        forms = self.forms
        first = begin + (forms[begin] == "و")
        if "،" in forms[first : first + 4]:  # "من جهته، فلان أكد"
            first = forms.index("،", first) + 1
        if at - first < 2 or forms[first] in ends_subject() or forms[first] in _LEADING:
            return None
        return self._of_sentence(at, begin)

    def _leads(self, begin: int, head: int) -> bool:
        """Whether nothing but joining words stands before the name at `head`."""
        return all(
            form in _LEADING or is_introduction(form) or not form.isalnum()
            for form in self.forms[begin:head]
        )

    def _of_sentence(self, at: int, begin: int) -> Speaker | None:
        """The subject of the sentence in which "مضيفا" stands: the first that is named."""
        names = self.names.within(begin, at)
        for kinds in (("PER",), ("ORG",)):
            for name in names:
                is_led = name.begin > begin and self.forms[name.begin - 1] in (_WITH | {"في", "ب"})
                if name.mention.kind in kinds and not is_led:
                    words = frozenset(self.forms[begin : name.begin])
                    return Speaker(name.begin, name.end, name, words, 0.7)
        return None


@cache
def _special() -> frozenset[str]:
    """The words at which the description of a speaker may end."""
    nouns = {form for form, cue in cues().items() if cue.form == "noun"}
    words = ends_subject() | words_of("adverb") | words_of("same")
    return words | _ENDS_NAME | nouns | {MARK}
