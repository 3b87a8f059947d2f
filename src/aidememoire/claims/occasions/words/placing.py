"""Placing: where an occasion is, and where a journey leads, by the words around them."""

import re
from functools import cached_property

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.participation import (
    PEOPLE_NOUNS,
    mentions_between,
    mentions_within,
)
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.place_names import PlaceNames
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.claims.occasions.words.taking_part import BY_THE_WAY
from aidememoire.claims.tenses import token_range
from aidememoire.model import FINITE_TAGS, MeetingKind, NameForm, PlaceMention, Span, Token

HELD_IN = frozenset(
    (
        "hold meet take begin start open convene schedule gather continue resume conclude end arrive speak host plan "
        "set assemble attend sign expect reconvene appear stay be chair"
    ).split()
)
"""Verbs whose "in" and "at" say where an occasion is: "was held in", not "is happening in"."""

DECIDED = frozenset({"to", "that", "for"})
"""Behind these words stands what a council decided, not where: "voted to renew the mandate for its mission in"."""

STAGED = frozenset({"hold", "host", "convene", "organise", "organize"})
"""What somebody does with an occasion itself: "the conference, which she hopes to hold in"."""

JOURNEY = re.compile(
    r"\b(?:travel\w*|fl(?:y|ies|ew|ying|own)|head(?:s|ed|ing)?|go(?:es|ing)?|went|le(?:ft|aves?|aving)|depart\w*"
    r"|return\w*|continu\w+|proceed\w*|dispatch\w*|sen(?:ds?|t|ding)|invit\w+|arriv\w*|c(?:ame|omes?|oming)|trips?|visits?|tours?|stop-?overs?|stops?|stay|way|mission)"
    r"(?:\s[\w.’'-]+){0,6}?\s(?:to|for|in|at)(?=\s)",
    re.IGNORECASE,
)
"""What leads to a place. Accepts "will first travel to Kampala", "a stop in Amman", "sent his envoy to
Lima"; refuses "travelled with him"."""

POSTINGS = frozenset("consulate embassy legation consulates embassies".split())

YEAR_OF = re.compile(
    r"\b(?:Year|Days|Weeks?|Month|Season|Festival)s? of (?:[A-Z][\w’'-]+ |and |the ){0,4}(?:[A-Z]\w+|Culture)$"
)
"""What is held in a country by its name: accepts "the Year of Peru (in Norway)"; refuses "the years of talks (in)"."""

GOING_TO = re.compile(r"going to (?:be|take place|happen|have|hold)\b")
"""Of what is ahead, and no journey: accepts "going to be (in Lima)"; refuses "going to Lima"."""

IN_PARTICULAR = frozenset({"particular", "general", "principle", "addition", "turn", "return", "effect", "full"})
"""Behind "in", where no place follows: "the main issues, in particular, Peru"."""
STATES_OF_THINGS = frozenset(
    "development developments situation situations event events conflict crisis war fighting unrest settlement".split()
)
"""What is talked of, so that the country behind it is a topic; a town there may be where they met."""

TOPICS = frozenset("issue issues matter matters subject question questions topic topics agenda".split())
"""What is nowhere itself, so that a town behind it is where it was talked of: "met on the issue in Lima"."""
HOUSES = frozenset(
    "residence palace mansion house ranch farm villa estate retreat castle headquarters base club".split()
)
"""Where one meets, so that a town behind it is where they met: "received him at his residence in Lima"."""
HEARERS = frozenset("reporters journalists newsmen correspondents".split())

GATHERING_REACH = 5
"""Tokens from a meeting to the gathering that it was at: "met briefly at the recent"."""

AT_HEAD = re.compile(
    r"(?:(?:Earlier |Later )?(?:[Tt]oday|[Oo]n \w+day|[Yy]esterday),? |Meanwhile,? |Also )?(?:[Ii]n|[Aa]t)(?= [A-Z])"
)
"""Accepts "In Lima", "Today in Seoul", "On Friday, in"; refuses "The minister in"."""

IN_WHICH_DONE = re.compile(
    r"\b(?:at|during|in) (?:an?|his|her|their) (?:[\w-]+ ){0,3}$",
)
"""Before what somebody did a thing at: accepts "pledged help at his first"; refuses "spoke of the"."""

