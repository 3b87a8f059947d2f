"""Drafts about few words: halves of one quotation, statements of one telling word, seasons, who merely came."""

from functools import cache

import pytest

from aidememoire.documents.reports import make_report
from aidememoire.documents.sources import Source
from aidememoire.model import ReaderChoice
from aidememoire.pipeline import find_days, knowledge_in_use, read_into
from aidememoire.register import Register, World
from aidememoire.register.words import WordIndex
from aidememoire.views.checking import Check, check_draft
from tests.views.checking.material import draft_of

REPORTS = {
    "north": (
        "2018-09-20",
        "MOSCOW, September 20. Russian Foreign Minister Sergey Lavrov said on Thursday that Moscow was ready to hold "
        'talks on the northern route. "We do not close the door to anyone, but we will not be lectured," Lavrov '
        "stressed. He did not rule out a toll on foreign ships in winter. "
        '"If the rules are respected, the route will be open all year," he said.',
    ),
    "budget": (
        "2018-05-15",
        "The foreign ministers of Norway and Sweden met in Stockholm on Monday, 14 May. Swedish Foreign Minister "
        "Margot Wallstrom denied that the budget would be put off. Finnish Foreign Minister Timo Soini, who was not "
        "invited, said that Finland would build its own line.",
    ),
    "call": (
        "2021-06-10",
        "US Secretary of State Antony Blinken spoke on 9 June with Canadian Foreign Minister Marc Garneau. The "
        "Secretary thanked Foreign Minister Garneau for the help at sea. The United States and Canada agreed to "
        "convene the northern dialogue in the autumn.",
    ),
}


@cache
def kept() -> tuple[Register, WordIndex]:
    """The reports in a register, and the index of its words."""
    register = Register.open(":memory:", world=World.of(knowledge_in_use()))
    sources = [Source(name, name, published=day, outlet="Northern Wire") for name, (day, _) in REPORTS.items()]
    reports = [make_report(REPORTS[source.given_id][1], source, knowledge_in_use()) for source in sources]
    assert all(outcome.claims for outcome in read_into(register, reports, ReaderChoice.RULES))
    register.rebuild()
    return register, WordIndex.of(register)


def checked(text: str) -> Check:
    return check_draft(draft_of(text), *kept(), knowledge_in_use(), find_days)


@pytest.mark.parametrize(
    ("draft", "status", "field"),
    [
        ("Margot Wallstrom confirmed that the budget would be put off.", "denied", None),
        ("Sergey Lavrov said: “The route will be open all year.”", "truncated", "conditions"),
        (
            "The United States and Canada agreed to convene the northern dialogue in the spring.",
            "altered",
            "opposite",
        ),
        ("Sergey Lavrov ruled out a toll on foreign ships in winter.", "truncated", "negations"),
        ("Sergey Lavrov said that the budget would be put off.", "another_speaker", "speaker"),
    ],
)
def test_a_planted_fault_is_found(draft: str, status: str, field: str | None) -> None:
    faults = [fault for finding in checked(draft).findings for fault in finding.faults]
    assert (status, field) in [(str(fault.status), fault.field) for fault in faults]


@pytest.mark.parametrize(
    "draft",
    [
        "“If the rules are respected,” Lavrov told a news conference, “the route will be open all year.”",
        "Margot Wallstrom denied that the budget would be put off.",
        "Sergey Lavrov did not rule out a toll on foreign ships in winter.",
        "The United States and Canada agreed to convene the northern dialogue in the autumn.",
        "Antony Blinken spoke by telephone with Canada's Marc Garneau. He thanked Garneau for the help at sea.",
    ],
)
def test_a_right_one_is_supported(draft: str) -> None:
    found = checked(draft)
    assert found.findings
    assert [finding for finding in found.findings if not finding.is_supported] == []


def test_what_follows_a_but_is_shown() -> None:
    (finding,) = checked("Lavrov said: “We do not close the door to anyone.”").findings
    assert finding.is_supported
    assert any("but we will not be lectured" in note for note in finding.notes)


def test_a_post_alone_does_not_settle_who_came() -> None:
    text = "Finland's foreign minister, Timo Soini, attended the meeting in Stockholm on 14 May 2018."
    assert [(item.start, item.end) for item in checked(text).unchecked] == [(0, len(text))]
    text = "Timo Soini was Finland's foreign minister on 14 May 2018."
    assert checked(text).unchecked == ()
