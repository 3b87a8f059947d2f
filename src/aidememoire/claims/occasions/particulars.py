"""Particulars: day, place, format, number and people of an occasion, from all that is said of it.

What its own sentences don't say is taken from the report where the report's form says it: news is of the date over the
body and from the place over the body, remarks before a meeting are of the day that they call today.
"""

import re
from dataclasses import replace
from datetime import timedelta

from aidememoire.claims.occasions.attendance import is_spokesperson
from aidememoire.claims.occasions.dating import Spans, date_of
from aidememoire.claims.occasions.news import is_the_news, lead
from aidememoire.claims.occasions.occasion import PAST, ROUNDS, Occasion
from aidememoire.claims.occasions.participation import (
    mentions_between,
    mentions_within,
    participation,
    token_range,
)
from aidememoire.claims.occasions.sightings import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.knowledge.seats import seats_of
from aidememoire.model import (
    Actor,
    ActorKind,
    MeetingKind,
    MeetingState,
    Mentions,
    NameForm,
    Participation,
    Span,
)

__all__ = ["Spans", "body_of", "date_of", "format_of", "is_the_news", "ordinal_of", "participants_of", "place_of"]


WELCOME_TO = re.compile(
    r"(?:\bwelcome (?:you|them|everyone)(?: all)?(?: here)? (?:to|in|at) "
    r"|(?:^|[.,!?:–—…-] |\n|\ba (?:very )?warm )[Ww]elcome\s(?:here )?to )"
    r"(?:(?:Russia|the United States|our country) and (?:to )?)?(?:the )?(?=[A-Z])"
)
"""Accepts "welcome you to the Kremlin", "Friends, welcome to Lima"; refuses "welcome your decision to", "he gave his
welcome to the Italian prime minister"."""

NAMING = frozenset({NameForm.NAME, NameForm.ABBREVIATION, NameForm.METONYM})
BY_NAME = frozenset({NameForm.NAME, NameForm.ABBREVIATION})
"""How a country is named as such: "Peru"; its capital or a ministry that stands for it is a place of its own."""

VIRTUAL = re.compile(r"\b(?:virtual(?:ly)?|online|video\w*|tele\w+)\b", re.IGNORECASE)
"""Held on a screen: accepts "will host a virtual"; refuses "will host a"."""

TITLE_PLACE = re.compile(r"\A[^\n|]{1,300}\| (?=[A-Z])")
"""Before a place at the end of a title: "Remarks Before Bilateral Meeting | Lima, Peru"."""

OF_THREE = "Trilateral Summit"
OF_NORTHEAST_ASIA = "China-Japan-ROK Trilateral Summit"
"""The yearly summit, of all those of three, that is called just "the trilateral summit"."""

DAYS_AROUND = 14
"""Days before and after a report within which a visit is that of which its own place tells."""

PAIR = 2
LONGEST_PLACE = 40  # code points
LONGEST_LIST = 120
TOWN_JOINT = re.compile(r",? and |, ")
UNKNOWN_TOWN = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}, ")
"""A town before its country: accepts "Ollanta, Peru"; refuses "the mountains of Peru"."""

SECURITY_COUNCIL = "UN Security Council"
THE_COUNCIL = re.compile(
    r"\bthe (?:15-(?:member|nation) )?council (?:will |is (?:due |scheduled |expected |set )?to |has |had )?\S+$", re.I
)
"""Of a council named before. Accepts "the council met"; refuses "the European Council met"."""

IN_TALKS = re.compile(r"\bin (?:\w+ )?(?:talks|negotiations|discussions|consultations|contact)\b", re.IGNORECASE)
"""Of those who deal with each other, wherever they are: accepts "is in talks with"; refuses "in Oslo for talks"."""

OF_THE_DAY = frozenset({MeetingKind.CEREMONY, MeetingKind.SUMMIT, MeetingKind.TALKS})
"""What a wire's first sentence tells of it is from the place of, if one side is at home there."""

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
MINISTERS_REACH = 60  # code points