WHEN_THERE = re.compile(r"\b(?:when|while) (?:he|she|they|both|the two) (?:was|were|is|are) (?:both )?in\b")
"""Behind the word for meeting: accepts "when she was in"; refuses "when she was in her"."""

EDGE = re.compile(rf"\b{any_of('edges')}\b")
BESIDE = re.compile(rf"{EDGE.pattern} of\b", re.IGNORECASE)
"""Accepts "on the fringes of"; refuses "narrow margins in"."""

SAYING_THAT = frozenset("say tell announce add report declare state confirm inform".split())

STRESSING = frozenset("note stress emphasise emphasize underline point recall believe hope add out".split())
"""Words that "that" follows as it follows "said": "pointed out that"."""

NEAR_AFTER = 5
"""Tokens from "after" to the occasion that is over by then: "following up on our (meeting)"."""

CLAUSE_REACH = 9
"""Tokens from what is to be held to where: "agreed to hold a bilateral meeting" has five."""

YET_TO_BE = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were|due|plans?|agreed|expected|scheduled) to)\b")

DUE = frozenset("due expected awaited".split())

HOUSE_BEFORE = re.compile(
    r"\b(?:to|at|in|for) (?:the )?(?P<name>(?:[A-Z][\w’'-]+ ){0,4}"
    r"(?:House|Palace|Hotel|Villa|Residence|Castle|Hall|Centre|Center))\Z"
)
"""A house that no table knows: accepts "drove to the Lake Guest House"; refuses "drove to the house"."""

WHERE_DONE = re.compile(
    r", where (?:he |she |they |both |the (?:[\w-]+ ){1,4})"
    r"(?:(?:had|has|have|will|would|is|are|was|were|also|later|earlier|due|to|held|hold|then) ){0,5}"
    r"(?:(?:held|hold|had|have|having) (?:an? |the )?(?:[\w-]+ ){0,3})?$",
)
"""Behind a place: accepts ", where he had ", ", where he had held a breakfast "; refuses ", where troops
fought until she "."""

AIMED = frozenset("to where for".split())
APART = frozenset("; before after then from but while since that said says told prepare outcome results about".split())
"""What parts a journey from a meeting named after it: "flew to Bern after she met X"."""

JOURNEY_REACH = 22
"""Tokens from the place to the meeting: two persons with their offices stand between."""

BY_THE_WAYS = re.compile(rf"(?:\s?(?:{BY_THE_WAY}))+", re.IGNORECASE)
"""Between the trigger and "in": accepts "for the first time", "by video link"; refuses "for talks on trade"."""

BY_VIDEO = re.compile(
    r"\b(?:by|via|over|through) (?:an? )?(?:secure )?(?:video|tele-?conference|zoom)[\w-]*|\bvirtually\b", re.IGNORECASE
)
"""Accepts "by secure video link", "met virtually"; refuses "a video of the talks"."""

VIDEO_REACH = 18
LISTED_WITH = re.compile(r",? and an? (?:[\w-]+ ){0,2}$")
"""Right before another occasion: accepts "and an informal "; refuses "and the ", whose place is its own."""
FOR_TALKS = re.compile(r"\bfor (?:an? |their )?(?:(?!(?:the|this|that|an?|and|who)\b)[\w-]+ ?){0,3}$", re.IGNORECASE)
"""Between those who met and what for: accepts "the envoy for brief "; refuses "the envoy for the Lima "."""
LIST_REACH = 14
"""Tokens from an occasion to one listed with it: "a meeting of the Supreme Economic Council and a (meeting)"."""

BRIEF_REACH = 9
SESSION_REACH = 8
NAME_REACH = 8
"""Tokens from an occasion to the end of the name of those who hold it ("the meeting of the Contact Group, which")."""
PLACE_ENDS = frozenset("; after before but which who about discuss despite amid although though".split())
"""Behind these words another thing is told of: "met the rebels despite an attack in Riga"."""
GATHERINGS = frozenset("summit session meeting conference gathering forum ministerial".split())


