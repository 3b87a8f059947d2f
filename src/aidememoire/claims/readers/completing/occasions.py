"""Tagged sentences that tell of an occasion → proposals of meetings that no rule found."""

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.occasions.occasion import PAST
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.readers.decoding import TaggedSentence, Tags
from aidememoire.claims.tenses import Tense, tense_of_verb
from aidememoire.model import (
    ActorKind,
    BlockRole,
    ClaimKind,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Mentions,
    Participation,
    PersonMention,
    Proposal,
    Reader,
    Reference,
    Refusal,
    Sentence,
    Span,
    TimeMention,
    When,
)

RULE = "tagger.occasion"
REFUSED = frozenset({"denied", "conditional", "hypothetical", "question", "generic"})
MOST_PARTIES = 6  # a sentence that names more is a list, not those who met
SAME = 0.5  # share of parties from which on two meetings without rival days are one


def propose_occasions(
    mentions: Mentions, tags: Tags, known: tuple[Proposal, ...], least: float
) -> Iterator[Proposal | Refusal]:
    """A meeting for each sentence likely to tell of one (by ``least``) of parties that no known meeting joins."""
    told = [span for meeting in known for span in meeting.evidence]
    for tagged in tags.sentences:
        sentence = mentions.sentences[tagged.number] if tagged.number < len(mentions.sentences) else None
        if tagged.occasion < least or sentence is None or any(sentence.span.overlaps(span) for span in told):
            continue
        if mentions.report.blocks[sentence.block].role not in {BlockRole.BODY, BlockRole.TITLE}:
            continue
        parties, people, actors = _who(mentions, sentence)
        side = mentions.report.side
        is_inferred = len(parties) == 1 and side is not None and side not in parties
        if not 2 <= len(parties) + is_inferred <= MOST_PARTIES:
            continue
        root = next((t for t in mentions.tokens_of(sentence) if t.head == t.index and t.pos in {"VERB", "AUX"}), None)
        if root is not None:
            why = why_withheld(mentions, sentence, mentions.report.span(root.start, root.end))
            if why in REFUSED:
                yield Refusal(ClaimKind.MEETING, sentence.span, why, RULE)
                continue
        future = root is not None and tense_of_verb(mentions, sentence, root) is Tense.FUTURE
        proposal = _proposal(mentions, sentence, tagged, parties, people, actors, future)
        if is_inferred:
            proposal = _with_side(proposal, side or "")
        if not any(_is_same(proposal, one) for one in known):
            known = (*known, proposal)
            yield proposal


def _who(mentions: Mentions, sentence: Sentence) -> tuple[dict[str, Span], tuple[Participation, ...], tuple[Span, ...]]:
    """The parties and the people of known party that the sentence names."""
    start, end = sentence.span.start, sentence.span.end
    if mentions.dateline is not None:
        start = max(start, min(end, mentions.dateline.extent.end))
    parties: dict[str, Span] = {}
    people: dict[str, Participation] = {}
    spans: list[Span] = []
    persons: list[PersonMention] = within(mentions.persons, start, end)
    for person in persons:
        actor = mentions.actors[person.actor]
        if actor.party:
            parties.setdefault(actor.party, person.span)
            if actor.kind is ActorKind.PERSON and actor.name not in people:
                people[actor.name] = Participation(actor.name, actor.office, actor.party)
                spans.append(person.span)
    references: list[Reference] = within(mentions.references, start, end)
    for reference in references:
        for index in reference.actors:
            actor = mentions.actors[index]
            if actor.party and actor.kind is ActorKind.PERSON:
                parties.setdefault(actor.party, reference.span)
                if actor.name not in people:
                    people[actor.name] = Participation(actor.name, actor.office, actor.party)
                    spans.append(reference.span)
    for party in within(mentions.parties, start, end):
        parties.setdefault(party.code, party.span)
    return parties, tuple(people.values()), tuple(spans)


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
    if len(shared) < SAME * len(both) or (mine.state in PAST) != (theirs.state in PAST):
        return False
    return mine.date is None or theirs.date is None or mine.date.meets(theirs.date)


def _is_of_its_state(when: When, state: MeetingState, mentions: Mentions) -> bool:
    """Whether a day may be that of what is held or planned: nothing held lies ahead, nothing planned is over."""
    on = mentions.on
    if on is None:
        return True
    return when.first <= on if state in PAST else when.last >= on or state is not MeetingState.PLANNED


def _proposal(
    mentions: Mentions,
    sentence: Sentence,
    tagged: TaggedSentence,
    parties: dict[str, Span],
    people: tuple[Participation, ...],
    actors: tuple[Span, ...],
    is_future: bool,
) -> Proposal:
    named: list[TimeMention] = within(mentions.times, sentence.span.start, sentence.span.end)
    places = [one for one in within(mentions.places, sentence.span.start, sentence.span.end) if one.kind == "city"]
    state = MeetingState(tagged.state)
    if is_future and state in {MeetingState.HELD, MeetingState.ONGOING}:
        state = MeetingState.PLANNED  # planned is not held, whatever the tagger says
    times = [one for one in named if one.when is not None and _is_of_its_state(one.when, state, mentions)]
    spans: list[tuple[str, tuple[Span, ...]]] = [("parties", tuple(sorted(set(parties.values()))))]
    inferred = [(field, "by the wording of the sentence, as the tagger learnt it") for field in ("kind", "state")]
    if people:
        spans.append(("participants", actors))
    if times:
        spans.append(("date", (times[0].span,)))
    if places:
        spans.append(("place", (places[0].span,)))
    return Proposal(
        key=f"tagged-meeting:{sentence.index}",
        kind=ClaimKind.MEETING,
        values=MeetingValues(
            kind=MeetingKind(tagged.kind),
            state=state,
            parties=tuple(sorted(parties)),
            date=times[0].when if times else None,
            place=mentions.words(places[0].span) if places else None,
            participants=people,
        ),
        evidence=(sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=tuple(inferred),
        confidence=tagged.occasion,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )
