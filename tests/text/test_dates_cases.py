"""Cases of our own, one file per kind of expression and one of decoys."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.text.dates import find_dates

CASES = Path(__file__).parents[1] / "cases" / "dates"
_FIELDS = {"begin": "begin_on", "end": "end_on", "at": "begin_at", "conflict": "has_conflict"}


def _cases() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case.get("known_failure") else []
            cases.append(pytest.param(case, id=case["label"], marks=marks))
    return cases


def _published(value: str | None) -> date | datetime | None:
    if value is None:
        return None
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


@pytest.mark.parametrize("case", _cases())
def test_case_is_found_as_expected(case: dict[str, Any]) -> None:
    prefer = case.get("prefer", "past")
    mentions = find_dates(case["text"], _published(case["published"]), prefer)
    assert [m.surface for m in mentions] == [e["surface"] for e in case["expect"]]
    for mention, expected in zip(mentions, case["expect"], strict=True):
        assert case["text"][mention.start : mention.end] == mention.surface
        for name, value in ({"conflict": False, "modifier": None} | expected).items():
            found = getattr(mention, _FIELDS.get(name, name))
            found = found.isoformat() if isinstance(found, date) else found
            assert found == value, f"{name} of {mention.surface}"


def test_there_are_enough_cases_and_decoys() -> None:
    cases = [param.values[0] for param in _cases()]
    assert len(cases) >= 400
    assert sum(1 for case in cases if not case["expect"]) >= 100
