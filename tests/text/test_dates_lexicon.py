"""Every row of the dates lexicon does what it says: each word is read, each decoy is left."""

from datetime import date

import pytest

from flows.lexicon import rows
from flows.text.dates import find_dates
from flows.text.model import DateMention
from flows.text.temporal_months import read_month
from flows.text.temporal_numbers import read_cardinal, read_ordinal
from flows.text.temporal_tense import tense
from flows.text.temporal_tokens import tokenize

FRIDAY = date(2016, 5, 20)


def _rows(file: str, *roles: str) -> pytest.MarkDecorator:
    found = [row for row in rows(f"dates_{file}") if row["role"] in roles]
    assert found, roles
    return pytest.mark.parametrize("row", found, ids=lambda row: f"{row['form']}-{row['role']}")


def _found(text: str) -> list[DateMention]:
    return find_dates(text, FRIDAY)


@_rows("months", "month")
def test_month_is_read_in_a_date(row: dict[str, str]) -> None:
    year = "1437هـ" if "hijri" in row["traits"] else "2015"
    (mention,) = _found(f"on 12 {row['form']} {year}")
    expected = f"{year[:4]}-{int(row['value']):02}-12"
    assert expected in (mention.value, mention.calendar_value)


@_rows("months", "month")
def test_month_is_read_after_its_noun(row: dict[str, str]) -> None:
    month = read_month(tokenize(f"شهر {row['form']}"), 0)
    assert month is not None
    assert month.number == int(row["value"])


@_rows("weekdays", "weekday")
def test_weekday_is_read(row: dict[str, str]) -> None:
    text = f"{row['form']}, 22 May 2011" if "latin" in row["traits"] else f"يوم {row['form']}"
    mention = _found(text)[0]
    assert row["form"] in mention.surface
    if "latin" not in row["traits"]:
        assert mention.begin_on is not None
        assert mention.begin_on.weekday() == int(row["value"])


@_rows("numbers", "ones", "tens", "hundreds", "scale")
def test_number_word_has_its_value(row: dict[str, str]) -> None:
    count = read_cardinal(tokenize(row["form"]), 0)
    if "many" in row["traits"]:
        assert count is None
    else:
        assert count is not None
        assert count.value == int(row["value"])


@_rows("numbers", "ordinal")
def test_ordinal_has_its_value(row: dict[str, str]) -> None:
    text = f"{row['form']} عشر" if "joint" in row["traits"] else row["form"]
    count = read_ordinal(tokenize(text), 0)
    assert count is not None
    assert count.value == int(row["value"]) + 10 * ("joint" in row["traits"])


@_rows("numbers", "decade")
def test_decade_is_of_the_last_century(row: dict[str, str]) -> None:
    (mention,) = _found(f"في {row['form']} القرن الماضي")
    assert mention.value == f"19{row['value']}"


@_rows("units", "unit")
def test_unit_is_counted_or_related(row: dict[str, str]) -> None:
    traits, form = set(row["traits"].split()), row["form"]
    if "construct" in traits:
        return
    if "definite" in traits:
        text = f"{form} الماضية" if row["value"] not in ("W", "MO", "Y", "DE", "CE") else form
        text = text if "الماضية" in text else f"{form} الماضي"
        if {"one"} <= traits and row["value"] in ("S", "M", "H", "D", "N"):
            return  # "the last day" is no expression
    else:
        text = (
            f"منذ {form}"
            if traits & {"one", "two"} and "counted" not in traits
            else f"منذ 9 {form}"
        )
    assert _found(text), text


@_rows("deictics", "deictic", "tonight")
def test_deictic_day_is_counted_from_publication(row: dict[str, str]) -> None:
    (mention,) = _found(f"يوم {row['form']}" if "bare" in row["traits"] else row["form"])
    assert mention.begin_on is not None
    assert (mention.begin_on - FRIDAY).days == int(row["value"])


@_rows("deictics", "part")
def test_part_of_day_is_read(row: dict[str, str]) -> None:
    is_short = "abbreviation" in row["traits"]
    (mention,) = _found(f"9:30 {row['form']}" if is_short else f"{row['form']} أمس")
    expected = ("09:30", "21:30") if is_short else ("24:00", row["value"])
    assert mention.value.endswith(expected)


@_rows("deictics", "season")
def test_season_takes_a_year(row: dict[str, str]) -> None:
    assert _found(f"{row['form']} عام 2014")[0].value == f"2014-{row['value']}"


