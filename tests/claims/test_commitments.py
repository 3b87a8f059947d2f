"""Commitments: each way of promising accepts and refuses the sentences of its row."""

from typing import Any, cast

import pytest

from aidememoire.claims.commitments import Rule, propose_commitments, table
from aidememoire.model import CommitmentValues, Proposal
from tests.claims.by_hand import mentions_of

# Names the two whose "sides" and "talks" are meant.
CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)  # commitments ask nothing of the world beyond the mentions


def commitments_of(text: str, side: str | None = None, meetings: tuple[Proposal, ...] = ()) -> list[Proposal]:
    mentions = mentions_of(text, side)
    return [p for p in propose_commitments(mentions, KNOWLEDGE, meetings) if isinstance(p, Proposal)]


def contents_of(text: str) -> list[str]:
    return [cast(CommitmentValues, proposal.values).content for proposal in commitments_of(text)]


@pytest.mark.parametrize(
    ("rule", "sentence", "content"),
    [(rule, sentence, content) for rule in table().rules for sentence, content in rule.accept],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_accepts(rule: Rule, sentence: str, content: str) -> None:
    assert contents_of(CONTEXT + sentence) == [content]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in table().rules for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_refuses(rule: Rule, sentence: str) -> None:
    assert contents_of(CONTEXT + sentence) == []
