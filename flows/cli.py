"""The `akhbar` command: each subcommand is one call of the pipeline or one look at the file."""

# Commands import what they use when they run, so that `akhbar --help` does not wait for polars.
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from flows.errors import AkhbarError

if TYPE_CHECKING:
    from flows.settings import Settings

app = typer.Typer(
    help="Raw Arabic news articles in, a DuckDB warehouse that analysts trust out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Seeds = Annotated[
    Path | None, typer.Option(help="The landing folder [AKHBAR_SEEDS; seeds].", show_default=False)
]
Warehouse = Annotated[
    Path | None,
    typer.Option(
        help="Where ledger and public file lie [AKHBAR_WAREHOUSE; warehouse].", show_default=False
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Processes for the text work [all cores].", show_default=False),
]
Format = Annotated[
    Literal["table", "csv", "json"], typer.Option("--format", help="How rows are written.")
]


def main() -> None:
    """Runs the command; every error that a user can mend is one line and a status, no traceback.

    Status 0: the job is done; 1: it is not; 2: the command was not understood.
    """
    # DuckDB imports pandas, where it is installed, at the first parameter of a statement: a third
    # of a second, or several without cached bytecode, for nothing that is used here.
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    try:
        sys.exit(app(prog_name="akhbar", standalone_mode=False))
    except typer.TyperException as error:
        _fail(" ".join(error.format_message().split()), error.exit_code)
    except AkhbarError as error:
        _fail(str(error), 1)
    except typer.Abort:
        _fail("interrupted; what was loaded is kept, and the next run goes on from there", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


class _PagesFirst(TyperGroup):
    """`akhbar evaluate FOLDER TRUTH` means pages: it was there before the others."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        if args and args[0] not in self.commands and args != ["--help"]:
            args = ["pages", *args]
        return super().parse_args(ctx, args)


evaluate = typer.Typer(cls=_PagesFirst, no_args_is_help=True)
app.add_typer(evaluate, name="evaluate", help="Measure what is found against what is true.")


@app.command()
def ingest(seeds: Seeds = None, warehouse: Warehouse = None, workers: Workers = None) -> None:
    """Load what is new in the landing folder and publish warehouse/news.duckdb."""
    from flows import pipeline, terminal

    settings = _settings(seeds=seeds, warehouse=warehouse, workers=workers)
    with terminal.progress() as progress:
        summary = pipeline.ingest(settings, progress)
    terminal.show_summary(summary, settings)


@app.command()
def serve(
    seeds: Seeds = None,
    warehouse: Warehouse = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Of the page, on 127.0.0.1; 0 takes a free one.")
    ] = 4200,
    every: Annotated[
        int | None,
        typer.Option(min=1, help="Seconds between sweeps [900].", show_default=False),
    ] = None,
) -> None:
    """Watch the landing folder and load what arrives, with a page that shows each run."""
    from flows.serve import serve as served

    settings = _settings(seeds=seeds, warehouse=warehouse, sweep_seconds=every)
    served(settings, port, lambda line: typer.echo(line))


@app.command()
def watch(seeds: Seeds = None) -> None:
    """Tell a Prefect server (PREFECT_API_URL) of arrivals; prefect.yaml runs the flow then."""
    import os

    from flows.api import Api
    from flows.watch import watch as watched

    api = Api(os.environ.get("PREFECT_API_URL", "http://127.0.0.1:4200/api"))
    watched(_settings(seeds=seeds), api, lambda line: typer.echo(line))


@app.command()
def rebuild(warehouse: Warehouse = None, workers: Workers = None) -> None:
    """Make the public file again from the ledger, without looking at the landing folder."""
    from flows import pipeline, terminal

    settings = _settings(warehouse=warehouse, workers=workers)
    with terminal.progress() as progress:
        summary = pipeline.rebuild(settings, progress)
    terminal.show_summary(summary, settings)


@app.command()
def check(warehouse: Warehouse = None) -> None:
    """Run every check on the public file; status 1 if a promise is broken."""
    from flows import terminal
    from flows.store.reader import open_public

    settings = _settings(warehouse=warehouse)
    with open_public(settings.public_file) as reader:
        results = reader.check()
    terminal.show_checks(results)
    if any(result.severity == "fail" and result.guilty_count for result in results):
        raise typer.Exit(1)


@app.command()
def doctor(
    seeds: Seeds = None,
    warehouse: Warehouse = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each finding.")] = False,
) -> None:
    """Say what is wrong with the warehouse and what to do; status 1 if anything is."""
    import os

    from flows import terminal
    from flows.doctor import examine

    settings = _settings(seeds=seeds, warehouse=warehouse)
    findings = examine(settings, os.environ.get("PREFECT_API_URL"))
    terminal.show_findings(findings, as_json)
    if any(finding.severity == "wrong" for finding in findings):
        raise typer.Exit(1)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="A file, or a folder for a file with a date.")],
    warehouse: Warehouse = None,
) -> None:
    """Copy the ledger, from which all else can be made again."""
    from flows.store.backup import back_up

    typer.echo(back_up(_settings(warehouse=warehouse), target))


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(help="A copy made by `akhbar backup`.")],
    warehouse: Warehouse = None,
    workers: Workers = None,
) -> None:
    """Put a copy in the place of the ledger, and make the public file from it."""
    from flows import pipeline, terminal
    from flows.store.backup import restore as put_back

    settings = _settings(warehouse=warehouse, workers=workers)
    if aside := put_back(settings, source):
        typer.echo(f"the former ledger lies in {aside}")
    with terminal.progress() as progress:
        summary = pipeline.rebuild(settings, progress)
    terminal.show_summary(summary, settings)


@app.command()
def recover(seeds: Seeds = None, warehouse: Warehouse = None, workers: Workers = None) -> None:
    """Make a new ledger when it is damaged or gone; status 1 if something could not come back."""
    from flows import recovery, terminal

    settings = _settings(seeds=seeds, warehouse=warehouse, workers=workers)
    with terminal.progress() as progress:
        recovered = recovery.recover(settings, progress)
    if recovered is None:
        typer.echo(f"{settings.ledger_file} is sound: there is nothing to recover")
        return
    terminal.show_summary(recovered.summary, settings)
    terminal.show_recovery(recovered)
    if recovered.lost:
        raise typer.Exit(1)


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="A statement; the file is open for reading only.")],
    warehouse: Warehouse = None,
    output: Format = "table",
) -> None:
    """Ask the public file a question in SQL."""
    from flows import terminal
    from flows.store.reader import open_public

    with open_public(_settings(warehouse=warehouse).public_file) as reader:
        terminal.show_rows(*reader.ask(sql), output)


@app.command()
def explain(
    article: Annotated[
        str, typer.Argument(help="Article id, file id (or how it begins) or path in the folder.")
    ],
    warehouse: Warehouse = None,
    html: Annotated[
        Path | None, typer.Option(help="Write it as a page to this file instead.")
    ] = None,
) -> None:
    """Show each line of an article's file with its role and rule, and what was taken from where."""
    from flows import explain, terminal
    from flows.store.reader import open_public

    with open_public(_settings(warehouse=warehouse).public_file) as reader:
        if html:
            explain.write(reader, article, html)
        else:
            explain.show(reader, article, terminal.OUT)


@app.command()
def report(
    warehouse: Warehouse = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where to write it [report.html in the warehouse].", show_default=False),
    ] = None,
    pages: Annotated[
        bool,
        typer.Option(
            "--explain", help="A page for each listed article too, in explain/ beside it."
        ),
    ] = False,
) -> None:
    """Write the report: the public file as one page for a browser, without a network."""
    from flows.report.writing import write_report

    settings = _settings(warehouse=warehouse)
    path = out or settings.report_file
    page_count = write_report(settings.public_file, path, pages=pages)
    typer.echo(path)
    if page_count:
        typer.echo(f"{page_count:,} pages of single articles in {path.parent / 'explain'}")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new folder, or that of a former export.")],
    to: Annotated[Literal["parquet"], typer.Option(help="The format.")] = "parquet",
    warehouse: Warehouse = None,
) -> None:
    """Write every public table for tools that do not read DuckDB, by month of publication."""
    from flows.store.export import export_parquet
    from flows.store.reader import open_public

    with open_public(_settings(warehouse=warehouse).public_file) as reader:
        tables = export_parquet(reader, folder)
    row_count = sum(table.row_count for table in tables)
    typer.echo(f"{row_count:,} rows of {len(tables)} tables as {to} in {folder}")


