"""What a relative clause says was promised of the noun before it: "the ships that Oslo has pledged to send"."""

from aidememoire.claims.clauses import Clauses, Range, next_word, noun_phrase
from aidememoire.claims.promises.futures import names_party

# "the day that Oslo agreed to withdraw": when or why, and not what.
OF_CIRCUMSTANCE = frozenset("reason way time day moment place year month week point manner extent hour".split())
FILLING = ("dobj", "ccomp", "xcomp", "nsubjpass", "acomp", "attr")  # with one of these nothing of the deed is missing


def with_antecedent(clauses: Clauses, trigger: int, content: Range) -> Range:
    """The content with the noun to which its deed is to be done, where that stands before the word of promising.

    "two ships that Oslo has pledged to send by May", whole; of "Oslo, which has pledged to send two ships", "the day on
    which Oslo agreed to leave" nothing is missing.
    """
    noun, verb = clauses[trigger].head, next_word(clauses, content[0])
    if clauses[trigger].dep != "relcl" or not noun < trigger < content[0]:
        return content
    if (
        clauses[noun].pos not in {"NOUN", "PROPN"}
        or clauses[noun].lemma in OF_CIRCUMSTANCE
        or names_party(clauses, noun)
    ):
        return content
    subject = clauses.child(trigger, "nsubj")
    if subject is None or clauses[subject].tag in {"WDT", "WP"} or clauses[verb].tag not in {"VB", "VBG"}:
        return content
    filled = clauses.child(verb, *FILLING)
    is_filled = filled is not None and clauses[filled].tag not in {"WDT", "WP"}
    if is_filled or _is_led_by_preposition(clauses, noun, trigger):
        return content
    return _first_of(clauses, noun), content[1]


def _first_of(clauses: Clauses, noun: int) -> int:
    """Where the phrase begins that the noun ends: at "a" of "a commission of inquiry"."""
    while clauses[noun].dep == "pobj" and clauses.lower(clauses[noun].head) == "of":
        whole = clauses[clauses[noun].head].head
        if clauses[whole].pos != "NOUN":
            break
        noun = whole
    return noun_phrase(clauses, noun)[0]


def _is_led_by_preposition(clauses: Clauses, noun: int, trigger: int) -> bool:
    """ "the accord in which Oslo agreed to leave", "the talks where …"."""
    for index in range(noun + 1, trigger):
        if clauses[index].tag in {"WRB", "WP$"}:
            return True
        if clauses[index].tag == "WDT" and clauses[index - 1].pos == "ADP":
            return True
    return False
