"""Attendance: who took part in an occasion by the words of other sentences than those that tell of it.

Two ways. A sentence after it says so: "Foreign Minister X and Defence Minister Y represented Z", "A and B co-chaired
the meeting". Or it is a meeting of office-holders, and the report names the one holder of that office for that party:
"the foreign ministers of Y and Z met", "Z's foreign minister, X, said".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import Presence, Sides, mentions_within
from aidememoire.claims.occasions.words.numbering import ORDINALS
from aidememoire.knowledge import Knowledge
from aidememoire.model import TOOK_PLACE, Actor, ActorKind, MeetingKind, Mentions, OfficeMention, Sentence, Span

SENTENCES_AFTER = 6
"""How many sentences after an occasion may still say who took part in it; what stands further off is of another."""

LONG = timedelta(days=30)
"""Before the report: what was over by then isn't what those who are listed took part in, if another is told of."""

_MEETING = (
    r"(?:the|this|these) (?:[\w-]+ ){0,3}?(?:meetings?|talks|consultations|sessions?|negotiations|dialogue|round)"
)
TAKING_PART = re.compile(
    rf"\b(?:attend(?:ed|s|ing)?(?=\s*(?:$|[.,;]|from\b|for\b|on behalf\b|as well\b|{_MEETING}\b))|"
    rf"represent(?:ed|s|ing)?\b|(?:took|takes?|taking) part\b|participat(?:ed|es?|ing)\b|"
    rf"(?:were|was) (?:also )?present\b|co-?chair(?:ed|s|ing)?\b|chair(?:ed|s)? {_MEETING}\b|"
    rf"join(?:ed|s)? {_MEETING}\b|"
    rf"(?:led|leads?|headed|heads?|leading|heading) (?:the|their|his|her|its)\s(?:[\w.-]+\s){{0,3}}?"
    rf"(?:delegations?|side|team)\b|"
    rf"(?:delegations?|sides?|teams?|{_MEETING})\b[^.;]{{0,60}}?\b(?:led|headed|(?:co-?)?chaired) by\b|"
    rf"{_MEETING}\b[^.;]{{0,60}}?\battended by\b|"
    rf"delegations?\b[^.;]{{0,40}}?\b(?:comprised|consisted of|included)\b)",
    re.IGNORECASE,
)
"""By which one takes part. Accepts "X attended from Chile", "X co-chaired the talks"; refuses "X attended school"."""

NOT_THERE = re.compile(
    r"(?:\b(?:not|never|without|unable to|nor|neither|instead of|rather than)|n[’']t)\s"
    r"(?:be |been |being |have |also )?$"
    r"|\b(?:declin|refus|fail)\w+ to (?:be )?$|\b(?:has|have|had) yet to $|\bnobody (?:who )?$|\bno one $",
    re.IGNORECASE,
)
"""Right before words of taking part: accepts "did not ", "was unable to "; refuses "not only ministers "."""

BOTH = 2
NUMBERED = re.compile(
    rf"\b(?:chaired|attended|led|headed|presided over|took part in|opened) the "
    rf"(?P<number>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) (?:round|session|meeting)\b",
    re.IGNORECASE,
)
"""Which of a series it was: accepts "co-chaired the third round"; refuses "opened the third crossing"."""

OTHER_LINKS = frozenset("about against of on over between to for".split())
"""What hangs on these words in such a sentence isn't its subject: "took part in a discussion of X's letter"."""

LED_BY = re.compile(
    r"\b(?:(?:led|headed|represented|attended|(?:co-?)?chaired) by|comprised|consisted of|included)\b", re.IGNORECASE
)

INVITED_BY = re.compile(r"\bat (?:the )?(?:kind )?invitation (?:of|from) (?:[\w’'.,-]+ ){0,8}$", re.IGNORECASE)
"""Before the host of a visit: accepts "at the invitation of President "; refuses "accepted an invitation to visit "."""
AT_WHOSE = re.compile(r"[’']s? invitation\b")
"""Behind him: accepts "’s invitation"; refuses "’s offer"."""
AT_BEFORE = re.compile(r"\bat (?:[\w’'.-]+ ){0,5}$")

FOREIGN, DEFENCE = "foreign minister", "defence minister"


def is_spokesperson(actor: Actor) -> bool:
    """Whether somebody only speaks for others, and is named because the report quotes him."""
    return "spokes" in (actor.office or "") or "press secretary" in (actor.office or "")


def add_attendance(
    occasions: list[Occasion], mentions: Mentions, knowledge: Knowledge, is_news: Callable[[Occasion], bool]
) -> None:
    """Enter in each occasion those whom other sentences name as taking part in it."""
    told = _by_sentence(occasions)
    for sentence in mentions.sentences:
        words = mentions.words(sentence.span)
        taking = TAKING_PART.search(words)
        if taking is None or NOT_THERE.search(words[: taking.start()]) is not None:
            continue
        occasion = _told_before(told, sentence, mentions)
        if occasion is not None:
            came = tuple(_attending(mentions, knowledge, sentence, occasion))
            _enter(occasion, iter(came))
            if len({mentions.actors[index].party for index in came}) >= BOTH:
                _number(occasion, sentence, mentions)
    for occasion in occasions:
        if occasion.kind is MeetingKind.VISIT:
            _enter(occasion, _inviting(mentions, knowledge, occasion))
        if occasion.state in TOOK_PLACE and is_news(occasion):
            _enter(occasion, _holders(mentions, knowledge, occasion))


def _enter(occasion: Occasion, actors: Iterator[int]) -> None:
    for actor in actors:
        if actor not in occasion.actors:
            occasion.joined.append(actor)


