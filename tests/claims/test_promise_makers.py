"""Whose a promise is: of two joined in the subject, of "they" in a speech, of some countries, of "her cabinet"."""

from dataclasses import replace
from typing import cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.readers.rules import UNSURE_PROMISE, propose_by_rules
from aidememoire.model import CommitmentValues, Proposal, Quotation, Span
from aidememoire.pipeline import knowledge_in_use, read_text
from tests.claims.by_hand import mentions_of
from tests.claims.test_commitments import KNOWLEDGE, SURE, commitments_of, meeting_told_in

MET = "Norway and Poland met in Oslo in May. "


def makers_in(sentence: str, parties: tuple[str, ...] = ("NOR", "POL")) -> list[tuple[str, ...]]:
    """The makers of the promises in the sentence, told behind a meeting of these parties."""
    meeting = meeting_told_in(MET + sentence, MET.strip(), parties)
    found = commitments_of(MET + sentence, meetings=(meeting,), at_least=SURE)
    return [cast(CommitmentValues, proposal.values).made_by for proposal in found]


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        # of two joined in the subject only one is known: those at the meeting
        ("The Norwegian minister and Mr Lind agreed to open a second ferry line.", ("NOR", "POL")),
        # one subject alone
        ("The Norwegian minister agreed to open a second ferry line.", ("NOR",)),
        # a third, who sat at no meeting here
        ("The minister of Chad and Mr Lind agreed to open a second ferry line.", ("TCD",)),
        ("They agreed to open a second ferry line.", ("NOR", "POL")),
        # all countries that met, or some of a kind
        ("The two countries agreed to open a second ferry line.", ("NOR", "POL")),
        ("Norway has reached an agreement with Chad to share the water of the lake.", ("NOR", "TCD")),
        # joined to a pronoun
        ("Norway said that it and the Danish minister had agreed to open a ferry line.", ("DNK", "NOR")),
        ("Norway said that it had agreed to open a ferry line.", ("NOR",)),
        # more than those who met here
        ("A conference of 40 governments agreed to open a second ferry line.", ()),
        ("The conference agreed to open a second ferry line.", ("NOR", "POL")),
        # whoever says that there are plans
        ("The Danish defence minister said there were plans to buy ten Polish boats.", ("DNK",)),
        # joined by the parse to a verb of another tense, in what they stressed
        (
            "The Norwegian minister stressed that the raid in Chad calls for an answer and agreed to send 40 boats.",
            ("NOR",),
        ),
        # what is an organisation's own
        ("The UN organisations based in Nairobi agreed to open a second ferry line.", ("UN",)),
    ],
)
def test_whose_it_is(sentence: str, made_by: tuple[str, ...]) -> None:
    assert makers_in(sentence) == [made_by]


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        # what a second doer is named for is theirs
        ("Norway will send two ships and Poland will lend three pilots.", [("NOR",), ("POL",)]),
        ("Norway will send two ships, and Chad will lend three pilots.", [("NOR",), ("TCD",)]),
        # what goes on without one is the first's
        ("Norway will send two ships and will lend three pilots.", [("NOR",), ("NOR",)]),
        ("Norway agreed to send two ships and will lend three pilots.", [("NOR",), ("NOR",)]),
    ],
)
def test_whose_the_second_is(sentence: str, made_by: list[tuple[str, ...]]) -> None:
    found = commitments_of(sentence, at_least=SURE)
    assert [cast(CommitmentValues, proposal.values).made_by for proposal in found] == made_by


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides have reached an agreement to reopen the pass.",
        "All concerned have reached an agreement to reopen the pass.",
        "An agreement was reached to reopen the pass.",
        "All stakeholders have reached an agreement for the reopening of the pass.",
    ],
)
def test_all_who_reached_it_may_be_unnamed(sentence: str) -> None:
    found = propose_commitments(mentions_of(sentence), KNOWLEDGE, (), UNSURE_PROMISE)
    assert [cast(CommitmentValues, one.values).made_by for one in found if isinstance(one, Proposal)] == [()]


@pytest.mark.parametrize(
    "sentence",
    [
        "The firms have reached an agreement to reopen the pass.",
        "An agreement was reached by the mayors for the reopening of the pass.",
        "An agreement was reached with the union to raise the toll on the pass.",
        "Both sides have reached an agreement for the good of the pass.",
        "Both sides must reach an agreement to reopen the pass.",
        "Both sides have not reached an agreement to reopen the pass.",
        "The Japanese organisations in Nairobi agreed to reopen the pass.",
    ],
)
def test_nobody_known_agreed(sentence: str) -> None:
    found = propose_commitments(mentions_of(sentence), KNOWLEDGE, ())
    assert not [one for one in found if isinstance(one, Proposal)]


