"""Circumstances: on whose initiative those who met did so, and on the sidelines of what.

What a sentence says of either belongs to the mention of an occasion with no other deed in between: "met in Lima at
Peru's request" tells of the meeting, "met and discussed arms sent at Peru's request" of the arms.
"""

import re
from collections.abc import Iterator

from aidememoire.claims.clauses import sentence_after
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import token_range
from aidememoire.model import ActorKind, MeetingKind, MeetingState, Mentions, PersonMention, Sentence, Span, Token

_WISH = r"(?:initiative|request|suggestion|proposal|behest)"
_TO_MEET = (
    r"(?! (?:for|on|about|that|concerning|regarding)\b"
    r"(?! (?:an? |the )?(?:meeting|talks|call|visit|sidelines|margins|fringes|\d|[A-Z]\w+day)))"
)
AT_THE_WISH = re.compile(
    rf"\b(?:(?:[Aa]t|[Uu]pon) (?:the |an? )?{_WISH}|[Oo]n (?:the |an? )?initiative) of (?P<of>[^.;:,()]{{2,80}})"
    rf"|\b(?:[Aa]t|[Uu]pon|[Oo]n(?=[^.;:,()]{{2,60}}?[’']s? initiative\b)) "
    rf"(?P<whose>(?:(?!\b(?:at|on|upon|and|to|in|for|after|with|by)\b)[^.;:,()]){{2,60}}?)[’']s? {_WISH}\b{_TO_MEET}"
)
"""Accepts "at the initiative of (the French side)", "on (Peru’s) initiative", "at (Peru)'s request"; refuses "praised
the initiative of Peru", "decided on Peru's proposal", "at Peru's request for arms"."""

TALKED_ON = re.compile(
    r"\b(?:m[ee]e?t(?:s|ing)?|talk\w*|sp(?:eak|oke)\w*|discussions?|consult\w*|negotiat\w+|conferr?\w*|dialogue|sessions?"
    r"|briefing|summit|conference|debates?|views?|visit|calls?)\s$",
    re.IGNORECASE,
)
"""Right before an "on" behind which a subject may stand: accepts "talks ", "met "; refuses "by phone "."""

OF_SUBJECT = re.compile(r"\b(?:about|over|regarding|concerning|on (?!the (?:tele)?phone|\w*day\b)[a-z])")
"""Between an occasion and a wish that may be for what was talked of: accepts "for talks on gas sales"; refuses "on 4
May", "on Monday"."""

_MAKING = r"(?:initiated|requested|proposed) by (?P<by>[^.;:,()]{2,80})"
MADE_BY = re.compile(
    r"(?:,? (?:which|that))?(?: (?:between|with|of|in) [A-Z][^.;:,()]{2,50}?)?(?:,? (?:was|is|were|had been|has been))?"
    rf" (?P<told>{_MAKING})"
)
"""Right behind a noun for an occasion: accepts " initiated by (the Syrian side)", " between Peru and Chile, which was
requested by (Peru)"; refuses " on arms requested by Peru"."""

GOES_ON = re.compile(
    r"\(?(?:The|This|That) (?:(?:tele)?phone |video )?"
    r"(?:(?P<call>call|conversation|contact)|(?P<visit>visit|trip)|meeting|talks|discussions?|consultations)"
    r" (?:was|were|is|are|took|has been|had been|will be|will take|takes)"
    r"(?: (?:held|place|made|organi[sz]ed|arranged|conducted|convened|called|being held|(?:in|on) [\w ]{2,30}?))*"
    r"(?= (?:at|on|upon|initiated|requested|proposed) )"
)
"""How the next sentence goes on: accepts "The conversation was (initiated by)", "The talks took place (at)"; refuses
"The meeting discussed", "The call was not"."""

STOPS = re.compile(
    r" (?:to|for|that|which|who|in|on|at|with|by|as|amid|when|where|after|before|during|earlier|yesterday|today)\b"
)
"""Where the words for whose wish it was end."""

SPEAKS_FOR = re.compile(
    r"\b(?:sides?|governments?|ministry|ministers?|premier|presidents?|prime minister|chancellor|secretary|king|emir"
    r"|ambassador|embassy|mission|delegation|counterpart|colleague|authorities|leaders?|leadership|party|envoy|chair"
    r"|presidency|foreign office|state department|kremlin|white house)\b",
    re.IGNORECASE,
)
"""Who may speak for a state: accepts "the Peruvian side", "Peru's president"; refuses "Peruvian fishermen"."""

