"""Home bodies: of several states' bodies of one name, which a report means that names it alone ("the Foreign Office").

It is that of the report's own side, of the country that its dateline is from, or of the one that it speaks of when it
never names the state that the table thinks of first.
"""

from collections.abc import Iterable

from aidememoire.model import Mentions, PartyMention


def whose_body(first: str | None, also: Iterable[str], mentions: Mentions) -> str | None:
    """The state that a body's name alone stands for: the table's first, unless the report is another's that has one."""
    others = frozenset(also)
    if first is None or not others:
        return first
    return home_among(others, {first}, mentions) or first


def _is_counterparts(party: PartyMention, mentions: Mentions) -> bool:
    """Whether it is the state of somebody's counterpart: "met her Peruvian counterpart"."""
    return mentions.report.text.startswith(" counterpart", party.span.end)


def home_among(states: frozenset[str], rivals: Iterable[str], mentions: Mentions) -> str | None:
    """The one of these states that a report is from, or the only one that it names, if it names none of the rivals."""
    dateline = dict(mentions.dateline.spans).get("place") if mentions.dateline is not None else None
    from_there = (place.country for place in mentions.places if dateline is not None and dateline.contains(place.span))
    home = mentions.report.side or next(from_there, None)
    if home is not None:
        return home if home in states else None
    named = {party.code for party in mentions.parties if not _is_counterparts(party, mentions)}
    spoken_of = named & states
    return spoken_of.pop() if len(spoken_of) == 1 and not named & set(rivals) else None
