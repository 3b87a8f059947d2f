"""Whose status it is: the parties that did it, or to whose dialogue, agreement or commitment it happened."""

from aidememoire.claims.clauses import DEMANDING, SAYING, THIRD_PERSON, Clauses, Range, first_known, subject_of
from aidememoire.claims.outcomes.status_blame import (
    NOBODY,
    complainant_of,
    doers_by_words,
    is_of_promise,
    without_places,
)
from aidememoire.claims.outcomes.status_rules import DONE_BY_ONE
from aidememoire.claims.promises.grounds import is_state, parties_within
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.promise_checks import owner_of
from aidememoire.claims.promises.sittings import meeting_of, pair_before
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.model import MeetingValues, Proposal, Span, StatusKind

# Whose resolutions and plans others break: named beside a breach, they are hardly those who broke it.
COUNCILS = bodies_with(Trait.JUDGES)
# Whoever does this tells what others did.
TELLING = SAYING | frozenset("charge complain allege accuse condemn deplore call criticise criticize denounce".split())
# Whoever does this to a deed has no part in it: "Oslo welcomes the extension of the truce".
GREETING = frozenset(
    "welcome applaud hail praise note support commend thank appreciate discuss celebrate endorse".split()
)
# Whoever does this to a deed says what it is: "Oslo views the raid as a violation".
JUDGING = frozenset("view regard see consider describe brand call challenge deem label treat condemn denounce".split())
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect"})
TRADING = frozenset({"trade", "exchange", "swap"})  # accusations, with one another


def parties_of(
    clauses: Clauses,
    trigger: int,
    subject: Range,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
    meant: Span | None = None,
    *,
    is_missed: bool = False,
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """Codes, the words that give them, and the ground where no words do.

    ``meant``: the words before the sentence that the subject, a pronoun, stands for. ``is_missed``: the wording tells
    that nothing is seen of it, and whoever looks ("Oslo sees no sign of the pull-back") is not who should have done it.
    """
    mentions = clauses.mentions
    named: dict[str, Span] = {}
    naming = meant or clauses.span(subject)
    for party in parties_within(mentions, naming.start, naming.end):
        named.setdefault(party.code, party.span)
    accused = _accused(clauses, trigger)
    if accused is not None:
        return accused
    if status in DONE_BY_ONE:
        told = doers_by_words(clauses, trigger, subject, status)
        if told is not None:
            return told
        named = without_places(clauses, subject, named)
    complainant = complainant_of(clauses, trigger) if status is StatusKind.VIOLATED else None
    actor = _doer_by_noun(clauses, trigger) if is_missed else _actor(clauses, trigger, subject)
    if actor is not None and (actor == complainant or clauses[actor].dep == "expl"):
        actor = None  # "there were breaches" says nobody
    if status in DONE_BY_ONE and actor is not None and _is_unnamed_power(clauses, actor):
        state = _state_most_spoken_of(clauses)
        if state is not None:
            return state
    if actor is not None:
        makers = makers_of(clauses, actor, meetings) or makers_of(clauses, actor, meetings, strict=False)
        if status is StatusKind.VIOLATED and makers is not None and _is_what_one_opposes(clauses, actor, makers.codes):
            return NOBODY
        if makers is None and status in DONE_BY_ONE and clauses[actor].lemma in UNNAMED:
            return NOBODY
        if makers is not None:
            if status in DONE_BY_ONE or not named:
                return makers.codes, makers.spans, makers.inferred
            if not makers.spans and clauses.lower(actor) in THIRD_PERSON:  # "it was suspending its mission in Chad"
                return tuple(sorted({*named, *makers.codes})), tuple(sorted(named.values())), makers.inferred
            for code, span in zip(makers.codes, makers.spans, strict=False):
                named.setdefault(code, span)
    passive = clauses.child(trigger, "nsubjpass")
    if passive is not None and clauses.lower(passive) == "it" and named and not any(is_state(code) for code in named):
        state = _state_most_spoken_of(clauses)  # "it was suspended from the League"
        if state is not None:
            return tuple(sorted({*named, *state[0]})), tuple(sorted(named.values())), state[2]
    if status in DONE_BY_ONE:
        doer = _named_before(
            clauses, trigger, subject, complainant, _teller_verb(clauses, trigger, complainant, is_missed=is_missed)
        )
        if doer is not None:
            return doer
        named = {code: span for code, span in named.items() if code not in COUNCILS}
    if named:
        return tuple(sorted(named)), tuple(sorted(named.values())), None
    if status is StatusKind.VIOLATED and not is_of_promise(clauses, subject):
        return NOBODY  # a breach is too grave a charge to be laid to whoever is named nearest
    meeting = meeting_of(mentions, clauses.sentence, meetings)
    if meeting is not None and isinstance(meeting.values, MeetingValues):
        words = mentions.words(meeting.evidence[0])[:80]
        return tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words}”."
    if is_missed:
        return _party_with_noun(clauses, subject) or _nearest_party(clauses, clauses.sentence.span.start)
    if status in DONE_BY_ONE and (state := _state_most_spoken_of(clauses)) is not None:
        return state
    if status in DONE_BY_ONE:
        return _nearest_doer(clauses, trigger)
    pair = pair_before(clauses)
    if pair is not None:
        return pair.codes, (), pair.inferred
    return _nearest_party(clauses, clauses.sentence.span.end)


