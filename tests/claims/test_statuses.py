"""Statuses: each wording accepts and refuses the sentences of its row."""

from dataclasses import replace
from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.status_rules import Rule, table
from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.model import Proposal, Refusal, Span, StatusValues, TimeMention, When
from tests.claims.by_hand import mentions_of

# Names the two whose "sides" and "talks" are meant.
CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)


def statuses_of(text: str) -> list[StatusValues]:
    found = propose_statuses(mentions_of(text), KNOWLEDGE, (), least=0.0)
    return [cast(StatusValues, p.values) for p in found if isinstance(p, Proposal)]


@pytest.mark.parametrize(
    ("rule", "sentence", "subject", "status"),
    [(rule, *row) for rule in table().rules for row in rule.accept],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_accepts(rule: Rule, sentence: str, subject: str, status: str) -> None:
    assert [(values.subject, values.status.value) for values in statuses_of(CONTEXT + sentence)] == [(subject, status)]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in table().rules for sentence in rule.refuse],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_rule_refuses(rule: Rule, sentence: str) -> None:
    assert statuses_of(CONTEXT + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "causes"),
    [
        (
            "The dialogue was frozen because of the raid and the seizure of a ship.",
            ("the raid", "the seizure of a ship"),
        ),
        ("The dialogue was suspended after the coup in Niger.", ("the coup in Niger",)),
        ("The dialogue was suspended over fishing rights.", ("fishing rights",)),
        ("Because of the raid, the dialogue was suspended.", ("the raid",)),
        ("With the souring of ties, the dialogue was suspended.", ("the souring of ties",)),
        ("The dialogue was suspended in May.", ()),
        ("The dialogue was suspended when Chad seized a ship.", ("Chad seized a ship",)),
        ("Several arrangements were not carried out, and the dialogue was frozen because of the raid.", ("the raid",)),
    ],
)
def test_causes(sentence: str, causes: tuple[str, ...]) -> None:
    found = [values for values in statuses_of(CONTEXT + sentence) if values.status.value == "suspended"]
    assert [values.causes for values in found] == [causes]


def test_a_cause_belongs_to_its_own_clause() -> None:
    text = CONTEXT + "Several arrangements were not carried out, and the dialogue was frozen because of the raid."
    causes = {values.status.value: values.cause for values in statuses_of(text)}
    assert causes == {"not_fulfilled": None, "suspended": "the raid"}


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Canada withdrew from the treaty with Peru.", ("CAN",)),
        ("Kenya and Uganda launched a water dialogue.", ("KEN", "UGA")),
        ("The talks between Kenya and Uganda were suspended.", ("KEN", "UGA")),
        ("Kenya said it was suspending its observer mission in Chad.", ("KEN", "TCD")),
        ("Chad's violation of the truce angered Niger.", ("TCD",)),
        ("The UN condemned Chad's raid as a violation of the truce.", ("TCD",)),
        ("Niger accused Chad of violations of the truce.", ("TCD",)),
        ("The EU charges that Chad violated the truce.", ("TCD",)),
        ("Chad's raid broke the UN truce.", ("TCD",)),
        ("The minister of Russia said the raid in Chad was a violation of the truce.", ("TCD",)),
        ("According to Kenya, a raid from Chad violated the truce.", ("TCD",)),
        # Whoever looks for it is not who should have done it.
        ("Chad must begin its withdrawal. Kenya has seen no evidence of this withdrawal.", ("TCD",)),
        ("Chad is in Africa. Kenya has seen no evidence of this withdrawal.", ("TCD",)),
        ("He regretted Chad's non-compliance with the resolution.", ("TCD",)),
    ],
)
def test_whose_status(sentence: str, parties: tuple[str, ...]) -> None:
    assert [values.parties for values in statuses_of(sentence)] == [parties]


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty will be extended.",
        "The treaty between Norway and Poland is being carried out in the coming months.",
        "Kenya implements the treaty with Uganda over the next year.",
        "The treaty must be extended.",
        "Kenya called for the suspension of the treaty.",
        "Kenya threatened to suspend the treaty.",
        "Kenya wants Uganda to honour the treaty.",
        "Once Uganda has honoured the treaty, trade will grow.",
        "Kenya would resume the talks if asked.",
        "They discussed extending the treaty.",
        "The talks might collapse.",
        "Kenya hopes that the treaty will enter into force.",
        "The union suspended its talks with the employers of Kenya.",
        "KENYA SUSPENDS TREATY WITH UGANDA",
        "Companies that comply with the treaty are few.",
        "Kenya reached out to Uganda as they honour the treaty.",
        "The shop sued for breach of contract.",
        "We have implemented our plan.",
        "Kenya cancelled its plans to visit Uganda.",
        "These processes are under way in Kenya.",
        "The African Union has failed to end the war.",
        "The jets of Kenya have completed their combat missions.",
        "The failure of the council to agree surprised Kenya.",
    ],
)
def test_what_is_no_status(sentence: str) -> None:
    assert statuses_of(CONTEXT + sentence) == []


def test_one_status_told_twice_is_one() -> None:
    assert len(statuses_of("Kenya suspended the fish treaty with Uganda.\nKenya suspended the treaty in May.")) == 1


