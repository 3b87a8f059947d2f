"""Builds the parties tables that ship, from country-codes (PDDL), rigour (MIT) and the editors' own lists.

    python tools/knowledge/build_parties.py GAZETTEERS_FOLDER

Writes ``parties.tsv`` and ``party_names.tsv`` into the package's data folder. Same input, same output.
"""

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "src" / "aidememoire" / "knowledge" / "data"
EDITORS, COUNTRY_CODES, RIGOUR = "editors", "country-codes", "rigour"
LICENCES = {EDITORS: "Apache-2.0", COUNTRY_CODES: "PDDL-1.0", RIGOUR: "MIT"}

ENTITIES = {"HKG", "MAC"}  # ISO codes of no state that nevertheless act in the news
STATES_OUTSIDE_THE_LIST = {"TWN": "Taiwan", "PSE": "Palestine", "XKX": "Kosovo", "VAT": "Holy See"}
STARTS = {  # independence of states younger than the oldest corpora: "Russia" of 1987 is the Soviet Union
    **dict.fromkeys(("RUS",), "1991-12-26"),
    **dict.fromkeys(("UKR", "BLR", "MDA", "ARM", "AZE", "GEO", "KAZ", "KGZ", "TJK", "TKM", "UZB"), "1991-08-20"),
    **dict.fromkeys(("EST", "LVA", "LTU"), "1990-03-11"),
    **dict.fromkeys(("HRV", "SVN"), "1991-06-25"),
    "MKD": "1991-09-08",
    "BIH": "1992-03-01",
    "SRB": "2006-06-05",
    "MNE": "2006-06-03",
    "XKX": "2008-02-17",
    "SSD": "2011-07-09",
    "TLS": "2002-05-20",
    "ERI": "1993-05-24",
    "NAM": "1990-03-21",
    "CZE": "1993-01-01",
    "SVK": "1993-01-01",
    "PLW": "1994-10-01",
}
SUCCEEDS = {
    **dict.fromkeys(
        ("RUS", "UKR", "BLR", "MDA", "ARM", "AZE", "GEO", "KAZ", "KGZ", "TJK", "TKM", "UZB", "EST", "LVA", "LTU"), "SUN"
    ),
    **dict.fromkeys(("HRV", "SVN", "MKD", "BIH", "SCG", "XKX"), "YUG"),
    **dict.fromkeys(("SRB", "MNE"), "SCG"),
    **dict.fromkeys(("CZE", "SVK"), "CSK"),
    "SSD": "SDN",
    "ERI": "ETH",
    "TLS": "IDN",
}
# (former, successor, names not taken back in time): the successor's names mean the former state in its day
INHERITS = (
    ("SUN", "RUS", {"Russian Federation", "Federation of Russia", "the Russian Federation", "RF"}),
    ("SCG", "SRB", set()),
    ("YUG", "SRB", set()),
    ("SCG", "MNE", set()),
    ("YUG", "MNE", set()),
    ("CSK", "CZE", set()),
    ("CSK", "SVK", set()),
    (
        "EC",
        "EU",
        {"EU", "E.U.", "European Union", "EEAS", "European External Action Service", "EU27", "EU28", "Eurozone"},
    ),
)
# names whose bearer the words leave open: name → (form, codes, likeliest first)
AMBIGUOUS = {
    "Congo": ("name", ("COD", "COG")),
    "Congolese": ("adjective", ("COD", "COG")),
    "Korea": ("name", ("KOR", "PRK")),
    "Korean": ("adjective", ("KOR", "PRK")),
    "Koreans": ("demonym", ("KOR", "PRK")),
    "Koreas": ("name", ("KOR", "PRK")),
    "Congos": ("name", ("COD", "COG")),
    "Dominican": ("adjective", ("DOM", "DMA")),
    "Dominicans": ("demonym", ("DOM", "DMA")),
}
JOINT_FOR_A_TIME = {  # names of two for as long as both were there
    "Germanys": (("DEU", "DDR"), "1949-10-07", "1990-10-02"),
    "Germanies": (("DEU", "DDR"), "1949-10-07", "1990-10-02"),
    "Sudans": (("SDN", "SSD"), "2011-07-09", ""),
}
LIKELIEST = {"Brussels": ("EU", "EC")}  # of several parties with one name, the one to think of first
WITH_ARTICLE = {"the Hague"}  # "Hague" alone is a man
NOT_CAPITALISED = {"GUAM", "ALBA", "SICA", "CICA", "ISAF"}  # "Guam" is the island
NOT_SCANNED_CODES = {"COG", "Kurds", "C5", "D-8", "ECO", "ITC", "BIS", "ALBA", "SICA"}
METONYMS_THAT_ARE_NONE = {  # capitals that are rather the country's name, a person's, or a plain word
    "Monaco",
    "Luxembourg",
    "Singapore",
    "San Marino",
    "Djibouti",
    "Panama",
    "Guatemala",
    "Victoria",
    "Georgetown",
    "Kingston",
    "Hamilton",
    "Nassau",
    "Castries",
    "Roseau",
    "Male",
    "Malé",
    "Sucre",
    "Stanley",
    "St. George's",
    "St. John's",
    "Kingstown",
    "Basseterre",
    "Bridgetown",
    "Belmopan",
    "Majuro",
    "Praia",
    "Apia",
    "Vaduz",
    "Palikir",
    "East Jerusalem",
}


