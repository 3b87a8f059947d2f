"""Titled: the name of the dialogue or conference that a report's title gives and its first sentences leave out.

"Joint Statement of the Lake Basin Ministerial Meeting", and below it: "The ministers of A, B and C met today".
"""

import re

from aidememoire.claims.occasions.filling.named_formats import names_within
from aidememoire.claims.occasions.filling.news import lead
from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.model import TOOK_PLACE, BlockRole, Mentions, Span

BEFORE_NAME = re.compile(
    r"(?:^|\b(?:of|on|following|from|for|after|co-chairs[’']? statement|statement|communiqu[eé]|readout|outcomes?)"
    r"(?:\s(?:the|a|an))?(?:\s(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|\w+th|inaugural|annual|\d{4}))*)\s*$",
    re.IGNORECASE,
)
"""In a title, before the name of what it is about: accepts "Joint Statement on the "; refuses "Meeting at the "."""

OF_ITS_OWN = re.compile(
    r"\b(?:Trilateral|Quadrilateral|Ministerial|Ministers|Strategic|Dialogue|Consultations?|Commission|Council"
    r"|Committee|Forum|Working Group|Task Force|Partnership|Conference)\b"
)
"""In a name that is more than "meeting": refuses "Bilateral Meeting", "Press Conference"."""

OF_MEMBERS = re.compile(r"[’']?s?[\s-](?:member|delegat|representative|ambassador|countr|participant|state)")
"""Behind a name, when only those who belong to it met: accepts " member-countries"; refuses " in Lima"."""

FEWEST_PARTIES = 2


def name_in_title(occasion: Occasion, mentions: Mentions) -> Span | None:
    """The name in the title of the meeting that the report's first sentences tell of; None where it may be another."""
    if occasion.kind not in ROUNDS:
        return None
    if occasion.state not in TOOK_PLACE or len(occasion.codes) < FEWEST_PARTIES:
        return None
    head = lead(mentions)[:2]
    best = occasion.ranked()[0]
    is_told = best.trigger.shape == "encounter" or (best.trigger.name == "meeting" and not best.is_next)
    if not is_told or best.sentence.span not in head:
        return None
    for sentence in mentions.sentences:
        if mentions.report.blocks[sentence.block].role is not BlockRole.TITLE:
            continue
        known: list[Span] = [one.span for one in mentions_within(mentions.dialogues, sentence.span)]
        for name in (*known, *names_within(sentence.span, mentions)):
            before = mentions.report.text[sentence.span.start : name.start]
            codes = {one.code for one in mentions_within(mentions.parties, name)}
            is_whole = OF_MEMBERS.match(mentions.report.text, name.end) is None
            if not (is_whole and OF_ITS_OWN.search(mentions.words(name)) and BEFORE_NAME.search(before)):
                continue
            if codes <= occasion.codes:
                return name
    return None
