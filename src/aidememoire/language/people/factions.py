"""Leaders of parties within a state: whose state it is, by the party's name."""

import re
from functools import cache

from aidememoire.language.people.home_bodies import home_among
from aidememoire.language.people.office_table import load_rows
from aidememoire.model import Mentions, OfficeMention

HEADS = r"(?:[Ll]eader|[Cc]hairman|[Cc]hairwoman|[Hh]ead|[Ss]pokesman|[Ss]pokeswoman)\b"
MAX_NAME = 40  # letters of a party's name before the office of its leader, or from the office to its end


@cache
def _names() -> tuple[tuple[re.Pattern[str], re.Pattern[str], frozenset[str]], ...]:
    """For each party's name: how it stands before a leader, how behind one, and the states that have one so called."""
    table = []
    for row in load_rows("national_offices.toml")["faction"]:
        names = "|".join(re.escape(name) for name in row["names"])
        before = re.compile(rf"\b(?:{names})(?: [Pp]arty)?(?:['’]s)? {HEADS}")
        behind = re.compile(rf"{HEADS} (?:of|for) (?:the |its )?(?:[a-z-]+ ){{0,3}}(?:{names})\b(?! (?!Party)[A-Z])")
        table.append((before, behind, frozenset(row["states"])))
    return tuple(table)


def factions_state(office: OfficeMention, mentions: Mentions) -> str | None:
    """The state whose party one leads: the only one that has a party so called, or the one that the report tells of.

    CASE "Likud leader Ana Poe"; CASE "the leader of the main opposition Labour Party" in a report on Britain.

    Refuses "Labour leader" in a report that names two states with such a party, "the leader of the Labour Day march".
    """
    text, start, end = mentions.report.text, office.span.start, office.span.end
    for before, behind, states in _names():
        ahead = next((m for m in before.finditer(text, max(0, start - MAX_NAME), end) if m.end() > start), None)
        if ahead is not None or behind.search(text, start, min(len(text), end + MAX_NAME)) is not None:
            return next(iter(states)) if len(states) == 1 else home_among(states, (), mentions)
    return None
