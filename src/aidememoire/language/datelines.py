"""Dateline and byline of a report: place, date, agency, who wrote it.

The dateline is words of the text: a wire's "PLACE, date (Agency) -", or the lines of date and place over the body. A
date that only the source's metadata gives is none. Several: the first that has a place counts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.american_states import american_states, american_states_in_short
from aidememoire.knowledge.calendar_names import CALENDAR_NAMES, MONTH_NAMES, MONTHS_ABROAD
from aidememoire.knowledge.parties import TERRITORY_KINDS
from aidememoire.language.dateline_forms import (
    AGENCY_AHEAD,
    AGENCY_AND_DAY,
    AGENCY_FIRST,
    AGENCY_LAST,
    AGENCY_RUN_IN,
    AGENCY_STOPPED,
    AGENCY_UNDATED,
    AGENCY_WORDS,
    BARE,
    BARE_STOPPED,
    BRACKETED,
    BROADCASTER,
    BROADCASTER_LAST,
    BYLINE,
    CAPS_AND_DAY,
    CAPS_BARE,
    CAPS_COLON,
    CITY_BARE,
    CITY_COLON,
    DATE_AT_END,
    DATE_LINE,
    DAY_BEFORE,
    MONTH_ABROAD,
    NAME_IN_SLASHES,
    ODD_MONTH,
    PLACE_AGAIN,
    PLACE_DATE_LINE,
    REST_OF_MARK,
    RUN_DATE,
    SLASH_BEFORE_YEAR,
    SLASHED,
    SLASHED_UNDATED,
    STAMP,
    UNLISTED_LAST,
    UNLISTED_WIRE,
    VENUE,
    VENUE_HOUR,
    WEB_WIRE,
    WIRE,
    WIRE_OF_WRITER,
    WRITER_AND_PLACE,
    WRITER_BEFORE_PLACE,
)
from aidememoire.language.times.arithmetic import distance
from aidememoire.language.times.reading import read_times
from aidememoire.model import Dateline, Mentions, When
from aidememoire.model.span import Span

HEAD = 2500  # code points in which a dateline can stand: headlines, summary and captions may be run into it
BYLINE_HEAD = 1200
HEADER_LINES = 9  # lines over the body
LONGEST_LINE = 90  # code points of a line that holds only date and place
PROSE_LINE = 200  # a line as long as this is the body
LONGEST_CITY = 3  # words
TOLD_LINE = 90  # code points of a line behind a bare city and a dash that tells something: a title is shorter

OTHER_AGENCIES = frozenset(("AA", "MNA"))  # Anadolu's and Mehr's marks in datelines: too short for the outlets table

Found = dict[str, tuple[int, int]]  # field → offsets of its words
Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a text, and what is known about names in it."""

    text: str
    is_place: Test
    is_agency: Test
    is_city: Test


def find_dateline(mentions: Mentions, knowledge: Knowledge) -> Dateline | None:
    """The dateline of the report; None without one."""
    report = mentions.report

    def is_place(name: str) -> bool:
        party = knowledge.parties.find(name)
        return bool(knowledge.places.find(name)) or (party is not None and party.kind in TERRITORY_KINDS)

    def is_agency(name: str) -> bool:
        outlets = [knowledge.outlets.get(piece.strip()) for piece in (name, *name.split("/"))]
        return name in OTHER_AGENCIES or any(
            outlet is not None and (outlet.is_agency or outlet.side is None) for outlet in outlets
        )

    def is_city(name: str) -> bool:
        return any(place.kind == "city" for place in knowledge.places.find(name))

    return read_dateline(Head(report.text[:HEAD], is_place, is_agency, is_city), report.today, report.id)


def read_dateline(head: Head, today: date | None, report: str) -> Dateline | None:
    """The dateline at the head of a text; ``today`` gives the year of a date without one."""
    found: Found = {}
    for form in (_web_wire, _wire, _header_lines, _broadcaster):
        found = form(head)
        if found:
            break
    if not found:
        return None
    byline = BYLINE.search(head.text, 0, BYLINE_HEAD)
    if byline and "byline" not in found:
        found["byline"] = byline.span("name")
    if "place" in found:
        found["place"] = _without_stop(head.text, *found["place"])
    words = {field: head.text[start:end] for field, (start, end) in found.items()}
    return Dateline(
        place=words.get("place"),
        date=_day(words["date"], today) if "date" in words else None,
        agency=words.get("agency"),
        byline=words.get("byline"),
        spans=tuple((field, Span(report, *offsets)) for field, offsets in sorted(found.items())),
        extent=Span(report, min(start for start, _ in found.values()), _end_of_mark(head.text, found)),
    )


