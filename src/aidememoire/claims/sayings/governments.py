"""Whose "the government" is: the one state whose government, authorities or army a report names."""

import re

from aidememoire.claims.sayings.speaking_nouns import speaker_words
from aidememoire.knowledge import shipped
from aidememoire.model import Mentions, Token

_RULING = speaker_words("ruling")
_NAMED_SO = re.compile(
    r"(?:['’]s)?\s(?:government|authorities|regime|army|military|security forces|state (?:tv|television|media))\b"
)


class Governments:
    """Finds the state behind a government that one report names without its state."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._codes: frozenset[str] | None = None  # of the states whose governments are named; looked for when asked

    def state_of(self, tokens: tuple[Token, ...], first: int, last: int, head: int) -> str | None:
        """The state whose "the government" is; None for any other phrase, or where the report names several."""
        is_state_owned = any(token.lower in {"state", "government"} for token in tokens[first:last])
        noun = tokens[head].lemma
        if noun not in _RULING and not (is_state_owned and tokens[head].lower in {"tv", "television", "media"}):
            return None
        if tokens[head].tag == "NNS" and tokens[head].lower not in {"authorities", "media"}:
            return None  # "Western governments"
        if any(
            token.pos == "PROPN"
            or (token.pos == "ADJ" and token.text[0].isupper())
            or token.lower in {"a", "an", "other", "some", "many"}
            for token in tokens[first:last]
        ):
            return None
        codes = self._named()
        return next(iter(codes)) if len(codes) == 1 else None

    def _named(self) -> frozenset[str]:
        if self._codes is None:
            text, states = self._mentions.report.text, shipped().parties
            self._codes = frozenset(
                party.code
                for party in self._mentions.parties
                if states.is_state(party.code) and _NAMED_SO.match(text, party.span.end)
            )
        return self._codes
