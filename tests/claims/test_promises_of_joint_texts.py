"""Whom a joint text speaks for, what is to be agreed at a summit, documents told by their subjects, denials."""

from typing import cast

import pytest

from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.model import CommitmentValues, Proposal
from aidememoire.pipeline import knowledge_in_use, read_text
from tests.claims.test_commitments import SURE, commitments_of, contents_of
from tests.claims.test_promise_wordings import ANY, makers

WE_WILL = "We will open a second ferry line between our ports by June 2031."


@pytest.mark.parametrize(
    "opening",
    [
        # the heading names them
        "Joint Statement on Norway-Chad Cooperation\n\n",
        "Ministerial Statement of Norway and Chad\n\n",
        # the heading calls the text joint, and its first words name those who speak
        "Joint Statement on Clean Harbours\n\nNorway and Chad share two seas. ",
        "Declaration of the Harbour Forum\n\nToday, Norway and Chad affirm the worth of clean harbours. ",
        # who issued it
        "Communiqué on Harbours\n\nThe following is the text of a communiqué issued by Norway and Chad.\n\n",
        "Statement on Harbours\n\nNorway and Chad (hereinafter the “Participants”) met in May. ",
    ],
)
def test_all_its_authors_speak(opening: str) -> None:
    assert makers(opening + WE_WILL, side="NOR")[-1] == ("NOR", "TCD")


@pytest.mark.parametrize(
    "opening",
    [
        "Statement on Clean Harbours\n\nNorway and Chad share two seas. ",
        "Statement by the Minister on Norway and Chad\n\nThe seas are rough. ",
        "Joint Statement by the Norwegian Ministries of Trade and Health\n\nPoland and Chad share two seas. ",
        "Remarks on the Joint Statement with Chad\n\nNorway and Chad share two seas. ",
    ],
)
def test_only_its_own_side_speaks(opening: str) -> None:
    assert makers(opening + WE_WILL, side="NOR")[-1] == ("NOR",)


def test_of_a_joint_text_that_names_nobody_it_is_not_told_who_speaks() -> None:
    """Its outlet's own side is one of them, and would be a wrong answer."""
    assert (
        makers("Joint Statement on Clean Harbours\n\nPoland and Chad share two seas. " + WE_WILL, side="NOR")[-1] == ()
    )


@pytest.mark.parametrize(
    ("told", "made_by"),
    [
        # whose it is stands with it, whoever welcomes it
        ("The leaders welcomed Peru's announcement of 40 million dollars in new aid for the ports.", ("PER",)),
        ("The leaders welcomed the United States’ pledge to send two ships to the gulf.", ("USA",)),
        ("We welcome the commitment made by Peru to abide by the law of the sea.", ("PER",)),
        ("We welcome the readiness of Peru to lend 3 billion euros to its ports.", ("PER",)),
        # their own
        ("The leaders reaffirmed their commitment to open a crossing by June 2031.", ("NOR", "TCD")),
        ("The leaders welcomed the decision to open a crossing by June 2031.", ("NOR", "TCD")),
    ],
)
def test_who_welcomes_a_promise_has_not_made_it(told: str, made_by: tuple[str, ...]) -> None:
    assert makers("Joint Statement on Norway-Chad Cooperation\n\n" + told, side="NOR") == [made_by]


@pytest.mark.parametrize(
    "told",
    [
        "The leaders welcomed the decision by the firm Kotra to build a plant in Lyon.",
        "The leaders welcomed the decision by fishing firms to cut their catch.",
    ],
)
def test_a_firms_promise_is_not_theirs_who_welcome_it(told: str) -> None:
    assert makers("Joint Statement on Norway-Chad Cooperation\n\n" + told, side="NOR") == []


@pytest.mark.parametrize(
    "opening",
    [
        "Norway-Chad Communiqué on Harbours\n\nThe seas are rough. ",
        "Norway and Chad Leaders’ Statement\n\nThe seas are rough. ",
        "Oslo Declaration\n\nToday, the President of Norway and the King of Chad affirm the worth of ports. ",
        "Joint Statement on Mud\n\nThe members of the Group (Norway and Chad) extend their wishes to all. ",
        "Statement on Harbours\n\nThe following statement was signed by Norway and Chad.\n\n",
        "On Mud\n\nIt is deep. It is wide. It is cold. It is old. It is ours.\n\n"
        "Norway and Chad (hereinafter the “Parties”) met. ",
    ],
)
def test_who_speaks_by_its_title_or_its_first_words(opening: str) -> None:
    assert makers(opening + WE_WILL, side="NOR")[-1] == ("NOR", "TCD")


