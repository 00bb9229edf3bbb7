"""The lexicon of sources and the search for their names."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from flows.lexicon import rows
from flows.text.sources import (
    find_source_names,
    is_source_name,
    other_sense,
    source_of,
    source_of_host,
    source_of_id,
)

ROOT = Path(__file__).parents[2]
NAMES = json.loads((ROOT / "tests/cases/article/source_names.json").read_text("utf-8"))
KINDS = {"newspaper", "broadcaster", "agency", "site", "magazine", "radio"}
ARAB_STATES = {
    *("AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR"),
    *("OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"),
}  # Djibouti and the Comoros have no outlet that Arabic news cites by a name of its own


@pytest.mark.parametrize("case", NAMES, ids=[case["text"] for case in NAMES])
def test_names_in_running_text_need_their_cues(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = [[text[start:end], source] for start, end, source in find_source_names(text)]
    assert found == case["names"]


@pytest.mark.parametrize("row", rows("source_cues"), ids=lambda row: row["cue"])
def test_each_cue_finds_its_example_and_not_its_counter_example(row: dict[str, str]) -> None:
    assert find_source_names(row["example"])
    assert not find_source_names(row["counter_example"])


def test_lexicon_covers_the_arab_states_and_the_world_agencies() -> None:
    known = rows("sources")
    assert len(known) >= 400
    assert {row["country_code"] for row in known} >= ARAB_STATES
    assert {"reuters", "afp", "ap", "epa", "dpa", "anadolu", "xinhua"} <= {
        row["source_id"] for row in known
    }


@pytest.mark.parametrize("row", rows("sources"), ids=lambda row: row["source_id"])
def test_each_row_of_the_lexicon_is_well_formed(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["source_id"])
    assert row["name_ar"] and row["name_en"] and row["origin"]
    assert row["kind"] in KINDS
    assert re.fullmatch(r"([A-Z]{2})?", row["country_code"])
    assert re.fullmatch(r"([a-z0-9-]+\.)+[a-z]+|", row["domain"])
    assert row["ambiguous"] in ("", "yes", "place")
    assert row["in_arabic"] in ("yes", "no")


def test_ids_and_domains_are_unique() -> None:
    for column in ("source_id", "domain"):
        counts = Counter(row[column] for row in rows("sources") if row[column])
        assert [value for value, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("row", rows("sources"), ids=lambda row: row["source_id"])
def test_each_name_leads_to_its_source_or_to_namesakes(row: dict[str, str]) -> None:
    for name in (row["name_ar"], *filter(None, row["variants"].split("|")), row["name_en"]):
        bare = name.rstrip("?")
        assert is_source_name(bare)
        source = source_of(bare)
        if other_sense(bare) != "namesake":
            assert source is not None
            assert source.source_id == row["source_id"], bare


def test_a_name_that_several_bear_means_none_of_them_without_kind_or_country() -> None:
    assert source_of("الوطن") is None
    assert is_source_name("الوطن")
    for name, source_id in (
        ("الوطن الكويتية", "alwatan-kw"),
        ("صحيفة الوطن المصرية", "alwatan-eg"),
    ):
        source = source_of(name)
        assert source is not None
        assert source.source_id == source_id


@pytest.mark.parametrize(
    ("host", "source_id"),
    [("www.aljazeera.net", "aljazeera"), ("arabic.rt.com", "rt"), ("m.youm7.com", "youm7")],
)
def test_hosts_lead_to_their_source(host: str, source_id: str) -> None:
    source = source_of_host(host)
    assert source is not None
    assert source.source_id == source_id


@pytest.mark.parametrize("host", ["com", "example.com", "notaljazeera.net", ""])
def test_other_hosts_lead_nowhere(host: str) -> None:
    assert source_of_host(host) is None


@pytest.mark.parametrize("slug", ["", "seeds", "2015", "خبر"])
def test_other_words_are_no_ids(slug: str) -> None:
    assert source_of_id(slug) is None
