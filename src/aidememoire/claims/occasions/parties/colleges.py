"""Colleges: which body of states is meant by "the ministers", "the council", "Arab leaders" that met or decided.

A body's ministers or its council are named in full once; then it is "farm ministers are to sit on Monday", "a
meeting of trade officials", "the bloc". The body is the one named last before it, or the region's own where the report
names that body at all.
"""

import re

from aidememoire.claims.occasions.parties.participation import is_organisation
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_of_region, bodies_with
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import Mentions

PORTFOLIO = (
    r"(?:foreign|finance|defen[cs]e|farm|agriculture|energy|oil|interior|trade|economy|economics|environment|health|"
    r"justice|transport|industry|fisheries|labou?r)"
)
MINISTERS = (
    rf"(?:{PORTFOLIO} (?:ministers|chiefs)|ministers|leaders|heads of (?:state|government)|ambassadors|"
    r"central bank(?:ers| governors))"
)
ORGANS = r"(?:(?:executive |governing )?(?:council|board|committee|assembly))"
BLOCS = (
    r"(?:bloc|cartel|alliance|league|union|community|grouping|organi[sz]ation|"
    r"members(?: states| countries| nations)?|member (?:states|countries|nations)|delegates)"
)
OTHERS = (
    r"(?:world|western|party|rebel|opposition|tribal|religious|community|business|labou?r|union|church|military|"
    r"former|prime|town|city|district|parliamentary|national|transitional|house|senate|cabinet|government|their)"
)
"""What makes "leaders" or "council" somebody else's: "world leaders", "the rebel council", "the city council"."""

SUBJECT = re.compile(
    rf"(?<!\w)(?:(?P<other>{OTHERS})\W+)?(?P<college>{MINISTERS}|{ORGANS}|{BLOCS})\W+(?:[\w’'-]+\W+){{0,4}}$",
    re.IGNORECASE,
)
"""The college right before a verb. Accepts "farm ministers will again (meet)"; refuses "rebel leaders will (meet)"."""

OWNER = re.compile(r"(?P<name>(?:[A-Z][\w-]+ (?:(?:and|of|for) )?)*[A-Z][\w-]+)(?: ?[’'](?:s)?)? $")
"""A name right before the college: accepts "the EPP’s (leaders)", "Green Alliance (ministers)"; refuses "the rich "."""

DECIDING = re.compile(
    rf"(?<!\w)(?:(?P<other>{OTHERS})\W+)?(?:{MINISTERS}|council|board|assembly)\W+"
    rf"(?:(?:on |late )?{A_WEEKDAY} |today |yesterday |earlier |also |had |has |have |"
    r"\w+ly ){0,3}$",
    re.IGNORECASE,
)
"""Accepts "farm ministers today (agreed)"; refuses "the Council of the Union (adopted)", "the bloc (agreed)"."""

MODIFIER = re.compile(
    rf"(?<!\w)(?:(?P<other>{OTHERS})\W+)?(?P<college>{MINISTERS}|{ORGANS})\W+(?:(?:emergency|special|annual) )?$",
    re.IGNORECASE,
)
"""The college right before a noun. Accepts "the next Council (meeting)"; refuses, by ``other``, "the city council"."""

OF_COLLEGE = re.compile(
    rf"\s*of (?:the |its |their )?(?:[\w’'-]+ ){{0,3}}?(?:(?P<other>{OTHERS}) )?"
    rf"(?P<college>{MINISTERS}|{ORGANS}|{BLOCS})\b",
    re.IGNORECASE,
)
"""The college right after a noun. Accepts "(a meeting) of EU farm ministers"; refuses "of the teachers"."""

OF_ANOTHER = re.compile(r"(?: of [a-z]+(?: affairs)?(?: and (?:of )?[a-z]+)?)? of (?:the )?[A-Z]")
"""Behind a college that its own words give to another: accepts " of foreign affairs of the Lima group"; refuses " of
foreign affairs will", " of the teachers"."""

ORGAN = re.compile(r"\bassembly\b|\bsecurity council\b", re.IGNORECASE)
"""Organs that few bodies have, so that the one named in full is meant: refuses "the council"."""

REGION = re.compile(r"(?<!\band )\b(Arab|European|African|Gulf)\b(?! and\b)", re.IGNORECASE)
"""Accepts "Arab leaders"; refuses "Jewish and Arab leaders", who are of no one region."""

CALLED = re.compile(r"\b(?:the|its)\W+(?P<noun>league|union|commonwealth|council|forum|assembly)\b", re.IGNORECASE)
"""A body by the last word of its name: accepts "the league’s (ministers)"; refuses "a league of (towns)"."""

