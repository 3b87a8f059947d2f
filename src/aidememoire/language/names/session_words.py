"""Session words: how the words around a body's name say that it is the body's session or yearly meeting."""

import re
from collections.abc import Iterable

BODY_MEETS = re.compile(
    r"(?:['’]s?)?\s(?:(?:emergency|special|extraordinary|annual|regular|ministerial|foreign|ministers['’]?)\s){0,3}"
    r"(?:meetings?|sessions?|talks)\b"
)
OF_MINISTERS = re.compile(
    r"(?:['’]s)?\s[a-z]*\s?ministers?['’]?\smeetings?"
)  # no format: "EU foreign ministers meeting in"
YEARLY = re.compile(
    r"(?:['’]s?)?\s(?P<how>(?:semi-?\s?annual|annual|spring|autumn|fall)\s)?meetings\b|['’]s\s(?P<one>annual)\smeeting\b"
)
YEARLY_OF = re.compile(r"\b(?:semi-?\s?annual|annual|spring|autumn|fall)\smeetings?\sof\s(?:the\s)?\Z")
LONGEST_YEARLY = 40
JOINED = re.compile(r"\sand\s(?:the\s)?|/")
_OWN_SESSION = (
    r"(?:Heads|State|Government|Foreign|Affairs|Finance|Defen[cs]e|Trade|Health|Agriculture|Energy|Environment|Climate"
    r"|Informal|Virtual|Special|Extraordinary|Leaders|Ministers|Ministerial|Economic|Annual|Development|Digital|Interior"
    r"|Labou?r|Tourism|Culture|Education|Council|\d{1,2}(?:st|nd|rd|th))[’']?s?"
)
CAPITAL_SESSION = re.compile(
    rf"(?:\s\([A-Z]{{2,8}}\))?(?:['’]s?)?(?:\s{_OWN_SESSION}(?:\s(?:and|of))?){{1,5}}"
    r"\s(?:Ministerial(?:\s(?:Meeting|Conference|Council|Forum))?|Summit|Retreat|Meeting)\b"
)
"""Behind a body's name: accepts " Heads of State Summit", "’s 61st Annual Ministerial Council Meeting", " Informal
Leaders’ Retreat"; refuses " foreign ministers meeting in", " Backs Summit"."""
SHORT_FORM = re.compile(r",\s[A-Z]{2,8},(?=\s)|\s\([A-Z]{2,8}\)(?=\s)")
"""Between a body's name and its session's: accepts ", ICO," " (ICO)"; refuses " (founded 1963)"."""
COMMITTEE = re.compile(r"(?:['’]s?)?\s(?:[a-z]+\s){1,3}(?:committee|working\sgroup)\b(?:\son\s[A-Z]\w+)?")


def session_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What stands behind a body's name and makes it that of a session, from the phrases for sessions."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(
        r"(?:['’]s)?\s(?:(?:annual|ministerial|executive|ruling|Executive|Ministerial)\s)?(?i:"
        + "|".join(map(re.escape, longest_first))
        + r")\b(?:\sof\s(?:[A-Z]\w+\s){0,2}Ministers\b)?(?!\s(?:declaration|statement|communique|decisions?|mission))"
    )
