"""Forms of datelines and bylines, as regular expressions; what a match means is said in ``datelines``."""

import re

from aidememoire.knowledge.calendar_names import MONTHS_ABROAD, WEEKDAY_NAMES
from aidememoire.language.times.grammar import DAY_WORDS

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?"
    r"|MAR(?:CH|\.)?|APR(?:IL|\.)?|MAY|JUNE?|JULY?|AUG(?:UST|\.)?|SEPT?(?:EMBER|\.)?|OCT(?:OBER|\.)?"
    r"|NOV(?:EMBER|\.)?|DEC(?:EMBER|\.)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# Months of other calendars: "2 Esfand 1399", "29 Dhu al-Hijjah 1440"
MONTH_ELSEWHERE = (
    r"(?:Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand|Muharram|Safar"
    r"|Rabi['’]?\s?(?:al-\w+|[ai]l?-?\w+|I{1,2})|Jumada\s?(?:al-\w+|I{1,2})|Rajab|Sha['’]?ban|Ramadan|Shawwal"
    r"|(?:Dhu|Zul)['’]?[\s-]?(?:al-)?(?:Hijjah?|Qi?[’']?dah|Qaadah))"
)
WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAY_NAMES)}|(?:{DAY_WORDS})\.?)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:(?:19|20)\d\d)"
# "6. Mai", "le 6 mai 2019", "6 de mayo de 2019"
DAY_ABROAD = rf"(?:le\s)?{DAY}\.?\s(?:de\s)?(?i:{'|'.join(MONTHS_ABROAD)})\b"
DATE_ABROAD = rf"(?:{DAY_ABROAD}(?:(?:\sde)?\s{YEAR})?)"
DATE = (
    rf"(?:(?:{WEEKDAY},?\s)?(?:{MONTH}\s{DAY}|{DAY}\s{MONTH})(?:,?\s(?:{YEAR}|\d\d(?=\s\d\d[:.]))|/{YEAR})?(?!\d|:\d)"
    rf"|{DATE_ABROAD}|{DAY}\s{MONTH_ELSEWHERE}(?:,?\s1[34]\d\d)?)"
)
# "6/5/2019", "06.05.2019": only where a place and a dash stand around it
NUMERIC_DATE = rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})"
FULL_DATE = (
    rf"(?:(?:{WEEKDAY},?\s)?(?:{MONTH}\s{DAY},?\s{YEAR}|{DAY}\s{MONTH},?\s(?:{YEAR}|\d\d(?=\s\d\d[:.])))"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}|{YEAR}-\d\d-\d\d|{DAY_ABROAD}(?:\sde)?\s{YEAR})"
)
# Another calendar's day before the date: "Rabi' II 14, 1440, " or "14 Rabi' II 1440 H, corresponding to "
DAY_ELSEWHERE = (
    rf"(?:(?:{MONTH_ELSEWHERE}\s{DAY}|{DAY}\s{MONTH_ELSEWHERE}),?\s1[34]\d\d(?:\s?A?H\.?)?,?\s(?:corresponding to\s)?)"
)
HOUR = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}|UK)\b)?)"

