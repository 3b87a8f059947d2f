"""Forms that are rarer than "the minister said that …": typed, set off, turned round, told in passing."""

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Proposal, StatementValues
from tests.claims.test_statements import mentions_of

# Text, then "kind | speaker | content" in order; nothing where nobody is reported to have said a thing.
GIVES = [
    # How it is typed.
    (
        '"Norway stays in the treaty,"said Foreign Minister Jan Dahl."It goes on."',
        ["direct | Jan Dahl | Norway stays in the treaty,"],
    ),
    (
        "『We have no plan to visit the capital this year』, the minister, Kenji Sato, told reporters.",
        ["direct | Kenji Sato | We have no plan to visit the capital this year"],
    ),
    (
        "Foreign Minister Jan Dahl said:\n\n> Norway stays in the treaty.\n> The mission goes on for years.",
        ["direct | Jan Dahl | The mission goes on for years."],
    ),
    ("Letters lay about:\n\n> Norway stays in the treaty.", []),
    (
        "**Igor Belov:** We are glad to see you here.\n\n**Ana Ruiz:** Thank you for the welcome.\n\n"
        "**Igor Belov:** Let us begin.",
        [
            "direct | Igor Belov | We are glad to see you here.",
            "direct | Ana Ruiz | Thank you for the welcome.",
            "direct | Igor Belov | Let us begin.",
        ],
    ),
    (
        "**Q:** Will they meet again?\n\n**A:** In the autumn, we hope.",
        ["direct | Q | Will they meet again?", "direct | A | In the autumn, we hope."],
    ),
    # Behind a colon.
    (
        "Foreign Minister Jan Dahl wrote on Twitter: We stay until the last ship is home.",
        ["indirect | Jan Dahl | We stay until the last ship is home"],
    ),
    (
        "Foreign Minister Jan Dahl said on Monday: We stay until the last ship is home.",
        ["indirect | Jan Dahl | We stay until the last ship is home"],
    ),
    ("Foreign Minister Jan Dahl named three towns on Monday: Oslo, Bergen and Hamar.", []),
    (
        "Foreign Minister Jan Dahl opened the session with these words:\n\n“Norway stays in the treaty. It goes on.”",
        ["direct | Jan Dahl | Norway stays in the treaty. It goes on."],
    ),
    (
        "Foreign Minister Jan Dahl was blunt: “We will not pay for the bridge.”",
        ["direct | Jan Dahl | We will not pay for the bridge."],
    ),
    ("Foreign Minister Jan Dahl saw a sign on the gate: “Closed to all ships of war.”", []),
    ("Foreign Minister Jan Dahl carried a banner: “Norway stays in the treaty.”", []),
    ("Sweden's Eva Lind disagreed: “It should go.”", ["direct | Eva Lind | It should go."]),
    # Whose words they are.
    (
        "The minister’s statement reads: “Norway stays in the treaty. The mission goes on.”",
        ["direct | minister | Norway stays in the treaty. The mission goes on."],
    ),
    (
        "“Norway stays in the treaty,” the foreign minister said, quoting the king: “We keep our word to the last.”",
        [
            "direct | foreign minister | Norway stays in the treaty,",
            "direct | king | We keep our word to the last.",
        ],
    ),
    ("Oslo was told by the minister that the ships would leave.", ["indirect | minister | the ships would leave"]),
    ("The ships will leave by June, it was announced in Oslo.", ["indirect | - | The ships will leave by June"]),
    ("The ships will leave by June, it was hoped in Oslo.", []),
    (
        "The president, said the White House in a statement, was in good health and would travel to Oslo.",
        ["indirect | White House | was in good health and would travel to Oslo"],
    ),
    ("The president, Ana Ruiz, said the road was open.", ["indirect | Ana Ruiz | the road was open"]),
    # What stands between the verb and what was said.
    (
        "Ana Ruiz told Ole Krag in a telephone call that the ships must leave.",
        ["indirect | Ana Ruiz | the ships must leave"],
    ),
    ("Ana Ruiz told Ole Krag of a telephone call that she had made.", []),
    (
        "The White House said in a statement late on Sunday the president was in good health.",
        ["indirect | White House | the president was in good health"],
    ),
    ('"Nonsense," Eva Lind replied when asked whether the vote was void.', ["direct | Eva Lind | Nonsense,"]),
    ('"Never," Eva Lind replied.', ["direct | Eva Lind | Never,"]),
    # What is left open, and what is thought.
    (
        "Foreign Minister Ana Ruiz did not rule out a return to the talks in June.",
        ["indirect | Ana Ruiz | a return to the talks in June"],
    ),
    (
        "Foreign Minister Ana Ruiz would not rule out a return to the talks.",
        ["indirect | Ana Ruiz | a return to the talks"],
    ),
    ("If Foreign Minister Ana Ruiz does not rule out a return to the talks, Oslo will wait.", ["withheld"]),
    (
        "The ministers agreed that the conflict could only be settled by talks.",
        ["indirect | ministers | the conflict could only be settled by talks"],
    ),
    # Nouns and phrases.
    (
        "The minister's demand that the ships leave was repeated by the ambassador.",
        ["indirect | minister | the ships leave"],
    ),
    (
        "The minister's warning that winter would come early was noted in Oslo.",
        ["indirect | minister | winter would come early"],
    ),
    ("The minister's demand that angered Oslo was repeated by the ambassador.", []),
    ("The minister let it be known that no date had been fixed.", ["indirect | minister | no date had been fixed"]),
    (
        "OSLO, April 4 - Norway's foreign minister Jan Dahl said today Norway would not leave the treaty, adding "
        '"we stay until the last ship is home."',
        [
            "indirect | Jan Dahl | Norway would not leave the treaty",
            "direct | Jan Dahl | we stay until the last ship is home.",
        ],
    ),
]