CALLER_BEHIND = re.compile(r"\bcall\b[^.;:]{0,40}?\bfrom\b", re.IGNORECASE)
"""In what tells of a call that was received: accepts "received a call on Friday from"."""
CALLED = re.compile(r"(?:tele)?phone[ds]?|calls|called|rang|(?:made|makes?|placed|places?|put in)\b", re.IGNORECASE)
"""A verb whose subject is the caller; "spoke by phone" and "had a call" leave it open."""
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)(?: \w+ly)? $", re.IGNORECASE)
"""Before a verb whose subject is the one called: accepts "was ", "had been briefly "."""

_EDGES = any_of("edges")
_DAYS = r"(?:this|next|last) (?:year|month|week)|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
BESIDE = re.compile(
    rf"\b(?:on|in|at|along) (?:the )?{_EDGES} of "
    rf"(?:(?:the|an?|(?:{_DAYS})[’']s) |(?:ongoing|upcoming|current|annual) )*"
    r"(?P<name>[^.;:,()]{3,120})",
    re.IGNORECASE,
)
"""Accepts "on the sidelines of the (G20 summit in Osaka)", "on the margins of next week's (G7 summit)"."""

GATHERING = re.compile(
    r"\b(?:summit|meetings?|conference|forum|sessions?|assembly|congress|talks|negotiations|consultations|dialogue|visit"
    r"|ceremony|funeral|inauguration|fair|expo|games|olympics|exhibition|symposium|seminar|workshop|debate|event|council"
    r"|convention|roundtable|festival|championships?|celebrations?|anniversary|week)\b",
    re.IGNORECASE,
)
"""What people come to: accepts "ocean conference"; refuses "society", "dispute"."""
NAMED = re.compile(r"[A-Z0-9]")
NOBODYS = re.compile(r"(?:their|his|her|its|our|those|these|that|this|both|which|what|whose|it|all)\b", re.IGNORECASE)
"""What begins words for a gathering that they don't name: accepts "their leaders' talks"."""

NAME_ENDS = re.compile(
    r",?\s(?:that|which|where|who|with|here|earlier|later|too|as well|taking place|to be held"
    r"|to (?:discuss|talk|review)|and (?:will|also|then|agreed|said|is|was|had))\b"
)
"""What no name goes on with."""

OF_WHOM = re.compile(r"\b(?:of|for)\s(?:the\s)?(?:\w+\s)?$")
"""Before a person after whom a gathering is called: accepts "inauguration of ", "funeral of the late "."""

OF_TALK = frozenset({"discuss", "exchange", "review", "hold", "have", "conduct", "take", "be"})
"""Lemmas of verbs that tell of the same meeting: "met and discussed tuna on the sidelines of the fair"."""
HELD = frozenset({"hold", "take", "make", "have", "organize", "organise", "arrange", "conduct", "convene", "be"})
"""Lemmas of verbs that say of a noun that it came about: "talks between Peru and Chile were held"."""

CALLED_OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})
"""Occasions of which a wish may well be that they should not be held."""
BESIDE_OTHERS = frozenset({"encounter", "occasion", "together", "joint"})
"""Shapes of triggers that tell of those who met, not of who travelled."""


def initiative_of(occasion: Occasion, codes: dict[str, Span | None], mentions: Mentions) -> tuple[str, Span] | None:
    """The party on whose initiative they met or spoke, with the words that tell it.

    None where nothing does, where it was a third party's or several's, and of what was called off, as may be the wish.
    """
    if occasion.state in CALLED_OFF:
        return None
    told = [one for sighting in occasion.ranked() for one in _wishes(sighting, occasion.kind, mentions)]
    if told:
        found = [(_party_in(who, mentions), words) for who, words in told]
        only = {code for code, _ in found}
        return next(((code, words) for code, words in found if code in codes and len(only) == 1 and code), None)
    if occasion.kind is not MeetingKind.CALL:
        return None
    callers = [(code, one.span) for one in occasion.ranked() if (code := _caller(one, codes, mentions))]
    return callers[0] if len({code for code, _ in callers}) == 1 else None


