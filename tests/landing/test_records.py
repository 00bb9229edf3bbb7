"""What records say beside their text is evidence: it is used, and seen where the text objects."""

import json
from pathlib import Path

import pytest

from flows.landing.field_names import FieldNames, plain
from flows.lexicon import rows
from flows.text.address_dates import date_of_path
from flows.text.article import assemble
from flows.text.model import RecordFields
from flows.text.publisher import find_publisher
from flows.text.record_dates import date_of_field
from flows.text.roles import label_lines
from tests.landing.conftest import ask, contents, ingest, jsonl, land, page, table_parquet

TEXT = (
    "ارتفاع منسوب النهر في الشمال\n"
    "أعلنت هيئة السدود أن منسوب النهر ارتفع مترين، وأنها تتابع الوضع مع البلديات كلها.\n"
    "ودعت الهيئة السكان إلى الابتعاد عن الضفاف حتى انحسار المياه عن الطرق والبيوت.\n"
)
OTHER = (
    "الفريق الوطني يعود من الدورة بست ميداليات\n"
    "الأحد 19 يونيو 2016\n"
    "حصد لاعبو المنتخب ست ميداليات في السباحة والملاكمة، منها ذهبيتان في سباق الظهر.\n"
    "واستقبل الجمهور البعثة في المطار بالزهور، وغنى الأطفال للأبطال حتى ساعة متأخرة.\n"
)
THIRD = (
    "افتتاح مكتبة عامة في الحي القديم\n"
    "فتحت مكتبة البلدية أبوابها للقراء بعد ترميم دام عامين، وتضم أربعين ألف كتاب ومخطوط.\n"
    "وقالت مديرتها إن القاعة الكبرى خصصت للأطفال، وإن الإعارة مجانية لطلاب المدارس كلها.\n"
)
DATED = TEXT.replace("\n", "\nالأحد 19 يونيو 2016\n", 1)


@pytest.mark.parametrize("row", rows("record_fields"), ids=lambda row: row["name"])
def test_a_name_is_known_in_every_spelling_and_its_neighbour_is_not(row: dict[str, str]) -> None:
    found_in = FieldNames({}).found_in
    for name in (row["name"], row["name"].upper(), row["name"].replace("_", " ").title()):
        assert found_in((name,)) == {row["field"]: (name,)}
    assert row["field"] not in found_in((row["counter_example"],))


def test_every_name_is_listed_once() -> None:
    names = [plain(row["name"]) for row in rows("record_fields")]
    assert len(names) == len(set(names))


def test_the_name_that_the_user_gives_goes_before_those_that_are_known() -> None:
    names = FieldNames({"body": "kalam"}).found_in(("text", "kalam", "title"))
    assert names == {"body": ("kalam",), "title": ("title",)}


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"title": "عنوان", "body": "نص الخبر."}, "عنوان\nنص الخبر."),
        ({"title": "عنوان", "body": "عنوان\nنص الخبر."}, "عنوان\nنص الخبر."),
        ({"title": "عُنوان ", "body": "عنوان\nنص."}, "عنوان\nنص."),
        ({"Headline": " ", "TEXT": "نص الخبر."}, "نص الخبر."),
        ({"text": "", "content": "نص الخبر."}, "نص الخبر."),
        ({"article": {"title": "س", "text": "نص الخبر."}}, "نص الخبر."),
        ({"paragraphs": ["أول.", "ثان."], "العنوان": "عنوان"}, "عنوان\nأول.\nثان."),
        (
            {"title": {"rendered": "عنوان"}, "content": {"rendered": "<p>نص.</p>"}},
            "<h1>عنوان</h1>\n<p>نص.</p>",
        ),
    ],
)
def test_the_text_that_is_kept_of(record: dict[str, object], text: str, tmp_path: Path) -> None:
    seeds = land(tmp_path, {"a.json": json.dumps(record).encode()})
    assert [one.raw.decode() for one in contents(seeds)] == [text]


def test_fields_are_kept_as_the_record_says_them(tmp_path: Path) -> None:
    from datetime import datetime

    record = {
        "text": TEXT,
        "source": {"id": None, "name": "هسبريس"},
        "publishedAt": datetime(2016, 6, 19, 10, 30),
        "link": "https://a.example/1",
        "authors": ["سعاد", "كريم"],
        "id": 7.0,
    }
    [content] = contents(land(tmp_path, {"t.parquet": table_parquet([record])}))
    assert content.fields == RecordFields(
        "", "https://a.example/1", "2016-06-19T10:30:00", "هسبريس", "سعاد, كريم"
    )
    assert content.key == "https://a.example/1"


@pytest.mark.parametrize(
    ("told", "on", "at", "precision"),
    [
        ("2016-06-19", "2016-06-19", None, "day"),
        ("2016-06-19T00:00:00Z", "2016-06-19", None, "day"),
        ("2016-06-19 10:30:59", "2016-06-19", "2016-06-19 10:30:00", "minute"),
        ("2016-06-19T01:30:00+03:00", "2016-06-19", "2016-06-18 22:30:00", "minute"),
        ("Sun, 19 Jun 2016 10:30:00 GMT", "2016-06-19", "2016-06-19 10:30:00", "minute"),
        ("1466332200", "2016-06-19", "2016-06-19 10:30:00", "minute"),
        ("1466332200000", "2016-06-19", "2016-06-19 10:30:00", "minute"),
        ("19 يونيو 2016", "2016-06-19", None, "day"),
        ("الأحد ١٩ حزيران ٢٠١٦", "2016-06-19", None, "day"),
        ("2016-06", "2016-06-01", None, "month"),
        ("2016", "2016-01-01", None, "year"),
    ],
)
def test_a_date_of_a_record_reads(told: str, on: str, at: str | None, precision: str) -> None:
    found = date_of_field(told)
    assert found is not None
    assert (str(found.on), found.precision) == (on, precision)
    assert (None if found.at is None else str(found.at)) == at


