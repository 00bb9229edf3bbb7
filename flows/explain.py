"""Shows one article as the pipeline saw it: every line with its role, every fact with its place.

Arabic runs from right to left inside its own column: each row of a cell is an isolate, so that a
terminal that knows the bidirectional algorithm does not mix it with the columns beside it.
"""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows import bidi
from flows.errors import AkhbarError
from flows.store.reader import Reader

_WIDEST = 140
_COLOURS = {
    "headline": "bold cyan",
    "subheading": "bold",
    "body": "default",
    "summary": "default",
    "dateline": "yellow",
    "byline": "yellow",
    "credit": "green",
    "caption": "magenta",
    "unknown": "bold red",
}
_FACTS = (
    ("article", ("fact", "value", "basis", "score")),
    ("sources", ("from", "to", "surface", "source", "part", "basis", "score")),
    ("dates", ("from", "to", "surface", "value", "days", "detail", "score")),
    ("quotes", ("from", "to", "said", "form", "speaker", "entity", "verb", "channel", "score")),
    ("entities", ("from", "to", "surface", "entity", "kind", "method", "score")),
)


def show(reader: Reader, wanted: str, out: Console) -> None:
    """Prints lines and facts of the file that `wanted` means; raises AkhbarError if none does."""
    file_id, article_id, status, path = _find(reader, wanted)
    out.print(f"{path}\nfile {file_id}\n{status} {article_id}", soft_wrap=True)
    _show_lines(reader, file_id, out)
    if not article_id:
        return
    for name, columns in _FACTS:
        rows = reader.step(f"explain_{name}", article_id=article_id)
        table = Table(*columns, title=name, title_justify="left", title_style="bold", box=None)
        for row in rows:
            table.add_row(*map(bidi.cell, row))
        if rows:
            out.print(table)


def write(reader: Reader, wanted: str, out: Path) -> None:
    """Writes the page that explains the article that `wanted` means to `out`."""
    from flows.report.writing import write_article

    _, article_id, status, path = _find(reader, wanted)
    if not article_id:
        raise AkhbarError(
            path,
            f"this file is no article but {status}",
            "`akhbar explain` without --html shows it.",
        )
    write_article(reader, article_id, out)


def _find(reader: Reader, wanted: str) -> tuple[str, str, str, str]:
    found = reader.step("explain_find", wanted=wanted)
    if not found:
        raise AkhbarError(
            wanted, "no file has this id or path", '`akhbar query "from files"` lists them.'
        )
    if len(found) > 1:
        names = ", ".join(f"{path} ({file_id[:12]})" for file_id, _, _, path in found[:3])
        raise AkhbarError(
            wanted, f"{len(found)} files begin like this: {names}", "Give more of the id."
        )
    file_id, article_id, status, path = found[0]
    return file_id, article_id, status, path


def _show_lines(reader: Reader, file_id: str, out: Console) -> None:
    table = Table(box=None, padding=(0, 1), expand=True)
    table.add_column("line", justify="right")
    table.add_column("role")
    table.add_column("rule", style="dim")
    table.add_column("text", justify="right", ratio=1)
    rows = reader.step("explain_lines", file_id=file_id)
    beside = 12 + max((len(row[1]) + len(row[2]) for row in rows), default=0)
    width = max(24, min(out.width, _WIDEST) - beside)
    for line_no, role, rule, _, text in rows:
        style = _COLOURS.get(role, "dim")
        table.add_row(str(line_no), Text(role, style), rule, _paragraph(text, width, style, out))
    out.print(table, width=min(out.width, _WIDEST))


def _paragraph(text: str, width: int, style: str, out: Console) -> Text:
    """`text` wrapped to `width` cells; its Arabic rows are isolates and stand at the right."""
    plain = Text(" ".join(text.split()), style)
    is_arabic = bidi.has_arabic(text)
    rows = plain.wrap(out, width - 2)
    shown = (bidi.isolated(row.plain.strip()) if is_arabic else row.plain.strip() for row in rows)
    return Text("\n".join(shown), style, justify="right" if is_arabic else "left")
