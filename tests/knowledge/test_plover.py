"""PLOVER: claims get the codes that the scheme's own table gives them."""

import pytest

from aidememoire.claims.outcomes.deeds import rules_of
from aidememoire.knowledge.plover import Plover, PloverCode
from aidememoire.knowledge.tables import rows_of
from aidememoire.model import MeetingKind, MeetingState, StatusKind, Strength, SubjectType

PLOVER = Plover.shipped()


def brief(code: PloverCode | None) -> str | None:
    return " ".join([code.event, code.mode or "-", ",".join(code.context) or "-"]) if code else None


@pytest.mark.parametrize(
    ("kind", "state", "code"),
    [
        ("call", "held", "CONSULT phone -"),
        ("visit", "ongoing", "CONSULT visit -"),
        ("talks", "held", "CONSULT - diplomatic"),
        ("visit", "planned", "AGREE - diplomatic"),
        ("summit", "proposed", "REQUEST meet diplomatic"),
        ("talks", "cancelled", "REJECT meet diplomatic"),
        ("talks", "postponed", None),
        ("picnic", "held", None),
    ],
)
def test_meetings(kind: str, state: str, code: str | None) -> None:
    assert brief(PLOVER.of_meeting(kind, state)) == code


@pytest.mark.parametrize(
    ("cue", "event"),
    [("condemn", "ACCUSE"), ("urge", "REQUEST"), ("Welcome", "SUPPORT"), ("reject", "REJECT"), ("say", None)],
)
def test_statements(cue: str, event: str | None) -> None:
    code = PLOVER.of_statement(cue)
    assert (code.event if code else None) == event


def test_commitments_take_the_context_of_their_topic() -> None:
    assert brief(PLOVER.of_commitment("agreed", "trade")) == "AGREE - economic"
    assert brief(PLOVER.of_commitment("agreed", "culture")) == "AGREE - diplomatic"
    assert brief(PLOVER.of_commitment("pledged")) == "AGREE - diplomatic"
    assert PLOVER.of_commitment("shouted", "trade") is None


@pytest.mark.parametrize(
    ("status", "subject_type", "code"),
    [
        ("suspended", "dialogue", "SANCTION withdraw diplomatic"),
        ("suspended", "agreement", "SANCTION - -"),
        ("resumed", "dialogue", "CONSULT - diplomatic"),
        ("violated", "agreement", "REJECT yield legal"),
        ("fulfilled", "commitment", "COOPERATE - -"),
        ("delayed", "agreement", None),
    ],
)
def test_statuses(status: str, subject_type: str, code: str | None) -> None:
    assert brief(PLOVER.of_status(status, subject_type)) == code


def test_quads() -> None:
    assert (PLOVER.quad("AID"), PLOVER.quad("THREATEN"), PLOVER.quad("DANCE")) == (
        "material cooperation",
        "verbal conflict",
        None,
    )


def test_every_row_is_of_a_value_that_claims_have() -> None:
    known = {
        "meeting": {*MeetingKind, "*"},
        "status": set(StatusKind),
        "commitment": set(Strength),
    }
    details = {"meeting": set(MeetingState), "status": {*SubjectType, "*"}, "commitment": {"*"}}
    for row in rows_of("plover.tsv"):
        assert row["event"] in PLOVER.events
        if row["kind"] in known:
            assert row["value"] in known[row["kind"]]
            assert row["detail"] in details[row["kind"]]
        assert row["source"]
        assert row["licence"]


def test_every_event_that_is_read_is_one_of_the_scheme() -> None:
    assert {rule.value("event") for rule in rules_of("events")} - {"OTHER"} <= PLOVER.events
