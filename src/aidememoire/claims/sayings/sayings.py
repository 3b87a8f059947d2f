"""Sayings: what one sentence reports somebody to have said, and what it only seems to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from aidememoire.claims.sayings.contents import STRONG, Content, Contents
from aidememoire.claims.sayings.cues import CueMatch, find_cues
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.said_nouns import find_attitudes, find_said_nouns, is_said_noun, noun_act
from aidememoire.claims.sayings.sentence_view import DASHES, MAX_TAIL, SentenceView
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.claims.sayings.speaking_nouns import can_speak, is_first_person, is_record
from aidememoire.claims.sayings.subjects import Subject, Subjects
from aidememoire.claims.sayings.turns import Turn
from aidememoire.model import ClaimKind, Mentions, Quotation, Refusal, Sentence, Span, SpeechAct

RULE = "statements"

_IN_TURNS = frozenset({"say", "tell", "announce", "warn", "claim", "declare", "accuse", "promise", "write", "call"})
_IMPERSONAL = frozenset(  # "it was noted that": somebody at the talks said so; "it was reported that" is hearsay
    "note stress emphasize emphasise underline underscore highlight reaffirm reiterate state point recall mention "
    "confirm remark acknowledge declare".split()
)
_JUDGING = frozenset("condemn denounce deplore praise hail commend applaud criticise criticize welcome".split())
_NO_PARTICIPLES = frozenset(  # "believing that the road was open, he left": a thought or deed, not words
    "demand believe think feel hope expect propose suggest agree maintain continue reply respond counter fear".split()
)
_NO_SPEAKERS = frozenset({"whose", "itself", "himself", "herself", "themselves"})  # "proclaimed itself a republic"
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nor", "few"})
_MODALS = frozenset({"would", "could", "might", "may", "should", "can", "must", "'d", "’d"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
_GOING_ON = frozenset({"go", "continue", "hasten", "proceed"})  # "went on to say" said it
_REFUSING = frozenset({"refuse", "decline", "fail", "stop"})  # "declined to say" did not
_CONDITIONS = frozenset({"if", "unless", "whether"})
_RULES = frozenset("plan schedule law rule agreement constitution treaty size need tradition custom age type".split())
_SHOWING = frozenset(
    {"underscore", "underline", "highlight", "stress", "emphasize", "emphasise"}
)  # "reports underscore …"
_DRAFTS = frozenset(
    "draft resolution proposal initiative deal accord pact bill decree directive roadmap amendment".split()
)
_LEADING_ON = frozenset({"which", "who", "that", "and", "but", "as", "because", "since", "while", "where"})
_OPINIONS = frozenset("words opinion view judgement judgment assessment estimation".split())
_MEANWHILE = frozenset({"as", "while"})
_AS_LONG = frozenset({"long", "many", "few", "far", "well", "soon", "much", "part", "for", "of"})
_STATEMENT = re.compile(r"(?i)\b(?:statement|communiqu[eé]|declaration|letter)\b")
_MIN_TOLD = 4  # words after "According to X," that are a clause whatever the tagger makes of them
_MAX_SOURCE = 30  # tokens after "according to"
_MIN_CONTENT_WORDS = 2  # "hello" is no statement; "they agree" is one
_BY_NOUN = 0.7  # confidence in "his claim that …"
_MOSTLY = 0.6  # share of a hearsay's words that another's statement in the sentence already holds


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody is reported to have said."""

    start: int  # of the content, in the text
    end: int
    cue: tuple[int, int]  # the attributing words, in the text
    speaker: Speaker
    quotation: Quotation | None  # where the content is one
    frame: str
    sentence: Sentence
    verb: int  # index of the attributing verb's token
    confidence: float
    quotations: tuple[Quotation, ...] = ()  # further ones that belong to it
    addressee: Span | None = None
    occasion: tuple[int, int] | None = None
    act: SpeechAct | None = None  # what the attributing words do
    around: tuple[tuple[int, int], ...] | None = None  # both pieces of a clause that the attribution breaks
    via: str | None = None  # who passes the words on: "Reuters quoted the envoy as saying"


