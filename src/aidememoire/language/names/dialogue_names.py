"""Names of dialogues: from the table, and by the way in which such names are built.

Three ways beside the table: a name in quotation marks after "format"; "the Normandy format"; and a head ("Dialogue",
"Commission") with the words that belong to it on both sides ("Russian-Turkish intergovernmental commission on trade").
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.bodies import Trait, bodies_with
from aidememoire.knowledge.dialogues import Dialogue
from aidememoire.knowledge.parties import BODY_KINDS
from aidememoire.knowledge.phrases import Words, fold, words_of
from aidememoire.language.names.regional_meetings import lettered, regional
from aidememoire.language.names.session_words import (
    BODY_MEETS,
    CAPITAL_SESSION,
    COMMITTEE,
    JOINED,
    LONGEST_YEARLY,
    OF_MINISTERS,
    SHORT_FORM,
    YEARLY,
    YEARLY_OF,
    session_pattern,
)
from aidememoire.model import DialogueMention, Mentions, NameForm, PartyMention

LONGEST_NAME = 12  # words before the head, and after it
FEWEST_PARTIES = 2  # a body of fewer is some state's own: "Senate Foreign Relations Committee"
FEWEST_WORDS = 2  # before a capital "Dialogue": "Economic Policy Dialogue"; "Tribal Consultations" are home affairs
LONGEST_QUOTED = 6  # words in quotation marks that can be a format's name; more are a sentence

QUOTED = re.compile(
    r"""\bformats?\s+(?:of\s+(?:the\s+)?|called\s+|known\s+as\s+)?[“"«„'‘](?P<after>[^“”"«»„\n]{1,60}?)[”"»“'’](?!\w)"""
    r"""|[“"«„](?P<before>[^“”"«»„\n]{1,60}?),?[”"»“]\s+(?:format|consultations|dialogue|talks|meeting)\b"""
)
SUBJECT = re.compile(r"\s(?:on|about|concerning)\s")
FORMAT = re.compile(r"\b[Ff]ormat\b(?!\s+of\s+(?:the|a)\b)")
BEFORE_FORMAT = re.compile(r"\b(?:[A-Z0-9][\w+’'.-]*\s){1,3}$")
LONGEST_FORMAT = 60  # code points before "format" that can be its name
UNDERTAKING = re.compile(
    r"(?P<name>(?:[A-Z][\w.&’'-]*\s){1,7}(?:Partnership|Initiative|Process|Platform|Task\sForce|Roundtable|Alliance)"
    r"(?:\son\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s|the\s){0,2}[A-Z][\w’'-]*){0,4})?"
    r"(?:\s\([A-Z-]{2,10}\))?)\s(?:meeting|ministerial|session|talks|consultations|met|meets|will\smeet|convened"
    r"|will\sconvene|(?:was|will\sbe)\sheld)\b"
)
FULLER = re.compile(r"(?:\s(?:Ministerial|Leaders|Virtual))?\s(?:Meeting|Ministerial|Dialogue|Consultations|Talks)\b")
"""Behind the name of a sort of dialogue: accepts " Ministerial Meeting"; refuses " meeting", " in Lima"."""
SIDES_LEAD = re.compile(r"\s(?:between|of)\s(?:the\s)?")
SIDES_JOINT = re.compile(r"(?:,\s|\sand\s)(?:the\s)?")
INNER_GAPS = frozenset(
    {" ", "-", "–", "‑", "’s ", "'s ", "’ ", "' ", ". ", ".", ".-", ".–", "/", " – ", " & ", "\n", "+", " + "}
)
PAIR_GAPS = frozenset({"-", "–", "‑", " – ", " - ", "/", " and "})
SEQUEL_GAPS = frozenset({" ", "-", ", ", "–", "\n"})
NUMERAL = re.compile(r"\d+(?:st|nd|rd|th)?")
Table = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that look like a dialogue's name."""

    start: int
    end: int
    dialogue: Dialogue | None  # in the table, where it is known
    parties_end: int | None = None  # where its parties' names end: those of its subject ("on China") don't meet


