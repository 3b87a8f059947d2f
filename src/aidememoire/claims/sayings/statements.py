"""Statements: who is reported to have said what, in every form in which it is written.

A verb of saying is found first, by its word; then whom it belongs to, and which words are its content. The parse is
evidence for both; where it fails on garbled text, commas, quotation marks and word order decide.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aidememoire.claims.clauses import sentence_at
from aidememoire.claims.sayings.circumstances import find_addressee, find_occasion, said_this
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.mere_looks import MENTION, is_stand_within
from aidememoire.claims.sayings.quoted import MARKS, Quoted, longest_part, marks_balance
from aidememoire.claims.sayings.said_words import RULE, Saying
from aidememoire.claims.sayings.same_words import link_same
from aidememoire.claims.sayings.sayings import Sayings
from aidememoire.claims.sayings.sentence_view import SentenceView
from aidememoire.claims.sayings.speaker_grounds import find_grounds
from aidememoire.claims.sayings.turns import Turn, find_turns
from aidememoire.model import (
    FINITE_TAGS,
    BlockRole,
    ClaimKind,
    Mentions,
    Proposal,
    Quotation,
    Refusal,
    Sentence,
    Span,
    SpeechAct,
    StatementKind,
    StatementValues,
)

if TYPE_CHECKING:
    from aidememoire.knowledge import Knowledge

_READ = frozenset({BlockRole.BODY, BlockRole.CAPTION})
_DENYING = frozenset({"deny", "refute", "reject", "dismiss"})
_TELLING = frozenset({"tell", "assure", "inform", "remind", "warn", "brief", "notify", "ask"})
_MAX_SENTENCE = 800  # tokens; the longest real sentence is a treaty's preamble, more is a table or a list
_NAMED = 0.8  # confidence that a quotation is whose name stands before its colon or after its dash
_MAX_LABEL = 120  # characters of "Freedonia's Deputy Foreign Minister Jan Novak:"
_LABEL_BEFORE = re.compile(r"(?:^|[\n.!?”\"]\s*)(?P<who>[A-Z][^\n:;!?“”\"]{3,90}):\s*$")
_SIGNATURE = re.compile(r"\s*(?:[—–―]|--?|, (?:so|thus)\b)\s*(?P<who>[A-Z][^\n:;!?“”\"]{3,80}?)\.?\s*(?:\n|$)")
_PLAIN_NAME = re.compile(r"(?!The\b)[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}")
_NEVER_CLOSED = "the closing quotation mark is missing"
_MIN_REPEATED = 40  # characters: "the road is open" may be said twice, a sentence word for word only by the page
_FOLLOWS = 0.7  # confidence that a quotation without an attribution of its own is whoever spoke just before


def propose_statements(mentions: Mentions, knowledge: "Knowledge") -> Iterator[Proposal | Refusal]:
    """Every statement that the report tells of: turns first, then by position; and what was not taken for one."""
    return _Reading(mentions).propose()


def _head_end(mentions: Mentions) -> int:
    """Where the headline and highlights over an agency's report end, which the text below them tells in full."""
    dateline = mentions.dateline
    return dateline.extent.start if dateline is not None and dateline.agency is not None else 0


_SAME = frozenset({"he", "she", "they", "it", "the"})  # after “A,” these may be whoever spoke in the sentence before


