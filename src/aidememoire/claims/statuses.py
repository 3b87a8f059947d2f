"""Mentions → proposals of statuses: what has become of a dialogue, agreement or commitment.

The wordings are rows of ``data/statuses.toml``; this module finds their triggers and the words that name what the
status is of, and asks whether it is asserted at all: a plan, a wish or a threat is no status.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    DEMANDING,
    FINITE,
    QUOTES,
    Clauses,
    Range,
    content_end,
    is_demanded,
    is_heading,
    is_negated,
    is_progressive,
    is_subordinate,
    modal_of,
    next_word,
    noun_phrase,
    opens_clause,
    readable_sentences,
    subject_of,
    trimmed,
)
from aidememoire.claims.makers import makers_of, meeting_of, pair_before, parties_within, within
from aidememoire.knowledge import Knowledge
from aidememoire.model import (
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

ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "such"})
NAME_REACH = 60  # characters around a noun in which the name of a format may begin or end
LOOK_BACK = 200  # statuses among which a repeated one is sought; more would cost their square
PRONOUNS = frozenset({"it", "them", "they"})
OCCASIONS = frozenset({"meeting", "meetings", "summit", "session", "consultation"})
QUANTITIES = frozenset(
    {"few", "some", "most", "many", "part", "number", "all", "several", "none", "half", "majority", "series"}
)
FOLLOWING = frozenset({"prep", "prt", "acomp", "advmod", "attr"})
# "accused of violating the truce" says that it was violated; "by launching a dialogue" says nothing of the kind.
BY_DOING = frozenset({StatusKind.VIOLATED})
DISCUSSING = frozenset(
    "discuss negotiate seek debate mull plan prepare facilitate await support oppose fear risk avoid prevent threaten "
    "push make envisage intend".split()
)
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
    link: dict[str, tuple[tuple[str, ...], ...]]  # lemma (or "" for all) → prepositions
    needs_link: frozenset[str]  # lemmas whose object counts only through the link
    nouns: frozenset[str]  # the only heads that the rule takes; empty: all of its types
    never_before: frozenset[str]  # words that may not follow the trigger
    only_denied: bool
    takes_status: frozenset[str]  # rules whose verb may follow in the infinitive
    types: frozenset[SubjectType]
    denied: StatusKind | None
    partly: StatusKind | None
    ongoing: StatusKind | None
    several: bool  # only with two parties or more: one state's own task force is no dialogue
    yet: StatusKind | None  # status when it has "yet to" happen
    only_ongoing: bool  # only "is doing", "has been doing"
    qualified: frozenset[str]  # words of which the subject must have one; with it any noun of ``nouns`` will do
    by_status: dict[str, StatusKind]  # lemma → status, where it isn't the rule's
    accept: tuple[tuple[str, str, str], ...]
    refuse: tuple[str, ...]

    @property
    def only_nouns(self) -> bool:
        """Whether the rule rests on a noun alone ("the extension of the treaty"), which tells less than a verb."""
        return self.ends == ("of",) and self.status not in BY_DOING


@dataclass(frozen=True, slots=True)
class Table:
    """The rules by trigger, the nouns by type, and what opens a cause."""

    rules: tuple[Rule, ...]
    by_lemma: dict[str, tuple[Rule, ...]]
    types: dict[str, SubjectType]
    private: frozenset[str]
    imagined: frozenset[str]
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
    lists = {name: words.split() for name, words in rows["types"].items()}
    types = {word: kind for kind in SubjectType for word in lists[kind.value]}
    openers = tuple(tuple(words.split()) for words in " ".join(rows["causes"]["openers"].split()).split("|"))
    return Table(rules, by_lemma, types, frozenset(lists["private"]), frozenset(lists["imagined"]), openers)


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        id=row["id"],
        status=StatusKind(row["status"]),
        lemmas=tuple(row["lemmas"]),
        ends=tuple(row["ends"]),
        after=tuple(tuple(words.split()) for words in row.get("after", ())),
        after_optional=tuple(row.get("after_optional", ())),
        needs={lemma: tuple(words) for lemma, words in row.get("needs", {}).items()},
        link={
            lemma: tuple(tuple(words.split()) for words in prepositions)
            for lemma, prepositions in row.get("link", {}).items()
        },
        needs_link=frozenset(row.get("needs_link", ())),
        nouns=frozenset(row.get("nouns", ())),
        never_before=frozenset(row.get("never_before", ())),
        only_denied=row.get("only_denied", False),
        takes_status=frozenset(row.get("takes_status", ())),
        types=frozenset(SubjectType(kind) for kind in row.get("types", list(SubjectType))),
        denied=StatusKind(row["denied"]) if "denied" in row else None,
        partly=StatusKind(row["partly"]) if "partly" in row else None,
        ongoing=StatusKind(row["ongoing"]) if "ongoing" in row else None,
        several=row.get("several", False),
        yet=StatusKind(row["yet"]) if "yet" in row else None,
        only_ongoing=row.get("only_ongoing", False),
        qualified=frozenset(row.get("qualified", "").split()),
        by_status={lemma: StatusKind(status) for lemma, status in row.get("by_lemma", {}).items()},
        accept=tuple((sentence, subject, status) for sentence, subject, status in row["accept"]),
        refuse=tuple(row["refuse"]),
    )


def propose_statuses(
    mentions: Mentions, knowledge: Knowledge, meetings: tuple[Proposal, ...]
) -> Iterator[Proposal | Refusal]:
    """Statuses and what was refused as one, in order of position."""
    by_lemma = table().by_lemma
    seen: list[StatusValues] = []
    for sentence in readable_sentences(mentions):
        hits = [token.index for token in mentions.tokens_of(sentence) if token.lemma in by_lemma]
        if not hits:
            continue
        clauses = Clauses(mentions, sentence)
        for index in hits:
            for rule in by_lemma[clauses[index].lemma]:
                found = _try(rule, clauses, index, meetings)
                if isinstance(found, Refusal):
                    yield found
                elif (
                    found is not None
                    and isinstance(found.values, StatusValues)
                    and not any(_is_same(found.values, other) for other in seen[-LOOK_BACK:])
                ):
                    seen.append(found.values)
                    yield found


def _is_same(one: StatusValues, other: StatusValues) -> bool:
    """Whether both tell the same: one status of what is named by the same words, the shorter within the longer."""
    if one.status is not other.status:
        return False
    words, others = (set(values.subject.lower().split()) - ARTICLES for values in (one, other))
    return words <= others or others <= words


def _try(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Proposal | Refusal | None:
    if clauses[trigger].dep in {"aux", "auxpass"}:
        return None
    if not _words_follow(rule, clauses, trigger):
        return None
    found = _subject(rule, clauses, trigger)
    if found is None:
        return None
    subject, kind, rule = found
    status = _why_not(rule, clauses, trigger, subject) or _status(rule, clauses, trigger)
    if isinstance(status, StatusKind):
        proposal = _proposal(rule, clauses, trigger, subject, kind, status, meetings)
        if isinstance(proposal, Proposal):
            return proposal
        status = "domestic"
    return Refusal(ClaimKind.STATUS.value, clauses.span((trigger, trigger + 1)), str(status), f"statuses.{rule.id}")


# What the status is of


def type_of(clauses: Clauses, head: int) -> SubjectType | None:
    """What sort of thing the noun names: dialogue, agreement, commitment; None for all else.

    "Resolution 1718" and "some of the agreements" are of the type of their noun; a meeting only with the name of its
    format ("the meeting in the two-plus-two format").
    """
    if head not in clauses:
        return None
    token = clauses[head]
    types = table().types
    for mention in within(clauses.mentions.dialogues, token.start - NAME_REACH, token.end + NAME_REACH):
        if mention.span.start <= token.start < mention.span.end:
            return SubjectType.DIALOGUE
    if token.lower in OCCASIONS and _names_format(clauses, head):
        return SubjectType.DIALOGUE
    if token.text.isdigit() and head - 1 in clauses:
        return types.get(clauses.lower(head - 1))
    if token.lower in {"group", "force"} and clauses.lower(head - 1) in {"working", "contact", "task"}:
        return SubjectType.DIALOGUE
    core = core_of(clauses, head)
    if core != head:
        return type_of(clauses, core)
    return types.get(token.lower) or types.get(token.lemma)


def core_of(clauses: Clauses, head: int) -> int:
    """The noun that is counted: "agreements" in "some of the agreements"; else the head itself."""
    if clauses.lower(head) in QUANTITIES:
        preposition = clauses.child(head, "prep")
        inner = clauses.child(preposition, "pobj") if preposition is not None else None
        if inner is not None:
            return inner
    return head


def _names_format(clauses: Clauses, head: int) -> bool:
    first, last = noun_phrase(clauses, head)
    start, end = clauses[first].start, clauses[min(last, clauses.sentence.last) - 1].end + NAME_REACH
    return any(mention.span.start < end for mention in within(clauses.mentions.dialogues, start, end))


def _subject(rule: Rule, clauses: Clauses, trigger: int) -> tuple[Range, SubjectType, Rule] | None:
    """The words that name what the status is of, their type, and the rule that gives the status."""
    for end in rule.ends:
        head, giver = _head(rule, end, clauses, trigger)
        if head is None:
            continue
        if clauses.lower(head) in PRONOUNS:
            head = _antecedent(giver, clauses, head)
            if head is None:
                continue
        kind = type_of(clauses, head)
        core = clauses[core_of(clauses, head)]
        if kind is None and giver.qualified and core.lemma in giver.nouns:
            first, last = noun_phrase(clauses, head)
            kind = SubjectType.DIALOGUE if giver.qualified & {clauses.lower(i) for i in range(first, last)} else None
        if kind is None or kind not in giver.types or (giver.nouns and core.lemma not in giver.nouns):
            continue
        return _subject_words(clauses, head, trigger), kind, giver
    return None


def _head(rule: Rule, end: str, clauses: Clauses, trigger: int) -> tuple[int | None, Rule]:
    """The head of the subject's noun phrase at one end of the rule."""
    is_verb = clauses[trigger].tag.startswith("VB")
    found: int | None = None
    if end == "of" and not is_verb:
        found = _linked(rule, clauses, trigger)
    elif end == "compound" and not is_verb:
        found = clauses.child(trigger, "compound")
    elif end == "around" and not is_verb:
        found = _around(clauses, trigger)
    elif end == "infinitive" and not is_verb:
        return _of_infinitive(rule, clauses, trigger)
    elif end == "object" and is_verb:
        found = _object(rule, clauses, trigger)
    elif end == "subject" and is_verb and (rule.after or rule.needs or _is_intransitive(clauses, trigger)):
        found = subject_of(clauses, trigger)
    if found is not None and clauses[found].tag in {"WDT", "WP"}:
        found = _antecedent_of_relative(clauses, trigger)
    if found is not None and clauses[found].pos not in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
        found = None
    return found, rule


