"""Builds the shipped table of tenures from the free sources and the editors' rows.

    python tools/knowledge/build_tenures.py REFERENCE_FOLDER [--without SOURCE] [--out FOLDER]

REFERENCE_FOLDER holds `officeholders/` and `gazetteers/`. The table is committed, so that the package needs neither.
Every source becomes rows (one person, one office, two boundaries); rows of one person that touch become one tenure;
where sources differ the more trusted one gives the day and confidence falls; rows known to be wrong are left out by
`editors/overrides.csv`, with the reason.
"""

import argparse
import csv
import json
import re
import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from aidememoire.knowledge.called import FIRST_NAME, called_keys, parties_with_custom
from aidememoire.knowledge.offices import COLUMNS
from aidememoire.knowledge.person_names import SAME_PERSON, is_family_first, same_person, sound, words_of
from aidememoire.knowledge.tenures import Bounds, Confidence, Role

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "aidememoire" / "knowledge" / "data"
GAP_DAYS = 62  # two terms of one person this close are one tenure (re-election, a caretaker's days)
DIFFER_DAYS = 31  # two sources whose boundaries lie farther apart disagree
TRUST = (
    "reported", "editors", "ifg", "wikidata", "world2026", "leaders2021", "fm2023", "fmwiki2023", "orgs", "recalled",
    "countryinfo",
)  # fmt: skip

SURE = frozenset({"reported", "editors"})  # what others contradict is kept as disputed

SOURCES = (
    ("reported", "Dated public reports and registers (facts), looked up by the editors where they were unsure",
     "as the project", "", "2026-10-09"),
    ("editors", "General knowledge of the editors, certain rows only", "as the project", "", "2025-10-31"),
    ("recalled", "General knowledge of the editors, months from memory: one source among others", "as the project", "",
     "2025-10-31"),
    ("wikidata", "Wikidata, by every-politician-scrapers: leaders, foreign and defence ministers of 90 countries",
     "CC0-1.0", "https://github.com/every-politician-scrapers", "2022-08-02"),
    ("leaders2021", "Wikidata: world leaders with terms overlapping 2021–22", "CC0-1.0", "https://www.wikidata.org",
     "2022-09-10"),
    ("fm2023", "Wikidata: foreign ministers of the world", "CC0-1.0", "https://www.wikidata.org", "2023-01-01"),
    ("fmwiki2023", "Wikipedia's list of current foreign ministers (facts), with Wikidata ids", "CC0-1.0",
     "https://github.com/every-politician-scrapers", "2022-11-01"),
    ("orgs", "Wikidata: heads of international organisations", "CC0-1.0", "https://www.wikidata.org", "2022-08-02"),
    ("world2026", "Leaders of 28 countries, EU and AU, from Wikidata and Wikipedia (facts)", "CC0-1.0",
     "https://www.wikidata.org", "2026-08-22"),
    ("ifg", "Institute for Government: Ministers Database", "CC BY 4.0",
     "https://www.instituteforgovernment.org.uk/ministers-database", "2026-07-20"),
    ("countryinfo", "CountryInfo.txt of Open Event Data Alliance, 2003–2011", "MIT",
     "https://github.com/openeventdata/CountryInfo", "2011-01-01"),
)  # fmt: skip
AS_OF = {key: date.fromisoformat(as_of) for key, *_, as_of in SOURCES}

# Names of countries as the sources write them and the country-codes table does not.
NAMES = {
    "uae": "ARE", "czech": "CZE", "czech republic": "CZE", "turkey": "TUR", "united kingdom": "GBR", "saudi": "SAU",
    "swiss": "CHE", "us": "USA", "united states": "USA", "republic of the congo": "COG",
    "congo, republic of the": "COG",
    "congo, democratic republic of the": "COD", "democratic republic of the congo": "COD", "micronesia": "FSM",
    "federated states of micronesia": "FSM", "people's republic of china": "CHN", "kosovo": "XKX",
    "european union": "EU",
    "kingdom of denmark": "DNK", "kingdom of the netherlands": "NLD", "são tomé and príncipe": "STP",
    "east timor": "TLS", "timor leste": "TLS", "timor-leste": "TLS", "cote d'ivoire": "CIV", "ivory coast": "CIV",
    "republic of ireland": "IRL", "the gambia": "GMB", "gambia, the": "GMB", "the bahamas": "BHS", "swaziland": "SWZ",
    "republic of south africa": "ZAF", "macedonia": "MKD", "north macedonia": "MKD", "madagaskar": "MDG",
    "republic of china": "TWN", "taiwan": "TWN", "abkhazia": "Abkhazia", "republic of abkhazia": "Abkhazia",
    "south ossetia": "South Ossetia", "transnistria": "Transnistria", "state of palestine": "PSE", "palestine": "PSE",
    "sahrawi arab democratic republic": "ESH", "republic of artsakh": "Nagorno-Karabakh", "artsakh": "Nagorno-Karabakh",
    "turkish republic of northern cyprus": "Northern Cyprus", "northern cyprus": "Northern Cyprus",
    "somaliland": "Somaliland", "south korea": "KOR", "north korea": "PRK", "russia": "RUS", "iran": "IRN",
    "syria": "SYR", "laos": "LAO", "vietnam": "VNM", "moldova": "MDA", "brunei": "BRN", "tanzania": "TZA",
    "bolivia": "BOL", "venezuela": "VEN", "burma": "MMR", "myanmar": "MMR", "cape verde": "CPV", "vatican city": "VAT",
    "holy see": "VAT", "eswatini": "SWZ", "guinea-bissau": "GNB", "saint kitts and nevis": "KNA", "saint lucia": "LCA",
    "saint vincent and the grenadines": "VCT", "bosnia and herzegovina": "BIH", "antigua and barbuda": "ATG",
    "trinidad and tobago": "TTO", "papua new guinea": "PNG", "ireland": "IRL", "china": "CHN", "japan": "JPN",
}  # fmt: skip

