"""Members: the states that sat in a body's session, where the report names them as there.

"The Group of Five, the United States, Japan, …, will meet": whose body it is. "Russia and China vetoed it", "the
Brazilian delegate told the meeting", "said after the session": who was there. All beside the body itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from aidememoire.claims.occasions.joining.occasion import ROUNDS, Occasion
from aidememoire.claims.occasions.parties.envoys import joint, joint_words
from aidememoire.claims.occasions.parties.participation import (
    Presence,
    Sides,
    as_states,
    is_organisation,
)
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.knowledge.calendar_names import MONTH_NAMES
from aidememoire.model import TOOK_PLACE, Actor, ActorKind, Mentions, PartyMention, Span

FEWEST_LISTED = 3
"""States in a row behind a body's name that are its list of members, not some of which something else is told."""

LIST_OPENS = re.compile(
    r"[”\"’]?,? ?(?:of |bloc of |group of )?(?:the )?(?:(?:leading|major|emerging|industriali[sz]ed|industrial|rich|"
    r"richest|wealthy|western|world|seven|five|big) )*(?:countries|nations|states|powers|economies|members)?"
    r"\s*(?: (?:includes?|comprises|groups)|,? (?:which|that) (?:includes?|comprises?|groups?)|"
    r",? (?:comprising|grouping|made up of)|"
    r"\s?--\s?|\s?[–—:(]\s?|\s-\s|,\s)\s*(?:the )?$"
)
"""Between a body's name and its list. Accepts " industrial countries -- ", " (", ", comprising "; refuses " said "."""

LIST_GOES_ON = re.compile(r"\s*(?:,|,? and|/)\s+(?:the )?|\s*,\s*(?:and )?(?:the )?|/")
"""Between two of a list: accepts ", and the "; refuses " met "."""

SITTING = (
    r"(?:the|this|a|an|\w+day[’']s) (?:[\w-]+ ){0,3}?"
    r"(?:meetings?|session|debate|conference|summit|talks|vote|voting|assembly|gathering)"
)
SAT_THERE = re.compile(
    r"\b(?:told (?:the|other|fellow) (?:[\w-]+ ){0,2}?(?:council|meeting|conference|assembly|session|summit|"
    r"delegates|gathering|ministers|members|board|forum)|"
    rf"(?:said|says|told \w+) (?:at|during|after|before|following|in) {SITTING}|"
    rf"(?:attend(?:ed|s|ing)?|address(?:ed|es|ing)?|chair(?:ed|s|ing)?|walked out of) {SITTING})\b",
    re.IGNORECASE,
)
"""By which its speaker was there. Accepts "told the council", "said after the session"; refuses "told reporters"."""

ENVOY_REACH = 50
"""Code points around a name in which the body stands to which he is sent: "Ana Poe, Chile's ambassador to the UN"."""

ENVOY = re.compile(
    r"\b(?:UN|U\.N\.|United Nations) (?:ambassador|envoy|representative)|"
    r"\b(?:ambassador|envoy|representative) (?:to|at) the (?:UN|U\.N\.|United Nations)\b",
    re.IGNORECASE,
)
"""Accepts "UN ambassador", "ambassador to the UN"; refuses "ambassador to Chile"."""

AT_IT = re.compile(
    r"\W*(?:(?:speaking|talking) )?(?:at|during|in|addressing|opening) (?:the (?:start|opening|end|close) of )?"
    r"(?:the |a |an |\w+day[’']s |today[’']s |yesterday[’']s )?(?:[\w.’'-]+ ){0,6}",
    re.IGNORECASE,
)
"""From the beginning of a sentence to the session: accepts "At a UN ", "Speaking at the start of the "; refuses "After
the "."""

SPEAKER_REACH = 12
SAYS = re.compile(r"\s*(?:also |again )?(?:said|says|told|warned|urged|called|accused|described|criticised)\b")

AT_THE_UN = re.compile(r"united nations|new york|u\.?n\.?$", re.IGNORECASE)
"""The place over a dispatch from the body's seat."""

UNSENT_ELSEWHERE = re.compile(r"(?:deputy |permanent )?(?:ambassador|representative|envoy)")
"""The office of one who in such a dispatch is his state's envoy to the body: refuses "ambassador to Chile"."""