@cache
def tables() -> Table:
    """The word lists of ``dialogue_names.toml``, loaded once."""
    text = files("aidememoire.language").joinpath("data", "en", "dialogue_names.toml").read_text(encoding="utf-8")
    return {
        name: frozenset(part.strip() for part in words.split(";")) if ";" in words else frozenset(words.split())
        for name, words in tomllib.loads(text).items()
    }


def find_dialogue_names(mentions: Mentions, knowledge: Knowledge) -> Iterator[DialogueMention]:
    """The mentions of dialogues, in order of position; of overlapping ones the longest."""
    text = mentions.report.text
    finder = _Finder(mentions, knowledge, words_of(text))
    candidates = [
        *finder.known(),
        *finder.quoted(),
        *finder.formats(),
        *finder.built(),
        *finder.sessions(),
        *finder.undertakings(),
        *finder.others(),
    ]
    for candidate in _longest(candidates):
        yield finder.mention(candidate)


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates without overlaps, in order; what the table knows counts before equal guesses."""
    chosen: list[_Candidate] = []
    ranked = sorted(candidates, key=lambda item: (item.start - item.end, item.dialogue is None, item.start))
    starts: list[int] = []
    for candidate in ranked:
        index = bisect_left(starts, candidate.start)
        before = chosen[index - 1] if index else None
        after = chosen[index] if index < len(chosen) else None
        if (before and before.end > candidate.start) or (after and after.start < candidate.end):
            continue
        starts.insert(index, candidate.start)
        chosen.insert(index, candidate)
    return chosen


class _Finder:
    """Looks for names in one report."""

    def __init__(self, mentions: Mentions, knowledge: Knowledge, words: Words) -> None:
        self._mentions = mentions
        self._knowledge = knowledge
        self._words = words
        self._text = mentions.report.text
        self._party_starts = [mention.span.start for mention in mentions.parties]

    def known(self) -> Iterator[_Candidate]:
        """Names of the table."""
        for name in self._knowledge.dialogues.scan(self._text):
            if self._is_sum(name.end) or self._needs_organisation(name.dialogue):
                continue
            fuller = None if name.dialogue.organisation else FULLER.match(self._text, name.end)
            yield _Candidate(name.start, fuller.end() if fuller else name.end, name.dialogue)

    def _is_sum(self, end: int) -> bool:
        """ "2 + 2 = 4"."""
        return self._text[end : end + 3].lstrip()[:1] in ("=", "+")

    def _needs_organisation(self, dialogue: Dialogue) -> bool:
        """Whether the name is common and the body whose it would be is nowhere named."""
        if dialogue.key not in tables()["common_names"]:
            return False
        return all(mention.code != dialogue.organisation for mention in self._mentions.parties)

    def quoted(self) -> Iterator[_Candidate]:
        """Names in quotation marks beside "format": 'in the format of “two plus two”'."""
        for match in QUOTED.finditer(self._text):
            group = "after" if match.group("after") else "before"
            name = match.group(group)
            if len(name.split()) > LONGEST_QUOTED or not name.strip() or name != name.strip():
                continue
            dialogue = self._knowledge.dialogues.find(name)
            if group == "before" and dialogue is None and not match.group().endswith("format"):
                continue
            yield _Candidate(match.start(group), match.end(group), dialogue)

    def formats(self) -> Iterator[_Candidate]:
        """The names before "format": "the Normandy format", "N4 format"; not "an online format"."""
        for match in FORMAT.finditer(self._text):
            begin = max(0, match.start() - LONGEST_FORMAT)
            before = BEFORE_FORMAT.search(self._text[begin : match.start()])
            words = before.group().split() if before else []
            while words and fold(words[0]) in tables()["never_first"]:
                words = words[1:]
            if before is None or not words or fold(words[-1]) in tables()["format_manners"]:
                continue
            if not (words[-1][0].isupper() or "+" in words[-1]):
                continue
            known = self._knowledge.dialogues.find(" ".join(words))
            if "+" in words[-1] and known:
                continue  # "2+2" is the name; the Normandy format is one
            start = begin + before.start() + before.group().index(words[0])
            yield _Candidate(
                start, match.end(), self._knowledge.dialogues.find(self._text[start : match.end()]) or known
            )

    def undertakings(self) -> Iterator[_Candidate]:
        """A joint undertaking that meets: "the Japan-U.S. Clean Energy Partnership (JUCEP) meeting"."""
        for match in UNDERTAKING.finditer(self._text):
            name = match["name"].rstrip()
            end = match.start() + len(name)
            start = match.start()
            while start < end and fold(self._text[start:end].split()[0]) in tables()["never_first"]:
                start += len(self._text[start:end].split()[0]) + 1
            if len(self._pair_in(start, end)) >= FEWEST_PARTIES:
                yield _Candidate(start, end, self._knowledge.dialogues.find(self._text[start:end]))

    def others(self) -> Iterator[_Candidate]:
        """Meetings of a region ("the China-Africa summit"), and names told by their letters ("the PWG meeting")."""
        for start, end in (*regional(self._text), *lettered(self._text)):
            yield _Candidate(start, end, self._knowledge.dialogues.find(self._text[start:end]))

    def built(self) -> Iterator[_Candidate]:
        """Heads with the words that belong to them."""
        heads = frozenset().union(*(tables()[name] for name in HEADS))
        for index, key in enumerate(self._words.keys):
            if key in heads:
                candidate = self._around_head(index)
                if candidate:
                    yield candidate

    def _around_head(self, head: int) -> _Candidate | None:
        first = self._first_word(head)
        if first == head:
            return None
        start, end = self._words.starts[first], self._words.ends[head]
        if not self._is_name(first, head, start, end):
            return None
        last = self._last_word(head)
        dialogue = self._knowledge.dialogues.find(self._text[start:end]) or self._of_tail(first, head)
        return _Candidate(start, self._words.ends[last], dialogue, self._end_of_sides(self._words.ends[last]) or end)

    def _of_tail(self, first: int, head: int) -> Dialogue | None:
        """The dialogue whose name the last words are: "U.S.-Thailand Strategic Dialogue" is a Strategic Dialogue."""
        for index in range(first + 1, head):
            dialogue = self._knowledge.dialogues.find(self._text[self._words.starts[index] : self._words.ends[head]])
            if dialogue:
                return dialogue
        return None

    def _first_word(self, head: int) -> int:
        """The index of the name's first word; the head itself where nothing belongs to it."""
        first = head
        while first > max(0, head - LONGEST_NAME) and self._belongs(first - 1, head):
            first -= 1
        has_capital = self._text[self._words.starts[head]].isupper()
        while first < head and (
            self._cannot_begin(first) or (has_capital and self._text[self._words.starts[first]].islower())
        ):
            first += 1
        return first

    def _cannot_begin(self, index: int) -> bool:
        """Whether no name begins with the word: "the", "third", "9th", "2021"; "2+2" may."""
        key = self._words.keys[index]
        if NUMERAL.fullmatch(key):
            return "+" not in self._gap(index + 1)
        return key in tables()["never_first"] or key in tables()["topic_links"]

    def _belongs(self, index: int, head: int) -> bool:
        gap = self._text[self._words.ends[index] : self._words.starts[index + 1]]
        if gap not in INNER_GAPS or (gap == ". " and self._words.ends[index] - self._words.starts[index] > 2):
            return False
        written = self._text[self._words.starts[index] : self._words.ends[index]]
        if written[0].isupper() or written[0].isdigit():
            return self._words.keys[index] not in tables()["never_first"] or self._words.keys[index] == "annual"
        if written in ("and", "&") and index + 1 != head and index:
            return (
                self._text[self._words.starts[index - 1]].isupper()
                == self._text[self._words.starts[index + 1]].isupper()
            )
        return self._words.keys[index] in tables()["modifiers"]

    def _is_name(self, first: int, head: int, start: int, end: int) -> bool:
        """Whether the words before the head make it a standing body's name."""
        key = self._words.keys[head]
        inner = self._words.keys[first:head]
        has_capital = self._text[self._words.starts[head]].isupper() and not self._text[start:end].isupper()
        if self._is_party(end):
            return False
        parties = self._pair_in(start, end)
        has_sides = self._end_of_sides(self._words.ends[self._last_word(head)]) is not None
        if key == "talks":
            is_of_pair = len(parties) >= FEWEST_PARTIES and len(inner) > len(parties)  # "Russian-Turkish Talks" are any
            return has_capital and len(inner) >= FEWEST_WORDS and (has_sides or is_of_pair)
        if has_sides and (has_capital or any(word in tables()["joint_words"] for word in inner)):
            return not any(word in tables()["generic_words"] for word in inner)
        if key == "consultations" and inner == ("political",):
            return self._is_numbered(first)
        if key in tables()["occasion_heads"]:
            return has_capital and self._is_standing_summit(parties, inner)
        if key in tables()["conference_heads"]:
            is_on = self._words.keys[head + 1 : head + 2] in (("on",), ("for",))
            return has_capital and is_on and any(word in tables()["conference_words"] for word in inner)
        if key in tables()["body_heads"]:
            return self._is_body(inner, parties, has_capital, head)
        if len(parties) >= FEWEST_PARTIES and not has_capital:
            return self._is_more_than_talk(first, head, inner)
        if len(parties) >= FEWEST_PARTIES:
            return inner[-1] not in tables()["generic_words"]
        if any(word in tables()["generic_words"] for word in inner):
            return False
        if has_capital and not self._is_numbered(first):
            return len(inner) >= FEWEST_WORDS or self._knowledge.dialogues.find(self._text[start:end]) is not None
        return self._is_numbered(first) and bool(inner)  # "the third round of the Arctic Dialogue"

    def _end_of_sides(self, end: int) -> int | None:
        """Where the two sides end that stand right after a name: "the Consular Dialogue between Kenya and Uganda"."""
        lead = SIDES_LEAD.match(self._text, end)
        if lead is None:
            return None
        index = bisect_left(self._party_starts, lead.end())
        following = self._mentions.parties[index : index + 2]
        if len(following) < FEWEST_PARTIES or following[0].span.start != lead.end():
            return None
        first, second = following
        is_joined = SIDES_JOINT.fullmatch(self._text, first.span.end, second.span.start) is not None
        return second.span.end if is_joined and first.code != second.code else None

    def _is_standing_summit(self, parties: list[str], inner: tuple[str, ...]) -> bool:
        """Whether it is more than two states' leaders meeting once: "U.S.-EU Summit", "ROK-U.S.-Japan Summit"."""
        if len(parties) > FEWEST_PARTIES or (len(parties) == FEWEST_PARTIES and {"leaders", "annual"} & set(inner)):
            return True
        return len(parties) == FEWEST_PARTIES and any(map(self._knowledge.parties.is_body, parties))

    def _is_more_than_talk(self, first: int, head: int, inner: tuple[str, ...]) -> bool:
        """Whether "Russian-American dialogue" has a subject or a number; without, it is just talk between the two."""
        if self._last_word(head) > head or self._is_numbered(first):
            return True
        return inner[-1] in tables()["modifiers"] and inner[-1] not in tables()["generic_words"]

    def _is_body(self, inner: tuple[str, ...], parties: list[str], has_capital: bool, head: int) -> bool:
        is_joint = any(word in tables()["joint_words"] for word in inner)
        if len(parties) >= FEWEST_PARTIES:
            return is_joint or has_capital or len(inner) > len(parties)
        if not is_joint or ("economic" in inner[-1:] and "joint" in inner and not parties):
            return False  # "Joint Economic Committee" is the Congress's
        following = self._words.keys[head + 1] if head + 1 < len(self._words.keys) else ""
        return (
            "intergovernmental" in inner
            or "governmental" in inner
            or (has_capital and following in ("on", "for", "between"))
        )

    def _is_numbered(self, first: int) -> bool:
        """Whether "the third round of the …" leads to the name."""
        before = self._words.keys[max(0, first - 5) : first]
        return "of" in before and any(word in SESSION_WORDS for word in before)

    def _last_word(self, head: int) -> int:
        """The index of the last word of what the body is for: "… on Trade and Economic Cooperation"."""
        keys, words = self._words.keys, self._words
        if self._words.keys[head] not in tables()["body_heads"] | {"dialogue", "conference"}:
            return head
        if head + 2 >= len(keys) or keys[head + 1] not in tables()["topic_leads"]:
            return head
        if self._gap(head + 1) not in SEQUEL_GAPS or self._gap(head + 2) not in SEQUEL_GAPS:
            return head
        last = head
        takes_capitals = self._text[words.starts[head]].isupper() or keys[head] == "dialogue"
        takes_others = not self._text[words.starts[head]].isupper()
        for index in range(head + 2, min(len(keys), head + 2 + LONGEST_NAME)):
            if self._gap(index) not in SEQUEL_GAPS or keys[index] in tables()["never_first"] - tables()["topic_links"]:
                break
            if self._is_end_of_subject(index):
                break
            if self._text[words.starts[index]].isupper():
                if not takes_capitals:
                    break
                last = index
            elif takes_others and keys[index] in tables()["topics"] - tables()["topic_links"]:
                last = index
            elif keys[index] not in tables()["topic_links"]:
                break
        return last

    def _is_end_of_subject(self, index: int) -> bool:
        """Whether a word says where it met, or who did, behind what it is for: "… on Trade in Lima", "…, the two"."""
        keys, starts = self._words.keys, self._words.starts
        if keys[index] == "the":
            return self._gap(index) == ", "
        if keys[index] != "in" or index + 1 >= len(keys):
            return False
        return any(place.kind == "city" and place.span.start == starts[index + 1] for place in self._mentions.places)

    def _gap(self, index: int) -> str:
        return self._text[self._words.ends[index - 1] : self._words.starts[index]]

    def sessions(self) -> Iterator[_Candidate]:
        """An organisation's name and its session: "ICO executive board", "the Arab League summit"."""
        for mention in self._mentions.parties:
            party = self._knowledge.parties.get(mention.code)
            if party is None or party.kind not in BODY_KINDS or mention.form is NameForm.METONYM:
                continue
            yield from self._council(mention)
            yield from self._meeting_body(mention)
            yield from self._yearly(mention)
            short = SHORT_FORM.match(self._text, mention.span.end)
            end = self._end_of_session(short.end() if short else mention.span.end)
            is_of_many = mention.code in bodies_with(Trait.MANY_FORMATS)
            if end and not (is_of_many and OF_MINISTERS.fullmatch(self._text, mention.span.end, end)):
                start = self._start_of_pair(mention.span.start)
                yield _Candidate(start, end, self._knowledge.dialogues.find(self._text[start:end]))

    def _council(self, mention: PartyMention) -> Iterator[_Candidate]:
        """ "the Security Council", where the finder of parties has seen that it is that of the UN."""
        if fold(self._text[mention.span.start : mention.span.end]) == "security council":
            dialogue = self._knowledge.dialogues.get("UN Security Council")
            yield _Candidate(mention.span.start, mention.span.end, dialogue)

    def _meeting_body(self, mention: PartyMention) -> Iterator[_Candidate]:
        """The body's name before "meeting": "the Arab League emergency meeting"; an "EU meeting" may be any."""
        name = self._text[mention.span.start : mention.span.end]
        is_body = mention.code not in bodies_with(Trait.MANY_FORMATS) and not name.endswith(
            "ministers"
        )  # "Arab ministers" is no name
        if is_body and BODY_MEETS.match(self._text, mention.span.end):
            yield _Candidate(mention.span.start, mention.span.end, self._knowledge.dialogues.find(name))

    def _yearly(self, mention: PartyMention) -> Iterator[_Candidate]:
        """A bank's yearly meetings: "the annual meeting of the IMF", "the IMF and World Bank spring meetings"."""
        if mention.code not in bodies_with(Trait.BANK):
            return
        start, end = mention.span.start, self._end_of_pair(mention.span.end)
        before = YEARLY_OF.search(self._text, max(0, start - LONGEST_YEARLY), start)
        after = YEARLY.match(self._text, end)
        if before:
            yield _Candidate(before.start(), end, None)
        elif after and (after["how"] or after["one"] or end > mention.span.end):
            yield _Candidate(start, after.end(), None)

    def _end_of_pair(self, end: int) -> int:
        """Where the name ends if another party is joined to it by "and": "the IMF and the World Bank"."""
        index = bisect_left(self._party_starts, end)
        after = self._mentions.parties[index] if index < len(self._mentions.parties) else None
        return after.span.end if after and JOINED.fullmatch(self._text, end, after.span.start) else end

    def _start_of_pair(self, start: int) -> int:
        """Where the name begins if another party is joined to it: "U.S.-ASEAN Foreign Ministers' Meeting"."""
        index = bisect_left(self._party_starts, start)
        before = self._mentions.parties[index - 1] if index else None
        is_joined = before is not None and self._text[before.span.end : start] in PAIR_GAPS - {" and "}
        return before.span.start if before and is_joined else start

    def _end_of_session(self, end: int) -> int | None:
        found = (one.match(self._text, end) for one in (_session_pattern(), COMMITTEE, CAPITAL_SESSION))
        return max((match.end() for match in found if match), default=None)

    def _parties_in(self, start: int, end: int) -> list[str]:
        index = bisect_left(self._party_starts, start)
        codes = []
        for mention in self._mentions.parties[index:]:
            if mention.span.end > end:
                break
            codes.append(mention.code)
        return list(dict.fromkeys(codes))

    def _pair_in(self, start: int, end: int) -> list[str]:
        """The codes of the parties in the name if two of them stand side by side: "Japan-Poland"."""
        index = bisect_left(self._party_starts, start)
        following = self._mentions.parties[index : index + LONGEST_NAME]
        inside = [mention for mention in following if mention.span.end <= end]
        gaps = [self._text[left.span.end : right.span.start] for left, right in pairwise(inside)]
        if not any(gap in PAIR_GAPS for gap in gaps):
            return []
        return list(dict.fromkeys(mention.code for mention in inside))

    def _is_party(self, end: int) -> bool:
        """Whether the head ends a party's own name: "Transitional National Council"."""
        index = bisect_left(self._party_starts, end) - 1
        return index >= 0 and self._mentions.parties[index].span.end >= end

    def mention(self, candidate: _Candidate) -> DialogueMention:
        """The mention of the candidate; parties only where the name or the table fixes them."""
        name = self._text[candidate.start : candidate.end]
        dialogue = candidate.dialogue
        level = (dialogue.level if dialogue else None) or _level(name)
        span = self._mentions.report.span(candidate.start, candidate.end)
        key = dialogue.key if dialogue else None
        return DialogueMention(span, name, key, level, tuple(sorted(dict.fromkeys(self._parties_of(candidate)))))

    def _parties_of(self, candidate: _Candidate) -> list[str]:
        """A body stands for itself, its members only where named; else the fixed parties; else those in the name."""
        dialogue = candidate.dialogue
        named = self._parties_in(candidate.start, candidate.parties_end or self._start_of_subject(candidate))
        if dialogue is None:
            return named
        if dialogue.organisation:
            return [dialogue.organisation, *named]
        return list(dialogue.parties) or named

    def _start_of_subject(self, candidate: _Candidate) -> int:
        """Where the subject begins, whose names are no sides ("… Conference on Sudan"); the end where there is none."""
        match = SUBJECT.search(self._mentions.report.text, candidate.start, candidate.end)
        return match.start() if match else candidate.end


HEADS = ("talk_heads", "body_heads", "occasion_heads", "conference_heads", "named_talk_heads")
SESSION_WORDS = frozenset({"round", "session", "meeting", "rounds", "sitting", "edition", "iteration"})


@cache
def _session_pattern() -> re.Pattern[str]:
    return session_pattern(tables()["sessions"])


def _level(name: str) -> str | None:
    keys = {fold(word) for word in re.findall(r"[^\W_]+", name)}
    for level in ("leaders", "ministers", "officials"):
        if keys & tables()[level]:
            return level
    return None