def _around(clauses: Clauses, trigger: int) -> int | None:
    """The noun that an attribute belongs to: "ongoing talks", "the talks now under way"."""
    token = clauses[trigger]
    if token.dep == "amod" or token.head > trigger:
        return token.head if token.head in clauses and clauses[token.head].pos in {"NOUN", "PROPN"} else None
    if token.lemma == "way" and clauses.lower(trigger - 1) != "under":
        return None
    index = trigger - 1
    while index > clauses.sentence.first and clauses.lower(index) in {"under", "now", "already", "currently", ","}:
        index -= 1
    return index if clauses[index].pos in {"NOUN", "PROPN"} and token.lemma in {"way", "underway", "ongoing"} else None


def _is_intransitive(clauses: Clauses, verb: int) -> bool:
    return clauses.child(verb, "dobj", "nsubjpass") is None


def _antecedent_of_relative(clauses: Clauses, verb: int) -> int | None:
    for _ in range(3):
        if clauses[verb].dep == "relcl":
            return _typed_above(clauses, clauses[verb].head)
        verb = clauses[verb].head
        if verb not in clauses:
            return None
    return None


def _typed_above(clauses: Clauses, noun: int) -> int:
    """The noun itself, or the one it depends on: "a mission in Syria, which collapsed" is of the mission."""
    index = noun
    for _ in range(4):
        if type_of(clauses, index) is not None:
            return index
        if clauses[index].dep not in {"pobj", "prep", "appos", "compound"} or clauses[index].head not in clauses:
            break
        index = clauses[index].head
    return noun


