"""Named formats: the forum, commission or conference whose meeting it is, by its own capitalised name.

The finder of dialogues names those that are known or built of two states' names. What is left are names of their own:
"the Lake Basin Commission met", "the session of the Joint Technical Secretariat", "the Harvest Relief Conference".
"""

import re
from collections.abc import Iterator

from aidememoire.claims.occasions.filling.conferences import is_of_conference
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.purposes import is_purpose
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge.calendar_names import A_MONTH, A_WEEKDAY
from aidememoire.model import MeetingKind, MeetingState, Mentions, Span

_WORD = r"[A-ZÀ-Þ0-9][\w.’'&–-]*"
_BODY = (
    r"(?:Commission|Committee|Council|Secretariat|Forum|Dialogue|Consultations|Mechanism|Congress|Task Force"
    r"|Working Group|Contact Group|Round ?table|Partnership|Board|Platform)"
)
_EVENT = (
    rf"(?:Conference|Summit|Ministerial(?: Meeting| Forum| Conference)?(?! (?:{_BODY}|Working|Steering))"
    r"|Retreat|Symposium|Assembly|Forum"
    r"|(?:Ministers|Officials|Leaders|Experts|Directors|Governors|Ministerial Council)[’']?s?(?: Virtual)? Meeting)"
)
NAME = re.compile(
    rf"(?<![\w’'/-])(?P<name>(?:{_WORD}\s(?:(?:of|and|for|on|the|de|du)\s){{0,2}}){{1,7}}?(?:{_BODY}|{_EVENT})\b(?!-|[’'](?!s?\s))"
    rf"(?:\s(?:of|for|on)\s(?:the\s)?{_WORD}(?:(?:\s(?:of|and|the|for)){{0,2}}\s{_WORD}){{0,5}})?)"
)
"""Accepts "Joint Technical Secretariat", "Convergence Council of the Monetary Zone"; refuses "the joint commission"."""

OF_ITS = re.compile(
    r"\s(?:of|for|in|within|under|at|to|on)\s(?:(?:the\s)?framework\sof\s)?(?:the|an?|its|their)?\s?(?:so-called\s)?$"
)
"""Between an occasion and its body's name: accepts " of the ", " in the framework of the "; refuses " with the "."""

_OF_TWO = r"\b(?:one[- ]on[- ]one|face[- ]to[- ]face|t[eê]te[- ][aà][- ]t[eê]te|bilateral|separate|brief)\s"
MEETING_OF_TWO = re.compile(_OF_TWO + r"$", re.IGNORECASE)
AT_IT = re.compile(r"\s(?:at|on|in)\s")
"""With what stands before it, a meeting of two that was only held at a conference: "one-on-one" (meeting) " at the"."""
OF_TWO_AT_IT = re.compile(_OF_TWO + r"(?:meeting|talks|conversation)\sat\s", re.IGNORECASE)

SESSION_OF = re.compile(r"\b(?:sessions?|rounds?|sitting|meeting|framework|format) of (?:the |its )?$")
"""Somewhere behind a deed, right before the name: accepts "at the third session of the "; refuses "members of the "."""

TAKING_PART = re.compile(
    r"\b(?:attend\w*|at|host\w*|chair\w*|open\w*|address\w*|join\w*|hold\w*|held|conven\w+|participat\w+ in"
    r"|(?:took|take|takes|taking) part in)\s(?:(?:the|an?|its|their|this year’s|this year's)\s)?(?:[\w-]+\s)?$"
)
"""Before an event's name: accepts "will co-host a ", "at the 3rd "; refuses "members of the "."""

SUBJECT = re.compile(
    r"(?:,[^,.;]{3,60},)?\s(?:(?:on|in|last|this|has|had|have|will|is|are|was|were|to|also|today|yesterday|due|be"
    r"|\w+day|again|next|week|month|formally|recently|jointly|scheduled|expected|set)\s){0,6}$"
)
"""Between a body's name and the verb that tells of its meeting: accepts " will ", ", set up in 2017, has "."""

ITS_SESSION = re.compile(
    r"(?:[’']s?)?(?:\s|,?\sat\s(?:its|their)\s)(?:(?!said|says|at|in|to|by|on|of)[a-z0-9-]+\s){0,2}"
)
"""Between a body's name and its session: accepts "’s first ", ", at its 9th "; refuses " said the "."""

HELD_ITS = re.compile(
    r"(?:\s\([A-Z]{2,8}\))?\s(?:(?:will|would|is|was|to|has|had|due|set|expected|also|today|yesterday)\s){0,4}"
    r"(?:h[eo]lds?|opened|opens?|began|begins?|convened?s?|concluded?s?)\s(?:its|their)\s(?:[\w-]+\s){0,3}",
)
"""Between a body's name and its session: accepts " held its 12th ordinary ", " will open its "; refuses " praised
its ", " held a "."""

