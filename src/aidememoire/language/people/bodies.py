"""Bodies that speak: ministries, spokespersons' offices, governments, organisations."""

from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge import Knowledge
from aidememoire.language.people.home_bodies import whose_body
from aidememoire.language.people.office_table import load_rows
from aidememoire.language.people.office_words import ARTICLES, POSSESSIVES
from aidememoire.language.people.positions import Positions
from aidememoire.model import BY_NAME, Mentions, PartyMention, Sentence, Span

MAX_GAP = 2  # tokens between an organisation and its verb: "Rights Watch also said"; not another clause's verb


@dataclass(frozen=True, slots=True)
class BodyWording:
    """One wording of a body in the table."""

    words: tuple[str, ...]
    party: str | None
    is_alone: bool  # a body even where no party is named with it
    not_before: frozenset[str]  # words before which it names no body
    also: frozenset[str]  # other states that have a body so called


@dataclass(frozen=True, slots=True)
class BodyMention:
    """Words that name a body."""

    span: Span
    name: str  # as in the text, without article
    party: str | None


@cache
def body_wordings() -> dict[str, tuple[BodyWording, ...]]:
    """The English table by first word, longest first; loaded once."""
    table: dict[str, list[BodyWording]] = {}
    for row in load_rows("bodies.toml")["body"]:
        for phrase in row["words"]:
            words = tuple(phrase.split())
            no_body = frozenset(row.get("not_before", ()))
            also = frozenset(row.get("also", ()))
            wording = BodyWording(words, row.get("party"), row.get("alone", False), no_body, also)
            table.setdefault(words[0], []).append(wording)
    return {first: tuple(sorted(group, key=lambda w: -len(w.words))) for first, group in table.items()}


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs that make an organisation beside them a speaker."""
    return frozenset(load_rows("bodies.toml")["speech"]["words"])


def find_bodies(mentions: Mentions, knowledge: Knowledge, positions: Positions) -> list[BodyMention]:
    """The bodies named in the report, in order, none overlapping an office's or another body's words."""
    offices = {index for office in mentions.offices for index in positions.covered(office.span)}
    found: list[BodyMention] = []
    wordings = body_wordings()
    for sentence in mentions.sentences:
        index = sentence.first
        while index < sentence.last:
            is_worded = mentions.tokens[index].lower in wordings and index not in offices
            body = _worded(index, sentence, positions) if is_worded else None
            if body is not None:
                found.append(body)
                index = positions.covered(body.span).stop
            else:
                index += 1
    found += _organisations(mentions, knowledge, positions, offices)
    return _disjoint(found)


def _disjoint(found: list[BodyMention]) -> list[BodyMention]:
    kept: list[BodyMention] = []
    for body in sorted(found, key=lambda b: (b.span.start, -b.span.end)):
        if not kept or kept[-1].span.end <= body.span.start:
            kept.append(body)
    return kept


def _worded(index: int, sentence: Sentence, positions: Positions) -> BodyMention | None:
    tokens = positions.mentions.tokens
    for wording in body_wordings().get(tokens[index].lower, ()):
        end = index + len(wording.words)
        if end > sentence.last or any(tokens[index + k].lower != word for k, word in enumerate(wording.words)):
            continue
        if end < sentence.last and tokens[end].lower in wording.not_before:
            continue
        first, party = _party_before(index, sentence, positions)
        last, after = (end, None) if party else _party_after(end, sentence, positions)
        named = party or after
        code = whose_body(wording.party, wording.also, positions.mentions)
        if named is not None and (code is None or wording.also):
            code = named.code
        if not code and not wording.is_alone:
            return None
        if wording.words in (("fed",), ("cabinet",), ("mission",)) and tokens[index].text.islower() and not party:
            return None
        if wording.party and tokens[index].text.islower() and wording.words[0] in ("elysee", "kremlin", "pentagon"):
            return None
        span = positions.mentions.report.span(tokens[first].start, tokens[last - 1].end)
        return BodyMention(span, positions.mentions.words(span), code)
    return None


def _party_before(index: int, sentence: Sentence, positions: Positions) -> tuple[int, PartyMention | None]:
    tokens = positions.mentions.tokens
    at = index - 1
    if at >= sentence.first and tokens[at].lower in POSSESSIVES:
        at -= 1
    party = positions.party_ending(at) if at >= sentence.first else None
    return (positions.covered(party.span).start, party) if party else (index, None)


def _party_after(end: int, sentence: Sentence, positions: Positions) -> tuple[int, PartyMention | None]:
    tokens = positions.mentions.tokens
    at = end
    if at < sentence.last and tokens[at].lower in ("of", "in"):
        at += 1
        if at < sentence.last and tokens[at].lower in ARTICLES:
            at += 1
        party = positions.party_starting(at) if at < sentence.last else None
        if party:
            return positions.covered(party.span).stop, party
    return end, None


def _organisations(
    mentions: Mentions, knowledge: Knowledge, positions: Positions, offices: set[int]
) -> list[BodyMention]:
    """CASE a known organisation; CASE an organisation's name beside a verb of saying."""
    found = []
    for party in mentions.parties:
        known = knowledge.parties.get(party.code)
        covered = positions.covered(party.span)
        if (
            known is not None
            and known.kind == "organisation"
            and party.form in BY_NAME
            and covered.start not in offices
        ):
            found.append(BodyMention(party.span, mentions.words(party.span), party.code))
    for entity in mentions.entities:
        covered = positions.covered(entity.span)
        if entity.label != "ORG" or not covered or any(k in offices or k in positions.party_at for k in covered):
            continue
        first = covered.start
        while first < covered.stop - 1 and mentions.tokens[first].lower in ARTICLES:
            first += 1
        last = covered.stop
        while last > first + 1 and mentions.tokens[last - 1].lower in POSSESSIVES:
            last -= 1
        if mentions.tokens[first].text[0].isupper() and _is_speaking(first, last, mentions):
            span = mentions.report.span(mentions.tokens[first].start, mentions.tokens[last - 1].end)
            found.append(BodyMention(span, mentions.words(span), None))
    return found


def _is_speaking(first: int, last: int, mentions: Mentions) -> bool:
    tokens = mentions.tokens
    verbs = speech_verbs()
    if any(token.lower in verbs for token in tokens[last : last + MAX_GAP]):
        return True
    before = [token.lower for token in tokens[max(0, first - 3) : first] if token.lower not in ARTICLES]
    return bool(before) and (before[-1] in ("said", "says") or before[-2:] == ["according", "to"])
