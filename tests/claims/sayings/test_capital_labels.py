"""Labels of turns in capitals: who speaks is found as in small letters, by office, name and table of the day."""

import pytest

from aidememoire.model import ReaderChoice, StatementValues
from aidememoire.pipeline import read_text

DAY = "2022-04-06"

# Label → the speaker and the party.
NAMED = {
    "SERGEY LAVROV": ("Sergey Lavrov", "RUS"),
    "SERGEY LAVROV (via interpreter)": ("Sergey Lavrov", "RUS"),
    "PRESIDENT TOKAYEV": ("Tokayev", "KAZ"),
    "FOREIGN MINISTER WANG YI": ("Wang Yi", "CHN"),
    "MR. PRICE": ("Price", None),
    "CHANCELLOR SCHOLZ": ("Scholz", "DEU"),
    "MEVLÜT ÇAVUŞOĞLU": ("Mevlüt Çavuşoğlu", "TUR"),  # capitals beyond A to Z
    "UN SECRETARY-GENERAL ANTÓNIO GUTERRES": ("António Guterres", "UN"),  # "UN" stays
    "KIM JONG-UN": ("Kim Jong-Un", "PRK"),  # here it is no abbreviation
    "PRESIDENT VON DER LEYEN": ("von der Leyen", "EU"),
    "ANTONY BLINKEN, UNITED STATES SECRETARY OF STATE": ("Antony Blinken", "USA"),  # no "states" that somebody says
    "SENIOR STATE DEPARTMENT OFFICIAL": ("SENIOR STATE DEPARTMENT OFFICIAL", "USA"),  # the department doesn't speak
}
# What names nobody stays as it stands.
GENERIC = ("QUESTION", "Q", "MODERATOR", "INTERPRETER", "JOURNALIST")


def turns_of(text: str, published: str = DAY) -> list[tuple[str, str | None]]:
    _, _, reading = read_text(text, published=published, readers=ReaderChoice.RULES)
    said = [claim.values for claim in reading.claims if isinstance(claim.values, StatementValues)]
    return [(values.speaker, values.speaker_party) for values in said]


def transcript(label: str) -> str:
    return (
        f"{label}: We have discussed the border road at length today with our partners. It will open in May.\n\n"
        "QUESTION: When will the road open to lorries from the north?\n\n"
        f"{label}: The road will open to lorries in June after the works are over.\n"
    )


@pytest.mark.parametrize("label", NAMED)
def test_the_speaker_is_looked_up(label: str) -> None:
    assert turns_of(transcript(label)) == [NAMED[label], ("QUESTION", None), NAMED[label]]


@pytest.mark.parametrize("label", GENERIC)
def test_labels_that_name_nobody_stay(label: str) -> None:
    assert turns_of(transcript(label)) == [(label, None), ("QUESTION", None), (label, None)]


def test_the_table_is_that_of_the_day() -> None:
    assert turns_of(transcript("FRANK-WALTER STEINMEIER"), "2016-03-23")[0] == ("Frank-Walter Steinmeier", "DEU")


# Label and day → the party: who presides over the European Council then, and who of that name holds another office.
PRESIDING = {
    ("PRESIDENT MICHEL", "2021-06-15"): "EU",
    ("PRESIDENT CHARLES MICHEL", "2021-06-15"): "EU",
    ("PRESIDENT TUSK", "2017-03-01"): "EU",
    ("PRESIDENT VAN ROMPUY", "2012-05-20"): "EU",
    ("PRESIDENT COSTA", "2025-03-01"): "EU",
    ("PRESIDENT MICHEL", "2010-06-15"): "SYC",  # James Michel
    ("PRESIDENT MICHEL AOUN", "2021-06-15"): "LBN",  # a given name
    ("PRESIDENT TEMER", "2017-06-15"): "BRA",  # Michel Temer
    ("PRIME MINISTER MICHEL", "2017-06-15"): "BEL",  # the same man before; no Mitchell of Grenada
    ("PRIME MINISTER MITCHELL", "2017-06-15"): "GRD",
    ("PRIME MINISTER COSTA", "2021-06-15"): "PRT",
    ("PRIME MINISTER TUSK", "2010-06-15"): "POL",
}


@pytest.mark.parametrize(("label", "day"), PRESIDING)
def test_who_presides_is_whoever_does_on_the_day(label: str, day: str) -> None:
    assert turns_of(transcript(label), day)[0][1] == PRESIDING[label, day]


def test_one_name_time_and_again_is_a_speaker() -> None:
    assert [speaker for speaker, _ in turns_of(transcript("NOVAK"))] == ["NOVAK", "QUESTION", "NOVAK"]


def test_a_heading_in_capitals_is_none() -> None:
    text = "TRADE: The ministers met in Oslo.\n\nThe road will open to lorries in June after the works are over.\n"
    assert turns_of(text) == []


def test_the_places_are_those_of_the_text() -> None:
    text = transcript("FOREIGN MINISTER WANG YI")
    _, mentions, _ = read_text(text, published=DAY, readers=ReaderChoice.RULES)
    assert {mentions.words(person.span) for person in mentions.persons} == {"WANG YI"}
    assert all(len(token.text) == token.end - token.start for token in mentions.tokens)
