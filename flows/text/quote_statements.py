"""Reads one sentence after the other for what is said in it, by whom, and with which verb."""

from flows.text.model import QuoteForm
from flows.text.quote_ends import clause_end, is_title, trimmed
from flows.text.quote_governor import Governor, Statement
from flows.text.quote_lexicon import Cue, words_of
from flows.text.quote_marked import PART_WORDS, is_next, opens_speech, up_to_last_mark
from flows.text.quote_marks import Marked
from flows.text.quote_memory import Speaker
from flows.text.quote_sentences import COLON, MARK, Sentence
from flows.text.quote_speakers import Speakers
from flows.text.quote_verbs import NEAR, REACH, Signals, ends_speech, possible_signals, says

_BETWEEN = frozenset({"،", "كما", "هكذا", "حسبما", "ما", "-"})
# What follows the colon of other verbs may be a list: "أعلن الأسماء التالية:".
_QUOTED = frozenset(
    {"say", "add", "answer", "assert", "ask", "explain", "point", "write", "warn", "claim"}
    | {"express", "accuse", "urge", "admit", "deny", "opine", "report"}
)
_CLAUSE_WORDS = 6  # so many marked words are said; fewer may be a name or a mocking quote


class StatementReader:
    """Reads the sentences of one article in their order, and gathers what is said in `found`."""

    def __init__(self, speakers: Speakers) -> None:
        """`speakers` knows the names of the article."""
        self.speakers = speakers
        self.forms = speakers.forms
        self.found: list[Statement] = []
        self._carried: Governor | None = None  # "قال فلان:" at the end of a line
        self._hidden = 0  # before this piece all is read

    def read(self, sentence: Sentence) -> None:
        """Adds what is said in the sentence to `found`."""
        if sentence.end <= self._hidden:
            return
        self._sentence = sentence
        self._governor, self._carried = self._carried, None
        self._clause: int | None = None  # where an open clause began, and whether a colon opened it
        self._is_colon = False
        self._loose: list[Marked] = []
        signals = possible_signals(self.forms, sentence)
        if not signals:
            return
        for index, (at, signal) in enumerate(signals):
            if at < self._hidden:
                continue
            if isinstance(signal, Marked):
                self._read_marked(signal)
            elif isinstance(signal, Cue):
                self._read_cue(signal, at, signals[index + 1 :])
            elif signal == COLON:
                self._read_colon(at)
            elif signal in words_of("that"):
                self._read_that(at)
            elif signal in words_of("according"):
                self._read_according(signal, at)
        self._end_clause(sentence.end)
        if self._governor is None:
            self._read_loose()
        else:  # the next sentence may go on with "وأضاف"
            limit = min(sentence.end, self._governor.at + NEAR)
            self._speaker(self._governor, limit, has_said=False)

    def _speaker(self, governor: Governor, limit: int, *, has_said: bool = True) -> Speaker | None:
        line = self._sentence.line
        return governor.speaker_before(limit, self.speakers, line, has_said=has_said)

    # Verbs

    def _read_cue(self, cue: Cue, at: int, following: Signals) -> None:
        forms, earlier = self.forms, self._governor
        if self._clause is None:
            is_governed = earlier is not None
            if not says(forms, self._sentence.begin, cue, at, following, is_governed=is_governed):
                return
        elif not ends_speech(forms, cue, at, following):
            return
        self._end_clause(at)
        governor = self._governor = Governor(cue, at, self._sentence.begin)
        if earlier is not None:
            speaker = self._speaker(earlier, at, has_said=cue.form == "participle")
            if cue.form == "participle" and speaker is not None:
                governor.set_speaker(speaker)
        if self._loose and set(forms[self._loose[-1].close + 1 : at]) <= _BETWEEN:
            self._say_loose(governor)

    def _read_according(self, word: str, at: int) -> None:
        """ "بحسب فلان": who says what precedes or follows, if no verb tells another."""
        forms, sentence = self.forms, self._sentence
        if self._clause is not None:
            if forms[at - 1] == "،":
                self._end_clause(at)
            return
        if self._governor is not None:
            return
        begin = at + 1
        while begin < sentence.end and forms[begin] in ("ل", "عن", "ما"):
            begin += 1
        rest = forms[begin : sentence.end]
        comma = begin + rest.index("،") if "،" in rest else sentence.end
        speaker = self.speakers.at(begin, comma)
        if speaker is None:
            return
        governor = Governor(Cue(word, "according", "neutral", "noun", "", ""), at, sentence.begin)
        governor.set_speaker(speaker)
        if self._loose and set(forms[self._loose[-1].close + 1 : at]) <= _BETWEEN:
            self._say_loose(governor)
            return
        self._governor = governor
        if comma + 2 < sentence.end and forms[comma + 1] == "ف":
            self._clause, self._is_colon = comma + 1, False

    # What is said

    def _read_that(self, at: int) -> None:
        governor, before = self._governor, self.forms[at - 1]
        if governor is None or self._clause is not None or at - governor.at > REACH:
            return
        if before in words_of("no_that") or before in ("ل", "ك", "ف"):
            return
        cue, speaker = governor.cue, self._speaker(governor, at)
        is_passive = cue.needs == "subject" and (speaker is None or speaker.begin < governor.begin)
        if cue.verb_class != "call" and not is_passive:
            self._clause, self._is_colon = at, False

    def _read_colon(self, at: int) -> None:
        forms, governor = self.forms, self._governor
        if governor is None or self._clause is not None or at - governor.at > REACH:
            return
        self._speaker(governor, at)
        if at + 1 >= self._sentence.end:
            self._carried = governor
        elif (
            forms[at + 1] != MARK
            and forms[at + 1] not in words_of("that")
            and governor.cue.verb_class in _QUOTED
        ):
            self._clause, self._is_colon = at + 1, True

    def _read_marked(self, pair: Marked) -> None:
        words = sum(map(str.isalnum, self.forms[pair.open + 1 : pair.close]))
        governor = self._governor
        if words == 0 or (self._clause is not None and self._is_colon):
            return
        if words == 1 and self.forms[pair.open - 1] != COLON:
            return  # a name in marks: "وقال "العوضي" إن"
        is_next = governor is not None and self._is_next(pair, governor, words)
        if (not is_next or words < _CLAUSE_WORDS) and is_title(self.speakers.names, pair):
            return
        if governor is None:
            if pair.is_closed:
                self._loose.append(pair)
        elif not pair.is_closed:
            if is_next and words > PART_WORDS and opens_speech(self.forms, pair, governor):
                until = up_to_last_mark(self.forms, self._sentence, pair)
                self._say(until, "direct", governor, "unclosed", 0.6)
                self._hidden = until.close
        elif is_next or words >= _CLAUSE_WORDS:
            self._say(pair, "direct", governor, "quoted" if is_next else "within", 0.95)
        elif self._clause is not None and words >= PART_WORDS:
            self._say(pair, "partial", governor, "within", 0.6)

    def _is_next(self, pair: Marked, governor: Governor, words: int) -> bool:
        last = self.found[-1].end if self.found else None
        return is_next(
            self.speakers, self._sentence, pair, governor, words, self._clause is not None, last
        )

    def _say(
        self, pair: Marked, form: QuoteForm, governor: Governor, rule: str, score: float
    ) -> None:
        speaker = self._speaker(governor, pair.open)
        self._add(pair.open + 1, pair.close, form, governor.cue, speaker, rule, score)

    def _say_loose(self, governor: Governor) -> None:
        """What stands before its verb: "«…»، قال فلان"."""
        for pair in self._loose:
            words = sum(map(str.isalnum, self.forms[pair.open + 1 : pair.close]))
            is_first = pair.open <= self._sentence.begin + 1 and words > PART_WORDS
            if is_first or words >= _CLAUSE_WORDS:
                speaker = self._speaker(governor, self._sentence.end)
                self._add(
                    pair.open + 1, pair.close, "direct", governor.cue, speaker, "before", 0.9
                )  # fmt: skip
        self._loose = []

    def _end_clause(self, at: int) -> None:
        if self._clause is None or self._governor is None:
            return
        begin, self._clause = self._clause, None
        end = at if self._is_colon else clause_end(self.forms, self._sentence, begin, at)
        end = trimmed(self.forms, begin, end)
        inner = end
        for statement in reversed(self.found):
            if statement.begin < begin:
                break
            if statement.form == "direct":
                inner = min(inner, statement.begin - 1)
        words = sum(map(str.isalnum, self.forms[begin:inner]))
        cue, speaker = self._governor.cue, self._governor.speaker
        if self._is_colon and words > 1:
            self._add(begin, end, "direct", cue, speaker, "colon", 0.7)
        elif words >= PART_WORDS:
            rule = "according" if cue.verb_class == "according" else "clause"
            self._add(begin, end, "reported", cue, speaker, rule, 0.8)

    def _read_loose(self) -> None:
        """Marks in a sentence without a verb of saying: it may go on from the last one."""
        last = self.found[-1] if self.found else None
        if last is None or last.form == "reported":
            return
        sentence = self._sentence
        gap = sentence.line - last.sentence.line
        for pair in self._loose:
            words = pair.close - pair.open - 1
            is_whole = pair.open <= sentence.begin + 1 and pair.close + 2 >= sentence.end
            if is_whole and gap <= 1 and words >= PART_WORDS:
                rule, score = "continued", 0.6
            elif gap == 0 and words >= _CLAUSE_WORDS:
                rule, score = "free", 0.45
            else:
                continue
            speaker = self.speakers.last("", sentence.line)
            self._add(pair.open + 1, pair.close, "direct", last.cue, speaker, rule, score)

    def _add(
        self,
        begin: int,
        end: int,
        form: QuoteForm,
        cue: Cue | None,
        speaker: Speaker | None,
        rule: str,
        score: float,
    ) -> None:
        sure = round(score * (speaker.score if speaker else 0.6), 2)
        self.found.append(Statement(begin, end, form, cue, speaker, rule, sure, self._sentence))
