"""Foreseen: an occasion that the words around it only look ahead to ("the document that the third summit is to adopt").

Nobody is said there to hold it: somebody prepares it, hopes that it will go well, or says what it will be asked to do.
"""

import re

from aidememoire.claims.occasions.words.nouns import any_of

_TO_IT = r"(?: (?!(?:with|and|to|by|at|in|on)\b)[\w’'.+-]+){0,6} ?$"

LOOKED_AHEAD_TO = re.compile(
    r"(?:\b(?:run-?up|lead-?up|leadup) to|\bon the threshold of|\bto (?:prepare|plan)(?: for)?(?= (?:an?|the|their)\b)"
    r"|\b(?:hop\w+ for|wish\w*|ensur\w+|guarante\w+|contribut\w+ to|assur\w+) (?:the |a |every )?"
    r"(?:success(?:ful)?(?: (?:holding|hosting|conduct|outcome|convening))?|smooth (?:holding|running)) (?:of|in|to)"
    r"|\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?) (?:the |its |his |their |[A-Z][\w’'-]+ in |[A-Z][\w’'-]+ to )?"
    r"(?:holding|hosting|convening|convocation|host|hold|convene)(?: of)?"
    r"|\b(?:discuss\w*|review\w*|finali[sz]\w+|prepar\w+|coordinat\w+|agree\w*(?: on)?|work(?:ed|ing|s)? on|consider\w*"
    r"|draft\w*|complet\w+|views on|opinions on) (?:(?!of\b|for\b)[\w’'-]+ ){0,4}"
    r"(?:agendas?|drafts?|draft \w+|programmes?|programs?|deliverables|documents?|statements?|declarations?)"
    r"(?: (?:of|for) (?:the |a |its )?(?:agendas?|drafts?|programmes?|programs?|deliverables|documents?|statements?"
    r"|(?:[A-Z]\w+ )?[Dd]eclarations?))? (?:for|of)"
    r"|\b(?:agendas?|drafts?|draft \w+|deliverables|documents?|statements?|declarations?) (?:prepared |drafted )?for"
    r"|\bto be (?:signed|adopted|approved|announced|presented|discussed|endorsed|unveiled|considered|taken up|raised"
    rf"|submitted) (?:to|at|by|during|on the {any_of('edges')} of)"
    r"|\battach(?:es|ed|ing)? (?:great |much |high |special |utmost )?(?:importance|significance) to"
    r")" + _TO_IT
)
"""Before an occasion: accepts "in the run-up to the third", "hoped for the success of the", "to be signed at the",
"supports Peru in hosting the fifth", "met to prepare a"; refuses "the success of the", "the documents signed at the",
"worked at the"."""

DAY_OPEN_BEFORE = re.compile(
    r"\b(?:dates?|day|days|time|timing|venue|place|agenda) (?:and (?:the )?(?:dates?|day|time|venue|place|agenda) )?"
    r"(?:of|for)" + _TO_IT
)
DAY_OPEN_BEHIND = re.compile(
    r"[^.;:]{0,120}?\b(?:(?:has|have|had|is|are|was|were) (?:still )?not (?:yet )?(?:been )?(?:yet )?"
    r"|(?:is|are|has|have) yet to be "
    r"|(?:is|are) (?:still )?(?:to be |being )|will be |would be )(?:finally |yet )?"
    r"(?:determined|fixed|set|agreed|decided|announced|named|settled|defined|specified|clarified)\b"
)
"""Around an occasion of which the day is open: accept "the date of the third" before " has not been fixed", " will be
announced later"; refuse "the date of the third" before " was fixed in May"."""

DAY_OPEN = re.compile(
    r"[^.;:]{0,120}?\b(?:has|have) (?:still )?not (?:yet )?(?:determined|fixed|set|got|received) "
    r"(?:the|a|its|any) (?:date|day|time)\b"
)
"""Behind one: accepts " of envoys, due this year in Lima, has not determined the date"; refuses " set the date of
the vote"."""

DUE_BEHIND = re.compile(
    r"(?: (?:of|between|with|among|on|in|at) [^,.;:]{1,100})?,? (?:which|that) (?:ought to|should|must|has to|have to"
    r"|(?:is|are) supposed to) (?:\w+ )?(?:be (?:held|convened|hosted|carried out|organi[sz]ed)|take place|begin|open"
    r"|start|convene)\b"
)
"""Behind one that has yet to be held: accepts " of envoys, which ought to be held in Lima"; refuses ", which should
have been held", ", which should be welcomed"."""

