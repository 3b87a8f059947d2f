"""Statuses as newspapers tell them: what the talks were over, when it was, whose decision, never carried out."""

import pytest

from tests.claims.by_hand import mentions_of
from tests.claims.test_statuses_rare import CONTEXT, statuses_of

TOLD = [
    # When it was is no part of what it was of.
    ("Chad withdrew from the lake accord on Friday after a raid.", [("the lake accord", "withdrawn")]),
    ("Chad scrapped the accord of May 1985.", [("the accord of May 1985", "ended")]),
    ("Chad suspended the talks on 3 May with regret.", [("the talks", "suspended")]),
    ("Chad and Niger held talks for the first time since Chad suspended them.", [("talks", "suspended")]),
    # Signed, but never carried out.
    ("The truce rests on a pact signed by Chad in May but never carried out.", [("pact signed", "not_fulfilled")]),
    ("The truce rests on a pact signed by Chad in May but never forgotten.", []),
    # A decree, an edict that ends something tells of its end.
    ("Chad issued an edict terminating its fishing pact with Niger.", [("its fishing pact with Niger", "ended")]),
    ("Chad issued a leaflet on terminating its fishing pact with Niger.", []),
    # What is broken off goes on no more.
    (
        "Chad suspended the talks with Niger that have been going on for years.",
        [("the talks with Niger", "suspended")],
    ),
    ("Chad praised the talks with Niger that have been going on for years.", [("talks with Niger", "under_way")]),
    # A body that suspends its own work; whoever is left dead.
    ("The joint commission of Chad and Niger is suspending its activity.", [("joint commission", "suspended")]),
    ("The bakery of Chad and Niger is suspending its activity.", []),
    ("The lake talks of Chad and Niger, since a raid left two men dead, are quiet.", []),
    # Agreed to "once" it is done: it isn't yet.
    ("Chad agreed to open the bridge once Niger carried out the accord.", []),
    ("Chad opened the bridge once Niger carried out the accord.", [("the accord", "fulfilled")]),
    # What was signed "on" a day is named by it, too.
    ("Chad did not carry out the accord signed on 13 May.", [("accord signed on 13 May", "not_fulfilled")]),
    # Whoever declares an extension extends it; "dead end talks" have not died.
    ("Chad announced a further extension of the truce with Niger.", [("the truce", "extended")]),
    ("Chad discussed a further extension of the truce with Niger.", []),
    ("Chad will announce a further extension of the truce with Niger.", []),
    ("Chad left after four days of dead end talks with Niger.", []),
    # A process of ratification; a Status of Forces Agreement.
    ("Chad has halted the ratification process of its protocols with Niger.", [("the ratification", "suspended")]),
    ("Chad has halted the cleaning process of its ferries.", []),
    ("Chad suspended the Status of Forces Agreement with Niger.", [("the Status of Forces Agreement", "suspended")]),
    ("Chad suspended the status of a member of the club.", []),
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_what_news_tells(sentence: str, told: list[tuple[str, str]]) -> None:
    found = [(values.subject, values.status.value) for values in statuses_of(mentions_of(CONTEXT + sentence))]
    assert len(found) == len(told), found
    for (subject, status), (words, wanted) in zip(sorted(found), sorted(told), strict=True):
        assert (status, words in subject) == (wanted, True)
        assert not {"on Friday", "on 3 May", "for the first"} & {subject[-9:], subject[-8:], subject[-13:]}


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        # What one talks over is no cause.
        ("Chad suspended the talks with Niger over a fishing agreement.", None),
        ("Chad suspended the talks with Niger over the arrest of its envoy.", "the arrest of its envoy"),
        ("The talks between Chad and Niger were suspended over a fishing agreement.", "a fishing agreement"),
    ],
)
def test_what_the_talks_were_over(sentence: str, cause: str | None) -> None:
    assert [values.cause for values in statuses_of(mentions_of(CONTEXT + sentence))] == [cause]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Chad has notified Poland of its decision to terminate the pact with Niger.", ("NER", "TCD")),
        ("Poland has heard of a decision to terminate the pact with Niger.", ("NER", "POL")),
        # Whoever has no name in the words: not whoever is named nearest.
        ("Chad closed the bridge because of other signatories not sticking to their commitments.", None),
        ("Chad closed the bridge because of Niger not sticking to its commitments.", ("NER",)),
    ],
)
def test_whose_decision_it_was(sentence: str, parties: tuple[str, ...] | None) -> None:
    found = [values.parties for values in statuses_of(mentions_of(CONTEXT + sentence))]
    assert found == ([] if parties is None else [parties])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Whoever announces that "it" did so did it.
        (
            "Chad's talk with Niger failed after Poland announced it had suspended the lake dialogue.",
            ("suspended", ("POL",)),
        ),
        # The failure of one to do it.
        ("The failure of Chad to comply with the lake treaty is known.", ("not_fulfilled", ("TCD",))),
        ("The failure of the council to meet is known in Chad.", None),
    ],
)
def test_whose_failure_it_was(sentence: str, told: tuple[str, tuple[str, ...]] | None) -> None:
    found = [(values.status.value, values.parties) for values in statuses_of(mentions_of(CONTEXT + sentence))]
    assert found == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (
            "The peace talks between Chad and the Lake Movement (LM) broke down.",
            "talks between Chad and the Lake Movement (LM)",
        ),
        (
            "The raid meant the suspension of Chad's old Cessation of Fire Agreement.",
            "Chad's old Cessation of Fire Agreement",
        ),
    ],
)
def test_names_are_whole(sentence: str, subject: str) -> None:
    assert any(values.subject.endswith(subject) for values in statuses_of(mentions_of(CONTEXT + sentence)))
