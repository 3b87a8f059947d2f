"""Wordings of offices: sentence → office, role, party, modifier; and sentences that hold none."""

import pytest

from aidememoire.language.people.office_table import load_rows, office_table
from tests.language.people_reading import mentions_of

FOREIGN, STATE, GOVERNMENT = "foreign minister", "head of state", "head of government"

# sentence, its first office as (words, office, role, party, modifier)
ONE_OFFICE = [
    ("The Peruvian Foreign Minister spoke.", ("Peruvian Foreign Minister", FOREIGN, FOREIGN, "PER", None)),
    ("The head of the Japanese foreign Ministry agreed.",
     ("head of the Japanese foreign Ministry", FOREIGN, FOREIGN, "JPN", None)),
    ("The Minister of Foreign Affairs of the Russian Federation agreed.",
     ("Minister of Foreign Affairs of the Russian Federation", FOREIGN, FOREIGN, "RUS", None)),
    ("Russia's top diplomat agreed.", ("Russia's top diplomat", FOREIGN, FOREIGN, "RUS", None)),
    ("The Foreign Ministry chief agreed.", ("Foreign Ministry chief", FOREIGN, FOREIGN, None, None)),
    ("Canada's Minister of Foreign Affairs and International Trade agreed.",
     ("Canada's Minister of Foreign Affairs and International Trade", FOREIGN, FOREIGN, "CAN", None)),
    # joined offices of several states are no one's; another state's secretary of state is no foreign minister
    ("The Secretaries of State of the United States and Peru agreed.",
     ("Secretaries of State of the United States", "secretary of state", FOREIGN, None, None)),
    ("The secretaries of state of Peru and Chile agreed.",
     ("secretaries of state of Peru", "secretary of state", None, None, None)),
    ("The Secretary of State of Peru agreed.",
     ("Secretary of State of Peru", "secretary of state", None, "PER", None)),
    ("The U.S. Secretary of State agreed.",
     ("U.S. Secretary of State", "secretary of state", FOREIGN, "USA", None)),
    ("The Secretary of State agreed.", ("Secretary of State", "secretary of state", FOREIGN, "USA", None)),
    ("The British Foreign Secretary agreed.", ("British Foreign Secretary", FOREIGN, FOREIGN, "GBR", None)),
    ("The Indian Foreign Secretary agreed.", ("Indian Foreign Secretary", "foreign secretary", None, "IND", None)),
    ("The Defense Secretary agreed.", ("Defense Secretary", "secretary of defense", "defence minister", None, None)),
    ("The Chilean defense minister agreed.",
     ("Chilean defense minister", "defence minister", "defence minister", "CHL", None)),
    ("Norway's Minister of Trade and Industry agreed.",
     ("Norway's Minister of Trade and Industry", "minister of trade and industry", "trade minister", "NOR", None)),
    ("The CIA director agreed.", ("CIA director", "cia director", None, "USA", None)),
    ("The White House spokesman agreed.", ("White House spokesman", "spokesman", None, "USA", None)),
    ("A Peruvian foreign ministry spokesman agreed.",
     ("Peruvian foreign ministry spokesman", "spokesman", None, "PER", None)),
    ("The Assistant Secretary of the U.S. Treasury agreed.",
     ("Assistant Secretary of the U.S. Treasury", "secretary", None, "USA", "assistant")),
    ("The Deputy Minister of Defense of Peru agreed.",
     ("Deputy Minister of Defense of Peru", "minister of defense", None, "PER", "deputy")),
    ("The Kuwaiti Oil Minister agreed.", ("Kuwaiti Oil Minister", "oil minister", None, "KWT", None)),
    ("The Commerce Secretary agreed.", ("Commerce Secretary", "commerce secretary", None, "USA", None)),
    ("Italy's Prime Minister agreed.", ("Italy's Prime Minister", "prime minister", GOVERNMENT, "ITA", None)),
    ("The German Chancellor agreed.", ("German Chancellor", "chancellor", GOVERNMENT, "DEU", None)),
    ("The Taoiseach agreed.", ("Taoiseach", "taoiseach", GOVERNMENT, "IRL", None)),
    ("The President of Brazil agreed.", ("President of Brazil", "president", STATE, "BRA", None)),
    ("The Kremlin leader agreed.", ("Kremlin leader", "president", STATE, "RUS", None)),
    ("The Emir of Qatar agreed.", ("Emir of Qatar", "emir", STATE, "QAT", None)),
    ("The Catalan President agreed.", ("Catalan President", "catalan president", None, "ESP", None)),
    ("The Secretary-General of NATO agreed.",
     ("Secretary-General of NATO", "secretary general", "head of organisation", "NATO", None)),
    ("The UN chief agreed.", ("UN chief", "secretary general", "head of organisation", "UN", None)),
    ("The EU foreign policy chief agreed.",
     ("EU foreign policy chief", "foreign policy chief", FOREIGN, "EU", None)),
    ("The European Commission President agreed.",
     ("European Commission President", "european commission president", "head of organisation", "EU", None)),
    ("The French ambassador to Chile agreed.", ("French ambassador to Chile", "ambassador", None, "FRA", None)),
    ("Peru's U.N. ambassador agreed.", ("Peru's U.N. ambassador", "un ambassador", None, "PER", None)),
    ("The U.S. special envoy for Yemen agreed.",
     ("U.S. special envoy for Yemen", "special envoy for yemen", None, "USA", None)),
    # modifiers make another office, without a role
    ("The Polish Deputy Foreign Minister agreed.", ("Polish Deputy Foreign Minister", FOREIGN, None, "POL", "deputy")),
    ("The former Peruvian president agreed.", ("former Peruvian president", "president", None, "PER", "former")),
    ("The ex-president of Peru agreed.", ("ex-president of Peru", "president", None, "PER", "former")),
    ("The acting prime minister agreed.", ("acting prime minister", "prime minister", None, None, "acting")),
    ("The president-elect agreed.", ("president-elect", "president", None, None, "elect")),
    ("Then-Foreign Minister Poe agreed.", ("Then-Foreign Minister", FOREIGN, None, None, "then")),
    ("The Under Secretary of State for Political Affairs agreed.",
     ("Under Secretary of State for Political Affairs", "secretary of state for political affairs", None, "USA",
      "under")),
    # parts of states, and bodies within them
    ("The Ontario Premier agreed.", ("Ontario Premier", "ontario premier", None, "CAN", None)),
    ("The New South Wales Premier agreed.", ("New South Wales Premier", "new south wales premier", None, "AUS", None)),
    ("The Premier of Queensland agreed.", ("Premier of Queensland", "premier of queensland", None, "AUS", None)),
    ("The Crown Prince of Abu Dhabi agreed.",
     ("Crown Prince of Abu Dhabi", "crown prince of abu dhabi", None, "ARE", None)),
    ("The Saudi Crown Prince agreed.", ("Saudi Crown Prince", "crown prince", None, "SAU", None)),
    ("The European External Action Service Secretary General agreed.",
     ("European External Action Service Secretary General", "secretary general", None, "EU", None)),
    ("The Secretary of the Ukrainian National Security and Defence Council agreed.",
     ("Secretary of the Ukrainian National Security and Defence Council",
      "secretary of the national security and defence council", None, "UKR", None)),
    ("The Secretary General of Japan's National Security Council Ken Poe agreed.",
     ("Secretary General of Japan's National Security Council",
      "secretary general of the national security council", None, "JPN", None)),
    ("The head of the EC delegation agreed.", ("head of the EC delegation", "head of delegation", None, "EC", None)),
    ("The director of the Japan office agreed.", ("director", "director", None, None, None)),
    ("The executive director of the U.N. Development Program agreed.",
     ("executive director of the U.N. Development Program", "executive director of the development program", None,
      "UN", None)),
    ("Syria's ambassador to the League agreed.", ("Syria's ambassador to the League", "ambassador", None, "SYR", None)),
    ("The Republic of Korea (ROK) Foreign Minister agreed.",
     ("Republic of Korea (ROK) Foreign Minister", FOREIGN, FOREIGN, "KOR", None)),
    # fields that belong to the office
    ("The UK Minister of State for Middle East, North Africa, and North America James Poe agreed.",
     ("UK Minister of State for Middle East, North Africa, and North America",
      "minister of state for middle east, north africa, and north america", None, "GBR", None)),
    ("The Under Secretary for Economic Growth, Energy, and the Environment Ana Poe agreed.",
     ("Under Secretary for Economic Growth, Energy, and the Environment",
      "secretary for economic growth, energy, and the environment", None, None, "under")),
    ("The Special Envoy to the Central Federal District Ana Poe agreed.",
     ("Special Envoy to the Central Federal District", "special envoy to the central federal district", None, None,
      None)),
    ("Ana Poe, National Security Adviser to the Peruvian President, agreed.",
     ("National Security Adviser to the Peruvian President", "national security adviser",
      "national security adviser", "PER", None)),
    ("The President of the Republic of Korea agreed.",
     ("President of the Republic of Korea", "president", STATE, "KOR", None)),
    ("The U.N. High Commissioner for Human Rights Ana Poe agreed.",
     ("U.N. High Commissioner for Human Rights", "high commissioner for human rights", None, "UN", None)),
    ("Under President Poe all agreed.", ("President", "president", STATE, None, None)),
    ("The Under Secretary of the Treasury Ana Poe agreed.",
     ("Under Secretary of the Treasury", "secretary of the treasury", None, "USA", "under")),
    ("The Bundesbank President agreed.", ("Bundesbank President", "bundesbank president", None, "DEU", None)),
    ("At 6 P.M. President Poe agreed.", ("President", "president", STATE, None, None)),
    ("Ana Poe, Director of the Federal Border Service, agreed.",
     ("Director of the Federal Border Service", "director of the federal border service", None, None, None)),
    # fields of commissioners and advisers; whom a command or delegation has at its head
    ("The EC farm Commissioner agreed.", ("EC farm Commissioner", "farm commissioner", None, "EC", None)),
    ("The Canadian National Security and Intelligence Advisor agreed.",
     ("Canadian National Security and Intelligence Advisor", "national security and intelligence advisor",
      "national security adviser", "CAN", None)),
    ("Peru's climate adviser agreed.", ("Peru's climate adviser", "climate adviser", None, "PER", None)),
    ("The commander of U.S. Africa Command agreed.",
     ("commander of U.S. Africa Command", "commander of the africa command", None, "USA", None)),
    ("The delegation's leader agreed.", ("delegation's leader", "head of delegation", None, None, None)),
    # words that a party may stand before
    ("Iran's newly appointed hardline foreign minister agreed.",
     ("Iran's newly appointed hardline foreign minister", FOREIGN, FOREIGN, "IRN", None)),
    ("They saw British PM Jane Poe.", ("British PM", "prime minister", GOVERNMENT, "GBR", None)),
]  # fmt: skip