class Sayings:
    """Reads a report's sentences one by one; remembers who spoke, for the pronouns that follow."""

    def __init__(self, mentions: Mentions, quoted: Quoted, turns: tuple[Turn, ...], claimed: Container[int]) -> None:
        self.mentions = mentions
        self.text = mentions.report.text
        self.tokens = mentions.tokens
        self.quoted = quoted
        self.turns = turns
        self.claimed = claimed
        self.speakers = Speakers(mentions)
        self._turn_starts = [turn.span.start for turn in turns]

    def read(self, sentence: Sentence) -> Iterator[Saying | Refusal]:
        """What the sentence reports to have been said, in order of its verbs."""
        tokens = self.tokens
        cues = list(find_cues(tokens, sentence.first, sentence.last))
        sources = [i for i in range(sentence.first, sentence.last - 2) if self._names_source(i)]
        broken = self.quoted.broken_in(sentence)
        nouns = [i for i in range(sentence.first, sentence.last) if is_said_noun(tokens[i])]
        if not cues and not sources and not broken and not nouns:
            return
        reading = _SentenceReading(self, sentence, cues)
        self.speakers.at = sentence.index
        found: list[Saying] = []
        for cue in cues:
            if self.quoted.around(tokens[cue.first].start) is None:
                yield from self._kept(reading.read_cue(cue), found)
        for index in sources:
            if self.quoted.around(tokens[index].start) is None:
                yield from self._kept(reading.read_source(index, found), found)
        if nouns:
            yield from self._kept(reading.read_nouns(found), found)
        for quotation in broken:
            yield from self._kept(reading.read_broken(quotation), found)

    def _names_source(self, index: int) -> bool:
        """Whether "according to" or "in X's opinion" starts at the token."""
        word = self.tokens[index].lower
        return (word == "according" and self.tokens[index + 1].lower == "to") or (
            word == "in"
            and any(self.tokens[i].lower in _OPINIONS for i in range(index + 2, min(index + 7, len(self.tokens))))
        )

    def _kept(self, sayings: Iterator[Saying | Refusal], found: list[Saying]) -> Iterator[Saying | Refusal]:
        for saying in sayings:
            if isinstance(saying, Saying):
                if not self._is_sound(saying):
                    continue
                self.speakers.remember(saying.speaker)
                if self._is_issued(saying):
                    self.speakers.heard.issued(saying.speaker)
                found.append(saying)
            yield saying

    def _is_issued(self, saying: Saying) -> bool:
        """Whether the words around the content speak of a statement: "the ministry said in a statement"."""
        span = saying.sentence.span
        around = self.text[span.start : saying.start] + " " + self.text[saying.end : span.end]
        return _STATEMENT.search(around) is not None

    def _is_sound(self, saying: Saying) -> bool:
        words = self.text[saying.start : saying.end].split()
        if saying.end - saying.start < 2 or len(words) < (1 if saying.quotation else _MIN_CONTENT_WORDS):
            return False
        return saying.quotation is not None or saying.start >= saying.cue[1] or saying.cue[0] >= saying.end

    def turn_around(self, position: int) -> Turn | None:
        """The turn that holds the position."""
        at = bisect_right(self._turn_starts, position) - 1
        return self.turns[at] if at >= 0 and position < self.turns[at].span.end else None


