"""The faults that several readers meet, each with its reason and remedy."""

from flows.landing.model import Refused


def too_large(most: int) -> Refused:
    """One article of more than `most` bytes."""
    return Refused(
        "too_large",
        f"more than {most:,} bytes, the limit of one article",
        "Split it, or raise AKHBAR_MAX_FILE_BYTES.",
    )


def too_dense(most: int) -> Refused:
    """Packed bytes that unpack to more than `most` times as many."""
    return Refused(
        "too_dense",
        f"it unpacks to more than {most} times its size, as a zip bomb does",
        "If it is none, unpack it first, or raise AKHBAR_MAX_UNPACK_RATIO.",
    )


def too_much(most: int) -> Refused:
    """An archive that unpacks to more than `most` bytes in all."""
    return Refused(
        "too_large",
        f"it unpacks to more than {most:,} bytes",
        "Split it, or raise AKHBAR_MAX_UNPACKED_BYTES.",
    )


def corrupt(what: str) -> Refused:
    """Bytes that are not what their name says, or that end too early."""
    return Refused("corrupt", what, "Fetch it again: it was cut off or damaged.")


def empty(what: str) -> Refused:
    """A container without records."""
    return Refused("empty", what, "Fill it, or remove it.")


def invalid_json(error: Exception) -> Refused:
    """A record that is no JSON."""
    return invalid_record(f"no valid JSON: {error}")


def invalid_record(detail: str) -> Refused:
    """A record that is not what its container holds."""
    return Refused("invalid_record", detail, "Correct the record.")


def no_body(found: list[str]) -> Refused:
    """Records of which no field is recognised as the article's text."""
    names = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
    return Refused(
        "no_body_field",
        f"no field is known to hold the article's text; found: {names or 'no field'}",
        'Name it: AKHBAR_FIELDS=\'{"body": "…"}\'.',
    )


_SHOWN = 20
