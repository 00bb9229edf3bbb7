"""The knowledge base: its files are sound, no name is settled by chance, and it knows the gold."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from flows.lexicon import rows
from flows.text import countries as countries_module
from flows.text import institutions, knowledge, knowledge_compiling
from flows.text.countries import countries, fold_all, inflected
from flows.text.folding import fold
from flows.text.institutions import templates

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "entities.jsonl"
KINDS = {"PER", "ORG", "LOC", "MISC"}
# ISO 3166: a country's two letters, or a part of the United Kingdom.
COUNTRY_CODE = re.compile("[A-Z]{2}(-[A-Z]{3})?")

# What no table can know: a clitic, the author's slip, and a ministry that the document must tell.
BEYOND_A_TABLE = {"لبنتاغون", "باتريك كوك", "وزارة الدفاع"}


def duplicates(values: list[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def ids_of(name: str) -> set[str]:
    return {reading.entity_id for reading in knowledge.readings(str(fold(name)))}


def gold() -> list[dict[str, str]]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def test_the_base_is_as_large_as_promised() -> None:
    assert len(rows("entities")) >= 1_200
    assert len(rows("entity_names")) >= 5_000


def test_entity_rows_are_valid() -> None:
    for row in rows("entities"):
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", row["entity_id"]), row
        assert row["kind"] in KINDS, row
        assert row["subtype"], row
        assert not row["country_code"] or COUNTRY_CODE.fullmatch(row["country_code"]), row
        assert not row["wikidata_id"] or re.fullmatch("Q[1-9][0-9]*", row["wikidata_id"]), row
        licences = {"curated": "MIT", "geonames": "CC-BY-4.0", "cldr": "Unicode-3.0"}
        assert licences[row["origin"]] == row["licence"], row


def test_an_id_names_one_entity_and_a_wikidata_id_too() -> None:
    of_entities = [row["entity_id"] for row in rows("entities")]
    of_sources = [row["source_id"] for row in rows("sources")]
    assert duplicates(of_entities + of_sources) == []
    assert duplicates([row["wikidata_id"] for row in rows("entities") if row["wikidata_id"]]) == []


def test_no_medium_stands_twice_under_two_ids() -> None:
    media = {str(fold(row["name_ar"])) for row in rows("sources") if not row["ambiguous"]}
    orgs = {str(fold(r["name_ar"])): r["entity_id"] for r in rows("entities") if r["kind"] == "ORG"}
    assert {name: orgs[name] for name in media & set(orgs)} == {}


def test_every_name_has_an_entity_and_every_entity_one_preferred_name() -> None:
    known = {row["entity_id"]: row["name_ar"] for row in rows("entities")}
    assert {row["entity_id"] for row in rows("entity_names")} == set(known)
    preferred = [row for row in rows("entity_names") if row["is_preferred"] == "yes"]
    assert {row["entity_id"]: row["name"] for row in preferred} == known
    assert len(preferred) == len(known)


def test_a_name_stands_once_for_an_entity_however_it_is_folded() -> None:
    names = fold_all(row["name"] for row in rows("entity_names"))
    of = [row["entity_id"] for row in rows("entity_names")]
    assert duplicates(list(zip(names, of, strict=True))) == []


def test_name_rows_are_valid() -> None:
    for row in rows("entity_names"):
        assert row["is_preferred"] in {"yes", "no"}, row
        assert row["ambiguous"] in {"yes", "no"}, row
        assert row["source"] in {"curated", "geonames", "cldr"}, row
        assert not re.search(r"[*{}|;]|\s\s|^\s|\s$", row["name"]), row
        assert not row["context"] or row["ambiguous"] == "yes", row


def test_at_most_one_curated_reading_of_a_name_goes_without_a_cue() -> None:
    alone = [row["name"] for row in rows("entity_names") if row["ambiguous"] == "no"]
    assert duplicates(fold_all(alone)) == []


def test_readings_of_one_name_do_not_share_a_cue() -> None:
    for folded, several in knowledge.shared_names().items():
        cues = [cue for reading in several for cue in reading.context]
        assert (folded, duplicates(cues)) == (folded, [])


def test_where_several_claim_a_name_none_has_it_by_default() -> None:
    for several in knowledge.shared_names().values():
        assert sum(not reading.is_ambiguous for reading in several) <= 1, several


def test_the_order_of_the_files_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def clear() -> None:
        for compiled in (
            knowledge_compiling.compiled,
            countries_module.countries,
            countries_module._adjectives,
            institutions.templates,
            institutions.institution_heads,
            institutions._preferred_wordings,
            institutions._fillers,
        ):
            compiled.cache_clear()

    expected_names = dict(knowledge.names())
    expected_ids = set(knowledge.entities())
    for module in (knowledge_compiling, countries_module, institutions):
        monkeypatch.setattr(module, "rows", lambda name: rows(name)[::-1])
    clear()
    try:
        assert dict(knowledge.names()) == expected_names
        assert set(knowledge.entities()) == expected_ids
    finally:
        monkeypatch.undo()
        clear()


def test_country_rows_are_valid() -> None:
    known = {row["entity_id"]: row for row in rows("entities")}
    for row in rows("countries"):
        assert COUNTRY_CODE.fullmatch(row["country_code"]), row
        assert row["institutions"] in {"many", "main", "none"}, row
        if row["institutions"] != "none":
            assert known[row["entity_id"]]["country_code"] == row["country_code"], row
            assert known[row["entity_id"]]["name_ar"] == row["name_ar"], row
    assert duplicates([row["country_code"] for row in rows("countries")]) == []


def test_every_country_of_an_entity_is_known() -> None:
    here = {row["country_code"] for row in rows("countries")}
    here |= {row["country_code"] for row in rows("entities") if row["subtype"] == "territory"}
    assert {row["country_code"] for row in rows("entities")} <= here | {""}


def test_template_rows_are_valid() -> None:
    for template in templates():
        assert template.kind in KINDS
        assert len(re.findall("{(?:f|m|name|en)}", template.pattern)) == 1, template
        assert template.scope in {"many", "main"}, template
    preferred = [t.template_id for t in templates() if t.is_preferred]
    assert duplicates(preferred) == []
    assert set(preferred) == {t.template_id for t in templates()}


@pytest.mark.parametrize("row", rows("entity_templates"), ids=lambda row: row["pattern"])
def test_template_makes_its_example_and_not_its_counter_example(row: dict[str, str]) -> None:
    realised = {
        entity["entity_id"]
        for entity in rows("entities")
        if row["template_id"] in entity["realises"].split()
    }

    def makes(name: str) -> bool:
        return any(
            entity_id in realised or entity_id.endswith("-" + row["template_id"])
            for entity_id in ids_of(name)
        )

    assert makes(row["example"])
    assert not makes(row["counter_example"])


def test_one_entity_realises_a_template_in_a_country() -> None:
    known = {template.template_id for template in templates()}
    realised = [
        (template_id, row["country_code"])
        for row in rows("entities")
        for template_id in row["realises"].split()
    ]
    assert {template_id for template_id, _ in realised} <= known
    assert duplicates(realised) == []


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("وزارة الدفاع الروسية", "ru-mod"),
        ("وزارة الدفاع في روسيا", "ru-mod"),
        ("وزارتا الدفاع الروسية", "ru-mod"),
        ("البنتاغون", "us-dod"),
        ("وزارة الدفاع الأميركية", "us-dod"),
        ("وزارة الدفاع الامريكية", "us-dod"),
        ("وزارة الدفاع الكورية الجنوبية", "kr-mod"),
        ("الكرملين", "ru-presidency"),
        ("الكنيست", "il-knesset"),
        ("البرلمان العراقي", "iq-parliament"),
        ("مجلس النواب العراقي", "iq-parliament"),
        ("البنك المركزي المصري", "eg-central-bank"),
        ("Russian foreign ministry", "ru-mfa"),
        ("سورية", "syria"),
        ("أميركا", "usa"),
        ("داعش", "islamic-state"),
        ("عبدالفتاح السيسي", "abdel-fattah-el-sisi"),
        ("دبى", "dubai"),
        ("رويترز", "reuters"),
        ("مانشستر يونايتد", "man-united"),
    ],
)
def test_name_leads_to_its_entity(name: str, entity_id: str) -> None:
    assert ids_of(name) == {entity_id}


@pytest.mark.parametrize(
    ("name", "around", "entity_id"),
    [
        ("طرابلس", "أعلنت الحكومة الليبية", "tripoli-libya"),
        ("طرابلس", "شهدت مناطق لبنان الشمالي", "tripoli-lebanon"),
        ("طرابلس", "وصل الوفد أمس", None),
        ("عمان", "وصل الوفد أمس", "oman"),
        ("عمان", "في العاصمة الأردنية", "amman"),
        ("المالكي", "رئيس الوزراء العراقي السابق", "nouri-al-maliki"),
        ("المالكي", "وزير الخارجية الفلسطيني", "riyad-al-maliki"),
        ("الأهلي", "فاز على الزمالك في القاهرة", "al-ahly-eg"),
        ("الرياض", "قالت مصادر", "riyadh"),
        ("بوش", "قالت مصادر", None),
    ],
)
def test_cues_decide_or_nothing_does(name: str, around: str, entity_id: str | None) -> None:
    reading = knowledge.resolve(str(fold(name)), str(fold(around)).split())
    assert (reading and reading.entity_id) == entity_id


@pytest.mark.parametrize(
    ("word", "country_code"),
    [
        ("الروسية", "RU"),
        ("روسي", "RU"),
        ("الأميركيون", "US"),
        ("أتراك", "TR"),
        ("سورية", "SY"),
        ("إيرانيين", "IR"),
        ("الفرنسيتين", "FR"),
        ("الأوروبي", "EU"),
        ("المالية", None),  # "financial" before it is "Malian"
        ("الرياضية", None),
        ("روسياً", "RU"),  # folded, it is the state's name too
        ("موسكو", None),
    ],
)
def test_adjective_tells_its_country(word: str, country_code: str | None) -> None:
    assert knowledge.country_of_adjective(str(fold(word))) == country_code


def test_no_nisba_belongs_to_two_countries_unmarked() -> None:
    owners = Counter(
        str(fold(inflected(adjective, "", "")))
        for country in countries()
        for adjective in country.adjectives
        if adjective not in country.ordinary
    )
    assert [word for word, count in owners.items() if count > 1] == []


def test_institution_of_a_head_and_a_country() -> None:
    entity = knowledge.institution(str(fold("وزارتي الخارجية")), "US")
    assert entity is not None
    assert (entity.entity_id, entity.kind) == ("us-state", "ORG")
    assert knowledge.institution(str(fold("وزارة السعادة")), "US") is None
    assert knowledge.institution(str(fold("وزارة الدفاع")), "ZZ") is None


def test_gold_surfaces_lead_to_their_entities() -> None:
    for mention in gold():
        if mention["surface"] not in BEYOND_A_TABLE:
            assert mention["canonical_id"] in ids_of(mention["surface"]), mention


def test_gold_entities_are_known_alike() -> None:
    known = knowledge.entities()
    media = {row["source_id"] for row in rows("sources")}
    for mention in gold():
        entity = known[mention["canonical_id"]]
        assert entity.kind == mention["type"], mention
        if entity.entity_id not in media or mention["wikidata_qid"]:
            assert entity.wikidata_id == mention["wikidata_qid"], mention


def test_spellings_lead_back_to_readings() -> None:
    spellings = list(knowledge.spellings())
    preferred = {spelling.entity_id for spelling in spellings if spelling.is_preferred}
    assert preferred == set(knowledge.entities())
    folded = fold_all(spelling.name for spelling in spellings)
    for spelling, name in zip(spellings, folded, strict=True):
        assert knowledge.readings(name), spelling
