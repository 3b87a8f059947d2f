"""The same saying worded by two translators is the same statement; what only looks like their wording is none."""

from pathlib import Path

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Proposal, StatementValues
from tests.claims.test_statements import mentions_of


def _pairs() -> list[tuple[str, str, list[str]]]:
    """Both wordings and what each must give, pair by pair."""
    found: list[tuple[str, str, list[str]]] = []
    wordings: list[str] = []
    for line in Path(__file__).with_name("told_twice.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            if wordings:
                careful, clumsy = wordings
                found.append((careful, clumsy, []))
                wordings = []
            found[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            wordings.append(line)
    return found


PAIRS = _pairs()


def _told(text: str) -> list[StatementValues]:
    found = propose_statements(mentions_of(text), shipped())
    return [one.values for one in found if isinstance(one, Proposal) and isinstance(one.values, StatementValues)]


def _is(said: StatementValues, expected: str) -> bool:
    speaker, party, words = expected.split(" | ")
    is_whose = (said.speaker or "-") in speaker.split(" / ") and (said.speaker_party or "-") == party
    return is_whose and words.casefold() in said.content.casefold()


@pytest.mark.parametrize(("careful", "clumsy", "expected"), PAIRS)
def test_both_wordings_are_the_same_statement(careful: str, clumsy: str, expected: list[str]) -> None:
    for text in (careful, clumsy):
        told = _told(text)
        assert len(told) == len(expected), (text, told)
        assert all(any(_is(said, one) for said in told) for one in expected), (text, told)


def test_the_table_has_enough() -> None:
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no source, only words and views that are told of
        ("The crowd was moved by the words of Ivar Lund.", []),
        ("The road was seen from the point of view of the guards.", []),
        ("In view of the storm, the road was shut.", []),
        ("The bell, cast in the Kremlin, was large.", []),
        ("As cast in the Kremlin, the bell is large.", []),
        ("As stated in the treaty, the road is shut.", []),
        ("The road was mended, as proposed by Ivar Lund.", []),
        # where and when "they" say it is nobody
        ("In the evening they said that the road was shut.", ["- | the road was shut"]),
        ("In the village they said that the road was shut.", ["- | the road was shut"]),
        # whoever was named before
        (
            "Two envoys came on Monday. In the ministry, they said that the road was shut.",
            ["Two envoys | the road was shut"],
        ),
        ("At the ministry Ivar Lund said that the road was shut.", ["Ivar Lund | the road was shut"]),
        # a house where others meet says nothing
        ("In the council it was noted that the road was shut.", ["- | the road was shut"]),
        ("In Oslo it was announced that the road was shut.", ["- | the road was shut"]),
        # one of two, or one of another trade
        (
            "Ivar Lund and Ada Lind left on Monday. “The road is shut,” the politician said.",
            ["politician | The road is shut,"],
        ),
        ("Ivar Lund met the guards. “The road is shut,” the mayor said.", ["mayor | The road is shut,"]),
        # data of a month are nobody's; "their data" may be anybody's
        (
            "According to data from September, the road is shut.",
            ["data from September | the road is shut"],
        ),
        ("According to our data, the road is shut.", []),
        # who is named beside the head of a body is no source of his own
        (
            "According to the head of the union, Ivar Lund stole the boats.",
            ["head of the union | Ivar Lund stole the boats"],
        ),
        # an object between the verb and who does it
        ("Chile has accused Ivar Lund of theft.", ["Chile | Ivar Lund of theft"]),
        ("Ivar Lund excluded the clause from the treaty.", []),
        ("TASS quotes the price of oil in dollars.", []),
    ],
)
def test_what_only_looks_like_a_clumsy_wording(text: str, expected: list[str]) -> None:
    assert [f"{said.speaker or '-'} | {said.content}" for said in _told(text)] == expected
