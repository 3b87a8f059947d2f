"""Served: whose people those are whose office is told of by whom they serve.

"Ana Duarte, Chief Adviser to the President of Chile", "Ana Duarte, Chilean Chancellery Chief": Chile's, though no word
calls her Chile's minister. The office that another one serves stands right behind the name.
"""

import re
from bisect import bisect_left

from aidememoire.model import Mentions, OfficeMention, Span

SERVING = re.compile(
    r",\s(?:(?:the|and|for|of|on|in|his|her)\s|&\s|,\s|(?:[A-Z][\w’'.-]*,?\s)){0,14}?"
    r"(?:(?:advis[eo]r|assistant|aide|secretary|counsell?or|sherpa)(?:\s(?:for|on)\s[A-Z][\w ,-]{2,50}?)?\sto\s|"
    r"(?:(?:head|chief|director)(?:\sof\s[A-Z][\w-]+){0,3}|cabinet|staff|office|administration|spokes\w+|deputy|"
    r"secretary|advis[eo]r|assistant|aide|counsell?or)\s(?:of|for)\s)(?:the\s)?",
    re.IGNORECASE,
)
"""Between a name and the office that he serves: accepts ", Chief Adviser to the ", ", Head of Cabinet of the "; refuses
", envoy to the ", " and the "."""

RIGHT_BEHIND = re.compile(r",\s(?:the\s)?")

LONGEST = 110  # code points: "State Secretary for Foreign Affairs, Trade and Nordic Cooperation to the"


def party_served(mentions: Mentions, name: Span, known: str | None) -> str | None:
    """The party of the office that somebody is said, right behind his name, to serve or to hold; else the known one.

    Whom he serves tells more than what was concluded from his title alone ("State Secretary", "Adviser").
    """
    text = mentions.report.text
    if not text.startswith(",", name.end):
        return known
    for office in mentions.offices[bisect_left(mentions.offices, name.end, key=lambda one: one.span.start) :]:
        if office.span.start - name.end > LONGEST:
            break
        inside = mentions.parties[bisect_left(mentions.parties, office.span.start, key=lambda one: one.span.start) :]
        party = office.party or (inside[0].code if inside and office.span.contains(inside[0].span) else None)
        if party is None or office.modifier == "former":
            continue
        between = text[name.end : office.span.start]
        is_his = known is None and RIGHT_BEHIND.fullmatch(between) is not None and not _is_before_name(mentions, office)
        return party if is_his or SERVING.fullmatch(between) is not None else known
    return known


def _is_before_name(mentions: Mentions, office: OfficeMention) -> bool:
    """Whether the office is that of the next one in a list ("met X, Foreign Minister Y")."""
    at = bisect_left(mentions.persons, office.span.end, key=lambda one: one.span.start)
    return at < len(mentions.persons) and mentions.persons[at].span.start <= office.span.end + 1