@pytest.mark.parametrize(
    ("said", "made_by"),
    [
        # he speaks of both sides
        ("We have agreed to open a second ferry line.", [("NOR", "POL")]),
        # of his own, of another
        ("We in Warsaw have agreed to open a second ferry line.", [("POL",)]),
        ("We have agreed with Chad to open a second ferry line.", [("POL", "TCD")]),
    ],
)
def test_we_of_one_who_tells_of_the_talks(said: str, made_by: list[tuple[str, ...]]) -> None:
    met = "Polish Foreign Minister Jan Nowak met Norwegian Foreign Minister Ola Lind in Oslo on Monday. "
    mentions = read_text(f"{met}“{said}” Nowak told reporters.")[1]
    found = [one for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    assert [one.values.made_by for one in found if isinstance(one.values, CommitmentValues)] == made_by


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("“They have agreed to open a second ferry line,” the Polish minister said.", ("NOR", "POL")),
        ("The Polish minister said they have agreed to open a second ferry line.", ("POL",)),
    ],
)
def test_they_in_a_quotation_are_not_its_speaker(sentence: str, made_by: tuple[str, ...]) -> None:
    text = MET + sentence
    mentions = mentions_of(text)
    if "“" in text:
        spoken = Span("r", text.index("“"), text.index("”") + 1)
        mentions = replace(mentions, quotations=(Quotation(spoken, spoken, 0, True, True, (spoken,), None),))
    meeting = meeting_told_in(text, MET.strip(), ("NOR", "POL"))
    found = propose_commitments(mentions, KNOWLEDGE, (meeting,), SURE)
    made = [cast(CommitmentValues, one.values).made_by for one in found if isinstance(one, Proposal)]
    assert made == [made_by]


@pytest.mark.parametrize(
    "sentence",
    [
        "Western countries agreed to open a second ferry line.",
        "Leading industrial nations agreed to open a second ferry line.",
    ],
)
def test_countries_of_some_kind_are_not_those_who_met(sentence: str) -> None:
    assert makers_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("The Norwegian president said her government intends to build a school in Chad.", ("NOR",)),
        ("The Norwegian president, who had been in Chad, said his government intends to build a school.", ("NOR",)),
        ("Norway knows that the Polish government intends to build a school in Chad.", ("POL",)),
    ],
)
def test_the_speakers_own_body(sentence: str, made_by: tuple[str, ...]) -> None:
    found = commitments_of("Chad is large. " + sentence, at_least=0.05)
    assert [cast(CommitmentValues, proposal.values).made_by for proposal in found] == [made_by]


def read_makers(text: str) -> list[tuple[str, ...]]:
    """The makers of the promises that the rules read in the text."""
    found = propose_by_rules(read_text(text, published="2021-05-10")[1], knowledge_in_use())
    values = [one.values for one in found if isinstance(one, Proposal)]
    return [one.made_by for one in values if isinstance(one, CommitmentValues)]


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        # some of those whom the noun means, named behind "including"
        ("The group, including Norway, Chad and Peru, agreed in May to set up a fund.", ("NOR", "PER", "TCD")),
        ("A number of states, including Norway and Chad, have announced plans to open a bank.", ("NOR", "TCD")),
        ("The banks, including a Norwegian lender, agreed in May to set up a fund.", None),
        # who represents a party, not whom he deals with
        ("Norwegian representatives are ready to hand over the ships to Chad.", ("NOR",)),
        ("Norway's government said its representatives are ready to hand over the ships to Chad.", ("NOR",)),
        ("The African Union says its members will not hand over the Chadian general to the court.", ("AU",)),
        # the end of a list that the parse joins to something else
        ("In talks with Chad's council, Norway, Peru and other powers vowed to lend 40 boats.", ("NOR", "PER")),
        ("Norway and Peru, noting the storms, agreed to lend 40 boats.", ("NOR", "PER")),
        # with whom a thing was agreed, though the words join him to the thing
        ("Norway agreed a trade deal with Peru on Saturday.", ("NOR", "PER")),
        ("Norway has agreed on a timetable with Peru for the dam.", ("NOR", "PER")),
        ("Norway has agreed a series of measures with Peru to help the herders.", ("NOR", "PER")),
        ("Norway and Poland agreed on talks with Iran.", ("NOR", "POL")),
        ("Norway agreed a package of sanctions with Iran in mind.", ("NOR",)),
        # who assures, not who is assured
        ("The Danish embassy was assured by Libyan officials that they would free the crew by June.", ("LBY",)),
        ("Norway gave Chad assurances that it would lend 40 boats.", ("NOR",)),
        ("Chad has been promised 40 boats by Norway.", ("NOR",)),
        ("Chad has been promised help with the return of refugees.", None),
        # told to have accepted it: he, not those who met
        (
            "The Arab League met in Cairo with the UN envoy. Sudan is said to have accepted the peace plan.",
            ("SDN",),
        ),
    ],
)
def test_whose_a_promise_of_news_is(text: str, made_by: tuple[str, ...] | None) -> None:
    assert read_makers(text) == ([made_by] if made_by is not None else [])


