"""Knows lines by their wording: page furniture, credits, tags, related links, date labels.

The rules are the rows of lexicon/line_rules.csv. They are compiled once, into one dictionary of
whole lines, one of first words and one regular expression, so that a line is looked at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from ahocorasick_rs import AhoCorasick

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.model import Role


@dataclass(frozen=True, slots=True)
class LineRule:
    """A row of the lexicon: what a line that reads so is.

    `opens` names the block that such a line opens ("tags", "related", "credit", "end"), empty if
    none. `marks` are the folded wordings at which the rule may start inside a longer line, after
    the end of a sentence; none if it never does.
    """

    id: str
    role: Role
    opens: str
    marks: tuple[str, ...]


def match_line(line: str) -> LineRule | None:
    """The rule that `line` as a whole follows, None if its wording says nothing.

    Whole wording comes before a pattern, a pattern before a beginning, a longer beginning before
    a shorter one, and a beginning before wording somewhere inside.

    >>> match_line("المصدر : وكالات").id
    'source_label'
    >>> match_line("قال المصدر إن الوكالات أغلقت") is None
    True
    """
    return match_key(line_key(fold(line)))


def match_key(key: str) -> LineRule | None:
    """`match_line` for a line that `line_key` has made already."""
    length = len(key)
    if key[:1].isascii() and (match := _STARTS.match(key.casefold())) is not None:
        return _PATTERN_RULES[cast(str, match.lastgroup)]
    if length > _LONGEST:
        return None
    bare = key.strip(_DECORATION)
    if len(bare) <= _LONGEST_WHOLE and (rule := _WHOLE.get(bare.casefold())) is not None:
        return rule
    if length <= _LONGEST_PATTERN and not (length > _SENTENCE and key[-1] == "."):
        match = _PATTERNS.fullmatch(key.casefold())
        if match is not None:
            return _PATTERN_RULES[cast(str, match.lastgroup)]
    return _beginning(bare) or _inside(key)


def line_key(folded: str) -> str:
    """A folded line as rules read it: single spaces, quotes for entities, no bullets around it.

    >>> line_key("  •  اقرا   المزيد ")
    'اقرا المزيد'
    """
    if "&" in folded:
        folded = _QUOTE_ENTITY.sub('"', folded)
    return " ".join(folded.split()).strip(_BULLETS)


def marks_inside(folded: str) -> Iterator[tuple[int, LineRule]]:
    """Places in a folded text where the wording of a tail rule stands, in no order.

    >>> folded = fold("انتهى الاجتماع. كلمات مفتاحية مصر ليبيا")
    >>> [(folded[place:], rule.id) for place, rule in marks_inside(folded)]
    [('كلمات مفتاحيه مصر ليبيا', 'tags_words_run_on')]
    """
    for mark, rule in _MARKS:
        place = folded.find(mark)
        while place >= 0:
            yield place, rule
            place = folded.find(mark, place + 1)


def follows(rule: LineRule, folded: str) -> bool:
    """True if the folded text `folded` as a whole follows `rule`, whatever other rules say.

    >>> follows(match_line("اقرأ أيضا: خبر"), fold("اقرأ أيضا: خبر آخر"))
    True
    """
    key = line_key(folded)
    if rule.id in _PATTERN_OF:
        return _PATTERN_OF[rule.id].fullmatch(key) is not None
    return key.startswith(rule.marks)


def _beginning(bare: str) -> LineRule | None:
    if bare.count(" ") > _MOST_SPACES_AFTER_A_BEGINNING:
        return None
    for wording, is_open, rule in _BEGINNINGS.get(bare[:_STEM], ()):
        if bare.startswith(wording) and (
            is_open or len(bare) == len(wording) or not bare[len(wording)].isalpha()
        ):
            return rule
    return None


def _inside(key: str) -> LineRule | None:
    found = _WORDINGS_INSIDE.find_matches_as_indexes(key)
    return _INSIDE[found[0][0]][1] if found else None


# A longer line is a paragraph, whatever it says.
_LONGEST = 260
_LONGEST_PATTERN = 180
_SENTENCE = 90  # a longer line that ends with a full stop follows no pattern
# A beginning such as "read also" with more than this after it is prose.
_MOST_SPACES_AFTER_A_BEGINNING = 24
_STEM = 3
_QUOTE_ENTITY = re.compile("&(?:#34|quot);")
_BULLETS = " \t|•▪►●■◄◀▶»›·\u25ab\u25aa\uf0b7"
_DECORATION = _BULLETS + ":*–—-_=+~.،,؛;«‹>/\\()[]{}#…!؟?©\"'“”"

_CAPITAL = re.compile(r"\\.|[A-Z]")  # not after a backslash: \S is no letter

_WHOLE: dict[str, LineRule] = {}
_BEGINNINGS: dict[str, list[tuple[str, bool, LineRule]]] = {}
_INSIDE: list[tuple[str, LineRule]] = []
_MARKS: list[tuple[str, LineRule]] = []
_PATTERN_RULES: dict[str, LineRule] = {}
_PATTERN_OF: dict[str, re.Pattern[str]] = {}


def _compile() -> tuple[re.Pattern[str], re.Pattern[str]]:
    alternatives: dict[str, list[str]] = {"regex": [], "start": []}
    for row in rows("line_rules"):
        marks = tuple(str(fold(mark)) for mark in row["glued"].split("|") if mark)
        rule = LineRule(row["id"], cast(Role, row["role"]), row["opens"], marks)
        pattern = str(fold(row["pattern"]))
        if row["match"] == "line":
            _WHOLE[pattern.strip(_DECORATION).casefold()] = rule
        elif row["match"] == "prefix":
            wording = pattern.removesuffix("*")
            _BEGINNINGS.setdefault(wording[:_STEM], []).append((wording, wording != pattern, rule))
        elif row["match"] == "contains":
            _INSIDE.append((pattern, rule))
        else:
            group = f"r{len(_PATTERN_RULES)}"
            _PATTERN_RULES[group] = rule
            _PATTERN_OF[rule.id] = re.compile(pattern, re.IGNORECASE)
            # Lower case, and the name of the rule behind it: so an alternative that begins with
            # another letter is passed over without trying it, which halves the time.
            lower = _CAPITAL.sub(_lowered, pattern.replace("(?i)", ""))
            alternatives[row["match"]].append(f"(?:{lower})(?P<{group}>)")
        _MARKS.extend((mark, rule) for mark in marks)
    for beginnings in _BEGINNINGS.values():
        beginnings.sort(key=lambda entry: -len(entry[0]))
    whole, start = ("|".join(alternatives[kind]) for kind in ("regex", "start"))
    return re.compile(whole), re.compile(start)


def _lowered(match: re.Match[str]) -> str:
    return match.group() if match.group().startswith("\\") else match.group().lower()


_PATTERNS, _STARTS = _compile()
_LONGEST_WHOLE = max(map(len, _WHOLE))
_WORDINGS_INSIDE = AhoCorasick([wording for wording, _ in _INSIDE])
