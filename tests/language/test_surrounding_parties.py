"""Whose an office is where its own words don't say: what may be concluded from around it, and what may not."""

import pytest

from aidememoire.model import Actor, ActorKind
from tests.language.people_reading import mentions_of


def _named(name: str, text: str, published: str, side: str | None = None) -> Actor:
    actors = mentions_of(text, published=published, side=side).actors
    return next(actor for actor in actors if actor.kind is ActorKind.PERSON and actor.name == name)


REBELS = "Libya's rebels moved west, and Libya's army fell back. "
FOREIGN = "Syria and its neighbours waited for news from Syria. "


@pytest.mark.parametrize(
    ("name", "text", "published", "party"),
    [
        # one of the rebels
        ("Ali Poe", f"{REBELS}They were near, rebel spokesman Ali Poe said.", "2011-07-05", "Libyan rebels"),
        ("Ali Poe", f"{REBELS}Ali Poe, a rebel commander, said so.", "2011-07-05", "Libyan rebels"),
        ("Ali Poe", f"{REBELS}Rebel finance and oil minister Ali Poe said so.", "2011-07-05", "Libyan rebels"),
        ("Omar Roe", f"{REBELS}Rebel leaders Ali Poe and Omar Roe said so.", "2011-07-05", "Libyan rebels"),
        ("Ali Poe", f"{REBELS}Spokesman Ali Poe said so.", "2011-07-05", None),  # whose?
        ("Ali Poe", f"{REBELS}They were near, rebel spokesman Ali Poe said.", "2007-07-05", None),  # no war
        ("Ali Poe", f"{REBELS}A rebel attack killed General Ali Poe.", "2011-07-05", None),  # whose general?
        ("Ali Poe", "They were near, rebel spokesman Ali Poe said.", "2011-07-05", None),  # which?
        # a government's office where the report is on one state
        ("Ali Poe", f"{REBELS}Government spokesman Ali Poe told reporters in Tripoli.", "2011-07-05", "LBY"),
        ("Juan Poe", "LIMA, March 4 - Central Bank director Juan Poe said that Peru's debt is large. Peru pays.",
         "1987-03-04", "PER"),
        ("Juan Poe", "Peru owes Chile and Chile owes Peru. Mr Roe left for Bolivia. "
         "Central Bank director Juan Poe spoke.", "1987-03-04", None),  # whose of three?
        ("Wu Ming", f"{FOREIGN}Deputy Foreign Minister Wu Ming spoke in Damascus.", "2012-03-04", "SYR"),
        ("Wu Ming", f"{FOREIGN}China, Russia and Iran held back. Turkey and Jordan did not. "
         "Deputy Foreign Minister Wu Ming spoke in Damascus.", "2012-03-04", None),  # a guest may speak there
        # of a ministry named behind the office
        ("Ana Poe", "Juan Roe, Director, Ministry of Trade of Chile and Ambassador Ana Poe, Under Secretary Trade "
         "Policy, Ministry of Foreign Affairs and Worship of the Argentine Republic led them.", "2021-05-04", "ARG"),
        ("Ana Poe", "Ambassador Ana Poe, Under Secretary, and Juan Roe, Director, Ministry of Trade of Chile, spoke.",
         "2021-05-04", None),  # whose is she?
        # two with their offices behind their names: the one between two names is the first's
        ("Ana Poe", "At the invitation of Juan Roe, Foreign Minister of Chile, Ana Poe, minister of Peru, came.",
         "2021-05-04", "PER"),
        ("Ana Poe", "At the invitation of the Chilean Foreign Minister, Ana Poe, Foreign Minister of Peru, came.",
         "2021-05-04", "PER"),
        ("Ana Poe", "They met the Chilean Foreign Minister, Ana Poe, the Peruvian Foreign Minister, Juan Roe, too.",
         "2021-05-04", "CHL"),
        # a foreign secretary who is an official, leading a side
        ("Ana Poe", "Chile and Sri Lanka spoke. The Sri Lankan delegation was led by Foreign Secretary Ana Poe.",
         "2021-05-04", "LKA"),
        # a spokesman after his body's sentence
        ("Juan Poe", "Peru's foreign ministry denied it. Spokesman Juan Poe said it was false.", "2012-03-04", "PER"),
        ("Juan Poe", "Observers blamed Peru's foreign ministry. Spokesman Juan Poe said it was false.",
         "2012-03-04", None),  # the observers' own?
        # a state in a quotation that is closed before the speaker; departments that are one state's alone
        ("Ana Poe", "“We fear for the people in Peru,” Deputy Foreign Minister Ana Poe said.", "2012-03-04", None),
        ("Ana Poe", "“They threaten Peru's revolution,” Information Minister Ana Poe said.", "2012-03-04", "PER"),
        ("Ana Poe", "Asked about Peru, Deputy Foreign Minister Ana Poe said “no”.", "2012-03-04", "PER"),
        ("John Roe", "“Peru will answer,” Acting Under Secretary for Narcotics John Roe said. America waits.",
         "2012-03-04", "USA"),
        ("John Roe", "“Peru will answer,” Acting Under Secretary for Narcotics John Roe said. Manila and America wait.",
         "2012-03-04", None),  # the Philippines have such
        ("John Roe", "Peru waits, House Speaker John Roe said. America waits, and Britain.", "2012-03-04", "USA"),
        ("John Roe", "Peru waits, House Speaker John Roe said. Manila and America wait.", "2012-03-04", None),
        ("John Roe", "Peru waits, House Speaker John Roe said. Chile waits.", "2012-03-04", None),
        ("John Roe", "Undersecretary of Commerce John Roe left. America waits.", "1987-03-04", "USA"),
        # where a spokesman speaks regularly
        ("Wu Ming", f"{FOREIGN}Foreign Ministry spokesman Wu Ming told a regular news briefing in Beijing.",
         "2012-03-04", "CHN"),
        ("Wu Ming", f"{FOREIGN}Spokesman Wu Ming said in Beijing that all was well.", "2012-03-04", None),  # a guest?
        # a deputy secretary-general is no state's
        ("Ali Poe", "The Arab League met on Libya. It was needed, said Deputy Secretary-General Ali Poe.",
         "2011-03-04", "Arab League"),
        ("Ali Poe", "All looked at Libya, said Deputy Secretary-General Ali Poe.", "2011-03-04", None),
        # a body that no table knows
        ("Taro Poe", "The talks were led by U.S. envoy John Roe and KOTI vice minister Taro Poe.", "1987-04-05", None),
        # bodies and organisations before the office
        ("Ana Poe", "They heard former FBI director Ana Poe.", "2018-05-16", "USA"),
        ("Ana Poe", "Peru's NATO envoy, Ana Poe, spoke.", "2018-05-16", "PER"),
        ("Ana Poe", "NATO envoy Ana Poe spoke.", "2018-05-16", "NATO"),
        # words between an office and the name, and before the office
        ("Ana Poe", "Turkey's ambassador in Athens, Ana Poe, was to leave.", "1987-05-16", "TUR"),
        ("Ana Poe", "The head of the UN mission in Peru, Ana Poe, left.", "2012-05-16", "UN"),
        ("Juan Roe", "They met the ambassador in Lima, Juan Roe and Ana Poe.", "2012-05-16", None),  # three people
        ("Ana Poe", "Ana Poe, U.N. under-secretary-general for political affairs, left.", "2012-05-16", "UN"),
        ("Ana Poe", "Republican Senator Ana Poe left.", "2012-05-16", "USA"),
        ("Ana Poe", "Senator Ana Poe urged democratic reform in Peru.", "2012-05-16", None),
        ("Ana Poe", "Senator Ana Poe met Republican rivals.", "2012-05-16", None),
        ("Ana Poe", "Senator Ana Poe (D-Ohio) left.", "2012-05-16", "USA"),
        ("Ana Poe", "Senator Ana Poe left.", "2012-05-16", None),  # whose senate?
        ("Ana Poe", "British Foreign Office Minister Ana Poe left.", "2012-05-16", "GBR"),
        ("Ana Poe", "Ana Poe, outgoing chairman of the U.S. Joint Chiefs of Staff, left.", "2012-05-16", "USA"),
        # a body's head, of a state or of nobody's government
        ("Ana Poe", "Ana Poe, the President of the Central Bank of Peru, left.", "2012-05-16", "PER"),
        ("Ana Poe", "Ana Poe, chairman of the Tea Association of Peru, left.", "2012-05-16", None),
        ("Ana Poe", "Ana Poe, head of Cairo's International Centre for Tea, left.", "2012-05-16", None),
        ("Ana Poe", "FRANKFURT, March 4 - Germany waited. Germany paid. European Central Bank president Ana Poe left.",
         "2011-03-04", None),
        ("Taro Poe", "Japan would wait, Chief Cabinet Secretary Taro Poe said.", "2018-05-16", "JPN"),
        # a member of a senate or congress: by what he is called behind his name, by what sends him, by who has a senate
        ("Ana Poe", "Representative Ana Poe, the panel's top Democrat, left.", "2018-04-20", "USA"),
        ("Ana Poe", "Representative Ana Poe, a critic of Democrats, left.", "2018-04-20", None),
        ("Ana Poe", "Senator Ana Poe, asked by Republican rivals, left.", "2018-04-20", None),
        ("Ana Poe", "Representative Ana Poe of New Mexico left.", "2018-04-20", "USA"),
        ("Ana Poe", "Senator Ana Poe from Ontario left.", "2018-04-20", "CAN"),
        ("Ana Poe", "Senator Ana Poe of Georgia left.", "2018-04-20", None),  # it may be either
        ("Ana Poe", "Syria waits. Senator Ana Poe said the United States would, too.", "2012-04-20", "USA"),
        ("Ana Poe", "Italy waits. Senator Ana Poe said the United States would, too.", "2012-04-20", None),
        ("Ana Poe", "Syria waits. Senator Ana Poe said Israel would, too.", "2012-04-20", None),
        # an office that only another state's departments have is not that of the state the report is about
        ("John Poe", "Libya waits. Libya pays. Libya is calm. Former Assistant Secretary of Defense John Poe left "
         "Libya.", "2007-04-20", None),
        ("John Poe", "Libya waits. Libya pays. Libya is calm. America agrees. Former Assistant Secretary of Defense "
         "John Poe left Libya.", "2007-04-20", "USA"),
        ("Ken Poe", "The accord was offered by House Speaker Ken Poe. American and Japanese farmers wait.",
         "1987-04-20", None),  # both have one
        # a department's abbreviation, with or without stops; a field before an undersecretary
        ("John Poe", "An aide to USDA undersecretary John Poe said the Soviet Union may buy.", "1987-03-04", "USA"),
        ("John Poe", "They wrote to the former F.B.I. director John Poe.", "2018-04-20", "USA"),
        ("Juan Poe", "Peru pays. Peruvian banks agreed. Peru gains, and Peru's debt falls. The sources said Finance "
         "Undersecretary Juan Poe left Oslo.", "1987-03-04", "PER"),
        ("Juan Poe", "Peru pays Chile. Chile agreed. The sources said Finance Undersecretary Juan Poe left Oslo.",
         "1987-03-04", None),
        # what kind of body it is, in brackets; what else stands in brackets says nothing
        ("Karl Poe", "They said Bundesbank (central bank) president Karl Poe agreed.", "1987-03-04", "DEU"),
        ("Karl Poe", "They said Bundesbank (so it was told) president Karl Poe agreed.", "1987-03-04", None),
        # a spokesman unnamed until then
        ("Wu Ming", "A Chinese foreign ministry spokesman would not say more. “It is good for Syria,” spokesman Wu "
         "Ming said.", "2012-03-04", "CHN"),
        ("Wu Ming", "A Chinese foreign ministry spokesman agreed, and a U.S. spokesman did not. “It is good,” "
         "spokesman Wu Ming said.", "2012-03-04", None),  # whose of two?
        ("Wu Ming", "A Chinese foreign ministry spokesman, Li Poe, agreed. “It is good,” spokesman Wu Ming said.",
         "2012-03-04", None),  # another one
        ("Wu Ming", "Li Poe, a Chinese foreign ministry spokesman, agreed. “It is good,” spokesman Wu Ming said.",
         "2012-03-04", None),
        ("Wu Ming", "A Chinese foreign ministry spokesman agreed. It rained. It snowed. “It is good,” spokesman "
         "Wu Ming said.", "2012-03-04", None),  # too far
        # officials of whom he is one
        ("Ken Poe", "The envoy met Deputy Foreign Minister Ken Poe and other senior Japanese officials.",
         "1987-04-20", "JPN"),
        ("Ken Poe", "The envoy met Deputy Foreign Minister Ken Poe and other guests of Japanese firms.",
         "1987-04-20", None),
        # the office of an office; who appoints
        ("Ali Poe", "The U.N. Secretary-General's special envoy on Libya, Ali Poe, left.", "2011-04-20", "UN"),
        ("Ali Poe", "The king's special envoy on Libya, Ali Poe, left.", "2011-04-20", None),
        ("Ana Poe", "UN Secretary-General Ban Ki-moon appointed a special envoy on conflict, Ana Poe.",
         "2011-04-20", "UN"),
        ("Ana Poe", "UN Secretary-General Ban Ki-moon met a special envoy, Ana Poe.", "2011-04-20", None),
        ("Ivan Poe", "Russian President Dmitry Medvedev waits. Medvedev's special Africa envoy Ivan Poe left.",
         "2011-04-20", "RUS"),
        ("Ivan Poe", "Russian President Dmitry Medvedev waits. Medvedev's wife saw an envoy, Ivan Poe.",
         "2011-04-20", None),
        # a field's commissioner, of whose body the report tells; a police commissioner is none
        ("Karl Poe", "EC sources said Industry Commissioner Karl Poe told ministers.", "1987-04-20", "EC"),
        ("Karl Poe", "EC sources said Police Commissioner Karl Poe told ministers.", "1987-04-20", None),
        ("Karl Poe", "Peruvian sources said Industry Commissioner Karl Poe told ministers.", "1987-04-20", None),
        # whose minister: theirs who say so
        ("Giles Poe", "British diplomats said their minister, Giles Poe, insisted.", "1987-04-20", "GBR"),
        ("Giles Poe", "British and French diplomats said their minister, Giles Poe, insisted.", "1987-04-20", None),
        ("Giles Poe", "British diplomats said a minister, Giles Poe, insisted.", "1987-04-20", None),
        # whose delegation he leads: the only one named near
        ("Ana Poe", "A Peruvian trade delegation came. The delegation's leader, Ana Poe, left.", "1987-04-20", "PER"),
        ("Ana Poe", "A Peruvian delegation met a Chilean delegation. The delegation's leader, Ana Poe, was glad.",
         "1987-04-20", None),
        ("Ana Poe", "Peru awaits a delegation. The delegation's leader, Ana Poe, was glad.", "1987-04-20", None),
        # a part of a state in small letters
        ("Ivan Poe", "Ivan Poe, deputy head of the Peruvian parliament's foreign affairs committee, left.",
         "2012-04-20", "PER"),
        ("Ivan Poe", "Ivan Poe, deputy head of the Peruvian football association, left.", "2012-04-20", None),
        # a ministry's man begins his sentence, or its quotation, after one whose subject is a state; no envoy does
        ("Ivan Poe", "In other moves, Russia said it could not back a draft on Syria. Deputy Foreign Minister Ivan Poe "
         "told Interfax: “No.”", "2012-03-09", "RUS"),
        ("Ana Poe", "Russia said it could not back a draft on Syria. Ambassador Ana Poe told reporters: “No.”",
         "2012-03-09", None),
        ("Wu Ming", "China waits. “We must resolve the Syrian crisis,” said foreign ministry spokesman Wu Ming.",
         "2012-03-09", "CHN"),
        ("Wu Ming", "Syria was blamed by Russia. Deputy Foreign Minister Wu Ming said “No.”", "2012-03-09", None),
        ("Ken Poe", "The U.S. suffered a deficit last year and Japan accounted for about a third. Foreign Ministry "
         "spokesman Ken Poe said he was hopeful.", "1987-04-09", None),
        # whose press the sentence quotes
        ("Ali Poe", "Turkey lost a jet over Syria. In a conference on Syrian state TV, Foreign Ministry spokesman Ali "
         "Poe said so.", "2012-06-25", "SYR"),
        ("Ali Poe", "Turkey lost a jet over Syria. All is calm, Foreign Ministry spokesman Ali Poe told the "
         "Syrian news agency.", "2012-06-25", None),
        # an attorney general is of the state the report is about, if it has one; a prosecutor of the court named near
        ("Jeff Poe", "America waits. The U.S. pays. Americans agree. The U.S. is calm. Attorney General Jeff Poe left.",
         "2018-03-09", "USA"),
        ("Jeff Poe", "Russia fell. Russia waits. Russian men agree. Acting Attorney General Jeff Poe left.",
         "2018-03-09", None),
        ("Luis Poe", "The International Criminal Court waits. Chief prosecutor Luis Poe left.", "2011-06-09", "ICC"),
        ("Luis Poe", "Libya waits. Chief prosecutor Luis Poe left.", "2011-06-09", None),
        # who sits in a congress, by the letter behind his name or the chamber before his office
        ("Bob Poe", "A statement came from Judiciary Chairman Bob Poe, R-Va., and others.", "2018-03-09", "USA"),
        ("Ana Poe", "Peru's Minister Ana Poe (D-Day's historian) left.", "2018-03-09", "PER"),
        ("Ana Poe", "America waits. Senate Minority Leader Ana Poe left.", "2018-03-09", "USA"),
        ("Ana Poe", "America and Kenya wait. Senate Minority Leader Ana Poe left.", "2018-03-09", None),
        # movements' councils and forces
        ("Abdul Poe", "Abdul Poe, a spokesman and deputy chairman of the opposition's Transitional National Council, "
         "left.", "2011-03-09", "NTC"),
        ("Khaled Poe", f"{REBELS}Khaled Poe, a spokesman for the opposition military forces, left.", "2011-03-09",
         "Libyan rebels"),
        ("Khaled Poe", f"{REBELS}Khaled Poe, a spokesman for the opposition, left.", "2011-03-09", None),
        # whose adviser, once more; who sends an envoy abroad
        ("Ali Poe", "“No,” said Ali Poe, another former national security adviser to Mr. Netanyahu. Israel waits.",
         "2016-01-05", "ISR"),
        ("John Poe", "John Poe, Obama's national intelligence chief, left. Barack Obama agreed.", "2011-03-24", "USA"),
        ("Ivan Poe", "Moscow's Africa envoy Ivan Poe left.", "2011-03-24", "RUS"),
        ("Ivan Poe", "A tribe's Africa envoy Ivan Poe left.", "2011-03-24", None),
        # a bare surname is nobody's who is only called like it, where another bore it in that office
        ("Michel", "Prime Minister Michel left.", "2021-05-10", None),
        ("Michel", "Prime Minister Michel left.", "2017-05-10", "BEL"),
        ("Mitchell", "Prime Minister Mitchell left.", "2021-05-10", "GRD"),
    ],
)  # fmt: skip
def test_the_party_around_an_office(name: str, text: str, published: str, party: str | None) -> None:
    found = _named(name, text, published)
    assert found.party == party


