"""Names in a text: parties, places, dialogues.

A country's name is both: a party mention and a place mention of kind *country*; the claims choose by what stands
about it. A seat's name ("Moscow", "the White House") is a party, a place, or both where the words leave it open.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.movements import most_named
from aidememoire.knowledge.parties import TERRITORY_KINDS, PartyName
from aidememoire.knowledge.phrases import Words, words_of
from aidememoire.knowledge.places import Place, PlaceName
from aidememoire.language.names.dialogue_names import find_dialogue_names
from aidememoire.language.names.doubles import doubles
from aidememoire.language.names.name_checks import (
    Reading,
    is_acting_person,
    is_attribute,
    is_dateline,
    is_journey,
    is_land_of,
    is_located,
    is_no_party,
    is_no_place,
    is_region_noun_next,
    lists,
    seat_reading,
)
from aidememoire.language.names.surroundings import Surroundings
from aidememoire.model import BY_NAME, DialogueMention, Mentions, NameForm, PartyMention, PlaceMention

Intervals = list[tuple[int, int]]
REBEL_WORDS = frozenset({"rebels", "rebel"})
BEYOND = 1 << 60  # larger than any end, so that an interval that starts at the same place counts


def find_parties(mentions: Mentions, knowledge: Knowledge) -> tuple[PartyMention, ...]:
    """The words that name a party, in order of position."""
    report = mentions.report
    words = words_of(report.text)
    outlets = knowledge.outlets.scan_titles(report.text)
    doubles = _Doubles(mentions, knowledge)
    places = [(name.start, name.end) for name in knowledge.places.scan(report.text)]
    found: list[PartyMention] = []
    for name in knowledge.parties.scan(report.text, mentions.on):
        if _lies_in(name.start, name.end, outlets):
            continue
        around = Surroundings.of(words, name.start, name.end)
        if is_no_party(around, name.form) or doubles.is_none(name, around):
            continue
        if name.form is NameForm.METONYM and _is_place_here(name, around, places, knowledge):
            continue
        code, alternatives = doubles.choose(name, around)
        span, form = report.span(name.start, name.end), _form(name, around, doubles)
        if around.key in lists()["joint_names"]:  # "the two Koreas" are both
            found.extend(PartyMention(span, each, (), form) for each in (code, *alternatives))
        else:
            found.append(PartyMention(span, code, alternatives, form))
    halves = list(_first_of_two_halves(mentions, knowledge, found))
    found = [one for one in found if not any(one.span == half.span for half in halves)]  # "Greek and Turkish Cypriot"
    found.extend(halves)
    found.extend(_rebels(mentions, words, found))
    return tuple(sorted(found, key=lambda mention: mention.span))


def find_places(mentions: Mentions, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """The words that name a city, venue, region or country, in order of position."""
    report = mentions.report
    words = words_of(report.text)
    parties = [
        (mention.span.start, mention.span.end) for mention in mentions.parties if mention.form != NameForm.METONYM
    ]
    outlets = knowledge.outlets.scan_titles(report.text)
    traps = knowledge.parties.scan_traps(report.text)
    people = _people(mentions)
    found = []
    for name in knowledge.places.scan(report.text):
        around = Surroundings.of(words, name.start, name.end)
        if _lies_in(name.start, name.end, parties) or _lies_in(name.start, name.end, outlets):
            continue
        if _lies_in_longer(name.start, name.end, traps):
            continue
        place = _place(name, around, knowledge, people)
        if place:
            country = knowledge.parties.on(place.country, mentions.on) if place.country else None
            found.append(PlaceMention(report.span(name.start, name.end), place.name, place.kind, country))
    found.extend(_countries(mentions, knowledge))
    found.extend(_headquarters(mentions, words))
    return tuple(sorted(found, key=lambda mention: mention.span))


def find_dialogues(mentions: Mentions, knowledge: Knowledge) -> tuple[DialogueMention, ...]:
    """The words that name a standing format, in order of position, none overlapping."""
    return tuple(find_dialogue_names(mentions, knowledge))


def _holder(start: int, end: int, intervals: Intervals) -> tuple[int, int] | None:
    """The interval in which the words lie (intervals sorted, not overlapping), if any."""
    index = bisect_right(intervals, (start, BEYOND)) - 1
    if index < 0 or not (intervals[index][0] <= start and end <= intervals[index][1]):
        return None
    return intervals[index]


def _lies_in(start: int, end: int, intervals: Intervals) -> bool:
    """Whether the words lie within one of the intervals."""
    return _holder(start, end, intervals) is not None


def _lies_in_longer(start: int, end: int, intervals: Intervals) -> bool:
    """Whether the words are a part of one of the intervals: "Kremlin" in "Grand Kremlin Palace"."""
    return _holder(start, end, intervals) not in (None, (start, end))


def _is_place_here(name: PartyName, around: Surroundings, places: Intervals, knowledge: Knowledge) -> bool:
    """Whether a metonym is no party here but (a part of) a place's name."""
    if _lies_in_longer(name.start, name.end, places) or _is_only_place(around, knowledge):
        return True
    return _follows_place(name, places, around.text)


