"""Deeds told as done, by tables of verbs and what they are done to: the common ground of acts and context events."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    Clauses,
    Range,
    content_end,
    is_demanded,
    is_heading,
    is_negated,
    is_progressive,
    is_subordinate,
    modal_of,
    noun_phrase,
    readable_sentences,
    subject_of,
)
from aidememoire.claims.promises.grounds import within
from aidememoire.model import Mentions, Span, TimeMention, When

# Verbs that govern a noun of deed without saying that it was done: "called for a missile test".
UNDONE = frozenset(
    "call urge demand propose consider discuss plan threaten seek want avoid prevent ban prohibit forbid rule suggest "
    "reject oppose expect fear warn halt stop suspend cancel postpone renounce abandon deter defend".split()
)

# What is counted stands behind these: "ten days of war games", "a round of talks".
MEASURES = frozenset(
    "day week month hour number series round group ton tonne shipment dozen hundred thousand wave".split()
)
FEARED = frozenset({"threat", "risk", "fear", "danger", "possibility", "case", "prospect", "talk", "ban", "call"})
SILENT = frozenset({"heading", "not asserted", "generic"})  # reasons that nobody who asks what was withheld wants


@dataclass(frozen=True, slots=True)
class DeedRule:
    """What may be done: a row of a table."""

    id: str
    verbs: frozenset[str]  # lemmas
    objects: frozenset[str]  # lemmas of what it is done to (object, or subject of a passive); empty: any or none
    subjects: frozenset[str]  # lemmas of what does it, where nothing is done to ("the exercise began")
    nouns: frozenset[str]  # lemmas that name the deed ("launch", "airstrike")
    modifiers: frozenset[str]  # what a noun must be qualified by ("missile"); empty: nothing
    doers: frozenset[str]  # lemmas or words of who does it; empty: anybody
    followed_by: frozenset[str]  # words of which one must stand within three words behind the trigger; empty: any
    infinitives: frozenset[str]  # lemmas of what it is to do ("threatened to attack"); empty: anything or nothing
    never_of: frozenset[str]  # lemmas of what it may not be done to ("fought the pandemic")
    never_to: frozenset[str]  # lemmas of what it may not be to do ("declined to comment")
    qualified: frozenset[str]  # what an object must be qualified by ("nuclear"); empty: nothing
    accept: tuple[tuple[str, ...], ...]
    refuse: tuple[str, ...]
    values: tuple[tuple[str, Any], ...]  # the row's other columns

    def value(self, name: str) -> Any:
        """The row's column of that name, None where it has none."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed found in a sentence; indices of tokens."""

    rule: DeedRule
    trigger: int
    doer: int | None  # head of the words for who did it
    undergoer: int | None  # head of the words for what it was done to


WORD_COLUMNS = tuple(
    "verbs objects subjects nouns modifiers qualified doers followed_by infinitives never_to never_of".split()
)


@cache
def rules_of(table: str) -> tuple[DeedRule, ...]:
    """The rows of a shipped table ("acts", "events") as rules, loaded once."""
    rows = tomllib.loads(files("aidememoire").joinpath(f"claims/data/{table}.toml").read_text("utf-8"))["rule"]
    known = {"id", "accept", "refuse", *WORD_COLUMNS}
    return tuple(
        DeedRule(
            id=row["id"],
            **{name: frozenset(row.get(name, "").split()) for name in WORD_COLUMNS},
            accept=tuple(tuple(example) for example in row["accept"]),
            refuse=tuple(row["refuse"]),
            values=tuple((name, value) for name, value in row.items() if name not in known),
        )
        for row in rows
    )


@cache
def triggers_of(table: str) -> dict[str, tuple[DeedRule, ...]]:
    """Lemma → the rules of the table that it may set off."""
    found: dict[str, tuple[DeedRule, ...]] = {}
    for rule in rules_of(table):
        for lemma in rule.verbs | rule.nouns:
            found[lemma] = (*found.get(lemma, ()), rule)
    return found


def find_deeds(mentions: Mentions, triggers: dict[str, tuple[DeedRule, ...]]) -> Iterator[tuple[Clauses, Deed]]:
    """Every deed that a rule recognises, done or not, in order of position; several rules may recognise one."""
    for sentence in readable_sentences(mentions):
        hits = [token.index for token in mentions.tokens_of(sentence) if token.lemma in triggers]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        for index in hits:
            for rule in triggers[clauses[index].lemma]:
                deed = _match(rule, clauses, index)
                if deed is not None:
                    yield clauses, deed


