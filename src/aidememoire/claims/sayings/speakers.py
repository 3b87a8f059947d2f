"""Who speaks: from the noun phrase beside a verb of saying to the fullest name that the report gives."""

import re
from bisect import bisect_left
from dataclasses import replace

from aidememoire.claims.sayings.antecedents import Antecedents
from aidememoire.claims.sayings.correspondents import Correspondents
from aidememoire.claims.sayings.counterpart_references import Counterparts, one_of_pair
from aidememoire.claims.sayings.descriptions import Descriptions
from aidememoire.claims.sayings.epithets import Epithets
from aidememoire.claims.sayings.governments import Governments
from aidememoire.claims.sayings.heard import PERSON_PRONOUNS, PLURAL_PRONOUNS, Heard, Speaker
from aidememoire.claims.sayings.named_in import NamedIn
from aidememoire.claims.sayings.named_next import NamedNext
from aidememoire.claims.sayings.report_names import (
    LABEL_TITLES,
    clean_name,
    name_given_after,
    name_of_label,
    name_of_members,
    strip_article,
)
from aidememoire.claims.sayings.said_at import SaidAt
from aidememoire.claims.sayings.sentence_view import DASHES
from aidememoire.claims.sayings.speaking_nouns import SPEAKING, can_speak, is_human
from aidememoire.claims.sayings.spoken_documents import SpokenDocuments
from aidememoire.claims.sayings.titles import Titles, changes_nothing, is_post
from aidememoire.model import Actor, ActorKind, Mentions, OfficeMention, Span, Token

PRONOUNS = PERSON_PRONOUNS | PLURAL_PRONOUNS | {"it", "who", "which", "that", "this", "these", "those"}
_SUBJECT_FORMS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}