# Whoever did it is none of those whom the words name.
UNNAMED = frozenset({"signatory", "gunman", "insurgent", "militant", "rebel", "faction", "militia"})
OPPOSING = frozenset("criticise criticize oppose condemn denounce reject deplore protest decry slam".split())


def _is_what_one_opposes(clauses: Clauses, actor: int, codes: tuple[str, ...]) -> bool:
    """ "Oslo criticised the raid, saying it breached the pact": "it" is the raid, not Oslo."""
    if clauses.lower(actor) not in {"it", "this", "that"}:
        return False
    for token in clauses.tokens:
        if token.lemma not in OPPOSING or not token.tag.startswith("VB") or token.index > actor:
            continue
        critic = clauses.child(token.index, "nsubj")
        makers = makers_of(clauses, critic, (), strict=False) if critic is not None else None
        if makers is not None and makers.codes == codes:
            return True
    return False


def _teller_verb(clauses: Clauses, trigger: int, complainant: int | None, *, is_missed: bool) -> int | None:
    """The verb whose subject only speaks of it."""
    if complainant is not None and clauses[complainant].dep == "nsubj":
        return clauses[complainant].head
    return _verb_above(clauses, trigger) if is_missed else None


def _is_unnamed_power(clauses: Clauses, head: int) -> bool:
    """ "the regime", "the government": words for whoever rules, without saying where."""
    if clauses[head].lemma not in POWERS:
        return False
    first, last = clauses.subtree(head)
    return not parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)


POWERS = frozenset({"regime", "government", "country", "authority", "leadership"})


