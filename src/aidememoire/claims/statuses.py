"""Mentions → proposals of statuses: what has become of a dialogue, agreement or commitment.

The wordings are rows of ``data/statuses.toml``; this module finds their triggers, the words that name what the status is
of, and asks whether it is asserted at all: a plan, a wish or a threat is no status.
"""

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
    is_negated,
    modal_of,
    next_word,
    noun_phrase,
    subject_of,
    trimmed,
)
from aidememoire.claims.makers import makers_of, meeting_of, pair_before, parties_within, within
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
    BlockRole,
    ClaimKind,
    MeetingValues,
    Mentions,
    Proposal,
    Refusal,
    Span,
    StatusKind,
    StatusValues,
    SubjectType,
    When,
)

UNREAD = frozenset({BlockRole.LINK, BlockRole.LABEL, BlockRole.DATELINE, BlockRole.CAPTION})
LINK_WINDOW = 5  # "withdrew last week from the treaty": how far the linking preposition may stand
AFTER_WINDOW = 4
PARTLY = frozenset({"partly", "partially", "incompletely"})
FAILING = frozenset({"fail", "refuse", "decline", "neglect"})
DONE_BY_ONE = frozenset(
    {
        StatusKind.VIOLATED,
        StatusKind.WITHDRAWN,
        StatusKind.NOT_FULFILLED,
        StatusKind.FULFILLED,
        StatusKind.PARTLY_FULFILLED,
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording: a row of ``data/statuses.toml``."""

    id: str
    status: StatusKind
    lemmas: tuple[str, ...]
    ends: tuple[str, ...]  # object | subject | of | infinitive
    after: tuple[tuple[str, ...], ...]
    after_optional: tuple[str, ...]
    needs: dict[str, tuple[str, ...]]
    link: tuple[tuple[str, ...], ...]
    needs_link: bool
    types: frozenset[SubjectType]
    denied: StatusKind | None
    partly: StatusKind | None
    ongoing: StatusKind | None
    accept: tuple[tuple[str, str, str], ...]
    refuse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rules by trigger, the nouns by type, and what opens a cause."""

    rules: tuple[Rule, ...]
    by_lemma: dict[str, tuple[Rule, ...]]
    types: dict[str, SubjectType]
    openers: tuple[tuple[str, ...], ...]


@cache
def table() -> Table:
    """The table that ships with the package, loaded once."""
    rows = tomllib.loads(files("aidememoire").joinpath("claims/data/statuses.toml").read_text(encoding="utf-8"))
    rules = tuple(_rule(row) for row in rows["rule"])
    by_lemma: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            by_lemma[lemma] = (*by_lemma.get(lemma, ()), rule)
    types = {word: SubjectType(kind) for kind, words in rows["types"].items() for word in words.split()}
    openers = tuple(tuple(words.split()) for words in " ".join(rows["causes"]["openers"].split()).split("|"))
    return Table(rules, by_lemma, types, openers)


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        id=row["id"],
        status=StatusKind(row["status"]),
        lemmas=tuple(row["lemmas"]),
        ends=tuple(row["ends"]),
        after=tuple(tuple(words.split()) for words in row.get("after", ())),
        after_optional=tuple(row.get("after_optional", ())),
        needs={lemma: tuple(words) for lemma, words in row.get("needs", {}).items()},
        link=tuple(tuple(words.split()) for words in row.get("link", ())),
        needs_link=row.get("needs_link", False),
        types=frozenset(SubjectType(kind) for kind in row.get("types", list(SubjectType))),
        denied=StatusKind(row["denied"]) if "denied" in row else None,
        partly=StatusKind(row["partly"]) if "partly" in row else None,
        ongoing=StatusKind(row["ongoing"]) if "ongoing" in row else None,
        accept=tuple((sentence, subject, status) for sentence, subject, status in row["accept"]),
        refuse=tuple(row["refuse"]),
    )


def propose_statuses(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Statuses and what was refused as one, in order of position."""
    by_lemma = table().by_lemma
    seen: set[tuple[int, int, StatusKind]] = set()
    for sentence in mentions.sentences:
        if mentions.report.blocks[sentence.block].role in UNREAD:
            continue
        hits = [token.index for token in mentions.tokens_of(sentence) if token.lemma in by_lemma]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        for index in hits:
            for rule in by_lemma[clauses[index].lemma]:
                found = _try(rule, clauses, index, meetings)
                if isinstance(found, Refusal):
                    yield found
                elif found is not None and isinstance(found.values, StatusValues):
                    subject = dict(found.spans)["subject"][0]
                    key = (subject.start, subject.end, found.values.status)
                    if key not in seen:
                        seen.add(key)
                        yield found


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Proposal | Refusal | None:
    if not _words_follow(rule, clauses, trigger):
        return None
    head = _head(rule, clauses, trigger)
    if head is None:
        return None
    kind = type_of(clauses, head)
    if kind is None or kind not in rule.types:
        return None
    status = _status(rule, clauses, trigger)
    span = clauses.span((trigger, trigger + 1))
    if isinstance(status, str) and not isinstance(status, StatusKind):
        return Refusal(ClaimKind.STATUS.value, span, status, f"statuses.{rule.id}")
    return _proposal(rule, clauses, trigger, head, kind, StatusKind(status), meetings)


# What the status is of


def type_of(clauses: Clauses, head: int) -> SubjectType | None:
    """What sort of thing the noun names: dialogue, agreement, commitment; None for all else."""
    token = clauses[head]
    types = table().types
    for mention in within(clauses.mentions.dialogues, token.start - 60, token.end + 60):
        if mention.span.start <= token.start < mention.span.end:
            return SubjectType.DIALOGUE
    if token.text.isdigit() and head - 1 in clauses:
        return types.get(clauses.lower(head - 1))
    found = types.get(token.lower) or types.get(token.lemma)
    if found is None and token.lower in {"some", "most", "many", "part", "number", "all", "several", "none", "half"}:
        preposition = clauses.child(head, "prep")
        inner = clauses.child(preposition, "pobj") if preposition is not None else None
        return type_of(clauses, inner) if inner is not None else None
    return found


def _head(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    token = clauses[trigger]
    is_verb = token.tag.startswith("VB")
    for end in rule.ends:
        if end == "of" and not is_verb:
            found = _linked(rule, clauses, trigger)
        elif end == "infinitive" and not is_verb:
            found = _of_infinitive(clauses, trigger)
        elif end == "object" and is_verb:
            found = _object(rule, clauses, trigger)
        elif end == "subject" and is_verb and clauses.child(trigger, "dobj", "nsubjpass") is None:
            found = subject_of(clauses, trigger)
        else:
            found = None
        if found is not None and clauses[found].pos in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
            return found
    return None


def _object(rule: Rule, clauses: Clauses, verb: int) -> int | None:
    if rule.link:
        linked = _linked(rule, clauses, verb)
        if linked is not None or rule.needs_link:
            return linked
    passive = clauses.child(verb, "nsubjpass")
    if passive is not None:
        return passive
    found = clauses.child(verb, "dobj")
    if found is not None:
        return found
    token = clauses[verb]
    if token.tag == "VBN" and token.dep in {"acl", "relcl"} and token.head < verb:
        return token.head
    if token.tag == "VBN":
        return subject_of(clauses, verb) if _is_passive(clauses, verb) else None
    return None


def _is_passive(clauses: Clauses, verb: int) -> bool:
    before = {clauses.lower(i) for i in range(verb - 4, verb)}
    return bool(before & {"was", "were", "been", "being", "is", "are", "be", "got"})


def _linked(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    for index in range(trigger + 1, min(trigger + 1 + LINK_WINDOW, clauses.sentence.last)):
        for words in rule.link:
            if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
                return _noun_from(clauses, index + len(words))
        if clauses[index].text in {",", ";", ".", ":"}:
            return None
    return None


def _noun_from(clauses: Clauses, index: int) -> int | None:
    """The head of the noun phrase that begins here."""
    last = None
    for position in range(index, min(index + 12, clauses.sentence.last)):
        token = clauses[position]
        if token.pos in {"NOUN", "PROPN"} or (token.pos == "NUM" and last is not None):
            last = position
        elif (
            token.pos in {"DET", "ADJ", "NUM", "PRON", "PART", "X"}
            or token.tag in {"VBN", "VBG", "HYPH", "POS"}
            or token.text in {"-", "–", "“", '"'}
        ):
            continue
        else:
            break
    return last


def _of_infinitive(clauses: Clauses, noun: int) -> int | None:
    if clauses.lower(noun + 1) != "to":
        return None
    verb = next_word(clauses, noun + 2)
    if verb not in clauses:
        return None
    for rule in table().by_lemma.get(clauses[verb].lemma, ()):
        if rule.denied is not None and (not rule.after or _words_follow(rule, clauses, verb)):
            return _object(rule, clauses, verb)
    return None


def _words_follow(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    lemma = clauses[trigger].lemma
    if rule.needs.get(lemma):
        return any(clauses.lower(trigger + k) in rule.needs[lemma] for k in (1, 2))
    if not rule.after or lemma in rule.after_optional:
        return True
    return any(
        all(clauses.lower(start + k) == word for k, word in enumerate(words))
        for start in range(trigger + 1, trigger + 1 + AFTER_WINDOW)
        for words in rule.after
    ) or any(
        all(clauses.lower(start + k) == word for k, word in enumerate(words))
        for words in rule.after
        for child in clauses.children.get(trigger, ())
        if child > trigger and clauses[child].dep in {"prep", "prt", "acomp", "advmod", "attr"}
        for start in (child,)
    )


# Whether it is so


def _status(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind | str:
    """The status, or the word for why there is none."""
    span = clauses.span((trigger, trigger + 1))
    if not clauses[trigger].tag.startswith("VB"):
        why = why_withheld(clauses.mentions, clauses.sentence, span)
        return why if why and why != "generic" else rule.status
    if _has_failed(clauses, trigger):
        return rule.denied or "denied"
    modal = modal_of(clauses, trigger)
    if modal == "to":
        return _yet_to(rule, clauses, trigger)
    if modal is not None:
        return "planned" if modal in {"will", "shall", "wo", "'ll", "’ll"} else "hypothetical"
    if clauses[trigger].tag == "VB" and not _has_do(clauses, trigger):
        return "wish"
    if is_negated(clauses, trigger):
        return rule.denied or "denied"
    why = why_withheld(clauses.mentions, clauses.sentence, span)
    if why == "denied" and rule.denied:
        return rule.denied
    if why and why != "generic":
        return why
    return _degree(rule, clauses, trigger)


def _degree(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind:
    around = {clauses.lower(i) for i in range(trigger - 3, trigger + 3)}
    if rule.partly and around & PARTLY:
        return rule.partly
    if rule.ongoing and "being" in around:
        return rule.ongoing
    return rule.status


def _has_do(clauses: Clauses, verb: int) -> bool:
    return any(clauses[c].lemma == "do" for c in clauses.children.get(verb, ()) if c < verb)


def _has_failed(clauses: Clauses, verb: int) -> bool:
    """ "failed to", "refused to": the deed was not done."""
    return any(
        clauses.lower(i) == "to" and i - 1 in clauses and clauses[i - 1].lemma in FAILING for i in range(verb - 3, verb)
    )


def _yet_to(rule: Rule, clauses: Clauses, verb: int) -> StatusKind | str:
    """ "has yet to be carried out" is a denial; any other infinitive a plan or wish."""
    before = [clauses.lower(i) for i in range(verb - 4, verb)]
    if "yet" in before or "still" in before:
        return rule.denied or "denied"
    return "wish"


# The proposal


def _proposal(
    rule: Rule,
    clauses: Clauses,
    trigger: int,
    head: int,
    kind: SubjectType,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> Proposal:
    mentions = clauses.mentions
    first, last = _subject_words(clauses, head, trigger)
    subject = clauses.span((first, last))
    codes, party_spans, why = _parties(rule, clauses, trigger, (first, last), status, meetings)
    cause, causes = _cause(clauses, trigger, subject)
    since, since_span = _since(clauses, trigger, subject, cause)
    spans: list[tuple[str, tuple[Span, ...]]] = [
        ("subject", (subject,)),
        ("status", (clauses.span((trigger, trigger + 1)),)),
    ]
    if party_spans:
        spans.append(("parties", party_spans))
    if cause is not None:
        spans += [("cause", (cause,)), ("causes", causes)]
    if since_span is not None:
        spans.append(("since", (since_span,)))
    values = StatusValues(
        subject=mentions.words(subject),
        subject_type=kind,
        parties=codes,
        status=status,
        since=since,
        cause=mentions.words(cause) if cause else None,
        causes=tuple(mentions.words(one) for one in causes),
    )
    return Proposal(
        key=f"status:{subject.start}:{status.value}",
        kind=ClaimKind.STATUS,
        values=values,
        evidence=(clauses.sentence.span,),
        spans=tuple(sorted(spans)),
        inferred=(("parties", why),) if why else (),
        confidence=0.7,
        rule=f"statuses.{rule.id}",
    )


def _subject_words(clauses: Clauses, head: int, trigger: int) -> Range:
    first, last = noun_phrase(clauses, head)
    if first <= trigger < head:
        first = trigger + 1
        while first < head and clauses[first].dep in {"prep", "punct"}:
            first += 1
    if head < trigger < last:
        last = trigger
        while last - 1 > head and clauses[last - 1].pos in {"AUX", "ADV", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
            last -= 1
    elif head > trigger:
        last = max(head + 1, min(last, content_end(clauses, first)))
        last = _before_cause(clauses, head, last)
    return first, trimmed(clauses, first, last)


def _before_cause(clauses: Clauses, head: int, last: int) -> int:
    for index in range(head + 1, last):
        if _opener_at(clauses, index):
            return index
    return last


def _opener_at(clauses: Clauses, index: int) -> int:
    """How many words of a cause's opening stand here; 0 when none."""
    for words in table().openers:
        if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
            return len(words)
    return 0


def _parties(
    rule: Rule,
    clauses: Clauses,
    trigger: int,
    subject: Range,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """Codes, the words that give them, and the ground where no words do."""
    mentions = clauses.mentions
    named: dict[str, Span] = {}
    for party in parties_within(mentions, clauses[subject[0]].start, clauses[subject[1] - 1].end):
        named.setdefault(party.code, party.span)
    actor = _actor(clauses, trigger, subject)
    if actor is not None:
        makers = makers_of(clauses, actor, meetings)
        if makers is not None:
            if status in DONE_BY_ONE or not named:
                return makers.codes, makers.spans, makers.inferred
            for code, span in zip(makers.codes, makers.spans, strict=False):
                named.setdefault(code, span)
    if named:
        return tuple(sorted(named)), tuple(sorted(named.values())), None
    meeting = meeting_of(mentions, clauses.sentence, meetings)
    if meeting is not None and isinstance(meeting.values, MeetingValues):
        words = mentions.words(meeting.evidence[0])[:80]
        return tuple(sorted(meeting.values.parties)), (), f"Those at the meeting of “{words}”."
    pair = pair_before(clauses)
    return (pair.codes, (), pair.inferred) if pair else ((), (), None)


def _actor(clauses: Clauses, trigger: int, subject: Range) -> int | None:
    if not clauses[trigger].tag.startswith("VB"):
        owner = clauses.child(trigger, "poss", "amod")
        if owner is not None and clauses[owner].pos in {"PROPN", "ADJ"}:
            return owner
        by = clauses.child(trigger, "prep")
        if by is not None and clauses.lower(by) == "by":
            return clauses.child(by, "pobj")
        verb = clauses[trigger].head
        for _ in range(3):
            if clauses[verb].pos in {"VERB", "AUX"} or clauses[verb].head == verb:
                break
            verb = clauses[verb].head
        trigger = verb
    found = subject_of(clauses, trigger)
    if found is not None and not subject[0] <= found < subject[1] and clauses.child(trigger, "nsubjpass") != found:
        return found
    agent = clauses.child(trigger, "agent")
    return clauses.child(agent, "pobj") if agent is not None else None


# Since when, and why


def _cause(clauses: Clauses, trigger: int, subject: Span) -> tuple[Span | None, tuple[Span, ...]]:
    for index in range(trigger + 1, clauses.sentence.last):
        length = _opener_at(clauses, index)
        if length == 0 or index + length not in clauses:
            continue
        words = " ".join(clauses.lower(index + k) for k in range(length))
        start = index + length
        if words in {"after", "following", "over"} and _is_time(clauses, start):
            continue
        end = content_end(clauses, start)
        if end - start < 2:
            continue
        parts = _split(clauses, start, end)
        return clauses.span((start, end)), tuple(clauses.span(part) for part in parts)
    return None, ()


def _is_time(clauses: Clauses, index: int) -> bool:
    start = clauses[index].start
    return any(time.span.start <= start < time.span.end for time in clauses.mentions.times)


def _split(clauses: Clauses, start: int, end: int) -> list[Range]:
    """ "A and B" as two causes, where each begins as a noun phrase of its own."""
    parts, first = [], start
    for index in range(start + 1, end - 1):
        if clauses.lower(index) != "and" or clauses[index + 1].pos not in {"DET", "PRON", "PROPN"}:
            continue
        if clauses[index + 1].pos == "PROPN" and clauses[index - 1].pos == "PROPN":
            continue
        parts.append((first, trimmed(clauses, first, index)))
        first = index + 1
    parts.append((first, end))
    return parts


def _since(clauses: Clauses, trigger: int, subject: Span, cause: Span | None) -> tuple[When | None, Span | None]:
    """The nearest date in the sentence outside subject and cause, not further than the next clause."""
    mentions = clauses.mentions
    sentence = clauses.sentence.span
    at = clauses[trigger].start
    best: tuple[int, When, Span] | None = None
    for time in within(mentions.times, sentence.start, sentence.end):
        if time.when is None or time.type != "DATE" or time.span.overlaps(subject):
            continue
        if cause is not None and time.span.overlaps(cause):
            continue
        distance = time.span.start - at if time.span.start > at else at - time.span.end + 40
        if best is None or distance < best[0]:
            best = (distance, time.when, time.span)
    return (best[1], best[2]) if best and best[0] < 90 else (None, None)
