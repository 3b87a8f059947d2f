"""Whether words in the form of a time are one: "May" the month, not the minister; 1929 the year, not the resolution."""

import re

from aidememoire.language.times.grammar import Words

COUNTED = re.compile(
    r"(?:people|troops?|soldiers?|men|women|children|police(?:men)?|km|kms|kilomet\w+|mi|miles?|met(?:er|re)s?|feet|ft|tons?|tonnes?"
    r"|kg|dollars?|dlrs?|euros?|pounds?|rubles?|roubles?|yen|yuan|rupees?|civilians?|refugees?|prisoners?|jobs?|members?"
    r"|workers?|guests?|delegates?|participants?|casualties|deaths?|dead|wounded|injured|killed|students?|soldier|fighters?"
    r"|militants?|rebels?|aircraft|planes?|tanks?|ships?|missiles?|warheads?|vehicles?|homes?|houses?|families|villages?"
    r"|points?|votes|seats?|times|percent|per|barrels?|bpd|mw|megawatts?|hectares?|acres?|square|sq|cubic|nautical"
    r"|personnel|inhabitants|residents|horses?|guns?|rounds?|hours?|gmt|words?|pages?|copies|companies|protesters?|demonstrators?"
    r"|cases?|patients?|observers?|monitors?|officers?|volunteers?|migrants?|countries|million|billion|thousand|hundred|and\s+\d+\s+people)$"
)
NO_YEAR_BEFORE = frozenset(
    "resolution resolutions article articles no number nos route highway flight boeing airbus page pages paragraph"
    " section order decree law protocol room bill chapter file case radio fm am channel about nearly almost"
    " approximately than over estimated total another additional further least roughly exactly phone tel ext us$ rs"
    " type mark version n° № worth unscr euro usd unit series agenda document".split()
)
OLD_YEAR_BEFORE = frozenset(
    "in since by from until till during before after between through early late mid year around summer winter spring"
    " autumn fall christmas ca c ( of for as the \n".split()
)
MONTH_BEFORE = frozenset(
    "in since by of from until till during before after between through early late mid this last next for to and is was"
    " around every previous following or throughout past begins between".split()
)
VERBAL_BEFORE = frozenset("to and or is was for this".split())  # in capitals: "THOUSANDS TO MARCH ON CAPITAL"
PERSON_BEFORE = frozenset("theresa mrs ms mr dr minister pm secretary lady philip elaine brian president prime".split())
LEXICAL_AFTER = {
    "sunday": frozenset("times telegraph mail express mirror herald post".split()),
    "spring": frozenset("festival offensive".split()),
    "summer": frozenset("olympics olympic games palace school camp".split()),
    "winter": frozenset("olympics olympic games palace".split()),
    "morning": frozenset("star post herald".split()),
    "evening": frozenset("standard post news".split()),
    "midnight": frozenset("oil".split()),
}
LEXICAL_BEFORE = {
    "spring": frozenset("arab prague silver palm damascus beirut seoul kabul cedar hot colorado".split()),
    "sunday": frozenset("bloody".split()),
    "friday": frozenset("black good".split()),
    "monday": frozenset("black".split()),
    "fall": frozenset("the a".split()),
}
SEASON_BEFORE = frozenset("in the this last next by since early late mid of during until from every for each".split())


def word_after(words: Words, last: int, step: int = 0) -> str:
    """The word so many after the phrase; empty at the end."""
    return words.lower[last + step] if last + step < len(words.lower) else ""


def word_before(words: Words, first: int, step: int = 1) -> str:
    """The word so many before the phrase; empty at the start."""
    return words.lower[first - step] if first - step >= 0 else ""


def _is_capital(words: Words, index: int) -> bool:
    return words.text[words.starts[index]].isupper()


LOWER_AFTER = (".", ",", ";", ")", "")
WORDS_OF_DAYS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
DAY_LINKS = ("on", "from", "by", "until", "since", "to", "before", "after")


def is_day_in_words(words: Words, first: int, last: int) -> bool:
    """Whether a number word behind a month is its day, as wires write it: "on May six", not "in May six envoys"."""
    if not _is_capital(words, first) or word_before(words, first) not in DAY_LINKS:
        return False
    is_day = all(words.lower[index] in WORDS_OF_DAYS or words.lower[index].isdigit() for index in (first + 1, last - 1))
    return is_day and word_after(words, last) not in COUNTABLE and not word_after(words, last).endswith("s")


COUNTABLE = ("of", "or", "more", "men", "women", "people", "hundred", "thousand", "million", "billion", "new", "other")


