"""One mention of an occasion, as ``sightings`` finds them and ``occasions`` puts them together."""

from dataclasses import dataclass, field

from aidememoire.claims.occasions.words.triggers import Trigger
from aidememoire.claims.tenses import Tense
from aidememoire.model import MeetingKind, MeetingState, Sentence, Span, TimeMention


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of an occasion, with what its sentence says of it."""

    sentence: Sentence
    span: Span  # the trigger
    trigger: Trigger
    kind: MeetingKind
    state: MeetingState
    parties: tuple[tuple[str, Span | None], ...]  # in order of appearance; no span: inferred
    actors: tuple[int, ...]
    time: TimeMention | None
    place: Span | None
    country: str | None  # of the place
    format: Span | None
    format_key: str | None
    format_parties: tuple[str, ...]
    ordinal: int | None
    ordinal_span: Span | None
    host: str | None
    mode: str
    is_definite: bool  # "the meeting": it may point back
    is_title: bool
    tense: Tense
    previous: bool  # "the previous one"
    is_next: bool  # "the next one"
    is_vague: bool = False  # nothing ties it to one occasion
    is_named: bool = False  # it has a name of its own: "the Berlin Conference"
    is_here: bool = False  # "here": where the report is from
    is_setting: bool = False  # the visit during which a meeting of the same sentence took place
    is_aim: bool = False  # what a journey in the same sentence is for
    is_again: bool = False  # "agreed to meet again": those last told of
    is_apart: bool = False  # what those in the same sentence are there for, beside what else they did
    is_earlier: bool = False  # told of as past when the news happened: "had met", "met earlier", "during his visit"
    is_now: bool = False  # said to be going on: "is meeting", "is in … for"
    is_one_of_several: bool = False  # one of several guests met in turn: no part of a meeting of more
    is_international: bool = False  # with others abroad whom it doesn't name: "met Arab leaders", "the Venice summit"
    is_stage: bool = False  # the numbered or named summit at which those of the same sentence met
    meant: int | None = (
        None  # how many its words stand for without a name: "the two presidents met"; 0: they leave open
    )
    inferred: tuple[tuple[str, str], ...] = ()
    # The parties' codes, with those that the format's name fixes; worked out once, as a long report asks often
    codes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        codes = frozenset(code for code, _ in self.parties) | frozenset(self.format_parties)
        object.__setattr__(self, "codes", codes)
