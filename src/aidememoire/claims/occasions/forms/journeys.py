"""Journeys: who travels to whom, by the words around a verb or noun of travel.

The traveller may be named without his state, and the state where he goes not at all: "the minister leaves for Lima",
"the envoy’s visit", "he was here in May". Then the place over the body says whose minister he is, or where "here" is.
"""

import re
from collections.abc import Sequence

from aidememoire.claims import tenses
from aidememoire.claims.occasions.forms.own_journeys import SENT, OwnJourney
from aidememoire.claims.occasions.parties.foes import holder_of
from aidememoire.claims.occasions.parties.participation import OF_TITLES, Presence, mentions_between, place_over_body
from aidememoire.claims.occasions.words.placing import DUE
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import FINITE_TAGS, Span

INCLUDING = re.compile(
    r"\s*(?:(?:will|would|that|which|also|is|to|set) )*(?:includ(?:e|es|ed|ing)|takes? in|took in"
    r"|(?:take|takes|taking|took|taken) "
    r"(?:him|her|them|the \w+) to)\b",
    re.I,
)
"""What says where a journey goes: accepts "his tour will include Chile", "took him to";
refuses "his tour will end in Chile"."""

VEHICLES = frozenset(
    (
        "ship ships plane planes ferry ferries aircraft vessel vessels convoy convoys boat boats flight flights truck "
        "trucks flotilla tanker tankers jet jets helicopter helicopters warship warships train trains destroyer "
        "destroyers tourists citizens nationals refugees migrants pilgrims students workers passengers fans travellers "
        "travelers visitors"
    ).split()
)
"""Who goes to a country without being its guest: things, and people of no office."""
TRAVELLERS = frozenset(
    "team teams monitors observers experts inspectors mission advisers officers chief foreign".split()
)
PRIVATE = re.compile(r"\b(?:private|holiday|family|unofficial|shopping|honeymoon|surprise family)\s$", re.IGNORECASE)
"""Before a visit that is no affair of state."""

ON_PRIVATE = re.compile(
    r"\bon (?:a |an |his |her )?(?:private (?:visit|trip|business)|holiday|vacation|honeymoon)\b", re.IGNORECASE
)

TO_TALK_IN = re.compile(
    r"\s*(?:to )?(?:talk|speak|meet|negotiate|hold talks)\b[^.;,]{0,60}?\bin (?=[A-Z])",
)
"""Behind an envoy who is sent: accepts " to talk to the king in "; refuses " to the king"."""

CALLED = re.compile(
    r"\s*(?:the|their|its|a) (?:[\w-]+ ){0,3}?(?:stronghold|capital|city|port|town|resort|bastion) of (?=[A-Z])"
)
"""Between a journey and the name of where it leads: accepts " the rebel stronghold of "; refuses " the fair of "."""

VISITS = frozenset({"visit", "trip", "tour"})

HERE = frozenset({"be here", "arrive"})
"""Triggers of journeys to where the report is from."""

A_TOUR = re.compile(r"\b(?:an?|his|her|their) (?:[\w-]+ ){0,4}(?:tour|trip)$", re.IGNORECASE)
"""Before the countries of a tour: accepts "a four-day tour"; refuses "the Dalai Lama’s tour"."""

CAME_FROM = re.compile(
    r"(?:\s?(?:[A-Z][\w.-]+|on|\w+day|this|today|yesterday|evening|morning|night|late|early|last))*?\s?from (?=[A-Z])"
)
"""Behind a return to one’s own country: accepts "Rome this evening from (Tunis)"; refuses "Rome with news from"."""

THE_ONE = re.compile(
    r"\b(?:the|this|his|her|their|its) (?:(?!(?:an?|after|before|on|during|of|for|in)\b)[\w.–-]+ ){0,6}$",
    re.IGNORECASE,
)
"""Before a visit that is known: accepts "the May 29-June 2 ", "their "; refuses "the council after a "."""

BY_SOMEBODY = re.compile(
    r"\s?(?:(?:here|earlier|later) )?(?:(?:on )?\w+day |last \w+ |this \w+ |next \w+ |today |yesterday )?by (?=\S)",
    re.IGNORECASE,
)
"""Right behind a visit: accepts " by the Chilean minister", " last week by"; refuses " that was marred by"."""