def _is_only_place(around: Surroundings, knowledge: Knowledge) -> bool:
    """Whether a metonym is a town or building here, not its government."""
    places = knowledge.places.find(around.name)
    if not places:
        return False
    if seat_reading(around) is Reading.PLACE or _names_country_next(around, knowledge):
        return True
    return places[0].kind == "city" and is_attribute(around)


def _follows_place(name: PartyName, places: Intervals, text: str) -> bool:
    """Whether it ends a line of places: "Novo-Ogaryovo, Moscow"."""
    index = bisect_right(places, (name.start, 0)) - 1
    is_listed = index >= 0 and text[places[index][1] : name.start] == ", "
    return is_listed and text[name.end : name.end + 1] in ("", "\n")


def _names_country_next(around: Surroundings, knowledge: Knowledge) -> bool:
    """ "Paris, France": the town."""
    if around.gap_after() != ", " or not around.after():
        return False
    party = knowledge.parties.find(around.after_as_written())
    return party is not None and party.kind == "state" and around.after() == party.name.casefold()


def _form(name: PartyName, around: Surroundings, doubles: "_Doubles") -> NameForm:
    """The form; "the British said" is the people, "the British minister" an adjective."""
    if name.form is NameForm.ADJECTIVE and around.before() == "the" and not doubles.has_noun_after(name.end):
        return NameForm.DEMONYM
    return name.form


UN_COUNCIL = re.compile(
    r"\b(?:UN|U\.N\.|United Nations)(?:[’']s?)?\s(?:\w+\s)?Security Council|"
    r"Security Council of the (?:UN|U\.N\.|United Nations)"
)
"""Anywhere in the account of a state with a security council of its own: then "the Council" may be either."""


class _Doubles:
    """Names of two bearers, told apart by the rest of the report."""

    def __init__(self, mentions: Mentions, knowledge: Knowledge) -> None:
        self._mentions = mentions
        self._knowledge = knowledge
        self._keys = frozenset(words_of(mentions.report.text).keys)
        self._starts = [token.start for token in mentions.tokens]
        self._people = _people(mentions)
        self._surnames = _surnames(mentions)

    def has_noun_after(self, end: int) -> bool:
        """Whether the words after this point go on with a noun or what leads to one."""
        tokens = self._mentions.tokens
        index = bisect_right(self._starts, end - 1)
        if index >= len(tokens) or tokens[index].start - end > 1:
            return False
        token = tokens[index]
        return (
            token.pos in ("NOUN", "PROPN", "ADJ", "NUM") or token.text in ("-", "–", "/") or token.tag in ("VBG", "VBN")
        )

    def is_none(self, name: PartyName, around: Surroundings) -> bool:
        """Whether the report's other words show that no party is meant."""
        if around.key == "security council":
            return self._is_national_council(around)
        if around.key in lists()["given_countries"] and not is_land_of(around) and self._is_in_persons_name(around):
            return True
        return around.key in self._surnames and is_acting_person(around)

    def _is_in_persons_name(self, around: Surroundings) -> bool:
        """Whether the syntax model takes the words from here on for a person's name: "Kenya Poe"."""
        following = around.after_as_written()
        if around.gap_after() != " " or not following.istitle() or around.after() in lists()["roles_after"]:
            return False
        end = around.words.ends[around.last]
        index = bisect_right(self._people, (around.start, BEYOND)) - 1
        return index >= 0 and self._people[index][0] == around.start and self._people[index][1] >= end

    def _is_national_council(self, around: Surroundings) -> bool:
        if not self._keys & {"un", "nations"} and "U.N." not in around.text:
            return True
        if around.after() == "secretary" or around.words_before(3) == ("the", "of", "secretary"):
            return True  # that of the United Nations has none
        side = self._mentions.report.side
        if side is not None and side.lower() in lists()["own_security_council"] and not UN_COUNCIL.search(around.text):
            return True
        before = around.before()
        party = self._knowledge.parties.find(before) if before else None
        party = party or self._knowledge.parties.find(f"{around.before(2)} {before}")
        named_after = around.after() == "of"
        return before in ("national", "s") or named_after or (party is not None and party.kind in TERRITORY_KINDS)

    def choose(self, name: PartyName, around: Surroundings) -> tuple[str, tuple[str, ...]]:
        """The code and the alternatives, in the order that the report suggests."""
        for double in doubles():
            if double.fits(name, around, self._keys):
                others = () if double.drops else (name.code, *name.alternatives)
                return double.chosen, tuple(code for code in others if code != double.chosen)
        return name.code, name.alternatives


TWO_HALVES = re.compile(
    r"\b(?P<first>North|South|East|West|Greek|Turkish)-? and "
    r"(?=(?P<second>(?:North|South|East|West|Greek|Turkish)[ -](?P<land>[A-Z]\w+)))"
)
"""Both halves of one land: accepts "North and South Korean premiers", "Greek and Turkish Cypriot leaders"; refuses "the
North and South of Korea"."""


