"""Descriptions: who is called a diplomat, officer or official of a party, by words that are no office of the table.

CASE "Ana Poe, a senior Peruvian diplomat,"; CASE "State Department official Ana Poe"; CASE "Ana Poe, a member of Peru's
parliament"; CASE "Ana Poe, who heads Peru's council". Without a party in its words a description says nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge.parties import STATE_KINDS, Parties
from aidememoire.language.people.office_extent import find_modifier
from aidememoire.language.people.office_table import load_rows, office_table
from aidememoire.language.people.office_words import ARTICLES, HYPHENS, INSTITUTIONS, POSSESSIVES
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, OfficeMention, PartyMention, Sentence, Token

OPENERS = frozenset({",", "(", "–", "—"})
OWNING = frozenset({NameForm.ADJECTIVE, NameForm.ABBREVIATION})  # before a word they say whose it is
MAX_RUN = 9  # words of a description: "a senior official of the Peruvian interior ministry" up to "official"
MAX_HOUSE = 10  # words of the body behind it: "of the Peruvian parliament's foreign affairs committee"
SMALL = frozenset({"of", "the", "for", "and", "on", "'s", "’s"})
NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
GAP = re.compile(r"\b(of|for|at|in|with|from) {2,}(?!the\b)")  # where a party's name stood: "of Japan's council"
MAX_BACK = 10  # words from a description to the comma before the name: "the top diplomat for East Asia, Ana Poe,"


@dataclass(frozen=True, slots=True)
class Callings:
    """The table of callings."""

    titles: dict[str, str]  # before a name, in lower case → office
    ranks: dict[str, str]  # word of a rank → in full
    senior: frozenset[str]  # last words of ranks that are offices by themselves
    junior: frozenset[str]  # and of those that are only with a state's name
    services: frozenset[str]  # may stand between the state and the rank
    civil: frozenset[str]  # before "General" they make another office
    heads: frozenset[str]  # of descriptions
    mere: frozenset[str]  # of those that say less than any office
    members: frozenset[str]  # of those whose party stands behind
    bodies: frozenset[str]  # before the body
    holding: frozenset[str]  # from "who" to the office
    once_held: frozenset[str]
    private: frozenset[str]  # words of bodies that are no state's
    leading: dict[str, str]  # verb → what one is of the body
    led: dict[str, str]  # participle → what one is of what is led by him
    led_bodies: frozenset[str]
    factions: frozenset[str]  # parties within a state


@cache
def callings() -> Callings:
    """The English table, loaded once."""
    rows = load_rows("callings.toml")
    return Callings(
        titles=rows["title"],
        ranks=rows["rank"],
        senior=frozenset(rows["ranks"]["senior"]),
        junior=frozenset(rows["ranks"]["junior"]),
        services=frozenset(rows["ranks"]["services"]),
        civil=frozenset(rows["ranks"]["civil"]),
        heads=frozenset(rows["description"]["heads"]),
        mere=frozenset(rows["description"]["mere"]),
        members=frozenset(rows["description"]["members"]),
        bodies=frozenset(rows["description"]["bodies"]),
        holding=frozenset(rows["relative"]["holding"]),
        once_held=frozenset(rows["relative"]["once_held"]),
        private=frozenset(rows["description"]["private"]),
        leading=rows["leading"],
        led=rows["led"],
        led_bodies=frozenset(rows["led_bodies"]["words"]),
        factions=frozenset(rows["faction"]["words"]),
    )


def is_description(office: str) -> bool:
    """Whether the office is but a description or a rank, so that any office that the person has says more.

    >>> is_description("senior diplomat"), is_description("major general"), is_description("secretary general")
    (True, True, False)
    """
    words = office.split()
    return is_rank(office) or words[-1] in callings().mere or words[0] == "member"


def is_rank(office: str) -> bool:
    """Whether the office is but an officer's rank.

    >>> is_rank("major general"), is_rank("attorney general"), is_rank("senior diplomat")
    (True, False, False)
    """
    words = office.split()
    return words[-1] in callings().senior | callings().junior and not callings().civil & set(words)


def described_after(end: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """The description behind a name that ends before the index; None where none is, or none with a party."""
    tokens = positions.mentions.tokens
    if end + 2 >= sentence.last or tokens[end].text not in OPENERS:
        return None
    first = end + 1
    if tokens[first].lower == "who":
        return _leading(first + 1, sentence, positions)
    first += tokens[first].lower in ARTICLES
    last = first
    head = None
    while last < min(sentence.last, first + MAX_RUN) and _is_of_run(last, positions):
        if tokens[last].lower in callings().heads | callings().members:
            head = last
        last += 1
    if head is None or head + 1 < last:  # "a general store", "an army officer training programme"
        return None
    return _described(first, head, sentence, positions)


def described_before(first: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """The description before a name that starts at the index: CASE "senior Peruvian diplomat (Ana Poe)"."""
    tokens = positions.mentions.tokens
    head = first - 1
    if head > sentence.first and tokens[head].text == "," and _is_closed(first, sentence, positions):
        return _described_far(head, sentence, positions)
    while head > sentence.first and tokens[head].lower in office_table().honorific and tokens[head].text[0].isupper():
        head -= 1
    if head < sentence.first or tokens[head].lower not in callings().heads:
        return None
    if tokens[head].text[0].isupper() and not tokens[head].text.isupper():
        return None
    start = head
    while start > sentence.first and head - start < MAX_RUN and _is_of_run(start - 1, positions):
        start -= 1
    while start < head and tokens[start].text[0].isupper() and not _is_marked(start, positions):
        start += 1  # "Tuesday senior Peruvian diplomat Ana Poe"
    return _described(start, head, sentence, positions, is_before=True) if start < head else None


def leading_by(first: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """What one is of the body that is led by him: CASE "a Peruvian delegation led by (Ana Poe)"; None without a party.

    CASE "The Free Syrian Army is led by (Ali Poe)"; refuses "Peru is led by", whose head has an office.
    """
    tokens = positions.mentions.tokens
    at = first - 1
    while at > sentence.first and tokens[at].lower in office_table().honorific:
        at -= 1
    if at - 2 < sentence.first or tokens[at].lower != "by" or tokens[at - 1].lower not in callings().led:
        return None
    verb = last = at - 1
    while last > sentence.first and (tokens[last - 1].pos == "AUX" or tokens[last - 1].text == ","):
        last -= 1
    start = last
    while start > sentence.first and last - start < MAX_RUN and _is_of_run(start - 1, positions):
        start -= 1
    party = positions.party_ending(last - 1)
    code = _owner(start, last - 1, positions) if party is None else party.code
    is_body = party is not None or tokens[last - 1].lower in callings().led_bodies
    if start == last or code is None or not is_body or (party is not None and _is_state(party)):
        return None
    office = f"{callings().led[tokens[verb].lower]} of the {_words(start, last, positions)}".removesuffix(" of the ")
    span = positions.mentions.report.span(tokens[verb].start, tokens[at].end)
    return OfficeMention(span, office, None, code, None, False)


def _is_closed(first: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether a name that starts at the index is followed by a mark: ", Ana Poe,"."""
    tokens = positions.mentions.tokens
    at = first
    while at < sentence.last and (
        tokens[at].text[0].isupper() or tokens[at].text in HYPHENS or tokens[at].text == "al"
    ):
        at += 1
    return at - first > 1 and at < sentence.last and tokens[at].text in (",", ".", ";", ")")


