"""Acts: each row of the table accepts and refuses its sentences."""

from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.acts import propose_acts
from aidememoire.claims.outcomes.deeds import DeedRule, rules_of
from aidememoire.language import find_mentions
from aidememoire.model import ActValues, Proposal
from aidememoire.pipeline import knowledge_in_use
from tests.claims.by_hand import mentions_of, report_of

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


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Chad and Niger have carried out the naval exercise that they agreed last year.", None),
        ("Chad opened an embassy in Lima, which it had closed in 2012.", None),
        ("On 4 May 2021 Chad and Niger carried out the naval exercise that they agreed last year.", "2021-05-04"),
        ("Chad and Niger carried out the naval exercise in April 2021.", "2021-04-01"),
    ],
)
def test_the_day_of_what_a_clause_tells_is_not_the_acts(sentence: str, day: str | None) -> None:
    knowledge = knowledge_in_use()
    report = report_of("LIMA, 10 May 2021 - " + sentence + " The ministry said so in a statement.")
    found = propose_acts(find_mentions(report, knowledge), knowledge)
    whens = [cast(ActValues, p.values).date for p in found if isinstance(p, Proposal)]
    assert [when and when.first.isoformat() for when in whens] == [day]
