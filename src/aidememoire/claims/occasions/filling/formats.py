"""In which standing format an occasion was held, or as whose organ's or ministers' meeting; and which time it was."""

import re

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.filling.conferences import is_of_conference, is_of_dialogue
from aidememoire.claims.occasions.filling.dating import Spans
from aidememoire.claims.occasions.filling.named_formats import SUBJECT, aim_of_visit
from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.parties.participation import (
    mentions_between,
    mentions_within,
)
from aidememoire.claims.occasions.words.numbering import ORDINAL, ORDINALS, number_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.model import (
    TOOK_PLACE,
    DialogueMention,
    MeetingKind,
    Mentions,
    Span,
)

OF_THREE = "Trilateral Summit"
OF_NORTHEAST_ASIA = "China-Japan-ROK Trilateral Summit"
"""The yearly summit, of all those of three, that is called just "the trilateral summit"."""

SECURITY_COUNCIL = "UN Security Council"
THE_COUNCIL = re.compile(
    r"\bthe (?:15-(?:member|nation) )?council (?:will |is (?:due |scheduled |expected |set )?to |has |had )?\S+$", re.I
)
"""Of a council named before. Accepts "the council met"; refuses "the European Council met"."""

PROPER = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")
"""A name of its own: accepts "General Assembly"; refuses "summit"."""

SHORT_NAME_REACH = 40
"""Code points between an occasion and the name of the organ that holds it: "the General Assembly is to"."""

INDEFINITE = re.compile(r"\ban? $", re.IGNORECASE)
MINISTERS_OF = re.compile(
    r"\b(?:ministers|heads|leaders|chiefs|presidents)(?: of [\w ]{2,40})? of the (?:[\w-]+ )?$", re.IGNORECASE
)
"""Before a body: accepts "transport ministers of the ", "leaders of the 16-nation "; refuses "ministers from the "."""

MINISTERS_BEHIND = re.compile(r"(?:[’']s?)? (?:[a-z]+ ){0,2}(?:ministers|heads|leaders|chiefs|presidents)\b")
"""Behind a body: accepts " heads", " interior ministers"; refuses " envoy"."""

OF_THE = re.compile(r"\s(?:of|at|in|within)\s(?:the\sframework\sof\s)?(?:the\s)?")
"""Between a meeting and the body whose it is: accepts " of the "; refuses " with the "."""

WITHIN_ITS = re.compile(r"\b(?:(?:with)?in|under) the framework of (?:the )?$")
"""From an encounter to the body in which it was: accepts " in Oslo within the framework of the "; refuses " under the
auspices of the ", who only invited."""

MINISTERS_REACH = 60  # code points
ROUND = re.compile(r"rounds?\b", re.IGNORECASE)
OF_WHOLE = re.compile(r"\sof\s(?:the|its|their|this)\s")
"""Between a session and the number of that of which it is one: accepts " of the "; refuses " and the "."""

ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
NUMBERED = re.compile(r"\bCOP[- ]?(?P<digits>\d{1,2})\b|\b(?P<city>[A-Z]\w+) (?P<roman>" + "|".join(ROMAN) + r")\b")
"""A number in a name. Accepts "COP26", "Geneva II"; refuses "G20"; a word before a Roman number must name a city."""

NUMBERED_BEHIND = re.compile(
    r"(?:\s(?:on|in|of|to|the|and|for|[A-Z][\w-]*)){0,8}\s\((?:COP|HRC|UNEA|WHA|UNGA|CSW)[- ]?(?P<digits>\d{1,3})\)"
)
"""Behind a name: accepts " on Climate Change in Lima (COP20)"; refuses " (G20)"."""

_NTH = "(?!first|inaugural)(?:" + "|".join(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th))"
NTH_MEETING = re.compile(
    rf"\b(?:this|it)\s(?:is|was)\s(?:already\s|now\s)?(?:our|their|the)\s(?P<nth>{_NTH})\s(?:bilateral\s|personal\s)?"
    r"(?:meeting|time\s(?:that\s)?[^.;:“”]{2,70}?\smet)\b"
    rf"|\b(?:we|you\sand\sI|they)\s(?:are\smeeting|meet|have\smet|met)\sfor\sthe\s(?P<time>{_NTH})\stime\b",
    re.IGNORECASE,
)
"""Accepts "this is already our seventh meeting", "this is the fifth time the presidents have met", "we are meeting for
the eighth time"; refuses "this is our first meeting", which may be that of a year, "this is the fifth time Peru"."""


MARKED = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Tt]oday[’']s|[Tt]heir)\s(?:visit|meeting|session|gathering)\s(?:also\s)?"
    r"(?:mark(?:s|ed)|was|is)\s(?:already\s|now\s)?the\s"
    rf"(?:(?P<nth>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\s)?(?:(?:annual|official|regular)\s)?"
)
"""Before the name of a dialogue: accepts "This visit marked the first "; refuses "They praised the first "."""

