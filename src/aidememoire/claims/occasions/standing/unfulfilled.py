"""Unfulfilled: what was planned or promised and, by its own sentence, came to nothing, or is only hoped for."""

import re

from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import YET_TO_BE, MeetingState, Mentions

YET_TO_HOLD = re.compile(
    r"\b(?:has|have|had) (?:yet to|never) (?:hold|held|host(?:ed)?|convened?|staged?|had|have|opened?|beg[iu]n"
    r"|start(?:ed)?|paid|pay|made|make|attend(?:ed)?|complet(?:ed)?|conclud(?:ed)?)\s(?:(?!at\b|in\b|after\b|since\b)[\w’'-]+\s){0,5}$",
    re.IGNORECASE,
)
"""Before an occasion: accepts "have yet to hold the second", "has never paid a"; refuses "have yet to comment on the",
"has never met him since the"."""

_SIDES = r"(?:\s(?:between|with|of|among|in|on|at|to|by|for)\s[^,.;:]{1,80})?"
NEVER_HELD = re.compile(
    rf"{_SIDES}(?:\s?,[^.;:]{{1,90}},|\s\([^()]{{1,60}}\))?\s(?:(?:has|have|had) (?:(?:still )?never (?:been |yet )?"
    r"(?:held|convened|taken place|met|happened|begun|started|materiali[sz]ed|come off|come about)"
    r"|yet to (?:be held|take place|begin|start|convene|meet|happen))"
    r"|(?:was|were) never (?:held|convened)|never (?:took place|happened|materiali[sz]ed|came off|came about))\b",
    re.IGNORECASE,
)
"""Behind an occasion: accepts " with Peru, agreed in May, have never been held", " never took place"; refuses " with
Peru ended; elections have never been held"."""

