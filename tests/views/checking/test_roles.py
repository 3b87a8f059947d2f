"""Two sentences → whether they tell the same deed of the same people; and what, by a sentence, became of something."""

import pytest

from aidememoire.pipeline import knowledge_in_use
from aidememoire.views.checking.likeness import key_of
from aidememoire.views.checking.roles import deeds_in, mismatch
from aidememoire.views.checking.states import State, exclude, states_in
from tests.timing import processor_seconds

PEOPLE = {"juma": "KEN", "kutesa": "UGA", "soini": None, "reinsalu": "EST"}


def judged(drafted: str, told: str, verb: str) -> bool | None:
    """Whether the draft turns it round; None where it agrees or nobody can tell."""
    found = mismatch(*(deeds_in(text, {key_of(verb)}, PEOPLE, knowledge_in_use()) for text in (drafted, told)))
    return found.is_turned if found else None


@pytest.mark.parametrize(
    ("drafted", "told", "verb", "is_turned"),
    [
        ("Juma thanked Uganda.", "Kutesa thanked Kenya.", "thanked", True),
        ("Juma thanked Uganda.", "Uganda was thanked by Kenya.", "thanked", None),
        ("Uganda was warmly thanked by Juma.", "Kutesa thanked Juma.", "thanked", True),
        ("Uganda paid Kenya.", "Kenya paid Uganda two million dollars.", "paid", True),
        ("Uganda will pay 3 million dollars.", "Kenya will pay 3 million dollars.", "pay", False),  # another payer
        ("Juma urged Estonia to wait.", "Juma urged Uganda to wait.", "urged", False),  # another addressee
        ("Reinsalu invited Kutesa.", "Kutesa, after his talks, invited Reinsalu to Entebbe.", "invited", True),
        ("Kenya thanked its neighbour.", "Uganda’s minister Kutesa was thanked.", "thanked", None),  # nobody can tell
        ("The Ugandan Foreign Minister Kutesa thanked Juma.", "Kutesa thanked Kenya.", "thanked", None),
        ("Juma met Kutesa.", "Kutesa met Juma.", "met", None),  # together
        ("Soini thanked Kenya.", "Finland thanked Kenya.", "thanked", None),  # his party is not known
        ("Juma warned in Uganda of floods.", "Juma warned of floods.", "warned", None),  # where, not whom
        ("The boats that Kenya had bought were paid by Uganda.", "Uganda paid for the boats.", "paid", None),
        (
            "Juma will visit Estonia.",
            "The visit of Juma to Estonia is off.",
            "visit",
            None,
        ),  # a noun
        ("Juma warned of floods.", "Kutesa warned of floods.", "warned", False),
        ("Kenya thanked Uganda, which Estonia warned.", "Kenya thanked Uganda.", "warned", None),
    ],
)
def test_roles(drafted: str, told: str, verb: str, is_turned: bool | None) -> None:
    assert judged(drafted, told, verb) is is_turned


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The bridge has been completed.", {State.DONE}),
        ("The ministry carried out the survey.", {State.DONE}),
        ("The talks were suspended in May.", {State.FROZEN}),
        ("The post will not open before the spring.", {State.POSTPONED}),
        ("The plan was called off.", {State.DROPPED}),
        ("The text is still being drafted.", {State.UNDER_WAY}),
        ("The bridge will be completed.", set()),
        ("They agreed to have the bridge completed.", set()),
        ("The bridge has not been completed.", set()),
        ("The bridge is nearly finished.", set()),
        ("The troops were withdrawn.", set()),  # that is what was agreed, or its end: the word alone does not tell
        ("The road to Malaba was completed.", {State.DONE}),
        ("They are to have the bridge completed.", set()),
        ("The bridge is long.", set()),
    ],
)
def test_states(text: str, states: set[State]) -> None:
    assert {item.state for item in states_in(text)} == states


def test_what_excludes_what() -> None:
    assert exclude(State.DONE, State.FROZEN)
    assert not exclude(State.FROZEN, State.POSTPONED)
    assert not exclude(State.FROZEN, State.RESUMED)  # what was frozen may be resumed


def test_long_sentences_are_read_in_time() -> None:
    text = "Kenya thanked Uganda and completed " * 3000
    knowledge = knowledge_in_use()
    assert (
        processor_seconds(lambda: (deeds_in(text, {"thank", "complet"}, PEOPLE, knowledge), list(states_in(text)))) < 15
    )
