"""Seats: where organisations sit, each a known party in a known city."""

from aidememoire.knowledge import shipped
from aidememoire.knowledge.seats import is_for_bodies, seats_of
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


def test_who_comes_there_comes_to_the_bodies() -> None:
    assert all(map(is_for_bodies, ("Geneva", "NEW YORK", "United Nations", "The Hague")))
    assert not any(map(is_for_bodies, ("Lima", "Washington", "Paris", "London", "")))
