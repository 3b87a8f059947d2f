"""Under way: what the words around a visit or session tell of its going on, whatever the tense of the verb.

"On the second day of her visit to Peru she laid a wreath": the visit goes on.
"""

import re

UNDER_WAY_REACH = 24  # tokens

DAY_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth) (?:full )?day of (?:(?!last\b)[\w’'-]+ ){0,5}$", re.IGNORECASE
)
"""Before a visit that goes on: accepts "on the second day of his state "; refuses "on the last day of her "."""

SPEAKING_ON = re.compile(r"\bspeaking (?:while )?on (?:an?|his|her) (?:[\w-]+ ){0,4}$", re.IGNORECASE)
"""The same: accepts "Speaking on a two-day "; refuses "who spoke on a ", "while on a "."""

BEGAN_WITH = re.compile(
    r"\s(?:(?:to|in|of)\s[^.;,]{2,40}?\s)?(?:(?:has )?beg[au]n|begins|started|starts|opened|opens)\s"
    r"(?:(?:here|today|yesterday|on \w+day)\s)?with\b"
)
"""Behind a visit that goes on: accepts " to Peru began with talks"; refuses " to Peru began a new age"."""

GREETED = re.compile(
    r"\b(?:greetings?|message|greeted|welcomed|addressed|address)\b[^.;]{0,40}?\b(?:participants?|guests|delegates)\b"
    r"[^.;]{0,24}?\b(?:of|in|at|to)\s(?:the\s)?(?:(?!after\b)[\w’'-]+\s){0,9}$"
    r"|\bgreetings?\s(?:on\s(?:the\s)?opening\sof|to)\s(?:the\s)?(?:[\w’'-]+\s){0,9}$",
    re.IGNORECASE,
)
"""Before what is just held: accepts "sent greetings to participants in the ", "Greetings to the 10th "; refuses "met
the participants of the "."""

HERE_AT = re.compile(r"\bhere at (?:the|this) (?:[\w’'-]+ ){0,5}$", re.IGNORECASE)
"""The same: accepts "all of us here at the "; refuses "heard at the "."""

TAKING_PLACE = re.compile(
    r"(?:\s(?!(?:was|were|had|and|but)\b)[\w’',()-]+){0,9}?\s(?:(?:which|that)\s)?(?:is|are|(?:has|have)\sbeen)\s"
    r"(?:now\s|currently\s|also\s)?(?:taking\splace|being\sheld|under\s?way)\b"
)
"""Behind what goes on: accepts " which is taking place in Lima", " has been under way since"; refuses " was taking
place"."""


def is_under_way(is_visit: bool, before: str, behind: str) -> bool:
    """Whether the words before and behind a noun for a visit, or for an occasion, tell that it goes on."""
    if is_visit:
        if DAY_OF.search(before) is not None or SPEAKING_ON.search(before) is not None:
            return True
        return BEGAN_WITH.match(behind) is not None
    if GREETED.search(before) is not None or HERE_AT.search(before) is not None:
        return True
    return TAKING_PLACE.match(behind) is not None
