"""Talked of: who is named in a sentence only as a meeting's subject, or as the one who tells the press of it.

"ASEAN will figure in their talks": nobody of ASEAN is there. "Secretary Poe on the President's Travel to Peru": it is
the President who travels.
"""

import re

from aidememoire.model import FINITE_TAGS, Mentions, Sentence, Span

_MODAL = r"(?:will|would|is|are|was|were|has|have|had|be|been|to|may|might|could|should|likely|expected|due|set|going)"
_MANNER = r"(?:[a-z]+ly|also|again|not|both|all|undoubtedly|prominently|high|top|very much|certainly)"

A_SUBJECT = re.compile(
    r"(?:['’]s? (?:[\w-]+ ){1,3}|\s)(?:(?:and|or) (?:[\w’'-]+ ){1,9}?|(?:in \w+ ))??"
    rf"(?:(?:{_MODAL}|{_MANNER}) ){{1,6}}"
    r"(?:(?:factor (?:in)?to|factored (?:in)?to|(?:figure|feature|loom)d?(?: (?:prominently|high|large))? in"
    r"|com(?:e|ing) up (?:in|at|during)"
    r"|(?:discussed|raised|addressed|debated|brought up|broached|touched (?:up)?on|covered|reviewed|taken up|mentioned)"
    rf"(?: {_MANNER})? (?:in|at|during|when)"
    r"|on the agenda (?:of|for|at|in|when)"
    r"|(?:a|an|the|one of the|among the) (?:(?:main|major|key|central|chief|important|first|other) )?"
    r"(?:topics?|subjects?|focus|themes?|issues?|items?) (?:of|at|in|for|during))\b)",
    re.IGNORECASE,
)
"""Behind a party's name. Accepts " will definitely factor into our", " and our work with it would come up in",
"'s debts were discussed at", " will be on the agenda of"; refuses " will take part in", " will be represented at",
" discussed it at"."""

_PRESS = r"(?:the )?(?:press|reporters|journalists|media|newsmen|correspondents)"

A_BRIEFER = re.compile(
    r"(?:(?:,| and| &) [^.;:]{1,120}?)? "
    rf"(?:(?:brief(?:ed|s)|spoke (?:to|with)|talked (?:to|with)|told|updated) {_PRESS} )?(?:here )?"
    r"(?:on|about|regarding|previewing|ahead of|before) (?:the )?(?:[\w.-]+ ){0,5}?[\w.-]+['’]s? (?:[\w-]+ ){0,3}?"
    r"(?:travels?|trip|visit|tour|journey|participation|meetings?)\b",
    re.IGNORECASE,
)
"""Behind the name of one who tells of another's journey. Accepts " on the Secretary’s Upcoming Travel", " briefed
reporters on President X's visit"; refuses " on Friday paid a visit", " on his visit"."""

SAID_OF_HIMSELF = re.compile(r"\b(?:his|her|their|own)\b", re.IGNORECASE)


def is_only_subject(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether a party is named only as what is talked of at an occasion ("ASEAN will come up in their talks")."""
    return A_SUBJECT.match(mentions.report.text, span.end, sentence.span.end) is not None


def is_only_briefer(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether somebody opens a sentence as the one who tells of another's journey."""
    text = mentions.report.text
    told = A_BRIEFER.match(text, span.end, sentence.span.end)
    if told is None or SAID_OF_HIMSELF.search(told.group()) is not None:
        return False
    tokens = mentions.tokens_of(sentence)
    return not any(token.tag in FINITE_TAGS and token.end <= span.start for token in tokens)
