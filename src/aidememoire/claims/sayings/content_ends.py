"""Where the words after a verb of saying end: before what belongs to the verb, or to another one, again."""

from aidememoire.claims.sayings.cues import PLAIN, STRONG, CueMatch
from aidememoire.claims.sayings.narration import Narration
from aidememoire.claims.sayings.quoted import Quoted
from aidememoire.claims.sayings.sentence_view import DASHES, MAX_TAIL, STOPS, THIRD_PERSON, SentenceView
from aidememoire.claims.sayings.speaking_nouns import can_speak
from aidememoire.model import FINITE_TAGS

_TURNING = frozenset({"but", "while", "and", "although", "though", "whereas"})
_CONTRADICTING = frozenset({"but", "though", "although"})
_IS = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
_THOUGHTS = frozenset({"believe", "expect", "fear", "feel", "hope", "think", "want"})
_TELLING_ON = frozenset({"citing", "quoting", "referring", "alluding"})  # ", citing …": the speaker does
_MAX_LEAD = 2  # tokens before a participle that opens its sentence: "But while expressing …"


class ContentEnds:
    """Finds the ends within one sentence."""

    def __init__(self, view: SentenceView, quoted: Quoted) -> None:
        self.view = view
        self.quoted = quoted
        self.tokens = view.tokens
        self.children = view.children
        self.sentence = view.sentence
        self._narration = Narration(view)

    def tail_stop(self, tail: int) -> int:
        """Index of the token where the words after the verb stop: a comma, colon, quotation, or the sentence's end."""
        at = tail
        while at < self.sentence.last and at - tail < MAX_TAIL:
            token = self.tokens[at]
            if token.text in STOPS or self.quoted.starts_at(token.start):
                return at
            if token.lower == "that" and token.tag == "IN":
                return at
            at += 1
        return min(at, self.sentence.last)

    def clause_end(self, cue: CueMatch, cues: list[CueMatch], start: int) -> int:
        """Where the clause that starts at the token ends: before what belongs to the verb of saying again."""
        tokens = self.tokens
        last = self.sentence.last
        if start >= last:
            return self.sentence.span.end
        last = min(last, self._main_clause(cue, start))
        if tokens[start].tag in FINITE_TAGS and self.view.is_within_clause(cue.first):
            comma = next((i for i in range(start + 1, last) if tokens[i].text == ","), last)
            last = min(last, comma)  # "the road, which he said was open, is closed"
        elif tokens[cue.first].dep == "relcl":
            commas = (
                i for i in range(start + 1, last - 1) if tokens[i].text == "," and tokens[i + 1].tag in FINITE_TAGS
            )
            last = min(last, next(commas, last))  # "the raid, in which he said nine men died, has …"
        last = min(last, self._narration.first(cue, cues, start, last))
        for other in cues:
            if self.quoted.around(tokens[other.first].start) is not None:
                continue  # said within the words that are quoted
            cut = self._cut_before(other, cue, start)
            if cut is not None and start < cut < last:
                last = cut
        for child in self.children.get(cue.first, ()):
            token = tokens[child]
            if child <= start or child >= last:
                continue
            is_next = token.dep == "conj" and token.pos in {"VERB", "AUX"} and self.view.left(child) > start
            is_next = is_next and self.quoted.around(token.start) is None  # said it was “bad” but “nobody cares”
            takes_noun = cue.verb.words[0] not in STRONG  # else a clause must be whole before it can end
            if is_next and (takes_noun or self.view.has_finite(start, self.view.left(child))):
                cut = self._back_over_conjunction(self.view.left(child), start)
                if cut is not None and cut < last:
                    last = cut
            elif (
                token.dep == "advcl"
                and token.tag == "VBG"
                and tokens[self.view.left(child) - 1].text == ","
                and self.view.left(child) - 1 > start
            ):
                last = min(last, self.view.left(child) - 1)
        for i in range(start + 1, last - 1):
            if tokens[i].lower in {"but", "and"} and tokens[i + 1].lower in {"declined", "refused"}:
                last = i - 1 if tokens[i - 1].text == "," else i
                break
            if tokens[i].lower in _TELLING_ON and tokens[i - 1].text == ",":
                last = i - 1
                break
            if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and tokens[i - 1].text == ",":
                last = i - 1
                break
        if last == self.sentence.last:
            quote = self.quoted.around(tokens[last - 1].start)
            if (
                quote is not None
                and quote.outer.start >= tokens[start].start
                and quote.outer.end > self.sentence.span.end
            ):
                return quote.outer.end
            return self.sentence.span.end
        while last - 2 > start and tokens[last - 1].tag in {"WDT", "WP"}:
            last -= 2 if tokens[last - 2].text == "," else 1  # "the vote, which, according to the envoy, was fair"
        return tokens[last - 1].end

    def is_contradicted(self, start: int, end: int) -> bool:
        """Whether the report's own words follow a quotation that ends in a comma: “It holds,” but in fact it burnt."""
        words = self.view.text[start:end].casefold().split()
        is_turned = self.view.text[start - 2 : start - 1] == "," and len(words) > 1 and words[0] in _CONTRADICTING
        return is_turned and not any(mark in self.view.text[start:end] for mark in '“"«')

    def _main_clause(self, cue: CueMatch, start: int) -> int:
        """Where the main clause starts after "Calling on both to talk, he …"; the sentence's end for any other verb."""
        token = self.tokens[cue.first]
        head = token.head
        if token.dep == "pcomp":  # "After hoping for reform, he …"
            head = self.tokens[head].head
        if token.dep not in {"advcl", "pcomp"} or head <= start:
            return self.sentence.last
        subject = next((c for c in self.children.get(head, ()) if self.tokens[c].dep == "nsubj" and c > start), None)
        edge = self.view.left(subject) if subject is not None else head
        while edge - 1 > start and self.tokens[edge - 1].text != ",":
            edge -= 1
        return edge - 1 if edge - 1 > start else self.sentence.last

    def _cut_before(self, other: CueMatch, cue: CueMatch, start: int) -> int | None:
        """Index before which the content ends because another verb of saying takes over; None where it doesn't."""
        if other.first <= start or other.first == cue.first:
            return None
        token = self.tokens[other.first]
        before = other.first - 1
        while before > start and self.tokens[before].pos in {"ADV", "AUX"}:
            before -= 1
        is_parted = self.tokens[before].text == "," or (
            self.tokens[before].text == "”" and self.quoted.ending_before(token.start) is not None
        )
        is_having = token.tag == "VBN" and self.tokens[other.first - 1].lower == "having"
        is_added = self.tokens[before].text in DASHES and token.lower == "adding"
        if (token.tag == "VBG" or is_having) and (is_parted or is_added):
            return before + 1 if self.tokens[before].text == "”" else before
        if token.lower == "saying" and token.dep == "advcl" and token.head == cue.first and before + 1 == other.first:
            return other.first  # "hit out at the council saying it was late"
        goes_back = token.dep == "conj" and self.sentence.first <= token.head < cue.first
        if self.tokens[before].lower in {"and", "but"} and goes_back and token.tag in FINITE_TAGS | {"VBN"}:
            return self._back_over_conjunction(before + 1, start)  # "issued a note praising X and warned Y": main verb
        if self.tokens[before].lower in {"and", "but"} and self._tense(other) == self._tense(cue):
            if other.verb.words[0] in _THOUGHTS and self.tokens[start].lower in THIRD_PERSON:
                return None  # "said she wanted peace but hoped for more"
            is_turn = self.tokens[before].lower == "but" and other.verb.words[0] in STRONG
            is_turn = is_turn or other.verb.words[0] == "add"
            is_apart = (
                token.head == cue.first or self.tokens[before - 1].text == "," or self._is_other_form(start, other)
            )
            if is_turn or is_apart or self._says_on(start, other) or not self._can_go_on(start, before, other):
                return self._back_over_conjunction(before + 1, start)
        attributes = not other.verb.frames <= {"obj-at", "np-say"}
        subject = next(
            (
                c
                for c in self.children.get(other.first, ())
                if self.tokens[c].dep == "nsubj" and start <= c < other.first
            ),
            None,
        )
        if subject is not None and self.view.is_still_to_be(other.first):
            return None  # said the town was poor, and the council would demand a loan
        is_inside = subject is not None and subject + 1 < before  # "said ministers, all of whom …, maintained"
        if is_parted and attributes and not is_inside and self.view.closes_sentence(other.last):
            return before if self.tokens[before].text == "," else before + 1  # "…, said the envoy."
        if subject is None and token.pos == "NOUN" and self.view.closes_sentence(other.last):
            commas = (i for i in range(before, start, -1) if self.tokens[i].text == ",")
            return next(commas, None)  # "…, the agency's Jan Novak reports"
        if subject is None or subject == start:
            return None
        edge = self.view.left(subject)
        is_after_comma = edge - 1 > start and self.tokens[edge - 1].text == ","
        if is_after_comma and (self.view.closes_sentence(other.last) or self._opens_sentence(cue)):
            return edge - 1  # "…, the envoy said."; "While expressing regret, the envoy said …"
        if edge - 1 > start and self.tokens[edge - 1].lower in _TURNING and self.tokens[edge - 2].text in {",", ";"}:
            return edge - 2
        is_dash = self.tokens[edge - 1].text in DASHES and other.verb.words[0] in STRONG
        if edge - 1 > start and (self.tokens[edge - 1].text == ";" or is_dash):
            return edge - 1
        return None

    def _opens_sentence(self, cue: CueMatch) -> bool:
        """Whether the verb is a participle at the sentence's start: "While expressing regret, he said …"."""
        return self.tokens[cue.first].tag == "VBG" and cue.first - self.sentence.first <= _MAX_LEAD

    def _tense(self, cue: CueMatch) -> str:
        """The verb's form; a "participle" with an object of its own ("and urged drivers") is a past tense."""
        tag = self.tokens[cue.first].tag
        return "VBD" if tag == "VBN" and self.view.has_own_object(cue.last) else tag

    def _is_other_form(self, start: int, other: CueMatch) -> bool:
        """Whether the content's first verb has an auxiliary that the later verb's form does not fit.

        "Said he would go and warned …" goes back to who said it; "said he had met them and warned …" may not.
        """
        if self._tense(other) != "VBD":
            return False
        first = next((i for i in range(start, other.first) if self.view.is_finite(i)), None)
        if first is None:
            return False
        is_put_back = self.tokens[first].lower == "had" and other.verb.words[0] in PLAIN
        return is_put_back or self.tokens[first].tag == "MD" or self.tokens[first].lower in _IS

    def _can_go_on(self, start: int, before: int, other: CueMatch) -> bool:
        """Whether the content's own subject could be who goes on to say: "said he met X and told him"."""
        subject = next((i for i in range(start, before) if self.tokens[i].dep in {"nsubj", "expl", "nsubjpass"}), None)
        if subject is None:
            is_finite = self.tokens[other.first].tag in {"VBZ", "VBD"}
            return not is_finite or self.view.has_finite(start, before)  # "backs its call to talk and urges": no clause
        if self.tokens[other.first].tag == "VBZ" and self.tokens[subject].tag == "NNS":
            return False  # "demands that armed groups leave and calls on": the groups do not
        return self.tokens[subject].dep != "expl" and can_speak(self.tokens, subject, False)

    def _says_on(self, start: int, other: CueMatch) -> bool:
        """Whether "that" follows the later verb and "he" is the content's subject: whoever speaks goes on."""
        if other.last >= self.sentence.last or self.tokens[other.last].lower != "that":
            return False
        return "clause" in other.verb.frames and self.tokens[start].lower in THIRD_PERSON

    def _back_over_conjunction(self, at: int, start: int) -> int | None:
        """The index of the comma or conjunction before ``at``; None where the clause would vanish."""
        while at - 1 > start and (
            self.tokens[at - 1].pos in {"CCONJ", "AUX", "ADV"}
            or self.tokens[at - 1].text == ","
            or self.tokens[at - 1].dep == "cc"
        ):
            at -= 1
        return at if at > start else None
