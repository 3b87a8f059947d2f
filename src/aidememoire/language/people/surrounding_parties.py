"""Whose an office is where its words don't say: by its sentence, the ones before, the report's side or its story."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.movements import most_named
from aidememoire.knowledge.parties import STATE_KINDS
from aidememoire.knowledge.person_names import fold
from aidememoire.language.people.bodies import BodyMention
from aidememoire.language.people.factions import factions_state
from aidememoire.language.people.hinted_parties import (
    DOMESTIC,
    SPOKEN,
    companions_party,
    delegations_party,
    home_of_briefing,
    home_told_before,
    is_of_several,
    led_party,
    only_organisation,
    other_holders_party,
    outlets_ambassadors,
    outlets_party,
    owners_party,
    stood_in_for,
    subjects_party,
    unnamed_spokesmans_party,
)
from aidememoire.language.people.national_offices import (
    bodies_of_commissioners,
    bodies_with,
    is_at_home,
    is_never_of,
    is_of_others,
    is_own_kind,
    state_of_department,
)
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.persons import Naming, Person
from aidememoire.language.people.positions import HEADLINE_ROLES, Positions
from aidememoire.model import Mentions, NameForm, OfficeMention, PartyMention, Sentence

MAX_COUNTED = 600  # names of parties that are counted for what a report is about
MAX_PARTIES = 12  # that are looked at before an office in its sentence
STATE_WORDS = frozenset(
    {"minister", "secretary", "undersecretary", "state", "presidential", "counselor", "aide", "premier"}
)
# Offices that in a government's own account, without a party, are its own state's.
OWN_WORDS = frozenset(
    "spokesperson spokesman spokeswoman lady speaker senator congressman congresswoman governor mayor vice-president "
    "adviser advisor coordinator representative envoy attorney prosecutor ambassador commander staff intelligence "
    "federal administrator majority minority assistant".split()
)
# Bodies that every state has for itself: "director of the Federal Migration Service", "Commission chairman", "Chair".
OWN_BODY = re.compile(
    r" of the (?:federal|presidential|pension fund|supreme court|constitutional court|central election"
    r"|security council)\b|\A(?!international)(?:[a-z]+ ){0,3}(?:commission|committee|council|court|chamber) "
    r"(?:chair|head)"
)
CANDIDATE = "candidate"  # is of the state that votes
CHAIRS = frozenset({"chair", "chairman", "chairwoman", "vice chairman"})  # titles of members of parliament: "Chair Poe"
HEADS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "vice president"})
MIN_NAMED = 4  # names of states that make a story: fewer say nothing of what it is about
STORY_SHARE = 0.7  # of them that must be the one state's: accepts 5 of 6; refuses a story about two
MAX_BEFORE = 2  # sentences before the office's in which its state or body is sought
MAX_AROUND = 60  # letters before a name in which "rebel" is sought, and after it
MIN_TOP = 2  # names of a state that the report is about
TOP_SHARE = 0.5  # of all names of states, that the state most named must have; less than a story of its own
# CASE "rebel spokesman Ali Poe"; CASE "said rebel Ali Poe"; CASE "Ali Poe, a rebel commander"
# CASE "Ali Poe, a spokesman for the opposition military forces"
# refuses "A rebel attack killed General Ali Poe"
REBEL_BEFORE = re.compile(
    r"\b[Rr]ebel(?: (?:[a-z]+(?:man|woman|er|or|ist)|[a-z]*(?:chief|official|general|colonel|head|envoy|figure)"
    r"|representative|military|army|field|finance|oil|foreign|senior|top|council|government|political|forces"
    r"|and)){0,4},? (?:[A-Z][a-z]+\.? )?\Z"
)
REBEL_AFTER = re.compile(
    r", (?:an?|the) (?:[a-z-]+ ){0,2}rebel [a-z]+"
    r"|, (?:an?|the) [a-z]+ (?:for|of) the (?:armed )?(?:rebel|opposition) (?:military )?(?:forces|fighters|army)\b"
)
# Words before or in an office that make it a government's.
GOVERNMENT = re.compile(
    r"(?i)\b(?:government|regime|ministry|minister|central bank|reserve bank|foreign office|presidential|cabinet)\b"
)
GOVERNMENTS = re.compile(r"(?i)\b(?:government|regime|ministry|presidential|cabinet)(?:['’]s)? \Z")
# Behind an office: CASE "director of the Finance Ministry's customs service"; refuses "head of the Finance Journal".
MINISTRYS = re.compile(r" (?:of|at|in) the (?:[A-Z][\w-]+ (?:and )?){1,4}Ministry\b")
THE_GOVERNMENT = re.compile(r"(?:The|Its) (?:government|regime|foreign ministry|interior ministry|army)\b")
ABROAD = re.compile(r"\b(?:foreign|trade|envoy|commerce)\b")  # offices whose holders speak in other states, too
OF_ORGANISATIONS = ("secretary general", "secretary-general")
LOOKS_ABROAD = re.compile(r"\b(?:foreign|trade|envoy|ambassador|defen[cs]e|secretary)\b")
CLOSING_MARKS = ("”", ',"', '."')
CHAMBER = re.compile(r"\b(Senate|House) \Z")
MAX_CHAMBER = 8  # letters before an office in which its chamber stands
# Before a spokesman who begins his sentence: nothing, "Its", or a quotation that is closed.
OPENING = re.compile(r"(?:(?:[“\"‘']{1,2}[^“”\"\n]+[”\"’']{1,2},? )?(?:said |added )?(?:[Ii]ts |[Aa] |[Tt]he )?)?")
ITS_OWN = re.compile(r", (?:but|and|with) (?:a|its|one) \Z")
MAX_LEAD = 8  # letters before a body that begins a sentence: "The"; not a clause
MIN_ABBREVIATION = 3  # letters: "MITI vice minister"; "PM" is an office


@dataclass(frozen=True, slots=True)
class Story:
    """What a report is about, for those whose party no words near them give."""

    state: str | None  # the one state that nearly all its names of states name
    top: str | None  # the state most often named
    is_clear: bool  # whether half of all names of states are its
    dateline: str | None  # the state of the dateline's place
    rebels: str | None  # the movement that it calls the rebels
    bodies: tuple[BodyMention, ...]  # with a party, in order


def story_of(mentions: Mentions, knowledge: Knowledge, bodies: Iterable[BodyMention] = ()) -> Story:
    """The story of a news report; of a government's own account only the bodies that it names."""
    with_party = tuple(body for body in bodies if body.party is not None)
    if mentions.report.side is not None:
        return Story(None, None, False, None, None, with_party)
    counts = Counter(party.code for party in mentions.parties[:MAX_COUNTED] if _is_states(party, knowledge))
    place = mentions.dateline.place if mentions.dateline is not None else None
    found = knowledge.places.find(place) if place is not None else []
    top = max(counts, key=lambda code: counts[code], default=None)
    if top is not None and counts[top] < MIN_TOP:
        top = None
    is_clear = top is not None and counts[top] >= TOP_SHARE * counts.total()
    dateline = found[0].country if found else None
    return Story(
        _story_state(mentions, counts, dateline, knowledge),
        top,
        is_clear,
        dateline,
        _rebels(mentions, counts),
        with_party,
    )


