"""Ships, houses and prizes called after persons are nobody; those who stand beside them are somebody."""

import pytest

from aidememoire.model import ActorKind
from tests.language.people_reading import mentions_of

AFTER = " It was a good meeting of the two countries."


def names(text: str) -> list[str]:
    """The persons named in the sentence, in order."""
    actors = mentions_of(text + AFTER, published="2021-06-03").actors
    return [actor.name for actor in actors if actor.kind is ActorKind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        # An article before a flag rank and a surname.
        "The Admiral Nakhodkin called at Algiers on Monday, the ministry said.",
        # A kind of ship before the name; another joined to it.
        "The frigates Admiral Nakhodkin and Admiral Orlov left Tartus on Monday.",
        "The research ship Ana Poe docked in Colombo.",
        # An article before a whole name that a verb follows.
        "The Juan Poe sailed through the strait, the navy said.",
        "The Abraham Lincoln strike group passed the strait on Sunday.",
        "The carrier Charles de Gaulle will join the operation, the defence ministry said.",
        # What a capital behind the name makes a house, a bridge, a law.
        "He spoke at Indira Gandhi National University on Monday.",
        "He opened the Heydar Aliyev Centre in Baku on Friday.",
        "They met at the King Hussein Bridge crossing.",
        "She came from the Nelson Mandela School of Public Governance.",
        # A general's rank that is none.
        "The General People's Congress, which is Libya's parliament, met on Monday.",
        "The Treasury is issuing six General Licenses to ensure this.",
        "Its Director of Youth Opportunity Programs at a foundation left.",
    ],
)
def test_things_called_after_persons(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # His rank without an article, or an office behind.
        ("Admiral Nakhodkin, commander of the fleet, called at Algiers.", ["Nakhodkin"]),
        ("The submarine Captain Ivan Poe commanded returned on Monday.", ["Ivan Poe"]),
        ("The Viktor Yanukovych government left Kiev.", ["Viktor Yanukovych"]),
        ("They met King Hussein in Amman.", ["Hussein"]),
        ("The Hon. Ana Poe, Peru's Foreign Minister, left.", ["Ana Poe"]),
        # The house is where somebody works.
        ("Ana Poe, University of Lima, and Peru's Foreign Minister Juan Roe left.", ["Juan Roe"]),
        ("Peru's Foreign Minister Ana Poe opened the Juan Roe Centre in Lima.", ["Ana Poe"]),
        ("Captain of the frigate, Peru's Defence Minister Ana Poe left.", ["Ana Poe"]),
    ],
)
def test_persons_beside_things(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