CAP = r"(?:(?:al|el|as|ash|ar|an|at|El|Al)-)?[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
SMALL = r"(?:de|da|es|do|del|la|las|los|le|of|the|upon|am|an|al|el|sur|and|di|dos|y)"
NAME = rf"{CAP}(?: (?:{SMALL} )?{CAP}){{0,4}}"
CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?: [A-ZÀ-ÖØ-Þ.'’\-]{2,}){0,3}"
PLACE = rf"(?<!\w)(?:{NAME}(?: ?\\?/ ?{NAME})?(?:, {NAME})?(?: \[{NAME}\])?)"
CAPS_PLACE = rf"(?<!\w)(?:{CAPS}(?:\\?/{CAPS})?(?:, {NAME})?)"
AGENCY = r"[A-Za-z][\w.&/ \-]{1,30}?"
DASH = r"(?:\.?\s?--?|\.?\s?[–—−]|:)"

# "CAIRO | Tue May 24, 2011 6:50pm EDT CAIRO (Reuters) -"
WEB_WIRE = re.compile(
    rf"(?:(?P<place>{CAPS_PLACE})(?:,\s{DATE})?\s\|\s)?(?P<date>{WEEKDAY}\s{MONTH}\s{DAY},\s\d{{4}})\s(?P<hour>{HOUR})"
    rf"(?:[^\n()]{{0,60}}\((?P<agency>{AGENCY})\))?"
)
# After the hour of a web wire, its place once more: "EDT CAIRO ("
PLACE_AGAIN = re.compile(rf"(?P<place>{CAPS_PLACE})\s\(\Z")
# The stamp before a wire's place: "Mon May 6, 2019 7:40 pm EDT (spelling) LIMA"
STAMP = re.compile(rf"\b(?P<date>{WEEKDAY},?\s{MONTH}\s{DAY}(?:,?\s{YEAR})?),?\s{HOUR}\s(?:\([^()\n]{{1,160}}\)\s)?\Z")
# "BEIJING, Nov 3 (Xinhua) --", "Tripoli, Libya (CNN) --", "MOSCOW. May 5 (Interfax) -", "(CNN) --"
WIRE = re.compile(
    rf"(?:(?P<place>{PLACE})[,.;]?\s(?:{DAY_ELSEWHERE}?(?P<date>{DATE}|{NUMERIC_DATE})(?:,?\s|(?=\())(?:Juche\s\d{{2,3}}\s(?:\({YEAR}\)\s)?)?)?)?"
    rf"\((?P<agency>{AGENCY})\)\s?(?P<dash>{DASH})?"
)
# The same with more than the agency in brackets: "MINSK, March 3 (Corr. BELTA).", "LIMA MAY 6 (reporter of Xinhua)"
WIRE_OF_WRITER = re.compile(rf"(?P<place>{PLACE})[,.]?\s(?P<date>{DATE})[,.]?\s\((?P<inner>[^()\n]{{2,80}})\)")
# The day before a wire's place: "May 6, LIMA (Reuters) -"
DAY_BEFORE = re.compile(rf"(?:\A|\n)[ \t]*(?P<date>{DATE}),?\s\Z")
# The same at the start of a line, of an agency that no table knows: "OSLO, May 6 (Fjord Wire) -", "OSLO (Fjord) --"
UNLISTED_WIRE = re.compile(
    rf"^[ \t]*(?P<place>{PLACE})\s?[,.]?\s(?:(?P<date>{DATE})\s?[,.]?\s?)?"
    rf"\(\s?(?P<agency>{CAP}(?:[ /\-]{CAP}){{0,3}})\s?\)\s?(?P<dash>{DASH})",
    re.MULTILINE,
)
# "Accra, Aug. 3, GNX -", "OSLO. May 6. Fjord-Press –"
UNLISTED_LAST = re.compile(
    rf"^[ \t]*(?P<place>{PLACE})[,.]\s(?P<date>{DATE})[.,]\s(?P<agency>{CAP}(?:[ \-]{CAP})?)\s?(?:--?|[–—−])\s",
    re.MULTILINE,
)
# "MOSCOW, January 5. /TASS/.", "TOKYO, March 19. /Corr. TASS Ivan Petrov/."
SLASHED = re.compile(rf"(?P<place>{PLACE})[,.;]?\s(?P<date>{DATE})[.,]?\s?/(?P<inner>[^/\n]{{2,80}})/")
# At a line's head: "Oslo /FJORDPRESS/ The", "6 May 2019, Oslo. /Fjordpress/ The"
SLASHED_UNDATED = re.compile(
    rf"^(?:(?P<date>{DATE})[,.]\s)?(?P<place>{NAME})\.?\s/(?P<agency>{CAP}(?:[ -]{CAP})?)/[.:]?\s", re.MULTILINE
)
NAME_IN_SLASHES = re.compile(rf"(?:\s(?:News\s)?Agency)?\s+({CAP}(?:\s{CAP}){{1,3}})\s*")
# "Tehran, May 5, IRNA –", "Riyadh, May 05, 2019, SPA --", "MOSCOW, May 5 - RIA Novosti.", "MOSCOW. May 5. INTERFAX -"
AGENCY_LAST = re.compile(
    rf"(?P<place>{PLACE})[,.]?\s{DAY_ELSEWHERE}?(?P<date>{DATE})(?:[.,]\s|\s[-–—]\s|\s)"
    rf"(?P<agency>[A-Z][A-Za-z]+(?:\s(?:of\s)?[A-Z][a-z]+|\s[a-z]+)?)(?:\s?{DASH}|[.,]\s|\s{{2,3}}|\n)"
)
# The same run into the words: "Baku, November 5, AZERTAC The"
AGENCY_RUN_IN = re.compile(
    rf"^(?P<place>{PLACE})[,.]\s(?P<date>{DATE})[.,]\s(?P<agency>[A-Z]{{3,}})\s(?=[\"“‘A-Z])", re.MULTILINE
)
# No place, at the text's head: "ENA January 10/2019… The", "ENA, May 6, 2019 -"
AGENCY_AND_DAY = re.compile(rf"\A\s*(?P<agency>[A-Z]{{2,8}}),?\s(?P<date>{DATE})\s?(?:…|\.{{2,3}}|--?|[–—−]|:)\s")
# At a line's head: "Tehran, IRNA –", "Tehran, IRNA: The"
AGENCY_UNDATED = re.compile(
    rf"^(?P<place>{CAP}(?:\s{CAP}){{0,2}}),\s(?P<agency>{CAP})(?:\s?(?:--?|[–—−])|:)\s", re.MULTILINE
)
# "(ANSA) - ROME, MAY 5 -"
AGENCY_FIRST = re.compile(rf"\((?P<agency>{AGENCY})\)\s?(?:{DASH}\s)?(?P<place>{PLACE}),?\s(?P<date>{DATE})\s?{DASH}")
# At a line's head, all in capitals: "XINHUA NEWS AGENCY, LIMA MAY 6 --"
AGENCY_AHEAD = re.compile(
    rf"^(?P<agency>[A-Z]{{3,}}(?:\sNEWS)?(?:\sAGENCY)?)[,.]?\s(?P<place>[A-Z]{{3,}}(?:\s[A-Z]{{3,}}){{0,2}}?),?\s"
    rf"(?P<date>{DATE})\s?{DASH}",
    re.MULTILINE,
)
# At a line's head, both in capitals: "OSLO. FJORDPRESS – The"
AGENCY_STOPPED = re.compile(
    rf"^(?P<place>{CAPS})\.\s(?P<agency>[A-Z]{{3,}}(?:[ \-][A-Z]{{3,}})?)\s(?:--?|[–—−])\s(?=[\"“‘A-Z])", re.MULTILINE
)
# "LONDON, March 30 -- The", "MOSCOW, March 3. The"
BARE = re.compile(rf"(?P<place>{PLACE})(?:,|\s[-–—])\s(?P<date>{DATE}|{NUMERIC_DATE})(?:\s*{DASH}|\.)\s")
# At a line's head, the place in capitals: "MOSCOW. 3 March. The"
BARE_STOPPED = re.compile(rf"^(?P<place>{CAPS})\.\s(?P<date>{DATE})(?:\s*{DASH}|\.)\s", re.MULTILINE)
# "WASHINGTON — The", "WASHINGTON—The"
CAPS_BARE = re.compile(rf"(?P<place>{CAPS_PLACE})(?:\s{{1,3}}(?:--|—|–|-)\s+|—\s?)(?=[\"“‘A-Z])")
# At a line's head, in small letters: "Yaoundé - The"
CITY_BARE = re.compile(rf"^(?P<place>{NAME}(?:, {NAME})?)\s{{1,3}}(?:--|—|–|-)\s+(?=[\"“‘A-Z])", re.MULTILINE)

# "ISLAMABAD: The"
CAPS_COLON = re.compile(rf"^(?P<place>{CAPS}):\s(?=[\"“‘A-Z])", re.MULTILINE)
# The same in small letters: "New Delhi: The"
CITY_COLON = re.compile(rf"^(?P<place>{NAME}):\s(?=[\"“‘A-Z])", re.MULTILINE)

# At a line's head: "[Lima = Kyodo] The", "(Seoul = Yonhap News) reporter Kim Su-mi = The", "[Lima Jiji] The"
BRACKETED = re.compile(
    rf"^\s*[\[(【〔](?P<place>{NAME})(?P<joint>\s?[=·|]\s?|\s)(?P<agency>{CAP}(?:\s{CAP})?)[\])】〕]"
    rf"(?:\s(?:[Rr]eporter|[Cc]orrespondent)\s(?P<byline>{CAP}(?:\s{CAP}){{1,2}})\s=)?",
    re.MULTILINE,
)

_WHO = r"(?:[Rr]eporter|[Cc]orrespondent|[Rr]epresentative|[Bb]ureau|[Dd]esk|[Nn]ews [Ss]ervice|[Mm]onitoring)"
# Who wrote it, and where: "Special Correspondent / Lima", "AMN / LIMA", "Ana Soto | Lima"
WRITER_AND_PLACE = re.compile(
    rf"(?:[Bb]y\s)?(?P<writer>(?:[A-Za-z]+\s){{0,3}}{_WHO}|[A-Z]{{2,6}}|{CAP}(?:\s{CAP}){{1,2}})\s?[/|]\s?(?P<place>{NAME})"
)
# The same before the words: "By a Staff Reporter LIMA: The", "Our Correspondent LIMA – The"
WRITER_BEFORE_PLACE = re.compile(
    rf"^(?:[Bb]y\s)?(?P<writer>(?:[A-Za-z]+\s){{1,3}}{_WHO})[,:]?\s(?P<place>{CAPS})(?::|\s(?:--?|[–—−]))\s(?=[\"“‘A-Z])",
    re.MULTILINE,
)
# The Hindu's line: "LIMA, MAY 5"
CAPS_AND_DAY = re.compile(rf"(?P<place>{CAPS}),\s(?P<date>{DATE})")

# A line of date, hour and place: "November 23, 2001 16:10 The Kremlin, Moscow", "Sunday, 5 May 2019 | Brussels"
DATE_LINE = re.compile(
    rf"(?:Page last updated at\s)?(?:{HOUR},?\s)?(?P<date>{FULL_DATE})(?:,?\s(?P<hour>{HOUR}))?"
    rf"(?:(?:\s|,\s|\s[|–-]\s)(?P<place>{CAP}[^\n]{{0,70}}))?"
)
# "Brussels, 5 May 2019", "New Delhi, India - May 5, 2019"
PLACE_DATE_LINE = re.compile(rf"(?P<place>{NAME}(?:,\s{NAME})?)(?:,|\s[-–—|])?\s(?P<date>{FULL_DATE})[.:]?")
# The end of a title into which they are run: "Communiqué of the Three Lima, 5 May 2019"
DATE_AT_END = re.compile(rf",\s(?P<date>{FULL_DATE})\.?\Z")
# The same, the body run into the line: "09 February 12 07:00 GMT At last"
RUN_DATE = re.compile(
    rf"(?:Page last updated at\s)?(?:{HOUR}(?:\sGMT)?,?\s)?(?P<date>(?:{WEEKDAY},?\s)?{DAY}\s{MONTH}\s(?:{YEAR}|\d\d))"
    rf"\s\d\d[:.]\d\d\s(?:GMT|BST|UK|EST|EDT|ET|UTC)\b"
)
BYLINE = re.compile(
    rf"\bBy\s(?P<name>{CAP}(?:\s(?:(?:van|von|de|der|al|bin)\s)?{CAP}){{1,2}}?)"
    rf"(?=\s(?:BBC|CNN|Reuters|AP|AFP)\b|[,.\n]|\sin\s|\sand\s|\s{CAPS},|\Z)"
)
# "By Jim Smith BBC News, Beirut", "By Ann Jones BBC correspondent, in Tunis"
BROADCASTER = re.compile(
    rf"(?:\bBy\s|^)(?P<name>{CAP}(?:\s{CAP}){{1,2}}?)\s(?P<agency>BBC(?:\sNews)?)"
    rf"(?:,\s(?:in\s)?|\s[\w ]{{0,40}}[Cc]orrespondent,\sin\s)(?P<place>{NAME})"
)
# "By Jan Novak Trade correspondent, BBC News, London"
BROADCASTER_LAST = re.compile(
    rf"(?:\bBy\s|^)(?P<name>{CAP}(?:\s{CAP}){{1,2}}?)\s(?:{CAP}\s){{0,3}}[Cc]orrespondent,\s(?P<agency>BBC(?:\sNews)?)"
    rf",\s(?:in\s)?(?P<place>{NAME})"
)
VENUE = re.compile(
    r".{3,60}\b(?:Room|Hotel|House|Palace|Garden|Lawn|Airport|Base|Center|Centre|Hall|Library|Embassy|Office|Headquarters)"
)
VENUE_HOUR = re.compile(rf"\s*\(?{HOUR}\)?[^\n]{{0,12}}(?:\n|\Z)")
# An agency among other words: "RIA \"News\"", "ITAR-TASS"
AGENCY_WORDS = re.compile(r"[A-Z]+\s\"[A-Z][a-z]+\"|[A-Za-z][A-Za-z\-]+")
# Behind an agency, up to the end of the mark that it stands in: " Correspondent/"
REST_OF_MARK = re.compile(r"[^/()\n]{0,40}(?P<close>[/)])")
ODD_MONTH = re.compile(rf"\b{MONTH}")  # "may", "OCT.": times are read in them where they are written "Oct."
SLASH_BEFORE_YEAR = re.compile(r"(?<=[a-z]\s\d)/(?=\d{4}\b)|(?<=[a-z]\s\d\d)/(?=\d{4}\b)")
"""Between day and year where a slash parts them: accepts "May 4/2019"; refuses "4/5/2019"."""
MONTH_ABROAD = re.compile(rf"\.?\s(?:de\s)?({'|'.join(MONTHS_ABROAD)})\b(?:\sde\b)?", re.IGNORECASE)
