"""How sure a meeting is: marks of how it is told, each with a weight that was measured (``data/meeting_weights.toml``).

A mark is a short phrase: what the words are, how many parties they name, where in the report they stand, what had to be
inferred. The weights add up to log odds that a careful reader would mark the same meeting with its day and state.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from aidememoire.claims.occasions.filling.news import lead
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.claims.occasions.parties.turns import turn_at
from aidememoire.knowledge import Knowledge
from aidememoire.model import Granularity, MeetingValues, Mentions, Proposal, Span

# Of 25 meetings on the marked reports that are less likely, one was right with day and state; of 11 up to .3, four.
CUT_OFF = 0.28
FREE = "any"  # the mark that every meeting has
ACCOUNT = "in an account"  # of a side: a government's own release
MANY_SIGHTINGS, MANY_PARTIES, MANY_NAMED, MANY_TOLD, MANY_BESIDE = 4, 5, 4, 8, 3  # more are as many
PLACES = ((1, "first"), (2, "second"), (4, "third or fourth"), (10, "soon"), (25, "later"))  # sentence before which
STEP, MOST_STEPS = 80, 6  # code points of the sentence
FLAGS = (
    "is_definite previous is_next is_vague is_named is_here is_setting is_aim is_again is_apart is_earlier is_now "
    "is_one_of_several is_international is_stage"
).split()


@cache
def weights() -> dict[str, float]:
    """Mark → weight, as shipped."""
    path = files("aidememoire.claims").joinpath("data", "meeting_weights.toml")
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["weights"])


def confidence_of(marks: Iterable[str], by_mark: dict[str, float] | None = None) -> float:
    """The share of meetings with these marks that a reader would mark with the same day and state; 0–1."""
    table = weights() if by_mark is None else by_mark
    return 1 / (1 + math.exp(-sum(table.get(mark, 0.0) for mark in marks)))


def marks_of(
    occasion: Occasion, proposal: Proposal, told: int, beside: int, mentions: Mentions, knowledge: Knowledge
) -> tuple[str, ...]:
    """What speaks for and against it, in a fixed order; in a side's account each once more, as a mark of accounts.

    ``told``: all meetings of the report, with this one; ``beside``: others with the same sentence as best evidence.
    """
    values = proposal.values
    assert isinstance(values, MeetingValues)
    found = [
        *_of_wording(occasion),
        *_of_place_in_report(occasion, mentions),
        *_of_parties(occasion, values, knowledge),
        *_of_fields(proposal, values),
        f"told {min(told, MANY_TOLD)}",
        f"beside {min(beside, MANY_BESIDE)}",
    ]
    found = list(dict.fromkeys(found))
    if mentions.report.side is not None:
        found = [*found, ACCOUNT, *(f"{mark} {ACCOUNT}" for mark in found)]
    return (FREE, *found)


def _of_wording(occasion: Occasion) -> Iterator[str]:
    best = occasion.ranked()[0]
    yield f"trigger {best.trigger.name}"
    yield f"shape {best.trigger.shape}"
    yield f"tense {best.tense}"
    yield f"shape {best.trigger.shape} tense {best.tense}"
    yield from (flag for flag in FLAGS if getattr(best, flag))
    if best.time or best.place:
        yield "day or place told"
    if best.meant is not None:
        yield f"meant {min(best.meant, 3)}"
    if best.host is not None:
        yield "host"


def _of_place_in_report(occasion: Occasion, mentions: Mentions) -> Iterator[str]:
    best, sightings = occasion.ranked()[0], occasion.sightings
    yield f"sightings {min(len(sightings), MANY_SIGHTINGS)}"
    yield f"sentences {min(len({one.sentence.index for one in sightings}), MANY_SIGHTINGS)}"
    if any(one.is_title for one in sightings):
        yield "title"
    if all(one.is_title for one in sightings):
        yield "title alone"
    head = lead(mentions)
    if any(one.sentence.span in head for one in sightings):
        yield "at the head"
    number = sightings[0].sentence.index
    yield f"place {next((name for before, name in PLACES if number < before), 'far')}"
    yield f"length {min(MOST_STEPS, _length(best.sentence.span) // STEP)}"
    if not best.is_title and turn_at(mentions, best.span.start) is not None:
        yield "in a turn"
    if any(one.span.start <= best.span.start < one.span.end for one in mentions.quotations):
        yield "quoted"


def _of_parties(occasion: Occasion, values: MeetingValues, knowledge: Knowledge) -> Iterator[str]:
    parties = min(len(values.parties), MANY_PARTIES)
    named = min(sum(span is not None for span in occasion.parties.values()), MANY_NAMED)
    yield f"parties {parties}"
    yield f"named {named}"
    yield f"parties {parties} named {named}"
    yield f"actors {min(len(occasion.actors), MANY_NAMED)}"
    yield f"participants {min(len(values.participants), MANY_NAMED)}"
    yield f"sides {min(len({person.party for person in values.participants}), 3)}"
    if any(is_organisation(knowledge, code) for code in values.parties):
        yield "organisation"


def _of_fields(proposal: Proposal, values: MeetingValues) -> Iterator[str]:
    yield f"kind {values.kind}"
    yield f"state {values.state}"
    yield f"kind {values.kind} state {values.state}"
    yield f"mode {values.mode}"
    yield f"level {values.level}"
    if values.date is None:
        yield "no day"
    else:
        yield "a day" if values.date.granularity is Granularity.DAY else "a span of days"
    yield "a place" if values.place is not None else "no place"
    yield "a format" if values.format is not None else "no format"
    if values.ordinal is not None:
        yield "ordinal"
    if values.topics:
        yield "topics"
    if values.part_of is not None:
        yield "part of a visit"
    yield from (f"inferred {field}" for field, _ in proposal.inferred)


def _length(span: Span) -> int:
    return span.end - span.start