LONGEST_PLACE = 40  # code points


def format_of(occasion: Occasion, mentions: Mentions, knowledge: Knowledge, spans: Spans) -> str | None:
    """The standing format named with it."""
    best = occasion.ranked()[0]
    for sighting in _of_its_kind(occasion):
        if sighting.format is None or not is_of_same_meeting(sighting, best):
            continue
        if is_of_conference(sighting, occasion, mentions) or _is_the_next(sighting, best):
            continue
        if not _is_just_words(sighting, occasion.codes, mentions, knowledge):
            spans["format"] = (sighting.format,)
            named = next((one.name for one in mentions.dialogues if one.span == sighting.format), None)
            return named or mentions.words(sighting.format)
    found = _organ_that_meets(occasion, mentions, knowledge) or _organ_by_short_name(occasion, mentions, knowledge)
    if found is not None:
        spans["format"] = (found,)
        return mentions.words(found)
    if (marked := _marked_as(occasion, mentions)) is not None:
        spans["format"] = (marked[0].span,)
        return marked[0].name
    return _council_told_of(occasion, mentions, spans)


def _organ_that_meets(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> Span | None:
    """The body's organ that is the subject of what tells of it, however far off ("the council, …, would meet")."""
    for sighting in occasion.sightings:
        first, last = token_range(mentions, sighting.sentence, sighting.span)
        for dialogue in mentions_within(mentions.dialogues, sighting.sentence.span):
            known = knowledge.dialogues.get(dialogue.key) if dialogue.key else None
            if known is None or known.organisation is None or {known.organisation} != occasion.codes:
                continue
            noun = mentions.tokens[token_range(mentions, sighting.sentence, dialogue.span)[1] - 1]
            if noun.dep in {"nsubj", "nsubjpass"} and first <= noun.head < last:
                return Span(dialogue.span.report, dialogue.span.start, dialogue.span.end)
    return None


def _organ_by_short_name(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> Span | None:
    """The body's organ by its name without the body's, beside the occasion ("the General Assembly will discuss")."""
    if len(occasion.codes) != 1:
        return None
    prefix = f"{next(iter(occasion.codes))} "
    names = {one.key.removeprefix(prefix) for one in knowledge.dialogues if one.key.startswith(prefix)}
    names = {name for name in names if PROPER.fullmatch(name)}
    if not names:
        return None
    organ = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, names))) + r")\b")
    for sighting in occasion.sightings:
        begin = max(sighting.sentence.span.start, sighting.span.start - SHORT_NAME_REACH)
        end = min(sighting.sentence.span.end, sighting.span.end + SHORT_NAME_REACH)
        match = organ.search(mentions.report.text, begin, end)
        if match is not None:
            return Span(sighting.span.report, match.start(), match.end())
    return None


def _council_told_of(occasion: Occasion, mentions: Mentions, spans: Spans) -> str | None:
    """The Security Council, named elsewhere, where only "the council" is said to meet."""
    named = next((one for one in mentions.dialogues if one.key == SECURITY_COUNCIL), None)
    if named is None or not any(
        party.code in occasion.codes for party in mentions_within(mentions.parties, named.span)
    ):
        return None
    for sighting in occasion.sightings:
        begin = sighting.sentence.span.start
        if THE_COUNCIL.search(mentions.report.text[begin : sighting.span.end]):
            spans["format"] = (named.span,)
            return named.name
    return None


def _of_its_kind(occasion: Occasion) -> list[Sighting]:
    """The sightings that speak of itself: a visit is not the first because a meeting on it was."""
    is_visit = occasion.kind is MeetingKind.VISIT
    return [one for one in occasion.ranked() if not is_visit or one.kind is MeetingKind.VISIT or one.is_aim]


def is_of_same_meeting(sighting: Sighting, best: Sighting) -> bool:
    """Whether a format named elsewhere is that of a meeting of named people: one that names both sides too.

    "She will meet the Chancellor. She will also take part in the Lima Conference": they don't meet in its format.
    """
    if len(best.actors) < 2 or sighting.is_title or sighting.sentence == best.sentence:
        return True
    return best.codes <= sighting.codes | set(sighting.format_parties)


def _is_the_next(sighting: Sighting, best: Sighting) -> bool:
    """Whether it tells of a next one where people are known to meet ("met today; they look to the next 2+2")."""
    return sighting.is_next and not best.is_next and len(best.actors) > 1 and sighting.sentence != best.sentence


