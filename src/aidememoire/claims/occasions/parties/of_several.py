"""Parties whose people are named with those of others in one office ("the ambassadors of Chile and Peru")."""

import re

from aidememoire.claims.occasions.parties.participation import Presence, Sides

OF_EACH = re.compile(r"\b(?:\w+s|chargés? d[’']affaires) (?:of|from|for|to) (?:the )?\S", re.IGNORECASE)
"""An office of several: accepts "ambassadors of Chile", "foreign ministers of Peru"; refuses "ambassador of Chile"."""

NEXT = re.compile(r"(?:,| and|, and|,? as well as)(?: of)?(?: the)? ")
"""Between two of them: accepts ", ", " and the "; refuses " in ", ", whose "."""


def is_no_guest(sides: Sides, presence: Presence) -> bool:
    """Whether a state or body by itself is named, which nobody receives ("hosts NATO forces")."""
    return presence.kind in {"party", "body"} and not are_of_several(sides, presence)


def are_of_several(sides: Sides, presence: Presence) -> bool:
    """Whether a party's name ends a list of those whose office was named, and its holders are meant.

    Accepts the "Peru" of "received the ambassadors of Chile, Fiji and Peru"; refuses it in "received the ambassador of
    Chile and Peru's letter" and in "welcomed Peru's decision".
    """
    text, start = sides.mentions.report.text, presence.span.start
    if text[presence.span.end : presence.span.end + 2] in {"'s", "’s"}:
        return False
    for one in reversed([one for one in sides.presences if one.last <= presence.first]):
        if not NEXT.fullmatch(text[one.span.end : start]):
            return False
        if one.kind != "party":
            return one.kind == "office" and OF_EACH.search(sides.mentions.words(one.span)) is not None
        start = one.span.start
    return False
