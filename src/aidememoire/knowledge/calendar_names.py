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

MONTHS_ABROAD = {
    month: number
    for number, names in enumerate(
        (
            "janvier januar enero gennaio janeiro gen",
            "février fevrier februar febrero febbraio fevereiro fév",
            "mars märz marzo março marco maerz",
            "avril abril aprile abr",
            "mai mayo maggio maio mag",
            "juin juni junio giugno junho giu",
            "juillet juli julio luglio julho lug",
            "août aout agosto ago",
            "septembre septiembre settembre setembro",
            "octobre oktober octubre ottobre outubro",
            "novembre noviembre novembro",
            "décembre decembre dezember diciembre dicembre dezembro dic",
        ),
        start=1,
    )
    for month in names.split()
}
"""Months as French, German, Spanish, Italian and Portuguese wires write them, where English has another word."""