def _is_states(party: PartyMention, knowledge: Knowledge) -> bool:
    known = knowledge.parties.get(party.code)
    return known is not None and known.kind in STATE_KINDS and party.form is not NameForm.METONYM


def _rebels(mentions: Mentions, counts: Counter[str]) -> str | None:
    movement = most_named("rebels", mentions.on, counts) if mentions.on is not None else None
    return movement.code if movement is not None else None


def _story_state(mentions: Mentions, counts: Counter[str], dateline: str | None, knowledge: Knowledge) -> str | None:
    """The one state that the report is about: most names of states are its, and neither title nor dateline differs."""
    titled: set[str] = set()
    for party in mentions.parties[:MAX_COUNTED]:
        if not _is_states(party, knowledge):
            continue
        block = bisect_right(mentions.report.blocks, party.span.start, key=lambda b: b.span.start) - 1
        if block >= 0 and mentions.report.blocks[block].role in HEADLINE_ROLES:
            titled.add(party.code)
    if not counts:
        return None
    ((code, most),) = counts.most_common(1)
    if most < MIN_NAMED or most < STORY_SHARE * counts.total() or (titled and code not in titled):
        return None
    return code if dateline in (None, code) else None


def rebels_around(person: Person, story: Story, mentions: Mentions) -> str | None:
    """The movement of one whom the words around his name call a rebel, where a report tells of one country's."""
    if story.rebels is None:
        return None
    text = mentions.report.text
    for naming in person.names:
        if naming.office is not None and naming.office.office.startswith("rebel "):
            return story.rebels  # the second of "rebel leaders Ali Poe and Omar Roe"
        start, end = mentions.tokens[naming.first].start, mentions.tokens[naming.last - 1].end
        if REBEL_BEFORE.search(text, max(0, start - MAX_AROUND), start) or REBEL_AFTER.match(
            text, end, end + MAX_AROUND
        ):
            return story.rebels
    return None


