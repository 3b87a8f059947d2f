"""Those at the meeting that a sentence leans on, and the parties named together."""

from collections.abc import Sequence
from dataclasses import replace

from aidememoire.claims.clauses import PAIR, Clauses, sentence_at
from aidememoire.claims.promises.grounds import Ground, Makers, is_state, names_parties, parties_within
from aidememoire.model import TOOK_PLACE, MeetingValues, Mentions, PartyMention, Proposal, Sentence

# "The sides agreed …" may lean on a meeting told of in the three sentences before; further back it is the report's own.
NEARBY_SENTENCES = 3
PAIR_REACH = 4  # sentences, this one and those before it, in which a pair may be named
TWO_REACH = 7  # … for "the two sides", told after others were named
OPENING_SENTENCES = 4  # one more in a release, whose title and date count as sentences


def those_at_the_meeting(clauses: Clauses, meetings: tuple[Proposal, ...]) -> Makers | None:
    """The parties of the meeting that the sentence leans on, else those named together nearest."""
    are_two = _are_two_sides(clauses)
    meeting = meeting_of(clauses.mentions, clauses.sentence, meetings)
    if meeting is not None and are_two and len(_sitters(meeting)) != PAIR:
        pair = meeting_of(clauses.mentions, clauses.sentence, tuple(m for m in meetings if len(_sitters(m)) == PAIR))
        two = pair_before(clauses, are_two=True) if pair is None else None
        if two is not None:
            return two
        meeting = pair or meeting
    if meeting is not None and isinstance(meeting.values, MeetingValues) and meeting.values.parties:
        words = clauses.mentions.words(meeting.evidence[0]) if meeting.evidence else "the meeting"
        return Makers(
            tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words[:80]}”.", Ground.MEETING
        )
    return pair_before(clauses)


def pair_before(clauses: Clauses, *, are_two: bool = False) -> Makers | None:
    """The two or three parties named in this sentence, or the nearest before it, that names two.

    ``are_two``: only two will do, who may be named further back.
    """
    mentions = clauses.mentions
    reach = TWO_REACH if are_two else PAIR_REACH
    for index in range(clauses.sentence.index, max(-1, clauses.sentence.index - reach), -1):
        sentence = mentions.sentences[index]
        named = parties_within(mentions, sentence.span.start, sentence.span.end)
        codes = {party.code for party in named} - _where_they_are(mentions, named)
        if are_two and len(codes) > PAIR and len(states := {code for code in codes if is_state(code)}) == PAIR:
            codes = states  # two states in the name of whose body a third stands
        if len(codes) > PAIR:
            codes = _doers(Clauses(mentions, sentence)) or codes
        if len(codes) == PAIR + 1 and _speaks_of_two(clauses):
            codes = _who_deals_with_whom(Clauses(mentions, sentence)) or codes
        if PAIR <= len(codes) <= PAIR + (not are_two):
            why = "The parties named together in the nearest sentence: “" + mentions.words(sentence.span)[:80] + "”."
            return Makers(tuple(sorted(codes)), (), why, Ground.PAIR)
    return None


SIDES = frozenset({"side", "country", "party", "state", "government", "neighbour", "neighbor", "nation", "capital"})


PERSONS = frozenset({"leader", "president", "minister", "premier", "official", "chief", "delegation", "neighbor"})


def _speaks_of_two(clauses: Clauses) -> bool:
    """ "the two countries", "both sides"."""
    return any(token.lower in {"two", "both"} and clauses[token.index + 1].lemma in SIDES for token in clauses.tokens)


def _are_two_sides(clauses: Clauses) -> bool:
    """ "The two countries agreed …", told where six were named too; not "they spoke of the two countries"."""
    return any(
        token.dep in {"nsubj", "nsubjpass"}
        and token.lemma in SIDES | PERSONS
        and any(clauses.lower(child) in {"two", "both"} for child in clauses.children.get(token.index, ()))
        for token in clauses.tokens
    )


def _sitters(meeting: Proposal) -> tuple[str, ...]:
    return tuple(meeting.values.parties) if isinstance(meeting.values, MeetingValues) else ()


def _who_deals_with_whom(clauses: Clauses) -> set[str]:
    """The one whom a verb's subject names and the one behind the "with" that follows: not where a third one is.

    "Chad suspended talks with Niger over a visit to Mali".
    """
    for token in clauses.tokens:
        subject = clauses.child(token.index, "nsubj") if token.pos == "VERB" else None
        if subject is None:
            continue
        first, last = clauses.subtree(subject)
        one = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
        link = next((i for i in range(token.index, clauses.sentence.last) if clauses.lower(i) == "with"), None)
        if len(one) != 1 or link is None:
            continue
        first, last = clauses.subtree(link)
        others = parties_within(clauses.mentions, clauses[link].start, clauses[min(last, link + WITH_REACH) - 1].end)
        if others and others[0].code != one[0].code:
            return {one[0].code, others[0].code}
    return set()