_FIXED = r"(?:due|scheduled|supposed|set|expected|meant|planned|slated|to have)"
_HAD_MEANT = r"had (?:\w+ )?(?:planned|intended|hoped|wanted|agreed|meant|arranged)\sto"
WAS_TO_MEET = re.compile(
    rf"\b(?:(?:was|were|had been)\s(?:(?:originally|initially|previously|first|also)\s)?(?:{_FIXED}\sto|going\sto|to)"
    rf"|{_HAD_MEANT})\s(?:have\s)?(?:been\s)?(?:[\w-]+ly\s)?$",
    re.IGNORECASE,
)
"""Before a verb of meeting: accepts "was to", "were to have", "had been due to", "had planned to"; refuses "is to",
"was happy to"."""
WAS_DUE_THERE = re.compile(r"\b(?:was|were|had been)\s(?:also\s|originally\s)?$", re.IGNORECASE)
"""Before "due in" a town."""
WAS_TO_HOLD = re.compile(
    rf"\b(?:(?:was|were|had been)\s(?:{_FIXED}\sto|to)|{_HAD_MEANT})\s(?:have\s)?"
    r"(?:h[eo]ld|ha[vd]e?|host(?:ed)?|paid|pay|make|made"
    r"|beg[iu]n|start(?:ed)?|open(?:ed)?|chair(?:ed)?)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
"""Before the noun: accepts "were to hold", "was to have paid a"; refuses "was to speak after the"."""

WAS_TO_HAVE = re.compile(
    r"\b(?:was|were|had been)\s(?:originally\s|also\s)?(?:(?:due|scheduled|set)\s)?to have\b", re.IGNORECASE
)
"""How English tells of a plan that came to nothing: accepts "was to have met"; refuses "was to meet"."""

CAME_TO_NOTHING = re.compile(
    r"[^.;]{0,160}?\b(?:(?:did not|didn[’']t|could not|couldn[’']t)\s(?:\w+ly\s)?"
    r"(?:come(?!\s(?:up|to|out|from|under|as)\b)|go ahead|arrive|show up|turn up"
    r"|happen|take place|materiali[sz]e|make it|convene|come off|meet(?=\s?[.,]|\sthere"
    r"|\sthen|\sbecause|\safter\sall))"
    r"|never (?:came(?!\s(?:up|to|out|from|under)\b)|arrived|happened|took place|materiali[sz]ed|showed up|turned up"
    r"|met(?=\s?[.,]|\sthere|\sbecause))"
    r"|(?:has|have|had) never (?:met(?=\s?[.,]|\sthere|\ssince)|convened|been held|taken place)"
    r"|(?:was|were) never held|(?:stayed|(?:will|would) stay) (?:away|(?:at )?home)|(?:was|were) absent"
    r"|failed to (?:come|appear|arrive|turn up|show up|materiali[sz]e|take place))\b"
)
"""Behind what had been planned: accepts ", but he did not come", " and the meeting did not happen"; refuses ", but he
did not come to a decision"."""

_IT = (
    r"(?:(?:the|his|her|their|its|that|this|these|those)\s(?:[\w-]+\s){0,2}?(?:visits?|trips?|journeys?|tours?|meetings?|talks|"
    r"summit|encounter|call|session|round|conference|negotiations|plans?|appointment|engagement)|it|that|this|them|everything)"
)
_CALLED_OFF = r"(?:called\soff|cancell?ed|annull?ed|scrapped|shelved|aborted|abandoned|dropped|axed)"
_PUT_OFF = r"(?:put\s(?:off|back)|postponed|delayed|deferred|rescheduled|pushed\sback|carried\sover|transferred\sto)"
_BUT = r"[^.;]{0,160}?\b(?:but|before|until|and\sthen|then|only\sfor|although|however,?)\b[^.;]{0,60}?"


def _fate(participle: str, noun: str) -> re.Pattern[str]:
    """What tells that a plan was called off, or put off: in the same sentence, or at the head of the next."""
    was = r"\s(?:(?:was|were|has\sbeen|have\sbeen|had\sbeen|is|are|to\sbe)\s)(?:[\w-]+\s){0,2}?"
    particle = (
        participle.replace(r"\s(?:off|back)", "").replace(r"called\soff", "called").replace(r"pushed\sback", "pushed")
    )
    return re.compile(
        rf"{_BUT}(?:\b{_IT}{was}{participle}|\b{participle}\s{_IT}|\b{particle}\s{_IT}\s(?:off|back))\b"
        rf"|[^.;]{{0,160}}\.\s+(?:But |However, |Yet |In the end,? )?{_IT}{was}{participle}\b"
        rf"|{_BUT}\b(?:forced|caused|led\sto|asked\sfor|requested|sought)\s(?:an?|the|its|their|his|her)\s(?:\w+\s)?{noun}\b",
        re.IGNORECASE,
    )


WAS_FIXED = re.compile(
    rf"{_SIDES}(?:\s?,[^.;:]{{1,90}},)?,?\s(?:(?:which|that)\s)?(?:was|were|had been)\s"
    r"(?:(?:originally|initially|previously|first|also)\s)?"
    r"(?:scheduled|planned|slated|due|supposed|set|meant|expected|to\s(?:be\sheld|take\splace))\b",
    re.IGNORECASE,
)
"""Behind an occasion of which the plan is told first: accepts " with Peru was originally scheduled"; refuses " with
Peru was held as planned"."""


def _fate_told_on(participle: str) -> re.Pattern[str]:
    """Behind such a plan, what became of it with no subject of its own."""
    return re.compile(
        r"[^.;]{0,160}?(?:,?\s(?:but|and then|then|however,?)\s(?:has|have|was|were|had|is)\s(?:been\s)?"
        r"|,\s(?:(?:has|have|will)\s(?:been|be)|is|was|are|were)\s)"
        rf"(?:\w+\s){{0,2}}?{participle}\b",
        re.IGNORECASE,
    )


CALLED_OFF_ON, PUT_OFF_ON = _fate_told_on(_CALLED_OFF), _fate_told_on(_PUT_OFF)
"""Accept " for May in Lima, but was postponed", " for May, will be transferred to June"; refuse " for May, and the vote
was postponed"."""

WAS_CALLED_OFF, WAS_PUT_OFF = _fate(_CALLED_OFF, "cancellation"), _fate(_PUT_OFF, "(?:delay|postponement)")
"""Behind what had been planned: accept ", but the visit was called off", " but put the trip off because", ". The trip
was postponed", ", but a strike forced a delay"; refuse ", although an earlier visit by others had been called off",
" and put off his guests"."""

IT_FELL_THROUGH = re.compile(
    r"\s*(?:But |However, |Yet |In the end,? )?[Tt]h(?:e|eir|is|at|ese|ose) (?:[\w-]+ ){0,2}?"
    r"(?:meetings?|talks|summit|visit|call|encounter|session|consultations) (?:did not|didn[’']t|never)"
    r" (?:take place|took place|happen(?:ed)?|materiali[sz]ed?|go ahead|went ahead|come off|came off)\b"
)
"""The head of the next sentence: accepts "But the meeting never took place"; refuses "The meeting did not end well"."""

HOPED = re.compile(
    r"\b(?:(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|(?:expressed|voiced|express(?:es|ing)) "
    r"(?:the |its |his |her |their |a )?(?:hope|wish)) (?:[\w’'-]+ )?that|hop(?:es?|ed|ing))\s"
    r"(?:(?!(?:who|when|after|before|which|where|if|while)\b)"
    r"[\w’'.-]+,?\s){1,14}(?:will|would|could|can|may|might|shall|should)\s"
    r"(?:soon |also |both |be able to |again ){0,2}$",
    re.IGNORECASE,
)
"""Before a verb of meeting: accepts "hopes that the two leaders will", "hoped they could soon"; refuses "hopes that X,
who will"."""
HOPED_FOR = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|(?:expressed|voiced) (?:the |its |his |her |their |a )?(?:hope|wish)) (?:that )?"
    r"(?:the |a |an |their |its )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before the noun: accepts "hopes that the next", "hoped a"; refuses "hopes that Soto left the"."""
