"""Seats: where organisations sit, each a known party in a known city."""

from aidememoire.knowledge import shipped
from aidememoire.knowledge.seats import seats_of
from aidememoire.knowledge.tables import rows_of


def test_each_row_is_of_a_party_and_a_city_of_the_other_tables() -> None:
    rows = list(rows_of("seats.tsv"))
    assert rows
    for row in rows:
        assert shipped().parties.get(row["code"]) is not None
        assert shipped().places.find(row["city"])
        assert row["source"]
        assert row["licence"]


def test_seats() -> None:
    assert seats_of("OPEC") == {"Vienna"}
    assert {"Brussels", "Luxembourg"} <= seats_of("EU")
    assert seats_of("PER") == frozenset()