def test_what_is_less_sure_is_refused_aloud_where_rules_read_alone() -> None:
    mentions = mentions_of("Chad is in talks with Niger over water.")
    assert [item.why for item in propose_statuses(mentions, KNOWLEDGE, ()) if isinstance(item, Refusal)] == [
        "low_confidence"
    ]
    assert [item for item in propose_statuses(mentions, KNOWLEDGE, ()) if isinstance(item, Proposal)] == []


def test_every_rule_says_how_sure_it_is() -> None:
    assert all(0.0 < rule.confidence < 1.0 for rule in table().rules)


@pytest.mark.parametrize("text", ["", " ", "“", "suspended", "of the", "violation of", "has yet to", "1718, 1874 and"])
def test_odd_input_never_crashes(text: str) -> None:
    statuses_of(text)


def test_a_line_may_end_with_what_is_no_longer_recognised() -> None:
    told = statuses_of("The armistice treaty is no longer recognised")
    assert [(status.subject, status.status) for status in told] == [("The armistice treaty", "withdrawn")]


def test_spans_are_the_words() -> None:
    text = CONTEXT + " ".join(sentence for rule in table().rules for sentence, _, _ in rule.accept)
    mentions = mentions_of(text)
    for proposal in propose_statuses(mentions, KNOWLEDGE, ()):
        if isinstance(proposal, Proposal):
            values = cast(StatusValues, proposal.values)
            spans = dict(proposal.spans)
            assert mentions.words(spans["subject"][0]) == values.subject
            assert [mentions.words(span) for span in spans.get("causes", ())] == list(values.causes)


@pytest.mark.parametrize(
    ("sentence", "words", "since"),
    [
        ("The treaty entered into force in May 2014.", "May 2014", "2014-05"),
        ("In May 2014, Kenya suspended the treaty with Uganda.", "May 2014", "2014-05"),
        ("The truce collapsed in May 2014 because of a raid.", "May 2014", "2014-05"),
        ("The embassy closed in May 2014, when the treaty collapsed.", "May 2014", "2014-05"),
        ("Abebe, who left Kenya in May 2014, said the treaty had collapsed.", "May 2014", None),
        ("Kenya said in May 2014 that the treaty had collapsed.", "May 2014", None),
        ("Kenya suspended the treaty that it signed in May 2014.", "May 2014", None),
    ],
)
def test_since_is_told_of_the_deed_itself(sentence: str, words: str, since: str | None) -> None:
    text = CONTEXT + sentence
    mentions = mentions_of(text)
    start = text.index(words)
    time = TimeMention(Span("r", start, start + len(words)), "DATE", None, When.month(2014, 5), (), None)
    found = propose_statuses(replace(mentions, times=(time,)), KNOWLEDGE, ())
    (proposal,) = [item for item in found if isinstance(item, Proposal)]
    value = cast(StatusValues, proposal.values).since
    assert (str(value) if value else None) == since
    assert ("since" in dict(proposal.spans)) == (since is not None)


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("Kenya and Uganda suspended the raid that they had agreed.", "the raid that they had agreed", "commitment"),
        ("Kenya and Uganda suspended the ministerial meetings.", "the ministerial meetings", "dialogue"),
        ("Kenya and Uganda launched the Great Lake Platform.", "the Great Lake Platform", "dialogue"),
        ("Kenya and Uganda suspended the quotas.", "the quotas", "agreement"),
        ("Kenya and Uganda suspended the meeting.", None, None),
        ("Kenya and Uganda launched a rocket platform.", None, None),
        # What only a party's name, or "joint", makes a deal; what a short form stands for; a part of a whole.
        ("Kenya violated the trade rules of the UN.", "the trade rules of the UN", "agreement"),
        ("Kenya violated the rules of the game.", None, None),
        ("A bid by Uganda to broker peace collapsed.", "A bid by Uganda to broker peace", "dialogue"),
        ("A bid by Uganda for the games collapsed.", None, None),
        ("Kenya and Uganda met in the Lake Tin Dialogue (LTD). The LTD was suspended.", "The LTD", "dialogue"),
        (
            "Three rounds of talks between Kenya and Uganda ended without agreement.",
            "Three rounds of talks between Kenya and Uganda",
            "dialogue",
        ),
        ("A mission in Uganda, which collapsed in May, was costly.", None, None),
        (
            "The observer mission in Uganda, which collapsed in May, was costly.",
            "The observer mission in Uganda",
            "agreement",
        ),
        ("Before the quotas were suspended, Kenya grew tea.", "the quotas", "agreement"),
    ],
)
def test_what_sort_of_thing_it_is(sentence: str, subject: str | None, kind: str | None) -> None:
    found = [(values.subject, values.subject_type.value) for values in statuses_of(sentence)]
    assert found == ([(subject, kind)] if subject else [])


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("Norway is far from Poland, Chad and Mali. " + "It rained. " * 4, [()]),
        ("It rained. " * 4, []),
    ],
)
def test_a_pact_without_parties_counts_where_the_report_names_several(
    opening: str, found: list[tuple[str, ...]]
) -> None:
    assert [values.parties for values in statuses_of(opening + "The tin pact collapsed.")] == found


def test_what_went_well_has_no_cause() -> None:
    (values,) = statuses_of(CONTEXT + "The two countries resumed talks after a break of five years.")
    assert (values.cause, values.causes) == (None, ())
