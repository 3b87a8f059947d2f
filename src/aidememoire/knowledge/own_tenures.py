"""A user's own tenures: rows of a CSV that are laid over the shipped table of offices."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aidememoire.knowledge.called import called_keys
from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.tenures import Bounds, Confidence, Role
from aidememoire.model import Problem, Severity

USER_COLUMNS = ("party", "role", "person", "from", "to", "office", "source", "licence", "confidence")


@dataclass(frozen=True, slots=True)
class UserRow:
    """One tenure of a user's own table."""

    party: str
    role: str
    person: str
    starts: str  # ISO 8601, as Bounds reads it
    ends: str
    office: str
    source: str
    licence: str
    confidence: Confidence

    def as_row(self) -> tuple[str, ...]:
        """The row in the order of COLUMNS, with the licence behind."""
        called = "|".join(called_keys(self.person, self.party))
        return (
            self.party, self.role, self.person, self.starts, self.ends, self.office, str(self.confidence),
            self.source, "", called, self.licence,
        )  # fmt: skip


def read_user_rows(
    text: str, source: str, parties: Parties | None = None
) -> tuple[tuple[UserRow, ...], tuple[Problem, ...]]:
    """The rows of a CSV with the columns USER_COLUMNS (from `party` to `to` needed), and a Problem for each bad row.

    An empty ``to`` means that the person holds the office still, as far as the row's author knows.
    With ``parties``, a party may be given by name, and one that nobody knows is refused.
    """
    rows: list[UserRow] = []
    problems: list[Problem] = []
    reader = csv.DictReader(text.lstrip("\ufeff").replace("\0", "").splitlines())
    missing = [column for column in ("party", "role", "person", "from") if column not in (reader.fieldnames or ())]
    if missing:
        message = (
            f"the table lacks the columns {', '.join(missing)}: give it a first line with {','.join(USER_COLUMNS)}"
        )
        return (), (Problem(Severity.ERROR, source, None, "offices.import.columns", message),)
    for number, raw in enumerate(reader, start=2):
        row = {
            key: (value or "").strip()
            for key, value in raw.items()
            if isinstance(key, str) and not isinstance(value, list)
        }
        code = _code(row.get("party", ""), parties)
        fault = _fault(row) or (None if code else f"no party goes by {row['party']!r}: give a code such as JPN or EU")
        if fault:
            problems.append(Problem(Severity.REFUSAL, f"{source}:{number}", None, "offices.import.row", fault))
            continue
        rows.append(
            UserRow(
                party=code or row["party"],
                role=row["role"].lower(),
                person=row["person"],
                starts=row["from"],
                ends=row.get("to", ""),
                office=row.get("office", ""),
                source=row.get("source", "") or source,
                licence=row.get("licence", "") or "user's own",
                confidence=Confidence(row.get("confidence", "") or Confidence.HIGH),
            )
        )
    return tuple(rows), tuple(problems)


def _code(party: str, parties: Parties | None) -> str | None:
    """The code of the party; as it stands where nobody says which there are."""
    code = party.upper() if len(party) == 3 else party
    if parties is None:
        return code
    found = parties.get(code) or parties.find(party)
    return found.code if found else None


def write_user_rows(rows: Iterable[UserRow]) -> str:
    """The rows as the CSV that `read_user_rows` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(USER_COLUMNS)
    for row in rows:
        writer.writerow(
            (row.party, row.role, row.person, row.starts, row.ends, row.office, row.source, row.licence, row.confidence)
        )
    return out.getvalue()


def _fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a user's row, or None."""
    if not all(row.get(column) for column in ("party", "role", "person")):
        return "party, role and person must be given"
    if row["role"].lower() not in set(Role):
        return f"unknown role {row['role']!r}: one of {', '.join(Role)}"
    if (row.get("confidence") or "high") not in set(Confidence):
        return f"unknown confidence {row['confidence']!r}: high, medium or low"
    try:
        began, ended = Bounds.parse(row.get("from", "")), Bounds.parse(row.get("to", ""))
    except ValueError as error:
        return f"a date isn't written as YYYY, YYYY-MM or YYYY-MM-DD: {error}"
    if not row.get("from") and not row.get("to"):
        return "neither from nor to is given"
    if began.earliest and ended.latest and began.earliest > ended.latest:
        return f"it ends ({row['to']}) before it begins ({row['from']})"
    return None