# States whose president heads the government and which know no prime minister, or none who leads (since when).
PRESIDENT_GOVERNS = dict.fromkeys(
    """USA MEX BRA ARG CHL COL VEN BOL ECU PRY URY CRI PAN GTM HND SLV NIC DOM IDN PHL NGA KEN ZAF GHA ZMB ZWE MWI
    LBR SLE GMB BWA AGO BEN COM SYC MDV CYP CHE TKM AFG PLW FSM MHL NRU KIR SUR SSD ERI KOR LKA PER GUY TZA UGA NAM
    MOZ BDI""".split(),
    date.min,
) | {"TUR": date(2018, 7, 9)}
# Of these, where a prime minister stands beside the president: offices.py answers with both, as usage differs.
PREMIER_BESIDE = frozenset("KOR LKA PER GUY TZA UGA NAM MOZ BDI KEN ZWE SSD SDN".split())


@dataclass(frozen=True)
class Row:
    """One source's word on one tenure."""

    party: str
    role: str
    person: str
    start: Bounds
    end: Bounds
    source: str
    office: str = ""
    is_acting: bool = False
    qid: str = ""
    is_stale: bool = False  # true once, but the source did not notice the end


@dataclass
class Group:
    """Rows on one tenure of one person."""

    rows: list[Row] = field(default_factory=list)

    @property
    def sources(self) -> list[str]:
        """The keys of the sources, most trusted first."""
        return sorted({row.source for row in self.rows}, key=TRUST.index)

    def first(self) -> date:
        """The first day that any row can mean."""
        return min(earliest(row) for row in self.rows)

    def last(self) -> date:
        """The last day that any row tells of."""
        return max(latest(row) for row in self.rows)


def earliest(row: Row) -> date:
    """The first day that the row can mean."""
    return row.start.earliest or row.start.latest or date.min


def latest(row: Row) -> date:
    """The last day that the row tells of."""
    return row.end.latest or row.end.earliest or date.max


def partial(text: str) -> Bounds:
    """Bounds of a date with the precision that it is written in; Wikidata's 1 January is mostly a bare year, kept."""
    return Bounds.parse(text)


def open_until(day: date) -> Bounds:
    """The end of a tenure that lasted until the day at least."""
    return Bounds(day, None)


# ---------------------------------------------------------------------------------------------------- the sources


class Countries:
    """Names of countries → party codes, from the country-codes table (PDDL) and NAMES."""

    def __init__(self, path: Path) -> None:
        self.codes: dict[str, str] = {}
        self.two: dict[str, str] = {}
        for row in csv.DictReader(path.open(encoding="utf-8")):
            code = row["ISO3166-1-Alpha-3"]
            self.two[row["ISO3166-1-Alpha-2"]] = code
            for column in ("CLDR display name", "UNTERM English Short", "official_name_en"):
                self.codes[row[column].lower()] = code
        self.codes |= NAMES

    def code(self, name: str) -> str | None:
        """The party code, or None."""
        return self.codes.get(name.replace("_", " ").lower())


def leader_roles(party: str, position: str, start: date | None) -> list[str]:
    """The roles of a president, prime minister, king or other leader of that state."""
    word = position.lower()
    if "governor-general" in word:
        return [Role.GOVERNOR_GENERAL]
    if re.search(r"supreme leader", word):
        return [Role.HEAD_OF_STATE]
    if re.search(r"vice|deputy", word):
        return []
    if party == "CHE":
        return [Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT] if "president" in word else []
    if re.search(
        r"prime minister|premier|chancellor|taoiseach|council of ministers|executive yuan|minister of state",
        word,
    ):
        beside = party in PREMIER_BESIDE and (party, (start or date.min).year >= 2019) != ("SDN", True)
        return [Role.PRIME_MINISTER if beside else Role.HEAD_OF_GOVERNMENT]
    if re.search(r"monarch|king|emperor|sultan|emir|pope|prince|queen|gyalpo|ngwenyama|agong|le malo", word):
        return [Role.HEAD_OF_STATE]
    if "president" in word or "chairman" in word or "leader" in word:
        if party == "IRN":
            return [Role.HEAD_OF_GOVERNMENT]
        governs = (start or date.max) >= PRESIDENT_GOVERNS.get(party, date.max)
        return [Role.HEAD_OF_STATE, *([Role.HEAD_OF_GOVERNMENT] if governs else [])]
    return []