SPEAKERS = [
    # A counterpart without a name.
    (
        "Russian Foreign Minister Sergey Lavrov received Ana Ruiz, the foreign minister of Chile. His Chilean "
        "counterpart said the gas would flow again.",
        "Ana Ruiz",
    ),
    (
        "Foreign Minister Igor Belov of Russia received Ana Ruiz, Chile's foreign minister. Her Russian counterpart "
        "said the gas would flow again.",
        "Igor Belov",
    ),
    (
        "Prime Minister Shinzo Abe and Foreign Minister Taro Kono of Japan flew to Moscow, where Kono met Sergey "
        "Lavrov. Lavrov's Japanese counterpart said the talks were long.",
        "Taro Kono",
    ),
    ("The minister flew home. His Chilean counterpart said the gas would flow.", "His Chilean counterpart"),
    # Who is named beside the pronoun is not who it stands for.
    (
        "US Secretary of State Antony Blinken spoke with Canadian Foreign Minister Marc Garneau. He thanked Garneau "
        "for Canada's help at sea.",
        "Antony Blinken",
    ),
    (
        "Foreign Minister Igor Belov met Foreign Minister Ole Krag in Oslo. He warned Krag that the ships must leave.",
        "Igor Belov",
    ),
]


def given(text: str) -> list[str]:
    """What the text gives, as the tables have it."""
    found = []
    for item in propose_statements(mentions_of(text), shipped()):
        if isinstance(item, Proposal) and isinstance(item.values, StatementValues):
            found.append(f"{item.values.kind} | {item.values.speaker or '-'} | {item.values.content}")
    return found


@pytest.mark.parametrize(("text", "expected"), GIVES)
def test_what_is_said(text: str, expected: list[str]) -> None:
    assert given(text) == [row for row in expected if row != "withheld"]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_says_it(text: str, speaker: str) -> None:
    assert [row.split(" | ")[1] for row in given(text)] == [speaker]


def test_what_is_left_open_keeps_its_denial() -> None:
    text = "Foreign Minister Ana Ruiz did not rule out a return to the talks in June."
    (values,) = (item.values for item in propose_statements(mentions_of(text), shipped()) if isinstance(item, Proposal))
    assert isinstance(values, StatementValues)
    assert (values.cue, values.speech_act, values.is_negated) == ("did not rule out", "asserts", False)
