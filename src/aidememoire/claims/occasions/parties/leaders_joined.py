"""Leaders joined: whose meeting it is by two leaders' surnames as one word before it ("the Xi-Modi summit")."""

import re
from collections.abc import Iterator
from datetime import date

from aidememoire.knowledge import Knowledge

_NAME = r"[A-ZÀ-Þ][\w’']+"
JOINED = re.compile(
    rf"(?<![\w-])(?P<first>{_NAME})[-–—](?P<second>{_NAME})"
    r"(?: (?:informal|formal|virtual|bilateral|online|one-on-one|in-person|nuclear|first|second|third))* $"
)
"""Before a noun for an occasion: accepts "Xi-Modi informal ", "Poe–Roe "; refuses "pre-summit ", "Poe and Roe "."""

LEADING = frozenset({"head of state", "head of government", "leader"})


def leaders_joined(before: str, on: date | None, knowledge: Knowledge) -> dict[str, tuple[int, int]]:
    """The states of the two leaders by code, with where their names stand in the words; none where either is unknown.

    A name is of the one who leads a state on the day, else of the only state that one so called ever led.
    """
    match = JOINED.search(before)
    if match is None or on is None:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for group in ("first", "second"):
        codes = set(_led_by(match[group], on, knowledge))
        if len(codes) != 1:
            return {}
        found[codes.pop()] = match.span(group)
    return found if len(found) > 1 else {}


def _led_by(name: str, on: date, knowledge: Knowledge) -> Iterator[str]:
    now = [one for one in knowledge.offices.by_surname(name, on=on) if one.role in LEADING]
    past = [
        one for one in knowledge.offices.by_surname(name) if one.role in LEADING and one.starts and one.starts <= on
    ]
    for tenure in now or past:
        if knowledge.parties.is_state(tenure.party):
            yield tenure.party