NO_OFFICE = [
    "The presidential palace was closed.",
    "The foreign ministry denied it.",
    "The kingdom was calm.",
    "It was 6 pm in Oslo.",
    "The chief reason was another.",
    "At the head of the column drove a lorry.",
    "Good governance is rare.",
    "The delegation left.",
    "She became the Department's Chief Sustainability Officer.",
]

# sentence, (office, party) of its plural office
PLURAL = [
    ("The foreign ministers of Peru and Chile met.", (FOREIGN, None)),
    ("The Peruvian and Chilean presidents met.", ("president", None)),
    ("The four Ministers met.", ("minister", None)),
    ("The defence ministers of NATO met.", ("defence minister", "NATO")),
]


@pytest.mark.parametrize(("sentence", "expected"), ONE_OFFICE, ids=[row[0] for row in ONE_OFFICE])
def test_an_office_is_read(sentence: str, expected: tuple[str, str, str | None, str | None, str | None]) -> None:
    mentions = mentions_of(sentence)
    first = mentions.offices[0]
    assert (mentions.words(first.span), first.office, first.role, first.party, first.modifier) == expected


@pytest.mark.parametrize("sentence", NO_OFFICE)
def test_other_words_are_no_office(sentence: str) -> None:
    assert mentions_of(sentence).offices == ()


@pytest.mark.parametrize(("sentence", "expected"), PLURAL, ids=[row[0] for row in PLURAL])
def test_a_plural_is_said_to_be_one(sentence: str, expected: tuple[str, str | None]) -> None:
    first = mentions_of(sentence).offices[0]
    assert first.is_plural
    assert (first.office, first.party) == expected


def test_two_offices_of_one_man_are_one() -> None:
    mentions = mentions_of("Qatar's Deputy Prime Minister and Minister of Foreign Affairs Ali Poe agreed.")
    assert [office.office for office in mentions.offices] == ["deputy prime minister and foreign minister"]


ROWS = load_rows("offices.toml")["office"]


@pytest.mark.parametrize("row", ROWS, ids=[row["words"][0] for row in ROWS])
def test_each_row_reads_its_example_and_refuses_the_other(row: dict[str, object]) -> None:
    table = office_table()
    accepted = mentions_of(str(row["accept"]))
    assert accepted.offices, row["accept"]
    assert mentions_of(str(row["refuse"])).offices == (), row["refuse"]
    assert all(wording.words[0] in table.wordings for group in table.wordings.values() for wording in group)
