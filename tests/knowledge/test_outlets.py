"""The outlets table: names, domains, sides, zones."""

import zoneinfo

import pytest

from aidememoire.knowledge.outlets import Outlets
from aidememoire.knowledge.parties import Parties


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return Outlets.shipped()


@pytest.mark.parametrize(
    ("asked", "name", "side"),
    [
        ("TASS", "TASS", None),
        ("ITAR-TASS", "TASS", None),
        ("state.gov", "State Department", "USA"),
        ("https://www.state.gov/briefings/today", "State Department", "USA"),
        ("en.kremlin.ru", "Kremlin", "RUS"),
        ("www.mofa.go.jp", "Japanese Foreign Ministry", "JPN"),
        ("mofa.go.kr", "South Korean Foreign Ministry", "KOR"),
        ("The Guardian", "Guardian", None),
        ("consilium.europa.eu", "Council of the EU", "EU"),
        ("nato.int", "NATO", "NATO"),
        ("whitehouse.gov", "White House", "USA"),
    ],
)
def test_get(asked: str, name: str, side: str | None, outlets: Outlets) -> None:
    outlet = outlets.get(asked)
    assert outlet is not None
    assert (outlet.name, outlet.side) == (name, side)


@pytest.mark.parametrize("asked", ["", "nobody.example", "Nobody's Gazette", "http://[broken", "a.b", "."])
def test_unknown(asked: str, outlets: Outlets) -> None:
    assert outlets.get(asked) is None


def test_zones_and_sides_exist(outlets: Outlets) -> None:
    parties = Parties.shipped()
    known = zoneinfo.available_timezones()
    for outlet in outlets:
        assert outlet.timezone is None or outlet.timezone in known, outlet.name
        assert outlet.side is None or parties.get(outlet.side), outlet.name


def test_the_agencies_of_the_world_are_there(outlets: Outlets) -> None:
    names = {outlet.name for outlet in outlets if outlet.is_agency}
    assert names >= {
        "AP",
        "Reuters",
        "AFP",
        "TASS",
        "Interfax",
        "Xinhua",
        "Kyodo",
        "Jiji",
        "Yonhap",
        "PTI",
        "ANI",
        "IRNA",
    }
    assert names >= {"IRNA", "Anadolu", "dpa", "EFE", "ANSA", "KUNA", "SPA", "WAM", "MENA", "BNA"}


def test_press_titles_hide_the_parties_in_them(outlets: Outlets) -> None:
    text = "The Korea Herald and the Russian Foreign Ministry said so."
    assert [text[start:end] for start, end in outlets.scan_titles(text)] == ["Korea Herald"]