def _match(rule: DeedRule, clauses: Clauses, trigger: int) -> Deed | None:
    token = clauses[trigger]
    if clauses.lower(trigger + 1) in (rule.value("not_before") or "").split():
        return None
    behind = {clauses.lower(index) for index in range(trigger + 1, trigger + 1 + BEHIND)}
    if rule.followed_by and not rule.followed_by & behind:
        return None
    to_do = {clauses[index].lemma for index in range(trigger + 1, trigger + 2 + BEHIND)}
    if (rule.infinitives and not rule.infinitives & to_do) or rule.never_to & to_do:
        return None
    if token.tag.startswith("VB") and token.dep not in {"aux", "auxpass", "amod"} and token.lemma in rule.verbs:
        return _match_verb(rule, clauses, trigger)
    if token.pos in {"NOUN", "PROPN"} and token.lemma in rule.nouns:
        return _match_noun(rule, clauses, trigger)
    return None


def _match_verb(rule: DeedRule, clauses: Clauses, verb: int) -> Deed | None:
    if rule.value("active") and clauses[verb].tag == "VBN" and clauses.child(verb, "aux", "auxpass") is None:
        return None  # "forces backed by tanks"
    passive = clauses.child(verb, "nsubjpass")
    done_to = passive if passive is not None else clauses.child(verb, "dobj")
    if done_to is None and clauses[verb].tag == "VBN" and clauses[verb].dep == "acl":
        done_to = clauses[verb].head
    subject = subject_of(clauses, verb) if passive is None else _agent(clauses, verb)
    if subject == done_to:
        subject = _agent(clauses, verb)
    if rule.subjects:
        if done_to is None and subject is not None and _is_one_of(clauses, subject, rule.subjects):
            return Deed(rule, verb, None, subject)
        if not rule.objects:
            return None
    if done_to is not None and rule.never_of and _is_one_of(clauses, done_to, rule.never_of):
        return None
    if rule.objects and (done_to is None or not _is_one_of(clauses, done_to, rule.objects)):
        return None
    if rule.doers and (subject is None or not _is_of(clauses, subject, rule.doers)):
        return None
    if rule.qualified and (done_to is None or not _is_qualified(clauses, done_to, rule.qualified)):
        return None
    return Deed(rule, verb, subject, done_to)


def _agent(clauses: Clauses, verb: int) -> int | None:
    agent = clauses.child(verb, "agent")
    return clauses.child(agent, "pobj") if agent is not None else None


def _is_one_of(clauses: Clauses, head: int, lemmas: frozenset[str]) -> bool:
    if clauses[head].lemma in lemmas or clauses[head].lower in lemmas:
        return True
    if clauses[head].lemma in MEASURES:
        of = next((child for child in clauses.children.get(head, ()) if clauses.lower(child) == "of"), None)
        inner = clauses.child(of, "pobj") if of is not None else None
        return inner is not None and (clauses[inner].lemma in lemmas or clauses[inner].lower in lemmas)
    return any(
        clauses[child].lemma in lemmas for child in clauses.children.get(head, ()) if clauses[child].dep == "conj"
    )


def _is_of(clauses: Clauses, head: int, lemmas: frozenset[str]) -> bool:
    """Whether the phrase is of such people: "thousands of students", "Kurdish refugees"."""
    first, last = noun_phrase(clauses, head)
    return any(clauses[index].lemma in lemmas or clauses[index].lower in lemmas for index in range(first, last))


def _is_qualified(clauses: Clauses, head: int, modifiers: frozenset[str]) -> bool:
    first, last = noun_phrase(clauses, head)
    return any(
        clauses[index].lemma in modifiers or clauses[index].lower in modifiers
        for index in range(first, last)
        if index != head
    )


def _match_noun(rule: DeedRule, clauses: Clauses, noun: int) -> Deed | None:
    if clauses[noun].dep == "compound" or _is_part_of_a_title(clauses, noun):
        return None
    if rule.modifiers and not _is_qualified(clauses, noun, rule.modifiers):
        return None
    return Deed(rule, noun, _doer_of_noun(clauses, noun), _target_of_noun(clauses, noun))


def _is_part_of_a_title(clauses: Clauses, noun: int) -> bool:
    """ "the Genocide Prevention Act": a capital before more capitals names a law or a day, and tells of no deed."""
    following = [clauses[noun + step] for step in (1, 2)]
    return clauses[noun].text[:1].isupper() and all(
        token.text[:1].isupper() or token.lower == "and" for token in following
    )


def _doer_of_noun(clauses: Clauses, noun: int) -> int | None:
    for child in clauses.children.get(noun, ()):
        token = clauses[child]
        if token.dep in {"poss", "amod", "compound", "nmod"} and child < noun and _names_party(clauses, child):
            return child
        if token.dep == "prep" and token.lower == "by":
            return clauses.child(child, "pobj")
    verb = clauses[noun].head
    if (
        verb in clauses
        and clauses[noun].dep in {"dobj"}
        and clauses[verb].lemma in {"conduct", "carry", "make", "launch"}
    ):
        return subject_of(clauses, verb)
    return None


def _names_party(clauses: Clauses, index: int) -> bool:
    start, end = clauses[index].start, clauses[index].end
    return any(party.span.start <= start and end <= party.span.end for party in clauses.mentions.parties)


