"""Furniture that only many pages together show: order-free, lossless, seen when it is one."""

import random
from pathlib import Path

import pytest

from flows.store.reader import open_public
from tests.promises.conftest import Digests, digests, ingest

FOLLOW = "لا تفوت جديد قناتنا على الشبكات"  # do not miss what is new on our channel
TOWNS = ["أسوان", "طنطا", "المنيا", "دمياط", "السويس", "الفيوم", "قنا", "بنها", "سوهاج", "أسيوط"]


def page(number: int) -> str:
    """A page of an outlet that nobody knows, with a line that is no furniture by itself."""
    town = TOWNS[number]
    return (
        f"افتتاح مدرسة جديدة في {town}\n{number + 1} مايو 2016\n"
        f"افتتح المحافظ صباح اليوم مدرسة جديدة في {town} تضم {number + 12} فصلا وقاعة للرياضة، "
        "وحضر الافتتاح أولياء الأمور والمعلمون وعدد كبير من سكان الحي.\n"
        f"وقال مدير المدرسة إن الدراسة في {town} تبدأ يوم الأحد المقبل، وإن باب التسجيل ما زال "
        f"مفتوحا لنحو {number + 40} تلميذا من القرى القريبة.\n{FOLLOW}\n"
    )


# What an outlet that nobody knows prints on each page, and no rule of wording knows.
FURNITURE = {
    "head": "المرفأ نافذتك على أخبار الساحل",  # The Harbour, your window on the coast's news
    "story": "رأيك يهمنا فاختر الإجابة الأقرب إليك",  # your opinion matters to us
    "tail": "قهوة الصباح مع نشرة البحارة",  # morning coffee with the sailors' bulletin
}
DATA = {
    "byline": "كتبت: سعاد الحداد",
    "dateline": "الجمعة 20 مايو 2016",
    "subheading": "خلفية",
    "credit": "المصدر: وكالات",
}


def harbour_page(number: int) -> str:
    """A page of such an outlet: the same furniture, author, day and source, a story of its own."""
    town, other = TOWNS[number], TOWNS[number - 1]
    return "\n".join(
        [
            f"توسعة سوق الخضر في {town}",
            DATA["byline"],
            DATA["dateline"],
            FURNITURE["head"],
            f"بدأت بلدية {town} أمس أعمال توسعة سوق الخضر على مساحة {number + 3} آلاف متر، ويتوقع "
            "أن تنتهي قبل موسم الصيف المقبل بحسب رئيس البلدية.",
            FURNITURE["story"],
            f"وقال تجار في {town} إن عدد المحال سيرتفع إلى {number * 7 + 90} محلا، وإن الإيجارات "
            f"ستبقى أقل من مثيلاتها في {other} القريبة منها.",
            DATA["subheading"],
            f"وكانت سوق {town} قد أغلقت قبل {number + 2} أعوام بعد حريق أتى على نصف محالها، ثم "
            "فتحت أبوابها من جديد على أرض مؤقتة خارج المدينة.",
            FURNITURE["tail"],
            DATA["credit"],
            "",
        ]
    )


def land(folder: Path, *numbers: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(page(number), encoding="utf-8")


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Digests:
    root = tmp_path_factory.mktemp("repetition")
    land(root / "seeds", *range(len(TOWNS)))
    ingest(root / "seeds", root / "w")
    return digests(root / "w")


def test_a_line_becomes_furniture_when_the_fifth_article_lands(tmp_path: Path) -> None:
    for count, expected in ((4, "body"), (5, "boilerplate")):
        land(tmp_path / "seeds", *range(count))
        assert ingest(tmp_path / "seeds", tmp_path / "w").article_count == count
        with open_public(tmp_path / "w" / "news.duckdb") as reader:
            _, found = reader.ask(
                "select distinct role, own_role from lines where contains(text, 'قناتنا')"
            )
            assert [tuple(row) for row in found] == [(expected, "body")]
            _, texts = reader.ask(
                "select string_agg(text || ending, '' order by line_no, segment_no) "
                "from lines group by file_id order by min(text)"
            )
            assert {text for (text,) in texts} == {page(number) for number in range(count)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_batching_gives_the_same_furniture(
    tmp_path: Path, at_once: Digests, seed: int
) -> None:
    left = list(range(len(TOWNS)))
    chance = random.Random(seed)
    chance.shuffle(left)
    while left:
        size = chance.randint(1, 4)
        land(tmp_path / "seeds", *left[:size])
        del left[:size]
        ingest(tmp_path / "seeds", tmp_path / "w", batch_size=chance.randint(1, 5))
    assert digests(tmp_path / "w") == at_once
    assert at_once["recurring_lines"][1] == len(TOWNS)


def test_furniture_that_no_rule_knows_goes_and_what_signs_or_dates_stays(tmp_path: Path) -> None:
    seeds, roles = tmp_path / "seeds", {}
    seeds.mkdir()
    for count in (4, len(TOWNS)):
        for number in range(count):
            (seeds / f"{number}.txt").write_text(harbour_page(number), encoding="utf-8")
        ingest(seeds, tmp_path / "w")
        with open_public(tmp_path / "w" / "news.duckdb") as reader:
            _, found = reader.ask("select trim(text), list(distinct role) from lines group by 1")
            roles[count] = {text: sorted(names) for text, names in found}
            _, bodies = reader.ask("select body from articles")
            left = [line for line in FURNITURE.values() if any(line in body for (body,) in bodies)]
        assert len(bodies) == count
        assert bool(left) == (count == 4), left
    for line in FURNITURE.values():
        assert roles[4][line] != ["boilerplate"]
        assert roles[len(TOWNS)][line] == ["boilerplate"]
    for role, line in DATA.items():
        assert roles[4][line] == roles[len(TOWNS)][line] == [role]
