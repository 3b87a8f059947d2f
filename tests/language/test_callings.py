"""Persons called by rank, title or description, in lists and by what they head: whose they are; and who is nobody's."""

import pytest

from aidememoire.model import ActorKind
from tests.language.people_reading import mentions_of

# sentence, its persons as (name, office, party)
CALLED = [
    # ranks: with the state before, behind, or in the body that one heads
    ("Syrian Brigadier General Ali Poe defected.", [("Ali Poe", "brigadier general", "SYR")]),
    ("Maj. Gen. Ali Poe of the Syrian army defected.", [("Ali Poe", "major general", "SYR")]),
    ("U.S. Army General John Poe agreed.", [("John Poe", "general", "USA")]),
    ("Retired Israeli General Uri Poe agreed.", [("Uri Poe", "former general", "ISR")]),
    ("Lt Gen Charles Poe, who heads the NATO operation in Libya, agreed.",
     [("Charles Poe", "head of the operation", "NATO")]),
    ("Lieutenant-General Charles Poe, commander of NATO's Libya operation, agreed.",
     [("Charles Poe", "commander of the operation", "NATO")]),
    ("Field Marshal Ali Poe, head of Egypt's ruling military council, agreed.",
     [("Ali Poe", "head of the ruling military council", "EGY")]),
    ("Air Chief Marshal Sir John Poe, Britain's chief of the defence staff, agreed.",
     [("John Poe", "chief of the defence staff", "GBR")]),
    ("Captain Ali Poe agreed.", [("Ali Poe", None, None)]),  # a ship's?
    ("Secretary General Ana Poe and Consul General Jan Roe left.",
     [("Ana Poe", "secretary general", None), ("Jan Roe", "consul general", None)]),
    # titles that are offices
    ("Former Sen. John Poe agreed.", [("John Poe", "former senator", "USA")]),
    ("Sens. John Poe and Jim Roe agreed.", [("John Poe", "senator", "USA"), ("Jim Roe", "senator", "USA")]),
    ("Gov. Rick Poe of Texas agreed.", [("Rick Poe", "governor", "USA")]),
    ("John Poe, the Democratic senator from Ohio, agreed.", [("John Poe", "senator", "USA")]),
    ("Mike Poe, the Republican chairman of the House intelligence committee, agreed.",
     [("Mike Poe", "chairman of the house intelligence committee", "USA")]),
    ("John Poe, chairman of the Senate Foreign Relations Committee, agreed. America waits.",
     [("John Poe", "chairman of the senate foreign relations committee", "USA")]),
    ("John Poe, chairman of the Senate Foreign Relations Committee, agreed.",
     [("John Poe", "chairman of the senate foreign relations committee", None)]),  # Kenya has such
    ("Jim Poe, chairman of the Republican National Committee, agreed. America waits.",
     [("Jim Poe", "chairman of the republican national committee", "USA")]),
    ("Jim Poe, the Republican presidential nominee, agreed.", [("Jim Poe", "presidential nominee", "USA")]),
    ("British Labour leader Ed Poe agreed.", [("Ed Poe", "labour leader", "GBR")]),
    # descriptions with a party in them
    ("Jim Poe, a senior official at the US State Department, agreed.",
     [("Jim Poe", "senior official at the state department", "USA")]),
    ("Jim Poe, a senior White House aide, agreed.", [("Jim Poe", "senior white house aide", "USA")]),
    ("Jim Poe, a former Peruvian diplomat in Chile, agreed.", [("Jim Poe", "former diplomat", "PER")]),
    ("Jim Poe, the top US diplomat for East Asia, agreed.", [("Jim Poe", "top diplomat", "USA")]),
    ("The top U.S. diplomat for East Asia, Jim Poe, agreed.", [("Jim Poe", "top diplomat", "USA")]),
    ("On Tuesday senior Hamas official Ali Poe agreed.", [("Ali Poe", "senior official", "Hamas")]),
    ("Hassan Poe, the leader of Lebanon's Hezbollah movement, agreed.",
     [("Hassan Poe", "leader of the movement", "Hezbollah")]),
    ("Ali Poe, a member of the Syrian National Council, agreed.", [("Ali Poe", "member", "SNC")]),
    ("Jim Poe, a Western diplomat in Peru, agreed.", [("Jim Poe", None, None)]),  # who is posted there
    ("Jim Poe, a Peruvian diplomat's guest, agreed.", [("Jim Poe", None, None)]),
    ("Jim Poe, a Peruvian official residence guard, agreed.", [("Jim Poe", None, None)]),
    # what one holds, once held, or heads
    ("Ana Poe, who was Peru's foreign minister until 2008, agreed.", [("Ana Poe", "former foreign minister", "PER")]),
    ("Ana Poe, who served as U.S. ambassador to Chile, agreed.", [("Ana Poe", "former ambassador", "USA")]),
    ("Ana Poe, who heads Peru's space agency, agreed.", [("Ana Poe", "head of the space agency", "PER")]),
    ("Ana Poe, who heads Peru's football team, agreed.", []),
    ("Ana Poe, who was the guest of Peru's foreign minister, agreed.", []),
    # lists: each of the party of its turn
    ("Foreign ministers Ana Poe and Juan Roe of Peru and Chile met.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL")]),
    ("The foreign ministers of Peru and Chile, Ana Poe and Juan Roe, met.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL")]),
    ("Peru's and Chile's presidents, Ana Poe and Juan Roe, met.",
     [("Ana Poe", "president", "PER"), ("Juan Roe", "president", "CHL")]),
    ("Foreign Ministers Ana Poe (Peru), Juan Roe (Chile) and Jan Doe (Poland) met.",
     [("Ana Poe", "foreign minister", "PER"), ("Juan Roe", "foreign minister", "CHL"),
      ("Jan Doe", "foreign minister", "POL")]),
    ("Peruvian Defence Minister Ana Poe rang counterpart Juan Roe of Chile.",
     [("Ana Poe", "defence minister", "PER"), ("Juan Roe", "defence minister", "CHL")]),
    # offices of two words, of bodies and of those advised
    ("Former Peruvian deputy prime minister and foreign minister Ana Poe agreed.",
     [("Ana Poe", "former deputy prime minister and foreign minister", "PER")]),
    ("Peruvian President and army chief Ana Poe agreed.", [("Ana Poe", "army chief", "PER")]),
    ("Talks between the US president and Foreign Minister Ivan Poe failed.", [("Ivan Poe", "foreign minister", None)]),
    ("The head of Peruvian diplomacy Ana Poe agreed.", [("Ana Poe", "foreign minister", "PER")]),
    ("The official representative of the Ministry of Foreign Affairs of Peru, Ana Poe, agreed.",
     [("Ana Poe", "official representative", "PER")]),
    ("Ana Poe, the Peruvian foreign ministry's spokeswoman, agreed.", [("Ana Poe", "spokeswoman", "PER")]),
    ("Ana Poe, foreign policy adviser to Iran's supreme leader, agreed.",
     [("Ana Poe", "foreign policy adviser", "IRN")]),
    ("Ana Poe, leader of the opposition in Peru, agreed.", [("Ana Poe", "leader of the opposition", "PER")]),
    ("Taiwan's Mainland Affairs Council chairwoman Lai Poe agreed.",
     [("Lai Poe", "mainland affairs council chairwoman", "TWN")]),
    ("Ana Poe, the European commissioner for trade, agreed.", [("Ana Poe", "european commissioner for trade", "EU")]),
    ("They saw Ana Poe, Chairwoman of the State Council and the Council of Ministers of the Republic of Peru.",
     [("Ana Poe", "chairwoman of the state council and the council of ministers", "PER")]),
    ("Pope Benedict XVI agreed.", [("Benedict XVI", "pope", "VAT")]),
    ("Moscow's UN envoy, Ivan Poe, agreed.", [("Ivan Poe", "un ambassador", "RUS")]),
    # an office says more than a rank or a description; a leader of anything leads nothing
    ("Lt. Gen. Charles Poe left. Charles Poe, commander of the Libyan mission, agreed.",
     [("Charles Poe", "commander", None)]),
    ("Ali Poe, a civic leader from Lima, agreed.", [("Ali Poe", None, None)]),
    # campaigns
    ("Former Florida Gov. Jim Poe agreed.", [("Jim Poe", "former governor", "USA")]),
    ("US President Ana Poe rested. Poe campaign manager Jim Roe agreed.",
     [("Ana Poe", "president", "USA"), ("Jim Roe", "campaign manager", "USA")]),
    ("Democratic vice-presidential candidate Tim Poe agreed.", [("Tim Poe", "vice-presidential candidate", "USA")]),
    ("Peruvian presidential candidate Ana Poe agreed.", [("Ana Poe", "presidential candidate", "PER")]),
    # what one leads; a name in capitals after an office in capitals; kin and who stands in a row with them
    ("The Free Syrian Army is led by Colonel Ali Poe, who agreed.", [("Ali Poe", "leader", "FSA")]),
    ("The Peruvian delegation was headed by Jakob Muster.", [("Jakob Muster", "head of the delegation", "PER")]),
    ("The Peruvian folk band was led by Jakob Muster.", []),
    ("It is over. SWEDISH FOREIGN MINISTER ANA POE “We can wait.”", [("ANA POE", "foreign minister", "SWE")]),
    ("Peruvian President Ana Poe, her son Juan Poe and intelligence chief Ivan Roe agreed.",
     [("Ana Poe", "president", "PER"), ("Juan Poe", None, "PER"), ("Ivan Roe", "intelligence chief", "PER")]),
    ("Peruvian President Ana Poe left. They seek Poe, her son Juan Coe and intelligence chief Ivan Roe.",
     [("Ana Poe", "president", "PER"), ("Juan Coe", None, "PER"), ("Ivan Roe", "intelligence chief", "PER")]),
    ("Peruvian President Ana Poe left. They seek Moe, her son Juan Moe and intelligence chief Ivan Roe.",
     [("Ana Poe", "president", "PER"), ("Juan Moe", None, None), ("Ivan Roe", "intelligence chief", None)]),
    # fields that no list has; bodies in small letters; a prince by birth; who serves a president's house
    ("Georgian Reintegration Minister Ivan Poe agreed.", [("Ivan Poe", "reintegration minister", "GEO")]),
    ("Georgian Thursday Minister Ivan Poe agreed.", [("Ivan Poe", "minister", None)]),
    ("They saw the African Union commission chairman Jean Poe.", [("Jean Poe", "commission chairman", "AU")]),
    ("Prince Ali Poe, Saudi Arabia's former intelligence chief, agreed.",
     [("Ali Poe", "former intelligence chief", "SAU")]),
    ("Honduras's de facto president, Juan Poe, agreed.", [("Juan Poe", "president", "HND")]),
    ("State Minister for Foreign Affairs Koji Poe of Japan agreed.",
     [("Koji Poe", "state minister for foreign affairs", "JPN")]),
    ("The head of the press service of the President of Peru, Ana Poe, agreed.", [("Ana Poe", None, None)]),
    ("Myanmar's military chief, Senior General Min Poe, agreed.", [("Min Poe", "military chief", "MMR")]),
    ("June 1 - Libya's top oil official Ali Poe left.", [("Ali Poe", "top oil official", "LBY")]),
    ("They saw Ana Poe, AU Commissioner for Peace and Security.",
     [("Ana Poe", "commissioner for peace and security", "AU")]),
    # who is spoken to is not the office's holder
    ("On that question, Mario, the President strongly believes so.", []),
]  # fmt: skip


