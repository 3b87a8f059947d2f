"""Unreal: words for a meeting that tell of none: what others are told to do, how ready somebody is, what isn't one.

Each row is a reason for refusal and a pattern of the words before and behind; ``why_unreal`` gives the first that fits.
"""

import re

from aidememoire.claims.occasions.standing.intents import INTENTS
from aidememoire.claims.occasions.standing.undone import why_undone
from aidememoire.claims.occasions.standing.unreal_row import NOUN, TRAVEL, VERB, VISIT, Unreal, first_reason
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import Mentions

UNREAL = (
    # "urged Peru to return to negotiations"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:urg\w+|call\w* (?:on|upon|for)|appeal\w* to|press\w*|encourag\w+|invit\w+|need for|steps to)\b"
            r"[^.;:]*\b(?:return|come back|get back|launch|resume|re-?engage|enter)\w*\b[^.;:,]{0,20}$",
            re.IGNORECASE,
        ),
        None,
        NOUN,
    ),
    # "wants Peru to join the talks"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:urg\w+|call(?:s|ed|ing)? (?:on|upon)|appeal\w* to|press(?:es|ed|ing)?|encourag\w+|want\w*|ask\w*"
            r"|hop\w+|wish\w*|persuad\w+|convinc\w+)\b(?: that)? (?!to\b)[^.;:,]{2,60}? "
            r"(?:to|will|would|can|could) (?:\w+ )?"
            r"(?:join|attend|take part in|participate in|be part of|rejoin)\b[^.;:,]{0,20}$",
            re.IGNORECASE,
        ),
        None,
        NOUN,
    ),
    # "their preparedness to meet Peru", "this opportunity to meet"; not "had the opportunity to meet"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:preparedness|readiness|willingness|openness|ready|willing|prepared|open|"
            r"(?<!had )(?<!got )(?:this|the) opportunity) "
            r"to (?:\w+ and )?$",
            re.IGNORECASE,
        ),
        re.compile(r"(?![^.;]{0,50}\b(?:in|at) [A-Z])"),
        VERB,
    ),
    # "meeting this request", "meet our goals"
    Unreal(
        "generic",
        None,
        re.compile(
            r"\s(?:(?:with )?(?:this|that|these|those|the|its|their|our|his|her|all|such|any)\s)?"
            r"(?!(?:at|on|by|upon|with|in)\s)(?:[\w-]+\s){0,2}?"
            r"(?:requests?|needs?|deadlines?|targets?|goals?|obligations?|demands?|standards?|challenges?|thresholds?"
            r"|requirements?|criteria|benchmarks?|expectations)\b",
            re.IGNORECASE,
        ),
        NOUN | VERB,
        is_of_no_day=False,
    ),
    # "it would be the first time they have sat at one table", "will meet on Monday, the first time they have spoken"
    Unreal(
        "generic",
        re.compile(
            r"(?:\b(?:would|will|['’]ll|['’]d) be|, in what (?:would|will) be|,) (?:only )?the \w+ time "
            r"(?:that |in [\w ]{3,20} that )?[^.;:]{0,60}?"
            r"\b(?:has|have) (?:ever |all |also )?$",
            re.IGNORECASE,
        ),
        None,
        VERB,
        is_of_no_day=False,
    ),
    # "signed a protocol on consultations between the ministries"
    Unreal(
        "generic",
        re.compile(
            r"\b(?:protocol|agreement|memorandum|plan|programme|program)\b[^.;]{0,40}\bon (?:\w+ )?$", re.IGNORECASE
        ),
        re.compile(r"\s(?:between|among|of)\b", re.IGNORECASE),
        NOUN,
        is_of_no_day=False,
    ),
    # "opening accession talks with Chad"
    Unreal("generic", re.compile(r"\b(?:accession|membership) $", re.IGNORECASE), None, NOUN),
    Unreal(
        "generic",
        re.compile(
            r"\b(?:obstacles?|issues?|progress|stumbling blocks?|difficult\w+) (?:in|to) (?:the |these )?$", re.I
        ),
        re.compile(r"\s(?:with|between)\b[^.;]{0,40}\b(?:on|over)\b", re.IGNORECASE),
        NOUN,
    ),
    # "welcomed the envoy’s latest trip"
    Unreal(
        "generic",
        None,
        re.compile(
            r"\s(?:[\w.-]+\s){0,4}?[\w.-]+[’']s?\s(?:[a-z-]+\s){0,2}?"
            r"(?:visit|trip|travel|decision|announcement|statement|efforts?|commitment|plan|move|call)\b"
        ),
        frozenset({"encounter", "receive"}),
        is_of_no_day=False,
    ),
    # "will appoint an envoy to the Lakes Forum"
    Unreal(
        "generic",
        re.compile(
            r"\b(?:appoint|nominat|nam(?:e|ing)|designat|select|choos|chos)\w*\b[^.;]{0,40}\b"
            r"(?:envoy|ambassador|representative|delegate|observer) (?:to|for) (?:the )?(?:[A-Z][\w.-]+ )*$",
            re.IGNORECASE,
        ),
        None,
        NOUN,
        is_of_no_day=False,
    ),
    # "joined the UN Security Council in January"
    Unreal(
        "generic",
        re.compile(
            r"\b(?:(?:join(?:s|ed|ing)?|serv(?:e|es|ed|ing) on|elected to)|(?:a |its |their )?(?:seat|term) on) "
            r"(?:the )?(?:[A-Z][\w.-]+ )*$"
        ),
        re.compile(r"(?!\s(?:session|meeting|briefing|debate|summit|conference)\b)(?=\W)", re.IGNORECASE),
        NOUN,
        is_of_no_day=False,
        whole=re.compile(r"(?:(?:[A-Z][\w.]+ )*(?:Council|Commission|Committee)|council|commission|committee)\b"),
    ),
    # "is departing for Lima to serve as chargé d’affaires"
    Unreal(
        "posting",
        None,
        re.compile(
            r"[^.;]{2,40}\bto (?:serve as|take up (?:his|her|their)|assume (?:his|her|their|the)"
            r"|begin (?:his|her) (?:term|tenure))\b"
        ),
        TRAVEL,
        is_of_no_day=False,
    ),
    # "shuttled between the delegations": the mediator's way of talking to both
    Unreal(
        "generic",
        None,
        re.compile(
            r"\s(?:(?:the|both|two|warring|[A-Z][\w’'-]+) ){0,3}"
            r"(?:delegat(?:ions?|es)|rivals?|sides|parties|factions|foes|camps|negotiators|teams|groups)\b"
        ),
        TRAVEL,
        is_of_no_day=False,
        whole=re.compile(r"shuttl[^.;]{2,20}between\b", re.IGNORECASE),
    ),
    # "travels to Chile for urgent treatment"
    Unreal(
        "generic",
        None,
        re.compile(
            r"[^.;]{2,40}?\bfor (?:[\w-]+ ){0,3}?(?:care|treatment|surgery|operations?|check-?ups?|therapy)\b"
            r"(?! of\b)",
            re.IGNORECASE,
        ),
        TRAVEL,
        is_of_no_day=False,
    ),
    # "had had seven meetings with Chile"
    Unreal(
        "generic",
        re.compile(
            r"\b(?:had|have|has|been|were) (?:\w+ )?(?:(?:some|about|over|nearly|almost|more than|at least) )*"
            r"(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:dozen|score|ten)s of) (?:[\w-]+ ){0,2}$",
            re.IGNORECASE,
        ),
        re.compile(r"\s(?:between\b|with\b(?![^.;]{0,55}\band\b))", re.IGNORECASE),
        NOUN,
        whole=re.compile(
            r"(?:meetings|talks|summits|(?:tele)?(?:phone )?(?:calls|conversations)|consultations)\b", re.IGNORECASE
        ),
    ),
    # "held calls to discuss the launch with Chile": the calls are the occasion
    Unreal(
        "generic",
        re.compile(r"\b(?:calls|conversations|meetings) to (?:further )?$", re.IGNORECASE),
        None,
        VERB,
        is_of_no_day=False,
        whole=re.compile(r"(?:discuss|exchange)"),
    ),
    # "is rumoured to be planning a visit", "amid rumours of a meeting"
    Unreal(
        "hypothetical",
        re.compile(r"\b(?:rumou?r(?:s|ed)?|speculation|speculated)\b[^.;:,]{0,66}$", re.IGNORECASE),
        re.compile(r"(?![^.;]{0,60}\b(?:was confirmed|has been confirmed|took place)\b)"),
        NOUN | VERB | TRAVEL | frozenset({"visit"}),
        is_of_no_day=False,
    ),
    # "made an encounter between the two more likely", "would make talks difficult"
    Unreal(
        "hypothetical",
        re.compile(
            r"\b(?:mak(?:e|es|ing)|made) (?:(?:an?|any|another|such|further) )?(?:[\w-]+ ){0,2}$", re.IGNORECASE
        ),
        re.compile(
            r"[^.;:,]{0,90}(?<!\ba) (?:(?:more |less |un)likely|impossible|(?:(?:more|very|too) )?difficult|harder)"
            r"(?=[.,;]|$| (?:for|in|after|than|this|if|and|but|because|since)\b)",
            re.IGNORECASE,
        ),
        NOUN,
        is_of_no_day=False,
    ),
    # "we will continue to strengthen security"
    Unreal(
        "generic",
        None,
        None,
        TRAVEL,
        is_of_no_day=False,
        whole=re.compile(r"(?:continu\w+|mov\w+|go\w*) (?:on )?to (?!the\b|an?\b|his\b|her\b|their\b)[a-z]"),
    ),
    # "a visit to Lima was not on the agenda"
    Unreal(
        "denied",
        None,
        re.compile(
            r"(?:\s(?!(?:that|which|where|whose|who|and(?!\s(?:the\s)?[A-Z])|but|as|because|after|before|since)\b)"
            r"[\w’'.-]+){0,12}?"
            r"\s(?:(?:is|are|was|were)\s(?:currently\s|now\s)?not|(?:is|was)n[’']t|(?:are|were)n[’']t)"
            r"\s(?:yet\s|currently\s|now\s|even\s)?(?:on\sthe\s(?:agenda|cards|table|schedule|diary|calendar|horizon)"
            r"|in\sthe\s(?:cards|works|diary|offing|pipeline)|under\s(?:discussion|consideration|preparation)"
            r"|being\s(?:discussed|considered|prepared|planned|arranged))\b"
        ),
        NOUN | VISIT,
        is_of_no_day=False,
    ),
    # "defected and flew to Chile", "the defection of the minister, who flew to Chile"
    Unreal(
        "generic",
        re.compile(
            r"\bdefect(?:ed|s|ing)(?:\s(?:and|on\s\w+day|last\s\w+|this\s\w+|yesterday|then|has|had)|,)*\s$"
            r"|\bdefection\sof\s[^.;]{2,50}?,\swho\s(?:had\s|has\s)?$",
            re.IGNORECASE,
        ),
        None,
        TRAVEL,
        is_of_no_day=False,
    ),
    # "talks have to be held with Chile"
    Unreal(
        "wish",
        None,
        re.compile(
            r"(?:\s(?:between|with|of)\s[^.;,]{2,60}?)?\s(?:has|have|needs?|ought)\sto\s(?:be\s(?:held|convened|arranged"
            r"|organi[sz]ed)|take\splace)\b"
        ),
        NOUN,
    ),
    # "lawyers for Chile and Peru met"
    Unreal(
        "domestic",
        re.compile(
            r"(?:^|[.;:,]\s|\b(?:the|that|as)\s)(?:[\w-]+\s){0,2}?(?:lawyers|attorneys|barristers|solicitors|prosecutors"
            r"|coaches|captains|players|fans|supporters)\s(?:for|representing)\s[^.;,]{2,60}\s$"
            r"|\b(?:football|soccer|cricket|rugby|hockey|basketball|volleyball|handball|tennis|national|youth|women[’']s)\s"
            r"(?:team|side|squad|eleven|players)\s(?:[\w-]+\s){0,3}$",
            re.IGNORECASE,
        ),
        None,
        VERB,
        is_of_no_day=False,
    ),
)


def why_unreal(mentions: Mentions, sighting: "Sighting") -> str | None:
    """The reason why the words around it tell of no occasion; None where none of the rows fits."""
    if sighting.is_title:
        return None
    return first_reason(UNREAL + INTENTS, mentions, sighting) or why_undone(mentions, sighting)
