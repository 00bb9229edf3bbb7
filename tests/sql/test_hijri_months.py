"""The Hijri months of the calendar table are those of the Umm al-Qura calendar.

`uv run python tests/sql/test_hijri_months.py` writes the lexicon file again.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

from hijridate import Gregorian, Hijri

from flows import lexicon

FIRST_YEAR, LAST_YEAR = 1343, 1500  # all that the Umm al-Qura tables cover
NAMES = (
    "المحرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)


def tabulated_months() -> list[dict[str, str]]:
    return [
        {
            "hijri_year": str(year),
            "hijri_month": str(month),
            "hijri_month_ar": NAMES[month - 1],
            "begin_on": Hijri(year, month, 1).to_gregorian().isoformat(),
        }
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ]


def test_lexicon_holds_every_tabulated_month() -> None:
    assert list(lexicon.rows("hijri_months")) == tabulated_months()


def test_every_twelve_months_make_a_lunar_year() -> None:
    # Single months of the tables before 1365 AH have 28 or 31 days.
    begins = [date.fromisoformat(row["begin_on"]) for row in lexicon.rows("hijri_months")]
    years = {(b - a).days for a, b in zip(begins[::12], begins[12::12], strict=False)}
    assert years <= {353, 354, 355, 356}


def test_last_month_has_30_days_so_that_the_calendar_table_may_end_it_there() -> None:
    last = date.fromisoformat(lexicon.rows("hijri_months")[-1]["begin_on"])
    end = last + timedelta(days=29)
    assert Gregorian.fromdate(end).to_hijri().datetuple() == (LAST_YEAR, 12, 30)


if __name__ == "__main__":
    with (
        Path(lexicon.__file__)
        .with_name("hijri_months.csv")
        .open("w", encoding="utf-8", newline="") as file
    ):
        writer = csv.DictWriter(file, list(tabulated_months()[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(tabulated_months())
