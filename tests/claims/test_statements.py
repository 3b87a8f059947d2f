"""Statements: sentence by sentence what is said and by whom, and what is no statement."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.claims.cues import cue_verbs
from aidememoire.claims.statements import propose_statements
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import ClaimKind, Mentions, Proposal, Refusal, StatementKind, StatementValues

TABLE = Path(__file__).with_name("statements.txt")


@cache
def mentions_of(text: str, title: str | None = None, side: str | None = None) -> Mentions:
    source = Source(given_id="t", place="t", title=title, published="2019-05-06", side=side)
    return find_mentions(make_report(text, source, shipped()), shipped())


def proposals_of(text: str, title: str | None = None, side: str | None = None) -> list[Proposal]:
    found = propose_statements(mentions_of(text, title, side), shipped())
    return [item for item in found if isinstance(item, Proposal)]


def values_of(text: str, title: str | None = None, side: str | None = None) -> list[StatementValues]:
    values = [proposal.values for proposal in proposals_of(text, title, side)]
    return [value for value in values if isinstance(value, StatementValues)]


def rows() -> list[tuple[str, list[str]]]:
    """Sentences of the table, each with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_sentence_by_sentence(sentence: str, expected: list[str]) -> None:
    given = []
    for item in propose_statements(mentions_of(sentence), shipped()):
        if isinstance(item, Refusal):
            given.append(f"withheld | {item.why}")
        else:
            assert isinstance(item.values, StatementValues)
            given.append(f"{item.values.kind} | {item.values.speaker or '-'} | {item.values.content}")
    assert given == expected


def test_the_table_has_enough_of_both() -> None:
    gives = [expected for _, expected in rows() if expected and not expected[0].startswith("withheld")]
    assert len(gives) >= 60
    assert len(rows()) - len(gives) >= 25


@pytest.mark.parametrize(
    "verb", [verb for verbs in cue_verbs().values() for verb in verbs], ids=lambda verb: " ".join(verb.words)
)
def test_each_verb_of_saying(verb: object) -> None:
    assert values_of(verb.accept), verb.accept  # type: ignore[attr-defined]
    assert not values_of(verb.refuse), verb.refuse  # type: ignore[attr-defined]


def test_a_transcript_gives_a_statement_for_each_turn() -> None:
    text = (
        "MR NOVAK: Good morning. The road to the sea is open to all.\nQUESTION: Since when?\n"
        "MR NOVAK: It has been open since May."
    )
    assert [(value.speaker, value.kind, value.cue) for value in values_of(text)] == [
        ("MR NOVAK", StatementKind.DIRECT, ""),
        ("QUESTION", StatementKind.DIRECT, ""),
        ("MR NOVAK", StatementKind.DIRECT, ""),
    ]


def test_a_text_in_one_voice_is_one_turn() -> None:
    text = (
        "National Day of Freedonia\n\nJane A. Doe, Secretary of State\n"
        "On behalf of the United States, I congratulate the people of Freedonia. We welcome their new road."
    )
    (value,) = values_of(text, "National Day of Freedonia", "USA")
    assert value.speaker == "Jane A. Doe"
    assert value.content == "On behalf of the United States, I congratulate the people of Freedonia."
    assert value.cue == ""


def test_a_readout_is_no_turn() -> None:
    text = (
        "Call with Foreign Minister Novak\n\nOffice of the Spokesperson\n"
        "The below is attributable to Spokesperson Jane Doe:\n"
        "Secretary of State John Roe spoke with Foreign Minister Jan Novak today. The Secretary reaffirmed the "
        "alliance between the two countries. They discussed trade."
    )
    found = values_of(text, "Call with Foreign Minister Novak", "USA")
    assert [value.cue for value in found] == ["reaffirmed"]
    assert found[0].content == "the alliance between the two countries"


def test_a_message_belongs_to_whoever_sent_it() -> None:
    text = (
        "President Jan Novak sent a message to the guests of the forum. The message read, in part:\n"
        "“The road that joins our two shores is open to all of you.”"
    )
    (value,) = values_of(text)
    assert value.kind is StatementKind.DIRECT
    assert value.content == "The road that joins our two shores is open to all of you."


def test_the_occasion_and_the_addressee_are_kept() -> None:
    (value,) = values_of("Jan Novak told the delegates at a press conference in Oslo that the road was open.")
    assert value.occasion == "at a press conference in Oslo"
    assert value.addressee == "the delegates"


def test_an_occasion_told_in_the_next_sentence() -> None:
    (value,) = values_of("Jan Novak believes that the road will open. He said this in an interview with the Post.")
    assert value.occasion == "in an interview with the Post"


def test_a_denial_is_kept_as_one() -> None:
    (value,) = values_of("Jan Novak denied that the road had been closed.")
    assert value.is_negated


def test_a_quotation_over_several_lines_is_one_statement() -> None:
    text = "“The road is open.\nIt leads to the sea.\nCome and see it,” Jan Novak said.\nHe left."
    (value,) = values_of(text)
    assert value.content == "The road is open.\nIt leads to the sea.\nCome and see it,"


def test_keys_are_unique_and_kinds_are_statements() -> None:
    text = "MR NOVAK: The road is open.\nQ: Since when?\nMR NOVAK: The mayor said that it opened in May."
    found = proposals_of(text)
    assert len({proposal.key for proposal in found}) == len(found)
    assert {proposal.kind for proposal in found} == {ClaimKind.STATEMENT}


PIECES = st.sampled_from(
    'said|told reporters|that|the road was open|,|.|“|”|"|–|Jan Novak|He|according to|the minister|and|but|adding that'
    "|called on|to|of|\n|Q:|MR A:|not|would|’s|(|)|in the words of|as|was quoted as saying|it was noted that"
    "|Oslo, May 5 (Post) - ".split("|")
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_content_is_the_text_at_its_span(text: str) -> None:
    mentions = mentions_of.__wrapped__(text)
    for item in propose_statements(mentions, shipped()):
        if isinstance(item, Refusal):
            continue
        assert isinstance(item.values, StatementValues)
        spans = dict(item.spans)
        (content,) = spans["content"]
        assert mentions.report.text[content.start : content.end] == item.values.content
        assert item.values.content.strip() == item.values.content
        if "cue" in spans:
            (cue,) = spans["cue"]
            assert mentions.report.text[cue.start : cue.end] == item.values.cue
