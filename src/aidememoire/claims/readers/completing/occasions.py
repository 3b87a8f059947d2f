"""Tagged sentences that tell of an occasion → proposals of meetings that no rule found.

Where a word of the sentence is one that the rules know, they say who took part, when and where; else those named in it
take part who stand neither for a place nor for what was talked of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.occasions.filling.dating import Spans, date_of
from aidememoire.claims.occasions.filling.formats import format_of, ordinal_of
from aidememoire.claims.occasions.filling.whereabouts import place_of
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import JOINING, PEOPLE_NOUNS, Presence, Sides, participation
from aidememoire.claims.occasions.sightings import is_too_long, sighting_at
from aidememoire.claims.occasions.standing.withholding import why_withheld as why_not_asserted
from aidememoire.claims.occasions.words.casting import SUBJECT_LINKS
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.occasions.words.triggers import Trigger, find_triggers
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.readers.decoding import TaggedSentence, Tags
from aidememoire.claims.tenses import Tense, tense_of_verb
from aidememoire.knowledge import Knowledge, shipped
from aidememoire.knowledge.movements import are_at_home
from aidememoire.model import (
    TOOK_PLACE,
    ActorKind,
    BlockRole,
    ClaimKind,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Mentions,
    NameForm,
    Participation,
    Proposal,
    Reader,
    Refusal,
    Sentence,
    Span,
    TimeMention,
    When,
)

RULE = "tagger.occasion"
REFUSED = frozenset({"denied", "conditional", "hypothetical", "question", "generic"})
MOST_PARTIES = 6  # a sentence that names more is a list, not those who met
LEAST_SURE = 0.6  # of sentences less likely to tell of an occasion, few tell of a meeting of those named
LEAST_BESIDE = 0.9  # the same of a sentence that a rule's meeting of others is told in, too
DENIED = "denied"
SAME = 0.5  # share of parties from which on two meetings without rival days are one

TOPICAL = frozenset("in on over about against to for toward towards into near at from of than under since".split())
"""What an office-holder hangs on who is but talked of, or gone to: "pressure on the minister", "came to the king"."""

REACH = 5  # tokens behind a state's name, for the noun that it owns
OWNS = (["'s"], ["’s"])
ADJECTIVES = frozenset({NameForm.ADJECTIVE, NameForm.DEMONYM})


@dataclass(frozen=True, slots=True)
class _Attendance:
    """Who took part by a sentence's words, and the word by which the rules see an occasion in it, if one does."""

    parties: dict[str, Span]
    people: tuple[Participation, ...]
    spans: tuple[Span, ...]  # of the people
    sighting: Sighting | None = None


def propose_occasions(mentions: Mentions, tags: Tags, known: tuple[Proposal, ...]) -> Iterator[Proposal | Refusal]:
    """A meeting for each sentence very likely to tell of one, of parties that no known meeting joins."""
    knowledge = shipped()
    for tagged in tags.sentences:
        sentence = mentions.sentences[tagged.number] if tagged.number < len(mentions.sentences) else None
        if sentence is None or tagged.occasion < LEAST_SURE or is_too_long(sentence):
            continue
        beside = [one for one in known if any(sentence.span.overlaps(span) for span in one.evidence)]
        if beside and tagged.occasion < LEAST_BESIDE:
            continue
        if mentions.report.blocks[sentence.block].role not in {BlockRole.BODY, BlockRole.TITLE}:
            continue
        found = _of_sentence(mentions, knowledge, sentence, tagged)
        if isinstance(found, Refusal):
            if not beside:
                yield found
        elif found is not None and not _is_told(found, beside) and not any(_is_same(found, one) for one in known):
            known = (*known, found)
            yield found


def _is_told(found: Proposal, beside: list[Proposal]) -> bool:
    """Whether a meeting of the same sentence has all its own parties, or two of them, in common with another."""
    parties = set(_parties(found))
    return any(set(_parties(one)) <= parties or len(parties & set(_parties(one))) > 1 for one in beside)


def _parties(meeting: Proposal) -> tuple[str, ...]:
    assert isinstance(meeting.values, MeetingValues)
    return meeting.values.parties


