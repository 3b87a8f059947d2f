"""Counterparts: the office of one who is called somebody's counterpart is that of the one whose counterpart he is."""

import re
from dataclasses import replace

from aidememoire.knowledge.person_names import fold
from aidememoire.language.people.hinted_parties import SPOKEN
from aidememoire.language.people.holders import office_name
from aidememoire.language.people.persons import called
from aidememoire.language.people.related import start_of
from aidememoire.model import Actor, Mentions, PersonMention

MAX_BEFORE = 6  # namings before a counterpart among which his opposite number is sought
MAX_POSSESSOR = 60  # letters before a counterpart's name in which it is told whose he is
# CASE "Poe's Chilean counterpart, Juan Roe": the word by which his opposite number is called.
POSSESSOR = re.compile(r"([^\W\d_][\w-]+)['’]s (?:[A-Z][\w-]+ ){0,2}(?:counterpart|colleague),? (?:[A-Z][a-z]+\.? )?\Z")
# Words before one who comes along: ", accompanied by Defence Minister Poe, met her counterpart".
ALONG = re.compile(r"\b(?:(?:accompanied|joined|flanked) by|alongside|together with|, with) (?:his |her |the )?\Z")
MAX_ALONG = 30  # letters before him in which these stand


def with_counterparts(
    actors: list[Actor], persons: list[PersonMention], ranks: dict[int, int], mentions: Mentions
) -> list[Actor]:
    """The actors, those called a counterpart in the office of the one whose counterpart they are: the words give it.

    ``ranks``: by the start of each naming of a counterpart, which one of several he is, counted from 0.
    """
    worded = {person.actor for person in persons if person.office is not None}
    for at, person in enumerate(persons):
        actor, rank = actors[person.actor], ranks.get(person.span.start)
        if rank is None or person.actor in worded:
            continue
        before = _holders_before(persons[max(0, at - MAX_BEFORE) : at], actors, actor.party)
        if not before:
            continue
        if rank or _is_plural(person, mentions):
            count = rank + 1
            while at + count - rank < len(persons) and ranks.get(persons[at + count - rank].span.start) == count:
                count += 1
            before = before[-count:]  # "their counterparts X and Y" are those of the last two
            model = before[min(rank, len(before) - 1)]
        else:
            model = _possessor(person, before, mentions) or _subject(persons[:at], before, mentions)
        if model.party is None and (other := _other_of_two(person, actor.party, mentions)) is not None:
            why = ("party", f"{actor.name}, of {actor.party}, is called the counterpart, and no third party is named")
            actors[model.index] = replace(model, party=other, inferred=(*model.inferred, why))
        office = model.office or ""
        if model.role is None and " of " in office:
            continue  # "secretary of Peru's security council" is no office of Chile's
        if model.role and office not in ("president", "prime minister"):
            office = office_name(model.role, actor.party or "", office)
        inferred = tuple(pair for pair in actor.inferred if pair[0] != "office")
        actors[person.actor] = replace(actor, office=office, role=model.role, inferred=inferred)
    return actors


def _possessor(person: PersonMention, before: list[Actor], mentions: Mentions) -> Actor | None:
    """CASE "Poe's Chilean counterpart, Juan Roe": the one of those before who is called by the word."""
    start = person.span.start
    match = POSSESSOR.search(mentions.report.text, max(0, start - MAX_POSSESSOR), start)
    if match is None:
        return None
    return next((one for one in reversed(before) if fold(match[1]) in called(one.name)), None)


def _subject(persons: list[PersonMention], before: list[Actor], mentions: Mentions) -> Actor:
    """The last of those before, but for one who comes along: "Poe, accompanied by Minister Roe, met her peer"."""
    text = mentions.report.text
    if len(before) > 1:
        last = next(p for p in reversed(persons) if p.actor == before[-1].index)
        start = start_of(last)
        is_along = ALONG.search(text, max(0, start - MAX_ALONG), start) is not None
        if is_along and not text.startswith((", who", " who", ", whose"), last.span.end):
            return before[-2]
    return before[-1]


def _other_of_two(person: PersonMention, party: str | None, mentions: Mentions) -> str | None:
    """The one party besides a counterpart's that the report names up to him; None where there are more, or none."""
    others = {one.code for one in mentions.parties if one.span.start < person.span.start} - {party}
    return others.pop() if party is not None and len(others) == 1 else None


def _holders_before(persons: list[PersonMention], actors: list[Actor], party: str | None) -> list[Actor]:
    """Those of other parties, in order, whose offices a counterpart can share: of one party, as the last that has one.

    Who has none yet is one of them: "Peru's Foreign Minister Poe and Defence Minister Roe met their counterparts".
    """
    found = [actors[p.actor] for p in persons if actors[p.actor].office and actors[p.actor].party != party]
    found = [a for a in found if not (a.office or "").endswith(SPOKEN)] or found
    theirs = next((a.party for a in reversed(found) if a.party is not None), None)
    return [actor for actor in dict.fromkeys(found) if actor.party in (theirs, None)]


def _is_plural(person: PersonMention, mentions: Mentions) -> bool:
    return (
        mentions.report.text[max(0, person.span.start - 20) : person.span.start]
        .rstrip(" ,")
        .endswith(("counterparts", "colleagues"))
    )