def rows_of(path: Path) -> list[list[str]]:
    """The rows of an editors' list: cells parted by bars, comments left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds a list."""
    return [part.strip() for part in cell.split(";") if part.strip()]


class Tables:
    """The two tables as they grow."""

    def __init__(self) -> None:
        self.parties: dict[str, dict[str, str]] = {}
        self.names: dict[tuple[str, str], dict[str, str]] = {}

    def party(self, code: str, **values: str) -> None:
        """Puts a party into the table."""
        self.parties[code] = {"code": code, **values}

    def name(self, name: str, code: str, form: str, source: str, starts: str = "", ends: str = "") -> None:
        """Puts a name into the table; the first row of a name and code stays."""
        if name not in WITH_ARTICLE:
            name = name.removeprefix("the ").removeprefix("The ")
        if name and (name, code) not in self.names:
            self.names[name, code] = {
                "name": name,
                "code": code,
                "form": form,
                "starts": starts,
                "ends": ends,
                "source": source,
            }


def demonyms_of(adjective: str) -> list[str]:
    """The plural that the adjective makes, if it makes one: "Russian" → "Russians", "French" → none."""
    if adjective.endswith(
        (
            "an",
            "i",
            "ian",
            "ot",
            "ek",
            "en",
            "ak",
            "zakh",
            "Serb",
            "Croat",
            "Czech",
            "Thai",
            "Houthi",
            "Slovene",
            "Argentine",
            "Kurd",
            "Filipino",
            "Greek",
            "Yugoslav",
            "jik",
            "Chechen",
        )
    ):
        return [adjective + "s"]
    return []


def form_of(name: str) -> str:
    """Whether the name is an abbreviation."""
    letters = name.replace(".", "").replace(" ", "")
    return "abbreviation" if letters.isupper() and len(letters) <= 8 else "name"


def dotted(name: str) -> list[str]:
    """ "UN envoy" is also written "U.N. envoy"; "US" alone is listed by hand."""
    if name.startswith("UN "):
        return ["U.N. " + name[3:], "United Nations " + name[3:]]
    return []


