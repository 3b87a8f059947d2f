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
    found = [values for name, values in events_of(sentence) if name.split(".")[0] == rule.id]
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
    assert [values for name, values in events_of(sentence) if name == rule.id] == []


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        # Who says that he will do harm threatens; who might, or should, does nothing yet.
        ("Chad will impose sanctions on Niger.", [("THREATEN", "TCD", "NER")]),
        ("Chad would attack Niger.", [("THREATEN", "TCD", "NER")]),
        ("Sanctions will be imposed on Niger.", []),
        ("Chad should impose sanctions on Niger.", []),
        ("Chad will send food to Niger.", []),
        # Who plays against another harms nobody; who is harmed at a match is harmed.
        ("Chad beat Niger 3-1 in Lima.", []),
        ("Chad attacked from the start of the semi-final.", []),
        ("Chad attacked Niger at dawn.", [("ASSAULT", "TCD", "NER")]),
        ("Guards of Chad beat two boys of Niger at the match.", [("ASSAULT", "TCD", "NER")]),
        # Who does not accept refuses.
        ("Chad did not accept the plan of Niger.", [("REJECT", "TCD", "NER")]),
        ("Chad might accept the plan of Niger.", []),
        # A deed done to nothing was not done.
        ("Chad imposed no sanctions on Niger.", []),
        # What was done to people somewhere is told with the place, not with who tells it.
        ("Nine people were killed in Niger, the UN said.", [("ASSAULT", None, "NER")]),
        ("Nine people were killed, the UN said.", []),
        # What one says that the other must do he demands, whatever it is.
        ("Chad said Niger must leave the oasis.", [("REQUEST", "TCD", "NER")]),
        ("Chad said that it must rain.", []),
        ("Niger must leave the oasis.", []),
        # One deed, one event, whatever rows know its words.
        ("Chad condemned Niger for the raid.", [("ACCUSE", "TCD", "NER")]),
        ("Chad condemned Niger.\nChad condemned Niger.", [("ACCUSE", "TCD", "NER")]),
    ],
)
def test_as_what_it_is_told(sentence: str, events: list[tuple[str, str | None, str | None]]) -> None:
    assert [(values.event, values.source, values.target) for _, values in events_of(sentence)] == events


@pytest.mark.parametrize("text", ["", " ", "attack", "will attack", "in", "No one", "Chad will", "“", "killed in"])
def test_odd_input_never_crashes(text: str) -> None:
    events_of(text)


def test_spans_are_the_words() -> None:
    text = " ".join(sentence for rule in rules_of("events") for sentence, _, _ in rule.accept)
    mentions = mentions_of(text)
    for proposal in propose_events(mentions, KNOWLEDGE):
        if isinstance(proposal, Proposal):
            values, spans = cast(EventValues, proposal.values), dict(proposal.spans)
            assert "event" in spans
            assert (values.source is None) == ("source" not in spans) or values.source
            assert ("target" in spans) == (values.target is not None)
