"""Spellings of one word: a "cease-fire" is read like a "ceasefire", and its span stays as written."""

from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.model import CommitmentValues, Mentions, Proposal, StatusValues
from tests.claims.by_hand import mentions_of

KNOWLEDGE = cast(Any, None)
SPELLINGS = ("ceasefire", "cease-fire")


def words_of(text: str) -> list[tuple[str, str, str]]:
    return [(token.text, token.lower, token.lemma) for token in mentions_of(text).tokens if "ease" in token.text]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The cease-fire holds.", ("cease-fire", "ceasefire", "ceasefire")),
        ("Cease-fires came and went.", ("Cease-fires", "ceasefires", "ceasefire")),
        ("He spoke of a truce (a “cease-fire”).", ("cease-fire", "ceasefire", "ceasefire")),
        ("The Cease-Fire Line runs there.", ("Cease-Fire", "ceasefire", "ceasefire")),
        ("Troops on the cease-fire-line fled.", ("cease-fire", "ceasefire", "ceasefire")),
        ("The guns will cease fire.", ("cease", "cease", "cease")),
        ("They decried cease-fire violations.", ("cease-fire", "ceasefire", "ceasefire")),
    ],
)
def test_one_word_whatever_its_hyphen(text: str, word: tuple[str, str, str]) -> None:
    assert words_of(text) == [word]


def statuses_of(mentions: Mentions) -> list[tuple[str, str]]:
    found = propose_statuses(mentions, KNOWLEDGE, ())
    values = [item.values for item in found if isinstance(item, Proposal)]
    return [(value.subject, value.status.value) for value in values if isinstance(value, StatusValues)]


def promises_of(mentions: Mentions) -> list[str]:
    found = propose_commitments(mentions, KNOWLEDGE, ())
    values = [item.values for item in found if isinstance(item, Proposal)]
    return [value.content for value in values if isinstance(value, CommitmentValues)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The {} between Kenya and Uganda took effect at dawn.", "in_force"),
        ("The {} between Kenya and Uganda collapsed.", "ended"),
        ("Kenya violated the {} with Uganda.", "violated"),
        ("Uganda condemned Kenya's {} violations.", "violated"),
        ("The {}, which began in May, is fragile in Kenya.", "in_force"),
        ("Kenya and Uganda extended the {} by a week.", "extended"),
        ("Kenya failed to honour the {} with Uganda.", "not_fulfilled"),
        ("Kenya should honour the {} with Uganda.", None),
    ],
)
def test_its_statuses(sentence: str, status: str | None) -> None:
    found = [statuses_of(mentions_of(sentence.format(word))) for word in SPELLINGS]
    assert [[kind for _, kind in each] for each in found] == [[status] if status else []] * 2
    assert all("ceasefire" in subject.replace("-", "") for each in found for subject, _ in each)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Kenya and Uganda agreed to a {} in the hills.", 1),
        ("Kenya declared a {} of three days along its border.", 1),
        ("Kenya promised to respect the {} with Uganda.", 1),
        ("Kenya called for a {} in the hills.", 0),
    ],
)
def test_promises_of_one(sentence: str, count: int) -> None:
    found = [[words.replace("-", "") for words in promises_of(mentions_of(sentence.format(w)))] for w in SPELLINGS]
    assert found[0] == found[1]
    assert len(found[0]) == count
