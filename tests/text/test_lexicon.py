"""The lexicon is clean: every row has its key, its values and one spelling of Unicode."""

import csv
import io
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FILES = sorted((Path(__file__).parents[2] / "flows/lexicon").glob("*.csv"))
# What names a row, in files where one column does not. A file that is not listed here has its
# key in the first column if that is an id, and otherwise must only not say the same thing twice.
KEYS = {
    "entity_names": ("entity_id", "name"),
    "entity_templates": ("template_id", "pattern"),
    "entity_cues": ("cue", "class"),
    "hijri_months": ("hijri_year", "hijri_month"),
    "line_words": ("word", "word_class"),
}
ID_COLUMNS = {"id", "entity_id", "source_id", "country_code", "code_point", "language", "signature"}
# Filled in every row of every file that has them; a rule also says what it must (not) match.
REQUIRED = {"kind", "class", "role", "use", "word_class", "match", "pattern", "name_ar", "name_en"}
REQUIRED |= {"example", "counter_example"}

lexicon_file: Any = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@lexicon_file
def test_file_is_plain_normalised_utf_8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")


@lexicon_file
def test_every_row_has_the_columns_of_its_head(path: Path) -> None:
    assert faults(path.stem, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("stem", "text", "fault"),
    [
        ("sources", "source_id,name_ar\na,أ\na,ب\n", "line 3: source_id a stands twice"),
        ("entity_names", "entity_id,name\na,أ\na,أ\n", "line 3: entity_id, name a, أ stands twice"),
        ("titles", "title,class\nأ,b\nأ,b\n", "line 3: title, class أ, b stands twice"),
        ("line_rules", "id,example\na,\n", "line 2: example is blank"),
        ("line_rules", "id,role\n,body\n", "line 2: id is blank"),
        ("titles", "title,class\nأ,b \n", "line 2: class ends in white space"),
        ("titles", "title,class\nأ\n", "line 2: has not the columns of the head"),
        ("titles", "title,class\nأ,b,c\n", "line 2: has not the columns of the head"),
    ],
)
def test_a_fault_is_found(stem: str, text: str, fault: str) -> None:
    assert faults(stem, text) == [fault]


def faults(stem: str, text: str) -> list[str]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    columns = list(reader.fieldnames or [])
    is_id = columns[0] in ID_COLUMNS and stem not in KEYS
    key = KEYS.get(stem, (columns[0],) if is_id else tuple(columns))
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for row in reader:
        where = f"line {reader.line_num}: "
        if None in row or None in row.values():
            found.append(where + "has not the columns of the head")
            continue
        blank = [name for name in columns if name in {columns[0], *REQUIRED} and not row[name]]
        found += [f"{where}{name} is blank" for name in blank]
        padded = [name for name in columns if row[name] != row[name].rstrip()]
        found += [f"{where}{name} ends in white space" for name in padded]
        named = tuple(row[column] for column in key)
        seen[named] += 1
        if seen[named] > 1:
            found.append(f"{where}{', '.join(key)} {', '.join(named)} stands twice")
    return found
