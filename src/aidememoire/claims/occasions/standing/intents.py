"""Intents: what somebody asked, vowed, tried or threatened to do about a meeting, by the words right before it.

"Asked to meet the envoy" is no meeting but a request; "tried to meet her" is none; "threatened to cancel the talks"
cancelled none. Each row has the words that must end before the word for the meeting.
"""

import re

from aidememoire.claims.occasions.standing.unreal_row import NOUN, VERB, Unreal
from aidememoire.model import MeetingState

INVITED_TO = re.compile(
    r"\b(?:be|been|is|are|was|were|being) (?:\w+ )?invited to (?:the|its|their) (?:[\w’'-]+ ){0,3}$"
    r"|\binvit(?:ed|es|ing) (?:(?!to\b)[\w’'.-]+ ){1,7}to (?:attend |join |take part in |participate in )?"
    r"(?:the|its) (?:[\w’'-]+ ){0,3}$"
)
"""Before an occasion that others have called: accepts "were invited to the (summit)", "invited Ana Poe to attend the
BRICS (summit)"; refuses "to a (summit)"."""

INVITED_REACH = 14  # tokens
INTENT_REACH = 12  # tokens
LOOKING_BACK = frozenset("recall remember admit acknowledge confirm see film spot photograph finish".split())
"""Before "meeting" of what took place: accepts "recalled (meeting her)"; refuses "ruled out (meeting her)"."""

_DO = (
    r"to (?:(?:also|again|personally|soon|directly|first|once more) )?"
    r"(?:(?:hold|have|open|begin|start|resume|conduct|attend|host|arrange|organi[sz]e|set up) "
    r"(?:(?!with\b)[\w-]+ ){0,3})?$"
)
"""From an intent to the word for the meeting: accepts "to ", "to hold new "; refuses "to the "."""

_A = (
    r"(?:(?:an?|new|further|fresh|another|direct|the next|more|two|three) )"
    r"(?:(?!with\b|of\b|after\b|at\b)[\w-]+ ){0,3}$"
)
"""The same before a noun that was not told of: accepts "a second ", "fresh peace "; refuses "the ", "his "."""

STATES = (
    (
        MeetingState.PROPOSED,
        re.compile(
            r"\b(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )(?<!be )(?:ask|request|volunteer)(?:s|ed|ing)? "
            + _DO
            + r"|\b(?:is|are|was|were|been|be|remains?|stands?) (?:fully |also |still |always )?"
            r"(?:ready|prepared|willing) to $"
        ),
    ),
    (
        MeetingState.PLANNED,
        re.compile(
            r"\b(?:vow|pledge|promise|commit)(?:s|ed|d)? " + _DO + r"|\b(?:agree[sd]? on"
            r"|announce[sd]?|prepar(?:es|ed|ing)(?: for)?|plan(?:s|ned|ning)|schedul(?:es|ed|ing)|arrang(?:es|ed|ing)) "
            + _A
            + r"|\b(?:(?:is|are|was|were|been) (?:planning|preparing|scheduling|arranging)"
            r"|(?:set|fix(?:es|ed)?|agree[sd]? on) (?:the|an?) (?:\w+ )?(?:dates?|days?|time) (?:for|of)) "
            r"(?:(?!with\b)[\w-]+ ){0,3}$" + r"|\b(?:threat\w+|warn\w*[^.;]{0,30}? (?:would|could|might)) (?:to )?"
            r"(?:cancel|call off|postpone|boycott|skip|pull out of|walk away from|put off) "
            r"(?:(?!with\b)[\w’'-]+ ){0,3}$"
        ),
    ),
    (
        MeetingState.CANCELLED,
        re.compile(
            r"\b(?:drop|scrap|abandon|shelv|cancel|ditch)(?:s|ed|es|ped|led|ning|ing)? "
            r"(?:his |her |its |their |the |any |all )?plans? (?:for (?:a |an )?(?:[\w-]+ ){0,2}$|" + _DO + ")"
        ),
    ),
)


