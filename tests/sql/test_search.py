"""Search in plain SQL: what it finds, in which order, and what it shows."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import duckdb
import pytest

from flows.store.reader import Reader, open_public
from flows.text.stemming import stem, stems
from tests.sql.conftest import Build, Landed, Warehouse
from tests.sql.test_questions import ingest_samples


@pytest.fixture(scope="module")
def warehouse(build: Build) -> Warehouse:
    return build(
        article("a", "أميركا ترسل وفدا", "وصل الوفد الأميركي إلى موسكو. لم يعقد مجلس الأمن جلسته."),
        article("b", "مجلس النواب", "ناقش المجلس ملف الأمن في العاصمة، وعاد الوفد من موسكو."),
        article("c", "طقس", "درجة الحرارة ٢٤ في القاهرة\tو 24 في Cairo", publisher="wire"),
        article("d", "طقس", "درجة الحرارة ٢٤ في القاهرة", copy_key="k"),
        article("e", "طقس", "درجة الحرارة 24 في القاهرة", copy_key="k", on=date(2016, 5, 21)),
        article("f", "مُـــوسكو تنفي", "لا تعليق."),
    )


def article(
    path: str,
    headline: str,
    body: str,
    publisher: str | None = None,
    copy_key: str | None = None,
    on: date = date(2016, 5, 20),
) -> Landed:
    return Landed(
        path=path,
        lines=[("headline", headline), ("body", body), ("boilerplate", "شارك على واتساب")],
        sources=[{"surface": "folder", "source_id": publisher}] if publisher else [],
        copy_key=copy_key,
        published_on=on,
    )


def found(warehouse: Warehouse, query: str) -> str:
    """The names of the files found, best first."""
    statement = (
        "select string_agg(files.path, '' order by score desc, files.path) "
        "from search($query) join articles using (article_id) "
        "join files using (file_id)"
    )
    [(paths,)] = warehouse.connection.execute(statement, {"query": query}).fetchall()
    return paths or ""


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("أمريكا", "a"),
        ("للأمريكيين", "a"),
        ("الوفد موسكو", "ab"),
        ("وفد, موسكو!", "ab"),
        ("موسكو", "fab"),  # in the headline first, then in the shorter text
        ("موسكو -أمريكا", "fb"),
        ("-أمريكا موسكو", "fb"),
        ('"مجلس الأمن"', "a"),
        ("«مجلس الأمن»", "a"),
        ("“مجلس الأمن”", "a"),
        ('-"مجلس الأمن" مجلس', "b"),
        ("مجلس الأمن", "ab"),
        ("أمريكا OR القاهرة", "acd"),
        ("أمريكا | القاهرة", "acd"),
        ("أمريكا OR القاهرة 24", "cd"),
        ('"مجلس الأمن" OR "ملف الأمن" موسكو', "ab"),
        ('"المجلس أمن"', "a"),  # a phrase too is of words in whatever form
        ("24", "cd"),
        ("٢٤", "cd"),
        ("cairo", "c"),
        ("مـوسـكو", "fab"),
        ("مُوسكُو", "fab"),
        ("ﻣﻮﺳﻜﻮ", "fab"),
        ('"مجلس الأمن', "a"),  # a quotation mark without its other half
        ('مجلس "', "ab"),
        ("واتساب", ""),  # furniture
        ("", ""),
        ("  ", ""),
        ("…", ""),
        ("-", ""),
        ("OR", ""),
        ("-موسكو", ""),
        ("موسكو -موسكو", ""),
        ("' or 1 = 1 --", ""),
        ("موسكو باريس", ""),
    ],
)
def test_search_finds(warehouse: Warehouse, query: str, paths: str) -> None:
    assert "".join(sorted(found(warehouse, query))) == "".join(sorted(paths))
    if paths.startswith("f"):
        assert found(warehouse, query).startswith("f")


def test_a_phrase_does_not_run_from_line_to_line(build: Build) -> None:
    warehouse = build(article("a", "عقد مجلس", "الأمن في خطر"))
    assert found(warehouse, '"مجلس الأمن"') == ""
    assert found(warehouse, "مجلس الأمن") == "a"


def test_null_finds_nothing(warehouse: Warehouse) -> None:
    assert warehouse.ask("from search(null)") == []


def test_copies_are_not_found_besides_their_article(warehouse: Warehouse) -> None:
    assert found(warehouse, "الحرارة") == "dc"


def test_rare_words_weigh_more_and_long_articles_less(build: Build) -> None:
    warehouse = build(
        article("a", "خبر", "وصل الوفد إلى طهران"),
        article(
            "b", "خبر", "وصل الوفد إلى باريس وزار متاحف ومعارض كثيرة ثم عاد إلى طهران في المساء"
        ),
        article("c", "خبر", "وصل الوفد إلى باريس"),
        article("d", "خبر", "غادر الوفد باريس"),
    )
    assert found(warehouse, "طهران") == "ab"
    assert found(warehouse, "خبر OR طهران").startswith("ab")


SNIPPETS = """
    select
        found.snippet,
        substr(
            lines.text, found.char_start - lines.char_start + 1, found.char_end - found.char_start
        )
    from search($query) as found
    join articles using (article_id)
    join lines
        on lines.file_id = articles.file_id
        and lines.char_start <= found.char_start
        and lines.char_end >= found.char_end
