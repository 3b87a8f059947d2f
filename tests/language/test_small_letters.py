"""Small letters: a report in capitals throughout is read in the letters of prose, each at its place."""

from datetime import date

import pytest

from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.language.small_letters import in_small_letters
from aidememoire.model import MeetingValues, Report, StatementValues
from aidememoire.pipeline import read_text

DAY = "1985-11-21"

# As it stands in a cable, and as prose writes it.
WRITTEN = (
    (
        "BONN, MAY 3, 1985 - CHANCELLOR HELMUT KOHL TOLD THE POLISH ENVOY THAT HE MAY VISIT MOSCOW IN MAY.",
        "Bonn, May 3, 1985 - Chancellor Helmut Kohl told the Polish envoy that he may visit Moscow in May.",
    ),
    (
        "FOREIGN MINISTER HANS-DIETRICH GENSCHER MET NATO AND U.S. OFFICIALS IN PARIS ON NOV. 4.",
        "Foreign Minister Hans-Dietrich Genscher met NATO and U.S. officials in Paris on Nov. 4.",
    ),
    (
        "VIENNA (AP) - SECRETARY OF STATE JAMES BAKER SAID THE US DELEGATION GAVE US NO PAPERS.",
        "Vienna (AP) - Secretary of state James Baker said the US delegation gave us no papers.",
    ),
    (
        "A DAY LATER LLEWELLYN J. THORNQUIST WENT TO WORK. THE BAKERS MARCH TO THE TOWN HALL.",
        "A day later Llewellyn J. Thornquist went to work. The bakers march to the town hall.",
    ),
)

# Not in capitals throughout, or too short to tell.
LEFT = (
    "ENVOYS MEET IN BONN\n\nThe Polish envoy met Chancellor Helmut Kohl in Bonn on Monday.",
    "ENVOYS MEET IN BONN",
)


def report(text: str) -> Report:
    return make_report(text, Source("t", "test", published=DAY), shipped())


@pytest.mark.parametrize(("cable", "prose"), WRITTEN)
def test_cables_are_written_as_prose(cable: str, prose: str) -> None:
    assert in_small_letters(report(cable), shipped()).text == prose


@pytest.mark.parametrize("text", LEFT)
def test_others_are_left_as_they_are(text: str) -> None:
    given = report(text)
    assert in_small_letters(given, shipped()) is given


def test_the_report_keeps_its_identity_and_its_day() -> None:
    given = report(WRITTEN[0][0])
    mentions = find_mentions(given, shipped())
    assert mentions.report.id == given.id
    assert mentions.report.text.upper() == given.text
    assert mentions.on == date(1985, 5, 3)


def test_people_are_found_in_it() -> None:
    mentions = find_mentions(report(WRITTEN[1][0]), shipped())
    assert [(actor.name, actor.party) for actor in mentions.actors if actor.office] == [
        ("Hans-Dietrich Genscher", "DEU")
    ]


def test_claims_quote_it_as_it_is_given() -> None:
    given, _, reading = read_text(WRITTEN[0][0] + " HE WILL MEET PRESIDENT REAGAN IN BONN.", published=DAY)
    fields = {MeetingValues: "place", StatementValues: "content"}
    quoted = [
        (getattr(claim.values, fields[type(claim.values)]), span)
        for claim in reading.claims
        if type(claim.values) in fields
        for span in dict(claim.spans).get(fields[type(claim.values)], ())
    ]
    assert quoted
    assert all(words == given.words(span) for words, span in quoted)