PORTFOLIOS = (
    ("foreign", "foreign minister"),
    ("(?:farm|agriculture)", "(?:farm|agriculture) minister"),
    ("finance", "finance minister|chancellor of the exchequer|economy minister"),
    ("defen[cs]e", "defence minister|secretary of defen[cs]e"),
    ("(?:oil|energy)", "(?:oil|energy|petroleum) minister"),
    ("trade", "(?:foreign )?trade minister"),
    ("industry", "(?:industry|economy) minister"),
)
"""By what a college of ministers is called, and who sits in it."""

VOTED = re.compile(
    r"\b(?:vetoed|abstained|voted (?:against|for|in favou?r)|(?:cast|used) (?:a|their|its) veto(?:es)?|"
    r"(?:tabled|introduced|sponsored|co-sponsored|circulated) (?:a|the) (?:draft )?resolution|"
    r"blocked (?:a|the) (?:\w+ )?resolution)\b",
    re.IGNORECASE,
)
"""By which states act in a session of the United Nations and nowhere else: accepts "Chile vetoed it"; refuses "Chile
voted on Sunday"."""

COMES = re.compile(
    r"\b(?:attend(?:s|ed|ing)?|participat(?:es?|ed|ing) in|(?:takes?|took|taking) part in|addresse[sd]|address|"
    r"(?:co-?)?chair(?:s|ed|ing)?|(?:co-?)?host(?:s|ed|ing)?|joins?|joined|"
    r"(?:travel|continue|head|return|fly|go|come|flew|went|came)\w{0,5}\s(?:on\s)?to\s[A-Z][\w, ]{2,30}?\s"
    r"(?:for|to\sattend))"
    r"\s(?:the|an?|this|its)\b",
    re.IGNORECASE,
)
"""Before a session, by which its subject is there: accepts "will participate in the"; refuses "spoke of the"."""

COMES_BY = re.compile(
    r"\b(?:hosted|chaired|attended|opened) by\b|\bat which\b|\balso attended by\b"
    r"|\b(?:brought|brings?|bringing) together(?= (?:the |senior |several )*(?:[\w-]+ and )?"
    r"(?:leaders|heads|presidents|prime|foreign|ministers|representatives|officials|delegations|delegates|envoys)\b)",
    re.IGNORECASE,
)
"""Behind a session, by whom it is: accepts "hosted by", "brought together the leaders of"; refuses "welcomed by",
"brought together many friends of"."""
BROUGHT_REACH = 120  # code points behind "brought together", which a list follows

PRESENT_AT = re.compile(
    r"(?:also |those |among those )?(?:present|taking part|participating|participants|in attendance|attending)"
    r"(?: (?:also )?(?:at|in))? (?:the|this) (?:[\w-]+ ){0,3}?(?:summit|meeting|session|talks|conference)"
    r"(?: (?:in|of) [\w ]{2,30}?)? (?:were|are|was|is|include[sd]?)\b",
    re.IGNORECASE,
)
"""Opens a sentence on who was there: accepts "Present at the summit were"; refuses "Present at the summit, she"."""

AT_WHICH = re.compile(
    r"\bat which\b[^.;]*?\b(?:attend|take part|participate|speak|be present|represented)\b", re.IGNORECASE
)
"""Accepts "at which envoys of A and B are to speak"; refuses "at which the war was discussed"."""

OBJECT_REACH = 60
"""Code points from "attend the" to the name of the body: "attend the two-day, virtual " has 27."""

DENIED = re.compile(r"\b(?:not|n[’']t|never|declin\w+|refus\w+|skip\w*|boycott\w*|instead of)\b", re.IGNORECASE)
"""Before it: who doesn't come."""

KEPT_AWAY = re.compile(
    r"\b(?:cancell?ed|called off|absen(?:t|ce)|illness|did not (?:attend|come|take part)|stayed (?:away|at home|home)"
    r"|(?:was|were) unable to (?:attend|come|take part))\b",
    re.IGNORECASE,
)
"""In the sentence that names somebody: accepts "their meeting was cancelled"; refuses "they met"."""

SENTENCES_AFTER = 8
"""How far behind the session's own sentences those who spoke there are told of."""

