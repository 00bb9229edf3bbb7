"""Which endings of a name are read, and as what."""

from pathlib import PurePosixPath

TEXTS = frozenset({".txt", ".html", ".htm"})
LINES = frozenset({".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv"})
RECORDS = LINES | TABLES | {".json", ".parquet"}
SUFFIXES = TEXTS | RECORDS | {".gz", ".zip"}
"""The endings of the names that are read; behind .gz stands one of the others."""


def suffix_of(name: str) -> str:
    """The ending of a name in small letters, of a packed one the ending before .gz.

    >>> suffix_of("a/b.JSONL.gz"), suffix_of("pack.zip"), suffix_of("a.gz")
    ('.jsonl', '.zip', '')
    """
    return PurePosixPath(unpacked_name(name)).suffix.lower()


def unpacked_name(name: str) -> str:
    """The name without .gz.

    >>> unpacked_name("a.txt.GZ")
    'a.txt'
    """
    return name[:-3] if is_gzip(name) else name


def is_gzip(name: str) -> bool:
    """Whether the name says that its bytes are gzip."""
    return name.lower().endswith(".gz")


def is_readable(name: str) -> bool:
    """Whether there is a reader for what the name says it is."""
    return suffix_of(name) in (TEXTS | RECORDS | {".zip"})


def unsupported(name: str) -> tuple[str, str, str]:
    """Reason, detail and remedy of a name that has no reader."""
    kind = PurePosixPath(name).suffix or "(no suffix)"
    return (
        "unsupported_format",
        f"files of the kind {kind} are not read",
        f"Convert it to one of: {', '.join(sorted(SUFFIXES))}.",
    )
