"""Letters: to whom a report is a message, whose "you" its reader is and whose "we" the two are.

"President Moe sent a message to Chilean President Roe … “Your recent visit to Lima …”": the visit was Chile's.
"""

import re

from aidememoire.model import ActorKind, BlockRole, Mentions, Span

HEAD = 6  # sentences among which a headline stands

SENT_TO = re.compile(
    r"\b(?:sent|sends|sending|forwarded|addressed|conveyed|wrote|extended|expressed|offered)\b[^.;]{0,60}?"
    r"\b(?:messages?|letters?|telegrams?|cables?|greetings?|congratulations|condolences|regards)\b[^.;]{0,50}?\bto\b"
    r"|\bcongratulat(?:ed|es|ions\s+to)\b"
    r"|^(?:Message|Letter|Telegram|Greetings?|Congratulations|Condolences)\b[^.;]{0,30}?\bto\b",
    re.IGNORECASE,
)
"""Before the one to whom a headline says that somebody wrote: accepts "sent a message of greetings to",
"congratulated"; refuses "conveyed his views to"."""

TO_MANY = re.compile(r"\b(?:participants|guests|organi[sz]ers|delegates|attendees|readers|citizens|people of)\b", re.I)
"""Behind it, those who are no one state: accepts "the participants in"; refuses "the president of"."""


def addressee(mentions: Mentions) -> str | None:
    """The one party, other than its own, to whose leader the headline says that the report is a letter."""
    side = mentions.report.side
    if side is None:
        return None
    for sentence in mentions.sentences[:HEAD]:
        if mentions.report.blocks[sentence.block].role is not BlockRole.TITLE:
            continue
        sent = SENT_TO.search(mentions.words(sentence.span))
        if sent is None or TO_MANY.search(mentions.words(sentence.span), sent.end()):
            continue
        behind = Span(sentence.span.report, sentence.span.start + sent.end(), sentence.span.end)
        people = (mentions.actors[one.actor] for one in mentions.persons if behind.contains(one.span))
        codes = {one.party for one in people if one.kind is ActorKind.PERSON} - {None, side}
        if len(codes) == 1:
            return codes.pop()
    return None
