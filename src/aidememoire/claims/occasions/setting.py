"""When and where an occasion is, of which standing format, and the how-manieth."""

import re
from dataclasses import replace

from aidememoire.claims import tenses
from aidememoire.claims.occasions.participation import PEOPLE_NOUNS, mentions_between, mentions_within, token_range
from aidememoire.claims.occasions.stretch import REACH, Stretch
from aidememoire.claims.tenses import Tense
from aidememoire.model import DialogueMention, MeetingKind, NameForm, PlaceMention, Span, TimeMention, Token

OFFICIAL_NAME = re.compile(r"(?:[A-Z]\w+ ){0,3}(?:Republic|Kingdom|State) of (?:the )?([A-Z].*)$")

DATED_THINGS = frozenset(
    (
        "agreement agreements accord accords treaty deal declaration resolution war coup election elections budget "
        "plan pact protocol convention attack attacks revolution uprising deadline"
    ).split()
)

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"inaugural": 1}

ORDINAL = re.compile(r"\b(?:(" + "|".join(ORDINALS) + r")|(\d{1,3})(?:st|nd|rd|th))\b", re.IGNORECASE)


HELD_IN = frozenset(
    (
        "hold meet take begin start open convene schedule gather continue resume conclude end arrive speak host plan "
        "set assemble attend sign expect reconvene appear stay be"
    ).split()
)
"""Verbs whose "in" and "at" say where an occasion is: "was held in", not "is happening in"."""

SAYING = frozenset(
    (
        "say tell announce add report declare state confirm note inform disclose reveal write stress recall claim "
        "insist warn"
    ).split()
)
HEARERS = frozenset("on late early reporters journalists the a an press state television parliament lawmakers".split())

