"""Whose an office is by words beside its holder: his companions, a spokesman unnamed before, "their minister"."""

import re
from bisect import bisect_left, bisect_right

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.parties import STATE_KINDS
from aidememoire.language.people.office_words import INSTITUTIONS, POSSESSIVES
from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import Mentions, NameForm, OfficeMention, PartyMention, Sentence

# CASE "Deputy Foreign Minister Ana Poe and other senior Peruvian officials"; refuses "and other guests of Peru".
# Between a holder's name and the office of one who did it with him: accepts " and the ", " met with "; refuses ", ".
WITH_ANOTHER = re.compile(r" (?:and|with|met(?: with)?|received) (?:the |his |her )?")
COMPANIONS = re.compile(
    r",? (?:and|with|along with|as well as) (?:several |many )?other (?:senior |top |high-ranking |high )*"
)
OFFICIALS = re.compile(
    r" (?:government |military |senior )?(?:officials|ministers|leaders|diplomats|officers|representatives)\b"
)
# CASE "British diplomats said their minister, Ana Poe": whose diplomats.
OWNED = re.compile(r"\b(?:their|its)(?: own)? \Z")
# CASE "a Peruvian trade delegation"; refuses "Peru awaits a delegation".
DELEGATION = re.compile(r"(?:['’]s)? (?:(?!an? |the )[a-z-]+ )?(?:delegation|negotiating team)\b")
# Behind the party, up to one of those whose list it heads.
LISTED = re.compile(
    r"(?: (?!and\b)[a-z-]+){0,2} "
    r"(?:aides|officials|delegates|delegation|team|negotiators|representatives|side|officers)\b"
    r"[^.;:]{0,60}? (?:includ(?:e|es|ed|ing)|comprised|comprises) "
)
# Where a spokesman speaks regularly is at home: accepts "at a regular news briefing in Lima"; refuses "said in Lima".
AT_HOME = re.compile(r"\b(?:regular|daily|weekly|routine) (?:[a-z]+ )?(?:briefing|conference) in ")
RESPECTIVE = re.compile(r"\brespective (?:[a-z]+ ){0,2}\Z")  # "their respective envoys" are of several parties
# Offices of a government's own, which are its subject's: no envoy's or ambassador's, who may be sent by others.
MINISTERIAL = re.compile(r"\b(?:minister|ministry|presidential (?:aide|spokes\w+)|foreign secretary)\b")
STANDING_IN = frozenset({"interim", "acting", "transitional", "caretaker", "self-proclaimed", "ousted", "deposed"})
STOOD_IN_FOR = {"president": "head of state", "prime minister": "head of government"}
# Offices of those who act in their own state alone.
DOMESTIC = re.compile(
    r"\b(?:attorney general|prosecutor|prosecutor general|chief prosecutor|speaker|chief justice|mayor|governor"
    r"|ombudsman|police chief|army chief)\Z"
)
# Behind the name of one who leads: what stands before the party, and behind it.
LEADS = re.compile(r" (?:will |would |is to )?(?:led|leads|lead|headed|heads|head) (?:the|a|an) ")
LED = re.compile(r" (?:[a-z-]+ ){0,2}(?:delegation|side|team)\b")
COMES_WITH = re.compile(r" and (?:a|his|her|their) delegation (?:from|of) (?:the )?(?:Government of )?(?:the )?")
# Behind the party, up to one who led its side, perhaps the second of two.
LED_BY = re.compile(r" (?:side|delegation|team) (?:was|were|is|will be) (?:co-)?(?:chaired|led|headed|represented) by ")
# Behind one's name or office, up to the state whose ministry one is of: accepts ", Under Secretary for Trade at the
# Ministry of Foreign Affairs of the"; refuses " met the Ministry of Trade of", ", Minister, and Ana Poe of".
OF_MINISTRY = re.compile(
    r",? (?:(?:[A-Z][\w’'-]*|\([^()]{2,40}\)|and|for|of|the|on|with|in|at|&),? ){0,10}?(?:the )?(?:Federal )?"
    r"Ministry (?:of|for) (?:the )?(?:[A-Z][\w-]+,? (?:and |& )?(?:the )?){1,6}(?:of|for) (?:the )?"
)
# What is a state's own besides the institutions: "the Peruvian judiciary".
OWN_BODIES = frozenset("judiciary judges branch authorities police regime courts prosecutors".split())
MAX_OWN_BODY = 6  # tokens from a state's name to its body's last word
# Words that make a state's name its press's: "Syrian state TV", "Iran's Fars news agency".
PRESS = re.compile(
    r"(?:['’]s)? (?:(?:[A-Z][\w-]+|official|state|state-run|government|national) ){0,2}"
    r"(?:TV|television|radio|media|news agency|news agencies|press agency)\b"
)
TOLD = re.compile(r"\b(?:told|to|with) (?:the |a )?\Z")  # whom somebody tells may be another state's
MAX_ABOUT = 10  # letters before a state in which these stand
# A quotation that is closed, and a verb: what it names is not whose the speaker is.
SAID = re.compile(r"[“\"‘']{1,2}[^“”\"\n]+[”\"’']{1,2} (?:said|says|added|stressed|insisted|warned)\b")
MAX_OPENING = 20  # letters before an office that begins its sentence: "On Tuesday", "Foreign ministry"; no clause
MAX_BEFORE_SUBJECT = 45  # letters before a subject: "In other diplomatic moves on Friday,"
SPOKEN = ("spokesman", "spokeswoman", "spokesperson")
MAX_BEFORE = 2  # sentences before his own in which a spokesman stays unnamed
MAX_TO = 4  # letters behind an ambassador in which it is told where to
MAX_OWNED = 12  # letters before an office: "their own "
MAX_RESPECTIVE = 40  # letters before an office in which "respective" stands