@pytest.mark.parametrize(
    "opening",
    [
        "Norway and Chad: Statement by the Mayor\n\nThe seas are rough. ",
        "Oslo News\n\nToday, the President of Norway and the Prime Minister of Chad affirm the worth of harbours. ",
    ],
)
def test_a_title_that_names_two_is_not_always_theirs(opening: str) -> None:
    assert makers(opening + WE_WILL, side="NOR")[-1] == ("NOR",)


MET = "We, the leaders of Norway and Chad, have met.\n\n"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # done by saying so
        ("We launch the Harbour Initiative on clean quays.", "the Harbour Initiative on clean quays"),
        ("We hereby establish a fund for divers.", "a fund for divers"),
        # whom one orders
        ("We request our Finance Ministers to draft a plan on quays.", "draft a plan on quays"),
        # some of those who speak
        ("Advanced economies have committed to halve their levies by 2031.", "halve their levies by 2031"),
        # a deed that one is committed to, once more
        ("We reaffirm our commitment to phase out the levy on tin.", "phase out the levy on tin"),
        ("We are committed to a cut of 9 per cent in the levy.", "a cut of 9 per cent in the levy"),
    ],
)
def test_what_all_its_authors_do(sentence: str, content: str) -> None:
    found = commitments_of(MET + sentence, at_least=SURE)
    assert [(v.content, v.made_by) for v in (cast(CommitmentValues, one.values) for one in found)] == [
        (content, ("NOR", "TCD"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We extend our thanks to the city.",
        "We launched the Harbour Initiative in 1990.",
        "Once we establish a fund for divers, much will be easier.",
        "We request the ministers of Laos to draft a plan on quays.",
        "We ask our guests to leave the hall.",
        "Developing economies have committed to halve their levies by 2031.",
        "We are committed to the rules of 1945.",
        "We are commited to working with our partners.",
    ],
)
def test_what_they_only_say(sentence: str) -> None:
    authors = ("NOR", "TCD")
    assert authors not in {
        cast(CommitmentValues, one.values).made_by for one in commitments_of(MET + sentence, at_least=SURE)
    }


def test_the_countries_of_a_joint_text_are_its_authors() -> None:
    heading = "Joint Statement on Clean Harbours\n\nNorway and Chad share two seas. "
    assert makers(heading + "Our two countries commit to open ten clinics by 2031.", side="NOR")[-1] == ("NOR", "TCD")
    assert ("NOR", "TCD") not in makers(heading + "Coastal countries plan to open ten clinics by 2031.", side="NOR")


@pytest.mark.parametrize(
    ("subject", "made_by"),
    [
        ("Allied leaders", [("NATO",)]),
        ("Allies", [("NATO",)]),
        ("Treasury", [("NOR",)]),
        ("The order", [("NOR",)]),
        ("The leaders of the union", []),
    ],
)
def test_who_acts_in_a_fact_sheet(subject: str, made_by: list[tuple[str, ...]]) -> None:
    heading = "FACT SHEET: NATO Summit\n\nThe prime minister of Norway will travel to Oslo.\n\n"
    assert makers(f"{heading}{subject} will create a fund of $2 million for divers.", side="NOR") == made_by


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The ministers of Norway will agree to train 200 divers by 2031.", "train 200 divers by 2031"),
        ("The ministers of Norway will commit to opening ten clinics.", "opening ten clinics"),
        ("The president of Norway will announce $4 million for clinics in Chad.", "$4 million for clinics in Chad"),
        ("Norway is on track to move its embassy in Chad.", "move its embassy in Chad"),
        ("Norway is taking steps to build two bridges in Chad.", "build two bridges in Chad"),
        ("That is why Norway has agreed to open two ports to Chad.", "open two ports to Chad"),
        ("The Norwegian minister ruled out his country arming the rebels.", "ruled out his country arming the rebels"),
        ("Norway ruled out a ground invasion of Chad.", "ruled out a ground invasion of Chad"),
        # what is said of it behind a comma is no part of it
        ("Norway will send two frigates, a step meant to calm the gulf.", "send two frigates"),
        ("Norway will send two frigates, given the urgent need at sea.", "send two frigates"),
        ("Norway will send two frigates, a doctor and a diver.", "send two frigates, a doctor and a diver"),
    ],
)
def test_found(sentence: str, content: str) -> None:
    assert contents_of(sentence, ANY) == [content]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway is on track to be the largest maker of skis.",
        "Norway has not ruled out a ground invasion of Chad.",
        "Norway ruled out a link between the two storms.",
        "Norway affirmed its commitment to a strategic partnership with Chad.",
        "Why has Norway agreed to open two ports to Chad?",
    ],
)
def test_refused(sentence: str) -> None:
    assert contents_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway cannot ignore the need and would send two frigates, its minister said.", "send two frigates"),
        ("If the storms do not end, Norway will send two frigates.", "send two frigates"),
        ("Norway ruled out an invasion but said that it would send two frigates.", "send two frigates"),
    ],
)
def test_what_is_denied_is_another_deed(sentence: str, content: str) -> None:
    assert content in contents_of(sentence, ANY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway did not say that it would send two frigates.",
        "Norway denied that it would send two frigates.",
    ],
)
def test_what_is_denied_is_this_deed(sentence: str) -> None:
    assert contents_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway will no longer require a visa of Chadian divers.", "no longer require a visa of Chadian divers"),
        ("Norway promised the rebels on Friday it would send two ships of food.", "send two ships of food"),
    ],
)
def test_what_is_promised_and_not_to_whom(sentence: str, content: str) -> None:
    assert contents_of(sentence) == [content]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "Norway and Chad met. The signed documents deal with fisheries, air traffic and clinics.",
            ["fisheries", "air traffic", "clinics"],
        ),
        (
            "Norway and Chad signed two pacts in the presence of both kings—on fisheries, air traffic, and clinics.",
            ["fisheries", "air traffic", "clinics"],
        ),
        (
            "Norway and Chad signed agreements on air traffic, on the support and protection of trade, and on tin.",
            ["air traffic", "the support and protection of trade", "tin"],
        ),
    ],
)
def test_documents_told_by_their_subjects(sentence: str, contents: list[str]) -> None:
    found = contents_of(sentence, ANY)
    assert all(any(one.endswith(content) for one in found) for content in contents)
    assert len(found) == len(contents)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Chad met. The documents on the table concern fisheries, air traffic and clinics.",
        "Norway and Chad deal with fisheries, air traffic and clinics.",
    ],
)
def test_documents_that_nobody_signed(sentence: str) -> None:
    assert contents_of(sentence, ANY) == []


