"""Who speaks: whom "we" means in a quotation, in a joint text, in the account of one government."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.claims.clauses import SAYING, Clauses
from aidememoire.claims.promises.grounds import Ground, Makers, heads, is_state, parties_within, party_of, within
from aidememoire.knowledge.places import Places
from aidememoire.model import Mentions, PersonMention, Quotation, Sentence, Span

# "We, the leaders of …": so many sentences from the start it may stand, and so far apart may its names be.
OPENING_SENTENCES = 6
NAMING_SENTENCES = 10  # so many from the start several may be given a common name: "(hereinafter the “Parties”)"
VOICE_GAP = 60
VOICE = re.compile(
    r"\W*(?:We, |(?:The )?(?:[Tt]ext of the )?(?:[Ff]ollowing )?(?:[Jj]oint )?(?:[Ss]tatement|[Cc]ommuniqu[ée]) "
    r"(?:was |is |has been )?(?:\w+ )?(?:released|issued|agreed|adopted|made) by )(?:the )?"
    r"(?:(?:\w+,? ){0,6}?)(?:leaders|heads|presidents|prime|ministers|foreign|representatives|"
    r"governments|members|participants|secretaries|[Ff]oreign [Mm]inisters|[Gg]overnments?)\b"
    r"|\W*(?:The following is (?:the|a) )?(?:[Tt]he )?(?:[Ff]ull )?(?:[Tt]ext of (?:the |a )?)?(?:[Ff]ollowing )?"
    r"(?:[Jj]oint )?(?:[Ss]tatement|[Cc]ommuniqu[ée]|[Dd]eclaration|[Rr]eadout|[Tt]ext) "
    r"(?:was |is |has been )?(?:\w+ )?(?:released|issued|agreed|adopted|made|signed) by (?=the |[A-Z])"
)
"""Accepts "We, the leaders of", "Statement released by the Governments of", "The following is a text issued by Oslo";
refuses "Statement released by a press"."""
JOINT_HEADING = re.compile(
    r"\b(?:Joint|Summit|Ministerial|Common|Trilateral|Quadrilateral)(?: \w+)? (?:Statement|Declaration|Communiqu[ée])\b"
)
"""Accepts "Joint Statement by Oslo and Riga", "U.S.-EU Summit Statement"; refuses "Statement by the Spokesman"."""
JOINT_TEXT = re.compile(
    r"\b(?:Joint|Summit|Ministerial|Common|Trilateral|Quadrilateral|Leaders)\b[^.\n]{0,60}"
    r"\b(?:Statement|Declaration|Communiqu[ée]|Readout)\b|\b(?:Declaration|Communiqu[ée])\b"
)
"""Accepts "Summit of the Isles Shippers Declaration", "Communiqué on Peat"; refuses "Statement on the Summit"."""
OPENED_BY = re.compile(
    r"\W*(?:(?:Today|Yesterday|On [^,]{3,30}),\W+)?(?:[Tt]he (?:\w+ ){1,6}?of )?(?:the )?(?:[A-Z]\w+ \((?=[A-Z]))?"
)
"""Accepts "Today, the ", "The foreign ministers of ", "The members of the Troika ("; what follows names who speaks."""
HEREINAFTER = re.compile(r"\W*\((?:herein|here)?(?:after|together|collectively|jointly)\b", re.IGNORECASE)
"""Accepts "(hereinafter the “Parties”)", "(together, the “Partners”)"; refuses "(in May)"."""
BETWEEN_NAMES = re.compile(
    r"[\s,;)–—-]*(?:and\s+)?(?:the\s+)?(?:(?:President|Prime Minister|Chancellor|King|Emir|Foreign Minister|Government|"
    r"Republic|Kingdom)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
"""Accepts ", and the ", "-", " and the Chancellor of "; refuses " with the "."""
TOLD_OF = re.compile(
    r"\b(?:remarks|address|press|signed|adopted|issued|made|drew|is|are|was|were|has|have)\b", re.IGNORECASE
)
"""A heading with these only tells of a joint text."""
BESIDE = 12  # characters between a quotation and the word of saying, or who says it, next to it
OF_SEVERAL = re.compile(r"\b(?:Statement|Declaration|Communiqu[ée]) (?:of|by|from) (?:the )?(?=[A-Z])")
"""A heading of several states without "Joint": "Ministerial Statement of Norway, Peru and Laos"."""
TOPIC = re.compile(r" (?:on|concerning|regarding|addressing|about|after|at|to) |[.:;–—]", re.IGNORECASE)
# "Joint Statement on the Oslo–Riga Dialogue" speaks for those whose dialogue it is.
STANDING = re.compile(
    r"\b(?:Dialogue|Ministerial|Consultative|Council|Working Group|Committee|Summit|Partnership|Cooperation|Relations|"
    r"Consultations|Forum|Visit)\b"
)
BY_TWO = re.compile(
    r"(?: \w+[’']?)?\s+(?:Statement|Declaration|Communiqu[ée]|Vision)(?=\s*$| (?:on|about|concerning|regarding)\b)"
)
"""Behind the names of two with which a heading opens: "Oslo-Riga Communiqué on Peat", "Leaders’ Statement"; refuses
"Oslo and Riga: Press Statement by the Mayor"."""
VERB_OF_VOICE = re.compile(r"\b(?:met|have|gathered|held|are|hereby|reaffirm|declare|meeting|assembled)\b")


def speaking_party(clauses: Clauses, word: int) -> Makers | None:
    """Who speaks where the word stands: the speaker of the quotation around it, else the outlet's side."""
    why = "The text says it of itself, and its outlet gives this government's account."
    speaker = quoted_speaker(clauses, word)
    if speaker is not None and not speaker.codes:
        return None
    return speaker or own_side(clauses.mentions, why)