def _first_of_two_halves(mentions: Mentions, knowledge: Knowledge, found: list[PartyMention]) -> Iterator[PartyMention]:
    """The party that the first word of "North and South Korea" stands for, where the second half is one."""
    named = {mention.span: mention for mention in found}
    for match in TWO_HALVES.finditer(mentions.report.text):
        other = named.get(mentions.report.span(match.start("second"), match.end("second")))
        whole = f"{match['first']} {match['land']}"
        code = next((name.code for name in knowledge.parties.scan(whole, mentions.on) if name.end == len(whole)), None)
        if other is not None and code is not None and code != other.code:
            yield PartyMention(mentions.report.span(match.start("first"), match.end("first")), code, (), other.form)


def _rebels(mentions: Mentions, words: Words, found: list[PartyMention]) -> Iterator[PartyMention]:
    """ "the rebels", "rebel commanders" in a report on one country's war, on a day within it."""
    on = mentions.on
    if on is None or not REBEL_WORDS & set(words.keys):
        return
    movement = most_named("rebels", on, Counter(mention.code for mention in found))
    if movement is None:
        return
    taken = [(mention.span.start, mention.span.end) for mention in found]
    for index, key in enumerate(words.keys):
        start, end = words.starts[index], words.ends[index]
        if key not in REBEL_WORDS or _lies_in(start, end, taken):
            continue
        form = NameForm.NAME if key == "rebels" else NameForm.ADJECTIVE
        after = words.keys[index + 1] if index + 1 < len(words.keys) else ""
        is_beside = index + 1 < len(words.keys) and words.text[end : words.starts[index + 1]] == " "
        if form is NameForm.NAME or (is_beside and after in lists()["rebel_nouns"]):
            yield PartyMention(mentions.report.span(start, end), movement.code, (), form)


def _surnames(mentions: Mentions) -> frozenset[str]:
    """The folded last words of persons' names that are countries' too: of "Jim Jordan", not of "Jordan"."""
    full = (mentions.words(entity.span).split() for entity in mentions.entities if entity.label == "PERSON")
    return frozenset(words[-1].casefold() for words in full if len(words) > 1) & lists()["person_names"]


def _people(mentions: Mentions) -> Intervals:
    return [(entity.span.start, entity.span.end) for entity in mentions.entities if entity.label == "PERSON"]


def _place(name: PlaceName, around: Surroundings, knowledge: Knowledge, people: Intervals) -> Place | None:
    """The place that the words mean here, or None."""
    if is_no_place(around):
        return None
    if name.places[0].kind == "region" and is_region_noun_next(around):
        return None
    if knowledge.parties.find(around.name) and _is_government(name, around):
        return None
    country = _country_next(around, knowledge)
    place = next((place for place in name.places if country and place.country == country), name.places[0])
    if place.is_well_known or (country and place.country == country):
        return None if _is_inside_person(name, people) and not is_located(around) else place
    if not (is_located(around) or is_dateline(around) or is_journey(around)):
        return None
    return None if _is_inside_person(name, people) else place


def _is_government(name: PlaceName, around: Surroundings) -> bool:
    """Whether a seat's name is the government here; of a building ("the Kremlin") unless a word of place shows it."""
    reading = seat_reading(around)
    return reading is Reading.PARTY or (reading is Reading.EITHER and name.places[0].kind == "venue")


def _is_inside_person(name: PlaceName, people: Intervals) -> bool:
    """Whether it is a part of a longer name of a person."""
    index = bisect_right(people, (name.start, BEYOND)) - 1
    if index < 0:
        return False
    start, end = people[index]
    return start <= name.start and name.end <= end and (start, end) != (name.start, name.end)


def _country_next(around: Surroundings, knowledge: Knowledge) -> str | None:
    """The code of the country that is named next: "Cordoba, Spain", "Valencia in Venezuela"."""
    following = around.after_as_written()
    if around.gap_after() == " " and around.after() == "in":
        following = around.after_as_written(2)
    elif not around.gap_after().startswith(","):
        return None
    party = knowledge.parties.find(following) if following else None
    return party.code if party and party.kind == "state" else None


def _headquarters(mentions: Mentions, words: Words) -> Iterator[PlaceMention]:
    """ "at the United Nations": its seat in New York; "at the UN summit" is an occasion."""
    for mention in mentions.parties:
        if mention.code != "UN":
            continue
        around = Surroundings.of(words, mention.span.start, mention.span.end)
        is_at = around.before() == "the" and around.before(2) == "at"
        goes_on = around.gap_after() == " " and around.after() not in AFTER_A_SEAT
        if is_at and not goes_on:
            yield PlaceMention(mention.span, "United Nations Headquarters", "venue", "USA")


AFTER_A_SEAT = frozenset("in on this last next today yesterday and to with for headquarters".split())


def _countries(mentions: Mentions, knowledge: Knowledge) -> Iterator[PlaceMention]:
    for mention in mentions.parties:
        party = knowledge.parties.get(mention.code)
        if party and party.kind in TERRITORY_KINDS and mention.form in BY_NAME:
            yield PlaceMention(mention.span, party.name, "country", party.code)
