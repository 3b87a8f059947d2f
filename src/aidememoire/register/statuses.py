"""What a reported status is of: the dialogue, commitments or agreement meant by its subject's words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aidememoire.model import CommitmentValues, MeetingValues, RecordKind, StatusValues, SubjectType
from aidememoire.register.building import Draft, words_of
from aidememoire.register.candidates import SourcedClaim, Unit
from aidememoire.register.commitments import CommitmentUnit, content_words
from aidememoire.register.dialogues import Dialogues
from aidememoire.register.formats import format_of
from aidememoire.register.promised import promise_named
from aidememoire.register.ranking import choose, choose_date
from aidememoire.register.world import World, fold

# Two tellings of one status are reported at most so far apart; later it may have come about anew.
SAME_STATUS_DAYS = 120
# Words that point back ("such arrangements", "the format") and say nothing by themselves; and those that may stand with
# them. "A commitment" points to nothing that was named before.
_BACK = frozenset(
    "such these this those that it its the all both them they previous earlier said same our their above mentioned "
    "other".split()
)
_POINTERS = _BACK | frozenset("a an some part parts number several most many few half of certain".split())
_PROMISES = frozenset(
    "arrangement arrangements agreement agreements understanding understandings commitment commitments pledge pledges "
    "promise promises deal deals accord accords obligation obligations plan plans decision decisions undertaking "
    "undertakings point points provision provisions".split()
)
_FORMATS = frozenset(
    "format formats dialogue dialogues mechanism talks consultations meetings meeting negotiations contacts channel "
    "process forum platform round consultation body".split()
)
# "That pledge" is the one told last, and not the others of its occasion; "the agreement" may be all that was agreed.
_ONE_PROMISE = re.compile(r"(?:this|that|the same) (?:commitment|pledge|promise|undertaking|obligation)", re.IGNORECASE)
_ADDED = re.compile(r",\s*(?:which|who|whose|that|\w+ed|held|set|begun)\b|\s+(?:which|whose)\b")
# Stems of the words that name nothing by themselves.
_NAMELESS = frozenset(word for pointer in _POINTERS | _PROMISES for word in content_words(pointer))
_PARTIAL = re.compile(r"\b(part|parts|some|number|several|most|many|few|half|certain)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatusUnit:
    """A claim about what became of something, with the records that its subject means."""

    unit: Unit
    values: StatusValues
    targets: tuple[str, ...]  # record ids of a dialogue or of commitments; empty where unknown
    target_kind: RecordKind | None
    is_partial: bool  # "a number of such arrangements": of some of the targets, which ones is not told
    why: str  # how the targets were found


def points_back(subject: str) -> bool:
    """Whether the words name nothing and point to what was named before: "a number of such arrangements"."""
    words = set(fold(subject).split())
    return bool(words & _BACK) and words <= _POINTERS | _PROMISES | _FORMATS


def target_of(
    told: SourcedClaim,
    dialogues: Dialogues,
    meetings: Sequence[SourcedClaim],
    commitments: Sequence[CommitmentUnit],
    by_words: Mapping[str, Sequence[CommitmentUnit]],
    commitment_records: Mapping[str, str],
    world: World,
) -> tuple[tuple[str, ...], RecordKind | None, str]:
    """The records that the status is of, their kind, and how they were found.

    ``meetings`` and ``commitments`` are those of the same report; ``by_words`` finds those of all.
    """
    values = told.claim.values
    assert isinstance(values, StatusValues)
    if values.subject_type is SubjectType.DIALOGUE:
        found, why = _dialogue_of(told, values, dialogues, meetings, world)
        return ((found,), RecordKind.DIALOGUE, why) if found else ((), None, why)
    if points_back(values.subject):
        units, why = _commitments_before(told, values, commitments)
    else:
        units, why = promise_named(told, values, by_words, commitment_records, _NAMELESS, world)
    records = tuple(sorted({commitment_records[unit.unit.id] for unit in units}))
    return (records, RecordKind.COMMITMENT, why) if records else ((), None, why)


def _dialogue_of(
    told: SourcedClaim,
    values: StatusValues,
    dialogues: Dialogues,
    meetings: Sequence[SourcedClaim],
    world: World,
) -> tuple[str | None, str]:
    here = {
        record
        for meeting in meetings
        if (record := dialogues.of_claim.get(meeting.claim.id)) and _may_be_of(values, dialogues, record)
    }
    name = format_of(values.subject, values.parties, world)
    if name is not None:
        named = {record for record in here if dialogues.formats[record].key == name.key}
        if len(named) == 1:
            return named.pop(), "named in the same report"
        if exact := dialogues.named(name):
            return exact, "of that name and those parties"
        contained = {record for record in here if _holds_name(name.key, dialogues.formats[record].key)}
        if len(contained) == 1:
            return contained.pop(), "named in other words in the same report"
        alike = {
            record
            for record in here
            if dialogues.formats[record].parties == name.parties
            and content_words(dialogues.formats[record].key)[-1:] == content_words(name.key)[-1:]
        }
        if len(alike) == 1:
            return alike.pop(), "of the same sort and parties in the same report"
    theirs = {record for record in here if _is_of_just(values, dialogues, record)}
    if (name is None or points_back(values.subject)) and len(theirs) == 1:
        return theirs.pop(), "the only dialogue of these parties in the same report"
    return None, "its words fit no dialogue, or several"


def _may_be_of(values: StatusValues, dialogues: Dialogues, record: str) -> bool:
    members = set(dialogues.formats[record].parties)
    return not members or set(values.parties) <= members


def _is_of_just(values: StatusValues, dialogues: Dialogues, record: str) -> bool:
    """Whether "the dialogue" of two parties may be this one: theirs, not the G8 of which both are members."""
    return len(values.parties) < 2 or set(dialogues.formats[record].parties) == set(values.parties)


def _holds_name(subject: str, key: str) -> bool:
    """Whether the words of the key all stand in the subject: "meeting 2+2" holds "2+2"."""
    return bool(key) and set(fold(key).split()) <= set(fold(subject).split())


def _commitments_before(
    told: SourcedClaim, values: StatusValues, commitments: Sequence[CommitmentUnit]
) -> tuple[list[CommitmentUnit], str]:
    """The commitments told last before the status, with all the others of their occasion."""
    at = told.claim.evidence[0].end
    before = [
        unit
        for unit in commitments
        if unit.unit.told.claim.evidence[0].start < at
        and (not values.parties or set(values.parties) & set(unit.values.made_by))
    ]
    if not before:
        return [], "it points back, and no commitment was told before it"
    nearest = max(before, key=lambda unit: (unit.unit.told.claim.evidence[0].start, unit.unit.id))
    if _ONE_PROMISE.fullmatch(values.subject.strip()):
        return [nearest], "it points back to the commitment told right before it in the same report"
    return (
        [unit for unit in before if unit.meeting == nearest.meeting],
        "it points back to the commitments told before it in the same report",
    )


def is_partial(subject: str) -> bool:
    """Whether the status is of some of them only: "part of these arrangements"."""
    return bool(_PARTIAL.search(subject))


def cluster_statuses(units: Iterable[StatusUnit]) -> list[tuple[StatusUnit, ...]]:
    """The statuses: told of the same things by the same word, without a long gap between the tellings."""
    groups: defaultdict[tuple[object, ...], list[StatusUnit]] = defaultdict(list)
    for unit in units:
        subject = unit.targets or (_bare_subject(unit.values.subject), unit.values.parties)
        groups[unit.values.status, subject, unit.is_partial].append(unit)
    clusters = []
    for group in groups.values():
        group.sort(key=_by_day)
        run: list[StatusUnit] = []
        for unit in group:
            if run and not _goes_on(run[-1], unit):
                clusters.append(tuple(run))
                run = []
            run.append(unit)
        clusters.append(tuple(run))
    return sorted(clusters, key=lambda cluster: min(unit.unit.id for unit in cluster))


def _bare_subject(subject: str) -> str:
    """What it is, without article and without what a clause adds: "The tea talks, suspended in 2012"."""
    return fold(_ADDED.split(subject)[0]).removeprefix("the ")


def _by_day(unit: StatusUnit) -> tuple[str, str]:
    return unit.unit.told.on.isoformat() if unit.unit.told.on else "", unit.unit.id


def _goes_on(last: StatusUnit, unit: StatusUnit) -> bool:
    """Whether both tell one status: no long gap parts them. One of which nobody knows when it was tells of no gap."""
    one, other = last.values.since, unit.values.since
    if one is not None and other is not None:
        return one.meets(other)
    here, there = _known_to_last(last), _known_to_last(unit)
    if not here or not there:
        return True
    return (max(here[0], there[0]) - min(here[-1], there[-1])).days <= SAME_STATUS_DAYS


def _known_to_last(unit: StatusUnit) -> list[date]:
    """The first and the last day on which it is told to be so: since when, and when that is told."""
    days = (unit.values.since.first if unit.values.since else None, unit.unit.told.on)
    return sorted(day for day in days if day is not None)


def status_draft(units: Sequence[StatusUnit]) -> Draft:
    """The status with its subject, since when and why, and who says so."""
    draft = Draft(RecordKind.STATUS, [unit.unit for unit in units])
    bare = draft.units
    first = min(units, key=lambda unit: unit.unit.order)
    for field in ("status", "subject", "subject_type", "cause"):
        words = words_of(bare, field)
        draft.decide(field, words, choose(words, agrees=lambda one, other: True))
    draft.say("parties", words_of(bare, "parties"))
    draft.show("parties", sorted({party for unit in units for party in unit.values.parties}))
    draft.decide("since", since := words_of(bare, "since"), choose_date(since))
    draft.say("causes", words_of(bare, "causes"))
    draft.show("causes", sorted({cause for unit in units for cause in unit.values.causes}))
    draft.show("is_partial", first.is_partial)
    draft.show("target_kind", str(first.target_kind) if first.target_kind else None)
    draft.show("target_why", first.why)
    days = sorted(unit.told.on for unit in bare if unit.told.on)
    draft.show("reported", days[0].isoformat() if days else None)
    draft.show("reported_to", days[-1].isoformat() if days else None)
    return draft


def commitments_by_words(units: Iterable[CommitmentUnit]) -> dict[str, list[CommitmentUnit]]:
    """Content word → commitments whose content has it."""
    index: defaultdict[str, list[CommitmentUnit]] = defaultdict(list)
    for unit in units:
        assert isinstance(unit.values, CommitmentValues)
        for word in set(content_words(unit.values.content)):
            index[word].append(unit)
    return index


def meetings_of_report(told: Iterable[SourcedClaim]) -> dict[str, list[SourcedClaim]]:
    """Report id → its claims that can name a dialogue."""
    index: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    for claim in told:
        if isinstance(claim.claim.values, MeetingValues) or claim.claim.kind == "dialogue":
            index[claim.claim.report].append(claim)
    return index
