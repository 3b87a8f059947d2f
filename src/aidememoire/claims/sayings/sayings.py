"""Sayings: what one sentence reports somebody to have said, and what it only seems to."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator

from aidememoire.claims.sayings.contents import Contents
from aidememoire.claims.sayings.cues import CueMatch, find_cues
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.mere_looks import why_only_looks
from aidememoire.claims.sayings.quoted import Quoted, longest_part
from aidememoire.claims.sayings.said_nouns import find_attitudes, find_said_nouns, is_said_noun, noun_act
from aidememoire.claims.sayings.said_words import RULE, Saying, content_words, is_told_already, trimmed
from aidememoire.claims.sayings.sentence_view import SentenceView
from aidememoire.claims.sayings.source_sayings import SourceSayings, names_source
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.claims.sayings.speaking_nouns import is_first_person
from aidememoire.claims.sayings.subjects import Subjects
from aidememoire.claims.sayings.turns import Turn
from aidememoire.claims.sayings.verb_sayings import VerbSayings
from aidememoire.model import FINITE_TAGS, ClaimKind, Mentions, Quotation, Refusal, Sentence, Span

_STATEMENT = re.compile(r"(?i)\b(?:statement|communiqu[eé]|declaration|letter)\b")
_MIN_CONTENT_WORDS = 2  # "hello" is no statement; "they agree" is one
_MIN_NOUN_WORDS = 3  # "confirmed the news" says nothing that one could look up; "condemned the raid" does
_BARELY = frozenset("acknowledge announce confirm deny express note proclaim question voice welcome".split())
_INTRODUCING = content_words("introducing")
_BY_NOUN = 0.7  # confidence in "his claim that …"


_OCCASION = frozenset("after before at in on during to following while when as with from about".split())
"""What tells, behind who speaks, where and to whom: "– said the minister after the talks –"; not "of", "for"."""


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
        sources = [i for i in range(sentence.first, sentence.last - 2) if names_source(tokens, i)]
        broken = self.quoted.broken_in(sentence)
        nouns = [i for i in range(sentence.first, sentence.last) if is_said_noun(tokens[i])]
        if not cues and not sources and not broken and not nouns:
            return
        reading = _SentenceReading(self, sentence)
        self.speakers.at = sentence.index
        found: list[Saying] = []
        for cue in cues:
            if self.quoted.around(tokens[cue.first].start) is None:
                yield from self._kept(reading.read_verb(cue, cues), found)
        for index in sources:
            if self.quoted.around(tokens[index].start) is None:
                yield from self._kept(reading.sources.read(index, found), found)
        if nouns:
            yield from self._kept(reading.read_nouns(found), found)
        for quotation in broken:
            yield from self._kept(reading.read_broken(quotation), found)

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
        is_bare = saying.frame == "np" and self.tokens[saying.verb].lemma in _BARELY
        fewest = _MIN_NOUN_WORDS if is_bare else _MIN_CONTENT_WORDS
        if saying.end - saying.start < 2 or len(words) < (1 if saying.quotation else fewest):
            return False
        return saying.quotation is not None or saying.start >= saying.cue[1] or saying.cue[0] >= saying.end

    def introduced(self, sentence: Sentence, colon: int) -> tuple[Speaker, int] | None:
        """Whose words follow the colon at the sentence's end, and the verb; None where it speaks of no words.

        CASE "Novak opened the session with these words:"; CASE "Novak was blunt:"; no "Novak saw the sign:".
        """
        reading = _SentenceReading(self, sentence)
        last = self.quoted.token_index(colon)
        found = reading.subjects.of_main_verb(last)
        if found is None or not any(token.lemma in _INTRODUCING for token in self.tokens[found[0].last : last]):
            return None
        subject, verb = found
        self.speakers.at = sentence.index
        speaker = self.speakers.of_phrase(self.tokens, subject.first, subject.last, subject.head)
        is_somebody = speaker is not None and speaker.name is not None and (speaker.is_person or speaker.is_bare_name)
        return (speaker, verb) if is_somebody and speaker is not None else None

    def turn_around(self, position: int) -> Turn | None:
        """The turn that holds the position."""
        at = bisect_right(self._turn_starts, position) - 1
        return self.turns[at] if at >= 0 and position < self.turns[at].span.end else None


class _SentenceReading:
    """One sentence's sayings."""

    def __init__(self, sayings: Sayings, sentence: Sentence) -> None:
        self.speakers = sayings.speakers
        self.quoted = sayings.quoted
        self.tokens = sayings.tokens
        self.sentence = sentence
        self.view = SentenceView(sayings.mentions, sentence, sayings.quoted)
        self.subjects = Subjects(self.view)
        contents = Contents(self.view, sayings.quoted, sayings.claimed)
        self.verbs = VerbSayings(self.view, self.subjects, contents, self.speakers, sayings.turn_around)
        self.sources = SourceSayings(self.view, self.subjects, self.speakers)

    def read_verb(self, cue: CueMatch, cues: list[CueMatch]) -> Iterator[Saying | Refusal]:
        """ "The envoy said that …", where the verb does not only look so."""
        former = self.verbs.last_subject, self.verbs.last_content
        for saying in self.verbs.read(cue, cues):
            why = why_only_looks(self.view, saying) if isinstance(saying, Saying) else None
            if isinstance(saying, Refusal) or why is None:
                yield saying
                continue
            self.verbs.last_subject, self.verbs.last_content = former  # what is no saying lends nobody to the next verb
            start = min(saying.start, saying.cue[0])
            span = Span(self.sentence.span.report, start, max(saying.end, saying.cue[1]))
            yield Refusal(ClaimKind.STATEMENT, span, why, RULE)

    def read_nouns(self, found: list[Saying]) -> Iterator[Saying]:
        """ "The envoy's claim that …"; "calls from the council for a truce"."""
        for said in (*find_said_nouns(self.view, self.subjects), *find_attitudes(self.view, self.subjects)):
            start, end = trimmed(self.view.text, self.tokens[said.first].start, self.tokens[said.last - 1].end)
            noun = self.tokens[said.noun]
            if is_told_already(start, end, found) or self.quoted.around(noun.start) is not None:
                continue
            owner = said.owner
            if is_first_person(self.tokens[owner.head]):
                continue
            speaker = self.speakers.of_phrase(self.tokens, owner.first, owner.last, owner.head)
            if speaker is None and self.tokens[owner.head].tag in {"PRP", "PRP$"}:
                speaker = Speaker(None, None, None)  # "his claim that …": somebody's, though the report names nobody
            if speaker is not None:
                cue = (noun.start, noun.end)
                yield Saying(
                    start, end, cue, speaker, None, "noun", self.sentence, said.noun, _BY_NOUN, act=noun_act(noun.lower)
                )

    # --- quotations broken by dashes -----------------------------------------------------------------------------

    def read_broken(self, quotation: Quotation) -> Iterator[Saying]:
        """“A, – said the minister. – B”: the speaker stands between the parts."""
        bounds = [(a.end, b.start) for a, b in zip(quotation.parts, quotation.parts[1:], strict=False)]
        if quotation.parts[-1].end < quotation.span.end:
            bounds.append((quotation.parts[-1].end, quotation.span.end))
        for start, end in bounds:
            first, last = self.quoted.token_index(start), self.quoted.token_index(end)
            cue = next(find_cues(self.tokens, first, last), None)
            is_told = cue is not None and any(
                self.tokens[i].tag in FINITE_TAGS for i in range(first, last) if not cue.first <= i < cue.last
            )
            if cue is None or is_told:
                continue  # “The pact – and I told the envoy so – is sound”: no attribution, the speaker's own aside
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
            if run and (index != run[-1] + 1 or self.tokens[index].lower in _OCCASION):
                break
            run.append(index)
        while run and self.tokens[run[-1]].pos not in {"PROPN", "NOUN", "PRON"}:
            run.pop()
        return run
