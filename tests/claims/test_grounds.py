"""Every value of a promise or a status rests on words of the report, or says from what it was inferred."""

from dataclasses import fields, replace
from datetime import date
from typing import Any, cast

import pytest

from aidememoire.claims.outcomes.status_rules import table as statuses
from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.promises import table as promises
from aidememoire.model import Mentions, Proposal, Span, TimeMention, When
from tests.claims.by_hand import mentions_of

CONTEXT = "Norway and Poland are neighbours.\n"
KNOWLEDGE = cast(Any, None)
# Links and values that are empty say nothing that would need a ground.
NO_GROUND_NEEDED = (None, (), "")
SENTENCES = (
    *(sentence for rule in promises().rules for sentence, _ in rule.accept),
    *(sentence for rule in statuses().rules for sentence, _, _ in rule.accept),
    "Serbia said it would close the border by the end of 2031 if the talks failed.",
    "Norway pledged to send two ships within the year.",
    "Norway pledged to send two ships within 60 days of the vote.",
    "Norway pledged to send two ships before the next summit.",
    "We, the ministers of Chile and Peru, have met. We will open a port.",
    "It was agreed to open a port.",
    "The dialogue was frozen in May 2031 because of the raid and the seizure of a ship.",
    "The talks broke down.",
)
YEARS = {"2031": When.year(2031), "May 2031": When.month(2031, 5), "the end of 2031": When.year(2031)}


def mentions_with_times(text: str) -> Mentions:
    mentions = mentions_of(text)
    times = [
        TimeMention(Span("r", text.index(words), text.index(words) + len(words)), "DATE", None, when, (), None)
        for words, when in YEARS.items()
        if words in text
    ]
    if "60 days" in text:
        start = text.index("60 days")
        times.append(TimeMention(Span("r", start, start + 7), "DURATION", "P60D", None, (), None))
    times.sort(key=lambda time: time.span)
    return replace(mentions, times=tuple(times), report=replace(mentions.report, today=date(2031, 3, 2)))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_value_has_its_words_or_its_reason(sentence: str) -> None:
    mentions = mentions_with_times(CONTEXT + sentence)
    found = [*propose_commitments(mentions, KNOWLEDGE, (), 0.0), *propose_statuses(mentions, KNOWLEDGE, (), least=0.0)]
    proposals = [item for item in found if isinstance(item, Proposal)]
    assert proposals
    for proposal in proposals:
        spans, inferred = dict(proposal.spans), dict(proposal.inferred)
        for field in fields(proposal.values):
            if getattr(proposal.values, field.name) in NO_GROUND_NEEDED:
                assert field.name not in spans
                continue
            assert spans.get(field.name) or inferred.get(field.name), field.name
            assert all(span.end <= len(mentions.report.text) for span in spans.get(field.name, ()))
