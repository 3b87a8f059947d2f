"""Names in capitals over a part of a report, of those who are called by surname below: a day's appointments."""

import re

from aidememoire.language.people.persons import Naming
from aidememoire.language.people.positions import Positions
from aidememoire.model import OfficeMention

# CASE " (ANA R. POE)" up to the line's end, behind an office in capitals.
REST = re.compile(r" ((?:[A-Z][A-Z.'’-]*|[A-Z]\.) (?:[A-Z][A-Z.'’-]* ){0,3}[A-Z][A-Z'’-]+)[ \t]*(?=\n|\Z)")


def with_headings(named: list[Naming], positions: Positions) -> list[Naming]:
    """The namings, and those in headings in capitals of whom is called by the office's words and the surname below.

    CASE "DEPUTY SECRETARY OF STATE ANA R. POE" over "Deputy Secretary Poe meets …"; refuses a line whose last word is
    nobody's surname below: "MINISTER POE SEES GROWTH".
    """
    taken = {index for naming in named for index in range(naming.first, naming.last)}
    found: list[Naming] = []
    for office in positions.mentions.offices:
        naming = _headed(office, named, positions)
        if naming is not None and not taken.intersection(range(naming.first, naming.last)):
            found.append(naming)
    return sorted([*named, *found], key=lambda naming: naming.first) if found else named


def _headed(office: OfficeMention, named: list[Naming], positions: Positions) -> Naming | None:
    mentions = positions.mentions
    text = mentions.report.text
    is_line = office.span.start == 0 or text[office.span.start - 1] == "\n"
    match = REST.match(text, office.span.end) if is_line and mentions.words(office.span).isupper() else None
    if match is None:
        return None
    *given, last = match[1].split()
    below = next((one for one in named if one.office is not None and _is_surname(one.name, last)), None)
    if below is None or below.first < positions.after(match.end(1)):
        return None
    first, end = positions.after(match.start(1)), positions.after(match.end(1))
    return Naming(first, end, " ".join([*(word.title() for word in given), below.name]), office)


def _is_surname(name: str, word: str) -> bool:
    return name.upper() == word and not name.isupper()
