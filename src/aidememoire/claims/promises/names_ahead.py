"""The parties named right before a verb whose subject the parse has lost, or has for something else."""

from aidememoire.claims.clauses import FINITE, Clauses, Range, subject_of
from aidememoire.claims.promises.grounds import Ground, Makers, parties_within
from aidememoire.model import PartyMention

DASHES = frozenset({"-", "--", "–", "—", ":", "("})
NAMES_REACH = 12  # tokens between the colon behind a heading and the "will" of whoever is named there


def named_right_before(clauses: Clauses, modal: int) -> Makers | None:
    """The parties whose names end at the modal, where the parse takes a heading before them for the subject."""
    colon = next((i for i in range(modal - 1, clauses.sentence.first, -1) if clauses[i].text == ":"), None)
    if colon is None or modal - colon > NAMES_REACH:
        return None
    named = parties_within(clauses.mentions, clauses[colon].end, clauses[modal].start)
    if not named or named[-1].span.end < clauses[modal - 1].end:
        return None
    codes = {party.code: party.span for party in named}
    return Makers(tuple(sorted(codes)), tuple(sorted(codes.values())), None)


def named_ahead(clauses: Clauses, verb: int) -> Makers | None:
    """The parties before a verb whose subject the parse has lost: "Oslo and Riga, noting the storms, agree to …"."""
    subject = subject_of(clauses, verb)
    if clauses[verb].tag not in FINITE or (subject is not None and not _tells_behind(clauses, verb, subject)):
        return None
    commas = [i for i in range(clauses.sentence.first, verb) if clauses[i].text == ","]
    starts = [clauses.sentence.first, *(i + 1 for i in commas)]
    parts = [part for part in zip(starts, [*commas, verb], strict=True) if part[0] < part[1]]
    for number, (first, last) in reversed(list(enumerate(parts))):
        named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
        is_end_of_list = last == verb and _ends_list(clauses, first, last, named)
        if not named or not (is_end_of_list or named[-1].span.end == clauses[last - 1].end):
            continue
        codes = {party.code: party.span for party in named}
        for part in reversed(parts[:number] if is_end_of_list else []):
            alone = _party_alone(clauses, part)
            if alone is None:
                break
            codes.setdefault(alone.code, alone.span)
        return Makers(tuple(sorted(codes)), tuple(sorted(codes.values())), None)
    return None


def _tells_behind(clauses: Clauses, verb: int, subject: int) -> bool:
    """Whether the subject found is that of the "said" behind the verb, which itself has none in the parse."""
    return subject > verb and clauses[verb].dep == "ccomp" and clauses.child(verb, "nsubj", "nsubjpass") is None


def _ends_list(clauses: Clauses, first: int, last: int, named: list[PartyMention]) -> bool:
    """Whether the part is the end of a list of names: "Riga and other towns" behind "Oslo,"."""
    is_joined = any(clauses.lower(index) == "and" for index in range(first + 1, last))
    begin = first + (clauses[first].pos == "DET")
    return is_joined and bool(named) and named[0].span.start == clauses[begin].start


def if_subject_lost(clauses: Clauses, verb: int, makers: Makers) -> Makers:
    """The parties named ahead of a verb that has no subject in the parse, rather than those at some meeting."""
    subject = subject_of(clauses, verb)
    is_guess = makers.ground in {Ground.PAIR, Ground.MEETING} or (
        subject is not None and _tells_behind(clauses, verb, subject)
    )
    return (named_ahead(clauses, verb) if is_guess else None) or makers


def _party_alone(clauses: Clauses, part: Range) -> PartyMention | None:
    """The party whose name is all that the part says: "the Isle"; None for "in talks with the Isle"."""
    named = parties_within(clauses.mentions, clauses[part[0]].start, clauses[part[1] - 1].end)
    first = part[0] + (clauses[part[0]].pos == "DET" and part[0] + 1 < part[1])
    return named[0] if len(named) == 1 and named[0].span == clauses.span((first, part[1])) else None


def heads_list(clauses: Clauses, name: int, subject: int) -> bool:
    """ "Oman" in "the four states that signed the pact - Oman, Mali, Chad and Peru - pledged", whatever it hangs on."""
    is_first = clauses[name].dep == "appos" and clauses.child(name, "conj") is not None
    start = name
    while clauses[start - 1].dep == "compound" and clauses[start - 1].head == name:
        start -= 1
    return is_first and clauses[subject].tag == "NNS" and clauses[start - 1].text in DASHES
