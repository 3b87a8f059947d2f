"""Passages written for fitting: their form, and that all of them are in it."""

import re

import pytest
from training.written import FOLDER, MEETINGS, BadPassageError, read_fields, read_passages, read_written

PASSAGE = """\
## Ferry talks halted | 2009-06-18 | news | agency
STRELSAU - <u>The ferry talks</u> have stopped <c>over the price of berths</c>. //S suspended //M1 talks held RUR ELB

Ruritania will <p pledged>send a <u>new</u> envoy</p>. //S delayed
Both want peace. //M1
## Nothing | 2010-01-01 | official | readout
They agreed on nothing.
"""


def test_a_passage_becomes_a_report_with_marks() -> None:
    (report, mark), (_, nothing) = read_passages(PASSAGE, "sea")
    first = "STRELSAU - The ferry talks have stopped over the price of berths."
    assert report["id"] == mark["id"] == "written-sea-001"
    assert report["text"] == f"{first}\n\nRuritania will send a new envoy. Both want peace."
    assert (report["title"], report["published"]) == ("Ferry talks halted", "2009-06-18")
    assert [(one["content"], one["strength"]) for one in mark["commitments"]] == [("send a new envoy", "pledged")]
    assert [(one["subject"], one["status"], one["cause"]) for one in mark["statuses"]] == [
        ("The ferry talks", "suspended", "over the price of berths"),
        ("new", "delayed", None),
    ]
    (meeting,) = mark["meetings"]
    assert (meeting["kind"], meeting["state"], meeting["parties"]) == ("talks", "held", ["RUR", "ELB"])
    assert (meeting["evidence"], meeting["evidence_more"]) == (first, ["Both want peace."])
    assert nothing["commitments"] == nothing["statuses"] == nothing["meetings"] == []


@pytest.mark.parametrize(
    "line",
    [
        "They will <p pledged>send grain.",
        "They will <p pledged>send</u> grain.",
        "They will send</p> grain.",
        "The talks stopped. //S suspended",
        "They met. //M1",
    ],
)
def test_what_is_not_in_the_form_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(BadPassageError, match="sea, line 2"):
        list(read_passages(f"## Title | 2009-06-18 | news | agency\n{line}\n", "sea"))


def test_text_before_a_title_is_refused() -> None:
    with pytest.raises(BadPassageError, match="begins with its title"):
        list(read_passages("They met.\n", "sea"))


def test_every_passage_can_be_read_and_its_words_stand_in_its_text() -> None:
    passages = list(read_written())
    assert len(passages) > 2000
    assert len({report["id"] for report, _ in passages}) == len(passages)
    for report, mark in passages:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", report["published"])
        assert not re.search(r"[<>]|//", report["text"]), report["id"]
        for name in ("meetings", "commitments", "statuses"):
            for one in mark[name]:
                for words in ("evidence", "content", "subject", "cause"):
                    assert (one.get(words) or "") in report["text"], report["id"]


def test_fields_are_of_meetings_that_are_marked() -> None:
    marked = {mark["id"]: {one["mid"].upper(): one for one in mark["meetings"]} for _, mark in read_written()}
    fields = read_fields(FOLDER / MEETINGS)
    assert len(fields) >= 100
    for passage, meetings in fields.items():
        assert meetings.keys() == marked[passage].keys(), passage
        for name, values in meetings.items():
            assert values.items() <= marked[passage][name].items()
            assert set(values) == {"date", "place", "format", "ordinal", "participants"}