FOR_EVENT = re.compile(
    r"(?:(?!\b(?:where|who|before|after|and (?:will|then|also))\b)[^.;:“”])*?\b(?:for|attending|participating in"
    r"|to (?:attend|join|open|chair|co-chair|participate in|take part in))\s(?:(?:the|an?|its|their|this year[’']s)\s)?"
    r"(?:(?P<number>[a-z]+th|\d{1,3}(?:st|nd|rd|th)|first|second|third|inaugural)\s)?"
    r"(?:(?:annual|regular|next)\s)?(?:(?:meeting|session|round|plenary)\sof\s(?:the\s)?)?",
    re.IGNORECASE,
)
"""Between a visit and the event for which it is made: accepts " Lima, Peru, on 4 May to take part in the sixth meeting
of the "; refuses " Lima, where she will speak at the "."""

NEVER_IN = re.compile(
    r"\b(?:National|(?<!Heads of )State|Federal|Press|News|Foreign Relations|Party|Cabinet|Senate|House|Parliament\w*"
    r"|Supreme(?! Council of the (?:[A-Z]\w+ ){1,3}(?:Council|Union|Community|League|Organi[sz]ation))"
    r"|Privy|City|Military Council|Transitional|Central Committee|Olympic|Elect\w+|Truth|Minist(?:er|ry)"
    r"|Secretary|President|Presidential (?:Secretariat|Council)|Ambassador"
    r"|Chairman|Department|University|Atlantic Council|European Commission)\b"
)
"""In the name of what meets at home, or of nothing that meets. Refuses "State Council", "Press Conference"."""

OPENING = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|[IVX]{2,6}|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|(?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s\d{1,2}(?:,\s(?:19|20)\d\d)?)?"
    r"|The|This|An?|In|At|On|During|After|Before|For|From|And|But|Under|While|When|By|Its|Their)\s"
)
PREFACE = re.compile(
    r"(?:[A-Z][\w’'-]*\s){0,2}?(?:Statement|Readout|Outcomes?|Communiqu[eé]|Remarks|Summary|Report|Declaration|Minutes"
    r"|Participation|Travel)\s(?:of|on|for|from|to|in|at|following)\s(?:the\s)?(?=[A-Z])"
)
"""A document's kind before the name of that of which it tells: "Joint Statement on the Lake States Council"."""
CLOSING = re.compile(
    r"\s(?:The|This|In|At|On|During|After|Before|For|From|And|But|Under|While|When|By|Its|Their)\b.*$"
    rf"|\son\s(?i:{A_WEEKDAY}|{A_MONTH})\b.*$"
)
"""What runs on from a caption, and a day: "Commission of the Lakes After talks" ends before "After", "Lakes Conference
on Sunday" before "on"."""
BESIDE = re.compile(
    r"\b(?:before|ahead of|eve of|until|(?P<over>after|following|since)) (?:the |an? )?$", re.IGNORECASE
)
"""Before what is another occasion, or an occasion that is over: accepts "a day before the ", "since the "; refuses "at
the "."""
BESIDE_REACH = 16  # code points
MOST_WORDS = 10
CALLED = frozenset({"speak", "phone", "phone call", "tell a counterpart"})
"""Triggers of two who speak by telephone, whose call is no body's meeting."""
NEAR = 160
"""Code points on either side of an occasion in which its body is named."""
LONGEST = 60
"""Code points of a party's or an office's name that may overlap it."""
FEWEST_SMALL = 2
"""Words in small letters in a sentence; a title has hardly one."""
SHORT_VERBS = frozenset({"met", "has", "had", "was", "are"})
SMALL_IN_TITLES = frozenset("with from between after over into under".split())


def named_format(occasion: Occasion, mentions: Mentions) -> Span | None:
    """The name of the forum, commission or conference of which it is a meeting; None where no such name stands by."""
    best = occasion.ranked()[0]
    if occasion.kind is MeetingKind.CALL and best.trigger.name in CALLED:
        return None
    if (aim := aim_of_visit(occasion, mentions)) is not None:
        return aim[0]
    for sighting in occasion.ranked():
        if occasion.kind is MeetingKind.VISIT and not (sighting.is_aim and sighting.trigger.needs_body):
            continue  # what was done on a visit is not what it was for
        is_of_the_same = sighting.sentence == best.sentence or best.codes <= sighting.codes
        if (
            not is_of_the_same
            or is_of_conference(sighting, occasion, mentions)
            or _is_in_capitals(mentions.words(sighting.sentence.span))
        ):
            continue
        for name in _names_near(sighting, mentions, best):
            if _is_its_name(name, sighting, mentions):
                return name
    return None


def aim_of_visit(occasion: Occasion, mentions: Mentions) -> tuple[Span, str] | None:
    """The name of the conference or commission for which a visit is made, and the word for its number, if it has one.

    "Will visit Lima for the third Harvest Relief Conference"; not where the visitor will then be at one elsewhere, nor
    once it is over, when the conference is told of by itself.
    """
    if occasion.kind is not MeetingKind.VISIT or occasion.state is not MeetingState.PLANNED:
        return None
    for sighting in occasion.ranked():
        start, end = sighting.span.end, min(sighting.sentence.span.end, sighting.span.end + NEAR)
        if sighting.kind is not MeetingKind.VISIT or start >= end:
            continue
        behind = Span(sighting.span.report, start, end)
        known = [one.span for one in mentions_within(mentions.dialogues, behind)]
        names = sorted((*known, *names_within(behind, mentions)), key=lambda one: (one.start, -one.end))
        for name in names:
            match = FOR_EVENT.fullmatch(mentions.report.text, start, name.start)
            if match is not None and mentions.words(name)[:1].isupper():
                return name, match["number"] or ""
    return None


