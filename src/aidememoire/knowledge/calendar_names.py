"""The names of days and months, folded: what is none of a name, and what no headline's word is."""

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
CALENDAR_NAMES = frozenset(WEEKDAY_NAMES + MONTH_NAMES)

A_WEEKDAY = "(?:" + "|".join(name.removesuffix("day") for name in WEEKDAY_NAMES) + ")day"
"""A pattern, in small letters: accepts "friday"; refuses "today", "fri"."""

A_MONTH = "(?:" + "|".join(MONTH_NAMES) + ")"
"""A pattern, in small letters: accepts "may"; refuses "sept"."""