MINISTERS = {"foreign": Role.FOREIGN_MINISTER, "defence": Role.DEFENCE_MINISTER}
NOT_THE_OFFICE = re.compile(
    r"Minister of State|Deputy|Delegate|State Secretary|Home Front|at the Department", re.IGNORECASE
)


def from_wikidata(folder: Path, countries: Countries) -> Iterator[Row]:
    """Leaders, foreign and defence ministers of 90 countries."""
    for raw in csv.DictReader((folder / "foreign_defence_leaders_2000_2022.csv").open(encoding="utf-8")):
        party = countries.code(raw["country"])
        if party is None:
            sys.exit(f"no code for {raw['country']}")
        position = raw["position"]
        start, as_of = partial(raw["start"]), date.fromisoformat(raw["as_of"])
        end = partial(raw["end"]) if raw["end"] else open_until(as_of)
        if raw["role"] == "leader":
            roles = leader_roles(party, position, start.earliest)
        elif NOT_THE_OFFICE.search(position) or (party == "IND" and position == "Minister of Foreign Affairs"):
            continue
        elif raw["role"] == "foreign" and "Trade" in position and "Foreign Affairs" not in position:
            roles = [Role.TRADE_MINISTER]
        else:
            roles = [MINISTERS[raw["role"]]]
        for role in roles:
            yield Row(party, role, raw["person"], start, end, "wikidata", position, qid=raw["wikidata"])


COUNTRYINFO_ROLES = (
    (re.compile(r'^(Prime Minister( and First Lord of the Treasury)?|Premier|Chancellor|'
                r'President, Executive Yuan "Premier")$'),
     Role.HEAD_OF_GOVERNMENT),
    (re.compile(r"^(Minister|Secretary|Chief)[\w ]*?\b(of|for|Department of) (State for )?(Foreign|External) "
                r"(and (European|Commonwealth) )?(Affairs|Relations)"),
     Role.FOREIGN_MINISTER),
    (re.compile(r"^(Federal )?(Minister|Secretary|Secy\.)( of State)? (of|for) (National )?Defen[sc]e\b"
                r"(?! (Prod|Indus|Proc|Mater|Sci|Person))"),
     Role.DEFENCE_MINISTER),
)  # fmt: skip
COUNTRYINFO_NOT = re.compile(
    r"Minister of State|State Minister|Deputy|Delegate|Minister in |Minister to |Assist|Acting"
)
_SPELL = re.compile(
    r"(?P<code>[A-Z_]+) (?:(?P<before><)(?P<to>\d{8})|(?P<after>>)(?P<from>\d{8})|(?P<a>\d{8}) - (?P<b>\d{8}))"
)