def _of_sentence(
    mentions: Mentions, knowledge: Knowledge, sentence: Sentence, tagged: TaggedSentence
) -> Proposal | Refusal | None:
    """The meeting that a tagged sentence tells of; None where it names no two parties that met."""
    sides, words = Sides(mentions, knowledge, sentence), find_triggers(mentions, knowledge, sentence)
    seen = _sightings(sides, words)
    told = [one for one, why in seen if why is None and len(one.codes) > 1]
    whole = max(told, key=lambda one: (len(one.codes), one.state == tagged.state), default=None)
    who = _seen(mentions, whole) if whole is not None else _named(sides)
    side = mentions.report.side
    is_inferred = len(who.parties) == 1 and side is not None and side not in who.parties and bool(who.people)
    if not 2 <= len(who.parties) + is_inferred <= MOST_PARTIES or are_at_home(who.parties, is_part=True):
        return None
    root = next((t for t in mentions.tokens_of(sentence) if t.head == t.index and t.pos in {"VERB", "AUX"}), None)
    at_root = why_withheld(mentions, sentence, mentions.report.span(root.start, root.end)) if root is not None else None
    is_denied = whole is None and (
        any(why == DENIED for _, why in seen)
        or any(why_withheld(mentions, sentence, span) == DENIED for _, span in words)
    )
    if is_denied or at_root in REFUSED:
        return Refusal(ClaimKind.MEETING, sentence.span, DENIED if is_denied else str(at_root), RULE)
    future = root is not None and tense_of_verb(mentions, sentence, root) is Tense.FUTURE
    proposal = _proposal(mentions, sentence, tagged, who, future)
    return _with_side(proposal, side or "") if is_inferred else proposal


def _sightings(sides: Sides, words: Sequence[tuple[Trigger, Span]]) -> list[tuple[Sighting, str | None]]:
    """What the rules see in a sentence, each with the reason why it isn't asserted, or None."""
    spans = [span for _, span in words]
    found = (sighting_at(sides, trigger, span, spans) for trigger, span in words)
    return [(one, why_not_asserted(sides.mentions, one)) for one in found if one is not None]


def _seen(mentions: Mentions, sighting: Sighting) -> _Attendance:
    """Those who took part by the rules."""
    parties = {code: span or sighting.span for code, span in sighting.parties}
    parties |= {code: sighting.format or sighting.span for code in sighting.format_parties if code not in parties}
    actors = [mentions.actors[index] for index in sighting.actors]
    actors = [one for one in actors if one.kind is ActorKind.PERSON and one.party]
    people = tuple(participation(one) for one in actors)
    return _Attendance(parties, people, tuple(one.first for one in actors), sighting)


def _named(sides: Sides) -> _Attendance:
    """The parties and the people of known party that a sentence names as somebody who acts, or with whom."""
    parties: dict[str, Span] = {}
    people: dict[str, Participation] = {}
    spans: list[Span] = []
    for presence in sides.presences:
        if not presence.parties or not _may_take_part(sides, presence):
            continue
        for code in presence.parties:
            parties.setdefault(code, presence.span)
        for actor in (sides.mentions.actors[index] for index in presence.actors):
            if actor.kind is ActorKind.PERSON and actor.party and actor.name not in people:
                people[actor.name] = participation(actor)
                spans.append(presence.span)
    return _Attendance(parties, tuple(people.values()), tuple(spans))


def _may_take_part(sides: Sides, presence: Presence) -> bool:
    """Whether somebody acts, and is neither a place nor talked of; named people are taken to, wherever they stand."""
    if presence.kind == "person":
        return True
    if presence.kind != "party":
        return presence.link not in TOPICAL
    behind = [token.lower for token in sides.tokens[presence.last : min(sides.sentence.last, presence.last + REACH)]]
    if behind[:1] in OWNS and not PEOPLE_NOUNS & set(behind):
        return False  # "Chile's front lines"
    if presence.form in ADJECTIVES:
        return presence.link not in TOPICAL and sides.is_party_of_people(presence)
    return presence.link in JOINING | SUBJECT_LINKS


