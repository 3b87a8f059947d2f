"""Who signed, concluded or ratified a document: its parties, those who did it, those at the meeting."""

from collections.abc import Iterable
from dataclasses import replace

from aidememoire.claims.clauses import Clauses, Range, subject_of
from aidememoire.claims.promises.accessions import who_acceded
from aidememoire.claims.promises.documents import DEALING, documents_of, signed_at
from aidememoire.claims.promises.grounds import Makers, within
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.sittings import without_place
from aidememoire.claims.promises.with_others import with_others
from aidememoire.model import Proposal

BY_SIGNERS = frozenset({"sign", "initial", "conclude", "adopt", "ratify"})  # not "the plan negotiated by Oslo"


def signers(clauses: Clauses, verb: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """The parties that the document's name gives, else who signed it, with those whom it takes to sign with him."""
    has_subject = clauses.child(verb, "nsubj") is not None
    named_before = makers_of(clauses, subject_of(clauses, verb), ()) if has_subject else None
    named = _parties_of_document(clauses, documents_of(clauses, verb))
    if named is not None and (named_before is None or len(named_before.spans) < 2):
        return named  # not "a protocol on the talks between Riga and the EU" where two others signed it
    acceded = who_acceded(clauses, verb)
    if acceded is not None:
        return makers_of(clauses, acceded, ())
    if clauses[verb].lemma in DEALING:
        return makers_of(clauses, None, meetings, is_joint=True)
    if clauses[verb].lemma == "broker":
        return _without_broker(makers_of(clauses, None, meetings, is_joint=True), named_before)
    is_by = clauses[verb].lemma in BY_SIGNERS and clauses.child(verb, "agent") is not None
    if clauses.child(verb, "nsubjpass") is None and not is_by:
        makers = makers_of(clauses, subject_of(clauses, verb), meetings, is_joint=True)
        makers = with_others(clauses, verb, makers) if makers is not None else None
    else:
        agent = clauses.child(verb, "agent")
        signer = clauses.child(agent, "pobj") if agent is not None else None
        makers = makers_of(clauses, signer, meetings, is_joint=True)
        makers = without_place(clauses, verb, makers)
    if makers is not None and len(makers.codes) == 1 and clauses[verb].lemma != "accede":
        joint = makers_of(clauses, None, meetings, is_joint=True)
        if joint is not None and set(makers.codes) < set(joint.codes):
            return joint
    return makers


def _without_broker(makers: Makers | None, broker: Makers | None) -> Makers | None:
    """Those between whom it was brokered: not the UN of "the UN brokered the truce with the rebels"."""
    codes = broker.codes if broker is not None else ()
    if makers is None or not set(codes) & set(makers.codes):
        return makers
    return replace(makers, codes=tuple(code for code in makers.codes if code not in codes))


def signers_at(clauses: Clauses, noun: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Those who signed at "the signing of …": named in the document, or behind "by", or those at the meeting."""
    documents = [clauses.subtree(document) for document in signed_at(clauses, noun)]
    named = _parties_of_document(clauses, documents)
    if named is not None or clauses[noun].lemma == "ratification":
        return named
    for index in range(noun, clauses.subtree(noun)[1]):
        if clauses.lower(index) == "by" and clauses.child(index, "pobj") is not None:
            return makers_of(clauses, clauses.child(index, "pobj"), meetings, is_joint=True)
    return makers_of(clauses, None, meetings, is_joint=True)


def _parties_of_document(clauses: Clauses, documents: Iterable[Range]) -> Makers | None:
    """The parties in the document's own name: "the Agreement between Malta and Libya on …"."""
    for first, last in documents:
        named = {p.code: p.span for p in within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end)}
        if len(named) == 2 and "between" in {clauses.lower(index) for index in range(first, last)}:
            return Makers(tuple(sorted(named)), tuple(sorted(named.values())), None)
    return None