def months_back(day: date, months: int) -> date:
    """The first day of the month so many months earlier."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)


def month_end(text: str) -> date:
    """The last day of the month of a date written YYYYMMDD, whose day need not exist."""
    year, month = int(text[:4]), int(text[4:6])
    return date(year, month, monthrange(year, month)[1])


def from_countryinfo(folder: Path, countries: Countries) -> Iterator[Row]:
    """Monthly lists of 2003–2011: a name appears up to two months after the change."""
    for raw in csv.DictReader((folder / "countryinfo_2003_2011.csv").open(encoding="utf-8")):
        party = countries.code(raw["country"])
        offices = re.split(r"(?<!,) & ", raw["office"])
        spells = list(_SPELL.finditer(raw["intervals"]))
        if party is None or not spells:
            continue
        if len(set(offices)) == 1:
            offices = offices[:1] * len(spells)
        if len(offices) != len(spells):
            continue
        for office, spell in zip(offices, spells, strict=True):
            role = next((role for pattern, role in COUNTRYINFO_ROLES if pattern.search(office)), None)
            if role is None or COUNTRYINFO_NOT.search(office):
                continue
            if role is Role.HEAD_OF_GOVERNMENT and party in PREMIER_BESIDE:
                role = Role.PRIME_MINISTER
            if begun := spell["from"] or spell["a"]:
                first = date(int(begun[:4]), int(begun[4:6]), 1)
                start = Bounds(months_back(first, 2), first + timedelta(days=5))
            else:
                start = Bounds(None, date(2003, 1, 15))
            if done := spell["to"] or spell["b"]:
                last = month_end(done)
                end = Bounds(months_back(last, 1), last)
            else:
                end = open_until(AS_OF["countryinfo"])
            if spell["to"] and last <= date(2003, 2, 28):
                continue
            yield Row(party, role, raw["name"], start, end, "countryinfo", office)


def from_leaders_2021(folder: Path, countries: Countries) -> Iterator[Row]:
    """Leaders in office in 2021–22, by year."""
    for raw in csv.DictReader((folder / "world_leaders_2021_wikidata.csv").open(encoding="utf-8")):
        party, title = countries.code(raw["country"]), raw["positionLabel"]
        if (
            party is None
            or re.fullmatch(r"Q\d+", raw["officeholderLabel"])
            or re.search(
                "Republika Srpska|Captain Regent|Pontifical Commission|Swiss Federal Council|co-prince",
                title,
                re.IGNORECASE,
            )
        ):
            continue
        start = partial(raw["start_year"])
        end = partial(raw["end_year"]) if raw["end_year"] else open_until(AS_OF["leaders2021"])
        for role in leader_roles(party, title, start.earliest):
            yield Row(party, role, raw["officeholderLabel"], start, end, "leaders2021", "", qid=raw["officeholder"])


def from_foreign_ministers(folder: Path, countries: Countries, file: str, source: str) -> Iterator[Row]:
    """Foreign ministers of the world on one day."""
    for raw in csv.DictReader((folder / file).open(encoding="utf-8")):
        party = countries.code(raw["countryLabel"])
        if (
            party is None
            or not raw["start"]
            or not raw["person"]
            or re.search(r"Minister of State|Deputy", raw["positionLabel"])
        ):
            continue
        if len(raw["start"]) == 10 and raw["start"].endswith("-01-01"):
            raw["start"] = raw["start"][:4]
        yield Row(party, Role.FOREIGN_MINISTER, raw["name"], partial(raw["start"]), open_until(AS_OF[source]), source,
                  "" if " of " in raw["positionLabel"] else raw["positionLabel"], qid=raw["person"])  # fmt: skip


ORGANISATIONS = {
    "Secretary-General of the United Nations": "UN",
    "Director-General of the World Trade Organization": "WTO",
}


def from_organisations(folder: Path) -> Iterator[Row]:
    """Heads of the United Nations and the World Trade Organization."""
    for raw in csv.DictReader((folder / "international_orgs_holders21.csv").open(encoding="utf-8")):
        party = ORGANISATIONS.get(raw["position"])
        if party:
            end = partial(raw["end"]) if raw["end"] else open_until(AS_OF["orgs"])
            yield Row(party, Role.HEAD_OF_ORGANISATION, raw["person"], partial(raw["start"]), end, "orgs",
                      raw["position"].split(" of ")[0], qid=raw["personID"])  # fmt: skip


def from_world_2026(folder: Path, countries: Countries) -> Iterator[Row]:
    """Leaders on 22 August 2026."""
    data = json.loads((folder / "world_leaders_2026-08-22.json").read_text(encoding="utf-8"))
    for name, country in data["countries"].items():
        code = {"european_union": "EU", "african_union": "AU"}.get(name) or countries.two.get(
            country["country"]["iso_code"]
        )
        for position, value in country["positions"].items():
            holder = value.get("current_holder") or {}
            if not code or not holder.get("name_en"):
                continue
            role = Role(position.replace("_", " "))
            title = re.sub(r" \(.*", "", value["title_en"])
            if code in {"EU", "AU"}:
                role = Role.HEAD_OF_ORGANISATION if "Commission" in title else Role.PRESIDENT_OF_COUNCIL
            elif code == "IRN" and position == "head_of_government":
                title = "President"
            since = holder.get("since")
            start = partial(since) if since else Bounds(None, AS_OF["world2026"])
            yield Row(code, role, holder["name_en"], start, open_until(AS_OF["world2026"]), "world2026", title,
                      qid=holder.get("wikidata_id") or "")  # fmt: skip


IFG_POSTS = {
    "Prime Minister": Role.HEAD_OF_GOVERNMENT,
    "Secretary of State for Foreign and Commonwealth Affairs": Role.FOREIGN_MINISTER,
    "Secretary of State for Foreign, Commonwealth and Development Affairs": Role.FOREIGN_MINISTER,
    "Secretary of State for Defence": Role.DEFENCE_MINISTER,
    "Chancellor of the Exchequer": Role.FINANCE_MINISTER,
    "Secretary of State for Trade and Industry": Role.TRADE_MINISTER,
    "Secretary of State for International Trade": Role.TRADE_MINISTER,
    "Secretary of State for Business and Trade": Role.TRADE_MINISTER,
    "Secretary of State for Trade": Role.TRADE_MINISTER,
}


def from_ifg(folder: Path) -> Iterator[Row]:
    """Ministers of the United Kingdom since 1979."""
    posts = {row["id"]: row for row in csv.DictReader((folder / "ifg_uk" / "post.csv").open(encoding="utf-8"))}
    names: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in csv.DictReader((folder / "ifg_uk" / "person.csv").open(encoding="utf-8")):
        names[row["id"]].append(row)
    for raw in csv.DictReader((folder / "ifg_uk" / "appointment.csv").open(encoding="utf-8")):
        title = posts[raw["post_id"]]["name"]
        if title not in IFG_POSTS:
            continue
        of_day = [
            one
            for one in names[raw["person_id"]]
            if (one["start_date"] or "0") <= raw["start_date"] < (one["end_date"] or "9")
        ]
        person = (of_day or names[raw["person_id"]])[0]["display_name"]
        end = partial(raw["end_date"]) if raw["end_date"] else open_until(AS_OF["ifg"])
        yield Row("GBR", IFG_POSTS[title], person, partial(raw["start_date"]), end, "ifg", title)


# ------------------------------------------------------------------------------------------------ the editors' rows

SHORT = {
    "hs": Role.HEAD_OF_STATE, "hg": Role.HEAD_OF_GOVERNMENT, "fm": Role.FOREIGN_MINISTER, "dm": Role.DEFENCE_MINISTER,
    "org": Role.HEAD_OF_ORGANISATION, "pm": Role.PRIME_MINISTER, "gg": Role.GOVERNOR_GENERAL, "pl": Role.PARTY_LEADER,
    "fin": Role.FINANCE_MINISTER, "trade": Role.TRADE_MINISTER, "nsa": Role.NATIONAL_SECURITY_ADVISER,
    "vp": Role.VICE_PRESIDENT, "cp": Role.CROWN_PRINCE, "council": Role.PRESIDENT_OF_COUNCIL, "un": Role.UN_AMBASSADOR,
    "envoy": Role.SPECIAL_ENVOY,
}  # fmt: skip
_CHAIN = re.compile(r'(?P<party>[^:"]+?) (?P<roles>[a-z+]+)(?: "(?P<office>[^"]+)")?: (?P<body>.+)')
_LINK = re.compile(
    r"(?P<begun><?)(?P<when>\d{4}(?:-\d\d){0,2}) (?P<who>.+?)(?P<acting>\*?)"
    r"(?: @(?P<until>\d{4}(?:-\d\d){0,2}))?$"
)


def from_editors(folder: Path, source: str = "editors") -> Iterator[Row]:
    """The chains in the folder, of the source: ``PARTY role+role "Title": WHEN Name; WHEN Name; WHEN .``

    Each holder lasts until the next one begins; ``-`` is a vacancy or a hole, ``.`` the end; ``*`` acting;
    ``<1985`` in office by then; ``@2025-06`` known to hold until then, but no longer than the editors' own knowledge
    reaches; ``#`` a comment.
    """
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield from chain(line, f"{path.name}:{number}", source)


def chain(line: str, where: str, source: str) -> Iterator[Row]:
    """The rows of one chain."""
    head = _CHAIN.fullmatch(line.strip())
    if head is None:
        sys.exit(f"{where}: not a chain: {line[:60]}")
    parties = re.split(r"(?<=[A-Z]{3})\+(?=[A-Z]{3})", head["party"])
    links = []
    for part in head["body"].rstrip(";").split(";"):
        link = _LINK.fullmatch(part.strip())
        if link is None:
            sys.exit(f"{where}: not a link: {part}")
        links.append(link)
    starts = [partial(link["when"]) for link in links]
    for index in range(len(links) - 1):
        if (starts[index].earliest or date.min) > (starts[index + 1].earliest or date.max):
            sys.exit(f"{where}: out of order: {links[index].group()} > {links[index + 1].group()}")
    for index, link in enumerate(links):
        if link["who"] in {"-", "."}:
            continue
        start = Bounds(None, starts[index].earliest) if link["begun"] else starts[index]
        if link["until"] or index + 1 == len(links):
            until = partial(link["until"]).latest if link["until"] else None
            begun = starts[index].latest or AS_OF[source]
            known = max(AS_OF[source], begun + timedelta(days=DIFFER_DAYS))  # what came later is not certain
            end = open_until(min(until or known, known))
        else:
            end = starts[index + 1]
        for party, role in product(parties, head["roles"].split("+")):
            yield Row(
                party,
                SHORT[role],
                link["who"],
                start,
                end,
                source,
                head["office"] or "",
                bool(link["acting"]),
            )


# ------------------------------------------------------------------------------------------------------- merging


@dataclass(frozen=True)
class Settled:
    """One tenure of the table."""

    group: Group
    start: Bounds
    end: Bounds
    confidence: Confidence
    is_disputed: bool = False  # the editors say that somebody else held the office


def merge(rows: Iterable[Row]) -> list[Settled]:
    """Tenures of all offices, each with its boundaries and confidence."""
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        offices[row.party, row.role].append(row)
    merged: list[Settled] = []
    for _, of_office in sorted(offices.items()):
        groups = group_by_person(of_office)
        settled = settle(groups)
        merged += [*dispute(settled), *overhang(settled)]
    return merged


def overhang(settled: list[Settled]) -> Iterator[Settled]:
    """What a source claims before or after the agreed days of its own person's tenure, as disputed."""
    for one in settled:
        begun, ended = one.start.earliest or one.start.latest, one.end.latest
        for row in one.group.rows:
            first, last = row.start.latest or date.min, row.end.earliest or date.min
            if begun and (begun - first).days > DIFFER_DAYS and row.start.latest:
                yield Settled(
                    Group([row]), Bounds(first, first), Bounds(begun, begun), Confidence.LOW, is_disputed=True
                )
            if ended and (last - ended).days > DIFFER_DAYS:
                yield Settled(Group([row]), Bounds(ended, ended), Bounds(last, last), Confidence.LOW, is_disputed=True)


