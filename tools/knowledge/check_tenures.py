"""Checks the table of tenures: each source judged by the others, conflicts, coverage.

    python tools/knowledge/check_tenures.py REFERENCE_FOLDER [--conflicts] [--refuted] [--coverage] [--seed N]

Leave one source out: 300 questions (office, party, day) drawn evenly over years and parties from what a source knows;
answered by the table built without that source (without all of Wikidata's, where one of them judges).
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from build_tenures import WIKIDATA_FAMILY, Row, all_rows, close_in_office, earliest, latest, table  # isort: skip
from aidememoire.knowledge.offices import Offices
from aidememoire.knowledge.person_names import SAME_PERSON, same_person
from aidememoire.knowledge.tenures import Confidence, Role

ASKED = (
    Role.HEAD_OF_STATE,
    Role.HEAD_OF_GOVERNMENT,
    Role.FOREIGN_MINISTER,
    Role.DEFENCE_MINISTER,
    Role.HEAD_OF_ORGANISATION,
)
QUESTIONS = 300
SURE_DAYS = 62  # a judge is believed only this far from the ends of its own row: its boundaries are vague, too
REGIONS = {
    "Europe": (
        "ALB AND AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA "
        "MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE UKR VAT XKX "
    ),
    "Middle East, North Africa": ("ARE BHR DZA EGY IRN IRQ ISR JOR KWT LBN LBY MAR OMN PSE QAT SAU SYR TUN TUR YEM "),
    "Asia": (
        "AFG ARM AZE BGD BRN BTN CHN GEO IDN IND JPN KAZ KGZ KHM KOR LAO LKA MDV MMR MNG MYS NPL PAK PHL PRK SGP THA "
        "TJK TKM TLS TWN UZB VNM "
    ),
    "Africa": (
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LSO MDG MLI MOZ "
        "MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TZA UGA ZAF ZMB ZWE "
    ),
    "Americas": (
        "ARG ATG BHS BLZ BOL BRA BRB CAN CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER "
        "PRY SLV SUR TTO URY USA VCT VEN "
    ),
    "Pacific": ("AUS FJI FSM KIR MHL NRU NZL PLW PNG SLB TON TUV VUT WSM "),
}


def sure_days(row: Row) -> tuple[date, date]:
    """The days on which the row's source can be held to its word."""
    start = row.start.latest or date(1970, 1, 1)
    end = row.end.earliest or date.min
    return start + timedelta(days=SURE_DAYS if row.start.earliest != row.start.latest else 2), end - timedelta(days=2)


def agrees(name: str, judge: str, party: str = "") -> bool:
    """Whether the two names are one person, given one office and day."""
    return same_person(name, judge) >= SAME_PERSON or close_in_office(name, judge, party)


def questions(rows: Iterable[Row], chance: random.Random, count: int) -> list[tuple[Row, date]]:
    """Days within the judge's rows, spread evenly over office and year, then party."""
    cells: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        first, last = sure_days(row)
        for year in range(max(first.year, 1999), last.year + 1):
            cells[row.role, year].append(row)
    asked: list[tuple[Row, date]] = []
    keys = sorted(cells)
    while len(asked) < count and keys:
        for key in chance.sample(keys, len(keys)):
            row = chance.choice(cells[key])
            first, last = sure_days(row)
            first, last = max(first, date(key[1], 1, 1)), min(last, date(key[1], 12, 31))
            if first <= last:
                asked.append((row, first + timedelta(days=chance.randrange((last - first).days + 1))))
    return asked[:count]


