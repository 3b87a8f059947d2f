"""On what condition a promise is made: its words in the promise, right behind it, or before it in its clause."""

from aidememoire.claims.clauses import FINITE, Clauses, Range, content_end
from aidememoire.claims.promises.rows import OPENING_CONDITIONS
from aidememoire.model import Span

OPENING = frozenset({"if", "unless", "provided"})  # of a clause of condition
BEFORE = frozenset({"if", "unless", "should"})  # of one that stands before the promise
# "subject to approval by parliament", "contingent on a truce": what a promise hangs on.
HANGING_ON = frozenset({("subject", "to"), ("contingent", "on"), ("contingent", "upon"), ("dependent", "on")})


def conditions_of(clauses: Clauses, content: Range) -> tuple[Span, ...]:
    """The condition in the content or right behind it, else the one that opens its clause or the sentence.

    Accepts "Oslo will pay | subject to a vote", "Oslo said that | if the talks fail | it will withdraw".
    Refuses "Oslo asked if it could go and said it would pay", "Oslo will discuss the subject to be raised".
    """
    for index in range(*content):
        if clauses.lower(index) in OPENING or _is_on_condition(clauses, index) or _hangs(clauses, index):
            return (clauses.span((index, content[1])),)
    behind = content[1] + (clauses[content[1]].text == ",")
    if clauses.lower(behind) in OPENING_CONDITIONS or _hangs(clauses, behind):
        return (clauses.span((behind, max(content_end(clauses, behind), behind + 1))),)
    before = _ahead_of_clause(clauses, content)
    return (clauses.span(before),) if before is not None else ()


def is_hypothetical(clauses: Clauses, content: Range) -> bool:
    """Whether it is to be done only if something happens ("if the talks fail"); not what still needs a vote."""
    found = conditions_of(clauses, content)
    opening = clauses.mentions.words(found[0]).lower() if found else ""
    return bool(found) and not opening.startswith(tuple(f"{one} {two}" for one, two in HANGING_ON))


def _is_on_condition(clauses: Clauses, index: int) -> bool:
    return clauses.lower(index) == "condition" and clauses.lower(index + 1) == "that"


def _hangs(clauses: Clauses, index: int) -> bool:
    """Whether "subject to …" opens here and governs a noun, in no name and behind no article ("a subject to raise")."""
    if (clauses.lower(index), clauses.lower(index + 1)) not in HANGING_ON:
        return False
    return clauses[index].pos != "PROPN" and clauses[index + 1].tag in {"IN", "TO"} and not _is_verb(clauses, index + 2)


def _is_verb(clauses: Clauses, index: int) -> bool:
    return clauses[index].tag == "VB"


def _ahead_of_clause(clauses: Clauses, content: Range) -> Range | None:
    """The if-clause that opens the sentence, or that stands between "that" and what is promised."""
    first = clauses.sentence.first
    for index in range(content[0] - 1, first - 1, -1):
        word = clauses.lower(index)
        if word == "should" and index != first and not _opens_inverted(clauses, index):
            continue
        if word in BEFORE:
            comma = next((i for i in range(index + 1, content[0]) if clauses[i].text == ","), None)
            is_opening = index == first or _follows_that(clauses, index)
            if is_opening and (comma is not None or _is_of_promise(clauses, index, content)):
                end = comma if comma is not None else _end_of_clause(clauses, index)
                return (index, end) if index < end <= content[0] else None
            return None
    return None


def _opens_inverted(clauses: Clauses, should: int) -> bool:
    """ "warned that should Riga leave, …"; not "said that should be done"."""
    return clauses.lower(should - 1) == "that" and clauses[should + 1].pos in {"NOUN", "PROPN", "PRON", "DET"}


def _follows_that(clauses: Clauses, index: int) -> bool:
    """ "said that if", "says if", "warned that, if": the condition opens the clause of what is said."""
    before = index - 1 - (clauses[index - 1].text == ",")
    return clauses.lower(before) == "that" or (clauses[before].pos == "VERB" and _is_said_of(clauses, index, before))


def _is_said_of(clauses: Clauses, mark: int, saying: int) -> bool:
    """Whether the if-clause belongs to a clause that hangs on the verb of saying, and isn't itself what was said."""
    verb = clauses[mark].head
    return clauses[verb].dep == "advcl" and clauses[clauses[verb].head].head == saying


def _is_of_promise(clauses: Clauses, mark: int, content: Range) -> bool:
    """Whether the if-clause hangs on the verb of what is promised, or on one that governs it."""
    verb = clauses[mark].head
    if clauses[verb].dep != "advcl":
        return False
    above = clauses[verb].head
    return above in range(*content) or clauses[content[0]].head == above


def _end_of_clause(clauses: Clauses, mark: int) -> int:
    """Where the if-clause without a comma behind it ends."""
    verb = clauses[mark].head
    is_finite = clauses[verb].tag in FINITE or clauses[verb].dep == "advcl"
    return clauses.subtree(verb)[1] if is_finite else mark