class _Reading:
    """One report's statements in the making."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.text = mentions.report.text
        self.quoted = Quoted(mentions)
        self.turns = find_turns(mentions)
        self.claimed: set[int] = set()  # starts of the quotations that have a speaker
        self.sayings = Sayings(mentions, self.quoted, self.turns, self.claimed)
        self.found: list[Saying] = []
        self.left_out: list[Refusal] = []
        self.head_end = _head_end(mentions)

    def propose(self) -> Iterator[Proposal | Refusal]:
        for turn in self.turns:
            yield self._turn_proposal(turn)
        for sentence in self.mentions.sentences:
            is_prose = sentence.last - sentence.first <= _MAX_SENTENCE and sentence.span.end > self.head_end
            if is_prose and self.mentions.report.blocks[sentence.block].role in _READ:
                yield from self._read(sentence)
        self._follow_up()
        self._named_beside()
        proposals = [self._proposal(number, saying) for number, saying in enumerate(self._without_doubles())]
        yield from self.left_out
        yield from link_same(self.mentions, proposals)

    def _read(self, sentence: Sentence) -> Iterator[Refusal]:
        for saying in self.sayings.read(sentence):
            if isinstance(saying, Refusal):
                if saying.why == MENTION:  # “pirates”, as the king calls them: no words of whoever speaks next
                    self.claimed.update(self.quoted.starts_within(saying.span.start, saying.span.end))
                yield saying
                continue
            if self._is_issuer(saying):
                continue  # the text's own voice, which is one turn
            self.claimed.update(quotation.outer.start for quotation in saying.quotations)
            if saying.quotation is not None:
                self.claimed.add(saying.quotation.outer.start)
            self.claimed.update(self.quoted.starts_within(saying.start, saying.end))
            self.found.append(saying)
        occasion = said_this(self.text, sentence.span.start, sentence.span.end) if self.found else None
        if occasion and self.found[-1].sentence.index == sentence.index - 1:
            self.found[-1] = replace(self.found[-1], occasion=occasion)

    def _is_issuer(self, saying: Saying) -> bool:
        """Whether who issued the text in one voice is told of as its speaker: "The Council condemns …"."""
        turn = self.sayings.turn_around(saying.start)
        if turn is None or not turn.is_whole or turn.speaker is None or turn.speaker.is_joint:
            return False
        issuer, name = (turn.speaker.name or "").casefold(), (saying.speaker.name or "").casefold()
        return bool(name) and f"{issuer} (".startswith((f"{name} (", f"the {name} ("))

    # --- quotations that no verb claimed -------------------------------------------------------------------------

    def _follow_up(self) -> None:
        """A quotation in the next sentence, without an attribution of its own, belongs to the statement before it.

        After a quotation it is the same statement broken in two: the longer part is kept.
        """
        last_in = self._last_in_sentence()
        for quotation in self.quoted.quotations:
            start = quotation.outer.start
            if start in self.claimed or not quotation.is_speech or self.sayings.turn_around(quotation.span.start):
                continue
            sentence = sentence_at(self.mentions, quotation.span.start)
            if sentence is None or start > sentence.span.start + 2 or not self._is_next(sentence):
                continue
            if self._goes_on_with_another(quotation):
                continue
            index = last_in.get(sentence.index - 1)
            if index is None:
                continue
            former, part = self.found[index], longest_part(quotation)
            if former.quotation is None and former.frame != "according":
                former = replace(former, frame="follows", confidence=_FOLLOWS, sentence=sentence, act=None)
                self.found.append(replace(former, start=part.start, end=part.end, quotation=quotation))
                self.claimed.add(start)
            elif former.quotation is not None:
                self.claimed.add(start)
                pieces = (*former.quotations, former.quotation, quotation)
                if part.end - part.start > former.end - former.start:
                    former = replace(former, start=part.start, end=part.end, quotation=quotation)
                self.found[index] = replace(former, quotations=pieces)

    def _goes_on_with_another(self, quotation: Quotation) -> bool:
        """Whether a name, or "one", follows a quotation that ends in a comma: “A,” one resident, who hid, told us."""
        if self.text[quotation.span.end - 1] != ",":
            return False
        words = self.text[quotation.outer.end : quotation.outer.end + _MAX_LABEL].split()
        return bool(words) and words[0].lower() not in _SAME

    def _named_beside(self) -> None:
        """A quotation whose speaker is only named: "Envoy Jan Novak: “A”"; "“A” – Jan Novak"."""
        for quotation in self.quoted.quotations:
            start = quotation.outer.start
            if start in self.claimed or not quotation.is_speech or self.sayings.turn_around(quotation.span.start):
                continue
            if quotation.outer.end <= self.head_end:
                continue
            sentence = sentence_at(self.mentions, quotation.span.start)
            label = self._label_before(start) or self._signature_after(quotation.outer.end)
            if sentence is not None and label is None:
                self.found.extend(self._led_in(quotation))
            if sentence is None or label is None:
                continue
            speaker = self.sayings.speakers.of_label(label)
            if not speaker.is_person or speaker.name is None:
                continue
            part = longest_part(quotation)
            self.claimed.add(start)
            nothing = (label.end, label.end)
            self.found.append(
                Saying(part.start, part.end, nothing, speaker, quotation, "label", sentence, sentence.first, _NAMED)
            )

    def _led_in(self, quotation: Quotation) -> Iterator[Saying]:
        """A quotation behind a colon whose sentence tells of words: "Novak closed with a warning: “A”"."""
        before = self.text[: quotation.outer.start].rstrip()[-1:] if quotation.outer.start < _MAX_LABEL else ""
        before = before or self.text[quotation.outer.start - _MAX_LABEL : quotation.outer.start].rstrip()[-1:]
        colon = self.text.rfind(":", 0, quotation.outer.start)
        sentence = sentence_at(self.mentions, colon) if before == ":" else None
        if sentence is None:
            return
        found = self.sayings.introduced(sentence, colon)
        if found is not None:
            speaker, verb = found
            part, token = longest_part(quotation), self.mentions.tokens[verb]
            self.claimed.add(quotation.outer.start)
            yield Saying(
                part.start,
                part.end,
                (token.start, token.end),
                speaker,
                quotation,
                "led-in",
                sentence,
                verb,
                _NAMED,
                act=SpeechAct.ASSERTS,
            )

    def _label_before(self, start: int) -> Span | None:
        """The words between a line's or sentence's start and a colon, where they name a person and tell nothing."""
        found = _LABEL_BEFORE.search(self.text, max(0, start - _MAX_LABEL), start)
        return self._naming(found.start("who"), found.end("who")) if found else None

    def _signature_after(self, end: int) -> Span | None:
        """The name after a dash, up to the line's end."""
        found = _SIGNATURE.match(self.text, end, end + _MAX_LABEL)
        if found is None:
            return None
        who = found.span("who")
        is_name = _PLAIN_NAME.fullmatch(self.text, *who) is not None
        return self._span(*who) if is_name else self._naming(*who)

    def _naming(self, start: int, end: int) -> Span | None:
        """The span, where a person is named in it and no verb stands in it."""
        first, last = self.quoted.token_index(start), self.quoted.token_index(end)
        if any(self.mentions.tokens[i].tag in FINITE_TAGS for i in range(first, last)):
            return None
        at = bisect_left(self.mentions.persons, start, key=lambda person: person.span.start)
        if at < len(self.mentions.persons) and self.mentions.persons[at].span.end <= end:
            return self._span(start, end)
        return None

    def _last_in_sentence(self) -> dict[int, int]:
        """Sentence → index of the last statement that it holds or in which a quotation ends."""
        order = sorted(range(len(self.found)), key=lambda i: (self.found[i].sentence.index, self.found[i].verb))
        last_in = {self.found[i].sentence.index: i for i in order}
        for index in order:
            saying = self.found[index]
            ending = sentence_at(self.mentions, max(saying.end - 1, saying.start))
            if saying.quotation is not None and ending is not None and ending.index > saying.sentence.index:
                last_in.setdefault(ending.index, index)
        return last_in

    def _is_next(self, sentence: Sentence) -> bool:
        """Whether the sentence before stands in the same paragraph, or in the line right above."""
        if sentence.index == 0:
            return False
        former = self.mentions.sentences[sentence.index - 1]
        if former.block == sentence.block:
            return True
        return self.text[former.span.end : sentence.span.start].count("\n") == 1

    def _without_doubles(self) -> list[Saying]:
        """Each content once: where two verbs claim the same words, the surer one keeps them."""
        best: dict[tuple[int, int], Saying] = {}
        for saying in self.found:
            former = best.get((saying.start, saying.end))
            if former is None or saying.confidence > former.confidence:
                best[saying.start, saying.end] = saying
        kept: list[Saying] = []
        told: set[tuple[str, str | None]] = set()
        for saying in sorted(best.values(), key=lambda saying: (saying.start, -saying.end)):
            outer = next(
                (other for other in kept[-4:] if other.start <= saying.start and saying.end <= other.end), None
            )
            if outer is not None and outer.sentence == saying.sentence and self._is_stand(saying, outer):
                if saying.speaker.name != outer.speaker.name:  # one's own stays in one's words
                    self.left_out.append(self._refusal(saying, "thought"))
                continue
            words = self.text[saying.start : saying.end]
            if len(words) > _MIN_REPEATED and (words, saying.speaker.name) in told:
                self.left_out.append(self._refusal(saying, "caption"))  # one that stands under each picture
                continue
            is_own = outer is not None and outer.sentence == saying.sentence and saying.speaker.name is None
            if outer is None or (outer.speaker.name != saying.speaker.name and not is_own):
                kept.append(saying)  # "said that he welcomed the pact" is one statement
                told.add((words, saying.speaker.name))
        return kept

    def _refusal(self, saying: Saying, why: str) -> Refusal:
        return Refusal(ClaimKind.STATEMENT, Span(self.mentions.report.id, saying.start, saying.end), why, RULE)

    def _is_stand(self, saying: Saying, outer: Saying) -> bool:
        """Whether the words only tell what another's words are about: his thought, a stand that is ascribed to him."""
        is_other = outer.quotation is None and outer.verb != saying.verb
        return is_other and is_stand_within(
            self.mentions.tokens[saying.verb], saying, outer, self.mentions.tokens[outer.verb]
        )

    # --- out -----------------------------------------------------------------------------------------------------

    def _kind(self, saying: Saying) -> StatementKind:
        """Direct within quotation marks, mixed where some of the words stand in them, else indirect."""
        if saying.quotation is not None:
            return StatementKind.DIRECT
        at = bisect_left(self.quoted.ends, saying.start)
        while at < len(self.quoted.quotations) and self.quoted.starts[at] < saying.end:
            quotation = self.quoted.quotations[at]
            if self.quoted.is_stray(quotation):
                at += 1
                if saying.end <= saying.cue[0] and saying.start == quotation.span.start:
                    return StatementKind.DIRECT  # “The road is shut, Novak said.
                continue
            if quotation.outer.end > saying.start and (quotation.is_speech or self._is_borrowed(quotation)):
                is_all = quotation.outer.start <= saying.start and saying.end <= quotation.outer.end
                return StatementKind.DIRECT if is_all else StatementKind.MIXED
            at += 1
        return StatementKind.INDIRECT

    def _ends_outside(self, end: int) -> bool:
        """Whether the last character is white space, or a full stop or comma that belongs to no quotation."""
        last = self.text[end - 1]
        return last.isspace() or (last in ".," and self.quoted.around(end - 1) is None)

    def _is_borrowed(self, quotation: Quotation) -> bool:
        """A single common word in quotation marks: the speaker's own within a statement (called it “useful”)."""
        words = self.mentions.words(quotation.span)
        return words.isalpha() and words[0].islower()

    def _proposal(self, number: int, saying: Saying) -> Proposal:
        kind = self._kind(saying)
        start, end = saying.start, saying.end
        while kind is not StatementKind.DIRECT and end > start + 1 and self._ends_outside(end):
            end -= 1
        content = self._span(start, end)
        speaker = saying.speaker
        verb = self.mentions.tokens[saying.verb]
        spans: dict[str, Span] = {"content": content}
        if saying.cue[0] < saying.cue[1]:
            spans["cue"] = self._span(*saying.cue)
        around = (saying.sentence.span.start, saying.sentence.span.end)
        occasion = saying.occasion or find_occasion(self.text, around, (saying.start, saying.end))
        if occasion:
            spans["occasion"] = self._span(*occasion)
        addressee = self._addressee(saying, content)
        if addressee:
            spans["addressee"] = addressee
        grounds, inferred = find_grounds(self.mentions, speaker)
        is_stray = kind is StatementKind.DIRECT and saying.quotation is None and self.text[start - 1 : start] in MARKS
        lost = _NEVER_CLOSED if is_stray else self._lost_mark(saying.quotation, self.text[start:end])
        inferred = tuple(sorted((*inferred, ("content", lost)))) if lost else inferred
        places: dict[str, tuple[Span, ...]] = {field: (span,) for field, span in (spans | grounds).items()}
        pieces = self._pieces(saying)
        if len(pieces) > 1 and any(piece.overlaps(content) for piece in pieces):
            places["parts"] = pieces
        values = StatementValues(
            speaker=speaker.name,
            speaker_party=speaker.party,
            kind=kind,
            content=self.text[start:end],
            cue=self.text[slice(*saying.cue)],
            occasion=self.text[slice(*occasion)] if occasion else None,
            addressee=self.mentions.words(addressee) if addressee else None,
            is_negated=verb.lemma in _DENYING,
            speech_act=saying.act,
        )
        return Proposal(
            key=f"s{number}",
            kind=ClaimKind.STATEMENT,
            values=values,
            evidence=(content, saying.sentence.span),
            spans=tuple(sorted(places.items())),
            inferred=inferred,
            confidence=saying.confidence,
            rule=f"{RULE}.{saying.frame}",
            attributed_to=saying.via,
        )

    def _lost_mark(self, quotation: Quotation | None, words: str) -> str | None:
        """What to say of a quotation mark without a partner; None where all have theirs."""
        if quotation is not None and not quotation.is_closed:
            return f"{_NEVER_CLOSED}: the words are taken to end with their paragraph"
        if quotation is not None and quotation.outer.start == quotation.span.start:
            return "the opening quotation mark is missing: the words are taken to begin with their sentence"
        return None if marks_balance(words) else "a quotation mark in these words has no partner"

    def _pieces(self, saying: Saying) -> tuple[Span, ...]:
        """All the words said, in order, where an attribution breaks them: "A", he said, "B"."""
        quotations = {quotation.outer.start: quotation for quotation in saying.quotations}
        if saying.quotation is not None:
            quotations[saying.quotation.outer.start] = saying.quotation
        if saying.around is not None:
            return tuple(self._span(start, end) for start, end in saying.around)
        return tuple(part for _, quotation in sorted(quotations.items()) for part in quotation.parts)

    def _addressee(self, saying: Saying, content: Span) -> Span | None:
        token = self.mentions.tokens[saying.verb]
        if token.lemma not in _TELLING or saying.frame.startswith("obj-"):
            return None
        view = SentenceView(self.mentions, saying.sentence, self.quoted)
        return find_addressee(view, saying.verb, saying.verb + 1, content)

    def _turn_proposal(self, turn: Turn) -> Proposal:
        speaker = self.sayings.speakers.of_label(turn.label) if turn.label else turn.speaker
        speaker = speaker or Speaker(None, None, None)
        self.sayings.speakers.remember(speaker)
        values = StatementValues(
            speaker=speaker.name,
            speaker_party=speaker.party,
            kind=StatementKind.DIRECT,
            content=self.mentions.words(turn.content),
            cue="",
        )
        spans, inferred = find_grounds(self.mentions, speaker)
        lost = self._lost_mark(None, values.content)
        inferred = tuple(sorted((*inferred, ("content", lost)))) if lost else inferred
        spans |= {"content": turn.content, "turn": turn.span}
        return Proposal(
            key=f"turn{turn.span.start}",
            kind=ClaimKind.STATEMENT,
            values=values,
            evidence=(turn.content, turn.span),
            spans=tuple((field, (span,)) for field, span in sorted(spans.items())),
            inferred=inferred,
            confidence=0.95 if turn.label else 0.85,
            rule=f"{RULE}.turn" if turn.label else f"{RULE}.one_voice",
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(self.mentions.report.id, start, end)
