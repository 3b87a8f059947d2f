"""Titles and ranks before a name, offices where no other stands by it: "Sen. Ana Poe", "Syrian General Ali Poe"."""

import re
from itertools import pairwise

from aidememoire.knowledge.american_states import american_states
from aidememoire.language.people.descriptions import callings
from aidememoire.language.people.lawmakers import HOME
from aidememoire.language.people.national_offices import state_of_title
from aidememoire.language.people.office_cores import MONARCHS
from aidememoire.language.people.office_extent import find_modifier
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.office_words import HYPHENS, POSSESSIVES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions, is_adjacent
from aidememoire.model import NameForm, OfficeMention, PartyMention, Sentence

PLURAL = re.compile(r"(?:Sens|Reps|Govs|Gens)\.? ")
RETIRED = frozenset({"retired", "former", "ex"})


def titled_office(naming: Naming, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """The office that the title or rank right before the name is, with the party before it."""
    tokens = positions.mentions.tokens
    last = naming.first
    while last > sentence.first and _is_mere_title(tokens[last - 1].lower) and tokens[last - 1].text[0].isupper():
        last -= 1
    floor = sentence.first
    if last == floor and last > 1 and tokens[last - 1].text == ".":
        floor = last - 2  # "Sens. Poe": a sentence seems to end
    if last == floor:
        return None
    begin = _word_start(last, floor, positions)
    word = "".join(token.lower for token in tokens[begin:last])
    title = callings().titles.get(word)
    if title is not None:
        modifier, first = find_modifier(tokens, sentence, begin, office_table())
        span = positions.mentions.report.span(tokens[first].start, tokens[last - 1].end)
        part = _part_before(begin, sentence, positions) if modifier is None else None
        if part is not None:
            modifier, part = find_modifier(tokens, sentence, part, office_table())
            span = positions.mentions.report.span(tokens[part].start, tokens[last - 1].end)
            return OfficeMention(span, title, None, HOME, modifier, False)
        state = state_of_title(word)
        if state is None and modifier is None:
            party, first = _party_before(begin, sentence, positions)
            state = party.code if party is not None else None
            span = positions.mentions.report.span(tokens[first].start, tokens[last - 1].end)
        return OfficeMention(span, title, None, state, modifier, False)
    return _rank(last, sentence, positions) if last > sentence.first else None


def _part_before(first: int, sentence: Sentence, positions: Positions) -> int | None:
    """Where the American state begins that stands before a title: CASE "New York (Gov. Ana Poe)"; None where none."""
    tokens = positions.mentions.tokens
    for count in (2, 1):
        start = first - count
        name = " ".join(token.text for token in tokens[max(start, 0) : first])
        if start >= sentence.first and name in american_states():
            return start
    return None


def share_titles(named: list[Naming], positions: Positions) -> None:
    """CASE "Sens. Ana Poe and Juan Roe": the title in the plural is the second's, too."""
    for left, right in pairwise(named):
        between = [token.lower for token in positions.mentions.tokens[left.last : right.first]]
        if left.office is None or right.office is not None or between not in (["and"], [","], [",", "and"]):
            continue
        if PLURAL.match(positions.mentions.report.text, left.office.span.start):
            right.office, right.party, right.is_certain = left.office, left.party, True


def _word_start(end: int, floor: int, positions: Positions) -> int:
    """Where a word ends before the index, with its full stop, which may be a token of its own: "Maj" + "."."""
    tokens = positions.mentions.tokens
    is_stop = end - 1 > floor and tokens[end - 1].text == "." and is_adjacent(tokens[end - 2], tokens[end - 1])
    return end - 2 if is_stop else end - 1


def _is_mere_title(word: str) -> bool:
    """Whether the word is a title that is no office: "Sir", "Sheikh"."""
    return word in office_table().honorific and word not in callings().titles and word not in callings().ranks


def _rank(last: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """CASE "U.S. Army Lt. Gen. (Poe)", "retired Peruvian General (Poe)", "Vice Admiral (Poe)"; no "Secretary General".

    Refuses "the king Colonel (Poe) overthrew".
    """
    tokens = positions.mentions.tokens
    first = last
    words: list[str] = []
    while first > sentence.first:
        token = tokens[first - 1]
        begin = _word_start(first, sentence.first, positions)
        if tokens[begin].lower in callings().ranks and tokens[begin].text[0].isupper():
            words.insert(0, callings().ranks[tokens[begin].lower])
        elif token.text not in HYPHENS or first - 1 == sentence.first or first == last:
            break
        first = begin
    if not words or tokens[first].text in HYPHENS:
        return None
    before = tokens[first - 1] if first > sentence.first else None
    if before is not None and before.lower in callings().civil | MONARCHS:
        return None
    party, begin = _party_before(first, sentence, positions)
    rank = words[-1]
    if rank not in callings().senior and (rank not in callings().junior or party is None):
        return None
    is_retired = begin > sentence.first and tokens[begin - 1].lower in RETIRED
    span = positions.mentions.report.span(tokens[begin].start, tokens[last - 1].end)
    code = party.code if party is not None else None
    return OfficeMention(span, " ".join(words), None, code, "former" if is_retired else None, False)


def _party_before(first: int, sentence: Sentence, positions: Positions) -> tuple[PartyMention | None, int]:
    """The party that stands before a rank or title, "U.S. Army", "Peru's", and where its words begin."""
    tokens = positions.mentions.tokens
    at = first - 1
    while at > sentence.first and tokens[at].lower in callings().services | callings().factions | RETIRED:
        at -= 1
    at -= at > sentence.first and tokens[at].lower in POSSESSIVES
    party = positions.party_ending(at) if at >= sentence.first else None
    if party is None or (party.form is NameForm.METONYM and tokens[at + 1].lower not in POSSESSIVES):
        return None, first
    return party, positions.covered(party.span).start
