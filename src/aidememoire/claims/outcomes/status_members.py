"""Memberships that a body of states suspends: "the League suspended (Syria)", "(its suspension from the League)"."""

from aidememoire.claims.clauses import Clauses, Range, first_known, noun_phrase
from aidememoire.claims.outcomes.status_phrases import noun_from
from aidememoire.claims.outcomes.status_rules import table
from aidememoire.claims.outcomes.status_subjects import is_verbal
from aidememoire.claims.promises.grounds import parties_within


def member_suspended(clauses: Clauses, trigger: int) -> Range | None:
    """The words for a membership that a body suspends: "the League suspended (Syria)", "(its suspension) from it"."""
    is_verb = is_verbal(clauses, trigger)
    state = (
        first_known(clauses.child(trigger, "nsubjpass"), clauses.child(trigger, "dobj"))
        if is_verb
        else clauses.child(trigger, "poss")
    )
    if is_verb and state is not None and clauses[state].pos in {"PRON", "NOUN"}:
        return _body_left(clauses, trigger)
    if state is None or clauses[state].pos != "PROPN":
        return None
    named = parties_within(clauses.mentions, clauses[state].start, clauses[state].end)
    if not named or _is_of_body(clauses, noun_phrase(clauses, state)):
        return None
    first = noun_phrase(clauses, state)[0]
    left = next((i for i in range(trigger + 1, trigger + 3) if clauses.lower(i) == "from"), None)
    body = noun_from(clauses, left + 1) if left is not None else None
    if body is not None and _is_of_body(clauses, noun_phrase(clauses, body)):
        return (first, state + 1) if is_verb else (first, body + 1)
    return (first, state + 1) if is_verb and _is_of_body(clauses, (trigger - BODY_REACH, trigger)) else None


def _body_left(clauses: Clauses, verb: int) -> Range | None:
    """ "it was suspended from (the Arab League)": the body stands for the membership where no state is named."""
    if clauses.lower(verb + 1) != "from":
        return None
    body = noun_from(clauses, verb + 2)
    words = noun_phrase(clauses, body) if body is not None else None
    return words if words is not None and _is_of_body(clauses, words) else None


BODY_REACH = 9  # tokens before the verb in which the body that suspends must be named


def _is_of_body(clauses: Clauses, words: Range) -> bool:
    """Whether the words name a body of which states are members: "the Arab League", "the African Union"."""
    return any(clauses.lower(index) in table().bodies for index in range(*words))