@pytest.mark.parametrize(
    ("text", "side", "wanted"),
    [
        # agencies and chambers of the report's side; several parties' envoys; a part of the state
        ("They met EPA Administrator Ana Poe.", "USA", ("epa administrator", "USA")),
        ("Senate Majority Leader Ana Poe agreed.", "USA", ("majority leader", "USA")),
        ("They asked their climate envoys, Ana Poe and Ali Roe.", "USA", ("envoy", "USA")),
        ("They asked their respective climate envoys, Ana Poe and Ali Roe.", "USA", ("envoy", None)),
        ("The President met Ana Poe, head of the Chechen Government.", "RUS", ("head of chechnya", "RUS")),
        ("The President met Ana Poe, governor of the Chilean province.", "RUS", ("governor of the province", "CHL")),
    ],
)
def test_offices_in_a_governments_own_account(text: str, side: str, wanted: tuple[str, str | None]) -> None:
    found = _named("Ana Poe", text, "2012-03-04", side)
    assert (found.office, found.party) == wanted


def test_a_conclusion_says_from_what() -> None:
    found = _named("Ali Poe", f"{REBELS}Government spokesman Ali Poe told reporters in Tripoli.", "2011-07-05")
    assert [field for field, _ in found.inferred] == ["party"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Saudi Arabia paid. King Abdullah promised more.", "SAU"),
        ("Jordan asked. King Abdullah promised more.", "JOR"),
        ("Jordan asked, Saudi Arabia paid. King Abdullah promised more.", None),  # either
    ],
)
def test_two_kings_of_one_name(text: str, party: str | None) -> None:
    assert _named("Abdullah", text, "2011-10-26").party == party


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("They asked the commander of Operation United Anvil today.", "2011-07-08"),  # an operation
        ("He was deputy secretary general Heavy shelling went on.", "2012-06-21"),  # the next sentence
        ("They have the Johnson & Johnson vaccine. Britain waited.", "2021-06-17"),  # a company
    ],
)
def test_what_is_no_name(text: str, published: str) -> None:
    actors = mentions_of(text, published=published).actors
    assert [actor.name for actor in actors if actor.kind is ActorKind.PERSON] == []


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        # a line's end within the holder's name
        ("President of Russia Vladimir\nPutin: Good evening.", "2016-06-16", ("Vladimir Putin", "head of state")),
        ("He met Russia's President Vladimir Putin\nMr Poe left.", "2016-06-16", ("Vladimir Putin", "head of state")),
        ("Energy Minister Alexander\nPoe: Good.\nEnergy Minister Alexander Poe spoke.", "2018-03-19",
         ("Alexander Poe", None)),
        # a tooltip that turns the name round
        ("He wrote to President Miguel Ruiz Poe Ruiz Poe Miguel.", "2018-04-19", ("Miguel Ruiz Poe", "head of state")),
        # a body's words and titles are no part of a name
        ("His Majesty Bhumibol Adulyadej left.", "2003-03-19", ("Bhumibol Adulyadej", "head of state")),
        ("Head of the Federal Service for Financial Monitoring Yury Poe left.", "2016-03-19", ("Yury Poe", None)),
        ("Deputy Secretary General of ASEAN for Political-Security Community Ana Poe left.", "2021-03-19",
         ("Ana Poe", None)),
        # the first who held it holds it no more
        ("They congratulated the first President of Kazakhstan Nursultan Nazarbayev.", "2020-07-06",
         ("Nursultan Nazarbayev", None)),
        ("They asked First Deputy Prime Minister Ana Poe.", "2016-06-16", ("Ana Poe", None)),
        # somebody's colleague shares his office, a friend and colleague doesn't
        ("Russia's Foreign Minister Sergey Lavrov met his Chinese colleague Wu Ming.", "2016-06-16",
         ("Wu Ming", "foreign minister")),
        ("Russia's Foreign Minister Sergey Lavrov met my friend and close colleague Bob Poe.", "2016-06-16",
         ("Bob Poe", None)),
        ("Gen Juan Poe, the head of the UN Stabilisation Mission (UNAB), left.", "2012-06-16", ("Juan Poe", None)),
    ],
)  # fmt: skip
def test_the_name_and_role_of_a_holder(text: str, published: str, wanted: tuple[str, str | None]) -> None:
    actor = _named(wanted[0], text, published)
    assert (actor.name, actor.role) == wanted