class Placing(PlaceNames):
    """What the words around a trigger say of places."""

    def _is_which_is_held(self, which: Token) -> bool:
        """Whether a relative clause tells when the occasion itself is held ("the meeting, which was to be held on")."""
        if which.lower != "which" or which.index - self.last > REACH:
            return False
        verb = self.tokens[which.head]
        is_held = which.dep in {"nsubj", "nsubjpass"} or (which.dep == "dobj" and verb.lemma in STAGED)
        return verb.lemma in HELD_IN and is_held and not self._is_of_another_noun(verb)

    def _is_of_another_noun(self, verb: Token) -> bool:
        """Whether a relative clause's verb tells of another thing than the occasion ("met before the fair, which")."""
        if verb.dep != "relcl" or not self.last <= verb.head < verb.index:
            return False
        is_far = verb.head - self.last > NAME_REACH and not self._is_of_a_person(self.tokens[verb.head])
        return (
            is_far or self.tokens[verb.head].tag == "NN" or any(start <= verb.head < end for start, end in self.others)
        )

    def _is_of_a_person(self, token: Token) -> bool:
        """Whether a word is of a person's name, who isn't held himself ("talks with Y Roe, which will be held")."""
        return any(person.span.start <= token.start < person.span.end for person in self.mentions.persons)

    def _is_meal(self) -> bool:
        """Whether the occasion's words end in a reception, in some town, "for" somebody."""
        return self.tokens[self.last - 1].lower == "reception"

    def _is_hosting_it(self, start: int) -> bool:
        """Whether another trigger is but the verb whose object the occasion is ("hosted talks", "was hosted")."""
        verb = self.tokens[start]
        noun = self.tokens[self.last - 1]
        is_object = noun.dep in {"dobj", "nsubjpass"} and noun.head == start
        is_object = is_object or (verb.tag == "VBN" and verb.head == noun.index)  # "the summit hosted by the king"
        return verb.lemma == "host" and self.trigger.shape == "occasion" and is_object

    def _place(self) -> tuple[Span, str | None] | None:
        """The words for where it was and their country; a journey's destination, once that is known."""
        return self.destination or self._place_told

    @cached_property
    def _place_told(self) -> tuple[Span, str | None] | None:
        """The same from the words alone: behind the occasion, beside it, in its name, before it; the nearest wins."""
        if self.trigger.kind is MeetingKind.CALL or self._is_by_video():
            return None
        ends = [start for start, _ in self.others if start >= self.last and not self._is_where_they_met(start)]
        ends = [start for start in ends if not self._is_listed_before(start)]
        ends = [start for start in ends if not self._is_hosting_it(start)]
        if BESIDE.search(self._after_words(30)):
            ends = []  # a meeting on the sidelines of a summit is where the summit is
        is_told = self.trigger.name == "brief"  # where the council sits, not what it was told of
        end = min([self.sentence.last, self.last + (BRIEF_REACH if is_told else REACH), *ends])
        found: list[tuple[int, tuple[Span, str | None]]] = []
        is_where = WHERE_DONE.search(self._words(self.sentence.first, self.first) + " ") is not None
        for index in range(self.last, end):
            if self.tokens[index].lower in {"in", "at", "inside", "outside", "near"} and self._attaches(index):
                place = self._place_after(index)
                if place is not None:
                    found.append((index - self.last, place))
                    break
            is_end = self.tokens[index].lower in PLACE_ENDS or self._opens_what_is_said(index)
            is_end = is_end or (is_where and self.tokens[index].text == ",")
            is_end = is_end or (is_told and self.tokens[index].lower in {"that", "on", "“", '"'})
            is_end = is_end or (self.trigger.shape == "decision" and self.tokens[index].lower in DECIDED)
            if is_end and not self._is_which_is_held(self.tokens[index]):
                break
        while_there = self._place_where_one_was(end)
        if while_there is not None and not found:
            return while_there
        beside = self._place_of_summit_beside()
        if beside is not None and (not found or self._is_a_country(found[0][1][0])):
            return beside  # "on the sidelines of the Bonn conference in Germany"
        inside = self._place_in_modifiers()
        if inside is not None and not (found and found[0][0] <= 1):
            return inside
        begins = [finish for _, finish in self.others if finish <= self.first]
        begin = max([self.sentence.first, self.first - 25, *begins]) if not is_told else self.first
        for index in range(self.first - 1, begin - 1, -1):
            if self._is_of_saying_that(index) or self._is_of_one_before(index) or self._is_of_one_listed(index):
                break
            if self.tokens[index].start < self._end_of_what_is_ahead:
                break
            if self.tokens[index].lower in {"in", "at"} and self._attaches(index):
                place = self._place_after(index)
                if place is not None:
                    found.append((self.first - index + 2, place))
                    break
        return (
            min(found)[1] if found else self._place_of_journey() or self._place_at_head() or self._place_before_where()
        )

    def _is_by_video(self) -> bool:
        """Whether two met on a screen, so that a town is but where one of them was ("talks by video link with")."""
        if self.trigger.shape not in {"encounter", "occasion"} or self.trigger.needs_body:
            return False  # "briefed the Council in Lima by video link from Oslo"
        before = self._words(max(self.sentence.first, self.first - VIDEO_REACH), self.first)
        return BY_VIDEO.search(before) is not None or BY_VIDEO.search(self._after_words(VIDEO_REACH)) is not None

    def _is_listed_before(self, start: int) -> bool:
        """Whether another occasion is listed with this one before their place ("a meeting of X and one of Y in")."""
        between = self.tokens[self.last : start]
        words = [token.lower for token in between]
        joint = LISTED_WITH.search(self._words(self.last, start) + " ") if len(between) <= LIST_REACH else None
        if joint is None or self.trigger.shape != "occasion":
            return False
        is_plain = not {"in", "at", "with", "on", "to", "for", ";"} & set(words)
        return is_plain and not any(token.tag in FINITE_TAGS | {"VB", "VBG", "VBN"} for token in between)

    def _is_own_aim(self, start: int) -> bool:
        """Whether another word for an occasion but says what they met for ("met the envoy for brief talks at")."""
        return self.trigger.shape == "encounter" and FOR_TALKS.search(self._words(self.last, start) + " ") is not None

    def _place_before_where(self) -> tuple[Span, str | None] | None:
        """The place of which a clause tells what was done there ("came from Lima, where she had met the envoy")."""
        start = self.tokens[self.sentence.first].start
        match = WHERE_DONE.search(self._words(self.sentence.first, self.first) + " ")
        if match is None or self.trigger.shape not in {"encounter", "occasion"} or self.is_title:
            return None
        end = start + match.start()
        places: list[PlaceMention] = mentions_between(self.mentions.places, self.sentence.span.start, end + 1)
        there = next(((one.span, one.country) for one in places if one.span.end == end), None)
        if there is not None:
            return there
        named = mentions_between(self.mentions.parties, self.sentence.span.start, end + 1)
        land = next(((one.span, one.code) for one in named if one.span.end == end and one.form is NameForm.NAME), None)
        house = HOUSE_BEFORE.search(self.mentions.report.text, self.sentence.span.start, end) if land is None else None
        return (Span(self.span.report, house.start("name"), end), None) if house is not None else land

    def _opens_what_is_said(self, index: int) -> bool:
        """Whether words behind the occasion begin to tell what was said at it ("at the talks he said that in Peru")."""
        verb = self.tokens[index - 1]
        return self.tokens[index].lower == "that" and index > self.last and verb.lemma in SAYING_THAT | STRESSING

    def _place_where_one_was(self, end: int) -> tuple[Span, str | None] | None:
        """Where one of them was when they met ("met the envoy when she was in Lima for a fair")."""
        match = WHEN_THERE.search(self._words(self.last, end))
        if match is None or self.trigger.shape != "encounter":
            return None
        return self._place_after(self._token_at(self.tokens[self.last].start + match.end() - 1))

    def _is_of_one_before(self, index: int) -> bool:
        """Whether "in" stands right behind another occasion, yet to be or over by then ("will meet in Bern following
        talks", "following the talks in Bern, we will meet")."""
        begins = [start for start, finish in self.others if finish == index]
        if not begins:
            return False
        ahead = self.tokens[max(self.sentence.first, begins[0] - NEAR_AFTER) : begins[0]]
        if {"following", "after", "since"} & {token.lower for token in ahead}:
            return True
        is_beside = {"following", "after", "before", "ahead"} & {
            token.lower for token in self.tokens[index : self.first]
        }
        return bool(is_beside) and YET_TO_BE.search(self._words(index - CLAUSE_REACH, index)) is not None

    def _is_of_one_listed(self, index: int) -> bool:
        """Whether "in" stands right behind another occasion, listed with this ("the talks in Bern and the summit")."""
        is_noun = self.tokens[index - 1].pos in {"NOUN", "PROPN"}
        if not is_noun or not any(finish == index for _, finish in self.others) or self.trigger.shape != "occasion":
            return False
        between = self.tokens[index : self.first]
        return any(token.lower == "and" for token in between) and not any(token.tag in FINITE_TAGS for token in between)

    def _is_where_they_met(self, start: int) -> bool:
        """Whether another trigger only says at what gathering it was ("met at the G20 in Lima", "at a session in").

        So does "due in" behind it ("a meeting due in Lima"); "going to be in" tells of no journey.
        """
        if GOING_TO.match(self._words(start, start + 4)) is not None:
            return True
        if self.trigger.shape == "occasion" and self.tokens[start].lower in DUE:
            return not any(token.tag in FINITE_TAGS for token in self.tokens[self.last : start])
        if self._is_only_the_setting(start) or self._is_its_session(start):
            return True
        between = [token.lower for token in self.tokens[self.last : start]]
        if not between or len(between) > GATHERING_REACH or between[0] not in {"at", "during"}:
            return False
        begin, end = self.tokens[start].start, self.tokens[start].end
        return any(one.span.start <= begin and end <= one.span.end for one in self.mentions.dialogues)

    def _place_at_head(self) -> tuple[Span, str | None] | None:
        """The place that the sentence begins with ("Today in Seoul, the envoys of"), for what is done there."""
        is_done = self.trigger.shape == "encounter" or (
            self.trigger.shape == "occasion"
            and (self._has_support() or IN_WHICH_DONE.search(self._before_words(7) + " ") is not None)
        )
        match = AT_HEAD.match(self._words(self.sentence.first, self.first)) if is_done and not self.is_title else None
        if match is None or any(self._is_of_saying_that(index) for index in range(self.sentence.first, self.first)):
            return None
        index = self._token_at(self.tokens[self.sentence.first].start + match.end() - 1)
        place = self._place_after(index)
        if place is None or not re.match(
            r"(?:, [A-Z]\w+)?(?:,| on | last | this )", self.mentions.report.text[place[0].end :][:30]
        ):
            return None
        return place

    def _is_of_saying_that(self, index: int) -> bool:
        """Whether a verb of saying has the occasion in what is said: where the speaker is, it need not be.

        "A spokesman in Oslo told reporters that they met": but "in Oslo he said after meeting her".
        """
        verb = self.tokens[index]
        if verb.lemma not in SAYING_THAT or verb.tag not in {"VBD", "VBZ", "VBP"}:
            return False
        between = {token.lower for token in self.tokens[index + 1 : self.first]}
        return not between & {"after", "following", "at", "during", "before", "as"}

    def _is_its_session(self, start: int) -> bool:
        """Whether another trigger says but in what session those meet ("meet on Friday at a special session in")."""
        between = self.tokens[self.last : start]
        if self.tokens[start].lower not in GATHERINGS or not 0 < len(between) <= SESSION_REACH:
            return False
        links = [token.lower for token in between if token.lower in {"at", "in", "for"}]
        return bool(links) and not any(token.tag in FINITE_TAGS for token in between)

    def _place_of_journey(self) -> tuple[Span, str | None] | None:
        """Where those who meet are said to travel for it, or to be on their trip ("flies to Bern for talks with")."""
        if self.trigger.shape not in {"encounter", "occasion"} or self.is_title:
            return None
        start = self.tokens[self.sentence.first].start
        for match in reversed(list(JOURNEY.finditer(self._words(self.sentence.first, self.first)))):
            first = self._token_at(start + match.start())
            index = self._token_at(start + match.end() - 1)
            places = self._destinations(index + 1)
            if len({country for _, country in places}) == 1 and self._leads_here(first, places):
                return places[0]
        return None

    def _leads_here(self, first: int, places: list[tuple[Span, str]]) -> bool:
        """Whether the meeting is what a journey that begins at a token is for, or falls in it."""
        end = token_range(self.mentions, self.sentence, places[-1][0])[1]
        between = [token.lower for token in self.tokens[end : self.first]]
        if not between or len(between) > JOURNEY_REACH or between[0] in {"'s", "’s", "-"}:
            return False
        before = {token.lower for token in self.tokens[max(self.sentence.first, first - 4) : first]}
        if APART & set(between) or (before & {"who", "which"} and "," in between):
            return False
        if AIMED & set(between) or before & {"during", "on", "while"}:
            return True
        return "and" in between and (self.trigger.shape == "encounter" or self._has_support())

    def _token_at(self, offset: int) -> int:
        """The token that the code point at an offset is in."""
        return token_range(self.mentions, self.sentence, Span(self.span.report, offset, offset + 1))[0]

    def _place_of_summit_beside(self) -> tuple[Span, str | None] | None:
        """The city in the name of the conference on whose sidelines the meeting is."""
        match = BESIDE.search(self._after_words(REACH))
        if match is None or self.last >= self.sentence.last:
            return None
        start = self.tokens[self.last].start + match.end()
        places = mentions_between(self.mentions.places, start, min(start + 60, self.sentence.span.end))
        return next(((place.span, place.country) for place in places if place.kind == "city"), None)

    def _attaches(self, index: int) -> bool:
        """Whether "in" and "at" say where the occasion is, not where another thing is ("the ceasefire in …")."""
        before = self.tokens[index - 1]
        if before.text in {'"', "”", "’’"} and index - 2 > self.last:
            before = self.tokens[index - 2]  # the "operation" in Peru
        if index > self.sentence.first and before.text == "-" and before.end == self.tokens[index].start:
            return False  # of a name: "Han Seung-in"
        after = self.tokens[min(index + 1, self.sentence.last - 1)].lower
        if after in IN_PARTICULAR or (before.lower in STATES_OF_THINGS and not self._names_town(index)):
            return False
        if index in {self.last, self.sentence.first}:
            return True
        if self._is_of_a_posting(index) or YEAR_OF.search(self._words(index - CLAUSE_REACH, index)) is not None:
            return False
        if before.pos == "VERB" and not self.first <= before.index < self.last:
            return before.lemma in HELD_IN or (before.tag == "VBG" and before.lower == "meeting")
        if before.index == self.last and before.lower in {"opening", "starting", "beginning"}:
            return True  # "the summit opening in Lima"
        if before.pos != "NOUN" or before.lower in PEOPLE_NOUNS | {"place", "part", "session", "end", "close"}:
            return True
        if before.lower in TOPICS and self._names_town(index):
            return True
        if before.lower in HOUSES and self._names_town(index) and self._is_met_at(index):
            return True
        if before.lower in HEARERS and self.tokens[index - 2].lemma in {"tell", "brief", "address"}:
            return True
        if BY_THE_WAYS.fullmatch(self._words(self.last, index)):
            return True
        if EDGE.fullmatch(before.lower) or self._is_of_those_who_meet(before):
            return True
        start = before.start
        times = mentions_within(self.mentions.times, self.sentence.span)
        if any(time.span.start <= start < time.span.end for time in times):
            return True
        if any(presence.first < index <= presence.last for presence in self.sides.presences):
            return True
        return any(begin < index <= end for begin, end in self.others) or self._is_said_of_it(index)

    def _is_met_at(self, index: int) -> bool:
        """Whether "at" leads to the house that stands before a preposition ("received him at his residence in")."""
        return bool({"at", "inside"} & {token.lower for token in self.tokens[max(self.last, index - 5) : index - 1]})

    def _names_town(self, index: int) -> bool:
        """Whether a town stands right behind a preposition."""
        start = self.tokens[min(index + 1, self.sentence.last - 1)].start
        places: list[PlaceMention] = mentions_within(self.mentions.places, self.sentence.span)
        town = next((one for one in places if one.span.start == start), None)
        return town is not None and town.kind == "city"

    def _is_of_a_posting(self, index: int) -> bool:
        """Whether "in" says where a consulate or embassy is that is talked of ("turn the Consulate in Cusco into")."""
        if self.tokens[index - 1].lower not in POSTINGS or index - 1 < self.last:
            return False
        return not {"at", "in", "inside"} & {token.lower for token in self.tokens[self.last : index]}

    def _is_said_of_it(self, index: int) -> bool:
        """Whether "in" before a town hangs on the occasion or its verb, and not on its topic.

        "Held talks on trade in Lima"; not "on the fighting in Tripoli", nor "on trade in Peru".
        """
        head = self.tokens[index].head
        own = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if not (self.first <= head < self.last or (own is not None and head == own.index)):
            return False
        return self._names_town(index)

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
        if place.kind not in {"city", "venue"} or self.trigger.shape != "occasion":
            return False
        return not self._names_a_process(self.mentions.words(place.span))

    def _names_a_process(self, words: str) -> bool:
        """Whether a town's name is that of a process, whose meetings may be anywhere ("the third Astana summit")."""
        return re.search(rf"\b{re.escape(words)} (?:process|format|platform)\b", self.mentions.report.text) is not None
