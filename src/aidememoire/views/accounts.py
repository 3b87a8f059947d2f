"""Accounts: what one side's own reports tell of a record, in that side's words, and whether two sides tell the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.model import CommitmentValues, Record, StatementValues, When
from aidememoire.register.features import are_compatible_places
from aidememoire.register.stays import SAME_SEAT
from aidememoire.register.world import World, fold, numbers_in
from aidememoire.views.citing import Citations
from aidememoire.views.wording import cue_in_words, day_in_words, enumerate_words, parties_in_words, quoted

Telling = CommitmentValues | StatementValues


@dataclass(frozen=True, slots=True)
class Account:
    """What one side's reports tell of one record."""

    side: str
    claims: tuple[str, ...]  # ids, those of the earliest report first
    tellings: tuple[Telling, ...]  # of a commitment or statement; each wording once

    @property
    def contents(self) -> list[str]:
        """The side's own words, each once."""
        return list(dict.fromkeys(" ".join(one.content.split()) for one in self.tellings))

    def in_words(self, knowledge: Knowledge | None) -> str:
        """What the side tells, without a full stop."""
        return "; ".join(dict.fromkeys(_in_words(one, knowledge) for one in self.tellings))


def account_of(record: Record, side: str, reports: Iterable[str], cite: Citations) -> Account:
    """The side's account of the record; empty where its reports are silent."""
    named = set(reports)
    claims = {support.claim for support in record.support if support.report in named}
    ordered = sorted(claims, key=lambda claim: (cite.day(claim) or "", claim))
    values = [cite.claims[claim].values for claim in ordered]
    return Account(
        side, tuple(ordered), tuple(one for one in values if isinstance(one, CommitmentValues | StatementValues))
    )


def tell_the_same(one: Account, other: Account) -> bool:
    """Whether nothing in the one contradicts the other: strength, makers, numbers, deadline; a denial, the words."""
    return all(_agree(here, there) for here in one.tellings for there in other.tellings)


def _agree(one: Telling, other: Telling) -> bool:
    if isinstance(one, CommitmentValues) and isinstance(other, CommitmentValues):
        return (
            one.strength == other.strength
            and one.made_by == other.made_by
            and numbers_in(one.content) == numbers_in(other.content)
            and (one.due is None or other.due is None or one.due.meets(other.due))
            and set(one.conditions) == set(other.conditions)
        )
    if isinstance(one, StatementValues) and isinstance(other, StatementValues):
        here, there = fold(one.content), fold(other.content)
        return one.is_negated == other.is_negated and (here in there or there in here)
    return False


def _in_words(values: Telling, knowledge: Knowledge | None) -> str:
    if isinstance(values, StatementValues):
        cue = cue_in_words({"is_negated": values.is_negated, "cue": values.cue, "addressee": values.addressee})
        return f"{values.speaker or 'somebody'} {cue}: {quoted(values.content)}"
    makers = parties_in_words(values.made_by, knowledge) or "somebody"
    conditions = f", on condition: {enumerate_words(map(quoted, values.conditions))}" if values.conditions else ""
    return f"{makers} {values.strength}: {quoted(values.content)}{conditions}"


def told_in(record: Record, field: str, account: Account) -> list[tuple[Any, str]]:
    """Each value that the side tells on the field, with its claim; of a meeting's state only what it told last."""
    claims = {claim: place for place, claim in enumerate(account.claims)}
    found = [
        (support.value, support.claim)
        for support in record.support
        if support.field == field and support.claim in claims
    ]
    found.sort(key=lambda row: claims[row[1]])
    return [row for row in found if row[0] == found[-1][0]] if field == "state" else found


def are_compatible(field: str, left: Sequence[Any], right: Sequence[Any], world: World) -> bool:
    """Whether all that the two tell on the field may be true together: a city and its country, a day and its month."""
    return all(_may_both_hold(field, here, there, world) for here in left for there in right)


def _may_both_hold(field: str, left: Any, right: Any, world: World) -> bool:
    if left == right or field == "kind":  # one government's "talks" are the other's "meeting"
        return True
    if field == "date":
        return When.parse(left).meets(When.parse(right))
    return field == "place" and are_compatible_places(left, right, world)


def value_in_words(field: str, value: Any) -> str:
    """A field's value as it is read."""
    return day_in_words(value) if field == "date" else str(value).replace("_", " ")


def seat_as_told(record: Record, seat: dict[str, Any], account: Account, world: World) -> Iterator[dict[str, Any]]:
    """The participant as the side's own claims give name and office."""
    for value, claim in told_in(record, "participants", account):
        is_of_party = claim in seat["claims"] and value["party"] in {seat["party"], None}
        if is_of_party and world.same_person(value["name"], seat["name"]) >= SAME_SEAT:
            yield value
