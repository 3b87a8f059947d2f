"""Acts: each row of the table accepts and refuses its sentences."""

from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.acts import propose_acts
from aidememoire.claims.outcomes.deeds import DeedRule, rules_of
from aidememoire.model import ActValues, Proposal
from tests.claims.by_hand import mentions_of

KNOWLEDGE = cast(Any, None)


def acts_of(text: str) -> list[str]:
    found = propose_acts(mentions_of(text), KNOWLEDGE)
    return [cast(ActValues, p.values).what for p in found if isinstance(p, Proposal)]


@pytest.mark.parametrize(
    ("rule", "sentence", "what"),
    [(rule, *row) for rule in rules_of("acts") for row in rule.accept],
    ids=lambda value: value.id if isinstance(value, DeedRule) else None,
)
def test_rule_accepts(rule: DeedRule, sentence: str, what: str) -> None:
    assert what in acts_of(sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in rules_of("acts") for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, DeedRule) else None,
)
def test_rule_refuses(rule: DeedRule, sentence: str) -> None:
    assert acts_of(sentence) == []


def test_a_participle_is_told_with_what_it_is_said_of() -> None:
    assert acts_of("Peru spoke of the sanctions imposed by Chile in May.") == ["the sanctions imposed by Chile in May"]
