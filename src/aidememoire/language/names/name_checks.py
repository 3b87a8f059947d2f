"""Why a name is none: "Michael Jordan", "Japan Steel Works Ltd", "Canadian dollars", "in Russian", "the Moscow summit".

Each check looks at a name where it stands and returns whether it is turned down. The word lists, in
``data/en/names.toml``, are folded.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from aidememoire.knowledge.american_states import american_states, countries_namesakes
from aidememoire.language.names.surroundings import Surroundings
from aidememoire.model import NameForm

LONGEST_COMPANY = 5  # words after the party's name: "Japan Steel Works Ltd" has three
NEAR = 12  # words on each side that can tell the two Georgias apart
LONGEST_SHORT_FORM = 4  # letters; "NATO," is no dateline
MOVEMENT_NEAR = 7  # words before "to Moscow" among which a word of movement makes it a journey


CLOCK = re.compile(
    r"\d(?::\d\d| [ap]\.?m\.?) (?:The )?$"
)  # time and place: "May 16, 2001 11:40 Moscow", "1:25 a.m. Cairo"


class Reading(StrEnum):
    """What a seat's name stands for where it stands."""

    PLACE = "place"
    PARTY = "party"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of ``names.toml``, by name."""

    lists: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@cache
def lists() -> Lists:
    """The word lists, loaded once."""
    text = files("aidememoire.language").joinpath("data", "en", "names.toml").read_text(encoding="utf-8")
    return Lists({name: frozenset(words.split()) for name, words in tomllib.loads(text).items()})


def is_land_of(around: Surroundings) -> bool:
    """Whether what stands before shows a land, whatever name follows: "the Kingdom of Jordan Ayman Safadi"."""
    return around.before() == "of" and around.gap_before == " " and around.before(2) in lists()["of_a_land"]


def is_person(around: Surroundings) -> bool:
    """Whether the name is (part of) a person's: "Mr Jordan", "Vernon Jordan", "Chad Smith"."""
    if around.key not in lists()["person_names"] or is_land_of(around):
        return False
    before = around.before()
    if before in lists()["person_titles"] and around.gap_before.strip() in ("", "."):
        return True
    if len(before) == 1 and around.gap_before == ". " and around.before(2) in lists()["given_names"]:
        return True  # "Michael B. Jordan"
    if (
        before in lists()["given_names"]
        and around.gap_before == " "
        and around.text[around.words.starts[around.first - 1]].isupper()
    ):
        return True
    return _is_given_name(around)


def is_acting_person(around: Surroundings) -> bool:
    """Whether a bearer of the name acts: "Jordan said", in a report on Jim Jordan; not "in Jordan said"."""
    return around.gap_after() == " " and around.after() in lists()["acting_after"] and not is_located(around)


def _is_given_name(around: Surroundings) -> bool:
    """ "Chad Smith" but not "Chad President Deby" nor "Jordan MONDAY" in a headline."""
    if (
        around.key not in lists()["given_before_surname"]
        or around.gap_after() != " "
        or around.gap_before.endswith("-")
    ):
        return False
    following = around.after_as_written()
    return following.istitle() and following.isalpha() and around.after() not in lists()["roles_after"]


def is_company(around: Surroundings) -> bool:
    """Whether the name begins a company's: "Japan Steel Works Ltd", "British Caledonian Group plc"."""
    for count in range(1, LONGEST_COMPANY + 1):
        if around.gap_after(count).strip(" &-'’"):
            return False
        is_link = count > 1 and around.after(count) == "and"
        if not around.after_as_written(count)[:1].isupper() and not is_link:
            return False
        if around.after(count) in lists()["company_ends"]:
            return True
    return False


def is_longer_name(around: Surroundings) -> bool:
    """Whether the next word makes another name of it: "Korea Herald", "Paris Street"."""
    if around.gap_after() != " " or around.is_in_capital_line:
        return False
    return around.after() in lists()["name_nouns"] and around.after_as_written()[:1].isupper()


def is_money(around: Surroundings) -> bool:
    """Whether it names a currency: "Canadian dlrs", "US$"."""
    if around.text[around.end : around.end + 1] == "$":
        return True
    if around.after() == "crown" and around.after(2) in ("prince", "princess"):
        return False  # "the Saudi Crown Prince"
    return around.gap_after() == " " and around.after() in lists()["currencies"]


def is_hyphened(around: Surroundings) -> bool:
    """Whether it is the first half of "Moscow-based", "Chinese-made"."""
    return around.gap_after() in ("-", "‑", "–", " - ") and around.after() in lists()["hyphen_ends"]


