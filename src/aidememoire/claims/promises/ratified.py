"""The treaty of which instruments of ratification are exchanged: with that it is concluded."""

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.promises.rows import table

INSTRUMENTS = frozenset({"instrument", "document", "letter", "note", "article"})
LEADING = frozenset({"of", "to", "for", "on", "regarding", "concerning"})


def exchanged_instruments(clauses: Clauses, exchange: int) -> int | None:
    """The "ratification" of "exchanged instruments of ratification"; None for "exchanged views on the ratification"."""
    if clauses[exchange].lemma != "exchange":
        return None
    done = clauses.child(exchange, "dobj", "nsubjpass")
    if done is None and clauses.lower(exchange + 1) == "of":
        done = clauses.child(exchange + 1, "pobj")
    if done is None or clauses[done].lemma not in INSTRUMENTS:
        return None
    if clauses.lower(done - 1) == "ratification":
        return done
    return done + 2 if [clauses.lower(done + 1), clauses.lower(done + 2)] == ["of", "ratification"] else None


def ratified_treaty(clauses: Clauses, exchange: int) -> int | None:
    """The noun for the treaty: "treaty" in "exchanged instruments of ratification of the treaty on tin"."""
    ratification = exchanged_instruments(clauses, exchange)
    if ratification is None or clauses.lower(ratification + 1) not in LEADING:
        return None
    for index in range(ratification + 2, clauses.subtree(ratification + 1)[1]):
        if clauses.lower(index) in table().words["documents"]:
            return index
        if clauses[index].pos in {"VERB", "ADP", "PUNCT"}:
            return None
    return None
