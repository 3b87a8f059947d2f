"""Whether to do something is to meet, travel or speak somewhere: a planned meeting, and no promise."""

from aidememoire.claims.clauses import Clauses, Range
from aidememoire.claims.promises.futures import names_party
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import is_time, table

MADE = frozenset({"statement", "keynote", "meeting", "case", "point", "argument"})  # "make the case" is to speak
JOINED_REACH = 8  # tokens behind "take part" in which "in …" names what
GOING_REACH = 6  # tokens behind "go" in which that to which one goes must stand
RULING = frozenset({"court", "arbitration", "tribunal", "arbitrator", "referendum", "war"})
GATHERINGS = frozenset(
    "forum event celebration summit talk debate assembly gathering round festival game match competition race".split()
)
PLACE_REACH = 30  # characters around a word within which a place's name that holds it may begin or end
TALKING = frozenset({"discuss", "debate", "confer"})  # "will discuss rice": what a meeting will be about
TALKS = frozenset({"talk", "talks", "negotiation", "dialogue", "discussion"})
RETURNED_TO = TALKS | frozenset("table pact deal accord treaty agreement compliance truce ceasefire framework".split())
NEXT = frozenset({"next", "following", "coming", "upcoming", "another", "first", "second", "third"})
# "meet" and "address" these is to do something about them; to "return" something is to give it back.
MET = frozenset("demand need target goal obligation commitment requirement condition deadline request cost".split())
ADDRESSED = frozenset(
    "meeting nation audience conference assembly session congress parliament council summit forum".split()
)


def is_of_occasion(clauses: Clauses, verb: int) -> bool:
    """Whether to do this is to meet, to travel or to hold talks: a planned meeting and no promise."""
    is_named = clauses[verb].lemma in table().words["occasions"] and not is_more_than_an_occasion(clauses, verb)
    return is_named or is_occasion(clauses, verb, is_willing=False)


def is_occasion(clauses: Clauses, verb: int, *, is_willing: bool) -> bool:
    """ "hold talks", "host a summit": a planned meeting."""
    if clauses[verb].lemma == "take" and clauses.lower(verb + 1) == "part":
        return _is_in_meeting(clauses, verb + 1)
    if clauses[verb].lemma == "leave" and _is_city(clauses, clauses.child(verb, "dobj")):
        return True
    if clauses[verb].lemma in {"deliver", "give", "launch", "make"}:
        held = clauses.child(verb, "dobj")
        return held is not None and clauses[held].lemma in table().words["speeches"] | MADE
    if clauses[verb].lemma not in {"hold", "host", "convene", "have", "conduct", "exchange", "pay"}:
        return False
    held = clauses.child(verb, "dobj")
    if held is None:
        return False
    if is_willing and clauses[held].lemma in TALKS:
        return False  # to be ready to talk is more than to have a date
    if clauses[held].lemma == "dialogue" and _is_dated(clauses, held):
        return True
    is_next = clauses.lower(held) in {"one", "round", "edition"} and clauses.lower(held - 1) in NEXT
    return is_next or clauses[held].lemma in table().words["meetings"]


def _is_dated(clauses: Clauses, held: int) -> bool:
    """ "hold a political dialogue in Lima on Friday": one occasion; "hold a dialogue with the rebels" may be many."""
    times = within(clauses.mentions.times, clauses[held].end, clauses.sentence.span.end)
    return any(time.type == "DATE" for time in times)


def is_more_than_an_occasion(clauses: Clauses, verb: int) -> bool:
    """ "meet the demands", "address the needs", "return the art", "go ahead with the sale": no journey and no talk.

    Nor is it to "return to the stalled talks", "to the treaty".
    """
    lemma, done = clauses[verb].lemma, clauses.child(verb, "dobj")
    if lemma == "participate":
        return not _is_in_meeting(clauses, verb)
    if lemma == "receive":
        return done is not None and clauses[done].lemma in table().words["measures"] | table().words["money"]
    if lemma == "go":
        return clauses.lower(verb + 1) == "ahead" or _is_to_court(clauses, verb)
    if done is None:
        return lemma == "return" and _is_back_at_talks(clauses, verb)
    if lemma == "meet":
        return clauses[done].lemma in MET
    if lemma == "address":
        return clauses[done].pos == "NOUN" and clauses[done].lemma not in ADDRESSED
    return lemma == "return" and clauses[done].pos in {"NOUN", "PROPN"}


def _is_back_at_talks(clauses: Clauses, verb: int) -> bool:
    """ "return to the six-sided talks", "return to the negotiating table", "return to the pact"; not "to Lima"."""
    to = clauses.child(verb, "prep")
    what = clauses.child(to, "pobj") if to is not None and clauses.lower(to) == "to" else None
    return what is not None and clauses[what].lemma in RETURNED_TO


def _is_to_court(clauses: Clauses, verb: int) -> bool:
    """ "go to arbitration", "go back to the court in The Hague": a step, and no journey."""
    behind = range(verb + 1, min(verb + GOING_REACH, clauses.sentence.last))
    return any(clauses[i].dep == "pobj" and clauses[i].lemma in RULING and clauses[i].pos == "NOUN" for i in behind)


def _is_in_meeting(clauses: Clauses, word: int) -> bool:
    """ "take part in a forum"; not "take part in the air strikes", "participate in the fund"."""
    within_what = next((i for i in range(word + 1, word + JOINED_REACH) if clauses[i].dep == "pobj"), None)
    if within_what is None:
        return True
    lemma = clauses[within_what].lemma
    return clauses[within_what].pos == "PROPN" or lemma in table().words["meetings"] | GATHERINGS


def is_to_talk(clauses: Clauses, verb: int) -> bool:
    """ "agreed to hold talks on rice": more than a date for a meeting, where it says what about and no day."""
    held = clauses.child(verb, "dobj")
    if held is None or clauses[held].lemma not in TALKS or clauses.lower(held - 1) in NEXT:
        return False
    behind = range(held + 1, min(held + JOINED_REACH, clauses.sentence.last))
    about = [index for index in behind if clauses.lower(index) in {"on", "about", "over"}]
    times = within(clauses.mentions.times, clauses[held].end, clauses.sentence.span.end)
    return bool(about) and not times and not any(is_time(clauses, index) for index in about)


def _is_city(clauses: Clauses, noun: int | None) -> bool:
    """Whether the word is a place that is no party: one leaves it by travelling."""
    if noun is None:
        return False
    token = clauses[noun]
    at = [*within(clauses.mentions.places, token.start - PLACE_REACH, token.end + PLACE_REACH)]
    is_place = any(place.span.start <= token.start < place.span.end for place in at)
    return is_place and not names_party(clauses, noun)


def recurs(clauses: Clauses, content: Range) -> bool:
    """Whether it is to be done again and again, which is more than a planned occasion ("meet every year")."""
    if {clauses.lower(index) for index in range(*content)} & table().words["recurring"]:
        return True
    extent = clauses.span(content)
    return any(time.type == "SET" for time in within(clauses.mentions.times, extent.start, extent.end))