@pytest.mark.parametrize("told", ["", "غير معروف", "0000-00-00", "1970-01-01", "12", "99999999999"])
def test_no_date_is_made_of(told: str) -> None:
    assert date_of_field(told) is None


@pytest.mark.parametrize(
    ("path", "on"),
    [
        ("dump-2015-10-14.jsonl#3", None),
        ("2015/10/14/dump.csv.gz#3", "2015-10-14"),
        ("pack-2020-01-01.zip/2015-10-14.txt", "2015-10-14"),
        ("pack-2020-01-01.zip/a.jsonl#1", None),
        ("2015-10-14.txt.gz", "2015-10-14"),
    ],
)
def test_a_dump_is_not_dated_by_its_name(path: str, on: str | None) -> None:
    found = date_of_path(path)
    assert (None if found is None else str(found.on)) == on


@pytest.mark.parametrize(
    ("path", "source"),
    [("aljazeera.jsonl#3", "aljazeera"), ("hespress/d.zip/a.txt", "hespress"), ("d.csv#3", None)],
)
def test_a_container_may_be_named_after_its_outlet(path: str, source: str | None) -> None:
    found = find_publisher(TEXT, label_lines(TEXT), [], [], path)
    assert (None if found is None else found.source_id) == source


@pytest.mark.parametrize(
    ("text", "record", "publisher", "published", "conflict"),
    [
        (TEXT, RecordFields(source="هسبريس"), "hespress", None, (None, None, None)),
        (TEXT, RecordFields(source="hespress.com"), "hespress", None, (None, None, None)),
        (TEXT, RecordFields(url="https://hespress.com/2016/06/19/1.html"), "hespress",
         "2016-06-19", (None, None, None)),
        (TEXT, RecordFields(source="صحيفة الحي"), None, None, (None, None, None)),
        (TEXT, RecordFields(published="2016-06-19"), None, "2016-06-19", (None, None, None)),
        (DATED, RecordFields(published="2016-06-18T23:00:00Z"), None, "2016-06-18",
         (None, None, None)),
        (DATED, RecordFields(published="2020-01-01"), None, "2020-01-01",
         (None, "2016-06-19", None)),
        (DATED + "المصدر: الجزيرة\n", RecordFields(source="هسبريس"), "hespress", "2016-06-19",
         ("aljazeera", None, None)),
        (TEXT, RecordFields(title="عنوان آخر تماما"), None, None,
         (None, None, "عنوان آخر تماما")),
        (TEXT, RecordFields(title=TEXT.splitlines()[0]), None, None, (None, None, None)),
    ],
)  # fmt: skip
def test_the_record_is_believed_and_the_text_is_heard(
    text: str,
    record: RecordFields,
    publisher: str | None,
    published: str | None,
    conflict: tuple[str | None, str | None, str | None],
) -> None:
    article = assemble(text, label_lines(text), None, [record])
    assert (article.publisher.source_id if article.publisher else None) == publisher
    assert (str(article.published.on) if article.published.on else None) == published
    told = article.conflict
    day = str(told.published_on) if told.published_on else None
    assert (told.source_id, day, told.title) == conflict


def test_two_records_of_one_text_are_heard_in_any_order() -> None:
    records = [RecordFields(published="2020-01-02"), RecordFields(published="2020-01-01")]
    found = [assemble(TEXT, label_lines(TEXT), None, order) for order in (records, records[::-1])]
    assert found[0] == found[1]
    assert (str(found[0].published.on), found[0].published.score) == ("2020-01-01", 0.7)


def test_the_evidence_reaches_the_warehouse_and_contradictions_are_warned_of(
    tmp_path: Path,
) -> None:
    records = [
        {"text": TEXT, "date": "2016-06-20", "source": "هسبريس", "url": "https://hespress.com/1"},
        {"text": OTHER, "date": "2020-01-01", "id": 2},
    ]
    head = (
        '<meta property="og:site_name" content="هسبريس">'
        '<meta property="article:published_time" content="2016-06-21T10:30:00+01:00">'
    )
    files = {"d.jsonl": jsonl(records), "p.html": page(THIRD, head)}
    ingest(land(tmp_path / "seeds", files), tmp_path / "w")
    found = ask(
        tmp_path / "w",
        "select published_on::varchar, published_basis, source_id, source_basis,"
        " conflict_published_on::varchar from articles order by published_on",
    )
    assert found == [
        ("2016-06-20", "record_field", "hespress", "record_field", None),
        ("2016-06-21", "record_field", "hespress", "record_field", None),
        ("2020-01-01", "record_field", None, None, "2016-06-19"),
    ]
    warned = "select guilty_count from check_results where check_name like 'records_agree%'"
    assert ask(tmp_path / "w", warned) == [(1,)]
    told = "select path, record_key, published, source from records order by path"
    assert ask(tmp_path / "w", told) == [
        ("d.jsonl#1", "https://hespress.com/1", "2016-06-20", "هسبريس"),
        ("d.jsonl#2", "2", "2020-01-01", None),
    ]