def _number(occasion: Occasion, sentence: Sentence, mentions: Mentions) -> None:
    """Enter the number of the session that those of both sides are said to have chaired or attended."""
    match = NUMBERED.search(mentions.words(sentence.span))
    if match is None or occasion.kind is not MeetingKind.TALKS:
        return
    if any(one.ordinal is not None for one in occasion.sightings):
        return
    first, *rest = occasion.sightings
    begin = sentence.span.start + match.start("number")
    span = Span(sentence.span.report, begin, begin + len(match["number"]))
    number = ORDINALS.get(match["number"].lower()) or int(re.sub(r"\D", "", match["number"]))
    occasion.retell([replace(first, ordinal=number, ordinal_span=span), *rest])


def _by_sentence(occasions: Iterable[Occasion]) -> dict[int, Occasion]:
    """Sentence of the body → the first occasion of which it tells; calls are none that others attend."""
    found: dict[int, Occasion] = {}
    for occasion in occasions:
        for one in occasion.sightings if occasion.kind is not MeetingKind.CALL else ():
            if not one.is_title:
                found.setdefault(one.sentence.index, occasion)
    return found


def _told_before(occasions: dict[int, Occasion], sentence: Sentence, mentions: Mentions) -> Occasion | None:
    """The occasion that the sentence tells of, or else the one last told of before it.

    One that was long over by then, of which it was told in passing, only where there is no other.
    """
    indices = range(sentence.index, sentence.index - SENTENCES_AFTER - 1, -1)
    found = [occasions[index] for index in indices if index in occasions]
    if sentence.index in occasions:
        return found[0]
    return next((one for one in found if not _is_long_over(one, mentions)), found[0] if found else None)


def _is_long_over(occasion: Occasion, mentions: Mentions) -> bool:
    on, when = mentions.on, occasion.when
    return on is not None and when is not None and when.last < on - LONG


def _attending(mentions: Mentions, knowledge: Knowledge, sentence: Sentence, occasion: Occasion) -> Iterator[int]:
    words = mentions.words(sentence.span)
    is_passive = LED_BY.search(words) is not None
    for presence in Sides(mentions, knowledge, sentence).presences:
        if presence.kind not in {"person", "reference"} or not _is_in_subject(presence, is_passive):
            continue
        for index in presence.actors:
            actor = mentions.actors[index]
            is_of_a_side = actor.kind is ActorKind.PERSON and actor.office and actor.party in occasion.codes
            if is_of_a_side and not is_spokesperson(actor):
                yield index


def _inviting(mentions: Mentions, knowledge: Knowledge, occasion: Occasion) -> Iterator[int]:
    """Those of the host's side at whose invitation a visit is made."""
    text = mentions.report.text
    for sighting in occasion.sightings:
        sentence = sighting.sentence
        if "invitation" not in mentions.words(sentence.span):
            continue
        for presence in Sides(mentions, knowledge, sentence).presences:
            before, after = text[sentence.span.start : presence.span.start], text[presence.span.end :][:14]
            is_host = INVITED_BY.search(before) or (AT_WHOSE.match(after) and AT_BEFORE.search(before))
            if presence.kind != "person" or not is_host:
                continue
            for index in presence.actors:
                if mentions.actors[index].kind is ActorKind.PERSON and mentions.actors[index].party in occasion.codes:
                    yield index


def _is_in_subject(presence: Presence, is_passive: bool) -> bool:
    if presence.link in {"by", "comprised", "included"}:
        return is_passive
    return presence.link not in OTHER_LINKS and presence.link not in {"his", "her", "their"}


def _holders(mentions: Mentions, knowledge: Knowledge, occasion: Occasion) -> Iterator[int]:
    """The one person whom the report names for each office and party of those who met."""
    for code, role in _offices(mentions, knowledge, occasion):
        holding = [
            actor
            for actor in mentions.actors
            if actor.kind is ActorKind.PERSON and actor.party == code and actor.office == role
        ]
        if len(holding) == 1 and not _has_one(mentions, occasion, code, role):
            yield holding[0].index


def _has_one(mentions: Mentions, occasion: Occasion, code: str, role: str) -> bool:
    return any(
        mentions.actors[index].party == code and mentions.actors[index].office == role for index in occasion.actors
    )


def _offices(mentions: Mentions, knowledge: Knowledge, occasion: Occasion) -> Iterator[tuple[str, str]]:
    """Party and office of those who met, where the occasion's own words name offices in the plural."""
    for sighting in occasion.sightings:
        if sighting.previous or sighting.is_next:
            continue
        for office in mentions_within(mentions.offices, sighting.sentence.span):
            if any(span is not None and span.contains(office.span) for _, span in sighting.parties):
                for role in _roles(office):
                    yield from ((code, role) for code in sorted(sighting.codes))


def _roles(office: OfficeMention) -> Iterator[str]:
    words = office.office
    if office.modifier is not None or not office.is_plural:
        return
    is_of_both = False
    if re.search(r"\bforeign\b.*\bministers?\b", words):
        is_of_both = True
        yield FOREIGN
    if re.search(r"\bdefen[cs]e\b", words) and "minister" in words:
        is_of_both = True
        yield DEFENCE
    if not is_of_both and words not in {"minister", "ministers"}:
        yield re.sub(r"\b(minister|president|chancellor|king|chief|governor|secretar)(?:ie)?s\b", _singular, words)


def _singular(match: re.Match[str]) -> str:
    return "secretary" if match[1] == "secretar" else match[1]
