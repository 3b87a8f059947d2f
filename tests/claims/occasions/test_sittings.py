"""Sittings of bodies, those who sat there, visitors called so, meetings with others abroad: text → occasions.

An occasion is written as in ``occasions.txt``, with those who took part behind it; an empty list where none is told of.
"""

import pytest
from tests.claims.tables import written
from tests.claims.test_meetings import FILLER, meetings_in, read

from aidememoire.claims.occasions.parties.colleges import body_meant, sat
from aidememoire.knowledge import shipped
from aidememoire.model import MeetingValues, Proposal

OPEC = "OPEC has not changed its quotas. "
UNION = "The European Union is divided. "
CLOSED = "At a closed session of the UN Security Council on Monday, the truce was praised. "
IN_BRUSSELS = "EU foreign ministers met in Brussels on Monday. "
STORE = "Norwegian Foreign Minister Jonas Gahr Store "
LARRAIN = "Chilean Finance Minister Felipe Larrain will travel to Peru on 14 May "

ROWS = [
    # the ministers, the council: of the body named last
    (OPEC + "Oil ministers will meet again in Vienna on 20 May.", ["meeting planned OPEC 2012-05-20 Vienna"]),
    (OPEC + "The rebel leaders will meet again in Vienna on 20 May.", []),
    (UNION + "The plan goes before a meeting of finance ministers on 14 May.", ["meeting planned EU 2012-05-14 -"]),
    (UNION + "The plan goes before a meeting of bank managers on 14 May.", []),
    # a region's leaders: of its own body, where the report names it
    (
        "The African Union has sent an envoy. African leaders meeting in Nairobi on Monday asked for calm.",
        ["meeting held AU 2012-05-07 Nairobi"],
    ),
    ("African leaders meeting in Nairobi on Monday asked for calm.", []),
    # what a college decided the other day; not what the body did, nor what was decided once
    ("EU farm ministers agreed on Monday to send seed to Mali.", ["meeting held EU 2012-05-07 -"]),
    ("The UN Security Council adopted the resolution on Monday.", ["meeting held UN 2012-05-07 -"]),
    ("The European Union agreed on Monday to send trainers to Mali.", []),
    ("EU foreign ministers agreed in March to send trainers to Mali.", []),
    ("The city council agreed on Monday to mend the road to Mali.", []),
    ("The UN Security Council eased the sanctions on Monday.", ["meeting held UN 2012-05-07 -"]),
    ("The newspaper eased the rules of the UN Security Council on Monday.", []),
    # the same told the other way round
    ("The truce was discussed on Monday by the UN Security Council.", ["meeting held UN 2012-05-07 -"]),
    ("The truce was discussed on Monday by the newspapers of the EU.", []),
    ("The truce was discussed in March by the UN Security Council.", []),
    # a debate, which is held nowhere else
    ("The UN General Assembly is in New York. The assembly debated the truce.", ["meeting held UN - -"]),
    ("The UN General Assembly is in New York. The papers debated the truce.", []),
    ("The UN General Assembly has begun a debate on the truce.", ["meeting held UN - -"]),
    (
        "At a UN Security Council debate on Monday, Brazilian Ambassador Maria Ribeiro Viotti said that it held.",
        ["meeting held BRA+UN 2012-05-07 -: Maria Ribeiro Viotti"],
    ),
    ("The papers follow the EU debate on the truce of Monday.", []),
    ("On Monday the Security Council votes for a truce.", []),
    # the assembly is of the body that has one, and not of the one named last
    (
        "The UN General Assembly is in New York. NATO is not. The assembly debated the truce.",
        ["meeting held UN - -"],
    ),
    # a grouping that has no office anywhere agrees where its ministers sit
    ("The Group of Five agreed in Oslo last month to lower their rates.", ["meeting held G5 2012-04 Oslo"]),
    ("The Group of Five agreed in principle last month to lower their rates.", []),
    ("The World Bank agreed in Oslo last month to lower its rates.", []),
    # each body's own meeting
    (
        "Monday’s meetings of the African Union and NATO changed little.",
        ["meeting held AU 2012-05-07 -", "meeting held NATO 2012-05-07 -"],
    ),
    # states in a row behind a body's name that aren't its members
    (
        "The plan spares the European Union, Mexico, Canada and Brazil. EU foreign ministers met in Oslo on Monday.",
        ["meeting held EU 2012-05-07 Oslo"],
    ),
    # what it is to take up
    ("The mission will be discussed by EU defence ministers on 14 May.", ["meeting planned EU 2012-05-14 -"]),
    ("The mission will be discussed by the newspapers of the EU on 14 May.", []),
    ("The UN Security Council will discuss Mali with the envoy on 10 May.", []),
    # words said to a council
    ("The UN envoy to Mali told the Security Council on Monday that it held.", ["meeting held UN 2012-05-07 -"]),
    ("The UN envoy to Mali told reporters on Monday that it held.", []),
    # who sat there
    (CLOSED + "Brazil and India abstained from the vote.", ["meeting held BRA+IND+UN 2012-05-07 -"]),
    (CLOSED + "Brazil and India sent rice.", ["meeting held UN 2012-05-07 -"]),
    (
        IN_BRUSSELS + "Finnish Foreign Minister Erkki Tuomioja told the meeting that time was short.",
        ["meeting held EU+FIN 2012-05-07 Brussels: Erkki Tuomioja"],
    ),
    (
        IN_BRUSSELS + "Chilean Foreign Minister Alfredo Moreno told reporters in Lima that time was short.",
        ["meeting held EU 2012-05-07 Brussels"],
    ),
    # a body's members in a row behind its name; not some states behind it
    (
        "The Group of Seven -- Britain, Canada, France, Germany, Italy, Japan and the United States -- met on 5 May.",
        ["meeting held CAN+DEU+FRA+G7+GBR+ITA+JPN+USA 2012-05-05 -"],
    ),
    ("NATO ambassadors met on 5 May, as Chile, Peru and Bolivia sent rice.", ["meeting held NATO 2012-05-05 -"]),
    # visitors
    (
        "OSLO, May 8 - Visiting Danish Foreign Minister Villy Sovndal praised the ferries.",
        ["visit ongoing DNK+NOR 2012-05-08 OSLO: Villy Sovndal"],
    ),
    ("OSLO, May 8 - Norway likes visiting Danish towns.", []),
    # others abroad, unnamed; not one's own
    (STORE + "will meet Gulf leaders in Cairo on 14 May.", ["meeting planned NOR 2012-05-14 Cairo: Jonas Gahr Store"]),
    (STORE + "will meet party leaders in Bergen on 14 May.", []),
    (STORE + "met with his interior and finance ministers in Oslo on 7 May.", []),
    # people by where they come from
    (
        "Kenyan officials met diplomats from Rwanda, Burundi and Uganda in Nairobi on Monday.",
        ["meeting held BDI+KEN+RWA+UGA 2012-05-07 Nairobi"],
    ),
    ("Kenyan officials met tourists from Rwanda in Nairobi on Monday.", []),
    # a guest between the word and his name; who "it" is
    (
        "Finnish Premier Jyrki Katainen held talks in Helsinki with the visiting Polish leader Bronislaw Komorowski.",
        ["talks held FIN+POL - Helsinki: Bronislaw Komorowski, Jyrki Katainen"],
    ),
    (
        "The Chilean delegation says it held talks with Peruvian officials in Lima on Monday.",
        ["talks held CHL+PER 2012-05-07 Lima"],
    ),
    ("Chile denied it. Its foreign minister is due in Lima on 14 May.", ["visit planned CHL+PER 2012-05-14 Lima"]),
    # a journey to bankers or to a body's session is no visit to the country
    (LARRAIN + "for talks with bankers.", []),
    (
        LARRAIN + "to attend the yearly meetings of the World Bank.",
        ["meeting planned CHL+World_Bank 2012-05-14 Peru: Felipe Larrain"],
    ),
    (
        LARRAIN + "for talks with Peruvian Finance Minister Luis Castilla.",
        ["visit planned CHL+PER 2012-05-14 Peru: Felipe Larrain, Luis Castilla"],
    ),
    # a state's opposition is not the state
    (
        STORE + "met leaders of Syria’s opposition in Oslo on Monday.",
        ["meeting held NOR+Syrian_opposition 2012-05-07 Oslo: Jonas Gahr Store"],
    ),
    (STORE + "met leaders of Chile’s opposition in Oslo on Monday.", []),
    # a summit that but tells when, or where something was said once
    ("Chilean President Sebastian Pinera may resign after the Oslo summit of May 2010.", []),
    ("Chilean President Sebastian Pinera praised aims that were set at the Oslo summit of May 2010.", []),
    ("Chilean President Sebastian Pinera praised the Oslo summit agreement of May 2010.", []),
    (
        "Chilean President Sebastian Pinera said after the Oslo summit of May 2010 that it was calm.",
        ["summit held CHL 2010-05 Oslo: Sebastian Pinera"],
    ),
    # to attend what others have called to
    ("Chilean Foreign Minister Alfredo Moreno will go to Peru to attend the conference.", []),
    # to where bodies sit, for talks; to a country
    ("Chilean Foreign Minister Alfredo Moreno will return to Geneva on 14 May for detailed negotiations.", []),
    (
        "Chilean Foreign Minister Alfredo Moreno will return to Geneva on 14 May to see the Swiss president.",
        ["visit planned CHE+CHL 2012-05-14 Geneva: Alfredo Moreno"],
    ),
    # by whom something is led
    (
        "NATO and the Chilean-led Rio Group held talks in Oslo on Monday.",
        ["talks held NATO+Rio_Group 2012-05-07 Oslo"],
    ),
    # talks between others than who called for them
    ("The UN called on Monday for talks between the government and the miners.", []),
]


