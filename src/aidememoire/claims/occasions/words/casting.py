"""Who takes part in an occasion: subject, object, possessor, those "with" whom and "between" whom it is."""

import re
from collections.abc import Sequence

from aidememoire.claims import tenses
from aidememoire.claims.occasions.parties.colleges import bearer_of, body_meant
from aidememoire.claims.occasions.parties.participation import (
    JOINING,
    PEOPLE_NOUNS,
    Cast,
    Presence,
    is_organisation,
    mentions_between,
    place_over_body,
)
from aidememoire.claims.occasions.words.setting import Setting
from aidememoire.claims.occasions.words.stretch import REACH
from aidememoire.claims.occasions.words.taking_part import COMES_BESIDE, WITH_EQUALS, is_bond
from aidememoire.knowledge.bodies import bodies_of_region
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.knowledge.seats import is_for_bodies
from aidememoire.model import FINITE_TAGS, MeetingKind, NameForm, Token

SUBJECT_LINKS = frozenset(
    [
        "",
        *", and that said : while where when as but after before because since which who – - today yesterday".split(),
        *"also then meanwhile earlier later we".split(),
    ]
)

ATTENDING = frozenset(
    {"give", "attend", "host", "hold", "chair", "join", "open", "co-chair", "cochair", "co-host", "address"}
)

PRAISING = frozenset("laud praise commend hail applaud welcome recall criticise criticize condemn".split())
"""What one does to others' meetings as to one's own: "they lauded the summit of Egypt and Jordan" tells of two."""

BODY_NOUNS = frozenset(
    "council board league bloc assembly ministers group cartel alliance committee commission".split()
)
OFFICIALS_IN = re.compile(
    r"\s*(?:on \w+day |today |yesterday |last \w+ |this \w+ )?(?:(?:also )?with )?"
    r"(?:(?:the |top |senior |high-level |high-ranking |government |local |foreign ministry |other |new ))*"
    r"(?:officials|leaders|authorities|leadership|ministers|diplomats|president|king|emir|premier|"
    r"(?:prime|foreign|finance|oil|interior|trade|defen[cs]e) minister) in (?:the )?(?=[A-Z])"
)
"""Behind talks or "met". Accepts " with senior officials in "; refuses " with miners in ", " with Thai officials in ".
"""

OWN = re.compile(
    r"(?:the )?(?:prime minister|premier|chancellor|president|king|queen|emir|(?:foreign|finance|trade|defen[cs]e|oil|"
    r"energy|farm|agriculture|interior) minister)",
    re.IGNORECASE,
)
"""An office of which a state has one: accepts "the prime minister"; refuses "a minister", "chairman"."""

OWN_OFFICE = "the country that the report is from, for its own office-holder"

NAME_REACH = 30

BY_THEN = re.compile(
    r"\b(?:until|till|by|before|after|since|following|ahead of)\s(?:the|a|an|this|next|last)\s(?:[\w.’'-]+\s){0,4}$",
    re.I,
)
"""Before a summit that but tells when: accepts "after the Oslo", "until the June"; refuses "at the Oslo"."""

TOLD_THERE = frozenset(
    "say tell announce meet speak talk return come arrive fly travel go leave discuss agree sign".split()
)
"""What those do who were there: "said after the summit", "returned from the summit"."""

RIGHT_ENDS = frozenset("; who which while but because where after before amid said says according".split())


