"""Statements: who is reported to have said what, in every form in which it is written.

A verb of saying is found first, by its word; then whom it belongs to, and which words are its content. The parse is
evidence for both; where it fails on garbled text, commas, quotation marks and word order decide.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aidememoire.claims.cues import CueMatch, find_cues
from aidememoire.claims.speakers import FIRST_PERSON, Speaker, Speakers, can_speak
from aidememoire.claims.turns import Turn, find_turns
from aidememoire.model import (
    BlockRole,
    ClaimKind,
    Mentions,
    Proposal,
    Quotation,
    Refusal,
    Sentence,
    Span,
    StatementKind,
    StatementValues,
    Token,
)

if TYPE_CHECKING:
    from aidememoire.knowledge import Knowledge

RULE = "statements"

_READ = frozenset({BlockRole.BODY, BlockRole.CAPTION})
_STRONG = frozenset({"say", "tell", "add", "announce", "report", "warn", "claim", "write", "state", "declare"})
_IN_TURNS = frozenset({"say", "tell", "announce", "warn", "claim", "declare", "accuse", "promise", "write", "call"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODALS = frozenset({"would", "could", "might", "may", "should", "can", "must", "'d", "’d"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
_GOING_ON = frozenset({"go", "continue", "hasten", "proceed"})  # "went on to say" said it
_REFUSING = frozenset({"refuse", "decline", "fail", "stop"})  # "declined to say" did not
_CONDITIONS = frozenset({"if", "unless", "whether"})
_DASHES = frozenset({"-", "–", "—", "--", "―"})
_STOPS = frozenset({",", ":", ";"}) | _DASHES
_GREETINGS = frozenset(
    "condolence condolences congratulation congratulations greeting greetings sympathy thanks gratitude apology apologies "
    "wish wishes appreciation regards".split()
)
_IMPERSONAL = frozenset(  # "it was noted that": somebody at the talks said so; "it was reported that" is hearsay
    "note stress emphasize emphasise underline underscore highlight reaffirm reiterate state point recall mention confirm "
    "remark acknowledge declare".split()
)
_JUDGING = frozenset("condemn denounce deplore praise hail commend applaud criticise criticize welcome".split())
_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations report reports suggestion suggestions criticism charge "
    "charges idea notion assertion assertions speculation rumour rumours rumor rumors".split()
)
_SAYING_NOUNS = frozenset(
    "call calls appeal appeals warning warnings demand demands criticism accusation accusations".split()
)
_EMPTY_OBJECTS = frozenset(
    "it this that them these those him her us me himself herself themselves itself so what".split()
)
_SELF = frozenset("himself herself themselves itself".split())
_MAX_TAIL = (
    24  # tokens between a verb of saying and what was said: "said in a statement on Monday after the meeting that"
)
_MAX_APPOSITION = 30
_SHORT_QUOTE = 5  # words: “unfortunately,” in the middle of a clause is part of it
_MIN_CONTENT_WORDS = 2  # "hello" is no statement; "they agree" is one
_DECIDED = frozenset({"resolution", "motion", "vote", "draft", "bill", "amendment", "text", "petition"})
_LEADING_ON = frozenset({"which", "who", "that", "and", "but", "as", "because", "since", "while", "where"})
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nor", "few"})
_NO_PARTICIPLES = frozenset(
    {
        "demand",
        "believe",
        "think",
        "feel",
        "hope",
        "expect",
        "propose",
        "suggest",
        "agree",
        "maintain",
        "defend",
        "press",
        "question",
        "support",
        "continue",
        "reply",
        "respond",
    }
)
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class _Subject:
    first: int  # token indices
    last: int
    head: int
    is_inverted: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    start: int  # of the content, in the text
    end: int
    cue: tuple[int, int]
    speaker: Speaker
    quotation: Quotation | None  # where the content is one
    frame: str
    sentence: Sentence
    verb: int
    confidence: float


def propose_statements(mentions: Mentions, knowledge: "Knowledge") -> Iterator[Proposal | Refusal]:
    """Every statement that the report tells of, in order of position, and what was not taken for one."""
    reading = _Reading(mentions)
    yield from reading.propose()


class _Reading:
    """One report's statements in the making."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.text = mentions.report.text
        self.tokens = mentions.tokens
        self.speakers = Speakers(mentions)
        self.turns = find_turns(mentions)
        self.quotes = [q for q in mentions.quotations if q.label is None and q.depth == 0]
        self._quote_starts = [q.outer.start for q in self.quotes]
        self._quote_ends = [q.outer.end for q in self.quotes]
        self._token_starts = [token.start for token in mentions.tokens]
        self._turn_starts = [turn.span.start for turn in self.turns]
        self.claimed: dict[int, int] = {}  # start of a quotation → index of the statement that it belongs to
        self.found: list[_Found] = []
        self.refused: list[Refusal] = []
        self.children: dict[int, list[int]] = {}

    # --- the whole -----------------------------------------------------------------------------------------------

    def propose(self) -> Iterator[Proposal | Refusal]:
        for turn in self.turns:
            yield self._turn_proposal(turn)
        roles = self.mentions.report.blocks
        for sentence in self.mentions.sentences:
            if roles[sentence.block].role in _READ:
                self._read(sentence)
        self._follow_up()
        yield from self.refused
        for number, found in enumerate(self._without_doubles()):
            yield self._proposal(number, found)

    def _read(self, sentence: Sentence) -> None:
        tokens = self.tokens
        cues = list(find_cues(tokens, sentence.first, sentence.last))
        according = [
            i
            for i in range(sentence.first, sentence.last - 2)
            if tokens[i].lower == "according" and tokens[i + 1].lower == "to"
        ]
        broken = self._broken_in(sentence)
        if not cues and not according and not broken:
            return
        self.children = _children(tokens, sentence)
        self.speakers.at = sentence.index
        for cue in cues:
            if self._quote_around(tokens[cue.first].start) is None:
                self._read_cue(sentence, cue, cues)
        for index in according:
            if self._quote_around(tokens[index].start) is None:
                self._read_according(sentence, index)
        for quotation in broken:
            self._read_broken(sentence, quotation)

    # --- a verb of saying ----------------------------------------------------------------------------------------

    def _read_cue(self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch]) -> None:
        """One verb of saying: whose, and what."""
        verb = self.tokens[cue.first]
        if verb.tag == "VB" and self._is_bare_infinitive(sentence, cue):
            return
        if self._is_passive(cue.first, sentence):
            self._read_passive(sentence, cue, cues)
            return
        if (
            verb.tag == "VBN"
            and not self._has_auxiliary(cue.first, sentence)
            and not self._is_between_marks(cue, sentence)
        ):
            return
        if verb.tag == "VBG" and verb.lemma in _NO_PARTICIPLES:
            return
        why = self._why_not(cue.first, sentence)
        subject = self._subject(cue, sentence)
        if subject is None:
            return
        strong = cue.verb.words[0] in _STRONG
        if not can_speak(self.tokens, subject.head, strong):
            return
        if self._is_own_voice(cue, subject) or self._is_teaser(sentence, cue, subject):
            return
        if self.tokens[subject.first].lower in _NOBODY:
            why = "denied"
        content = self._content(sentence, cue, cues, subject)
        if content is None:
            return
        start, end, quotation, frame, confidence = content
        if why:
            self.refused.append(
                Refusal(ClaimKind.STATEMENT, self._span(verb.start, end if end > verb.end else verb.end), why, RULE)
            )
            return
        speaker = self.speakers.of_phrase(self.tokens, subject.first, subject.last, subject.head)
        if speaker is None:
            speaker = Speaker(None, None, None)
        self._keep(sentence, cue, start, end, quotation, frame, confidence, speaker)

    def _keep(
        self,
        sentence: Sentence,
        cue: CueMatch,
        start: int,
        end: int,
        quotation: Quotation | None,
        frame: str,
        confidence: float,
        speaker: Speaker,
    ) -> None:
        cue_span = (self.tokens[cue.first].start, self.tokens[cue.last - 1].end)
        self._add(_Found(start, end, cue_span, speaker, quotation, frame, sentence, cue.first, confidence))

    def _add(self, found: _Found) -> None:
        start, end = self._trimmed(found.start, found.end)
        if end - start < 2 or len(self.text[start:end].split()) < (1 if found.quotation else _MIN_CONTENT_WORDS):
            return
        if start < found.cue[1] and found.cue[0] < end and found.quotation is None:
            return
        if found.quotation is not None:
            self.claimed[found.quotation.outer.start] = len(self.found)
        self.speakers.at = found.sentence.index
        self.speakers.remember(found.speaker)
        self.found.append(replace(found, start=start, end=end))

    def _is_bare_infinitive(self, sentence: Sentence, cue: CueMatch) -> bool:
        """ "to say": nobody said it, unless somebody went on to; who declined to say is refused aloud."""
        first = cue.first
        before = first - 1
        while before >= sentence.first and self.tokens[before].pos == "ADV":
            before -= 1
        if before < sentence.first or self.tokens[before].lower != "to":
            return False
        governor = self.tokens[self.tokens[first].head]
        if governor.lemma in _GOING_ON:
            return False
        if governor.lemma in _REFUSING:
            verb = self.tokens[first]
            self.refused.append(
                Refusal(
                    ClaimKind.STATEMENT,
                    self._span(governor.start, max(verb.end, governor.start + 1))
                    if verb.end > governor.start
                    else self._span(verb.start, verb.end),
                    "denied",
                    RULE,
                )
            )
        return True

    def _why_not(self, verb: int, sentence: Sentence) -> str | None:
        """Why the verb asserts no saying: negated, imagined, planned, conditional; None where it does."""
        for child in self.children.get(verb, ()):
            token = self.tokens[child]
            if child > verb:
                continue
            if token.dep == "neg" or token.lower in _NEGATIONS:
                return "denied"
            if token.dep in {"aux", "auxpass"} or token.tag == "MD":
                if token.lower in _MODALS and not self._is_past_could(token):
                    return "hypothetical"
                if token.lower in _FUTURE:
                    return "planned"
            if token.dep == "mark" and token.lower in _CONDITIONS:
                return "conditional"
        for near in range(max(sentence.first, verb - 3), verb):
            if self.tokens[near].lower in {"not", "n't", "n’t", "never"} and self.tokens[near].head == verb:
                return "denied"
        return None

    @staticmethod
    def _is_past_could(token: Token) -> bool:
        return False

    def _has_auxiliary(self, verb: int, sentence: Sentence) -> bool:
        for child in self.children.get(verb, ()):
            if (child < verb and self.tokens[child].lemma in {"have", "be"}) or self.tokens[child].lower in {
                "'ve",
                "’ve",
                "has",
                "have",
                "had",
            }:
                return True
        head = self.tokens[verb].head
        return self.tokens[verb].dep == "conj" and self._has_auxiliary_near(head, sentence)

    def _has_auxiliary_near(self, verb: int, sentence: Sentence) -> bool:
        return any(
            self.tokens[i].lower in {"has", "have", "had", "'ve", "’ve"}
            for i in range(max(sentence.first, verb - 4), verb)
        )

    def _is_between_marks(self, cue: CueMatch, sentence: Sentence) -> bool:
        """A form tagged as a participle that follows its subject ("the Minister said") all the same."""
        return self.tokens[cue.first].lower in {"said", "told"} or any(
            self.tokens[c].dep in {"nsubj"} for c in self.children.get(cue.first, ())
        )

    def _is_passive(self, verb: int, sentence: Sentence) -> bool:
        if self.tokens[verb].tag not in {"VBN", "VBD"}:
            return False
        if any(self.tokens[c].dep == "auxpass" for c in self.children.get(verb, ())):
            return True
        before = verb - 1
        while before >= sentence.first and self.tokens[before].pos == "ADV":
            before -= 1
        return before >= sentence.first and self.tokens[before].lower in {
            "was",
            "were",
            "been",
            "is",
            "are",
            "being",
            "be",
        }

    def _is_teaser(self, sentence: Sentence, cue: CueMatch, subject: _Subject) -> bool:
        """A last line that only advertises ("Hopes are fading, says our correspondent.") belongs to the page."""
        is_last = sentence.index == len(self.mentions.sentences) - 1
        alone = sentence.index == 0 or self.mentions.sentences[sentence.index - 1].block != sentence.block
        return is_last and alone and subject.is_inverted and self.tokens[cue.first].lower == "says"

    def _is_own_voice(self, cue: CueMatch, subject: _Subject) -> bool:
        """Whether the words are the turn's own ("we say"), not another's that it reports."""
        token = self.tokens[subject.head]
        if token.lower in FIRST_PERSON:
            return True
        turn = self._turn_around(token.start)
        if turn is None:
            return False
        if turn.is_whole:
            return self._is_issuers_party(subject)
        return cue.verb.words[0] not in _IN_TURNS or self.tokens[subject.head].lower in {"it", "they", "people"}

    def _is_issuers_party(self, subject: _Subject) -> bool:
        side = self.mentions.report.side
        start, end = self.tokens[subject.first].start, self.tokens[subject.last - 1].end
        words = self.text[start:end].lower()
        if words.startswith(("the united states", "united states", "the u.s.", "america")) and side == "USA":
            return True
        return any(
            p.span.start >= start
            and p.span.end <= end
            and p.code == side
            and end - start - (p.span.end - p.span.start) <= 4
            for p in self._parties(start, end)
        )

    def _parties(self, start: int, end: int) -> list:  # type: ignore[type-arg]
        parties = self.mentions.parties
        at = bisect_left(parties, start, key=lambda p: p.span.start)
        found = []
        while at < len(parties) and parties[at].span.start < end:
            found.append(parties[at])
            at += 1
        return found

    # --- who -----------------------------------------------------------------------------------------------------

    def _subject(self, cue: CueMatch, sentence: Sentence) -> _Subject | None:
        """The noun phrase that the verb belongs to: by parse, else by the words beside it."""
        verb = cue.first
        inverted = self._inverted(cue, sentence)
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep in {"nsubj", "csubj"} and self.tokens[child].pos not in {"VERB", "AUX"}:
                found = self._phrase(child, sentence, verb)
                if found is None or (child > verb and not self._may_follow(verb, found, inverted, sentence)):
                    continue
                if inverted and found.last < verb and self._ends_clause(inverted.last, sentence):
                    return inverted  # “A,” said a diplomat: the parse took a noun of A for the subject
                return self._antecedent(found, verb, sentence)
        if inverted:
            return inverted
        token = self.tokens[verb]
        head = token.head
        if token.tag == "VB" and token.dep not in {"conj", "xcomp"}:
            return None  # "Thank you": an imperative
        if head == verb or not sentence.first <= head < sentence.last:
            return self._left_neighbour(verb, sentence)
        if token.dep in {"conj", "advcl", "xcomp", "ccomp", "dep", "prep"} and self.tokens[head].pos in {
            "VERB",
            "AUX",
        }:
            return self._subject_of(head, sentence, 0)
        if token.dep == "acl" and token.tag == "VBG":
            return self._subject_of_noun(head, sentence)
        if token.dep == "pcomp" and self.tokens[head].lower == "as":
            return self._quoted_person(self.tokens[head].head, sentence)
        if token.dep == "pcomp":
            return self._subject_of(self.tokens[head].head, sentence, 0)
        return self._left_neighbour(verb, sentence)

    def _may_follow(self, verb: int, found: _Subject, inverted: _Subject | None, sentence: Sentence) -> bool:
        """Whether the phrase after the verb can be its subject: "said the minister", not "saying it was"."""
        token = self.tokens[verb]
        if token.tag == "VBG" or token.lemma == "tell":
            return inverted is not None and token.tag != "VBG" and token.lemma != "tell"
        after = found.last
        while after < sentence.last and self.tokens[after].pos == "ADV":
            after += 1
        return not (after < sentence.last and self.tokens[after].tag in _FINITE)

    def _is_dateline(self, index: int, sentence: Sentence) -> bool:
        """Whether the token stands before the sentence's own words (the place and day of a dateline)."""
        return sentence.index < 6 and self.tokens[index].end <= self._content_start(sentence)

    def _ends_clause(self, at: int, sentence: Sentence) -> bool:
        """Whether nothing but a few words without a finite verb follows up to a comma, full stop or dash."""
        stop = at
        while stop < sentence.last and self.tokens[stop].text not in _STOPS and stop - at < _MAX_TAIL:
            if self.tokens[stop].tag in _FINITE:
                return False
            stop += 1
        return True

    def _subject_of(self, verb: int, sentence: Sentence, depth: int) -> _Subject | None:
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep in {"nsubj", "nsubjpass"}:
                found = self._phrase(child, sentence, verb)
                return self._antecedent(found, verb, sentence) if found else None
        head = self.tokens[verb].head
        if head != verb and depth < 4 and sentence.first <= head < sentence.last:
            if self.tokens[verb].dep in {"acl", "relcl"} and self.tokens[head].pos in {"NOUN", "PROPN"}:
                return self._subject_of_noun(head, sentence)
            return self._subject_of(head, sentence, depth + 1)
        return None

    def _quoted_person(self, verb: int, sentence: Sentence) -> _Subject | None:
        """ "The agency quoted the minister as saying": the minister; "the minister was quoted as saying": he too."""
        wanted = {"nsubjpass"} if self._is_passive(verb, sentence) else {"dobj"}
        if self.tokens[verb].lemma not in {"quote", "cite", "report", "describe"}:
            return self._subject_of(verb, sentence, 0)
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep in wanted:
                return self._phrase(child, sentence, -1)
        return None

    def _subject_of_noun(self, noun: int, sentence: Sentence) -> _Subject | None:
        """ "issued a statement condemning": the issuer; "officials saying": the officials."""
        lemma = self.tokens[noun].lemma
        head = self.tokens[noun].head
        if lemma in _DECIDED:
            return None  # "a resolution condemning the raid" may only be planned
        if lemma in {
            "statement",
            "letter",
            "message",
            "report",
            "communique",
            "tweet",
            "speech",
            "interview",
            "note",
            "declaration",
        }:
            if self.tokens[noun].dep in {"dobj", "pobj"} and head != noun:
                verb = head if self.tokens[head].pos in {"VERB", "AUX"} else self.tokens[head].head
                found = self._subject_of(verb, sentence, 0)
                if found:
                    return found
        return self._phrase(noun, sentence, -1)

    def _antecedent(self, subject: _Subject, verb: int, sentence: Sentence) -> _Subject:
        """The noun before "who", where the subject is only that."""
        if self.tokens[subject.head].lower not in {"who", "which", "that"}:
            return subject
        head = self.tokens[verb].head
        if self.tokens[verb].dep == "relcl" and self.tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
            found = self._phrase(head, sentence, verb)
            if found:
                return found
        return subject

    def _phrase(self, head: int, sentence: Sentence, verb: int) -> _Subject | None:
        """The noun phrase of the head, without relative clauses and appositions."""
        first = last = head
        for child in self.children.get(head, ()):
            token = self.tokens[child]
            if child < head and token.dep not in {"cc", "conj", "appos", "relcl", "acl", "punct", "mark", "advcl"}:
                first = min(first, self._left(child))
            elif child > head and token.dep in {"prep", "cc", "conj", "case", "nummod", "compound", "flat"}:
                right = self._right(child)
                if token.dep == "conj" and token.pos in {"VERB", "AUX"}:
                    continue
                if verb >= 0 and head < verb <= right:
                    continue
                last = max(last, right)
        if self._is_dateline(head, sentence):
            return None
        name = self._apposed_name(head)
        if name is not None:
            return name
        while first < head and self._is_dateline(first, sentence):
            first += 1
        if verb > last:
            last = self._list_end(last, verb)
        last = min(last, head + 30, sentence.last - 1)
        first = max(first, head - 12, sentence.first)
        while last > head and self.tokens[last].pos in {"PUNCT", "CCONJ"}:
            last -= 1
        while first < head and self.tokens[first].pos == "PUNCT":
            first += 1
        return _Subject(first, last + 1, head, verb >= 0 and head > verb)

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

    def _apposed_name(self, head: int) -> _Subject | None:
        """ "A spokesman for the ministry, Jan Novak,": the name."""
        if self.tokens[head].pos == "PROPN":
            return None
        for child in self.children.get(head, ()):
            token = self.tokens[child]
            if token.dep == "appos" and token.pos == "PROPN" and child > head:
                first = child
                while (
                    first - 1 > head and self.tokens[first - 1].head == child and self.tokens[first - 1].pos == "PROPN"
                ):
                    first -= 1
                return _Subject(first, child + 1, child)
        return None

    def _left(self, index: int) -> int:
        first = index
        for child in self.children.get(index, ()):
            if child < index:
                first = min(first, self._left(child))
        return first

    def _right(self, index: int) -> int:
        last = index
        for child in self.children.get(index, ()):
            if child > index and self.tokens[child].dep not in {"relcl", "acl", "appos", "punct"}:
                last = max(last, self._right(child))
        return last

    def _inverted(self, cue: CueMatch, sentence: Sentence) -> _Subject | None:
        """ "said the Minister", by the words alone: verb after a comma, quotation mark or dash, then a noun phrase."""
        if self.tokens[cue.first].tag in {"VBG", "VBN"} and self.tokens[cue.first].lower not in {"said", "told"}:
            return None
        if self.tokens[cue.first].lemma == "tell":
            return None
        if cue.first > sentence.first:
            before = self.tokens[cue.first - 1]
            if before.lower not in _STOPS and before.text not in {"”", '"', "''", "»", "’"} and before.pos != "PUNCT":
                return None
        at = cue.last
        first = at
        while (
            at < sentence.last
            and at - first < _MAX_NP_WORDS
            and self.tokens[at].pos in {"DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM", "PART"}
        ):
            at += 1
        if (
            at == first
            or self.tokens[at - 1].pos not in {"PROPN", "NOUN", "PRON"}
            or not self._ends_clause(at, sentence)
        ):
            return None
        return _Subject(first, at, at - 1, True)

    def _left_neighbour(self, verb: int, sentence: Sentence) -> _Subject | None:
        """The noun phrase right before the verb and its auxiliaries."""
        at = verb - 1
        while at >= sentence.first and self.tokens[at].pos in {"AUX", "ADV", "PART"}:
            at -= 1
        last = at + 1
        while (
            at >= sentence.first
            and last - at < _MAX_NP_WORDS
            and self.tokens[at].pos in {"DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM"}
        ):
            at -= 1
        first = at + 1
        if first >= last or self.tokens[last - 1].pos not in {"PROPN", "NOUN", "PRON"}:
            return None
        return _Subject(first, last, last - 1)

    # --- what ----------------------------------------------------------------------------------------------------

    def _content(
        self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch], subject: _Subject
    ) -> tuple[int, int, Quotation | None, str, float] | None:
        """Start, end, quotation, frame and confidence of what was said."""
        frames = cue.verb.frames
        takes_clause = bool(frames & {"clause", "tell", "quote"})
        tail = self._tail_start(cue, subject, sentence)
        left = self._left_edge(cue, subject)
        if "that" in frames:
            at = self._skip_adverbs(tail, sentence)
            if at + 1 < sentence.last and self.tokens[at].lower == "that" and self.tokens[at].tag == "IN":
                return self.tokens[at + 1].start, self._clause_end(sentence, cue, cues, at + 1), None, "clause", 0.8
        if takes_clause:
            quoted = self._quoted(sentence, cue, left, tail)
            if quoted:
                return quoted
        for frame in ("inf", "obj-inf", "obj-of", "obj-for", "obj-on", "obj-with", "obj-as", "obj-comp"):
            if frame in frames:
                span = self._object_frame(frame, sentence, cue, cues, tail)
                if span:
                    return (*span, None, frame, 0.75)
        if frames & {"clause", "tell"}:
            clause = self._clause(sentence, cue, cues, subject, left, tail)
            if clause:
                return clause
        return self._noun_phrase(sentence, cue, cues, tail)

    def _left_edge(self, cue: CueMatch, subject: _Subject) -> int:
        first = cue.first
        for child in self.children.get(cue.first, ()):
            if (
                child < first
                and self.tokens[child].dep in {"aux", "auxpass", "neg", "advmod"}
                and cue.first - child <= 4
            ):
                first = child
        if subject.first < cue.first and cue.first - subject.last <= 12:
            first = min(first, subject.first)
        return first

    def _tail_start(self, cue: CueMatch, subject: _Subject, sentence: Sentence) -> int:
        at = cue.last
        if subject.is_inverted and subject.first - cue.last <= 3:
            at = subject.last
        return min(at, sentence.last)

    def _quoted(
        self, sentence: Sentence, cue: CueMatch, left: int, tail: int
    ) -> tuple[int, int, Quotation | None, str, float] | None:
        """A quotation right before the attribution, or right after it."""
        frames = cue.verb.frames
        before = self._quote_ending_before(self.tokens[left].start)
        stop = self._tail_stop(tail, sentence)
        after = self._quote_starting_after(
            self.tokens[stop - 1].end if stop > sentence.first else sentence.span.start, stop, sentence
        )
        if before is not None and before.outer.start in self.claimed:
            before = None
        if before is not None and after is not None and self._is_short_tail(tail, stop):
            longer = max((before, after), key=lambda q: q.span.end - q.span.start)
            self.claimed[before.outer.start] = self.claimed[after.outer.start] = len(self.found)
            part = _longest_part(longer)
            return part.start, part.end, longer, "quote", 0.95
        if before is not None and not self._has_finite(tail, stop):
            part = _longest_part(before)
            if before.outer.start > sentence.span.start and self._leads_into(before, sentence):
                start = self._content_start(sentence)
                return start, before.outer.end, before if start >= before.outer.start else None, "clause", 0.85
            return part.start, part.end, before, "quote", 0.95
        if after is not None and not self._has_finite(tail, stop):
            end = self._clause_end(sentence, cue, [], self._token_at(after.outer.start))
            goes_on = sentence.span.end - after.outer.end > 12
            if goes_on and len(self.text[after.span.start : after.span.end].split()) < _SHORT_QUOTE:
                if not frames & {"clause", "tell"} or after.depth:
                    return None
                end = max(end, self._clause_end(sentence, cue, [], self._token_at(after.outer.end)))
                return after.outer.start, end, None, "clause", 0.75
            if after.outer.end >= end - 2:
                part = _longest_part(after)
                return part.start, part.end, after, "quote", 0.95
            if "quote" in cue.verb.frames and len(cue.verb.frames) == 1:
                return None
            return after.outer.start, end, None, "clause", 0.8
        return None

    def _leads_into(self, quotation: Quotation, sentence: Sentence) -> bool:
        """Whether words of the same sentence lead into the quotation (Such a step is “a mistake,” he said)."""
        start = self._content_start(sentence)
        words = self.text[start : quotation.outer.start].strip(" ,:;–—-")
        return bool(words) and any(c.isalpha() for c in words) and quotation.outer.start > start

    def _tail_stop(self, tail: int, sentence: Sentence) -> int:
        """Index of the token where the words after the verb stop: a comma, colon, quotation, or the sentence's end."""
        at = tail
        while at < sentence.last and at - tail < _MAX_TAIL:
            token = self.tokens[at]
            if token.text in _STOPS or self._quote_starts_at(token.start):
                return at
            if token.lower == "that" and token.tag == "IN":
                return at
            at += 1
        return min(at, sentence.last)

    def _is_short_tail(self, tail: int, stop: int) -> bool:
        return stop - tail <= _MAX_TAIL

    def _has_finite(self, first: int, last: int) -> bool:
        return any(self.tokens[i].tag in _FINITE and self.tokens[i].dep != "relcl" for i in range(first, last))

    def _clause(
        self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch], subject: _Subject, left: int, tail: int
    ) -> tuple[int, int, Quotation | None, str, float] | None:
        """A clause after the verb ("said that the road was open"), or around it ("The road, he said, was open")."""
        start = self._right_clause(sentence, cue, tail)
        if start is not None:
            end = self._clause_end(sentence, cue, cues, start)
            begin = self.tokens[start].start
            quote = self._quote_from(begin)
            if quote is not None and quote.outer.end >= end - 2:
                part = _longest_part(quote)
                return part.start, part.end, quote, "clause", 0.9
            return begin, end, None, "clause", 0.85
        if not self._stands_apart(left, sentence) or self._has_object(cue, tail):
            return None
        before_start, before_end = self._content_start(sentence), self.tokens[left].start
        stop = self._apposition_end(tail, sentence)
        after_start = self.tokens[stop].end if stop < sentence.last else sentence.span.end
        after_end = (
            self._clause_end(sentence, cue, cues, min(stop + 1, sentence.last - 1))
            if stop + 1 < sentence.last
            else after_start
        )
        before = self.text[before_start:before_end].strip(" ,–—-")
        after = self.text[after_start:after_end].strip(" ,.–—-")
        if len(after) > len(before) and self._has_finite(stop, sentence.last) and self.tokens[left - 1].lower != "as":
            return after_start, after_end, None, "clause", 0.75
        if len(before.split()) < 3 or not self._has_verb(before_start, before_end):
            return None
        return before_start, before_end, None, "clause", 0.85

    def _has_object(self, cue: CueMatch, tail: int) -> bool:
        """Whether the verb has an object of its own ("stressed the need"), so that no clause stands around it."""
        if "tell" in cue.verb.frames or not cue.verb.frames & {"np", "np-greeting", "obj-inf", "obj-as", "obj-comp"}:
            return False
        return any(self.tokens[c].dep == "dobj" and c >= tail for c in self.children.get(cue.first, ()))

    def _has_verb(self, start: int, end: int) -> bool:
        first, last = bisect_left(self._token_starts, start), bisect_left(self._token_starts, end)
        return any(self.tokens[i].tag in _FINITE for i in range(first, last))

    def _stands_apart(self, left: int, sentence: Sentence) -> bool:
        """Whether a comma or dash parts the attribution from words before it."""
        if left <= sentence.first + 1:
            return False
        before = self.tokens[left - 1]
        if before.lower in {"as"} and left - 2 > sentence.first:
            before = self.tokens[left - 2]
        return before.text in {",", "”", '"', "''"} | _DASHES

    def _apposition_end(self, tail: int, sentence: Sentence) -> int:
        """Index of the comma after which the broken clause goes on; the sentence's end where it doesn't."""
        at = tail
        while at < sentence.last and self.tokens[at].text not in {","} | _DASHES:
            at += 1
        return at

    def _right_clause(self, sentence: Sentence, cue: CueMatch, tail: int) -> int | None:
        """Index of the first token of the clause after the verb, or None."""
        limit = min(sentence.last, tail + _MAX_TAIL)
        for at in range(tail, limit):
            token = self.tokens[at]
            if token.lower == "that" and (token.tag in {"IN", "WDT", "DT"}) and at + 1 < sentence.last:
                if token.tag == "IN" or at == tail:
                    return at + 2 if self.tokens[at + 1].text in {",", ":"} and at + 2 < sentence.last else at + 1
            if token.text in {";"} or (token.text == "," and not self._resumes_with_that(at, limit)):
                break
            if token.tag in _FINITE and self.tokens[token.head].index != cue.first and token.dep not in {"relcl"}:
                break
        clause = next(
            (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "ccomp" and c >= tail), None
        )
        if clause is not None:
            first = max(self._left(clause), tail)
            while (
                first < clause
                and (self.tokens[first].pos == "PUNCT" or self.tokens[first].lower == "that")
                and not self._quote_starts_at(self.tokens[first].start)
            ):
                first += 1
            if self._has_finite(first, sentence.last) and self.tokens[first].lower not in {"to"}:
                return first
        if (
            tail < sentence.last
            and self.tokens[tail].pos in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
            and "tell" not in cue.verb.frames
        ):
            stop = self._tail_stop(tail, sentence)
            if self.tokens[tail].lower not in _SELF and self._has_finite(tail, stop):
                return tail
        return None

    def _resumes_with_that(self, comma: int, limit: int) -> bool:
        """ "said, among other things, that": the comma opens an aside."""
        return any(
            self.tokens[i].lower == "that" and self.tokens[i].tag == "IN"
            for i in range(comma + 1, min(limit, comma + 12))
        )

    def _object_frame(
        self, frame: str, sentence: Sentence, cue: CueMatch, cues: list[CueMatch], tail: int
    ) -> tuple[int, int] | None:
        """The content of verbs that take more than a clause: "urged both sides to …", "accused X of …"."""
        tokens = self.tokens
        at = self._skip_adverbs(tail, sentence)
        if at >= sentence.last:
            return None
        if frame == "inf":
            if tokens[at].lower == "to" and at + 1 < sentence.last and tokens[at + 1].tag == "VB":
                return tokens[at + 1].start, self._clause_end(sentence, cue, cues, at + 1)
            return None
        if not self._starts_phrase(at):
            return None
        marker = {"obj-of": "of", "obj-for": "for", "obj-on": "on", "obj-with": "with", "obj-as": "as"}.get(frame)
        limit = min(sentence.last, at + 22)
        if frame == "obj-inf":
            for i in range(at + 1, limit - 1):
                if tokens[i].lower == "to" and (
                    tokens[i + 1].tag == "VB" or tokens[i + 1].lower in {"not", "immediately", "fully"}
                ):
                    return tokens[at].start, self._clause_end(sentence, cue, cues, at)
                if tokens[i].text in {";", ":"} or tokens[i].tag in _FINITE:
                    return None
            return None
        if frame == "obj-comp":
            return self._complement(at, sentence, cue, cues)
        for i in range(at + 1, limit):
            if tokens[i].lower == marker:
                return tokens[at].start, self._clause_end(sentence, cue, cues, at)
            if tokens[i].tag in _FINITE or tokens[i].text in {";", ":"}:
                return None
        return None

    def _complement(self, at: int, sentence: Sentence, cue: CueMatch, cues: list[CueMatch]) -> tuple[int, int] | None:
        """ "called the talks useful", "called it “a mistake”"."""
        kids = self.children.get(cue.first, ())
        has = any(self.tokens[c].dep == "oprd" and c > at for c in kids) or any(
            self.tokens[c].dep in {"ccomp", "xcomp"} and c > at and self.tokens[c].pos in {"ADJ", "NOUN", "PROPN"}
            for c in kids
        )
        quote = any(self._quote_starts_at(self.tokens[i].start) for i in range(at + 1, min(sentence.last, at + 12)))
        if not has and not quote:
            return None
        return self.tokens[at].start, self._clause_end(sentence, cue, cues, at)

    def _noun_phrase(
        self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch], tail: int
    ) -> tuple[int, int, Quotation | None, str, float] | None:
        """Content that is a noun phrase: "reaffirmed the commitment", "warned of a crisis"."""
        frames = cue.verb.frames
        at = self._skip_adverbs(tail, sentence)
        if at >= sentence.last:
            return None
        token = self.tokens[at]
        for preposition in ("of", "against", "about", "on"):
            if preposition in frames and token.lower == preposition and at + 1 < sentence.last:
                return self.tokens[at + 1].start, self._clause_end(sentence, cue, cues, at + 1), None, preposition, 0.7
        if not frames & {"np", "np-greeting", "np-say", "np-claim"} or not self._starts_phrase(at):
            return None
        head = next(
            (c for c in self.children.get(cue.first, ()) if self.tokens[c].dep in {"dobj", "nsubj"} and c >= at), None
        )
        if token.lower in _EMPTY_OBJECTS and (head is None or head == at):
            return None
        if "np" not in frames:
            wanted = _GREETINGS if "np-greeting" in frames else _CLAIMS if "np-claim" in frames else _SAYING_NOUNS
            if head is None or self.tokens[head].lower not in wanted:
                return None
        start = at
        if head is not None and self.tokens[head].lemma in {
            "hope",
            "confidence",
            "view",
            "belief",
            "conviction",
            "opinion",
            "satisfaction",
        }:
            that = next(
                (i for i in range(head + 1, min(head + 3, sentence.last - 1)) if self.tokens[i].lower == "that"), None
            )
            start = that + 1 if that is not None else at
        return self.tokens[start].start, self._clause_end(sentence, cue, cues, start), None, "np", 0.7

    def _skip_adverbs(self, at: int, sentence: Sentence) -> int:
        while at < sentence.last and self.tokens[at].pos == "ADV" and not self._quote_starts_at(self.tokens[at].start):
            at += 1
        return at

    def _starts_phrase(self, at: int) -> bool:
        token = self.tokens[at]
        if self._quote_starts_at(token.start):
            return True
        return token.pos in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SYM"} or token.tag in {"VBG", "VBN", "PRP$"}

    def _content_start(self, sentence: Sentence) -> int:
        """Where the sentence's own words start: after a dateline or agency's mark."""
        start = sentence.span.start
        dateline = self.mentions.dateline
        if dateline and dateline.extent.start <= start < dateline.extent.end:
            start = dateline.extent.end
        head = self.text[start : min(sentence.span.end, start + 250)]
        mark = head.find(") - ")
        if mark >= 0 and "(" in head[:mark]:
            start += mark + 4
        elif sentence.index == 0 or start < 400:
            dash = head[:60].find(" - ")
            if dash > 0 and head[:dash].split(",")[0].isupper():
                start += dash + 3
        return min(start, sentence.span.end - 1)

    def _clause_end(self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch], start: int) -> int:
        """Where the clause that starts at the token ends: before what belongs to the verb of saying again."""
        tokens = self.tokens
        last = sentence.last
        if start >= last:
            return sentence.span.end
        for other in cues:
            cut = self._cut_before(other, cue, start, sentence)
            if cut is not None and start < cut < last:
                last = cut
        for child in self.children.get(cue.first, ()):
            token = tokens[child]
            if child <= start or child >= last:
                continue
            if token.dep == "conj" and token.pos in {"VERB", "AUX"} and self._left(child) > start:
                cut = self._back_over_conjunction(self._left(child), start)
                if cut is not None and cut < last:
                    last = cut
            elif (
                token.dep == "advcl"
                and token.tag == "VBG"
                and tokens[self._left(child) - 1].text == ","
                and self._left(child) - 1 > start
            ):
                last = min(last, self._left(child) - 1)
        for i in range(start + 1, last - 1):
            if tokens[i].lower in {"but", "and"} and tokens[i + 1].lower in {"declined", "refused"}:
                last = i - 1 if tokens[i - 1].text == "," else i
                break
            if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and tokens[i - 1].text == ",":
                last = i - 1
                break
        if last == sentence.last:
            quote = self._quote_around(tokens[last - 1].start)
            if quote is not None and quote.outer.start >= tokens[start].start and quote.outer.end > sentence.span.end:
                return quote.outer.end
            return sentence.span.end
        return tokens[last - 1].end

    def _cut_before(self, other: CueMatch, cue: CueMatch, start: int, sentence: Sentence) -> int | None:
        """Index before which the content ends because another verb of saying takes over; None where it doesn't."""
        if other.first <= start or other.first == cue.first:
            return None
        token = self.tokens[other.first]
        before = other.first - 1
        while before > start and self.tokens[before].pos in {"ADV", "AUX"}:
            before -= 1
        if token.tag == "VBG" and self.tokens[before].text == ",":
            return before
        if (
            self.tokens[before].lower in {"and", "but"}
            and token.tag in {"VBD", "VBZ", "VBP", "VBG"}
            and token.tag == self.tokens[cue.first].tag
        ):
            if token.head == cue.first or self.tokens[before - 1].text == ",":
                return self._back_over_conjunction(before + 1, start)
        subject = next(
            (
                c
                for c in self.children.get(other.first, ())
                if self.tokens[c].dep == "nsubj" and start < c < other.first
            ),
            None,
        )
        if subject is None:
            return None
        edge = self._left(subject)
        if edge - 1 > start and self.tokens[edge - 1].lower in {"but", "while", "and", "although", "though", "whereas"}:
            if self.tokens[edge - 2].text in {",", ";"}:
                return edge - 2
        if edge - 1 > start and self.tokens[edge - 1].text == ";":
            return edge - 1
        return None

    def _can_go_on(self, cue: CueMatch, start: int, before: int) -> bool:
        """Whether the content's own subject could be who goes on to say: "said he met X and told him"."""
        subject = next((i for i in range(start, before) if self.tokens[i].dep in {"nsubj", "expl", "nsubjpass"}), None)
        if subject is None:
            return True
        return self.tokens[subject].dep != "expl" and can_speak(self.tokens, subject, False)

    def _back_over_conjunction(self, at: int, start: int) -> int | None:
        """The index of the comma or conjunction before ``at``; None where the clause would vanish."""
        while at - 1 > start and (
            self.tokens[at - 1].pos in {"CCONJ", "AUX", "ADV"}
            or self.tokens[at - 1].text == ","
            or self.tokens[at - 1].dep == "cc"
        ):
            at -= 1
        return at if at > start else None

    # --- passives ------------------------------------------------------------------------------------------------

    def _read_passive(self, sentence: Sentence, cue: CueMatch, cues: list[CueMatch]) -> None:
        """ "It was noted that …"; "the raid was condemned by the ministry"; "was quoted as saying"."""
        verb = cue.first
        why = self._why_not(verb, sentence)
        frames = cue.verb.frames
        agent = self._agent(verb, sentence)
        subject = next(
            (c for c in self.children.get(verb, ()) if self.tokens[c].dep in {"nsubjpass", "nsubj"} and c < verb), None
        )
        if (
            cue.verb.words[0] in _IMPERSONAL
            and subject is not None
            and (self.tokens[subject].lower == "it" or self.tokens[subject].dep == "expl")
        ):
            start = self._right_clause(sentence, cue, cue.last)
            if start is None:
                return
            end = self._clause_end(sentence, cue, cues, start)
            begin = self.tokens[start].start
        elif agent is not None and subject is not None and cue.verb.words[0] in _JUDGING:
            begin, end = self.tokens[self._left(subject)].start, self.tokens[self._right(subject)].end
            if self.tokens[subject].pos == "PRON":
                return
        elif cue.verb.words == ("quote",) and subject is not None:
            return
        else:
            return
        if why:
            self.refused.append(
                Refusal(ClaimKind.STATEMENT, self._span(self.tokens[verb].start, self.tokens[verb].end), why, RULE)
            )
            return
        speaker = Speaker(None, None, None)
        if agent is not None:
            if not can_speak(self.tokens, agent.head, False):
                return
            speaker = self.speakers.of_phrase(self.tokens, agent.first, agent.last, agent.head) or speaker
        self._keep(sentence, cue, begin, end, None, "passive", 0.7, speaker)

    def _agent(self, verb: int, sentence: Sentence) -> _Subject | None:
        for child in self.children.get(verb, ()):
            if self.tokens[child].dep == "agent" or (self.tokens[child].lower == "by" and child > verb):
                for grandchild in self.children.get(child, ()):
                    if self.tokens[grandchild].dep == "pobj":
                        return self._phrase(grandchild, sentence, -1)
        return None

    # --- according to --------------------------------------------------------------------------------------------

    def _read_according(self, sentence: Sentence, index: int) -> None:
        """ "according to the ministry, …" and "…, according to the ministry"."""
        tokens = self.tokens
        at = index + 2
        end = at
        while end < sentence.last and end - at < _MAX_APPOSITION and tokens[end].text not in {",", ";", ":"} | _DASHES:
            end += 1
        while end > at and tokens[end - 1].pos == "PUNCT":
            end -= 1
        if end <= at:
            return
        head = next(
            (i for i in range(at, end) if tokens[i].dep == "pobj" and tokens[i].head in {index, index + 1}), None
        )
        if head is None:
            head = next(
                (
                    i
                    for i in range(at, end)
                    if tokens[i].pos in {"NOUN", "PROPN", "PRON"}
                    and (i + 1 == end or tokens[i + 1].pos not in {"NOUN", "PROPN"})
                ),
                None,
            )
        if head is None or not (can_speak(tokens, head, True)):
            return
        phrase = self._phrase(head, sentence, -1)
        if phrase is None or not at <= phrase.first < end:
            return
        if tokens[head].lemma in {
            "plan",
            "schedule",
            "law",
            "rule",
            "agreement",
            "constitution",
            "treaty",
            "size",
            "need",
            "tradition",
        }:
            return
        if (
            index - 1 > sentence.first + 2 and tokens[index - 1].text in {",", "”"} | _DASHES
        ) or index - sentence.first > 4:
            start, stop = self._content_start(sentence), tokens[index].start
            quote = self._quote_ending_before(tokens[index].start)
            if tokens[index - 1].text == "," and tokens[index - 2].lower in _LEADING_ON and end < sentence.last:
                start, stop, quote = tokens[end].end, sentence.span.end, None
        elif end < sentence.last and tokens[end].text == ",":
            start, stop = tokens[end].end, sentence.span.end
            quote = None
        else:
            return
        speaker = self.speakers.of_phrase(tokens, phrase.first, min(phrase.last, end), head)
        if speaker is None:
            return
        if quote is not None and not self._leads_into(quote, sentence):
            start, stop = _longest_part(quote).start, _longest_part(quote).end
        else:
            quote = None
        cue = (tokens[index].start, tokens[index + 1].end)
        if not self._has_verb(start, stop) or self._is_told_already(start, stop, sentence):
            return
        self._add(_Found(start, stop, cue, speaker, quote, "according", sentence, index, 0.8))

    def _is_told_already(self, start: int, end: int, sentence: Sentence) -> bool:
        """Whether most of the words are another's statement, which a source only passes on."""
        return any(
            found.sentence.index == sentence.index
            and min(found.end, end) - max(found.start, start) > 0.6 * (end - start)
            for found in self.found[-6:]
        )

    # --- quotations broken by dashes -----------------------------------------------------------------------------

    def _broken_in(self, sentence: Sentence) -> list[Quotation]:
        """Quotations with an attribution in dashes inside them that starts in the sentence."""
        first = bisect_left(self._quote_starts, sentence.span.start)
        found = []
        while first < len(self.quotes) and self.quotes[first].outer.start < sentence.span.end:
            quotation = self.quotes[first]
            if (
                len(quotation.parts) > 1
                or quotation.parts[-1].end < quotation.span.end
                or quotation.parts[0].start > quotation.span.start
            ):
                found.append(quotation)
            first += 1
        return found

    def _read_broken(self, sentence: Sentence, quotation: Quotation) -> None:
        """“A, – said the minister. – B”: the speaker stands between the parts."""
        bounds = [(a.end, b.start) for a, b in zip(quotation.parts, quotation.parts[1:], strict=False)]
        if quotation.parts[-1].end < quotation.span.end:
            bounds.append((quotation.parts[-1].end, quotation.span.end))
        for start, end in bounds:
            first, last = bisect_left(self._token_starts, start), bisect_left(self._token_starts, end)
            inside = [i for i in range(first, last) if any(c.isalnum() for c in self.tokens[i].text)]
            cue = next((c for c in find_cues(self.tokens, first, last)), None)
            if cue is None or not inside:
                continue
            rest = [i for i in inside if not cue.first <= i < cue.last]
            after = [i for i in rest if i > cue.first] or rest
            run = _run(after)
            while run and self.tokens[run[-1]].pos not in {"PROPN", "NOUN", "PRON"}:
                run.pop()
            if not run:
                continue
            speaker = self.speakers.of_phrase(self.tokens, run[0], run[-1] + 1, run[-1])
            if speaker is None:
                continue
            part = _longest_part(quotation)
            self._keep(sentence, cue, part.start, part.end, quotation, "broken", 0.95, speaker)
            return

    # --- quotations that nobody claimed --------------------------------------------------------------------------

    def _follow_up(self) -> None:
        """A quotation in the next sentence, without an attribution of its own, belongs to the statement before it.

        After a quotation it is the same statement broken in two: the longer part is kept.
        """
        by_end = sorted(range(len(self.found)), key=lambda i: (self.found[i].sentence.index, self.found[i].verb))
        last_of_sentence = {self.found[i].sentence.index: i for i in by_end}
        for index in by_end:  # a quotation may end sentences after its attribution
            found = self.found[index]
            ending = self._sentence_at(max(found.end - 1, found.start))
            if found.quotation is not None and ending is not None and ending.index > found.sentence.index:
                last_of_sentence.setdefault(ending.index, index)
        for quotation in self.quotes:
            if (
                quotation.outer.start in self.claimed
                or not quotation.is_speech
                or self._turn_around(quotation.span.start)
            ):
                continue
            sentence = self._sentence_at(quotation.span.start)
            if sentence is None or quotation.outer.start > sentence.span.start + 2:
                continue
            before = last_of_sentence.get(sentence.index - 1)
            if before is None or not self._is_next(sentence):
                continue
            former = self.found[before]
            if former.quotation is not None:
                part = _longest_part(quotation)
                self.claimed[quotation.outer.start] = before
                if part.end - part.start > former.end - former.start:
                    self.found[before] = replace(former, start=part.start, end=part.end, quotation=quotation)
            elif former.frame != "according":
                part = _longest_part(quotation)
                self.claimed[quotation.outer.start] = len(self.found)
                self.found.append(
                    replace(
                        former,
                        start=part.start,
                        end=part.end,
                        quotation=quotation,
                        frame="follows",
                        confidence=0.7,
                        sentence=sentence,
                    )
                )

    def _is_next(self, sentence: Sentence) -> bool:
        """Whether the sentence before stands in the same paragraph, or in the line right above."""
        former = self.mentions.sentences[sentence.index - 1]
        if former.block == sentence.block:
            return True
        return self.text[former.span.end : sentence.span.start].count("\n") == 1

    # --- quotations by position ----------------------------------------------------------------------------------

    def _quote_starts_at(self, position: int) -> bool:
        at = bisect_left(self._quote_starts, position)
        return at < len(self.quotes) and self._quote_starts[at] == position

    def _quote_from(self, position: int) -> Quotation | None:
        at = bisect_left(self._quote_starts, position)
        return self.quotes[at] if at < len(self.quotes) and self._quote_starts[at] == position else None

    def _quote_around(self, position: int) -> Quotation | None:
        """The quotation of somebody's words that holds the position, gaps between its parts left out."""
        at = bisect_right(self._quote_starts, position) - 1
        if at < 0:
            return None
        quotation = self.quotes[at]
        if position >= quotation.outer.end or not quotation.is_speech:
            return None
        return quotation

    def _quote_ending_before(self, position: int) -> Quotation | None:
        """The speech quotation that ends right before the position, only punctuation between them."""
        at = bisect_right(self._quote_ends, position) - 1 if self._quote_ends == sorted(self._quote_ends) else -1
        if at < 0:
            return None
        quotation = self.quotes[at]
        gap = self.text[quotation.outer.end : position]
        if len(gap) > 8 or any(c.isalnum() for c in gap) or "\n\n" in gap:
            return None
        return quotation if quotation.is_speech else None

    def _quote_starting_after(self, position: int, stop: int, sentence: Sentence) -> Quotation | None:
        """The speech quotation that opens at or right after the token where the attribution stops."""
        at = stop
        while (
            at < sentence.last and (self.tokens[at].text in _STOPS or self.tokens[at].lower == "that") and at - stop < 3
        ):
            if self._quote_starts_at(self.tokens[at].start):
                break
            at += 1
        if at >= sentence.last:
            return None
        quotation = self._quote_from(self.tokens[at].start)
        return quotation if quotation is not None and quotation.is_speech else None

    def _token_at(self, position: int) -> int:
        return min(bisect_left(self._token_starts, position), len(self.tokens) - 1)

    def _sentence_at(self, position: int) -> Sentence | None:
        sentences = self.mentions.sentences
        at = bisect_right(sentences, position, key=lambda s: s.span.start) - 1
        return sentences[at] if at >= 0 and position < sentences[at].span.end else None

    def _turn_around(self, position: int) -> Turn | None:
        at = bisect_right(self._turn_starts, position) - 1
        return self.turns[at] if at >= 0 and position < self.turns[at].span.end else None

    # --- out -----------------------------------------------------------------------------------------------------

    def _without_doubles(self) -> list[_Found]:
        """Each content once: where two verbs claim the same words, the surer one keeps them."""
        kept: list[_Found] = []
        for found in sorted(self.found, key=lambda f: (f.start, -f.end, -f.confidence)):
            if kept and any(other.start == found.start and other.end == found.end for other in kept[-4:]):
                continue
            kept.append(found)
        return sorted(kept, key=lambda f: (f.start, f.end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ";:–—-"):
            end -= 1
        return start, end

    def _kind(self, found: _Found, start: int, end: int) -> StatementKind:
        if found.quotation is not None:
            return StatementKind.DIRECT
        for quotation in self.quotes[max(0, bisect_left(self._quote_ends, start)) :]:
            if quotation.outer.start >= end:
                break
            if quotation.is_speech and quotation.outer.start < end and quotation.outer.end > start:
                if quotation.outer.start <= start and end <= quotation.outer.end:
                    return StatementKind.DIRECT
                return StatementKind.MIXED
        return StatementKind.INDIRECT

    def _proposal(self, number: int, found: _Found) -> Proposal:
        start, end = found.start, found.end
        kind = self._kind(found, start, end)
        if kind is StatementKind.INDIRECT:
            while end > start and self.text[end - 1] in ".,":
                end -= 1
            start, end = self._trimmed(start, end)
        content = self._span(start, end)
        cue = self._span(*found.cue)
        occasion = None
        values = StatementValues(
            speaker=found.speaker.name,
            speaker_party=found.speaker.party,
            kind=kind,
            content=self.text[start:end],
            cue=self.text[found.cue[0] : found.cue[1]],
            occasion=occasion,
        )
        spans = [("content", (content,)), ("cue", (cue,))]
        if found.speaker.span is not None:
            spans.append(("speaker", (found.speaker.span,)))
        return Proposal(
            key=f"s{number}",
            kind=ClaimKind.STATEMENT,
            values=values,
            evidence=(content, found.sentence.span),
            spans=tuple(spans),
            inferred=found.speaker.inferred,
            confidence=found.confidence,
            rule=f"{RULE}.{found.frame}",
        )

    def _turn_proposal(self, turn: Turn) -> Proposal:
        speaker = (
            self.speakers.of_label(turn.label) if turn.label is not None else turn.speaker or Speaker(None, None, None)
        )
        self.speakers.remember(speaker)
        values = StatementValues(
            speaker=speaker.name,
            speaker_party=speaker.party,
            kind=StatementKind.DIRECT,
            content=self.text[turn.content.start : turn.content.end],
            cue="",
        )
        spans = [("content", (turn.content,))]
        if turn.label is not None:
            spans.append(("speaker", (turn.label,)))
        return Proposal(
            key=f"turn{turn.span.start}",
            kind=ClaimKind.STATEMENT,
            values=values,
            evidence=(turn.content, turn.span),
            spans=tuple(spans),
            inferred=speaker.inferred,
            confidence=0.95 if turn.label is not None else 0.85,
            rule=f"{RULE}.turn" if turn.label is not None else f"{RULE}.one_voice",
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(self.mentions.report.id, start, end)


_MAX_NP_WORDS = 10


def _children(tokens: tuple[Token, ...], sentence: Sentence) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for index in range(sentence.first, sentence.last):
        head = tokens[index].head
        if head != index:
            children.setdefault(head, []).append(index)
    return children


def _longest_part(quotation: Quotation) -> Span:
    return max(quotation.parts, key=lambda part: part.end - part.start)


def _run(indices: list[int]) -> list[int]:
    """The first unbroken run of the indices."""
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            break
        run.append(index)
    return run
