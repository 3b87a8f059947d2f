"""The places table: cities, venues, regions."""

import pytest

from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.places import Places


@pytest.fixture(scope="module")
def places() -> Places:
    return Places.shipped()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Geneva", "CHE", "city"),
        ("Kiev", "UKR", "city"),
        ("Camp David", "USA", "venue"),
        ("Bocharov Ruchei", "RUS", "venue"),
        ("Gulf of Aden", None, "region"),
        ("Valencia", "ESP", "city"),
        ("Tripoli", "LBY", "city"),
        ("Moscow", "RUS", "city"),
        ("Bali", "IDN", "city"),
    ],
)
def test_the_likeliest_comes_first(name: str, country: str | None, kind: str, places: Places) -> None:
    place = places.find(name)[0]
    assert (place.country, place.kind) == (country, kind)


def test_no_such_place(places: Places) -> None:
    assert places.find("Erewhon") == []
    assert places.find("") == []


def test_a_venue_knows_its_city(places: Places) -> None:
    assert places.find("UN Headquarters")[0].city == "New York"


def test_the_table_is_large_and_its_countries_are_parties(places: Places) -> None:
    parties = Parties.shipped()
    rows = {place for name in places.names() for place in places.find(name)}
    assert sum(place.kind == "city" for place in rows) >= 5_000
    assert sum(place.kind == "venue" for place in rows) >= 120
    assert all(parties.get(place.country) for place in rows if place.country)


def test_rows_of_a_user_come_first(places: Places) -> None:
    mine = places.with_rows([{"name": "Villa Nova", "kind": "venue", "country": "ITA", "city": "Rome"}])
    assert mine.find("Villa Nova")[0].city == "Rome"
