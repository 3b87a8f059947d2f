"""Parties: states, former states, organisations, groupings, entities, movements, and all their names.

A name means the party of the day: "Moscow" of 1987 is the Soviet Union, that of 2017 Russia.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from aidememoire.knowledge.memberships import Memberships
from aidememoire.knowledge.phrases import Found, Phrases
from aidememoire.knowledge.tables import Row, day_of, in_force, lines_of, listed, rows_of, unique
from aidememoire.model import NameForm

STATE_KINDS = frozenset({"state", "former_state"})
TERRITORY_KINDS = STATE_KINDS | {"entity"}  # kinds of party that are places, too
BODY_KINDS = frozenset({"organisation", "grouping"})  # of several states
EARLY_USE = timedelta(days=366)  # "European Union" was in use before 1993-11; "Georgia" of 1987 is the American one


@dataclass(frozen=True, slots=True)
class Party:
    """A state or other body that can act for itself."""

    code: str  # ISO 3166-1 alpha-3 or 3166-3, XKX, an acronym, or a short English name
    name: str  # short English name
    kind: str  # state | former_state | organisation | grouping | entity | movement
    adjective: str | None
    capital: str | None  # or the seat
    starts: date | None  # None: before anything that is read
    ends: date | None  # last day; None: exists
    members: tuple[str, ...]  # codes, where it consists of others: of today or its last day; see Memberships
    succeeds: str | None = None  # code of the state that it was a part of before it starts


@dataclass(frozen=True, slots=True)
class PartyName:
    """A name found in a text; the words are ``text[start:end]``."""

    start: int
    end: int
    code: str  # the likeliest bearer on the day
    alternatives: tuple[str, ...]  # other bearers, likeliest first
    form: NameForm


@dataclass(frozen=True, slots=True)
class _Bearer:
    """One party that a name may mean, and when it does."""

    code: str | None  # None: a phrase that names no party ("South China Sea")
    form: NameForm
    starts: date | None
    ends: date | None


class Parties:
    """The parties table: look-up by code and name, and names in a text."""

    def __init__(self, parties: Iterable[Row], names: Iterable[Row], traps: Iterable[str]) -> None:
        self._party_rows = tuple(parties)
        self._name_rows = tuple(names)
        self._traps = tuple(traps)
        self._parties = {row["code"]: _party(row) for row in self._party_rows}
        self._codes = {code.casefold(): code for code in self._parties}
        self._phrases: Phrases[_Bearer] = Phrases()
        for row in self._name_rows:
            bearer = _Bearer(row["code"], NameForm(row["form"]), day_of(row["starts"]), day_of(row["ends"]))
            self._phrases.add(row["name"], bearer)
        for trap in self._traps:
            self._phrases.add(trap, _Bearer(None, NameForm.NAME, None, None))

    @classmethod
    def shipped(cls) -> "Parties":
        """The table that ships with the package, loaded once."""
        return _shipped()

    def with_rows(self, rows: Iterable[Row]) -> "Parties":
        """This table with a user's rows laid over it.

        A row has the columns of ``parties.tsv`` (``code`` and ``name`` at least), and in ``names`` other names parted
        by semicolons. A row of a known code replaces that party and adds to its names.
        """
        added = tuple(rows)
        codes = {row["code"] for row in added}
        names = [_name_row(row, name) for row in added for name in (row["name"], *listed(row.get("names")))]
        kept = [row for row in self._party_rows if row["code"] not in codes]
        return Parties([*kept, *added], [*names, *self._name_rows], self._traps)

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties.values())

    def get(self, code: str) -> Party | None:
        """The party with exactly this code."""
        return self._parties.get(code)

    def is_state(self, code: str) -> bool:
        """Whether the code is a state's, of today or a former one; what stands under its own name for one counts.

        >>> parties = Parties.shipped()
        >>> [parties.is_state(code) for code in ("PER", "SUN", "TWN", "GCC", "NTC")]
        [True, True, True, False, False]
        """
        party = self._parties.get(code)
        return party is not None and (party.kind in STATE_KINDS or (party.kind == "entity" and len(code) == 3))

    def is_body(self, code: str) -> bool:
        """Whether the code is that of a body of several states: an organisation or a grouping."""
        party = self._parties.get(code)
        return party is not None and party.kind in BODY_KINDS

    def is_movement(self, code: str) -> bool:
        """Whether the code is a movement's."""
        party = self._parties.get(code)
        return party is not None and party.kind == "movement"

    def on(self, code: str, day: date | None) -> str:
        """The code of the state that this one was part of on the day: RUS of 1987 is SUN; else the code itself."""
        party = self._parties.get(code)
        while day and party and party.starts and party.starts > day and party.succeeds:
            party = self._parties.get(party.succeeds)
        return party.code if party else code

    def find(self, words: str, on: date | None = None) -> Party | None:
        """The party that these words name on the day: a code or any of its names, in any case.

        A leading "the" is ignored. Without a day the party of today is meant, if there is one.
        """
        name = words.strip()
        if name.casefold().startswith("the "):
            name = name[4:]
        if name in self._parties:
            return self._parties[name]
        codes, _ = _chosen(self._phrases.get(name), on)
        code = codes[0] if codes else self._codes.get(name.casefold())
        return self._parties.get(code) if code else None

    def scan_traps(self, text: str) -> list[tuple[int, int]]:
        """Where phrases stand that name no party though a part of them would: "Helsinki Final Act"."""
        return [(found.start, found.end) for found in self._phrases.scan(text) if _is_trap(found.values)]

    def scan(self, text: str, on: date | None = None) -> list[PartyName]:
        """The names in the text, in order of position, none overlapping; the longest at each place.

        Looks at words alone: whether "Jordan" is a man is for the finder to say.
        """
        names = []
        for found in self._phrases.scan(text):
            name = _name(found, on)
            if name:
                names.append(name)
        return names


