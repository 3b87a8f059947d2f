"""On what condition a promise is made, when it falls due, whose it is and where it ends: the whole chain."""

import pytest

from aidememoire.model import ClaimKind, CommitmentValues, ReaderChoice
from aidememoire.pipeline import read_text


def promises_of(
    text: str, readers: ReaderChoice = ReaderChoice.RULES, side: str | None = None
) -> list[CommitmentValues]:
    _, _, reading = read_text(text + " It rained in Lima.", published="2021-06-10", side=side, readers=readers)
    found = [claim.values for claim in reading.claims if claim.kind is ClaimKind.COMMITMENT]
    return [values for values in found if isinstance(values, CommitmentValues)]


@pytest.mark.parametrize(
    ("sentence", "content", "condition"),
    [
        (
            "Chile intends to give a grant of $10 million to Peru, subject to a vote in parliament.",
            "give a grant of $10 million to Peru, subject to a vote in parliament",
            "subject to a vote in parliament",
        ),
        (
            "Chile will send forty boats contingent on a truce.",
            "send forty boats contingent on a truce",
            "contingent on a truce",
        ),
        (
            "Chile has said that if the plan fails it will press for a new resolution.",
            "press for a new resolution",
            "if the plan fails",
        ),
        (
            "The Chilean minister warned that should Peru raise its tariffs, Chile would impose duties on tin.",
            "impose duties on tin",
            "should Peru raise its tariffs",
        ),
        (
            "Lima promised that if a deal appeared in sight, it would send its forty boats to the strait.",
            "it would send its forty boats to the strait",
            "if a deal appeared in sight",
        ),
        ("If the plan fails, Chile will close its port.", "close its port", "If the plan fails"),
        # asked, not hung on
        ("Peru asked if the port was open. Chile pledged to close its port in July.", "close its port in July", None),
        ("Chile pledged to close its port on 1 July.", "close its port on 1 July", None),
        ("Chile pledged to publish a paper on the subject to be raised.", None, None),
    ],
)
def test_the_condition_of_a_promise_is_told(sentence: str, content: str | None, condition: str | None) -> None:
    found = promises_of(sentence)
    if content is not None:
        (only,) = found
        assert (only.content, only.conditions) == (content, (condition,) if condition else ())
    assert condition is not None or not any(one.conditions for one in found)


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        # what still needs a vote is promised; what hangs on another's deed is intended
        ("Chile will send forty boats contingent on a truce.", "pledged"),
        ("Chile has said that if the plan fails it will close its port.", "intended"),
        ("Peru accepted in principle the Chilean proposal on the dam.", "agreed"),
    ],
)
def test_how_firm_a_conditional_promise_is(sentence: str, strength: str) -> None:
    assert [one.strength for one in promises_of(sentence)] == [strength]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        # counted from the day of the report, whatever day was named before
        (
            "Chile agreed to keep the pass open by September 30, 2021, and will open the port within the next month.",
            "2021-07",
        ),
        ("Chile pledged $100 million for clinics in Peru over the next three years.", "2024"),
        ("Peru will open the port in the next 10 days.", "2021-06-20"),
        ("Peru will send tugs over the next year.", "2022-06"),
        # no number that could be counted; no term of time
        ("Peru will send boats in the next few days.", None),
        ("Chile will hand over the keys in the next round.", None),
        # the April to come, and the September
        ("The Chilean government pledged in June to open the port by April.", "2022-04"),
        ("Peru agreed on Monday to close the camp by September.", "2021-09"),
        # past where the words say when it was promised, or of which year the month is
        ("Peru pledged in March to close the camp by April.", "2021-04"),
        ("Peru pledged to close the camp by April 2021.", "2021-04"),
    ],
)
def test_the_term_that_a_promise_has(sentence: str, due: str | None) -> None:
    last = promises_of(sentence)[-1]
    assert (str(last.due) if last.due else None) == due


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Ada Poe submitted a treaty between Chile and Peru on access to the sea to the Congress for ratification.",
            "a treaty between Chile and Peru on access to the sea",
        ),
        (
            "Ada Poe submitted to the Congress for ratification the Protocol between Chile and Peru on Tin, signed in"
            " Lima on October 15, 2015.",
            "the Protocol between Chile and Peru on Tin",
        ),
        ("If it goes on, Chile will pay an even steeper price.", None),
        ("Chile will pay a fee for each boat of Peru.", "pay a fee for each boat of Peru"),
        ("Chile announced that it, too, would send two planes to the strait.", "send two planes to the strait"),
        ("Both confirmed the commitment of Chile and Peru to the protection of human rights.", None),
        ("Chile and Peru confirmed their understanding that the pact of 2009 is in force.", None),
        (
            "Chile and Peru support opening negotiations at the upcoming assembly on a global agreement to end waste.",
            None,
        ),
        (
            "But Chile has yet to impose sanctions promised weeks ago, or to send clear signals on a haven in Peru.",
            None,
        ),
        (
            "Chile and Peru would lift the tariffs for countries that agreed to cut their duties.",
            "lift the tariffs for countries that agreed to cut their duties",
        ),
    ],
)
def test_what_is_promised_and_what_is_none(sentence: str, content: str | None) -> None:
    found = [one.content for one in promises_of(sentence)]
    assert found == ([content] if content else [])


def test_each_clause_that_was_decided_on_is_a_promise() -> None:
    found = promises_of(
        "The delegations of Chile and Peru met in Lima on Monday. The delegations decided that the force will leave the"
        " valley, and that there will be no Chilean troops in Peru by December 31, 2021."
    )
    assert [one.strength for one in found] == ["agreed", "agreed"]
    assert [str(one.due) if one.due else None for one in found] == ["2021-12-31", None]


def test_who_signed_is_not_where_it_was_signed() -> None:
    (treaty,) = promises_of(
        "Chile led the negotiation of the Tuna Agreement, which was signed in Malta on October 3, 2018."
    )
    assert treaty.made_by == ()
    (other,) = promises_of("Chile and Peru praised the Tuna Agreement, which was signed in Malta on October 3, 2018.")
    assert other.made_by == ("CHL", "PER")


def test_a_lead_that_only_opens_a_list_is_no_promise() -> None:
    found = promises_of(
        "Joint Statement of Chile and Peru. They affirmed their intention to work together:\n"
        "to launch a fund for tin;\nto open a second crossing; and\nto train 40 pilots.\n"
    )
    assert [one.content for one in found] == ["launch a fund for tin", "open a second crossing", "train 40 pilots"]
    alone = promises_of("Joint Statement of Chile and Peru. They affirmed their intention to work together.")
    assert [one.content for one in alone] == ["work together"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Peru undertook not to build a dam on the river.", ["not to build a dam on the river"]),
        ("Peru accepted in principle the Chilean proposal on the dam.", ["the Chilean proposal on the dam"]),
        ("Peru has not undertaken to build a dam on the river.", []),
        ("Peru accepted the gift of the Chilean envoy.", []),
    ],
)
def test_words_that_leave_no_doubt_stand_where_both_readers_are_asked(sentence: str, found: list[str]) -> None:
    assert [one.content for one in promises_of(sentence, ReaderChoice.BOTH)] == found