def _is_private(person: Person) -> bool:
    """Whether an office may be anybody's: a company's president, a tribe's leader, a city's mayor."""
    return all(
        naming.office is None
        or (
            naming.office.role is None
            and not set(naming.office.office.split()) & STATE_WORDS
            and not (naming.office.modifier not in (None, "co") and naming.office.office in HEADS)
        )
        for naming in person.names
    )


def surrounding_party(
    person: Person, office: str, role: str | None, story: Story, positions: Positions, knowledge: Knowledge
) -> tuple[str | None, str]:
    """The party of an office without one, and the reason: of what stands around it, the report's side, its story."""
    naming, mentions = person.fullest, positions.mentions
    if is_unknown_bodys(naming.office, positions):
        return None, ""
    if naming.office is not None and is_of_several(naming.office, mentions):
        return None, ""
    hinted = _hinted(naming, mentions, knowledge)
    if hinted[0] is not None:
        return hinted
    side = mentions.report.side
    if side is not None and naming.office is not None and naming.office.modifier == "elect":
        return None, ""  # who is elected is in no office yet, and of what body isn't told
    if side is not None and naming.office is not None and DOMESTIC.search(office):
        home = home_told_before(naming.office, side, positions, knowledge)
        if home is not None:
            return home, f"the office is one of those who act at home, and the words before tell of bodies of {home}"
    if side is not None and is_held_by_another(naming.name, stood_in_for(naming.office), side, mentions, knowledge):
        return None, ""  # "interim President Ana Poe" in the account of another president's
    found = _surroundings(naming, office, role, _is_private(person), story.state, mentions, knowledge)
    if is_never_of(office, found[0]) or (mentions.report.side is None and is_of_others(office, found[0])):
        found = None, ""
    if found[0] is None:
        found = _near(naming, office, story, positions, knowledge)
    if found[0] is not None and side is None and found[0] == other_holders_party(naming, mentions):
        return None, ""
    return found


def _hinted(naming: Naming, mentions: Mentions, knowledge: Knowledge) -> tuple[str | None, str]:
    """The party that words beside the holder give: others of his kind, or the sentence's own "their minister"."""
    if (party := companions_party(naming, mentions)) is not None:
        return party, f"no party is named with the office, and officials of {party} are named as others of his kind"
    if naming.office is not None and (party := factions_state(naming.office, mentions)) is not None:
        return party, f"the office is that of a party's leader, whose state here is {party}"
    if naming.office is not None and (party := owners_party(naming.office, mentions, knowledge)) is not None:
        return party, f"the office is called theirs, and {party} is the only state named before it in the sentence"
    if (party := led_party(naming, mentions)) is not None:
        return party, f"no party is named with the office, and its holder leads, comes with or serves those of {party}"
    if mentions.report.side is not None or naming.office is None:
        return None, ""
    if (party := subjects_party(naming.office, mentions, knowledge)) is not None:
        return party, f"the office begins its sentence, and {party} is the subject of the one before"
    return None, ""


def is_unknown_bodys(office: OfficeMention | None, positions: Positions) -> bool:
    """Whether the office is that of a body that no table knows: "MITI vice minister"; a government names its own so."""
    if office is None or positions.mentions.report.side is not None:
        return False
    tokens = positions.mentions.tokens
    first = positions.covered(office.span).start
    for index in (first, first - 1):
        text = tokens[index].text if index >= 0 else ""
        if index < first and positions.mentions.report.text[tokens[index].end : tokens[first].start] != " ":
            continue
        is_abbreviation = len(text) >= MIN_ABBREVIATION and text.isupper() and text.isalpha()
        if is_abbreviation and index not in positions.party_at and not positions.mentions.words(office.span).isupper():
            return True
    return False