def is_week_on(words: Words, first: int, last: int) -> bool:
    """Whether "Monday week" is a day: not "the Monday week after week"."""
    if words.lower[last - 1] != "week":
        return True
    return word_before(words, first) in ("on", "by", "until", "till", "from", "meet", "meets", "") and word_after(
        words, last
    ) in (*LOWER_AFTER, "for", "to", "in", "at", "with", "and")


MONTH_PREPOSITIONS = MONTH_BEFORE - frozenset(("and", "or", "is", "was", "for", "begins"))
FIRST_NAMES = ("april", "june", "august")  # "April Smith" is a person, "in April Smith said" a month


def is_month_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone month name is a month: not "Mrs May", "may go", "march on"."""
    word = words.lower[first]
    before, after = word_before(words, first), word_after(words, last)
    if word in ("mar", "jan", "apr", "jun", "dec", "oct", "nov", "feb", "aug", "sep", "sept", "jul"):
        return (before in MONTH_BEFORE and words.text[words.ends[first] - 1] == ".") or (
            before in ("in", "since", "until", "last", "next", "by")
            and words.text[words.starts[first] : words.ends[first]].istitle()
        )
    if word == "march" and not _is_capital(words, first):
        return before in ("in", "since", "until") and after in LOWER_AFTER  # typed in haste: "on a visit in march."
    if word in ("may", "march"):
        if not _is_capital(words, first) or before in PERSON_BEFORE or after in ("said", "says", "told"):
            return False
        if words.text[words.starts[first] : words.ends[first]].isupper() and before in VERBAL_BEFORE:
            return False
        if after in ("delivery", "futures"):
            return True
        return before in MONTH_BEFORE or (before in (",", "(", "-", "–") and after in (",", ")", "."))
    if word in FIRST_NAMES and before not in MONTH_PREPOSITIONS and after[:1].isalpha() and _is_capital(words, last):
        return False
    return _is_capital(words, first) and before not in ("mr", "mrs", "ms")


def is_season_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone season is a time: not "the Arab Spring", "the fall of Kabul", "spring to life"."""
    word = words.lower[last - 1]
    before, after = word_before(words, last - 1), word_after(words, last)
    if (before in LEXICAL_BEFORE.get(word, ()) and word != "fall") or after in LEXICAL_AFTER.get(word, ()):
        return False
    if word == "fall":
        return before in ("the", "this", "last", "next") and (
            word_before(words, last - 1, 2) in ("in", "by", "since", "until", "during") and after != "of"
        )
    if word in ("spring", "springs"):
        return before in SEASON_BEFORE or last - first > 1
    return True


CERTAIN_YEARS = range(1900, 2051)
OLD_YEARS = range(1500, 2200)
WORDS_BETWEEN = frozenset(
    "and the by a in when as after to of with but for some about at or that from more killed was were had he".split()
)


BEFORE_YEAR = OLD_YEAR_BEFORE | frozenset(
    ("on", "to", "this", "last", "next", "-", "–", "a", "its", "their", "his", "new")
)


DASHES = ("-", "–", "—")


def is_year_alone(words: Words, first: int, last: int) -> bool:
    """Whether a bare number is a year: not "resolution 1929", "1500 troops", "Route 1066"."""
    number = int(words.lower[first])
    before, after = word_before(words, first), word_after(words, last)
    if _is_first_of_a_count(words, last, after) or (before == "." and word_before(words, first, 2) in NO_YEAR_BEFORE):
        return False
    if after in DASHES and number in OLD_YEARS and word_after(words, last, 1)[:4].isdigit():
        return _is_free(words, first) and before not in ("resolution", "no", "nos", "article")
    if before in NO_YEAR_BEFORE or COUNTED.match(after) or not _is_free(words, first):
        return False
    if (
        after.isalpha()
        and before not in ("in", "since", "by", "until")
        and after not in WORDS_BETWEEN
        and COUNTED.match(word_after(words, last, 1))
    ):
        return False
    if number in CERTAIN_YEARS:
        return before in BEFORE_YEAR or not (after.islower() and after.endswith("s") and len(after) > 4)
    if number not in OLD_YEARS or (after.endswith("s") and len(after) > 3):
        return False
    if before in OLD_YEAR_BEFORE:
        return True
    other = word_before(words, first, 2)
    return (
        before in ("and", "to", "-", "–", "or", ",", "through", "until")
        and other.isdigit()
        and int(other[:4]) in OLD_YEARS
    )