def _end_of_mark(text: str, found: Found) -> int:
    """Where a dateline ends: with the mark in which its agency stands, where that goes on ("/TASS Correspondent/")."""
    end = max(stop for _, stop in found.values())
    rest = REST_OF_MARK.match(text, end)
    if rest is None or "agency" not in found:
        return end
    start = found["agency"][0]
    opening = text[max(text.rfind("\n", 0, start) + 1, start - 40) : start]
    return rest.end() if {"/": "/", ")": "("}[rest["close"]] in opening else end


def _without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a full stop at the end, unless it is an abbreviation's: "MOSCOW. May 5", "Washington, D.C."."""
    last = text[start:end].split()[-1]
    if last in american_states_in_short():
        return start, end
    return (start, end - 1) if last.endswith(".") and last.count(".") == 1 and len(last) > 3 else (start, end)


def _day(words: str, today: date | None) -> When | None:
    """The day of a date; of two that 6/5/2019 may be, the one nearer to publication."""
    words = SLASH_BEFORE_YEAR.sub(", ", ODD_MONTH.sub(lambda match: match[0].title(), words))
    words = MONTH_ABROAD.sub(lambda match: f" {MONTH_NAMES[MONTHS_ABROAD[match[1].lower()] - 1].title()}", words)
    read = next((one.meaning for one in read_times(words, today) if one.meaning.when), None)
    if read is None or read.when is None or (today is None and read.alternatives):
        return None  # "4/03/2019" may be either
    return read.when if today is None else min((read.when, *read.alternatives), key=lambda when: distance(when, today))


def _fields(match: re.Match[str], *names: str) -> Found:
    return {name: match.span(name) for name in names if match.groupdict().get(name)}


# ---- wires


def _web_wire(head: Head) -> Found:
    """CASE: "CAIRO | Tue May 24, 2011 6:50pm EDT CAIRO (Reuters) -"."""
    match = WEB_WIRE.search(head.text)
    has_agency = bool(match and match["agency"] and head.is_agency(match["agency"]))
    if not match or not (match["place"] or has_agency):
        return {}
    fields = _fields(match, *(("place", "date", "agency") if has_agency else ("place", "date")))
    again = PLACE_AGAIN.search(head.text, match.end("hour"), match.start("agency")) if match["agency"] else None
    if again and match["place"] and match["place"].endswith(f" {again['place']}"):
        fields["place"] = (
            match.end("place") - len(again["place"]),
            match.end("place"),
        )  # "Reuters TV CAIRO | … CAIRO ("
    return fields


def _wire(head: Head) -> Found:
    """The first wire dateline that has a place; else the first."""
    candidates: list[tuple[bool, int, Found]] = []
    for form in (_in_brackets, _in_slashes, _in_commas, _bare):
        for start, found in form(head):
            candidates.append(("place" not in found, start, found))
    if not candidates:
        candidates = [(False, start, found) for start, found in _unlisted(head)]
    return min(candidates, key=lambda item: item[:2])[2] if candidates else {}


def _in_brackets(head: Head) -> list[tuple[int, Found]]:
    """CASE: "BEIJING, Nov 3 (Xinhua) --", "Tripoli, Libya (CNN) --"."""
    found = []
    for match in WIRE.finditer(head.text):
        if (match["dash"] or match["date"]) and head.is_agency(match["agency"]):
            fields = _fields(match, "date", "agency")
            place = _end_of_run(head, *match.span("place")) if match["place"] else None
            fields |= {"place": place} if place else {}
            stamp = None
            if place and "date" not in fields:
                stamp = STAMP.search(head.text, 0, place[0]) or DAY_BEFORE.search(head.text, 0, place[0])
            fields |= _fields(stamp, "date") if stamp else {}
            found.append((match.start("agency"), fields))
    for match in WIRE_OF_WRITER.finditer(head.text):
        place = _end_of_run(head, *match.span("place"))
        inner = match.span("inner")
        named = {"agency": inner} if head.is_agency(match["inner"]) else _agency_in(head, *inner)
        if place and named:
            found.append((match.start(), _fields(match, "date") | {"place": place} | named))
    return found


def _agency_in(head: Head, start: int, end: int) -> Found | None:
    """An agency among other words, and who wrote for it: "Corr. TASS Ivan Petrov", "reporter of Xinhua Li Wei"."""
    for word in AGENCY_WORDS.finditer(head.text, start, end):
        if head.is_agency(word.group().replace('"', "")):
            name = NAME_IN_SLASHES.fullmatch(head.text, word.end(), end)
            return {"agency": word.span()} | ({"byline": name.span(1)} if name else {})
    return None


