"""Regional meetings: those of a state or body and a region, and those called by the letters of their name.

"The China-Africa summit" and "the EU-Central Asia summit" are standing meetings, capital or not; "the Peru-Chile
summit" may be any. Once a report has told of the "Ports Working Group (PWG)", its "PWG meeting" is that group's.
"""

import re
from collections.abc import Iterator

_REGION = (
    r"(?:Africa|African|Central Asian?|Southeast Asian?|South Asian?|Asian?|Nordic|Baltic|Latin American?|Caribbean"
    r"|CARICOM|Arab|Western Balkans|Balkan|Gulf|GCC|Pacific(?: Islands?)?|Mediterranean|Europe|Ibero|African Union"
    r"|CELAC|ASEAN|EU|NATO|BRICS)"
)
_NAME = r"(?:[A-Z]\w+|U\.S\.|U\.K\.)(?: American)?"
_KIND = (
    r"(?:[Ss]ummit|[Ff]orum|[Mm]inisterial(?: [Mm]eeting| [Cc]onference)?"
    r"|[Ff]oreign [Mm]inisters[’']? [Mm]eeting|[Ll]eaders[’']? [Mm]eeting)"
)
REGIONAL = re.compile(rf"(?<![\w’'/–-])(?:{_NAME}[-–]{_REGION}|{_REGION}[-–]{_NAME}) (?:[Ss]pecial )?{_KIND}\b")
"""Accepts "China-Africa summit", "EU-Central Asia Summit", "Arab-Turkish forum"; refuses "Chile-Peru summit", "Africa
summit"."""

_HEAD = (
    r"(?:Group|Dialogue|Commission|Committee|Council|Mechanism|Forum|Consultations?|Partnership|Task Force|Conference"
    r"|Summit|Talks|Board|Platform)"
)
LETTERS = re.compile(
    rf"\b{_HEAD}(?: (?:on|for|of) (?:the )?[A-Z][\w’'-]*(?: (?:(?:and|of|the|for) ){{0,2}}[A-Z][\w’'-]*){{0,7}})?"
    r" \((?P<letters>[A-Z][A-Z&+-]{1,7}[A-Z])\)"
)
"""A name with its letters in brackets: accepts "Ports Working Group (PWG)"; refuses "Lima (PER)"."""

MEETS = re.compile(
    r" (?:(?:[Mm]eeting|session|round|plenary|talks|consultations)s?|(?:will )?(?:next )?(?:meets?|met)|convene[sd]?)\b"
)
"""Behind the letters: accepts " meeting", " will next meet"; refuses " report"."""


def regional(text: str) -> Iterator[tuple[int, int]]:
    """The spans of names of a region's meetings.

    >>> [(a, b)] = regional("at the first India-Nordic summit in Oslo")
    >>> "at the first India-Nordic summit in Oslo"[a:b]
    'India-Nordic summit'
    """
    for match in REGIONAL.finditer(text):
        yield match.span()


def lettered(text: str) -> Iterator[tuple[int, int]]:
    """The spans of letters that stand for a name told before, where they meet.

    >>> text = "The Ports Working Group (PWG) is old. The next PWG meeting is in May; a PWG report is out."
    >>> [text[a:b] for a, b in lettered(text)]
    ['PWG']
    """
    known: dict[str, int] = {}
    for match in LETTERS.finditer(text):
        known.setdefault(match["letters"], match.end())
    for letters, begin in known.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(letters)}(?![\w-])", text[begin:]):
            if MEETS.match(text, begin + match.end()) is not None:
                yield begin + match.start(), begin + match.end()