NOT_THERE = re.compile(
    r"\b(?:will|would|not|if|earlier|in (?:19|20)\d\d|last (?:week|month|year|summer|autumn|winter|spring|"
    rf"{'|'.join(MONTH_NAMES)}))\b",
    re.IGNORECASE,
)
"""Around it: accepts "would have told the council"; refuses "has told the council"."""


def add_members(
    occasions: list[Occasion], mentions: Mentions, knowledge: Knowledge, is_news: Callable[[Occasion], bool]
) -> None:
    """Enter in each session of a body the states that the report lists as its members or tells of as sitting there."""
    _add_second_bodies(occasions, mentions, knowledge)
    lists = dict(_listed(mentions, knowledge))
    for occasion in occasions:
        if any(as_states(one.format_parties, knowledge) != one.format_parties for one in occasion.sightings):
            named = [
                replace(one, format_parties=as_states(one.format_parties, knowledge)) for one in occasion.sightings
            ]
            occasion.retell(named)
        for code in occasion.codes & bodies_with(Trait.STATES):
            _enter(occasion, _all_named(knowledge.memberships.ever(code), mentions))
        bodies = [code for code in occasion.codes if is_organisation(knowledge, code)]
        if occasion.kind not in ROUNDS or len(bodies) != 1:
            continue
        found = dict(lists.get(bodies[0], ()))
        for code, span, actor in _coming(occasion, bodies[0], mentions, knowledge):
            found.setdefault(code, span)
            if actor is not None and actor not in occasion.actors:
                occasion.joined.append(actor)
        if occasion.state in TOOK_PLACE:
            sitting = [one for sighting in occasion.sightings for one in _speaking_there(sighting, mentions, knowledge)]
            is_one_of_more = any(
                one is not occasion and bodies[0] in one.codes and one.state in TOOK_PLACE for one in occasions
            )
            if not is_one_of_more:
                sitting += _named_as_present(occasion, mentions, knowledge)
                sitting += _sitting(occasion, bodies[0], mentions, knowledge)
            if not is_one_of_more and is_news(occasion):
                sitting += _of_the_college(occasion, bodies[0], mentions, knowledge)
            for code, span, actor in sitting:
                found.setdefault(code, span)
                if actor is not None and actor not in occasion.actors:
                    occasion.joined.append(actor)
        _enter(occasion, found)


def _all_named(states: frozenset[str], mentions: Mentions) -> dict[str, Span]:
    """The states with the words that name each first; none where the report doesn't name them all."""
    found: dict[str, Span] = {}
    for party in mentions.parties:
        if party.code in states:
            found.setdefault(party.code, party.span)
    return found if len(found) == len(states) else {}


def _add_second_bodies(occasions: list[Occasion], mentions: Mentions, knowledge: Knowledge) -> None:
    """Enter in each occasion between an envoy of two bodies and somebody else both bodies for which he came.

    An envoy on his own ("the envoy's call for talks") makes no meeting of the two that sent him.
    """
    words = tuple(joint_words(mentions, knowledge))
    people = joint(mentions, knowledge) if words else {}
    for occasion in occasions if words else ():
        spans = [span for sighting in occasion.sightings for _, span in sighting.parties if span is not None]
        pairs = [people[index] for index in occasion.actors if index in people]
        pairs += [codes for told, codes in words if any(told.overlaps(span) for span in spans)]
        for pair in pairs:
            new = [code for code in pair if code not in occasion.codes]
            is_with_others = len(occasion.codes) > 1 or any(one.format is not None for one in occasion.sightings)
            if len(new) == 1 and is_with_others:
                first, *rest = occasion.sightings
                occasion.retell([replace(first, parties=(*first.parties, (new[0], None))), *rest])


