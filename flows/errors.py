"""The errors that a person reads: each names the thing, the reason and the remedy."""


class AkhbarError(Exception):
    """Something that the user can mend; its message is one line for the terminal."""

    def __init__(self, subject: object, reason: str, remedy: str) -> None:
        """`subject` is the file or folder, `reason` what is wrong with it, `remedy` what to do."""
        super().__init__(f"{subject}: {reason}. {remedy}")


class Busy(AkhbarError):
    """Another writer holds the warehouse."""
