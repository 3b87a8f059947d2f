"""Triggers: the words that tell of an occasion, and where a sentence has them (``data/meetings.toml``)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.needed_words import needed_words
from aidememoire.claims.occasions.parties.participation import mentions_between, mentions_within
from aidememoire.claims.tenses import tokens_at
from aidememoire.knowledge import Knowledge
from aidememoire.model import DialogueMention, MeetingKind, MeetingState, Mentions, Sentence, Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the table: words that tell of an occasion, and how to read them."""

    name: str
    shape: str  # as the table explains them: encounter, travel, occasion, …
    kind: MeetingKind
    pattern: re.Pattern[str]  # where it names a group "word", only that is the occasion's
    state: MeetingState | None
    mode: str
    is_hosting: bool
    needs_people: bool
    needs_body: bool
    needs_place: bool
    is_joint: bool  # done only together: those of two sides stand before it
    accept: str
    refuse: str


@cache
def _by_word() -> tuple[tuple[str, frozenset[int]], ...]:
    """Words in small letters, each with the places in the table of the rows of which some need it."""
    rows: dict[str, set[int]] = {}
    for place, trigger in enumerate(triggers()):
        for word in needed_words(trigger.pattern.pattern) or {""}:
            rows.setdefault(word, set()).add(place)
    return tuple((word, frozenset(places)) for word, places in rows.items())


def _likely(words: str) -> Iterator[Trigger]:
    """The rows that words can match, in the order of the table."""
    small = words.lower()
    places = set[int]().union(*(places for word, places in _by_word() if word in small))
    return (triggers()[place] for place in sorted(places))


@cache
def triggers() -> tuple[Trigger, ...]:
    """The rows of ``data/meetings.toml``, compiled."""
    table = tomllib.loads(files("aidememoire.claims").joinpath("data/meetings.toml").read_text(encoding="utf-8"))
    return tuple(
        Trigger(
            name=row["name"],
            shape=row["shape"],
            kind=MeetingKind(row["kind"]),
            pattern=re.compile(rf"\b(?:{row['pattern']})(?!\w)".replace(" ", r"\s"), re.IGNORECASE),
            state=MeetingState(row["state"]) if "state" in row else None,
            mode=row.get("mode", "unknown"),
            is_hosting=row.get("is_hosting", False),
            needs_people=row.get("needs_people", False),
            needs_body=row.get("needs_body", False),
            needs_place=row.get("needs_place", False),
            is_joint=row.get("is_joint", False),
            accept=row["accept"],
            refuse=row["refuse"],
        )
        for row in table["trigger"]
    )


COUNTERPART = re.compile(r"\s(?:the\s)?(?:[A-Z][\w.-]+\s){1,2}(?:counterpart|leader|delegation|officials?)\b")
"""Behind "visiting": accepts " Danish counterpart", " the South Korean leader"; refuses " Danish towns"."""
GUEST_REACH = 24
"""Code points from "visiting" to the office or name of who visits: "visiting South Korean President" has 14."""

LONGEST_NAME = 60
"""Code points on either side of a word that the name it is part of can reach."""

DIALOGUE = Trigger(
    name="dialogue",
    shape="occasion",
    kind=MeetingKind.TALKS,
    pattern=re.compile(
        r"dialogue|consultations|commission|conference|forum|committee|council|mechanism|2\s?\+\s?2|plus[\s-](?:two|2)",
        re.IGNORECASE,
    ),
    state=None,
    mode="unknown",
    is_hosting=False,
    needs_people=False,
    needs_body=True,
    needs_place=False,
    is_joint=False,
    accept="The Fourth Norway-India Energy Dialogue was held in Oslo on 5 May.",
    refuse="Norway and India value their Energy Dialogue.",
)
"""A format's own name as the name of one of its meetings ("held the Energy Dialogue in Oslo")."""

IS_HELD = re.compile(
    r"(?:\s\([^)]{1,40}\))?\s(?:(?:was|were|is|are|will|would|has|had|to|be|been|being|last|again|also|due|set|scheduled"
    r"|expected)\s){1,5}?(?:held|convened|hosted)\b|\s(?:took|takes|will\stake|has\staken)\splace\b",
    re.IGNORECASE,
)
"""Behind a name of whatever kind that stands for a meeting: accepts " was held", " will next be held", " took place";
refuses " was praised"."""

AS_A_MANNER = re.compile(
    r"[”\"»’']?[\s-](?:format|formula|framework|form|process|level|grouping|partners?|structure|arrangement|setting)\b"
)
"""Behind a format's name that says how they meet: accepts "2+2 (format)"; refuses "2+2 (in Lima)"."""

IN_THE_FORMAT = re.compile(r"\b(?:format|formula|framework|form)(?: of)?(?: the)? [“\"«‘']?$", re.IGNORECASE)
"""Before one: accepts "in the format “", "in the form of "; refuses "held the "."""


def _bare_dialogues(
    mentions: Mentions, knowledge: Knowledge, sentence: Sentence, taken: list[tuple[Trigger, Span]]
) -> Iterator[DialogueMention]:
    """The formats in a sentence whose name stands for a meeting: no word for an occasion stands beside it."""
    for dialogue in mentions_within(mentions.dialogues, sentence.span):
        known = knowledge.dialogues.get(dialogue.key) if dialogue.key else None
        if known is not None and known.organisation:
            continue  # a body's name ("the Security Council") is not the name of its meeting
        if not DIALOGUE.pattern.search(dialogue.name) and not IS_HELD.match(mentions.report.text, dialogue.span.end):
            continue
        before = mentions.report.text[max(0, dialogue.span.start - LONGEST_NAME) : dialogue.span.start]
        if AS_A_MANNER.match(mentions.report.text, dialogue.span.end) or IN_THE_FORMAT.search(before):
            continue
        near = Span(dialogue.span.report, max(0, dialogue.span.start - 12), dialogue.span.end + 12)
        if not any(near.overlaps(span) and not _is_done_to_it(one, span, dialogue.span) for one, span in taken):
            yield dialogue


