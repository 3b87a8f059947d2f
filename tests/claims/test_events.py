"""Context events: each row of the table accepts and refuses its sentences."""

from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.deeds import DeedRule, rules_of
from aidememoire.claims.outcomes.events import propose_events
from aidememoire.model import EventValues, Proposal
from tests.claims.by_hand import mentions_of

KNOWLEDGE = cast(Any, None)


def events_of(text: str) -> list[tuple[str, EventValues]]:
    found = propose_events(mentions_of(text), KNOWLEDGE)
    return [(p.rule.removeprefix("events."), cast(EventValues, p.values)) for p in found if isinstance(p, Proposal)]


@pytest.mark.parametrize(
    ("rule", "sentence", "source", "target"),
    [(rule, *row) for rule in rules_of("events") for row in rule.accept],
    ids=lambda value: value.id if isinstance(value, DeedRule) else None,
)
def test_rule_accepts(rule: DeedRule, sentence: str, source: str, target: str) -> None:
    found = [values for name, values in events_of(sentence) if name == rule.id]
    if not source and not target:
        assert found == [] or found[0].source is None
        return
    assert [(values.source or "", values.target or "") for values in found] == [(source, target)]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in rules_of("events") for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, DeedRule) else None,
)
def test_rule_refuses(rule: DeedRule, sentence: str) -> None:
    assert events_of(sentence) == []
