"""Reprieve: what was to be withheld, and is told of after all.

A sentence may imagine, deny or wish for one thing and tell of an occasion beside it: "discussed possible moves ahead
of Monday’s meeting", "didn’t sign at the meeting in Oslo". Others tell by a denial when it will be ("won’t meet again
until May"), or whose proposal it is ("wants to open talks with Peru in Lima in May").
"""

import re
from dataclasses import replace

from aidememoire.claims.checks import POSSIBLE, is_habitual
from aidememoire.claims.occasions.parties.participation import is_organisation, mentions_between
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import MeetingState, Mentions

BESIDE = re.compile(
    rf"\b(?:ahead of|in advance of|before|after|following|during|prior to|on the {any_of('edges')} of) "
    r"(?P<own>(?:(?:a|an|the|its|their|this|next|\w+day[’']s|\w+[’']s) )?(?:[\w.,-]+ ){0,6})$",
    re.IGNORECASE,
)
"""Right before an occasion beside which something else is told of: accepts "ahead of a NATO ", "after Monday’s ";
refuses "ahead of the vote they hope for a "."""
ABOUT = re.compile(
    r"\b(?:about|over|of|for) (?P<own>(?:the|this|next|\w+day[’']s|today[’']s) (?:(?:week|weekend|month)(?:[’']s)? )?"
    r"(?:[\w.-]+ ){0,4})$",
    re.IGNORECASE,
)
"""Before an occasion that is known, of whatever is denied: accepts "wasn’t keen about today’s "; refuses "about a "."""
BESIDE_REACH = 70

DENIED_WORDS = re.compile(r"\b(?:no|not|any|without|avoid\w*|cancel\w*|if)\b", re.IGNORECASE)
"""In the occasion's own words: accepts "after no "; refuses "after the "."""

AGAIN_UNTIL = re.compile(
    r"(?:\s(?:again|formally|next|now|anew))*\s(?:until|before)\s(?:the\s)?(?:(?:early|late|mid|end of)[\s-])?(?=\S)",
    re.IGNORECASE,
)
"""Behind "won’t meet", what says when they will: accepts " again until May"; refuses " until the strike ends" by the
day that is asked for behind it."""