def add_states(tables: Tables, gazetteers: Path) -> None:
    """States and territories, with names of the sources and the editors."""
    with (gazetteers / "country-codes.csv").open(encoding="utf-8") as file:
        official = {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(file)}
    editors = {row[0]: row for row in rows_of(HERE / "sources" / "states.psv")}
    rigour = {}
    for line in (gazetteers / "rigour_territories.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row.get("alpha3") and not row.get("parent"):
            rigour[row["alpha3"].upper()] = row
    for code in sorted(set(official) | set(STATES_OUTSIDE_THE_LIST)):
        row = official.get(code, {})
        name = STATES_OUTSIDE_THE_LIST.get(code) or row["CLDR display name"] or row["official_name_en"]
        mine = editors.get(code, [code, "", "", "", ""])
        name = {
            "CIV": "Côte d’Ivoire",
            "MMR": "Myanmar",
            "COG": "Republic of the Congo",
            "USA": "United States",
            "GBR": "United Kingdom",
            "COD": "Democratic Republic of the Congo",
            "CHN": "China",
            "HKG": "Hong Kong",
            "MAC": "Macao",
            "TUR": "Turkey",
        }.get(code, name)
        is_state = row.get("is_independent", "").strip() == "Yes" or code in STATES_OUTSIDE_THE_LIST
        capital = row.get("Capital", "") or {"XKX": "Pristina", "VAT": "Vatican City", "PSE": "Ramallah"}.get(code, "")
        tables.party(
            code,
            kind="state" if is_state else "entity",
            name=name,
            adjective=(listed(mine[1]) or [""])[0],
            capital=capital,
            starts=STARTS.get(code, ""),
            ends="",
            source=COUNTRY_CODES if row else EDITORS,
        )
        tables.name(name, code, "name", COUNTRY_CODES if row else EDITORS)
        for words in listed(mine[3]):
            tables.name(words, code, form_of(words), EDITORS)
        for column in ("UNTERM English Short", "UNTERM English Formal", "official_name_en"):
            words = row.get(column, "").replace("*", "").split("(")[0].strip().removeprefix("the ")
            if words and words not in AMBIGUOUS and words != "Guinea-Bissau (the Republic of)":
                tables.name(words, code, "name", COUNTRY_CODES)
        if code in rigour and code not in ("COG", "KOR", "PRK"):
            for words in (rigour[code]["name"], rigour[code]["full_name"]):
                words = words.split("(")[0].strip()
                if words not in AMBIGUOUS:
                    tables.name(words, code, "name", RIGOUR)
        for adjective in listed(mine[1]):
            tables.name(
                adjective, code, "abbreviation" if form_of(adjective) == "abbreviation" else "adjective", EDITORS
            )
            for demonym in demonyms_of(adjective):
                tables.name(demonym, code, "demonym", EDITORS)
        for demonym in listed(mine[2]):
            tables.name(demonym, code, "demonym", EDITORS)
        for metonym in listed(mine[4]):
            tables.name(metonym, code, "metonym", EDITORS)
        if is_state and capital and capital not in METONYMS_THAT_ARE_NONE and capital not in MOVED:
            tables.name(capital, code, "metonym", COUNTRY_CODES)
    for names, code in rows_of(HERE / "sources" / "bodies.psv"):
        for words in listed(names):
            tables.name(words, code, "metonym", EDITORS)
    for words, code, starts, ends in rows_of(HERE / "sources" / "capitals.psv"):
        tables.name(words, code, "metonym", EDITORS, starts, ends)


MOVED = {row[0] for row in rows_of(HERE / "sources" / "capitals.psv")}


def add_former(tables: Tables) -> None:
    """States that are gone."""
    for code, name, adjectives, demonyms, others, capital, starts, ends in rows_of(HERE / "sources" / "former.psv"):
        tables.party(
            code,
            kind="former_state",
            name=name,
            adjective=(listed(adjectives) or [""])[0],
            capital=capital,
            starts=starts,
            ends=ends,
            source=EDITORS,
        )
        tables.name(name, code, "name", EDITORS)
        for words in listed(others):
            tables.name(words, code, form_of(words), EDITORS)
        for adjective in listed(adjectives):
            tables.name(adjective, code, "adjective", EDITORS)
            tables.name(adjective + "s", code, "demonym", EDITORS)
        for demonym in listed(demonyms):
            tables.name(demonym, code, "demonym", EDITORS)
        if code in ("DDR", "YMD"):
            tables.name(capital, code, "metonym", EDITORS, starts, ends)


def add_organisations(tables: Tables) -> None:
    """Organisations, groupings, entities and movements."""
    for row in rows_of(HERE / "sources" / "organisations.psv"):
        code, kind, name, adjectives, others, seats, starts, ends = (row + [""] * 8)[:8]
        tables.party(
            code,
            kind=kind,
            name=name,
            adjective=(listed(adjectives) or [""])[0],
            capital=(listed(seats) or [""])[0],
            starts=starts,
            ends=ends,
            source=EDITORS,
        )
        tables.name(name, code, form_of(name), EDITORS)
        if code not in NOT_SCANNED_CODES:
            tables.name(code, code, form_of(code), EDITORS)
        if code.isalpha() and code.isupper() and len(code) >= 4 and code not in NOT_CAPITALISED:
            tables.name(code.capitalize(), code, "abbreviation", EDITORS)
        for words in listed(others):
            tables.name(words, code, form_of(words), EDITORS)
            for variant in dotted(words):
                tables.name(variant, code, "name", EDITORS)
        for adjective in listed(adjectives):
            tables.name(adjective, code, "adjective", EDITORS)
            for demonym in demonyms_of(adjective):
                tables.name(demonym, code, "demonym", EDITORS)
        for seat in listed(seats):
            tables.name(seat, code, "metonym", EDITORS)


def add_inherited(tables: Tables) -> None:
    """Names of today that meant another party in its day."""
    for former, successor, kept in INHERITS:
        starts, ends = tables.parties[former]["starts"], tables.parties[former]["ends"]
        begin = tables.parties[successor]["starts"]
        for (name, code), row in list(tables.names.items()):
            if code != successor or name in kept:
                continue
            row["starts"] = row["starts"] or begin
            if (name, former) not in tables.names:
                tables.name(name, former, row["form"], EDITORS, starts, ends)
    for name in ("European Community", "European Communities", "EC", "E.C."):
        tables.name(name, "EU", form_of(name), EDITORS, "1993-11-01", "2009-12-01")
        tables.names[name, "EC"]["ends"] = "1993-10-31"


def add_ambiguous(tables: Tables) -> None:
    """Names whose bearer the words leave open."""
    for name, (form, codes) in AMBIGUOUS.items():
        for code in codes:
            tables.name(name, code, form, EDITORS)
    for name, (codes, starts, ends) in JOINT_FOR_A_TIME.items():
        for code in codes:
            tables.name(name, code, "name", EDITORS, starts, ends)


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Writes the rows as tab-separated values, header first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, list(rows[0]), delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Builds both tables and the list of phrases that name no party."""
    tables = Tables()
    add_states(tables, Path(sys.argv[1]))
    add_former(tables)
    add_organisations(tables)
    add_inherited(tables)
    add_ambiguous(tables)
    for row in tables.parties.values():
        row["succeeds"] = SUCCEEDS.get(row["code"], "")
        row["licence"] = LICENCES[row["source"]]
    write(DATA / "parties.tsv", list(tables.parties.values()))
    names = sorted(tables.names.values(), key=lambda row: row["code"] not in LIKELIEST.get(row["name"], (row["code"],)))
    write(DATA / "party_names.tsv", names)
    phrases = [phrase for row in rows_of(HERE / "sources" / "traps.psv") for phrase in listed(row[0])]
    phrases += [phrase for row in rows_of(HERE / "sources" / "regions.psv") for phrase in listed(row[0])]
    parties = {name.casefold() for name, _ in tables.names}
    traps = [phrase for phrase in phrases if phrase.casefold() not in parties and " " in phrase]
    (DATA / "party_traps.txt").write_text("\n".join(dict.fromkeys(traps)) + "\n", encoding="utf-8")
    print(len(tables.parties), "parties,", len(tables.names), "names,", len(traps), "traps")


if __name__ == "__main__":
    main()
