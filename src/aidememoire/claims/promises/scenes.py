"""Where and when a document was signed, which the parse leaves within the document's name: how far the name goes."""

from aidememoire.claims.clauses import Clauses, trimmed
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import STRETCHES, is_time

# At these a document is signed: "during talks in Oslo", "at a ceremony".
SCENES = frozenset(
    "talk visit meeting ceremony summit conference session trip tour stay reception consultation negotiation".split()
)
SCENE_REACH = 6  # tokens behind "during" in which its noun must come: "during the second day of his visit"
IN_PLACE = frozenset({"in", "at", "near", "outside"})
# "in the presence of the two premiers"
BEFORE_WITNESSES = frozenset({"presence", "attendance"})
# What stands in a town and may be a document's subject: "an agreement on a consulate in Basra".
STANDING = frozenset(
    """
    embassy consulate mission office plant station school hospital clinic university institute college academy port
    airport airfield harbour harbor base bridge railway line metro tunnel dam road highway pipeline refinery factory
    mill mine park centre center museum theatre church mosque temple monument cemetery memorial house building palace
    market hub terminal depot headquarters secretariat court prison camp fund bank project peace war
    conflict unrest situation violence ceasefire truce crisis reactor facility laboratory village district
    property site works stadium
    """.split()
)
TOWNS = frozenset({"city", "venue"})
LONGEST_NAME = 60  # code points of a town's name
TELLING_SUBJECT = frozenset({"on", "about", "concerning", "regarding", "to", "for", "of"})


def without_scene(clauses: Clauses, document: int, last: int) -> int:
    """The end of a document's name without the scene of its signing.

    Accepts "a pact on tuna | in Oslo on Friday", "a pact | during a visit to Oslo"; refuses "a pact on peace in Oslo",
    "the Agreement on Trade in Africa".
    """
    for index in range(document + 1, last):
        is_scene = (
            _opens_occasion(clauses, index)
            or _opens_attendance(clauses, index)
            or _opens_day(clauses, index, last)
            or (clauses.lower(index) in IN_PLACE and _is_town_of_signing(clauses, document, index, last))
        )
        if is_scene:
            return max(trimmed(clauses, document, index), document + 1)
    return last


def _opens_occasion(clauses: Clauses, index: int) -> bool:
    """ "during talks", "after a meeting", "at a ceremony"; not "the pact on conduct during wars"."""
    word = clauses.lower(index)
    if word not in {"during", "following", "after", "at"} or clauses[index].pos != "ADP":
        return False
    noun = clauses.child(index, "pobj")
    of = clauses.child(noun, "prep") if noun is not None and clauses[noun].lemma in STRETCHES else None
    noun = clauses.child(of, "pobj") if of is not None else noun
    return noun is not None and noun - index <= SCENE_REACH and clauses[noun].lemma in SCENES


def _opens_day(clauses: Clauses, index: int, last: int) -> bool:
    """ "on Friday", with nothing behind it."""
    if clauses.lower(index) != "on" or not is_time(clauses, index) or index + 1 not in clauses:
        return False
    ends = [time.span.end for time in within(clauses.mentions.times, clauses[index + 1].start, clauses[last - 1].end)]
    return bool(ends) and max(ends) == clauses[last - 1].end


def _opens_attendance(clauses: Clauses, index: int) -> bool:
    """ "in the presence of the two premiers"."""
    return clauses.lower(index) == "in" and any(
        clauses.lower(index + step) in BEFORE_WITNESSES and clauses.lower(index + step + 1) == "of" for step in (1, 2)
    )


def _is_town_of_signing(clauses: Clauses, document: int, preposition: int, last: int) -> bool:
    """Whether a town ends the name that is no part of it, by what stands before and behind.

    With a subject before it ("on licence plates in Oslo") the town is that of the signing only where nothing is named
    that may stand in a town.
    """
    begin = clauses[preposition + 1].start if preposition + 1 in clauses else None
    if begin is None:
        return False
    town = next(
        (one for one in within(clauses.mentions.places, begin, begin + LONGEST_NAME) if one.kind in TOWNS), None
    )
    if town is None or town.span.start != begin:
        return False
    behind = preposition + 1
    while behind < last and clauses[behind].start < town.span.end:
        behind += 1
    if behind < last and not _is_when(clauses, behind):
        return False
    has_subject = any(clauses.lower(index) in TELLING_SUBJECT for index in range(document + 1, preposition))
    is_of_verb = clauses[clauses[preposition].head].pos == "VERB"
    if not has_subject or is_of_verb:
        return True
    lemmas = {clauses[index].lemma for index in range(document + 1, preposition)}
    return not lemmas & STANDING


def _is_when(clauses: Clauses, index: int) -> bool:
    """ "on Friday", "late on Friday", ", Norway" behind the town."""
    if clauses.lower(index) in {"late", "early", "earlier", "later"} or clauses[index].text == ",":
        return True
    return is_time(clauses, index) or is_time(clauses, index - 1)