def is_non(around: Surroundings) -> bool:
    """Whether it is the second half of "non-NATO"."""
    return around.before() == "non" and around.gap_before in ("-", "‑", "–")


def is_of_a_continent(around: Surroundings) -> bool:
    """Whether it is the second half of "Ibero-American", "Pan-American"."""
    return around.before() in lists()["hyphen_begins"] and around.gap_before in ("-", "‑", "–")


def is_document(around: Surroundings) -> bool:
    """Whether a document goes by the place's name: "the Louvre accord" took place nowhere."""
    return around.gap_after() == " " and around.after() in lists()["documents"]


def is_region_noun_next(around: Surroundings) -> bool:
    """Whether the region's name begins another: "Atlantic Council"."""
    return (
        around.gap_after() == " " and around.after() in lists()["region_nouns"] and around.after_as_written().istitle()
    )


def is_language(around: Surroundings) -> bool:
    """Whether it names a language: "Russian speaker", "he answered in Russian." """
    if around.gap_after() in (" ", "-") and around.after() in lists()["language_nouns"]:
        return True
    if around.before() not in lists()["language_verbs"] or around.gap_before != " ":
        return False
    gap = around.gap_after()
    return not around.after() or gap[:1] in '.,;:)”"' or (gap == " " and around.after() in LANGUAGE_FOLLOWERS)


LANGUAGE_FOLLOWERS = frozenset({"and", "or", "to", "with", "as", "but", "at", "on", "when", "after", "during", "by"})


def is_american_georgia(around: Surroundings) -> bool:
    """Whether it is the state of the United States."""
    if around.key not in ("georgia", "georgian", "georgians"):
        return False
    if any(word in lists()["caucasian_georgia"] for word in around.words_around(4 * NEAR)):
        return False
    return any(word in lists()["american_georgia"] for word in around.words_around(NEAR))


def is_among_american_states(around: Surroundings) -> bool:
    """Whether it stands in a row of American states: "Washington and Oregon", "Alabama and Georgia"."""
    if around.key not in ("georgia", "washington"):
        return False
    states = _states_by_word()
    is_before = around.before() == "and" and around.before(2) in states and around.gap_before == " "
    is_listed = around.gap_before == ", " and around.before() in states
    is_after = around.after() in ("and", "or") and around.after(2) in states and around.gap_after() == " "
    return is_before or is_listed or is_after or (around.gap_after() == ", " and around.after() in states)


@cache
def _states() -> frozenset[str]:
    """The states of America, folded, but for the one that is a state of the world as well."""
    return frozenset(name.casefold() for name in american_states() - countries_namesakes())


@cache
def _states_by_word() -> frozenset[str]:
    """The words by which they stand in a row: their names of one word, and "Carolina", which two have; no "Mexico"."""
    names = [name.split() for name in _states() if name not in lists()["states_apart"]]
    last = [words[-1] for words in names]
    return frozenset(word for word in last if [word] in names or last.count(word) > 1)


def is_american_town(around: Surroundings) -> bool:
    """Whether an American state behind a comma makes a town of it: "Lebanon, New Hampshire, elected"; no row of states.

    Refuses "Mexico, Texas and California", where the row goes on.
    """
    if around.gap_after() != ", " or not around.after_as_written()[:1].isupper():
        return False
    one, two = around.after(), f"{around.after()} {around.after(2)}"
    if one not in _states() and two not in _states():
        return False
    count = 1 if one in _states() else 2
    gap = around.gap_after(count + 1)
    following = around.after(count + 1)
    goes_on = following in lists()["row_joiners"] or following in _states_by_word()
    return gap[:1] in (".", "\n", "") or (gap == ", " and not goes_on)


def is_thing(around: Surroundings) -> bool:
    """Whether the noun behind makes a thing of it: "Vienna sausages", "a German shepherd"; not "Brazilian coffee"."""
    return around.gap_after() == " " and around.after() in lists()["thing_nouns"] and not around.is_in_capital_line


def is_word_in_capitals(around: Surroundings) -> bool:
    """Whether, in a headline of capitals, it is a plain word: "LET US GO", "CAR BOMB"."""
    if around.key not in lists()["capital_words"] or "." in around.name or not around.is_in_capital_line:
        return False
    if around.key != "us" or around.name == around.text.strip():
        return around.key != "us"
    return around.before() in lists()["us_pronoun_before"]


def is_verb(around: Surroundings) -> bool:
    """Whether "Polish" is a thing to do: "Polish the silver"."""
    return around.key == "polish" and around.after() in ("the", "your", "up", "it", "their")


