"""Tagged contents → proposals of statements: the tagged words near them that say so, and whose they are."""

from collections.abc import Iterator

from aidememoire.claims.readers.completing.places import prose_at, tokens_in, top_of
from aidememoire.claims.readers.decoding import TaggedSpan, Tags
from aidememoire.claims.sayings.cues import CueMatch, find_cues
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.quoted import Quoted, longest_part, marks_balance
from aidememoire.claims.sayings.speaker_grounds import find_grounds
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.model import (
    ClaimKind,
    Mentions,
    Proposal,
    Quotation,
    Reader,
    Refusal,
    Sentence,
    Span,
    StatementKind,
    StatementValues,
)

RULE = "tagger.statement"
REACH = 120  # characters between content and the words that attribute it
FEWEST_WORDS = 3
WITH_INFINITIVE = frozenset({"inf", "obj-inf"})  # frames of "vowed to", not of "agreed to"
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss"})
OPENING = 3  # characters that may stand before a whole sentence: a mark, a dash


def propose_sayings(mentions: Mentions, tags: Tags) -> Iterator[Proposal | Refusal]:
    """A statement for each tagged content with a cue near it; for any other, why it is none."""
    completing = _Completing(mentions, tags)
    for number, span in enumerate(tags.of("content")):
        yield completing.complete(number, span)


class _Completing:
    """Completes the tagged contents of one report, in their order."""

    def __init__(self, mentions: Mentions, tags: Tags) -> None:
        self.mentions = mentions
        self.quoted, self.speakers = Quoted(mentions), Speakers(mentions)
        self.cues, self.sources = tags.of("cue"), tags.of("source")

    def complete(self, number: int, span: TaggedSpan) -> Proposal | Refusal:
        """The statement, or what it lacks: prose, a cue, a verb of saying, a speaker, whole words of its own."""
        sentence, cue = prose_at(self.mentions, span.start), _nearest(self.cues, span)
        if sentence is None:
            return self._refusal(span, "no_prose")
        if cue is None:
            return self._refusal(span, "no_cue")
        source, verb = _nearest(self.sources, cue), _verb(self.mentions, cue)
        speaker = _speaker(self.mentions, self.speakers, source) if source else None
        if speaker is None or speaker.name is None:
            return self._refusal(span, "no_speaker")
        if verb is None:
            return self._refusal(span, "no_verb")
        self.speakers.at = sentence.index
        self.speakers.remember(speaker)
        content, kind = _content(self.mentions, self.quoted, sentence, span)
        if content is None:
            return self._refusal(span, "too_short")
        if kind is not StatementKind.DIRECT and _is_of_another(self.mentions, sentence, content, cue):
            return self._refusal(span, "another_cue")
        if not _is_whole(self.mentions.words(content)):
            return self._refusal(span, "cut_wrongly")
        return _proposal(self.mentions, number, content, kind, cue, verb, speaker, span)

    def _refusal(self, span: TaggedSpan, why: str) -> Refusal:
        return Refusal(ClaimKind.STATEMENT, self.mentions.report.span(span.start, span.end), why, RULE)


def _is_of_another(mentions: Mentions, sentence: Sentence, content: Span, cue: TaggedSpan) -> bool:
    """Whether the sentence begins with something before the content that says nothing, and the cue is another's.

    "Berg said the port was open. The two agreed to dredge it": that they dredge it is nothing that Berg said.
    """
    is_beside = sentence.span.start <= cue.start < sentence.span.end
    if is_beside or content.start - sentence.span.start <= OPENING:
        return False
    first, last = tokens_in(mentions, sentence, sentence.span.start, content.start)
    return not any(
        mentions.tokens[one.last].lower != "to" or one.verb.frames & WITH_INFINITIVE
        for one in find_cues(mentions.tokens, first, last)
    )


def _is_whole(words: str) -> bool:
    """Whether quotation marks and brackets come in pairs: what lacks one was cut wrongly."""
    return marks_balance(words) and words.count("(") == words.count(")")


