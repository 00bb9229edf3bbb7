"""The figures of an evaluation, by outlet and over all, and what is worse than a baseline."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.errors import AkhbarError

ALL = "all"
_LOWER_IS_BETTER = frozenset({"unknown_share"})
_NOT_JUDGED = frozenset({"files", "role_shares"})
_DIGITS = 4


@dataclass(slots=True)
class Tally:
    """Counts and sums over the files of one outlet, from which its figures are made."""

    files: int = 0
    sums: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    counts: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def add(self, figure: str, value: float) -> None:
        """One more value of a figure that is a mean."""
        self.sums[figure] += value
        self.counts[figure] += 1

    def figures(self) -> dict[str, Any]:
        """Each figure, rounded; those that no file could tell are absent.

        >>> tally = Tally(files=2)
        >>> tally.add("headline", 1); tally.add("headline", 0)
        >>> tally.roles.update(["body", "unknown"])
        >>> tally.figures()
        {'files': 2, 'headline': 0.5, 'unknown_share': 0.5,
         'role_shares': {'body': 0.5, 'unknown': 0.5}}
        """
        lines = self.roles.total()
        shares = {role: round(n / lines, _DIGITS) for role, n in sorted(self.roles.items())}
        means = {name: round(self.sums[name] / n, _DIGITS) for name, n in self.counts.items()}
        unknown = {"unknown_share": shares.get("unknown", 0.0)} if lines else {}
        return {
            "files": self.files,
            **dict(sorted(means.items())),
            **unknown,
            "role_shares": shares,
        }


def worse_than(baseline: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """A line for each figure of `found` that is worse than in `baseline`, or is not there any more.

    >>> worse_than({"all": {"files": 9, "headline": 0.99}}, {"all": {"files": 8, "headline": 0.98}})
    ['all: headline fell from 0.99 to 0.98']
    """
    lines = []
    for outlet, figures in baseline.items():
        for name, before in figures.items():
            if name in _NOT_JUDGED:
                continue
            now = found.get(outlet, {}).get(name)
            if now is None:
                lines.append(f"{outlet}: {name} was {before} and is not measured any more")
            elif name in _LOWER_IS_BETTER and now > before:
                lines.append(f"{outlet}: {name} rose from {before} to {now}")
            elif name not in _LOWER_IS_BETTER and now < before:
                lines.append(f"{outlet}: {name} fell from {before} to {now}")
    return lines


def read_baseline(path: Path) -> dict[str, Any]:
    """The figures that `akhbar evaluate --json` once wrote; raises AkhbarError for another file."""
    remedy = "`akhbar evaluate … --json > FILE` writes one."
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AkhbarError(path, error.strerror or "cannot be read", remedy) from error
    except ValueError as error:
        raise AkhbarError(path, "it is not JSON", remedy) from error
    if not isinstance(figures, dict) or not all(isinstance(row, dict) for row in figures.values()):
        raise AkhbarError(path, "it does not hold figures by outlet", remedy)
    return figures