def _wishes(sighting: Sighting, kind: MeetingKind, mentions: Mentions) -> Iterator[tuple[Span, Span]]:
    """Whose wish it was in words, and all the words that say so, beside the mention and in the next sentence."""
    text, sentence = mentions.report.text, sighting.sentence
    for match in AT_THE_WISH.finditer(text, sentence.span.start, sentence.span.end):
        if match[0][:3] == "on " and TALKED_ON.search(text[sentence.span.start : match.start()]):
            continue
        if sighting.span.end < match.start() and OF_SUBJECT.search(text, sighting.span.end, match.start()):
            continue
        yield from (
            (who, words) for who, words in _whose(match, mentions) if _is_of_it(words, sighting, mentions, HELD)
        )
    made = MADE_BY.match(text, sighting.span.end, sentence.span.end)
    if made is not None and sighting.trigger.shape != "encounter":
        yield from _whose(made, mentions)
    following = sentence_after(mentions, sentence)
    opening = GOES_ON.match(text, following.span.start, following.span.end) if following is not None else None
    if opening is not None and following is not None and _is_same_kind(opening, kind):
        told = AT_THE_WISH.match(text, opening.end() + 1, following.span.end)
        told = told or MADE_BY.match(text, opening.end(), following.span.end)
        if told is not None:
            yield from _whose(told, mentions)


def _is_same_kind(opening: re.Match[str], kind: MeetingKind) -> bool:
    """Whether the next sentence goes on about a call after a call, a visit after a visit."""
    return bool(opening["call"]) == (kind is MeetingKind.CALL) and bool(opening["visit"]) == (kind is MeetingKind.VISIT)


def _whose(match: re.Match[str], mentions: Mentions) -> Iterator[tuple[Span, Span]]:
    """The words for whose wish it was, and those that say that it was; nothing where it was for something else."""
    text = mentions.report.text
    group = next(name for name, words in match.groupdict().items() if words and name != "told")
    start, end = match.span(group)
    if group != "whose" and (stop := STOPS.search(text, start, end)):
        end = stop.start()
    if group == "of" and re.match(_TO_MEET, text[end : end + 30]) is None:
        return
    begin = match.start("told") if "told" in match.re.groupindex else match.start()
    last = match.end() if group == "whose" else end
    report = mentions.report.id
    yield Span(report, start, end), Span(report, begin, last)


def _party_in(span: Span, mentions: Mentions) -> str | None:
    """The one party that some words name as such or by whoever speaks for it; None for two, and for its fishermen."""
    words = mentions.words(span)
    named = mentions_within(mentions.parties, span)
    persons = mentions_within(mentions.persons, span)
    codes: set[str | None] = {one.code for one in named} | {mentions.actors[one.actor].party for one in persons}
    is_its_own = bool(named) and named[-1].span.end == span.end and named[-1].span.start - span.start <= len("the ")
    if len(codes) != 1 or not (persons or is_its_own or SPEAKS_FOR.search(words)):
        return None
    return codes.pop()


def _caller(sighting: Sighting, codes: dict[str, Span | None], mentions: Mentions) -> str | None:
    """The party that rang the other up, where the verb says which ("received a call from", "telephoned")."""
    text = mentions.report.text
    before, after = _on_each_side(sighting, mentions)
    if sighting.trigger.name == "be phoned":
        is_received = CALLER_BEHIND.search(text, sighting.span.start, sighting.sentence.span.end) is not None
        return next(iter(after & codes.keys()), None) if is_received and len(after) == 1 else None
    if sighting.trigger.name not in {"phone", "place a call"} or not CALLED.match(mentions.words(sighting.span)):
        return None
    is_passive = PASSIVE.search(text, sighting.sentence.span.start, sighting.span.start) is not None
    return next(iter(before & codes.keys()), None) if len(before) == 1 and not is_passive else None


def _on_each_side(sighting: Sighting, mentions: Mentions) -> tuple[set[str], set[str]]:
    """The codes of the actors named before the trigger and of those behind it, each on one side only."""
    before: set[str] = set()
    after: set[str] = set()
    for one in mentions_within(mentions.persons, sighting.sentence.span):
        party = mentions.actors[one.actor].party
        if party is not None and one.actor in sighting.actors:
            (before if one.span.end <= sighting.span.start else after).add(party)
    return before - after, after - before


