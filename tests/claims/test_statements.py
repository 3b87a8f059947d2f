"""Statements: sentence by sentence what is said and by whom, and what is no statement."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.claims.sayings.cues import cue_verbs
from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import ClaimKind, Mentions, Proposal, Refusal, SpeechAct, StatementKind, StatementValues
from tests.claims.tables import rows_below

ROWS = rows_below(Path(__file__).with_name("statements.txt"))
EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"


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


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
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
    gives = [expected for _, expected in ROWS if expected and not expected[0].startswith("withheld")]
    assert len(gives) >= 60
    assert len(ROWS) - len(gives) >= 25


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
        ("Novak", StatementKind.DIRECT, ""),
        ("QUESTION", StatementKind.DIRECT, ""),
        ("Novak", StatementKind.DIRECT, ""),
    ]


def test_a_text_in_one_voice_is_one_turn() -> None:
    text = (
        "National Day of Freedonia\n\nJane A. Doe, Secretary of State\n"
        "On behalf of the United States, I greet all who live in Freedonia. We welcome their new road."
    )
    (value,) = values_of(text, "National Day of Freedonia", "USA")
    assert value.speaker == "Jane A. Doe"
    assert value.content == "On behalf of the United States, I greet all who live in Freedonia."
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


def test_a_broken_quotation_keeps_all_its_pieces() -> None:
    for text in (
        "“The road is open,” Jan Novak said. “It leads to the sea and to the hills.”",
        "“The road is open, – said Jan Novak. – It leads to the sea and to the hills.”",
        "“The road is open,” said Jan Novak, “it leads to the sea and to the hills.”",
    ):
        (proposal,) = proposals_of(text)
        parts = [text[part.start : part.end] for part in dict(proposal.spans)["parts"]]
        assert [part.strip(".,") for part in parts[:1]] == ["The road is open"]
        assert parts[-1].endswith("leads to the sea and to the hills.")
        assert isinstance(proposal.values, StatementValues)
        assert proposal.values.content == parts[-1]


def test_a_whole_quotation_has_no_pieces() -> None:
    (proposal,) = proposals_of("“The road is open,” Jan Novak said.")
    assert "parts" not in dict(proposal.spans)


def test_a_clause_broken_by_its_attribution_keeps_both_pieces() -> None:
    text = "The border, Jan Novak said, would open to all travellers in May."
    (proposal,) = proposals_of(text)
    parts = [text[part.start : part.end] for part in dict(proposal.spans)["parts"]]
    assert parts == ["The border", "would open to all travellers in May"]


def test_a_turn_is_marked_by_its_first_sentence_and_keeps_its_whole() -> None:
    text = "MS PRICE: Good morning. The road is open.\nQUESTION: Since when?"
    first, second = proposals_of(text, "Press briefing", "USA")
    assert isinstance(first.values, StatementValues)
    assert isinstance(second.values, StatementValues)
    assert first.values.content == "Good morning."
    (whole,) = dict(first.spans)["turn"]
    assert text[whole.start : whole.end] == "Good morning. The road is open."
    assert first.values.speaker_party == "USA"
    assert "briefs the press" in dict(first.inferred)["speaker_party"]
    assert second.values.speaker_party is None


def test_a_signature_under_a_text_gives_its_voice() -> None:
    text = "A Notice on the Road\n\nI hereby open the road to all.\n\nJANE A. DOE\n\nTHE WHITE HOUSE,\nMay 5, 2019."
    (value,) = values_of(text, "A Notice on the Road", "USA")
    assert value.content == "I hereby open the road to all."
    assert value.speaker == "JANE A. DOE"
    assert not values_of(text, "A Notice on the Road")


PARTIES = [  # (text, party, words that name it, or None where a sentence must say from what it follows)
    ("Russian Foreign Minister Sergei Lavrov said that the road was open.", "RUS", "Russian"),
    ("Japanese officials said that the road was open.", "JPN", "Japanese"),
    ("Foreign Minister Jan Novak of Poland came. “The road is open,” Novak said.", "POL", None),
]


@pytest.mark.parametrize(("text", "party", "words"), PARTIES)
def test_a_party_has_its_ground(text: str, party: str, words: str | None) -> None:
    proposal = proposals_of(text)[-1]
    assert isinstance(proposal.values, StatementValues)
    assert proposal.values.speaker_party == party
    named = dict(proposal.spans).get("speaker_party")
    assert (text[named[0].start : named[0].end] if named else None) == words
    assert bool(dict(proposal.inferred).get("speaker_party")) == (words is None)


def test_a_private_voice_and_two_voices_speak_for_no_party() -> None:
    for text in (
        "The Syrian Observatory for Human Rights said that the road was open.",
        "U.S. and Afghan leaders said that the road was open.",
        "Turkish newspapers said that the road was open.",
    ):
        (value,) = values_of(text)
        assert value.speaker_party is None


ACTS = [
    ("Jan Novak thanked the council for the road.", SpeechAct.THANKS),
    ("Jan Novak condemned the closing of the road.", SpeechAct.CONDEMNS),
    ("Jan Novak urged the council to open the road.", SpeechAct.DEMANDS),
    ("Jan Novak asked the council to open the road.", SpeechAct.DEMANDS),
    ("“Is the road open?” Jan Novak asked.", SpeechAct.ASKS),
    ("Jan Novak warned that the road was closed.", SpeechAct.WARNS),
    ("Jan Novak proposed that the road be closed.", SpeechAct.PROPOSES),
    ("Jan Novak vowed to open the road.", SpeechAct.PROMISES),
    ("Jan Novak announced that the road was open.", SpeechAct.ANNOUNCES),
    ("Jan Novak denied that the road was open.", SpeechAct.DENIES),
    ("Jan Novak said that the road was open.", SpeechAct.ASSERTS),
    ("According to Jan Novak, the road is open.", SpeechAct.ASSERTS),
    ("Jan Novak repeated his call for an open road.", SpeechAct.DEMANDS),
    ("Envoy Jan Novak: “The road to the sea is open to all of you.”", None),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_the_speaker_does_with_the_words(text: str, act: SpeechAct | None) -> None:
    (value,) = values_of(text)
    assert value.speech_act is act


def test_every_value_has_its_words_or_a_reason() -> None:
    for path in sorted(EXAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for proposal in proposals_of(text, None, "USA"):
            grounds = dict(proposal.spans).keys() | dict(proposal.inferred).keys()
            assert isinstance(proposal.values, StatementValues)
            for field in ("speaker", "speaker_party", "occasion", "addressee", "cue", "content"):
                assert not getattr(proposal.values, field) or field in grounds, (path.name, field)


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


# paraphrase, what follows: whether the paraphrase is linked to the fuller words
TOLD_TWICE = [
    (
        "The northern road will open to all travellers, Jan Novak said.",
        "“The northern road will be open to all travellers by the end of May,” Jan Novak told reporters.",
        True,
    ),
    (
        "Jan Novak called on both sides to resume talks about the border.",
        "“I call on both sides to resume their talks on the border at once,” Jan Novak said.",
        True,
    ),
    (
        "The northern road will open to all travellers, Jan Novak said.",
        "“The northern road will not be open to all travellers,” Jan Novak told reporters.",
        False,  # the second denies the first
    ),
    (
        "The northern road will open to all travellers, Jan Novak said.",
        "“The northern road will be open to all travellers by May,” Marta Lind told reporters.",
        False,  # another speaker
    ),
    (
        "Jan Novak said that 40 bridges on the northern road had been closed.",
        "“We closed 25 bridges on the northern road,” Jan Novak told reporters.",
        False,  # other numbers
    ),
    (
        "The northern road will open to all travellers, Jan Novak said.",
        "“Our fishermen want to be paid for their boats,” Jan Novak told reporters.",
        False,
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), TOLD_TWICE)
def test_a_paraphrase_is_linked_to_the_words_in_full(first: str, second: str, expected: bool) -> None:
    found = proposals_of(f"{first}\n\nThe weather in Oslo was fine.\n\n{second}")
    keys = {proposal.values.content: proposal.key for proposal in found if isinstance(proposal.values, StatementValues)}
    links = [p.values.same_as for p in found if isinstance(p.values, StatementValues) and p.values.same_as]
    assert bool(links) is expected
    assert all(link in keys.values() for link in links)