def _is_first_of_a_count(words: Words, last: int, after: str) -> bool:
    """CASE: "between 2000 and 3000 people"."""
    other = word_after(words, last, 1)
    return after in ("and", "to", "or", *DASHES) and other.isdigit() and bool(COUNTED.match(word_after(words, last, 2)))


def _is_free(words: Words, index: int) -> bool:
    """Whether nothing sticks to a number: a currency sign, a decimal, the number of a document."""
    start, end = words.starts[index], words.ends[index]
    left, right = words.text[start - 1 : start], words.text[end : end + 2]
    if (left and left in "$€£¥#№+.:=°_@") or right[:1] in tuple("%°_@=+"):
        return False
    if left and left in "-/":
        before = words.lower[index - 2] if index > 1 else ""
        if not before.isdigit() and before not in ("mid", "pre", "post", "early", "late", "then"):
            return False
    tail = words.lower[index + 2] if right[:1] == "-" and index + 2 < len(words.lower) else ""
    if tail.isdigit() and len(tail) not in (2, 4):
        return False
    return not (right[:1] in tuple(".:/") and right[1:2].isdigit())


def is_daypart_alone(words: Words, first: int, last: int) -> bool:
    """Whether a lone part of the day is a time."""
    word = words.lower[last - 1]
    if word_after(words, last) in LEXICAL_AFTER.get(word, ()):
        return False
    if word_after(words, last) == "of":
        return False
    is_generic = word == "night" and word_before(words, last - 1) == "at"
    return word in ("noon", "midnight", "dawn", "dusk", "midday") or last - first > 1 or is_generic


YEAR_DIGITS = 4


def has_capital_month(words: Words, first: int, last: int) -> bool:
    """Whether "May" and "March" are written as months, or can be nothing else: not "20 may come"; "in may 1999"."""
    before, numbers = word_before(words, first), [one for one in words.lower[first:last] if one[:1].isdigit()]
    if before in ("in", "since", "until", "on") and any(before == "on" or len(one) == YEAR_DIGITS for one in numbers):
        return True
    return all(
        words.lower[index] not in ("may", "march", "mar") or _is_capital(words, index) for index in range(first, last)
    )


def is_month_after_in(words: Words, first: int, last: int) -> bool:
    """Whether a month with its year behind stands where a month does: "in april last"; not "April last spoke"."""
    return words.lower[first][:1].isdigit() or word_before(words, first) in ("in", "of", "since", "the", "on")


def is_small_month(words: Words, first: int, last: int) -> bool:
    """Whether "may" in small letters is the month, as nothing else is behind "in"."""
    return words.lower[first] == "may" and not _is_capital(words, first)


AFTER_DAY = frozenset(
    "and or to in at he she it they we the with for when after before as is was are were on a an by from but while that"
    " this his her their its who which will would until met held signed visited arrived opened began agreed announced"
    " informed issued adopted".split()
)


def is_day_alone(words: Words, first: int, last: int) -> bool:
    """Whether "the 20th" is a day: not "the 20th anniversary"."""
    after = word_after(words, last)
    return (not after[:1].isalpha() and after not in ("-", "–", "(")) or after in AFTER_DAY


def ends_in_year(words: Words, first: int, last: int) -> bool:
    """Whether the number at the end is a year."""
    return is_year_alone(words, last - 1, last) or (
        int(words.lower[last - 1]) in CERTAIN_YEARS and not COUNTED.match(word_after(words, last))
    )


def starts_in_year(words: Words, first: int, last: int) -> bool:
    """Whether the number at the start is a year."""
    return word_before(words, first) not in NO_YEAR_BEFORE and int(words.lower[first]) in OLD_YEARS


SHORT_DAYS = frozenset("mon tue tues wed weds thu thur thurs fri".split())
DAY_BEFORE = frozenset("on last next this by since until from late early to".split())


def is_weekday(words: Words, first: int, last: int) -> bool:
    """Whether a weekday is one: not "the Sunday Times", "Bloody Sunday", "Mon State"."""
    if words.lower[first] in SHORT_DAYS and word_before(words, first) not in DAY_BEFORE:
        return False
    return not any(
        word_after(words, index + 1) in LEXICAL_AFTER.get(words.lower[index], ())
        or word_before(words, index) in LEXICAL_BEFORE.get(words.lower[index], ())
        for index in range(first, last)
    )


def is_deictic_alone(words: Words, first: int, last: int) -> bool:
    """Whether "last week" points from today: not "the last week of talks", "the last day"."""
    if words.lower[first] not in ("last", "next"):
        return True
    is_of_something = word_before(words, first) == "the" and word_after(words, last) == "of"
    return not is_of_something and words.lower[first : first + 2] != ["last", "day"]


