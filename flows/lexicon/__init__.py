"""Knowledge as data: one CSV file per subject, each row with its examples and its origin."""

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """All rows of the lexicon file `name`.csv, in file order; every value a string.

    Raises FileNotFoundError for a name that is no lexicon file.
    """
    with (resources.files(__package__) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