def own_side(mentions: Mentions, why: str) -> Makers | None:
    """The government whose account the report's outlet gives; ``why`` says what it is inferred from."""
    side = mentions.report.side
    return Makers((side,), (), why, Ground.SIDE) if side is not None else None


def government_at_home(mentions: Mentions) -> Makers | None:
    """The state whose government and opposition are spoken of without a name: where the report was filed.

    Only where the report names that state, too; nobody else's, were it named ever so near.
    """
    place = mentions.dateline.place if mentions.dateline is not None else None
    country = next((found.country for found in Places.shipped().find(place) if found.country), None) if place else None
    if country is None or all(party.code != country for party in mentions.parties):
        return None
    return Makers((country,), (), f"The government that the opposition speaks of is that in {place}.", Ground.PART)


def quoted_speaker(clauses: Clauses, word: int) -> Makers | None:
    """The party of whoever speaks the quotation that the word stands in; without codes where he speaks for none."""
    quotation = quotation_around(clauses, word)
    if quotation is None:
        return None
    return _speaker_at_label(clauses.mentions, quotation) or _speaker_beside(clauses, quotation.span)


def quotation_around(clauses: Clauses, word: int) -> Quotation | None:
    """The quotation or labelled turn that the word stands in."""
    mentions, at = clauses.mentions, clauses[word].start
    last = bisect_left(mentions.quotations, at + 1, key=lambda quotation: quotation.span.start) - 1
    quotation = mentions.quotations[last] if last >= 0 else None
    return quotation if quotation is not None and at < quotation.span.end else None


def one_voice(mentions: Mentions, sentence: Sentence) -> Makers | None:
    """The parties that a joint text names as its "we": "We, the leaders of Chile and Peru, …"; None in other texts."""
    heading = _voice_of_heading(mentions)
    if heading is not None:
        return heading
    for opening in mentions.sentences[: min(NAMING_SENTENCES, sentence.index + 1)]:
        is_late = opening.index >= OPENING_SENTENCES
        if is_late and HEREINAFTER.search(mentions.report.text, opening.span.start, opening.span.end) is None:
            continue
        match = None if is_late else VOICE.match(mentions.report.text, opening.span.start, opening.span.end)
        named = _listed(mentions, match.end(), opening.span.end) if match is not None else {}
        if len(named) < 2 and not any(not is_state(code) for code in named):
            named = _named_as_its_authors(mentions, opening)
        if named:
            why = f"The text speaks for all that it names as “we”: “{mentions.words(opening.span)[:80]}”."
            return Makers(tuple(sorted(named)), (), why, Ground.VOICE)
    return None