PUSHED_FOR = re.compile(r"\b(?:push|press|lobby|angl|striv)(?:es|ed|ing)? for" + _TO_IT)
"""Before what somebody wants: accepts "is pushing for a fourth"; refuses "pushed the cart for the"."""

THOUGHT_OF = re.compile(
    r"\b(?:consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:es|ed|ing)|weigh(?:s|ed|ing)?|think(?:s|ing)? of"
    r"|thought of|propos(?:es|ed|ing)|suggest(?:s|ed|ing)?|float(?:s|ed|ing)?|(?:possibility|idea|prospect) of)"
    r" (?:also |jointly |together )?$"
)
"""Before a verb of visiting or meeting: accepts "is considering "; refuses "considered it after "."""

THOUGHT_OF_ONE = re.compile(
    r"\b(?:consider|mull|weigh|contemplat|ponder|explor|toy)(?:s|es|ed|ing)?(?: (?:with|over))? "
    r"(?:(?:holding|hosting|making|paying|arranging|organi[sz]ing|convening|the (?:possibility|idea|option) of) )*"
    r"(?:an?|another|a possible|such a) (?:(?!(?:of|for|after|before|about|on)\b)[\w-]+ ){0,3}$"
    r"|\bdiscuss(?:ed|es|ing)? (?:also |the (?:possibility|idea|option) of )?(?:holding|hosting|arranging|organi[sz]ing"
    r"|convening) (?:(?:an?|another|the|their|a possible) )?(?:(?!(?:of|for|after|before|about|on)\b)[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before the noun: accepts "is considering a state ", "mulled holding another ", "have discussed holding a "; refuses
"considered it at the ", "discussed it at the "."""

HAS_YET_TO_DO = re.compile(
    r"(?:(?:of|between|in|with|for) (?:(?!\b(?:who|which|that|and (?:then|he|she|it|they))\b)[^,.;:]){1,60}? )?"
    r"(?:(?:is|are) (?:also |now |still )?(?:(?:expected|due|set|scheduled|likely|slated|supposed|meant|called upon) to"
    r"|to (?:\w+ )?(?:adopt|approve|take|discuss|consider|decide|be|sign|review|endorse|focus|produce|open|begin))"
    r"|(?:should|could|might|may|must) (?:\w+ly |also )?(?!have\b)[a-z]+)\b"
)
"""Right behind it: accepts "is to adopt", "of Chile and Peru is expected to", "should become a"; refuses "adopted",
"should have become", "that is to"."""

TELLS_ITS_DAY = re.compile(
    r"(?: (?:in|at|of|between|with) [^,;:]{1,60})?(?: \([^()]{1,40}\))?"
    r",? (?:which|that|to be|(?:(?:now|originally|initially|previously|tentatively|provisionally) )?"
    r"(?:due|scheduled|set|slated|planned)|on|in|from)\b"
)
"""Behind an occasion ahead whose own day follows: accepts " in Lima, which will be held"; refuses ", ministers met"."""


LEFT_TO = re.compile(
    r"\b(?:left|departed|set (?:off|out)|headed|(?:has|have) (?:gone|flown|left|departed|headed|set (?:off|out))"
    r"|(?:is|are) on (?:his|her|their) way|(?:is|are) en route)(?: (?!for\b|to\b)[\w’'-]+){0,3} (?:for|to) (?!be\b)"
    r"(?:(?!\b(?:and|where|who|which|that|after|before|when|as)\b)[^;:.]){2,70}?"
    r"[ ,](?:to|for|in order to)(?: (?:the|an?|his|her|their|more|fresh|further|new))?(?: [\w-]+){0,3} ?$"
)
"""Before what somebody set out for and nobody says took place: accepts "left for Oslo on Monday to ", "has gone to Lima
for two days of "; refuses "left Oslo and went on to ", "left for Oslo, where he ", "flew to Oslo to "."""


DEPARTING_TO = re.compile(
    r"\b(?:is|are|was|were) (?:departing|leaving|setting (?:off|out)|heading (?:off|out))"
    r"(?: (?!and\b)[\w’'-]+){0,6} to $"
)
"""Before what somebody is said to set out for: accepts "was leaving on Thursday to "; refuses "left Oslo to "."""


def is_foreseen(before: str, behind: str) -> bool:
    """Whether an occasion lies ahead by the words right before it, or by what it is said to do behind it."""
    if LOOKED_AHEAD_TO.search(before) is not None or HAS_YET_TO_DO.match(behind) is not None:
        return True
    is_day_open = DAY_OPEN_BEFORE.search(before) is not None and DAY_OPEN_BEHIND.match(behind) is not None
    return is_day_open or DAY_OPEN.match(behind) is not None or DUE_BEHIND.match(behind) is not None