INVITED_REACH = 7
INVITED = re.compile(r"\b(?:invitation|behest|request|initiative) (?:of|by|from) (?:[\w.’'-]+ ){0,4}$", re.IGNORECASE)
"""Before who invited a visitor: accepts "at the invitation of the Chilean "; refuses "of the invited Chilean "."""

BY_GUESTS = re.compile(
    r"\s?(?:(?!by\b)[\w-]+ ){0,4}?by (?:the |a |some |many )?(?:(?!and\b)[\w-]+ ){0,3}?"
    r"(?:media|press|reporters?|journalists?|correspondents?|photographers?|tourists?|fans|pilgrims?|students?)\b",
    re.IGNORECASE,
)
"""Right behind a visit, by whom it is: accepts " there by foreign reporters"; refuses " by the minister"."""

PAID = re.compile(r"\b(?:begins?|began|pays?|paid|makes?|made|starts?|started|ends?|ended)\b[^.;,]*$", re.IGNORECASE)
"""Before a visit to nowhere named: accepts "begins a four-day state "; refuses "spoke of a "."""

NEXT_STOP = re.compile(
    r"\s*(?:;\s*(?:and\s+)?(?:then\s+)?(?:on\s+)?(?:to\s+)?|,?\s*(?:and\s+)?(?:then\s+)?(?:on\s+)?to\s+"
    r"|,?\s*and\s+(?:then\s+)?in\s+)",
    re.I,
)
"""From one stop to the next. Accepts "Oslo; and Riga", "Oslo on May 4 and to Riga"; refuses "Oslo for talks"."""
NEXT_BEHIND_DAYS = re.compile(rf"(?:{NEXT_STOP.pattern}|,?\s*and\s+(?:then\s+)?(?-i:(?=[A-Z])))", re.I)
"""The same behind the days of a stop: accepts "(Oslo on May 4) and Riga"; refuses "(Oslo on May 4) and met"."""
FAR_DAYS = 40
"""Code points from a place to the end of the days named with it: "on Wednesday, September 14, 2016"."""
FOR_TALKS = re.compile(
    r"\b(?:for|to (?:attend|hold|resume|continue|join|take part in|begin|start))\b[^.;]{0,40}?"
    r"\b(?:talks|negotiations?|meetings?|conference|session|consultations|assembly|summit)\b",
    re.IGNORECASE,
)
"""Behind a seat of bodies: accepts " for detailed negotiations"; refuses " for a rest"."""

SEAT_REACH = 90

TO_ATTEND = re.compile(
    r"\s(?:on \w+day |today |tomorrow |later |\w+day |next \w+ |this \w+ )?"
    r"(?:to (?:attend|address|take part in|participate in) "
    r"(?:the |a |an |this |next |\w+day[’']s )?(?:[\w-]+ ){0,3}?"
    r"|for (?:(?!with\b)[\w.-]+ ){0,5}?[\w.]+-(?:brokered|sponsored|mediated|facilitated) (?:[\w-]+ ){0,2}?)"
    r"(?:talks|negotiations|meetings?|conference|session|assembly)\b",
    re.IGNORECASE,
)
"""Right behind a place to which others have called: accepts " Monday to attend the talks", " for UN-brokered
talks"; refuses " to attend a fair"."""

AIM_REACH = 100
"""Code points from "to attend" to the body whose session it is: "the meetings of the IMF and its sister bank"."""

TO_A_SESSION = re.compile(
    r"\b(?:to (?:attend|address|brief|take part in|participate in)\b(?![^.;,]{0,60}?\bsummit)|"
    r"for (?:a|an|the|this week’s|next week’s) (?:[\w-]+ ){0,4}?(?:meetings?|conference|session|assembly))\b|"
    r"\b(?:with|to meet) (?:(?:the|his|her|its|their|foreign|private|commercial) )*"
    r"(?P<banks>creditors?|(?:creditor )?banks|bankers|investors|business(?:men|people)?|executives)\b",
    re.IGNORECASE,
)
"""What is no visit to the host. Accepts "to attend the OPEC (talks)", "with creditors"; refuses "to meet Chile's"."""


COMPANY_REACH = 14
"""Tokens from "accompanied" to where they went: "the president and his wife on a state visit to" has eleven."""


LED_BY = re.compile(r"\b(?:led|headed|sent|dispatched|chaired) by\b", re.IGNORECASE)
"""Between a team and where it goes: accepts "a delegation led by the minister (arrived in)"; refuses "the minister"."""
LED_REACH = 24