TOWN_OF = re.compile(
    r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}(?:['’]s)? (?:[\w-]+ ){0,3}?(?:capital|city|resort|town|port|village)"
    r"(?: (?:of|city|town))?,? (?=[A-Z])"
)
"""A country or its adjective before a town. Accepts "Peru's capital Lima", "the Peruvian resort of"; refuses "Peru"."""

LONG_TIME = 300
"""Days: a year told of in another clause is that of something else ("met X and recalled the accords of 1991")."""

FAR_NUMBER = 11
"""Tokens from a number to its noun: "the first Chile-Peru Clean Water Partnership (CPCWP) meeting" is in reach."""

DESTINATION_JOINTS = frozenset("and , the to ( ) then both followed by as well".split())
DESTINATION_NOUNS = frozenset("capital city resort kingdom republic town island state region of ’s 's".split())


class Setting(Stretch):
    """What the words around a trigger say of day, place, format and number."""

    def _time(self) -> TimeMention | None:
        """The nearest date in the trigger's own stretch of the sentence; after it before one ahead of it."""
        times = [
            time
            for time in mentions_within(self.mentions.times, self.sentence.span)
            if time.type in {"DATE", "TIME"} and time.when is not None and self._is_time_of_deed(time)
        ]
        best: tuple[float, TimeMention] | None = None
        for time in times:
            first, last = token_range(self.mentions, self.sentence, time.span)
            if first >= self.last:
                distance = float(first - self.last)
                barrier = sum(1 for start, _ in self.others if self.last <= start < first)
                barrier += sum(
                    1
                    for token in self.tokens[self.last : first]
                    if token.lower in {";", "but", "after", "before", "when", "while", "which", "who", "since"}
                    and not self._is_which_is_held(token)
                    and not (token.lower == ";" and self.trigger.shape in {"travel", "visit"})
                )
            else:
                distance = float(self.first - last) + 3
                barrier = sum(1 for start, _ in self.others if last <= start < self.first)
                barrier += sum(
                    1
                    for token in self.tokens[last : self.first]
                    if token.lower in {";", "but", "while", "which", "who"}
                )
            if barrier and last <= self.first and any(last <= start < self.first for start, _ in self.others):
                continue  # the day of another occasion, named before this one
            if self._is_year_beyond_a_verb(time, first):
                continue
            if barrier and distance > 3:
                distance += 25 * barrier
            if distance <= 40 and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _agreeing(self, time: TimeMention | None, tense: Tense) -> TimeMention | None:
        """The time in the reading that the verb's tense asks for, where the words leave several open ("on Monday")."""
        on = self.mentions.on
        if time is None or time.when is None or on is None:
            return time
        ahead = {Tense.FUTURE, Tense.CONDITIONAL}
        if self.trigger.shape in {"encounter", "travel"} and not self.is_title:
            ahead.add(Tense.PRESENT)
        if tense in ahead and time.when.last < on:
            readings = [when for when in time.alternatives if when.last >= on]
        elif tense in {Tense.PAST, Tense.PERFECT} and time.when.first > on:
            readings = [when for when in time.alternatives if when.first <= on]
        else:
            return time
        return replace(time, when=readings[0]) if readings else time

    def _is_time_of_deed(self, time: TimeMention) -> bool:
        if self._is_over_the_body(time.span):
            return False
        first, last = token_range(self.mentions, self.sentence, time.span)
        before = self.tokens[first - 1].lower if first > self.sentence.first else ""
        if before in {"since", "until", "by", "till"} or self._is_time_of_saying(first):
            return False
        if self._is_right_after_saying(first, last) or self._is_of_another_thing(first, last):
            return False
        if self._is_of_another_deed(first, last):
            return False
        return not (last < self.sentence.last and self.tokens[last].lower in DATED_THINGS)

    def _is_year_beyond_a_verb(self, time: TimeMention, first: int) -> bool:
        """Whether a time of a year or more is told of in another clause after the occasion."""
        if time.when is None or (time.when.last - time.when.first).days <= LONG_TIME:
            return False
        own = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return any(
            token.tag in {"VBD", "VBZ", "VBP"} and (own is None or own.index not in {token.index, token.head})
            for token in self.tokens[self.last : first]
        )

    def _is_which_is_held(self, which: Token) -> bool:
        """Whether a relative clause tells when the occasion itself is held ("the meeting, which was to be held on")."""
        if which.lower != "which" or which.index - self.last > REACH:
            return False
        verb = self.tokens[which.head]
        return verb.lemma in HELD_IN and which.dep in {"nsubj", "nsubjpass"}

    def _is_of_another_thing(self, first: int, last: int) -> bool:
        """Whether a time stands before the name of another thing than the occasion ("the 2018 farm price package")."""
        token = self.tokens[last - 1]
        if token.dep != "nummod" or token.head < last:
            return False
        is_here = self.sentence.first <= token.head < self.sentence.last
        is_of_trigger = self.first <= token.head < self.last or token.head == self.last - 1
        return is_here and self.tokens[token.head].pos == "NOUN" and not is_of_trigger and first < token.head

    def _is_of_another_deed(self, first: int, last: int) -> bool:
        """Whether a time belongs to a deed told of in passing ("the land occupied in 1967", "since he fled in May")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or verb.dep not in {"acl", "relcl", "advcl"} or verb.lemma in HELD_IN:
            return False
        if self.first <= verb.index < self.last or self.first <= verb.head < self.last or 0 <= self.first - last <= 1:
            return False
        token = self.tokens[self.last - 1]
        for _ in range(12):
            if token.index == verb.index:
                return False
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                break
            token = self.tokens[token.head]
        return True

    def _is_right_after_saying(self, first: int, last: int) -> bool:
        """Whether a time stands right after a verb of saying, and no occasion after it ("told reporters on Monday")."""
        index = first - 1
        while index > self.sentence.first and first - index <= 4 and self.tokens[index].lower in HEARERS:
            index -= 1
        verb = self.tokens[index]
        if verb.lemma not in SAYING or not verb.tag.startswith("VB") or self.first <= index < self.last:
            return False
        after = self.tokens[last].lower if last < self.sentence.last else ""
        return not (self.first > last and after in {"after", "at", "following", "during", "in", "before"})

    def _is_time_of_saying(self, first: int) -> bool:
        """Whether a time says when somebody spoke in whose words the occasion stands ("said on Friday that …")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[first])
        if verb is None or verb.lemma not in SAYING or self.first <= verb.index < self.last:
            return False
        token = self.tokens[self.first]
        for _ in range(12):
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                return False
            if token.head == verb.index:
                return token.dep == "ccomp"
            token = self.tokens[token.head]
        return False

    def _is_over_the_body(self, span: Span) -> bool:
        """Whether the words belong to the dateline, not to what the sentence tells."""
        dateline = self.mentions.dateline
        return dateline is not None and dateline.extent.contains(span)

    def _place(self) -> tuple[Span, str | None] | None:
        if self.destination is not None:
            return self.destination
        if self.trigger.kind is MeetingKind.CALL:
            return None
        ends = [start for start, _ in self.others if start >= self.last and not self._is_only_the_setting(start)]
        if re.search(r"\b(?:sidelines|margins) of\b", self._after_words(30)):
            ends = []  # a meeting on the sidelines of a summit is where the summit is
        end = min([self.sentence.last, self.last + REACH, *ends])
        found: list[tuple[int, tuple[Span, str | None]]] = []
        for index in range(self.last, end):
            if self.tokens[index].lower in {"in", "at", "inside", "outside", "near"} and self._attaches(index):
                place = self._place_after(index)
                if place is not None:
                    found.append((index - self.last, place))
                    break
            is_end = self.tokens[index].lower in {";", "after", "before", "but", "which", "who", "about", "discuss"}
            if is_end and not self._is_which_is_held(self.tokens[index]):
                break
        beside = self._place_of_summit_beside()
        if beside is not None and not found:
            return beside
        inside = self._place_in_modifiers()
        if inside is not None and not (found and found[0][0] <= 1):
            return inside
        begins = [finish for _, finish in self.others if finish <= self.first]
        for index in range(self.first - 1, max([self.sentence.first, self.first - 25, *begins]) - 1, -1):
            if self.tokens[index].lower in {"in", "at"} and self._attaches(index):
                place = self._place_after(index)
                if place is not None:
                    found.append((self.first - index + 2, place))
                    break
        return min(found)[1] if found else None

    def _place_of_summit_beside(self) -> tuple[Span, str | None] | None:
        """The city in the name of the conference on whose sidelines the meeting is."""
        match = re.search(r"\b(?:sidelines|margins) of ", self._after_words(REACH))
        if match is None or self.last >= self.sentence.last:
            return None
        start = self.tokens[self.last].start + match.end()
        places = mentions_between(self.mentions.places, start, min(start + 60, self.sentence.span.end))
        return next(((place.span, place.country) for place in places if place.kind == "city"), None)

    def _attaches(self, index: int) -> bool:
        """Whether "in" and "at" say where the occasion is, not where another thing is ("the ceasefire in …")."""
        before = self.tokens[index - 1]
        if index in {self.last, self.sentence.first}:
            return True
        if before.pos == "VERB" and not self.first <= before.index < self.last:
            return before.lemma in HELD_IN or (before.tag == "VBG" and before.lower == "meeting")
        if before.pos != "NOUN" or before.lower in PEOPLE_NOUNS | {"place", "part", "session"}:
            return True
        if before.lower in {"sidelines", "margins"} or self._is_of_those_who_meet(before):
            return True
        start = before.start
        times = mentions_within(self.mentions.times, self.sentence.span)
        if any(time.span.start <= start < time.span.end for time in times):
            return True
        return any(presence.first < index <= presence.last for presence in self.sides.presences) or any(
            begin < index <= end for begin, end in self.others
        )

    def _is_of_those_who_meet(self, token: Token) -> bool:
        """Whether a noun is one of those of whom the meeting is ("talks of finance ministers and bankers in Bern")."""
        for _ in range(6):
            if self.first <= token.index < self.last:
                return True
            is_listed = token.dep in {"conj", "pobj", "appos"} or token.lower in {"of", "between", "among"}
            if not is_listed or not self.sentence.first <= token.head < self.sentence.last or token.head == token.index:
                return False
            token = self.tokens[token.head]
        return False

    def _place_after(self, index: int) -> tuple[Span, str | None] | None:
        for ahead in range(index + 1, min(self.sentence.last, index + 8)):
            place = self._place_at(ahead)
            if place is not None:
                return self._town_of(ahead) or place
            token = self.tokens[ahead]
            if not (
                token.pos in {"DET", "ADJ", "PROPN", "PUNCT"}
                or token.lower
                in {"capital", "city", "resort", "town", "of", "'s", "’s", "port", "southern", "northern"}
            ):
                return None
        return None

    def _town_of(self, index: int) -> tuple[Span, str | None] | None:
        """The town in a country's "capital Y", "resort of Y", where this token is the country's name."""
        match = TOWN_OF.match(self._words(index, min(self.sentence.last, index + 14)))
        if match is None:
            return None
        start = self.tokens[index].start + match.end()
        towns = mentions_between(self.mentions.places, start, start + 40)[:1]
        is_next = bool(towns) and towns[0].kind == "city" and towns[0].span.start == start
        return (towns[0].span, towns[0].country) if is_next else None

    def _place_in_modifiers(self) -> tuple[Span, str | None] | None:
        for place in mentions_within(self.mentions.places, self.sentence.span):
            first, last = token_range(self.mentions, self.sentence, place.span)
            if (
                last <= self.first
                and self.first - last <= 3
                and all(token.pos in {"ADJ", "NOUN", "PROPN"} for token in self.tokens[last : self.first])
                and self._is_bare_place(place, first)
            ):
                return place.span, place.country
        return None

    def _is_bare_place(self, place: PlaceMention, first: int) -> bool:
        return place.kind in {"city", "venue"} and self.trigger.shape == "occasion"

    def _place_at(self, index: int) -> tuple[Span, str | None] | None:
        token = self.tokens[index]
        end = self.sentence.span.end
        for place in mentions_between(self.mentions.places, token.start, end)[:1]:
            if place.kind == "region" and self.trigger.shape not in {"travel", "visit"}:
                continue
            if self._is_part_of_a_name(place.span):
                continue
            if place.span.start <= token.start < place.span.end and not self._is_over_the_body(place.span):
                return self._with_its_city(place) or self._short_name(place.span), place.country
        for party in mentions_between(self.mentions.parties, token.start, end)[:1]:
            if self._is_body(party.code):
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
        if self.mentions.report.text[span.end : span.end + 1] in {"-", "–"}:
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
        return party is None or str(party.kind) not in {"state", "former_state", "entity"}

    def _destinations(self, first: int) -> list[tuple[Span, str]]:
        """The places listed from this token on, with their countries."""
        found: list[tuple[Span, str]] = []
        index = first
        while index < min(self.sentence.last, first + 30):
            place = self._place_at(index)
            if place is not None and place[1]:
                found.append((place[0], place[1]))
                index = token_range(self.mentions, self.sentence, place[0])[1]
                continue
            token = self.tokens[index]
            is_joint = token.lower in DESTINATION_JOINTS
            is_name = token.pos in {"ADJ", "PROPN", "DET", "PUNCT"} and not found
            is_title = not found and token.lower in DESTINATION_NOUNS
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

    def _format(self) -> tuple[Span | None, str | None, tuple[str, ...]]:
        """The standing dialogue that the occasion is one of, where it is named beside it."""
        best: tuple[int, DialogueMention] | None = None
        for dialogue in mentions_within(self.mentions.dialogues, self.sentence.span):
            first, last = token_range(self.mentions, self.sentence, dialogue.span)
            gap = self._gap_to_format(dialogue, first, last)
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, dialogue)
        if best is None:
            return None, None, ()
        known = self.knowledge.dialogues.get(best[1].key) if best[1].key else None
        if known is not None and known.organisation:
            return best[1].span, best[1].key, (known.organisation,)
        return best[1].span, best[1].key, best[1].parties

    def _gap_to_format(self, dialogue: DialogueMention, first: int, last: int) -> int | None:
        """How many tokens lie between the trigger and a format's name; None when it isn't the trigger's."""
        if first < self.last and self.first < last:
            return 0
        if any(start <= last and first <= end for start, end in self.others):
            return None
        if any(min(last, self.last) <= start < max(first, self.first) for start, _ in self.others):
            return None
        between = self._words(min(last, self.last), max(first, self.first)).lower()
        if "sidelines" in between or "margins" in between:
            return None
        if first >= self.last and any(token.tag in {"VBD", "VBZ", "VBP"} for token in self.tokens[self.last : first]):
            return None  # what somebody did beside: "after talks in Bern, X criticised the contact group"
        known = self.knowledge.dialogues.get(dialogue.key) if dialogue.key else None
        if last <= self.first:
            limit = 3 if known is not None and known.organisation else 8
            return self.first - last if self.first - last <= limit else None
        if known is not None and known.organisation:
            is_near = re.fullmatch(
                r"(?:in |within |under )?(?:the )?(?:format )?(?:of )?(?:the )?[“\"«]?", between.strip() + " "
            )
            return first - self.last if is_near else None
        return first - self.last if first - self.last <= 14 else None

    def _ordinal(self) -> tuple[int | None, Span | None]:
        """The number that the text gives the occasion ("the eighth round", "2nd meeting")."""
        number = self._ordinal_before(self.first) if self.trigger.shape in {"occasion", "visit"} else (None, None)
        format_span = self._format()[0]
        if number[0] is None and format_span is not None and format_span != self.span:
            number = self._ordinal_before(token_range(self.mentions, self.sentence, format_span)[0])
        return number

    def _ordinal_before(self, end: int) -> tuple[int | None, Span | None]:
        first = max(self.sentence.first, end - FAR_NUMBER)
        for index in range(end - 1, first - 1, -1):
            token = self.tokens[index]
            if token.pos == "VERB" or token.lower in {",", "in", "at", "on", "by", "with", "and"}:
                return None, None
            match = ORDINAL.fullmatch(token.text)
            if match and not self._is_other_number(index):
                number = ORDINALS[match[1].lower()] if match[1] else int(match[2])
                return number, Span(self.span.report, token.start, token.end)
        return None, None

    def _is_other_number(self, index: int) -> bool:
        """Whether an ordinal is no number in a series: "first of May", "the first day", "for the first time"."""
        following = self.tokens[index + 1].lower if index + 1 < self.sentence.last else ""
        token = self.tokens[index]
        if any(
            time.span.start <= token.start < time.span.end
            for time in mentions_within(self.mentions.times, self.sentence.span)
        ):
            return True
        return following in {
            "day",
            "time",
            "such",
            "since",
            "ever",
            "half",
            "quarter",
            "anniversary",
            "lady",
            "of",
            "deputy",
            "vice",
            "stage",
            "working",
            "face",
            "direct",
            "public",
            "official",
        }