def _is_in_capitals(words: str) -> bool:
    """Whether it is a title, in which everything looks like a name."""
    small = [
        word
        for word in words.split()
        if word in SHORT_VERBS or (word.islower() and len(word) > 3 and word not in SMALL_IN_TITLES)
    ]
    return len(small) < FEWEST_SMALL


def _names_near(sighting: Sighting, mentions: Mentions, best: Sighting) -> Iterator[Span]:
    sentence, text = sighting.sentence.span, mentions.report.text
    begin, end = max(sentence.start, sighting.span.start - NEAR), min(sentence.end, sighting.span.end + NEAR)
    for name in names_within(Span(sentence.report, begin, end), mentions):
        start = name.start
        is_its_own = sighting is best and name.overlaps(sighting.span)
        apart = BESIDE.search(text, max(begin, start - BESIDE_REACH), start)
        if apart is None or (is_its_own and apart["over"] is not None):  # "since the Lakes Summit"
            yield name


def names_within(span: Span, mentions: Mentions) -> Iterator[Span]:
    """The names of forums, commissions and conferences in a part of the text, in order."""
    text = mentions.report.text
    for match in NAME.finditer(text, span.start, span.end):
        start, finish = match.span("name")
        while opening := OPENING.match(text, start, finish):
            start = opening.end()
        if preface := PREFACE.match(text, start, finish):
            start = preface.end()
        if closing := CLOSING.search(text, start, finish):
            finish = closing.start()
        name = Span(span.report, start, finish)
        if _is_a_name(name, mentions):
            yield name


def _is_a_name(name: Span, mentions: Mentions) -> bool:
    """Whether the words name more than a state's or a party's own organ, and no person's office."""
    words = mentions.words(name)
    if not 2 <= len(words.split()) <= MOST_WORDS or NEVER_IN.search(words) or _runs_over_a_day(name, mentions):
        return False
    offices = mentions_between(mentions.offices, max(0, name.start - LONGEST), name.end + LONGEST)
    if any(one.span.overlaps(name) for one in offices):
        return False
    parties = mentions_between(mentions.parties, max(0, name.start - LONGEST), name.end + LONGEST)
    head = re.search(rf"(?:{_BODY}|{_EVENT})\b", words)
    is_party = head is not None and any(one.span.start <= name.start + head.start() < one.span.end for one in parties)
    own = _own_words(name, words[: head.start() if head else 0], mentions)
    return not is_party and own > 0


def _runs_over_a_day(name: Span, mentions: Mentions) -> bool:
    """Whether words only look like one name across a day ("Lima on June 8 for the Harvest Summit")."""
    days = [one for one in mentions_within(mentions.times, name) if not mentions.words(one.span).isdigit()]
    return any(one.span.start > name.start and one.span.end < name.end for one in days)


def _own_words(name: Span, words: str, mentions: Mentions) -> int:
    """How many capitalised words at the beginning of a name are of no state's, body's or town's name."""
    taken = [one.span for one in mentions_within(mentions.parties, name)]
    taken += [one.span for one in mentions_within(mentions.places, name)]
    found = (
        Span(name.report, name.start + match.start(), name.start + match.end())
        for match in re.finditer(r"\S+", words)
        if match[0][0].isupper()
    )
    return sum(not any(word.overlaps(one) for one in taken) for word in found)


def _is_its_name(name: Span, sighting: Sighting, mentions: Mentions) -> bool:
    text, span = mentions.report.text, sighting.span
    if name.overlaps(span):
        return True
    if name.start >= span.end:
        between = text[span.end : name.start]
        if OF_ITS.fullmatch(between) is not None:
            is_at_it = AT_IT.match(between) is not None
            return not is_at_it or MEETING_OF_TWO.search(text, sighting.sentence.span.start, span.start) is None
        if sighting.trigger.shape == "encounter" and is_purpose(between, mentions.words(name)):
            return True
        is_there = sighting.trigger.shape == "encounter" and TAKING_PART.search(between) is not None
        is_there = is_there and OF_TWO_AT_IT.search(between) is None
        return (is_there or SESSION_OF.search(between) is not None) and not set(",;") & set(between)
    if sighting.trigger.shape == "occasion" and ITS_SESSION.fullmatch(text, name.end, span.start) is not None:
        return True
    if sighting.trigger.shape == "occasion" and HELD_ITS.fullmatch(text, name.end, span.start) is not None:
        return True
    return SUBJECT.fullmatch(text, name.end, span.start) is not None
