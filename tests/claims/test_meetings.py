"""Sentence → occasions, row by row from ``occasions.txt``; each row of the trigger table; the spans."""

from functools import cache
from pathlib import Path

import pytest

from aidememoire.claims.occasions.dialogues import propose_dialogues
from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.words.triggers import triggers
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import DialogueValues, MeetingValues, Mentions, Proposal, Refusal
from tests.claims.tables import all_written, dated_rows

# So that one sentence full of foreign names is still told to be English.
FILLER = "\n\nThe weather was fine, and the streets around the building were quiet all evening."

TABLE = Path(__file__).parent / "occasions.txt"


def read(text: str, day: str | None = "2019-05-06", side: str | None = None) -> Mentions:
    """The mentions of a text published on a day, perhaps as the account of a side."""
    return find_mentions(make_report(text, Source("t", "test", published=day, side=side), shipped()), shipped())


def meetings_in(text: str, day: str | None = "2019-05-06", side: str | None = None) -> list[Proposal | Refusal]:
    return list(propose_meetings(read(text, day, side), shipped()))


@pytest.mark.parametrize(
    ("day", "side", "text", "expected"), list(dated_rows(TABLE)), ids=lambda value: str(value)[:70]
)
def test_occasions(day: str | None, side: str | None, text: str, expected: str) -> None:
    found = meetings_in(text + FILLER, day, side)
    if not expected.startswith("none"):
        assert all_written(found) == expected.split(" & ")
        return
    assert all_written(found) == []
    why = expected.split()[1]
    if why != "-":
        assert why in {item.why for item in found if isinstance(item, Refusal)}


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.name)
def test_rows_of_the_table(trigger: object) -> None:
    accept, refuse = trigger.accept, trigger.refuse  # type: ignore[attr-defined]
    assert trigger.pattern.search(accept)  # type: ignore[attr-defined]
    side = "USA" if "Secretary" in accept else None
    assert [item for item in meetings_in(accept + FILLER, "2012-05-06", side) if isinstance(item, Proposal)]
    assert not [item for item in meetings_in(refuse + FILLER, "2012-05-06", side) if isinstance(item, Proposal)]


@cache
def story() -> Mentions:
    return read(
        "LIMA, 2 May. The foreign ministers of Chile and Peru met in Lima on Thursday. The meeting lasted two hours. "
        "Chilean Foreign Minister Roberto Ampuero will visit Ecuador on 20 May. "
        "The previous meeting of the two ministers took place in Santiago in June 2018.",
        "2019-05-02",
    )


def test_one_occasion_told_in_several_sentences_is_one() -> None:
    found = [item for item in propose_meetings(story(), shipped()) if isinstance(item, Proposal)]
    assert [str(item.values.state) for item in found][:2] == ["held", "planned"]  # type: ignore[union-attr]
    assert len(found[0].evidence) == 2


def test_spans_are_the_words() -> None:
    mentions = story()
    for item in propose_meetings(mentions, shipped()):
        assert isinstance(item, Proposal)
        values = item.values
        assert isinstance(values, MeetingValues)
        spans = dict(item.spans)
        assert all(mentions.words(span).strip() for found in spans.values() for span in found)
        if "place" in spans:
            assert mentions.words(spans["place"][0]) == values.place
        else:
            assert values.place is None or "place" in dict(item.inferred)
        assert ("date" in spans) or values.date is None or "date" in dict(item.inferred)


def test_dialogue_has_the_parties_of_its_meeting() -> None:
    mentions = read(
        "The second meeting of the foreign and defence ministers of Italy and Japan in the two plus two format "
        "will be held in Rome on 20 May."
    )
    found = [item for item in propose_meetings(mentions, shipped()) if isinstance(item, Proposal)]
    assert all_written(found) == ["talks planned ITA+JPN 2019-05-20 Rome #2"]
    dialogues = list(propose_dialogues(mentions, shipped(), found))
    values = dialogues[0].values  # type: ignore[union-attr]
    assert isinstance(values, DialogueValues)
    assert (values.key, values.parties, values.level) == ("2+2", ("ITA", "JPN"), "ministers")


@pytest.mark.parametrize("text", ["", "…", "met " * 3000, "\u202e\u0000met with İİ talks"])
def test_any_text_is_read(text: str) -> None:
    assert [item for item in meetings_in(text) if isinstance(item, Proposal)] == []


def test_a_run_of_words_without_full_stops_is_refused_aloud() -> None:
    found = meetings_in("French President Emmanuel Macron met Italian President Sergio Mattarella and " * 70)
    assert {item.why for item in found if isinstance(item, Refusal)} == {"too_long"}
    assert not [item for item in found if isinstance(item, Proposal)]
