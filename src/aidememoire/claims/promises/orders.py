"""What somebody in charge has ordered: "directed the agencies to …", "ordered the deployment of two frigates"."""

from aidememoire.claims.clauses import FINITE, Clauses, Range, next_word, noun_phrase, person_at
from aidememoire.claims.promises.grounds import heads
from aidememoire.claims.promises.rows import table, to_end

REACH = 18  # tokens between the verb and the "to" behind whoever is ordered
STAFF = frozenset(
    "team staff colleague expert commander engineer adviser advisor agency department member chief".split()
)


def ordered_to(clauses: Clauses, verb: int) -> int | None:
    """The "to" behind whoever is ordered: "I direct the heads of all agencies | to submit plans"; None without one."""
    told = next(
        (
            child
            for child in clauses.children.get(verb, ())
            if child > verb and clauses[child].dep in {"dobj", "dative"} and takes_orders(clauses, child)
        ),
        None,
    )
    if told is None:
        return None
    for index in range(told + 1, min(verb + REACH, clauses.sentence.last)):
        token = clauses[index]
        if token.lower == "to" and clauses[next_word(clauses, index + 1)].tag in {"VB", "VBP"}:
            return index
        if token.tag in FINITE or token.text in {";", ":", "."}:
            return None
    return None


def ordered_measure(clauses: Clauses, verb: int) -> Range | None:
    """ "the deployment of two frigates" in "ordered the deployment …": the measure itself, not what it is for."""
    done = clauses.child(verb, "dobj")
    if done is None or done < verb or clauses[done].lemma not in table().words["measures"]:
        return None
    return to_end(clauses, noun_phrase(clauses, done)[0])


def takes_orders(clauses: Clauses, word: int) -> bool:
    """Whether the word names somebody in office or a body; nobody directs "efforts" to do anything."""
    if person_at(clauses.mentions, clauses[word]) is not None or clauses[word].pos == "PROPN":
        return True
    kinds = heads()
    named = {clauses.lower(word), clauses[word].lemma}
    return bool(named & (kinds["state_heads"] | kinds["agencies"] | STAFF))