def _coming(
    occasion: Occasion, body: str, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, Span, int | None]]:
    """Those whom the sentences that tell of it say to attend or host it, or to be there ("at which A will speak")."""
    seen: set[int] = set()
    for sighting in occasion.sightings:
        sentence = sighting.sentence
        if sentence.index in seen or body not in sighting.codes:
            continue
        seen.add(sentence.index)
        words = mentions.words(sentence.span)
        subject_of = [one.start() for one in COMES.finditer(words) if _is_of_body(one.end(), body, sighting, mentions)]
        by = [
            (one.end(), one.end() + (BROUGHT_REACH if one[0].lower().endswith("together") else OBJECT_REACH))
            for one in COMES_BY.finditer(words)
            if one[0].lower() != "at which"
        ]
        by += [one.span() for one in AT_WHICH.finditer(words)]
        if not subject_of and not by:
            continue
        for presence in Sides(mentions, knowledge, sentence).presences:
            at = presence.span.start - sentence.span.start
            is_by = any(start <= at < end for start, end in by) and at > sighting.span.start - sentence.span.start
            is_subject = any(
                at < start
                and not DENIED.search(words, at, start)
                and _is_subject(presence, mentions, sentence.span.start + start)
                for start in subject_of
            )
            if (is_by or is_subject) and presence.link not in {"on", "about", "against", "in"}:
                yield from _of(presence, mentions, knowledge)


def _is_of_body(end: int, body: str, sighting: Sighting, mentions: Mentions) -> bool:
    """Whether what is attended is the body's session: its name or the word for it stands right behind."""
    begin = sighting.sentence.span.start + end
    named = [one.span.start for one in mentions.parties if one.code == body]
    return any(0 <= start - begin <= OBJECT_REACH for start in (*named, sighting.span.start))


def _enter(occasion: Occasion, found: dict[str, Span]) -> None:
    new = [(code, span) for code, span in found.items() if code not in occasion.codes]
    if new:
        first, *rest = occasion.sightings
        occasion.retell([replace(first, parties=(*first.parties, *new)), *rest])


def _listed(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[str, tuple[tuple[str, Span], ...]]]:
    """Each body behind whose name its members stand in a row."""
    text = mentions.report.text
    parties = mentions.parties
    for index, body in enumerate(parties):
        if not is_organisation(knowledge, body.code):
            continue
        row: list[PartyMention] = []
        end = body.span.end
        for state in parties[index + 1 : index + 16]:
            between = text[end : state.span.start]
            if state.code == body.code and not row and re.fullmatch(r"[\s,(\"“]*", between):
                end = state.span.end
                continue
            is_in_row = LIST_GOES_ON.fullmatch(between) if row else LIST_OPENS.fullmatch(between)
            if len(between) > 60 or is_in_row is None or is_organisation(knowledge, state.code):
                break
            row.append(state)
            end = state.span.end
        if len(row) >= FEWEST_LISTED and _are_its_own(body.code, row, knowledge):
            yield body.code, tuple((one.code, one.span) for one in row)


def _are_its_own(body: str, row: Sequence[PartyMention], knowledge: Knowledge) -> bool:
    """Whether a row of states may be a body's members: most of them are, where the table knows its members."""
    known = knowledge.parties.get(body)
    if known is None or not known.members:
        return True
    return 2 * sum(state.code in known.members for state in row) > len(row)


def _sitting(
    occasion: Occasion, body: str, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, Span, int | None]]:
    """Party, words and person of those told of as having sat in the session, near the sentences that tell of it."""
    told = [one.sentence.index for one in occasion.sightings if not one.is_title]
    if not told:
        return
    is_of_assembly = any("assembly" in mentions.words(one.sentence.span).lower() for one in occasion.sightings)
    for sentence in mentions.sentences[min(told) : max(told) + SENTENCES_AFTER + 1]:
        words = mentions.words(sentence.span)
        there = SAT_THERE.search(words)
        voted = VOTED.search(words) if body == "UN" else None
        if voted is not None and is_of_assembly and "veto" in voted[0]:
            voted = None
        found = there or voted
        if found is None or is_told_otherwise(words, found):
            continue
        at = sentence.span.start + found.start()
        for presence in Sides(mentions, knowledge, sentence).presences:
            if presence.span.end > at or not _is_subject(presence, mentions, at):
                continue
            is_state = presence.kind in {"party", "body", "office"} and voted is not None
            is_state = is_state or (presence.kind == "office" and there is not None)
            if presence.kind not in {"person", "reference"} and not is_state:
                continue
            yield from _of(presence, mentions, knowledge)