def dispute(settled: list[Settled]) -> list[Settled]:
    """The tenures with what the editors contradict cut out of the other sources' ones and kept as disputed."""
    sure = sorted(
        (one.start.earliest or one.start.latest or date.min, one.end.latest or one.end.earliest or date.max)
        for one in settled
        if not SURE.isdisjoint(one.group.sources)
    )
    out: list[Settled] = []
    for one in settled:
        out += cut(one, sure) if SURE.isdisjoint(one.group.sources) else [one]
    return out


def cut(one: Settled, sure: list[tuple[date, date]]) -> Iterator[Settled]:
    """The pieces of a tenure before, within and after what the editors are sure of."""
    start = one.start.latest or one.start.earliest or date.min
    end = one.end.earliest or one.end.latest or date.max
    inside = [(first, last) for first, last in sure if (min(last, end) - max(first, start)).days > DIFFER_DAYS]
    if not inside:
        yield one
        return
    first, last = inside[0][0], inside[-1][1]
    if (first - start).days > DIFFER_DAYS:
        yield replace(
            one,
            end=Bounds(first - timedelta(days=DIFFER_DAYS), first),
            confidence=Confidence.LOW if one.confidence is Confidence.LOW else Confidence.MEDIUM,
        )
    yield Settled(
        one.group,
        Bounds(max(first, start), max(first, start)),
        Bounds(min(last, end), min(last, end)),
        Confidence.LOW,
        is_disputed=True,
    )
    if (end - last).days > DIFFER_DAYS:
        yield replace(one, start=Bounds(last, last + timedelta(days=DIFFER_DAYS)), confidence=Confidence.MEDIUM)


