"""A small warehouse with its report: the five samples and a page that means harm."""

import shutil
from pathlib import Path

import pytest

from flows import pipeline
from flows.report.contents import Contents, gather
from flows.report.explained import Explained, explained
from flows.settings import Settings
from flows.store.reader import open_public

ROOT = Path(__file__).parents[2]
HEADLINE = (
    "وزير الخارجية يعلن خطة </script><script>alert(1)</script> & <svg onload=alert(2)> للتنمية"
)
HOSTILE = f"""{HEADLINE}
الجمعة 20 مايو 2016
قال الوزير أُسامة حسين في القاهرة إن الحكومة <b onclick="alert(3)">ماضية</b> في خطتها إلى النهاية.
وأضاف أن <!-- الوزارة --> تعمل مع الأمم المتحدة على ]]> تنفيذها في مصر وسورية قبل نهاية العام.
"""


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with ledger, public file and report."""
    root = tmp_path_factory.mktemp("report")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    (root / "seeds" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    pipeline.ingest(settings(root))
    return root / "w"


@pytest.fixture(scope="session")
def contents(warehouse: Path) -> Contents:
    with open_public(warehouse / "news.duckdb") as reader:
        return gather(reader)


@pytest.fixture(scope="session")
def articles(warehouse: Path, contents: Contents) -> dict[str, Explained]:
    ids = [row["article_id"] for row in contents.tables["newest_articles"].records()]
    with open_public(warehouse / "news.duckdb") as reader:
        return explained(reader, ids)


def settings(root: Path, seeds: Path | None = None) -> Settings:
    return Settings(
        seeds=seeds or root / "seeds", warehouse=root / "w", settle_seconds=0, workers=1
    )
