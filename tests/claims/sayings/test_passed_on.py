"""What an outlet reports of another's words stays that one's; what only stands near a verb of saying is not said."""

import pytest

from tests.claims.test_statements import values_of

# sentence → speaker and content of each statement, by speaker
SAID = [
    (
        "The crews demand an end to the raids, but they face storms, the Morning Post reports.",
        [
            ("Morning Post", "The crews demand an end to the raids, but they face storms"),
            ("crews", "an end to the raids"),
        ],
    ),
    (
        "A guard told visitors the road was shut and that the bridge was down, the Morning Post news agency reports.",
        [
            ("A guard", "the road was shut and that the bridge was down"),
            (
                "Morning Post news agency",
                "A guard told visitors the road was shut and that the bridge was down",
            ),
        ],
    ),
    (
        "Jan Novak said many farmers believed the harvest would be weak.",
        [("Jan Novak", "many farmers believed the harvest would be weak")],
    ),
    # what the speaker was told belongs to his story
    (
        "Olsen told the Morning Post he fled after the guard told him he planned to burn the mill.",
        [("Olsen", "he fled after the guard told him he planned to burn the mill")],
    ),
    (
        "Novak said the port was open, while the ministry told reporters it was shut.",
        [("Novak", "the port was open"), ("ministry", "it was shut")],
    ),
    # when it was done, and what went on meanwhile
    (
        "The council called the raid “cruel” for striking guests while they were asleep.",
        [("council", "the raid “cruel” for striking guests while they were asleep")],
    ),
    ("The envoy called for a truce while the army shelled the town.", [("envoy", "a truce")]),
    # a loss and a time say nothing
    ("Crowds left after the ministry reported the loss.", []),
    ("The ministry reported a grave loss of boats.", [("ministry", "a grave loss of boats")]),
    ("The firm announced yesterday, to be a major supplier of boats.", []),
    ("The firm announced yesterday that the ferry would be sold.", [("firm", "the ferry would be sold")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_is_passed_on(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((value.speaker or "", value.content) for value in values_of(sentence)) == expected
