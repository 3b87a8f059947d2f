"""On whose initiative an occasion was, and on the sidelines of what: text → party and name of the first one in it."""

from dataclasses import replace

import pytest
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.claims.build import build_reading
from aidememoire.model import MeetingValues, Proposal
from aidememoire.pipeline import read_text

SPOKE = "Foreign Ministers Heraldo Munoz of Chile and Ana Maria Sanchez of Peru spoke by phone on 4 May"
MET = "The foreign ministers of Chile and Peru met in Lima on 4 May"
LARRAIN = "Chilean Foreign Minister Felipe Larrain"
RONCAGLIOLO = "Peruvian Foreign Minister Rafael Roncagliolo"

INITIATIVES = [
    (MET + " at the initiative of the Peruvian side.", "PER"),
    (MET + " at Chile’s request.", "CHL"),
    (MET + ". The meeting was initiated by the Chilean side.", "CHL"),
    ("On Peru’s initiative, the foreign ministers of Chile and Peru met in Lima on 4 May.", "PER"),
    (f"{LARRAIN} telephoned {RONCAGLIOLO} on 4 May.", "CHL"),
    (f"{LARRAIN} received a phone call on 4 May from {RONCAGLIOLO}.", "PER"),
    # whose call it was is not told; a third party's wish, or what was talked of, is no initiative for it
    (SPOKE + ".", None),
    (MET + " at the request of Brazil.", None),
    (MET + " and praised the initiative of Peru on tuna.", None),
    (MET + ". The ministers agreed to a study initiated by Peru.", None),
    (MET + ". The meeting took place at the request of the Peruvian side.", "PER"),
    (
        f"On 4 May, at the initiative of the Peruvian side, {LARRAIN} had a telephone conversation with {RONCAGLIOLO}.",
        "PER",
    ),
    # of whom it is not said, or of both, or not so
    (SPOKE + " at the latter’s request.", None),
    (MET + " at the request of Chile and Peru.", None),
    (MET + ", but not at Peru’s request.", None),
    (MET + ". The meeting was not initiated by Peru.", None),
    (MET + " at the initiative of Peruvian fishermen.", None),
    (f"{LARRAIN} was phoned by {RONCAGLIOLO} on 4 May.", None),
    (f"{LARRAIN} telephoned {RONCAGLIOLO} on 4 May at Brazil’s request.", None),
    # a wish for something else
    (MET + " and discussed the request of Peru for aid.", None),
    (MET + " and agreed on Peru’s request for aid.", None),
    (MET + " at the request of Peru for aid.", None),
    (MET + " and conferred on Peru’s initiative.", None),
    (MET + " to talk about aid requested by Peru.", None),
    (MET + " to discuss arms, which were sent at the request of Peru.", None),
    (MET + " for talks on gas deliveries at the request of Peru.", None),
    (MET + ". The meeting discussed weapons sent at Peru’s request.", None),
    ("The talks between Chile and Peru were postponed on 4 May at Peru’s request.", None),
]
SIDELINES = [
    (MET + " on the sidelines of the Harvest Forum.", "Harvest Forum"),
    (
        f"On the margins of the ocean conference in Oslo on June 18, 2020, {LARRAIN} met {RONCAGLIOLO}.",
        "ocean conference",
    ),
    (MET + " on the fringes of a summit of farmers on Monday.", "summit of farmers"),
    (MET + " on the sidelines of the Harvest Forum last week.", "Harvest Forum"),
    (MET + " to discuss tuna on the margins of next week’s ocean conference.", "ocean conference"),
    (MET + " on the sidelines of a conference on Syria in Brussels.", "conference on Syria"),
    (
        f"A meeting of {LARRAIN} and {RONCAGLIOLO} took place on 4 May on the sidelines of the Ocean Forum.",
        "Ocean Forum",
    ),
    (MET + " after the Harvest Forum.", None),
    # where somebody else was, or spoke; and what nobody comes to, or nobody names
    (MET + ", and Norway stayed on the sidelines of the talks.", None),
    (f"{LARRAIN} told reporters on the sidelines of a food fair that he met {RONCAGLIOLO} in Lima on 4 May.", None),
    (f"{LARRAIN}, who is in Oslo on the sidelines of a food fair, met {RONCAGLIOLO} on 4 May.", None),
    (MET + ", not on the sidelines of the Harvest Forum.", None),
    (MET + " on the margins of society.", None),
    (MET + " on the sidelines of their leaders’ talks.", None),
    ("Norway stayed on the sidelines of the dispute. " + MET + ".", None),
]


def _first(text: str) -> MeetingValues:
    values = next(item.values for item in meetings_in(text + FILLER) if isinstance(item, Proposal))
    assert isinstance(values, MeetingValues)
    return values


@pytest.mark.parametrize(("text", "expected"), INITIATIVES)
def test_on_whose_initiative(text: str, expected: str | None) -> None:
    assert _first(text).initiative == expected


@pytest.mark.parametrize(("text", "expected"), SIDELINES)
def test_on_the_sidelines_of_what(text: str, expected: str | None) -> None:
    assert _first(text).sidelines == expected


def test_the_words_of_both_stand_in_the_text_and_are_no_part_of_the_id() -> None:
    text = MET + " at Chile’s request on the sidelines of the Harvest Forum." + FILLER
    report, mentions, reading = read_text(text)
    claim = next(one for one in reading.claims if isinstance(one.values, MeetingValues))
    spans = dict(claim.spans)
    assert [report.words(span) for span in spans["initiative"]] == ["at Chile’s request"]
    assert [report.words(span) for span in spans["sidelines"]] == ["Harvest Forum"]

    proposal = next(one for one in meetings_in(text) if isinstance(one, Proposal))
    assert isinstance(proposal.values, MeetingValues)
    bare = replace(
        proposal,
        values=replace(proposal.values, initiative=None, sidelines=None),
        spans=tuple(pair for pair in proposal.spans if pair[0] not in {"initiative", "sidelines"}),
    )
    told, silent = (build_reading(mentions, [one]).claims[0] for one in (proposal, bare))
    assert told.id == silent.id
    assert told.values != silent.values