def people(text: str, side: str | None = None, outlet: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """The persons of the text, in order."""
    actors = mentions_of(text, published="2012-05-04", side=side, outlet=outlet).actors
    return [(actor.name, actor.office, actor.party) for actor in actors if actor.kind is ActorKind.PERSON]


@pytest.mark.parametrize(("sentence", "expected"), CALLED, ids=[row[0] for row in CALLED])
def test_persons_called(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert people(sentence) == expected


@pytest.mark.parametrize(
    ("text", "outlet", "party"),
    [
        ("Ana Poe, a former ambassador to Peru, agreed. Britain waits.", "BBC", "GBR"),
        ("Ana Poe, a former ambassador to Peru, agreed. Britain waits.", "Reuters", None),  # an agency is everybody's
        ("Ana Poe, a former ambassador to Peru, agreed. Chile waits.", "BBC", None),
        ("Ana Poe, a former ambassador to Britain, agreed. Peru waits.", "BBC", None),
    ],
)
def test_an_ambassador_without_a_state(text: str, outlet: str, party: str | None) -> None:
    assert people(text, outlet=outlet) == [("Ana Poe", "former ambassador", party)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The State Department denied it. “We do not comment,” spokeswoman Ana Poe said.", "USA"),
        ("The Foreign Office would not comment, but a spokesman, Ana Poe, agreed.", "GBR"),
        ("The White House denied it. Press secretary Ana Poe agreed.", "USA"),
        ("TRIPOLI, May 4 - Libya waits. Libya is torn. The government denied it. Spokesman Ana Poe agreed.", "LBY"),
        ("TRIPOLI, May 4 - Libya waits. Libya is torn. The rebels denied it. Spokesman Ana Poe agreed.", None),
        ("The State Department denied it. “We do not comment,” a bank's spokeswoman, Ana Poe, said.", None),
        ("They blamed the Foreign Office, but a spokesman, Ana Poe, agreed.", None),
    ],
)  # fmt: skip
def test_a_spokesman_of_the_body_before(text: str, party: str | None) -> None:
    assert [one[2] for one in people(text)] == [party]


def test_offices_at_home_in_a_governments_account() -> None:
    assert people("Chief of Staff of the Presidential Executive Office Ivan Poe left.", side="RUS") == [
        ("Ivan Poe", "chief of staff of the presidential executive office", "RUS")
    ]
    assert people("Human Rights Commissioner Ana Poe left.", side="RUS")[0][2] == "RUS"
    assert people("Head of the Pension Fund Ana Poe left.", side="RUS")[0][2] == "RUS"
    assert people("Head of the Savings Fund Ana Poe left.", side="RUS")[0][2] is None
    assert people("High Commissioner Ana Poe left.", side="RUS")[0][2] is None  # the UN's


def test_half_a_surname_is_no_holders() -> None:
    actors = mentions_of("MS THOMAS: Okay.\n\nThe United States agrees.", published="2022-06-08", side="USA").actors
    assert [(actor.name, actor.office) for actor in actors if actor.kind is ActorKind.PERSON] == [("Thomas", None)]