def _state_most_spoken_of(clauses: Clauses) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """The state that the report names most often up to here; None where another is named as often.

    Who breaks a promise that others speak of is seldom whoever is named last, and never a body whose plan it was.
    """
    counts: dict[str, int] = {}
    for party in parties_within(clauses.mentions, 0, clauses.sentence.span.end):
        if is_state(party.code):
            counts[party.code] = counts.get(party.code, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return (ranked[0][0],), (), "The state that the report speaks of most."


def _accused(clauses: Clauses, trigger: int) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """Whoever is accused of it ("accused Chad of violations of the truce"); nobody where that isn't told."""
    verb = trigger
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    if clauses[verb].lemma in TRADING and clauses.child(verb, "dobj") in _accusations(clauses):
        return _each_of(clauses, clauses.child(verb, "nsubj"))
    if clauses[verb].lemma not in ACCUSING or verb == trigger:
        return None
    accused = first_known(clauses.child(verb, "nsubjpass"), clauses.child(verb, "dobj"))
    if accused is None or accused == trigger:
        return None
    if clauses.lower(accused) in {"other", "another", "one"}:
        return _each_of(clauses, clauses.child(verb, "nsubj"))
    if _is_unnamed_power(clauses, accused):
        return _state_most_spoken_of(clauses) or ((), (), None)
    makers = makers_of(clauses, accused, ())
    accuser = clauses.child(verb, "nsubj")
    by = makers_of(clauses, accuser, ()) if accuser is not None else None
    if makers is None or (by is not None and by.codes == makers.codes):
        return (), (), None
    return makers.codes, makers.spans, makers.inferred


def _each_of(clauses: Clauses, accusers: int | None) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """Both who "accused each other", "traded accusations"; of "the sides" those named before, else nobody."""
    makers = makers_of(clauses, accusers, ()) if accusers is not None else None
    if makers is not None and len(makers.codes) > 1:
        return makers.codes, makers.spans, makers.inferred
    is_of_sides = makers is None and accusers is not None and clauses[accusers].lemma in {"side", "party", "they"}
    pair = pair_before(clauses, are_two=True) if is_of_sides else None
    return (pair.codes, pair.spans, pair.inferred) if pair is not None else ((), (), None)


def _accusations(clauses: Clauses) -> set[int]:
    return {token.index for token in clauses.tokens if token.lemma in {"accusation", "blame", "charge", "allegation"}}


def _speakers_words(clauses: Clauses, seeing: int | None) -> list[tuple[int, int]]:
    """Where whoever says it, or is the verb's subject that sees nothing of it, is named: others did what was done."""
    found = []
    for token in clauses.tokens:
        is_telling = token.dep == "nsubj" and (clauses[token.head].lemma in TELLING or token.head == seeing)
        if is_telling and token.tag == "WP" and clauses[clauses[token.head].head].pos in {"NOUN", "PROPN"}:
            first, last = clauses.subtree(clauses[token.head].head)  # "Oslo and Riga, who said that"
            found.append((clauses[first].start, clauses[token.index].start))
        elif is_telling or (token.lower == "according" and clauses.lower(token.index + 1) == "to"):
            first, last = clauses.subtree(token.index)
            found.append((clauses[first].start, clauses[last - 1].end))
    return found


def _named_before(
    clauses: Clauses, trigger: int, subject: Range, complainant: int | None, seeing: int | None
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """The party named last before the trigger in its sentence: "condemned Chad's raid as a violation of the truce".

    Of a complaint only what stands behind who complains: "they discussed Chad, and Oslo deplored breaches of it".
    """
    mentions = clauses.mentions
    start = clauses.sentence.span.start if complainant is None else clauses[complainant].end
    named = parties_within(mentions, start, clauses[trigger].start)
    first, last = clauses[subject[0]].start, clauses[subject[1] - 1].end
    told_by = _speakers_words(clauses, seeing)
    outside = [
        party
        for party in named
        if not first <= party.span.start < last
        and party.code not in COUNCILS
        and not any(start <= party.span.start < end for start, end in told_by)
    ]
    if not outside:
        return None
    doers = [party for party in outside if not _is_where(clauses, party.span.start)] or outside
    why = f"The party named last before the deed: “{mentions.words(doers[-1].span)}”."
    return (doers[-1].code,), (), why


def _is_where(clauses: Clauses, start: int) -> bool:
    """Whether an "in" stands before the name: a raid in Chad is hardly Chad's where another is named."""
    before = clauses.mentions.report.text[clauses.sentence.span.start : start].lower().split()
    return before[-1:] in (["in"], ["across"], ["inside"])


def _nearest_doer(clauses: Clauses, trigger: int) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """The party named last that neither tells of it nor judges; nobody where there is none."""
    mentions = clauses.mentions
    start = mentions.sentences[max(0, clauses.sentence.index - 2)].span.start
    told_by = _speakers_words(clauses, _verb_above(clauses, trigger))
    for party in reversed(parties_within(mentions, start, clauses.sentence.span.end)):
        is_of_teller = any(first <= party.span.start < last for first, last in told_by)
        if party.code not in COUNCILS and not is_of_teller:
            why = f"The party named nearest: “{mentions.words(party.span)}”."
            return (party.code,), (), why
    return (), (), None


def _party_with_noun(clauses: Clauses, subject: Range) -> tuple[tuple[str, ...], tuple[Span, ...], str | None] | None:
    """Who was told to do it where it was spoken of before: "Oslo must begin its pull-back. … no sign of it".

    The party named last before the same noun, in the sentences before; nobody where the noun isn't there.
    """
    mentions = clauses.mentions
    nouns = {clauses[index].lemma for index in range(*subject) if clauses[index].pos == "NOUN"}
    for sentence in reversed(mentions.sentences[max(0, clauses.sentence.index - 2) : clauses.sentence.index]):
        before = next((token for token in mentions.tokens_of(sentence) if token.lemma in nouns), None)
        named = parties_within(mentions, sentence.span.start, before.start) if before is not None else ()
        if named:
            return (named[-1].code,), (), f"The party named with it before: “{mentions.words(named[-1].span)}”."
    return None


def _nearest_party(clauses: Clauses, end: int) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """The party named last before ``end``, no earlier than two sentences before this one."""
    mentions = clauses.mentions
    start = mentions.sentences[max(0, clauses.sentence.index - 2)].span.start
    named = parties_within(mentions, start, end)
    if not named:
        return (), (), None
    why = f"The party named nearest: “{mentions.words(named[-1].span)}”."
    return (named[-1].code,), (), why


def _doer_by_noun(clauses: Clauses, noun: int) -> int | None:
    """Whose deed the noun is: "Oslo's violation", "a violation by Oslo"."""
    owner = clauses.child(noun, "poss", "amod")
    if owner is not None and (clauses[owner].pos in {"PROPN", "ADJ"} or clauses[owner].tag == "PRP$"):
        return owner
    by = clauses.child(noun, "prep")
    if by is not None and clauses.lower(by) == "of" and clauses[noun].lemma in LEAVING:
        leaver = clauses.child(by, "pobj")
        return leaver if leaver is not None and clauses[leaver].pos == "PROPN" else None
    if by is not None and clauses.lower(by) == "of" and clauses[noun].lemma in FAILING:
        loser = clauses.child(by, "pobj")
        return loser if loser is not None and clauses.lower(loser + 1) == "to" else None
    return clauses.child(by, "pobj") if by is not None and clauses.lower(by) == "by" else None


FAILING = frozenset({"failure", "refusal", "inability", "unwillingness"})  # "the failure of Chad to honour the pact"
LEAVING = frozenset({"withdrawal", "exit", "departure", "secession"})  # "the withdrawal of Chad from the pact"


def _verb_above(clauses: Clauses, index: int) -> int:
    """The verb on which the word hangs, at most three steps up; itself where there is none."""
    verb = index
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            return verb
    return index


def _is_demanded_of(clauses: Clauses, verb: int) -> bool:
    """ "call on Chad to stop acts contrary to the treaty": whoever calls for it doesn't do it."""
    above = clauses[verb].head
    return clauses[verb].dep in {"xcomp", "ccomp", "advcl"} and clauses[above].lemma in DEMANDING | {"call"}


def _actor(clauses: Clauses, trigger: int, subject: Range) -> int | None:
    if not clauses[trigger].tag.startswith("VB"):
        by = clauses.child(trigger, "prep")
        owner = _doer_by_noun(clauses, trigger)
        if owner is None and clauses[trigger].lemma in DECISIONS:
            owner = owner_of(clauses, trigger)  # "the US decision to leave": not theirs of whom the sentence tells
        if owner is not None and clauses[owner].tag == "PRP$" and clauses[clauses[trigger].head].lemma in OWN_DEED:
            return first_known(clauses.child(clauses[trigger].head, "nsubj"), owner)  # "Oslo announced its withdrawal"
        if owner is not None and (teller := _who_tells_of_own(clauses, trigger, owner)) is not None:
            return teller
        if owner is not None or (by is not None and clauses.lower(by) == "by"):
            return owner
        verb = clauses[trigger].head
        if clauses[verb].pos == "ADP" and clauses.lower(verb) in {"as", "in"}:
            return None  # "condemned the raid as a violation": the subject did the condemning
        for _ in range(3):
            if clauses[verb].pos in {"VERB", "AUX"} or clauses[verb].head == verb:
                break
            verb = clauses[verb].head
        if clauses[verb].lemma in JUDGING | GREETING or _is_demanded_of(clauses, verb):
            return None
        trigger = verb
    if (
        clauses[trigger].dep == "acl"
        and clauses[trigger].tag == "VBG"
        and clauses[clauses[trigger].head].lemma in UNNAMED
    ):
        return clauses[trigger].head  # "due to (rebels) breaking the truce"
    found = first_known(subject_of(clauses, trigger), _who_owns_up(clauses, trigger))
    if found is not None and not subject[0] <= found < subject[1] and clauses.child(trigger, "nsubjpass") != found:
        return found
    agent = clauses.child(trigger, "agent")
    return clauses.child(agent, "pobj") if agent is not None else None


def _who_tells_of_own(clauses: Clauses, deed: int, owner: int) -> int | None:
    """ "(Chad) notified Niger of its decision to end the pact": whose it is that tells another of it."""
    preposition = clauses[deed].head
    verb = clauses[preposition].head
    is_told = clauses.lower(preposition) in {"of", "about"} and clauses[verb].lemma in {"notify", "inform", "tell"}
    if clauses[owner].tag != "PRP$" or not is_told:
        return None
    return clauses.child(verb, "nsubj")


DECISIONS = frozenset({"decision", "move", "decree"})
# Whoever does this to "its withdrawal" withdrew itself.
OWN_DEED = frozenset("announce confirm complete formalise formalize finalise finalize explain justify defend".split())


def _who_owns_up(clauses: Clauses, trigger: int) -> int | None:
    """ "(Chad) apologised for having broken the pact", "(Chad) admitted to breaking it"."""
    preposition = clauses[trigger].head
    verb = clauses[preposition].head
    if clauses[trigger].dep == "xcomp" and clauses[preposition].dep == "acomp":
        return clauses.child(verb, "nsubj")  # "(Chad) has been slow to implement it"
    owns_up = clauses[trigger].dep == "pcomp" and clauses[verb].lemma in {"apologise", "apologize", "admit", "confess"}
    return subject_of(clauses, verb) if owns_up else None