ROUND = re.compile(r"rounds?\b", re.IGNORECASE)

ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
NUMBERED = re.compile(r"\bCOP[- ]?(?P<digits>\d{1,2})\b|\b(?P<city>[A-Z]\w+) (?P<roman>" + "|".join(ROMAN) + r")\b")
"""A number in a name. Accepts "COP26", "Geneva II"; refuses "G20"; a word before a Roman number must name a city."""


def place_of(
    occasion: Occasion, mentions: Mentions, knowledge: Knowledge, spans: Spans, inferred: dict[str, str]
) -> str | None:
    """Its place in the words of a sighting, a city before its country; else that over the body of the news."""
    ranked = occasion.ranked()
    places = [one for one in ranked if one.place is not None and (not one.format or _is_of_the_same(one, ranked[0]))]
    places = [one for one in places if not _is_virtual_at_host(one, mentions)]
    if not places:
        inferred.pop("place", None)
    places.sort(key=lambda sighting: sighting.kind is not occasion.kind)
    dateline = mentions.dateline
    if places:
        finer = (one for one in places if _is_finer(one, places[0], mentions) and _is_of_journey(one, places[0]))
        best = next(finer, places[0])
        assert best.place is not None
        if dateline is None or not _is_at_dateline(occasion, best, mentions):
            place = _with_other_towns(occasion, best, mentions)
            spans["place"] = (place,)
            return mentions.words(place)
        inferred["place"] = "the place over the body, in the country where they met"
        return dateline.place
    welcome = _place_of_welcome(occasion, mentions)
    if welcome is not None:
        spans["place"] = (welcome,)
        return mentions.words(welcome)
    if dateline is None or dateline.place is None or occasion.kind is MeetingKind.CALL:
        return None
    is_from_there = _is_from_there(occasion, mentions, knowledge) or _is_to_be_there(occasion, mentions, knowledge)
    if not is_from_there and not any(sighting.is_here for sighting in occasion.sightings):
        return None
    inferred["place"] = "the place over the body: it is reported as news from there"
    return dateline.place


def _with_other_towns(occasion: Occasion, best: Sighting, mentions: Mentions) -> Span:
    """A visit's place with the other towns of the country that are listed with it ("Cusco and Lima, Peru")."""
    assert best.place is not None
    if occasion.kind is not MeetingKind.VISIT:
        return best.place
    text, end = mentions.report.text, best.place.end
    places = mentions_between(mentions.places, end, end + LONGEST_LIST)
    for place in places:
        joint = TOWN_JOINT.fullmatch(text, end, place.span.start)
        if joint is None or place.country != best.country or place.kind != "city":
            break
        end = place.span.end
    if end == best.place.end:
        return best.place
    named = mentions_between(mentions.parties, end, end + LONGEST_PLACE)[:1]
    if named and text[end : named[0].span.start] == ", " and named[0].code == best.country:
        end = named[0].span.end
    return Span(best.place.report, best.place.start, end)


def _is_at_dateline(occasion: Occasion, best: Sighting, mentions: Mentions) -> bool:
    """Whether the report comes from a city of the country where they are said to have met that day, as its news."""
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None or not _is_country(best, mentions) or best.place is None:
        return False
    if occasion.kind not in ROUNDS or not _is_of_that_day(occasion, mentions):
        return False
    cities = [one for one in mentions_within(mentions.places, span) if one.kind == "city"]
    if any(mentions.words(city.span).lower() == mentions.words(best.place).lower() for city in cities):
        return False  # "Luxembourg", a country and a city
    countries = {city.country for city in cities[:1]} or {one.code for one in mentions_within(mentions.parties, span)}
    return (
        best.country in countries
        and is_the_news(occasion, mentions)
        and mentions.words(span).lower() != mentions.words(best.place).lower()
    )


