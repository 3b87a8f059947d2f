"""Mentions: what is marked in a text and not yet understood as diplomacy."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aidememoire.model.report import Report
from aidememoire.model.span import Span
from aidememoire.model.times import Granularity, When

# Penn tags of a verb that has tense: it makes a clause of its own.
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the text."""

    index: int  # position in Mentions.tokens
    start: int
    end: int
    text: str
    lower: str  # lower case, and as the tables spell it: "ceasefire" for "Cease-fire"
    lemma: str  # the same
    pos: str  # universal part of speech: NOUN, PROPN, VERB, AUX, …
    tag: str  # Penn Treebank tag: VBD, MD, …
    dep: str  # dependency label; evidence only, the parse misleads on garbled text
    head: int  # index of the head token; itself for a root


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; never crosses a block."""

    index: int
    span: Span
    first: int  # index of its first token
    last: int  # index after its last token
    block: int  # index in report.blocks


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A weak name from the syntax model; evidence only."""

    span: Span
    label: str  # OntoNotes: PERSON, ORG, GPE, NORP, FAC, EVENT, …


class NameForm(StrEnum):
    """How a party is named."""

    NAME = "name"  # "Japan", "the Russian Federation"
    ADJECTIVE = "adjective"  # "Japanese", "Russian"
    DEMONYM = "demonym"  # "the Japanese", "Russians"
    METONYM = "metonym"  # "Moscow", "the Kremlin": a place that may stand for its government
    ABBREVIATION = "abbreviation"  # "DPRK", "UAE"


BY_NAME = frozenset({NameForm.NAME, NameForm.ABBREVIATION})
"""How a party is named as such; its people, its adjective or its capital ("Brussels") may be meant otherwise."""


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that name a party."""

    span: Span
    code: str  # the likeliest party
    alternatives: tuple[str, ...]  # other codes that the words leave open
    form: NameForm


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place: city, venue, region, country."""

    span: Span
    name: str  # as in the places table
    kind: str  # city | venue | region | country
    country: str | None  # party code


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """Words that name an office, with or without its holder's name."""

    span: Span
    office: str  # normalised lower-case English: "foreign minister", "secretary of state"
    role: (
        str | None
    )  # offices-table role it amounts to: "foreign minister", "head of state", …; None when not in the table
    party: str | None  # party code, where the words say or the context fixes it
    modifier: str | None  # deputy | acting | former | designate | … : not the office itself
    is_plural: bool  # "the Ministers of foreign affairs and defence"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Words that name a person, without titles."""

    span: Span
    actor: int  # index in Mentions.actors
    office: OfficeMention | None  # an office in apposition at this mention


class ActorKind(StrEnum):
    """What sort of speaker or participant it is."""

    PERSON = "person"
    BODY = "body"  # ministry, spokesperson's office, organisation, government


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody within one report, under the fullest name that the report gives."""

    index: int
    kind: ActorKind
    name: str  # fullest name in the text, without titles
    office: str | None  # normalised, as in OfficeMention.office, with its modifier ("deputy foreign minister")
    role: str | None  # offices-table role if the actor holds it (no modifier)
    party: str | None  # party code
    first: Span  # the first mention of the fullest name
    inferred: tuple[tuple[str, str], ...]  # field → why, for a value that no words of the report give


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for actors named elsewhere: "the Minister", "he", "Kishida", "the two leaders"."""

    span: Span
    actors: tuple[int, ...]  # indices in Mentions.actors; more than one for a plural
    why: str  # rule: surname | title | pronoun | epithet | plural


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression, TIMEX3-compatible."""

    span: Span
    type: str  # DATE | TIME | DURATION | SET
    value: str | None  # TIMEX3 value: 2016-12, P3M, PAST_REF, …
    when: When | None  # the days; None for durations, references, and what has no anchor
    alternatives: tuple[When, ...]  # other readings that the text leaves open
    anchor: str | None  # what it was resolved from: "dateline", "published", "narrative"; None: absolute


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a labelled turn)."""

    span: Span  # the words without the marks
    outer: Span  # with the marks; equal to span where the marks are missing
    depth: int  # 0 outermost
    is_closed: bool  # the closing mark was found
    is_speech: bool  # False for titles, format names, scare quotes
    parts: tuple[Span, ...]  # the pieces, where an attribution in dashes breaks it; else just the span
    label: Span | None  # the speaker label of a turn: "MR PRICE", "Question"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date, agency and byline of a report."""

    place: str | None
    date: When | None
    agency: str | None
    byline: str | None
    spans: tuple[tuple[str, Span], ...]  # field → words
    extent: Span  # all of it


@dataclass(frozen=True, slots=True)
class DialogueMention:
    """Words that name a standing dialogue, format or body whose occasions count."""

    span: Span
    name: str  # as in the text, without quotation marks
    key: str | None  # name in the dialogues table, where it is known: "2+2"
    level: str | None  # leaders | ministers | officials
    parties: tuple[str, ...]  # where the name itself fixes them ("G7", "Japan–Russia 2+2")


@dataclass(frozen=True, slots=True)
class DoubtfulMention:
    """A mention that looks mistaken: never silently corrected, never silently believed."""

    span: Span
    proposed: str | None  # the likely reading
    why: str  # a sentence: office + party + date + similarity
    rule: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that language found in one report. All tuples are in order of position.

    Filled finder by finder, in this order; a finder sees what those before it found.
    """

    report: Report
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    dateline: Dateline | None = None
    times: tuple[TimeMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dialogues: tuple[DialogueMention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    references: tuple[Reference, ...] = ()
    doubtful: tuple[DoubtfulMention, ...] = ()

    @property
    def on(self) -> date | None:
        """The day from which the report looks at the world: its dateline's, else that of publication."""
        if self.dateline and self.dateline.date and self.dateline.date.granularity is Granularity.DAY:
            return self.dateline.date.first
        return self.report.today

    def words(self, span: Span) -> str:
        """The words at the span."""
        return self.report.text[span.start : span.end]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.tokens[sentence.first : sentence.last]