def group_by_person(rows: list[Row]) -> list[Group]:
    """Rows of one person that touch, as groups; the editors' and reported ones first, so that others gather round them.

    Those two go by their days together: who was seen to hold an office again (Mitsotakis) is kept apart from his first
    tenure only by the caretaker between, whom the editors tell.
    """
    groups: list[Group] = []
    for row in sorted(rows, key=lambda one: (0 if one.source in SURE else TRUST.index(one.source), earliest(one))):
        fitting = sorted(
            (
                group
                for group in groups
                if touches(group, row) and is_same(group, row) and not stands_between(groups, group, Group([row]))
            ),
            key=lambda group: nearness(group, row),
            reverse=True,
        )
        if fitting:
            best = fitting[0]
            joined = [other for other in fitting[1:] if not are_apart(groups, best, other, row)]
            best.rows.append(row)
            for other in joined:
                if not stands_between(groups, best, other):
                    best.rows += other.rows
                    groups.remove(other)
        else:
            groups.append(Group([row]))
    return groups


def nearness(group: Group, row: Row) -> tuple[bool, timedelta]:
    """How well the row fits the group: the name first, then the days that both cover."""
    is_named_so = any(same_person(row.person, one.person) >= SAME_PERSON for one in group.rows)
    return is_named_so, min(latest(row), group.last()) - max(earliest(row), group.first())


def are_apart(groups: list[Group], one: Group, other: Group, row: Row) -> bool:
    """Whether the editors tell two tenures, which a row of another source can't make one: Cowen of 2004 and of 2011.

    Where only an acting holder stands between and the row goes on, he was suspended, and the two are one.
    """
    if row.source in SURE or any(SURE.isdisjoint(group.sources) for group in (one, other)):
        return False
    if same_person(one.rows[0].person, other.rows[0].person) < SAME_PERSON:
        return True
    left, right = sorted((one, other), key=Group.first)
    goes_on = (row.start.latest or date.max) <= left.last() and right.first() <= (row.end.earliest or date.min)
    between = [
        third.rows[0]
        for third in groups
        if third is not one and third is not other and left.last() <= third.first() and third.last() <= right.first()
    ]
    return not (goes_on and between and all(holder.is_acting for holder in between))


def stands_between(groups: list[Group], one: Group, other: Group) -> bool:
    """Whether somebody else certainly held the office between the two tenures."""
    left, right = sorted((one, other), key=Group.first)
    slack = timedelta(days=DIFFER_DAYS)
    if right.first() - left.first() <= slack or right.first() < left.last() - min(slack, left.last() - date.min):
        return False
    return any(
        third is not one
        and third is not other
        and third.first() >= left.last() - min(slack, left.last() - date.min)
        and third.last() - min(slack, third.last() - date.min) <= right.first()
        for third in groups
    )


def touches(group: Group, row: Row) -> bool:
    """Whether the row overlaps the group or follows it within GAP_DAYS."""
    gap = timedelta(days=GAP_DAYS)
    first, last = earliest(row), latest(row)
    return group.first() - min(gap, group.first() - date.min) <= last and first <= group.last() + min(
        gap, date.max - group.last()
    )


def is_same(group: Group, row: Row) -> bool:
    """Whether the row is about the group's person."""
    return any(
        (row.qid and row.qid == one.qid)
        or same_person(row.person, one.person) >= SAME_PERSON
        or (
            overlap(row, one) >= HALF
            and close_in_office(row.person, one.person, row.party)
            and (has_same_initial(row.person, one.person) or sure_overlap(row, one) >= LONG)
        )
        for one in group.rows
    )


HALF = 0.5  # of the shorter tenure's days
LONG = timedelta(days=180)  # one Mitchell may follow another; two don't hold one office side by side for so long


def has_same_initial(a: str, b: str) -> bool:
    """Whether the first words of the names begin with one letter."""
    one, two = words_of(a), words_of(b)
    return bool(one and two) and sound(one[0])[:1] == sound(two[0])[:1]


def sure_overlap(one: Row, other: Row) -> timedelta:
    """How long both certainly lasted at once."""
    first = max(one.start.latest or date.min, other.start.latest or date.min)
    return min(one.end.earliest or date.min, other.end.earliest or date.min) - first


