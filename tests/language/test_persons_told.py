"""Persons whose office or party stands farther off: lists, parties' leaders, bodies' heads, names written otherwise."""

import pytest

from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from tests.language.test_people_in_office import Person, people

# sentence, its persons
TOLD: list[tuple[str, list[Person]]] = [
    # signed deeds; a headline's capitals are no name
    ("I, ANA R. POE JR., President of Peru, proclaim it.", [("ANA R. POE JR.", "president", "PER")]),
    ("TALKS IN U.N. BEGIN, President of Peru says.", []),
    # a monarch's style before the office; a name that ends so
    ("They told His Majesty King Salman of Saudi Arabia.", [("Salman", "king", "SAU")]),
    # not in office yet
    ("Peru's foreign minister-in-waiting Ana Poe left.", [("Ana Poe", "foreign minister-designate", "PER")]),
    ("Peru's foreign minister is waiting in Lima.", []),
    # what Spanish America calls its foreign minister, and Germany its head of government
    ("Uruguayan Chancellor Ana Poe left.", [("Ana Poe", "foreign minister", "URY")]),
    ("Austrian Chancellor Ana Poe left.", [("Ana Poe", "chancellor", "AUT")]),
    # officials under the minister
    ("Thailand's Permanent Secretary of Energy Ana Poe left.", [("Ana Poe", "permanent secretary of energy", "THA")]),
    ("The United States' Secretary of Energy Ana Poe left.", [("Ana Poe", "secretary of energy", "USA")]),
    ("Special Aide to the Prime Minister Ana Poe left.", [("Ana Poe", "special aide to the prime minister", None)]),
    ("Juan Poe, Secretary General of the Ministry of Foreign Affairs of Peru, left.",
     [("Juan Poe", "secretary general of the ministry of foreign affairs", "PER")]),
    ("Senior Bureau Official Ana Poe left.", [("Ana Poe", "senior bureau official", "USA")]),
    ("A senior bureau officer, Juan Poe, left.", [("Juan Poe", None, None)]),
    # behind a comma and the name; a list of the like ends no name
    ("It was led by Peru's Foreign Minister Juan Poe and his Greek counterpart, Nikos Papadakis.",
     [("Juan Poe", "foreign minister", "PER"), ("Nikos Papadakis", "foreign minister", "GRC")]),
    ("Juan Poe, Administrator, Harbours Agency, left.", [("Juan Poe", "administrator", None)]),
    ("Ambassador Ana Poe, Director of the Domestic Policy Council, left.",
     [("Ana Poe", "director of the domestic policy council", "USA")]),
    ("Ambassador Ana Poe, director of a play, left.", [("Ana Poe", "ambassador", None)]),
    ("Juan Poe of Thailand, chairman of the Tin Conference, left.", [("Juan Poe", "chairman", "THA")]),
    ("Juan Poe of the club, who met the chairman of the Tin Conference, left.", [("Juan Poe", None, None)]),
    # bodies that one state alone has
    ("They met Juan Poe, commander of the Quds Force.", [("Juan Poe", "commander of the quds force", "IRN")]),
    ("They met Juan Poe, commander of the Kestrel Force.", [("Juan Poe", "commander", None)]),
    ("They met Juan Poe, head of training for the Quds Force.", [("Juan Poe", "head", "IRN")]),
    # parties within a state, whose leaders' state it is, where only one that has a party so called is told of
    ("In Britain, Labour Party leader Juan Poe left.", [("Juan Poe", "party leader", "GBR")]),
    ("In Britain and Norway, Labour leader Juan Poe left.", [("Juan Poe", "labour leader", None)]),
    ("They met Likud leader Juan Poe.", [("Juan Poe", "likud leader", "ISR")]),
    ("They met Juan Poe, leader of the main opposition Likud party.", [("Juan Poe", "leader", "ISR")]),
    ("In Britain, union leader Juan Poe spoke of labour.", [("Juan Poe", "union leader", None)]),
    ("They met Democratic leader Juan Poe of West Virginia.", [("Juan Poe", "leader", "USA")]),
    ("They met Democratic leader Juan Poe of the club.", [("Juan Poe", "leader", None)]),
    ("The British conservative MEP Charles Poe left.", [("Charles Poe", "member of the european parliament", "GBR")]),
    # those of one state's list; another state's office within it
    ("The Peruvian aides here include Deputy Trade Minister Juan Poe and Deputy Oil Minister Ana Roe.",
     [("Juan Poe", "deputy trade minister", "PER"), ("Ana Roe", "deputy oil minister", "PER")]),
    ("The leaders of Peru, Chile and Brazil – Ana Poe, Juan Roe and Ian Doe – met.",
     [("Ana Poe", "leader", "PER"), ("Juan Roe", "leader", "CHL"), ("Ian Doe", "leader", "BRA")]),
    ("The leader of Peru – Juan Roe, some say – met others.", [("Juan Roe", None, None)]),
    # a president's wife; another's
    ("President Macron and Melania Macron, the first lady, left.",
     [("Macron", "president", "FRA"), ("Melania Macron", "first lady", "FRA")]),
    ("President Macron and Melania Poe, the first lady, left.",
     [("Macron", "president", "FRA"), ("Melania Poe", "first lady", None)]),
    # a court named before; a chamber of two states
    ("The International Criminal Court waits. The court's chief prosecutor, Juan Poe, left.",
     [("Juan Poe", "chief prosecutor", "ICC")]),
    ("Canada's premier met the Speaker of the House of Commons Ana Roe.", [("Ana Roe", "speaker", "CAN")]),
    ("France's premier met the Speaker of the House of Commons Ana Roe.", [("Ana Roe", "speaker", "GBR")]),
    # a member of a chamber, and who presides over it
    ("They met Russian State Duma Deputy Fetisov.", [("Fetisov", "state duma deputy", "RUS")]),
    ("They met Russian State Duma Deputy Speaker Fetisov.", [("Fetisov", "deputy speaker", "RUS")]),
    # what one's ministry is of, where a report tells of one state
    ("Peru grows, and so do Peruvian ports. Juan Poe, Deputy Director of the Finance Ministry's customs service, left.",
     [("Juan Poe", "deputy director", "PER")]),
    ("Peru grows, and so do Peruvian ports. Juan Poe, Deputy Director of the Finance Journal, left.",
     [("Juan Poe", "deputy director", None)]),
    # whom others fight
    ("They came since Peruvian forces battling longtime leader Juan Poe left.", [("Juan Poe", "leader", None)]),
    # artists
    ("They met the writer and director Juan Poe and film director Ian Doe.",
     [("Juan Poe", None, None), ("Ian Doe", None, None)]),
    ("They met the chairman and director Juan Poe.", [("Juan Poe", "director", None)]),
    # a name like a state's adjective; one sent to a post; an apposition that no comma closes
    ("Economic Development Minister German Gref left.", [("German Gref", "economic development minister", None)]),
    ("They met China's commercial counsellor in its Lima embassy, Juan Poe, and left.",
     [("Juan Poe", "counsellor", "CHN")]),
    ("Sergei Petrov, the Russian ambassador to Peru also came.", [("Sergei Petrov", "ambassador", "RUS")]),
    ("Yesterday with Sergei Petrov, the Russian ambassador came.", [("Sergei Petrov", None, None)]),
    # what one is appointed to be, and what one is only to be
    ("They welcome the appointment of Juan Poe as the new UN Special Envoy.", [("Juan Poe", "special envoy", "UN")]),
    ("They nominated Juan Poe as Foreign Minister of Peru.", [("Juan Poe", "foreign minister-designate", "PER")]),
    ("They see Juan Poe as Foreign Minister of Peru.", [("Juan Poe", None, None)]),
    ("Juan Poe, of the State of Ohio, to be Ambassador of Peru.", [("Juan Poe", "ambassador-designate", "PER")]),
    ("Juan Poe, of Ohio, is to be at the embassy of Peru.", [("Juan Poe", None, None)]),
    # a calling that is no chief's; a verb
    ("They met Juan Poe, CNN CHIEF MEDICAL CORRESPONDENT.", [("Juan Poe", None, None)]),
    ("I delegate Wael to lead.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told_of_a_person(text: str, wanted: list[Person]) -> None:
    assert people(text) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a surname is no initial of another's name
        ("They spoke of George Washington. President George W. Bush left.", ["George Washington", "George W. Bush"]),
        ("They spoke of George Bush. President George W. Bush left.", ["George W. Bush"]),
        # a head of state is called by no other title beside another of the name
        ("President Juan Poe left. Where was Jill Poe? “Dr. Poe waits,” they said.", ["Juan Poe", "Jill Poe"]),
        # called by the first word, in the office that he has; in another office he is another
        (
            "They met Japanese Director-General for Asian Affairs Funakoshi Takehiro. Director-General Funakoshi left.",
            ["Funakoshi Takehiro"],
        ),
        (
            "They met Japanese Director-General for Asian Affairs Funakoshi Takehiro. Governor Funakoshi left.",
            ["Funakoshi Takehiro", "Funakoshi"],
        ),
    ],
)
def test_who_is_one_person(text: str, names: list[str]) -> None:
    assert [one[0] for one in people(text)] == names


def test_a_member_of_parliament_has_a_full_name_and_a_firm_none() -> None:
    assert people("They heard British MP John Poe.")[0][:2] == ("John Poe", "member of parliament")
    assert not people("MP Minerals announced a mine in Texas, they said.")


def test_a_president_elect_of_a_body_in_an_account() -> None:
    text = "I thank President Billy Poe of the caucus, and President-Elect Laura Roe."
    assert people(text, side="USA")[1] == ("Laura Roe", "president-elect", None)


def test_another_states_candidate_in_an_account() -> None:
    text = "The United States calls on the Peruvian government to free presidential candidates Ian Doe and Juan Poe."
    assert {one[2] for one in people(text, side="USA")} == {"PER"}


@pytest.mark.parametrize("end", [",", " ,", " (", " –", ", the", ", of", ", former", ", nominated"])
def test_a_text_may_end_behind_a_name(end: str) -> None:
    report = make_report(f"Jan Novak{end}", Source("t", "test"), shipped())
    assert [report.text[one.span.start : one.span.end] for one in find_mentions(report, shipped()).persons] == [
        "Jan Novak"
    ]
