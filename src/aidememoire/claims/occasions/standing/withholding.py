"""Withholding: why a sighting of an occasion isn't asserted: denied, wished for, asked, usual, only worked towards."""

import re

from aidememoire.claims import checks
from aidememoire.claims.clauses import PAIR
from aidememoire.claims.conditions import is_conditional
from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.standing.standing import RECENT
from aidememoire.claims.occasions.standing.talk import is_only_mentioned
from aidememoire.claims.occasions.standing.unfulfilled import is_only_its_sender, was_never_held
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import Tense
from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import ActorKind, Granularity, MeetingKind, MeetingState, Mentions

MANY = re.compile(
    r"\b(?:(?:a (?:number|couple) of|several|many|numerous|multiple|countless|couple) (?:times|occasions)|"
    rf"more than once|twice|thrice|(?:{'|'.join(cardinals(2, 10))}|\d+) times)\b",
    re.IGNORECASE,
)

ONLY_AIMED_AT = re.compile(
    r"\b(?:efforts?|attempts?|bid|order|ways?|means|need(?:ed|s)?|necessity|ready|readiness|willing(?:ness)?|"
    r"prepared|urg(?:ed?|ing)|call(?:ed|s|ing)? (?:on|upon)|tr(?:y|ies|ied|ying)|"
    r"(?<!had the )(?<!had an )(?<!got the )(?<!had a )(?:chance|opportunity)|"
    r"conditions?|help(?:s|ed|ing)?|hinder|possible|interested)\b"
    r"(?:(?!\b(?:will|would)\b)[^.;:]){0,60}?\b(?:to|in) (?:[\w-]+ly )?"
    r"(?:get|hold(?:ing)?|resum(?:e|ing)|restart(?:ing)?|reviv(?:e|ing)|start(?:ing)?|begin(?:ning)?|open(?:ing)?|"
    r"engag(?:e|ing) in|continu(?:e|ing)|pursu(?:e|ing)|enter(?:ing)?(?: into)?|relaunch|launch|"
    r"advance|promote|facilitate|complete|conduct)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
"""Before talks that nobody is said to hold. Accepts "ready to resume", "efforts to revive"; refuses "agreed to"."""

HOMEWARD = re.compile(r"\s+(?:to )?(?:his|her|their) (?:native|home|own)\b", re.IGNORECASE)
"""After a verb of travel, as nobody visits his own country: accepts " her native Peru"; refuses " her friends"."""

CONTINUING = re.compile(
    r"\bto (?:continue|resume|keep up|carry on|deepen|further|build on|advance|follow up on) "
    r"(?:(?:our|their|his|her|its|the|these|those|close|ongoing|regular) )*(?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""What a call was for: accepts "spoke to continue their"; refuses "spoke before the"."""

PLURALS = frozenset({"meetings", "summits", "visits", "sessions", "conversations", "consultations", "negotiations"})
COUNTABLE = frozenset({"summits", "visits", "sessions", "conversations"})
WHICH = re.compile(r"\b(?:the|these|those|both|two|three|first|last|’s|'s)\s(?:[\w&’'-]+,?\s){0,6}$", re.IGNORECASE)
"""Before a plural that stands for occasions which the reader can count: accepts "the NATO and EU ", "their two ";
refuses "took part in "."""
ALL_BEFORE = re.compile(r"\b(?:previous|past|earlier|prior|all|other) (?:[\w-]+ )?$", re.IGNORECASE)
"""Before a plural that tells of no one occasion: accepts "our previous"; refuses "the two"."""

ABSENCE = re.compile(
    r"\b(?:absen(?:ce|t)\b(?!.*\bwhen\b)|boycott\w*|stay(?:ed|ing)? away|skipp\w+|snubb\w+)\b(?!.*\binstead\b)|"
    r"(?:\bnot|n[’']t) (?:be |been |being )?(?:at|in|(?:a )?part of|present (?:at|in)|represented (?:at|in)|"
    r"(?:taking|take) part in) (?:[\w’'-]+ ){0,4}$|"
    r"\b(?:declin|refus)\w+ to (?:attend|join|take part|participate|be present|sit)\b[^,;.]*$|"
    r"\b(?:pull|back|dropp?|bow)(?:s|ed|ing)? out of (?:(?:a|an|the|his|her|their|its|this|that) )?(?:[\w’'-]+ ){0,3}$|"
    r"\b(?:has|have|had) yet to (?:be )?$|"
    r"\b(?:prohibit|bar(?:red|s)\b|bann?(?:ed|s)\b|forb[ai]d|prevent|discourag|stopped)\w*"
    r"(?:\s[^.;:,]{1,50}?)?\sfrom $",
    re.IGNORECASE,
)
"""Before an occasion: somebody wasn't there. Accepts "are not at the (meeting)", "declined to take part in (talks)",
"have yet to (meet)", "pulled out of a (meeting)", "bars its people from (travelling to)", "was prevented from"; refuses
"was absent when the two (met)", "did not sign at the (talks)"."""


INVITED = re.compile(r"\b(?:was|were|been|is|are) invited to (?:[\w’'-]+ ){0,6}$")
STAYED_OUT = re.compile(
    r"[^.;:]{0,90}?\bbut\b[^.;:]{0,40}?\b"
    r"(?:declin\w+|refus\w+|not to (?:attend|go|come|take part|get involved|join|send))\b"
)
"""Before and behind what the invited kept away from: accepts "were invited to the (talks), but both decided not to go";
refuses "were invited to the (talks), but arrived late"."""


_OFFICIAL = (
    r"officials?|ministers?|presidents?|premiers?|ambassadors?|leaders?|delegates?|envoys?|diplomats?|governments?"
    r"|chancellor|king|queen|prime|secretary|senators?|parliament\w*|lawmakers|leadership|generals?|officers|negotiators?"
    r"|who|which|that|to|at|in|for|on|after|before|ahead|during|said|about|over"
)
PRIVATE_GUESTS = re.compile(
    r"(?:\s(?:on\s\w+day|today|yesterday|here|later|also|briefly|privately|in\s(?-i:[A-Z])[\w-]+))*,?\s(?:with\s)?"
    rf"(?:(?!(?:{_OFFICIAL})\b)[\w.’'-]+,?\s){{0,8}}?"
    r"(?:business(?:m[ae]n|people|\sleaders?|\s(?:people|community|circles|figures|executives|representatives))"
    r"|entrepreneurs?|investors?|industrialists|executives|journalists?|reporters?|correspondents|editors|activists"
    r"|students?|pupils|veterans?|victims|survivors|pilgrims|athletes|artists|scholars|academics|staff|employees"
    r"|personnel|compatriots|expatriates|public\scircles"
    r"|(?:con)?federation\sof\s(?:[\w-]+\s){0,2}?(?:economic|industr\w+|commerce|business\w*|employers)\b"
    r"(?:\sorgani[sz]ations)?)\b",
    re.IGNORECASE,
)
"""Behind a word for meeting, those who are none of a state's officials: accepts " on Friday with victims of the war",
" a delegation of Japanese businessmen"; refuses " with officials and business leaders"."""
PRIVATE_VISITORS = re.compile(
    r"\s(?:by|of)\s(?:an?\s|the\s|some\s)?(?:(?:group|delegation|team)\sof\s)?(?:[\w-]+\s){0,2}?"
    r"(?:business(?:m[ae]n|people|\s(?:people|community|circles|executives|representatives))|entrepreneurs?|investors?"
    r"|industrialists|executives|journalists?|reporters?|editors|students?|pupils|veterans?|tourists?|pilgrims|athletes"
    r"|artists|scholars|academics)\b",
    re.IGNORECASE,
)
"""Behind a visit that none of a state's officials pays: accepts " by Japanese business circles"; refuses " by the
minister and business leaders"."""
WITH_GUESTS = frozenset({"meet", "meeting", "receive", "speak", "see", "conversation", "talks", "discuss with"})


CAPTION = re.compile(
    r"[\s,](?:second |third |far )?(?:left|right|cent(?:re|er))(?=,\s|\sand\s)"
    r"|\((?:\d(?:nd|rd|th)\s)?(?:L|R|C|left|right|pictured|centre|center)\)"
)
"""Who stands where in a picture. Accepts ", right, speaks to", "(L) meets"; refuses "is right to", "he left for"."""
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE})
PICTURED = frozenset({Tense.PRESENT, Tense.NONE, Tense.ONGOING})