def _listed(mentions: Mentions, start: int, end: int) -> dict[str, Span]:
    """The parties of one list that begins at the offset."""
    named: dict[str, Span] = {}
    for party in parties_within(mentions, start, end):
        gap = mentions.report.text[max(named.values()).end if named else start : party.span.start]
        if len(gap) > VOICE_GAP or (named and VERB_OF_VOICE.search(gap)):
            break
        named.setdefault(party.code, party.span)
    return named


def _named_as_its_authors(mentions: Mentions, opening: Sentence) -> dict[str, Span]:
    """Several parties with which a sentence of a joint text opens ("Oslo and Riga affirm …"), its outlet's among them.

    Or those whom it gives a common name: "Oslo, Riga and Lima (hereinafter the “Participants”)".
    """
    text, side = mentions.report.text, mentions.report.side
    match = OPENED_BY.match(text, opening.span.start, opening.span.end)
    named = _next_to_each_other(mentions, match.end() if match else opening.span.start, opening.span.end)
    if len(named) < 2 or (side is not None and side not in named):
        return {}
    first = mentions.sentences[0].span
    is_joint = JOINT_TEXT.search(text, first.start, first.end) and not TOLD_OF.search(text, first.start, first.end)
    is_named_so = HEREINAFTER.match(text, max(span.end for span in named.values()), opening.span.end)
    return named if (is_joint and opening.span.start > first.start) or is_named_so else {}


def _next_to_each_other(mentions: Mentions, start: int, end: int) -> dict[str, Span]:
    """The parties of a list that begins right at the offset with nothing but marks, "and", "the" between its names."""
    named: dict[str, Span] = {}
    at = start
    for party in parties_within(mentions, start, end):
        if BETWEEN_NAMES.fullmatch(mentions.report.text, at, party.span.start) is None:
            break
        named.setdefault(party.code, party.span)
        at = party.span.end
    return named


def _voice_of_heading(mentions: Mentions) -> Makers | None:
    """The parties that the first line says speak together: "Joint Statement by Oslo and Riga on Gas"."""
    first = mentions.sentences[0].span
    match = JOINT_HEADING.search(mentions.report.text, first.start, first.end)
    if match is None:
        two = _next_to_each_other(mentions, first.start, first.end)
        last = max((span.end for span in two.values()), default=first.start)
        if len(two) > 1 and all(map(is_state, two)) and (match := BY_TWO.match(mentions.report.text, last, first.end)):
            return _of_heading(mentions, set(two))
        match = OF_SEVERAL.search(mentions.report.text, first.start, first.end)
        if match is not None:
            named = _listed(mentions, match.end(), first.end)
            match = match if len(named) > 1 and all(map(is_state, named)) else None
    if match is None or TOLD_OF.search(mentions.report.text, first.start, first.end):
        return None
    topic = TOPIC.search(mentions.report.text, match.end(), first.end)
    codes = _parties_between(mentions, first.start, topic.start() if topic is not None else first.end)
    if len(codes) < 2 and STANDING.search(mentions.report.text, match.end(), first.end):
        codes = _parties_between(mentions, first.start, first.end)
    return _of_heading(mentions, codes) if len(codes) > 1 else None


def _of_heading(mentions: Mentions, codes: set[str]) -> Makers:
    words = mentions.words(mentions.sentences[0].span)[:80]
    why = f"The text speaks for all that its heading names: “{words}”."
    return Makers(tuple(sorted(codes)), (), why, Ground.VOICE)


def speaks_for_others_too(mentions: Mentions) -> bool:
    """Whether the heading says that the text is a joint one, of more than the government whose account it is.

    Accepts "Joint Statement on Gas"; refuses that "by the Norwegian ministries of Trade and Health".
    """
    first = mentions.sentences[0].span
    text = mentions.report.text
    if JOINT_HEADING.search(text, first.start, first.end) is None or TOLD_OF.search(text, first.start, first.end):
        return False
    return _parties_between(mentions, first.start, first.end) != {mentions.report.side}


def _parties_between(mentions: Mentions, start: int, end: int) -> set[str]:
    """The parties named between two offsets, by name or by a person of theirs."""
    persons: list[PersonMention] = within(mentions.persons, start, end)
    codes = {code for person in persons if (code := party_of(mentions, person)) is not None}
    return codes | {party.code for party in parties_within(mentions, start, end)}