SENTENCES_BACK = 4
"""How far back the body may have been named last."""


def sat(words: str) -> bool:
    """Whether a body's ministers or council stand right before a verb, so that what they decided was at a sitting."""
    found = DECIDING.search(words + " ")
    return found is not None and not found["other"]


def body_meant(mentions: Mentions, knowledge: Knowledge, sentence: int, before: str, after: str | None) -> str | None:
    """The body whose college stands before a verb, or beside a noun (with the words after it); None where none does."""
    if after is None:
        found = SUBJECT.search(before + " ")
    else:
        found = MODIFIER.search(before + " ") or OF_COLLEGE.match(after)
    if found is None or found["other"]:
        return None
    if found.re is OF_COLLEGE and after is not None and OF_ANOTHER.match(after, found.end()) is not None:
        return None
    words = before + " " + (after or "")
    region = REGION.search(words)
    codes = {party.code for party in mentions.parties}
    if region is not None:
        return next((code for code in bodies_of_region(region[1]) if code in codes), None)
    called = CALLED.search(words)
    if called is not None:
        is_known, code = bearer_of(mentions, called["noun"], mentions.sentences[sentence].span.start)
        if is_known:
            return code if code is not None and is_organisation(knowledge, code) else None
    own = _of_that_name(mentions, words, mentions.sentences[sentence].span.end)
    if own is not None and is_organisation(knowledge, own):
        return own
    is_of_ministers = re.search(rf"{MINISTERS}$", found["college"], re.IGNORECASE) is not None
    if is_of_ministers and _is_of_another(found, knowledge):
        return None
    return _named_last(mentions, knowledge, sentence, is_of_ministers)


def _is_of_another(found: re.Match[str], knowledge: Knowledge) -> bool:
    """Whether the college bears the name of something that is no body of states ("Green Alliance leaders met")."""
    named = OWNER.search(found.string[: found.start()])
    if named is None:
        return False
    name = named["name"]
    is_first_word = named.start() == 0 and " " not in name and not name.isupper()
    return not is_first_word and knowledge.parties.find(name) is None


def bearer_of(mentions: Mentions, noun: str, end: int) -> tuple[bool, str | None]:
    """Whether a name with that word stands before a place in the text, and the party of the last one.

    "The Syrian National Council … The council met": that one, and not the body of states named before it.
    """
    ending = re.compile(rf"\w\W+{noun}$", re.IGNORECASE)
    named = [(party.span, party.code) for party in mentions.parties]
    named += [(person.span, mentions.actors[person.actor].party or "") for person in mentions.persons]
    bearing = [(span, code) for span, code in named if span.end <= end and ending.search(mentions.words(span))]
    if not bearing:
        return False, None
    _, code = max(bearing, key=lambda one: (one[0].end, bool(one[1])))
    return True, code or None


def _of_that_name(mentions: Mentions, words: str, end: int) -> str | None:
    """The body whose assembly or security council is named in full: up to a place last, else anywhere first."""
    found = ORGAN.search(words)
    if found is None:
        return None
    organ = found[0].lower()
    named = [
        (person.span, mentions.actors[person.actor].party)
        for person in mentions.persons
        if mentions.words(person.span).lower().endswith(organ) and mentions.actors[person.actor].party
    ]
    before = [party for span, party in named if span.end <= end]
    return before[-1] if before else next((party for _, party in named), None)


def _named_last(mentions: Mentions, knowledge: Knowledge, sentence: int, is_of_ministers: bool) -> str | None:
    """The body named last up to this sentence, and none where ministers of two states were told of after it."""
    here = mentions.sentences[sentence]
    first = mentions.sentences[max(0, sentence - SENTENCES_BACK)].span.start
    for party in reversed(mentions.parties):
        if party.span.start >= here.span.end:
            continue
        if party.span.start < first:
            return None
        if not is_organisation(knowledge, party.code):
            continue
        if is_of_ministers and party.code in bodies_with(Trait.NO_MINISTERS):
            continue
        return None if _two_told_of(mentions, party.span.end, here.span.start) else party.code
    return None


def _two_told_of(mentions: Mentions, start: int, end: int) -> bool:
    """Whether people of two states are named between two places: "the ministers" may be these two."""
    parties = {
        mentions.actors[person.actor].party
        for person in mentions.persons
        if start <= person.span.start < end and mentions.actors[person.actor].party
    }
    return len(parties) >= 2