def _verb(mentions: Mentions, cue: TaggedSpan) -> CueMatch | None:
    """The verb of saying among the attributing words."""
    sentence = prose_at(mentions, cue.start)
    if sentence is None:
        return None
    return next(find_cues(mentions.tokens, *tokens_in(mentions, sentence, cue.start, cue.end)), None)


def _nearest(spans: tuple[TaggedSpan, ...], to: TaggedSpan) -> TaggedSpan | None:
    """The nearest span that doesn't overlap, within reach."""

    def gap(one: TaggedSpan) -> int:
        return max(one.start - to.end, to.start - one.end)

    near = [one for one in spans if -1 <= gap(one) <= REACH]
    return min(near, key=lambda one: (gap(one), one.start), default=None)


def _speaker(mentions: Mentions, speakers: Speakers, source: TaggedSpan) -> Speaker | None:
    sentence = prose_at(mentions, source.start)
    if sentence is None:
        return None
    first, last = tokens_in(mentions, sentence, source.start, source.end)
    if last <= first:
        return None
    first = _phrase_start(mentions, sentence, first, last)
    return speakers.of_phrase(mentions.tokens, first, last, top_of(mentions, (first, last)))


def _phrase_start(mentions: Mentions, sentence: Sentence, first: int, last: int) -> int:
    """Where the noun phrase begins whose end is tagged: "(NATO Secretary) General", "(Norway's) envoy"."""
    tokens = mentions.tokens
    while first > sentence.first:
        before = first - 2 if tokens[first - 1].tag == "POS" and first - 2 >= sentence.first else first - 1
        if tokens[before].dep not in _BEFORE_NOUN or not first <= tokens[before].head < last:
            break
        first = before
    return first


def _content(
    mentions: Mentions, quoted: Quoted, sentence: Sentence, span: TaggedSpan
) -> tuple[Span | None, StatementKind]:
    """The words said and whose they are: a quotation's own where the span lies in one."""
    around = quoted.around(span.start + (span.end - span.start) // 2)
    if around is not None and _is_mostly(span, around):
        return longest_part(around), StatementKind.DIRECT
    first, last = tokens_in(mentions, sentence, span.start, min(span.end, sentence.span.end))
    if sum(token.lower[:1].isalnum() for token in mentions.tokens[first:last]) < FEWEST_WORDS:
        return None, StatementKind.INDIRECT
    start, end = mentions.tokens[first].start, mentions.tokens[last - 1].end
    has_quotation = any(quotation.is_speech for quotation in quoted.quotations if _overlaps(quotation, start, end))
    return mentions.report.span(start, end), StatementKind.MIXED if has_quotation else StatementKind.INDIRECT


def _is_mostly(span: TaggedSpan, quotation: Quotation) -> bool:
    shared = min(span.end, quotation.outer.end) - max(span.start, quotation.outer.start)
    return 2 * shared > span.end - span.start and span.start >= quotation.outer.start - 2


def _overlaps(quotation: Quotation, start: int, end: int) -> bool:
    return quotation.outer.start < end and start < quotation.outer.end


def _proposal(
    mentions: Mentions,
    number: int,
    content: Span,
    kind: StatementKind,
    cue: TaggedSpan,
    verb: CueMatch,
    speaker: Speaker,
    tagged: TaggedSpan,
) -> Proposal:
    grounds, inferred = find_grounds(mentions, speaker)
    said = mentions.report.span(cue.start, cue.end)
    spans: dict[str, tuple[Span, ...]] = {"content": (content,), "cue": (said,)}
    spans |= {field: (span,) for field, span in grounds.items()}
    at = prose_at(mentions, cue.start)
    return Proposal(
        key=f"tagged-statement:{number}",
        kind=ClaimKind.STATEMENT,
        values=StatementValues(
            speaker=speaker.name,
            speaker_party=speaker.party,
            kind=kind,
            content=mentions.words(content),
            cue=mentions.words(said),
            speech_act=verb.verb.act,
        ),
        evidence=(content, at.span) if at else (content,),
        spans=tuple(sorted(spans.items())),
        inferred=inferred,
        confidence=tagged.probability,
        readers=(Reader.TAGGER,),
        rule=RULE,
    )
