"""Light stems: what is one word for a search, and what is not."""

import pytest

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.stemming import known_stems, light, particle_forms, stem, stems

ENDINGS = rows("stem_endings")
VARIANTS = rows("stem_variants")


@pytest.mark.parametrize(
    "words",
    [
        "سوريا سورية السورية والسوريين السوريون بسوريا لسوريا وسوريا للسوريين",
        "أمريكا أميركا الأمريكية الأميركيون بأميركا والأمريكيين الأمريكان",
        "مصر المصري المصرية والمصريين بمصر لمصر للمصريين",
        "روسيا الروسي الروسية والروس لروسيا روسيين",
        "كندا الكندية وكندا",
        "ألمانيا الألمان الألمانية لألمانيا",
        "لبنان للبنان اللبنانيين بلبنان ولبنان",
        "ليبيا لليبيا الليبية",
        "فلسطين الفلسطينيين بفلسطين",
        "فرنسا الفرنسية لفرنسا",
        "وزارة الوزارة بوزارة والوزارات وزارته",
        "وزير الوزير وزيران لوزير",
        "حكومة الحكومات حكومتها والحكومة للحكومة",
        "قرار القرارات قراراتها بقرار",
        "واشنطن وواشنطن بواشنطن لواشنطن",
        "إلغاء الإلغاء بإلغاء",
        "١٤٣٦ 1436 ۱۴۳۶",
        "Moscow MOSCOW moscow",
        "مُـــفاوضات المفاوضات مفاوضات ﻣﻔﺎﻭﺿﺎﺕ",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len(set(stems(words))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة", "زار"),
        ("سوريا", "سورة"),
        ("دولي", "دولة"),
        ("طالبان", "طالب"),
        ("لبنان", "لبن"),
        ("العليا", "علي"),
        ("بحر", "حر"),
        ("قوات", "قوة"),
        ("وفد", "فد"),
        ("بطاقة", "طاقة"),
        ("2015", "2016"),
    ],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_every_word_counts_and_keeps_its_place() -> None:
    assert stems("قال في 7/10: «سو-24»، نعم") == ["قال", "في", "7", "10", "سو", "24", "نعم"]


def test_nothing_has_no_stems() -> None:
    assert stems(" \u200f… — ") == []


@pytest.mark.parametrize("row", ENDINGS, ids=lambda row: row["ending"])
def test_ending_goes_where_it_should_and_stays_where_it_should(row: dict[str, str]) -> None:
    [word] = (fold(row["counter_example"]),)
    assert stems(row["example"]) == [row["stem"]]
    assert stem(word) != word.removesuffix(fold(row["ending"]))
    assert row["origin"]


@pytest.mark.parametrize("row", VARIANTS, ids=lambda row: row["variant"])
def test_variant_is_searched_as_the_usual_spelling(row: dict[str, str]) -> None:
    assert stems(row["example"]) == stems(row["example_of_stem"]) == [row["stem"]]
    assert stems(row["counter_example"]) != [row["stem"]]


def test_a_known_stem_is_its_own_term_or_that_of_another() -> None:
    known = known_stems()
    assert {term for term in known.values() if known.get(term, term) != term} == set()


def test_particles_do_not_change_the_stem_of_a_word_that_is_not_known() -> None:
    known = known_stems()
    for word in ("كراسنودار", "بلاغوفيشتشنسك", "فوتشيتش", "ويلكنسون", "لوكاشينكو"):
        for particles in ("و", "ب", "ل", "ال", "وال", "بال"):
            forms = particle_forms(particles + word)
            if not any(form in known or light(form) in known for form in forms[: len(particles)]):
                assert stem(particles + word) == stem(word), particles + word
