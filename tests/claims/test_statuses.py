"""Statuses: each wording accepts and refuses the sentences of its row."""

from typing import Any, cast

import pytest

from aidememoire.claims.statuses import Rule, propose_statuses, table
from aidememoire.model import Proposal, StatusValues
from tests.claims.by_hand import mentions_of

# Names the two whose "sides" and "talks" are meant.
CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)


def statuses_of(text: str) -> list[StatusValues]:
    found = propose_statuses(mentions_of(text), KNOWLEDGE, ())
    return [cast(StatusValues, p.values) for p in found if isinstance(p, Proposal)]


@pytest.mark.parametrize(
    ("rule", "sentence", "subject", "status"),
    [(rule, *row) for rule in table().rules for row in rule.accept],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_accepts(rule: Rule, sentence: str, subject: str, status: str) -> None:
    assert [(values.subject, values.status.value) for values in statuses_of(CONTEXT + sentence)] == [(subject, status)]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in table().rules for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_refuses(rule: Rule, sentence: str) -> None:
    assert statuses_of(CONTEXT + sentence) == []
