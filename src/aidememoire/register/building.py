"""Clusters of units → Records: what all kinds of record have in common."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from aidememoire.model import Record, RecordKind, Support
from aidememoire.register.candidates import Unit
from aidememoire.register.ranking import Choice, Word


class Draft:
    """A record in the making: words come in, values with their rivals and reasons go out."""

    def __init__(self, kind: RecordKind, units: Sequence[Unit]) -> None:
        self.kind = kind
        self.units = sorted(units, key=lambda unit: unit.order)
        self.values: dict[str, Any] = {}
        self.support: list[Support] = [
            Support("", None, unit.told.claim.id, unit.report)
            for unit in {unit.told.claim.id: unit for unit in units}.values()
        ]
        self.reasons: dict[str, str] = {}
        self.rivals: dict[str, list[dict[str, Any]]] = {}

    @property
    def id(self) -> str:
        """The would-be id of the smallest unit."""
        return self.units[0].id

    def say(self, field: str, words: Iterable[Word]) -> None:
        """Keep each claim's word on the field."""
        for word in words:
            if word.value is not None:
                self.support.append(Support(field, word.value, word.told.claim.id, word.told.claim.report))

    def decide(self, field: str, words: Sequence[Word], choice: Choice) -> None:
        """Keep the words, show the chosen value, and its rivals with the reason."""
        self.say(field, words)
        self.show(field, choice.value)
        if choice.rivals:
            self.dispute(field, choice.reason or "", choice.rivals)

    def show(self, field: str, value: Any) -> None:
        """Show the value."""
        self.values[field] = on_one_line(value)

    def dispute(self, field: str, reason: str, rivals: Iterable[tuple[Any, tuple[str, ...]]]) -> None:
        """Keep rival values beside the one shown."""
        self.reasons[field] = reason
        self.rivals[field] = [{"value": value, "claims": list(claims)} for value, claims in rivals]

    def record(self, links: Mapping[str, Iterable[str]]) -> Record:
        """The record, its support in a fixed order."""
        self.values["rivals"] = self.rivals
        return Record(
            id=self.id,
            kind=self.kind,
            values=self.values,
            support=tuple(sorted(self.support, key=_by_field_and_claim)),
            reasons=self.reasons,
            links={relation: tuple(sorted(set(ids))) for relation, ids in links.items() if ids},
        )


def _by_field_and_claim(support: Support) -> tuple[str, str, bytes]:
    return support.field, support.claim, msgspec.json.encode(support.value)


def words_of(units: Iterable[Unit], field: str) -> list[Word]:
    """Each claim's word on the field, as a JSON value; where it is silent, none."""
    words = []
    for unit in units:
        value = getattr(unit.told.claim.values, field)
        if value is not None and value != () and value != "unknown":
            words.append(Word(plain(value), unit.told, field))
    return words


def on_one_line(value: Any) -> Any:
    """The value with its words on one line: a line may end within a name; the claim keeps the words as they stand."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [on_one_line(item) for item in value]
    if isinstance(value, dict):
        return {name: on_one_line(item) for name, item in value.items()}
    return value


def plain(value: Any) -> Any:
    """The value as JSON knows it, words on one line: dates by ``When``'s own form, tuples as lists."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__") and type(value).__name__ != "When":
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return on_one_line(str(value))
