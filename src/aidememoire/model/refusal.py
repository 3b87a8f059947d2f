"""Refusal: what the checks turned down, and why. No Problem: the input was fine."""

from dataclasses import dataclass

from aidememoire.model.span import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something found and not asserted; goes out under ``withheld``."""

    kind: str  # ClaimKind value of what was not claimed
    span: Span
    why: str  # denied | conditional | hypothetical | generic | domestic | low_confidence | wish | past | question | …
    rule: str  # the rule that had proposed it or the check that turned it down
