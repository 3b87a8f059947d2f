"""Bodies that promise without being named with their state, and what is named before the word of promising."""

from typing import cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.weighing import doubt_in
from aidememoire.model import CommitmentValues, Reading, Refusal
from aidememoire.pipeline import read_text
from tests.claims.by_hand import mentions_of
from tests.claims.test_commitments import CONTEXT, KNOWLEDGE, commitments_of, contents_of
from tests.claims.test_promise_wordings import ANY, makers

SYRIA = "Syria let a column of trucks pass on Monday. Aid groups in Syria counted forty trucks.\n"
LEAGUE = "The NATO council sat for hours. NATO had been asked for boats.\n"


def made_by_in(reading: Reading) -> list[tuple[str, ...]]:
    return [claim.values.made_by for claim in reading.claims if isinstance(claim.values, CommitmentValues)]


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        # the state that the report is about
        (SYRIA + "The government has promised to open two crossings.", ("SYR",)),
        (SYRIA + "The authorities agreed to open two crossings.", ("SYR",)),
        # the organisation that the report is about
        (LEAGUE + "The alliance pledged to send six boats.", ("NATO",)),
        (LEAGUE + "Members agreed to send six boats.", ("NATO",)),
        # the subject of the sentence before, and not whom it dealt with
        ("Norway settled its quarrel with Poland. It promised to send six boats to Chad.", ("NOR",)),
        ("Norway delayed its pact with Poland. The government promised to send six boats to Chad.", ("NOR",)),
        ("Chile fears for its tuna. Peru sends no boats. It plans to fund a new harbour.", ("PER",)),
    ],
)
def test_a_body_is_of_whoever_the_report_is_about(text: str, made_by: tuple[str, ...]) -> None:
    (proposal,) = commitments_of(text, at_least=0.3)
    assert cast(CommitmentValues, proposal.values).made_by == made_by
    assert dict(proposal.inferred)["made_by"]


@pytest.mark.parametrize(
    "text",
    [
        SYRIA + "The company has promised to open two shops.",
        SYRIA + "Bank officials agreed to open two shops.",
        SYRIA + "Officials of the bank agreed to open two shops.",
        LEAGUE + "The fund agreed to open two shops.",
        SYRIA + "Rebel forces promised to open two crossings.",
        SYRIA + "Traders hope that it plans to open two crossings.",
    ],
)
def test_what_is_no_body_of_a_party_promises_nothing(text: str) -> None:
    assert contents_of(text, 0.3) == []


def test_an_owner_goes_before_the_state_named_most() -> None:
    text = (
        "Aid groups in Syria counted forty trucks, and Syria let them pass.\n"
        "French President Emmanuel Macron spoke in Paris. Macron's government has promised to send forty trucks."
    )
    _, _, reading = read_text(text, published="2019-03-04")
    assert made_by_in(reading) == [("FRA",)]


def test_a_fund_is_one_that_the_text_has_named_in_full() -> None:
    text = (
        "The International Monetary Fund praised the cuts.\n"
        "The Fund, for its part, has agreed to release a loan of 40 million dollars."
    )
    _, _, reading = read_text(text, published="1998-11-19")
    assert made_by_in(reading) == [("IMF",)]


def test_a_name_that_the_parse_tears_apart_is_still_the_president() -> None:
    text = "More came since Syrian President Bashar al-Assad vowed to open two crossings."
    _, _, reading = read_text(text, published="2012-04-07")
    assert made_by_in(reading) == [("SYR",)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Shipping waits for the aid promised by Norway.", "the aid"),
        ("Norway's promised veto of the text worried many.", "veto of the text"),
        ("Norway left the tuna pact that it signed with Chad in May.", "the tuna pact"),
        (
            "The quotas rest on an accord that was reached between Norway and Chad on tuna.",
            "an accord that was reached between Norway and Chad on tuna",
        ),
        ("The sale of two ferries was agreed by Norway and Chad.", "The sale of two ferries"),
        ("Norway won a truce by agreeing to quotas on tuna.", "quotas on tuna"),
        ("The announcement by Norway that it will close its port was heard.", "it will close its port"),
        ("Norway declared the plans of Norway and Chad to set up a fund.", "set up a fund"),
        ("Norway affirmed its determination to cut its catch by half.", "cut its catch by half"),
        ("Chad is said to have accepted the peace plan.", "the peace plan"),
        ("Norway said it will not agree to tolls.", "not agree to tolls"),
        ("Norway agreed to hold talks on quotas for tuna.", "hold talks on quotas for tuna"),
        ("Norway is ready to take part in the air strikes.", "take part in the air strikes"),
        ("Norway signed a letter of agreement on law enforcement with Chad.",
         "a letter of agreement on law enforcement with Chad"),
        ("Its patrols, which have grown of late, would continue, Norway said.",
         "Its patrols, which have grown of late, would continue"),
    ],
)  # fmt: skip
def test_found(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, ANY)


@pytest.mark.parametrize(
    "sentence",
    [
        "The terms promised in the ad were false.",
        "Norway's proven reserves of tuna fell.",
        "It was agreed by all that Norway is cold.",
        "Any accord on tuna between Norway and Chad would fail.",
        "Accepting the plan would ruin Norway.",
        "Norway agreed to hold talks with Chad on Monday.",
        "Norway is ready to take part in the forum.",
        "Norway will leave Lima on Monday.",
        "Norway will open the line for questions.",
        "Norway will take three questions from the floor.",
        "Norway will make a speech on tuna.",
        "Norway will suffer heavy losses.",
        "The accord between Norway and Chad will lead to higher prices.",
        "Norway will emphasise its love of tuna.",
    ],
)
def test_nothing_found(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, 0.3) == []


