"""Lasting: the days of an occasion of which the text gives one end and the length ("a four-day visit from Monday")."""

import re
from dataclasses import replace
from datetime import date, timedelta

from aidememoire.knowledge.number_words import cardinals
from aidememoire.model import Granularity, TimeMention, When

NUMBERS = cardinals(2, 10)
LONGEST = 21
"""Days: a longer stay is a stretch of its own, with both ends named if they matter."""

_NUMBER = r"(?P<number>" + "|".join(NUMBERS) + r"|\d{1,2})"
_STAY = r"visits?|trips?|tours?|stay|mission"
_OCCASION = rf"(?P<noun>{_STAY}|talks|meetings?|summits?|sessions?|conferences?|negotiations|round)"
LENGTH = re.compile(
    rf"\b(?:{_NUMBER}[- ](?P<unit>day|week)|(?P<week>week)[- ]?long)\s(?:[\w.-]+\s){{0,3}}?{_OCCASION}\b"
    rf"|\b{_NUMBER.replace('number', 'days')} days of (?:[\w.-]+ )?{_OCCASION.replace('noun', 'what')}\b",
    re.IGNORECASE,
)
"""How long it is. Accepts "a four-day official visit", "week long talks", "two days of talks"; refuses "a ten-day
deadline", "a two-year plan"."""

BEGINNING = re.compile(
    r"\b(?:beg[iau]ns?|beginning|starts?|starting|started|open(?:s|ed|ing)?|kick(?:s|ed)? off|from|arriv\w+|launch\w*"
    r"|(?:is|are) to hold|leav(?:es?|ing)|fl(?:y|ies|ew)|depart\w*|travels?|goes?|heads?|embark\w*|due|will"
    r"|left (?:[\w.]+ ){0,2}?(?:for|on))\b",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrap\w*|last day|final day"
    r"|left(?! (?:[\w.]+ ){0,2}?(?:for|on)\b)|clos(?:es|ed|ing)|after|following)\b",
    re.IGNORECASE,
)

_NTH = "second third fourth fifth sixth seventh"
NTH_DAY = re.compile(
    rf"\b(?:on|in|into|for|enter(?:s|ed|ing)?|began|beg[iu]n|start(?:s|ed|ing)?|was|is)\s(?:the|a|its|their|his|her)\s"
    rf"(?P<nth>{_NTH.replace(' ', '|')})(?:\s(?:and|full|last|final))*\sday\sof\s(?:[\w’'.-]+\s){{0,5}}?"
    r"(?=talks|visits?|trips?|tours?|meetings?|summits?|sessions?|conferences?|negotiations|discussions|consultations|stay)",
    re.IGNORECASE,
)
"""Since when it has lasted, by the number of the day. Accepts "on the second day of his visit", "for a third day of
talks"; refuses "the second day of rain", "on the second of May"."""


STAY = re.compile(rf"(?:{_STAY})", re.IGNORECASE)
SUMMIT = re.compile(r"(?:summit|conference)s?", re.IGNORECASE)


def lasting(time: TimeMention, words: str, is_stay: bool = True) -> TimeMention:
    """The time, as many days long as the words around the occasion say, from its first day or to its last."""
    return time if time.when is None else replace(time, when=stretched(time.when, words, is_stay))


def stretched(day: When, words: str, is_stay: bool = True) -> When:
    """As many days from a day on, or up to it, as the words say; else the day itself.

    What is no stay takes none of a stay's days: "met him on Friday during a three-day visit"; and who comes to a summit
    is told to stay no longer than the day of arrival: "arrived on Friday for a two-day summit".
    """
    if day.granularity is not Granularity.DAY:
        return day
    days = _length(words, is_stay)
    nth = NTH_DAY.search(words)
    if nth is not None:
        first = day.first - timedelta(_NTH.split().index(nth["nth"].lower()) + 1)
        return When(first, max(day.first, first + timedelta((days or 1) - 1)), Granularity.INTERVAL)
    if days is None:
        return day
    if ENDING.search(words):
        return When(day.first - timedelta(days - 1), day.first, Granularity.INTERVAL)
    return until(day, day.first + timedelta(days - 1)) if BEGINNING.search(words) else day


def until(when: When, last: date) -> When:
    """The stretch from a time's first day to another day; of whole months, to the end of the month."""
    if when.granularity is Granularity.MONTH:
        if when.last >= last:
            return when
        last = When.month(last.year, last.month).last
    return When(when.first, max(last, when.first), Granularity.INTERVAL)


def _length(words: str, is_stay: bool) -> int | None:
    match = LENGTH.search(words)
    if match is None or (SUMMIT if is_stay else STAY).fullmatch(match["noun"] or match["what"]):
        return None
    if match["week"]:
        return 7
    number = (match["number"] or match["days"]).lower()
    days = (NUMBERS.get(number) or int(number)) * (7 if match["unit"] and match["unit"].lower() == "week" else 1)
    return days if 1 < days <= LONGEST else None