def _is_just_words(sighting: Sighting, codes: frozenset[str], mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a format's name only says how many met ("a trilateral summit"), or whose "an OPEC meeting" it was."""
    assert sighting.format is not None
    words = mentions.words(sighting.format)
    if sighting.format_key == OF_THREE:
        known = knowledge.dialogues.get(OF_NORTHEAST_ASIA)
        is_theirs = known is not None and codes == frozenset(known.parties)
        return words.islower() and sighting.ordinal is None and not is_theirs
    before = mentions.report.text[max(0, sighting.format.start - 3) : sighting.format.start]
    return " " not in words and words.isupper() and INDEFINITE.search(before) is not None


def body_of(
    occasion: Occasion,
    codes: dict[str, Span | None],
    mentions: Mentions,
    knowledge: Knowledge,
    spans: Spans,
    of_leaders: bool,
) -> str | None:
    """The grouping whose meeting it is, or the organisation whose summit: the format goes by its name."""
    is_summit = occasion.kind is MeetingKind.SUMMIT or of_leaders
    for code, span in codes.items():
        party = knowledge.parties.get(code)
        if span is None or party is None:
            continue
        has_many = code in bodies_with(Trait.MANY_SESSIONS)  # "a summit of EC leaders" is the European Council's
        found = next((one.span for one in mentions.parties if one.code == code and span.contains(one.span)), None)
        if found is None:
            continue
        is_format = is_summit and str(party.kind) == "organisation" and not has_many
        is_its_own = _is_its_own_ministers(code, found, party.kind, mentions) or _is_its_own_meeting(
            code, occasion, mentions
        )
        if str(party.kind) == "grouping" or is_format or is_its_own:
            spans["format"] = (found,)
            return mentions.words(found)
    return None


def _is_its_own_ministers(code: str, span: Span, kind: object, mentions: Mentions) -> bool:
    """Whether the ministers or heads of a body of states meet, and not in one of the many forms of the EU's."""
    is_named = not mentions.words(span).endswith("ministers")  # "Arab foreign ministers"
    if str(kind) != "organisation" or code in bodies_with(Trait.MANY_FORMATS) or not is_named:
        return False
    before = mentions.report.text[max(0, span.start - MINISTERS_REACH) : span.start]
    after = mentions.report.text[span.end : span.end + MINISTERS_REACH]
    return MINISTERS_OF.search(before) is not None or MINISTERS_BEHIND.match(after) is not None


def _is_its_own_meeting(code: str, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether the body itself is said to meet, or a meeting to be its: "the League is to meet", "a meeting of it".

    Not of bodies whose meetings are of many kinds, nor where it meets with others ("talks of the League and Peru").
    """
    if code in bodies_with(Trait.MANY_FORMATS):
        return False
    return any(
        _is_its_name_beside(one.span, sighting, occasion.codes == {code}, mentions.report.text)
        for sighting in occasion.sightings
        for one in mentions_within(mentions.parties, sighting.sentence.span)
        if one.code == code and not mentions.words(one.span).endswith("ministers")
    )


def _is_its_name_beside(name: Span, sighting: Sighting, is_alone: bool, text: str) -> bool:
    """Whether a body's name stands so beside a word for a meeting that the meeting is the body's."""
    if name.start >= sighting.span.end:
        between = text[sighting.span.end : name.start]
        if sighting.trigger.shape == "encounter":
            return WITHIN_ITS.search(between) is not None
        return sighting.trigger.shape == "occasion" and is_alone and OF_THE.fullmatch(between) is not None
    if sighting.trigger.shape != "encounter" or not is_alone:
        return False
    return SUBJECT.fullmatch(text, name.end, sighting.span.start) is not None


def ordinal_of(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number that the text gives it."""
    best = occasion.ranked()[0]
    for sighting in _of_its_kind(occasion):
        is_of_body = sighting.trigger.needs_body and not is_of_dialogue(sighting, mentions)
        if is_of_body and best.trigger.shape == "encounter" and len(best.actors) > 1:
            continue  # two persons met beside "the 112th session"
        if occasion.kind is not MeetingKind.TALKS and ROUND.match(mentions.words(sighting.span)):
            continue  # "the second round" of the talks at one summit
        if occasion.kind is not MeetingKind.TALKS and _is_number_of_round(sighting, mentions):
            continue
        if _is_number_of_whole(sighting, occasion, mentions):
            continue
        if sighting.ordinal is not None and sighting.ordinal_span is not None:
            if is_of_conference(sighting, occasion, mentions):
                continue
            if _is_number_of_another(sighting, best, mentions) or (best.is_next and sighting.is_title):
                continue
            spans["ordinal"] = (sighting.ordinal_span,)
            return sighting.ordinal
    return (
        _number_in_name(occasion, mentions, spans)
        or _number_of_aim(occasion, mentions, spans)
        or _number_marked(occasion, mentions, spans)
        or _number_told_at_it(occasion, mentions, spans)
    )


def _marked_as(occasion: Occasion, mentions: Mentions) -> tuple[DialogueMention, re.Match[str]] | None:
    """The dialogue of which the meeting in the title is said to be one ("it marked the first Ports Dialogue")."""
    is_main = any(one.is_title for one in occasion.sightings) and len(occasion.codes) == PAIR
    if not is_main or occasion.kind is MeetingKind.CALL or occasion.state not in TOOK_PLACE:
        return None
    for match in MARKED.finditer(mentions.report.text):
        for dialogue in mentions.dialogues:
            if dialogue.span.start == match.end() and set(dialogue.parties) <= occasion.codes:
                return dialogue, match
    return None


def _number_marked(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    marked = _marked_as(occasion, mentions)
    number = ORDINAL.fullmatch(marked[1]["nth"] or "") if marked is not None else None
    if marked is None or number is None:
        return None
    spans["ordinal"] = (Span(marked[0].span.report, *marked[1].span("nth")),)
    return number_of(number)


def _is_number_of_round(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether it numbers a round of the talks at one meeting ("after the first round of negotiations, the two")."""
    number = sighting.ordinal_span
    if number is None or number.end > sighting.span.start:
        return False
    return ROUND.match(mentions.report.text[number.end : sighting.span.start].lstrip()) is not None


def _is_number_of_whole(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it numbers that of which a numbered session is told ("the second session of the fifth Assembly")."""
    number = sighting.ordinal_span
    if number is None:
        return False
    for part in occasion.sightings:
        is_before = part.sentence == sighting.sentence and part.span.end < number.start
        is_part = is_before and OF_WHOLE.fullmatch(mentions.report.text, part.span.end, number.start) is not None
        if part.ordinal is not None and is_part:
            return True
    return False


def _number_told_at_it(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number that an account gives the meeting of two that its headline names ("this is our seventh meeting")."""
    is_headline = mentions.report.side is not None and any(one.is_title for one in occasion.sightings)
    is_meeting = occasion.kind in ROUNDS and occasion.state in TOOK_PLACE
    if not is_headline or not is_meeting or len(occasion.codes) != PAIR:
        return None
    match = NTH_MEETING.search(mentions.report.text)
    if match is None:
        return None
    begin, end = match.span("nth" if match["nth"] else "time")
    number = ORDINAL.fullmatch(mentions.report.text, begin, end)
    if number is None:
        return None
    spans["ordinal"] = (Span(occasion.sightings[0].span.report, begin, end),)
    return number_of(number)


def _number_of_aim(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number of the conference for which a visit is made ("will visit Lima for the third Harvest Conference")."""
    name, word = aim_of_visit(occasion, mentions) or (None, "")
    if name is None or not word:
        return None
    match = ORDINAL.fullmatch(word)
    if match is None:
        return None
    start = mentions.report.text.rindex(word, 0, name.start)
    spans["ordinal"] = (Span(name.report, start, start + len(word)),)
    return number_of(match)


def _is_number_of_another(sighting: Sighting, best: Sighting, mentions: Mentions) -> bool:
    """Whether a number told elsewhere goes with a name that the occasion doesn't bear ("the first LWP meeting")."""
    if sighting is best or sighting.format is not None:
        return False
    if sighting.ordinal_span is None or sighting.ordinal_span.end > sighting.span.start:
        return False
    begin, end = sighting.ordinal_span.end, sighting.span.start
    towns = [one.span for one in mentions_between(mentions.places, max(0, begin - LONGEST_PLACE), end)]
    names = [
        match[0]
        for match in re.finditer(r"(?<![\w’'-])[A-Z][\w’'.-]+", mentions.report.text[begin:end])
        if not any(town.start <= begin + match.start() < town.end for town in towns)
    ]
    told = mentions.words(best.sentence.span)
    return bool(names) and not any(name in told for name in names)


def _number_in_name(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number that its name holds ("COP26", "the Geneva II conference")."""
    for sighting in _of_its_kind(occasion):
        if sighting.format is None:
            continue
        match = NUMBERED.search(mentions.words(sighting.format))
        if match is None:
            behind = NUMBERED_BEHIND.match(mentions.report.text, sighting.format.end, sighting.sentence.span.end)
            if behind is None:
                continue
            spans["ordinal"] = (Span(sighting.format.report, behind.start("digits"), behind.end("digits")),)
            return int(behind["digits"])
        start = sighting.format.start
        if match["roman"]:
            city = Span(sighting.format.report, start + match.start("city"), start + match.end("city"))
            if not any(one.kind == "city" for one in mentions_within(mentions.places, city)):
                continue
        field = "roman" if match["roman"] else "digits"
        spans["ordinal"] = (Span(sighting.format.report, start + match.start(field), start + match.end(field)),)
        return ROMAN[match["roman"]] if match["roman"] else int(match["digits"])
    return None
