"""Agreements told to have been reached: by whom, where no party is named, and for what deed."""

from aidememoire.claims.clauses import Clauses, modal_of
from aidememoire.claims.promises.rows import table

WELCOMING = frozenset({"welcome", "praise", "hail", "applaud", "commend"})
OF_SOME = frozenset({"with", "between", "among"})  # before those who reached it
ALL_TOLD = frozenset({"concerned", "stakeholders", "involved"})  # "all concerned", "all stakeholders"
UNDERTAKEN = frozenset({"inauguration", "reopening", "return", "construction", "restoration"})
DONE = UNDERTAKEN | {"resumption", "opening", "exchange", "demarcation", "sharing"}


def is_reached(clauses: Clauses, noun: int) -> bool:
    """Whether the agreement is told to have been reached ("came to an understanding on gas"), not only spoken of.

    So too where it is welcomed, with those who made it: "welcomed the agreement between Oslo and Riga on gas".
    """
    verb, depends = clauses[noun].head, clauses[noun].dep
    if depends == "pobj":
        verb = clauses[verb].head
    if depends == "dobj" and clauses[verb].lemma in WELCOMING and clauses.lower(noun + 1) == "between":
        return modal_of(clauses, verb) is None
    if clauses[verb].tag == "VBG" or depends not in {"dobj", "nsubjpass", "pobj"}:
        return False
    return clauses[verb].lemma in table().words["reaches"]


def is_reached_by_all(clauses: Clauses, noun: int) -> bool:
    """Whether those who reached it are only told together ("both sides reached an accord"), or not at all.

    Accepts "reached by all concerned", "an accord was reached to …"; refuses "the firms reached an accord", "reached by
    the mayors", "was reached with the union".
    """
    if clauses[noun].dep not in {"dobj", "nsubjpass"} or not is_reached(clauses, noun):
        return False
    verb = clauses[noun].head
    if clauses[noun].dep == "dobj":
        who = clauses.child(verb, "nsubj")
        return who is not None and _are_all(clauses, who)
    by = clauses.child(verb, "agent")
    who = clauses.child(by, "pobj") if by is not None else None
    if by is None:
        beside = (*clauses.children.get(noun, ()), *clauses.children.get(verb, ()))
        return not any(clauses.lower(index) in OF_SOME for index in beside)
    return who is not None and _are_all(clauses, who)


def _are_all(clauses: Clauses, who: int) -> bool:
    """Whether these are the parties to the matter, none of them named."""
    if clauses.lower(who) in ALL_TOLD:
        return clauses.lower(who - 1) == "all"
    return clauses.lower(who) in {"sides", "parties"}


def deed_agreed(clauses: Clauses, agreement: int, preposition: int) -> int | None:
    """The noun of a deed that an agreement was reached "for": "for the reopening of the pass"; None for an aim."""
    if not is_reached(clauses, agreement):
        return None
    noun = clauses.child(preposition, "pobj")
    if noun is None or clauses.lower(noun + 1) != "of":
        return None
    return noun if clauses[noun].lemma in table().words["measures"] | DONE or clauses.lower(noun) in DONE else None
