"""What sounds like a promise and holds none: only pointed at, thought, a condition, said by somebody of no party."""

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.weighing import CUT_OFF
from aidememoire.model import CommitmentValues, Proposal
from aidememoire.pipeline import knowledge_in_use, read_text
from tests.claims.test_commitments import CONTEXT, contents_of


@pytest.mark.parametrize(
    "sentence",
    [
        # it points at what is told elsewhere
        "Norway will implement these measures by the end of May.",
        "Norway intends to take those steps in May.",
        "Norway and Chad agreed on this during their talks.",
        # of one mind with another
        "Norway agreed with Chad that the murders should be looked into.",
        # much, and no agreement
        "Norway did a great deal to open the port to Chad.",
        # an effect
        "Norway said the fair would give an additional impetus to trade with Chad.",
        "Norway will lend weight to the words of Chad.",
        "The entry into force of the pact between Norway and Chad will open up new opportunities for trade.",
        "Norway will bring new prospects to the farmers of Chad.",
        # necessity, or an order of speaking
        "Norway will need to spend 40 million crowns on the first well.",
        "Norway will have to close 40 plants.",
        "Norway will begin with the roads of Chad, the minister said.",
        # loyalty
        "The chief of the Norwegian rebels pledged allegiance to the crown in May.",
        # what a thing is to hold
        "Norway and Chad intend the pact to include three parts.",
        # that they meet
        "Norway and Chad agreed that their foreign ministers would meet on 3 May in Oslo.",
        "It was agreed that Norway and Chad would meet on 3 May.",
        # what one thinks of it
        "Norway and Chad agreed that closer ties would be in the interest of both countries.",
        "Norway and Chad agreed that a pact on tin would be useful.",
        "It was agreed that an early vote would be a mistake.",
        # said, and not agreed
        "Norway and Chad made a joint statement after the talks.",
        # thought of others
        "The president of Norway is convinced that Chad is ready to close 40 plants.",
        "Norway is sure that Chad intends to close 40 plants.",
        # anyone's
        "Norway spoke of each state’s readiness to close 40 plants.",
        # a condition
        "In 1950 the king lent the flag on condition that Norway would return it to Chad.",
        # how one stands, and goes on standing
        "Norway will continue to coordinate with Chad to advance common goals.",
        "Norway will continue to provide support to the fishermen of Chad.",
        "Norway will continue to use all of its authorities to fight smugglers.",
        "Norway will use every tool at its disposal to help the courts of Chad.",
        # one sitting, one journey
        "The envoy of Norway will join a trilateral call with Chad.",
        "The ministers of Norway and Chad will share opinions on cod.",
        # what others condemn has been done
        "Norway condemned the decision of Chad to recognise the rebel towns.",
        "Norway spoke of its response to Chad’s decision to recognise the rebel towns.",
        # proposed is not agreed
        "Under the draft accord, Chad would close 40 plants.",
        "Under any accord, Chad would close 40 plants.",
        # a topic
        "The main topic of the talks of Norway and Chad will be building a system of quotas.",
        # an entry in a programme
        "The ministers of Norway and Chad will review the progress made in fishing.",
        "The envoy of Norway will join the delegation for talks with Chad.",
        "The minister of Norway will join a celebration of the 50th year of the pact in Lund.",
        "The embassy of Norway will host a panel on the history of cod.",
        "Norwegian diplomats who left Chad will spend the night in Mali.",
    ],
)
def test_holds_no_deed(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, CUT_OFF) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will implement these measures against 40 firms.", "implement these measures against 40 firms"),
        ("Norway will give 40 buses to Chad.", "give 40 buses to Chad"),
        ("Norway pledged 40 buses to Chad.", "40 buses to Chad"),
        ("Norway and Chad agreed that the quota would be cut by half.", "the quota would be cut by half"),
        ("Norway agreed with Chad that the quota would be cut by half.", "the quota would be cut by half"),
        ("Norway and Chad agreed that the quota should be cut by half.", "the quota should be cut by half"),
        ("Norway and Chad agreed that the depot would be in Lima by May.", "the depot would be in Lima by May"),
        ("Norway and Chad reached a deal to open 40 ports.", "open 40 ports"),
        ("Norway and Chad agreed to include cod in the pact.", "include cod in the pact"),
        ("Norway said it is ready to close 40 plants.", "close 40 plants"),
        ("Norway and Chad will review the quota for cod every year.", "review the quota for cod every year"),
        ("Norway will join the sanctions on Mali.", "join the sanctions on Mali"),
        ("Norway will continue to send buses to Chad.", "continue to send buses to Chad"),
        ("Norway and Chad agreed to continue to coordinate their patrols.", "continue to coordinate their patrols"),
        ("Norway will use 30 aircraft to ferry food to Chad.", "use 30 aircraft to ferry food to Chad"),
        ("Norway announced its decision to recognise the rebel towns.", "recognise the rebel towns"),
        ("Under the accord, Chad would close 40 plants.", "close 40 plants"),
        ("Norway will open up 40 ports to Chad.", "open up 40 ports to Chad"),
        ("Norway will create opportunities for 300 students of Chad.", "create opportunities for 300 students of Chad"),
        ("Norway will begin building a quay in Chad in May.", "begin building a quay in Chad in May"),
        ("Norway will spend 40 million crowns on buses.", "spend 40 million crowns on buses"),
    ],
)
def test_near_it_and_promised(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "The delegation of the European Parliament came to Lund. “We will send buses to the lake,” the mayor said.",
        "The Norwegian minister met farmers. “We will close 40 farms,” one farmer said.",
        "The Norwegian minister came. A driver said: “We will block 40 roads.”",
        # days that somebody spends
        "The envoy of Norway will spend May 3 and 4 in Lund.",
    ],
)
def test_who_speaks_for_no_party_promises_for_none(text: str) -> None:
    assert _promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The delegation of the European Parliament came. “We will send 40 buses to Chad,” a Norwegian minister said.",
        "Norwegian Foreign Minister Ola Lind came to Chad. “We will send 40 buses to Chad,” the minister said.",
        "Norwegian Foreign Minister Ola Lind came to Chad. “We will send 40 buses to Chad,” he said.",
    ],
)
def test_who_speaks_for_a_party_promises_for_it(text: str) -> None:
    assert _promised(text) == [("send 40 buses to Chad", ("NOR",))]


def test_a_union_of_states_is_no_trade_union() -> None:
    text = "Norway and Chad signed an agreement on the funds of the European Union."
    content = "an agreement on the funds of the European Union"
    assert [(told, set(made_by)) for told, made_by in _promised(text)] == [(content, {"NOR", "TCD"})]


def _promised(text: str) -> list[tuple[str, tuple[str, ...]]]:
    mentions = read_text(text)[1]
    found = propose_commitments(mentions, knowledge_in_use(), (), 0.0)
    values = [one.values for one in found if isinstance(one, Proposal)]
    return [(one.content, one.made_by) for one in values if isinstance(one, CommitmentValues)]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Norway and Chad agreed to hold a political dialogue in Oslo on 3 May.", []),  # one occasion, with a day
        ("Norway promised to hold a dialogue with the rebels.", ["hold a dialogue with the rebels"]),
    ],
)
def test_a_dialogue_with_a_day_is_a_planned_meeting(sentence: str, contents: list[str]) -> None:
    assert [content for content, _ in _promised(sentence)] == contents
