"""Narration: where the outlet takes the word again within the sentence in which it tells what somebody said."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from aidememoire.claims.sayings.cues import STRONG, CueMatch
from aidememoire.claims.sayings.sentence_view import DASHES, THIRD_PERSON, SentenceView
from aidememoire.model import FINITE_TAGS

_WORDS: dict[str, str] = tomllib.loads(
    files("aidememoire.claims").joinpath("data/narration.toml").read_text(encoding="utf-8")
)
_LABELS = frozenset(_WORDS["labels"].split())
_EFFECTS = frozenset(_WORDS["effects"].split())
_OCCASIONS = frozenset(_WORDS["occasions"].split())
_DENYING = frozenset(_WORDS["denying"].split())

_TURNING = frozenset({"but", "while", "although", "though", "whereas"})
_AT_A_TIME = frozenset({"after", "as", "when", "before"})
_BESIDE = frozenset({"as", "after"})  # "as activists said", "after rebels said"
_LINKS = _TURNING | _AT_A_TIME | {"and"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_RELATIVES = frozenset({"which", "who", "whom", "that"})
_THEMSELVES = THIRD_PERSON | {"we", "i", "you"}
_THOUGHTS = frozenset("believe think feel hope want fear expect know see".split())
_CONDITIONS = frozenset({"if", "unless", "when"})
_KEEPING = frozenset({"continue", "keep", "maintain"})  # "with Oslo maintaining its lead" says nothing
_HAVING = frozenset({"has", "have"})
_NOW = frozenset({"VBZ", "VBP"})
_QUOTE_ENDS = frozenset({"”", '"', "''", "»", "’", "'"})
_PLACING = frozenset({"in", "at", "during"})
_STRETCHES = frozenset("day days hour hours week weeks month months".split())
_BEFORE_TIMES = frozenset("even just only soon shortly hours days weeks months".split())
_TO_SPEAKER = frozenset({"him", "her", "them"})
_MAX_LABEL = 4  # tokens of ", a widely shared claim"
_MAX_SUBJECT = 18  # tokens from a link word to its verb: "while a second fisherman, Jan Novak, said"
_MAX_OCCASION = 8  # tokens of "in a rare television interview"
_MAX_RELATIVE = 8  # tokens from "which" to the verb whose object it is: "which the two ministries deny"


@dataclass(frozen=True, slots=True)
class _Content:
    """What was said, as far as it is known before its end is."""

    cue: CueMatch
    attributions: dict[int, CueMatch]  # the sentence's verbs of saying outside quotations, by their token
    start: int  # index of its first token
    told: int  # index of its first finite verb, ``last`` where it tells no clause
    last: int  # index after the last token that it can hold


class Narration:
    """Finds the outlet's own words behind a content, within one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self.view = view
        self.tokens = view.tokens
        self.children = view.children
        self.quoted = view.quoted

    def first(self, cue: CueMatch, cues: list[CueMatch], start: int, last: int) -> int:
        """Index before which the content ends because the outlet goes on; ``last`` where it does not."""
        outside = (other for other in cues if self.quoted.around(self.tokens[other.first].start) is None)
        content = _Content(cue, {other.first: other for other in outside}, start, self._first_told(start, last), last)
        verb_of_subject = start  # furthest verb of the subjects passed: before it no clause is whole
        for at in range(start + 1, last - 1):
            if self.tokens[at - 1].dep in _SUBJECTS:
                verb_of_subject = max(verb_of_subject, self.tokens[at - 1].head)
            if self._is_anothers(at, content.attributions):
                return at
            only_opens = any(token.lower == "that" for token in self.tokens[max(start - 1, at - 2) : at])
            if verb_of_subject >= at or only_opens or self.quoted.around(self.tokens[at].start) is not None:
                continue
            end = self._end_at(content, at)
            if end is not None:
                return end
        return last

    def _end_at(self, content: _Content, at: int) -> int | None:
        """The content's end, where the outlet's words start at the link word, comma or preposition."""
        token = self.tokens[at]
        if token.lower in _LINKS and (self._turns(content, at) or self._goes_on_past(content, at)):
            return self._before(at)
        if token.text == "," and (self._labels(at + 1, content.last) or self._is_told_of(content, at + 1)):
            return at
        is_phrase = content.told >= at
        return at if is_phrase and token.lower in _PLACING and self._is_occasion(at, content.last) else None

    def _first_told(self, start: int, last: int) -> int:
        """Index of the content's first finite verb, relative clauses passed over; ``last`` where it tells no clause."""
        for at in range(start, last):
            if self.view.is_finite(at):
                verb = self.tokens[at].head if self.tokens[at].dep in {"aux", "auxpass"} else at
                if self.tokens[verb].dep not in {"relcl", "acl", "advcl"}:
                    return at
        return last

    def _is_anothers(self, at: int, attributions: dict[int, CueMatch]) -> bool:
        """Whether a quotation opens that is a sentence of its own and has an attribution behind it: “A,” she said."""
        quotation = self.quoted.opening_at(self.tokens[at].start)
        if quotation is None or not quotation.is_speech or self.tokens[at - 1].pos not in {"NOUN", "PROPN", "ADV"}:
            return False
        words = self.view.text[quotation.span.start : quotation.span.end]
        if (
            words[-1] != ","
            or not words[0].isupper()
            or not self.view.has_verb(quotation.span.start, quotation.span.end)
        ):
            return False
        end = self.quoted.token_at(quotation.outer.end)
        return any(end <= index <= end + _MAX_RELATIVE for index in attributions)

    def _goes_on_past(self, content: _Content, at: int) -> bool:
        """Whether a verb in the past goes back to who spoke: said the boats were many "and put" a toll on them."""
        is_if = self.tokens[content.start].lower in _CONDITIONS
        if is_if or self.tokens[at].lower not in {"and", "but"} or content.told >= at:
            return False
        told = self.tokens[content.told]
        verb = self.tokens[told.head]
        is_bare = told.tag == "MD" and verb.tag == "VB" and verb.lower != "be"
        is_bare = is_bare or (told.tag in _NOW and told.pos == "VERB")
        after = at + 1
        while after < content.last and self.tokens[after].pos == "ADV":
            after += 1
        is_past = after < content.last and self.tokens[after].tag == "VBD" and self.tokens[after].pos == "VERB"
        return is_bare and is_past and self.tokens[content.cue.first].tag == "VBD"

    def _before(self, at: int) -> int:
        """The index of what parts the token from the words before: a comma, "even", "hours" after."""
        while self.tokens[at - 1].lower in _BEFORE_TIMES:
            at -= 1
        is_comma = self.tokens[at - 1].text == "," and self.quoted.around(self.tokens[at - 1].start) is None
        return at - 1 if is_comma else at

    def _turns(self, content: _Content, at: int) -> bool:
        """Whether a clause of the outlet's own follows the link word."""
        told, last = content.told, content.last
        if self._is_after_deed(at, told):
            return True
        clause = self._clause(at + 1, last)
        if clause is None or self.tokens[at + 1].lower == "that" or self.tokens[at - 1].text == ".":
            return False  # "…, but that the road was shut"
        subject, verb = clause
        word = self.tokens[at].lower
        is_parted = self.tokens[at - 1].text in DASHES | _QUOTE_ENDS | {","}
        if word == "as" and self.tokens[at - 1].pos in {"ADJ", "ADV"}:
            return False  # "as long as the war lasts"
        if self._quotes_on(content, at):
            return False  # said the road was “fine”, but the bridge “shook”
        if self._is_attribution(content, word, subject, verb, is_parted):
            return True
        if self._is_denied(verb, subject):
            return word in _TURNING
        if told >= at:
            is_plain = content.cue.verb.words[0] in STRONG  # "said heavy rains when the dam broke were …"
            return not is_plain and self._follows_phrase(word, subject, verb, is_parted)
        is_past = self.tokens[content.cue.first].tag == "VBD" and self._is_put_back(told)
        return word in _TURNING and (is_parted or word == "but") and is_past and self._tense(verb) in _NOW

    def _is_put_back(self, told: int) -> bool:
        """Whether the content is told in the past, as what "he said" tells is."""
        return self.tokens[told].tag == "VBD" or self.tokens[told].lower in {"would", "could"}

    def _is_after_deed(self, at: int, told: int) -> bool:
        """Whether what the speaker did before is told: "announced the loan after hearing the farmers"."""
        after = self.tokens[at + 1]
        return self.tokens[at].lower == "after" and told >= at and after.tag == "VBG" and after.lower != "being"

    def _clause(self, at: int, last: int) -> tuple[int, int] | None:
        """Subject and verb of the clause that starts at the token, where its verb is finite."""
        for index in range(at, min(last, at + _MAX_SUBJECT)):
            token = self.tokens[index]
            if token.tag in FINITE_TAGS or token.tag in {"WDT", "WP", "WRB"} or token.text in {";", ":"}:
                return None
            if token.dep in _SUBJECTS and at <= index < token.head < last and self.view.heads_clause(token.head):
                return (index, token.head) if self.view.left(index) <= at + 1 else None
        return None

    def _is_attribution(self, content: _Content, word: str, subject: int, verb: int, is_parted: bool) -> bool:
        """Whether another speaker is told of: "…, but the ministry said …"; "… while activists said …"."""
        other = content.attributions.get(verb)
        if other is None or word in {"when", "before"} or not other.verb.frames & {"clause", "tell", "quote", "that"}:
            return False
        if other.last < self.view.sentence.last and self.tokens[other.last].lower in {"to", "a", "its", "their"}:
            return False  # "while the army continued to fire", "as the town feared a raid"
        kids = [self.tokens[child] for child in self.children.get(verb, ()) if child < verb]
        auxiliaries = [kid for kid in kids if kid.dep in {"aux", "auxpass"}]
        if any(kid.lower not in _HAVING for kid in auxiliaries):
            return False  # "but the ministry had said", "and they would say": told by who spoke first
        if word == "and" and not is_parted:
            return False
        lemma = other.verb.words[0]
        if lemma in _KEEPING or (word not in _TURNING and self._is_told_to_speaker(verb)):
            return False
        if self.tokens[subject].lower in _THEMSELVES:
            return word in {"but", "although", "though"} and is_parted and lemma in STRONG
        ends = other.last >= self.view.sentence.last or self.tokens[other.last].pos == "PUNCT"
        if ends and lemma not in STRONG:
            return False
        if word in _BESIDE:
            return not ends and lemma not in _THOUGHTS
        return is_parted or lemma not in _THOUGHTS

    def _is_told_to_speaker(self, verb: int) -> bool:
        """Whether who speaks first was told: said he fled "after the guard told him the road was shut"."""
        kids = (self.tokens[child] for child in self.children.get(verb, ()) if child > verb)
        return any(kid.dep in {"dobj", "dative"} and kid.lower in _TO_SPEAKER for kid in kids)

    def _is_denied(self, verb: int, subject: int) -> bool:
        """Whether the clause only denies what was said: "but this was denied"."""
        return self.tokens[verb].lemma in _DENYING and self.tokens[subject].lower in {"this", "that", "it"}

    def _follows_phrase(self, word: str, subject: int, verb: int, is_parted: bool) -> bool:
        """Whether the clause can't belong to a content that is a phrase: demanded a truce, but the talks went on."""
        tense = self._tense(verb)
        if word == "and":
            return is_parted and tense != "MD"
        if word == "while":
            is_theirs = self.tokens[subject].lower in _THEMSELVES  # blamed them for raiding men while they slept
            return is_parted or (tense == "VBD" and not is_theirs)
        if word in _TURNING:
            return True
        if self.tokens[subject].lower in _THEMSELVES:
            return False  # accused them of leaking it when they fled
        return tense == "VBD" or (word == "as" and is_parted and tense in _NOW)

    def _tense(self, verb: int) -> str:
        """The tag of the finite form: the verb's own, or its first auxiliary's."""
        for child in self.children.get(verb, ()):
            if child < verb and self.tokens[child].dep in {"aux", "auxpass"} and self.tokens[child].tag in FINITE_TAGS:
                return self.tokens[child].tag
        return self.tokens[verb].tag

    def _quotes_on(self, content: _Content, at: int) -> bool:
        """Whether a quotation opens further on, which nobody else is said to have spoken."""
        starts = self.quoted.starts_within(self.tokens[at].start, self.tokens[content.last - 1].end)
        speech = [start for start in starts if self.quoted.around(start) is not None]
        return bool(speech) and not any(at <= index < content.last for index in content.attributions)

    def _labels(self, at: int, last: int) -> bool:
        """Whether the words before are given a name or a place in time: "…, a charge that …", "…, a day after …"."""
        if at >= last or self.tokens[at].pos not in {"DET", "NUM", "NOUN", "ADV"}:
            return False
        near = self.tokens[at : min(last, at + _MAX_LABEL)]
        if self.tokens[at].lower in {"a", "an"}:
            noun = next((i for i, token in enumerate(near) if token.pos == "NOUN"), None)
            if noun is not None and near[noun].lower in _LABELS:
                return True
        for index, token in enumerate(near[:-1]):
            if token.lower in _STRETCHES and near[index + 1].lower == "after":
                return self._clause(at + index + 2, last) is not None
        return False

    def _is_told_of(self, content: _Content, at: int) -> bool:
        """Whether what follows the comma is an effect, or a relative clause in which somebody else speaks."""
        attributions, last = content.attributions, content.last
        if at + 1 >= last:
            return False
        token = self.tokens[at]
        if token.tag == "VBG" and token.lower in _EFFECTS:
            return True
        if token.lower == "with":
            return self._is_with_another(attributions, at, last)
        if token.pos == "ADP" and self.tokens[at + 1].tag in {"WDT", "WP"}:
            at, token = at + 1, self.tokens[at + 1]
        if at + 1 >= last or token.lower not in _RELATIVES or token.tag not in {"WDT", "WP"}:
            return False
        if self.tokens[at + 1].text == ",":
            return False
        for index in range(at + 1, min(last, at + _MAX_RELATIVE)):
            verb = self.tokens[index]
            if verb.pos == "VERB" and self.view.heads_clause(index):
                return self._is_told_by_another(attributions, at, index)
        return False

    def _is_with_another(self, attributions: dict[int, CueMatch], at: int, last: int) -> bool:
        """Whether somebody else is told of beside: "…, with one group putting the toll at nine"."""
        for index in range(at + 2, min(last, at + _MAX_SUBJECT)):
            token = self.tokens[index]
            if token.tag in FINITE_TAGS or token.text in {";", ":"}:
                return False
            if token.tag == "VBG":
                is_behind_name = self.tokens[index - 1].pos in {"NOUN", "PROPN", "PUNCT", "ADV"}
                return index in attributions and is_behind_name and token.lemma not in _KEEPING
        return False

    def _is_told_by_another(self, attributions: dict[int, CueMatch], at: int, verb: int) -> bool:
        """Whether the relative clause's verb has a subject of its own that says or denies what stood before."""
        kids = [child for child in self.children.get(verb, ()) if at < child < verb]
        subject = next((child for child in kids if self.tokens[child].dep == "nsubj"), None)
        if subject is None:
            return False
        cue = attributions.get(verb)
        says = cue is not None and cue.verb.words[0] in STRONG
        if says or self.tokens[verb].lemma in _DENYING:
            return True
        has = any(self.tokens[child].lower in _HAVING for child in kids)
        return cue is not None and has and self.tokens[subject].lower not in _THEMSELVES

    def _is_occasion(self, at: int, last: int) -> bool:
        """Whether the words tell where it was said: "in a letter to the council"."""
        if self.tokens[at + 1].lower not in {"a", "an", "his", "her", "their", "its"}:
            return False
        rest = self.tokens[at + 1 : last]
        if any(
            token.lower == "against" or (token.tag == "TO" and after.tag == "VB") for token, after in pairwise(rest)
        ):
            return False  # warned the town in a letter against building there
        for index in range(at + 2, min(last, at + _MAX_OCCASION)):
            token = self.tokens[index]
            if token.pos not in {"NOUN", "ADJ", "PROPN", "PUNCT", "NUM"} and token.tag not in {"VBG", "VBN"}:
                return False
            if token.lower in _OCCASIONS:
                return True
        return False
