"""As given: the words that claims quote, as the report writes them, where it was read in other letters.

A cable in capitals is read in the letters of prose (``language/small_letters``); what is quoted stays in its own.
"""

from dataclasses import replace

from aidememoire.model import (
    Claim,
    CommitmentValues,
    MeetingValues,
    Mentions,
    Reading,
    Report,
    StatementValues,
    StatusValues,
)

QUOTED = {
    MeetingValues: ("place", "format"),
    StatementValues: ("content", "cue", "occasion"),
    CommitmentValues: ("content",),
    StatusValues: ("subject", "cause"),
}
"""The fields of each kind of claim that are words of the report."""


def as_given(reading: Reading, mentions: Mentions, report: Report) -> Reading:
    """The reading with each quotation in the letters of the report as given; as it is where it was read in those."""
    if mentions.report.text == report.text:
        return reading
    return replace(reading, claims=tuple(_as_given(claim, report) for claim in reading.claims))


def _as_given(claim: Claim, report: Report) -> Claim:
    spans = dict(claim.spans)
    written: dict[str, str] = {}
    for field in QUOTED.get(type(claim.values), ()):
        value = getattr(claim.values, field)
        words = [report.words(span) for span in spans.get(field, ())]
        same = next((one for one in words if value is not None and one.lower() == value.lower()), None)
        if same is not None:
            written[field] = same
    return replace(claim, values=replace(claim.values, **written)) if written else claim  # type: ignore[arg-type]