def told(item: Proposal) -> str:
    assert isinstance(item.values, MeetingValues)
    names = ", ".join(sorted(one.name for one in item.values.participants))
    return written(item) + (f": {names}" if names else "")


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:70])
def test_sittings(text: str, expected: list[str]) -> None:
    assert [told(item) for item in meetings_in(text + FILLER, "2012-05-08") if isinstance(item, Proposal)] == expected


def test_a_bare_session_is_no_occasion_far_down() -> None:
    far = "The ferry sailed. " * 5
    assert not [one for one in meetings_in(far + "He spoke of a NATO meeting." + FILLER) if isinstance(one, Proposal)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("EU farm ministers today", True),
        ("the ruling Council unanimously", True),
        ("the Council of the Union", False),
        ("the bloc", False),
        ("the rebel council", False),
    ],
)
def test_who_decides_by_sitting(words: str, expected: bool) -> None:
    assert sat(words) is expected


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("OPEC was quiet. The ministers met.", "The ministers", None, "OPEC"),
        ("The UN was quiet. The ministers met.", "The ministers", None, None),  # it has none
        ("OPEC was quiet. A meeting of the board was held.", "A", " of the board was", "OPEC"),
        ("OPEC was quiet. A meeting of the teachers was held.", "A", " of the teachers was", None),
        ("OPEC was quiet." + " It rained." * 6 + " The ministers met.", "The ministers", None, None),  # too far off
    ],
)
def test_body_meant(text: str, before: str, after: str | None, expected: str | None) -> None:
    mentions = read(text)
    assert body_meant(mentions, shipped(), len(mentions.sentences) - 1, before, after) == expected
