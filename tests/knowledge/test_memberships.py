"""Memberships and bodies: who sat in which body on which day, and what is not known."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from aidememoire.knowledge.bodies import Trait, bodies, bodies_of_region, bodies_with
from aidememoire.knowledge.memberships import Memberships
from aidememoire.knowledge.parties import Parties


@pytest.fixture(scope="module")
def memberships() -> Memberships:
    return Memberships.shipped()


@pytest.mark.parametrize(
    ("body", "on", "number"),
    [
        ("NATO", date(1987, 6, 1), 16),
        ("NATO", date(2025, 6, 1), 32),
        ("EC", date(1987, 6, 1), 12),  # "the Twelve"
        ("EU", date(1996, 6, 1), 15),
        ("EU", date(2016, 6, 1), 28),
        ("EU", date(2024, 6, 1), 27),
        ("CSCE", date(1987, 6, 1), 35),
        ("OSCE", date(2024, 6, 1), 57),
        ("AU", date(2024, 6, 1), 55),
        ("Arab League", date(2005, 6, 1), 22),
        ("OPEC", date(1987, 6, 1), 13),
        ("OPEC", date(2011, 6, 1), 12),
        ("ASEAN", date(2010, 6, 1), 10),
        ("SCO", date(2020, 6, 1), 8),
        ("SCO", date(2025, 6, 1), 10),
        ("BRICS", date(2012, 6, 1), 5),
        ("G20", date(2012, 6, 1), 20),
        ("Council of Europe", date(2010, 6, 1), 47),
        ("Commonwealth", date(2024, 6, 1), 56),
        ("OECD", date(2024, 6, 1), 38),
        ("OIC", date(2011, 6, 1), 57),
        ("APEC", date(2000, 6, 1), 21),
    ],
)
def test_how_many_sat(body: str, on: date, number: int, memberships: Memberships) -> None:
    assert len(memberships.members(body, on) or ()) == number


@pytest.mark.parametrize(
    ("state", "body", "on", "wanted"),
    [
        ("GBR", "EU", date(2020, 1, 31), True),  # the last day
        ("GBR", "EU", date(2020, 2, 1), False),
        ("EGY", "Arab League", date(1985, 1, 1), False),  # suspended
        ("EGY", "Arab League", date(1990, 1, 1), True),
        ("SYR", "Arab League", date(2015, 1, 1), False),  # suspended
        ("RUS", "G8", date(2013, 6, 1), True),
        ("RUS", "G7", date(2013, 6, 1), False),
        ("QAT", "OPEC", date(2018, 12, 31), True),
        ("QAT", "OPEC", date(2019, 1, 1), False),
        ("CSK", "Warsaw Pact", date(1987, 1, 1), True),
        ("UZB", "CSTO", date(2010, 1, 1), True),
        ("GEO", "CIS", date(2010, 1, 1), False),
        ("FRA", "G77", date(2010, 1, 1), None),  # the table has no members of it
        ("FRA", "Atlantis", date(2010, 1, 1), None),
    ],
)
def test_membership_by_day(state: str, body: str, on: date, wanted: bool | None, memberships: Memberships) -> None:
    assert memberships.is_member(state, body, on) is wanted


def test_every_row_is_of_known_parties_and_none_overlaps(memberships: Memberships) -> None:
    parties = Parties.shipped()
    times = defaultdict(list)
    for row in memberships.rows:
        assert parties.get(row.body), row
        assert parties.get(row.state), row
        assert row.source, row
        assert row.licence, row
        assert row.ends is None or row.starts <= row.ends, row
        times[row.body, row.state].append((row.starts, row.ends or date.max))
    for found in times.values():
        found.sort()
        assert all(before[1] < after[0] for before, after in pairwise(found))


def test_bodies_by_region_and_trait() -> None:
    parties = Parties.shipped()
    assert all(parties.get(code) for code in bodies())
    assert bodies_of_region("Arab") == ("Arab League",)
    assert bodies_of_region("Martian") == ()
    assert "IMF" in bodies_with(Trait.BANK)
    assert "NATO" not in bodies_with(Trait.NO_MINISTERS)