"""


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("سوريا", "سوري"),
        ("الأنـــاضول", "الأناضول"),
        ("الطائرات الروسية", "الروسي"),
        ('"وزارة الدفاع"', "وزارة الدفاع"),
        ("24", "24"),
        ("Lavrov", "Lavrov"),
    ],
)
def test_a_snippet_is_what_the_text_says_and_shows_what_was_asked(
    samples: Reader, query: str, shown: str
) -> None:
    rows = ask(samples, SNIPPETS, query)
    assert rows
    assert all(snippet == text for snippet, text in rows)
    assert any(shown in snippet for snippet, _ in rows)
    assert all(snippet == snippet.strip() and len(snippet) < 250 for snippet, _ in rows)


def test_only_the_first_articles_have_a_snippet(warehouse: Warehouse) -> None:
    rows = warehouse.ask(
        "select snippet is null, char_start is null from search('موسكو', snippets := 1)"
    )
    assert rows == [(False, False), (True, True), (True, True)]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with open_public(ingest_samples(tmp_path_factory.mktemp("samples"))) as reader:
        yield reader


def ask(reader: Reader, statement: str, query: str) -> list[Any]:
    return reader._connection.execute(statement, {"query": query}).fetchall()


@pytest.mark.parametrize("word", ["سورية", "السورية", "والسوريين", "السوريون", "سوريا", "بسوريا"])
def test_every_form_of_syria_finds_all_five_samples(samples: Reader, word: str) -> None:
    assert len(ask(samples, "select distinct article_id from search($query)", word)) == 5


def test_all_spellings_of_america_find_the_same_samples(samples: Reader) -> None:
    statement = "select list(article_id order by article_id) from search($query)"
    answers = {
        tuple(ask(samples, statement, word)[0][0])
        for word in ("أمريكا", "أميركا", "الأمريكية", "الأميركيين")
    }
    assert len(answers) == 1


def test_terms_are_those_of_the_text(samples: Reader) -> None:
    lines = ask(
        samples,
        "select article_id, text from lines where $query <> '' and role in "
        "('headline', 'summary', 'body', 'subheading', 'caption')",
        "all",
    )
    expected: dict[tuple[str, str], int] = {}
    for article_id, text in lines:
        for term in stems(text):
            expected[article_id, term] = expected.get((article_id, term), 0) + 1
    rows = ask(samples, "select article_id, term, frequency from terms where $query <> ''", "all")
    assert {(article_id, term): count for article_id, term, count in rows} == expected


def sql_stems(warehouse: Warehouse, words: Sequence[str]) -> list[str]:
    statement = "select ar_stem(word) from (select unnest($words) as word)"
    rows = warehouse.connection.execute(statement, {"words": list(words)}).fetchall()
    return [term for (term,) in rows]


def test_sql_and_python_have_one_stem_for_each_word_of_the_lexicon(warehouse: Warehouse) -> None:
    from flows.text.tokens import frequent_words

    words = sorted(frequent_words())[::9]
    words += [prefix + word for prefix in ("و", "بال", "لل", "فال", "كال") for word in words[::40]]
    found = zip(words, sql_stems(warehouse, words), strict=True)
    assert [(word, term) for word, term in found if term != stem(word)] == []


def test_sql_and_python_part_words_alike(warehouse: Warehouse) -> None:
    # Ligatures that ar_fold leaves alone apart, and İ, whose small letter is two characters.
    characters = [
        chr(code)
        for code in range(1, 0x10000)
        if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co", "Mn", "Mc")
        and not 0xFB50 <= code <= 0xFDFF
        and chr(code) != "İ"
    ]
    texts = [f"ا{character}ب" for character in characters]
    statement = "select ar_words(text) from (select unnest($texts) as text)"
    rows = warehouse.connection.execute(statement, {"texts": texts}).fetchall()
    differing = [
        f"U+{ord(character):04X}"
        for character, text, (words,) in zip(characters, texts, rows, strict=True)
        if words != re.findall(r"[^\W\d_]+|\d+", python_folded(text))
    ]
    assert differing == []


def python_folded(text: str) -> str:
    from flows.text.folding import fold

    return fold(text).lower()


def test_search_works_when_the_file_is_attached_and_used(warehouse: Warehouse) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{warehouse.path}' as news (read_only)")
        connection.execute("use news")
        assert len(connection.execute("from search('موسكو')").fetchall()) == 3


@pytest.fixture(scope="module")
def mentioning(build: Build) -> Warehouse:
    def mentioning_article(path: str, headline: str, body: str, *surfaces: str) -> Landed:
        return Landed(
            path=path,
            lines=[("headline", headline), ("body", body)],
            entities=[{"surface": surface, "entity_id": "syria"} for surface in surfaces],
        )

    return build(
        mentioning_article("a", "عنوان", "وصل الوفد إلى سورية أمس", "سورية"),
        mentioning_article("b", "سوريا تنفي", "لا تعليق على ذلك", "سوريا"),
        mentioning_article("c", "عنوان", "لا أحد ولا شيء"),
    )


@pytest.mark.parametrize(
    ("asked", "surfaces"),
    [
        ("سوريا", ["سوريا", "سورية"]),
        ("سُورِيَة", ["سوريا", "سورية"]),
        (" سورية ", ["سوريا", "سورية"]),
        ("syria", ["سوريا", "سورية"]),
        ("روسيا", []),
        ("سور", []),
        ("", []),
        ("' or true --", []),
        (None, []),
    ],
)
def test_search_entity_finds_it_under_any_name_in_the_headline_first(
    mentioning: Warehouse, asked: str | None, surfaces: list[str]
) -> None:
    rows = mentioning.connection.execute(
        "select snippet, entity_id from search_entity($asked)", {"asked": asked}
    ).fetchall()
    assert [entity_id for _, entity_id in rows] == ["syria"] * len(surfaces)
    assert all(surface in row[0] for surface, row in zip(surfaces, rows, strict=True))


def test_a_snippet_of_search_entity_is_what_the_text_says(samples: Reader) -> None:
    rows = ask(samples, SNIPPETS.replace("search($query)", "search_entity($query)"), "أميركا")
    assert len(rows) == 5
    assert all(snippet == text for snippet, text in rows)