def overlap(one: Row, other: Row) -> float:
    """The share of the shorter tenure's days that both cover."""
    first, last = max(earliest(one), earliest(other)), min(latest(one), latest(other))
    shorter = min(latest(one) - earliest(one), latest(other) - earliest(other))
    return (last - first) / max(shorter, timedelta(days=1))


def close_in_office(a: str, b: str, party: str = "") -> bool:
    """Whether two names differ by no more than sources do for one person in one office at one time.

    Accepts a bare or double surname and another spelling of the given name: two holders of one surname at one time in
    one office are one person. The Al Sabahs and other ruling houses, and families first in order, need more.
    """
    one = [word for word in words_of(a) if word not in IDLE_WORDS]
    two = [word for word in words_of(b) if word not in IDLE_WORDS]
    if same_person(a, b) >= 0.6:
        return True
    if min(len(one), len(two)) < 2 or is_family_first(a) or is_family_first(b):
        return False
    if "bin" in (*words_of(a), *words_of(b)) and sound(one[0]) != sound(two[0]):
        return False  # Mohammed bin Salman is not Salman
    shared = {sound(word) for word in one} & {sound(word) for word in two}
    if one[-1] in RULING_HOUSES or two[-1] in RULING_HOUSES:
        return len(shared) >= 3 or (len(shared) >= 2 and sound(one[0]) == sound(two[0]))
    if party in parties_with_custom(FIRST_NAME) and (alike(one[0], two[0]) or any(len(key) >= 5 for key in shared)):
        return True
    return alike(one[-1], two[-1]) or len(shared) >= min(3, len(one), len(two)) > 1


IDLE_WORDS = frozenset({"bin", "ibn", "ben", "ould", "abu", "abd"})
RULING_HOUSES = frozenset({"sabah", "thani", "khalifa", "saud", "nahyan", "maktum", "maktoum", "said"})
ALIKE = 0.75  # accepts Hiyali/Hayali, Surayut/Surayud; refuses Sharif/Sharaf's neighbours only by office and time


def alike(one: str, other: str) -> bool:
    """Whether two name-words sound much alike."""
    return sound(one) == sound(other) or (
        min(len(one), len(other)) >= 4 and Levenshtein.normalized_similarity(sound(one), sound(other)) >= ALIKE
    )


def settle(groups: list[Group]) -> list[Settled]:
    """The groups with boundaries agreed and confidence set."""
    settled = []
    for group in groups:
        start, agree_start = agreed([(row.source, row.start) for row in outer(group, first=True)])
        end, agree_end = agreed([(row.source, row.end) for row in outer(group, first=False)], is_end=True)
        confidence = (
            Confidence.MEDIUM
            if len(independent(group.sources)) == 1 and SURE.isdisjoint(group.sources)
            else Confidence.HIGH
        )
        if not (agree_start and agree_end) and SURE.isdisjoint(group.sources):
            confidence = Confidence.MEDIUM
        if all(row.is_acting for row in group.rows if row.source == group.sources[0]) and confidence is Confidence.HIGH:
            confidence = Confidence.MEDIUM  # the sources differ on whether to count an acting holder
        if all(row.is_stale for row in group.rows):
            confidence = Confidence.LOW
        settled.append(Settled(group, start, end, confidence))
    return close_open(settled)


WIKIDATA_FAMILY = frozenset({"wikidata", "leaders2021", "fm2023", "fmwiki2023", "orgs"})


def independent(sources: Iterable[str]) -> set[str]:
    """The sources with those that copy one another counted once."""
    return {"wikidata" if source in WIKIDATA_FAMILY else source for source in sources}


def outer(group: Group, *, first: bool) -> list[Row]:
    """Of each source, the row that begins (or ends) its account."""
    chosen: dict[str, Row] = {}
    for row in group.rows:
        held = chosen.get(row.source)
        if held is None or (earliest(row) < earliest(held) if first else latest(row) > latest(held)):
            chosen[row.source] = row
    return sorted(chosen.values(), key=lambda row: TRUST.index(row.source))


def agreed(bounds: list[tuple[str, Bounds]], *, is_end: bool = False) -> tuple[Bounds, bool]:
    """The boundary of the most trusted source, narrowed by those that agree; whether all agree."""
    closed = [(source, one) for source, one in bounds if not is_end or one.latest is not None]
    open_days = [one.earliest for _, one in bounds if is_end and one.latest is None and one.earliest]
    if is_end and bounds[0][0] in SURE and bounds[0][1].latest is None:
        seen = bounds[0][1].earliest or date.min  # what ended before, another source was mistaken about
        closed = [(source, one) for source, one in closed if source in SURE or (one.latest or date.max) >= seen]
    if is_end and not closed:
        return open_until(max(open_days)), True
    result, agree = closed[0][1], True
    for _, other in closed[1:]:
        low = max((day for day in (result.earliest, other.earliest) if day), default=None)
        high = min((day for day in (result.latest, other.latest) if day), default=None)
        if low is None or high is None or low <= high:
            result = Bounds(low, high)
        elif (low - high).days > DIFFER_DAYS:
            agree = False
    if is_end and open_days and result.latest and max(open_days) > result.latest + timedelta(days=DIFFER_DAYS):
        agree = False
    return result, agree


