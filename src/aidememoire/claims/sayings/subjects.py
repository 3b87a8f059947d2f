"""Whose a verb of saying is: by the parse where it can be believed, else by the words beside the verb."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from aidememoire.claims.sayings.cues import CLOSING, PLAIN, CueMatch
from aidememoire.claims.sayings.sentence_view import DASHES, STOPS, SentenceView
from aidememoire.claims.sayings.speaking_nouns import can_speak, is_human, speaker_words
from aidememoire.claims.sayings.verb_forms import is_passive, is_past_form, whose_words
from aidememoire.model import FINITE_TAGS, ActorKind

_MAX_NP_WORDS = 10
_BEHIND = frozenset(
    {"prep", "cc", "conj", "case", "nummod", "compound", "flat"}
)  # what may follow a noun in its phrase
_PARTING = frozenset({",", "("}) | DASHES  # before a name in apposition
_JOINED_AFTER = frozenset({",", "”", '"', "''"})  # before "bankers and analysts said"
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
_DECIDED = speaker_words("decided")
_ISSUED = speaker_words("issued_by")
_ADOPTED = speaker_words("adopted")
_ADOPTING = frozenset({"adopt"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that may speak."""

    first: int  # token indices
    last: int  # index after its last token
    head: int
    is_inverted: bool = False  # it follows its verb: "said the minister"
    edge: int | None = None  # where the phrase around an apposed name starts: "a spokesman, Jan Novak, said"


