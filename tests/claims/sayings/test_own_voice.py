"""A body that tells in the present what it says itself: one statement, not one for each of its verbs."""

from aidememoire.model import StatementKind
from tests.claims.test_statements import values_of

COUNCIL = (
    "The Security Council condemns the raid on the harbour of Oslo.\n\n"
    "The Security Council calls on all sides to leave the ferries alone and urges them to talk.\n\n"
    "It stresses that the harbour belongs to all who sail.\n\n"
)


def test_it_is_one_turn() -> None:
    values = values_of(COUNCIL)
    assert [(value.speaker, value.speaker_party, value.kind) for value in values] == [
        ("Security Council", "UN", StatementKind.DIRECT)
    ]
    assert values[0].content == "The Security Council condemns the raid on the harbour of Oslo."


def test_what_it_reports_of_others_is_kept() -> None:
    values = values_of(COUNCIL + "The Security Council notes that Norway has said that the harbour would be open.\n")
    assert [value.speaker for value in values] == ["Security Council", "Norway"]


def test_news_of_one_act_is_news() -> None:
    text = "Norway condemns the raid on the harbour.\n\nIts envoy left Lima on Monday.\n\nThe ferries sail again."
    assert [(value.speaker, value.kind) for value in values_of(text)] == [("Norway", StatementKind.INDIRECT)]


def test_an_agency_tells_in_its_own_voice() -> None:
    text = "OSLO, May 4 (Reuters) - " + COUNCIL
    assert all(value.kind is StatementKind.INDIRECT for value in values_of(text))
    assert len(values_of(text)) > 2