def judge(rows: list[Row], sources: set[str], chance: random.Random, label: str, *, verbose: bool = True) -> None:
    """Prints how the table without the sources answers what the sources know."""
    without = Offices.from_rows(table(row for row in rows if row.source not in sources))
    judged = [row for row in rows if row.source in sources and row.role in ASKED and not row.is_stale]
    truth: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in judged:
        truth[row.party, row.role].append(row)
    answered = right = refuted = high = 0
    asked = questions(judged, chance, QUESTIONS)
    for row, on in asked:
        holders = without.holders(row.party, row.role, on)
        if not holders:
            continue
        answered += 1
        allowed = [one for one in truth[row.party, row.role] if earliest(one) <= on <= latest(one)]
        is_right = any(agrees(holders[0].person, one.person, row.party) for one in allowed)
        right += is_right
        high += holders[0].confidence is Confidence.HIGH
        if not is_right and verbose:
            print(
                "   ",
                label,
                row.party,
                row.role,
                on,
                "judge:",
                row.person,
                "| table:",
                [(one.person, str(one.confidence), one.source) for one in holders],
            )
        refuted += any(
            one.confidence is Confidence.HIGH
            and not any(agrees(one.person, other.person, row.party) for other in allowed)
            for one in holders
        )
    print(
        f"{label:<12} asked {len(asked)}  answered {answered / max(1, len(asked)):.1%}  right where answered "
        f"{right / max(1, answered):.1%}  with high confidence {high / max(1, answered):.1%}  high refuted {refuted}"
    )


def conflicts(rows: list[Row]) -> None:
    """Prints where a source names somebody else than the editors for more than a month."""
    editors: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.source == "editors":
            editors[row.party, row.role].append(row)
    for row in rows:
        if row.source == "editors":
            continue
        first, last = row.start.latest or date.min, row.end.earliest or date.min
        for one in editors[row.party, row.role]:
            begin, end = max(first, one.start.latest or date.min), min(last, one.end.earliest or date.min)
            if (end - begin).days > 31 and not agrees(row.person, one.person, row.party):
                print(
                    row.party,
                    row.role,
                    f"{begin}–{end}",
                    row.source,
                    f"{row.person!r} ({row.office})",
                    "| editors:",
                    f"{one.person!r}",
                )


def refutations(rows: list[Row]) -> None:
    """Prints each answer of the shipped table with high confidence that any source's row speaks against."""
    offices = Offices.shipped()
    count = asked = 0
    by_source: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_source[row.source, row.party, row.role].append(row)
    for row in rows:
        first, last = sure_days(row)
        of_source = by_source[row.source, row.party, row.role]
        for on in (first + (last - first) * part / 4 for part in range(5)) if first <= last else ():
            allowed = [one.person for one in of_source if earliest(one) <= on <= latest(one)]
            asked += 1
            for holder in offices.holders(row.party, row.role, on):
                if holder.confidence is Confidence.HIGH and not any(
                    agrees(holder.person, one, row.party) for one in allowed
                ):
                    count += 1
                    print(
                        row.party,
                        row.role,
                        on,
                        f"{row.source}: {row.person!r}",
                        f"| table: {holder.person!r} {holder.source}",
                    )
    print(f"{asked} days within the sources' rows; {count} answers with high confidence that a source refutes")


def coverage(offices: Offices) -> None:
    """Prints the share of (state, office) pairs that have an answer on 1 July, by decade and region."""
    for role in ASKED[:4]:
        print(role)
        for region, codes in REGIONS.items():
            shares = []
            for decade in (1980, 1990, 2000, 2010, 2020):
                days = [date(decade + year, 7, 1) for year in range(10 if decade < 2020 else 6)]
                parties = codes.split()
                hits = sum(bool(offices.holders(party, role, on)) for party in parties for on in days)
                shares.append(f"{decade}s {hits / len(parties) / len(days):.0%}")
            print(f"  {region:<26}", "  ".join(shares))
    tables = Counter(row[1] for row in offices.rows)
    print(dict(tables), len({row[0] for row in offices.rows}), "parties")


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--conflicts", action="store_true")
    parser.add_argument("--refuted", action="store_true")
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = all_rows(options.reference)
    if options.conflicts:
        conflicts(rows)
    elif options.refuted:
        refutations(rows)
    elif options.coverage:
        coverage(Offices.shipped())
    else:
        chance = random.Random(options.seed)
        judges: list[tuple[str, set[str]]] = [
            ("countryinfo", {"countryinfo"}),
            ("ifg", {"ifg"}),
            ("leaders2021", set(WIKIDATA_FAMILY)),
            ("fm2023", set(WIKIDATA_FAMILY)),
            ("world2026", {"world2026"}),
        ]
        for label, sources in judges:
            judge(rows, sources, chance, label)


if __name__ == "__main__":
    main()