class _SentenceReading:
    """One sentence's sayings."""

    def __init__(self, sayings: Sayings, sentence: Sentence, cues: list[CueMatch]) -> None:
        self.sayings = sayings
        self.speakers = sayings.speakers
        self.quoted = sayings.quoted
        self.tokens = sayings.tokens
        self.sentence = sentence
        self.cues = cues
        self.view = SentenceView(sayings.mentions, sentence, sayings.quoted)
        self.subjects = Subjects(self.view)
        self.contents = Contents(self.view, sayings.quoted, sayings.claimed)
        self.children = self.view.children
        self.last_subject: Subject | None = None  # of the verb of saying before
        self.last_content = (0, 0)  # of the same

    # --- a verb of saying ----------------------------------------------------------------------------------------

    def read_cue(self, cue: CueMatch) -> Iterator[Saying | Refusal]:
        """One verb of saying: whose, and what."""
        verb = self.tokens[cue.first]
        if verb.tag == "VB" and verb.dep == "conj" and self._follows_to(verb.head):
            return  # "to meet and confirm …": nobody has yet
        if verb.tag == "VB" and self._follows_to(cue.first):
            refusal = self._refused_infinitive(cue.first)
            if refusal:
                yield refusal
            if self.tokens[verb.head].lemma not in _GOING_ON:
                return
        if self.subjects.is_passive(cue.first):
            yield from self._read_passive(cue)
            return
        if verb.tag == "VBZ" and verb.text[0].isupper() and self._opens(cue.first):
            return  # "17. Demands that all parties …": a resolution's voice, named nowhere in the sentence
        if verb.tag == "VBN" and not self.subjects.has_auxiliary(cue.first) and not self.subjects.is_past_form(cue):
            return
        is_thought = not _NO_PARTICIPLES.isdisjoint({verb.lemma, cue.verb.words[0]})
        if verb.tag == "VBG" and is_thought and not self.subjects.has_auxiliary(cue.first):
            return
        is_quoting = cue.verb.words == ("quote",) or self.subjects.quotes(cue.first)
        subject = self.subjects.quoted_person(cue.first) if is_quoting else self.subjects.subject(cue)
        if subject is not None and not is_quoting:
            subject = self.subjects.named_beside(subject, cue.first)
        if subject is None or not can_speak(self.tokens, subject.head, True) or self._is_own_voice(cue, subject):
            return
        if self.tokens[subject.first].lower in _NO_SPEAKERS or self._only_provides(cue, subject):
            return
        content = self._tidied(cue, self.contents.content(cue, self.cues, subject))
        if content is None or self._is_teaser(cue, subject):
            return
        is_bad = verb.dep == "conj" and not can_speak(self.tokens, subject.head, False)
        if self.last_subject and (is_bad or self._was_said_before(cue, subject)):
            subject = self.last_subject  # "said the road was open and urged …": the parse joined it to the road
        is_sure = cue.verb.words[0] in STRONG or content.quotation is not None
        if not is_sure and not can_speak(self.tokens, subject.head, False):
            return
        why = "denied" if self.tokens[subject.first].lower in _NOBODY else self._why_not(cue.first)
        if why:
            yield self._refusal(verb.start, max(content.end, verb.end), why)
            return
        self.last_subject, self.last_content = subject, (content.start, content.end)
        speaker = self.speakers.of_phrase(self.tokens, subject.first, subject.last, subject.head)
        yield Saying(
            *self._trimmed(content.start, content.end),
            cue=(verb.start, self.tokens[(content.cue_last or cue.last) - 1].end),
            speaker=speaker or Speaker(None, None, None),
            quotation=content.quotation,
            frame=content.frame,
            sentence=self.sentence,
            verb=cue.first,
            confidence=content.confidence,
            quotations=content.quotations,
            around=content.around,
            act=_act(cue, content.frame),
            via=self._passed_on_by(cue) if is_quoting else None,
        )

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
        is_that = (
            first + 1 < self.sentence.last and self.tokens[first].lower == "that" and self.tokens[first].tag == "IN"
        )
        return replace(content, start=self.tokens[first + 1].start) if is_that else content

    def _opens(self, verb: int) -> bool:
        """Whether nothing but a number stands before the verb."""
        before = self.tokens[self.sentence.first : verb]
        return all(token.pos in {"NUM", "PUNCT", "X", "SPACE"} for token in before)

    def _only_provides(self, cue: CueMatch, subject: Subject) -> bool:
        """Whether a text provides for something, and nobody says it: "the law says", "the draft calls for"."""
        noun = self.tokens[subject.head]
        if noun.lemma in _RULES or (noun.lemma in _DRAFTS and not cue.verb.frames & {"clause", "that", "record"}):
            return True
        return is_record(noun) and cue.verb.words[0] in _SHOWING and not self._takes_that(cue)

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
            if child > verb:
                continue
            if token.dep == "neg" or token.lower in _NEGATIONS:
                return "denied"
            if token.dep in {"aux", "auxpass"} or token.tag == "MD":
                if token.lower in _MODALS:
                    return "hypothetical"
                if token.lower in _FUTURE:
                    return "planned"
            if token.dep == "mark" and token.lower in _CONDITIONS:
                return "conditional"
        governor = self._governor(verb)
        return self._why_not(governor) if governor is not None else None

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
        return head if is_before and self.tokens[head].pos == "VERB" and self.tokens[head].tag != "VBG" else None

    def _is_teaser(self, cue: CueMatch, subject: Subject) -> bool:
        """A last line that only advertises ("Hopes are fading, says our correspondent.") belongs to the page."""
        sentences = self.sayings.mentions.sentences
        index = self.sentence.index
        is_last = index == len(sentences) - 1
        alone = index == 0 or sentences[index - 1].block != self.sentence.block
        return is_last and index > 0 and alone and subject.is_inverted and self.tokens[cue.first].lower == "says"

    def _is_own_voice(self, cue: CueMatch, subject: Subject) -> bool:
        """Whether the words are the turn's own ("we say"), not another's that it reports."""
        token = self.tokens[subject.head]
        if is_first_person(token):
            return True
        turn = self.sayings.turn_around(self.tokens[cue.first].start)
        if turn is None:
            return False
        if token.start < turn.span.start:
            return True  # the label was taken for the subject of "Thank you"
        if turn.is_whole:
            return self._is_issuers_party(subject)
        return cue.verb.words[0] not in _IN_TURNS or token.lower in {"it", "they", "he", "she", "people"}

    def _is_issuers_party(self, subject: Subject) -> bool:
        """Whether the phrase is the bare name of the party whose office issued the text."""
        mentions = self.sayings.mentions
        side = mentions.report.side
        start, end = self.tokens[subject.first].start, self.tokens[subject.last - 1].end
        at = bisect_left(mentions.parties, start, key=lambda party: party.span.start)
        if side is None or at >= len(mentions.parties):
            return False
        party = mentions.parties[at]
        article = len("the ")
        return party.code == side and party.span.end == end and party.span.start - start <= article

    # --- passives ------------------------------------------------------------------------------------------------

    def _read_passive(self, cue: CueMatch) -> Iterator[Saying | Refusal]:
        """ "It was noted that …"; "the raid was condemned by the ministry"."""
        verb = cue.first
        agent = self.subjects.agent(verb)
        subject = next(
            (c for c in self.children.get(verb, ()) if self.tokens[c].dep in {"nsubjpass", "nsubj"} and c < verb), None
        )
        if subject is None or (agent is not None and not can_speak(self.tokens, agent.head, False)):
            return
        is_expletive = self.tokens[subject].lower == "it" or self.tokens[subject].dep == "expl"
        if cue.verb.words[0] in _IMPERSONAL and is_expletive:
            first = self.contents.right_clause(cue, cue.last) or self._after_that(cue.last)
            if first is None:
                return
            start, end = self.tokens[first].start, self.contents.clause_end(cue, self.cues, first)
        elif agent is not None and cue.verb.words[0] in _JUDGING and self.tokens[subject].pos != "PRON":
            start, end = self.tokens[self.view.left(subject)].start, self.tokens[self.view.right(subject)].end
        else:
            return
        why = self._why_not(verb)
        if why:
            yield self._refusal(self.tokens[verb].start, self.tokens[verb].end, why)
            return
        speaker = None
        if agent is not None:
            speaker = self.speakers.of_phrase(self.tokens, agent.first, agent.last, agent.head)
        yield Saying(
            *self._trimmed(start, end),
            cue=(self.tokens[verb].start, self.tokens[cue.last - 1].end),
            speaker=speaker or Speaker(None, None, None),
            quotation=None,
            frame="passive",
            sentence=self.sentence,
            verb=verb,
            confidence=0.7,
            act=cue.verb.act,
        )

    def _after_that(self, at: int) -> int | None:
        """Index after the first "that": "it was stressed at the meeting that …"."""
        for index in range(at, min(at + MAX_TAIL, self.sentence.last - 1)):
            if self.tokens[index].lower == "that":
                return index + 1
        return None

    # --- according to --------------------------------------------------------------------------------------------

    def read_source(self, index: int, found: list[Saying]) -> Iterator[Saying | Refusal]:
        """ "according to the ministry, …"; "…, according to the ministry"; "in the envoy's opinion, …"."""
        tokens, sentence = self.tokens, self.sentence
        at = index + 2 if tokens[index].lower == "according" else index + 1
        end = self._source_end(at)
        head = self._source_head(at, end, index)
        if head is None or tokens[head].lemma in _RULES:
            return
        if not can_speak(tokens, head, False) and not is_record(tokens[head]):
            return
        phrase = self.subjects.phrase(head, -1)
        if phrase is None or not at <= phrase.first < end:
            return
        start, stop, quote = 0, 0, None
        goes_on = end < sentence.last and tokens[end].text == ","
        if index - sentence.first > 4 or (index > sentence.first + 3 and tokens[index - 1].text in DASHES | {",", "”"}):
            start, stop = self.view.content_start(), tokens[index].start
            quote = self.quoted.ending_before(tokens[index].start)
            if goes_on and tokens[index - 1].text == "," and tokens[index - 2].lower in _LEADING_ON:
                start, stop, quote = tokens[end].end, sentence.span.end, None
        elif goes_on:
            start, stop = tokens[end].end, sentence.span.end
        opens = index <= sentence.first + 1 and tokens[index].lower == "according"
        is_told = self.view.has_verb(start, stop) or (opens and len(self.view.text[start:stop].split()) >= _MIN_TOLD)
        if stop <= start or not is_told or _is_told_already(start, stop, found):
            return
        possessive = next((i for i in range(head + 1, end) if tokens[i].tag == "POS"), end)
        is_view = tokens[index].lower == "in"  # "in the head of state's opinion": up to the possessive
        last_named = min(phrase.last, possessive if is_view else end)
        speaker = self.speakers.of_phrase(tokens, phrase.first, last_named, head)
        if speaker is None:
            return
        if quote is not None and not self.quoted.leads_into(quote, self.view.content_start()):
            start, stop = longest_part(quote).start, longest_part(quote).end
        else:
            quote = None
        last = at if tokens[index].lower == "according" else end
        cue = (tokens[index].start, tokens[last - 1].end)
        act = SpeechAct.ASSERTS
        yield Saying(*self._trimmed(start, stop), cue, speaker, quote, "according", sentence, index, 0.8, act=act)

    def _source_end(self, at: int) -> int:
        """Index after the last token of the source's phrase."""
        end = at
        while (
            end < self.sentence.last
            and end - at < _MAX_SOURCE
            and self.tokens[end].text not in DASHES | {",", ";", ":"}
        ):
            end += 1
        while end > at and self.tokens[end - 1].pos == "PUNCT":
            end -= 1
        return end

    def _source_head(self, at: int, end: int, index: int) -> int | None:
        tokens = self.tokens
        if tokens[index].lower == "in":  # "in the envoy's opinion": the possessor; "in the words of the envoy"
            noun = next((i for i in range(at, end) if tokens[i].lower in _OPINIONS), None)
            if noun is None or end - noun > 8:
                return None
            owner = next((c for c in self.children.get(noun, ()) if tokens[c].dep == "poss"), None)
            if owner is not None and tokens[owner].pos in {"PROPN", "NOUN"}:
                if owner - 2 >= at and tokens[owner - 1].lower == "of" and tokens[owner - 2].pos == "NOUN":
                    owner -= 2  # "in the head of state's opinion"
                return owner if end == noun + 1 else None
            return next(
                (i for i in range(noun + 2, end) if tokens[i].dep == "pobj" and tokens[noun + 1].lower == "of"), None
            )
        for i in range(at, end):
            if tokens[i].dep == "pobj" and tokens[i].head in {index, index + 1}:
                return i
        for i in range(at, end):
            is_last = i + 1 == end or tokens[i + 1].pos not in {"NOUN", "PROPN"}
            if tokens[i].pos in {"NOUN", "PROPN", "PRON"} and is_last:
                return i
        return None

    # --- nouns of saying -----------------------------------------------------------------------------------------

    def read_nouns(self, found: list[Saying]) -> Iterator[Saying]:
        """ "The envoy's claim that …"; "calls from the council for a truce"."""
        for said in (*find_said_nouns(self.view, self.subjects), *find_attitudes(self.view, self.subjects)):
            start, end = self._trimmed(self.tokens[said.first].start, self.tokens[said.last - 1].end)
            noun = self.tokens[said.noun]
            if _is_told_already(start, end, found) or self.quoted.around(noun.start) is not None:
                continue
            owner = said.owner
            if is_first_person(self.tokens[owner.head]):
                continue
            speaker = self.speakers.of_phrase(self.tokens, owner.first, owner.last, owner.head)
            if speaker is not None:
                cue = (noun.start, noun.end)
                yield Saying(
                    start, end, cue, speaker, None, "noun", self.sentence, said.noun, _BY_NOUN, act=noun_act(noun.lower)
                )

    # --- quotations broken by dashes -----------------------------------------------------------------------------

    def read_broken(self, quotation: Quotation) -> Iterator[Saying | Refusal]:
        """“A, – said the minister. – B”: the speaker stands between the parts."""
        bounds = [(a.end, b.start) for a, b in zip(quotation.parts, quotation.parts[1:], strict=False)]
        if quotation.parts[-1].end < quotation.span.end:
            bounds.append((quotation.parts[-1].end, quotation.span.end))
        for start, end in bounds:
            first, last = self.quoted.token_index(start), self.quoted.token_index(end)
            cue = next(find_cues(self.tokens, first, last), None)
            if cue is None:
                continue
            run = self._speaker_run(cue, first, last)
            speaker = self.speakers.of_phrase(self.tokens, run[0], run[-1] + 1, run[-1]) if run else None
            if speaker is None:
                continue
            part = longest_part(quotation)
            words = (self.tokens[cue.first].start, self.tokens[cue.last - 1].end)
            yield Saying(
                part.start,
                part.end,
                words,
                speaker,
                quotation,
                "broken",
                self.sentence,
                cue.first,
                0.95,
                act=cue.verb.act,
            )
            return

    def _speaker_run(self, cue: CueMatch, first: int, last: int) -> list[int]:
        """The tokens beside the verb, between the dashes, that name who speaks."""
        inside = [i for i in range(first, last) if any(c.isalnum() for c in self.tokens[i].text)]
        after = [i for i in inside if i >= cue.last] or [i for i in inside if i < cue.first]
        run: list[int] = []
        for index in after:
            if run and index != run[-1] + 1:
                break
            run.append(index)
        while run and self.tokens[run[-1]].pos not in {"PROPN", "NOUN", "PRON"}:
            run.pop()
        return run

    # --- spans ---------------------------------------------------------------------------------------------------

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.view.text
        while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ";:–—-"):
            end -= 1
        return start, end

    def _refusal(self, start: int, end: int, why: str) -> Refusal:
        return Refusal(ClaimKind.STATEMENT, Span(self.sentence.span.report, start, end), why, RULE)


def _act(cue: CueMatch, frame: str) -> SpeechAct:
    """What the verb does: who asks somebody to do a thing demands it."""
    return SpeechAct.DEMANDS if frame == "obj-inf" and cue.verb.act is SpeechAct.ASKS else cue.verb.act


def _is_told_already(start: int, end: int, found: list[Saying]) -> bool:
    """Whether most of the words are another's statement, which a source only passes on."""
    return any(min(saying.end, end) - max(saying.start, start) > _MOSTLY * (end - start) for saying in found)
