"""When something came about, told by words that the parse takes into the name of what it was."""

from aidememoire.claims.clauses import Clauses


def tells_when(clauses: Clauses, index: int) -> bool:
    """ "(left it) on Friday", "(began talks) for the first time", "(ended it) last week": no subject's words.

    Not "the talks of Friday", "promises made at talks in May", whose words say which.
    """
    word, after = clauses.lower(index), clauses.lower(index + 1)
    if clauses[index - 1].pos == "VERB":
        return False  # "an accord signed on 13 May"
    if word == "for" and [clauses.lower(index + k) for k in (1, 2, 3)] == ["the", "first", "time"]:
        return True
    if word == "on" and (after in DAYS or (clauses[index + 1].pos == "NUM" and clauses.lower(index + 2) in MONTHS)):
        return True
    if word == "on" and after in MONTHS and clauses[index + 2].text.isdigit():
        return True
    return word in {"last", "this"} and after in {"week", "month", "year", *DAYS} and clauses[index - 1].pos != "ADP"


DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)
