"""Who held an office on a day, asked of the shipped table: facts of general knowledge, written without looking at it.

Even over kinds of office, regions and the years 1999–2025; days of acting holders, rivals and vacancies among them.
"""

from datetime import date
from pathlib import Path

import pytest

from aidememoire.knowledge.offices import Offices
from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.person_names import SAME_PERSON, same_person
from aidememoire.knowledge.tenures import Confidence, Role, Tenure

TABLE = Path(__file__).parent / "data" / "held_offices.tsv"
OFFICES = Offices.shipped()
NOBODY = "-"
FACTS = [
    (party, role, date.fromisoformat(on), holder)
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
    for party, role, on, holder in [line.split("\t")]
]
SURE = 0.9  # share of the holders asked for that is named with high confidence: 91 % measured
KNOWN = {  # share of the states' Julys since 1999 on which the table names a holder: measured, less one hundredth
    Role.HEAD_OF_STATE: 0.98,
    Role.HEAD_OF_GOVERNMENT: 0.98,
    Role.FOREIGN_MINISTER: 0.96,
    Role.DEFENCE_MINISTER: 0.75,  # thirty of 197 states have none that the table knows
}


def holders(party: str, role: str, on: date) -> tuple[Tenure, ...]:
    return OFFICES.holders(party, role, on)


def test_every_holder_asked_for_is_named_first() -> None:
    wrong = []
    for party, role, on, holder in FACTS:
        found = holders(party, role, on)
        if holder != NOBODY and (not found or same_person(found[0].person, holder) < SAME_PERSON):
            wrong.append(f"{party} {role} {on}: {holder}, not {[one.person for one in found]}")
    assert not wrong


def test_nobody_is_named_where_nobody_held_it_or_nobody_knows() -> None:
    named = [
        f"{party} {role} {on}: {[one.person for one in found]}"
        for party, role, on, holder in FACTS
        if holder == NOBODY and (found := holders(party, role, on))
    ]
    assert not named


def test_most_are_named_with_high_confidence() -> None:
    asked = [(party, role, on) for party, role, on, holder in FACTS if holder != NOBODY]
    assert len(asked) > 1000
    sure = sum(holders(*question)[0].confidence is Confidence.HIGH for question in asked)
    assert sure / len(asked) >= SURE


@pytest.mark.parametrize("role", KNOWN)
def test_a_holder_is_known_in_most_julys(role: Role) -> None:
    states = [party for party in Parties.shipped() if party.kind == "state"]
    days = [date(year, 7, 1) for year in range(1999, 2026)]
    asked = [(state.code, on) for state in states for on in days if state.starts is None or state.starts <= on]
    known = sum(bool(holders(code, role, on)) for code, on in asked)
    assert known / len(asked) >= KNOWN[role], known / len(asked)
