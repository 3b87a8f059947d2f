"""People and bodies: sentence → who is named, in which office, for which party; and who is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.knowledge import shipped
from aidememoire.language.people.bodies import find_bodies
from aidememoire.language.people.office_table import load_rows
from aidememoire.language.people.positions import Positions
from aidememoire.model import Actor, ActorKind
from tests.language.people_reading import mentions_of


def people(text: str, **how: str | None) -> list[Actor]:
    return [actor for actor in mentions_of(text, **how).actors if actor.kind is ActorKind.PERSON]


# sentence, its persons as (name, office, party)
PERSONS = [
    # an office before the name
    ("Peruvian Foreign Minister Ana Poe arrived.", [("Ana Poe", "foreign minister", "PER")]),
    ("The Minister of Foreign Affairs of Peru Ana Poe arrived.", [("Ana Poe", "foreign minister", "PER")]),
    ("The Peruvian foreign minister, Ana Poe, arrived.", [("Ana Poe", "foreign minister", "PER")]),
    ("Treasury Secretary John Roe arrived.", [("John Roe", "treasury secretary", None)]),
    ("First Vice Premier of the State Council of China Wu Mingde arrived.",
     [("Wu Mingde", "first vice premier", "CHN")]),
    # after it
    ("Ana Poe, the foreign minister of Peru, arrived.", [("Ana Poe", "foreign minister", "PER")]),
    ("They met Ana Poe, Peru's deputy foreign minister.", [("Ana Poe", "deputy foreign minister", "PER")]),
    # two of them
    ("Presidents Ana Poe and Juan Roe met in Lima.", [("Ana Poe", "president", None), ("Juan Roe", "president", None)]),
    ("The Peruvian and Chilean presidents, Ana Poe and Juan Roe, met in Oslo.",
     [("Ana Poe", "president", "PER"), ("Juan Roe", "president", "CHL")]),
    # names of many kinds
    ("Syrian Vice President Omar al-Hamoud arrived.", [("Omar al-Hamoud", "vice president", "SYR")]),
    ("South Korean Foreign Minister Min Jae-ho arrived.", [("Min Jae-ho", "foreign minister", "KOR")]),
    ("Qatar's Prime Minister Nasser bin Saleh bin Khalid arrived.",
     [("Nasser bin Saleh bin Khalid", "prime minister", "QAT")]),
    ("U.S. Ambassador Mary T. O'Roe arrived.", [("Mary T. O'Roe", "ambassador", "USA")]),
    ("Dutch Foreign Minister Jan van der Poel arrived.", [("Jan van der Poel", "foreign minister", "NLD")]),
    # a month and a capital that are names
    ("Chinese Foreign Minister Zhu Jun arrived.", [("Zhu Jun", "foreign minister", "CHN")]),
    ("Chilean President Ricardo Lagos arrived.", [("Ricardo Lagos", "president", "CHL")]),
    # a double surname stands for the name that ends with it
    ("Peruvian Foreign Minister Ana Poe Roe arrived. “Well,” Poe Roe said.",
     [("Ana Poe Roe", "foreign minister", "PER")]),
    # a party's possessive, and "of"
    ("Peru's Maria Perez met the press.", [("Maria Perez", None, "PER")]),
    # a tooltip run together with the text
    ("Vladimir Putin met with Anna Poe Poe AnnaFederal Chancellor of Germany in Sochi.",
     [("Vladimir Putin", "president", "RUS"), ("Anna Poe", "chancellor", "DEU")]),
    ("Governor Anna Poe is here. Mr Poe Poe Anna said so.", [("Anna Poe", "governor", None)]),
    # a company run together with the name
    ("President of Luxol Anna Poe arrived. “Luxol grows,” Anna Poe said.", [("Anna Poe", None, None)]),
    ("President of Peru Maria Anna Poe arrived. “Well,” Anna Poe said.", [("Maria Anna Poe", "president", "PER")]),
    # the counterpart holds the same office
    ("Peru's Foreign Minister Ana Poe and Defence Minister Eva Moe saw Chilean counterparts Juan Roe and Ian Doe.",
     [("Ana Poe", "foreign minister", "PER"), ("Eva Moe", "defence minister", "PER"),
      ("Juan Roe", "foreign minister", "CHL"), ("Ian Doe", "defence minister", "CHL")]),
    # each of the counterparts is of the party named in turn
    ("Peru's Foreign Minister Ana Poe saw her Chilean and Danish counterparts Juan Roe and Tom Coe.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL"),
      ("Tom Coe", "foreign minister", "DNK")]),
    ("Peru's Foreign Minister Ana Poe saw her Chilean counterparts Juan Roe and Tom Coe.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL"),
      ("Tom Coe", "foreign minister", "CHL")]),
    # a surname in capitals before the given name; an initial without its full stop; a title with one
    ("Mr. KAWADA Hiroki, Minister for Foreign Affairs of Japan, arrived.",
     [("KAWADA Hiroki", "foreign minister", "JPN")]),
    ("Indian External Affairs Minister S Kumaran arrived.", [("S Kumaran", "foreign minister", "IND")]),
    ("Nepal's Prime Minister K P Sharma arrived.", [("K P Sharma", "prime minister", "NPL")]),
    ("They met Hon. Ana Poe, Minister for Foreign Affairs of Peru.", [("Ana Poe", "foreign minister", "PER")]),
    ("They met Shri Ravi Kumaran, Defence Minister of India.", [("Ravi Kumaran", "defence minister", "IND")]),
    # an aide is of the same party as the one whose aide he is
    ("Peruvian President Ana Poe's special adviser Jim Doe said so.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "special adviser", "PER")]),
    ("The Peruvian President Ana Poe has left Lima. But Jim Doe, President Ana Poe's spokesman, stayed there.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", "PER")]),
    ("Peruvian President Ana Poe rested. Poe's media adviser Jim Doe spoke of Lima.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "media adviser", "PER")]),
    # so are those in one row with him, where the first office names the party; two joined ministers may be of two
    ("They met Peruvian President Ana Poe, Vice President Juan Roe and Mayor Jim Doe.",
     [("Ana Poe", "president", "PER"), ("Juan Roe", "vice president", "PER"), ("Jim Doe", "mayor", "PER")]),
    ("They met Sergei Lavrov, Sergei Shoigu, and Energy Minister Jim Doe.",
     [("Sergei Lavrov", "foreign minister", "RUS"), ("Sergei Shoigu", None, "RUS"),
      ("Jim Doe", "energy minister", "RUS")]),
    ("They met Sergei Lavrov, Angela Merkel, and Energy Minister Jim Doe.",
     [("Sergei Lavrov", "foreign minister", "RUS"), ("Angela Merkel", "chancellor", "DEU"),
      ("Jim Doe", "energy minister", None)]),
    ("Deputy Secretary of State Ana Poe and Minister Juan Roe met.",
     [("Ana Poe", "deputy secretary of state", "USA"), ("Juan Roe", "minister", None)]),
    # an office of one's sentence, of one's story, of nobody
    ("Peru, Peruvian trade and Peru's ports are well. Peru is calm. Finance Minister Ana Poe said so.",
     [("Ana Poe", "finance minister", "PER")]),
    ("Peru, Peruvian trade and Chile's ports are well. Chile is calm. Finance Minister Ana Poe said so.",
     [("Ana Poe", "finance minister", None)]),
    ("Assistant Secretary Ana Poe spoke. The United States is well.", [("Ana Poe", "assistant secretary", "USA")]),
    ("Coalitions grew, Acmebank (central bank) president Ana Poe said.", [("Ana Poe", "president", None)]),
    ("The appointment of Senior Adviser Poe as Ambassador to Peru was noted.", [("Poe", "senior adviser", None)]),
    ("Justice Thomas agreed with the Justice Department.", [("Thomas", None, None)]),
    # a former head is of the state that the table knows, not of the sentence's
    ("Peru mourned former Prime Minister Abe. Japanese friends came.", [("Abe", "former prime minister", "JPN")]),
    ("Kenyan leader John arap Poe arrived.", [("John arap Poe", "leader", "KEN")]),
    # a body is no person; a rank after a bare monarch begins a clause
    ("Carter Poe, commander of U.S. Africa Command, agreed.",
     [("Carter Poe", "commander of the africa command", "USA")]),
    ("They waved the flag of the king Colonel Poe overthrew.", [("Poe", None, None)]),
    # two offices of one person; a modifier before the party; whose permanent secretaries are
    ("Foreign Minister and ex-governor Gen Juan Roe was hurt.", [("Juan Roe", "foreign minister", None)]),
    ("Peru's deputy foreign minister and senior nuclear negotiator, Juan Roe, agreed.",
     [("Juan Roe", "deputy foreign minister and nuclear negotiator", "PER")]),
    ("They asked former U.S. Assistant Secretary of State Ana Poe.",
     [("Ana Poe", "former assistant secretary of state", "USA")]),
    ("Kim led the U.S. team, and Permanent Secretary Juan Roe led the other.",
     [("Juan Roe", "permanent secretary", None)]),
    ("The Space Agency Deputy Director Ana Poe agreed.", [("Ana Poe", "deputy space agency director", None)]),
    ("They met South Korean President Moon Jae In.", [("Moon Jae In", "president", "KOR")]),
    # a short word ends a name, and begins no sentence
    ("Peru's Deputy Prime Minister Lim An said so. Lim An in Lima agreed.",
     [("Lim An", "deputy prime minister", "PER")]),
    ("Korean envoy Poe Jae In said so. Poe Jae In will leave.", [("Poe Jae In", "envoy", "KOR")]),
    ("Chile was visited by Minister Ana Poe In May all left.", [("Ana Poe", "minister", None)]),
    # given names that are titles elsewhere
    ("Chilean Foreign Minister Don Poe arrived.", [("Don Poe", "foreign minister", "CHL")]),
    ("Chilean Defence Minister Amir Poe met CNN's Amir Roe.",
     [("Amir Poe", "defence minister", "CHL"), ("Amir Roe", None, None)]),
    ("They met Qatar's Amir Tamim.", [("Tamim", "amir", "QAT")]),
    # a given name of two words, the second a movement's
    ("Peruvian Army Chief Abdel Fatah Poe left.", [("Abdel Fatah Poe", "army chief", "PER")]),
    # modifiers, and bodies in offices
    ("Peru's Associate Attorney General Ana Poe left.", [("Ana Poe", "associate attorney general", "PER")]),
    ("They asked Ana Poe, then CIA chief, again.", [("Ana Poe", "then cia chief", "USA")]),
    ("White House Budget Chief Ana Poe left.", [("Ana Poe", "white house budget chief", "USA")]),
    ("U.N. aid coordinator Ana Poe left.", [("Ana Poe", "aid coordinator", "UN")]),
    ("Istanbul Mayor Ana Poe left.", [("Ana Poe", "mayor of istanbul", "TUR")]),
    ("Hamas leader Ali Poe left.", [("Ali Poe", "leader", "Hamas")]),
    # an envoy to the UN who is one no more; a bank's head; a part of a state; a delegation's head
    ("They asked former UN Ambassador Ana Poe.", [("Ana Poe", "former un ambassador", None)]),
    ("Federal Reserve Board chairman Paul Poe left.", [("Paul Poe", "federal reserve board chairman", "USA")]),
    ("Ivan Poe, the Acting Governor of the Khabarovsk Territory, left.",
     [("Ivan Poe", "acting governor of khabarovsk territory", "RUS")]),
    ("Ivan Poe, the governor of the Khabarovsk Club, left.", [("Ivan Poe", "governor", None)]),
    ("Robert White, Peru's deputy chief of delegation, left.",
     [("Robert White", "deputy head of delegation", "PER")]),
    # a body or part in small letters that a state's name owns; what may be private is none
    ("Ana Poe, head of Peru's space agency, left.", [("Ana Poe", "head of the space agency", "PER")]),
    ("General Ana Poe, the commander of Ukraine's ground forces, left.",
     [("Ana Poe", "commander of the ground forces", "UKR")]),
    ("The governor of Ukraine's Kharkiv region, Ana Poe, left.",
     [("Ana Poe", "governor of the kharkiv region", "UKR")]),
    ("The head of Ukraine's nuclear company, Ana Poe, left.", []),
    ("Ana Poe, head of Iran's Fars news agency, left.", []),
    ("Ana Poe, a spokesperson for the Ukrainian air force, left.", [("Ana Poe", "spokesperson", "UKR")]),
    ("Ana Poe, a spokesperson for the Ukrainian football club, left.", [("Ana Poe", "spokesperson", None)]),
    ("White House national security spokesman John Poe left.", [("John Poe", "spokesman", "USA")]),
    ("Basra governor Ali Poe left.", [("Ali Poe", "governor of basra", "IRQ")]),
    ("Kherson governor Ivan Poe left.", [("Ivan Poe", "kherson governor", None)]),
    # a deputy's field; a high commissioner; a junta's leader
    ("Iran's deputy foreign minister for political affairs, Ali Poe, left.",
     [("Ali Poe", "deputy foreign minister for political affairs", "IRN")]),
    ("Canada's high commissioner to India, Karl Poe, left.", [("Karl Poe", "high commissioner", "CAN")]),
    ("Mali's junta leader, Colonel Ali Poe, left.", [("Ali Poe", "leader", "MLI")]),
    # given names and surnames that are words; houses, bills and ships are no persons
    ("They recalled President Bill Clinton.", [("Bill Clinton", "president", "USA")]),
    ("The Roe White House and the Roe Bill fell. The destroyer USS Barry left.", []),
    # whom he speaks for or advises
    ("Peruvian President Ana Poe rested. Poe spokesman Jim Doe left.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", "PER")]),
    ("Peruvian President Ana Poe rested. Jim Doe, a spokesman for Poe's government, left.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", "PER")]),
    ("Peruvian President Ana Poe rested. Acme spokesman Jim Doe left.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", None)]),
    ("Peruvian President Ana Poe rested. Jim Doe, a spokesman for Poe Motors, left.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", None)]),
    ("This was said by US Senator John Poe So all eyes were on him.", [("John Poe", "senator", "USA")]),
    # by his own name, as princes and sheikhs are; two of one name are not joined
    ("Saudi Crown Prince Omar bin Poe left. Crown Prince Omar said so.",
     [("Omar bin Poe", "crown prince", "SAU")]),
    ("President His Highness Sheikh Omar bin Poe, President of Qatar, came. President Sheikh Omar left.",
     [("Omar bin Poe", "president", "QAT")]),
    ("Qatar's Minister Omar Poe came. Chile's President Omar left.",
     [("Omar Poe", "minister", "QAT"), ("Omar", "president", "CHL")]),
    # the fuller of two offices; a deputy's is none of his
    ("Crown Prince Ali Poe of Peru left. Prince Ali Poe was glad.", [("Ali Poe", "crown prince", "PER")]),
    ("Prince Ali Poe left. Crown Prince Ali Poe of Peru was glad.", [("Ali Poe", "crown prince", "PER")]),
    ("Peruvian President Ali Poe left. Vice President Ali Poe was his namesake.", [("Ali Poe", "president", "PER")]),
    # a company's president, and words that are none of a name
    ("Ana Poe, president and chief executive of Acme, left.", [("Ana Poe", "president", None)]),
    ("They met the head of the Peruvian Red Crescent.", []),
    ("They saw the Peruvian deputy defense minister Human rights groups left.", []),
    # counterparts of the last two named; another's predecessor; a deputy who later headed something else
    ("Peru's President Eva Moe came. Peruvian Foreign Minister Ana Poe and Defence Minister Juan Roe met their Chilean "
     "counterparts, Ian Doe and Tom Coe.",
     [("Eva Moe", "president", "PER"), ("Ana Poe", "foreign minister", "PER"),
      ("Juan Roe", "defence minister", "PER"), ("Ian Doe", "foreign minister", "CHL"),
      ("Tom Coe", "defence minister", "CHL")]),
    # the one whose counterpart he is, not one who comes along or speaks for her
    ("Peru's Foreign Minister Ana Poe, accompanied by Defence Minister Eva Moe, met her Chilean counterpart Juan Roe.",
     [("Ana Poe", "foreign minister", "PER"), ("Eva Moe", "defence minister", "PER"),
      ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe came with Defence Minister Eva Moe, who met her Chilean counterpart Juan Roe.",
     [("Ana Poe", "foreign minister", "PER"), ("Eva Moe", "defence minister", "PER"),
      ("Juan Roe", "defence minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe left. Peru's Defence Minister Eva Moe heard that Poe's Chilean counterpart, Juan "
     "Roe, stayed.",
     [("Ana Poe", "foreign minister", "PER"), ("Eva Moe", "defence minister", "PER"),
      ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe left, her spokesman Jim Doe said. She met her Chilean counterpart, Juan Roe.",
     [("Ana Poe", "foreign minister", "PER"), ("Jim Doe", "spokesman", "PER"),
      ("Juan Roe", "foreign minister", "CHL")]),
    ("Peruvian foreign ministry spokesman Jim Doe met his Chilean counterpart, Juan Roe.",
     [("Jim Doe", "spokesman", "PER"), ("Juan Roe", "spokesman", "CHL")]),
    ("Peru's Foreign Minister Ana Poe met Jim Doe. A spokesman, Tom Coe, said so. He met his Chilean counterpart, Juan "
     "Roe.",
     [("Ana Poe", "foreign minister", "PER"), ("Jim Doe", None, None), ("Tom Coe", "spokesman", None),
      ("Juan Roe", "foreign minister", "CHL")]),
    # whose spokesman: not his who was named in the sentence before
    ("Peruvian President Ana Poe left. His spokesman Jim Doe stayed.",
     [("Ana Poe", "president", "PER"), ("Jim Doe", "spokesman", None)]),
    # what is none of a name
    ("They asked Chief Patrol Agent Juan Roe.", [("Juan Roe", None, None)]),
    ("The President No. 2 is in Lima.", []),
    # names with a country's or people's word in them, and what is none of a name
    ("President Roch Marc Christian Poe arrived.", [("Roch Marc Christian Poe", "president", None)]),
    ("General Director of the Agency for Strategic Initiatives Ana Poe arrived.",
     [("Ana Poe", "general director of the agency for strategic initiatives", None)]),
    ("He was an Assistant Secretary of Energy (Nuclear Energy) then.", []),
    ("Bruneian Foreign Minister II Ana Poe arrived.", [("Ana Poe", "second foreign minister", "BRN")]),
    ("President Poe and Mary Poe, the first lady, arrived.",
     [("Poe", "president", None), ("Mary Poe", "first lady", None)]),
    ("Peruvian Foreign Minister Ana Poe met her Chilean counterpart Juan Roe.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL")]),
]  # fmt: skip

NOBODY = [
    "Minister NATO Summit plans were read.",
    "The Foreign Minister of Peru arrived in Camp David.",
    "The Ministers met on Monday in New York.",
    "General Motors and the General Assembly are far apart.",
    "Human Rights Watch said the camp was closed.",
    "The residents of Bab Touma fled.",
    "The Heads of Government of the SCO Member States met.",
    "She was Chief Deputy Clerk and Chair Emerita, and led Head Start.",
    "They will meet in March or in May.",
]


@pytest.mark.parametrize(("sentence", "expected"), PERSONS, ids=[row[0] for row in PERSONS])
def test_persons_in_office(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(actor.name, actor.office, actor.party) for actor in people(sentence)] == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody(sentence: str) -> None:
    assert people(sentence) == []


@pytest.mark.parametrize(
    "title",
    [
        "President Poe Announces Presidential Delegation to the Republic of Peru",
        "Statement by President Poe Welcoming Important Steps Towards Peace in Peru",
        "Appointment of President Poe as Ambassador to Peru",
    ],
)
def test_a_headline_s_words_are_no_names(title: str) -> None:
    text = f"{title}\n\nPresident Ana Q. Poe told the press today of what would be done in the next days."
    assert [actor.name for actor in people(text)] == ["Ana Q. Poe"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Poe, Peru's president, and chief justice Juan Roe left.", "head of state"),
        ("Ana Poe, president and chief executive of Acme, left.", None),
        ("Ana Poe, Acme's president, left.", None),
        ("Ana Poe, President & CEO, left.", None),
    ],
)
def test_a_companys_president_heads_no_state(text: str, role: str | None) -> None:
    assert people(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who presides over a movement heads no state
        ("Taliban President Ali Poe left.", ("president", None, "Taliban")),
        ("The President of the Taliban, Ali Poe, left.", ("president", None, "Taliban")),
        ("Hamas Prime Minister Ali Poe left.", ("prime minister", None, "Hamas")),
        ("Afghan President Ali Poe left.", ("president", "head of state", "AFG")),
        ("The President of Afghanistan, Ali Poe, met the Taliban.", ("president", "head of state", "AFG")),
    ],
)
def test_a_movements_president_heads_no_state(text: str, wanted: tuple[str, str | None, str]) -> None:
    (found,) = people(text)
    assert (found.office, found.role, found.party) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a comma is lost before the leader's name: only his whole name is cut off, and only behind another whole one
        ("Fleet Commander Juan Poe Vladimir Putin made the rounds.", ["Juan Poe", "Vladimir Putin"]),
        ("Fleet Commander Juan Poe Angela Roe made the rounds.", ["Juan Poe Angela Roe"]),
        ("Fleet Commander Juan Vladimir Putin made the rounds.", ["Juan Vladimir Putin"]),
        ("Fleet Commander Juan Poe Maria Putin made the rounds.", ["Juan Poe Maria Putin"]),
        ("Fleet Commander Juan Poe Vladimir Roe made the rounds.", ["Juan Poe Vladimir Roe"]),
    ],
)
def test_a_comma_lost_before_a_leaders_name(text: str, names: list[str]) -> None:
    assert [actor.name for actor in people(text)] == names


def test_one_person_under_several_names() -> None:
    text = "Secretary Poe will travel. Secretary of State Jane Q. Poe said so. Ms. Poe smiled. Jane Poe left."
    assert [(actor.name, actor.office) for actor in people(text)] == [("Jane Q. Poe", "secretary of state")]


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "Maria Roe, the foreign minister of Peru, met Juan Roe, the foreign minister of Chile. Juan Roe left."
    assert [(actor.name, actor.party) for actor in people(text)] == [("Maria Roe", "PER"), ("Juan Roe", "CHL")]


def test_the_table_fills_what_the_words_leave_out_and_says_so() -> None:
    (actor,) = people("Sergei Lavrov spoke to the press.")
    assert (actor.office, actor.role, actor.party) == ("foreign minister", "foreign minister", "RUS")
    assert [field for field, _ in actor.inferred] == ["office", "party"]


def test_nothing_is_inferred_without_a_day() -> None:
    (actor,) = people("Sergei Lavrov spoke to the press.", published=None)
    assert actor.office is None


def test_an_office_of_the_report_s_side() -> None:
    (actor,) = people("Deputy Prime Minister Ana Poe chaired it.", side="PER")
    assert actor.party == "PER"
    assert [field for field, _ in actor.inferred] == ["party"]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Spokesperson Ana Poe said so.", "PER"),
        ("Governor Ana Poe said so.", "PER"),
        ("UNICEF spokesperson Ana Poe said so.", "UNICEF"),
        ("Chile has a port, Governor Ana Poe said.", None),  # another state's, perhaps
        ("The Special Representative for Chile Ana Poe said so.", "PER"),  # that's the field, not the sender
        ("Acme director Ana Poe said so.", None),
    ],
)
def test_a_government_s_own_office(sentence: str, party: str | None) -> None:
    assert [actor.party for actor in people(sentence, side="PER")] == [party]


def test_a_president_s_wife_is_not_the_president() -> None:
    text = "Asma al-Assad is his wife. President Assad spoke in Damascus."
    assert {actor.name: actor.office for actor in people(text)} == {"Asma al-Assad": None, "Assad": "president"}


BODIES = load_rows("bodies.toml")["body"]


@pytest.mark.parametrize("row", BODIES, ids=[row["words"][0] for row in BODIES])
def test_each_row_of_bodies(row: dict[str, object]) -> None:
    for sentence, is_body in ((str(row["accept"]), True), (str(row["refuse"]), False)):
        mentions = mentions_of(sentence)
        assert bool(find_bodies(mentions, shipped(), Positions.of(mentions))) is is_body, sentence


def test_consultations_of_foreign_offices_are_not_the_british_one_s() -> None:
    mentions = mentions_of("Foreign Office Consultations between Peru and Chile were held in Lima.")
    assert not find_bodies(mentions, shipped(), Positions.of(mentions))


def test_bodies_have_parties() -> None:
    mentions = mentions_of("The Peruvian Foreign Ministry denied it, and NATO agreed with the Kremlin.")
    bodies = [(actor.name, actor.party) for actor in mentions.actors if actor.kind is ActorKind.BODY]
    assert bodies == [("Peruvian Foreign Ministry", "PER"), ("NATO", "NATO"), ("Kremlin", "RUS")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aab PM.,'-’“”\n—éЖ中\u0301") | st.characters(), max_size=80))
def test_any_text_is_read_and_every_span_is_its_words(text: str) -> None:
    mentions = mentions_of(text)
    for person in mentions.persons:
        assert 0 <= person.span.start < person.span.end <= len(text)
        assert 0 <= person.actor < len(mentions.actors)
    for actor in mentions.actors:
        assert " ".join(mentions.words(actor.first).split()) == actor.name


def test_a_headline_goes_on_after_the_holders_name() -> None:
    text = "Secretary Blinken And German Foreign Minister Heiko Maas Joint Welcome\n\nThey met the young in Berlin."
    assert "Heiko Maas" in [actor.name for actor in people(text, published="2021-06-24")]


def test_a_ministrys_chief_for_something_is_no_minister() -> None:
    found = people("They met Wu Ming, China's foreign ministry chief for African affairs.")
    assert all(actor.role is None for actor in found)


def test_the_next_line_is_none_of_a_holders_name() -> None:
    text = "Talks by telephone with President of Republic of Korea Moon Jae-in\nVladimir Putin spoke to him."
    assert {actor.name for actor in people(text, published="2018-04-29")} == {"Moon Jae-in", "Vladimir Putin"}


def test_another_states_treasury_secretary_heads_no_finance_ministry() -> None:
    (found,) = people("Argentina waited. Treasury Secretary Mario Poe left.", published="1987-03-04")
    assert (found.office, found.role, found.party) == ("treasury secretary", None, None)


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        # a king of that name is no president of it, and the table knows but one king so called
        ("He succeeded his father King Hussein.", "2011-11-14", ("Hussein", "king", "JOR")),
        ("They met King Poe.", "2011-11-14", ("Poe", "king", None)),
        # a short surname that only sounds like another's
        ("They mourned Prime Minister Abe.", "2022-07-08", ("Abe", "prime minister", "JPN")),
        # the adviser of a body's head
        ("They thanked Special Adviser to the UN Secretary-General Ana Poe.", "2022-06-24",
         ("Ana Poe", "special adviser", "UN")),
        # the word before the name is his office's own, and the table knows him in that of one state alone
        ("Chile lost national security adviser Michael Flynn.", "2018-05-01",
         ("Michael Flynn", "national security adviser", "USA")),
        ("They briefed Vice President Dick Cheney.", "2011-04-07", ("Dick Cheney", "vice president", "USA")),
        ("They briefed Vice President Ana Poe.", "2011-04-07", ("Ana Poe", "vice president", None)),
        # a field between a body and its part's head, who doesn't head the body; a verb that goes on after an apposition
        ("IOM media director Ana Poe left.", "2011-05-05", ("Ana Poe", "media director", "IOM")),
        ("U.N. humanitarian affairs chief Ana Poe left.", "2011-09-12",
         ("Ana Poe", "un humanitarian affairs chief", "UN")),
        ("It ended, said Ana Poe, spokeswoman for the Peruvian Foreign Ministry hosting the talks.", "2012-04-01",
         ("Ana Poe", "spokeswoman", "PER")),
        # a surname with its particle, in capitals where the sentence begins
        ("They met Belgium's Paul de Poemaeker. De Poemaeker left.", "1987-06-05", ("Paul de Poemaeker", None, "BEL")),
        # a field between a party and its speaker, the body for which one speaks, a region as a field
        ("Radio Lima quoted Peru's top defence spokesman Ali Poe.", "1987-06-29", ("Ali Poe", "spokesman", "PER")),
        ("They asked Ana Poe, spokeswoman for the Peruvian Foreign Ministry, again.", "2022-06-02",
         ("Ana Poe", "spokeswoman", "PER")),
        ("They asked NSC Director for Peru and Chilean Affairs Ana Poe.", "2022-06-02",
         ("Ana Poe", "director for peru and chilean affairs", "USA")),
        # he headed the bank later
        ("They asked Deputy Secretary of Defense Paul Wolfowitz.", "2005-04-01",
         ("Paul Wolfowitz", "deputy secretary of defense", None)),
        # which Congo; whose president is meant where two names stand side by side
        ("They met Congo's President Denis Sassou Nguesso.", "2011-04-26",
         ("Denis Sassou Nguesso", "president", "COG")),
        ("After a visit to Angola President Vladimir Putin spoke.", "2003-07-03",
         ("Vladimir Putin", "president", "RUS")),
        ("They met Javier Solana, Secretary-General of the EU Council.", "2000-04-07",
         ("Javier Solana", "secretary general of the council", "EU")),
        ("They mourned former President and Prime Minister of Israel Shimon Peres.", "2016-09-29",
         ("Shimon Peres", "former prime minister", "ISR")),
        ("They asked Kremlin leader Ivan Poev.", "1987-03-31", ("Ivan Poev", "kremlin leader", "SUN")),
        ("They asked Kremlin leader Ivan Poev.", "2007-03-31", ("Ivan Poev", "president", "RUS")),
    ],
)  # fmt: skip
def test_whose_an_office_is_on_the_day(text: str, published: str, wanted: tuple[str, str, str | None]) -> None:
    (found,) = people(text, published=published)
    assert (found.name, found.office, found.party) == wanted
