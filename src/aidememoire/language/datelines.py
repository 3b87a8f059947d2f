"""Dateline and byline of a report: place, date, agency, who wrote it.

The dateline is words of the text: a wire's "PLACE, date (Agency) -", or the lines of date and place over the body. A
date that only the source's metadata gives is none. Several: the first counts.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date

from aidememoire.knowledge import Knowledge
from aidememoire.language.time_grammar import DAY_WORDS
from aidememoire.language.times import read_times
from aidememoire.model import Dateline, Mentions, When
from aidememoire.model.span import Span

HEAD = 2500  # code points in which a dateline can stand: headlines, summary and captions may be run into it
HEAD_LINES = 9  # lines over the body
LONGEST_LINE = 90  # of a line that holds only date and place

AGENCIES = frozenset(
    """reuters|ap|associated press|afp|agence france-presse|tass|itar-tass|interfax|ria|ria novosti|sputnik|xinhua|kyodo|kyodo news
    |jiji|jiji press|yonhap|pti|ani|ians|uni|irna|mna|mehr|tasnim|fars|isna|anadolu|anadolu agency|aa|dpa|efe|ansa|kuna|spa|wam|mena|bna|qna
    |petra|sana|aps|map|tap|upi|cnn|bbc|bbc news|bernama|antara|app|bss|vna|cna|kcna|knaa|ukrinform|unian|belta|trend|azertac
    |apa|lusa|agi|ntb|tt|ritzau|stt|mti|pap|ctk|tasr|tanjug|beta|hina|fena|mia|agerpres|bta|dha|nan|pana|gna|saba|ina|nna|wafa|bloomberg
    |canadian press|cp|the canadian press|press trust of india|press association|pa|deutsche welle|dw|voa|rfe/rl|al jazeera|media""".replace(
        "\n", ""
    )
    .replace(" " * 4, "")
    .split("|")
)

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:{DAY_WORDS})\.?)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DATE = rf"(?:(?:{WEEKDAY},?\s)?(?:{MONTH}\s{DAY}|{DAY}\s{MONTH})(?:,?\s(?:\d{{4}}|\d\d(?=\s\d\d[:.])))?(?![\d:]))"
HOUR = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}|UK)\b)?)"

CAP = r"(?:(?:al|el|as|ash|ar|an|at|El|Al)-)?[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
SMALL = r"(?:de|da|do|del|la|las|los|le|of|the|upon|am|an|al|el|sur|and|di|dos|y|d[’'])"
NAME = rf"{CAP}(?:\s(?:{SMALL}\s)?{CAP}){{0,4}}"
CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?:\s(?:(?:DE|DA|AND|[A-ZÀ-ÖØ-Þ])\s?)*[A-ZÀ-ÖØ-Þ.'’\-]{2,}){0,3}"
PLACE = rf"(?:{NAME}(?:\s?\\?/\s?{NAME})?(?:,\s{NAME})?(?:\s\[{NAME}\])?)"
CAPS_PLACE = rf"(?:{CAPS}(?:\\?/{CAPS})?(?:,\s{NAME})?)"
AGENCY = r"[A-Za-z][\w.&/ \-]{1,30}?"
DASH = r"(?:--?|–|—|−|\.-|:)"

# Reuters' pages of 2010–12: "CAIRO | Tue May 24, 2011 6:50pm EDT CAIRO (Reuters) -"
WEB_WIRE = re.compile(
    rf"(?:(?P<place>{CAPS_PLACE})(?:,\s{DATE})?\s\|\s)?(?P<date>{WEEKDAY}\s{MONTH}\s{DAY},\s\d{{4}})\s(?P<hour>{HOUR})"
    rf"(?:[^\n()]{{0,60}}\((?P<agency>{AGENCY})\))?"
)
# "BEIJING, Nov 3 (Xinhua) --", "Tripoli, Libya (CNN) --", "WASHINGTON (Reuters) -"
WIRE = re.compile(
    rf"(?:(?P<place>{PLACE})[,.]?\s(?:(?P<date>{DATE}),?\s)?)?[\(](?P<agency>{AGENCY})[\)]\s?(?P<dash>{DASH})?"
)
# "MOSCOW, January 5. /TASS/.", "TOKYO, March 19. /Corr. TASS Ivan Petrov/."
SLASHED = re.compile(rf"(?P<place>{PLACE})[,.]\s(?P<date>{DATE})[.,]?\s/(?P<inner>[^/\n]{{2,80}})/")
# "Tehran, May 5, IRNA –", "TOKYO, May 5, Kyodo -"
NAMED_LAST = re.compile(rf"(?P<place>{PLACE}),\s(?P<date>{DATE}),?\s(?P<agency>[A-Z][A-Za-z]+)\s?{DASH}")
# "(ANSA) - ROME, MAY 5 -"
AGENCY_FIRST = re.compile(rf"\((?P<agency>{AGENCY})\)\s?(?:{DASH}\s)?(?P<place>{PLACE}),?\s(?P<date>{DATE})\s?{DASH}")
# "LONDON, March 30 -- At this week's", "MOSCOW, March 3. The"
BARE = re.compile(rf"(?P<place>{PLACE})(?:,|\s[-–—])\s(?P<date>{DATE})(?:\s*{DASH}|\.)\s")
# "WASHINGTON — The": capitals alone
CAPS_BARE = re.compile(rf"(?P<place>{CAPS_PLACE})\s(?:--|—|–|-)\s(?=[\"“A-Z])")

DATE_LINE = re.compile(
    rf"(?:Page last updated at\s)?(?:{HOUR},?\s)?(?P<date>{DATE})(?:,?\s(?P<hour>{HOUR}))?(?:\s(?P<place>{CAP}[^\n]{{0,70}}))?\s*$"
)
RUN_DATE = re.compile(
    rf"(?:Page last updated at\s)?(?:{HOUR},?\s)?(?P<date>(?:{WEEKDAY},?\s)?{DAY}\s{MONTH}\s(?:\d{{4}}|\d\d))\s(?P<hour>{HOUR})"
)
BYLINE = re.compile(
    rf"\bBy\s(?P<name>{CAP}(?:\s(?:(?:van|von|de|der|al|bin)\s)?{CAP}){{1,2}}?)(?=\s(?P<agency>BBC(?:\sNews)?|CNN|Reuters|AP|AFP)\b|[,.\n]|\sin\s|\sand\s|\s{CAPS},)"
)
BBC_PLACE = re.compile(rf"BBC News,\s(?P<place>{NAME})")
ROOM = re.compile(
    r".{3,60}\b(?:Room|Hotel|House|Palace|Garden|Lawn|Airport|Base|Center|Centre|Hall|Library|Embassy|Office|Headquarters)\Z"
)
ALONE_HOUR = re.compile(rf"\s*\(?{HOUR}\)?[^\n]{{0,12}}(?:\n|$)")
US_STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
    Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming D.C. DC""".split()
) | {
    "New York",
    "New Jersey",
    "New Mexico",
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "West Virginia",
    "Rhode Island",
}

