"""Whose an agency is that an official text names without its state: "the Trade Bank will lend", "my Administration"."""

from aidememoire.claims.clauses import Clauses, person_at
from aidememoire.claims.promises.grounds import Ground, Makers, heads, parties_within
from aidememoire.claims.promises.voices import own_side, quoted_speaker

OWN = frozenset({"my", "our", "this"})
TITLES = frozenset({"advisor", "adviser", "administrator", "director", "coordinator"})
LONGEST_NAME = 14  # tokens of an agency's name with the article and "of …"; a longer phrase holds a clause


def makers_of_agency(clauses: Clauses, subject: int) -> Makers | None:
    """The government that speaks, for an agency of its own; None for a body of several states, a firm, a person.

    Only in a government's own account: there "the Customs Service", "the Task Force", "my Administration" are its own.
    """
    if clauses.mentions.report.side is None:
        return None
    first, last = clauses.subtree(subject)
    last = min(last, _before_clause(clauses, first, last))
    if last - first > LONGEST_NAME or not _is_agency(clauses, subject, first, last):
        return None
    if parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end):
        return None
    speaker = quoted_speaker(clauses, subject)
    why = f"“{clauses[subject].text}” is taken for an agency of the government that speaks."
    makers = speaker or own_side(clauses.mentions, why)
    if makers is None:
        return None
    return Makers(makers.codes, (), why, Ground.BODY)


def orders_in_writing(clauses: Clauses, subject: int) -> Makers | None:
    """The government that speaks, where its own order, decree or memorandum is told to instruct somebody."""
    if clauses.lower(subject) not in heads()["orders"]:
        return None
    first, last = clauses.subtree(subject)
    if parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end):
        return None
    return own_side(clauses.mentions, f"“{clauses[subject].text}” is an order of the government that speaks.")


def makers_of_announcer(clauses: Clauses, subject: int | None, verb: int) -> Makers | None:
    """The government that speaks, for an official of its own who announces, or where nobody is told to ("Announced …").

    Not where the words name another party, or what is announced is another's.
    """
    if subject is None:
        done = clauses.child(verb, "dobj")
        is_item = verb == clauses.sentence.first and clauses[verb].text[:1].isupper() and done is not None
        return own_side(clauses.mentions, "The text tells it of the government that speaks.") if is_item else None
    first, last = clauses.subtree(subject)
    titles = {clauses.lower(index) for index in range(first, last)} & (heads()["state_heads"] | TITLES)
    if person_at(clauses.mentions, clauses[subject]) is None and not (titles and clauses[subject].pos == "PROPN"):
        return None
    if parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end):
        return None
    return own_side(clauses.mentions, f"“{clauses[subject].text}” is taken for an official of the government.")


def _is_agency(clauses: Clauses, subject: int, first: int, last: int) -> bool:
    word = clauses.lower(subject)
    kinds = heads()
    if clauses.lower(first) in OWN and word in kinds["agencies"]:
        return True
    if clauses[subject].text in kinds["agency_letters"]:
        return True
    if not clauses[subject].text[:1].isupper():
        return False
    words = {clauses.lower(index) for index in range(first, last)}
    return word in kinds["agencies"] and not words & kinds["of_many_states"]


def _before_clause(clauses: Clauses, first: int, last: int) -> int:
    """Where words in commas or a clause behind the name begin."""
    return next((i for i in range(first + 1, last) if clauses[i].text in {",", "("} or clauses[i].tag == "WDT"), last)
