"""Sayings that a verb reports: "the minister said that …", "it was noted that …"; not what nobody has said yet."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from aidememoire.claims.clauses import person_at
from aidememoire.claims.sayings.contents import Contents
from aidememoire.claims.sayings.cues import STRONG, CueMatch
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.quoted import longest_part
from aidememoire.claims.sayings.said_words import RULE, Content, Saying, content_words, trimmed
from aidememoire.claims.sayings.sentence_view import MAX_TAIL, SentenceView
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.claims.sayings.speaking_nouns import PROVIDING, can_speak, is_first_person, is_record, speaker_words
from aidememoire.claims.sayings.subjects import Subject, Subjects
from aidememoire.claims.sayings.turns import Turn
from aidememoire.claims.sayings.verb_forms import has_auxiliary, is_passive, is_past_form, quotes
from aidememoire.model import ClaimKind, Refusal, Span, SpeechAct

_IN_TURNS = frozenset({"say", "tell", "announce", "warn", "claim", "declare", "accuse", "promise", "write", "call"})
_IMPERSONAL = content_words("impersonal")
_JUDGING = content_words("judging")
_NO_PARTICIPLES = content_words("thoughts")
_SPEAKING_OF = ("speak", "of")  # "speaking of the port, he smiled"
_NO_SPEAKERS = frozenset({"whose", "itself", "himself", "herself", "themselves"})  # "proclaimed itself a republic"
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nor", "few"})
_TOLD = frozenset({"tell", "inform", "assure", "remind", "warn", "notify"})
_NOUN_FORMS = frozenset({"claims", "charges", "reports", "warnings"})
_MODALS = frozenset({"would", "could", "might", "may", "should", "can", "must", "'d", "’d"})
_NOMINATIVES = frozenset({"he", "she", "they", "we", "i"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
_GOING_ON = frozenset({"go", "continue", "hasten", "proceed"})  # "went on to say" said it
_REFUSING = frozenset({"refuse", "decline", "fail", "stop"})  # "declined to say" did not
_WISHING = content_words("wishing")
_CONDITIONS = frozenset({"if", "unless", "whether"})
_CASES = frozenset({"where", "when"})
_OF_PROVISIONS = frozenset({"shall", "paragraph", "annex", "thereof"})  # before them, what follows provides for a case
_QUESTIONS = frozenset("if whether about what why how when who where by on".split())
_SHOWING = frozenset(
    {"underscore", "underline", "highlight", "stress", "emphasize", "emphasise"}
)  # "reports underscore …"
_DRAFTS = speaker_words("drafts")
_HOUSES = speaker_words("houses")
_TEXTS = speaker_words("documents") | speaker_words("accounts")
_RULING_OUT = frozenset({("rule", "out"), ("exclude",), ("exclude", "the", "possibility")})
_MEANWHILE = frozenset({"as", "while"})
_AS_LONG = frozenset({"long", "many", "few", "far", "well", "soon", "much", "part", "for", "of"})


class VerbSayings:
    """Reads the verbs of saying of one sentence, in order."""

    def __init__(
        self,
        view: SentenceView,
        subjects: Subjects,
        contents: Contents,
        speakers: Speakers,
        turn_around: Callable[[int], Turn | None],
    ) -> None:
        self.view = view
        self.subjects = subjects
        self.contents = contents
        self.speakers = speakers
        self.turn_around = turn_around
        self.quoted = view.quoted
        self.tokens = view.tokens
        self.sentence = view.sentence
        self.children = view.children
        self.last_subject: Subject | None = None  # of the verb of saying before
        self.last_content = (0, 0)  # of the same

    def read(self, cue: CueMatch, cues: list[CueMatch]) -> Iterator[Saying | Refusal]:
        """One verb of saying: whose, and what; a refusal where words stand as if somebody had said them, and did not.

        Nothing comes of a form that is no verb of saying here ("the stated aim"), of a verb without a speaker or
        without words said, and of a turn's own "we believe": the turn is claimed as a whole.
        """
        verb = self.tokens[cue.first]
        if verb.tag == "VB" and verb.dep == "conj" and self._follows_to(verb.head):
            yield from self._unsaid(cue, cues, "planned")  # "to meet and confirm …": nobody has yet
            return
        if verb.tag == "VB" and self._follows_to(cue.first):
            refusal = self._refused_infinitive(cue.first)
            if refusal:
                yield refusal
            if self.tokens[verb.head].lemma not in _GOING_ON:
                return
        if is_passive(self.view, cue.first):
            yield from self._read_passive(cue, cues)
            return
        if verb.tag == "VBZ" and (self._opens(cue.first) or self._goes_on_deciding(cue.first)):
            yield from self._unsaid(cue, cues, "no_speaker")  # "17. Demands that …": a resolution's voice
            return
        if verb.tag == "VBN" and not has_auxiliary(self.view, cue.first) and not is_past_form(self.view, cue):
            return
        if verb.lemma == "ask" and self._was_asked(cue, cues):
            yield from self._unsaid(cue, cues, "question")
            return
        is_thought = not _NO_PARTICIPLES.isdisjoint({verb.lemma, cue.verb.words[0]}) or cue.verb.words == _SPEAKING_OF
        if verb.tag == "VBG" and is_thought and not has_auxiliary(self.view, cue.first):
            yield from self._unsaid(cue, cues, "thought")
            return
        is_quoting = cue.verb.words == ("quote",) or quotes(self.view, cue.first)
        subject = self.subjects.quoted_person(cue.first) if is_quoting else self.subjects.subject(cue)
        if subject is not None and not is_quoting:
            subject = self.subjects.named_beside(subject, cue.first)
        if subject is None or not can_speak(self.tokens, subject.head, True) or self._is_own_voice(cue, subject):
            return
        content = self._tidied(cue, self.contents.content(cue, cues, subject))
        if content is None:
            return
        if self.tokens[subject.first].lower in _NO_SPEAKERS or self._only_provides(cue, subject):
            yield self._refusal(verb.start, max(content.end, verb.end), "no_speaker")
            return
        if self._is_noun_of_claims(cue):
            yield self._refusal(verb.start, max(content.end, verb.end), "no_speaker")
            return
        if self._is_teaser(cue, subject):
            yield self._refusal(verb.start, max(content.end, verb.end), "teaser")
            return
        disagrees = verb.tag == "VBZ" and self.tokens[subject.head].tag == "NNS"
        disagrees = disagrees or self._is_other_form(cue.first)
        is_bad = verb.dep == "conj" and (disagrees or not can_speak(self.tokens, subject.head, False))
        if self.last_subject and (is_bad or self._was_said_before(cue, subject)):
            subject = self.last_subject  # "said the road was open and urged …": the parse joined it to the road
        is_named = person_at(self.view.mentions, self.tokens[subject.head]) is not None
        is_sure = cue.verb.words[0] in STRONG or content.quotation is not None or is_named
        if not is_sure and not can_speak(self.tokens, subject.head, False):
            yield self._refusal(verb.start, max(content.end, verb.end), "no_speaker")
            return
        why = "denied" if self.tokens[subject.first].lower in _NOBODY else self._why_not(cue.first)
        is_left_open = self._leaves_open(cue, why)
        why = None if is_left_open else why
        why = why or ("proposed" if self._is_wished(cue.first) else None)
        if why:
            yield self._refusal(verb.start, max(content.end, verb.end), why)
            return
        speaker = self.speakers.of_phrase(self.tokens, subject.first, subject.last, subject.head)
        if speaker is None and content.frame == "np" and self.speakers.is_part(self.tokens[subject.head]):
            yield self._refusal(verb.start, max(content.end, verb.end), "no_speaker")
            return
        self.last_subject, self.last_content = subject, (content.start, content.end)
        yield Saying(
            *trimmed(self.view.text, content.start, content.end),
            cue=(self._cue_start(cue, is_left_open), self.tokens[(content.cue_last or cue.last) - 1].end),
            speaker=speaker or Speaker(None, None, None),
            quotation=content.quotation,
            frame=content.frame,
            sentence=self.sentence,
            verb=cue.first,
            confidence=content.confidence,
            quotations=content.quotations,
            around=content.around,
            act=SpeechAct.ASSERTS if is_left_open else _act(cue, content.frame),
            via=self._passed_on_by(cue) if is_quoting else None,
        )

    def _leaves_open(self, cue: CueMatch, why: str | None) -> bool:
        """Whether the verb is the denied "rule out": who does not rule a thing out, says that it may be."""
        if why is None or cue.verb.words not in _RULING_OUT:
            return False
        kids = [self.tokens[child] for child in self.children.get(cue.first, ()) if child < cue.first]
        is_denied = any(kid.dep == "neg" or kid.lower in _NEGATIONS for kid in kids)
        return is_denied and not any(kid.lower in _CONDITIONS for kid in kids)

    def _cue_start(self, cue: CueMatch, with_denial: bool) -> int:
        """Where the attributing words start: the denial of "did not rule out" is one of them."""
        kids = [c for c in self.children.get(cue.first, ()) if self.tokens[c].dep in {"aux", "neg"} and c < cue.first]
        return self.tokens[min(kids, default=cue.first) if with_denial else cue.first].start

    def _unsaid(self, cue: CueMatch, cues: list[CueMatch], why: str) -> Iterator[Refusal]:
        """The refusal of the words after a verb that tells of no saying; nothing where none follow."""
        verb = self.tokens[cue.first]
        content = self.contents.content(cue, cues, Subject(cue.first, cue.first, cue.first))
        if content is not None and content.end > verb.end:
            yield self._refusal(verb.start, content.end, why)

    def _was_asked(self, cue: CueMatch, cues: list[CueMatch]) -> bool:
        """Whether the one who answers is asked: "Novak, asked if the road was open, replied …"."""
        first, last = self.sentence.first, self.sentence.last
        is_aside = cue.first > first and self.tokens[cue.first - 1].text == ","
        asks = cue.last < last and self.tokens[cue.last].lower in _QUESTIONS
        return is_aside and asks and any(other.first > cue.last for other in cues)

    def _passed_on_by(self, cue: CueMatch) -> str | None:
        """The agency through which the words come: "Reuters quoted the envoy as saying"."""
        agency = next((c for c in self.children.get(cue.first, ()) if self.tokens[c].dep == "nsubj"), None)
        phrase = self.subjects.phrase(agency, cue.first) if agency is not None and agency < cue.first else None
        if phrase is None:
            return None
        speaker = self.speakers.of_phrase(self.tokens, phrase.first, phrase.last, phrase.head)
        return speaker.name if speaker is not None else None

    def _tidied(self, cue: CueMatch, content: Content | None) -> Content | None:
        """The content without the conjunction or the quotation marks around it; None for what went on meanwhile."""
        if content is None or content.quotation is not None:
            return content
        quotation = self.quoted.opening_at(content.start)
        if quotation is not None and quotation.is_speech and content.end - 2 <= quotation.outer.end <= content.end + 2:
            part = longest_part(quotation)
            return replace(content, start=part.start, end=part.end, quotation=quotation)
        first = self.quoted.token_index(content.start)
        is_meanwhile = self.tokens[first].lower in _MEANWHILE and "," not in self.view.text[content.start : content.end]
        is_inside = cue.last <= first and first + 1 < self.sentence.last
        if is_meanwhile and is_inside and self.tokens[first + 1].lower not in _AS_LONG:
            return None  # “…,” said Novak as the guns went on
        is_that = first + 1 < self.sentence.last and self.tokens[first].lower == "that"
        is_that = is_that and (self.tokens[first].tag == "IN" or self.tokens[first + 1].lower in _NOMINATIVES)
        return replace(content, start=self.tokens[first + 1].start) if is_that else content

    def _opens(self, verb: int) -> bool:
        """Whether nothing but a number stands before the verb."""
        before = self.tokens[self.sentence.first : verb]
        is_first = all(token.pos in {"NUM", "PUNCT", "X", "SPACE", "ADV"} for token in before)
        return is_first and self.tokens[verb].text[0].isupper() and self.tokens[verb].tag == "VBZ"

    def _goes_on_deciding(self, verb: int) -> bool:
        """Whether the verb is joined to the one that opens a resolution's paragraph: "Recalls … and requests …"."""
        before = verb - 1
        while before > self.sentence.first and self.tokens[before].pos == "ADV":
            before -= 1
        if self.tokens[before].lower != "and" and self.tokens[before].text not in {",", ";"}:
            return False
        words = [self.tokens[i] for i in range(self.sentence.first, verb)]
        first = next((word for word in words if word.pos == "VERB"), self.tokens[verb])
        opening = next((word for word in words if word.text[0].isalpha()), first)
        is_misread = opening.tag == "NNS" and self.tokens[opening.index + 1].lower == "that"  # "Demands that …"
        return is_misread or self._opens(first.index)

    def _only_provides(self, cue: CueMatch, subject: Subject) -> bool:
        """Whether a text provides for something, and nobody says it: "the law says", "the draft calls for"."""
        noun = self.tokens[subject.head]
        if noun.lemma in PROVIDING or (noun.lemma in _DRAFTS and not cue.verb.frames & {"clause", "that", "record"}):
            return True
        return is_record(noun) and cue.verb.words[0] in _SHOWING and not self._takes_that(cue)

    def _is_noun_of_claims(self, cue: CueMatch) -> bool:
        """Whether "claims that" only names what was said: "she said it was hers, claims that nobody could confirm"."""
        is_form = self.tokens[cue.first].lower in _NOUN_FORMS and self._takes_that(cue)
        is_behind = is_form and cue.first > self.sentence.first and self.tokens[cue.first - 1].text == ","
        return is_behind and self.view.has_finite(self.sentence.first, cue.first - 1)

    def _takes_that(self, cue: CueMatch) -> bool:
        return cue.last < self.sentence.last and self.tokens[cue.last].lower == "that"

    def _was_said_before(self, cue: CueMatch, subject: Subject) -> bool:
        """Whether the subject stands in words said before, which the verb is no part of ("said he … and warned")."""
        start, end = self.last_content
        return start <= self.tokens[subject.head].start < end <= self.tokens[cue.first].start

    def _follows_to(self, verb: int) -> bool:
        before = verb - 1
        while before >= self.sentence.first and self.tokens[before].pos == "ADV":
            before -= 1
        return before >= self.sentence.first and self.tokens[before].lower == "to"

    def _refused_infinitive(self, verb: int) -> Refusal | None:
        """ "declined to say": refused aloud; any other "to say" is nothing."""
        governor = self.tokens[self.tokens[verb].head]
        if governor.lemma not in _REFUSING or governor.start >= self.tokens[verb].end:
            return None
        return self._refusal(governor.start, self.tokens[verb].end, "denied")

    def _why_not(self, verb: int) -> str | None:
        """Why the verb asserts no saying: negated, imagined, planned, conditional; None where it does."""
        for child in self.children.get(verb, ()):
            token = self.tokens[child]
            if child > verb or self.quoted.around(token.start) is not None:
                continue  # “Never,” he said
            if token.dep == "neg" or token.lower in _NEGATIONS:
                return "denied"
            if token.dep in {"aux", "auxpass"} or token.tag == "MD":
                if token.lower in _MODALS:
                    return "hypothetical"
                if token.lower in _FUTURE:
                    return "planned"
            if token.dep == "mark" and token.lower in _CONDITIONS:
                return "conditional"
            if token.dep == "advmod" and token.lower in _CASES and self._is_a_case(verb, child):
                return "conditional"
        governor = self._governor(verb)
        return self._why_not(governor) if governor is not None else None

    def _is_a_case(self, verb: int, case: int) -> bool:
        """Whether "where" or "when" the verb is done is a case provided for, and not a place or an hour told of.

        Accepts "shall lapse where the panel recommends that …"; refuses "in Oslo, where the minister says that …".
        """
        token = self.tokens[verb]
        if token.tag not in {"VBZ", "VBP"}:
            return False
        before = {word.lower for word in self.tokens[self.sentence.first : case]}
        is_further = case > self.sentence.first and self.tokens[case - 1].lower == "or"  # "or where it finds that …"
        return token.dep in {"advcl", "ccomp"} or is_further or not _OF_PROVISIONS.isdisjoint(before)

    def _is_other_form(self, verb: int) -> bool:
        """Whether the verb's form doesn't fit the one it is joined to: hoped "one would be found and urged" others."""
        token = self.tokens[verb]
        kids = self.children.get(verb, ())
        if token.tag != "VBD" or any(self.tokens[c].dep in {"nsubj", "aux", "auxpass"} for c in kids):
            return False
        joined = self.children.get(token.head, ())
        return self.tokens[token.head].tag in {"VB", "VBN"} and any(self.tokens[c].tag == "MD" for c in joined)

    def _is_wished(self, verb: int) -> bool:
        """Whether the verb only says what somebody should say: "proposed that the council encourage drivers"."""
        token = self.tokens[verb]
        if token.tag not in {"VB", "VBP"} or token.dep != "ccomp" or self.tokens[token.head].lemma not in _WISHING:
            return False
        subject = next((c for c in self.children.get(verb, ()) if self.tokens[c].dep == "nsubj" and c < verb), None)
        return subject is not None and self.tokens[subject].tag in {"NN", "NNP"}

    def _governor(self, verb: int) -> int | None:
        """The verb that this one hangs on: "would respond by asking", "should meet and confirm" assert nothing yet."""
        token = self.tokens[verb]
        if token.tag == "VB" and token.dep in {"conj", "xcomp"} and self.sentence.first <= token.head < verb:
            return token.head
        if token.tag != "VBG" or token.dep not in {"pcomp", "advcl", "xcomp"} or token.head == verb:
            return None
        head = token.head
        if self.tokens[head].pos in {"ADP", "SCONJ"}:
            head = self.tokens[head].head
        is_before = self.sentence.first <= head < verb
        if token.dep == "advcl" and self.tokens[verb - 1].text == "," and self._is_told_by_said(head):
            return None  # "said she would not go, adding …": it was added to what she said
        return head if is_before and self.tokens[head].pos == "VERB" and self.tokens[head].tag != "VBG" else None

    def _is_told_by_said(self, verb: int) -> bool:
        """Whether the verb is that of a clause which somebody says."""
        token = self.tokens[verb]
        return token.dep == "ccomp" and token.head < verb and self.tokens[token.head].lemma in STRONG

    def _is_teaser(self, cue: CueMatch, subject: Subject) -> bool:
        """A last line that only advertises ("Hopes are fading, says our correspondent.") belongs to the page."""
        sentences = self.view.mentions.sentences
        index = self.sentence.index
        is_last = index == len(sentences) - 1
        alone = index == 0 or sentences[index - 1].block != self.sentence.block
        return is_last and index > 0 and alone and subject.is_inverted and self.tokens[cue.first].lower == "says"

    def _is_own_voice(self, cue: CueMatch, subject: Subject) -> bool:
        """Whether the words are the turn's own ("we say"), not another's that it reports."""
        token = self.tokens[subject.head]
        if is_first_person(token):
            return True
        turn = self.turn_around(self.tokens[cue.first].start)
        if turn is None:
            return False
        if token.start < turn.span.start:
            return True  # the label was taken for the subject of "Thank you"
        if turn.is_whole:
            return self._is_issuers_party(subject)
        return cue.verb.words[0] not in _IN_TURNS or token.lower in {"it", "they", "he", "she", "people"}

    def _is_issuers_party(self, subject: Subject) -> bool:
        """Whether the phrase is the bare name of the party whose office issued the text."""
        mentions = self.view.mentions
        side = mentions.report.side
        start, end = self.tokens[subject.first].start, self.tokens[subject.last - 1].end
        at = bisect_left(mentions.parties, start, key=lambda party: party.span.start)
        if side is None or at >= len(mentions.parties):
            return False
        party = mentions.parties[at]
        article = len("the ")
        return party.code == side and party.span.end == end and party.span.start - start <= article

    # --- passives ------------------------------------------------------------------------------------------------

    def _read_passive(self, cue: CueMatch, cues: list[CueMatch]) -> Iterator[Saying | Refusal]:
        """ "It was noted that …"; "the raid was condemned by the ministry"."""
        verb = cue.first
        agent = self.subjects.agent(verb)
        subject = next(
            (c for c in self.children.get(verb, ()) if self.tokens[c].dep in {"nsubjpass", "nsubj"} and c < verb), None
        )
        if subject is None:
            return
        if agent is not None and not can_speak(self.tokens, agent.head, False):
            return  # "was shown by the map": no saying
        is_expletive = self.tokens[subject].lower == "it" or self.tokens[subject].dep == "expl"
        if cue.verb.words[0] in _IMPERSONAL and is_expletive:
            first = self.contents.clauses.right_clause(cue, cue.last) or self._after_that(cue.last)
            behind = self._clause_before(subject, cue.last) if first is None else None
            if first is None and behind is None:
                return
            start, end = behind or (self.tokens[first or 0].start, self.contents.ends.clause_end(cue, cues, first or 0))
        elif agent is not None and cue.verb.words[0] in _TOLD and self._after_that(cue.last) is not None:
            first = self._after_that(cue.last) or cue.last
            start, end = self.tokens[first].start, self.contents.ends.clause_end(cue, cues, first)
        elif agent is not None and cue.verb.words[0] in _JUDGING and self.tokens[subject].pos != "PRON":
            start, end = self.tokens[self.view.left(subject)].start, self.tokens[self.view.right(subject)].end
        else:
            return
        why = self._why_not(verb)
        if why:
            yield self._refusal(self.tokens[verb].start, self.tokens[verb].end, why)
            return
        speaker = None
        agent = agent or self._noted_in(verb)
        if agent is not None:
            speaker = self.speakers.of_phrase(self.tokens, agent.first, agent.last, agent.head)
        yield Saying(
            *trimmed(self.view.text, start, end),
            cue=(self.tokens[verb].start, self.tokens[cue.last - 1].end),
            speaker=speaker or Speaker(None, None, None),
            quotation=None,
            frame="passive",
            sentence=self.sentence,
            verb=verb,
            confidence=0.7,
            act=cue.verb.act,
        )

    def _clause_before(self, expletive: int, tail: int) -> tuple[int, int] | None:
        """The words before "…, it was announced in Oslo", up to the comma; None where other words follow or none do."""
        comma = expletive - 1
        if comma <= self.sentence.first + 2 or self.tokens[comma].text != ",":
            return None
        has_more = self.view.has_finite(tail, self.sentence.last) or self.contents.clauses.ends.tail_stop(tail) < (
            self.sentence.last - 1
        )
        start = self.view.content_start()
        is_clause = self.view.has_finite(self.quoted.token_at(start), comma)
        return (start, self.tokens[comma].start) if is_clause and not has_more else None

    def _noted_in(self, verb: int) -> Subject | None:
        """The document or house in which it was noted: "in the memo it was noted that" is what the memo noted."""
        for child in self.children.get(verb, ()):
            if self.tokens[child].lower not in {"in", "at", "by"} or child > verb:
                continue
            is_by = self.tokens[child].lower == "by"  # "By the minister it was noted that"
            for noun in self.children.get(child, ()):
                token = self.tokens[noun]
                is_one = token.lemma in _TEXTS or token.lemma.lower() in _HOUSES
                is_one = can_speak(self.tokens, noun, False) if is_by else is_one
                if token.dep == "pobj" and is_one:
                    return self.subjects.phrase(noun, -1)
        return None

    def _after_that(self, at: int) -> int | None:
        """Index after the first "that": "it was stressed at the meeting that …"."""
        for index in range(at, min(at + MAX_TAIL, self.sentence.last - 1)):
            if self.tokens[index].lower == "that":
                return index + 1
        return None

    def _refusal(self, start: int, end: int, why: str) -> Refusal:
        return Refusal(ClaimKind.STATEMENT, Span(self.sentence.span.report, start, end), why, RULE)


def _act(cue: CueMatch, frame: str) -> SpeechAct:
    """What the verb does: who asks somebody to do a thing demands it."""
    return SpeechAct.DEMANDS if frame == "obj-inf" and cue.verb.act is SpeechAct.ASKS else cue.verb.act