IsPlace = Callable[[str], bool]


def find_dateline(mentions: Mentions, knowledge: Knowledge) -> Dateline | None:
    """The dateline of the report; None without one."""
    report = mentions.report
    return read_dateline(report.text, report.today, report.id, _place_test(knowledge), _agency_test(knowledge))


def _place_test(knowledge: Knowledge) -> IsPlace:
    places, parties = getattr(knowledge, "places", None), getattr(knowledge, "parties", None)

    def is_place(name: str) -> bool:
        return bool((places and places.find(name)) or (parties and parties.find(name)))

    return is_place


def _agency_test(knowledge: Knowledge) -> IsPlace:
    outlets = getattr(knowledge, "outlets", None)

    def is_agency(name: str) -> bool:
        return any(
            piece.lower() in AGENCIES or bool(outlets and (found := outlets.get(piece)) and found.is_agency)
            for piece in (name, *re.split(r"[/]", name))
        )

    return is_agency


def read_dateline(text: str, today: date | None, report: str, is_place: IsPlace, is_agency: IsPlace) -> Dateline | None:
    """The dateline at the head of a text; None without one."""
    head = text[:HEAD]
    found: dict[str, Span] = {}
    for reader in (_web_wire, _wire, _header_lines, _bylined):
        found = {field: Span(report, *where) for field, where in reader(head, is_place, is_agency).items()}
        if found:
            break
    byline = _byline(head, found)
    if byline:
        found["byline"] = Span(report, *byline)
    if not found.keys() & {"place", "date", "agency"}:
        return None
    words = {field: text[span.start : span.end] for field, span in found.items()}
    extent = Span(report, min(span.start for span in found.values()), max(span.end for span in found.values()))
    return Dateline(
        place=words.get("place"),
        date=_day(words["date"], today) if "date" in words else None,
        agency=words.get("agency"),
        byline=words.get("byline"),
        spans=tuple(sorted(found.items())),
        extent=extent,
    )