OCCASIONS = frozenset(
    "talks trip visit meeting meetings summit session conference negotiations tour gathering consultations".split()
)


def is_weekend_of_occasion(words: Words, first: int, last: int) -> bool:
    """Whether a weekend is that of an occasion ("weekend talks"): not "a weekend break"."""
    return word_after(words, last) in OCCASIONS and word_before(words, first) not in {"every", "each", "dash"}


def is_adverb(words: Words, first: int, last: int) -> bool:
    """Whether "daily" tells how often: not "the People’s Daily"."""
    start = words.starts[first]
    if not words.text[start].isupper():
        return True
    return start == 0 or words.text[:start].rstrip()[-1:] in tuple('.!?\n“"')


def is_stretch(words: Words, first: int, last: int) -> bool:
    """Whether a length of time is meant: not "call it a day", not "a decades-long" from its article on."""
    if words.lower[first] in ("a", "an") and words.lower[first + 1].endswith("s"):
        return False
    return not (word_before(words, first) == "it" and words.lower[last - 1] == "day")


NAMED_AFTER_FEASTS = frozenset("agreement agreements accord accords war deal peace procedure clashes offensive".split())


def is_feast(words: Words, first: int, last: int) -> bool:
    """Whether a feast's name is the day, and nothing called after it: not "the Good Friday Agreement"."""
    return word_after(words, last) not in NAMED_AFTER_FEASTS


UNITS_BY_SIZE = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def is_lengths(words: Words, first: int, last: int) -> bool:
    """Whether two lengths are one, told in two units: "two hours and 20 minutes", not "two years and a day later"."""
    told = [words.lower[index].rstrip("s") for index in range(first, last)]
    sizes = [UNITS_BY_SIZE.index(word) for word in told if word in UNITS_BY_SIZE]
    is_joined = "or" not in told and ("and" in told or "," not in told)
    return len(sizes) == 2 and sizes[0] < sizes[1] and is_joined and word_after(words, last) not in SHIFTING


SHIFTING = ("later", "earlier", "ago", "before", "after", "from", "-", "–")


UNIT_WORDS = frozenset(
    "day week month quarter year decade century days weeks months quarters years decades centuries hours hour".split()
)


def is_past_alone(words: Words, first: int, last: int) -> bool:
    """Whether "in the past" stands alone: not "in the past difficult months", "in the past 10 years"."""
    near = [word_after(words, last, step) for step in (0, 1, 2)]
    return not near[0].isdigit() and near[0] not in DASHES and not UNIT_WORDS.intersection(near)


NOUNS_OF_CURRENT = frozenset("account accounts affairs deficit surplus".split())  # "the current account" is of trade


def is_adjective(words: Words, first: int, last: int) -> bool:
    """Whether "current" or "recent" stands before what it says it of: not "against the current"."""
    after = word_after(words, last)
    return after[:1].isalpha() and after not in NOUNS_OF_CURRENT and after not in AFTER_DAY


AFTER_LOOSE_UNITS = frozenset("after before ahead".split())
NAMES_THESE = frozenset(
    "the these those his her its their our my your first last final early working some any no all both most such what"
    " which how business".split()
)


def is_loose_units(words: Words, first: int, last: int) -> bool:
    """Whether "months", "hours" alone tell a length: "months of protests", "hours after", not "the early days of"."""
    after = word_after(words, last)
    if after not in AFTER_LOOSE_UNITS and after != "of":
        return False
    before = [word_before(words, first, step) for step in ((1, 2) if after == "of" else (1,))]
    return not NAMES_THESE.intersection(before) and not before[0][:1].isdigit() and before[0] not in DASHES


CHECKS = {
    "loose_units": is_loose_units,
    "lengths": is_lengths,
    "feast": is_feast,
    "past_alone": is_past_alone,
    "adjective": is_adjective,
    "capital_month": has_capital_month,
    "month_after_in": is_month_after_in,
    "small_month": is_small_month,
    "day_in_words": is_day_in_words,
    "week_on": is_week_on,
    "day_alone": is_day_alone,
    "deictic_alone": is_deictic_alone,
    "weekend_of_occasion": is_weekend_of_occasion,
    "year_at_end": ends_in_year,
    "year_at_start": starts_in_year,
    "weekday": is_weekday,
    "adverb": is_adverb,
    "stretch": is_stretch,
    "month_alone": is_month_alone,
    "season_alone": is_season_alone,
    "year_alone": is_year_alone,
    "daypart_alone": is_daypart_alone,
}