def _is_virtual_at_host(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its place is but the country of those who hold it on a screen ("will host a virtual conference")."""
    is_of_host = any(field == "place" for field, _ in sighting.inferred)
    before = mentions.report.text[sighting.sentence.span.start : sighting.span.start]
    return is_of_host and VIRTUAL.search(before) is not None


def _place_of_welcome(occasion: Occasion, mentions: Mentions) -> Span | None:
    """Where the title of a transcript puts the meeting that it names, or the host bids his guests welcome."""
    is_titled = any(sighting.is_title for sighting in occasion.sightings)
    if not is_titled or mentions.report.side is None or occasion.state not in PAST or occasion.kind not in ROUNDS:
        return None
    for match in (TITLE_PLACE.search(mentions.report.text), WELCOME_TO.search(mentions.report.text)):
        start = match.end() if match is not None else -1
        places = mentions_between(mentions.places, start, start + LONGEST_PLACE)[:1] if match is not None else []
        parties = mentions_between(mentions.parties, start, start + LONGEST_PLACE)[:1] if match is not None else []
        parties = [one for one in parties if one.form in NAMING]
        spans: list[Span] = [one.span for one in (*places, *parties) if one.span.start == start]
        if spans:
            return spans[0]
        town = UNKNOWN_TOWN.match(mentions.report.text, start) if match and match.re is TITLE_PLACE else None
        country = mentions_between(mentions.parties, town.end(), town.end() + LONGEST_PLACE)[:1] if town else []
        if town and country and country[0].span.start == town.end():
            return Span(country[0].span.report, start, country[0].span.end)
    return None


def _is_country(sighting: Sighting, mentions: Mentions) -> bool:
    """Whether its place is a whole country, in the words that name the party."""
    span = sighting.place
    if span is None:
        return False
    named = [one for one in mentions_within(mentions.parties, span) if one.form in BY_NAME]
    return any(one.code == sighting.country for one in named)


def _is_finer(sighting: Sighting, best: Sighting, mentions: Mentions) -> bool:
    """Whether it names the city where the best one names but the country ("in Peru", "in Lima")."""
    is_same_country = sighting.country is not None and sighting.country == best.country
    is_visit = sighting.kind is MeetingKind.VISIT and best.kind is MeetingKind.VISIT
    is_same_country = is_same_country and (not sighting.is_title or is_visit)
    return is_same_country and _is_country(best, mentions) and not _is_country(sighting, mentions)


def _is_of_journey(sighting: Sighting, best: Sighting) -> bool:
    """Whether a finer place is that of a visit too, not of a thing done on it ("before a talk at the Academy")."""
    return best.kind is not MeetingKind.VISIT or sighting.kind is MeetingKind.VISIT


def _is_from_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the news is of what happened where the report comes from.

    A government's account of its own meetings comes from there. The press reports from its bureau: there only what
    goes on, or who met that day.
    """
    if not is_the_news(occasion, mentions):
        return False
    if mentions.report.side is not None:
        return True
    if occasion.when is not None and (occasion.when.last - occasion.when.first).days > DAYS_AROUND:
        return False  # negotiations of months
    is_wherever = all(IN_TALKS.search(mentions.words(one.sentence.span)) for one in occasion.sightings)
    if occasion.state is MeetingState.ONGOING:
        return not is_wherever
    first = lead(mentions)[:1]
    is_first = any(one.sentence.span in first and one.trigger.shape != "encounter" for one in occasion.sightings)
    is_of_then = _is_of_that_day(occasion, mentions) or _is_of_the_day_before(occasion, mentions)
    if is_first and not is_wherever and occasion.kind in OF_THE_DAY and is_of_then:
        return _is_subject(occasion, mentions) or _is_at_home_there(occasion, mentions, knowledge, is_certain=True)
    is_meeting = any(sighting.kind is MeetingKind.MEETING for sighting in occasion.sightings)
    people = {mentions.actors[index].party for index in occasion.actors} - {None}
    is_meeting = is_meeting or (occasion.kind is MeetingKind.TALKS and len(people) > 1)
    return is_meeting and _is_of_that_day(occasion, mentions) and _is_at_home_there(occasion, mentions, knowledge)


def _is_of_that_day(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether no day named says that it was on another than that over the body."""
    day, when = mentions.dateline.date if mentions.dateline else None, occasion.when
    return when is None or (day is not None and when.meets(day))


def _is_subject(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether a wire's first sentence is about it on its day: it is the subject there ("Talks … ended on Monday")."""
    first = lead(mentions)[:1]
    for sighting in occasion.sightings:
        if sighting.sentence.span not in first or sighting.trigger.shape != "occasion" or sighting.time is None:
            continue
        begin, end = token_range(mentions, sighting.sentence, sighting.span)
        noun = mentions.tokens[end - 1]
        if noun.dep == "pobj" and begin >= 2:
            noun = mentions.tokens[mentions.tokens[noun.head].head]  # "a second round of talks"
        if noun.dep in {"nsubj", "nsubjpass"}:
            return True
    return False


def _is_of_the_day_before(occasion: Occasion, mentions: Mentions) -> bool:
    """Whether it was held the day before the report looks at the world from."""
    return (
        mentions.on is not None
        and occasion.when is not None
        and occasion.when.last in {mentions.on, mentions.on - timedelta(1)}
    )


def _is_to_be_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a wire begins with talks to be held in a day, and one side is at home where it comes from."""
    day, when = mentions.dateline.date if mentions.dateline else None, occasion.when
    if mentions.report.side is not None or occasion.state is not MeetingState.PLANNED or day is None or when is None:
        return False
    is_soon = 0 <= (when.first - day.first).days <= 1 and (when.last - when.first).days < DAYS_AROUND
    is_meeting = occasion.kind in {MeetingKind.MEETING, MeetingKind.TALKS}
    first = lead(mentions)[:1]
    is_first = any(one.is_title or one.sentence.span in first for one in occasion.sightings)
    return is_soon and is_meeting and is_first and _is_at_home_there(occasion, mentions, knowledge, is_certain=True)


def _is_at_home_there(occasion: Occasion, mentions: Mentions, knowledge: Knowledge, is_certain: bool = False) -> bool:
    """Whether one of those who met is of the country that the report comes from, or they are bodies of states.

    To be certain, a body must have its seat there.
    """
    span = dict(mentions.dateline.spans).get("place") if mentions.dateline else None
    if span is None:
        return False
    if any(party.code in occasion.codes for party in mentions_within(mentions.parties, span)):
        return True  # "UNITED NATIONS, May 5"
    places = mentions_within(mentions.places, span)
    if any(place.country in occasion.codes for place in places):
        return True
    seats = {city for code in occasion.codes for city in seats_of(code)}
    if any(place.name in seats for place in places):
        return True
    return not is_certain and not any(knowledge.parties.is_state(code) for code in occasion.codes)


def format_of(occasion: Occasion, mentions: Mentions, knowledge: Knowledge, spans: Spans) -> str | None:
    """The standing format named with it."""
    best = occasion.ranked()[0]
    for sighting in _of_its_kind(occasion):
        if sighting.format is None or not _is_of_the_same(sighting, best):
            continue
        if not _is_just_words(sighting, occasion.codes, mentions, knowledge):
            spans["format"] = (sighting.format,)
            named = next((one.name for one in mentions.dialogues if one.span == sighting.format), None)
            return named or mentions.words(sighting.format)
    found = _organ_that_meets(occasion, mentions, knowledge) or _organ_by_short_name(occasion, mentions, knowledge)
    if found is not None:
        spans["format"] = (found,)
        return mentions.words(found)
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


def _is_of_the_same(sighting: Sighting, best: Sighting) -> bool:
    """Whether a format named elsewhere is that of a meeting of named people: one that names both sides too.

    "She will meet the Chancellor. She will also take part in the Lima Conference": they don't meet in its format.
    """
    if len(best.actors) < 2 or sighting.is_title or sighting.sentence == best.sentence:
        return True
    return best.codes <= sighting.codes | set(sighting.format_parties)


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
        if str(party.kind) == "grouping" or is_format or _is_its_own_ministers(code, found, party.kind, mentions):
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


def ordinal_of(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number that the text gives it."""
    best = occasion.ranked()[0]
    for sighting in _of_its_kind(occasion):
        if sighting.trigger.needs_body and best.trigger.shape == "encounter" and len(best.actors) > 1:
            continue  # two persons met beside "the 112th session"
        if occasion.kind is not MeetingKind.TALKS and ROUND.match(mentions.words(sighting.span)):
            continue  # "the second round" of the talks at one summit
        if sighting.ordinal is not None and sighting.ordinal_span is not None:
            spans["ordinal"] = (sighting.ordinal_span,)
            return sighting.ordinal
    return _number_in_name(occasion, mentions, spans)


def _number_in_name(occasion: Occasion, mentions: Mentions, spans: Spans) -> int | None:
    """The number that its name holds ("COP26", "the Geneva II conference")."""
    for sighting in _of_its_kind(occasion):
        if sighting.format is None:
            continue
        match = NUMBERED.search(mentions.words(sighting.format))
        if match is None:
            continue
        start = sighting.format.start
        if match["roman"]:
            city = Span(sighting.format.report, start + match.start("city"), start + match.end("city"))
            if not any(one.kind == "city" for one in mentions_within(mentions.places, city)):
                continue
        field = "roman" if match["roman"] else "digits"
        spans["ordinal"] = (Span(sighting.format.report, start + match.start(field), start + match.end(field)),)
        return ROMAN[match["roman"]] if match["roman"] else int(match["digits"])
    return None


def participants_of(
    occasion: Occasion,
    codes: dict[str, Span | None],
    mentions: Mentions,
    spans: Spans,
    inferred: dict[str, str],
    knowledge: Knowledge,
) -> tuple[Participation, ...]:
    """The persons of its sides who take part."""
    people = [
        mentions.actors[index]
        for index in occasion.actors
        if mentions.actors[index].kind is ActorKind.PERSON
        and (mentions.actors[index].party is None or mentions.actors[index].party in codes)
        and not is_spokesperson(mentions.actors[index])
    ]
    is_session = all(one.trigger.needs_body for one in occasion.sightings)
    if (
        occasion.kind is MeetingKind.SUMMIT or is_session
    ):  # "spoke of the summit in Lima" does not say that he was there
        people = [one for one in people if one.party is None or codes[one.party] is not None]
    people = [one for one in people if not any(_is_short_for(one, other) for other in people)]
    if people:
        spans["participants"] = tuple(actor.first for actor in people)
    taking_part = [participation(actor) for actor in people]
    unknown = [index for index, one in enumerate(taking_part) if one.party is None]
    is_told = len(unknown) == 1 and len(taking_part) <= PAIR  # in a longer list he may be of any side
    left = _side_left({one.party for one in taking_part}, codes, occasion, knowledge) if is_told else None
    if left is not None:
        inferred["participants"] = f"of {left}: it takes part, and nobody else is named for it"
        taking_part[unknown[0]] = replace(taking_part[unknown[0]], party=left)
    return tuple(taking_part)


def _side_left(
    stood_for: set[str | None], codes: dict[str, Span | None], occasion: Occasion, knowledge: Knowledge
) -> str | None:
    """The one side for which nobody of known party is named; the body in whose session all sit is no such side."""
    left = [code for code in codes if code not in stood_for]
    if len(codes) < 2:
        return None
    if len(left) > 1 and all(one.trigger.needs_body for one in occasion.sightings):
        left = [code for code in left if knowledge.parties.is_state(code)]
    is_movement = len(left) == 1 and knowledge.parties.is_movement(left[0])
    return left[0] if len(left) == 1 and not is_movement else None


def _is_short_for(actor: Actor, other: Actor) -> bool:
    """Whether a name is part of another's of the same side ("Mori" beside "Mori Takeo", "Le Drian")."""
    name, full = actor.name.split(), other.name.split()
    is_part = 0 < len(name) < len(full) and set(name) <= set(full)
    is_same_office = actor.office is None or other.office is None or actor.office == other.office
    return is_part and is_same_office and actor.party in {None, other.party}