def sidelines_of(occasion: Occasion, mentions: Mentions) -> Span | None:
    """The name of the conference beside which they met, as the text has it; None for the conference itself."""
    for sighting in occasion.ranked():
        if sighting.trigger.shape not in BESIDE_OTHERS:
            continue
        sentence = sighting.sentence.span
        for match in BESIDE.finditer(mentions.report.text, sentence.start, sentence.end):
            name = _name(Span(sentence.report, *match.span("name")), sighting.sentence, mentions)
            if name is None or not _is_gathering(mentions.words(name)):
                continue
            is_itself = name.overlaps(sighting.span) or (sighting.format is not None and name.overlaps(sighting.format))
            words = Span(sentence.report, match.start(), name.end)
            if not is_itself and _is_of_it(words, sighting, mentions, OF_TALK):
                return name
    return None


def _is_person(mention: PersonMention, mentions: Mentions) -> bool:
    """Whether it is somebody, not a body that may speak."""
    return mentions.actors[mention.actor].kind is ActorKind.PERSON


def _is_gathering(name: str) -> bool:
    """Whether words name something that people come to."""
    return NOBODYS.match(name) is None and bool(GATHERING.search(name) or NAMED.match(name))


def _name(span: Span, sentence: Sentence, mentions: Mentions) -> Span | None:
    """The words cut before a day, a place, a person and a verb; None where nothing is left."""
    text, ends = mentions.report.text, [span.end]
    if stop := NAME_ENDS.search(text, span.start, span.end):
        ends.append(stop.start())
    ends += [token.start for token in _tokens(span.start, span.end, sentence, mentions) if _is_deed(token)]
    for day in mentions_between(mentions.times, span.start + 1, sentence.span.end):
        lead = re.search(r"(?:\s(?:on|in|at))?(?:\s(?:the|early|late))?\s$", text[span.start : day.span.start])
        if lead is not None and day.span.start < span.end and not mentions.words(day.span).isdigit():
            ends.append(span.start + lead.start())
    for place in mentions_within(mentions.places, span):
        if lead := re.search(r"\s(?:in|at|here in)\s(?:the\s)?$", text[span.start : place.span.start]):
            ends.append(span.start + lead.start())
    people = (one for one in mentions_within(mentions.persons, span) if _is_person(one, mentions))
    for one in people:
        office = one.office.span.start if one.office is not None else one.span.start
        begin = max(span.start, min(office, one.span.start))
        if not OF_WHOM.search(text[span.start : begin]):
            ends.append(begin)
    end = span.start + len(text[span.start : min(ends)].rstrip(" ,"))
    return Span(span.report, span.start, end) if end > span.start else None


def _is_of_it(words: Span, sighting: Sighting, mentions: Mentions, idle: frozenset[str]) -> bool:
    """Whether nobody does anything else, but the deeds in ``idle``, between the mention of the occasion and some words.

    Words before the mention must also stand before any other deed: "told reporters on the sidelines of the fair that he
    met" is not about the meeting.
    """
    if words.overlaps(sighting.span):
        return False
    sentence = sighting.sentence
    if words.start > sighting.span.end:
        return not any(_is_deed(one, idle) for one in _tokens(sighting.span.end, words.start, sentence, mentions))
    if any(_is_deed(one) for one in _tokens(sentence.span.start, words.start, sentence, mentions)):
        return False
    return not any(_is_deed(one, HELD) for one in _tokens(words.end, sighting.span.start, sentence, mentions))


def _tokens(start: int, end: int, sentence: Sentence, mentions: Mentions) -> tuple[Token, ...]:
    if start >= end:
        return ()
    first, last = token_range(mentions, sentence, Span(sentence.span.report, start, end))
    return tuple(mentions.tokens[first:last])


def _is_deed(token: Token, idle: frozenset[str] = frozenset()) -> bool:
    """Whether it is a verb that tells of something, or says that something is not so."""
    if token.dep == "neg":
        return True
    is_verb = token.pos == "VERB" or (token.pos == "AUX" and not idle)
    return is_verb and token.text[:1].islower() and token.lemma not in idle