def _antecedent(rule: Rule, clauses: Clauses, pronoun: int) -> int | None:
    """The last noun before the pronoun that the rule could take: "accepted the plan but refused to implement it"."""
    for index in range(pronoun - 1, clauses.sentence.first - 1, -1):
        if clauses[index].pos in {"NOUN", "PROPN"} and type_of(clauses, index) in rule.types:
            return index
    return None


def _object(rule: Rule, clauses: Clauses, verb: int) -> int | None:
    if rule.link:
        linked = _linked(rule, clauses, verb)
        if linked is not None or not rule.needs_link or clauses[verb].lemma in rule.needs_link:
            return linked
    found = clauses.child(verb, "nsubjpass") or clauses.child(verb, "dobj")
    if found is not None:
        return found
    token = clauses[verb]
    if token.tag == "VBN" and token.dep in {"acl", "relcl"} and token.head < verb:
        return token.head
    if token.tag == "VBN" and _is_passive(clauses, verb):
        return subject_of(clauses, verb)
    if token.tag == "VBN" and clauses.lower(verb - 1) == "," and type_of(clauses, verb - 2) is not None:
        return verb - 2  # "the commission, founded in 1996": whatever the parse makes of it
    return None


def _is_passive(clauses: Clauses, verb: int) -> bool:
    before = {clauses.lower(i) for i in range(verb - 4, verb)}
    return bool(before & {"was", "were", "been", "being", "is", "are", "be", "got"})


