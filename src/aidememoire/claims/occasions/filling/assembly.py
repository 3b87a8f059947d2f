"""Assembly: who came to a meeting of many, by the other sentences of the report.

"World powers met in Oslo on Friday" names nobody. Those come to it who elsewhere are said to have attended, to have
spoken there, to hold it, or whose talks or conference in the same place is told of again ("the Oslo talks", "told the
conference"). Where nobody is said to, the meeting has no party, and is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.claims.occasions.filling.attendance import is_spokesperson
from aidememoire.claims.occasions.filling.members import SAT_THERE, is_told_otherwise
from aidememoire.claims.occasions.joining.occasion import ROUNDS
from aidememoire.claims.occasions.parties.participation import Presence, Sides, is_organisation
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.model import BY_NAME, TOOK_PLACE, ActorKind, Mentions, Sentence

SENTENCES_AFTER = 8
"""How far behind a meeting of many those who came to it are told of."""

MOST_OWN = 1
"""Up to how many parties a meeting names of which it is asked who else came."""

COUNTERPARTS = 70
OF_ONE = re.compile(r"\b(?:his|her|its|their) (?:[\w-]+ ){0,2}?counterparts\b", re.IGNORECASE)
"""Near a meeting that is one side's own with others: "met her counterparts" is no meeting to which all came."""

WHY = "those told of elsewhere as having come to it"


WILL_COME = re.compile(
    r"\b(?:will|would|are to|is to|were to|due to|expected to|set to)\s(?:also\s)?(?:attend|take part|participate|join|"
    r"be (?:there|present|represented))\b|\b(?:to be|being) (?:attended|hosted|chaired) by\b",
    re.IGNORECASE,
)
"""By which one is said to come to what is ahead. Accepts "will also attend"; refuses "attended"."""

CAME = re.compile(
    r"\b(?:were|was|are|is) (?:also )?(?:attending|represented|hosting)\b|\b(?:attended|hosted|chaired) by\b|"
    r"\b(?:took|takes?|taking) part in (?:the|this)\b|\battended (?:the|this)\b",
    re.IGNORECASE,
)
"""By which one is said to have come. Accepts "attended by", "is hosting"; refuses "attended school"."""

AMONG = re.compile(
    r"\b(?:is|are|was|were) among (?:[\w-]+ ){0,5}?(?:attending|present|taking part|expected|invited|there)\b",
    re.IGNORECASE,
)
"""Accepts "are among the thirty envoys attending"; refuses "are among the poorest"."""

REFUSED = re.compile(r"\b(?:not|n[’']t|skip|boycott\w*|declined|refused|absent|without|instead of)\b", re.IGNORECASE)
"""Near it: who doesn't come. Accepts "would not attend"; refuses "would attend"."""


def with_those_who_came(
    found: Sequence[tuple[Sighting, str | None]], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[Sighting, str | None]]:
    """The sightings, a meeting of many with the parties that other sentences give it."""
    asserted = [sighting for sighting, why in found if why is None]
    for sighting, why in found:
        if why is None and _is_of_many(sighting, mentions, knowledge):
            sighting = _completed(sighting, asserted, mentions, knowledge)
        yield sighting, why


def _is_of_many(sighting: Sighting, mentions: Mentions, knowledge: Knowledge) -> bool:
    is_tied = sighting.place is not None or sighting.time is not None
    has_body = any(is_organisation(knowledge, code) for code in sighting.codes)
    begin = max(sighting.sentence.span.start, sighting.span.start - COUNTERPARTS)
    if OF_ONE.search(mentions.report.text, begin, begin + COUNTERPARTS * 2):
        return False
    is_open = len(sighting.codes) <= MOST_OWN and not has_body and not sighting.is_title
    return sighting.is_international and is_tied and is_open and sighting.kind in ROUNDS


def _completed(sighting: Sighting, asserted: Sequence[Sighting], mentions: Mentions, knowledge: Knowledge) -> Sighting:
    own = dict(sighting.parties)
    people = list(sighting.actors)
    for code, actors in _told(sighting, asserted, mentions, knowledge):
        own.setdefault(code, None)
        people += [actor for actor in actors if actor not in people]
    if len(own) == len(sighting.parties):
        return sighting
    return replace(
        sighting,
        parties=tuple(own.items()),
        actors=tuple(people),
        inferred=(*sighting.inferred, ("parties", WHY)),
    )


def _told(
    sighting: Sighting, asserted: Sequence[Sighting], mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, tuple[int, ...]]]:
    for other in asserted:
        if other is not sighting and _is_the_same(sighting, other):
            for code, span in other.parties:
                if span is not None:
                    yield code, tuple(one for one in other.actors if mentions.actors[one].party == code)
    first = sighting.sentence.index
    for sentence in mentions.sentences[first : first + SENTENCES_AFTER + 1]:
        yield from _attending(sighting, sentence, mentions, knowledge)


def _is_the_same(sighting: Sighting, other: Sighting) -> bool:
    """Whether another mention is of the same meeting: in the same place, and of no two sides of its own."""
    if other.kind not in ROUNDS or other.is_title or other.previous != sighting.previous or not other.codes:
        return False
    if sighting.place is None or other.place is None or other.country != sighting.country:
        return False
    when, then = (one.time.when if one.time else None for one in (sighting, other))
    if when is not None and then is not None and not when.meets(then):
        return False
    return (other.is_definite or other.is_international) and not _is_between_two(other)


def _is_between_two(other: Sighting) -> bool:
    return len(other.actors) >= 2 and not other.is_international


def _attending(
    sighting: Sighting, sentence: Sentence, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Those whom a sentence says to attend, to have spoken there, or to be in the place for it."""
    words = mentions.words(sentence.span)
    match = _attendance(sighting, words, mentions)
    if match is None or REFUSED.search(words[max(0, match.start() - 40) : match.end() + 20]):
        return
    is_passive = match[0].lower().endswith(" by")
    at = sentence.span.start + match.start()
    for presence in Sides(mentions, knowledge, sentence).presences:
        is_before = presence.span.end <= at
        if is_before is is_passive or not _is_named(presence) or not _hangs_free(presence, is_passive):
            continue
        people = tuple(one for one in presence.actors if mentions.actors[one].kind is ActorKind.PERSON)
        if any(is_spokesperson(mentions.actors[one]) for one in people):
            continue
        for code in presence.parties:
            if (
                knowledge.parties.is_state(code)
                or is_organisation(knowledge, code)
                or knowledge.parties.is_movement(code)
            ):
                yield code, people


def _attendance(sighting: Sighting, words: str, mentions: Mentions) -> re.Match[str] | None:
    """The words by which a sentence says that somebody comes, in the tense of the meeting."""
    if sighting.state not in TOOK_PLACE:
        return WILL_COME.search(words) or AMONG.search(words)
    found = CAME.search(words) or AMONG.search(words)
    if found is None and (sat := SAT_THERE.search(words)) is not None and not is_told_otherwise(words, sat):
        found = sat
    if found is None and sighting.place is not None:
        place = re.escape(mentions.words(sighting.place))
        found = re.search(rf"\b(?:speaking|spoke|said|was|were|is|are) (?:\w+ )?in {place}\b", words)
    return found


def _is_named(presence: Presence) -> bool:
    return presence.kind != "party" or presence.form in BY_NAME


def _hangs_free(presence: Presence, is_passive: bool) -> bool:
    """Whether a name is the subject, or one "by" whom it was attended, and stands on no other word."""
    links = {"by", "and", ","} if is_passive else {"", ",", "and", "of", "that", "which", "said", "with", "by"}
    return presence.link in links