def test_makers_of_aid_named_first() -> None:
    assert makers("Chad waits for the aid promised by Norway.") == [("NOR",)]
    assert makers("Chad heard of Norway's promised veto of the text.") == [("NOR",)]


def test_talks_alone_are_told_as_a_meeting() -> None:
    assert doubt_in(("any", "why only talks")) == "a meeting"
    assert doubt_in(("any", "why stance")) is None


def test_a_date_for_talks_is_refused_aloud() -> None:
    mentions = mentions_of(CONTEXT + "Norway agreed to hold talks with Chad on Monday.", None)
    found = list(propose_commitments(mentions, KNOWLEDGE, ()))
    assert [type(one) for one in found] == [Refusal]


WE_WILL = "\nWe will build a joint observatory by 2031."


@pytest.mark.parametrize(
    ("heading", "made_by"),
    [
        ("Joint Statement by Norway and Chile on the Bay", ("CHL", "NOR")),
        ("Norway-Chile-EU Summit Statement", ("CHL", "EU", "NOR")),
        ("Joint Declaration of Norway, Chile and Peru Regarding Syria", ("CHL", "NOR", "PER")),
        ("Joint Statement on the Third Norway-Chile Energy Policy Dialogue", ("CHL", "NOR")),
    ],
)
def test_we_of_a_joint_text_are_those_of_its_heading(heading: str, made_by: tuple[str, ...]) -> None:
    assert makers(heading + WE_WILL, side="NOR") == [made_by]


@pytest.mark.parametrize(
    "heading",
    [
        "Statement by the Spokesman on Chile",
        "Norway and Chile have praised a Joint Statement",  # told of it
        "Remarks by Norway and Chile in a Joint Press Statement",
    ],
)
def test_other_headings_leave_we_to_the_outlet(heading: str) -> None:
    assert makers(heading + WE_WILL, side="NOR") == [("NOR",)]


@pytest.mark.parametrize("heading", ["Joint Statement on Syria", "Joint Statement on Help for Chile Joining the EU"])
def test_a_joint_heading_that_only_says_what_about_leaves_open_who_we_are(heading: str) -> None:
    assert makers(heading + WE_WILL, side="NOR") == [()]


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("Norway secured a pledge from Chile to open its port.", [("CHL",)]),
        ("Norway spoke of Chile's failure to keep its promise to open its port.", [("CHL",)]),
        ("The aid announced by Chile for clinics in Peru was welcomed by Norway.", [("CHL",)]),
        ("The Okafor regime has pledged to open its port.", []),
    ],
)
def test_whose_it_is(sentence: str, made_by: list[tuple[str, ...]]) -> None:
    found = [proposal for proposal in commitments_of(sentence, "NOR", at_least=ANY) if proposal.confidence > 0]
    named = [cast(CommitmentValues, one.values).made_by for one in found if "ground near" not in one.notes]
    assert named == made_by


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway gave assurances that the raid was over.",
        "It is possible that Norway would reimpose its duties.",
        "Norway worked to bring help to Chad.",
        "The sums that Norway is going to spend on such aims will do.",
        "Norway will discuss rice with Chad.",
        "Norway will pay a price for it.",
        "The drought will prompt Norway to buy rice.",
        "Norway set a day for announcing its programme of aid.",
        "Debts were an obstacle to reaching agreement on rice between Norway and Chad.",
    ],
)
def test_nothing_promised(sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, 0.3) == []


NORWAY = "Norway asked for tents on Monday. Norway has counted the damage.\n"


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        # "it" is whoever the sentence before told of, not who speaks behind
        ("The Arab League suspended Chad. It will also send two envoys, Peru's premier said.", [("Arab League",)]),
        # of what kind a state's own body is doesn't say whose it is
        (NORWAY + "The federal government has promised to send tents.", [("NOR",)]),
        # a name that the text itself explains
        (
            "French President Emmanuel Macron spoke. The rest of Norway fell silent, and Norway slept.\n"
            "The Macron administration has agreed to send tents.",
            [("FRA",)],
        ),
        # a name that only the table of offices explains
        (NORWAY + "The Obama administration has agreed to send tents.", [("USA",)]),
    ],
)
def test_whose_body_it_is(text: str, made_by: list[tuple[str, ...]]) -> None:
    _, _, reading = read_text(text, published="2014-06-16")
    assert made_by_in(reading) == made_by


@pytest.mark.parametrize(
    "text",
    [
        # a name that nobody knows
        NORWAY + "The Okafor administration has agreed to send tents.",
        # others of the same kind
        LEAGUE + "Several Western powers decided to send six boats.",
        NORWAY + "The rebel government has promised to send tents.",
        NORWAY + "An opposition group said the party would send two envoys.",
        # a premier speaks of his own government
        NORWAY + "The government has already agreed to waive the toll, Peru's prime minister said.",
        # whose resolve it is, nobody has promised
        "Norway underrates the people of the delta, their resolve to shut the dam.",
        # a package binds nobody
        "Sweden and Norway sat for hours. This new package will send Chad ten boats.",
    ],
)
def test_whose_body_it_is_nobody_says(text: str) -> None:
    _, _, reading = read_text(text, published="2014-06-16")
    assert made_by_in(reading) == []
