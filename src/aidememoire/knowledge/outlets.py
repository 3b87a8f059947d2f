"""Outlets: who publishes, whose government's account it is, and where their day begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from aidememoire.knowledge.phrases import Phrases
from aidememoire.knowledge.tables import Row, listed, rows_of


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher of reports."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    side: str | None  # party code, where it speaks for a government or organisation
    place: str | None  # home city
    timezone: str | None  # IANA: "today" is the calendar day there
    is_agency: bool  # a news agency, that may stand in a dateline


class Outlets:
    """The outlets table: look-up by name or domain."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._names: Phrases[Outlet] = Phrases()
        self._titles: Phrases[Outlet] = Phrases()
        self._domains: dict[str, Outlet] = {}
        self._all: list[Outlet] = []
        for row in self._rows:
            self._add(_outlet(row))

    def _add(self, outlet: Outlet) -> None:
        self._all.append(outlet)
        for name in (outlet.name, *outlet.aliases):
            self._names.add(name, outlet)
            if outlet.side is None and " " in name:
                self._titles.add(name, outlet)
        for domain in outlet.domains:
            self._domains.setdefault(domain, outlet)

    @classmethod
    def shipped(cls) -> "Outlets":
        """The table that ships with the package, loaded once."""
        return _shipped()

    def with_rows(self, rows: Iterable[Row]) -> "Outlets":
        """This table with a user's rows (columns of ``outlets.tsv``) laid over it: they come first."""
        return Outlets([*rows, *self._rows])

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._all)

    def get(self, name_or_domain: str) -> Outlet | None:
        """The outlet of this name, other name, domain or address ("https://www.state.gov/briefings/…")."""
        words = name_or_domain.strip()
        for domain in _domains_of(words):
            if domain in self._domains:
                return self._domains[domain]
        found = self._names.get(words.removeprefix("The ").removeprefix("the "))
        return found[0] if found else None

    def scan_titles(self, text: str) -> list[tuple[int, int]]:
        """Where press outlets of more than one word are named: "Korea Herald" is no party."""
        return [(found.start, found.end) for found in self._titles.scan(text)]


def _domains_of(words: str) -> list[str]:
    """The host of an address and the domains above it, longest first; none for what is no address."""
    if "." not in words or " " in words:
        return []
    address = words if "//" in words else f"//{words}"
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return []
    labels = host.split(".")
    return [".".join(labels[index:]) for index in range(len(labels) - 1)]


def _outlet(row: Row) -> Outlet:
    return Outlet(
        name=row["name"],
        aliases=listed(row.get("aliases")),
        domains=listed(row.get("domains")),
        side=row.get("side") or None,
        place=row.get("place") or None,
        timezone=row.get("timezone") or None,
        is_agency=bool(row.get("is_agency")),
    )


@cache
def _shipped() -> Outlets:
    return Outlets(rows_of("outlets.tsv"))