def _day(words: str, today: date | None) -> When | None:
    for one in read_times(words, today):
        if one.meaning.when:
            return one.meaning.when
    return None


Found = dict[str, tuple[int, int]]


def _fields(match: re.Match[str], *names: str) -> Found:
    return {name: match.span(name) for name in names if match.groupdict().get(name)}


def _web_wire(head: str, is_place: IsPlace, is_agency: IsPlace) -> Found:
    match = WEB_WIRE.search(head)
    if not match or not (match["place"] or match["agency"]):
        return {}
    if match["agency"] and not is_agency(match["agency"]):
        return _fields(match, "place", "date")
    return _fields(match, "place", "date", "agency")


def _wire(head: str, is_place: IsPlace, is_agency: IsPlace) -> Found:
    candidates: list[tuple[int, Found]] = []
    for match in WIRE.finditer(head):
        if (
            is_agency(match["agency"])
            and (match["dash"] or match["date"] or match["place"])
            and (match["dash"] or match["date"])
        ):
            found = _fields(match, "date", "agency")
            if match["place"]:
                place = _trimmed_place(head, *match.span("place"), is_place)
                if place:
                    found["place"] = place
            candidates.append((match.start("agency"), found))
            break
    for match in SLASHED.finditer(head):
        found = _fields(match, "place", "date")
        found |= _slashed_agency(head, *match.span("inner"), is_agency)
        candidates.append((match.start(), found))
        break
    for pattern in (NAMED_LAST, AGENCY_FIRST):
        for match in pattern.finditer(head):
            if is_agency(match["agency"]):
                candidates.append((match.start(), _fields(match, "place", "date", "agency")))
                break
    for match in BARE.finditer(head):
        if _starts_line(head, match.start()) or match["place"].isupper():
            candidates.append((match.start(), _fields(match, "place", "date")))
            break
    if not candidates:
        for match in CAPS_BARE.finditer(head):
            if _starts_line(head, match.start()) and is_place(match["place"].split(",")[0]):
                candidates.append((match.start(), _fields(match, "place")))
                break
    return min(candidates, key=lambda item: item[0])[1] if candidates else {}


def _starts_line(head: str, start: int) -> bool:
    return start == 0 or not head[:start].rstrip(" \t") or head[:start].rstrip(" \t")[-1] in "\n.!?"


NOT_IN_PLACE = frozenset(
    "saturday sunday monday tuesday wednesday thursday friday january february march april may june july august"
    " september october november december".split()
)
LINKING = frozenset("in on of to at for from with and by over near into against about the".split())


