"""Refusal: what the checks turned down, and why. No Problem: the input was fine."""

from dataclasses import dataclass
from types import MappingProxyType

from aidememoire.model.span import Span

REASONS = MappingProxyType(
    {
        "denied": "told not to be so, or not to have come about",
        "conditional": "hangs on a condition",
        "hypothetical": "may or might be",
        "planned": "is only to be said, or to come about",
        "to come": "an agreement yet to be signed, or a promise yet to be made",
        "proposed": "goes with a proposal",
        "wish": "only wanted, called for, aimed at or owed",
        "question": "asked about",
        "thought": "thought, not said",
        "doubtful": "stands on a mention that looks mistaken (`doubtful`)",
        "past": "of a time long past: an office held before",
        "generic": "of no occasion or deed in particular",
        "domestic": "a state's own affair, or private",
        "unnamed": "of sides told of without their names (“the two sides”), and the report doesn't tell which",
        "a meeting": "promised is only to meet: a meeting is told",
        "a view": "an opinion, not a promise",
        "mention": "a word that only looks like saying: it names a thing, joins things or comments on them",
        "caption": "a caption under a picture",
        "posting": "those who came are sent there to stay; nobody met",
        "teaser": "a line that only advertises another page",
        "draft": "the report is a draft: what stands in it was not yet said or agreed",
        "low_confidence": "oftener wrong than right",
        "too_long": "the sentence is too long to be one",
        "no_speaker": "words of saying without anybody who says them",
        "no_prose": "stands in no running text",
        "no_cue": "words that nothing tells were said",
        "no_verb": "words that attribute it without a word of saying",
        "too_short": "too few words to be what somebody said",
        "another_cue": "holds another's word of saying",
        "cut_wrongly": "begins or ends within a bracket or a quotation",
    }
)  # reason → what it says of what was withheld


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something found and not asserted; goes out under ``withheld``."""

    kind: str  # ClaimKind value of what was not claimed
    span: Span
    why: str  # one of REASONS
    rule: str  # the rule that had proposed it or the check that turned it down