def _linked(rule: Rule, clauses: Clauses, trigger: int) -> int | None:
    lemma = clauses[trigger].lemma
    links = rule.link.get(lemma) or rule.link.get("") or ()
    for index in range(trigger + 1, min(trigger + 1 + LINK_WINDOW, clauses.sentence.last)):
        for words in links:
            if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
                return _noun_from(clauses, index + len(words))
        if clauses[index].text in {",", ";", ".", ":"}:
            return None
    passive = clauses.child(trigger, "nsubjpass")
    if passive is not None and links and clauses.lower(trigger + 1) in {words[0] for words in links}:
        return passive
    return None


def _noun_from(clauses: Clauses, index: int) -> int | None:
    """The head of the noun phrase that begins here."""
    last = None
    for position in range(index, min(index + 14, clauses.sentence.last)):
        token = clauses[position]
        if token.pos in {"NOUN", "PROPN"} or (token.pos == "NUM" and last is not None):
            last = position
        elif last is not None and (token.pos in {"DET", "ADJ", "PRON", "ADV"} or token.tag in {"VBN", "VBG"}):
            if clauses[last].pos == "PROPN" and token.tag in {"VBN", "VBG", "JJ"} and token.text[:1].isupper():
                continue
            break
        elif not (
            token.pos in {"DET", "ADJ", "NUM", "PRON", "PART", "X", "ADV"}
            or token.tag in {"VBN", "VBG", "HYPH", "POS"}
            or token.text in {"-", "–", "“", '"', "(", ")"}
            or _joins_names(clauses, position, last)
        ):
            break
    return last


def _joins_names(clauses: Clauses, index: int, last: int | None) -> bool:
    """ "a UN and Arab League plan": the "and" between names within one phrase."""
    return (
        clauses.lower(index) == "and"
        and last is not None
        and clauses[last].pos == "PROPN"
        and index + 1 in clauses
        and clauses[index + 1].pos == "PROPN"
    )


def _of_infinitive(rule: Rule, clauses: Clauses, noun: int) -> tuple[int | None, Rule]:
    """The object of the verb in "failure to honour …", "decision to withdraw from …"."""
    if clauses.lower(noun + 1) != "to":
        return None, rule
    verb = next_word(clauses, noun + 2)
    if verb not in clauses:
        return None, rule
    for other in table().by_lemma.get(clauses[verb].lemma, ()):
        wanted = other.id in rule.takes_status if rule.takes_status else other.denied is not None
        if wanted and _words_follow(other, clauses, verb):
            found = _object(other, clauses, verb)
            if found is not None:
                return found, other if rule.takes_status else rule
    return None, rule


