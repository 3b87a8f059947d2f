"""Concerning: whom a promise that one party made alone is about, by the parties that its words name."""

import re
from collections.abc import Iterable, Sequence

from aidememoire.knowledge.parties import Parties
from aidememoire.model import NameForm, Record
from aidememoire.register import Register

# "told reporters in Singapore": a place, and nobody to whom anything is promised.
_AS_PLACE = re.compile(r"\b(?:in|from|at|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_ADJECTIVES = frozenset({NameForm.DEMONYM, NameForm.ADJECTIVE})  # "take in Syrian refugees": no place
# A body is where states act ("vote for it in the UN"), and no third party to what two of them do.
_THIRD_PARTIES = frozenset({"state", "former_state", "entity", "movement"})


def of_others_alone(
    register: Register, promises: Sequence[Record], between: tuple[str, str], parties: Parties
) -> set[str]:
    """The ids of the promises made by one of the two that are to or about others, and not the other of the two.

    Accepts "send Tonga a patrol boat" of Australia, between Australia and Japan; refuses "send two ships to the
    exercise", and "build a port in Tonga together with Japan". Of a promise that is told at no occasion of theirs the
    sentence around its words is asked, too, where the words name nobody.
    """
    others = {record.id for record in promises if _names_others(record.values["content"], record, between, parties)}
    unnamed = [
        record
        for record in promises
        if record.id not in others
        and not record.links.get("meeting")
        and not _named(record.values["content"], parties) - set(record.values["made_by"])
    ]
    sentences = _sentences(register, unnamed)
    return others | {
        record.id
        for record in unnamed
        if all(_names_others(sentence, record, between, parties) for sentence in sentences[record.id])
    }


def _names_others(words: str, record: Record, between: tuple[str, str], parties: Parties) -> bool:
    """Whether the words name a third party, and of the two nobody but who promises."""
    makers = set(record.values["made_by"])
    if (_named(words, parties) - makers) & set(between):
        return False
    others = _named(words, parties, is_by_capital=False) - makers
    return any(_is_third_party(code, parties) for code in others)


def _named(words: str, parties: Parties, *, is_by_capital: bool = True) -> set[str]:
    """The parties that the words name; "the Paris accord" is an accord, and "sent to Paris" need not be to France."""
    return {
        code
        for name in parties.scan(words)
        for code in (name.code, *name.alternatives)
        if is_by_capital or name.form is not NameForm.METONYM
        if name.form in _ADJECTIVES or not _AS_PLACE.search(words[: name.start])
    }


def _is_third_party(code: str, parties: Parties) -> bool:
    party = parties.get(code)
    return party is not None and party.kind in _THIRD_PARTIES


def _sentences(register: Register, records: Iterable[Record]) -> dict[str, list[str]]:
    """Id of a record → the sentences in which its claims stand."""
    ids = {record.id: sorted({support.claim for support in record.support}) for record in records}
    claims = register.claims(sorted({claim for own in ids.values() for claim in own}))
    texts = register.texts(sorted({claim.report for claim in claims.values()}))
    return {
        name: [texts[claims[claim].report].words(claims[claim].evidence[0]) for claim in own]
        for name, own in ids.items()
    }