WITH_REACH = 8  # tokens from "with" to the name


def _where_they_are(mentions: Mentions, named: Sequence[PartyMention]) -> set[str]:
    """The bodies before which two states are told to deal: "Chad and Niger talk at the WTO"."""
    states = {party.code for party in named if is_state(party.code)}
    if len(states) != PAIR:
        return set()
    text = mentions.report.text
    before = [(party.code, text[max(0, party.span.start - 8) : party.span.start].lower().split()) for party in named]
    return {code for code, words in before if code not in states and words[-2:] in (["at", "the"], ["before", "the"])}


def without_place(clauses: Clauses, signed: int, makers: Makers | None) -> Makers | None:
    """The pair without whoever is named only as where it "was signed": "led the talks on the pact signed in Malta".

    With one left nobody is named: who signed is not told.
    """
    if makers is None or makers.ground is not Ground.PAIR:
        return makers
    sentence = clauses.sentence.span
    named = parties_within(clauses.mentions, sentence.start, sentence.end)
    places = {
        party.code
        for child in clauses.children.get(signed, ())
        if clauses.lower(child) in {"in", "at"} and child > signed
        for party in named
        if party.span.start == clauses[child + 1].start
    }
    elsewhere = [party.code for party in named]
    left = tuple(code for code in makers.codes if code not in places or elsewhere.count(code) > 1)
    if left == makers.codes:
        return makers
    return replace(makers, codes=left) if len(left) >= PAIR else Makers((), (), None, Ground.UNNAMED)


def _doers(clauses: Clauses) -> set[str]:
    """The two or more whom a sentence's subject names: not Libya in "France and Italy spoke of Libya".

    None where they deal "with" somebody, who is one of them.
    """
    verb = next((token.index for token in clauses.tokens if token.dep == "ROOT"), None)
    subject = clauses.child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or subject > verb:
        return set()
    extent = clauses.span(clauses.subtree(subject))
    found = {
        party.code for party in parties_within(clauses.mentions, extent.start, min(extent.end, clauses[verb].start))
    }
    ahead = (index for index in range(verb, clauses.sentence.last) if clauses.lower(index) == "with")
    deals = any(names_parties(clauses, index) for index in ahead)
    return found if len(found) >= PAIR and not deals else set()


def meeting_of(
    mentions: Mentions, sentence: Sentence, meetings: tuple[Proposal, ...], codes: tuple[str, ...] = ()
) -> Proposal | None:
    """The meeting at which something said in this sentence was agreed: in it, just before it, or the report's main one.

    Only meetings that took place; with ``codes``, only those at which at least one of them sat.
    """
    begin, end = mentions.sentences[max(0, sentence.index - NEARBY_SENTENCES)].span.start, sentence.span.end
    near = [one for one in meetings for span in one.evidence if begin <= span.start < end]
    nearest: tuple[int, Proposal] | None = None
    for meeting in near:
        if not _is_held(meeting, codes):
            continue
        for span in meeting.evidence:
            at = sentence_at(mentions, span.start)
            if at is not None and 0 <= sentence.index - at.index <= NEARBY_SENTENCES:
                distance = sentence.index - at.index
                if nearest is None or distance < nearest[0]:
                    nearest = (distance, meeting)
    if nearest is not None:
        return nearest[1]
    first = next((one for one in meetings if _is_held(one, codes)), None)
    return first if first is not None and _is_about(mentions, first) else None


def _is_held(meeting: Proposal, codes: tuple[str, ...]) -> bool:
    return _took_place(meeting) and (not codes or _sat(meeting, codes))


def _took_place(meeting: Proposal) -> bool:
    return isinstance(meeting.values, MeetingValues) and meeting.values.state in TOOK_PLACE


def _sat(meeting: Proposal, codes: tuple[str, ...]) -> bool:
    return isinstance(meeting.values, MeetingValues) and bool(set(codes) & set(meeting.values.parties))


def _is_about(mentions: Mentions, meeting: Proposal) -> bool:
    """Whether the report opens with the meeting; an account by one side wherever it tells of it best.

    News that goes on to other things tells of it best where it opens with it.
    """
    is_account = mentions.report.side is not None
    told = (sentence_at(mentions, span.start) for span in (meeting.evidence if is_account else meeting.evidence[:1]))
    return any(at is not None and at.index < OPENING_SENTENCES + is_account for at in told)
