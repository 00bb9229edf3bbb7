"""Makes contents of records: which field holds what, and the text that is kept of a record."""

from collections.abc import Iterator

from flows.landing.composing import compose
from flows.landing.faults import invalid_record, no_body
from flows.landing.field_names import FieldNames
from flows.landing.field_values import text_of
from flows.landing.model import Content, Outcome, Refusal, Refused
from flows.landing.places import Place
from flows.landing.text_streams import is_damaged, undecodable
from flows.text.model import RecordFields


class Hopeless(Exception):
    """The records of a container have no text: it is refused as a whole."""

    def __init__(self, why: Refused) -> None:
        """`why` is the reason for the container."""
        super().__init__(why.detail)
        self.why = why


class RecordReader:
    """Reads the records of one stream.

    While no record had a text, records without one are held back: if all are so, that is one
    fault of the container and not one of each record.
    """

    def __init__(self, place: Place) -> None:
        """`place` is where the stream stands."""
        self.fields = FieldNames(place.rules.names)
        self._place = place
        self._strangers: list[Refusal] = []
        self._has_text = False

    def read(self, number: int, record: object) -> Iterator[Outcome]:
        """The content of record `number`; raises Refused, or Hopeless for the container."""
        if not isinstance(record, dict):
            raise invalid_record("a record is an object with named fields, this is none")
        names = self.fields.found_in(tuple(record))
        if "body" not in names:
            why = no_body([str(name) for name in record])
            if self._has_text:
                raise why
            self._hold_back(number, why)
            return
        values = {
            field: text_of(record, columns, "\n" if field == "body" else ", ")
            for field, columns in names.items()
        }
        content = self._content(number, values)
        if not self._has_text:
            self._has_text = True
            yield from self._strangers
        yield content

    def refused(self, number: int, why: Refused) -> Refusal:
        """Why record `number` gives nothing."""
        return self._place.at(number).refusal(why)

    def end(self) -> None:
        """Raises Hopeless if no record had a text."""
        if self._strangers and not self._has_text:
            first = self._strangers[0]
            raise Hopeless(Refused(first.reason, first.detail, first.remedy))

    def _hold_back(self, number: int, why: Refused) -> None:
        self._strangers.append(self.refused(number, why))
        if len(self._strangers) == _ENOUGH:
            raise Hopeless(why)

    def _content(self, number: int, values: dict[str, str]) -> Content:
        body, title, url = values["body"], values.get("title", ""), values.get("url", "")
        if not body:
            raise Refused("empty", "the record's text is empty", "Fetch the article again.")
        text = compose(title, body)
        if is_damaged(text):
            raise undecodable("the record holds bytes or halves of characters that are no text")
        fields = RecordFields(
            title=_sound(title),
            url=_sound(url),
            published=_sound(values.get("date", "")),
            source=_sound(values.get("source", "")),
            author=_sound(values.get("author", "")),
        )
        key = _sound(url or values.get("id", ""))
        return self._place.at(number).content(text.encode(), key, fields)


def _sound(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


_ENOUGH = 20  # records without a text, from the first on, are enough to know the container
