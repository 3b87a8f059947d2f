"""Turned sentences: who travels stands behind the verb, as translations from Russian or Arabic leave him.

"Lima will visit the foreign minister of Kenya": Lima is where he goes. "On Friday arrived in Lima the foreign minister
of Kenya": nobody stands before the verb. "The minister on Friday with his Kenyan colleague by telephone talked": whom
he talked with stands before the verb too, as Chinese and German have it.
"""

from collections.abc import Sequence

from aidememoire.claims.occasions.parties.participation import Presence, Sides
from aidememoire.model import Token

BETWEEN = frozenset({"the", "a", "an", "with", "working", "official", "state", "visit", "mr", "mr.", "dr", "dr."})
"""What may stand between the verb, or the town behind it, and who travels."""

AUXILIARIES = frozenset(
    {"will", "would", "shall", "has", "have", "had", "is", "to", "be", "also", "today", "yesterday"}
)
"""What may stand between a town and the verb of a visit to it."""

MOST = 3  # office, name and body of one traveller


def travellers_behind(presences: Sequence[Presence], tokens: Sequence[Token], index: int) -> list[Presence]:
    """The one who is named right behind a place in the sentence, with his office; nobody where others come first."""
    found: list[Presence] = []
    for presence in sorted(presences, key=lambda one: one.first):
        if presence.first < index:
            continue
        between = tokens[index : presence.first]
        if any(token.lower not in BETWEEN for token in between) or len(found) == MOST:
            break
        if presence.kind not in {"office", "person"} and not found:
            break
        if presence.kind in {"office", "person"}:
            found.append(presence)
        index = max(index, presence.last)
    return found


WITH_AHEAD = frozenset(
    {"meet", "see", "phone", "speak", "converse", "talks", "meeting", "conversation", "phone call", "videoconference"}
)
"""Triggers whose second side may stand before the verb."""

DAYPARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "forenoon"})


def partners_ahead(sides: Sides, verb: int) -> list[Presence]:
    """Those before a verb, where with whom it was done stands there too and with nothing else of theirs."""
    if verb <= sides.sentence.first:
        return []
    named = [one for one in sides.within(sides.sentence.first, verb) if one.kind in {"office", "person", "reference"}]
    return named if any(one.link == "with" and _is_free(sides, one, verb) for one in named) else []


def _is_free(sides: Sides, presence: Presence, verb: int) -> bool:
    """Whether no noun before "with" has it ("his talks with"), and no verb or comma parts it from the verb."""
    before = sides.tokens[presence.link_token - 1]
    is_noun = before.pos == "NOUN" and before.lower not in DAYPARTS
    if is_noun or before.tag.startswith("VB") or before.text == ",":
        return False
    return not any(
        token.tag.startswith("VB") or token.text in {",", ";"} for token in sides.tokens[presence.last : verb]
    )
