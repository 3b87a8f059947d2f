"""What each of those who agree is to do: "agreed that Oslo would send ships and Riga would refuel them"."""

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.claims.clauses import Clauses, Range, next_word, subject_of
from aidememoire.claims.promises.grounds import Ground, Makers
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.rows import to_end

JOINING = frozenset({"and", "while", "whereas"})
DOER_REACH = 8  # tokens from "and" to the "would" of the second clause: "and (that) the Latvian government would"
MODALS = frozenset({"will", "would", "shall"})


def further_clauses(clauses: Clauses, end: int) -> Iterator[Range]:
    """The clauses that go on behind the first of those agreed on: "and Riga would …", "and that it would …".

    Not a clause with its own verb of saying ("and officials said it would …"), nor one that tells what then happened.
    """
    while True:
        start = _clause_behind(clauses, end)
        if start is None:
            return
        content = to_end(clauses, start, of_clause=True)
        yield content
        end = content[1]


def _clause_behind(clauses: Clauses, end: int) -> int | None:
    index = end
    while clauses[index].text in {",", ";"}:
        index += 1
    if clauses.lower(index) not in JOINING:
        return None
    start = next_word(clauses, index + 1)
    start = next_word(clauses, start + 1) if clauses.lower(start) == "that" else start
    for word in range(start + 1, min(start + DOER_REACH, clauses.sentence.last)):
        if clauses.lower(word) in MODALS:
            return start
        if clauses[word].pos in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def its_share(clauses: Clauses, content: Range, makers: Makers) -> Makers:
    """The one of several makers that the content names as its doer ("Oslo would send …"); else all of them."""
    modal = next((index for index in range(*content) if clauses.lower(index) in MODALS), None)
    if not makers.are_several or modal is None:
        return makers
    subject = subject_of(clauses, clauses[modal].head)
    if subject is None or not content[0] <= subject < modal:
        subject = modal - 1  # the parse joined the name to what stands before it: "two ships and Riga would …"
    doer = makers_of(clauses, subject, ())
    if doer is None or doer.ground is not Ground.NAMED or len(doer.codes) != 1 or doer.codes[0] not in makers.codes:
        return makers
    return replace(makers, codes=doer.codes, spans=doer.spans)
