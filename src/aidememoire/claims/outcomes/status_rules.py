"""The wordings of statuses: the rows of ``data/statuses.toml`` and of the tables beside it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.model import (
    StatusKind,
    SubjectType,
)

TABLES = ("statuses", "statuses_rare", "statuses_idioms", "statuses_releases", "statuses_further", "statuses_news")
WORD_LISTS = tuple(
    (
        "private firms imagined named promising announcing recurring deeds mediating joint warlike peaceful mutual "
        "bodies processes treaties names"
    ).split()
)
# "accused of violating the truce" says that it was violated; "by launching a dialogue" says nothing of the kind.
BY_DOING = frozenset({StatusKind.VIOLATED})
# What one party does, or leaves undone, by itself.
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
    """One wording: a row of the tables."""

    id: str
    status: StatusKind
    lemmas: tuple[str, ...]
    ends: tuple[str, ...]  # object | subject | of | infinitive
    after: tuple[tuple[str, ...], ...]
    after_from: dict[str, tuple[tuple[str, ...], ...]]  # the same by their first word, to be looked up
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
    undone: bool  # takes joint undertakings ("the study") too, where they are told to be left undone
    qualified: frozenset[str]  # words of which the subject must have one; with it any noun of ``nouns`` will do
    by_status: dict[str, StatusKind]  # lemma → status, where it isn't the rule's
    loose: bool  # takes nouns that name a deal only beside a party's name ("WTO rules")
    never_of: frozenset[str]  # lemmas of heads that the rule doesn't take
    named: bool  # only what is written as a name, or names a party
    before: tuple[tuple[str, ...], ...]  # words, one run of which must stand before the noun ("be in")
    beside: tuple[frozenset[str], ...]  # sets of lemmas, of each of which one must stand in the sentence
    behind: frozenset[str]  # words, one of which must govern the noun ("despite the acceptance of …")
    negates: bool  # the wording itself denies ("no sign of the withdrawal"): a denial is no ground against it
    definite: bool  # takes any of ``nouns`` that is spoken of as known ("the withdrawal", "this reduction")
    measure: bool  # takes any of ``nouns`` where it, or whoever does it, names a party
    own: bool  # a loose noun may also be named by whose it is ("their observers")
    within: frozenset[str]  # words, one of which must be in the subject
    capital: bool  # only what is written as a name
    no_longer: StatusKind | None  # status when it is "no longer" so; without it that is a denial
    only_no_longer: bool
    before_trigger: tuple[tuple[str, ...], ...]  # lemmas, one run of which must stand right before the trigger
    known: bool  # only what is spoken of as known: "the (current) treaty", not "existing treaties"
    heads: frozenset[str]  # lemmas, one of which must head the phrase ("the implementation" of the treaty)
    long_ago: bool  # only where a month, season or year is told with it: what "opened on Monday" is a meeting
    abides: bool  # "will remain so", "would remain so" tell that it is so now
    shared: bool  # takes what states do or keep together ("the joint patrols", "a hotline between A and B")
    promised: bool  # only what is told to have been promised, agreed, announced
    never_beside: frozenset[str]  # lemmas, none of which may stand in the sentence
    present: bool  # only in the present tense ("the talks go on")
    titled: bool  # takes any of ``nouns`` that a name of its own qualifies ("the Copperline project")
    confidence: float  # how often a marked report's reader marked what the rule proposes
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
    private: frozenset[str]  # words that make a matter between private people of the subject, wherever they stand
    firms: frozenset[str]  # the same where they stand before its head: "bank talks", not "a deal on debt to banks"
    imagined: frozenset[str]
    named: frozenset[str]  # nouns that name a dialogue when written as a name
    promising: frozenset[str]  # lemmas of verbs that make a commitment of what they are said of
    announcing: frozenset[str]  # the same, where the thing is of no type by its noun
    recurring: frozenset[str]  # words that make a format of a plural of occasions
    deeds: frozenset[str]  # lemmas of undertakings, commitments where they are left undone
    mediating: frozenset[str]  # what a "bid", an "effort" must be for to be a dialogue
    joint: frozenset[str]  # what makes a deal between states of a loose noun that names no party
    warlike: frozenset[str]  # what makes a mission one that nobody agreed
    peaceful: frozenset[str]  # what makes it one that was
    mutual: frozenset[str]  # what is between several even where one party alone is named
    bodies: frozenset[str]  # what a body of states, of which one can be a member, is called
    treaties: frozenset[str]  # words for what states alone conclude
    names: frozenset[str]  # treaties that are named by these letters
    processes: frozenset[str]  # what makes a process one between parties
    loose: dict[str, SubjectType]  # nouns that name a deal only beside a party's name
    shared: dict[str, SubjectType]  # nouns of what states do together, where the phrase says so
    openers: tuple[tuple[str, ...], ...]


@cache
def table() -> Table:
    """The table that ships with the package, loaded once."""
    rows, *more = (_rows(name) for name in TABLES)
    rules = tuple(
        _rule(row, rows["types"]) for row in (*rows["rule"], *(row for table in more for row in table["rule"]))
    )
    by_lemma: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            by_lemma[lemma] = (*by_lemma.get(lemma, ()), rule)
    lists = {name: words.split() for name, words in rows["types"].items()}
    types = {word: kind for kind in SubjectType for word in lists[kind.value]}
    loose = {word: kind for kind in SubjectType for word in rows["loose"][kind.value].split()}
    shared = {word: kind for kind in SubjectType for word in rows["shared"][kind.value].split()}
    openers = tuple(tuple(words.split()) for words in " ".join(rows["causes"]["openers"].split()).split("|"))
    words = {name: frozenset(lists[name]) for name in WORD_LISTS}
    return Table(rules=rules, by_lemma=by_lemma, types=types, loose=loose, shared=shared, openers=openers, **words)


@cache
def rule_named(rule_id: str) -> Rule:
    """The rule with this id, for wordings that are found without a trigger word."""
    return next(rule for rule in table().rules if rule.id == rule_id)


def _rows(name: str) -> dict[str, Any]:
    return tomllib.loads(files("aidememoire").joinpath(f"claims/data/{name}.toml").read_text(encoding="utf-8"))


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _rule(row: dict[str, Any], lists: dict[str, str]) -> Rule:
    after = tuple(tuple(words.split()) for words in row.get("after", ()))
    return Rule(
        id=row["id"],
        status=StatusKind(row["status"]),
        lemmas=tuple(row["lemmas"]),
        ends=tuple(row["ends"]),
        after=after,
        after_from={first: tuple(words for words in after if words[0] == first) for first, *_ in after},
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
        undone=row.get("undone", False),
        qualified=frozenset(row.get("qualified", "").split()),
        by_status={lemma: StatusKind(status) for lemma, status in row.get("by_lemma", {}).items()},
        loose=row.get("loose", False),
        never_of=frozenset(row.get("never_of", "").split()),
        named=row.get("named", False),
        before=tuple(tuple(words.split()) for words in row.get("before", ())),
        beside=tuple(frozenset(lists.get(words, words).split()) for words in _listed(row.get("beside", ()))),
        behind=frozenset(row.get("behind", "").split()),
        negates=row.get("negates", False),
        definite=row.get("definite", False),
        measure=row.get("measure", False),
        own=row.get("own", False),
        within=frozenset(row.get("within", "").split()),
        capital=row.get("capital", False),
        no_longer=StatusKind(row["no_longer"]) if "no_longer" in row else None,
        only_no_longer=row.get("only_no_longer", False),
        before_trigger=tuple(tuple(words.split()) for words in row.get("before_trigger", ())),
        known=row.get("known", False),
        heads=frozenset(row.get("heads", "").split()),
        long_ago=row.get("long_ago", False),
        abides=row.get("abides", False),
        shared=row.get("shared", False),
        promised=row.get("promised", False),
        never_beside=frozenset(row.get("never_beside", "").split()),
        present=row.get("present", False),
        titled=row.get("titled", False),
        confidence=row["confidence"],
        accept=tuple((sentence, subject, status) for sentence, subject, status in row["accept"]),
        refuse=tuple(row["refuse"]),
    )
