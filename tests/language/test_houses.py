"""What a government's own account leaves unsaid: whose council it is, and what its head is."""

import pytest

from tests.language.people_reading import mentions_of

COUNCILS = [
    # in the account of a state that has one, the council is its own, unless that of the UN is named
    ("The President chaired a meeting of the Security Council. It was drafted without UN approval.", "RUS", False),
    ("The President spoke of the UN Security Council. The Security Council will vote.", "RUS", True),
    ("It was drafted without UN approval. The Security Council will vote.", None, True),
    ("It was drafted without UN approval. The Security Council will vote.", "PER", True),
    # a council with a secretary is a state's
    ("The UN agreed. Security Council Secretary Ivan Poev was there.", None, False),
    ("The UN agreed. Ivan Poev, the secretary of the Security Council, was there.", None, False),
]


@pytest.mark.parametrize(("text", "side", "is_uns"), COUNCILS)
def test_whose_security_council(text: str, side: str | None, is_uns: bool) -> None:
    mentions = mentions_of(text, side=side)
    named = [party.code for party in mentions.parties if mentions.words(party.span) == "Security Council"]
    assert bool(named) is is_uns


HEADS = [
    # the undated account of the president's house names its head, past or present
    ("Vladimir Putin will visit Peru.", "en.kremlin.ru", None, "president"),
    # on a day, the table knows who held which office
    ("Vladimir Putin will visit Peru.", "en.kremlin.ru", "2009-05-16", "prime minister"),
    # another outlet is no president's house
    ("Vladimir Putin will visit Peru.", "The Lima Post", None, None),
    # who never was its head
    ("Sergei Lavrov will visit Peru.", "en.kremlin.ru", None, None),
]


@pytest.mark.parametrize(("text", "outlet", "published", "office"), HEADS)
def test_who_heads_the_house(text: str, outlet: str, published: str | None, office: str | None) -> None:
    (actor,) = [
        one
        for one in mentions_of(text, published=published, side="RUS", outlet=outlet).actors
        if one.office or one.party == "RUS"
    ]
    assert actor.office == office
    assert office is None or published is not None or dict(actor.inferred)["office"]
