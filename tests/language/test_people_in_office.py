"""Persons in office as bylines, transcripts and accounts of another state name them; and what must not be concluded."""

import pytest

from aidememoire.model import ActorKind
from tests.language.people_reading import mentions_of

Person = tuple[str, str | None, str | None]  # name, office, party


def people(text: str, **how: str | None) -> list[Person]:
    actors = mentions_of(text, **how).actors
    return [(actor.name, actor.office, actor.party) for actor in actors if actor.kind is ActorKind.PERSON]


PERUS = ("Ana Poe", "foreign minister", "PER")

# sentence, its persons
COUNTERPARTS: list[tuple[str, list[Person]]] = [
    # called so behind the name: his, hers, the state's, with where from
    ("Peru's Foreign Minister Ana Poe met Juan Roe, her Chilean counterpart, in Lima.",
     [PERUS, ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe and Juan Roe, the Chilean counterpart of Ms Poe, left.",
     [PERUS, ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's Defence Minister Ana Poe met Juan Roe, Poe's Chilean counterpart.",
     [("Ana Poe", "defence minister", "PER"), ("Juan Roe", "defence minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe met Juan Roe (her counterpart from Chile).",
     [PERUS, ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe met her counterpart Juan Roe from Chile.",
     [PERUS, ("Juan Roe", "foreign minister", "CHL")]),
    # another's, who is named behind the word; a firm; a colleague of whatever kind
    ("Peru's Foreign Minister Ana Poe met Juan Roe, and her Chilean counterpart Ian Doe, in Lima.",
     [PERUS, ("Juan Roe", None, None), ("Ian Doe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe met Juan Roe, her Chilean counterpart Ian Doe and others in Lima.",
     [PERUS, ("Juan Roe", None, None), ("Ian Doe", "foreign minister", "CHL")]),
    ("Peru's Foreign Minister Ana Poe met Juan Roe, the Chilean counterpart firm's head.",
     [PERUS, ("Juan Roe", None, None)]),
    ("Peru's Foreign Minister Ana Poe met Juan Roe, a colleague of hers.", [PERUS, ("Juan Roe", None, None)]),
    # the speaker's own counterpart is nobody's who was named before
    ("Peru's President Ana Poe rested. “My friend and counterpart Juan Roe from Mexico will come,” he said.",
     [("Ana Poe", "president", "PER"), ("Juan Roe", None, "MEX")]),
]  # fmt: skip

OFFICES: list[tuple[str, list[Person]]] = [
    # a house without its state before a spokesman
    ("Ana Poe, a foreign ministry spokeswoman, agreed.", [("Ana Poe", "spokeswoman", None)]),
    ("Ana Poe, Deputy Department Spokesperson, agreed.", [("Ana Poe", "deputy spokesperson", None)]),
    ("Ana Poe, a garden company spokeswoman, agreed.", []),
    ("With Ana Poe, the ministry's men agreed.", []),
    # an office that is another office's
    ("Ana Poe, the president's deputy national security adviser, agreed.",
     [("Ana Poe", "deputy national security adviser", None)]),
    ("Ana Poe, the Peruvian president's chief of staff, agreed.", [("Ana Poe", "chief of staff", "PER")]),
    ("With Ana Poe, the president's deputy adviser said, all is well.", []),
    # the body behind "at", by its name or by whose it is; a shop in it is none
    ("Ana Poe, senior director for Asian affairs at the National Security Council, agreed.",
     [("Ana Poe", "senior director", "USA")]),
    ("Ana Poe, deputy director for security at Peru's foreign ministry, agreed.",
     [("Ana Poe", "deputy director", "PER")]),
    ("Ana Poe, head of sales at the White House gift shop, agreed.", []),
    ("Ana Poe, director for trade at the Lima institute, agreed.", []),
    # a part's attorney general
    ("Ana Poe, the Republican attorney general of Oklahoma, agreed.",
     [("Ana Poe", "attorney general of oklahoma", "USA")]),
    ("Ana Poe, Oklahoma's attorney general, agreed.", [("Ana Poe", "oklahoma attorney general", "USA")]),
    ("Ana Poe, the attorney general of Peru, agreed.", [("Ana Poe", "attorney general", "PER")]),
    # whom an adviser advises
    ("Ana Poe, an advisor to the head of the Office of the President of Ukraine, agreed.",
     [("Ana Poe", "advisor", "UKR")]),
    ("Ana Poe, an adviser to the Ukrainian president's office, agreed.", [("Ana Poe", "adviser", "UKR")]),
    ("Ana Poe, an adviser to the head of a company of Ukraine, agreed.", [("Ana Poe", "adviser", None)]),
    # acting in the one of two offices; two men's offices
    ("Peru's Acting Prime Minister and Minister of Finance Juan Roe left.",
     [("Juan Roe", "acting prime minister and finance minister", "PER")]),
    ("Ana Poe, the acting president and speaker of parliament of Peru, left.",
     [("Ana Poe", "acting president and speaker of parliament", "PER")]),
    ("The acting president and Prime Minister Juan Roe left.", [("Juan Roe", "prime minister", None)]),
    # not in office yet
    ("Ana Poe, the nominee for secretary of state, left.", [("Ana Poe", "secretary of state-designate", "USA")]),
    ("Ana Poe, nominated as foreign minister of Peru, left.", [("Ana Poe", "foreign minister-designate", "PER")]),
    ("Ana Poe, Nominee for Assistant Attorney General, left.",
     [("Ana Poe", "assistant attorney general-designate", None)]),
    ("Ana Poe, the nominee for a film prize, left.", []),
    # a quality of two words; an opposition's party
    ("Ana Poe, the globe-trotting secretary general of the United Nations, left.",
     [("Ana Poe", "secretary general", "UN")]),
    ("They met Ana Poe, leader of the opposition New Harbour party.", [("Ana Poe", "leader", None)]),
    ("They met Ana Poe, leader of the opposition in Peru.", [("Ana Poe", "leader of the opposition", "PER")]),
]  # fmt: skip

FURTHER: list[tuple[str, list[Person]]] = [
    # his counterpart's state is not his own; titles of other lands; an advised head stays in office
    ("Foreign Secretary Ana Poe met her Bangladeshi counterpart Omar Roe.",
     [("Ana Poe", "foreign minister", None), ("Omar Roe", "foreign minister", "BGD")]),
    ("Malaysian Prime Minister Datuk Seri Ana Poe left.", [("Ana Poe", "prime minister", "MYS")]),
    ("Indonesian Finance Minister Sri Poe left.", [("Sri Poe", "finance minister", "IDN")]),
    ("Juan Roe, an adviser to Iran's Supreme Leader Ali Khamenei, left.",
     [("Juan Roe", "adviser", "IRN"), ("Ali Khamenei", "supreme leader", "IRN")]),
    ("Special Assistant to the Prime Minister Ana Poe left.",
     [("Ana Poe", "special assistant to the prime minister", None)]),
    # bodies between the party and the office, and bodies of a party behind "for the"
    ("Russian Security Council Secretary Ivan Poe left.", [("Ivan Poe", "security council secretary", "RUS")]),
    ("AU Commission Chairperson Ana Poe left.", [("Ana Poe", "commission chairperson", "AU")]),
    ("ECOWAS Commission President Ana Poe left.", [("Ana Poe", "president", "ECOWAS")]),
    ("Commission President Jean-Claude Juncker left.",
     [("Jean-Claude Juncker", "european commission president", "EU")]),
    ("Peruvian Football Federation President Ana Poe left.",
     [("Ana Poe", "peruvian football federation president", None)]),
    ("Ana Poe, spokeswoman for the Atomic Energy Organization of Iran, left.", [("Ana Poe", "spokeswoman", "IRN")]),
    ("Ana Poe, spokeswoman for the Football Union of Iran, left.", [("Ana Poe", "spokeswoman", None)]),
    ("Iran's First Vice President Ali Poe left.", [("Ali Poe", "first vice president", "IRN")]),
    ("Ana Poe, the EU's new spokesperson, left.", [("Ana Poe", "spokesperson", "EU")]),
    # once, and then
    ("Ana Poe, formerly Peru's ambassador to Chile, left.", [("Ana Poe", "former ambassador", "PER")]),
    ("Ana Poe, Peru's foreign minister at the time, left.", [("Ana Poe", "then foreign minister", "PER")]),
    # in a list: the state behind the office; not a row of states
    ("Ana Poe, Foreign Minister, Peru, spoke.", [("Ana Poe", "foreign minister", "PER")]),
    ("Ana Poe, foreign minister, Peru, Chile and Denmark spoke.", [("Ana Poe", "foreign minister", None)]),
    ("The foreign ministers of Peru, Ana Poe, and Chile, Juan Roe, met.",
     [PERUS, ("Juan Roe", "foreign minister", "CHL")]),
    # a title before the name, and the office behind it; a post abroad before the name
    ("Ambassador Ana Poe, Peru's Permanent Representative to NATO, left.",
     [("Ana Poe", "permanent representative to nato", "PER")]),
    ("Peru's permanent representative to the UN in Geneva, Ambassador Ana Poe, left.",
     [("Ana Poe", "permanent representative to the un", "PER")]),
    ("Peru's Consul General in Miami Ana Poe left.", [("Ana Poe", "consul general", "PER")]),
    ("The Rt Hon Ana Poe MP, Foreign Secretary, left.", [("Ana Poe", "foreign minister", None)]),
]  # fmt: skip

ENVOYS: list[tuple[str, list[Person]]] = [
    # what the envoy is for, before the word or behind it; whose he is, where it is told
    ("U.S. Iran envoy Ana Poe left.", [("Ana Poe", "envoy for iran", "USA")]),
    ("The UN's Syria envoy, Ana Poe, left.", [("Ana Poe", "envoy for syria", "UN")]),
    ("Washington's Sudan envoy, Ana Poe, left.", [("Ana Poe", "envoy for sudan", "USA")]),
    ("Iran envoy Ana Poe left.", [("Ana Poe", "iran envoy", None)]),
    ("The Peru envoy to Chile, Ana Poe, left.", [("Ana Poe", "envoy to chile", "PER")]),
    ("Peru's envoy Ana Poe left.", [("Ana Poe", "envoy", "PER")]),
    ("Peru's Special Representative for Baltic Affairs Ana Poe left.",
     [("Ana Poe", "special representative for baltic affairs", "PER")]),
]  # fmt: skip


NICKNAMES: list[tuple[str, list[Person]]] = [
    # a nickname within the name is no part of it
    ("Peru's Foreign Minister Ana “Nan” Poe left.", [PERUS]),
    ('Peru\'s Foreign Minister Ana "Nan" Poe and Juan ‘Johnny’ Roe left.', [PERUS, ("Juan Roe", None, None)]),
    # words of another in quotation marks end the name
    ("Peru's Foreign Minister Ana Poe “Never” Said it.", [PERUS]),
    ("They called Peru's Foreign Minister Ana Poe “Weak” Tuesday.", [PERUS]),
    ("Peru's Foreign Minister Ana Poe “welcomed” Chile's offer.", [PERUS]),
    # a middle name that the table has from other texts names nobody
    ("Defence Minister Benjamin left.", [("Benjamin", "defence minister", None)]),
    ("Defence Minister Barak left.", [("Barak", "defence minister", "ISR")]),
    # Junior ministers, by the house that they sit in; they are not the minister.
    ("Minister of State at the Federal Foreign Office Ana Poe left.", [("Ana Poe", "minister of state", "DEU")]),
    (
        "Ana Poe, Minister of State at the German Federal Foreign Office, left.",
        [("Ana Poe", "minister of state", "DEU")],
    ),
    ("State Secretary in the Peruvian Foreign Ministry Juan Roe left.", [("Juan Roe", "state secretary", "PER")]),
    (
        "Parliamentary Under-Secretary of State at the British Foreign Office Ana Poe left.",
        [("Ana Poe", "parliamentary under secretary of state", "GBR")],
    ),
    ("Minister of State Ana Poe at the Foreign Office Club left.", [("Ana Poe", "minister of state", None)]),
    ("MoS for External Affairs Ana Poe left.", [("Ana Poe", "minister of state for external affairs", "IND")]),
    ("Brunei's Second Minister of Foreign Affairs Dato Ana Poe left.", [("Ana Poe", "second foreign minister", "BRN")]),
    ("Philippine DFA Secretary Ana Poe left.", [("Ana Poe", "foreign minister", "PHL")]),
    # Heads of foreign ministries by their letters; other officials of theirs.
    ("The head of the Peruvian MFA Ana Poe left.", [("Ana Poe", "foreign minister", "PER")]),
    ("The head of the MFA of Peru Ana Poe left.", [("Ana Poe", "foreign minister", "PER")]),
    (
        "The official representative of the Peruvian MFA Ana Poe left.",
        [("Ana Poe", "official representative", "PER")],
    ),
    # Former, in one word and two.
    ("Peru's one-time defence minister Ana Poe left.", [("Ana Poe", "former defence minister", "PER")]),
    ("Peru's defence minister Ana Poe one time left.", [("Ana Poe", "defence minister", "PER")]),
    # Bodies whose names go on behind "of", or have the state's within them.
    ("Chairman of the Central Bank of Peru Juan Roe left.", [("Juan Roe", "chairman of the central bank", "PER")]),
    ("Chairman of the Central Bank of Russia Juan Roe left.", [("Juan Roe", "chairman of the central bank", "RUS")]),
    (
        "Juan Roe, Chairman of the Cuban State Council and Council of Ministers, left.",
        [("Juan Roe", "chairman of the state council and council of ministers", "CUB")],
    ),
    ("They met Governor of Mount Athos Georgios Roe.", [("Georgios Roe", "governor of mount athos", None)]),
    ("Peruvian National Assembly Chairman Juan Roe left.", [("Juan Roe", "national assembly chairman", "PER")]),
    # Titles that are no part of the name.
    ("Malaysian Foreign Minister Dato' Seri Ana Poe left.", [("Ana Poe", "foreign minister", "MYS")]),
    ("Malaysian Foreign Minister Tan Sri Ana Poe left.", [("Ana Poe", "foreign minister", "MYS")]),
    ("Peru's Foreign Minister Tan Poe left.", [("Tan Poe", "foreign minister", "PER")]),
    ("Fijian Prime Minister Rear Admiral (Ret'd) Juan Roe left.", [("Juan Roe", "prime minister", "FJI")]),
    ("H.H. Sheikh Ali Poe, UAE Minister of Foreign Affairs, left.", [("Ali Poe", "foreign minister", "ARE")]),
    ("Burmese Foreign Minister U Kyaw Poe left.", [("Kyaw Poe", "foreign minister", "MMR")]),
    ("They met Abu Omar Yusuf al-Poe, the leader of the rebels.", [("Abu Omar Yusuf al-Poe", "leader", None)]),
    # The state whose line it is, in a list of delegations.
    (
        "They were led by:\nItaly: Valentina Poe, Secretary of State for Sport\nPeru: Juan Roe, Minister of Sport",
        [("Valentina Poe", "secretary of state", "ITA"), ("Juan Roe", "minister of sport", "PER")],
    ),
    # A comma that ends what comes before the subject; one that opens an apposition.
    ("Peru's Foreign Minister Ana Poe left. After talks with her Chilean counterpart, Ms Poe said so.", [PERUS]),
    (
        "Peru's Foreign Minister Ana Poe met her Chilean counterpart, Juan Roe, in Lima.",
        [PERUS, ("Juan Roe", "foreign minister", "CHL")],
    ),
    # Two states, of which the second sends him; two bodies that send one together.
    ("They spoke of sanctions on Syria and China's envoy Ana Poe left.", [("Ana Poe", "envoy", "CHN")]),
    ("The UN and Arab League envoy Ana Poe left.", [("Ana Poe", "envoy", "UN")]),
    # A body that is no field, another's field, an hour's zone, an office of another body joined.
    (
        "Deputy Secretary of the Security Council Ana Poe left.",
        [("Ana Poe", "deputy secretary of the security council", None)],
    ),
    ("Secretary of Defence and Security Ana Poe left.", [("Ana Poe", "secretary of defence and security", None)]),
    (
        "They met Minister of Economic Development , Finance Minister Ana Poe and others.",
        [("Ana Poe", "finance minister", None)],
    ),
    ("At 0700 GMT UN chief Ana Poe left.", [("Ana Poe", "secretary general", "UN")]),
    (
        "They met President of the Republic of Guinea and Chairman of the African Union Ana Poe.",
        [("Ana Poe", "chairman", "AU")],
    ),
    ("Envoys to the Federal Districts left.", []),
    ("Federal Reserve Chairman Ana Poe left.", [("Ana Poe", "federal reserve chairman", "USA")]),
    # Officials of a ministry.
    ("Peruvian MFA Political Director Ana Poe left.", [("Ana Poe", "political director", "PER")]),
    (
        "Peruvian Ministry of Foreign Affairs Political Director Ana Poe left.",
        [("Ana Poe", "political director", "PER")],
    ),
    # Whose delegation or side one leads.
    ("Permanent Secretary Ana Poe led the Peruvian delegation.", [("Ana Poe", "permanent secretary", "PER")]),
    ("Permanent Secretary Ana Poe met the Peruvian delegation.", [("Ana Poe", "permanent secretary", None)]),
    (
        "The Peruvian side was led by Ms. Ana Poe, Deputy Director-General, and Mr. Juan Roe, Deputy Director-General.",
        [("Ana Poe", "deputy director general", "PER"), ("Juan Roe", "deputy director general", "PER")],
    ),
    (
        "The side was led by Ana Poe, Deputy Director-General, at Peru's wish.",
        [("Ana Poe", "deputy director general", None)],
    ),
    # A comma lost behind another's name.
    (
        "General Manaf Roe was a friend of President Assad Manaf Roe, a Syrian general, left. Bashar al-Assad said so.",
        [("Manaf Roe", "general", "SYR"), ("Bashar al-Assad", "president", "SYR")],
    ),
    # A name in capitals over what one does, with the surname's letters from below; a headline's last word is nobody.
    (
        "SCHEDULE\n\nDEPUTY MINISTER BRIAN P. MCPOE\n\nDeputy Minister McPoe left for Lima.",
        [("Brian P. McPoe", "deputy minister", None)],
    ),
    ("MINISTER POE SEES GROWTH\n\nMinister Poe left for Lima.", [("Poe", "minister", None)]),
    # A department's own secretary; a minister's adviser, who is no minister; one who is the prime minister.
    (
        "Australia Department of Foreign Affairs and Trade Secretary Ana Poe left.",
        [("Ana Poe", "department of foreign affairs and trade secretary", "AUS")],
    ),
    (
        "The Adviser for Private Industry to the Honorable Prime Minister of Peru, Juan Roe, left.",
        [("Juan Roe", None, "PER")],
    ),
    ("The call by the Honorable Prime Minister of Peru, Juan Roe, was heard.", [("Juan Roe", "prime minister", "PER")]),
    (
        "Ana Poe, Senior Advisor to the President for Trade, left.",
        [("Ana Poe", "senior advisor to the president", None)],
    ),
    # A movement behind what kind it is.
    ("They met Ana Poe, leader of the main opposition Syrian National Council.", [("Ana Poe", "leader", "SNC")]),
    ("They met Ana Poe, leader of the main Syrian bank.", [("Ana Poe", "leader", None)]),
    # Ministers under the minister, again.
    ("Japanese State Minister of Defence Ana Poe left.", [("Ana Poe", "state minister of defence", "JPN")]),
    ("Japan's Minister of Defence Ana Poe left.", [("Ana Poe", "defence minister", "JPN")]),
    (
        "Swedish State Secretary for Foreign Affairs Ana Poe left.",
        [("Ana Poe", "state secretary for foreign affairs", "SWE")],
    ),
    (
        "Indian Minister of State in the Ministry of External Affairs Meena Roe left.",
        [("Meena Roe", "minister of state", "IND")],
    ),
    # A party by what it does; two bodies of one state.
    (
        "They met the chairman of Zimbabwe's ruling ZANU-PF, Juan Roe.",
        [("Juan Roe", "chairman of the ruling zanu-pf", "ZWE")],
    ),
    ("They met the chairman of Zimbabwe's ruling on trade, Juan Roe.", [("Juan Roe", None, None)]),
    # Names in brackets, each behind its state.
    (
        "The foreign ministers of Peru (Ana Poe), Chile (Juan Roe) and Bolivia (Ian Doe) left.",
        [PERUS, ("Juan Roe", "foreign minister", "CHL"), ("Ian Doe", "foreign minister", "BOL")],
    ),
    # More titles, and who holds the office no more.
    ("Cambodian Foreign Minister Samdech Ana Poe left.", [("Ana Poe", "foreign minister", "KHM")]),
    ("Nigerian Foreign Minister Alhaji Juan Roe left.", [("Juan Roe", "foreign minister", "NGA")]),
    ("Peru's toppled president Ana Poe left.", [("Ana Poe", "toppled president", "PER")]),
    # A service that is its own body, in a list of a government's.
    (
        "They met Foreign Intelligence Service Director Ivan Poe of Russia.",
        [("Ivan Poe", "foreign intelligence service director", "RUS")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*COUNTERPARTS, *OFFICES, *FURTHER, *ENVOYS, *NICKNAMES])
def test_persons_in_office(text: str, wanted: list[Person]) -> None:
    assert people(text) == wanted


@pytest.mark.parametrize(
    ("text", "side", "party"),
    [
        # of those who act at home: of the state whose bodies the words before tell of
        ("The Peruvian Congress objected. Under Attorney General Ana Poe, judges were removed.", "USA", "PER"),
        ("Peru's Legislative Assembly removed Attorney General Ana Poe.", "USA", "PER"),
        ("The Armenian Parliament met. Speaker Ana Poe opened it.", "RUS", "ARM"),
        # nothing but the state is named; the account's own state is; another office
        ("We spoke of Peru. Attorney General Ana Poe left.", "USA", "USA"),
        ("The United States and the Peruvian Congress agreed. Attorney General Ana Poe left.", "USA", "USA"),
        ("The Peruvian Congress objected. Deputy Secretary Ana Poe left.", "USA", "USA"),
        # a lawmaker abroad, where that state has no such office; a chair without a body
        ("In Estonia, Senator Ana Poe left.", "USA", "USA"),
        ("In Peru, Senator Ana Poe left.", "USA", None),
        ("They thanked Chair Poe.", "USA", "USA"),
        ("Commission chairman Ana Poe left.", "RUS", "RUS"),
        ("Luxol board chairman Ana Poe left.", "RUS", None),
        ("They thanked Chairman Poe.", "USA", "USA"),
        ("Chairman Ana Poe left.", "RUS", None),  # of a company?
        ("Higher Arbitration Court Chairman Ana Poe left.", "RUS", "RUS"),
        ("International Arbitration Court Chairman Ana Poe left.", "RUS", None),
        # who stands in for another president than the account's own; its own acting secretary
        ("We spoke with interim President Ana Poe.", "USA", None),
        ("We spoke with Acting Secretary Ana Poe.", "USA", "USA"),
        # a spokesman's byline; one who is not in office yet
        ("Talks With Peru\n\nNed Poe, Department Spokesperson\nThe talks with Peru went on today.", "USA", "USA"),
        ("Ana Poe, Nominee for Ambassador to the Republic of Peru", "USA", "USA"),
    ],
)
def test_whose_office_in_an_account(text: str, side: str, party: str | None) -> None:
    assert [one[2] for one in people(text, side=side)] == [party]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the table's office turned round is the table's; a namesake of the day in another office is another
        (
            "Russia waits. They met Security Council Secretary Nikolai Patrushev.",
            ("secretary of the security council", "RUS"),
        ),
        ("The United States waits. Ambassador Bolton left.", ("ambassador", None)),
    ],
)
def test_the_table_beside_the_words(text: str, wanted: tuple[str, str | None]) -> None:
    assert [one[1:] for one in people(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        # in the Department of State's own account: its secretary's office, and no other secretary's
        ("Secretary Blinken left.", "secretary of state"),
        ("Secretary Poe left.", "secretary"),
        ("Deputy Secretary Poe left.", "deputy secretary of state"),
        ("Ambassador Ana Poe, Under Secretary for Arms Control, left.", "under secretary for arms control"),
        ("Ambassador Ana Poe, head of the delegation, left.", "ambassador"),
        ("We thank Ana Poe, our coordinator for global democratic renewal, today.",
         "coordinator for global democratic renewal"),
    ],
)  # fmt: skip
def test_offices_in_a_departments_account(text: str, office: str) -> None:
    found = people(text, published="2021-07-14", side="USA", outlet="U.S. Department of State")
    assert [one[1:] for one in found] == [(office, "USA")]


def test_a_byline_is_no_turn() -> None:
    text = "Talks With Peru\n\nNed Poe, Department Spokesperson\nLima, Peru\nMR POE: Good day.\nQUESTION: Thanks."
    mentions = mentions_of(text, side="USA")
    labels = [mentions.words(turn.label) for turn in mentions.quotations if turn.label is not None]
    assert labels == ["MR POE", "QUESTION"]


AMERICAS = "America votes. The United States waits, and so do American voters and the U.S. press. "


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"{AMERICAS}Senator Ana Poe spoke of Mexico. Mexico answered.", "USA"),
        (f"{AMERICAS}In Mexico, Senator Ana Poe spoke.", None),
        ("Peru, Peruvian voters and Peru's press wait. Senator Ana Poe spoke of America. The U.S. waits.", None),
    ],
)
def test_a_senator_where_several_states_have_such(text: str, party: str | None) -> None:
    assert [one[2] for one in people(text)] == [party]


def test_one_who_is_asked_is_neither_the_label_nor_the_president() -> None:
    text = "THE PRESIDENT: Good day.\nQ Karine, the President — he has left, has he?\nMS. POE: Yes."
    assert [one[:2] for one in people(text, side="USA")] == [("Karine", None), ("Poe", None)]


def test_a_company_run_into_a_name_behind_of() -> None:
    text = (
        "They met Luxol President Ana Poe. Chairman of the Board of Luxol Ana Poe spoke. “Luxol grows.” Ana Poe left."
    )
    assert [one[0] for one in people(text)] == ["Ana Poe"]