PARTY_CHECKS: tuple[Callable[[Surroundings], bool], ...] = (
    is_money,
    is_hyphened,
    is_non,
    is_of_a_continent,
    is_person,
    is_company,
    is_longer_name,
    is_american_georgia,
    is_among_american_states,
    is_american_town,
    is_thing,
    is_word_in_capitals,
    is_verb,
)

PLACE_CHECKS: tuple[Callable[[Surroundings], bool], ...] = (
    is_hyphened,
    is_document,
    is_person,
    is_company,
    is_longer_name,
)


def is_no_party(around: Surroundings, form: NameForm) -> bool:
    """Whether the words name no party here."""
    if form is NameForm.ADJECTIVE and is_language(around):
        return True
    return any(check(around) for check in PARTY_CHECKS)


def is_no_place(around: Surroundings) -> bool:
    """Whether the words name no place here."""
    return any(check(around) for check in PLACE_CHECKS)


def seat_reading(around: Surroundings) -> Reading:
    """Whether a seat's name ("Moscow", "the White House") means the place, the government, or may mean either."""
    words = around.words_before(2)
    before = next((word for word in words if word != "the"), "")
    if CLOCK.search(around.text, max(0, around.start - 12), around.start):
        return Reading.PLACE
    if is_dateline(around) or is_located(around) or is_journey(around) or _is_town(around, before) or _is_way(around):
        return Reading.PLACE
    if before in lists()["acting_before"] or (around.gap_after() == " " and around.after() in lists()["acting_after"]):
        return Reading.PARTY
    return Reading.EITHER


def is_located(around: Surroundings) -> bool:
    """Whether a word of place stands before it: "in Moscow", "at the White House", "visited Paris"."""
    words = around.words_before(2)
    before = next((word for word in words if word != "the"), "")
    if before in lists()["locative"] or before in lists()["visiting"]:
        return True
    return words[:1] == ("of",) and words[1:2] != () and words[1] in lists()["towns"]


def is_attribute(around: Surroundings) -> bool:
    """Whether a town's name tells where something is: "the Beirut blast"; "the Damascus regime" is a government."""
    if around.before() != "the" or around.gap_after() != " ":
        return False
    return around.after_as_written()[:1].islower() and around.after() not in lists()["acting_after"]


def is_dateline(around: Surroundings) -> bool:
    """Whether it opens its line as a dateline does: "MOSCOW, March 3 -", "Paris (Reuters)"."""
    if around.gap_after() == " (" and around.after() in lists()["agencies"]:
        return True
    if around.name.isupper() and _is_followed_as_dateline(around) and not around.is_in_capital_line:
        return True
    if not around.starts_line:
        return False
    gap = around.gap_after().strip()
    return (gap[:1] in ",(|/[\\" and bool(gap)) or gap[:2] in ("--", "—", "–") or (gap == "-" and around.name.isupper())


def _is_followed_as_dateline(around: Surroundings) -> bool:
    """ "MADRID/TRIPOLI, July 3": capitals in a line of small letters, and a comma, bracket or bar."""
    return len(around.name) > LONGEST_SHORT_FORM and around.gap_after().strip()[:1] in (",", "|", "(")


def is_journey(around: Surroundings) -> bool:
    """Whether words of movement lead to it: "flew to Moscow", "the trip from Cairo"."""
    words = around.words_before(MOVEMENT_NEAR)
    if not words or words[0] not in ("to", "from", "for", "through"):
        return False
    moving = lists()["moving"] - lists()["sent_from"] if words[0] == "from" else lists()["moving"]
    return any(word in moving for word in words[1:])


def _is_way(around: Surroundings) -> bool:
    """ "trains between Paris and Berlin"; "a pact between Paris and Berlin" is their governments'."""
    words = around.words_before(4)
    return any(pair[0] == "between" and pair[1] in lists()["ways"] for pair in (words[:2], words[2:]) if len(pair) > 1)


def _is_town(around: Surroundings, before: str) -> bool:
    if _town_noun_follows(around):
        return True
    words = around.words_before(3)
    return len(words) > 1 and words[0] == "of" and any(word in lists()["town_nouns_before"] for word in words[1:])


def _town_noun_follows(around: Surroundings) -> bool:
    """ "Moscow summit", "Moscow's mayor"; "Moscow's statement" is the government's."""
    if around.gap_after() == " ":
        return around.after() in lists()["town_nouns"]
    return around.after() == "s" and around.after(2) in lists()["town_parts"]
