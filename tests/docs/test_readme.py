"""The README shows what the program really does: its questions, answers, commands and snippets.

`uv run python tests/docs/test_readme.py` writes the questions and answers again from sql/questions
and tests/sql/answers; read the difference before you keep it.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.store import sql

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BEGIN, END = "<!-- questions -->\n", "<!-- /questions -->"
SHOWN = 8


def questions() -> str:
    """Every worked question with its SQL and the first rows of its answer on the samples."""
    parts = []
    for file in sql.files("questions"):
        english, arabic, note = file.comment.splitlines()
        statement = re.sub(r"\A(--.*\n)+", "", file.text)
        parts.append(
            f"### {english}\n\n{arabic}\n\n{note}\n\n<details>\n<summary>SQL</summary>\n\n"
            f"```sql\n{statement}```\n\n</details>\n\n{table(file.name)}\n"
        )
    return "\n".join(parts)


def table(name: str) -> str:
    """The answer as a Markdown table; long cells and tables are cut, with a sign that they are."""
    answer = ROOT / "tests" / "sql" / "answers" / f"{name}.json"
    columns, *rows = json.loads(answer.read_text(encoding="utf-8"))
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(map(cell, row)) + " |" for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f"\n… and {len(rows) - SHOWN} more rows.")
    return "\n".join(lines) + "\n"


def cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= 70 else text[:69] + "…"


def with_questions(readme: str) -> str:
    before, rest = readme.split(BEGIN)
    return before + BEGIN + "\n" + questions() + "\n" + END + rest.split(END)[1]


def test_questions_and_answers_are_those_of_the_samples() -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme == with_questions(readme), "run `uv run python tests/docs/test_readme.py`"


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in one language; shell commands stand in blocks of none."""
    fenced = re.findall(
        r"^```(\w*)\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [text for tag, text in fenced if tag == language]


def shell_lines() -> list[str]:
    return [line for block in blocks("") for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the checkout, in which the README's commands are run."""
    root = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    run(root, "ingest")
    return root


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "flows.cli", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "line",
    [
        line
        for line in shell_lines()
        # These do not end by themselves: tests/service and tests/flows run them.
        if line.startswith("uv run akhbar ") and line.split()[3] not in ("serve", "watch")
    ],
)
def test_each_command_does_what_it_is_there_for(line: str, samples: Path) -> None:
    assert run(samples, *shlex.split(line, comments=True)[3:])


@pytest.mark.parametrize("snippet", blocks("python"))
def test_each_python_snippet_prints_what_is_in_the_file(snippet: str, samples: Path) -> None:
    command = [sys.executable, "-c", snippet]
    done = subprocess.run(command, cwd=samples, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert re.search("سوريا|روسيا", done.stdout)


@pytest.mark.parametrize("line", [line for line in shell_lines() if line.startswith("duckdb ")])
def test_each_line_for_duckdbs_command_line_runs(line: str, samples: Path) -> None:
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        pytest.skip("uv fetches DuckDB's command line: pip install uv")
    command = [uv, "tool", "run", "--quiet", "--from", "duckdb-cli==1.5.5", *shlex.split(line)]
    done = subprocess.run(command, cwd=samples, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "articles" in done.stdout or "روسيا" in done.stdout


def test_every_command_is_in_the_table_and_no_other() -> None:
    listed = set(re.findall(r"^\| `akhbar (\w+)", README.read_text(encoding="utf-8"), re.M))
    help_text = run(ROOT, "--help")
    offered = set(re.findall(r"^\W*(\w+)  +[A-Z]", help_text.split("Commands")[1], re.M))
    assert listed == offered


def test_every_public_table_is_in_the_table() -> None:
    readme = README.read_text(encoding="utf-8")
    for file in sql.files("tables"):
        assert f"`{file.name}`" in readme


if __name__ == "__main__":
    README.write_text(with_questions(README.read_text(encoding="utf-8")), encoding="utf-8")