WANTS = re.compile(
    r"\b(?:wants?|wanted|hopes?|hoped|wish(?:es|ed)?|would like|keen|eager)\s(?:also\s)?to\s(?:\w+ly\s)?"
    r"(?:(?:hold|begin|open|start|have|resume|pay|make|arrange)\s)?[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""Before what somebody proposes to do himself: accepts "wants to begin informal "; refuses "wants them to begin"."""

ASKED_FOR = re.compile(
    r"\b(?:ask(?:s|ed)|request(?:s|ed)|propos(?:es|ed)|offer(?:s|ed)|call(?:s|ed))\b[^.;:]{0,50}$", re.IGNORECASE
)
"""Before what was formally asked for: accepts "asked for bilateral "; refuses "hoped for "."""

URGENT = re.compile(r"\b(?:emergency|urgent|special|extraordinary|immediate)\s(?:[\w.’'-]+\s){0,5}$", re.IGNORECASE)
"""Of a session called for: accepts "an urgent Arab League "; refuses "regular "."""

REACH = 110

DAYS_OF = re.compile(
    rf"\b(?:(?:an?|the|{'|'.join(cardinals(2, 10))}|\d+|several|few)[- ](?:\w+ )?(?:days?|hours?|round|day) of |"
    r"marathon )(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before talks that were held: accepts "two days of ", "a third day of "; refuses "years of "."""

NOT_ONE = re.compile(r"\b(?:such|any|every|each|all|regular|frequent|future|further|no|many|previous)\b", re.IGNORECASE)
NOT_ONE_REACH = 30
DAYS_OF_A_SITTING = 7
PLURALS = frozenset({"meetings", "sessions", "consultations"})


def reprieved(
    sighting: "Sighting", why: str | None, mentions: Mentions, knowledge: Knowledge
) -> tuple["Sighting", str | None]:
    """The sighting with the reason for which it is withheld, or as it is asserted after all."""
    if why not in {"hypothetical", "denied", "wish", "generic"} or sighting.is_title:
        return sighting, why
    begin = max(sighting.sentence.span.start, sighting.span.start - REACH)
    before = mentions.report.text[begin : sighting.span.start]
    if why in {"hypothetical", "wish", "denied"} and _is_beside(sighting, before):
        return sighting, None
    if why == "denied":
        return _met_only_then(sighting, mentions) or (sighting, why)
    if why == "wish" and _is_proposed(sighting, before, mentions):
        return replace(sighting, state=MeetingState.PROPOSED), None
    if why == "generic" and _is_of_a_body_on_a_day(sighting, before, mentions, knowledge):
        return replace(sighting, is_vague=False), None
    if why == "generic" and _is_asked_for(sighting, before, knowledge):
        return replace(sighting, is_vague=False), None
    return sighting, why


def _is_beside(sighting: "Sighting", before: str) -> bool:
    """Whether it has a day or place of its own, and something else is imagined or denied beside it."""
    if sighting.trigger.shape not in {"occasion", "visit"} or not (sighting.time or sighting.place):
        return False
    if sighting.state in {MeetingState.PROPOSED, MeetingState.CANCELLED, MeetingState.POSTPONED}:
        return False
    beside = BESIDE.search(before[-BESIDE_REACH:]) or ABOUT.search(before[-BESIDE_REACH:])
    if beside is None:
        return False
    own = beside["own"].lower()
    return not (POSSIBLE & set(own.split())) and DENIED_WORDS.search(own) is None


def _met_only_then(sighting: "Sighting", mentions: Mentions) -> tuple["Sighting", None] | None:
    """The meeting that a denial tells the time of ("is not due to meet again until May")."""
    if sighting.trigger.name != "meet" or sighting.tense in {Tense.PAST, Tense.PERFECT}:
        return None
    match = AGAIN_UNTIL.match(mentions.report.text, sighting.span.end, sighting.sentence.span.end)
    if match is None:
        return None
    times = mentions_between(mentions.times, match.end(), sighting.sentence.span.end)
    if not times or times[0].span.start > match.end() or times[0].when is None:
        return None
    on = mentions.on
    if on is None or times[0].when.last < on:
        return None
    return replace(sighting, time=times[0], state=MeetingState.PLANNED), None


def _is_proposed(sighting: "Sighting", before: str, mentions: Mentions) -> bool:
    """Whether somebody wants to do it himself with a named other, on a day ahead."""
    if len(sighting.codes) <= 1 or sighting.time is None or sighting.time.when is None or mentions.on is None:
        return False
    return sighting.time.when.last >= mentions.on and WANTS.search(before) is not None


def _is_of_a_body_on_a_day(sighting: "Sighting", before: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a plural or vague word tells of a body's sitting on a day of its own ("meetings of EU envoys today")."""
    when = sighting.time.when if sighting.time is not None else None
    if sighting.trigger.shape != "occasion" or not any(is_organisation(knowledge, code) for code in sighting.codes):
        return False
    if sighting.state is MeetingState.PROPOSED or NOT_ONE.search(before[-NOT_ONE_REACH:]):
        return False
    if DAYS_OF.search(before):
        return True
    is_plural = mentions.words(sighting.span).lower() in PLURALS
    if sighting.is_vague or not is_plural:
        return False
    return (
        when is not None
        and (when.last - when.first).days <= DAYS_OF_A_SITTING
        and not is_habitual(mentions, sighting.sentence, sighting.span)
    )


def _is_asked_for(sighting: "Sighting", before: str, knowledge: Knowledge) -> bool:
    """Whether one side formally asked another for talks, or a body for an urgent session."""
    if sighting.state is not MeetingState.PROPOSED or sighting.trigger.shape != "occasion" or not sighting.codes:
        return False
    asked = ASKED_FOR.search(before)
    if asked is None:
        return False
    if any(is_organisation(knowledge, code) for code in sighting.codes):
        return URGENT.search(before) is not None
    return len(sighting.codes) > 1 and not asked[0].lower().startswith("call")