def _is_trap(bearers: tuple[_Bearer, ...]) -> bool:
    return any(bearer.code is None for bearer in bearers)


def _name(found: Found[_Bearer], on: date | None) -> PartyName | None:
    codes, form = _chosen(found.values, on)
    if not codes or form is None:
        return None
    return PartyName(found.start, found.end, codes[0], codes[1:], form)


def _chosen(bearers: tuple[_Bearer, ...], on: date | None) -> tuple[tuple[str, ...], NameForm | None]:
    """The codes, those of the day first, and the form of the first; none where the words are a trap."""
    if not bearers or _is_trap(bearers):
        return (), None
    of_the_day = [bearer for bearer in bearers if in_force(bearer.starts, bearer.ends, on)]
    chosen = of_the_day or [bearer for bearer in bearers if _was_known(bearer, on)]
    if not chosen:
        return (), None
    return unique(bearer.code for bearer in chosen if bearer.code), chosen[0].form


def _was_known(bearer: _Bearer, on: date | None) -> bool:
    """Whether the name can have been in use: a bearer that is gone is still named, one to come is not."""
    return on is None or bearer.starts is None or bearer.starts - on <= EARLY_USE


def _party(row: Row) -> Party:
    return Party(
        code=row["code"],
        name=row["name"],
        kind=row.get("kind") or "entity",
        adjective=row.get("adjective") or None,
        capital=row.get("capital") or None,
        starts=day_of(row.get("starts")),
        ends=day_of(row.get("ends")),
        members=tuple((row.get("members") or "").split()),
        succeeds=row.get("succeeds") or None,
    )


def _name_row(row: Row, name: str) -> Row:
    starts, ends = row.get("starts") or "", row.get("ends") or ""
    return {"name": name, "code": row["code"], "form": "name", "starts": starts, "ends": ends}


@cache
def _shipped() -> Parties:
    members = Memberships.shipped()
    rows = [{**row, "members": " ".join(members.latest(row["code"]))} for row in rows_of("parties.tsv")]
    return Parties(rows, rows_of("party_names.tsv"), lines_of("party_traps.txt"))
