"""In which countries a place lies: what is named decides, and a namesake is none."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.views.whereabouts import countries_of


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("Oslo", ("NOR",)),
        ("Nadi, Fiji", ("FJI",)),  # a town that no table has, in a country
        ("Brussels", ("BEL",)),  # the town, not the Union
        ("NATO Headquarters Brussels, Belgium", ("BEL",)),
        ("Jerusalem, Ramallah, Cairo, and Amman", ("ISR", "PSE", "EGY", "JOR")),
        ("Paris and Rome, Italy", ("FRA", "ITA")),
        ("Georgetown, Guyana", ("GUY",)),  # not that of another country
        ("Kangerlussuaq, Greenland", ("GRL",)),
        ("Tbilisi, Georgia", ("GEO",)),
        ("Sicily", ("ITA",)),
        # American towns with other people's names.
        ("Athens, Georgia", ("USA",)),
        ("Moscow, Idaho", ("USA",)),
        ("Birmingham, Alabama", ("USA",)),
        ("Washington, DC", ("USA",)),
        # Nowhere in particular.
        ("Aboard Air Force One En Route Geneva, Switzerland", ()),
        ("Roosevelt Room", ("USA",)),
        ("the Blue Room", ()),
        ("the Middle East", ()),
        ("the United Nations", ()),
        ("", ()),
    ],
)
def test_countries_of_a_place(words: str, countries: tuple[str, ...]) -> None:
    assert countries_of(words, shipped()) == countries