@_rows("modifiers", "relation")
def test_relation_moves_a_period(row: dict[str, str]) -> None:
    form, value = row["form"], int(row["value"])
    if form in ("هذا", "هذه"):
        text = f"{form} العام"
    elif "recent" in row["traits"]:
        text = f"الأيام {form}"
    else:
        text = f"العام {form}"
    (mention,) = _found(text)
    assert mention.value in (f"{2016 + value}", "PXD")


@_rows("modifiers", "edge")
def test_edge_modifies_a_year(row: dict[str, str]) -> None:
    (mention,) = _found(f"{row['form']} عام 2014")
    assert (mention.value, mention.modifier) == ("2014", row["value"])


@_rows("modifiers", "approximate")
def test_approximation_is_a_modifier(row: dict[str, str]) -> None:
    is_after = row["form"] in ("تقريبا", "على الأقل", "كحد أقصى")
    text = f"استمر 30 يوما {row['form']}" if is_after else f"استمر {row['form']} 30 يوما"
    (mention,) = _found(text)
    assert (mention.value, mention.modifier) == ("P30D", row["value"])


@_rows("modifiers", "comparison")
def test_comparison_with_a_noun_between_is_a_modifier(row: dict[str, str]) -> None:
    (mention,) = _found(f"عقد {row['form']} مدته عن 9 سنوات")
    assert (mention.value, mention.modifier) == ("P9Y", row["value"])


@_rows("modifiers", "narrative")
def test_narrative_year_is_counted_from_the_year_told(row: dict[str, str]) -> None:
    found = _found(f"وقع عام 1990 ثم في مايو من العام {row['form']}")
    expected = f"{1990 + int(row['value'])}-05" if row["value"] else "2016-05"
    assert found[-1].value == expected


@_rows("modifiers", "zone")
def test_zone_follows_a_clock_time(row: dict[str, str]) -> None:
    cue = "" if row["value"] == "0" or "latin" in row["traits"] else "بتوقيت "
    (mention,) = _found(f"أمس الساعة 12:00 {cue}{row['form']}")
    assert mention.is_utc == (row["value"] != "local")
    assert mention.begin_at is not None
    assert (mention.begin_at.hour == 12) == (row["value"] in ("0", "local"))


@_rows("modifiers", "set")
def test_set_is_a_recurring_time(row: dict[str, str]) -> None:
    (mention,) = _found(f"يعمل {row['form']}")
    assert (mention.type, mention.value) == ("SET", row["value"])


@_rows("modifiers", "era")
def test_era_marks_a_calendar(row: dict[str, str]) -> None:
    year = {"hijri": "1420", "gregorian": "1420", "bc": "1420"}[row["value"]]
    (mention,) = _found(f"عام {year} {row['form']}")
    assert mention.calendar == ("hijri" if row["value"] == "hijri" else "gregorian")
    assert mention.value.startswith("BC") == (row["value"] == "bc")


@_rows("modifiers", "vague")
def test_unknown_number_is_unknown(row: dict[str, str]) -> None:
    (mention,) = _found(f"منذ {row['form']} السنين")
    assert mention.value == "PXY"


@_rows("modifiers", "within")
def test_a_single_unit_after_its_cue_is_a_duration(row: dict[str, str]) -> None:
    (mention,) = _found(f"{row['form']} شهر")
    assert mention.value in ("P1M", "2016-04")


@_rows("cues", "year_cue")
def test_bare_year_after_its_cue_is_a_year(row: dict[str, str]) -> None:
    assert [m.value[:4] for m in _found(f"{row['form']} 2014")] == ["2014"]


@_rows("cues", "counted")
def test_number_before_a_counted_noun_is_no_year(row: dict[str, str]) -> None:
    assert "2014" not in [m.value for m in _found(f"في 2014 {row['form']}")]


@_rows("cues", "function")
def test_year_before_a_function_word_is_a_year(row: dict[str, str]) -> None:
    assert _found(f"في 2014 {row['form']} قرر")[0].value == "2014"


@_rows("cues", "tense", "not_future")
def test_tense_cue_turns_a_bare_weekday(row: dict[str, str]) -> None:
    found = tense(tokenize(f"{row['form']} الفريق الأحد"), 2, 3)
    assert found == int(row["value"] or 0)


@_rows("decoys", *sorted({row["role"] for row in rows("dates_decoys")}))
def test_decoy_is_left_and_its_counter_example_found(row: dict[str, str]) -> None:
    assert _found(row["example"]) == []
    assert _found(row["counter_example"])