DURING_A = re.compile(r"\bduring an? (?:[\w-]+ ){0,3}$", re.IGNORECASE)
"""Before a visit: accepts "she said during a two-day "; refuses "during the"."""

OF_ITS_LIKE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|latest|only|\w+est)(?:-(?:ever|level))? "
    r"(?:(?!by\b)[\w-]+ ){0,5}by (?:an?|any) $",
    re.IGNORECASE,
)
"""Before those who are only compared: accepts ", the first visit by a ", "the latest by any "; refuses "by the "."""


class Journey(OwnJourney):
    """Who travels to whom."""

    def _is_of_travellers(self, presence: Presence) -> bool:
        """Whether a party's name stands with people who travel ("a Thai delegation"), not with goods."""
        near = self.tokens[max(self.sentence.first, presence.first - 5) : min(self.sentence.last, presence.last + 5)]
        return any(token.lower in OF_TITLES | TRAVELLERS for token in near)

    def _is_to_a_region(self) -> bool:
        """Whether a named person travels to a region; its days are those of the visit told of elsewhere."""
        places = mentions_between(self.mentions.places, self.span.end, min(self.sentence.span.end, self.span.end + 40))
        if not any(place.kind == "region" for place in places):
            return False
        for presence in self._subject():
            self.cast.add(presence)
        return bool(self.cast.actors)

    def _is_of_an_occasion(self) -> bool:
        """Whether it is an occasion named before that is due there ("a meeting of the two due in Lima this week")."""
        before = [end for _, end in self.others if end <= self.first]
        if not before or self.tokens[self.first].lower not in DUE:
            return False
        return not any(token.tag in FINITE_TAGS for token in self.tokens[max(before) : self.first])

    def _is_of_a_vehicle(self) -> bool:
        """Whether a ship or plane goes there, and nobody of whom it is told."""
        token = self.tokens[self.first]
        verb = token if token.tag.startswith("VB") else tenses.governor(self.mentions, self.sentence, token)
        if verb is None:
            return False
        subject = self._child(verb, {"nsubj", "nsubjpass"})
        if verb.dep in {"acl", "relcl"} and (subject is None or subject.lower in {"which", "that"}):
            subject = self.tokens[verb.head]
        return subject is not None and subject.lower in VEHICLES

    def _read_travel(self) -> bool:
        """Whether somebody travels to a state or body that is not his own, by the verb's subject and where it leads."""
        if (
            self._is_of_an_occasion()
            or self._is_of_a_vehicle()
            or ON_PRIVATE.search(self._after_words(9))
            or self._is_to_no_host()
        ):
            return False
        if self.trigger.name == "visit verb" and (town := self._town_turned_to()) is not None:
            return self._add_destinations([town])
        destinations = self._led_to()
        if self.trigger.name == "be there" and not self._is_of_people():
            return False  # "my last meeting was in Lima in May"
        if not destinations:
            return self._is_to_a_region()
        is_kept, end = False, self.first
        for presence in self._travellers(self._subject()):
            between = {token.lower for token in self.tokens[end : presence.first]}
            is_listed = is_kept and between <= {"and", ","}  # "the ministers of Chile, Peru, Cuba and Kenya"
            end = presence.last
            is_kept = presence.kind != "party" or self.trigger.name == SENT or self._is_of_travellers(presence)
            is_kept = is_kept or is_listed
            if is_kept:
                self.cast.add(presence)
        if not self.cast.parties:
            self._add_those_who_lead()
        if not self.cast.parties and self._opens_on_verb():
            self._add_turned(self._token_at(destinations[-1][0].end + 1))
        for presence in self.sides.within(self.first, self.last) if self._is_by_those_within() else ():
            self.cast.add(presence)
        if self.trigger.name in HERE and not self.cast.actors and not self._is_by_office():
            return False
        if not self._has_traveller(destinations):
            return False
        return self._add_destinations(destinations)

    def _add_those_who_lead(self) -> None:
        """Add those by whom a team is led or was sent that travels ("a delegation led by the minister arrived in")."""
        first = max(self.sentence.first, self.first - LED_REACH)
        match = LED_BY.search(self._words(first, self.first))
        if match is None:
            return
        begin = self._token_at(self.tokens[first].start + match.end() - 1)
        for presence in self.sides.within(begin, self.first):
            if presence.kind != "party" and (presence.link == "by" or presence.link in {"and", ","}):
                self.cast.add(presence)

    def _has_traveller(self, destinations: Sequence[tuple[Span, str]]) -> bool:
        """Whether it is known whose people travel, or it was concluded."""
        elsewhere = {code for _, code in destinations}
        if (
            self.cast.parties
            or self._add_own_side(elsewhere)
            or self._add_side_of_office(elsewhere)
            or self._add_speaker()
        ):
            return True
        return self._add_the_other_side(elsewhere)

    def _is_on_their_own_visit(self) -> bool:
        """Whether those said to be on a visit are people of a state in office ("the president, on a visit,")."""
        near = [one for one in self._subject_by_position(self.first) if one.kind != "party"]
        return bool(near) and not self.others

    def _is_by_office(self) -> bool:
        """Whether an office of a state that travels stands before the words ("the President of Chile arrives")."""
        return any(one.kind == "office" and one.parties for one in self._subject())

    def _is_by_those_within(self) -> bool:
        """Whether the words themselves name whose people travel ("led an African Union delegation to", "they sent")."""
        return self.trigger.name == "lead" or (self.trigger.name == SENT and not self.cast.parties)

    def _led_to(self) -> list[tuple[Span, str]]:
        """The places that the journey leads to."""
        if self.trigger.name in HERE:
            over = None if self._is_quoted() else place_over_body(self.mentions)
            return [over] if over is not None else []
        if self.trigger.name == "accompany":
            return self._destinations_of_company()
        called = CALLED.match(self._after_words(8))
        index = self._token_at(self.span.end + called.end()) if called is not None else self.last
        destinations = self._destinations(index) if index is not None else []
        if not destinations and self.trigger.name == "visit verb":
            return self._destinations_of_people()
        if not destinations and self.trigger.name == SENT:
            beyond = TO_TALK_IN.match(self._after_words(14))
            there = self._token_at(self.span.end + beyond.end()) if beyond is not None else None
            return self._destinations(there) if there is not None else []
        return destinations

    def _destinations_of_company(self) -> list[tuple[Span, str]]:
        """Where those go whom somebody accompanies ("accompanied the president to Lima")."""
        for index in range(self.last, min(self.sentence.last - 1, self.last + COMPANY_REACH)):
            if self.tokens[index].lower == "to":
                return self._destinations(index + 1)
        return []

    def _read_visit(self) -> bool:
        """Whether a noun for a visit has a guest and a host of two sides, in the words around it."""
        if self._is_of_a_vehicle() or PRIVATE.search(self._before_words(3) + " "):
            return False
        if BY_GUESTS.match(self._after_words(8)):
            return False
        destinations: list[tuple[Span, str]] = []
        index = self.last
        starts = {start for start, _ in self.others}
        included = INCLUDING.match(self._after_words(6))
        if included is not None:
            index += len(included[0].split())
            destinations = self._destinations(index)
        while index < min(self.sentence.last, self.last + 14):
            token = self.tokens[index]
            if index in starts and included is None and token.lower in VISITS:
                break  # "a visit here by the envoy and a visit to Chile"
            if token.tag in FINITE_TAGS or token.lower in {"after", "before", "during", "at"}:
                break
            if token.lower in {"to", "in", "of"} and not destinations:
                destinations = self._unowned(self._destinations(index + 1), token.lower)
            index += 1
        for presence in self._right():
            if (
                presence.link in {"by", "of"}
                and presence.parties
                and not self._is_of_words_behind(presence)
                and not self._is_of_stops(presence, destinations)
                and not self._is_who_invites(presence)
                and not self._is_of_its_like(presence)
            ):
                self.cast.add(presence)
        if not self.cast.parties:
            for presence in self._left_modifiers():
                self.cast.add(presence)
        if not self.cast.parties and not self._add_speaker():
            for presence in self._travellers(self._subject_of_noun()):
                self.cast.add(presence)
        if not self.cast.parties and included is not None:
            self._add_who_is_taken()
        destinations = destinations or self._destination_before() or self._destination_here()
        if not destinations:
            if len(self.cast.parties) != 1:
                return False
            is_during = DURING_A.search(self._before_words(5) + " ") is not None
            is_by = is_during and BY_SOMEBODY.match(self._after_words(8)) is not None
            if is_by:
                self._add_host_who_speaks()
            if PAID.search(self._before_words(8)) is not None:
                return True
            leads_elsewhere = re.match(r"\s*(?:to|in)\b", self._after_words(1)) is not None  # "to Europe"
            is_one = self._is_definite() if leads_elsewhere else THE_ONE.search(self._before_words(8) + " ") is not None
            is_on = self.trigger.name == "on a visit" and self._is_on_their_own_visit()
            return is_one or is_by or is_on
        if not self._has_traveller(destinations):
            return False
        return self._add_destinations(destinations)

    def _add_who_is_taken(self) -> None:
        """Add the one of whom the sentence tells, whom a tour takes somewhere ("a tour that will take her to")."""
        named = self.sides.within(self.sentence.first, self.first)
        people = [one for one in named if one.kind in {"person", "office"} and one.parties]
        if len({one.parties for one in people}) == 1:
            for presence in people:
                self.cast.add(presence)

    def _is_of_words_behind(self, presence: Presence) -> bool:
        """Whether "of" stands behind a comma, and hangs on other words ("visits to A, …, the creation of the B")."""
        between = self.mentions.report.text[self.span.end : max(self.span.end, presence.span.start)]
        return presence.link == "of" and presence.kind in {"party", "body"} and "," in between

    def _is_of_stops(self, presence: Presence, destinations: Sequence[tuple[Span, str]]) -> bool:
        """Whether a state is one of those that a tour leads through ("a tour of Chile and Peru")."""
        is_stop = presence.kind == "party" and any(presence.span.overlaps(span) for span, _ in destinations)
        return is_stop and A_TOUR.search(self._before_words(6) + " " + self.mentions.words(self.span)) is not None

    def _is_who_invites(self, presence: Presence) -> bool:
        """Whether somebody is named as the one at whose invitation it is ("a visit … at the invitation of X")."""
        first = max(self.last, presence.first - INVITED_REACH)
        return INVITED.search(self._words(first, presence.first) + " ") is not None

    def _is_of_its_like(self, presence: Presence) -> bool:
        """Whether people are named only for what number their visit is ("…, the first by a Chilean leader since")."""
        return OF_ITS_LIKE.search(self._words(self.last, presence.first) + " ") is not None

    def _add_host_who_speaks(self) -> None:
        """Add the side of whoever said something during a visit to no named place ("she said during a visit by")."""
        people = [
            one for one in self._subject_of_noun() if one.kind in {"person", "reference"} and len(one.parties) == 1
        ]
        codes = {code for one in people for code in one.parties} - set(self.cast.parties)
        if len(codes) == 1:
            (self.host,) = codes
            self.cast.parties[self.host] = people[0].span
            self.cast.actors.extend(one for presence in people for one in presence.actors)

    def _unowned(self, destinations: list[tuple[Span, str]], link: str) -> list[tuple[Span, str]]:
        """The places that are not just the state of whose people the visit is ("the visit of the Chilean minister")."""
        if link != "of":
            return destinations
        people = [one for one in self.sides.presences if one.kind in {"office", "person", "reference", "body"}]
        return [(span, code) for span, code in destinations if not any(one.span.contains(span) for one in people)]

    def _hosts_at_their_seat(self) -> list[str]:
        """The bodies met where they sit: there the UN or the EU is the host, not the country."""
        if not re.search(
            r"\b(?:New York|Brussels|Vienna|Geneva|Addis Ababa|Jakarta)\b|\bBelgium\b", self._after_words(12)
        ):
            return []
        named = self.sides.within(self.last, min(self.sentence.last, self.last + REACH))
        codes = [code for presence in named for code in presence.parties if presence.link not in {"in", "from"}]
        return list(dict.fromkeys(code for code in codes if code in bodies_with(Trait.SEATED)))

    def _further_stops(self, stop: Span) -> list[tuple[Span, str]]:
        """The places beyond a semicolon or the days of the first ones ("to Oslo, Norway; and Riga", "and to Riga")."""
        begin = stop.end + (self.mentions.report.text[stop.end : stop.end + 1] == ")")
        for time in mentions_between(self.mentions.times, begin, begin + FAR_DAYS):
            if self.mentions.report.text[begin : time.span.start].strip(" ,") in {"", "on", "from"}:
                begin = time.span.end
        next_stop = NEXT_STOP if begin <= stop.end + 1 else NEXT_BEHIND_DAYS
        joint = next_stop.match(self.mentions.report.text, begin, self.sentence.span.end)
        if joint is None:
            return []
        first = next((token.index for token in self.mentions.tokens_of(self.sentence) if token.start >= joint.end()), 0)
        found = self._destinations(first) if first else []
        if not found or self._does_something(found[-1][0]):
            return []
        return [*found, *self._further_stops(found[-1][0])]

    def _does_something(self, place: Span) -> bool:
        """Whether a verb follows whose subject a place's name is ("visited Oslo on 4 May and Riga protested")."""
        after = self._token_at(place.end - 1) + 1
        return after < self.sentence.last and self.tokens[after].tag in FINITE_TAGS

    def _add_destinations(self, destinations: list[tuple[Span, str]]) -> bool:
        """Enter those visited, with their words and codes in order; whether any of them is not the visitor's own."""
        visitors = set(self.cast.parties)
        destinations = [*destinations, *self._further_stops(destinations[-1][0])]
        foreign = [(span, code) for span, code in destinations if code not in visitors]
        if len({code for _, code in foreign}) == 1:
            foreign = foreign[:1]  # "Paris, France" is Paris
            seated = [(foreign[0][0], code) for code in self._hosts_at_their_seat()]
            foreign = seated or foreign
        elif foreign:
            self.stops = {code: span for span, code in reversed(foreign)}
            self.stops = dict(reversed(self.stops.items()))  # the first words for each, in the order of the journey
        if not foreign and self.trigger.shape == "travel":
            foreign = self._came_from(visitors)
        if not foreign or self._is_to_a_seat(foreign):
            return False
        country = foreign[0][1]
        foreign = [(span, holder_of(self.mentions, span, code) or code) for span, code in foreign]
        for span, code in foreign:
            self.cast.parties.setdefault(code, span)
        self.host = foreign[0][1] if len({code for _, code in foreign}) == 1 else None
        self.destination = (Span(self.span.report, foreign[0][0].start, foreign[-1][0].end), country)
        return True

    def _came_from(self, visitors: set[str]) -> list[tuple[Span, str]]:
        """The country from where somebody is told to have come home ("returned to Rome on Monday from Tunis")."""
        match = CAME_FROM.match(self._after_words(12))
        index = self._token_at(self.span.end + match.end() + 1) if match is not None else None
        found = self._destinations(index) if index is not None else []
        return [(span, code) for span, code in found if code not in visitors][:1]

    def _is_to_a_seat(self, foreign: Sequence[tuple[Span, str]]) -> bool:
        """Whether the journey leads to where bodies sit, for a meeting there ("to Geneva for negotiations")."""
        span, code = foreign[0]
        if len({code for _, code in foreign}) > 1:
            return False
        after = self.mentions.report.text[span.end : min(self.sentence.span.end, span.end + SEAT_REACH)]
        is_to_attend = TO_ATTEND.match(after) is not None and self.trigger.name != "visit verb"
        if not is_to_attend and (not is_for_bodies(self.mentions.words(span)) or FOR_TALKS.search(after) is None):
            return False
        named = mentions_between(self.mentions.parties, span.end, span.end + SEAT_REACH)
        return not any(party.code == code for party in named)

    def _add_own_side(self, elsewhere: set[str]) -> bool:
        """Whether the traveller, of no named party, was taken to be of the side whose account the report is."""
        side = self.mentions.report.side
        if side is None or not (self.cast.actors or self._is_own_principal(side, elsewhere)):
            return False
        if any(self.mentions.actors[index].party for index in self.cast.actors):
            return False
        self.cast.parties[side] = None
        self.inferred.append(("parties", f"a person of no named party, in the account of {side}"))
        return True

    def _is_to_no_host(self) -> bool:
        """Whether the journey leads to a body's session or to creditors, whose country is but where they sit."""
        aim = TO_A_SESSION.search(self._after_words(16).partition(",")[0])
        if (
            aim is None
            or self._hosts_at_their_seat()
            or mentions_between(self.mentions.persons, self.span.end, self.span.end + aim.end())
        ):
            return False
        if aim["banks"]:
            return True
        begin = self.span.end + aim.start()
        parties = mentions_between(self.mentions.parties, begin, min(begin + AIM_REACH, self.sentence.span.end))
        return any(self._is_seated(party.code) for party in parties)