def _near(
    naming: Naming, office: str, story: Story, positions: Positions, knowledge: Knowledge
) -> tuple[str | None, str]:
    """CASE a government's office in a report on one state; CASE "Spokesman Ali Poe" after a body's own sentence."""
    mentions = positions.mentions
    if naming.office is None or mentions.report.side is not None:
        return None, ""
    start = naming.office.span.start
    at = bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1
    if any(words in office for words in OF_ORGANISATIONS):
        return only_organisation(at, mentions, knowledge)
    if (party := _courts(office, at, mentions)) is not None:
        return party, f"the office is a court's, and {party} is named near it"
    is_spoken = office.split()[-1] in SPOKEN or office == "press secretary"
    if is_spoken and (body := _body_before(start, at, story, mentions)) is not None:
        return body.party, f"the body named before is {body.name}, of {body.party}"
    if office.split()[-1] in SPOKEN and (party := unnamed_spokesmans_party(naming.office, positions)) is not None:
        return party, f"no party is named with the office, and the spokesman spoken of before is of {party}"
    if office == "head of delegation" and (party := delegations_party(naming.office, mentions)) is not None:
        return party, f"no party is named with the office, and the delegation named before is of {party}"
    if office.endswith(" commissioner") and (party := _commissioners(office, at, mentions)) is not None:
        return party, f"the office is of a field, and {party} is named near it"
    if office.split()[-1] in SPOKEN and (home := home_of_briefing(mentions.sentences[at], mentions)) is not None:
        return home, f"no party is named with the office, and the spokesman speaks regularly in a town of {home}"
    if story.state is not None and is_at_home(office, story.state):
        return story.state, f"no party is named with the office, and the report is about {story.state}, which has one"
    if office.endswith("ambassador") and (party := outlets_ambassadors(naming.office, mentions, knowledge)) is not None:
        return party, f"no party is named with the office, and the outlet is of {party}, which the report names"
    is_governments = GOVERNMENT.search(mentions.words(naming.office.span)) is not None
    text = mentions.report.text
    is_governments = is_governments or GOVERNMENTS.search(text, max(0, start - MAX_AROUND), start) is not None
    is_governments = is_governments or MINISTRYS.match(text, naming.office.span.end) is not None
    if is_governments and (party := outlets_party(naming.office, mentions, knowledge)) is not None:
        return party, f"no party is named with the office, and the sentence quotes the press of {party}"
    is_governments = is_governments or (is_spoken and _follows_government(start, at, mentions))
    before = _states_before(naming, mentions, knowledge)
    if story.top is not None and state_of_department(office, {story.top, *before}) == story.top:
        return story.top, f"{story.top} is the state that the report names most, and has such an office"
    if story.top is None or not is_governments or _goes_on_to(start, at, positions):
        return None, ""
    if before - {story.top}:
        return None, ""
    is_abroad = ABROAD.search(office) is not None
    if is_abroad and not story.is_clear:
        return None, ""
    why = f"no party is named with the office, and {story.top} is the state that the report names most"
    if story.dateline == story.top:
        return story.top, f"{why}, and where its dateline is"
    if _states_in(mentions.sentences[max(0, at - MAX_BEFORE) : at + 1], mentions, knowledge) == {story.top}:
        return story.top, f"{why}, and the only one named near it"
    sentence = mentions.sentences[at]
    first = bisect_left(mentions.places, sentence.span.start, key=lambda p: p.span.start)
    last = bisect_left(mentions.places, sentence.span.end, key=lambda p: p.span.start)
    countries = {place.country for place in mentions.places[first:last] if place.kind != "country"}
    if not is_abroad and countries == {story.top}:
        return story.top, f"{why}, and where its sentence is set"
    return None, ""


