"""Tense near a phrase, told by words alone: it decides between last and next Monday."""

import tomllib
from functools import cache

from aidememoire.language.times.grammar import DATA, Words

TENSE_WINDOW = 22  # tokens looked at on either side, up to the end of the sentence
CLAUSE_ENDS = frozenset(".!?;\n")
SHORTEST_PAST = 5  # letters of a past form in -ed: "met" and "red" are none
DETERMINERS = frozenset("the a an this that these those his her its their our my all any".split())
AIMING = ("for", "until", "till", "by")  # "has called a meeting for Wednesday", "has until Friday"
DASHES = ("-", "–", "—")
FORMERLY = ("first", "originally", "initially", "previously", "once")
# What bears the date on which it was made: "the accord of February" lies behind, "the session of February" may not.
MADE = frozenset(
    "agreement accord treaty deal pact statement communique communiqué declaration decision resolution decree protocol "
    "memorandum".split()
)


@cache
def _tense_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads((DATA / "tense_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


@cache
def _kinds() -> dict[str, str]:
    """Word → the first list that has it, in order of weight."""
    order = ("reporting", "arranged", "proposing", "future", "past", "not_verbs")
    return {word: name for name in reversed(order) for word in _tense_words()[name]}


def _cue(words: Words, index: int) -> str | None:
    word = words.lower[index]
    before = words.lower[index - 1] if index else ""
    if word == "to":
        return _cue_of_infinitive(words, index, before)
    kind = _kinds().get(word) if word != "may" or words.text[words.starts[index]] == "m" else None
    if (
        kind is None
        and word.endswith("ed")
        and len(word) >= SHORTEST_PAST
        and words.text[words.starts[index]].islower()
    ):
        kind = "past"
    match kind:
        case "reporting":
            return None if before in _tense_words()["modals"] else "reported"
        case "arranged":
            if words.lower[index + 1 : index + 3] == ["to", "have"]:
                return "past"  # "a tax meant to have begun in mid-April"
            was_then = before in ("was", "were", *FORMERLY) or words.lower[max(0, index - 2) : index] == ["had", "been"]
            return "open" if was_then else "future"
        case "proposing":
            return "open"
        case "future":
            return "future"
        case "past":
            return None if before in _tense_words()["modals"] else "past"
    return "future" if word == "be" and before in ("will", "would", "to") else None


def _cue_of_infinitive(words: Words, index: int, before: str) -> str | None:
    """CASE: "is to meet", "agreed to meet"; "was to meet" leaves it open; "agreed to the plan" tells nothing."""
    after = words.lower[index + 1] if index + 1 < len(words.lower) else ""
    if after == "have" and before in _tense_words()["arranged"]:
        return "past"
    if after in DETERMINERS or not words.text[words.starts[index] + 3 : words.starts[index] + 4].islower():
        return None
    if before in ("is", "are", "am"):
        return "future"
    if before in ("was", "were"):
        return "open"
    if before in _tense_words()["arranged"]:
        return "open" if index > 1 and words.lower[index - 2] in ("was", "were") else "future"
    return "future" if before in _tense_words()["intent"] else None


CLOSE = 2  # tokens: "said on 3 March" dates the saying; farther off, the saying tells nothing of the date


def tense_near(words: Words, first: int, last: int, is_day: bool = False) -> str | None:
    """past, reported, future or open, by the nearest verb before the phrase, else after it; None without one."""
    if _is_entry(words, first, last):
        return "past"
    if first > 1 and words.lower[first - 2] == "judging":
        return "past"  # "judging by Thursday's meetings, nothing will come of it"
    if first > 1 and words.lower[first - 1] == "of" and words.lower[first - 2] in MADE:
        return "past"
    if is_day and first and words.lower[first - 1] in AIMING:
        return "open" if first > 2 and words.lower[first - 3] in FORMERLY else "future"
    if _is_of_something_planned(words, last) or (is_day and _is_said_to_be(words, first, last)):
        return "future"
    if _is_beside_a_deed(words, first, last):
        return "past"
    put_off = _tense_of_putting_off(words, first)
    if put_off is not None:
        return put_off
    if not is_day and last < len(words.lower) and words.lower[last] in DELIVERED:
        return "future"  # "sugar for May delivery slipped"
    for index in range(first - 1, max(-1, first - 1 - TENSE_WINDOW), -1):
        if words.lower[index] in CLAUSE_ENDS:
            break
        cue = _cue(words, index)
        if cue == "reported" and first - index > CLOSE and _is_likely(words, last):
            return "future"
        if cue:
            return cue
    is_set_off = False
    for index in range(last, min(len(words.lower), last + TENSE_WINDOW)):
        if words.lower[index] in CLAUSE_ENDS:
            break
        is_set_off = is_set_off or words.lower[index] == ","
        cue = _cue(words, index)
        if cue == "reported" and is_set_off:
            continue  # "the ministers meet on Monday, officials said"
        if cue:
            return cue
    return None


def _is_beside_a_deed(words: Words, first: int, last: int) -> bool:
    """CASE: ", hosting the envoy on Friday, said they would"; not ", which opens on Friday, said"."""
    if (
        words.lower[last : last + 1] != [","]
        or last + 1 >= len(words.lower)
        or _cue(words, last + 1) not in ("past", "reported")
    ):
        return False
    for index in range(first - 1, max(-1, first - 1 - TENSE_WINDOW), -1):
        if words.lower[index] == ",":
            return words.lower[index + 1].endswith("ing")
        if words.lower[index] in CLAUSE_ENDS:
            break
    return False


PUT_OFF = frozenset(
    "postponed rescheduled deferred adjourned delayed moved pushed extended prolonged off back forward".split()
)


def _tense_of_putting_off(words: Words, first: int) -> str | None:
    """CASE: "has been put off until (the) autumn": to come; "was moved to June" leaves it open; else None."""
    at = first - 1 if first and words.lower[first - 1] == "the" else first
    if at < 2 or words.lower[at - 1] not in ("to", "until", "till", "from"):
        return None
    if words.lower[at - 2] not in PUT_OFF and not _is_moved_from(words.lower[max(0, at - MOVED_REACH) : at]):
        return None
    return "open" if {"was", "were", "had"} & set(words.lower[max(0, at - 5) : at - 2]) else "future"


FROM_REACH = 4  # tokens from "from" to the new day: "from Thursday to"
MOVED_REACH = 14
"""Tokens from "postponed" to the new day: "postponed his trip to the south of Chile from Thursday to" has twelve."""


def _is_moved_from(before: list[str]) -> bool:
    """CASE "moved from (Thursday)", "moved from Thursday to (Friday)"; not "visits from Thursday to (Friday)"."""
    at = max((index for index, word in enumerate(before) if word == "from"), default=-1)
    return at >= len(before) - FROM_REACH and any(word in PUT_OFF for word in before[:at])


DELIVERED = ("delivery", "futures", "expiry")
NAMES_A_DAY = frozenset("it today this that there yesterday tomorrow here".split())


def _is_said_to_be(words: Words, first: int, last: int) -> bool:
    """CASE: "the hearing is Monday", "its games are on Friday"; but not "today is Monday", "it is on Friday that"."""
    at = first - 1 if first and words.lower[first - 1] != "on" else first - 2
    if at < 1 or words.lower[at] not in ("is", "are") or words.lower[at - 1] in NAMES_A_DAY:
        return False
    return last >= len(words.lower) or words.lower[last] != "that"


def _is_of_something_planned(words: Words, last: int) -> bool:
    """CASE: "Thursday's planned march", but not "Thursday's planned march was called off"."""
    after = words.lower[last : last + 2]
    if not after or (after[0] in POSSESSIVE and len(after) < 2):
        return False
    word = after[1] if after[0] in POSSESSIVE else after[0]
    return after[0] in POSSESSIVE and word in _tense_words()["arranged"]


POSSESSIVE = ("'s", "’s")
BE = frozenset("is are will would could may might".split())


def _is_likely(words: Words, last: int) -> bool:
    """CASE: "brokers said that sales before October are unlikely"."""
    after = words.lower[last : last + 2]
    return len(after) == 2 and after[0] in BE and (after[0] not in ("is", "are") or after[1] in LIKELY)


LIKELY = frozenset("likely unlikely possible impossible doubtful certain planned scheduled expected due".split())


def _is_entry(words: Words, first: int, last: int) -> bool:
    """Whether the phrase heads an entry of a chronology: "March 10 - France recognises the council."."""
    start = words.starts[first]
    is_at_head = start == 0 or words.text[max(0, start - 3) : start].rstrip(" \t")[-1:] == "\n"
    return is_at_head and last < len(words.lower) and words.lower[last] in DASHES
