"""Cores of offices: the words without modifiers and party, as "foreign minister", "head of the … foreign Ministry"."""

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.language.people.national_offices import bodies_of_commissioners
from aidememoire.language.people.office_table import OfficeTable, Wording, office_table
from aidememoire.language.people.office_words import (
    ARTICLES,
    HYPHENS,
    JOINERS,
    MAX_PORTFOLIO,
    MAX_SKIPPED,
    POSSESSIVES,
    SECRETARIES,
    WEEKDAYS_MONTHS,
)
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, Sentence, Token

MINISTERS = frozenset({"minister", "ministers"})
UNDERSECRETARIES = frozenset({"undersecretary", "undersecretaries"})
MINISTRIES = frozenset({"ministry", "ministries", "department", "departments"})
FOREIGN_MINISTRIES = frozenset({"MFA"})  # by their letters alone: "the head of the Peruvian MFA"
MIN_FIELD = 6  # letters: "Reintegration"
DIPLOMACY = "diplomacy"
HEADS = frozenset({"head", "heads", "chief", "chiefs", "boss"})
MONARCHS = frozenset({"king", "queen", "prince", "princess", "emir", "amir", "sultan", "pope", "emperor"})
ROYAL_STYLES = frozenset({"majesty", "highness"})  # before a monarch's office
# "Minister of Industry and Special Envoy Ana Poe": the second office is no field of the first.
NO_FIELD = frozenset({"special", "coordinator", "process", "crisis", "policy"})
# "EC farm Commissioner", "climate adviser": the words before belong to the office.
WITH_FIELD = frozenset({"commissioner", "commissioners", "adviser", "advisers", "advisor", "advisors"})
OFFICIAL = "permanent"  # before "secretary" it makes an official, who is under the minister
COUNCILS = frozenset({"council", "committee", "commission", "board"})
SPELLINGS = {"defense": "defence", "labor": "labour"}


@dataclass(slots=True)
class Core:
    """An office in the making: its words without modifiers and party."""

    first: int  # token index
    last: int  # after its last token
    office: str
    role: str | None
    party: str | None
    is_plural: bool
    is_weak: bool = False


def longest(cores: list[Core]) -> list[Core]:
    """The cores that lie in no longer one, in order."""
    kept: list[Core] = []
    for core in sorted(cores, key=lambda c: (-(c.last - c.first), c.role is None, c.first)):
        if all(core.last <= other.first or core.first >= other.last for other in kept):
            kept.append(core)
    return sorted(kept, key=lambda c: c.first)


def find_cores(
    tokens: tuple[Token, ...], sentence: Sentence, positions: Positions, table: OfficeTable
) -> Iterator[Core]:
    """Each office in the sentence: by the table of wordings, by portfolio, as head of a ministry; some overlap."""
    for index in range(sentence.first, sentence.last):
        lower = tokens[index].lower
        for wording in table.wordings.get(lower, ()):
            end = index + len(wording.words)
            if end <= sentence.last and all(
                tokens[index + k].lower == word or (word == "-" and tokens[index + k].lower in HYPHENS)
                for k, word in enumerate(wording.words)
            ):
                if wording.is_capitals and not _is_abbreviation(tokens, index, sentence):
                    continue
                if _is_part_of_name(tokens, index, end, sentence, wording, positions):
                    continue
                if wording.words[-1] in HEADS and "ministry" in wording.words and _is_for(tokens, end, sentence):
                    continue  # "China's foreign ministry chief for African affairs" is an official
                if end > index + 1 and (cut := positions.party_at.get(end - 1)) and cut.span.end > tokens[end - 1].end:
                    continue  # "President of the Republic" of "President of the Republic of Korea"
                yield Core(index, end, wording.office, wording.role, wording.party, wording.is_plural, wording.is_weak)
                break
        if lower in MINISTERS or lower in SECRETARIES or lower in UNDERSECRETARIES:
            yield from _with_portfolio(tokens, sentence, index, positions, table)
        elif lower == DIPLOMACY:
            yield from _head_of_diplomacy(tokens, sentence, index, positions)
        elif lower in MINISTRIES or tokens[index].text in FOREIGN_MINISTRIES:
            yield from _head_of_ministry(tokens, sentence, index, positions, table)
        elif lower in WITH_FIELD:
            first = _portfolio_left(tokens, sentence.first, index, table)
            while first < index and (first in positions.party_at or tokens[first].lower in JOINERS):
                first += 1  # "Council of Europe human rights commissioner"
            if first < index:
                office = f"{_portfolio_words(tokens, first, index)} {lower.removesuffix('s')}"
                yield Core(first, index + 1, office, None, None, lower.endswith("s"))