def _unlisted(head: Head) -> list[tuple[int, Found]]:
    """CASE: "OSLO, May 6 (Fjord Wire) -", of an agency that no table knows: two of date, capitals and a known place."""
    found = []
    for match in (*UNLISTED_WIRE.finditer(head.text), *UNLISTED_LAST.finditer(head.text)):
        town = match["place"].split(",")[0]
        signs = bool(match["date"]) + town.isupper() + head.is_place(town)
        if signs > 1 and not head.is_place(match["agency"]):
            found.append((match.start(), _fields(match, "place", "date", "agency")))
    return found


def _in_slashes(head: Head) -> list[tuple[int, Found]]:
    """CASE: "MOSCOW, January 5. /TASS/.", "TOKYO, March 19. /Corr. TASS Ivan Petrov/."; "Oslo /FJORDPRESS/ The"."""
    found = []
    for match in SLASHED.finditer(head.text):
        named = _agency_in(head, *match.span("inner"))
        if named:
            found.append((match.start(), _fields(match, "place", "date") | named))
    for match in SLASHED_UNDATED.finditer(head.text):
        if head.is_city(match["place"]) and (
            match["date"] or match["agency"].isupper() or not head.is_place(match["agency"])
        ):
            named = None if head.is_agency(match["agency"]) else _agency_in(head, *match.span("agency"))
            found.append((match.start(), _fields(match, "place", "date", "agency") | (named or {})))
    return found


def _in_commas(head: Head) -> list[tuple[int, Found]]:
    """CASE: "Tehran, May 5, IRNA –", "(ANSA) - ROME, MAY 5 -"; CASE: "OSLO. FJORDPRESS –", "Tehran, IRNA –".

    CASE: "[Lima = Kyodo] The".
    """
    return (
        [
            (match.start(), _fields(match, "place", "date", "agency"))
            for form in (AGENCY_LAST, AGENCY_RUN_IN, AGENCY_FIRST, AGENCY_AHEAD, AGENCY_AND_DAY)
            for match in form.finditer(head.text)
            if head.is_agency(match["agency"]) and (form is not AGENCY_AHEAD or head.is_place(match["place"]))
        ]
        + [
            (match.start(), _fields(match, "place", "agency"))
            for match in AGENCY_STOPPED.finditer(head.text)
            if head.is_place(match["place"])
        ]
        + [
            (match.start(), _fields(match, "place", "agency", "byline"))
            for match in BRACKETED.finditer(head.text)
            if head.is_place(match["place"]) and head.is_agency(match["agency"])
        ]
        + [
            (match.start(), _fields(match, "place", "agency"))
            for match in AGENCY_UNDATED.finditer(head.text)
            if head.is_city(match["place"]) and head.is_agency(match["agency"])
        ]
    )


def _bare(head: Head) -> list[tuple[int, Found]]:
    """CASE: "LONDON, March 30 -- The", "WASHINGTON —"."""
    found = []
    for match in BARE.finditer(head.text):
        place = _end_of_run(head, *match.span("place"))
        words = head.text[slice(*place)] if place else ""
        if place and head.is_agency(words):  # "KYODO NEWS - May 6, 2019 -"
            found.append((match.start(), _fields(match, "date") | {"agency": place}))
        elif place and (_starts_line(head.text, place[0]) or words.split(",")[0].isupper()):
            found.append((match.start(), _fields(match, "date") | {"place": place}))
    for match in BARE_STOPPED.finditer(head.text):
        if head.is_place(match["place"]):
            found.append((match.start(), _fields(match, "place", "date")))
    for match in WRITER_BEFORE_PLACE.finditer(head.text):
        if head.is_place(match["place"]):
            found.append((match.start(), _fields(match, "place")))
    for match in CAPS_BARE.finditer(head.text):
        if _stands_apart(head.text, match.start()) and _is_town(head, match["place"]):
            found.append((match.start(), _fields(match, "place")))
    for match in CITY_BARE.finditer(head.text):
        if _tells(head.text, match.end()) and head.is_city(match["place"].split(",")[0]):
            found.append((match.start(), _fields(match, "place")))
    labels = list(CAPS_COLON.finditer(head.text))  # two and more are the speakers of a transcript
    if len(labels) == 1 and head.is_place(labels[0]["place"]):
        found.append((labels[0].start(), _fields(labels[0], "place")))
    labels = list(CITY_COLON.finditer(head.text))
    if len(labels) == 1 and head.is_city(labels[0]["place"]) and _tells(head.text, labels[0].end()):
        found.append((labels[0].start(), _fields(labels[0], "place")))
    return found


