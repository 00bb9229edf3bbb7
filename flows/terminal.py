"""What a person sees in the terminal: progress on stderr, results on stdout."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from flows import bidi

if TYPE_CHECKING:  # so that a query does not wait for the libraries that read articles
    from flows import pipeline
    from flows.doctor import Finding
    from flows.recovery import Recovered
    from flows.settings import Settings
    from flows.store.checks import CheckResult

_UNBOUNDED = 100_000
# Into a pipe or a file nothing is squeezed into eighty columns.
OUT = Console(highlight=False, width=None if sys.stdout.isatty() else _UNBOUNDED)
_ERR = Console(stderr=True, highlight=False)
_STEPS: "dict[pipeline.Step, str]" = {
    "keep": "keeping new files",
    "parse": "reading articles",
    "compare": "comparing texts",
    "build": "building the public file",
    "publish": "checking and publishing",
    "report": "writing the report",
}


@contextmanager
def progress() -> "Iterator[pipeline.Progress]":
    """A bar for each step, while the work lasts; nothing where nobody watches."""
    with Progress(
        TextColumn("{task.description:<26}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=_ERR,
        transient=True,
        disable=not _ERR.is_terminal,
    ) as bars:
        tasks: dict[pipeline.Step, TaskID] = {}

        def show(step: "pipeline.Step", done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_STEPS[step])
            bars.update(tasks[step], completed=done, total=total)

        yield show


def show_summary(summary: "pipeline.Summary", settings: "Settings") -> None:
    """What the run did, what the file holds now, and how to open it."""
    state = "published" if summary.is_published else "nothing new, the public file is current"
    OUT.print(f"run {summary.run_id}: {state} in {summary.seconds:.1f} s", soft_wrap=True)
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column()
    for name, count in summary.counts():
        table.add_row(f"{count:,}", name)
    OUT.print(table)
    for name, claim, count in summary.warnings:
        exceptions = "one exception" if count == 1 else f"{count:,} exceptions"
        OUT.print(f"warning: {exceptions} to “{claim}” ({name})", soft_wrap=True)
    if summary.report_problem:
        OUT.print(
            f"warning: the report could not be written ({summary.report_problem}); what was "
            "published stands, and `akhbar report` tries again",
            soft_wrap=True,
            markup=False,
        )
    OUT.print(
        f"\n{settings.public_file}\n"
        'ask it:  akhbar query "select headline, published_on from articles"\n'
        f"open it: duckdb -readonly {settings.public_file}\n"
        f"read it: {settings.report_file}",
        soft_wrap=True,
    )


def show_checks(results: "Sequence[CheckResult]") -> None:
    """One line for each check, with the first guilty rows below those that found any."""
    for result in results:
        verdict = "ok" if not result.guilty_count else result.severity
        OUT.print(f"{verdict:<5}{result.claim} ({result.check_name})", soft_wrap=True)
        if result.guilty_count:
            examples = f"{result.guilty_count:,} rows, such as {result.examples}"
            OUT.print("     " + examples, soft_wrap=True, markup=False)


def show_findings(findings: "Sequence[Finding]", as_json: bool) -> None:
    """What the doctor found, what is wrong with its remedy; or a JSON line for each."""
    for finding in findings:
        if as_json:
            sys.stdout.write(json.dumps(asdict(finding), ensure_ascii=False) + "\n")
            continue
        OUT.print(f"{finding.severity:<6}{finding.what}", soft_wrap=True, markup=False)
        if finding.remedy:
            OUT.print(f"      {finding.remedy}", soft_wrap=True, markup=False)


def show_recovery(recovered: "Recovered") -> None:
    """What came back, and what did not."""
    OUT.print(
        f"the old ledger lies in {recovered.kept_aside}\n"
        f"{recovered.known_count:,} contents were known, {recovered.restored_count:,} of them "
        f"came back from public files, {len(recovered.lost):,} are lost",
        soft_wrap=True,
    )
    for file_id, path, status in recovered.lost:
        OUT.print(f"lost: {path} ({status}, {file_id[:16]})", soft_wrap=True, markup=False)
    if recovered.lost:
        OUT.print("Put these files into the landing folder again, and run `akhbar ingest`.")


def show_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], output: str) -> None:
    """Rows as a table for people, or as CSV or JSON lines for programs."""
    if output == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)
    elif output == "json":
        for row in rows:
            record = dict(zip(columns, row, strict=True))
            sys.stdout.write(json.dumps(record, ensure_ascii=False, default=str) + "\n")
    else:
        table = Table()
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*map(bidi.cell, row))
        OUT.print(table)
        OUT.print(f"{len(rows):,} rows")


def show_figures(figures: Mapping[str, Mapping[str, Any]], as_json: bool) -> None:
    """The figures of an evaluation: a row for each outlet, then the shares of roles; or JSON."""
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
        return
    names = list(dict.fromkeys(name for row in figures.values() for name in row))
    names.remove("role_shares")
    _show_table("outlet", names, figures)
    shares = {outlet: row["role_shares"] for outlet, row in figures.items()}
    _show_table("outlet", sorted({role for row in shares.values() for role in row}), shares)


def show_categories(figures: Mapping[str, Mapping[str, Any]], as_json: bool) -> None:
    """The figures of labelled pairs: a row for each category, then what holds over all; or JSON."""
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
        return
    *categories, overall = figures
    _show_table(
        "category", list(figures[categories[0]]), {name: figures[name] for name in categories}
    )
    _show_table("", list(figures[overall]), {overall: figures[overall]})


def _show_table(head: str, names: Sequence[str], rows: Mapping[str, Mapping[str, Any]]) -> None:
    # Never squeezed: half a figure is none.
    cells = [[head, *names]]
    cells += [[outlet, *(str(row.get(name, "")) for name in names)] for outlet, row in rows.items()]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *rest in cells:
        padded = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        sys.stdout.write("  ".join([first.ljust(widths[0]), *padded]).rstrip() + "\n")
    sys.stdout.write("\n")