def _words_follow(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    lemma = clauses[trigger].lemma
    if rule.never_before and clauses.lower(trigger + 1) in rule.never_before:
        return False
    if rule.needs.get(lemma):
        return any(clauses.lower(trigger + k) in rule.needs[lemma] for k in (1, 2))
    if not rule.after:
        return True
    starts = set(range(trigger + 1, trigger + 1 + AFTER_WINDOW))
    starts |= {c for c in clauses.children.get(trigger, ()) if c > trigger and clauses[c].dep in FOLLOWING}
    return any(
        all(clauses.lower(start + k) == word for k, word in enumerate(words))
        for start in starts
        for words in rule.after
    )


# Whether it is so


def _why_not(rule: Rule, clauses: Clauses, trigger: int, subject: Range) -> str | None:
    """Why nothing became of it whatever the verb says: it is private, imagined, or only aimed at."""
    words = {clauses.lower(i) for i in range(*subject)}
    if words & table().private:
        return "domestic"
    opening = {clauses.lower(subject[0]), clauses.lower(subject[0] + 1)}
    if opening & table().imagined or (rule.only_nouns and _qualifiers(clauses, trigger) & table().imagined):
        return "hypothetical"
    token = clauses[trigger]
    if token.tag == "VBP" and token.dep == "relcl":
        return "generic"  # "companies that comply with the sanctions"
    if rule.only_nouns and clauses.lower(token.head) in {"for", "on"}:
        return "wish"  # "a memorandum on the establishment of …"
    return None


def _qualifiers(clauses: Clauses, noun: int) -> set[str]:
    """The words before the noun that belong to it; "a" counts as "any" ("a renewal of the treaty")."""
    found = {clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun}
    return found | ({"any"} if found & {"a", "an"} else set())


def _status(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind | str:
    """The status, or the word for why there is none."""
    if is_heading(clauses):
        return "heading"
    span = clauses.span((trigger, trigger + 1))
    why = why_withheld(clauses.mentions, clauses.sentence, span)
    if why in {"question", "conditional"} or is_subordinate(clauses, trigger):
        return why or "conditional"
    if not clauses[trigger].tag.startswith("VB"):
        return _status_by_noun(rule, clauses, trigger, why)
    if _has_failed(clauses, trigger):
        return rule.denied or "denied"
    modal = modal_of(clauses, trigger)
    if modal == "to":
        return _yet_to(rule, clauses, trigger)
    if modal is not None:
        return "planned" if modal in {"will", "shall", "wo", "'ll", "’ll"} else "hypothetical"
    if clauses[trigger].tag == "VB" and not _has_do(clauses, trigger):
        return "wish"
    if is_negated(clauses, trigger) or why == "denied":
        return rule.denied or "denied"
    if _is_little(clauses, trigger):
        return rule.denied or "denied"
    if rule.only_denied or (rule.only_ongoing and not is_progressive(clauses, trigger)):
        return "no status"
    if clauses[trigger].tag == "VBG" and not is_progressive(clauses, trigger) and rule.status not in BY_DOING:
        return "not asserted"
    if is_demanded(clauses, trigger):
        return "wish"
    if why and why != "generic":
        return why
    return _degree(rule, clauses, trigger)


def _status_by_noun(rule: Rule, clauses: Clauses, noun: int, why: str | None) -> StatusKind | str:
    """ "the extension of the treaty": done, unless a verb of wishing or discussing governs it."""
    if rule.denied is None and rule.ends == ("infinitive",) and why == "denied":
        return rule.status  # "their refusal to implement": the refusal itself reads as a denial
    if why and why != "generic":
        return why
    verb = noun
    for _ in range(3):
        verb = clauses[verb].head
        if verb not in clauses or clauses[verb].pos in {"VERB", "AUX"}:
            break
    if rule.only_nouns and verb in clauses and clauses[verb].lemma in DISCUSSING | DEMANDING:
        return "wish"
    return rule.status


def _degree(rule: Rule, clauses: Clauses, trigger: int) -> StatusKind:
    around = {clauses.lower(i) for i in range(trigger - 3, trigger + 3)}
    if rule.partly and around & PARTLY:
        return rule.partly
    if rule.ongoing and ("being" in around or is_progressive(clauses, trigger)):
        return rule.ongoing
    if rule.id == "collapsed" and clauses[trigger].lemma == "expire" and clauses[trigger].tag in {"VBZ", "VBP", "VBG"}:
        return StatusKind.IN_FORCE
    return rule.by_status.get(clauses[trigger].lemma, rule.status)


def _is_little(clauses: Clauses, verb: int) -> bool:
    """ "little of which has been carried out", "few of the measures were": hardly done is not done."""
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    return any(clauses.lower(i) in {"little", "few"} and clauses.lower(i - 1) != "a" for i in range(first, last))


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
        return rule.yet or rule.denied or "denied"
    deciding = [i for i in _before(clauses, verb) if clauses[i].lemma in {"vote", "decide"}]
    if not rule.several and any(clauses[i].tag in {"VBD", "VBN"} for i in deciding):
        return rule.status  # "voted to extend the mandate" tells that it was extended
    return "wish"


def _before(clauses: Clauses, verb: int) -> range:
    return range(max(clauses.sentence.first, verb - 6), verb)


# The proposal


def _proposal(
    rule: Rule,
    clauses: Clauses,
    trigger: int,
    words: Range,
    kind: SubjectType,
    status: StatusKind,
    meetings: tuple[Proposal, ...],
) -> Proposal | None:
    mentions = clauses.mentions
    subject = clauses.span(words)
    codes, party_spans, why = _parties(clauses, trigger, words, status, meetings)
    if not codes or (rule.several and len(codes) < 2):
        return None
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
    while clauses[head].text.isdigit() and (
        clauses[head - 1].text.isdigit() or clauses.lower(head - 1) in {",", "and"}
    ):
        head -= 1 if clauses[head - 1].text.isdigit() else 2
    first, last = noun_phrase(clauses, head - 1 if clauses[head].text.isdigit() else head)
    last = max(last, head + 1)
    for index in range(first, head):
        if clauses[index].text in {"-", "–", "—", "--"} and clauses[index - 1].text[-1:].isdigit():
            first = index + 1  # a dateline that the parse took into the phrase
    if first <= trigger < head and clauses[trigger].dep != "amod":
        first = trigger + 1
        while first < head and clauses[first].dep in {"prep", "punct"}:
            first += 1
    if head < trigger < last:
        last = trigger
        while last - 1 > head and clauses[last - 1].pos in {"AUX", "ADV", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
            last -= 1
    elif head > trigger:
        last = max(head + 1, min(last, content_end(clauses, first)))
        last = _before_break(clauses, head, last)
    while clauses[last - 1].text.isdigit() and last + 1 in clauses:
        step = next((k for k in (1, 2) if clauses[last + k].text.isdigit()), None)
        if step is None or clauses.lower(last) not in {",", "and"}:
            break
        last += step + 1
    last = _with_name(clauses, head, trimmed(clauses, first, last))
    return first, last


def _with_name(clauses: Clauses, head: int, last: int) -> int:
    """The end of the phrase with the name of the format that stands right behind it ("the meeting “two plus two”")."""
    if last not in clauses or clauses.lower(head) not in OCCASIONS | {"format", "dialogue", "formats"}:
        return last
    start = clauses[last].start
    for mention in within(clauses.mentions.dialogues, start, start + NAME_REACH):
        if mention.span.start > start + 2:
            break
        while last in clauses and clauses[last].start < mention.span.end:
            last += 1
        if last in clauses and clauses[last].text in QUOTES:
            last += 1
    return last


def _before_break(clauses: Clauses, head: int, last: int) -> int:
    """Where a cause or a finite verb that the parse took into the noun phrase begins."""
    for index in range(head + 1, last):
        if _opener_at(clauses, index) or clauses[index].tag in FINITE:
            return index
    return last


def _opener_at(clauses: Clauses, index: int) -> int:
    """How many words of a cause's opening stand here; 0 when none."""
    for words in table().openers:
        if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
            return len(words)
    return 0


def _parties(
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
    if pair is not None:
        return pair.codes, (), pair.inferred
    return _nearest_party(clauses)


def _nearest_party(clauses: Clauses) -> tuple[tuple[str, ...], tuple[Span, ...], str | None]:
    """The party named last before or in the sentence, within the two sentences before it."""
    mentions = clauses.mentions
    start = mentions.sentences[max(0, clauses.sentence.index - 2)].span.start
    named = parties_within(mentions, start, clauses.sentence.span.end)
    if not named:
        return (), (), None
    why = f"The party named nearest: “{mentions.words(named[-1].span)}”."
    return (named[-1].code,), (), why


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
        if clauses.lower(index) in {"and", "but", ";", "while"} and opens_clause(clauses, index + 1):
            break
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
