"""The dialogues table."""

import pytest

from aidememoire.knowledge.dialogues import Dialogues
from aidememoire.knowledge.parties import Parties


@pytest.fixture(scope="module")
def dialogues() -> Dialogues:
    return Dialogues.shipped()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("two plus two", "2+2"),
        ("2 + 2", "2+2"),
        ("2+2", "2+2"),
        ("G-7", "G7"),
        ("Norman format", "Normandy format"),
        ("six-party talks", "Six-Party Talks"),
        ("Joint Commission of the JCPOA", "JCPOA Joint Commission"),
        ("2 2", None),
        ("a chat", None),
        ("", None),
    ],
)
def test_find(name: str, key: str | None, dialogues: Dialogues) -> None:
    dialogue = dialogues.find(name)
    assert (dialogue.key if dialogue else None) == key


def test_every_code_and_level_is_known(dialogues: Dialogues) -> None:
    parties = Parties.shipped()
    rows = list(dialogues)
    assert len(rows) >= 120
    for dialogue in rows:
        assert dialogue.level in (None, "leaders", "ministers", "officials"), dialogue.key
        assert all(parties.get(code) for code in dialogue.parties), dialogue.key
        assert dialogue.organisation is None or parties.get(dialogue.organisation), dialogue.key
        assert list(dialogue.parties) == sorted(dialogue.parties), dialogue.key


def test_rows_of_a_user_come_first(dialogues: Dialogues) -> None:
    mine = dialogues.with_rows([{"key": "Tea talks", "names": "Tea talks;talks over tea", "level": "officials"}])
    found = mine.scan("They resumed the talks over tea.")
    assert [name.dialogue.key for name in found] == ["Tea talks"]