def _follows_government(start: int, at: int, mentions: Mentions) -> bool:
    """Whether "Spokesman Ana Poe" begins the sentence after one of the government: "The government denied it."."""
    if at == 0 or start - mentions.sentences[at].span.start > 1:
        return False
    return THE_GOVERNMENT.match(mentions.report.text, mentions.sentences[at - 1].span.start) is not None


def _commissioners(office: str, at: int, mentions: Mentions) -> str | None:
    """The body whose commissioners have fields, if it is named near: "Industry Commissioner Ana Poe"; no police's."""
    if not set(office.split()[:-1]) <= office_table().portfolio - {"police", "human", "rights", "security"}:
        return None
    codes = {party.code for party in _parties_in(mentions.sentences[max(0, at - MAX_BEFORE) : at + 1], mentions)}
    found = codes & bodies_of_commissioners()
    return found.pop() if len(found) == 1 else None


def _courts(office: str, at: int, mentions: Mentions) -> str | None:
    """The court with such an office, if it is named near: "prosecutor Ana Poe" of the ICC, named a sentence before."""
    near = {party.code for party in _parties_in(mentions.sentences[max(0, at - MAX_BEFORE) : at + 1], mentions)}
    found = near & bodies_with(office)
    return found.pop() if len(found) == 1 else None


def _goes_on_to(start: int, at: int, positions: Positions) -> bool:
    """Whether a capital stands before the office that none of its words is: "European Central Bank president"."""
    index = positions.after(start) - 1
    tokens, sentence = positions.mentions.tokens, positions.mentions.sentences[at]
    is_beside = index >= sentence.first and positions.mentions.report.text[tokens[index].end : start] == " "
    is_name = tokens[index].text[0].isupper() and tokens[index].pos in ("ADJ", "PROPN", "NOUN")
    return is_beside and is_name and not GOVERNMENT.match(tokens[index].text)


def _body_before(start: int, at: int, story: Story, mentions: Mentions) -> BodyMention | None:
    """The body with which the sentence before begins, where the spokesman's own begins with the office.

    CASE "The Pentagon denied it. “No,” spokesman Juan Poe said"; CASE "Its spokesman"; CASE "The Pentagon denied it,
    but a spokesman, Juan Poe".
    """
    begin = mentions.sentences[at].span.start
    if ITS_OWN.search(mentions.report.text, begin, start) is not None:
        before = mentions.sentences[at]
    elif at and OPENING.fullmatch(mentions.report.text, begin, start):
        before = mentions.sentences[at - 1]
    else:
        return None
    index = bisect_right(story.bodies, before.span.start + MAX_LEAD, key=lambda body: body.span.start) - 1
    body = story.bodies[index] if index >= 0 else None
    return body if body is not None and body.span.start >= before.span.start else None


def _states_in(sentences: tuple[Sentence, ...], mentions: Mentions, knowledge: Knowledge) -> set[str]:
    return {party.code for party in _parties_in(sentences, mentions) if _is_states(party, knowledge)}


def _parties_in(sentences: tuple[Sentence, ...], mentions: Mentions) -> tuple[PartyMention, ...]:
    first = bisect_left(mentions.parties, sentences[0].span.start, key=lambda p: p.span.start)
    last = bisect_left(mentions.parties, sentences[-1].span.end, key=lambda p: p.span.start)
    return mentions.parties[first:last]