@pytest.mark.parametrize(
    ("text", "published", "names"),
    [
        ("Lavrov and Kerry met. Russia and the United States agreed.", "2014-06-16", ["Lavrov", "Kerry"]),
        ("Talks between Merkel and Putin went on. Germany and Russia agreed.", "2015-06-16", ["Merkel", "Putin"]),
        ("US Secretary of State Kerry met his Russian counterpart Lavrov.", "2014-06-16", ["Kerry", "Lavrov"]),
        ("The mayor met Kerry. Peru waited.", "2014-06-16", []),  # his country is not named
        ("The mayor met Kerry. The United States waited.", "2004-06-16", []),  # not in office yet
        ("The shop sold Kerry and Putin. Peru waited.", "2014-06-16", []),
    ],
)
def test_leaders_by_their_surnames_alone(text: str, published: str, names: list[str]) -> None:
    actors = mentions_of(text, published=published).actors
    assert [actor.name for actor in actors if actor.kind is ActorKind.PERSON] == names


def test_a_departments_office_is_said_to_be_inferred_from_it() -> None:
    text = "“Peru will answer,” Acting Under Secretary for Narcotics John Roe said. America waits."
    (reason,) = [why for field, why in _named("John Roe", text, "2012-03-04").inferred if field == "party"]
    assert reason == "no party is named with the office, which only departments of USA have, and USA is named"


def test_an_office_without_a_party_is_not_given_that_of_the_office_behind_and() -> None:
    text = "{} and the Deputy Foreign Minister of Peru Juan Roe held talks. Peru and Chile trade in milk. Peru waits."
    assert (
        _named("Ana Poe", text.format("The undersecretary of the Foreign Ministry Ana Poe"), "2012-03-04").party is None
    )
    assert _named("Juan Roe", text.format("Ana Poe"), "2012-03-04").party == "PER"
