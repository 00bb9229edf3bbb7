"""The outlet through which words came: "نقلت قناة فلان عن", "بحسب رويترز", "قال لصحيفة فلان"."""

from flows.text.quote_lexicon import cues, words_of
from flows.text.quote_names import Name, Names, is_introduction
from flows.text.quote_sentences import Sentence
from flows.text.quote_speakers import Speaker
from flows.text.source_lexicon import BY_ID


def channel_of(
    names: Names, sentence: Sentence, begin: int, end: int, speaker: Speaker | None
) -> str | None:
    """The id of the source that carried what stands at pieces `begin` to `end`, if one did."""
    for name in names.within(sentence.begin, sentence.end):
        source_id = name.mention.entity_id
        if (
            source_id in BY_ID
            and not begin <= name.begin < end
            and not (speaker and speaker.begin <= name.begin < speaker.end)
            and _carries(names, sentence, name)
        ):
            return source_id
    return None


def _carries(names: Names, sentence: Sentence, name: Name) -> bool:
    forms = names.document.pieces.forms
    at = name.begin - 1
    while at > sentence.begin and (forms[at] == '"' or is_introduction(forms[at])):
        at -= 1
    if forms[at] == "ل" and at > sentence.begin and forms[at - 1] in words_of("according"):
        return True
    if forms[at] in words_of("channel") or forms[at] in words_of("according"):
        return True
    cue = cues().get(forms[at])
    return cue is not None and cue.verb_class == "report"
