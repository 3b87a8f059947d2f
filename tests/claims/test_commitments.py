"""Commitments: each way of promising accepts and refuses the sentences of its row."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.promises import Rule, table
from aidememoire.claims.promises.weighing import ACCOUNT, CUT_OFF, confidence_of
from aidememoire.model import (
    ClaimKind,
    CommitmentValues,
    Granularity,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Proposal,
    Refusal,
    Span,
    TimeMention,
    When,
)
from tests.claims.by_hand import mentions_of

# Names the two whose "sides" and "talks" are meant.
CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)  # commitments ask nothing of the world beyond the mentions


# A wording that alone is proposed only with some doubt is found all the same; what is refused is not proposed.
WITH_DOUBT = 0.05
SURE = 0.31  # whose it is was not only guessed


def commitments_of(
    text: str, side: str | None = None, meetings: tuple[Proposal, ...] = (), at_least: float = WITH_DOUBT
) -> list[Proposal]:
    mentions = mentions_of(text, side)
    return [p for p in propose_commitments(mentions, KNOWLEDGE, meetings, at_least) if isinstance(p, Proposal)]


def contents_of(text: str, at_least: float = WITH_DOUBT) -> list[str]:
    return [cast(CommitmentValues, proposal.values).content for proposal in commitments_of(text, at_least=at_least)]


@pytest.mark.parametrize(
    ("rule", "sentence", "content"),
    [(rule, sentence, content) for rule in table().rules for sentence, content in rule.accept],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_accepts(rule: Rule, sentence: str, content: str) -> None:
    assert contents_of(CONTEXT + sentence) == [content]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in table().rules for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_refuses(rule: Rule, sentence: str) -> None:
    assert contents_of(CONTEXT + sentence, CUT_OFF) == []


def meeting_told_in(text: str, words: str, parties: tuple[str, ...]) -> Proposal:
    """A held meeting whose evidence is these words of the text."""
    start = text.index(words)
    return Proposal(
        key="m1",
        kind=ClaimKind.MEETING,
        values=MeetingValues(kind=MeetingKind.TALKS, state=MeetingState.HELD, parties=parties),
        evidence=(Span("r", start, start + len(words)),),
    )


LAST_MEETING = "The last session was held in Oslo in May 2009. "


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("It was agreed to dredge the harbour of Narvik.", "agreed"),
        ("Agreement was reached to hold two drills a year.", "agreed"),
        ("The two sides expressed their intention to patrol the ice.", "intended"),
        ("The ministers agreed on a joint survey of the seabed.", "agreed"),
        ("They signed a protocol on rescue at sea.", "agreed"),
    ],
)
def test_no_named_maker_means_those_at_the_meeting(sentence: str, strength: str) -> None:
    text = LAST_MEETING + sentence
    meeting = meeting_told_in(text, LAST_MEETING.strip(), ("ISL", "NOR"))
    (proposal,) = commitments_of(text, meetings=(meeting,))
    values = cast(CommitmentValues, proposal.values)
    assert (values.made_by, values.made_at, values.strength.value) == (("ISL", "NOR"), "m1", strength)
    assert "Oslo in May 2009" in dict(proposal.inferred)["made_by"]
    assert "made_by" not in dict(proposal.spans)


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("The president of Chile promised to open a port.", ("CHL",)),
        ("Chile, Peru and Bolivia agreed to open a port.", ("BOL", "CHL", "PER")),
        ("Peruvian and Chilean officials agreed to open a port.", ("CHL", "PER")),
        ("Chile agreed with Peru to open a port.", ("CHL", "PER")),
        ("Peru's intention to open a port was welcomed.", ("PER",)),
        ("Chile signed with Peru a treaty on open ports.", ("CHL", "PER")),
        ("Lima is ready to open a port to ships of Bolivia.", ("PER",)),
        ("Some Peruvian farmers agreed to open a port.", None),
        ("Chilean carmakers promised to open a port.", None),
        ("The striker of Chile promised to score a goal.", None),
    ],
)
def test_who_promises(sentence: str, made_by: tuple[str, ...] | None) -> None:
    found = [cast(CommitmentValues, proposal.values).made_by for proposal in commitments_of(sentence, at_least=CUT_OFF)]
    assert found == ([made_by] if made_by else [])


def test_first_person_speaks_for_the_outlets_side() -> None:
    (proposal,) = commitments_of("We pledge to send grain to Yemen.", side="USA")
    assert cast(CommitmentValues, proposal.values).made_by == ("USA",)
    assert commitments_of("We pledge to send grain to Yemen.") == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "Kenya and Uganda agreed to share radar data and to open a hotline.",
            ["share radar data and to open a hotline"],
        ),
        (
            "Kenya and Uganda agreed to share radar data, to open a hotline, and to buy two radars.",
            ["share radar data, to open a hotline, and to buy two radars"],
        ),
        ("Kenya and Uganda agreed to share radar data and to meet again in May.", ["share radar data"]),
        ("Kenya agreed to share radar data and called for calm.", ["share radar data"]),
        ("Kenya agreed to share radar data, which pleased Uganda.", ["share radar data"]),
        ("Kenya agreed to share radar data, but Uganda refused.", ["share radar data"]),
        ("Kenya agreed to share radar data, the minister said.", ["share radar data"]),
        ("Kenya agreed to share radar data because storms are frequent.", ["share radar data"]),
        ("Kenya “agreed to share radar data”, Uganda noted.", ["share radar data"]),
        ("Kenya agreed not to share radar data.", ["not to share radar data"]),
        ("Kenya pledged to “share radar data” with Uganda.", ["share radar data” with Uganda"]),
        ("The following documents were signed by Kenya and Uganda: an Agreement on Radar, a Protocol on Storms.", None),
    ],
)
def test_where_a_promise_ends(sentence: str, contents: list[str] | None) -> None:
    found = contents_of(sentence)
    assert found == contents if contents is not None else len(found) >= 1


def test_documents_listed_are_one_promise_each() -> None:
    text = (
        "After the talks Kenya and Uganda signed six documents, including a memorandum on tea, an agreement on "
        "visas for students and a protocol on the return of stolen cattle."
    )
    assert contents_of(text) == [
        "a memorandum on tea",
        "an agreement on visas for students",
        "a protocol on the return of stolen cattle",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya hopes that Uganda will share radar data.",
        "It seems unlikely that Kenya would share radar data.",
        "Kenya did not say whether it would share radar data.",
        "Kenya stressed the importance of sharing radar data.",
        "Kenya is committed to peace in the region.",
        "Kenya will host talks on radar in May.",
        "Kenya shared its radar data last year.",
        "Kenya welcomed the plan.",
        "KENYA AGREES TO SHARE RADAR DATA",
        "Kenya will probably share its radar data.",
        "Which country will share its radar data?",
        "Analysts believe Kenya will share its radar data.",
    ],
)
def test_what_is_no_promise(sentence: str) -> None:
    assert contents_of(sentence) == []


def test_a_promise_told_twice_is_one_with_two_pieces_of_evidence() -> None:
    text = (
        "Italy pledged to send two frigates to the gulf.\nItaly has promised to send two frigates to the gulf by May."
    )
    (proposal,) = commitments_of(text)
    assert len(proposal.evidence) == 2


def test_a_condition_makes_a_threat_an_intention() -> None:
    (proposal,) = commitments_of("Serbia said it would close the border if the talks failed.")
    values = cast(CommitmentValues, proposal.values)
    assert values.strength.value == "intended"
    assert values.conditions == ("if the talks failed",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "“",
        "to to to",
        "agreed to",
        "agreed that",
        "will",
        "Norway agreed to \U0001f600 .",
        "signed a",
        "plans to",
    ],
)
def test_odd_input_never_crashes(text: str) -> None:
    commitments_of(text)


def test_spans_are_the_words() -> None:
    text = CONTEXT + " ".join(sentence for rule in table().rules for sentence, _ in rule.accept)
    mentions = mentions_of(text)
    for proposal in propose_commitments(mentions, KNOWLEDGE, ()):
        if isinstance(proposal, Proposal):
            values = cast(CommitmentValues, proposal.values)
            (content,) = dict(proposal.spans)["content"]
            assert mentions.words(content) == values.content
            assert any(span.contains(content) for span in proposal.evidence)


CENTURY = When(date(2001, 1, 1), date(2100, 12, 31), Granularity.INTERVAL)


def time_in(text: str, words: str, kind: str, when: When | None) -> TimeMention:
    start = text.index(words)
    return TimeMention(Span("r", start, start + len(words)), kind, None, when, (), None)


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "when", "due", "due_words"),
    [
        ("Italy pledged to send a frigate by May 2030.", "May 2030", "DATE", When.month(2030, 5), "2030-05", None),
        ("Italy pledged to send a frigate this autumn.", "this autumn", "DATE", None, None, None),
        ("Italy pledged to pay for two years of aid since 2009.", "2009", "DATE", When.year(2009), None, None),
        (
            "Italy pledged to send a frigate within 60 days of the vote.",
            "60 days",
            "DURATION",
            None,
            None,
            "within 60 days of the vote",
        ),
        ("Italy pledged to report to the panel every year.", "every year", "SET", None, None, "every year"),
        ("Italy pledged in 2009 to send a frigate.", "2009", "DATE", When.year(2009), None, None),
        ("Italy pledged to pay by the end of 2031.", "the end of 2031", "DATE", When.year(2031), "2031-12-31", None),
        (
            "Italy pledged to pay by the end of June.",
            "the end of June",
            "DATE",
            When.month(2031, 6),
            "2031-06-30",
            None,
        ),
        ("Italy pledged to pay at the end of 2031.", "the end of 2031", "DATE", When.year(2031), "2031", None),
        ("Italy pledged to pay by July 1.", "July 1", "DATE", When.day(date(2031, 7, 1)), "2031-07-01", None),
        ("Italy pledged to send a frigate in 2031.", "2031", "DATE", When.year(2031), "2031", None),
        ("Italy pledged to honour the 2030 agenda.", "2030", "DATE", When.year(2030), None, None),
        ("In May 2031, Italy will send a frigate.", "May 2031", "DATE", When.month(2031, 5), "2031-05", None),
        ("Italy plans in May 2031 to send a frigate.", "May 2031", "DATE", When.month(2031, 5), "2031-05", None),
        ("In May 2031, Italy pledged to send a frigate.", "May 2031", "DATE", When.month(2031, 5), None, None),
        ("In May 2029, Italy will send a frigate.", "May 2029", "DATE", When.month(2029, 5), None, None),
        ("Italy pledged to fund the budget for 2031.", "2031", "DATE", When.year(2031), None, None),
        ("Italy pledged to fund the 21st century.", "the 21st century", "DATE", CENTURY, None, None),
        ("Italy pledged to pay over three years.", "three years", "DURATION", None, None, "over three years"),
        ("Italy pledged to sign a pact for five years.", "five years", "DURATION", None, None, None),
        (
            "Italy pledged to report 60 days after entry into force.",
            "60 days",
            "DURATION",
            None,
            None,
            "60 days after entry into force",
        ),
        (
            "Italy pledged to pay no later than 30 days after the vote.",
            "30 days",
            "DURATION",
            None,
            None,
            "no later than 30 days after the vote",
        ),
        (
            "Italy pledged to report annually by 30 April.",
            "30 April",
            "DATE",
            When.day(date(2030, 4, 30)),
            "2030-04-30",
            "annually by 30 April",
        ),
    ],
)
def test_due(sentence: str, words: str, kind: str, when: When | None, due: str | None, due_words: str | None) -> None:
    mentions = replace(mentions_of(sentence), times=(time_in(sentence, words, kind, when),))
    mentions = replace(mentions, report=replace(mentions.report, today=date(2030, 3, 2)))
    (proposal,) = [p for p in propose_commitments(mentions, KNOWLEDGE, (), WITH_DOUBT) if isinstance(p, Proposal)]
    values = cast(CommitmentValues, proposal.values)
    assert (str(values.due) if values.due else None, values.due_words) == (due, due_words)


@pytest.mark.parametrize(
    ("sentence", "due", "due_words"),
    [
        ("Italy pledged to send a frigate within the year.", "2031", None),
        ("Italy pledged to send a frigate within the month.", "2031-03", None),
        ("Italy pledged to send a frigate within the week.", None, "within the week"),
        ("Italy pledged to report before the next summit.", None, "before the next summit"),
        ("Italy pledged to report to the next summit.", None, None),
        ("Italy pledged to report within the year of grace.", None, None),
    ],
)
def test_due_without_a_time_expression(sentence: str, due: str | None, due_words: str | None) -> None:
    mentions = mentions_of(sentence)
    mentions = replace(mentions, report=replace(mentions.report, today=date(2031, 3, 2)))
    (proposal,) = [p for p in propose_commitments(mentions, KNOWLEDGE, (), WITH_DOUBT) if isinstance(p, Proposal)]
    values = cast(CommitmentValues, proposal.values)
    spans = dict(proposal.spans)
    assert (str(values.due) if values.due else None, values.due_words) == (due, due_words)
    assert ("due" in spans, "due_words" in spans) == (due is not None, due_words is not None)


JOINT = "We, the ministers of Chile, Peru and Bolivia, have met in Lima for a second time.\n"


@pytest.mark.parametrize(
    ("opening", "sentence", "found"),
    [
        (JOINT, "We will build a joint observatory.", [(("BOL", "CHL", "PER"), "agreed")]),
        (JOINT, "We decided to build a joint observatory.", [(("BOL", "CHL", "PER"), "agreed")]),
        (JOINT, "We decided to meet every year.", []),
        (JOINT, "Chile will build an observatory on its southern coast by May.", [(("CHL",), "pledged")]),
        ("We, the leaders of Chile, have met.\n", "We will build a joint observatory.", []),
        ("The ministers of Chile, Peru and Bolivia have met.\n", "We will build a joint observatory.", []),
        ("We in Chile know Peru well.\n", "We will build a joint observatory.", []),
    ],
)
def test_we_of_a_joint_text_are_all_that_it_names(
    opening: str, sentence: str, found: list[tuple[tuple[str, ...], str]]
) -> None:
    values = [cast(CommitmentValues, proposal.values) for proposal in commitments_of(opening + sentence, at_least=SURE)]
    assert [(value.made_by, value.strength.value) for value in values] == found


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The ministers pledged to double the number of drills.", "agreed"),
        ("Iceland pledged to double the number of drills.", "pledged"),
        ("Iceland and Norway pledged to double the number of drills.", "pledged"),
    ],
)
def test_what_those_at_a_meeting_pledge_together_is_agreed(sentence: str, strength: str) -> None:
    text = LAST_MEETING + sentence
    meeting = meeting_told_in(text, LAST_MEETING.strip(), ("ISL", "NOR"))
    (proposal,) = commitments_of(text, meetings=(meeting,))
    assert cast(CommitmentValues, proposal.values).strength.value == strength


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Kenya and Uganda agreed to hold the summit regularly.", ["hold the summit regularly"]),
        ("Kenya and Uganda agreed to hold annual consultations.", ["hold annual consultations"]),
        ("Kenya and Uganda agreed to hold the next one in Mali.", []),
        ("Kenya is ready to host the next one in May.", []),
        ("Kenya will host the next round of the dialogue.", []),
        ("Kenya is ready to host the fund's secretariat.", ["host the fund's secretariat"]),
    ],
)
def test_an_occasion_is_a_promise_only_as_a_habit(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence) == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Chile and Peru intend to work together to:\nBuild a joint observatory on the ice.\nShare data on storms.",
            ["Build a joint observatory on the ice", "Share data on storms"],
        ),
        (
            "Chile and Peru agreed to:\n- Open a hotline by May.\n- Train pilots.",
            ["Open a hotline by May", "Train pilots"],
        ),
        ("Chile and Peru spoke of storms:\nShare data on storms.", []),
        ("Chile and Peru agreed to:\nThe ministers met again.\nShare data on storms.", []),
    ],
)
def test_each_line_of_a_list_is_a_promise(text: str, contents: list[str]) -> None:
    found = [cast(CommitmentValues, proposal.values) for proposal in commitments_of(text)]
    assert [value.content for value in found if value.content[0].isupper()] == contents
    assert all(value.made_by == ("CHL", "PER") for value in found)


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Italy will send two ships to the strait.", "pledged"),
        ("Italy will ask the panel to meet the envoys of Chad.", "intended"),
        ("Italy decided to send two ships to the strait.", "pledged"),
        ("NATO decided to send two ships to the strait.", "agreed"),
        ("Italy and Malta decided to send two ships to the strait.", "agreed"),
        ("Under the pact, Italy will send two ships to the strait.", "agreed"),
        ("Italy is ready to send two ships to the strait.", "intended"),
        ("Italy will send two ships to the strait if the truce holds.", "intended"),
    ],
)
def test_how_firm_it_is(sentence: str, strength: str) -> None:
    (proposal,) = commitments_of(sentence)
    assert cast(CommitmentValues, proposal.values).strength.value == strength


def test_whose_promise_is_only_guessed_is_never_proposed() -> None:
    sentence = "Chilean carmakers agreed to open a port in Lima by May."
    assert commitments_of(sentence, at_least=CUT_OFF) == []
    mentions = mentions_of(sentence)
    refusals = [item for item in propose_commitments(mentions, KNOWLEDGE, ()) if isinstance(item, Refusal)]
    assert [refusal.why for refusal in refusals] == ["low_confidence"]


def test_every_weight_is_of_a_mark_with_a_rule_that_exists() -> None:
    rules = {rule.id for rule in table().rules}
    for mark in table().weights:
        if mark.startswith("rule "):
            assert mark.removeprefix("rule ").removesuffix(f" {ACCOUNT}") in rules


def test_marks_are_kept_beside_the_proposal() -> None:
    (proposal,) = commitments_of("Chile agreed to open a port in Lima by May.")
    assert "rule agree" in proposal.notes
    assert proposal.confidence == round(confidence_of(proposal.notes), 2)


def test_the_we_of_one_body_is_the_body() -> None:
    text = "We, the leaders of the EU, have met.\nWe will build a joint observatory."
    values = [cast(CommitmentValues, proposal.values) for proposal in commitments_of(text, at_least=SURE)]
    assert [(value.made_by, value.strength.value) for value in values] == [(("EU",), "agreed")]


@pytest.mark.parametrize(
    ("sentence", "made_by"),
    [
        ("Finland spoke of storms, and Turkey said it would send two ships to Chile.", ("TUR",)),
        ("Chile and Peru, noting the storms, agree to share radar data.", ("CHL", "PER")),
        ("The pact calls for Cuba to destroy its mines.", ("CUB",)),
        ("The treaty between Malta and Libya provides for joint patrols at sea.", ("LBY", "MLT")),
    ],
)
def test_who_is_bound(sentence: str, made_by: tuple[str, ...]) -> None:
    found = [cast(CommitmentValues, proposal.values).made_by for proposal in commitments_of(sentence)]
    assert found == [made_by]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Kenya agreed to share radar data in retaliation for the raid.", "share radar data"),
        ("Kenya agreed to share radar data, arguing that storms are frequent.", "share radar data"),
        ("Kenya agreed to share radar data as part of a wider plan.", "share radar data"),
        (
            "Kenya agreed to put six ports -- among them two in Mali -- on the list.",
            "put six ports -- among them two in Mali -- on the list",
        ),
    ],
)
def test_reasons_are_no_part_of_a_promise(sentence: str, content: str) -> None:
    assert contents_of(sentence) == [content]