def close_open(settled: list[Settled]) -> list[Settled]:
    """Open tenures end when somebody else is known to have begun after them; envoys stand side by side."""
    return [
        closed(one, settled) if one.end.latest is None and one.group.rows[0].role != Role.SPECIAL_ENVOY else one
        for one in settled
    ]


def closed(one: Settled, settled: list[Settled]) -> Settled:
    """The open tenure, ended by the next one of its office, where there is one."""
    begun = one.start.earliest or one.start.latest or date.min
    later = [
        other.start
        for other in settled
        if other is not one
        and (other.start.earliest or date.min) > begun
        and (other.end.latest or date.max) > (one.end.earliest or date.min)
    ]
    if not later:
        return one
    following = min(later, key=lambda bounds: bounds.earliest or date.max)
    known = one.end.earliest or date.min
    if (following.latest or date.max) >= known:
        return replace(one, end=Bounds(min(known, following.latest or known), following.latest))
    return replace(one, end=following, confidence=Confidence.MEDIUM)  # the source was never told that he left


# ------------------------------------------------------------------------------------------------------- writing


def write_bounds(bounds: Bounds) -> str:
    """The shortest ISO form of the bounds."""
    low, high = bounds.earliest, bounds.latest
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"{low or '..'}/{high or '..'}"
    if low == high:
        return low.isoformat()
    if low == date(low.year, 1, 1) and high == date(low.year, 12, 31):
        return str(low.year)
    if (
        low.day == 1
        and (high.year, high.month) == (low.year, low.month)
        and high.day == monthrange(low.year, low.month)[1]
    ):
        return f"{low:%Y-%m}"
    return f"{low}/{high}"


def as_row(one: Settled) -> list[str]:
    """The tenure in the order of COLUMNS."""
    rows = sorted(one.group.rows, key=lambda row: TRUST.index(row.source))
    best = rows[0]
    titles = [row.office for row in rows if row.office]
    names = dict.fromkeys(row.person for row in rows)
    keys = dict.fromkeys(key for person in names for key in called_keys(person, best.party))
    is_acting = all(row.is_acting for row in rows if row.source == best.source)
    flags = [*(["acting"] if is_acting else []), *(["disputed"] if one.is_disputed else [])]
    return [
        best.party, best.role, best.person, write_bounds(one.start), write_bounds(one.end), titles[0] if titles else "",
        one.confidence, "+".join(one.group.sources), " ".join(flags), "" if one.is_disputed else "|".join(keys),
    ]  # fmt: skip


def overridden(rows: Iterable[Row], folder: Path) -> Iterator[Row]:
    """The rows without those that the editors know to be wrong, and with the names that they know to be one.

    A row of overrides.csv that hits nothing is told.
    """
    wrong = list(csv.DictReader((folder / "overrides.csv").open(encoding="utf-8")))
    hits = [0] * len(wrong)
    for row in rows:
        kept: Row | None = row
        for index, one in enumerate(wrong):
            if kept and is_meant(one, row):
                hits[index] += 1
                kept = {
                    "alias": replace(kept, person=one["same_as"]),
                    "stale": replace(kept, is_stale=True),
                    "drop": None,
                }[one["kind"]]
        if kept:
            yield kept
    for one, count in zip(wrong, hits, strict=True):
        if not count:
            print(f"override hits nothing: {one}", file=sys.stderr)


def is_meant(override: dict[str, str], row: Row) -> bool:
    """Whether the override is about this row; an empty column means any, ``from`` the beginning of the start's date."""
    return (
        override["source"] in ("", row.source)
        and (override["party"], override["role"]) == (row.party, row.role)
        and row.source not in SURE
        and override["person"] == row.person
        and (row.start.earliest or date.min).isoformat().startswith(override["from"])
    )


def all_rows(reference: Path) -> list[Row]:
    """The rows of all sources."""
    folder = reference / "officeholders"
    countries = Countries(reference / "gazetteers" / "country-codes.csv")
    rows = [
        *from_editors(HERE / "editors"),
        *from_editors(HERE / "reported", "reported"),
        *from_editors(HERE / "recalled", "recalled"),
        *from_wikidata(folder, countries),
        *from_leaders_2021(folder, countries),
        *from_foreign_ministers(folder, countries, "foreign_ministers_world_2023-01.csv", "fm2023"),
        *from_foreign_ministers(folder, countries, "foreign_ministers_world_enwiki_2022-23.csv", "fmwiki2023"),
        *from_organisations(folder),
        *from_world_2026(folder, countries),
        *from_ifg(folder),
        *from_countryinfo(folder, countries),
    ]
    return list(overridden(rows, HERE / "editors"))


def table(rows: Iterable[Row]) -> list[list[str]]:
    """The merged table's rows in the order of COLUMNS."""
    lines = [as_row(one) for one in merge(rows)]
    return sorted(lines, key=lambda line: (line[0], line[1], line[3].replace("../", ""), line[2]))


def main() -> None:
    """Writes the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    rows = all_rows(options.reference)
    lines = table(rows)
    with (options.out / "tenures.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(lines)
    with (options.out / "tenures_sources.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("key", "name", "licence", "url", "as_of"))
        writer.writerows(SOURCES)
    print(f"{len(lines)} tenures from {len(rows)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
