"""Which part of a path tells something of the article, where it lies in a container."""

import re
from pathlib import PurePosixPath


def without_containers(path: str) -> str:
    """The path without the names of containers: a dump's date is not that of its articles.

    >>> without_containers("bbc/dump-2020-01-01.jsonl.gz#17"), without_containers("a.txt")
    ('bbc', 'a.txt')
    >>> without_containers("pack-2020-01-01.zip/2015-10-14-x.txt.gz")
    '2015-10-14-x.txt'
    """
    return str(PurePosixPath(*(part for part, is_container in _parts(path) if not is_container)))


def containers_as_folders(path: str) -> str:
    """The path with the stems of containers in the place of folders: `aljazeera.zip` names one.

    >>> containers_as_folders("aljazeera.jsonl.gz#17"), containers_as_folders("bbc/a.txt")
    ('aljazeera/#17', 'bbc/a.txt')
    """
    parts = [_CONTAINER.sub("", part) if is_one else part for part, is_one in _parts(path)]
    number = _NUMBER.search(path)
    return str(PurePosixPath(*parts, *([number.group()] if number else [])))


def _parts(path: str) -> list[tuple[str, bool]]:
    number = _NUMBER.search(path)
    parts = PurePosixPath(path[: number.start()] if number else path).parts
    last = len(parts) - 1
    return [
        (
            _GZIP.sub("", part),
            _CONTAINER.search(part) is not None and (n < last or number is not None),
        )
        for n, part in enumerate(parts)
    ]


_NUMBER = re.compile(r"#\d+\Z")
_GZIP = re.compile(r"\.gz\Z", re.IGNORECASE)
_CONTAINER = re.compile(r"\.(?:zip|json|jsonl|ndjson|parquet|csv|tsv)(?:\.gz)?\Z", re.IGNORECASE)
