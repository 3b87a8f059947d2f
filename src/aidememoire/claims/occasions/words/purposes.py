"""Purposes: the meeting by name for which people are said to meet, to come or to be received.

"The ministers met in Oslo for the fourth Lake Basin Dialogue": their meeting is the Dialogue's, and the fourth.
"""

import re

FOR_THE = re.compile(
    r"(?:[\d,)]|(?<![\w.])(?:[A-Z][\w.’'-]*|here|there|today|yesterday|tomorrow|together|again|delegations?"
    r"|counterparts?|ministers|leaders|officials|week|month|year|virtually|online|person|department)),?\s"
    r"for\s(?:(?:the|an?|our|their|its|his|her|this|what)\s)"
    r"(?:(?:[\w-]+(?:st|nd|rd|th)|first(?:-ever)?|second|third|inaugural|annual|biannual|regular|virtual|new|next"
    r"|latest|two-day|high-level|bilateral|trilateral|joint|important|special|so-called)\s){0,3}$"
)
"""From what is done to the name: accepts "met in Oslo for the fourth ", "host Minister X for a "; refuses "met to
prepare for the ", "agreed on an agenda for the "."""

FINITE = re.compile(
    r"\b(?:said|says|told|is|are|was|were|has|had|will|would|discussed|agreed|expressed|thanked|reaffirmed|noted|voiced"
    r"|prepar\w+|plan\w*|support\w*|pledg\w+)\b",
    re.IGNORECASE,
)
"""A deed of its own before the name, to which the purpose may belong instead."""

IS_A_MEETING = re.compile(
    r"(?:meetings?|summit|ministerial|dialogue|consultations?|forum|conference|commission|committee|council|talks"
    r"|retreat|symposium|assembly|working group|task force|2\s?\+\s?2|AUSMIN)\b",
    re.IGNORECASE,
)
"""In the name of what people come together for; refuses "Quad", "G7"."""


def is_purpose(between: str, name: str) -> bool:
    """Whether the words between a deed and a name behind it say that it was done for the meeting of that name."""
    if IS_A_MEETING.search(name) is None or FINITE.search(between) is not None:
        return False
    return FOR_THE.search(between) is not None


WHERE = re.compile(
    r"(?:\S+ )?(?:visits?|trips?|(?:travel|fly|flies|flew|head|go|goes|went|arrive)\w*) [^;:]{2,60}, "
    r"where (?:s?he|they) (?:will|(?:is|are) to|plans? to) (?:also )?"
    r"(?:attend|address|open|(?:co-)?chair|(?:take part|participate) in)\b",
    re.IGNORECASE,
)
"""From a journey to what is done on it, on its day: accepts "travel to Bern, where she will attend the"; refuses "flew
to Bern, where he once chaired the"."""


def is_done_there(words: str) -> bool:
    """Whether words from a journey's on say that the traveller is to attend there what follows."""
    return WHERE.match(words.replace(" ,", ",")) is not None
