"""Reads the columns of a labelled data set for an evaluation."""

from pathlib import Path
from typing import Any

import polars as pl

from flows.errors import AkhbarError


def read_columns(path: Path, names: tuple[str, ...]) -> dict[str, list[Any]]:
    """The columns `names` of the parquet file at `path`, in that order.

    Raises AkhbarError for a file that cannot be read or lacks one of them.
    """
    remedy = f"Name a parquet file with the columns {', '.join(names)}."
    try:
        table = pl.read_parquet(path, columns=list(names))
    except OSError as error:
        raise AkhbarError(path, error.strerror or "it cannot be read", remedy) from error
    except pl.exceptions.ColumnNotFoundError as error:
        raise AkhbarError(path, "a column is missing", remedy) from error
    except pl.exceptions.PolarsError as error:
        raise AkhbarError(path, "it is no parquet file", remedy) from error
    return {name: table[name].to_list() for name in names}
