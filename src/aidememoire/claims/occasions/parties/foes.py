"""Foes: the movement that "the rebel council", "opposition leaders" or "the rebel stronghold" stand for in a report.

A state's rebels are a party of their own, and whoever meets them doesn't meet the state. Which movement it is, the
table of movements says for the day and for the state of which the report tells.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from aidememoire.knowledge.movements import most_named, movements
from aidememoire.model import Mentions, PartyMention, Span

FOES_OF = re.compile(r"[’']s (?:\w+ ){0,1}?(?:opposition|rebels?)\b", re.IGNORECASE)
"""Behind a state's name: accepts "Libya(’s opposition)", "Syria(’s armed rebels)", "Mali(’s rebel chief)";
refuses "Libya(’s government)"."""

COUNCIL_OF_FOES = re.compile(
    r"(?:[’']s)? (?:(?:interim|transitional|national|rebel|opposition) ){1,3}(?:council|coalition)\b", re.IGNORECASE
)
"""Behind the name of a state at war with itself: accepts "Libyan( National Council)"; refuses "Libyan( council)"."""

OF_FOES = re.compile(r"\b(?:rebel|opposition)\b", re.IGNORECASE)
"""In an office: accepts "Yemeni rebel leaders", "opposition leader"; refuses "Yemeni leaders"."""

_PEOPLE = (
    r"(?:leaders?|leadership|council|command(?:ers?)?|chiefs?|officials?|representatives?|delegat(?:es?|ions?)|"
    r"negotiators?|envoys?|emissar(?:y|ies)|figures|members|groups|government|administration|authorities|movement)"
)
FOES = re.compile(
    rf"\b(?:(?:rebel|opposition) (?:(?:transitional|national|interim|military|political|\w+-based) ){{0,2}}{_PEOPLE}|"
    rf"{_PEOPLE} (?:of|from|for) the (?:\w+ )?(?:rebels|opposition))\b",
    re.IGNORECASE,
)
"""People of the rebels. Accepts "the rebel council", "figures of the opposition"; refuses "the town council", "rebel
areas"."""

PREFIXED = re.compile(r"\b(?:(?i:anti|pro|post|ex|counter|non)|un|D)-\Z|\b(?:Defeat|Counter)[ -]\Z")
"""Right before a name that is but part of another word, or of the name of its foes: accepts "anti-(Assad)", "the
D-(ISIS)", "Coalition to Defeat (ISIS)"; refuses "with (Assad)", "the UN-(EU)"."""
PREFIX_REACH = 8  # code points of the longest

OWN_MOVEMENT = 24
"""Code points behind a state's name in which its movement is named: "’s rebel Transitional National Council" has 9."""

BEFORE_NAME = 8
"""Code points behind "the opposition" in which a movement's own name begins: "the opposition (Ruritanian Front)"."""

_HELD = r"(?:rebel|opposition|rebels[’']|insurgent)"


def foes_of(state: str, on: date | None) -> str | None:
    """The movement that "X's opposition" or "X's rebels" stands for; None where the table has none for the day."""
    known = [movement for movement in movements() if movement.state == state]
    named = [one.code for one in known if "opposition" in one.code.lower()]
    called = [one.code for one in known if on is not None and one.is_called("rebels", on)]
    return next(iter([*named, *called]), None)


def foes_meant(mentions: Mentions, state: str | None) -> str | None:
    """The movement that "the opposition" or "the rebels" is, of the state if one is named; None if no war is told of.

    Without a state: of the state that the report names most among those that have rebels on its day.
    """
    if mentions.on is None:
        return None
    if state is not None:
        called = [one for one in movements() if one.state == state and one.is_called("rebels", mentions.on)]
        return called[0].code if called else None
    counts = Counter(party.code for party in mentions.parties)
    movement = most_named("rebels", mentions.on, counts)
    return movement.code if movement is not None else None


def is_before_own_movement(mentions: Mentions, state: PartyMention) -> bool:
    """Whether a state's name only says whose a movement is that is named right behind it ("Nepal’s Maoist Council")."""
    text, end = mentions.report.text, state.span.end
    if not re.match(r"[’']s\b", text[end : end + 2]):
        return False
    own = {movement.code for movement in movements() if movement.state == state.code}
    return any(
        party.code in own and 0 < party.span.start - end <= OWN_MOVEMENT
        for party in mentions.parties
        if own and re.fullmatch(r"[’']s (?:[\w-]+ )*", text[end : party.span.start])
    )


def people_of_foes(mentions: Mentions, span: Span) -> Iterator[tuple[Span, str]]:
    """The people of the rebels in a stretch of the report, with the movement whose they are."""
    found = list(FOES.finditer(mentions.report.text, span.start, span.end))
    code = foes_meant(mentions, None) if found else None
    for match in found if code is not None else ():
        begin, end = match.start(), match.end() + BEFORE_NAME
        is_named = any(begin <= party.span.start <= end and party.code in _named() for party in mentions.parties)
        if code is not None and not is_named:
            yield Span(span.report, match.start(), match.end()), code


def without_umbrella(parties: dict[str, Span | None]) -> dict[str, Span | None]:
    """The parties without "the rebels" of a state where one of its movements is named beside them."""
    own = {one.code: one for one in movements() if one.code in parties}
    named = {one.state for one in own.values() if one.word is None}
    return {
        code: span
        for code, span in parties.items()
        if code not in own or own[code].word is None or own[code].state not in named
    }


@cache
def _named() -> frozenset[str]:
    """The movements with a name of their own, which are not just called rebels."""
    return frozenset(movement.code for movement in movements() if movement.word is None)


def holder_of(mentions: Mentions, place: Span, state: str) -> str | None:
    """The movement that holds a place, where the report calls it the stronghold or seat of rebels; else None."""
    code = foes_meant(mentions, state)
    if code is None:
        return None
    return code if _is_held(mentions.report.text, mentions.words(place)) else None


@lru_cache(maxsize=64)
def _is_held(text: str, place: str) -> bool:
    """Whether a report calls a place the rebels'; kept, for many journeys lead to one place."""
    name = re.escape(place)
    told = re.compile(
        rf"{_HELD}[ -](?:held|controlled|run|ruled) (?:(?:[\w-]+ ){{1,3}}?of )?{name}\b|"
        rf"{_HELD} (?:de facto )?(?:stronghold|bastion|capital|base|headquarters|seat)(?: city)?,? (?:of |in |at )?"
        rf"(?:the (?:[\w-]+ )?(?:city|town) of )?{name}\b|"
        rf"\b(?:their|its) (?:[\w-]+ )?(?:stronghold|bastion|base|capital) (?:of |in )?{name}\b|"
        rf"\b{name}(?:,| is| was)? (?:the|a|now a) (?:[\w-]+ ){{0,2}}?{_HELD} |\b{name}-based (?:[\w-]+ )?{_HELD}\b|"
        rf"\brebels(?: based)? in (?:the (?:[\w-]+ )?(?:city|town) of )?{name}\b",
        re.IGNORECASE,
    )
    return told.search(text) is not None
