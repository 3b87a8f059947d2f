"""With whom it was agreed or signed: behind "with", or met right before."""

from collections.abc import Iterable
from dataclasses import replace

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.promises.grounds import Makers, is_state
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.rows import table

# What one side agrees with another, though the words join the other to it: "a timetable with Riga".
ARRANGED = frozenset(
    "timetable schedule plan programme program package measure series formula price term arrangement procedure".split()
)
HELD = frozenset({"talk", "talks", "meeting", "summit", "negotiation", "consultation"})  # "held talks with Riga"


def with_others(clauses: Clauses, verb: int, makers: Makers) -> Makers:
    """The makers and those with whom they did it ("agreed with Oslo to …", "signed with Riga")."""
    behind = [*clauses.children.get(verb, ()), *(() if makers.are_several else _behind_document(clauses, verb))]
    others = _behind_with(clauses, behind)
    if others is not None:
        return _together(makers, others)
    others = _whom_he_met(clauses, verb) if len(makers.codes) == 1 and clauses[verb].lemma == "agree" else None
    return _together(makers, others) if others is not None and makers.spans else makers


def partner_of(clauses: Clauses, verb: int) -> Makers | None:
    """Whom alone the words name: "Mali" in "the Gulf states agreed with Mali to …"."""
    return _behind_with(clauses, clauses.children.get(verb, ()))


def _behind_with(clauses: Clauses, behind: Iterable[int]) -> Makers | None:
    for child in behind:
        if clauses[child].dep != "prep" or clauses.lower(child) not in {"with", "together"}:
            continue
        partner = clauses.child(child, "pobj")
        others = makers_of(clauses, partner, ()) if partner is not None else None
        if others is not None:
            return others
    return None


def _together(makers: Makers, others: Makers) -> Makers:
    codes = tuple(sorted({*makers.codes, *others.codes}))
    return replace(makers, codes=codes, spans=tuple(sorted({*makers.spans, *others.spans})))


def _whom_he_met(clauses: Clauses, agreed: int) -> Makers | None:
    """The state met right before: "met the Finnish president and agreed to …", "held talks with Riga and agreed to …".

    Not "met the UN envoy and agreed to …", which is to give in to him.
    """
    met = clauses[agreed].head
    if clauses[agreed].dep != "conj" or clauses.child(agreed, "nsubj", "nsubjpass") is not None or met not in clauses:
        return None
    held = clauses.child(met, "dobj")
    is_talks = held is not None and clauses[met].lemma in {"hold", "have"} and clauses[held].lemma in HELD
    if clauses[met].lemma != "meet" and not is_talks:
        return None
    beside = [
        *clauses.children.get(met, ()),
        *(clauses.children.get(held, ()) if held is not None and is_talks else ()),
    ]
    link = next((child for child in beside if clauses.lower(child) == "with"), None)
    partner = clauses.child(link, "pobj") if link is not None else None if is_talks else held
    others = makers_of(clauses, partner, ()) if partner is not None else None
    return others if others is not None and all(is_state(code) for code in others.codes) else None


def _behind_document(clauses: Clauses, verb: int) -> list[int]:
    """What hangs on the thing agreed: "with Riga" in "agreed a plan with Riga", not in "agreed talks with Riga"."""
    on = next((child for child in clauses.children.get(verb, ()) if clauses.lower(child) == "on"), None)
    thing = clauses.child(verb, "dobj")
    thing = thing if thing is not None or on is None else clauses.child(on, "pobj")
    if thing is None or clauses[thing].lemma not in table().words["mutual"] | ARRANGED:
        return []
    of = next((child for child in clauses.children.get(thing, ()) if clauses.lower(child) == "of"), None)
    what = clauses.child(of, "pobj") if of is not None else None  # "a series of measures with Riga"
    behind = [*clauses.children.get(thing, ()), *(clauses.children.get(what, ()) if what is not None else ())]
    return [child for child in behind if not _is_in_mind(clauses, child)]


def _is_in_mind(clauses: Clauses, preposition: int) -> bool:
    """ "a package with Iran in mind" was agreed with nobody."""
    end = clauses.subtree(preposition)[1]
    return bool({clauses.lower(end - 1), clauses.lower(end + 1)} & {"mind", "view"})
