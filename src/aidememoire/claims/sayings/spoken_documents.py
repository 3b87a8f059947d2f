"""Whose a document is that speaks: "the statement said", "a report by the agency found", "the letter's issuer"."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from aidememoire.claims.sayings.heard import Heard, Speaker
from aidememoire.claims.sayings.report_names import clean_name
from aidememoire.claims.sayings.speaking_nouns import can_speak, speaker_words
from aidememoire.model import ActorKind, Mentions, Span, Token

_ISSUED = speaker_words("issued")
_SENT = frozenset({"message", "telegram"})
_DOCUMENTS = speaker_words("documents")
_ACCOUNTS = speaker_words("accounts")
_RETOLD = frozenset({"report"})  # "The report said": of whoever has just reported
_OWNING = frozenset({"from", "by", "of"})
_DRAFTED = frozenset({"agreed", "compromise", "draft", "final", "revised", "treaty", "resolution"})
_IN_PHRASE = frozenset({"DET", "PROPN", "NOUN", "ADJ", "PART"})
_MAX_APART = 6  # tokens from "statement" to "by" in "a statement posted late on Monday by the ministry"
_MAX_LIST = 16  # tokens from a comma to the "and" of a list of names
_BARE = frozenset({"the", "its", "a"})
_MAX_BARE = 2  # tokens of "the statement"; "the Security Council statement" says whose it is
_BACK = 4  # sentences in which a document was introduced with whose it is
_RECENT = 5  # sentences since somebody issued one

OfPhrase = Callable[[tuple[Token, ...], int, int, int], Speaker | None]


class SpokenDocuments:
    """Finds whose the documents of one report are."""

    def __init__(self, mentions: Mentions, heard: Heard, of_phrase: OfPhrase) -> None:
        self._mentions = mentions
        self._heard = heard
        self._of_phrase = of_phrase
        self._first_at: dict[str, int] = {}  # word → where it stands first in the text

    def speaker(self, tokens: tuple[Token, ...], first: int, last: int, head: int, span: Span) -> Speaker | None:
        """Who speaks in the document that the tokens name; None where they name none, or nobody is surely meant.

        CASE "the message of the ministry read": the ministry's; "the message read": whose the report is about.
        CASE "a statement by the ministry", "a White House statement": whose words stand beside the noun.
        CASE "the report", after "a report by the agency": the agency's.
        CASE "the statement": whoever issued one, or spoke, just now.
        """
        noun = tokens[head]
        sender = self._owner(tokens, first, head) if noun.lower in _SENT else None
        if sender is not None:
            return sender
        if noun.lower in _ISSUED and not self._is_draft(tokens, first, head):
            issuer = self._issuer()
            if issuer is not None:
                given = (("speaker", f"the {noun.lower}'s issuer"),)
                return Speaker(issuer.name, issuer.party, span, is_person=True, inferred=given)
        if noun.lemma not in _DOCUMENTS | _ACCOUNTS:
            return None
        owner = self._owner(tokens, first, head)
        if owner is not None:
            self._heard.by_head[noun.lower] = owner
            return owner
        if last - first > _MAX_BARE or tokens[first].lower not in _BARE:
            return None
        former = self._introduced(tokens, head)
        if former is not None and tokens[first].lower != "a":
            why = f"the {noun.lower} was introduced as that of {former.name}"
            return replace(former, span=span, inferred=(("speaker", why),))
        if noun.lemma in _ACCOUNTS and (noun.lemma not in _RETOLD or not self._is_first(noun)):
            return None
        known = self._recent(is_open=tokens[first].lower == "a")
        if known is None or known.name is None:
            return None
        why = f"the {noun.lower} of whoever issued one or spoke last"
        return replace(known, span=span, inferred=(("speaker", why),))

    def _is_draft(self, tokens: tuple[Token, ...], first: int, head: int) -> bool:
        """Whether the noun is the text of what is agreed on, or may be: "the draft text said" goes by that name."""
        return any(token.lower in _DRAFTED for token in tokens[first:head])

    def _recent(self, is_open: bool) -> Speaker | None:
        """Whoever issued a statement lately, else who spoke just now; of "a statement", only a body."""
        heard = self._heard
        if is_open and heard.last_body is not None and heard.at - heard.body_at <= 1:
            return heard.last_body
        if heard.last_issuer is not None and heard.at - heard.issued_at <= _RECENT:
            return heard.last_issuer
        return heard.last if not is_open and heard.at - heard.last_at <= 1 else None

    def _owner(self, tokens: tuple[Token, ...], first: int, head: int) -> Speaker | None:
        """Whose it is by the words beside it: "a report from the African Union", "a White House statement"."""
        at = self._marker(tokens, head)
        if at is not None:
            end = self._phrase_end(tokens, at + 1)
            owner = next((i for i in range(at + 1, end) if tokens[i].dep == "pobj" and tokens[i].head == at), -1)
            is_owner = (
                owner > 0 and can_speak(tokens, owner, False) and not self._is_from_place(tokens, head, at, owner)
            )
            return self._of_phrase(tokens, at + 1, end, owner) if is_owner else None
        if tokens[head].lemma not in _DOCUMENTS:
            return None  # "the Senate report" goes by that name
        genitive = head - 1
        while genitive > first and tokens[genitive].pos == "ADJ":
            genitive -= 1
        if genitive > first and tokens[genitive].tag == "POS" and can_speak(tokens, genitive - 1, False):
            return self._of_phrase(tokens, first, genitive, genitive - 1)  # "the minister's last letter"
        start = first + 1 if tokens[first].pos == "DET" else first
        is_named = start < head and tokens[head - 1].pos in {"PROPN", "NOUN"} and can_speak(tokens, head - 1, False)
        if not is_named or not any(token.pos == "PROPN" for token in tokens[start:head]):
            return None
        return self._of_phrase(tokens, start, head, head - 1)

    def _is_from_place(self, tokens: tuple[Token, ...], head: int, at: int, owner: int) -> bool:
        """Whether the reports only come from there: "Reports from Libya suggest" are not Libya's."""
        if tokens[at].lower != "from" or tokens[head].lemma != "report":
            return False
        entities = self._mentions.entities
        found = bisect_left(entities, tokens[owner].end, key=lambda entity: entity.span.end)
        is_inside = found < len(entities) and entities[found].span.start <= tokens[owner].start
        return is_inside and entities[found].label in {"GPE", "LOC"}

    def _introduced(self, tokens: tuple[Token, ...], head: int) -> Speaker | None:
        """Whose the same document was where the report spoke of it before."""
        sentences = self._mentions.sentences
        start = sentences[max(0, self._heard.at - _BACK)].first
        for index in range(head - 1, start - 1, -1):
            if tokens[index].lower != tokens[head].lower:
                continue
            first = index
            while first > start and tokens[first - 1].pos in {"PROPN", "NOUN", "ADJ"}:
                first -= 1
            owner = self._owner(tokens, first, index)
            if owner is not None:
                return owner
        return None

    def _is_first(self, token: Token) -> bool:
        """Whether the word stands nowhere before: "the report" is then what somebody has just reported."""
        if token.lower not in self._first_at:
            found = re.search(rf"\b{re.escape(token.lower)}\b", self._mentions.report.text, re.IGNORECASE)
            self._first_at[token.lower] = found.start() if found else token.start
        return self._first_at[token.lower] >= token.start

    def _marker(self, tokens: tuple[Token, ...], head: int) -> int | None:
        """Index of the word that says whose it is: "a report by …", "a statement posted on Monday by …"."""
        for at in range(head + 1, min(head + 1 + _MAX_APART, len(tokens) - 1)):
            is_owning = tokens[at].lower == "by" or (at == head + 1 and tokens[at].lower in _OWNING)
            if is_owning:
                return at
            if tokens[head + 1].tag != "VBN" or tokens[at].pos == "PUNCT":
                return None
        return None

    def _phrase_end(self, tokens: tuple[Token, ...], at: int) -> int:
        """Index after "the Ministry of Mines" in "a statement from the Ministry of Mines on Monday"."""
        while at < len(tokens) - 1:
            is_joining = tokens[at].lower in {"of", "for", "at"} and tokens[at + 1].pos in {"PROPN", "DET"}
            is_list = tokens[at].text == "," and tokens[at + 1].pos in {"PROPN", "CCONJ"} and self._is_list(tokens, at)
            if (
                tokens[at].pos not in _IN_PHRASE
                and tokens[at].tag != "PRP$"
                and not is_joining
                and not is_list
                and tokens[at].lower != "and"
            ):
                break
            at += 1
        return at

    def _is_list(self, tokens: tuple[Token, ...], comma: int) -> bool:
        """Whether names go on up to ", and" after the comma: "by Jan Novak, Speaker Ada Lind, and Per Berg"."""
        for at in range(comma + 1, min(comma + _MAX_LIST, len(tokens))):
            if tokens[at].lower == "and":
                return tokens[at - 1].text == ","
            if tokens[at].pos not in {"PROPN", "NOUN"} and tokens[at].text != ",":
                return False
        return False

    def _issuer(self) -> Speaker | None:
        """Whose message the report is about: the first person that it names."""
        if self._heard.last_person:
            return self._heard.last_person
        for actor in self._mentions.actors:
            if actor.kind is ActorKind.PERSON:
                return Speaker(actor.name, actor.party, None, is_person=True)
        for entity in self._mentions.entities:
            if entity.label == "PERSON":
                return Speaker(clean_name(self._mentions.words(entity.span)), None, None, is_person=True)
        return None