def intended_state(before: str) -> MeetingState | None:
    """
    The state that the words before a meeting's give it, where they tell of an intent; None where they don't.

    Accepts "asked to ", "vowed to hold ", "threatened to cancel the "; refuses "flew to ", "was asked to ".
    """
    return next((state for state, words in STATES if words.search(before)), None)


INTENTS = (
    # "tried to meet the envoy", "was unable to meet her", "has yet to meet him"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:(?:tried|tries|trying|attempt(?:s|ed|ing)?|efforts?|bid)(?: in vain| unsuccessfully)?"
            r"|(?:was|were|is|are|been) (?:unable|not able|yet|powerless)) " + _DO,
            re.IGNORECASE,
        ),
        None,
        VERB | NOUN,
        is_of_no_day=False,
    ),
    # "missed a meeting with the envoy"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:miss(?:ed|es)|snubb?(?:ed|s)?) (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,3}$", re.IGNORECASE
        ),
        None,
        NOUN,
        is_of_no_day=False,
    ),
    # "is keen to meet the envoy", "is open to talks"
    Unreal(
        "wish",
        re.compile(
            r"\b(?:is|are|was|were|been|be|remains?|seems?|appears?) (?:[\w-]+ )?"
            r"(?:(?:keen|eager|anxious|inclined|reluctant|loath|desperate) "
            + _DO
            + r"|(?:open to|in favou?r of|interested in|receptive to) "
            r"(?:(?!(?:with|at|in|on|of|for|the)\b)[\w-]+ ){0,3}$)",
            re.IGNORECASE,
        ),
        None,
        VERB | NOUN,
        is_of_no_day=False,
    ),
    # "was asked to meet the envoy"
    Unreal(
        "wish",
        re.compile(
            r"\b(?:was|were|is|are|been|being) "
            r"(?:asked|urged|told|ordered|instructed|advised|tasked|pressed|encouraged) " + _DO
        ),
        None,
        VERB | NOUN,
        is_of_no_day=False,
    ),
    # "hinted at a meeting with the envoy"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:hint(?:s|ed|ing)? (?:at|of)|float(?:s|ed|ing)? the idea of|mull(?:s|ed|ing)?|ponder(?:s|ed|ing)?"
            r"|consider(?:s|ed|ing)?|contemplat(?:es|ed|ing)) (?:holding )?"
            r"(?:(?:an?|another|new|further|fresh|direct|more) (?:[\w-]+ )?)?$",
            re.IGNORECASE,
        ),
        None,
        VERB | NOUN,
    ),
    # "ordered talks with the rebels"
    Unreal("wish", re.compile(r"\border(?:s|ed|ing) (?:(?!with\b|of\b)[\w-]+ ){0,2}$", re.IGNORECASE), None, NOUN),
    # "brought the sides to direct talks", "in an effort to get both parties back to talks"
    Unreal(
        "wish",
        re.compile(
            r"\b(?:to|of|at|for) (?:bring|get|coax|draw|persuad|nudg|push|lur)(?:e|ing)? (?:[\w’'-]+ ){0,3}?"
            r"(?:sides|parties|rivals|foes|factions|neighbou?rs|them|leaders|governments)"
            r" (?:back )?(?:to|into|in for) (?:[\w-]+ ){0,2}$",
            re.IGNORECASE,
        ),
        None,
        NOUN,
        is_of_no_day=False,
    ),
    # "have held five rounds of talks since 2017"
    Unreal(
        "generic",
        re.compile(
            r"\b(?:has|have|had) (?:already |so far |now |also )?(?:held|had|conducted|completed|gone through) "
            r"(?!an?\b|one\b|the\b|their\b|its\b|his\b|her\b)(?:(?:over|more than|at least|some|about) )?[\w-]+ "
            r"(?:[\w-]+ )?(?:(?:rounds|series|sets) of (?:[\w-]+ ){0,2})?$",
            re.IGNORECASE,
        ),
        re.compile(r"(?=[^.;:]{0,80}\bsince\b)"),
        NOUN,
        is_of_no_day=False,
        whole=re.compile(r"rounds|series|sets|talks|meetings|negotiations|summits|sessions", re.IGNORECASE),
    ),
)
