"""Whose office a name, a line of a letterhead or a host is."""

from pathlib import Path

import pytest

from aidememoire.knowledge import shipped
from aidememoire.knowledge.official_names import OfficialNames
from aidememoire.knowledge.tables import rows_of

TABLE = Path(__file__).parent / "data" / "official_names.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.fixture(scope="module")
def names() -> OfficialNames:
    return OfficialNames(shipped().parties)


@pytest.mark.parametrize(("words", "party"), ROWS)
def test_whose_office_it_is(words: str, party: str, names: OfficialNames) -> None:
    is_address = "." in words and " " not in words
    found = names.of_host(words) if is_address else names.of_publisher(words)
    assert (found.party if found else "-") == party


def test_a_holders_title_is_a_publisher_and_no_letterhead(names: OfficialNames) -> None:
    assert names.of_publisher("President of Chile") is not None
    assert names.of_line("President of Chile") is None


def test_hostile_names_take_no_time(names: OfficialNames) -> None:
    for words in ("Embassy of " * 5000, "of " * 50_000, "a" * 100_000, "http://[", "." * 1000):
        assert names.of_publisher(words) is None
        assert names.of_host(words) is None


def test_each_countrys_domain_is_a_partys() -> None:
    rows = list(rows_of("country_domains.tsv"))
    assert all(shipped().parties.get(row["code"]) for row in rows)
    assert len({row["domain"] for row in rows}) == len(rows)