@pytest.mark.parametrize("word", ["pledge", "commitment", "promise"])
def test_a_deed_to_be_kept_is_one_by_any_name(word: str) -> None:
    sentence = f"Norway called on the authorities of Chad to fulfil their {word} to fill the six seats by 3 May 2031."
    assert contents_of(sentence, SURE) == ["fill the six seats by 3 May 2031"]


def test_a_stance_to_be_kept_is_none() -> None:
    sentence = "Norway called on the authorities of Chad to fulfil their commitment to promote peace and growth."
    assert contents_of(sentence, SURE) == []


def test_the_security_council_is_no_meeting() -> None:
    heading = "Envoys of Chad and Peru met in Oslo. "
    sentence = "The Security Council reiterates its readiness to impose sanctions on the smugglers of Chad."
    assert makers(heading + sentence) == [("UN",)]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Norway and Chad are committed to opening ten clinics.", ["opening ten clinics"]),
        ("Norway and Chad are committed to standing by their friends.", []),  # nothing that anybody could check
        ("Norway is committed to opening ten clinics.", []),  # one side's stance
    ],
)
def test_what_both_sides_are_committed_to_do(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence, SURE) == contents


MET_AND = "President Vladimir Putin met with President of Chad Idriss Deby in Moscow on Monday. The presidents "
OF_THREE = "Communiqué on Gas\n\nWe, the leaders of France, Italy and Spain, have met. We "


@pytest.mark.parametrize(
    ("told", "made_by"),
    [
        # of the two whose talks are told it is their own, whoever notes it
        (MET_AND + "noted the readiness of both sides to open a gas line by June 2021.", ("RUS", "TCD")),
        (MET_AND + "expressed the two countries’ readiness to open a gas line by June 2021.", ("RUS", "TCD")),
        # in a text of three "the two sides" are others, whom nobody names
        (OF_THREE + "welcome the commitment of the two sides to open a gas line by June 2021.", ()),
        (OF_THREE + "welcome the commitment of Chad to open a gas line by June 2021.", ("TCD",)),
    ],
)
def test_whose_the_readiness_of_both_sides_is(told: str, made_by: tuple[str, ...]) -> None:
    mentions = read_text(told + " It was a long day for all who were there.", published="2019-05-15", side="RUS")[1]
    found = [one.values for one in propose_by_rules(mentions, knowledge_in_use()) if isinstance(one, Proposal)]
    assert [one.made_by for one in found if isinstance(one, CommitmentValues)] == [made_by]