def _with_side(proposal: Proposal, side: str) -> Proposal:
    """The proposal with the outlet's own party, whose account it is, as the one that the words leave out."""
    assert isinstance(proposal.values, MeetingValues)
    values = replace(proposal.values, parties=tuple(sorted({*proposal.values.parties, side})))
    why = f"the account is {side}'s own, and names one other party"
    return replace(proposal, values=values, inferred=(*proposal.inferred, ("parties", why)))


def _is_same(one: Proposal, other: Proposal) -> bool:
    """Whether two meetings are one: mostly the same parties, no rival days, both past or both to come."""
    mine, theirs = one.values, other.values
    assert isinstance(mine, MeetingValues)
    assert isinstance(theirs, MeetingValues)
    shared, both = set(mine.parties) & set(theirs.parties), set(mine.parties) | set(theirs.parties)
    if len(shared) < SAME * len(both) or (mine.state in TOOK_PLACE) != (theirs.state in TOOK_PLACE):
        return False
    return mine.date is None or theirs.date is None or mine.date.meets(theirs.date)


def _is_of_its_state(when: When, state: MeetingState, mentions: Mentions) -> bool:
    """Whether a day may be that of what is held or planned: nothing held lies ahead, nothing planned is over."""
    on = mentions.on
    if on is None:
        return True
    return when.first <= on if state in TOOK_PLACE else when.last >= on or state is not MeetingState.PLANNED


def _proposal(
    mentions: Mentions,
    sentence: Sentence,
    tagged: TaggedSentence,
    who: _Attendance,
    is_future: bool,
) -> Proposal:
    named: list[TimeMention] = within(mentions.times, sentence.span.start, sentence.span.end)
    places = [one for one in within(mentions.places, sentence.span.start, sentence.span.end) if one.kind == "city"]
    state = MeetingState(tagged.state)
    if is_future and state in TOOK_PLACE:
        state = MeetingState.PLANNED  # planned is not held, whatever the tagger says
    times = [one for one in named if one.when is not None and _is_of_its_state(one.when, state, mentions)]
    time, place = times[0] if times else None, places[0].span if places else None
    spans: Spans = {"parties": tuple(sorted(set(who.parties.values())))}
    inferred = dict.fromkeys(("kind", "state"), "by the wording of the sentence, as the tagger learnt it")
    values = MeetingValues(
        kind=MeetingKind(tagged.kind),
        state=state,
        parties=tuple(sorted(who.parties)),
        date=time.when if time else None,
        place=mentions.words(place) if place else None,
        participants=who.people,
    )
    if who.people:
        spans["participants"] = who.spans
    if time is not None:
        spans["date"] = (time.span,)
    if place is not None:
        spans["place"] = (place,)
    if who.sighting is not None:
        values = _with_particulars(values, Occasion([who.sighting]), mentions, spans, inferred)
    return Proposal(
        key=f"tagged-meeting:{sentence.index}",
        kind=ClaimKind.MEETING,
        values=values,
        evidence=(sentence.span,),
        spans=tuple(sorted(spans.items())),
        inferred=tuple(sorted(inferred.items())),
        confidence=tagged.occasion,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )


def _with_particulars(
    values: MeetingValues, occasion: Occasion, mentions: Mentions, spans: Spans, inferred: dict[str, str]
) -> MeetingValues:
    """The meeting with the day, place, format and number that the rules give it; the day if its state allows."""
    knowledge = shipped()
    found: Spans = {}
    why: dict[str, str] = {}
    date = date_of(occasion, mentions, knowledge, found, why)
    if date is None or not _is_of_its_state(date, values.state, mentions):
        date = values.date
        found.pop("date", None)
        why.pop("date", None)
    elif "date" not in found:
        spans.pop("date", None)
    place = place_of(occasion, mentions, knowledge, found, why)
    if place is not None and "place" not in found:
        spans.pop("place", None)
    form = format_of(occasion, mentions, knowledge, found)
    ordinal = ordinal_of(occasion, mentions, found)
    spans |= {field: found[field] for field in ("date", "place", "format", "ordinal") if field in found}
    inferred |= {field: why[field] for field in ("date", "place") if field in why}
    return replace(values, date=date, place=place or values.place, format=form, ordinal=ordinal)