def companions_party(naming: Naming, mentions: Mentions) -> str | None:
    """The party of the officials who are named as others of his kind, right behind him."""
    text, end = mentions.report.text, mentions.tokens[naming.last - 1].end
    match = COMPANIONS.match(text, end)
    if match is None:
        return None
    party = _party_at(match.end(), mentions)
    return party.code if party is not None and OFFICIALS.match(text, party.span.end) else None


def is_of_several(office: OfficeMention, mentions: Mentions) -> bool:
    """Whether the office is held for several parties, one each: "their respective envoys, Ana Poe and Juan Roe"."""
    start = office.span.start
    return (
        office.is_plural and RESPECTIVE.search(mentions.report.text, max(0, start - MAX_RESPECTIVE), start) is not None
    )


def owners_party(office: OfficeMention, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """The one state named before "their minister" in its sentence; None where there are several, or none."""
    start = office.span.start
    if OWNED.search(mentions.report.text, max(0, start - MAX_OWNED), start) is None:
        return None
    sentence = mentions.sentences[bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1]
    codes = {party.code for party in _between(sentence.span.start, start, mentions) if _is_states(party, knowledge)}
    return codes.pop() if len(codes) == 1 else None


def subjects_party(office: OfficeMention, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """The state that is the subject of the sentence before, where a minister or ministry's man begins his own.

    CASE "Peru said it would not agree. Deputy Foreign Minister Ana Poe told reporters …"; CASE "China agreed. “We hope
    so,” said foreign ministry spokesman Wu Ming."

    Refuses "Peru agreed. Ambassador Ana Poe said", "Peru's ports grew. Minister …", "Peru sold and Chile bought. …".
    """
    start, text = office.span.start, mentions.report.text
    at = bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1
    begin = mentions.sentences[at].span.start
    if (said := SAID.match(text, begin, start)) is not None:
        begin = said.end()
    if at == 0 or start - begin > MAX_OPENING or office.is_plural:
        return None
    if MINISTERIAL.search(text[begin : office.span.end].lower()) is None or _between(begin, office.span.end, mentions):
        return None
    before = mentions.sentences[at - 1]
    named = _between(before.span.start, before.span.end, mentions)
    subjects = [one for one in named if _is_subject(one, mentions)]
    if not subjects or subjects[0].span.start - before.span.start > MAX_BEFORE_SUBJECT or _is_joined(before, mentions):
        return None
    codes = {one.code for one in subjects if _is_of_state(one, knowledge)}
    return codes.pop() if len({one.code for one in subjects}) == len(codes) == 1 else None


def _is_subject(party: PartyMention, mentions: Mentions) -> bool:
    """Whether the party itself does something: "Peru said"; neither "Peruvian officials said" nor "Peru is calm"."""
    first = bisect_left(mentions.tokens, party.span.start, key=lambda token: token.start)
    last = bisect_left(mentions.tokens, party.span.end, key=lambda token: token.start)
    doing = [token for token in mentions.tokens[first:last] if token.dep == "nsubj"]
    return party.form is not NameForm.ADJECTIVE and any(mentions.tokens[one.head].pos == "VERB" for one in doing)


def _is_joined(sentence: Sentence, mentions: Mentions) -> bool:
    """Whether the sentence has a subject of two: "Peru and its neighbours"."""
    tokens = mentions.tokens[sentence.first : sentence.last]
    return any(token.dep == "conj" and mentions.tokens[token.head].dep == "nsubj" for token in tokens)


def outlets_party(office: OfficeMention, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """The state whose press the sentence quotes an office from, if the sentences before name it, too.

    CASE "Syria … . On Syrian state TV, foreign ministry spokesman Ali Poe said"; CASE "said Deputy Defence Minister
    Ivan Poe, according to Russian news agencies". Refuses "Minister Ali Poe told the Russian news agency".
    """
    start, text = office.span.start, mentions.report.text
    at = bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1
    sentence = mentions.sentences[at]
    codes = set()
    for party in _between(sentence.span.start, sentence.span.end, mentions):
        is_told = TOLD.search(text, max(0, party.span.start - MAX_ABOUT), party.span.start) is not None
        if PRESS.match(text, party.span.end) and not is_told:
            codes.add(party.code)
    earlier = _between(mentions.sentences[max(0, at - MAX_BEFORE)].span.start, sentence.span.start, mentions)
    named = {party.code for party in earlier if _is_states(party, knowledge)}
    return codes.pop() if len(codes) == 1 and codes <= named else None


def outlets_ambassadors(office: OfficeMention, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """The outlet's own state, which sends one who is called but "the ambassador to Peru", where the report names it.

    Refuses an agency's "the ambassador to Peru", which may be any state's; refuses one after another state's name.
    """
    outlet = knowledge.outlets.get(mentions.report.outlet) if mentions.report.outlet else None
    if outlet is None or outlet.place is None or outlet.is_agency or office.is_plural:
        return None
    found = knowledge.places.find(outlet.place)
    home = found[0].country if found else None
    sentence = mentions.sentences[bisect_right(mentions.sentences, office.span.start, key=lambda s: s.span.start) - 1]
    before = {party.code for party in _between(sentence.span.start, office.span.start, mentions)}
    to = {party.code for party in _between(office.span.start, office.span.end + MAX_TO, mentions)}
    named = {party.code for party in mentions.parties}
    return home if home in named - to and to and before <= {home} else None


def home_told_before(office: OfficeMention, side: str, positions: Positions, knowledge: Knowledge) -> str | None:
    """The one state whose own bodies the sentences up to a domestic office tell of, in another's account.

    CASE "The Peruvian Public Ministry … . Attorney General Ana Poe": Peru's. Refuses "Talks with Peru … . Attorney
    General Poe left", where no body of Peru's is told of, and where the account's own state is named.
    """
    mentions = positions.mentions
    at = bisect_right(mentions.sentences, office.span.start, key=lambda s: s.span.start) - 1
    begin = mentions.sentences[max(0, at - 1)].span.start
    states = [one for one in _between(begin, office.span.start, mentions) if _is_of_state(one, knowledge)]
    if not states or any(one.code == side for one in states):
        return None
    codes = {one.code for one in states if _owns_body(one, positions)}
    return codes.pop() if len(codes) == 1 else None


def _owns_body(party: PartyMention, positions: Positions) -> bool:
    """Whether a body of the state's own is named behind it: "Peru's Public Ministry", "the Peruvian judiciary"."""
    tokens = positions.mentions.tokens
    first = positions.covered(party.span).stop
    is_possessive = first < len(tokens) and tokens[first].lower in POSSESSIVES
    if party.form is not NameForm.ADJECTIVE and not is_possessive:
        return False
    for at in range(first + is_possessive, min(len(tokens), first + MAX_OWN_BODY)):
        if tokens[at].lower in INSTITUTIONS | OWN_BODIES:
            return True
        if tokens[at].pos not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def only_organisation(at: int, mentions: Mentions, knowledge: Knowledge) -> tuple[str | None, str]:
    """The one organisation that the sentence and those before it name: no state has a deputy secretary-general."""
    sentences = mentions.sentences[max(0, at - MAX_BEFORE) : at + 1]
    codes = {
        party.code
        for party in _between(sentences[0].span.start, sentences[-1].span.end, mentions)
        if _is_organisation(party, knowledge)
    }
    if len(codes) != 1:
        return None, ""
    (code,) = codes
    return code, f"no party is named with the office, and {code} is the only organisation named near it"


def _is_organisation(party: PartyMention, knowledge: Knowledge) -> bool:
    known = knowledge.parties.get(party.code)
    return known is not None and known.kind == "organisation"


def stood_in_for(office: OfficeMention | None) -> str | None:
    """The role of the head for whom one stands in, who has it not: "interim President"; None for any other office."""
    is_standing_in = office is not None and office.modifier in STANDING_IN
    return STOOD_IN_FOR.get(office.office) if office is not None and is_standing_in else None


def unnamed_spokesmans_party(office: OfficeMention, positions: Positions) -> str | None:
    """The party of the spokesman who stays unnamed until "spokesman Ana Poe said": the only one spoken of before.

    CASE "A Peruvian foreign ministry spokesman declined to say more. “We hope so,” spokesman Juan Poe said."
    """
    mentions = positions.mentions
    start = office.span.start
    at = bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1
    begin = mentions.sentences[max(0, at - MAX_BEFORE)].span.start
    spoken = [
        other
        for other in mentions.offices
        if begin <= other.span.start < start and other.office.split()[-1] in SPOKEN and not other.is_plural
    ]
    if not spoken or {other.party for other in spoken} != {spoken[0].party} or office.modifier is not None:
        return None
    return spoken[-1].party if all(_is_unnamed(other, positions) for other in spoken) else None


def home_of_briefing(sentence: Sentence, mentions: Mentions) -> str | None:
    """The country of the town where the sentence says that somebody speaks regularly; None where it doesn't."""
    match = AT_HOME.search(mentions.report.text, sentence.span.start, sentence.span.end)
    if match is None:
        return None
    return next((place.country for place in mentions.places if place.span.start == match.end()), None)


def led_party(naming: Naming, mentions: Mentions) -> str | None:
    """The party whose delegation or side one is said to lead, or with whose delegation one comes, or whose ministry he
    is of.

    CASE "Permanent Secretary Ana Poe led the Peruvian delegation"; CASE "the Peruvian side was co-chaired by Ms. Ana
    Poe, Deputy Director-General, and Mr. Juan Roe"; CASE "Minister Ana Poe and a delegation from Peru"; CASE "The
    Peruvian aides here include Minister Ana Poe".

    Refuses "Ana Poe met the Peruvian delegation", "the side was led by Ana Poe".
    """
    text, sentence = mentions.report.text, _sentence_of(naming, mentions)
    if (ministrys := _ministrys_party(naming, mentions)) is not None:
        return ministrys
    end = mentions.tokens[naming.last - 1].end
    start = naming.office.span.start if naming.office is not None else mentions.tokens[naming.first].start
    start = min(start, mentions.tokens[naming.first].start)
    if (match := LEADS.match(text, end)) is not None:
        party = _party_at(match.end(), mentions)
        return party.code if party is not None and LED.match(text, party.span.end) else None
    if (match := COMES_WITH.match(text, end)) is not None:
        party = _party_at(match.end(), mentions)
        return party.code if party is not None else None
    named = _between(sentence.span.start, start, mentions)
    if not named:
        return None
    party = named[-1]
    is_listed = len({one.code for one in named}) == 1 and LISTED.match(text, named[0].span.end, start) is not None
    return party.code if is_listed or LED_BY.match(text, party.span.end, start) is not None else None


def _ministrys_party(naming: Naming, mentions: Mentions) -> str | None:
    """The state whose ministry stands behind a name with its office: CASE "Ana Poe, Director, Ministry of Trade of
    Peru"; refuses "Ana Poe, Director, and Juan Roe, Ministry of Trade of Peru", which may not be hers.
    """
    text, sentence = mentions.report.text, _sentence_of(naming, mentions)
    end = mentions.tokens[naming.last - 1].end
    match = OF_MINISTRY.match(text, end, sentence.span.end)
    party = _party_at(match.end(), mentions) if match is not None else None
    if match is None or party is None or text[end] != ",":
        return None
    behind = [
        one.span.start for one in mentions.entities if one.label == "PERSON" and end < one.span.start < match.end()
    ]
    return party.code if not any(text[:start].endswith("and ") for start in behind) else None


def _sentence_of(naming: Naming, mentions: Mentions) -> Sentence:
    start = mentions.tokens[naming.first].start
    return mentions.sentences[bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1]


def delegations_party(office: OfficeMention, mentions: Mentions) -> str | None:
    """The party of the only delegation named before its head: "a Peruvian delegation … The delegation's leader"."""
    start = office.span.start
    at = bisect_right(mentions.sentences, start, key=lambda s: s.span.start) - 1
    begin = mentions.sentences[max(0, at - MAX_BEFORE)].span.start
    named = _between(begin, start, mentions)
    codes = {party.code for party in named if DELEGATION.match(mentions.report.text, party.span.end)}
    return codes.pop() if len(codes) == 1 else None


def _is_unnamed(office: OfficeMention, positions: Positions) -> bool:
    """Whether neither a capital follows the office, nor a name before a comma stands ahead of it."""
    tokens = positions.mentions.tokens
    index, first = positions.after(office.span.end), positions.covered(office.span).start
    if index < len(tokens) and tokens[index].text == ",":
        index += 1
    if index >= len(tokens) or tokens[index].text[0].isupper():
        return False
    before = first - 1 if first and tokens[first - 1].lower in ("a", "the") else first
    return not (before > 1 and tokens[before - 1].text == "," and tokens[before - 2].pos == "PROPN")


def _party_at(position: int, mentions: Mentions) -> PartyMention | None:
    at = bisect_left(mentions.parties, position, key=lambda p: p.span.start)
    party = mentions.parties[at] if at < len(mentions.parties) else None
    return party if party is not None and party.span.start == position else None


def _between(first: int, last: int, mentions: Mentions) -> tuple[PartyMention, ...]:
    begin = bisect_left(mentions.parties, first, key=lambda p: p.span.start)
    return mentions.parties[begin : bisect_left(mentions.parties, last, key=lambda p: p.span.start)]


def _is_states(party: PartyMention, knowledge: Knowledge) -> bool:
    return party.form is not NameForm.METONYM and _is_of_state(party, knowledge)


def _is_of_state(party: PartyMention, knowledge: Knowledge) -> bool:
    known = knowledge.parties.get(party.code)
    return known is not None and known.kind in STATE_KINDS


def other_holders_party(naming: Naming, mentions: Mentions) -> str | None:
    """The party that the office right behind the name says it is of: "Secretary Ana Poe and Peru's Deputy Minister".

    Whoever is named so with an office of no party is as likely to be of the other side.
    """
    end = mentions.tokens[naming.last - 1].end
    match = WITH_ANOTHER.match(mentions.report.text, end)
    if match is None or naming.office is None or naming.office.span.start > mentions.tokens[naming.first].start:
        return None
    return next((office.party for office in mentions.offices if office.span.start == match.end()), None)