@app.command()
def digest(
    warehouse: Warehouse = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Without lineage: what the articles say, no more.")
    ] = False,
) -> None:
    """Print one order-independent hash per public table; equal warehouses print the same."""
    from flows.store.reader import open_public

    with open_public(_settings(warehouse=warehouse).public_file) as reader:
        for table, (hash_, row_count) in reader.digests(only_facts=facts).items():
            typer.echo(f"{hash_}  {table} {row_count}")


@evaluate.command()
def pages(
    folder: Annotated[Path, typer.Argument(help="The folder of the files that the truth names.")],
    truth: Annotated[Path, typer.Argument(help="JSON lines, plain, .xz or .gz: what is true.")],
    clutter: Annotated[
        Path | None,
        typer.Option(help="CSV of outlet and pattern: what truth's bodies hold too much."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="Figures of --json; status 1 if one is worse now.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Measure headline, body, publisher and date of real pages against what is true."""
    from flows import terminal
    from flows.evaluation.figures import read_baseline, worse_than
    from flows.evaluation.measuring import evaluate as measured
    from flows.evaluation.truth import read_clutter, read_truth

    before = read_baseline(baseline) if baseline else {}
    figures = measured(folder, read_truth(truth), read_clutter(clutter))
    terminal.show_figures(figures, as_json)
    worse = worse_than(before, figures)
    for line in worse:
        typer.echo(f"akhbar: {line}", err=True)
    if worse:
        raise typer.Exit(1)


@evaluate.command()
def duplicates(
    documents: Annotated[Path, typer.Argument(help="Parquet: doc_id, text.")],
    pairs: Annotated[
        Path, typer.Argument(help="Parquet: id_a, id_b, category, label (1: the same story).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Measure copies and reuse on labelled pairs: each document is ingested as a file."""
    from flows import terminal
    from flows.evaluation import duplicates

    texts = duplicates.read_documents(documents)
    labelled = duplicates.read_pairs(pairs, texts)
    figures = duplicates.measured(labelled, duplicates.ingested(texts))
    terminal.show_categories(figures, as_json)


def _settings(**given: Any) -> "Settings":  # noqa: ANN401
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "AKHBAR_" + "_".join(map(str, first["loc"])).upper()
        raise typer.BadParameter(f"{name}: {first['msg']}") from error


def _fail(message: str, status: int) -> None:
    typer.echo(f"akhbar: {message}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