_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_SINGLE = frozenset({"one", "another"})
_QUANTIFIERS = frozenset("some several many few two three four other most".split())
_OPENING = frozenset({"The", "Both", "They"})
_TITLES = frozenset({"mr", "mrs", "ms"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_OF_HOUSE = re.compile(
    r" (?:of|for) (?:the )?(?:(?!(?:who|which|that|and|with)\b)[\w’'-]+ ){0,7}?"
    r"(?:MFA|[Mm]inistry|[Dd]epartment|[Aa]ffairs|[Oo]ffice|[Gg]overnment|[Cc]ouncil|[Cc]ommittee|[Cc]ommission"
    r"|[Dd]elegation|[Nn]egotiators|[Ee]mbassy|[Ss]ervice|[Pp]residency|[Aa]dministration)"
    r"(?: of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}?)?,? "
)
"""Between a post and its holder's name: accepts " of the foreign Ministry of Peru "; refuses " of President "."""
_BRIEFING = re.compile(r"(?i)\bpress (?:briefing|gaggle|conference)\b|\bbriefing (?:with|by)\b")


class Speakers:
    """Finds the speaker for a noun phrase of one report. Remembers who spoke last."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.heard = Heard(mentions)
        self._descriptions = Descriptions(mentions)
        self._named_next = NamedNext(mentions, self._descriptions)
        self._antecedents = Antecedents(mentions)
        self.named = NamedIn(mentions)
        self._correspondents = Correspondents(mentions)
        self._governments = Governments(mentions)
        self._counterparts = Counterparts(mentions, self.heard)
        self._documents = SpokenDocuments(mentions, self.heard, self.of_phrase)
        self._titles = Titles(mentions, self._descriptions)
        self._said_at = SaidAt(mentions)
        self._epithets = Epithets(
            mentions, self.heard, self._titles, self.named.abbreviations, frozenset(self.named.surnames)
        )

    @property
    def at(self) -> int:
        """Index of the sentence being read."""
        return self.heard.at

    @at.setter
    def at(self, sentence: int) -> None:
        self.heard.at = sentence

    def remember(self, speaker: Speaker) -> None:
        """Keep who spoke, for the pronouns that follow."""
        self.heard.remember(speaker)

    def of_label(self, label: Span) -> Speaker:
        """The speaker that a turn's label names."""
        speaker, words = self._in_label(label), " ".join(self.mentions.words(label).split())
        title, side = self.mentions.report.title or "", self.mentions.report.side
        if speaker.party is None and side and _BRIEFING.search(title) and LABEL_TITLES.match(words):
            why = f"{words} briefs the press for an office of {side}"
            return replace(speaker, party=side, inferred=(*speaker.inferred, ("party", why)))
        if speaker.party is None and words.split()[-1].casefold() in SPEAKING:  # "US OFFICIAL:"
            return replace(speaker, party=self.named.party_in(label.start, label.end))
        return speaker

    def _in_label(self, label: Span) -> Speaker:
        """Whom the label's words name."""
        words = " ".join(self.mentions.words(label).split())
        named = self.named.persons_between(label.start, label.end)
        by_surname = self.named.by_surname(words.split()[-1], label) if words.split() else None
        if by_surname and not any(self.mentions.persons[index].span.end == label.end for index in named):
            return by_surname  # "FOREIGN MINISTER LE NOVAK": the name finder may stop short
        for index in reversed(named):
            actor = self.mentions.actors[self.mentions.persons[index].actor]
            if actor.kind is ActorKind.PERSON or self.mentions.persons[index].span.end == label.end:
                return self.named.of_actor(actor, label)  # in "STATE DEPARTMENT OFFICIAL" the department doesn't speak
        found = None if named else self.named.person_in(label.start, label.end, None)
        if found:
            return found
        office = words.casefold().removeprefix("the ")
        for actor in self.mentions.actors:
            if actor.kind is ActorKind.PERSON and actor.office == office and actor.party == self.mentions.report.side:
                return self.named.of_actor(actor, label)
        return Speaker(name_of_label(words, self.named.fullest), None, label, is_person=True)

    def _after_heading(self, tokens: tuple[Token, ...], first: int, head: int) -> int:
        """Where the phrase begins, without a heading that ran into it: "Fisheries | The two sides agreed"."""
        text = self.mentions.report.text
        for index in range(head, first, -1):
            if tokens[index].text in _OPENING and "\n" in text[tokens[index - 1].end : tokens[index].start]:
                return index
        return first

    def of_phrase(self, tokens: tuple[Token, ...], first: int, last: int, head: int) -> Speaker | None:
        """The speaker that the tokens from first to last stand for; None where nobody can be meant."""
        first = self._after_heading(tokens, first, head)
        first = _after_run_in(tokens, _after_clock(tokens, first, head), head)
        start, end = tokens[first].start, tokens[last - 1].end
        span = Span(self.mentions.report.id, start, end)
        lower = tokens[head].lower
        lower = _SUBJECT_FORMS.get(lower, lower)
        if last - first == 1 and lower in PRONOUNS:
            return self._of_pronoun(lower, span)
        joint = self._joint(tokens, first, last, head, span)
        if joint:
            return joint
        person = self.named.person_in(start, end, tokens[head])
        if person:
            return person
        beside = self._person_beside(tokens, first, head, span)
        if beside:
            return beside
        reference = self.named.reference_at(span, tokens[head])
        if reference:
            return reference
        if tokens[head].pos == "PROPN":
            by_surname = self.named.by_surname(tokens[head].text, span)
            if by_surname:
                return by_surname
        party = None if tokens[head].lower == "reports" else self.named.party_in(start, end)
        document = self._documents.speaker(tokens, first, last, head, span)
        if document:
            return document
        correspondent = self._correspondents.meant_by(tokens, first, head, span)
        if correspondent is not None:
            who, reason = correspondent
            return Speaker(who.name, None, span, is_person=True, inferred=(("speaker", reason),))
        one_of_two = one_of_pair(self.mentions, tokens, first, last, self.at)
        if one_of_two is not None:
            of_both = f"“{self.named.words(start, end)}” of the two whom the sentence before names"
            found = self.named.of_actor(one_of_two, span)
            return replace(found, inferred=(*found.inferred, ("speaker", of_both)))
        counterpart = self._counterparts.meant_by(tokens, first, head, party)
        if counterpart is not None:
            given_by = f"“{self.named.words(start, end)}” can only be {counterpart.name}"
            return replace(
                self.named.of_actor(counterpart, span), inferred=(*counterpart.inferred, ("speaker", given_by))
            )
        known = (
            self._epithets.body(tokens, first, last, head, span)
            or self._of_office(span, tokens, head)
            or self._described(tokens, first, last, head, span)
            or self._epithets.person(tokens, first, last, head, span, party)
        )
        own = self._titles.own_party(tokens, first, last, head) if party is None else None
        why_own = (("party", f"“{self.named.words(start, end)}” in an account by {own} is that side's own"),)
        if known and own is not None and known.party is None and not known.is_person:
            return replace(known, party=own, inferred=(*known.inferred, *why_own))
        if known:
            return _with_party(known, party, tokens[head])
        some = self._some_of(tokens, first, last, span)
        if some is not None:
            return some
        is_plural = tokens[head].tag in {"NNS", "NNPS"} and not self.named.is_organisation(tokens[head])
        if not is_plural and tokens[head].pos in {"NOUN", "PROPN"} and is_human(tokens[head]):
            actor = self._named_next.actor(self.at, first, last, head, party)
            if actor is not None:
                why = (("speaker", f"{actor.name} is named next, as whoever goes on to speak"),)
                return _with_party(
                    replace(self.named.of_actor(actor, span), inferred=(*actor.inferred, *why)), party, tokens[head]
                )
        given = None if is_plural else name_given_after(self.mentions.report.text, span.end)
        if given is not None:
            return Speaker(given, party, span, is_person=True)
        inferred: tuple[tuple[str, str], ...] = ()
        state = self._governments.state_of(tokens, first, last, head) if party is None else None
        if state is not None:
            party, inferred = state, (("party", f"the only government that the report names is that of {state}"),)
        held = self._titles.party_of(tokens, first, last) if party is None else None
        if held is not None:
            title = self.named.words(tokens[head].start, end)
            party, inferred = held, (("party", f"the only {title} whose state the report names is that of {held}"),)
        if own is not None and party is None:
            party, inferred = own, why_own
        first = self.named.after_owner(tokens, first, last)
        name = self.named.phrase_name(tokens, first, last)
        if not any(character.isalnum() for character in name):
            return None
        named = name_of_members(name)
        if named != name:
            inferred = (*inferred, ("speaker", f"“{name}” are the {named}"))
        return Speaker(
            self.named.abbreviations.get(named, named),
            party,
            span,
            is_joint=is_plural,
            is_person=not is_plural and is_human(tokens[head]),
            head=tokens[head].lower if tokens[head].pos == "NOUN" else "",
            inferred=inferred,
            is_bare_name=party is None and not name.isupper() and all(t.pos == "PROPN" for t in tokens[first:last]),
        )

    def as_told(self, first: int, last: int) -> Speaker:
        """The speaker by the words of the phrase alone, whoever else they may stand for."""
        tokens = self.mentions.tokens
        span = Span(self.mentions.report.id, tokens[first].start, tokens[last - 1].end)
        name = self.named.phrase_name(tokens, first, last)
        return Speaker(name, self.named.party_in(span.start, span.end), span, is_person=True)

    def is_part(self, token: Token) -> bool:
        """Whether "it" stands for a part of a text: "The clause is new. It reaffirms …"."""
        span = Span(self.mentions.report.id, token.start, token.end)
        return token.lower == "it" and self._antecedents.is_part_before(span, self.at)

    def _some_of(self, tokens: tuple[Token, ...], first: int, last: int, span: Span) -> Speaker | None:
        """ "One" of those who spoke, or whom the subject before names: "envoys met, and one said"."""
        word = tokens[first].lower
        if last - first != 1 or word not in _SINGLE:
            return None
        many = self._subject_before("they", span, is_inside=True) or self.heard.just_spoke("they")
        if many is None or many.name is None or not many.is_joint or " and " in many.name:
            return None
        words = strip_article(many.name).split()
        while len(words) > 1 and words[0].casefold() in _QUANTIFIERS:
            words = words[1:]
        if words[0].casefold() == many.head:
            words[0] = many.head
        name = f"{word} of the {' '.join(words)}"
        why = (("speaker", f"“{word}” after {many.name}"),)
        return Speaker(name, many.party, span, is_person=True, inferred=why)

    def _person_beside(self, tokens: tuple[Token, ...], first: int, head: int, span: Span) -> Speaker | None:
        """ "Turkey's foreign minister, A. B., said"; "A. B., a lawyer in the capital, said": the name in apposition."""
        if tokens[head].pos == "PROPN" or tokens[head].tag == "NNS":
            return None
        text = self.mentions.report.text
        persons = self.mentions.persons
        after = bisect_left(self.named.person_starts, span.end)
        if after < len(persons) and text[span.end : persons[after].span.start] in {", ", " , ", " "}:
            return self.named.of_actor(self.mentions.actors[persons[after].actor], span)
        holder = self._holder_of_post(tokens[head], span)
        if holder is not None:
            return holder
        before = bisect_left(self.named.person_starts, span.start) - 1
        is_indefinite = tokens[first].lower in {"a", "an", "the", "another"} or tokens[first].pos in {"PROPN", "ADJ"}
        is_parted = text[span.end : span.end + 2].lstrip()[:1] == ","  # else it is whoever says what ends with the name
        if is_indefinite and is_parted and before >= 0 and text[persons[before].span.end : span.start] in {", ", " , "}:
            return self.named.of_actor(self.mentions.actors[persons[before].actor], span)
        return None

    def _holder_of_post(self, head: Token, span: Span) -> Speaker | None:
        """ "Reported the official representative of the foreign Ministry A. B.": the name behind the house."""
        if not is_post(head.lower):
            return None
        text, persons = self.mentions.report.text, self.mentions.persons
        at = bisect_left(self.named.person_starts, span.end)
        holder = next(
            (one for one in persons[at : at + 2] if _OF_HOUSE.fullmatch(text, span.end, one.span.start)), None
        )  # the first may be the house
        actor = self.mentions.actors[holder.actor] if holder is not None else None
        if holder is None or actor is None or actor.kind is not ActorKind.PERSON:
            return None
        party = self.named.party_in(span.end, holder.span.start) if actor.party is None else None
        found = self.named.of_actor(actor, span)
        return found if party is None else replace(found, party=party)

    def _described(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """ "The envoy's spokesman": the one person whom the report describes so beside his name."""
        actor = self._descriptions.actor_of(first, last)
        if actor is None:
            return None
        found = self.named.of_actor(self.mentions.actors[actor], span)
        if head + 1 == last and not self._titles.can_mean(tokens, first, head, None, found):
            return None  # "the foreign minister" is not his deputy
        why = f"the report calls {found.name} so: “{self.named.words(span.start, span.end)}”"
        return replace(found, inferred=(*found.inferred, ("speaker", why)))

    def _of_office(self, span: Span, tokens: tuple[Token, ...], head: int) -> Speaker | None:
        """ "The Deputy Secretary": the only person in the report who holds the office; "a spokesman" may be any."""
        is_open = tokens[bisect_left(tokens, span.start, key=lambda token: token.start)].lower in _INDEFINITE
        for office in self.mentions.offices:
            if office.span.start >= span.end:
                break
            if office.span.start < span.start or office.span.end > span.end or office.is_plural:
                continue
            is_other = not office.span.start <= tokens[head].start < office.span.end
            if is_other and can_speak(tokens, head, False):
                continue  # "a spokesman for the envoy"
            wanted = (
                f"{office.modifier} {office.office}"
                if office.modifier and office.modifier not in office.office
                else office.office
            )
            holders = self._holders(office, wanted)
            is_any = is_open and (office.party is None or office.office.startswith("spokes"))
            if len(holders) == 1 and not is_any:
                why = (("speaker", f"the only {wanted} whom the report names"),)
                return Speaker(holders[0].name, holders[0].party, span, is_person=True, inferred=why)
        return None

    def _holders(self, office: OfficeMention, wanted: str) -> list[Actor]:
        """Who in the report can be meant by the office; of the outlet's own side, where a bare title fits several."""
        is_whole = changes_nothing(office.modifier)
        holders = [
            actor
            for actor in self.mentions.actors
            if actor.kind is ActorKind.PERSON
            and actor.office is not None
            and (
                actor.office in {office.office if is_whole else wanted, wanted}
                or actor.office.startswith((f"{wanted} of", f"{wanted} for"))
            )
            and office.party in {None, actor.party}
        ]
        own = [actor for actor in holders if actor.party == self.mentions.report.side]
        return own if len(holders) > 1 and office.party is None and len(own) == 1 else holders

    def _of_pronoun(self, word: str, span: Span) -> Speaker | None:
        """Whoever spoke within the last sentences; else whom the pronoun stands for in the report."""
        known = self.named.reference_at(span, None)
        if known is not None and word in PERSON_PRONOUNS and not self.heard.fits(word, known.name):
            known = None
        others = self._antecedents.named_in_clause(span, self.at) if word in PERSON_PRONOUNS else frozenset()
        if known is not None and known.name in others:
            return self._of_other(word, span, others)  # "He thanked Novak": he is not Novak
        if known is not None and self.named.words(span.start, span.end).lower() in _POSSESSIVES:
            return known  # "his demand": whoever was named last
        is_inside = self._antecedents.stands_inside(span, self.at)
        if word in PERSON_PRONOUNS:
            former = self._person_inside(word, span) if is_inside and self.heard.person_at < self.at else None
        else:
            former = self._subject_before(word, span, is_inside=True) if is_inside else None
        former = former or self._subject_of_opening(word, span) or self.heard.just_spoke(word)
        if former is not None and word != "it" and self._antecedents.closes(span, self.at, former.span):
            former = self.heard.spoke_outside(word)  # "Firms have promised more, they said": not the firms
        former = None if former is not None and former.name in others else former
        if known is not None and former is not None and former.is_bare_name:
            is_same = (known.name or "").endswith(former.name or "")
            former = known if is_same else former
        if former is None and word in PLURAL_PRONOUNS and known is not None and known.is_joint:
            return known
        former = former or self._subject_before(word, span, is_inside=False)
        if former is None and known is not None:
            return known
        former = former or self._of_house(word, span) or self.heard.spoke_before(word)
        if former is None:
            return None
        if not is_inside:
            self.heard.learn(word, former.name)
        why = (("speaker", f"“{word}” after {former.name}"),)
        return replace(former, span=span, inferred=why)

    def _of_house(self, word: str, span: Span) -> Speaker | None:
        """ "In the ministry, they said": the ministry, where nobody named before is meant."""
        house = self._said_at.beside(span, self.at) if word == "they" else None
        found = self.of_phrase(self.mentions.tokens, *house) if house is not None else None
        if house is None or found is None or found.party is not None:
            return found
        return replace(found, party=self._said_at.party(house[0], house[1]))

    def _subject_of_opening(self, word: str, span: Span) -> Speaker | None:
        """ "When Novak arrived, he said": the subject of the clause that opens the sentence."""
        named = self._antecedents.person_in_opening(span, self.at) if word in PERSON_PRONOUNS else None
        if named is None:
            return None
        actor = self.mentions.actors[named.actor]
        is_fit = actor.kind is ActorKind.PERSON and self.heard.fits(word, actor.name)
        return self.named.of_actor(actor, span) if is_fit else None

    def _of_other(self, word: str, span: Span, others: frozenset[str]) -> Speaker | None:
        """Whoever spoke or was named last before the pronoun and is none of the others."""
        spoke = self.heard.just_spoke(word)
        if spoke is not None and spoke.name not in others:
            return replace(spoke, span=span, inferred=(("speaker", f"“{word}” after {spoke.name}"),))
        start = self.mentions.sentences[max(0, self.at - 1)].span.start
        near = self.named.persons_between(start, span.start)
        actors = [self.mentions.actors[self.mentions.persons[index].actor] for index in reversed(near)]
        fitting = [
            actor
            for actor in actors
            if actor.kind is ActorKind.PERSON and actor.name not in others and self.heard.fits(word, actor.name)
        ]
        if not fitting:
            entities = self.mentions.entities
            low, high = bisect_left(self.named.entity_starts, start), bisect_left(self.named.entity_starts, span.start)
            names = [clean_name(self.mentions.words(one.span)) for one in entities[low:high] if one.label == "PERSON"]
            left = [name for name in names if not any(name in other or other in name for other in others)]
            why = (("speaker", f"“{word}” after {left[0]}, for the others are named beside it"),) if left else ()
            return Speaker(left[0], None, span, is_person=True, inferred=why) if len(set(left)) == 1 else None
        why = (("speaker", f"“{word}” after {fitting[0].name}, for the others are named beside it"),)
        return replace(self.named.of_actor(fitting[0], span), inferred=why)

    def _person_inside(self, word: str, span: Span) -> Speaker | None:
        """ "Novak hailed what he called a triumph": the subject of the clause around the pronoun's."""
        named = self._antecedents.person_inside(span, self.at)
        if named is None:
            return None
        actor = self.mentions.actors[named.actor]
        is_fit = actor.kind is ActorKind.PERSON and self.heard.fits(word, actor.name)
        return self.named.of_actor(actor, span) if is_fit else None

    def _subject_before(self, word: str, span: Span, *, is_inside: bool) -> Speaker | None:
        """Whom the subject before the pronoun names, where it can stand for that."""
        found = self._antecedents.before(word, span, self.at, is_inside)
        return self.of_phrase(self.mentions.tokens, *found) if found is not None else None

    def _joint(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """Two or more named speakers: as the text names them."""
        conjunctions = [i for i in range(first, last) if tokens[i].lower == "and" and tokens[i].dep == "cc"]
        if not conjunctions:
            return None
        start, end = span.start, span.end
        joins_heads = any(tokens[i].head == head for i in conjunctions)
        people = len(self.named.persons_between(start, end))
        if not joins_heads and people < 2:
            return None
        named = (
            self._both_named(conjunctions[0], tokens, first, last) if len(conjunctions) == 1 and not people else None
        )
        if named is not None:
            why = (("speaker", f"“{self.named.words(start, end)}” are {named}, by their surnames"),)
            return Speaker(named, None, span, is_joint=True, is_named=True, inferred=why)
        return Speaker(self.named.words(start, end), None, span, is_joint=True, is_named=people >= 2)

    def _both_named(self, conjunction: int, tokens: tuple[Token, ...], first: int, last: int) -> str | None:
        """Both names of "Novak and Lind"; none for two titles, who speak as the text names them."""
        names = []
        for start, end in ((first, conjunction), (conjunction + 1, last)):
            if end <= start:
                return None  # "Novak and": the phrase is cut off
            span = Span(self.mentions.report.id, tokens[start].start, tokens[end - 1].end)
            found = self.named.by_surname(tokens[end - 1].text, span)
            if found is None or found.name is None:
                return None
            names.append(found.name)
        return " and ".join(names) if names[0] != names[1] else None


def _after_clock(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """The index after a time of day and a dash that stand before a phrase: "11:00 - Police receive"; else the same."""
    if _CLOCK.fullmatch(tokens[first].text) is None:
        return first
    apart = (i for i in range(first + 1, head) if tokens[i].text in DASHES and tokens[i - 1].end < tokens[i].start)
    dash = next(apart, None)
    return first if dash is None else dash + 1


def _after_run_in(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """The index of the "Mr" to which another's name was run on: "Ada Lind Red Cross Mr Novak said"; else the same."""
    at = next((i for i in range(head, first, -1) if tokens[i].lower.rstrip(".") in _TITLES), first)
    return at if at > first and tokens[at - 1].pos == "PROPN" else first


def _with_party(speaker: Speaker, party: str | None, noun: Token) -> Speaker:
    """The speaker, of the party that the phrase itself names, where the report tells no other of the person."""
    is_open = party is not None and speaker.is_person and speaker.party is None and is_post(noun.lower)
    return replace(speaker, party=party) if is_open else speaker
