"""Problem: something about the input that a person should know."""

from dataclasses import dataclass
from enum import StrEnum

from aidememoire.model.span import Span


class Severity(StrEnum):
    """How much was lost."""

    NOTICE = "notice"  # read; something to know (no date, a doubtful value)
    REFUSAL = "refusal"  # a passage was not read
    ERROR = "error"  # the report was not read


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one input, printed as ``source:offset: message``."""

    severity: Severity
    source: str  # file, URL or report id
    span: Span | None  # the words, where there are any
    rule: str  # what noticed it, e.g. "documents.empty"
    message: str  # what it is and what to do

    def __str__(self) -> str:
        where = f"{self.source}:{self.span.start}" if self.span else self.source
        return f"{where}: {self.severity}: {self.message} [{self.rule}]"
