"""Errors of use and environment. Bad input is never an error here: it is a Problem."""


class AideMemoireError(Exception):
    """Something the person at the keyboard must change: subject, cause and next step."""

    def __init__(self, subject: str, cause: str, next_step: str) -> None:
        super().__init__(subject, cause, next_step)
        self.subject = subject
        self.cause = cause
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.subject}: {self.cause}. {self.next_step}"


class UsageError(AideMemoireError):
    """The command or call was used wrongly (exit code 2)."""


class RegisterError(AideMemoireError):
    """The register can't be opened, is of another version, or is locked."""


class NotFoundError(AideMemoireError):
    """Nothing in the register goes by that name or id."""
