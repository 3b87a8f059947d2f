"""Whom a breach, or a promise kept or broken, is laid to by the words themselves; and who only complains of it."""

from aidememoire.claims.clauses import CLIMB_LIMIT, Clauses, Range
from aidememoire.claims.promises.grounds import parties_within, within
from aidememoire.claims.promises.makers import makers_of
from aidememoire.model import Span, StatusKind, TimeMention

Blamed = tuple[tuple[str, ...], tuple[Span, ...], str | None]
"""Codes, the words that give them, and the ground where no words do."""
NOBODY: Blamed = ((), (), None)

# Who does this with a breach is its party; whoever does anything else with one ("reports", "fears", "expresses concern
# about", "will investigate a breach") only speaks of it, or suffers it.
COMMITTING = frozenset(
    "commit perpetrate carry conduct make begin start continue persist keep go engage launch stage cause "
    "entail involve constitute represent amount be mean admit acknowledge deny stop cease end repeat justify "
    "excuse defend order authorise authorize do plan prepare apologise apologize confess".split()
)
PROMISES = frozenset("promise pledge commitment obligation undertaking vow assurance".split())
PROMISING = frozenset("promise pledge agree undertake commit vow offer announce".split())
# What hands the deed on to the verb above: "(expressed) concern about", "(sent) a letter on violations".
PASSING_ON = frozenset({"prep", "pobj", "dobj", "conj", "pcomp", "nsubjpass", "compound", "dative", "attr", "xcomp"})
AS_OR_IN = frozenset({"as", "in"})
POWERS = frozenset({"regime", "government", "country", "authority", "leadership"})


def doers_by_words(clauses: Clauses, trigger: int, subject: Range, status: StatusKind) -> Blamed | None:
    """Whoever is said to be behind it: "a breach of the truce by Chad", "Chad's promise was not kept".

    Nobody where a doer is said that is no party ("by the rebels"); None where no doer is said at all.
    """
    if status is StatusKind.VIOLATED and not clauses[trigger].tag.startswith("VB"):
        doer = _behind_by(clauses, trigger, subject)
        if doer is not None:
            return _party_behind(clauses, doer)
        owner = clauses.child(trigger, "poss")
        if owner is not None and _is_some_doer(clauses, owner):
            return _party_behind(clauses, owner)
    return _owner_of_promise(clauses, subject) or _who_promised_it(clauses, subject)


DAYS = frozenset("today yesterday tomorrow tonight day week month year weekend morning".split())


def _is_some_doer(clauses: Clauses, owner: int) -> bool:
    """ "the rebels' violations"; not "today's breach", "the government's"."""
    if clauses[owner].pos != "NOUN" or clauses[owner].lemma in POWERS | DAYS:
        return False
    token = clauses[owner]
    return not any(time.span.start < token.end and token.start < time.span.end for time in _times_of(clauses))


def _times_of(clauses: Clauses) -> list[TimeMention]:
    """The times told in the sentence."""
    sentence = clauses.sentence.span
    return within(clauses.mentions.times, sentence.start, sentence.end)


def is_of_promise(clauses: Clauses, subject: Range) -> bool:
    """Whether it is a promise by its noun: whose, "their commitment" says, if not by name."""
    return any(clauses[noun].lemma in PROMISES for noun in range(*subject))


def _behind_by(clauses: Clauses, trigger: int, subject: Range) -> int | None:
    """The noun behind the "by" that follows the breach, whatever word the parse hangs it on."""
    for index in range(trigger + 1, max(trigger + 2, subject[1] + 1)):
        if clauses.lower(index) != "by" or clauses[index - 1].tag == "VBN":
            continue  # not "violations of the embargo imposed by the council"
        doer = clauses.child(index, "pobj")
        return doer if doer is not None and clauses[doer].pos in {"NOUN", "PROPN", "PRON"} else None
    return None


def _party_behind(clauses: Clauses, noun: int) -> Blamed:
    """The party that the noun is, or whose it is; nobody for "the rebels in Chad"."""
    makers = makers_of(clauses, noun, ())
    if makers is not None:
        return makers.codes, makers.spans, makers.inferred
    for party in parties_within(clauses.mentions, clauses[clauses.subtree(noun)[0]].start, clauses[noun].end):
        return (party.code,), (party.span,), None  # "by Turkish jets"
    return NOBODY


def _owner_of_promise(clauses: Clauses, subject: Range) -> Blamed | None:
    """Whose promise it is that was kept or broken: not where it was to be kept ("an embassy in Mongolia")."""
    for noun in range(*subject):
        if clauses[noun].lemma not in PROMISES or clauses[noun].pos != "NOUN":
            continue
        owner = clauses.child(noun, "poss")
        if owner is None or clauses[owner].tag == "PRP$":
            return None
        makers = makers_of(clauses, owner, ())
        if makers is None:
            return NOBODY if clauses[owner].lemma in POWERS else None
        return makers.codes, makers.spans, makers.inferred
    return None


def _who_promised_it(clauses: Clauses, subject: Range) -> Blamed | None:
    """Who is told in a relative clause to have promised it: "the loan that Oslo promised was never paid"."""
    for noun in range(*subject):
        for clause in clauses.children.get(noun, ()):
            is_given = clauses[noun].lemma in PROMISES and clauses[clause].lemma in {"give", "make"}
            if clauses[clause].dep != "relcl" or not (is_given or clauses[clause].lemma in PROMISING):
                continue
            maker = clauses.child(clause, "nsubj")
            if maker is None or clauses[maker].pos == "PRON":
                continue
            makers = makers_of(clauses, maker, ())
            if makers is not None:
                return makers.codes, makers.spans, makers.inferred
    return None


def complainant_of(clauses: Clauses, trigger: int) -> int | None:
    """The subject of the verb that speaks of the breach without committing it; None where there is none.

    "(Oslo) deplored the breach", "(Oslo) expressed concern about breaches"; not "acted in breach of the pact".
    """
    index = trigger
    for _ in range(CLIMB_LIMIT):
        token = clauses[index]
        if token.dep not in PASSING_ON or token.head not in clauses or token.head == index:
            return None
        if token.dep == "nsubjpass":  # "the breach was condemned by Oslo"
            agent = clauses.child(token.head, "agent")
            speaks = clauses[token.head].lemma not in COMMITTING and agent is not None
            return clauses.child(agent, "pobj") if speaks and agent is not None else None
        index = token.head
        if clauses[index].pos == "ADP" and clauses.lower(index) in AS_OR_IN:
            return None
        if clauses[index].pos in {"VERB", "AUX"}:
            break
    else:
        return None
    if clauses[index].lemma in COMMITTING:
        return None
    return clauses.child(index, "nsubj", "nsubjpass")


def without_places(clauses: Clauses, subject: Range, named: dict[str, Span]) -> dict[str, Span]:
    """The parties named in what was promised, without those that only say where, to or with whom it was to be done."""
    kept = {}
    for code, span in named.items():
        token = next((t.index for t in clauses.tokens if t.start <= span.start < t.end), None)
        if token is None or not _is_behind_infinitive(clauses, subject, token):
            kept[code] = span
    return kept


def _is_behind_infinitive(clauses: Clauses, subject: Range, token: int) -> bool:
    """Whether the name stands in what a promise is to do: "the promise to open an embassy in (Mongolia)"."""
    return any(
        clauses.lower(index) == "to" and clauses[index].tag == "TO" and clauses[index + 1].tag == "VB"
        for index in range(subject[0], token)
    )
