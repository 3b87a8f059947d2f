"""The drafts with their planted faults, and the register that they are checked against."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aidememoire.documents.reports import make_report
from aidememoire.model import ReaderChoice
from aidememoire.pipeline import Source, find_days, knowledge_in_use, read_into, read_paths, read_text
from aidememoire.register import Register, World
from aidememoire.register.words import WordIndex
from aidememoire.views.checking import Check, Draft, Fault, Finding, Status, check_draft, prepared

HERE = Path(__file__).parent
REPORTS = (HERE.parent.parent.parent / "examples" / "reports", HERE / "reports")

# What is planted → the status and field of the fault that must be found; others go by their status.
PLANTED = {
    "number": (Status.ALTERED, "number"),
    "office": (Status.CONTRADICTED, "office"),
    "meeting_date": (Status.OTHER_DATE, "date"),
    "meeting_place": (Status.CONTRADICTED, "place"),
    "meeting_number": (Status.CONTRADICTED, "ordinal"),
    "meeting_unknown": (Status.NOT_FOUND, "meeting"),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in a draft."""

    kinds: tuple[str, ...]  # any of them will do
    words: str

    def is_found_as(self, fault: Fault) -> bool:
        """Whether the fault is one of those planted."""
        wanted = [PLANTED.get(kind, (kind, None)) for kind in self.kinds]
        return any(fault.status == status and field in {None, fault.field} for status, field in wanted)


@dataclass(frozen=True, slots=True)
class Written:
    """A draft of the table."""

    name: str
    text: str
    faults: tuple[Planted, ...]

    def place(self, planted: Planted) -> tuple[int, int]:
        """Where the fault stands."""
        start = self.text.lower().index(planted.words.lower())
        return start, start + len(planted.words)


def written(file: str) -> list[Written]:
    """The drafts of a file."""
    found = []
    for part in (HERE / "drafts" / file).read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, *lines = part.split("\n")
        faults = [line[2:].split(" | ") for line in lines if line.startswith("! ")]
        text = "\n".join(line for line in lines if not line.startswith("! ")).strip() + "\n"
        found.append(Written(name, text, tuple(Planted(tuple(kind.split("/")), words) for kind, words in faults)))
    return found


@cache
def register() -> Register:
    """The examples and the reports beside this file, read by rules."""
    kept = Register.open(":memory:", world=World.of(knowledge_in_use()))
    reports = read_paths(map(str, REPORTS), Source("", ""), knowledge_in_use())
    assert all(outcome.claims for outcome in read_into(kept, reports, ReaderChoice.RULES))
    kept.rebuild()
    return kept


@cache
def index() -> WordIndex:
    """The index of its words."""
    return WordIndex.of(register())


def draft_of(text: str, published: str | None = None) -> Draft:
    """The text as a draft."""
    _, mentions, reading = read_text(prepared(text), published=published, readers=ReaderChoice.RULES)
    return Draft("draft", text, mentions, reading)


@cache
def checked(text: str, published: str | None = None) -> Check:
    """The text laid beside the register."""
    return check_draft(draft_of(text, published), register(), index(), knowledge_in_use(), find_days)


def unsupported(text: str) -> list[Finding]:
    """What the register does not hold of the text."""
    return [finding for finding in checked(text).findings if not finding.is_supported]


def register_of(reports: Mapping[str, tuple[str, str]], outlet: str) -> tuple[Register, WordIndex]:
    """Reports (name → day and text) of one outlet in a register, and the index of its words."""
    register = Register.open(":memory:", world=World.of(knowledge_in_use()))
    sources = [Source(name, name, published=day, outlet=outlet) for name, (day, _) in reports.items()]
    made = [make_report(reports[source.given_id][1], source, knowledge_in_use()) for source in sources]
    assert all(outcome.claims is not None for outcome in read_into(register, made, ReaderChoice.RULES))
    register.rebuild()
    return register, WordIndex.of(register)