AS_A_VISIT = re.compile(r"\bwith (?:(?:an?|the|his|her) )?(?:(?:working|official|state|friendly|short|[\w-]+-day) )*\Z")
"""Before a visit that says but how somebody came: accepts "with the working "; refuses "with the minister’s "."""


def _is_done_to_it(trigger: Trigger, span: Span, name: Span) -> bool:
    """Whether a verb stands before a format's name, which is what was hosted or agreed ("hosted the Energy Dialogue").

    A noun for an occasion names it already, and a verb behind it tells what the body did.
    """
    return trigger.shape not in {"occasion", "visit"} and span.end <= name.start


def _is_in_movement(mentions: Mentions, knowledge: Knowledge, span: Span) -> bool:
    """Whether the word is but a part of a movement's name ("Transitional National Council")."""
    for party in mentions_between(mentions.parties, max(0, span.start - LONGEST_NAME), span.end + LONGEST_NAME):
        known = knowledge.parties.get(party.code)
        if party.span.contains(span) and known is not None and str(known.kind) == "movement":
            return True
    return False


def find_triggers(mentions: Mentions, knowledge: Knowledge, sentence: Sentence) -> list[tuple[Trigger, Span]]:
    """The triggers in a sentence, the longer before the shorter where two overlap, in order of position."""
    words = mentions.words(sentence.span)
    found: list[tuple[Trigger, Span]] = []
    for trigger in _likely(words):
        for match in trigger.pattern.finditer(words):
            begin, end = match.span("word" if "word" in trigger.pattern.groupindex else 0)
            span = Span(sentence.span.report, sentence.span.start + begin, sentence.span.start + end)
            if begin == end or (trigger.name == "a dialogue" and _is_in_a_format(mentions, span)):
                continue
            found.append((trigger, span))
    found += [(DIALOGUE, dialogue.span) for dialogue in _bare_dialogues(mentions, knowledge, sentence, found)]
    found = [(trigger, span) for trigger, span in found if not _is_in_movement(mentions, knowledge, span)]
    plain = [span for trigger, span in found if trigger.shape != "joint"]
    found = [one for one in found if one[0].shape != "joint" or not any(one[1].overlaps(span) for span in plain)]
    found.sort(key=lambda item: (item[1].start, -(item[1].end - item[1].start)))
    if any(trigger.shape in {"occasion", "encounter"} for trigger, _ in found):  # they tell of the guest
        guests = {span for trigger, span in found if trigger.shape == "guest"}
        found = [(one, span) for one, span in found if span not in guests or not _is_before_a_guest(mentions, span)]
    if any(trigger.shape == "travel" for trigger, _ in found):
        text, start = mentions.report.text, sentence.span.start
        found = [(one, at) for one, at in found if one.shape != "visit" or not AS_A_VISIT.search(text, start, at.start)]
    kept: list[tuple[Trigger, Span]] = []
    for trigger, span in found:
        if not kept or span.start >= kept[-1][1].end:
            kept.append((trigger, span))
        elif span == kept[-1][1] and trigger.shape == "guest" and _is_before_a_guest(mentions, span):
            kept[-1] = (trigger, span)  # "his visiting counterpart", not "visiting Chile"
        elif span == kept[-1][1] and trigger.shape == "visit" and _is_noun(mentions, sentence, span):
            kept[-1] = (trigger, span)  # "a visit later this month by", not "they visit"
        elif span.start == kept[-1][1].start and trigger.name == "travel noun" and _is_noun(mentions, sentence, span):
            kept[-1] = (trigger, span)  # "his travel this week to", not "they travel to"
    return kept


def _is_in_a_format(mentions: Mentions, span: Span) -> bool:
    """Whether a word is part of a format's name ("strategic dialogue"), which stands for its meetings itself."""
    near = mentions_between(mentions.dialogues, max(0, span.start - LONGEST_NAME), span.end + LONGEST_NAME)
    return any(one.span.contains(span) for one in near)


def _is_before_a_guest(mentions: Mentions, span: Span) -> bool:
    """Whether a person or office, perhaps with his country's adjective before it, stands right behind the word."""
    begin, end = span.end, span.end + GUEST_REACH
    if COUNTERPART.match(mentions.report.text, begin):
        return True
    named = [*mentions_between(mentions.offices, begin, end + LONGEST_NAME)]
    named += [*mentions_between(mentions.persons, begin, end + LONGEST_NAME)]
    named += [*mentions_between(mentions.references, begin, end + LONGEST_NAME)]
    first = min((one.span.start for one in named), default=end + 1)
    return (
        first <= end
        and re.fullmatch(r"\s(?:(?:the|U\.S\.|UN-?|[A-Z][\w.-]+)\s)?", mentions.report.text[begin:first]) is not None
    )


def _is_noun(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    first, _ = tokens_at(mentions, sentence, span)
    return mentions.tokens[first].tag in {"NN", "NNS"}