LAUNCHED = re.compile(
    r"\s*(?:(?:of|on|for|about)\s[^,.;:]{1,40}?)?,?\s*(?:(?:which|that)\s)?(?:was|were|had been|has been)?\s?"
    r"(?:launched|inaugurated|initiated|set in motion)\b"
)
"""Behind negotiations of years, of which the beginning is told: accepts " of talks launched in", " that were launched";
refuses " and launched a fund"."""

DEALING = re.compile(
    r"\b(?:(?:involved|engaged|locked) in|oversaw|oversees?|overseeing|(?:was|were|is|are|been) continuing)\s"
    r"(?:(?:the|its|their|these)\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Before talks that go on over months, on no day: accepts "was involved in", "oversaw trade"; refuses "held"."""

OPENED_BEFORE = re.compile(r"\b(?:opened|began|started)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
OPENED_BEHIND = re.compile(r"[^.;:]{0,80}?\b(?:opened|began|begun|started|got under ?way|got under)\b", re.IGNORECASE)
LONG_AGO = 60
"""Days behind which a beginning is that of negotiations of months: accepts "opened talks last June" in March."""

OF_ITS_NAME = re.compile(r"\s(?:agreements?|accords?|deals?|pledges?|package|treaty|resolutions?|process)\b")
"""Behind an occasion that only names a paper: accepts "the Lima summit accord"; refuses "the summit agreed"."""

POSTED = re.compile(
    r"\b(?:observers?|monitors?|peacekeepers?|inspectors?|troops|soldiers|forces|police(?:men)?|blue helmets"
    r"|aid workers|trainers?|advisers|volunteers|engineers|medics|doctors"
    r"|(?:war|aid )?ships?|vessels?|boats?|ferr(?:y|ies)|convoys?|planes?|aircraft|flights?|trucks|cargo|shipments?)\b",
    re.IGNORECASE,
)
"""Who or what comes to a country and doesn't visit it: accepts "UN monitors arrived in", "an aid ship"; refuses "the
envoy arrived in"."""


FIXED_BEHIND = re.compile(
    r"(?:\s(?:to|with|between|of|by|in|at)\s[^.;:]{1,60}?)?,?\s(?:(?:which|that)\s(?:is|was|had been|has been)\s)?"
    r"(?:planned|scheduled|due|set|slated|fixed)\s(?:for|to|on|in|next|this|later|to be held)\b"
)
FIXED_BEFORE = re.compile(
    rf"\b(?:planned|scheduled|{any_of('ahead')}|next (?:week|month)[’']s)\s(?:[\w-]+\s){{0,3}}\Z", re.IGNORECASE
)
ANNIVERSARY = re.compile(
    r"\banniversar(?:y|ies) of (?:the|their|its|his|her) (?:(?!(?:at|in|on|with|and)\b|\d)[\w’'-]+ ){0,5}$",
    re.IGNORECASE,
)
"""Before an occasion of long ago: accepts "the tenth anniversary of the "; refuses "at the ", "anniversary of the
2011 ", which has a year of its own."""

AS_REGARDS = re.compile(
    r"(?:^|[.:?!]\s|,\s)(?:in terms of|as for|as to|on|regarding|about)\s(?:an?|any|the)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
NOTHING_TO_TELL = re.compile(
    r"[^.;:!?]{0,70}?,\s(?:[\w’']+\s){0,3}?(?:do\snot|don[’']t|have\snothing|have\sno)\b[^.;:!?]{0,40}?"
    r"\bto\s(?:predict|announce|preview|share|report|tell|add|read\sout|confirm)\b"
)
"""Before and behind what a speaker won't speak of: accept "In terms of an upcoming (call) with her, I don’t have
anything to announce"; refuse "The (call) is on Friday; I have nothing to add"."""

ON_ITS_MARGINS = re.compile(
    rf"\b(?:{any_of('edges')}|fields?|frames?) of (?:the|an?|this year[’']s) (?:[\w.’'&-]+ ){{0,6}}$",
    re.IGNORECASE,
)
"""Before an occasion beside which others met: accepts "met on the sidelines of the Lima (summit)"; refuses "met at the
(summit)"."""

ON_THE_PROGRAMME = re.compile(
    r"\b(?:[Ii]n|[Oo]n) (?:the|his|her|their|its) (?:[\w-]+ ){0,2}?(?:program(?:me)?|agenda|schedule|plans)\b"
    r"[^.;:]{0,90}\s[–—-]\s"
    r"(?:[\w-]+ ){0,3}$"
)
"""Before talks of which only one side stands in their words: accepts "In the programme of the visit - "; refuses "In
the programme they held "."""

UNCHANGED_BEFORE = re.compile(
    r"\b(?:not|n[’']t|never|nor) (?:\w+ ){0,2}?(?:change|affect|alter|disrupt|influence|prevent|shorten|spoil|mar)\b"
    r"[^.;,]{0,60}$",
    re.IGNORECASE,
)
"""Before what is planned and stays so: accepts "would not change the format of his "; refuses "would not pay a "."""
MAY_BECOME = re.compile(
    r"[^;:]{0,90}?\b(?:may|might|could)\s(?:now\s|yet\s|still\s|also\s|have to\s|need to\s|well\s)*"
    r"(?:be\s(?:shortened|postponed|delayed|put off|cancell?ed|called off|scrapped|moved|rescheduled|pushed back"
    r"|extended|cut short|affected|derailed|overshadowed|jeopardi[sz]ed|complicated|in doubt|in jeopardy)"
    r"|slip|collapse|founder|unravel|bring|produce|yield|pave|prove|provide|help)\b"
)
"""What is planned, by the words behind or before it, and what may become of it: accept ", scheduled for 4-6 May, may be
shortened", "the planned (visit) to Peru could be put off"; refuse "the planned (visit) might take place in May"."""


def why_withheld(mentions: Mentions, sighting: "Sighting") -> str | None:
    """Why a sighting isn't asserted; what is proposed or called off is reported as such, and so is no refusal."""
    why = checks.why_withheld(mentions, sighting.sentence, sighting.span)
    if sighting.time is None and MANY.search(mentions.report.text, sighting.span.end, sighting.span.end + 60):
        return "generic"
    before = mentions.report.text[max(sighting.sentence.span.start, sighting.span.start - 60) : sighting.span.start]
    is_kept_from = INVITED.search(before) and STAYED_OUT.match(mentions.report.text, sighting.span.end)
    if ABSENCE.search(before) or is_kept_from or was_never_held(mentions, sighting):
        return "denied"
    if is_only_its_sender(mentions, sighting):
        return "generic"
    if _is_not_spoken_of(mentions, sighting):
        return "denied"
    if sighting.time is None and MANY.search(before):
        return "generic"
    if _are_some_talks(mentions, sighting) or (
        sighting.trigger.shape in {"signing", "occasion", "visit"} and ANNIVERSARY.search(before)
    ):
        return "generic"
    if sighting.trigger.shape == "travel" and HOMEWARD.match(mentions.report.text, sighting.span.end):
        return "domestic"
    if _is_only_aimed_at(mentions, sighting):
        return "wish"
    if (
        _is_only_continued(mentions, sighting)
        or _is_of_others(mentions, sighting)
        or _is_on_a_programme(mentions, sighting)
    ):
        return "generic"
    if _is_with_private_people(mentions, sighting):
        return "domestic"
    if _is_in_a_caption(mentions, sighting):
        return "caption"
    if sighting.time is None and OF_ITS_NAME.match(mentions.report.text, sighting.span.end) is not None:
        return "generic"
    if sighting.trigger.kind is MeetingKind.TALKS and (
        _is_of_its_launch(mentions, sighting) or _is_of_months(mentions, sighting)
    ):
        return "generic"
    if why is None and _is_a_posting(mentions, sighting):
        return "posting"
    if why in {"wish", "hypothetical"} and RECENT.search(before) and sighting.trigger.shape in {"occasion", "visit"}:
        why = None  # "would like to praise the recent summit"
    if why == "denied" and _is_fixed_and_unchanged(mentions, sighting):
        why = None
    if why == "hypothetical" and _is_fixed_whatever_may_become_of_it(mentions, sighting):
        why = None
    if why is None and is_conditional(mentions, sighting.sentence, sighting.span):
        return "conditional"
    if why == "generic" and _is_specific(mentions, sighting):
        why = None
    if why is None and (sighting.is_vague or _is_of_many(mentions, sighting)):
        return "generic"
    if why is None and is_only_mentioned(mentions, sighting):
        return "generic"
    if why == "wish" and sighting.trigger.is_hosting and sighting.state is MeetingState.PLANNED:
        return None
    if (
        why == "wish"
        and sighting.trigger.name == "be seen"
        and (sighting.time is not None or sighting.place is not None)
    ):
        return None  # "looked forward to seeing the minister tomorrow in Lima"
    if why == "wish" and sighting.is_next and sighting.format is not None and sighting.state is MeetingState.PLANNED:
        return None  # "looks forward to the next Energy Dialogue"
    if why in {"wish", "hypothetical"} and sighting.state is MeetingState.PROPOSED:
        return None
    if why == "denied" and sighting.state in {MeetingState.POSTPONED, MeetingState.CANCELLED}:
        return None
    if why == "question" and sighting.is_title:
        return None
    return why


def _is_not_spoken_of(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a speaker has nothing to tell of what may be ahead, on no day."""
    if sighting.time is not None or sighting.trigger.shape not in {"occasion", "visit"}:
        return False
    text, sentence = mentions.report.text, sighting.sentence.span
    is_regarded = AS_REGARDS.search(text[max(0, sentence.start - 2) : sighting.span.start]) is not None
    return is_regarded and NOTHING_TO_TELL.match(text, sighting.span.end, sentence.end) is not None


def _are_some_talks(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a plural tells of conversations on no day, in no place, with nobody named ("with their counterparts")."""
    words = mentions.words(sighting.span).strip('”"').lower()
    if sighting.trigger.name != "conversation" or words not in {"conversations", "discussions"} or sighting.is_title:
        return False
    if sighting.time is not None or sighting.place is not None:
        return False
    named = mentions_between(mentions.persons, sighting.span.end, sighting.sentence.span.end)
    return not any(one.actor in sighting.actors for one in named)


def _is_fixed_and_unchanged(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether it is planned, and only that something would change it is denied."""
    text, sentence = mentions.report.text, sighting.sentence.span
    if sighting.trigger.shape not in {"occasion", "visit"} or not UNCHANGED_BEFORE.search(
        text, sentence.start, sighting.span.start
    ):
        return False
    begin = max(sighting.span.end, *(span.end for _, span in sighting.parties if span is not None), 0)
    is_fixed = FIXED_BEHIND.match(text, sighting.span.end, sentence.end) or FIXED_BEHIND.match(
        text, begin, sentence.end
    )
    return is_fixed is not None or FIXED_BEFORE.search(text, sentence.start, sighting.span.start) is not None


def _is_fixed_whatever_may_become_of_it(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether it is planned, and only what may become or come of it is open ("the planned visit may be shortened")."""
    if sighting.trigger.shape not in {"occasion", "visit"}:
        return False
    text, sentence = mentions.report.text, sighting.sentence.span
    fixed = FIXED_BEHIND.match(text, sighting.span.end, sentence.end)
    if fixed is None and FIXED_BEFORE.search(text, sentence.start, sighting.span.start) is None:
        return False
    begin = fixed.end() if fixed is not None else sighting.span.end
    return MAY_BECOME.match(text, begin, sentence.end) is not None


def _is_with_private_people(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether those met are businesspeople, journalists or the like, and nobody who takes part is named behind them."""
    if sighting.trigger.shape == "visit" and PRIVATE_VISITORS.match(mentions.report.text, sighting.span.end):
        return True
    hosts = [code for code, span in sighting.parties if span is not None and span.end <= sighting.span.start]
    if sighting.trigger.name not in WITH_GUESTS or len(hosts) >= PAIR:
        return False  # "the two presidents met with journalists": they met each other
    behind = " " + " ".join(mentions.report.text[sighting.span.end : sighting.sentence.span.end].split())
    if PRIVATE_GUESTS.match(behind) is None:
        return False
    named = mentions_between(mentions.persons, sighting.span.end, sighting.sentence.span.end)
    return not any(one.actor in sighting.actors and mentions.words(one.span)[:1].isupper() for one in named)


def _is_in_a_caption(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether the words say what a picture shows ("X, right, speaks to Y, left"), and not when those two met."""
    is_told = sighting.time is not None and len(sighting.codes) >= PAIR
    if sighting.tense not in PICTURED or is_told:
        return False
    return CAPTION.search(mentions.report.text, sighting.sentence.span.start, sighting.sentence.span.end) is not None


def _is_of_its_launch(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether it tells when negotiations of years were launched, which is no meeting ("a round launched last May")."""
    return LAUNCHED.match(mentions.report.text, sighting.span.end, sighting.sentence.span.end) is not None


def _is_of_months(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether negotiations of months are told of, of no one day and in no place ("oversaw talks with Peru")."""
    if sighting.place is not None or sighting.is_title or len(sighting.actors) >= PAIR:
        return False
    text, begin = mentions.report.text, max(sighting.sentence.span.start, sighting.span.start - 60)
    before = text[begin : sighting.span.start]
    if DEALING.search(before) is not None:
        return True
    when, on = sighting.time.when if sighting.time else None, mentions.on
    if when is None or on is None or (on - when.last).days <= LONG_AGO:
        return False
    behind = OPENED_BEHIND.match(text, sighting.span.end, sighting.sentence.span.end)
    return OPENED_BEFORE.search(before) is not None or behind is not None


def _is_a_posting(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether those who go there are sent to stay ("UN monitors arrived in")."""
    if sighting.trigger.shape != "travel":
        return False
    if any(mentions.actors[index].kind is ActorKind.PERSON for index in sighting.actors):
        return False
    text = mentions.report.text
    before = text[max(sighting.sentence.span.start, sighting.span.start - 60) : sighting.span.start]
    if sighting.trigger.name == "send":
        before = mentions.words(sighting.span) + text[sighting.span.end : sighting.span.end + 20]
    return POSTED.search(before) is not None


def _is_only_aimed_at(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether talks are what somebody is ready for or works towards, on no day, in no place."""
    if sighting.trigger.name not in {"talks", "meeting", "conversation", "dialogue"} or sighting.is_title:
        return False
    if sighting.time is not None or sighting.place is not None or sighting.ordinal is not None:
        return False
    start = max(sighting.sentence.span.start, sighting.span.start - 160)
    return ONLY_AIMED_AT.search(mentions.report.text[start : sighting.span.start]) is not None


def _is_only_continued(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether talks are what somebody called or met to go on with, on no day of their own."""
    if sighting.trigger.name not in {"talks", "conversation", "dialogue"} or sighting.is_title:
        return False
    if sighting.time is not None and sighting.time.span.start >= sighting.span.end:
        return False
    start = max(sighting.sentence.span.start, sighting.span.start - 60)
    return CONTINUING.search(mentions.report.text[start : sighting.span.start]) is not None


def _is_of_others(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether the only parties are those who met beside it ("A and B met on the sidelines of the summit in Lima")."""
    if sighting.trigger.shape != "occasion" or not sighting.parties or sighting.is_named or sighting.format is not None:
        return False
    begin = sighting.sentence.span.start
    beside = ON_ITS_MARGINS.search(mentions.report.text, begin, sighting.span.start)
    return beside is not None and all(span is not None and span.end <= beside.start() for _, span in sighting.parties)


def _is_on_a_programme(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a list of what somebody has come for names only those whom he is to meet, each for himself."""
    if sighting.trigger.shape != "occasion" or sighting.is_title:
        return False
    begin = sighting.sentence.span.start
    is_listed = ON_THE_PROGRAMME.search(mentions.report.text, begin, sighting.span.start) is not None
    return is_listed and all(span is None or span.start >= sighting.span.end for _, span in sighting.parties)


def _is_of_many(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a plural tells of what is usual, or of all there were ("chairs ministers' meetings", "past talks")."""
    if not (sighting.time or sighting.place or sighting.is_title) and mentions.words(sighting.span).lower() in PLURALS:
        start = max(sighting.sentence.span.start, sighting.span.start - 40)
        if ALL_BEFORE.search(mentions.report.text[start : sighting.span.start]):
            return True
    if _are_some_of_a_year(mentions, sighting):
        return True
    is_plural = sighting.trigger.name == "meeting" and mentions.words(sighting.span).lower() == "meetings"
    return (
        is_plural
        and sighting.tense in {Tense.PRESENT, Tense.ONGOING}
        and not (sighting.time or sighting.place or sighting.is_title)
    )


def _are_some_of_a_year(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a plural tells of as many occasions as there were in a year ("took part in Andean summits this year")."""
    if mentions.words(sighting.span).lower() not in COUNTABLE or sighting.is_title or sighting.place is not None:
        return False
    when = sighting.time.when if sighting.time is not None else None
    if when is None or when.granularity is not Granularity.YEAR:
        return False
    start = max(sighting.sentence.span.start, sighting.span.start - 60)
    return WHICH.search(mentions.report.text, start, sighting.span.start) is None


def _names_guests(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether one of those who meet is named behind the word ("meetings with X"; not "they confirmed new meetings")."""
    after = (sighting.span.end, sighting.sentence.span.end)
    persons = mentions_between(mentions.persons, *after)
    references = mentions_between(mentions.references, *after)
    named = {one.actor for one in persons} | {index for one in references for index in one.actors}
    before = mentions.report.text[max(0, sighting.span.start - 4) : sighting.span.start]
    return bool(named & set(sighting.actors)) or before.endswith(("’s ", "'s "))


def _is_specific(mentions: Mentions, sighting: "Sighting") -> bool:
    """Whether a bare plural means occasions after all: a day or named people tie it down ("meetings with X and Y")."""
    if checks.is_habitual(mentions, sighting.sentence, sighting.span):
        return False
    is_told = sighting.tense in TOLD
    side = mentions.report.side
    is_guest_told = is_told and side is not None and side not in sighting.codes and len(sighting.codes) == 1
    if is_guest_told and _names_guests(mentions, sighting):
        return True  # "he will hold meetings with the Chilean ministers X and Y", in his own government's account
    if sighting.is_one_of_several and is_told and len(sighting.codes) >= PAIR:
        return True  # "will hold meetings with the leaders of Chile and Peru"
    return sighting.trigger.shape in {"credentials", "together"} or (
        len(sighting.codes) >= 2
        and (
            sighting.time is not None
            or (len(sighting.actors) >= 2 and _names_guests(mentions, sighting))
            or (sighting.place is not None and sighting.tense is Tense.PAST)
        )
    )
