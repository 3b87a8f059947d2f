"""Which parties a subject's words stand for: by name, by person or office, or jointly for those at the meeting."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.claims.clauses import CLIMB_LIMIT, Clauses, Range, person_at, sentence_at
from aidememoire.knowledge.parties import Parties
from aidememoire.model import (
    MeetingState,
    MeetingValues,
    Mentions,
    PartyMention,
    PersonMention,
    Proposal,
    Quotation,
    Reference,
    Sentence,
    Span,
)

TOOK_PLACE = frozenset({MeetingState.HELD, MeetingState.ONGOING})
SOME = frozenset({"some", "many", "most", "several", "few", "million", "thousand", "hundred", "ordinary", "young"})
OWNING = frozenset({"of", "from", "in", "at", "for"})  # what leads to a body's owner: "officials from the bank"
JOINING_PREPOSITIONS = frozenset({"of", "between", "from"})
# "The sides agreed …" may lean on a meeting told of in the three sentences before; further back it is the report's own.
NEARBY_SENTENCES = 3
GUESSED_FROM = 2  # sentences before in which a party may be meant without being said


# "We, the leaders of …": so many sentences from the start it may stand, and so far apart may its names be.
OPENING_SENTENCES = 6
VOICE_GAP = 60
VOICE = re.compile(
    r"\W*(?:We, |(?:The )?(?:[Tt]ext of the )?(?:[Ff]ollowing )?(?:[Jj]oint )?(?:[Ss]tatement|[Cc]ommuniqu[ée]) "
    r"(?:was |is |has been )?(?:\w+ )?(?:released|issued|agreed|adopted|made) by )(?:the )?"
    r"(?:(?:\w+,? ){0,6}?)(?:leaders|heads|presidents|prime|ministers|foreign|representatives|"
    r"governments|members|participants|secretaries|[Ff]oreign [Mm]inisters|[Gg]overnments?)\b"
)
"""Accepts "We, the leaders of", "Statement released by the Governments of"; refuses "Statement released by the
press"."""
JOINT_HEADING = re.compile(r"\b(?:Joint|Summit)(?: \w+)? (?:Statement|Declaration|Communiqu[ée])\b")
"""Accepts "Joint Statement by Oslo and Riga", "U.S.-EU Summit Statement"; refuses "Statement by the Spokesman"."""
TOLD_OF = re.compile(
    r"\b(?:remarks|address|press|signed|adopted|issued|made|drew|is|are|was|were|has|have)\b", re.IGNORECASE
)
"""A heading with these only tells of a joint text."""
TOPIC = re.compile(r" (?:on|concerning|regarding|addressing|about|after|at|to) |[.:;–—]", re.IGNORECASE)
# "Joint Statement on the Oslo–Riga Dialogue" speaks for those whose dialogue it is.
STANDING = re.compile(r"\b(?:Dialogue|Ministerial|Consultative|Council|Working Group|Committee|Summit|Partnership)\b")
VERB_OF_VOICE = re.compile(r"\b(?:met|have|gathered|held|are|hereby|reaffirm|declare|meeting|assembled)\b")


class Ground(StrEnum):
    """How the parties were found, surest first."""

    NAMED = "named"  # by the words of the subject
    MEETING = "meeting"  # those at the meeting told of nearest
    PRONOUN = "pronoun"  # the party named last
    SIDE = "side"  # the outlet's own
    VOICE = "voice"  # all in whose one voice the text speaks
    SPEAKER = "speaker"  # whoever is named beside the quotation
    BODY = "body"  # the owner of a body named without its state, or the party named most
    PAIR = "pair"  # the two or three named together nearest
    PART = "part"  # named in the subject, which is itself no party ("Turkish officers")
    NEAR = "near"  # named nearest before
    FIRST = "first"  # the report's own: named first in it


@dataclass(frozen=True, slots=True)
class Makers:
    """Parties behind a subject, and the ground for them."""

    codes: tuple[str, ...]  # sorted
    spans: tuple[Span, ...]  # the words that name them; empty when inferred
    inferred: str | None  # a sentence that says from what; None when the words say so
    ground: Ground = Ground.NAMED

    @property
    def are_several(self) -> bool:
        """Whether it is more than one party's promise; a body's "we" is that of its members."""
        return len(self.codes) > 1 or self.ground is Ground.VOICE


