"""The records of a sentence that says something: the verb with its subject, and what is said."""

from dataclasses import dataclass

from flows.text.model import QuoteForm
from flows.text.quote_lexicon import Cue
from flows.text.quote_memory import Speaker
from flows.text.quote_sentences import Sentence
from flows.text.quote_speakers import Speakers


@dataclass(frozen=True, slots=True)
class Statement:
    """Pieces `begin` to `end` (half-open) are what `speaker` said; `sentence` introduces it."""

    begin: int
    end: int
    form: QuoteForm
    cue: Cue | None
    speaker: Speaker | None
    rule: str
    score: float
    sentence: Sentence


class Governor:
    """A verb of saying at piece `at`, in a sentence from `begin`.

    Its subject is looked for when it is needed first: only what is said tells where to stop.
    """

    __slots__ = ("_is_resolved", "at", "begin", "cue", "speaker")

    def __init__(self, cue: Cue, at: int, begin: int) -> None:
        """A verb without a subject so far."""
        self.cue, self.at, self.begin = cue, at, begin
        self.speaker: Speaker | None = None
        self._is_resolved = False

    def set_speaker(self, speaker: Speaker) -> None:
        """The subject is known: "مضيفا" has that of the verb before it."""
        self.speaker, self._is_resolved = speaker, True

    def speaker_before(
        self, limit: int, speakers: Speakers, line: int, *, has_said: bool
    ) -> Speaker | None:
        """The subject, looked for up to piece `limit` when asked for the first time."""
        if not self._is_resolved:
            self._is_resolved = True
            if self.cue.verb_class != "hearsay":
                self.speaker = speakers.of(
                    self.cue, self.at, self.begin, limit, line, has_said=has_said
                )
        return self.speaker
