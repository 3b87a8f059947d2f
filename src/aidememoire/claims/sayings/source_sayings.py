"""Sayings whose source is no verb's subject: "according to the ministry, …", "as was noted in the Kremlin, …"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aidememoire.claims.sayings.cues import CueVerb, cue_verbs
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.quoted import longest_part
from aidememoire.claims.sayings.said_at import SaidAt
from aidememoire.claims.sayings.said_words import Saying, is_told_already, trimmed
from aidememoire.claims.sayings.sentence_view import DASHES, SentenceView
from aidememoire.claims.sayings.speakers import Speakers
from aidememoire.claims.sayings.speaking_nouns import PROVIDING, can_speak, is_human, is_record, speaker_words
from aidememoire.claims.sayings.subjects import Subject, Subjects
from aidememoire.model import Quotation, SpeechAct, Token

_LEADING_ON = frozenset({"which", "who", "that", "and", "but", "as", "because", "since", "while", "where"})
_OPINIONS = frozenset("words opinion view judgement judgment assessment estimation".split())
_NAMING = {  # the word before → the nouns by which it names whose words follow, where commas part them
    "by": frozenset("words word estimate estimates calculations reckoning".split()),
    "on": frozenset({"opinion"}),
    "from": frozenset("view viewpoint standpoint perspective".split()),
}
_SOURCED = speaker_words("sourced")
_OWNING = frozenset({"of", "from", "by"})
_BE = frozenset({"is", "are", "was", "were"})
_AT = frozenset({"in", "at"})
_STATEMENTS = speaker_words("documents") | {"message"}
_PARTING = DASHES | {",", "”", '"', "''", "»"}
_OBJECTS = frozenset({"him", "her", "them"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_CITING = frozenset({"citing", "quoting"})
_ONES_OWN = frozenset({"our", "my"})  # "according to our estimates": so the speaker himself thinks
_MIN_TOLD = 4  # words after "According to X," that are a clause whatever the tagger makes of them
_MAX_SOURCE = 30  # tokens after "according to"
_MAX_NOUN = 7  # tokens from "in" to "opinion"
_MAX_BEHIND_NOUN = 8  # tokens of "opinion of the head of the union"
_MAX_APPOSED = 12  # tokens of ", Jan Novak," behind "according to the head of the union"


def names_source(tokens: Sequence[Token], index: int) -> bool:
    """Whether "according to", "in X's opinion" or "as noted in" starts at the token."""
    return _names_owner(tokens, index) or _noted(tokens, index) is not None


def _noted(tokens: Sequence[Token], index: int) -> int | None:
    """Index of the "in" or "by" of "as (it is) noted in", "…, added in": words told of by where they come from."""
    is_as = tokens[index].lower == "as"
    at = index + 1 if is_as else index
    if is_as and tokens[at].lower == "it":
        at += 1
    if at + 2 < len(tokens) and tokens[at].lower in _BE:
        at += 1
    is_behind = index > 0 and tokens[index - 1].text in _PARTING
    has_left = is_as and index > 0 and tokens[index - 1].pos != "PUNCT"  # "built as was noted in the plan"
    if at + 2 >= len(tokens) or tokens[at].tag not in {"VBN", "VBD"} or has_left or not (is_as or is_behind):
        return None
    is_by = is_as and tokens[at + 1].lower == "by"
    if not is_by and tokens[at + 1].lower not in _AT:
        return None
    verbs = cue_verbs().get(tokens[at].lemma, ())
    return at + 1 if any(len(verb.words) == 1 and _tells(verb) for verb in verbs) else None


def _tells(verb: CueVerb) -> bool:
    """Whether the verb tells a clause as it is: "as noted by the envoy", not "as proposed by the envoy"."""
    return "clause" in verb.frames and verb.act in {SpeechAct.ASSERTS, SpeechAct.ANNOUNCES}


def _names_owner(tokens: Sequence[Token], index: int) -> bool:
    """Whether "according to" or "in X's opinion" starts at the token."""
    word = tokens[index].lower
    nouns = _OPINIONS if word == "in" else _NAMING.get(word, frozenset())
    return (word == "according" and tokens[index + 1].lower == "to") or (
        bool(nouns) and any(tokens[i].lower in nouns for i in range(index + 2, min(index + _MAX_NOUN, len(tokens))))
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
        self._said_at = SaidAt(view.mentions)

    def read(self, index: int, found: list[Saying]) -> Iterator[Saying]:
        """ "according to the ministry, …"; "…, according to the ministry"; "in the envoy's opinion, …"."""
        tokens, sentence = self.tokens, self.sentence
        noted = _noted(tokens, index)
        at = noted + 1 if noted is not None else index + 2 if tokens[index].lower == "according" else index + 1
        end = self._source_end(at)
        if (noted is not None or tokens[index].lower in _NAMING) and not self._is_apart(index, end):
            return  # "moved by the words of the envoy"; "Novak, named in a note, left"
        head, is_owner = self._source_head(at, end, index)
        if head is None or tokens[head].lemma in PROVIDING or (noted and not self._is_heard_at(noted, head)):
            return
        is_pronoun = tokens[head].lower in _OBJECTS | _POSSESSIVES
        if not can_speak(tokens, head, False) and not is_record(tokens[head]) and not is_pronoun:
            return
        if is_record(tokens[head]) and any(tokens[i].lower in _ONES_OWN for i in range(at, head)):
            return
        phrase = Subject(head, head + 1, head) if is_pronoun else self.subjects.phrase(head, -1)
        if phrase is None or not at <= phrase.first < end:
            return
        start, stop, quote = 0, 0, None
        comma, end = end, self._after_apposed(head, end)
        goes_on = end < sentence.last and tokens[end].text == ","
        if index - sentence.first > 4 or (index > sentence.first + 3 and tokens[index - 1].text in DASHES | {",", "”"}):
            start, stop = self.view.content_start(), tokens[index].start
            quote = self.quoted.ending_before(tokens[index].start)
            if noted is not None and quote is None and self.quoted.starts_at(start):
                return  # “A,” Novak, a guard, noted in a letter
            if goes_on and tokens[index - 1].text == "," and tokens[index - 2].lower in _LEADING_ON:
                start, stop, quote = tokens[end].end, sentence.span.end, None
        elif goes_on:
            start, stop = tokens[self._after_citing(end)].end, sentence.span.end
        opens = index <= sentence.first + 1 and (is_owner or tokens[index].lower == "according")
        is_told = self.view.has_verb(start, stop) or (opens and len(self.view.text[start:stop].split()) >= _MIN_TOLD)
        if stop <= start or not is_told or is_told_already(start, stop, found):
            return
        possessive = next((i for i in range(head + 1, end) if tokens[i].tag == "POS"), end)
        last_named = min(phrase.last, possessive if is_owner else end)  # "in the head of state's opinion": no opinion
        speaker = self.speakers.of_phrase(tokens, phrase.first, last_named, head)
        if comma == end and self._names_next(speaker, tokens[last_named - 1].end):
            speaker = self.speakers.as_told(phrase.first, last_named)  # "According to the mayor, Novak stole it"
        if speaker is None or (tokens[head].lemma in _STATEMENTS and speaker.name == tokens[head].text):
            return  # "as noted in the statement": whose?
        whole = self._all_of(start, stop)
        if quote is not None and not self.quoted.leads_into(quote, self.view.content_start()):
            start, stop = longest_part(quote).start, longest_part(quote).end
        elif whole is not None:
            start, stop, quote = longest_part(whole).start, longest_part(whole).end, whole
        else:
            quote = None
        last = at if noted is not None or tokens[index].lower == "according" else end
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

    def _is_heard_at(self, word: int, head: int) -> bool:
        """Whether what stands after "in" is a house or its statement; after "by", who can speak."""
        noun = self.tokens[head]
        if self.tokens[word].lower == "by":
            return can_speak(self.tokens, head, False)
        return noun.lemma in _STATEMENTS or self._said_at.is_house(noun)

    def _is_apart(self, index: int, end: int) -> bool:
        """Whether it opens or closes the sentence, apart from the words: "By his words, A."; "A, by his words"."""
        tokens, sentence = self.tokens, self.sentence
        if index <= sentence.first + 1:
            return end < sentence.last and tokens[end].text == ","
        is_last = all(tokens[i].pos == "PUNCT" for i in range(end, sentence.last))
        has_own = any(tokens[c].dep in {"nsubj", "nsubjpass"} for c in self.children.get(index, ()))
        return is_last and not has_own and tokens[index - 1].text in _PARTING

    def _names_next(self, speaker: Speaker | None, end: int) -> bool:
        """Whether the speaker was taken for the person whose name opens the words after the comma."""
        persons = self.view.mentions.persons
        at = bisect_left(persons, end, key=lambda person: person.span.start)
        if speaker is None or at >= len(persons) or speaker.span is None or speaker.span.end > end:
            return False
        is_next = self.view.text[end : persons[at].span.start].strip(" ") == ","
        is_same = speaker.name == self.view.mentions.actors[persons[at].actor].name
        return is_next and is_same and not any(field == "speaker" for field, _ in speaker.inferred)

    def _after_apposed(self, head: int, end: int) -> int:
        """The comma after ", Jan Novak," behind "according to the head of the union"; else the same place."""
        tokens = self.tokens
        is_open = end + 1 < self.sentence.last and tokens[end].text == "," and is_human(tokens[head])
        if not is_open:
            return end
        later = range(end + 2, min(end + _MAX_APPOSED, self.sentence.last - 1))
        comma = next((i for i in later if tokens[i].text == ","), None)
        persons, start = self.view.mentions.persons, tokens[end + 1].start
        named = bisect_left(persons, start, key=lambda person: person.span.start)
        is_name = comma is not None and named < len(persons) and persons[named].span.start == start
        return comma if comma and is_name and persons[named].span.end == tokens[comma - 1].end else end

    def _source_head(self, at: int, end: int, index: int) -> tuple[int | None, bool]:
        """Index of the noun that names whose words follow, and whether it owns another: "in the envoy's opinion"."""
        tokens = self.tokens
        word = tokens[index].lower
        if _noted(tokens, index) is not None:
            return self._according_to(at, end, at - 2), False
        if word != "according":
            nouns = _OPINIONS if word == "in" else _NAMING[word]
            noun = next((i for i in range(at, end) if tokens[i].lower in nouns), None)
            return (None if noun is None or end - noun > _MAX_BEHIND_NOUN else self._owner(noun, at, end)), True
        head = self._according_to(at, end, index)
        owner = self._owner(head, at, end) if head is not None and tokens[head].lower in _SOURCED else None
        return (owner, True) if owner is not None else (head, False)

    def _according_to(self, at: int, end: int, index: int) -> int | None:
        """Index of the noun of what stands after "according to"."""
        tokens = self.tokens
        for i in range(at, end):
            if tokens[i].dep == "pobj" and tokens[i].head in {index, index + 1}:
                return i
        for i in range(at, end):
            is_last = i + 1 == end or tokens[i + 1].pos not in {"NOUN", "PROPN"}
            if tokens[i].pos in {"NOUN", "PROPN", "PRON"} and is_last:
                return i
        return None

    def _owner(self, noun: int, at: int, end: int) -> int | None:
        """Whose opinion the noun names: "his opinion", "the envoy's opinion", "data (sent) by the ministry"."""
        tokens = self.tokens
        owner = next((i for i in range(at, noun) if tokens[i].lower in _POSSESSIVES and tokens[i].tag == "PRP$"), None)
        if owner is not None:
            return owner if end == noun + 1 else None
        owner = next((i for i in range(noun - 2, at - 1, -1) if tokens[i + 1].tag == "POS"), None)
        if owner is not None and tokens[owner].pos in {"PROPN", "NOUN"}:
            if owner - 2 >= at and tokens[owner - 1].lower == "of" and tokens[owner - 2].pos == "NOUN":
                owner -= 2  # "in the head of state's opinion"
            return owner if end == noun + 1 else None
        marker = noun + 2 if noun + 1 < end and tokens[noun + 1].tag == "VBN" else noun + 1
        if marker >= end or tokens[marker].lower not in _OWNING:
            return None
        owner = next((i for i in range(marker + 1, end) if tokens[i].dep == "pobj" and tokens[i].head == marker), None)
        return None if owner is None or self._is_time(owner) else owner

    def _is_time(self, index: int) -> bool:
        """Whether the token stands in a time: "data from September" are nobody's."""
        times, token = self.view.mentions.times, self.tokens[index]
        at = bisect_left(times, token.end, key=lambda time: time.span.end)
        return at < len(times) and times[at].span.start <= token.start