WILL_BE = re.compile(
    rf"{_SIDES} (?:will|would|could|can|may|might|shall|should) (?:soon |also )?(?:be (?:held|resumed|possible)"
    r"|take place|go ahead|happen|resume|begin|start|open|follow)\b"
)
"""Behind it: accepts " between Chile and Peru will take place"; refuses " with Peru will bring peace"."""
HOPED_TO = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|would like) to (?:[\w-]+ly |soon |also |be able to ){0,2}$", re.IGNORECASE
)
"""The same of what somebody hopes to do himself: accepts "hopes to"; refuses "hopes for talks to"."""

OF_WHOM = re.compile(
    r"\b(?:delegations?|missions?|envoys?|emissar(?:y|ies)|committees?|representatives?|members?|messengers?)"
    r" (?:of|from|sent by) (?:the |this |that )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before an occasion that has only sent somebody: accepts "the delegation of the Lima (summit)"; refuses "the
delegation at the (summit)"."""
NOT_TO_DO = re.compile(r"\b(?:(?:will|would|shall) not|won[’']t|wouldn[’']t|refus\w+ to|declin\w+ to)\b", re.IGNORECASE)

REACH, BEHIND = 160, 260  # code points before and behind the words in which these stand


def was_never_held(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether the words say that it has not been held yet, or never was, without a plan of a day ahead."""
    if sighting.is_title:
        return False
    text, sentence = mentions.report.text, sighting.sentence.span
    before = text[max(sentence.start, sighting.span.start - REACH) : sighting.span.start]
    is_noun = sighting.trigger.shape in {"occasion", "visit"}
    if is_noun and YET_TO_HOLD.search(before) is not None:
        return True
    end = min(sentence.end, sighting.span.end + BEHIND)
    return is_noun and NEVER_HELD.match(text, sighting.span.end, end) is not None


def is_only_its_sender(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether it has but sent those whom somebody is not to receive ("will not receive the envoys of the summit")."""
    if sighting.trigger.shape != "occasion" or sighting.state not in YET_TO_BE:
        return False
    sentence = sighting.sentence.span
    before = mentions.report.text[max(sentence.start, sighting.span.start - REACH) : sighting.span.start]
    return OF_WHOM.search(before) is not None and NOT_TO_DO.search(before) is not None


def came_to_nothing(before: str, after: str, following: str, *, is_verb: bool) -> bool:
    """Whether what somebody was to do was not done, by the words before and behind it, or the next sentence's."""
    if (WAS_TO_MEET if is_verb else WAS_TO_HOLD).search(before) is None:
        return False
    return CAME_TO_NOTHING.match(after) is not None or IT_FELL_THROUGH.match(following) is not None


def fate_of_plan(before: str, after: str, following: str, *, is_verb: bool) -> MeetingState | None:
    """What became of what somebody was to do: called off or put off, by what follows in its sentence or the next."""
    plan = (WAS_TO_MEET if is_verb else WAS_TO_HOLD).search(before)
    if plan is None and is_verb:
        plan = WAS_DUE_THERE.search(before)
    if plan is None:
        return None
    words = f"{after.rstrip()} {following.lstrip()}"
    if WAS_CALLED_OFF.match(words):
        return MeetingState.CANCELLED
    if WAS_PUT_OFF.match(words):
        return MeetingState.POSTPONED
    return MeetingState.CANCELLED if WAS_TO_HAVE.search(plan[0]) else None


_NOT_HELD = (
    r"(?:did not (?:take place|happen|go ahead|materiali[sz]e|come off|come about)|was not held|has not taken place"
    r"|never (?:took place|happened|materiali[sz]ed|came off|came about)|(?:will|would) not (?:now )?(?:take place"
    r"|happen|go ahead|be held|materiali[sz]e|come off))"
)
NOT_HELD_AS_FIXED = re.compile(
    rf"{_SIDES},\s(?:(?:which|that)\s(?:was|were)\s)?(?:planned|scheduled|foreseen|due|set|expected|appointed|announced"
    rf"|billed|arranged|slated)\s(?:for|on|at|in|to)\s[^.;,]{{2,50}},\s{_NOT_HELD}\b",
    re.IGNORECASE,
)
"""Behind an occasion: accepts " with Peru, planned for 1 March, did not take place"; refuses " with Peru, planned for
March, did not end the row"."""
NOT_HELD_AS_HOPED = re.compile(
    r"\s(?:(?:that|which)\s)?(?:he|she|they|it|both|(?:[A-Z][\w.’'-]+\s){1,4}?)\s?(?:had|has|have)\s(?:\w+\s)?"
    r"(?:hoped|planned|wanted|intended|expected|agreed|sought|asked|been (?:due|expecting|planning))\sto\s(?:hold|have"
    rf"|attend|host)\b[^.;]{{0,120}}?\s{_NOT_HELD}\b"
)
"""Behind an occasion: accepts " he had hoped to hold with Peru would not take place"; refuses " he had with Peru did
not take place in Lima, but", " he had hoped to hold will take place"."""


def was_not_held_as_fixed(after: str) -> bool:
    """Whether the words behind an occasion tell for when or by whom it was planned, and that it did not take place."""
    return NOT_HELD_AS_FIXED.match(after) is not None or NOT_HELD_AS_HOPED.match(after) is not None


def fate_of_fixed(after: str) -> MeetingState | None:
    """What became of an occasion of which the words behind it tell first for when it was fixed."""
    if CUT_PLAN_CALLED_OFF.match(after):
        return MeetingState.CANCELLED
    if CUT_PLAN_PUT_OFF.match(after):
        return MeetingState.POSTPONED
    fixed = WAS_FIXED.match(after)
    if fixed is None:
        return None
    if CALLED_OFF_ON.match(after, fixed.end()):
        return MeetingState.CANCELLED
    return MeetingState.POSTPONED if PUT_OFF_ON.match(after, fixed.end()) else None


_CUT_PLAN = (
    rf"{_SIDES}(?:\s?,[^.;:]{{1,90}},)?{_SIDES},?\s(?:planned|scheduled|slated|due|set|fixed|arranged|announced)\s"
    r"(?:for|on|to be held|to take place|in|at)\s[^.;,]{2,50},?\s"
    r"(?:(?:has|have|had)\s(?:now\s|again\s|also\s|since\s)?been|was|were|is|are|will be|would be)\s"
    r"(?:now\s|again\s|also\s|\w+ly\s)?"
)
CUT_PLAN_CALLED_OFF = re.compile(rf"{_CUT_PLAN}{_CALLED_OFF}\b", re.IGNORECASE)
CUT_PLAN_PUT_OFF = re.compile(
    rf"{_CUT_PLAN}(?:{_PUT_OFF}|(?:moved|shifted|changed)\s(?:from|to|until)\s)", re.IGNORECASE
)
"""Behind an occasion, with the plan cut short: accept " to Peru scheduled for 4 May has been moved to", " with Peru set
for May was called off"; refuse " to Peru scheduled for 4 May has been confirmed"."""


def is_hoped_for(before: str, after: str) -> bool:
    """Whether somebody but hopes that what the noun tells of will be held."""
    return HOPED_FOR.search(before) is not None and WILL_BE.match(after) is not None


def is_only_hoped(before: str, *, has_day: bool) -> bool:
    """Whether somebody but hopes that others will meet, or to meet them himself on a day that is named."""
    return HOPED.search(before) is not None or (has_day and HOPED_TO.search(before) is not None)