def _speaker_at_label(mentions: Mentions, turn: Quotation) -> Makers | None:
    """The party of the person whose labelled turn it is."""
    if turn.label is None:
        return None
    for mention in (
        *within(mentions.persons, turn.label.start, turn.label.end),
        *within(mentions.references, turn.label.start, turn.label.end),
    ):
        party = party_of(mentions, mention)
        if party is not None:
            why = f"The speaker of the turn, “{mentions.words(mention.span)}”, speaks for it."
            return Makers((party,), (), why, Ground.SPEAKER)
    return None


def _speaker_beside(clauses: Clauses, quotation: Span) -> Makers | None:
    """The party of whoever is told to have said it, else of the person or body named nearest outside the quotation.

    No parties at all where it is told to have been said by somebody who speaks for none ("the mayor said").
    """
    mentions = clauses.mentions
    index = clauses.sentence.index
    around = mentions.sentences[max(0, index - 1) : index + 2]
    sayer = next(filter(None, (_told_sayer(mentions, sentence, quotation) for sentence in around)), None)
    if sayer is not None and not sayer.is_leaning:
        named = _named_outside(mentions, [sayer.extent], quotation)
        named += [(0, code, sayer.extent) for code in sayer.codes]
        if not named:
            return Makers((), (), f"“{mentions.words(sayer.extent)}” speaks for no party.", Ground.SPEAKER)
    else:
        named = _named_outside(mentions, [sentence.span for sentence in around], quotation)
    best = min(named, default=None)
    if best is None:
        return None
    why = f"The speaker beside the quotation, “{mentions.words(best[2])}”, speaks for it."
    return Makers((best[1],), (), why, Ground.SPEAKER)


def _named_outside(mentions: Mentions, extents: Iterable[Span], quotation: Span) -> list[tuple[int, str, Span]]:
    """The persons and bodies named in the extents, outside the quotation, with their party: how far from it."""
    found = []
    for extent in extents:
        for mention in (
            *within(mentions.persons, extent.start, extent.end),
            *within(mentions.references, extent.start, extent.end),
        ):
            if quotation.start <= mention.span.start < quotation.end:
                continue
            party = party_of(mentions, mention)
            distance = min(abs(mention.span.start - quotation.end), abs(quotation.start - mention.span.end))
            if party is not None:
                found.append((distance, party, mention.span))
    return found


@dataclass(frozen=True, slots=True)
class _Sayer:
    """Who is told to have said a quotation."""

    extent: Span  # the words that name him
    codes: tuple[str, ...]  # for whom he speaks by these words alone: "a French minister"
    is_leaning: bool  # a pronoun, or an office that was named before ("the minister"): who that is, is told elsewhere


def _told_sayer(mentions: Mentions, sentence: Sentence, quotation: Span) -> _Sayer | None:
    """The subject of the word of saying next to the quotation, outside it: "the mayor" in "…, the mayor said"."""
    if quotation.end + BESIDE < sentence.span.start or sentence.span.end < quotation.start - BESIDE:
        return None
    clauses = Clauses(mentions, sentence)
    for token in clauses.tokens:
        is_inside = quotation.start <= token.start < quotation.end
        if token.lemma not in SAYING or not token.tag.startswith("VB") or is_inside:
            continue
        subject = clauses.child(token.index, "nsubj")
        if subject is None or quotation.start <= clauses[subject].start < quotation.end:
            continue
        extent = clauses.span(clauses.subtree(subject))
        behind = min(abs(token.start - quotation.end), abs(extent.start - quotation.end))
        if min(behind, abs(quotation.start - token.end)) <= BESIDE:
            return _sayer(clauses, subject, extent)
    return None


def _sayer(clauses: Clauses, subject: int, extent: Span) -> _Sayer:
    is_office = clauses.lower(subject) in heads()["state_heads"] | heads()["own_bodies"]
    named = [party.code for party in parties_within(clauses.mentions, extent.start, extent.end)] if is_office else []
    return _Sayer(extent, tuple(named[:1]), clauses[subject].pos == "PRON" or (is_office and not named))