def _target_of_noun(clauses: Clauses, noun: int) -> int | None:
    for child in clauses.children.get(noun, ()):
        if clauses[child].dep == "prep" and clauses.lower(child) in {"on", "against", "at", "of", "upon", "in"}:
            return clauses.child(child, "pobj")
    return None


def why_not_done(clauses: Clauses, deed: Deed) -> str | None:
    """Why the deed is not told as done; None when it is."""
    trigger = deed.trigger
    if is_heading(clauses):
        return "heading"
    span = clauses.span((trigger, trigger + 1))
    if any(doubtful.span.overlaps(span) for doubtful in clauses.mentions.doubtful):
        return "doubtful"
    why = why_withheld(clauses.mentions, clauses.sentence, clauses.span((trigger, trigger + 1)))
    if why and why != "generic":
        return why
    if not clauses[trigger].tag.startswith("VB"):
        return _why_noun_not_done(clauses, trigger)
    if is_subordinate(clauses, trigger):
        return "conditional"
    modal = modal_of(clauses, trigger)
    if modal is not None:
        return {"to": "wish", "will": "planned", "shall": "planned"}.get(modal, "hypothetical")
    if is_negated(clauses, trigger) or _is_of_none(clauses, deed):
        return "denied"
    if is_demanded(clauses, trigger) or clauses[trigger].tag == "VB":
        return "wish"
    if clauses[trigger].tag == "VBG" and not is_progressive(clauses, trigger):
        return None if clauses[trigger].dep in {"advcl", "conj"} else "not asserted"
    return None


def _is_of_none(clauses: Clauses, deed: Deed) -> bool:
    """ "killed no one", "held no exercises": it was done to nothing."""
    return deed.undergoer is not None and clauses.lower(noun_phrase(clauses, deed.undergoer)[0]) in {"no", "none"}


def _why_noun_not_done(clauses: Clauses, noun: int) -> str | None:
    head = noun
    for _ in range(4):
        head = clauses[head].head
        if head not in clauses:
            return None
        if clauses[head].lemma in FEARED:
            return "hypothetical"
        if clauses[head].pos in {"VERB", "AUX"}:
            break
    if clauses[head].lemma in UNDONE:
        return "wish"
    modal = modal_of(clauses, head)
    return "hypothetical" if modal is not None and clauses[noun].dep in {"dobj", "nsubjpass", "nsubj"} else None


def words_of(clauses: Clauses, deed: Deed) -> Range:
    """The words of the deed: from its subject to the end of its clause."""
    first = deed.trigger
    if clauses[deed.trigger].dep == "acl" and clauses[deed.trigger].head < deed.trigger:
        first = noun_phrase(clauses, clauses[deed.trigger].head)[0]  # "sanctions imposed by Oslo"
    subject = clauses.child(deed.trigger, "nsubj", "nsubjpass")
    if subject is not None and subject < deed.trigger and clauses[subject].tag not in {"WDT", "WP"}:
        first = noun_phrase(clauses, subject)[0]
    while clauses.child(deed.trigger, "aux", "auxpass") is not None and first == deed.trigger:
        auxiliary = clauses.child(deed.trigger, "aux", "auxpass")
        if auxiliary is None or auxiliary > first:
            break
        first = auxiliary
    return first, max(content_end(clauses, deed.trigger), deed.trigger + 1)


def when_of(clauses: Clauses, deed: Deed) -> tuple[When | None, Span | None]:
    """The date told with the deed: the nearest one in its sentence, those after it first."""
    sentence = clauses.sentence.span
    at = clauses[deed.trigger].start
    best: TimeMention | None = None
    for time in within(clauses.mentions.times, sentence.start, sentence.end):
        if time.when is None or time.type != "DATE" or _is_of_a_relative(clauses, deed.trigger, time):
            continue
        if best is None or _distance(time, at) < _distance(best, at):
            best = time
    return (best.when, best.span) if best is not None and _distance(best, at) < FAR else (None, None)


def _is_of_a_relative(clauses: Clauses, trigger: int, time: TimeMention) -> bool:
    """ "carried out the drill that they agreed last year": the day of what a clause of its own tells of a noun."""
    above = {trigger}
    while clauses[trigger].head != trigger and clauses[trigger].head in clauses:
        trigger = clauses[trigger].head
        above.add(trigger)
    first, last = clauses.sentence.first, clauses.sentence.last
    index = next((one for one in range(first, last) if clauses[one].start >= time.span.start), None)
    while index is not None and index not in above:
        if clauses[index].dep == "relcl":
            return True
        head = clauses[index].head
        index = head if head != index and head in clauses else None
    return False


BEHIND = 3  # "called urgently on": how far behind the trigger a word stands that belongs to it
FAR = 110  # characters: a date further off belongs to another clause
BEFORE_COSTS = 30  # a date before the deed is taken only when it is that much nearer than one after it


def _distance(time: TimeMention, at: int) -> int:
    return time.span.start - at if time.span.start >= at else at - time.span.end + BEFORE_COSTS