CROWD = re.compile(
    r"(?:\b\d[\d,. ]*\d|\b(?:thousand|hundred|million|many|most|ordinary|young|fellow|fleeing|some|more)) $|"
    r"\b(?:thousands|hundreds|dozens|scores|tens of thousands|millions|crowds?) of (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before the name of a people: accepts "142,000 ", "thousands of "; refuses "the ", "two "."""

_EQUAL = r"(?:[\w’'-]+ ){0,5}(?:counterparts?|colleagues?|homologues?|opposite number|equivalent)(?: ?,)?"
AND_HIS_EQUAL = re.compile(rf"(?:, ?)?and (?:his|her|their) {_EQUAL}")
"""Between the first and the second of a pair: accepts "and his Peruvian counterpart"; refuses "and his wife,"."""
OF_HIS_EQUAL = re.compile(rf"(?:(?:his|her|their) )?{_EQUAL}")
LIST_LINKS = frozenset({"", ",", ":"})  # on which the first of a list may hang: "By our reporter: X and Y met"


class Casting(Setting):
    """Who takes part, by the words around a trigger."""

    meant: int | None = None  # how many sides words stand for that name none ("the two presidents"): ``Allusion``

    def _subject(self) -> list[Presence]:
        """Those before a verb that are its subject: by the parse where it finds somebody, else by position."""
        verb = next((token for token in self.tokens[self.first : self.last] if token.tag.startswith("VB")), None)
        found = self._parsed_subject(verb) if verb is not None else None
        if not found and verb is not None:
            found = self._antecedent(verb)
        return found or self._subject_by_position(self.first)

    def _antecedent(self, verb: Token) -> list[Presence]:
        """Those for whom "he" or "they" stands that nobody resolved: the subject of the clause that this one hangs on.

        "Chile’s new president will seek loans when he visits Peru", "the delegation says it met the minister".
        """
        pronoun = self._child(verb, {"nsubj"})
        if pronoun is None or pronoun.lower not in {"he", "she", "they", "it"} or verb.dep == "parataxis":
            return []
        for _ in range(4):
            if verb.head == verb.index or not self.sentence.first <= verb.head < self.sentence.last:
                return []
            verb = self.tokens[verb.head]
            subject = self._child(verb, {"nsubj"})
            if subject is not None and subject.pos != "PRON":
                found = self._phrase(subject, until=verb.index)
                return found if verb.index > subject.index else []
        return []

    def _parsed_subject(self, verb: Token) -> list[Presence] | None:
        """Those in the subject of a verb by the parse; None where it finds no subject, or one beyond another clause."""
        for _ in range(4):
            subject = self._child(verb, {"nsubj", "nsubjpass"})
            if subject is not None:
                if subject.lower in {"who", "which", "that"} and verb.head != verb.index:
                    return self._phrase(self.tokens[verb.head], until=subject.index)
                return self._phrase(subject, until=verb.index)
            if verb.head == verb.index or not self.sentence.first <= verb.head < self.sentence.last:
                break
            head = self.tokens[verb.head]
            if verb.dep in {"acl", "relcl"} and not head.tag.startswith("VB"):
                found = self._phrase(head, until=verb.index)
                is_aim = verb.index > self.sentence.first and self.tokens[verb.index - 1].lower == "to"
                above = tenses.governor(self.mentions, self.sentence, head) if is_aim and not found else None
                if above is None or above.index >= head.index:
                    return found
                head = above  # "will make a proposal to ease the row at a meeting with": who makes it
            verb = head
        return None

    def _child(self, token: Token, deps: set[str]) -> Token | None:
        """The child in one of these roles: the nearest before the token, else the first after it."""
        found = [one for one in self.mentions.tokens_of(self.sentence) if one.head == token.index and one.dep in deps]
        before = [one for one in found if one.index < token.index]
        if len(before) > 1 and self.tokens[before[-1].index - 1].text == "-":
            before.pop()  # the end of a name: "Moon Jae-in arrived"
        return before[-1] if before else next(iter(found), None)

    def _phrase(self, head: Token, until: int) -> list[Presence]:
        """Those named in a noun phrase who are its people, not what they are "of" or "in"."""
        lefts = [token.index for token in self.mentions.tokens_of(self.sentence) if self._descends(token, head)]
        first, last = min([*lefts, head.index]), max([*lefts, head.index]) + 1
        if first < until:
            last = min(last, until)
            first = self._start_of_list(first)
        inside = self.sides.within(first, last)
        return [
            presence
            for presence in inside
            if presence.parties or presence.actors
            if presence.link_token < first or presence.link in JOINING | {"of", ",", "we"} or self._is_from(presence)
            if self._is_actor_like(presence) and not self._is_bound_to(presence)
            if not self._is_master(presence, inside) and not self._is_told_in_passing(presence, head)
        ]

    def _is_told_in_passing(self, presence: Presence, head: Token) -> bool:
        """Whether a name stands in what is told of the subject beside ("X, who met the Peruvian envoy, arrived")."""
        if self._is_of_whose(presence):
            return True
        token = self.tokens[presence.last - 1]
        for _ in range(8):
            if token.dep == "relcl" and token.head != token.index:
                return head.index <= token.head < presence.first and self._is_of_who(token)
            if token.head == token.index or not self.sentence.first <= token.head < self.sentence.last:
                return False
            token = self.tokens[token.head]
        return False

    def _is_of_whose(self, presence: Presence) -> bool:
        """Whether a name stands in an aside of "whose", and the trigger beyond its end ("X, whose guest Y is, met")."""
        commas = [
            index for index in range(self.sentence.first, presence.first) if self.tokens[index].text in {",", "(", ";"}
        ]
        opens = bool(commas) and self.tokens[commas[-1] + 1].lower == "whose"
        return opens and any(token.text == "," for token in self.tokens[presence.last : self.first])

    def _is_of_who(self, verb: Token) -> bool:
        """Whether a verb’s subject is "who" or "which", or one of his people ("whose counterpart")."""
        subject = self._child(verb, {"nsubj", "nsubjpass"})
        if any(token.lower == "whose" for token in self.tokens[verb.head : verb.index]):
            return True
        return subject is not None and subject.lower in {"who", "which"} and verb.lemma != "be"

    def _is_master(self, presence: Presence, inside: Sequence[Presence]) -> bool:
        """Whether one of his people is meant, and not he ("the president's adviser, X, travelled")."""
        if presence.kind not in {"person", "reference"} or presence.last >= self.sentence.last:
            return False
        is_owner = self.tokens[presence.last].lower in {"'s", "’s"}
        return is_owner and any(one.kind == "office" and 0 < one.first - presence.last <= 2 for one in inside)

    def _is_bound_to(self, presence: Presence) -> bool:
        """Whether a name hangs on what binds parties, and on no occasion ("progress, after the accord with Chile")."""
        before = presence.link_token - 1
        is_joined = presence.link in {"with", "between"} and before >= self.sentence.first
        return is_joined and is_bond(self.sides, before)

    def _start_of_list(self, first: int) -> int:
        """Where a list of people begins whose later members the parse took for the whole subject ("A, B and C met")."""
        if self.tokens[first].lower == "whose":
            return first
        for presence in reversed(self.sides.within(self.sentence.first, first)):
            gap = [token.lower for token in self.tokens[presence.last : first]]
            is_equal = AND_HIS_EQUAL.fullmatch(self._words(presence.last, first)) is not None
            if (
                not is_equal
                and presence.kind in {"party", "reference"}
                and OF_HIS_EQUAL.fullmatch(self._words(presence.first, first))
            ):
                continue  # "X and [his] [Peruvian] counterpart Y": no more than who Y is
            is_listed = is_equal or gap in ([","], ["and"], [",", "and"]) or (not gap and presence.kind == "office")
            is_one = presence.kind in {"person", "office", "body"} and presence.link in LIST_LINKS
            if not is_listed or not (is_one or self._is_from(presence)):
                break
            first = presence.first
        return first

    def _is_from(self, presence: Presence) -> bool:
        """Whether people are named by where they are from ("diplomats from Ghana and Togo")."""
        before = presence.link_token - 1
        return presence.link == "from" and before >= self.sentence.first and self.tokens[before].lower in PEOPLE_NOUNS

    def _descends(self, token: Token, head: Token) -> bool:
        for _ in range(8):
            if token.index == head.index:
                return True
            if token.head == token.index or token.dep in {"relcl", "acl", "advcl"}:
                return False
            token = self.tokens[token.head]
        return False

    def _is_actor_like(self, presence: Presence) -> bool:
        if self._are_many(presence):
            return False
        if presence.kind == "party" and presence.form is NameForm.ADJECTIVE:
            return self.sides.is_party_of_people(presence)
        return True

    def _are_many(self, presence: Presence) -> bool:
        """Whether a people is meant and none of its officials ("142,000 Chileans", "thousands of Chileans")."""
        if presence.form is not NameForm.DEMONYM or presence.first <= self.sentence.first:
            return False
        before = self.mentions.report.text[self.sentence.span.start : presence.span.start]
        return CROWD.search(before) is not None

    def _subject_by_position(self, before: int) -> list[Presence]:
        """Those in the stretch before a word, back to a clause mark, that hang on nothing."""
        floor = max([self.sentence.first, before - REACH, *(end for _, end in self.others if end <= before)])
        for index in range(before - 1, floor - 1, -1):
            if self.tokens[index].lower in {
                ";",
                ":",
                "that",
                "but",
                "while",
                "because",
                "where",
                "when",
                "after",
                "before",
            }:
                floor = index + 1
                break
        return [
            presence
            for presence in self.sides.within(floor, before)
            if presence.link in SUBJECT_LINKS and self._is_actor_like(presence)
        ]

    def _subject_of_noun(self) -> list[Presence]:
        """The subject of the verb that a noun hangs on ("Putin held talks", "she said after a meeting")."""
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is not None:
            found = self._parsed_subject(verb) or self._antecedent(verb)
            found = [presence for presence in found if not self.first <= presence.first < self.last]
            if found:
                return found
        return self._subject_by_position(self.first)

    def _left_modifiers(self) -> list[Presence]:
        """Those in the words just before a noun that name its sides: "Putin's", "Russian-Turkish", "EU"."""
        first = self.first
        while first > self.sentence.first and self.first - first < 14:
            token = self.tokens[first - 1]
            if token.pos in {"ADJ", "PROPN", "NOUN", "NUM", "DET"} or token.lower in {
                "'s",
                "’s",
                "'",
                "’",
                "-",
                "–",
                "/",
                "and",
                "his",
                "her",
                "their",
                "our",
                ",",
                "of",
                "my",
            }:
                if token.lower in {"and", ",", "of"} and not self._continues_list(first - 1):
                    break
                first -= 1
                continue
            if token.tag in {"POS", "PRP$", "HYPH"} or token.pos == "SYM":
                first -= 1
                continue
            break
        found = []
        inside = self.sides.within(first, self.first)
        adjectives = [presence for presence in inside if presence.kind in {"party", "body"}]
        for presence in inside:
            if presence.kind == "party" and not self._is_side(presence, len(adjectives)):
                continue
            if presence.kind in {"person", "office"} and not self._is_possessor(presence):
                continue
            found.append(presence)
        return found

    def _continues_list(self, index: int) -> bool:
        following = self.sides.within(index + 1, min(self.first, index + 3))
        return bool(following) and any(
            presence.last == index for presence in self.sides.within(max(self.sentence.first, index - 6), index)
        )

    def _is_possessor(self, presence: Presence) -> bool:
        after = [token.lower for token in self.tokens[presence.last : min(self.first, presence.last + 3)]]
        return bool({"'s", "’s", "'", "’", "-", "–"} & set(after)) or presence.last == self.first or "and" in after

    def _is_side(self, presence: Presence, number: int) -> bool:
        """Whether a name before a noun is a side and not the topic: "Syria talks" are about Syria."""
        after = self.tokens[presence.last].lower if presence.last < self.sentence.last else ""
        if after == "contact":
            return False  # "the Libyan contact group" sees to Libya
        if after in {"'s", "’s", "'", "’"}:
            return True
        party = self.knowledge.parties.get(presence.parties[0]) if presence.parties else None
        kind = str(party.kind) if party is not None else ""
        if kind not in TERRITORY_KINDS:
            return True
        if presence.form in {NameForm.ADJECTIVE, NameForm.DEMONYM}:
            return True
        return number >= 2 and presence.form is not NameForm.METONYM

    def _right(self) -> tuple[Presence, ...]:
        """Those named after the trigger, up to the next trigger or the end of its reach."""
        ends = [start for start, _ in self.others if start >= self.last and not self._is_only_the_setting(start)]
        ends = [
            start for start in ends if self.tokens[start].lower != "visiting" or self.tokens[start - 1].pos != "DET"
        ]
        end = min([self.sentence.last, self.last + REACH, *ends])
        for index in range(self.last, end):
            token = self.tokens[index]
            is_verb = token.tag in FINITE_TAGS and index > self.last + 1 and not self._takes_place_at(index)
            if is_verb or token.lower in RIGHT_ENDS:
                end = index
                break
        return self.sides.within(self.last, end)

    def _add_body_named_before(self) -> None:
        """Add the body that "the council" or "the ministers" before the trigger stands for: the one last named."""
        before = self.tokens[max(self.sentence.first, self.first - 6) : self.first]
        noun = next(
            (
                token.lower
                for token in before[1:]
                if token.lower in BODY_NOUNS and self.tokens[token.index - 1].lower in {"the", "its"}
            ),
            None,
        )
        if self.cast.actors or noun is None:
            return
        is_known, bearer = bearer_of(self.mentions, noun, self.sentence.span.start)
        if is_known:
            if bearer is not None and is_organisation(self.knowledge, bearer):
                self.cast.parties[bearer] = None
                self.inferred.append(("parties", "the body named last before it"))
            return
        is_executive = any(token.lower == "commission" for token in before)
        for party in reversed(self.mentions.parties):
            if party.span.end <= self.span.start and is_organisation(self.knowledge, party.code):
                if is_executive and party.code in bodies_of_region("European"):
                    return  # the commissioners among themselves
                self.cast.parties[party.code] = None
                self.inferred.append(("parties", "the body named last before it"))
                return

    def _add_college(self, is_verb: bool, is_tied: bool = False) -> None:
        """Add the body whose ministers or council stand beside the trigger, where the occasion has a day or place.

        ``is_tied``: the words themselves tell of one occasion.
        """
        if self.cast.parties or self.is_title or not (is_tied or self._time() or self._place()):
            return
        after = None if is_verb else self._after_words(9)
        code = body_meant(self.mentions, self.knowledge, self.sentence.index, self._before_words(9), after)
        if code is not None:
            self.cast.parties[code] = None
            self.inferred.append(("parties", "the body named last before it"))

    def _add_officials_of_place(self) -> None:
        """Add the country in whose capital or land unnamed officials were met ("had talks with officials in Lima")."""
        if len(self.cast.parties) != 1 or self.is_title:
            return
        match = OFFICIALS_IN.match(self._after_words(14))
        index = self._token_at(self.span.end + match.end()) if match is not None else None
        place = self._place_at(index) if index is not None else None
        if place is None or place[1] is None or place[1] in self.cast.parties:
            return
        if not is_for_bodies(self.mentions.words(place[0])) and not self._is_body(place[1]):
            self.cast.parties[place[1]] = place[0]

    def _add_state_here(self) -> None:
        """Add the country that the report is from, for its own unnamed minister who met somebody else's.

        "OSLO – The prime minister held talks with the Kenyan president": others' are told of with their state.
        """
        over = place_over_body(self.mentions) if len(self.cast.parties) == 1 and not self.is_title else None
        if over is None or is_for_bodies(self.mentions.words(over[0])) or over[1] in self.cast.parties:
            return
        people = [*self._subject_of_noun(), *self._subject(), *self._right()]
        if any(one.kind == "office" and self._is_own_office(one) for one in people):
            self.cast.parties[over[1]] = None
            self.inferred.append(("parties", OWN_OFFICE))

    def _is_own_office(self, presence: Presence) -> bool:
        """Whether a presence is "the prime minister" and the like, of no state and without a name behind it."""
        is_named = bool(mentions_between(self.mentions.persons, presence.span.end, presence.span.end + NAME_REACH))
        words = self.mentions.words(presence.span)
        before = self.tokens[presence.first - 1].lower if presence.first > self.sentence.first else "the"
        is_with = presence.link == "with" or presence.link in SUBJECT_LINKS
        return (
            not presence.parties and not is_named and before == "the" and is_with and OWN.fullmatch(words) is not None
        )

    def _is_only_a_date(self) -> bool:
        """Whether a summit but tells when something else is done, or where something was said once.

        "He may resign after the Oslo summit", "aims set at the Oslo summit": nobody is told of as having been there.
        """
        if self.trigger.kind is not MeetingKind.SUMMIT or self.is_title or self.cast.parties:
            return False
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is None or verb.lemma in ATTENDING or verb.lemma in TOLD_THERE:
            return False
        is_of_a_thing = (
            verb.tag == "VBN" and verb.dep in {"acl", "relcl"} and self._child(verb, {"nsubj", "agent"}) is None
        )
        return is_of_a_thing or BY_THEN.search(self._before_words(7) + " ") is not None

    def _has_person(self, cast: Cast) -> bool:
        return bool(cast.actors)

    def _needs_subject(self, has_left: bool, links: set[str]) -> bool:
        """Whether one side must be looked for before the noun: its words name the other one, or none."""
        if "between" in links or "among" in links:
            return False
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        if verb is not None and verb.lemma in ATTENDING and self._is_object_of(verb):
            return True
        if verb is not None and verb.lemma in PRAISING and verb.index < self.first and len(self.cast.parties) >= 2:
            return False
        if len(self.cast.parties) < 2 and {"their", "our"} & set(self._before_words(4).lower().split()):
            return True
        if (
            self.meant is None
            and COMES_BESIDE.search(self._before_words(14) + " ")
            and any(end < self.first for _, end in self.others)
        ):
            return False  # "their meeting comes ahead of Saturday's summit": of others
        has_body = any(is_organisation(self.knowledge, code) for code in self.cast.parties) or bool(self._format()[2])
        is_with_others = bool(links & {"with", "alongside"})
        if has_body and not is_with_others:
            return False
        if (is_with_others and not has_left) or WITH_EQUALS.match(self._after_words(REACH)):
            return True
        return len(self.cast.parties) < 2 and (self._has_support() or not self.cast.parties)

    def _is_object_of(self, verb: Token) -> bool:
        between = any(verb.index < start < self.first for start, _ in self.others)
        return verb.index < self.first and self.first - verb.index < 12 and not between

    def _is_attended_by_subject(self) -> bool:
        verb = tenses.governor(self.mentions, self.sentence, self.tokens[self.last - 1])
        return verb is not None and self._is_object_of(verb) and verb.lemma in ATTENDING | {"participate", "take"}
