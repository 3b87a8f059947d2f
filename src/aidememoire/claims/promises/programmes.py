"""What is on an official's programme: a journey, remarks, company, an hour of the day; planned, but no promise."""

import re

from aidememoire.claims.clauses import Clauses, Range, person_at, subject_of
from aidememoire.claims.promises.futures import names_party
from aidememoire.claims.promises.gatherings import GATHERINGS, TALKS
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import is_time, table

TRIPS = frozenset("visit trip tour journey stop stopover pilgrimage appearance".split())
TRAVELLING = frozenset({"make", "pay", "undertake", "take", "begin", "complete", "conduct"})
HOSTING = frozenset({"hold", "host", "convene", "chair", "open", "attend", "conduct", "organize", "organise"})
TOGETHER = re.compile(r"co-?(?:host|chair|lead|sponsor|convene|organi[sz]e)\b", re.IGNORECASE)
"""Accepts "co-host a forum"; refuses "cooperate", "host a forum", of which ``HOSTING`` tells."""
RECEPTIONS = frozenset({"reception", "briefing", "roundtable", "webinar", "townhall", "panel", "seminar", "workshop"})
ONE_SITTING = frozenset({"meeting", "call", "videoconference", "teleconference"})  # "join a call with Oslo"
SPELLS = frozenset({"day", "hour", "round", "series", "number", "couple", "set"})  # "two days of meetings"
# To give these is to speak.
SPOKEN = frozenset(
    "remark update briefing overview comment testimony explanation presentation toast eulogy interview condolence "
    "greeting detail insight evidence opinion view impression".split()
)
GIVING = frozenset({"provide", "give", "offer", "deliver", "present", "make", "share"})
COMPANY = frozenset({"accompany", "join"})
# Of what one looks at these nothing comes by looking: "will review the progress made", "will consider topical issues".
LOOKING_AT = frozenset({"consider", "review", "examine", "assess", "study"})
LOOKED_AT = frozenset(
    "issue question progress subject topic status state prospect agenda theme problem aspect relation course".split()
)
LINGERING = frozenset({"night", "day", "time", "hour", "weekend", "evening", "morning", "afternoon"})
HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m|p\.?m)\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
"""Accepts "at 9:30 a.m.", "at 14:00"; refuses "at 9 per cent"."""
# What is given out at an hour; a truce may begin at one too.
GIVEN_OUT = (
    GIVING | HOSTING | frozenset("release publish announce unveil brief launch take sign update testify".split())
)
# To go on with these is to go on talking.
CONVERSATIONS = frozenset({"conversation", "discussion", "debate", "exchange", "chat"})
GOING_ON = frozenset({"continue", "resume", "finish", "pursue"})
OWN = frozenset({"this", "that", "our", "these", "the"})
# Titles that one person bears: "the Ambassador will", "the Special Envoy will".
TITLES = frozenset(
    "secretary president minister ambassador envoy chancellor premier commissioner administrator director king "
    "chairman chairwoman spokesman spokeswoman".split()
)
ONE_PERSON = frozenset({"he", "she", "i"})


def is_on_programme(clauses: Clauses, verb: int, content: Range, *, is_fixed: bool) -> bool:
    """Whether what will be done is only an entry in somebody's programme.

    ``is_fixed``: it is told to come ("will hold a forum"), and not only agreed or meant to be held, which is more.
    """
    lemma, done = clauses[verb].lemma, clauses.child(verb, "dobj")
    words = clauses.mentions.words(clauses.span(content))
    if TOGETHER.match(words) is not None:
        return True
    if lemma == "be":
        return _is_at_place(clauses, verb)
    if lemma in GIVEN_OUT and HOUR.search(words):
        return True
    if done is None:
        return False
    return (
        (lemma in TRAVELLING and clauses[done].lemma in TRIPS)
        or (is_fixed and lemma in HOSTING and _is_gathering(clauses, done))
        or (lemma in GIVING and clauses[done].lemma in SPOKEN)
        or (lemma in COMPANY and _is_person(clauses, done) and not names_party(clauses, done))
        or (lemma in COMPANY and _is_among_people(clauses, done))
        or (is_fixed and lemma in LOOKING_AT and clauses[done].lemma in LOOKED_AT)
        or (is_fixed and lemma in COMPANY and clauses[done].lemma in ONE_SITTING)
        or (lemma == "spend" and (clauses[done].lemma in LINGERING or is_time(clauses, verb)))
        or (lemma in GOING_ON and clauses[done].lemma in CONVERSATIONS and clauses.lower(done - 1) in OWN)
    )


def is_one_persons(clauses: Clauses, verb: int) -> bool:
    """Whether the doer is one person, by name, title or pronoun: "Ambassador Lind will", "she will"."""
    subject = subject_of(clauses, verb)
    if subject is None or clauses.child(subject, "conj") is not None:
        return False
    return clauses.lower(subject) in ONE_PERSON or _is_person(clauses, subject) or clauses[subject].lemma in TITLES


def _is_person(clauses: Clauses, word: int) -> bool:
    return person_at(clauses.mentions, clauses[word]) is not None or clauses.lower(word) in {"him", "her", "he", "she"}


def _is_among_people(clauses: Clauses, joined: int) -> bool:
    """ "join the delegation", "join the celebration of …"; not "join the sanctions", "join the talks on tuna"."""
    return clauses[joined].lemma == "delegation" or clauses[joined].lemma in GATHERINGS - TALKS


def _is_at_place(clauses: Clauses, verb: int) -> bool:
    """ "be in Lisbon on 3 May": whoever will be there travels."""
    if clauses.lower(verb + 1) not in {"in", "at"}:
        return False
    there = clauses.child(verb + 1, "pobj")
    if there is None:
        return False
    at, end = clauses[there].start, clauses[there].end
    mentions = clauses.mentions
    return bool(within(mentions.places, at, end) or within(mentions.parties, at, end))


def _is_gathering(clauses: Clauses, held: int) -> bool:
    """ "a forum", "two days of meetings"."""
    words = table().words["meetings"] | GATHERINGS | RECEPTIONS
    if clauses[held].lemma in words - TALKS:  # to be ready for talks is more than to have a date
        return True
    of = clauses.child(held, "prep") if clauses[held].lemma in SPELLS else None
    what = clauses.child(of, "pobj") if of is not None else None
    return what is not None and clauses[what].lemma in words