class Subjects:
    """Finds the noun phrase that a verb of saying belongs to, within one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self.view = view
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence

    def subject(self, cue: CueMatch) -> Subject | None:
        """The noun phrase that the verb belongs to: by parse, else by the words beside it."""
        verb = cue.first
        if self.tokens[verb].pos == "NOUN" and self.tokens[verb].lower in CLOSING:
            return self._before_noun(verb)
        inverted = self._inverted(cue)
        for child in self._subject_heads(verb):
            found = self.phrase(child, verb)
            if found is None or (child > verb and not self._may_follow(verb, found, inverted)):
                continue
            is_past = found.last < verb and self._parts_clauses(found.last, verb)
            if inverted and is_past and self.view.ends_clause(inverted.last):
                return inverted  # “A,” said a diplomat: the parse took a noun of A for the subject
            if inverted and self._is_aside(found, verb, inverted):
                return inverted  # "The road, said the envoy, was open": the road said nothing
            return self._antecedent(found, verb)
        if inverted:
            return inverted
        token = self.tokens[verb]
        head = token.head
        if token.tag == "VB" and token.dep not in {"conj", "xcomp", "advcl", "ccomp"}:
            return None  # "Thank you": an imperative
        if head == verb or not self.sentence.first <= head < self.sentence.last:
            return self._left_neighbour(verb)
        if token.dep in {"conj", "advcl", "xcomp", "ccomp", "dep", "prep"} and self.tokens[head].pos in {
            "VERB",
            "AUX",
        }:
            return self._beside(verb) or self._subject_of(head, 0)
        if token.dep == "conj" and token.tag == "VBZ" and self.tokens[verb - 1].dep == "cc":
            return self._left_neighbour(verb) or self._subject_beyond(verb)
        if token.dep == "acl" and token.tag == "VBG":
            return self._subject_of_noun(head, is_plain=cue.verb.words[0] in PLAIN)
        is_root = self.tokens[head].head == head
        if token.dep == "acl" and is_root and is_past_form(self.view, cue) and self.tokens[verb - 1].text == ",":
            return self.phrase(head, verb)  # "Jan Novak, head of the union, called on them to talk"
        if token.dep == "pcomp" and self.tokens[head].lower == "as":
            return self.quoted_person(self.tokens[head].head)
        if token.dep == "pcomp":
            return self._subject_of(self.tokens[head].head, 0)
        return self._left_neighbour(verb)

    def of_main_verb(self, last: int) -> tuple[Subject, int] | None:
        """Subject and verb of the main clause before the token; None for a passive, and for what nobody does."""
        for verb in range(self.sentence.first, last):
            token = self.tokens[verb]
            is_main = token.dep == "ROOT" or (token.dep in {"ccomp", "dep"} and self.tokens[token.head].dep == "ROOT")
            if not is_main or token.tag not in FINITE_TAGS:
                continue
            for child in self.children.get(verb, ()):
                if self.tokens[child].dep == "nsubj" and child < verb and can_speak(self.tokens, child, True):
                    found = self.phrase(child, verb)
                    return (found, verb) if found is not None else None
        return None

    def _subject_beyond(self, verb: int) -> Subject | None:
        """The subject of the verb before, where the parse joins a verb to that one's object.

        "The council backs the races and calls for a prize": the parse takes "calls" for another thing that it backs.
        """
        above = self.tokens[verb].head
        while self.tokens[above].pos not in {"VERB", "AUX"}:
            if self.tokens[above].head == above or not self.sentence.first <= self.tokens[above].head < verb:
                return None
            above = self.tokens[above].head
        return self._subject_of(above, 0) if self.tokens[above].tag == "VBZ" else None

    def _before_noun(self, verb: int) -> Subject | None:
        """The phrase after a comma, before a verb taken for a noun: "…, the agency's Jan Novak in Oslo reports"."""
        first = verb
        while first > self.sentence.first and self.tokens[first - 1].text != ",":
            first -= 1
        last = next((i for i in range(first, verb) if self.tokens[i].pos == "ADP"), verb)
        return Subject(first, last, last - 1) if first < last else None

    def _subject_heads(self, verb: int) -> list[int]:
        """The nouns that the parse gives the verb for subjects, the likeliest first.

        CASE "The opposition Northern Council accused": both nouns are subjects, the last one names it.
        CASE "Arab leaders meeting in Oslo called for": the participle is, by the noun before it.
        CASE "Meeting Mr Novak, Ms Lind said": the name right before the verb.
        CASE "The envoy, Jan Novak, suggested Norway was": what follows is no subject, somebody stands before the verb.
        """
        heads = [c for c in self.children.get(verb, ()) if self.tokens[c].dep in {"nsubj", "csubj"}]
        before = [c for c in heads if c < verb]
        if before and self.tokens[before[-1]].pos == "PRON" and before[-1] == verb - 1:
            return [before[-1]]
        is_run = bool(before) and all(self.tokens[i].pos in _IN_NAMES for i in range(before[0], before[-1]))
        is_named = is_run and self.tokens[before[0]].pos == "NOUN" and self.tokens[before[-1]].pos == "PROPN"
        if is_named and self._person_ending_at(before[-1] + 1) is None:
            return [before[-1]]
        is_parted = len(before) > 1 and any(self.tokens[i].text == "," for i in range(before[-2], before[-1]))
        if is_parted and self.tokens[before[-1]].pos == "PROPN" and self.tokens[verb - 1].text != ",":
            return [before[-1], *before[:-1]]
        found = []
        for head in heads:
            if self.tokens[head].pos not in {"VERB", "AUX"}:
                if head < verb or not self._ends_apposition(verb):
                    found.append(head)
            elif self.tokens[head].tag == "VBG":
                inner = (c for c in self.children.get(head, ()) if self.tokens[c].dep == "nsubj" and c < head)
                found += [c for c in inner if can_speak(self.tokens, c, False)]
        return found

    def _ends_apposition(self, verb: int) -> bool:
        """Whether a person's name and a comma stand right before the verb."""
        is_comma = verb - 2 > self.sentence.first and self.tokens[verb - 1].text == ","
        is_beside = is_comma and self.tokens[verb - 2].dep in {"appos", "nsubj", "conj"}
        return is_beside and self._person_ending_at(verb - 1) is not None

    def _is_aside(self, subject: Subject, verb: int, inverted: Subject) -> bool:
        """Whether the verb and who speaks after it stand between commas, within another's clause."""
        is_beside = subject.last == verb - 1 and self.tokens[verb - 1].text == ","
        if not is_beside or self._ends_apposition(verb) or not can_speak(self.tokens, inverted.head, True):
            return False
        comma = next((i for i in range(inverted.last, self.sentence.last) if self.tokens[i].text == ","), None)
        if comma is None or comma + 1 >= self.sentence.last or self.view.has_finite(inverted.last, comma):
            return False
        after = comma + 1
        while after + 1 < self.sentence.last and self.tokens[after].pos == "ADV":
            after += 1
        return self.tokens[after].tag in FINITE_TAGS

    def _parts_clauses(self, first: int, verb: int) -> bool:
        """Whether a finite verb or a closing mark stands between a would-be subject and its verb."""
        return self.view.has_finite(first, verb) or any(
            self.tokens[i].text in {"”", '"', "''", "»"} for i in range(first, verb)
        )

    def _may_follow(self, verb: int, found: Subject, inverted: Subject | None) -> bool:
        """Whether the phrase after the verb can be its subject: "said the minister", not "saying it was"."""
        token = self.tokens[verb]
        if token.tag == "VBG" or token.lemma == "tell":
            return inverted is not None and token.tag != "VBG" and token.lemma != "tell"
        after = found.last
        while after < self.sentence.last and self.tokens[after].pos == "ADV":
            after += 1
        return not (after < self.sentence.last and self.tokens[after].tag in FINITE_TAGS)

    def _subject_of(self, verb: int, depth: int) -> Subject | None:
        """Whose the verb is, or the one that it hangs on, where its own subject says nothing.

        "Novak repeated that the pact was sound and called for aid, saying …": the pact doesn't speak.
        """
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep in {"nsubj", "nsubjpass"}:
                found = self.phrase(child, verb)
                found = self._antecedent(found, verb) if found else None
                if found is None or depth == 0 or can_speak(self.tokens, found.head, False):
                    return found
                outer = self._subject_above(verb, depth)
                return outer if outer is not None and can_speak(self.tokens, outer.head, False) else found
        return self._subject_above(verb, depth)

    def _subject_above(self, verb: int, depth: int) -> Subject | None:
        """The same for the verb or the noun that the verb hangs on."""
        head = self.tokens[verb].head
        if head != verb and depth < 4 and self.sentence.first <= head < self.sentence.last:
            if self.tokens[verb].dep in {"acl", "relcl"} and self.tokens[head].pos in {"NOUN", "PROPN"}:
                return self._subject_of_noun(head)
            return self._subject_of(head, depth + 1)
        return None

    def quoted_person(self, verb: int) -> Subject | None:
        """ "The agency quoted the minister as saying": the minister; "the minister was quoted as saying": he too."""
        wanted = {"nsubjpass"} if is_passive(self.view, verb) else {"dobj"}
        if self.tokens[verb].lemma not in {"quote", "cite", "report", "describe"}:
            return self._subject_of(verb, 0)
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep in wanted:
                return self.phrase(whose_words(self.view, child), -1)
        return None

    def _subject_of_noun(self, noun: int, *, is_plain: bool = False) -> Subject | None:
        """ "issued a statement condemning": the issuer; "officials saying": the officials."""
        noun = self._sent_to(noun)
        lemma = self.tokens[noun].lemma
        head = self.tokens[noun].head
        if lemma in _ADOPTED and self.tokens[head].lemma in _ADOPTING and self.tokens[head].tag == "VBD":
            return self._subject_of(head, 0)  # "the council adopted a paper urging": what it adopts, it says
        if lemma in _DECIDED:
            return None  # "a resolution condemning the raid" may only be planned
        owner = self._owner(noun) if lemma in _ISSUED else None
        if owner is not None:
            return owner
        if lemma in _ISSUED and self.tokens[noun].dep in {"dobj", "pobj"} and head != noun:
            verb = head if self.tokens[head].pos in {"VERB", "AUX"} else self.tokens[head].head
            found = self._subject_of(verb, 0)
            if found:
                return found
        if is_plain and self.tokens[noun].dep == "dobj" and not can_speak(self.tokens, noun, False):
            return self._subject_of(head, 0)  # "rejected the offer, saying …"
        return self.phrase(noun, -1)

    def _sent_to(self, noun: int) -> int:
        """The letter in "a letter to fishermen condemning": it condemns, not the fishermen; else the same noun."""
        before = self.tokens[noun].head
        if self.tokens[noun].dep != "pobj" or self.tokens[before].lower not in {"to", "for"}:
            return noun
        statement = self.tokens[before].head
        if self.tokens[statement].pos == "VERB":  # "signed a letter to fishermen": the parse may ask whom he signed to
            objects = (c for c in self.children.get(statement, ()) if self.tokens[c].dep == "dobj")
            statement = next(objects, statement)
        is_sent = self.sentence.first <= statement < before and self.tokens[statement].lemma in _ISSUED | _ADOPTED
        return statement if is_sent else noun

    def _owner(self, noun: int) -> Subject | None:
        """Whose a statement is by the name before it: "echoed an Arab League statement saying …"."""
        first = noun
        while first > self.sentence.first and self.tokens[first - 1].pos == "PROPN":
            first -= 1
        return Subject(first, noun, noun - 1) if first < noun else None

    def _antecedent(self, subject: Subject, verb: int) -> Subject:
        """The noun before "who", where the subject is only that."""
        if self.tokens[subject.head].lower not in {"who", "which", "that"}:
            return subject
        head = self.tokens[verb].head
        if self.tokens[verb].dep == "relcl" and self.tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
            is_who = self.tokens[subject.head].lower == "who"
            found = (self._described_before(head, subject.first) if is_who else None) or self.phrase(head, verb)
            if found:
                return found
        return subject

    def _described_before(self, noun: int, who: int) -> Subject | None:
        """The person described by the words around the noun: "Jan Novak, head of the Oslo Institute, who said"."""
        tokens = self.tokens
        is_inner = tokens[noun].dep == "pobj" and tokens[who - 1].text == ","
        if not is_inner or tokens[noun].tag in {"NNS", "NNPS"} or is_human(tokens[noun]):
            return None
        if self._person_ending_at(noun + 1) is not None:
            return None
        commas = (i for i in range(noun, self.sentence.first, -1) if tokens[i].text == ",")
        comma = next(commas, self.sentence.first)
        person = self._person_ending_at(comma)
        if person is None or self.view.has_finite(comma, who):
            return None
        return Subject(person[0], person[1], person[1] - 1)

    def phrase(self, head: int, verb: int) -> Subject | None:
        """The noun phrase of the head, without relative clauses and appositions."""
        first = last = head
        for child in self.children.get(head, ()):
            token = self.tokens[child]
            if child < head and token.dep not in {"cc", "conj", "appos", "relcl", "acl", "punct", "mark", "advcl"}:
                first = min(first, self.view.left(child))
            elif child > head and (token.dep in _BEHIND or self._goes_on_in(head, child)):
                right = self.view.right(child)
                if token.dep == "conj" and token.pos in {"VERB", "AUX"}:
                    continue
                if verb >= 0 and head < verb <= right:
                    continue
                last = max(last, right)
        if self.view.is_dateline(head):
            return None
        name = self._apposed_name(head)
        if name is not None:
            return name
        while first < head and self.view.is_dateline(first):
            first += 1
        if verb > last:
            last = self._list_end(last, verb)
        last = min(last, head + 30, self.sentence.last - 1)
        verbs = (i for i in range(head + 1, last + 1) if self.tokens[i].tag in FINITE_TAGS)
        last = next(verbs, last + 1) - 1  # a finite verb within it is a misparse
        first = max(first, head - 12, self.sentence.first)
        while last > head and self.tokens[last].pos in {"PUNCT", "CCONJ"}:
            last -= 1
        while first < head and self.tokens[first].pos == "PUNCT":
            first += 1
        return Subject(first, last + 1, head, verb >= 0 and head > verb)

    def _goes_on_in(self, title: int, name: int) -> bool:
        """Whether the name follows a title at once and others are joined to it: "President Novak and Ms Lind"."""
        is_title = self.tokens[title].pos == "PROPN" and self.tokens[name].dep == "appos"
        return (
            is_title
            and self.view.left(name) == title + 1
            and any(self.tokens[child].dep == "conj" for child in self.children.get(name, ()))
        )

    def _list_end(self, last: int, verb: int) -> int:
        """The last word of "A, B and C" where the parse saw only A; else the last word as it was."""
        end = verb - 1
        while end > last and self.tokens[end].pos in {"AUX", "ADV", "PART"}:
            end -= 1
        between = self.tokens[last + 1 : end + 1]
        if not between or between[0].text != "," or not any(token.lower == "and" for token in between):
            return last
        if all(t.pos in {"PROPN", "NOUN", "DET", "CCONJ", "ADJ"} or t.text == "," or t.lower == "of" for t in between):
            commas = [i for i, token in enumerate(between) if token.text == ","]
            named = all(between[i + 1].pos in {"PROPN", "CCONJ", "DET"} for i in commas if i + 1 < len(between))
            return end if named and between[-1].pos == "PROPN" else last
        return last

    def _apposed_name(self, head: int) -> Subject | None:
        """ "A spokesman for the ministry, Jan Novak,": the name."""
        if self.tokens[head].pos == "PROPN":
            return None
        for child in self.children.get(head, ()):
            token = self.tokens[child]
            is_ticker = token.text.isupper() and "." in token.text
            if token.dep == "appos" and token.pos == "PROPN" and child > head and not is_ticker:
                first, last = child, child + 1
                while (
                    first - 1 > head and self.tokens[first - 1].head == child and self.tokens[first - 1].pos == "PROPN"
                ):
                    first -= 1
                mark = self.view.left(child) - 1
                if mark > head and self.tokens[mark].text not in _PARTING:
                    continue  # "the head of the opposition Northern Council": no name of his
                if any(self.tokens[c].dep == "conj" for c in self.children.get(child, ())):
                    last = self.view.right(child) + 1  # "Council members Norway and Chile"
                return Subject(first, last, child, edge=self.view.left(head))
        return None

    def _inverted(self, cue: CueMatch) -> Subject | None:
        """ "said the Minister", by the words alone: verb after a comma, quotation mark or dash, then a noun phrase."""
        has_perfect = cue.first - 3 > self.sentence.first and self.tokens[cue.first - 1].lower in {"has", "had"}
        near = self.tokens[cue.first - 3 : cue.first - 1] if has_perfect else ()
        has_perfect = any(token.text in {"”", '"', "''", "»"} for token in near)  # “A”, has declared the mayor
        is_participle = self.tokens[cue.first].tag in {"VBG", "VBN"} and not has_perfect
        if is_participle and self.tokens[cue.first].lower not in {"said", "told"}:
            return None
        if self.tokens[cue.first].lemma == "tell":
            return None
        verb = cue.first - 1 if has_perfect else cue.first
        if verb > self.sentence.first:
            before = self.tokens[verb - 1]
            if before.lower not in STOPS and before.text not in {"”", '"', "''", "»", "’"} and before.pos != "PUNCT":
                return None
        at = cue.last
        first = at
        while (
            at < self.sentence.last
            and at - first < _MAX_NP_WORDS
            and self.tokens[at].pos in {"DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM", "PART"}
        ):
            at += 1
        if at == first or self.tokens[at - 1].pos not in {"PROPN", "NOUN", "PRON"} or not self.view.ends_clause(at):
            return None
        first = next((i for i in range(first, at) if not self._is_time(i)), at)  # "said last week the envoy"
        return Subject(first, at, at - 1, True) if first < at else None

    def _is_time(self, index: int) -> bool:
        """Whether the token stands in a time: "said last week" names no speaker."""
        times = self.view.mentions.times
        at = bisect_left(times, self.tokens[index].end, key=lambda time: time.span.end)
        return at < len(times) and times[at].span.start <= self.tokens[index].start

    def _beside(self, verb: int) -> Subject | None:
        """The noun phrase right before a finite verb whose subject the parse seeks elsewhere: "… and it said"."""
        if self.tokens[verb].tag not in FINITE_TAGS:
            return None
        found = self._left_neighbour(verb)
        if found is None or found.first <= self.sentence.first:
            return None
        is_inside = self.tokens[found.first - 1].pos in {"ADP", "VERB", "AUX"} or self.tokens[found.head].dep == "pobj"
        return found if not is_inside and can_speak(self.tokens, found.head, False) else None

    def named_beside(self, subject: Subject, verb: int) -> Subject:
        """The person named right before the verb, or after "said", where a body is only whose he is.

        CASE "Freedonian Cocoa Institute, FCI, president Jan Novak said"; CASE "said Oslo Bank (Japan) head Jan Novak".
        """
        if subject.is_inverted:
            start, end = subject.last, self._after_brackets(subject.last)
            while end < self.sentence.last and self.tokens[end].pos in _IN_NAMES:
                end += 1
            stop = end
        else:
            start = subject.last
            stop = verb
            while stop > start and self.tokens[stop - 1].pos in {"AUX", "ADV"}:
                stop -= 1
            is_joint = any(token.lower == "and" for token in self.tokens[subject.first : subject.last])
            if stop > start and self.tokens[stop - 1].text == "," and not is_joint:
                stop -= 1  # "The head of the opposition Northern Council, Jan Novak, said"
        person = self._person_ending_at(stop)
        if person is None or person[0] < start:
            return subject
        name = self.tokens[person[1] - 1]
        is_inner = name.dep == "appos" and self.tokens[name.head].dep == "pobj" and name.head != subject.head
        if is_inner and person[0] == subject.last:
            return replace(subject, last=person[1])  # "a spokesman for the envoy Jan Novak"
        between = self.tokens[start : person[0]]
        if not all(token.pos in _IN_NAMES or token.text in {",", "(", ")"} for token in between):
            return subject
        return Subject(
            person[0], stop, stop - 1, subject.is_inverted, edge=None if subject.is_inverted else subject.first
        )

    def _after_brackets(self, at: int) -> int:
        """The index after "(Japan)", where such words stand at the index."""
        if at >= self.sentence.last or self.tokens[at].text != "(":
            return at
        end = at
        while end < self.sentence.last and end - at < _MAX_NP_WORDS and self.tokens[end].text != ")":
            end += 1
        return end + 1

    def _person_ending_at(self, stop: int) -> tuple[int, int] | None:
        """First and last token of the person's name that ends right before the token."""
        if stop <= self.sentence.first or stop > self.sentence.last:
            return None
        end = self.tokens[stop - 1].end
        mentions = self.view.mentions
        persons = mentions.persons
        at = bisect_left(persons, end, key=lambda person: person.span.end)
        if at >= len(persons) or persons[at].span.end != end:
            return None
        name = mentions.words(persons[at].span)
        if mentions.actors[persons[at].actor].kind is not ActorKind.PERSON or name.isupper():
            return None  # "Oslo Bank", "<OBK.O>"
        return bisect_left(self.view.quoted.token_starts, persons[at].span.start), stop

    def _left_neighbour(self, verb: int) -> Subject | None:
        """The noun phrase right before the verb and its auxiliaries."""
        at = verb - 1
        while at >= self.sentence.first and self.tokens[at].pos in {"AUX", "ADV", "PART"}:
            at -= 1
        person = self._person_ending_at(at) if self._ends_apposition(at + 1) else None
        if person is not None:
            return Subject(person[0], person[1], person[1] - 1)
        last = at + 1
        while (
            at >= self.sentence.first
            and last - at < _MAX_NP_WORDS
            and self.tokens[at].pos in {"DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM"}
        ):
            at -= 1
        first = at + 1
        if first >= last or self.tokens[last - 1].pos not in {"PROPN", "NOUN", "PRON"}:
            return None
        return Subject(self._joined_before(first), last, last - 1)

    def _joined_before(self, first: int) -> int:
        """Where "bankers" starts in "…, bankers and analysts said"; else the same place."""
        at = first - 2
        if at <= self.sentence.first or self.tokens[first - 1].lower != "and":
            return first
        while at >= self.sentence.first and first - at < _MAX_NP_WORDS and self.tokens[at].pos in _IN_NAMES | {"DET"}:
            at -= 1
        is_parted = at >= self.sentence.first and self.tokens[at].text in _JOINED_AFTER
        return at + 1 if is_parted and can_speak(self.tokens, first - 2, False) else first

    def agent(self, verb: int) -> Subject | None:
        """Who did it, after "by"."""
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep == "agent" or (self.tokens[child].lower == "by" and child > verb):
                for grandchild in self.children.get(child, ()):
                    if self.tokens[grandchild].dep == "pobj":
                        return self.phrase(grandchild, -1)
        return None
