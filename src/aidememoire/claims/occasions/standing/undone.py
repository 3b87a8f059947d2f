"""Undone: words that say outright of a meeting that nobody held it, and give no plan of it a fate.

What was planned and came to nothing is called off (``unfulfilled``); of these no plan is told, or nobody says what
became of it.
"""

import re

from aidememoire.claims.occasions.standing.unreal_row import NOUN, TRAVEL, VERB, VISIT, Unreal, first_reason
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import MeetingState, Mentions

COME_TO_NOTHING = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})

UNDONE = (
    # "rather than meet the minister", "instead of holding talks", "far from having met"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:rather than|instead of|far from)\s(?:(?:to|have|having|be|being|go|going|fly|flying|travel"
            r"|travelling|hold|holding|attend|attending|host|hosting|join|joining|personally|also|for|an?|the|direct|formal|his|her"
            r"|their|its|planned)\s){0,5}$",
            re.IGNORECASE,
        ),
        None,
        NOUN | VERB | TRAVEL | VISIT,
        is_of_no_day=False,
    ),
    # "it is too early to speak of a meeting"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:too (?:early|soon)|premature)\s(?:(?:yet|now|still)\s)?(?:for|to\s(?:speak|talk|think|discuss"
            r"|announce|plan|name|predict|say|confirm|set)\b)[^.;:]{0,45}$",
            re.IGNORECASE,
        ),
        None,
        NOUN | VERB | TRAVEL | VISIT,
        is_of_no_day=False,
    ),
    # "nothing came of a proposed meeting", "there is no question of a visit"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:(?:nothing|little|not much) (?:came|has come|had come|would come|will come) of"
            r" (?:an?|any|plans?|calls)\b|(?:is|was|be|been) (?:no|little) (?:question|chance|prospect|likelihood"
            r"|hope|sign|trace|record|word|talk) of)\s(?:[\w’'-]+\s){0,4}$",
            re.IGNORECASE,
        ),
        None,
        NOUN | VISIT,
        is_of_no_day=False,
    ),
    # "a meeting of the two is on the agenda"
    Unreal(
        "hypothetical",
        None,
        re.compile(
            r"(?:\s(?:between|of|with|to|by)\s[^.;,]{2,70}?)?\s(?:is|was|are|were)\s(?:also\s|still\s|again\s|now\s)?"
            r"(?:on\sthe\s(?:agenda|cards|table|horizon)|in\sthe\s(?:cards|offing|pipeline)|under\s(?:discussion"
            r"|consideration)|being\s(?:discussed|considered|mooted|mulled|weighed))\b"
        ),
        NOUN | VISIT,
    ),
    # "should have been in Lima on Monday for talks", "should have paid a visit"
    Unreal(
        "denied",
        re.compile(
            r"\bshould have (?:been (?:in|at|to|there)|gone|flown|come|travell?ed|arrived|held|had|opened|begun|started"
            r"|hosted|paid|made|taken part)\b[^.;:]{0,60}$",
            re.IGNORECASE,
        ),
        None,
        NOUN | VISIT,
        is_of_no_day=False,
    ),
    # "will not send a delegation to Lima for the talks", "did not attend the summit"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:(?:will|would|did|does|do|could) (?:not|never)|(?:wo|would|did|does|do|could)n[’']t) (?:now |also )?"
            r"(?:send|attend|join|participate in|take part in|(?:travel|go|fly|come|return) to) [^.;:,]{0,50}$",
            re.IGNORECASE,
        ),
        None,
        NOUN,
        is_of_no_day=False,
    ),
    # "talks with Peru will not happen as long as"
    Unreal(
        "conditional",
        None,
        re.compile(
            r"[^.;:]{0,95}?\b(?:will|would|can|could) (?:not|never) (?:\w+ )?(?:happen|take place|go ahead|be held"
            r"|begin|start|resume|be resumed|be possible) (?:as long as|so long as|while|until|unless|before)\b",
            re.IGNORECASE,
        ),
        NOUN | VISIT,
        is_of_no_day=False,
    ),
    # "a failure of the two sides to arrange a call", "were unable to agree on a meeting"
    Unreal(
        "denied",
        re.compile(
            r"\b(?:failures?|fail(?:s|ed|ing)?|inability|unable|attempts? that failed)\s"
            r"(?:(?:of|by) (?:(?!to\b)[\w’'-]+ ){1,6})?to (?:\w+ly )?"
            r"(?:arrange|set up|schedule|organi[sz]e|agree (?:on|to)|secure|convene)\s"
            r"(?:(?!(?:at|in|after|during)\b)[\w’'-]+\s){0,4}$",
            re.IGNORECASE,
        ),
        None,
        NOUN | VISIT,
        is_of_no_day=False,
    ),
    # "the two had scheduled meetings with others"
    Unreal(
        "generic",
        re.compile(r"\bhad (?:\w+ )?(?:scheduled|planned|arranged) (?:\w+ )?$"),
        re.compile(r"\s(?:with|to meet) (?:others|other (?:leaders|ministers|officials|people|delegations|envoys))\b"),
        NOUN,
        is_of_no_day=False,
    ),
    # "who had planned to visit Peru": what became of it isn't told
    Unreal(
        "wish",
        re.compile(
            r"\bhad (?:\w+ )?(?:planned|intended|hoped|wanted|meant|been (?:hoping|planning))\sto\s"
            r"(?:[\w-]+ly\s|also\s)?$",
            re.IGNORECASE,
        ),
        None,
        VERB | TRAVEL,
        is_of_no_day=False,
    ),
    # the ambassador goes back to his post: "returned to Peru"
    Unreal(
        "posting",
        re.compile(
            r"\b(?:ambassadors?|high commissioners?|charg[ée]s? d[’']affaires|consuls?)\b[^.;]{0,66}$", re.IGNORECASE
        ),
        re.compile(r"(?![^.;]{0,80}\b(?:for|to (?:hold|meet|discuss|attend|take part)|where|with)\b)"),
        TRAVEL,
        is_of_no_day=False,
        whole=re.compile(r"(?:return(?:ed|s|ing)?|(?:went|goes?|gone|going|came|flew) back)\b", re.IGNORECASE),
    ),
    # a landing and no visit: "stopped over in Peru to refuel"
    Unreal(
        "generic",
        None,
        re.compile(
            r"[^.;]{0,60}?\b(?:to (?:refuel|take on fuel|change (?:planes|aircraft))|for refuel+ing"
            r"|(?:while )?in transit|because of (?:bad weather|fog|storms?)|en route"
            r"|on (?:his|her|their|its|the) way)\b",
            re.IGNORECASE,
        ),
        TRAVEL,
        is_of_no_day=False,
        whole=re.compile(
            r"(?:stop(?:s|ped)?(?:over|ping)?|stopped over|land(?:s|ed)?|touch(?:es|ed)? down|spen[dt]s?|made an?"
            r"|makes an?|transit(?:s|ed)?|refuel)\b",
            re.IGNORECASE,
        ),
    ),
)


def why_undone(mentions: Mentions, sighting: "Sighting") -> str | None:
    """The reason why nobody is said to have held it, or to be going to; None where none of the rows fits."""
    if sighting.state in COME_TO_NOTHING:
        return None
    return first_reason(UNDONE, mentions, sighting)
