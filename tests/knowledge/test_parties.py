"""The parties table: codes, names and days."""

from datetime import date

import pytest

from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.tables import rows_of
from aidememoire.model import NameForm

KINDS = {"state", "former_state", "organisation", "grouping", "entity", "movement"}


@pytest.fixture(scope="module")
def parties() -> Parties:
    return Parties.shipped()


def test_every_state_has_its_code(parties: Parties) -> None:
    states = [party for party in parties if party.kind == "state"]
    assert len(states) >= 195
    assert all(len(party.code) == 3 and party.code.isupper() for party in states)
    assert {party.kind for party in parties} <= KINDS


def test_every_member_is_in_the_table(parties: Parties) -> None:
    for party in parties:
        assert all(parties.get(code) for code in party.members), party.code
        assert party.succeeds is None or parties.get(party.succeeds), party.code


@pytest.mark.parametrize(
    ("words", "on", "code"),
    [
        ("RUS", None, "RUS"),
        ("rus", None, "RUS"),
        ("Russia", date(2017, 3, 19), "RUS"),
        ("russia", date(1987, 3, 19), "SUN"),
        ("the Soviet Union", date(2017, 3, 19), "SUN"),
        ("Russian", date(1991, 12, 25), "SUN"),
        ("Russian", date(1991, 12, 26), "RUS"),
        ("Elysée", None, "FRA"),
        ("UAE", None, "ARE"),
        ("Arab League", None, "Arab League"),
        ("European Commission", date(1990, 1, 1), "EC"),
        ("European Commission", date(2020, 1, 1), "EU"),
        ("Serbia", date(2005, 1, 1), "SCG"),
        ("Astana", date(2020, 1, 1), "KAZ"),
        ("Atlantis", None, None),
        ("Guam", None, "GUM"),
        ("GUAM", None, "GUAM"),
        ("arab league", None, "Arab League"),
        ("", None, None),
        ("South China Sea", None, None),
    ],
)
def test_find(words: str, on: date | None, code: str | None, parties: Parties) -> None:
    party = parties.find(words, on)
    assert (party.code if party else None) == code


def test_the_state_of_the_day(parties: Parties) -> None:
    assert parties.on("UKR", date(1987, 1, 1)) == "SUN"
    assert parties.on("SRB", date(1999, 1, 1)) == "YUG"
    assert parties.on("SRB", date(2005, 1, 1)) == "SCG"
    assert parties.on("SRB", date(2015, 1, 1)) == "SRB"
    assert parties.on("JPN", date(1987, 1, 1)) == "JPN"
    assert parties.on("RUS", None) == "RUS"


def test_rows_of_a_user_lie_over_the_table(parties: Parties) -> None:
    mine = parties.with_rows([{"code": "Utopia", "name": "Utopia", "kind": "entity", "names": "Republic of Utopia"}])
    assert [name.code for name in mine.scan("The Republic of Utopia met Japan.")] == ["Utopia", "JPN"]
    assert parties.find("Utopia") is None


def test_every_name_has_its_party(parties: Parties) -> None:
    for row in rows_of("party_names.tsv"):
        assert parties.get(row["code"]), row["name"]
        assert row["form"] in {form.value for form in NameForm}, row["name"]
        assert row["source"], row["name"]


def test_every_state_has_a_name_that_is_read(parties: Parties) -> None:
    for party in parties:
        if party.kind == "state":
            assert [name.code for name in parties.scan(f"The envoy of {party.name} spoke.")] == [party.code]