def _tells(text: str, start: int) -> bool:
    """Whether the rest of a line is long enough to tell something, and is no title's."""
    return len(text[start:].partition("\n")[0]) >= TOLD_LINE


def _is_town(head: Head, words: str) -> bool:
    """Whether words name a place, if only by the state that they say it is in ("PALM BEACH, Fla.")."""
    town, _, state = words.partition(",")
    state = state.strip()
    return head.is_place(town) or state in american_states_in_short() or (bool(state) and head.is_place(state))


def _starts_line(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t")
    return not before or before[-1] in "\n.!?" or before[-2:] in ('."', ".”")


def _stands_apart(text: str, start: int) -> bool:
    return _starts_line(text, start) or text[start - 2 : start] in ("  ", "| ", "|  ")


LINKING = frozenset("in on of to at for from with and by over near into against about the".split())


def _end_of_run(head: Head, start: int, end: int) -> tuple[int, int] | None:
    """The place at the end of capitalised words: a headline may be run into it ("… on Saturday Misrata, Libya").

    None where the words belong to the sentence before: "a meeting on Libya (CNN) --".
    """
    if _starts_line(head.text, start):
        return start, end
    words = [(match.start(), match.group()) for match in re.compile(r"\S+").finditer(head.text, start, end)]
    names = [word.strip(",") for _, word in words]
    comma = next((index for index, (_, word) in enumerate(words) if word.endswith(",")), len(words) - 1)
    first = next((i + 1 for i in range(comma, -1, -1) if words[i][1].strip(".,").lower() in CALENDAR_NAMES), 0)
    capitals = [index for index in range(first, comma + 1) if words[index][1].strip(",").isupper()]
    if capitals and len(words[capitals[0]][1].strip(",")) > 2:
        return words[capitals[0]][0], end
    if first > comma:
        return None
    for length in range(1, (comma - first + 1) // 2 + 1):  # "… near El Alto El Alto, Bolivia (CNN) --"
        if names[comma + 1 - 2 * length : comma + 1 - length] == names[comma + 1 - length : comma + 1]:
            return words[comma + 1 - length][0], end
    before = head.text[: words[first][0]].split()[-1:]
    is_linked = bool(before) and before[0].lower() in LINKING
    for index in range(first, comma + 1):
        if head.is_place(head.text[words[index][0] : end].split(",")[0]) and not (index == first and is_linked):
            return words[index][0], end
    if is_linked and first == comma:
        return None
    return words[comma if comma < len(words) - 1 else first][0], end


# ---- lines over the body


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines of the header that aren't empty, with their offsets."""
    lines: list[tuple[int, str]] = []
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(text):
        line = match.group()
        if len(lines) == HEADER_LINES or (lines and len(line) > PROSE_LINE):
            break
        lines.append((match.start() + len(line) - len(line.lstrip()), line.strip()))
    return lines


def _header_lines(head: Head) -> Found:
    """CASE: "November 23, 2001 16:10 The Kremlin, Moscow"; "Rome, Italy"; "09 February 12 07:00 GMT"."""
    lines = _lines(head.text)
    found: Found = {}
    places: list[tuple[int, int]] = []
    for index, (start, line) in enumerate(lines):
        if index == 0 and (run := RUN_DATE.search(head.text, start, start + len(line))):
            return _fields(run, "date")
        if len(line) > LONGEST_LINE:
            if index == 0 and len(line) <= PROSE_LINE and (title := _at_end_of_title(head, start, line)):
                return title
            continue
        dated = DATE_LINE.fullmatch(line) or _place_and_date(head, line)
        if dated and "date" not in found and not _goes_on_from(lines, index):
            found |= {name: (start + a, start + b) for name, (a, b) in _fields(dated, "date", "place").items()}
            if "place" in found:
                return found
        elif by := _writer_and_place(head, line):
            places.append((start + by[0], start + by[1]))
        elif title := _at_end_of_title(head, start, line):
            return title
        elif _is_place_line(head, lines, index):
            places.append((start, start + len(line)))
    if places:
        found["place"] = next((one for one in places if _is_city_and_country(head, head.text[slice(*one)])), places[0])
    return found


def _place_and_date(head: Head, line: str) -> re.Match[str] | None:
    match = PLACE_DATE_LINE.fullmatch(line) or CAPS_AND_DAY.fullmatch(line)
    return match if match and any(head.is_place(piece.strip()) for piece in match["place"].split(",")) else None


SECTIONS = frozenset("home news world asia politics business national international india pakistan".split())
"""Words of a trail of sections, whose last one may be a place: "World News | Lima"."""


def _writer_and_place(head: Head, line: str) -> tuple[int, int] | None:
    """CASE: "Special Correspondent / Lima", "AMN / LIMA": where in a line of who wrote it the place stands."""
    match = WRITER_AND_PLACE.fullmatch(line)
    if match is None or not head.is_city(match["place"]) or SECTIONS & set(match["writer"].lower().split()):
        return None
    return match.span("place")


def _at_end_of_title(head: Head, start: int, line: str) -> Found:
    """CASE: "Communiqué of the Three Lima, 5 May 2019": a city and a whole date, run into the title before them."""
    match = DATE_AT_END.search(line)
    if match is None:
        return {}
    words = list(re.compile(r"\S+").finditer(line, 0, match.start()))
    for length in range(min(LONGEST_CITY, len(words) - 1), 0, -1):
        first = words[-length].start()
        is_city = line[first].isupper() and head.is_city(line[first : match.start()])
        if is_city and words[-length - 1].group().strip(",").lower() not in LINKING:
            return {"place": (start + first, start + match.start()), "date": _shifted(match.span("date"), start)}
    return {}


def _shifted(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _goes_on_from(lines: list[tuple[int, str]], index: int) -> bool:
    """Whether the line goes on from the one before: the date of something quoted, not of the report."""
    return index > 0 and lines[index - 1][1][-1] in ",;"


def _is_city_and_country(head: Head, line: str) -> bool:
    pieces = [piece.strip() for piece in line.split(",")]
    if any(word.islower() and word not in SMALL_WORDS for word in pieces[0].split()):
        return False  # "The talks were held in the Egyptian capital, Cairo."
    return len(pieces) > 1 and (pieces[-1] in american_states() or head.is_place(pieces[-1]))


SMALL_WORDS = frozenset("of the de da do del la las los le upon am an al el sur and di dos y at in on near".split())
IN_OFFICES = SMALL_WORDS | {"for", "to", "with"}
FEW_WORDS = 2  # of prose in a line that names an office
OFFICE_WORDS = re.compile(r"\b(?:Secretary|Minister|President|Spokes\w+|Ambassador|Representative|Director)\b")
SPEAKER = re.compile(r"(?:[A-Z][A-Z.’'\-]+ ?){1,6}:")


def _is_place_line(head: Head, lines: list[tuple[int, str]], index: int) -> bool:
    start, line = lines[index]
    is_over_date = len(lines) > index + 1 and bool(DATE_LINE.fullmatch(lines[index + 1][1]))
    if index == 0 or (is_over_date and "," not in line and head.is_city(line)):
        return is_over_date and head.is_place(line.split(",")[0])
    if line[-1] in ":;!?" or any(char.isdigit() for char in line) or OFFICE_WORDS.search(line):
        return False
    if _is_city_and_country(head, line):
        return all(piece.strip()[:1].isupper() for piece in line.split(","))
    if "," not in line and head.is_place(line) and not line.startswith("The "):
        follows_office = _is_office_line(lines[index - 1][1]) and line[0].isupper() and not line.endswith(".")
        is_over_turn = any(SPEAKER.match(after) for _, after in lines[index + 1 : index + 3])
        if line.isupper() or (index > 1 and (follows_office or is_over_turn)):
            return True
    return bool(VENUE.fullmatch(line)) and bool(VENUE_HOUR.match(head.text, start + len(line)))


def _is_office_line(line: str) -> bool:
    """Whether a line names somebody with an office, and is not one of prose that was broken after it."""
    if not OFFICE_WORDS.search(line) or len(line) >= PROSE_LINE or line.endswith((".", ",")):
        return False
    small = [word for word in line.split() if word.islower() and word.isalpha()]
    told = [word for word in small if word not in IN_OFFICES]
    return len(told) < FEW_WORDS and line.split()[-1] not in small


def _broadcaster(head: Head) -> Found:
    """CASE: "By Jim Smith BBC News, Beirut": the correspondent's place is the dateline."""
    match = BROADCASTER_LAST.search(head.text, 0, BYLINE_HEAD) or BROADCASTER.search(head.text, 0, BYLINE_HEAD)
    if not match:
        return {}
    start, end = match.span("place")
    stops = [word.end() for word in re.compile(r"\S+").finditer(head.text, start, end)]
    known = [stop for stop in stops if head.is_place(head.text[start:stop])]
    return {"agency": match.span("agency"), "byline": match.span("name"), "place": (start, (known or stops[:1])[-1])}
