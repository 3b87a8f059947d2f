"""Sayings whose source is named without a verb: "according to the ministry, …", "in the envoy's opinion, …"."""

from collections.abc import Iterator, Sequence

from aidememoire.claims.sayings.quoted import longest_part
from aidememoire.claims.sayings.said_words import Saying, is_told_already, trimmed
from aidememoire.claims.sayings.sentence_view import DASHES, SentenceView
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.claims.sayings.speaking_nouns import PROVIDING, can_speak, is_record
from aidememoire.claims.sayings.subjects import Subjects
from aidememoire.model import Quotation, SpeechAct, Token

_LEADING_ON = frozenset({"which", "who", "that", "and", "but", "as", "because", "since", "while", "where"})
_OPINIONS = frozenset("words opinion view judgement judgment assessment estimation".split())
_CITING = frozenset({"citing", "quoting"})
_ONES_OWN = frozenset({"our", "my"})  # "according to our estimates": so the speaker himself thinks
_MIN_TOLD = 4  # words after "According to X," that are a clause whatever the tagger makes of them
_MAX_SOURCE = 30  # tokens after "according to"


def names_source(tokens: Sequence[Token], index: int) -> bool:
    """Whether "according to" or "in X's opinion" starts at the token."""
    word = tokens[index].lower
    return (word == "according" and tokens[index + 1].lower == "to") or (
        word == "in" and any(tokens[i].lower in _OPINIONS for i in range(index + 2, min(index + 7, len(tokens))))
    )


class SourceSayings:
    """Reads the sources of one sentence."""

    def __init__(self, view: SentenceView, subjects: Subjects, speakers: Speakers) -> None:
        self.view = view
        self.subjects = subjects
        self.speakers = speakers
        self.quoted = view.quoted
        self.tokens = view.tokens
        self.sentence = view.sentence
        self.children = view.children

    def read(self, index: int, found: list[Saying]) -> Iterator[Saying]:
        """ "according to the ministry, …"; "…, according to the ministry"; "in the envoy's opinion, …"."""
        tokens, sentence = self.tokens, self.sentence
        at = index + 2 if tokens[index].lower == "according" else index + 1
        end = self._source_end(at)
        head = self._source_head(at, end, index)
        if head is None or tokens[head].lemma in PROVIDING:
            return
        if not can_speak(tokens, head, False) and not is_record(tokens[head]):
            return
        if is_record(tokens[head]) and any(tokens[i].lower in _ONES_OWN for i in range(at, head)):
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
            start, stop = tokens[self._after_citing(end)].end, sentence.span.end
        opens = index <= sentence.first + 1 and tokens[index].lower == "according"
        is_told = self.view.has_verb(start, stop) or (opens and len(self.view.text[start:stop].split()) >= _MIN_TOLD)
        if stop <= start or not is_told or is_told_already(start, stop, found):
            return
        possessive = next((i for i in range(head + 1, end) if tokens[i].tag == "POS"), end)
        is_view = tokens[index].lower == "in"  # "in the head of state's opinion": up to the possessive
        last_named = min(phrase.last, possessive if is_view else end)
        speaker = self.speakers.of_phrase(tokens, phrase.first, last_named, head)
        if speaker is None:
            return
        whole = self._all_of(start, stop)
        if quote is not None and not self.quoted.leads_into(quote, self.view.content_start()):
            start, stop = longest_part(quote).start, longest_part(quote).end
        elif whole is not None:
            start, stop, quote = longest_part(whole).start, longest_part(whole).end, whole
        else:
            quote = None
        last = at if tokens[index].lower == "according" else end
        cue = (tokens[index].start, tokens[last - 1].end)
        act = SpeechAct.ASSERTS
        yield Saying(
            *trimmed(self.view.text, start, stop), cue, speaker, quote, "according", sentence, index, 0.8, act=act
        )

    def _all_of(self, start: int, stop: int) -> Quotation | None:
        """The quotation that is all that stands between the positions: "According to Novak, “A”."."""
        while start < stop and self.view.text[start].isspace():
            start += 1
        quotation = self.quoted.opening_at(start)
        if quotation is None or not quotation.is_speech or not quotation.outer.end <= stop <= quotation.outer.end + 2:
            return None
        return quotation

    def _after_citing(self, comma: int) -> int:
        """The comma after "citing the ministry", where that follows the source: "according to Reuters, citing …, A"."""
        if comma + 1 >= self.sentence.last or self.tokens[comma + 1].lower not in _CITING:
            return comma
        later = range(comma + 2, min(comma + _MAX_SOURCE, self.sentence.last - 1))
        return next((i for i in later if self.tokens[i].text == ","), comma)

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