@pytest.mark.parametrize(
    ("side", "has_met"),
    [
        ("POL", True),  # behind the title, day and place of a release
        (None, False),  # news that comes to it only then is about something else
    ],
)
def test_at_the_meeting_that_an_account_opens_with(side: str | None, has_met: bool) -> None:
    heading = "Readout\nMay 10, 2021\nWarsaw\nFor release\nOffice of the Spokesperson\n"
    met = "Polish Foreign Minister Jan Nowak met Norwegian Foreign Minister Ola Lind in Oslo on Monday. "
    between = "They spoke of tin. They spoke of tuna. They spoke of reefs. Prices are high. "
    text = f"{heading}{met}{between}Norway and Poland agreed to open a second ferry line by 2023."
    mentions = read_text(text, published="2021-05-10", side=side)[1]
    values = [one.values for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    (promise,) = [one for one in values if isinstance(one, CommitmentValues)]
    assert (promise.made_at is not None) is has_met


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        ("The Russian and EU leaders agreed to open a second gas line by June 2031.", ("EU", "RUS")),
        ("The talks of Poland with EU leaders were long; EU leaders agreed to open a second gas line.", ("EU",)),
        # the leaders of a body decide in its session, whichever of them the report is about
        (
            "Vladimir Putin took part in the CIS summit on Monday. The leaders agreed to open a fund by June 2031.",
            ("CIS",),
        ),
        # its secretary general and one member's president are two
        (
            "Vladimir Putin met with CSTO Secretary General Stanislav Zas in Minsk on Monday. The parties agreed to"
            " open a joint fund by May 2031.",
            ("CSTO", "RUS"),
        ),
    ],
)
def test_a_body_and_its_members(text: str, made_by: tuple[str, ...]) -> None:
    said = text + " The day was long and nobody who was there will forget it."
    mentions = read_text(said, published="2003-11-07", side="RUS")[1]
    found = [one for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    promises = [one.values for one in found if isinstance(one.values, CommitmentValues)]
    assert [values.made_by for values in promises] == [made_by]


@pytest.mark.parametrize(
    ("before", "made_by"),
    [
        ("The foreign ministers of France and Italy spoke of the war in Libya.", ("FRA", "ITA")),
        ("France and Italy have backed Libya's new cabinet.", ("FRA", "ITA")),
        ("Paris and Rome want Libya to hold a vote.", ("FRA", "ITA")),
        # with whom they deal is one of them
        ("France and Italy spoke with Libya about the war.", ("FRA", "ITA", "LBY")),
        ("France spoke with Libya about the war.", ("FRA", "LBY")),
    ],
)
def test_the_sides_are_those_who_act_in_the_sentence_before(before: str, made_by: tuple[str, ...]) -> None:
    mentions = read_text(before + " The sides agreed to send ten ships to the strait by June 2031.")[1]
    found = [one for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    promises = [one.values for one in found if isinstance(one.values, CommitmentValues)]
    assert [values.made_by for values in promises] == [made_by]


@pytest.mark.parametrize(
    ("who", "made_by"),
    [
        ("Chile's foreign minister", [("CHL",)]),
        ("Chile", [("CHL",)]),
        ("The Chilean government", [("CHL",)]),
        ("The opposition's old foe, the Chilean government,", [("CHL",)]),
        # nobody who speaks for the state
        ("Chile's opposition leader", []),
        ("Chile's former president", []),
        ("Chile's shadow foreign minister", []),
        ("The leader of Chile's Socialist Party", []),
        ("Chilean rebel leader Juan Poe", []),
        ("A Chilean senator", []),
        ("The mayor of Lima", []),
        ("Chile's main trade union", []),
    ],
)
def test_who_speaks_for_no_state_promises_nothing_for_it(who: str, made_by: list[tuple[str, ...]]) -> None:
    mentions = read_text(f"{who} promised to end the pact with Peru by June 2031. It was a long day for all.")[1]
    found = [one for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    promises = [one.values for one in found if isinstance(one.values, CommitmentValues)]
    assert [values.made_by for values in promises] == made_by


@pytest.mark.parametrize(
    ("text", "made_by"),
    [
        # "the two" where three are named: who deals with whom
        (
            "Chad broke off talks with Niger over a visit to Mali. The two countries had promised to mend the dam.",
            {"TCD", "NER"},
        ),
        # those who sign, not those whom the protocol is about
        ("Chad and Niger signed a protocol on the talks between Mali and Ghana.", {"TCD", "NER"}),
        ("The ministers signed a protocol between Mali and Ghana.", {"MLI", "GHA"}),
    ],
)
def test_which_two(text: str, made_by: set[str]) -> None:
    made = [set(cast(CommitmentValues, proposal.values).made_by) for proposal in commitments_of(text)]
    assert made == [made_by]
