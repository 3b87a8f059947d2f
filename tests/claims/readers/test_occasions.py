"""Of a sentence that the tagger takes for an occasion: who was there, and which of its days may be the occasion's."""

from dataclasses import replace

import pytest

from aidememoire.claims.readers.completing.occasions import propose_occasions
from aidememoire.claims.readers.decoding import TaggedSentence, Tags
from aidememoire.model import MeetingValues, Proposal, Reader, Refusal
from aidememoire.pipeline import read_text


def found_in(text: str, kind: str = "meeting", state: str = "held", sure: float = 0.95) -> list[Proposal | Refusal]:
    _, mentions, _ = read_text(text, published="2019-05-06")
    tags = Tags((), (TaggedSentence(0, 0.0, 0.0, sure, state, kind, "launched"),))
    return list(propose_occasions(mentions, tags, ()))


def meeting(text: str, kind: str = "meeting", state: str = "held") -> MeetingValues:
    (found,) = found_in(text, kind, state)
    assert isinstance(found, Proposal)
    assert isinstance(found.values, MeetingValues)
    return found.values


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("Norwegian Foreign Minister Ine Berg got her Chilean counterpart to Oslo on 3 May.", "held", "2019-05-03"),
        (
            "Norwegian Foreign Minister Ine Berg got her Chilean counterpart to Oslo before the fair of 9 May.",
            "held",
            None,
        ),
        ("Norwegian Foreign Minister Ine Berg is in with Chilean guests after the fair of 3 May.", "planned", None),
    ],
)
def test_day_agrees_with_the_state(text: str, state: str, day: str | None) -> None:
    date = meeting(text, "meeting", state).date
    assert (str(date) if date else None) == day


def test_no_body_is_a_participant() -> None:
    values = meeting("Norwegian Foreign Minister Ine Berg got the European Union to Oslo on 3 May.")
    assert values.parties == ("EU", "NOR")
    assert [person.name for person in values.participants] == ["Ine Berg"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway and Chile sat over the herring quotas for nine hours.", ("CHL", "NOR")),
        ("Norwegian Foreign Minister Ine Berg warned Chilean officials over the fate of Peru.", ("CHL", "NOR")),
        ("Norwegian Foreign Minister Ine Berg haggled with Chile about Peru’s copper mines.", ("CHL", "NOR")),
        ("Norwegian Foreign Minister Ine Berg spoke for hours on Peru’s copper mines.", None),
        ("Norwegian Foreign Minister Ine Berg sat down with Chilean business leaders.", None),
        ("Norwegian Foreign Minister Ine Berg heard of the fighting in Chile.", None),
    ],
)
def test_who_acts_was_there_and_what_was_talked_of_was_not(text: str, parties: tuple[str, ...] | None) -> None:
    proposals = [one for one in found_in(text) if isinstance(one, Proposal)]
    assert [one.values.parties for one in proposals if isinstance(one.values, MeetingValues)] == (
        [parties] if parties else []
    )


def test_the_rules_cast_where_they_know_the_word() -> None:
    values = meeting("In Lima on 3 May Norwegian Foreign Minister Ine Berg met Chilean Minister Ana Paz on Cuba.")
    assert values.parties == ("CHL", "NOR")
    assert values.place == "Lima"
    assert str(values.date) == "2019-05-03"
    assert {person.name for person in values.participants} == {"Ine Berg", "Ana Paz"}


def test_the_rules_give_number_and_name_where_they_know_the_word() -> None:
    values = meeting("The fourth Norway-Chile Strategic Dialogue was held in Oslo on 3 May.", kind="talks")
    assert (values.ordinal, values.format) == (4, "Norway-Chile Strategic Dialogue")
    assert (values.place, str(values.date)) == ("Oslo", "2019-05-03")


def test_what_is_denied_is_refused() -> None:
    (found,) = found_in("Norway and Chile say that their ministers will not attend the Lima conference.")
    assert isinstance(found, Refusal)
    assert found.why == "denied"


def test_a_sentence_hardly_likely_to_tell_of_one_gives_none() -> None:
    text = "Norway and Chile sat over the herring quotas for nine hours."
    assert found_in(text, sure=0.7)
    assert not found_in(text, sure=0.55)


@pytest.mark.parametrize(
    ("parties", "sure", "number"),
    [
        (("CUB", "PER"), 0.95, 1),
        (("CUB", "PER"), 0.8, 0),  # surer than that, where a rule tells of others there
        (("CHL", "NOR", "PER"), 0.95, 0),
        (("CHL",), 0.95, 0),
    ],
)
def test_beside_a_meeting_of_others(parties: tuple[str, ...], sure: float, number: int) -> None:
    text = "Norway and Chile sat over the herring quotas for nine hours."
    _, mentions, _ = read_text(text, published="2019-05-06")
    (one,) = found_in(text)
    assert isinstance(one, Proposal)
    assert isinstance(one.values, MeetingValues)
    known = replace(one, values=replace(one.values, parties=parties), readers=(Reader.RULES,))
    tags = Tags((), (TaggedSentence(0, 0.0, 0.0, sure, "held", "talks", "launched"),))
    assert len(list(propose_occasions(mentions, tags, (known,)))) == number