def _named_as_present(
    occasion: Occasion, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, Span, int | None]]:
    """Those whom a sentence of their own near it lists as there ("Present at the summit were X, Y and Z")."""
    told = [one.sentence.index for one in occasion.sightings]
    for sentence in mentions.sentences[min(told) : max(told) + SENTENCES_AFTER + 1]:
        opening = PRESENT_AT.match(mentions.words(sentence.span))
        if opening is None:
            continue
        begin = sentence.span.start + opening.end()
        for presence in Sides(mentions, knowledge, sentence).presences:
            if presence.span.start >= begin and presence.kind in {"person", "office", "reference", "party"}:
                yield from _of(presence, mentions, knowledge)


def is_told_otherwise(words: str, found: re.Match[str]) -> bool:
    """Whether it is told as not done, or as done another time."""
    return NOT_THERE.search(words[max(0, found.start() - 30) : found.end()]) is not None


def _speaking_there(
    sighting: Sighting, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, Span, int | None]]:
    """Who is said to have spoken at it, by the sentence that begins with it ("At the session, X said")."""
    text, sentence = mentions.report.text, sighting.sentence
    if not AT_IT.fullmatch(text[sentence.span.start : sighting.span.start]):
        return
    for presence in Sides(mentions, knowledge, sentence).presences:
        is_named = presence.kind in {"person", "office", "reference"}
        if is_named and presence.span.start > sighting.span.end:
            after = text[presence.span.end : presence.span.end + SPEAKER_REACH]
            if SAYS.match(after):
                yield from _of(presence, mentions, knowledge)
                return


def _of_the_college(
    occasion: Occasion, body: str, mentions: Mentions, knowledge: Knowledge
) -> Iterator[tuple[str, Span, int | None]]:
    """Those whose office sits in it, named in the report of which it is the news: envoys to the body, its ministers."""
    words = " ".join(mentions.words(one.sentence.span) for one in occasion.sightings)
    portfolio = next((held for told, held in PORTFOLIOS if re.search(rf"\b{told} ministers\b", words, re.I)), None)
    place = mentions.dateline.place if mentions.dateline is not None else None
    is_at_the_un = place is not None and AT_THE_UN.match(place) is not None
    for actor in mentions.actors:
        if actor.kind is not ActorKind.PERSON or actor.party is None or is_organisation(knowledge, actor.party):
            continue
        office = actor.office or ""
        begin = max(0, actor.first.start - ENVOY_REACH)
        near = mentions.report.text[begin : actor.first.end + ENVOY_REACH]
        is_sent_there = ENVOY.search(near) is not None and re.search(r"ambassador|envoy|represent", office) is not None
        is_there = is_at_the_un and UNSENT_ELSEWHERE.fullmatch(office) is not None
        is_envoy = body == "UN" and (is_sent_there or is_there)
        is_minister = portfolio is not None and re.fullmatch(portfolio, office) is not None
        is_of_it = is_envoy or (is_minister and _may_sit(actor.party, body, mentions.on, knowledge))
        if is_of_it and not _is_kept_away(actor, mentions):
            yield actor.party, actor.first, actor.index


def _is_kept_away(actor: Actor, mentions: Mentions) -> bool:
    """Whether the sentence that names somebody says that he didn't come, or that a meeting with him was called off."""
    told = next((one.span for one in mentions.sentences if one.span.contains(actor.first)), None)
    return told is not None and KEPT_AWAY.search(mentions.words(told)) is not None


def _may_sit(state: str, body: str, on: date | None, knowledge: Knowledge) -> bool:
    """Whether the state sat in the body on the day, where the table knows its members."""
    return knowledge.memberships.is_member(state, body, on) or False


def _is_subject(presence: Presence, mentions: Mentions, at: int) -> bool:
    """Whether somebody stands before the verb as its subject: no other clause between, and no preposition."""
    between = mentions.report.text[presence.span.end : at]
    if len(between) > 90 or re.search(r"[.;:”\"]|\b(?:said|that|which|but|while|after|before)\b", between):
        return False
    return presence.link in {"", ",", "and", "but", "while", "as", "that", "when", "where", "after"}


def _of(presence: Presence, mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[str, Span, int | None]]:
    people = [index for index in presence.actors if mentions.actors[index].kind is ActorKind.PERSON]
    if people:
        for index in people:
            party = mentions.actors[index].party
            if party is not None and mentions.actors[index].office and not is_organisation(knowledge, party):
                yield party, presence.span, index
        return
    for code in presence.parties:
        if not is_organisation(knowledge, code):
            yield code, presence.span, None