def _surroundings(
    naming: Naming,
    office: str,
    role: str | None,
    is_private: bool,
    story: str | None,
    mentions: Mentions,
    knowledge: Knowledge,
) -> tuple[str | None, str]:
    """The party of an office without one: the only state that its sentence names, the report's side, or its story."""
    if role == "head of organisation" or any(words in office for words in OF_ORGANISATIONS):
        return None, ""
    states = _states_before(naming, mentions, knowledge)
    side = mentions.report.side
    words = set(office.removesuffix("-designate").split())
    if is_private:
        is_own = bool(words & OWN_WORDS) or ("commissioner" in words and "high" not in words)
        is_own = is_own or OWN_BODY.search(office) is not None or (office in CHAIRS and len(naming.name.split()) == 1)
        if side is not None and state_of_department(office, {side, *states}) == side:
            states, is_own = {side}, True  # "Senator Poe is in Taiwan", which has none
        if side is not None and not states - {side} and is_own and not _is_bodys(naming, mentions):
            return side, f"no party is named with the office, and the report is the account of {side}"
        return _of_department(office, naming, side, mentions)
    if CANDIDATE in words and len(states - {side}) == 1:
        side = None  # "Peru must free presidential candidate Ana Poe"
        states = states - {mentions.report.side}
    if is_never_of(office, side):
        side = None  # America has no ministers
    if office in ("secretary", "minister") and side is None:
        return None, ""
    is_our_kind = is_own_kind(office, side)
    if (
        side is not None
        and states
        and side not in states
        and is_held_by_another(naming.name, role, side, mentions, knowledge)
    ):
        side = None  # "top officials of Peru including National Security Adviser Ana Poe"
        is_our_kind = False
    if side is not None and (not states or side in states or is_our_kind):
        return side, f"no party is named with the office, and the report is the account of {side}"
    department, reason = _of_department(office, naming, side, mentions)
    if department is not None:
        return department, reason
    if len(states) == 1:
        (state,) = states
        if mentions.report.side is None and story not in (None, state):
            return None, ""  # the sentence names the one, the story is the other's
        return (
            state,
            f"no party is named with the office, and {state} is the only state named before it in the sentence",
        )
    return _of_story(states, side, story, mentions)


def _with_chamber(office: str, naming: Naming, mentions: Mentions) -> str:
    """The office with the chamber's name before it: "Senate Majority Leader"."""
    start = naming.office.span.start if naming.office is not None else 0
    match = CHAMBER.search(mentions.report.text, max(0, start - MAX_CHAMBER), start)
    return f"{match[1].lower()} {office}" if match is not None else office


def _of_department(office: str, naming: Naming, side: str | None, mentions: Mentions) -> tuple[str | None, str]:
    """CASE "Assistant Secretary Ana Poe" where America is named: America's, whatever the sentence is about."""
    if side is not None or mentions.report.side is not None:
        return None, ""
    named = {party.code for party in mentions.parties}
    state = state_of_department(_with_chamber(office, naming, mentions), named)
    if state is None:
        return None, ""
    return state, f"no party is named with the office, which only departments of {state} have, and {state} is named"


def _of_story(states: set[str], side: str | None, story: str | None, mentions: Mentions) -> tuple[str | None, str]:
    """CASE "Deputy Foreign Minister Ana Poe" in a report on Peru alone."""
    if side is not None or mentions.report.side is not None:
        return None, ""
    if story is not None and not states:
        return story, f"no party is named with the office, and the report is about {story}"
    return None, ""


def _is_bodys(naming: Naming, mentions: Mentions) -> bool:
    """Whether the office's words begin with somebody else's name: "UNICEF spokesperson"."""
    if naming.office is None:
        return False
    first = mentions.words(naming.office.span).split()[0].lower()
    known = f"{naming.office.modifier or ''} {naming.office.office}".split()
    return not any(word in first or first in word for word in known)


def _states_before(naming: Naming, mentions: Mentions, knowledge: Knowledge) -> set[str]:
    """The states that the sentence names before the person and his office, whose field may be another state.

    A state named in a quotation that is closed before is not that of one whose office looks abroad: "“We fear for
    Peru,” Foreign Minister Poe said". An interior minister speaks of his own.
    """
    start = mentions.tokens[naming.first].start
    if naming.office is not None:
        start = min(start, naming.office.span.start)
    sentence = mentions.sentences[bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1]
    begin = sentence.span.start
    if naming.office is not None and LOOKS_ABROAD.search(naming.office.office):
        begin = max(begin, *(mentions.report.text.rfind(mark, begin, start) for mark in CLOSING_MARKS))
    first = bisect_left(mentions.parties, begin, key=lambda p: p.span.start)
    return {
        party.code
        for party in mentions.parties[first : first + MAX_PARTIES]
        if party.span.start < start and _is_states(party, knowledge)
    }


def is_held_by_another(name: str, role: str | None, party: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether the office that only this party has was somebody else's on the day: another state's then."""
    if role is None or mentions.on is None:
        return False
    holders = knowledge.offices.holders(party, role, mentions.on)
    words = set(fold(name).split())
    return bool(holders) and not any(words & set(fold(holder.person).split()) for holder in holders)