def _is_for(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    return index < sentence.last and tokens[index].lower == "for"


def _is_part_of_name(
    tokens: tuple[Token, ...], index: int, end: int, sentence: Sentence, wording: Wording, positions: Positions
) -> bool:
    """Whether the words are part of a longer name: "Hossein Amir Poe", "chairman of the government oil company"."""
    if wording.words[-1] == "government":
        return end < sentence.last and tokens[end].pos in ("NOUN", "PROPN", "ADJ") and tokens[end].text[0].isalpha()
    if wording.words[0] == "commission" and _is_of_other_body(index, sentence, positions):
        return True  # "AU Commission President"
    if wording.words[-1] == "opposition" and end < sentence.last and tokens[end].text[0].isupper():
        return True  # "leader of the opposition New Harbour party"
    if wording.words[-1] == "chief" and end < sentence.last and tokens[end].lower == "marshal":
        return True  # an officer's rank
    if wording.words[-1] == "deputy" and end < sentence.last and tokens[end].lower in HEADS | {"speaker", "chairman"}:
        return True  # "State Duma Deputy Speaker Ana Poe"
    if wording.words[0] == "amir" and _is_given_name(tokens, index, sentence, positions):
        return True
    if wording.words[0] not in MONARCHS or index == sentence.first:
        return False
    before = tokens[index - 1]
    if before.lower in ROYAL_STYLES:
        return False  # "His Majesty King Salman"
    if before.lower in ("bin", "ibn", "al", "dr.", "mr.", "-"):
        return True
    return before.pos == "PROPN" and before.text[0].isupper() and index - 1 not in positions.party_at


def _is_of_other_body(index: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether a party that has no commissioners of fields stands before the word."""
    party = positions.party_at.get(index) or (positions.party_ending(index - 1) if index > sentence.first else None)
    return party is not None and party.code not in bodies_of_commissioners()


def _is_given_name(tokens: tuple[Token, ...], index: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether "Amir" is a name: "CNN's Amir Poe", "Defence Minister Amir Poe"; not "Qatar's Amir", "the Amir Poe"."""
    before = tokens[index - 1] if index > sentence.first else None
    owner = index - 2 if before is not None and before.lower in POSSESSIVES else index - 1
    is_title = before is not None and (before.lower in ARTICLES or owner in positions.party_at)
    is_named = index + 1 < sentence.last and tokens[index + 1].text.istitle() and tokens[index].text.istitle()
    return is_named and not is_title and tokens[index + 1].lower not in office_table().honorific


def _is_abbreviation(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether it is "PM" as an office: in capitals, before a name or after a word, not after an hour."""
    before = tokens[index - 1].text if index > sentence.first else ""
    return tokens[index].text.isupper() and not before[-1:].isdigit() and before[:1].isalpha() | (not before)


def _with_portfolio(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions, table: OfficeTable
) -> Iterator[Core]:
    """CASE "Trade and Industry Minister"; CASE "Minister of|for Trade and Industry"."""
    noun = "minister" if tokens[index].lower in MINISTERS else "secretary"
    noun = "undersecretary" if tokens[index].lower in UNDERSECRETARIES else noun
    is_plural = tokens[index].lower in ("ministers", "secretaries", "undersecretaries")
    first = _portfolio_left(tokens, sentence.first, index, table)
    if first == index and noun == "minister" and _is_unknown_field(tokens, sentence, index, positions, table):
        first = index - 1
    if first < index and not (noun.endswith("secretary") and tokens[first].text.islower()):
        if noun == "secretary" and any(tokens[k].lower == "state" for k in range(first, index)):
            return
        portfolio = _portfolio_words(tokens, first, index)
        house = [token.lower for token in tokens[max(sentence.first, first - 2) : first]]
        if noun == "secretary" and len(house) > 1 and house[0] in MINISTRIES and house[1] == "of":
            yield Core(first - 2, index + 1, f"{house[0]} of {portfolio} secretary", None, None, is_plural)
            return  # "Australia Department of Foreign Affairs and Trade Secretary": an official
        yield _portfolio_core(first, index + 1, portfolio, noun, is_plural)
    after = index + 1
    if first < index and noun == "minister" and after < sentence.last and tokens[after].lower == "for":
        return  # "deputy foreign minister for political affairs"
    if noun == "undersecretary":
        return  # "undersecretary of commerce": its field is found as a complement
    if after < sentence.last and tokens[after].lower in ("of", "for", "without", "in"):
        last = _portfolio_right(tokens, after + 1, sentence.last, positions, table)
        if last > after + 1:
            portfolio = _portfolio_words(tokens, after + 1, last)
            if tokens[after].lower == "in" or portfolio == "state":
                return
            if noun == "secretary" and index > sentence.first and tokens[index - 1].lower == OFFICIAL:
                office = f"{OFFICIAL} secretary {tokens[after].lower} {portfolio}"
                yield Core(index - 1, last, office, None, None, is_plural)
                return
            before = tokens[max(sentence.first, index - 2) : index]
            is_junior = noun == "minister" and [token.text for token in before][-1:] == ["State"]
            if is_junior and before[0].lower != "of":  # "State Minister of Defence" is under the minister
                yield Core(index - 1, last, f"state minister {tokens[after].lower} {portfolio}", None, None, is_plural)
                return
            yield _portfolio_core(index, last, portfolio, noun, is_plural, of=tokens[after].lower)


def _is_unknown_field(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions, table: OfficeTable
) -> bool:
    """Whether a capital between a party's name and "Minister" is a field: "Georgian Reintegration Minister"."""
    field = tokens[index - 1] if index - 2 > sentence.first - 1 else None
    if (
        field is None
        or field.lower in WEEKDAYS_MONTHS
        or not field.text.istitle()
        or not tokens[index].text.istitle()
        or len(field.text) < MIN_FIELD
    ):
        return False
    if index - 1 in positions.party_at or field.lower in table.before | table.after | table.neutral | table.honorific:
        return False
    owner = index - 2 - (tokens[index - 2].lower in POSSESSIVES)
    party = positions.party_ending(owner) if owner >= sentence.first else None
    return (
        party is not None and (party.form is NameForm.ADJECTIVE or owner < index - 2) and field.pos in ("NOUN", "PROPN")
    )


def _portfolio_core(first: int, last: int, portfolio: str, noun: str, is_plural: bool, of: str | None = None) -> Core:
    if noun.endswith("secretary"):
        office = f"{noun} {of} {portfolio}" if of else f"{portfolio} {noun}"
        return Core(first, last, office, None, None, is_plural)
    words = portfolio.split()
    role = None
    office = f"minister {of} {portfolio}" if of and not is_plural else f"{portfolio} minister"
    if is_plural and "and" in words:
        return Core(first, last, office, None, None, is_plural)
    if words[0] in ("foreign", "external") and not {"trade", "economic", "investment", "commerce"} & set(words[1:2]):
        office = role = "foreign minister"
    elif words[0] == "defence" or words[:2] == ["national", "defence"]:
        office = role = "defence minister"
    elif words[0] == "finance" or words[-1] == "finance":
        role = "finance minister"
    elif words[0] in ("trade", "commerce") or words[:2] in (["foreign", "trade"], ["international", "trade"]):
        role = "trade minister"
    return Core(first, last, office, role, None, is_plural)


def _portfolio_left(tokens: tuple[Token, ...], floor: int, index: int, table: OfficeTable) -> int:
    """The first token of the portfolio that ends before the index; the index itself where there is none."""
    first = index
    at = index - 1
    while at >= max(floor, index - MAX_PORTFOLIO):
        lower = tokens[at].lower
        if lower in table.portfolio:
            first = at
        elif not (lower in JOINERS and first == at + 1 and at > floor and tokens[at - 1].lower in table.portfolio):
            break
        elif tokens[at - 1].text[0].isupper() != tokens[at + 1].text[0].isupper():
            break  # "at home, Trade Minister Poe said"
        elif lower == "," and _is_anothers_field(tokens, floor, at, table):
            break  # "Minister of Development, Finance Minister Poe"
        at -= 1
    return first


def _is_anothers_field(tokens: tuple[Token, ...], floor: int, comma: int, table: OfficeTable) -> bool:
    """Whether the field before a comma is that of the minister named before it: "Minister of Development, …"."""
    at = comma - 1
    while at > floor and (tokens[at].lower in table.portfolio or tokens[at].lower in JOINERS):
        at -= 1
    return at > floor and tokens[at].lower in ("of", "for") and tokens[at - 1].lower in MINISTERS | SECRETARIES


def _portfolio_right(
    tokens: tuple[Token, ...], first: int, ceiling: int, positions: Positions, table: OfficeTable
) -> int:
    """The index after the portfolio that starts at the index; the index itself where there is none."""
    last = first
    at = first
    while at < min(ceiling, first + MAX_PORTFOLIO):
        lower = tokens[at].lower
        if positions.party_starting(at) and lower not in ("european", "eu"):
            break
        is_field = lower in table.complement - NO_FIELD and last > first and tokens[at].text[0].isupper()
        if tokens[at - 1].text == "," and at + 1 < ceiling and tokens[at + 1].lower in MINISTERS | SECRETARIES:
            break  # "Minister of Development, Finance Minister Poe": another's office
        if last > first and lower in COUNCILS and tokens[at].text[0].isupper() and at == last:
            return first  # "Secretary of the Security Council"
        if lower in table.portfolio or (is_field and at not in positions.place_at):
            last = at + 1
        elif lower not in JOINERS and lower not in ("the", "of"):
            break
        at += 1
    return last


def _portfolio_words(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The portfolio in its normal form: "foreign affairs and trade", "energy and the environment"."""
    while first < last and tokens[first].lower in ARTICLES:
        first += 1
    words = [SPELLINGS.get(token.lower, token.lower) for token in tokens[first:last]]
    return " ".join(words).replace(" ,", ",").replace("&", "and")


def _head_of_ministry(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions, table: OfficeTable
) -> Iterator[Core]:
    """CASE "head of the Japanese foreign Ministry", "Japanese foreign ministry head"."""
    left = _portfolio_left(tokens, sentence.first, index, table)
    right = index
    if tokens[index].text in FOREIGN_MINISTRIES:
        portfolio, left = "foreign", index
    elif left == index and index + 1 < sentence.last and tokens[index + 1].lower in ("of", "for"):
        right = _portfolio_right(tokens, index + 2, sentence.last, positions, table) - 1
        portfolio = _portfolio_words(tokens, index + 2, right + 1) if right > index + 1 else ""
    else:
        portfolio = _portfolio_words(tokens, left, index) if left < index else ""
    if not portfolio:
        return
    noun = "secretary" if portfolio in ("state",) else "minister"
    after = right + 1
    if after < sentence.last and tokens[after].lower in HEADS and right == index:
        if _is_for(tokens, after + 1, sentence):
            return
        core = _portfolio_core(left, after + 1, portfolio, noun, tokens[after].lower in ("heads", "chiefs"))
        yield _state_department(core)
        return
    at = left - 1 if left < index else index - 1
    party = None
    for _ in range(MAX_SKIPPED + 2):
        if at < sentence.first:
            return
        if party is None and (ending := positions.party_ending(at)):
            party = ending.code
            at = positions.covered(ending.span).start - 1
        elif tokens[at].lower in ARTICLES or tokens[at].lower in POSSESSIVES:
            at -= 1
        else:
            break
    if at - 1 >= sentence.first and tokens[at].lower in ("of", "at") and tokens[at - 1].lower in HEADS:
        core = _portfolio_core(at - 1, right + 1, portfolio, noun, tokens[at - 1].lower in ("heads", "chiefs"))
        core.party = party
        yield _state_department(core)


def _head_of_diplomacy(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions
) -> Iterator[Core]:
    """CASE "the head of Peruvian diplomacy"; CASE "the chief of Peru's diplomacy"."""
    at = index - 1 - (tokens[index - 1].lower in POSSESSIVES)
    party = positions.party_ending(at) if at > sentence.first else None
    first = positions.covered(party.span).start - 2 if party is not None else index
    first -= first > sentence.first and tokens[first + 1].lower in ARTICLES
    if (
        party is not None
        and first >= sentence.first
        and tokens[first].lower in HEADS
        and tokens[first + 1].lower == "of"
    ):
        is_plural = tokens[first].lower in ("heads", "chiefs")
        yield Core(first, index + 1, "foreign minister", "foreign minister", party.code, is_plural)


def _state_department(core: Core) -> Core:
    if core.office.endswith("state secretary"):
        core.office, core.role, core.party = "secretary of state", "foreign minister", "USA"
    return core