def _trimmed_place(head: str, start: int, end: int, is_place: IsPlace) -> tuple[int, int] | None:
    """The place at the end of capitalised words: a headline may be run into it ("… on Saturday Misrata, Libya")."""
    words = [(match.start() + start, match.group()) for match in re.finditer(r"\S+", head[start:end])]
    if _starts_line(head, start):
        return start, end
    caps = [index for index, (_, word) in enumerate(words) if word.rstrip(",").isupper() and len(word) > 2]
    first = 0
    for index, (_, word) in enumerate(words):
        if word.strip(".,").lower() in NOT_IN_PLACE:
            first = index + 1
    if caps and caps[0] > first:
        first = caps[0]
    if first >= len(words):
        return None
    before = head[: words[first][0]].split()[-1:]
    is_linked = bool(before) and before[0].lower() in LINKING
    for index in range(first, len(words)):
        name = head[words[index][0] : end]
        if is_place(name.split(",")[0]) and not (index == first and is_linked):
            return words[index][0], end
    if is_linked or (is_place("Paris") and not caps):
        return None
    return words[first][0], end


def _slashed_agency(head: str, start: int, end: int, is_agency: IsPlace) -> Found:
    for match in re.finditer(r"[A-Za-z][A-Za-z\-]+", head[start:end]):
        if is_agency(match.group()):
            found = {"agency": (start + match.start(), start + match.end())}
            name = re.compile(rf"\s+({CAP}(?:\s{CAP}){{1,3}})\s*$").match(head[:end], start + match.end())
            if name:
                found["byline"] = name.span(1)
            return found
    return {}


def _lines(head: str) -> Iterable[tuple[int, str]]:
    position = 0
    count = 0
    for line in head.split("\n"):
        if line.strip():
            count += 1
            if count > HEAD_LINES:
                return
            yield position + len(line) - len(line.lstrip()), line.strip()
        position += len(line) + 1


def _header_lines(head: str, is_place: IsPlace, is_agency: IsPlace) -> Found:
    lines = list(_lines(head))
    found: Found = {}
    for index, (start, line) in enumerate(lines):
        if len(line) > LONGEST_LINE:
            if index == 0 and (match := RUN_DATE.match(line)):
                return {"date": (start + match.start("date"), start + match.end("date"))}
            if index:
                break
            continue
        match = DATE_LINE.match(line)
        if match and "date" not in found:
            found |= {name: (start + a, start + b) for name, (a, b) in _fields(match, "date", "place").items()}
            if "place" in found:
                break
        elif index and "place" not in found and _is_place_line(head, start, line, is_place):
            found["place"] = (start, start + len(line))
    return found


def _is_place_line(head: str, start: int, line: str, is_place: IsPlace) -> bool:
    if line[-1] in ":;!?" or any(char.isdigit() for char in line):
        return False
    pieces = [piece.strip() for piece in line.split(",")]
    if len(pieces) in (2, 3) and (pieces[-1] in US_STATES or is_place(pieces[-1])):
        return all(piece[:1].isupper() for piece in pieces) and not re.search(
            r"\b(?:Secretary|Minister|President|Spokes\w+|Ambassador)\b", line
        )
    if len(pieces) == 1 and is_place(line):
        return True
    return bool(ROOM.match(line)) and bool(ALONE_HOUR.match(head, start + len(line) + 1))


def _bylined(head: str, is_place: IsPlace, is_agency: IsPlace) -> Found:
    """ "By Jim Smith BBC News, Beirut": the correspondent's place is the dateline."""
    match = BYLINE.search(head)
    if not match or not match["agency"] or match.start() > 400:
        return {}
    place = BBC_PLACE.match(head, match.start("agency"))
    if not place:
        return {}
    span = _longest_place(head, *place.span("place"), is_place)
    return {"agency": (match.start("agency"), match.start("agency") + len("BBC News")), "place": span}


def _longest_place(head: str, start: int, end: int, is_place: IsPlace) -> tuple[int, int]:
    """The longest beginning that is a known place, else the first word: the body may run on."""
    stops = [start + match.end() for match in re.finditer(r"\S+", head[start:end])]
    for stop in reversed(stops):
        if is_place(head[start:stop]):
            return start, stop
    return start, stops[0]


def _byline(head: str, found: dict[str, Span]) -> tuple[int, int] | None:
    if "byline" in found:
        return None
    match = BYLINE.search(head)
    return match.span("name") if match and match.start() < 1200 else None