def _described_far(comma: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """CASE "the top U.S. diplomat for East Asia(,) Ana Poe,": by the article before it, and no verb up to the comma."""
    tokens = positions.mentions.tokens
    for head in range(comma - 1, max(sentence.first, comma - MAX_BACK), -1):
        if tokens[head].pos in ("VERB", "AUX", "PUNCT", "CCONJ") and tokens[head].tag != "VBG":
            return None
        if tokens[head].lower in callings().heads and (head + 1 == comma or tokens[head + 1].pos == "ADP"):
            start = head
            while start > sentence.first and _is_of_run(start - 1, positions):
                start -= 1
            if start == sentence.first or tokens[start - 1].lower not in ARTICLES or start == head:
                return None
            return _described(start, head, sentence, positions)
    return None


def _is_of_run(index: int, positions: Positions) -> bool:
    token = positions.mentions.tokens[index]
    return token.pos in NOMINAL or index in positions.party_at or token.lower in POSSESSIVES or token.text in HYPHENS


def _is_marked(index: int, positions: Positions) -> bool:
    """Whether the capital belongs to a party's or a body's name, or to a faction's."""
    tokens = positions.mentions.tokens
    if index in positions.party_at or tokens[index].lower in callings().factions | callings().services:
        return True
    return any(
        tuple(token.lower for token in tokens[index : index + len(words)]) == words
        for bodies in office_table().bodies.values()
        for words, _ in bodies
    )


def _described(
    first: int, head: int, sentence: Sentence, positions: Positions, *, is_before: bool = False
) -> OfficeMention | None:
    tokens = positions.mentions.tokens
    end = head + 1 if is_before else _house_end(head + 1, sentence, positions)
    if end < sentence.last and tokens[end].lower in POSSESSIVES:
        return None  # "a Peruvian diplomat's wife"
    code = _owner(first, head, positions)
    if code is None and end > head + 1:
        code = _housed(head + 1, end, positions)
    elif tokens[head].lower not in callings().heads and end == head + 1:
        return None  # a mere "member", "leader"
    if code is None:
        return None
    modifier, begin = _modifier(first, head, sentence, positions)
    span = positions.mentions.report.span(tokens[first].start, tokens[end - 1].end)
    return OfficeMention(span, _words(begin, end, positions), None, code, modifier, False)


def _words(first: int, last: int, positions: Positions) -> str:
    """The words in lower case, without the parties' names, but with those of their bodies."""
    words: list[str] = []
    for index in range(first, last):
        token, party = positions.mentions.tokens[index], positions.party_at.get(index)
        is_out = token.lower in POSSESSIVES or (party is not None and party.form is not NameForm.METONYM)
        words.append("" if is_out else token.lower)
    while words and words[-1] in ("", *SMALL, *callings().bodies):
        words.pop()
    while words and words[0] in ("", *HYPHENS):
        words.pop(0)
    text = GAP.sub(r"\1 the ", " ".join(words)).replace(" - ", "-")
    return " ".join(text.split())


def _modifier(first: int, head: int, sentence: Sentence, positions: Positions) -> tuple[str | None, int]:
    """The modifier with which the description begins, and where it goes on: "former (senior Peruvian diplomat)"."""
    for at in range(first + 1, head + 1):
        modifier, begin = find_modifier(positions.mentions.tokens, sentence, at, office_table())
        if modifier is not None and begin == first:
            return modifier, at
    return None, first


def _house_end(at: int, sentence: Sentence, positions: Positions) -> int:
    """The index after the body that stands behind a description: "at the State Department"; else the index itself."""
    tokens = positions.mentions.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in callings().bodies:
        return at
    last = _end_of_body(at, sentence, positions, may_open_small=False)
    if any(token.lower in callings().private for token in tokens[at:last]):
        return at
    is_told = any(index in positions.party_at for index in range(at, last)) or _body_in(at, last, positions) is not None
    return last if is_told and not (tokens[at].lower == "in" and _is_where(at, positions)) else at


def _end_of_body(at: int, sentence: Sentence, positions: Positions, *, may_open_small: bool) -> int:
    """The index after the body named behind the index; ``may_open_small``: with a common noun, too ("heads talks")."""
    tokens = positions.mentions.tokens
    end = last = at + 1
    while end < min(sentence.last, at + MAX_HOUSE):
        token = tokens[end]
        is_name = token.text[0].isupper() or end in positions.party_at or token.lower in INSTITUTIONS
        if is_name or (token.pos in NOMINAL and (may_open_small or end > at + 1)):
            last = end + 1
        elif token.lower not in SMALL and token.text not in HYPHENS:
            break
        end += 1
    return last


def _is_where(at: int, positions: Positions) -> bool:
    """Whether "in" says where one is: "a diplomat in Peru", not "in the Peruvian government"."""
    tokens = positions.mentions.tokens
    index = at + 1 + (tokens[at + 1].lower in ARTICLES)
    party = positions.party_starting(index)
    return party is not None and party.form is not NameForm.ADJECTIVE and not _is_owner(party, positions)


def _is_owner(party: PartyMention, positions: Positions) -> bool:
    """Whether the party's name says whose what follows is: "Peruvian", "Peru's", "UN"."""
    after = positions.after(party.span.end)
    tokens = positions.mentions.tokens
    is_possessive = after < len(tokens) and tokens[after].lower in POSSESSIVES
    return is_possessive or party.form in OWNING


def _owner(first: int, head: int, positions: Positions) -> str | None:
    """The one party whose name says whose the head is, or the party of the body before it; None where two do."""
    owners: list[PartyMention] = []
    for index in range(first, head):
        party = positions.party_starting(index)
        is_beside = party is not None and positions.covered(party.span).stop == head
        if party is not None and (_is_owner(party, positions) or (is_beside and party.form is not NameForm.METONYM)):
            owners.append(party)
    codes = {party.code for party in owners}
    if len(codes) > 1 and not _is_state(owners[-1]):
        return owners[-1].code  # "Lebanon's Hezbollah official"
    if codes:
        return codes.pop() if len(codes) == 1 else None
    return _body_in(first, head, positions)


def _housed(first: int, last: int, positions: Positions) -> str | None:
    """The party of the body that stands behind: the last owner of "Lebanon's Hezbollah", else the body's own."""
    starting = (positions.party_starting(index) for index in range(first, last))
    found = [
        one for one in starting if one is not None and (one.form is not NameForm.METONYM or _is_owner(one, positions))
    ]
    if not found:
        return _body_in(first, last, positions)
    after = positions.covered(found[0].span).stop
    tokens = positions.mentions.tokens
    is_owner = after < last and tokens[after].lower in POSSESSIVES
    inner = positions.party_starting(after + 1) if is_owner else None
    return inner.code if inner is not None and not _is_state(inner) else found[0].code


def _is_state(party: PartyMention) -> bool:
    known = Parties.shipped().get(party.code)
    return known is not None and known.kind in STATE_KINDS


def _body_in(first: int, last: int, positions: Positions) -> str | None:
    """The party that alone has a body named by the tokens: "State Department"."""
    tokens = positions.mentions.tokens
    for end in range(last, first, -1):
        for words, party in office_table().bodies.get(tokens[end - 1].lower, ()):
            start = end - len(words)
            if party is not None and start >= first and _say(tokens[start:end], words):
                return party
    return None


def _say(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in tokens) == words and tokens[0].text[0].isupper()


def _leading(at: int, sentence: Sentence, positions: Positions) -> OfficeMention | None:
    """CASE "who heads the Senate Foreign Relations Committee", "who commands NATO forces in Peru"."""
    tokens = positions.mentions.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in callings().leading:
        return None
    last = _end_of_body(at, sentence, positions, may_open_small=True)
    if any(token.lower in callings().private for token in tokens[at:last]):
        return None
    code = _housed(at + 1, last, positions)
    is_named = any(token.text[0].isupper() for token in tokens[at + 1 : last])
    is_body = tokens[last - 1].lower in INSTITUTIONS and is_named
    if code is None and not is_body:
        return None
    body = _words(at + 1, last, positions).removeprefix("the ")
    office = callings().leading[tokens[at].lower] + (f" of the {body}" if body else "")
    span = positions.mentions.report.span(tokens[at].start, tokens[last - 1].end)
    return OfficeMention(span, office, None, code, None, False)
