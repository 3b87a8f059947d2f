"""The places that words name: a town, a country, a venue, the stops of a journey."""

import re
from functools import cached_property

from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.stretch import Stretch
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge.calendar_names import CALENDAR_NAMES
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.model import NameForm, PlaceMention, Span

OFFICIAL_NAME = re.compile(r"(?:[A-Z][\w’']+ ){0,3}(?:Republic|Kingdom|State) of (?:the )?([A-Z].*)$")

TOWN_OF = re.compile(
    r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}(?:['’]s)? (?:[\w-]+ ){0,3}?"
    r"(?:capital|city|resort|town|port|village|island|province)"
    r"(?: (?:of|city|town))?,? (?=[A-Z])"
)
"""A country or its adjective before a town. Accepts "Peru's capital Lima", "the Peruvian resort of"; refuses "Peru"."""

UNNAMED_TOWN = re.compile(
    r"(?:an?|the) (?:[a-z-]+ ){0,3}?(?:town|village|resort|hotel|villa|suburb|monastery|castle|farmhouse)"
    r"(?:,? (?:town|city|hotel))? (?:in|near|outside|on the outskirts of) (?=(?:the )?[A-Z])"
)
"""Behind "in" or "at", a place without a name and where it lies: accepts "a small resort town in (Peru’s)"; refuses "a
town", "the town of (Ollanta)"."""

DESTINATION_JOINTS = frozenset("and , the to ( ) then both followed by as well".split())
OWNERS = frozenset("his her its their".split())

DESTINATION_NOUNS = frozenset("capital city resort kingdom republic town island state region of ’s 's".split())

PLACE_NOUNS = frozenset(
    (
        "capital city resort town village of 's ’s port border southern northern eastern western his her its their "
        "country suburban residence estate summer holiday seaside ranch retreat"
    ).split()
)
"""What may stand between "in" and a place's name: "in his country residence Novo-Ogaryovo"."""

_WORD = r"[A-ZÀ-Þ][\w'’\-]*"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
_HALL = (
    r"(?:Palace|Hotel|Museum|Gallery|House|Castle|Villa|Base|Airport|Hall|Residence|Cent(?:er|re)|Library|Theat(?:er|re)"
    r"|Cathedral|Monastery|Academy|University|Embassy|Monument|Memorial|Pavilion|Stadium|Ranch|Mansion|Estate)"
)
VENUE = re.compile(
    rf"(?:(?:the|his|her|its|their) )?(?P<name>(?:{_NAME} (?:(?:of|the|and) ){{0,2}}){{1,5}}?"
    rf"(?:{_HALL}(?! of Representatives)|headquarters|estate|residence|guest ?house)\b"
    rf"|(?:Palace|Museum|Hotel|Villa|Castle|Palais) "
    rf"(?:(?:of|the|[dD][eu]|[vV][ao]n|[lL][aeo]s?|[eE]l|Sant?a?) ){{0,2}}{_WORD}"
    rf"|headquarters of (?:the )?{_WORD}(?: {_WORD}){{0,2}})"
)
"""A venue by its noun, be it in the table or not. Accepts "at Prince’s Bay Naval Base", "at the NATO headquarters";
refuses "at the House of Representatives", "in the estate"."""

TOWN_COMMA = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|del|la|al|el|sur) )?[A-ZÀ-Þ][\w’'-]+){0,2},")
"""A town and the comma before its country: accepts "Santa Rita,"; refuses "the capital,"."""

KIN = re.compile(
    r"(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){0,2}?(?:neighbou?rs?|all(?:y|ies)|rivals?|foes?|enem(?:y|ies)|friends?)\b"
)
"""Behind a state that is but said to be a neighbour of where one goes: accepts "Peru's northern neighbours"; refuses
"Peru's capital"."""

CAPITAL_OF = re.compile(
    r"(?:the )?(?P<state>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) capital\b"
    r"(?!,? [A-Z]|[’'-]| (?:market|flight|city|region|gains|goods|controls)\b)"
)
"""A capital without its name: accepts "the Peruvian capital"; refuses "the Peruvian capital Lima", "capital market"."""

VENUE_REACH = 14

NAMED_AFTER_IT = re.compile(
    r" (?:[Pp]rocess|[Ff]ormat|Group|[Aa]ccords?|[Aa]greements?|[Pp]rotocols?|[Dd]eclaration|[Tt]reaty|[Cc]onvention"
    r"|[Mm]emorandum|[Ff]ormula|[Pp]latform|Club)\b"
)
"""Behind a town after which a format or paper is called: accepts "the Quito process"; refuses "the Quito talks"."""


OPENS_AHEAD = re.compile(
    r"(?:Prior to|Ahead of|In advance of|On the eve of|In the (?:run|lead)-?up to|Before)\s"
    r"(?:the |an? |his |her |their |its )?(?!(?:him|her|it|them|that|this|he|she|they)\b)"
    r"(?:[A-Z]|[a-z-]+(?<!ing)\s)[^;:]*?,(?=\s)"
)
"""At the beginning of a sentence, up to where the news begins: accepts "Ahead of the fair in Lima on 4 May,"; refuses
"Before flying home on 4 May,", which was the day of it."""


class PlaceNames(Stretch):
    """What place the words at a token of the sentence name."""

    @cached_property
    def _end_of_what_is_ahead(self) -> int:
        """Where words end that the sentence opens with, on another occasion on a day of its own that is still ahead
        ("Ahead of the fair in Lima on 4 May, the ministers met"); else 0. Day and place in them are not the news's."""
        match = OPENS_AHEAD.match(self.mentions.report.text, self.sentence.span.start, self.sentence.span.end)
        if match is None or self.span.start < match.end():
            return 0
        days = mentions_between(self.mentions.times, match.start(), match.end())
        return match.end() if any(one.type == "DATE" for one in days) else 0

    def _is_over_the_body(self, span: Span) -> bool:
        """Whether the words belong to the dateline, not to what the sentence tells."""
        dateline = self.mentions.dateline
        return dateline is not None and dateline.extent.contains(span)

    def _place_after(self, index: int) -> tuple[Span, str | None] | None:
        if index + 1 < self.sentence.last and self._is_of_the_calendar(index + 1):
            return None  # "at the talks in April, Kenya and Peru agreed"
        index = self._past_unnamed_town(index)
        venue = self._venue_after(index) or self._capital_after(index)
        if venue is not None:
            return venue
        for ahead in range(index + 1, min(self.sentence.last, index + 8)):
            place = self._place_at(ahead)
            if place is not None and self._is_owner_of_what_follows(index, place[0]):
                return None
            if place is not None and self._is_of_a_thing(ahead, place[0]):
                return None
            if place is not None:
                return self._town_of(ahead) or self._town_before(index + 1, ahead, place)
            token = self.tokens[ahead]
            if not (token.pos in {"DET", "ADJ", "PROPN", "PUNCT"} or token.lower in PLACE_NOUNS):
                return None
        return None

    def _past_unnamed_town(self, index: int) -> int:
        """The last "in" of "in a small town in Peru", which leads to the name; the same token elsewhere."""
        if index + 1 >= self.sentence.last:
            return index
        match = UNNAMED_TOWN.match(self._words(index + 1, min(self.sentence.last, index + 12)))
        end = self.tokens[index + 1].start + match.end() if match is not None else 0
        return next((at - 1 for at in range(index + 1, self.sentence.last) if self.tokens[at].start >= end > 0), index)

    def _is_of_the_calendar(self, index: int) -> bool:
        """Whether a token is the name of a month or a day of the week."""
        return self.tokens[index].text[:1].isupper() and self.tokens[index].lower in CALENDAR_NAMES

    def _is_owner_of_what_follows(self, index: int, span: Span) -> bool:
        """Whether "at" leads to something of a country's or a town's ("a bureau at Peru's chancellery")."""
        is_owner = self.mentions.report.text[span.end : span.end + 2] in {"’s", "'s"}
        return is_owner and self.tokens[index].lower == "at"

    def _is_of_a_thing(self, index: int, span: Span) -> bool:
        """Whether a country but says whose a thing is at which they were ("at a U.S. military base")."""
        after = token_range(self.mentions, self.sentence, span)[1]
        is_one = index > self.sentence.first and self.tokens[index - 1].lower in {"a", "an"}
        is_thing = after < self.sentence.last and self.tokens[after].tag in {"NN", "JJ"}
        return is_one and is_thing and self._is_a_country(span)

    def _town_before(self, first: int, last: int, place: tuple[Span, str | None]) -> tuple[Span, str | None]:
        """A place with the town that stands before its country ("in Ollanta, Peru")."""
        words = self._words(first, last)
        if TOWN_COMMA.fullmatch(words) is None or not self._is_a_country(place[0]):
            return place
        return Span(place[0].report, self.tokens[first].start, place[0].end), place[1]

    def _is_a_country(self, span: Span) -> bool:
        return any(one.span.overlaps(span) for one in mentions_within(self.mentions.parties, span))

    def _venue_after(self, index: int) -> tuple[Span, str | None] | None:
        """The venue that stands right after "in" or "at", with the city that it is said to be in."""
        if index + 1 >= self.sentence.last:
            return None
        match = VENUE.match(self._words(index + 1, min(self.sentence.last, index + VENUE_REACH)))
        if match is None:
            return None
        start = self.tokens[index + 1].start
        span = Span(self.span.report, start + match.start("name"), start + match.end("name"))
        after = re.match(r",? in ", self.mentions.report.text[span.end : span.end + 5])
        cities = mentions_between(self.mentions.places, span.end, span.end + 40)[:1] if after else []
        if cities and after and cities[0].kind == "city" and cities[0].span.start == span.end + after.end():
            return Span(span.report, span.start, cities[0].span.end), cities[0].country
        return span, None

    def _capital_after(self, index: int) -> tuple[Span, str | None] | None:
        """The capital that is called so here ("in the Peruvian capital"), by the name that stands elsewhere."""
        if index + 1 >= self.sentence.last:
            return None
        match = CAPITAL_OF.match(self._words(index + 1, min(self.sentence.last, index + 6)))
        if match is None:
            return None
        start = self.tokens[index + 1].start
        named = mentions_between(self.mentions.parties, start, start + match.end("state"))[:1]
        state = self.knowledge.parties.get(named[0].code) if named else None
        if state is None or state.capital is None:
            return None
        city = next((one for one in self.mentions.places if one.name == state.capital and one.kind == "city"), None)
        called = Span(self.span.report, start + match.start("state"), start + match.end())
        return (city.span if city is not None else called), state.code

    def _town_of(self, index: int) -> tuple[Span, str | None] | None:
        """The town in a country's "capital Y", "resort of Y", where this token is the country's name."""
        match = TOWN_OF.match(self._words(index, min(self.sentence.last, index + 14)))
        if match is None:
            return None
        start = self.tokens[index].start + match.end()
        towns = mentions_between(self.mentions.places, start, start + 40)[:1]
        is_next = bool(towns) and towns[0].kind == "city" and towns[0].span.start == start
        return (towns[0].span, towns[0].country) if is_next else None

    def _place_at(self, index: int) -> tuple[Span, str | None] | None:
        token = self.tokens[index]
        end = self.sentence.span.end
        for place in mentions_between(self.mentions.places, token.start, end)[:1]:
            if place.kind == "region" and place.country is None and self.trigger.shape not in {"travel", "visit"}:
                continue
            if self._is_part_of_a_name(place.span):
                continue
            if place.span.start <= token.start < place.span.end and not self._is_over_the_body(place.span):
                return self._with_its_city(place) or self._short_name(place.span), place.country
        for party in mentions_between(self.mentions.parties, token.start, end)[:1]:
            if self._is_body(party.code) or self._is_part_of_a_name(party.span):
                continue
            if party.span.start <= token.start < party.span.end and party.form in {
                NameForm.NAME,
                NameForm.ABBREVIATION,
                NameForm.METONYM,
            }:
                return self._short_name(party.span), party.code
        return None

    def _with_its_city(self, place: PlaceMention) -> Span | None:
        """A venue with the city that it is said to be in: "Villa Rosa in Turin"."""
        if place.kind != "venue":
            return None
        end = place.span.end
        if self.mentions.report.text[end : end + 4] != " in ":
            return None
        cities = mentions_between(self.mentions.places, end, end + 40)[:1]
        is_next = bool(cities) and cities[0].kind == "city" and cities[0].span.start == end + 4
        return Span(place.span.report, place.span.start, cities[0].span.end) if is_next else None

    def _is_part_of_a_name(self, span: Span) -> bool:
        """Whether a place's words only belong to a longer name: "the U.S.-EU Summit", "the UN Security Council"."""
        text = self.mentions.report.text
        if NAMED_AFTER_IT.match(text, span.end) is not None:
            return True
        if {"-", "–"} & {text[span.end : span.end + 1], text[max(0, span.start - 1) : span.start]}:
            return True
        parties = mentions_between(self.mentions.parties, max(0, span.start - 40), span.end + 1)
        return any(party.span.overlaps(span) and self._is_body(party.code) for party in parties)

    def _short_name(self, span: Span) -> Span:
        """A country's short name within its official one: "Egypt" of "the Arab Republic of Egypt"."""
        match = OFFICIAL_NAME.match(self.mentions.words(span))
        return Span(span.report, span.start + match.start(1), span.end) if match else span

    def _is_body(self, code: str) -> bool:
        """Whether a party is no country that one can be in: an organisation, a movement."""
        party = self.knowledge.parties.get(code)
        return party is None or str(party.kind) not in TERRITORY_KINDS

    def _destinations(self, first: int) -> list[tuple[Span, str]]:
        """The places listed from this token on, with their countries."""
        found: list[tuple[Span, str]] = []
        capital = self._capital_after(first - 1)
        if capital is not None and capital[1] is not None:
            return [(capital[0], capital[1])]
        index = first
        while index < min(self.sentence.last, first + 30):
            place = self._place_at(index)
            if place is not None and not found:
                place = self._town_of(index) or place
            kin = KIN.match(self.mentions.report.text, place[0].end) if place is not None else None
            if kin is not None and not found:
                while index < self.sentence.last and self.tokens[index].start < kin.end():
                    index += 1
                continue
            if place is not None and place[1]:
                found.append((place[0], place[1]))
                index = token_range(self.mentions, self.sentence, place[0])[1]
                continue
            token = self.tokens[index]
            is_joint = token.lower in DESTINATION_JOINTS
            is_name = token.pos in {"ADJ", "PROPN", "DET", "PUNCT"} and not found
            is_title = not found and token.lower in DESTINATION_NOUNS | OWNERS
            if not (is_joint or is_name or is_title):
                break
            index += 1
        return found

    def _destinations_of_people(self) -> list[tuple[Span, str]]:
        """The place of those visited ("visited the refugees in …")."""
        for index in range(self.last, min(self.sentence.last, self.last + 8)):
            token = self.tokens[index]
            if token.lower in {"in", "at", "on", "near"}:
                return self._destinations(index + 1)
            if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "CCONJ"}:
                break
        return []

    def _destination_before(self) -> list[tuple[Span, str]]:
        """The place that stands before a noun: "a Washington visit", "his U.S. trip"."""
        if self.first == self.sentence.first:
            return []
        place = self._place_at(self.first - 1)
        return [(place[0], place[1])] if place is not None and place[1] else []

    def _destination_here(self) -> list[tuple[Span, str]]:
        """The place over the body, where the journey is said to lead "here"."""
        dateline = self.mentions.dateline
        if dateline is None or re.match(r"\s*here\b", self._after_words(1), re.IGNORECASE) is None:
            return []
        span = dict(dateline.spans).get("place")
        found = mentions_within(self.mentions.places, span) if span is not None else []
        return [(found[0].span, found[0].country)] if found and found[0].country else []