@cache
def heads() -> dict[str, frozenset[str]]:
    """The word lists of ``data/makers.toml``."""
    table = tomllib.loads(files("aidememoire").joinpath("claims/data/makers.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def is_state(code: str) -> bool:
    """Whether the code is a state's, of today or a former one."""
    return Parties.shipped().is_state(code)


def within(mentions_of: Sequence, start: int, end: int) -> list:  # type: ignore[type-arg]
    """The mentions (in order of position) that lie between two offsets."""
    first = bisect_left(mentions_of, start, key=lambda mention: mention.span.start)
    found = []
    for mention in mentions_of[first:]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            found.append(mention)
    return found


def parties_within(mentions: Mentions, start: int, end: int) -> list[PartyMention]:
    """The parties named between two offsets."""
    found: list[PartyMention] = within(mentions.parties, start, end)
    return found


def makers_of(
    clauses: Clauses,
    subject: int | None,
    meetings: tuple[Proposal, ...],
    *,
    is_joint: bool = False,
    strict: bool = True,
) -> Makers | None:
    """The parties that the subject stands for; None when it stands for no party (a firm, a person without office).

    ``is_joint``: the deed takes two ("signed", "it was agreed"), so that no subject means those at the meeting.
    ``strict``: False takes a party's jets and officers for the party.
    """
    if subject is None or clauses[subject].dep == "expl" or (is_joint and _is_impersonal(clauses, subject)):
        return _those_at_the_meeting(clauses, meetings)
    phrase = clauses.subtree(subject)
    named = _named(clauses, subject, phrase)
    if named:
        return named
    if not strict:
        return _any_named(clauses, phrase)
    word = clauses.lower(subject)
    if word in heads()["joint_heads"]:
        if _is_of_others(clauses, subject) or _is_of_some_kind(clauses, subject):
            return None
        together = _those_at_the_meeting(clauses, meetings)
        return _without_speaker(clauses, subject, together) if word == "they" else together
    joined = clauses.child(subject, "conj")
    if joined is not None and clauses.lower(joined) in heads()["joint_heads"]:
        return _those_at_the_meeting(clauses, meetings)  # "the Secretary and the two ministers"
    if word in heads()["first_person"]:
        return _first_person(clauses, subject, meetings, is_joint=is_joint)
    if word in heads()["own_bodies"]:
        if whose_it_is(clauses, subject):
            return None
        return _last_named(clauses, subject) or _of_the_outlet(clauses, subject)
    return None


def whose_it_is(clauses: Clauses, body: int) -> list[int]:
    """The words that say whose the body is, or which: "the Okafor regime", "rebel forces", "officials of the bank"."""
    return [child for child in clauses.children.get(body, ()) if _tells_which(clauses, child)]


def _tells_which(clauses: Clauses, child: int) -> bool:
    dep, word = clauses[child].dep, clauses.lower(child)
    if dep == "prep":
        return word in OWNING
    if dep in {"amod", "nummod"}:
        return word in heads()["of_others"]
    if dep not in {"poss", "compound", "nmod"} or clauses[child].tag == "PRP$":
        return False
    return word in heads()["of_others"] or word not in heads()["of_itself"] | heads()["state_heads"]


def _of_the_outlet(clauses: Clauses, subject: int) -> Makers | None:
    """The outlet's own side, for a body that its account names without its state ("the Ministry plans to …")."""
    if clauses[subject].pos == "PRON":
        return None
    return _own_side(clauses.mentions, f"“{clauses[subject].text}” is that of the government whose account it is.")


def _is_of_others(clauses: Clauses, subject: int) -> bool:
    """Whether "members", "leaders" are said to be those of something that was not at any meeting ("of the union")."""
    if clauses.lower(subject) not in heads()["belonging"]:
        return False
    of = next((child for child in clauses.children.get(subject, ()) if clauses.lower(child) == "of"), None)
    whole = clauses.child(of, "pobj") if of is not None else None
    return whole is not None and clauses[whole].lemma not in heads()["wholes"]


def _is_of_some_kind(clauses: Clauses, subject: int) -> bool:
    """ "western countries", "leading industrial nations": some that were perhaps at no meeting here."""
    if clauses[subject].lemma not in heads()["kinds"]:
        return False
    return any(
        clauses[child].dep == "amod" and clauses.lower(child) not in heads()["of_all"]
        for child in clauses.children.get(subject, ())
    )


def _without_speaker(clauses: Clauses, they: int, together: Makers | None) -> Makers | None:
    """Those at the meeting without the party of whoever says "they" of them."""
    speaker = _quoted_speaker(clauses, they) if together is not None else None
    if speaker is None or together is None:
        return together
    others = tuple(code for code in together.codes if code not in speaker.codes)
    return replace(together, codes=others) if others else together


def _is_impersonal(clauses: Clauses, subject: int) -> bool:
    """ "it was agreed", "there is agreement"; not "Oslo said it has agreed"."""
    return clauses.lower(subject) in {"it", "there"} and clauses[subject].dep in {"nsubjpass", "expl", "attr"}


def _any_named(clauses: Clauses, phrase: Range) -> Makers | None:
    """The first party named in the phrase, whatever its head ("Turkish jets")."""
    named = parties_within(clauses.mentions, clauses[phrase[0]].start, clauses[phrase[1] - 1].end)
    return Makers((named[0].code,), (named[0].span,), None) if named else None


def _named(clauses: Clauses, subject: int, phrase: Range) -> Makers | None:
    mentions = clauses.mentions
    start, end = clauses[phrase[0]].start, clauses[phrase[1] - 1].end
    person = person_at(mentions, clauses[subject])
    if person is not None:  # the parse may have torn the name apart ("al", "-", "Bakr")
        start, end = min(start, person.span.start), max(end, person.span.end)
    if mentions.dateline is not None and start < mentions.dateline.extent.end:
        start = mentions.dateline.extent.end
    codes: dict[str, Span] = {}
    for reference in within(mentions.references, start, end):
        if reference.span.start <= clauses[subject].start < reference.span.end:
            for actor in reference.actors:
                if party := mentions.actors[actor].party:
                    codes.setdefault(party, reference.span)
    named = [(person.span, mentions.actors[person.actor].party) for person in within(mentions.persons, start, end)]
    named += [(office.span, office.party) for office in within(mentions.offices, start, end)]
    for span, code in named:
        token = _token_at(clauses, span)
        if code and token is not None and _stands_for_party(clauses, token, span, subject):
            codes.setdefault(code, span)
    if not codes or clauses.child(subject, "conj") is not None:
        codes.update(_parties_of_phrase(clauses, subject, start, end))
    if not codes:
        return None
    return Makers(tuple(sorted(codes)), tuple(sorted(set(codes.values()))), None)


def _parties_of_phrase(clauses: Clauses, subject: int, start: int, end: int) -> dict[str, Span]:
    codes: dict[str, Span] = {}
    for party in parties_within(clauses.mentions, start, end):
        token = _token_at(clauses, party.span)
        if token is None or clauses.lower(token - 1) in SOME:
            continue
        if _stands_for_party(clauses, token, party.span, subject):
            codes.setdefault(party.code, party.span)
    return codes


def _token_at(clauses: Clauses, span: Span) -> int | None:
    """The last token of the span: the head of the name."""
    return next((t.index for t in clauses.tokens if t.start < span.end <= t.end), None)


def _stands_for_party(clauses: Clauses, token: int, span: Span, subject: int) -> bool:
    """Whether the name is the subject, is joined to it, or modifies a head that speaks for a state.

    Accepts "Japan", "Russia and Japan", "Japanese and Russian ministers", "the president of Japan"; refuses
    "Japanese carmakers", "the pact with Japan".
    """
    if span.start <= clauses[subject].start < span.end:
        return True
    head = token
    for _ in range(CLIMB_LIMIT):
        if head == subject:
            break
        dep, parent = clauses[head].dep, clauses[head].head
        if parent == head or parent not in clauses:
            break
        if dep == "pobj" and clauses.lower(parent) not in JOINING_PREPOSITIONS and not _names_some(clauses, parent):
            return False
        if dep not in {"amod", "compound", "nmod", "poss", "conj", "pobj", "prep", "appos", "nsubj"}:
            return False
        head = parent
        if clauses[head].pos in {"NOUN", "PROPN"} and clauses[head].dep != "compound":
            break
    if head == token or span.start <= clauses[head].start < span.end:
        return True
    return clauses.lower(head) in heads()["state_heads"] or any(
        party.span.start <= clauses[head].start < party.span.end
        for party in parties_within(clauses.mentions, clauses[head].start - 40, clauses[head].end + 40)
    )


def _names_some(clauses: Clauses, preposition: int) -> bool:
    """Whether the names behind it are some of those that the noun before it means: "states such as Oman"."""
    is_such = clauses.lower(preposition) == "as" and clauses.lower(preposition - 1) == "such"
    return (is_such or clauses.lower(preposition) == "like") and clauses[clauses[preposition].head].tag == "NNS"


def _first_person(clauses: Clauses, subject: int, meetings: tuple[Proposal, ...], *, is_joint: bool) -> Makers | None:
    """Whom "we" means: in a quotation its speaker's party, in a joint text those who met, else the outlet's side."""
    mentions = clauses.mentions
    speaker = _quoted_speaker(clauses, subject)
    if speaker is not None:
        return speaker
    voice = one_voice(mentions, clauses.sentence) if clauses.lower(subject) in {"we", "us"} else None
    if voice is not None:
        return voice
    if is_joint and clauses.lower(subject) == "we":
        joint = _those_at_the_meeting(clauses, meetings)
        if joint is not None:
            return joint
    why = "The text speaks in the first person, and its outlet gives this government's account."
    return _own_side(mentions, why)


def speaking_party(clauses: Clauses, word: int) -> Makers | None:
    """Who speaks where the word stands: the speaker of the quotation around it, else the outlet's side."""
    why = "The text says it of itself, and its outlet gives this government's account."
    return _quoted_speaker(clauses, word) or _own_side(clauses.mentions, why)


def _own_side(mentions: Mentions, why: str) -> Makers | None:
    side = mentions.report.side
    return Makers((side,), (), why, Ground.SIDE) if side is not None else None


def _quoted_speaker(clauses: Clauses, word: int) -> Makers | None:
    """The party of whoever speaks the quotation that the word stands in."""
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
    for opening in mentions.sentences[: min(OPENING_SENTENCES, sentence.index + 1)]:
        match = VOICE.match(mentions.report.text, opening.span.start, opening.span.end)
        if match is None:
            continue
        named: dict[str, Span] = {}
        for party in parties_within(mentions, match.end(), opening.span.end):
            gap = mentions.report.text[max(named.values()).end if named else match.end() : party.span.start]
            if len(gap) > VOICE_GAP or (named and VERB_OF_VOICE.search(gap)):
                break
            named.setdefault(party.code, party.span)
        if len(named) > 1 or (named and not is_state(next(iter(named)))):
            why = f"The text speaks for all that it names as “we”: “{mentions.words(opening.span)[:80]}”."
            return Makers(tuple(sorted(named)), (), why, Ground.VOICE)
    return None


def _voice_of_heading(mentions: Mentions) -> Makers | None:
    """The parties that the first line says speak together: "Joint Statement by Oslo and Riga on Gas"."""
    first = mentions.sentences[0].span
    match = JOINT_HEADING.search(mentions.report.text, first.start, first.end)
    if match is None or TOLD_OF.search(mentions.report.text, first.start, first.end):
        return None
    topic = TOPIC.search(mentions.report.text, match.end(), first.end)
    codes = _parties_between(mentions, first.start, topic.start() if topic is not None else first.end)
    if len(codes) < 2 and STANDING.search(mentions.report.text, match.end(), first.end):
        codes = _parties_between(mentions, first.start, first.end)
    if len(codes) < 2:
        return None
    why = f"The text speaks for all that its heading names: “{mentions.words(first)[:80]}”."
    return Makers(tuple(sorted(codes)), (), why, Ground.VOICE)


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
    """The party of the person or body named nearest outside the quotation, in the sentences around it."""
    mentions = clauses.mentions
    index = clauses.sentence.index
    around = mentions.sentences[max(0, index - 1) : index + 2]
    best: tuple[int, str, Span] | None = None
    for sentence in around:
        named = [
            *within(mentions.persons, sentence.span.start, sentence.span.end),
            *within(mentions.references, sentence.span.start, sentence.span.end),
        ]
        for mention in named:
            if quotation.start <= mention.span.start < quotation.end:
                continue
            party = party_of(mentions, mention)
            distance = min(abs(mention.span.start - quotation.end), abs(quotation.start - mention.span.end))
            if party is not None and (best is None or distance < best[0]):
                best = (distance, party, mention.span)
    if best is None:
        return None
    return Makers(
        (best[1],), (), f"The speaker beside the quotation, “{mentions.words(best[2])}”, speaks for it.", Ground.SPEAKER
    )


def party_of(mentions: Mentions, mention: PersonMention | Reference) -> str | None:
    """The party of the actor that the words stand for, of several that of the first."""
    actor = mention.actor if isinstance(mention, PersonMention) else mention.actors[0] if mention.actors else None
    return mentions.actors[actor].party if actor is not None else None


def _last_named(clauses: Clauses, subject: int) -> Makers | None:
    """The party named last before a pronoun, in this sentence or the one before."""
    mentions = clauses.mentions
    index = max(0, clauses.sentence.index - 1)
    sentence = mentions.sentences[index]
    start = sentence.span.start if sentence.block == clauses.sentence.block else clauses.sentence.span.start
    named = parties_within(mentions, start, clauses[subject].start)
    named = [party for party in named if _speaks_for(clauses.mentions, party)]
    if not named:
        return None
    party = named[0] if named[0].span.start >= clauses.sentence.span.start else named[-1]
    return Makers(
        (party.code,), (), f"“{clauses[subject].text}” is taken for “{mentions.words(party.span)}”.", Ground.PRONOUN
    )


def _speaks_for(mentions: Mentions, party: PartyMention) -> bool:
    following = mentions.report.text[party.span.end : party.span.end + 24].split()
    return party.form in {"name", "metonym", "abbreviation"} or bool(
        following and following[0].strip(",.").lower() in heads()["state_heads"]
    )


def _those_at_the_meeting(clauses: Clauses, meetings: tuple[Proposal, ...]) -> Makers | None:
    meeting = meeting_of(clauses.mentions, clauses.sentence, meetings)
    if meeting is not None and isinstance(meeting.values, MeetingValues) and meeting.values.parties:
        words = clauses.mentions.words(meeting.evidence[0]) if meeting.evidence else "the meeting"
        return Makers(
            tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words[:80]}”.", Ground.MEETING
        )
    return pair_before(clauses)


def guessed_makers(clauses: Clauses, subject: int | None, trigger: int) -> Makers | None:
    """Whose it may be where the words don't say: a party in the subject, named before it, or first in the report."""
    mentions = clauses.mentions
    if subject is not None:
        inside = _any_named(clauses, clauses.subtree(subject))
        if inside is not None:
            return Makers(inside.codes, inside.spans, None, Ground.PART)
    at = clauses[subject if subject is not None else trigger].start
    last = bisect_left(mentions.parties, at, key=lambda party: party.span.start) - 1
    if last < 0:
        return None
    near = mentions.parties[last]
    sentence = mentions.sentences[max(0, clauses.sentence.index - GUESSED_FROM)]
    if near.span.start >= sentence.span.start:
        why = f"“{mentions.words(near.span)}” is the party named last before it."
        return Makers((near.code,), (), why, Ground.NEAR)
    first = mentions.parties[0]
    return Makers((first.code,), (), f"“{mentions.words(first.span)}” is the party named first.", Ground.FIRST)


def pair_before(clauses: Clauses) -> Makers | None:
    """The two or three parties named in this sentence, or the nearest before it, that names two."""
    mentions = clauses.mentions
    for index in range(clauses.sentence.index, max(-1, clauses.sentence.index - 4), -1):
        sentence = mentions.sentences[index]
        codes = {party.code for party in parties_within(mentions, sentence.span.start, sentence.span.end)}
        if 2 <= len(codes) <= 3:
            why = "The parties named together in the nearest sentence: “" + mentions.words(sentence.span)[:80] + "”."
            return Makers(tuple(sorted(codes)), (), why, Ground.PAIR)
    return None


def meeting_of(
    mentions: Mentions, sentence: Sentence, meetings: tuple[Proposal, ...], codes: tuple[str, ...] = ()
) -> Proposal | None:
    """The meeting at which something said in this sentence was agreed: in it, just before it, or the report's main one.

    Only meetings that took place; with ``codes``, only those at which at least one of them sat.
    """
    held = [m for m in meetings if _took_place(m) and (not codes or _sat(m, codes))]
    if not held:
        return None
    nearest: tuple[int, Proposal] | None = None
    for meeting in held:
        for span in meeting.evidence:
            at = sentence_at(mentions, span.start)
            if at is not None and 0 <= sentence.index - at.index <= NEARBY_SENTENCES:
                distance = sentence.index - at.index
                if nearest is None or distance < nearest[0]:
                    nearest = (distance, meeting)
    return nearest[1] if nearest else held[0] if _is_about(mentions, held[0]) else None


def _took_place(meeting: Proposal) -> bool:
    return isinstance(meeting.values, MeetingValues) and meeting.values.state in TOOK_PLACE


def _sat(meeting: Proposal, codes: tuple[str, ...]) -> bool:
    return isinstance(meeting.values, MeetingValues) and bool(set(codes) & set(meeting.values.parties))


def _is_about(mentions: Mentions, meeting: Proposal) -> bool:
    """Whether the report opens with the meeting: told of in its first four sentences."""
    at = sentence_at(mentions, meeting.evidence[0].start) if meeting.evidence else None
    return at is not None and at.index < 4
