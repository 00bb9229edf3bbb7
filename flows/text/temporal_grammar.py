"""Reads the temporal expressions of a row of tokens: one scan for triggers, then local parsing."""

from collections.abc import Callable, Iterator
from functools import cache

from flows.text.temporal_days import read_day_phrase
from flows.text.temporal_decoys import is_decoy
from flows.text.temporal_expressions import Parsed
from flows.text.temporal_lengths import read_length
from flows.text.temporal_lexicon import NO_SENSES
from flows.text.temporal_periods import read_period
from flows.text.temporal_ranges import (
    read_hours,
    read_listed_day,
    read_range,
    read_yearly,
    read_years,
)
from flows.text.temporal_tokens import TokenRow

_MARKS = frozenset("/-–:.،,")


Reader = Callable[[TokenRow, int], Parsed | None]


def read_expressions(row: TokenRow) -> Iterator[Parsed]:
    """The temporal expressions of a text in order, none overlapping, decoys left out.

    >>> from flows.text.temporal_tokens import tokenize
    >>> [(p.start, p.end, p.rule) for p in read_expressions(tokenize("قتل 5 أمس في 3 مايو"))]
    [(2, 3, 'deictic_day'), (4, 6, 'date')]
    """
    index = 0
    tokens = row.tokens
    while index < len(tokens):
        _, _, _, senses, number, _ = tokens[index]
        parsed = None
        if number is not None:
            if _leads_on(row, index):
                parsed = _read_at(row, index, _READERS_OF_DIGITS)
        elif senses is not NO_SENSES and (readers := _readers_of(frozenset(senses))):
            parsed = _read_at(row, index, readers)
        if parsed is None:
            index += 1
        elif is_decoy(row, parsed):
            index = parsed.end
        else:
            parsed = read_range(row, parsed) or read_yearly(row, parsed) or parsed
            yield parsed
            index = parsed.end


def _read_at(row: TokenRow, index: int, readers: tuple[Reader, ...]) -> Parsed | None:
    """The longest expression that begins at a token; of equals, that of the first reader."""
    best: Parsed | None = None
    for reader in readers:
        parsed = reader(row, index)
        if parsed is not None and (best is None or parsed.end > best.end):
            best = parsed
    return best


def _leads_on(row: TokenRow, index: int) -> bool:
    """Whether digits have a word of the lexicon, or a mark of dates and times, right after them."""
    following = row.tokens[index + 1 : index + 4]
    return (
        any(token.senses is not NO_SENSES for token in following)
        or (len(following) > 1 and following[0].text in _MARKS and following[1].number is not None)
        or bool(row.word(index - 1, "year_cue"))
        or bool(row.proclitic(index))
        or row.text(index - 1) in ("", "\n")
    )


# Which readers a word in a role can set off; what is not named here begins no expression.
_READERS: dict[str, tuple[Reader, ...]] = (
    dict.fromkeys(("ones", "ten", "tens", "hundreds", "scale"), (read_day_phrase, read_length))
    | {"ordinal": (read_hours, read_day_phrase, read_length)}
    | dict.fromkeys(
        ("month", "deictic", "tonight", "part", "hour_cue"),
        (read_day_phrase,),
    )
    | dict.fromkeys(("weekday", "first_day"), (read_length, read_day_phrase))
    | dict.fromkeys(("edge", "season", "half_year", "quarter", "decade", "weekend"), (read_period,))
    | dict.fromkeys(("every", "set", "times", "ago", "last", "vague", "fraction"), (read_length,))
    | {
        "unit": (read_years, read_day_phrase, read_period, read_length),
        "demonstrative": (read_day_phrase, read_period),
    }
)


_READERS_OF_DIGITS: tuple[Reader, ...] = (
    read_years,
    read_hours,
    read_day_phrase,
    read_length,
    read_listed_day,
)


@cache
def _readers_of(roles: frozenset[str]) -> tuple[Reader, ...]:
    found = [reader for role in sorted(roles) for reader in _READERS.get(role, ())]
    order = (read_years, read_hours, read_length, read_day_phrase, read_period)
    return tuple(reader for reader in order if reader in found)
