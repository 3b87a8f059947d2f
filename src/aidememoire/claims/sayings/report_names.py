"""Names as the report writes them: without titles and possessives, in full, and for their abbreviations."""

import re

from aidememoire.claims.sayings.speaking_nouns import speaker_words
from aidememoire.model import Mentions


def clean_name(words: str) -> str:
    """The name without the possessive and white space around it."""
    return re.sub(r"\s*[’'`]s?$", "", " ".join(words.split())).strip(" ,;:")


_GIVEN = re.compile(  # right after "a resident": how the report names one whom it introduces
    r",?\s(?:who\s(?:gave|would\sonly\sgive|only\sgave|identified|named)\s(?:his|her|their|himself|herself)\s?(?:first\s)?(?:name)?"
    r"(?:\sonly)?\s?(?:as)?|(?:identified|known|named|called)(?:\sonly)?(?:\sas)?)\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)


def name_given_after(text: str, end: int) -> str | None:
    """The name that the words right after a phrase give to whom it introduces: "a guard, who gave his name as Jan"."""
    found = _GIVEN.match(text, end)
    return found.group("name") if found else None


def strip_article(words: str) -> str:
    """The words without "the" before them."""
    return words[4:] if words[:4].lower() == "the " and len(words) > 4 else words


_MEMBERS = re.compile(
    r"(?P<many>(?:[A-Za-z]+ )?)(?P<who>[Mm]embers?) of the "
    r"(?P<body>[A-Z][\w’'.-]*(?: (?:(?:of|for|on|and|the) ){0,2}[A-Z][\w’'.-]*){0,6})"
)


def name_of_members(name: str) -> str:
    """The name of a body's members in the one form that doesn't depend on how the writer puts it.

    >>> name_of_members("Some members of the Oslo Council"), name_of_members("members of the crew")
    ('Some Oslo Council members', 'members of the crew')
    """
    found = _MEMBERS.fullmatch(name)
    if found is None:
        return name
    return f"{found['many']}{found['body']} {found['who'].lower()}"


def fullest_names(mentions: Mentions) -> dict[str, str]:
    """Surname → fullest name, from the weak names alone: used until persons are known."""
    fullest: dict[str, str] = {}
    for entity in mentions.entities:
        if entity.label != "PERSON":
            continue
        name = clean_name(mentions.words(entity.span))
        if not name:
            continue
        surname = name.split()[-1].casefold()
        if len(name.split()) > len(fullest.get(surname, "").split()):
            fullest[surname] = name
    return fullest


_ABBREVIATED = re.compile(
    r"((?:[A-Z][\w’'-]+\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){1,7}[A-Z][\w’'-]+)\s*\(\s*([A-Z][A-Za-z]{1,7})\s*\)"
)
_CAPITALS = re.compile(r"\b[A-Z]{3,7}\b")
_SMALL_WORDS = r"(?:(?:of|for|and|the|on|in|de|du|to)[ ]){0,2}"
_MAX_ABBREVIATIONS = 20  # of a report; a table of tickers has more
_EVERYWHERE = speaker_words("never_written_out")


def abbreviations(text: str) -> dict[str, str]:
    """Abbreviation → full name, where it stands in brackets after the name, or the text writes the name out."""
    found: dict[str, str] = {}
    for match in _ABBREVIATED.finditer(text):
        words = match.group(1).split()
        short = match.group(2)
        for first in range(len(words)):
            if words[first][0] == short[0] and sum(word[0].isupper() for word in words[first:]) <= len(short) + 1:
                found.setdefault(short, " ".join(words[first:]))
                break
    for short in sorted(set(_CAPITALS.findall(text)) - set(found) - _EVERYWHERE)[:_MAX_ABBREVIATIONS]:
        gap = rf"[\w’'-]*[ ]{_SMALL_WORDS}"
        written_out = re.search(r"\b" + gap.join(rf"{letter}[a-z]" for letter in short) + r"[\w’'-]*", text)
        if written_out:
            found[short] = clean_name(written_out.group())
    return found


LABEL_TITLES = re.compile(
    r"^(?:MR|MS|MRS|DR|SECRETARY|PRESIDENT|(?:PRIME |FOREIGN )?MINISTER|AMBASSADOR|CHANCELLOR|SENATOR)\.?\s+",
    re.I,
)

_OF_COMPANY = re.compile(r"of(?: (?:the )?[A-Z][\w&-]*){3,}$")
"""Behind a title: accepts "of Gazneft Igor Sokolov" of "President of Gazneft Igor Sokolov"; refuses "of Peru"."""
_GIVEN_AND_SURNAME = 2  # words


def name_of_label(words: str, fullest: dict[str, str]) -> str:
    """The name in a label: without titles, the fullest form that the text gives."""
    bare = LABEL_TITLES.sub("", words)
    if _OF_COMPANY.match(bare):
        bare = " ".join(bare.split()[-_GIVEN_AND_SURNAME:])
    last = bare.split()[-1].casefold() if bare.split() else ""
    return fullest.get(last, bare if not words.isupper() else words)
