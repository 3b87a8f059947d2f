"""Ships, houses and prizes called after persons: "the Admiral Makarov", "Heydar Aliyev Centre"; they are nobody."""

from functools import cache

from aidememoire.language.people.name_runs import name_words
from aidememoire.language.people.office_table import load_rows
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import Token

FLAG_RANKS = frozenset({"admiral", "marshal", "commodore"})  # no article stands before them and a bare surname
OFFICERS = frozenset({"captain", "commander", "capt", "capt.", "skipper"})  # "the submarine Captain Ivan Poe" is a man
THE = "the"
MAX_BETWEEN = 2  # capitals between the name and what is named: "Ana Poe National Technical University"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_rows("titles.toml")["things"][key])


def without_things(named: list[Naming], positions: Positions) -> list[Naming]:
    """The namings but for those of things called after a person.

    CASE "the frigate Admiral Makarov"; CASE "The John McCain sailed"; CASE "Indira Gandhi National University".
    Refuses "the Ana Poe government", "the submarine Captain Ivan Poe", "Ana Poe, University of Lima".
    """
    kept: list[Naming] = []
    ship_end = None  # where a ship's name ends: another may be joined to it
    for naming in named:
        first = _with_titles(naming, positions)
        is_ship = _is_ship(first, naming, positions) or (ship_end is not None and _joins(ship_end, first, positions))
        ship_end = naming.last if is_ship else None
        if not is_ship and not _is_after_article(first, naming, positions) and not _goes_on(naming, positions):
            kept.append(naming)
    return kept


def _with_titles(naming: Naming, positions: Positions) -> int:
    tokens, honorific = positions.mentions.tokens, name_words().honorific
    first = naming.first
    while first > 0 and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower in honorific:
        first -= 1
    return first


def _is_ship(first: int, naming: Naming, positions: Positions) -> bool:
    """Whether a kind of ship stands right before the name and its rank; an officer's rank makes it his."""
    tokens = positions.mentions.tokens
    is_officer = any(token.lower in OFFICERS for token in tokens[first : naming.first])
    return first > 0 and tokens[first - 1].lower in _words("ships") and not is_officer


def _joins(end: int, first: int, positions: Positions) -> bool:
    between = [token.lower for token in positions.mentions.tokens[end:first]]
    return between in (["and"], [","], [",", "and"])


def _is_after_article(first: int, naming: Naming, positions: Positions) -> bool:
    """CASE "the Admiral Makarov"; CASE "The John McCain sailed"; a small noun behind may be his: "the Poe regime"."""
    tokens = positions.mentions.tokens
    if first == 0 or tokens[first - 1].lower != THE:
        return False
    words = naming.name.split()
    if first < naming.first:
        return tokens[first].lower in FLAG_RANKS and naming.first - first == 1 and len(words) == 1
    if naming.office is not None or len(words) == 1 or naming.last >= len(tokens):
        return False
    after = tokens[naming.last]
    return after.lower in _words("fleets") or not (after.pos in ("NOUN", "ADJ", "PROPN") or after.text in ("-", "–"))


def _goes_on(naming: Naming, positions: Positions) -> bool:
    """CASE "(Heydar Aliyev) Centre"; CASE "(Indira Gandhi) National University"; CASE "King (Hussein) Bridge"."""
    tokens = positions.mentions.tokens
    if naming.is_headline:
        return False
    reach = 0 if naming.office is not None else MAX_BETWEEN
    for at in range(naming.last, min(len(tokens), naming.last + reach + 1)):
        if not tokens[at].text[0].isupper() or not _is_beside(tokens[at - 1], tokens[at]):
            return False
        if tokens[at].lower in _words("houses"):
            return True
        if tokens[at].lower not in _words("kinds"):
            return False
    return False


def _is_beside(left: Token, right: Token) -> bool:
    return right.start - left.end == 1
