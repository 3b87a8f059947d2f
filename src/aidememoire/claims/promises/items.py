"""Lists behind a colon: "The ministers agreed to:", and each line under it a promise."""

import re
from dataclasses import replace

from aidememoire.claims.clauses import FINITE, Clauses, Range, next_word
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.listed import (
    is_document,
    items_between,
    marker_end,
    opens_with_verb,
    promise_of,
)
from aidememoire.claims.promises.rows import to_end
from aidememoire.claims.promises.topics import topic_of
from aidememoire.model import CommitmentValues, Proposal

BARE = 0.5  # a lead that is bare tells little of how sure its items are
SIGNED = frozenset({"commitments.sign", "commitments.reach", "commitments.adopt"})  # rules whose items are documents
LEADING_WORDS = 2  # a lead with fewer words promises nothing by itself: "agreed", "to"
# A lead of these alone says only that there is a list: "work together:", "take the following steps:".
OF_NOTHING = frozenset(
    "work together cooperate co-operate collaborate closely jointly act do take the following steps measures".split()
)
# A heading over documents: "List of documents signed in Oslo", "Agreements concluded during the visit".
DOCUMENTS_SIGNED = re.compile(
    r"\b(?:documents?|agreements?|memoranda|memorandums|mous?|instruments?)(?:/\w+)? (?:\w+ ){0,3}?"
    r"(?:signed|concluded|exchanged|initialled)\b|\bsigned (?:bilateral |joint )?documents\b",
    re.IGNORECASE,
)
"""Accepts "LIST OF DOCUMENTS SIGNED DURING THE VISIT", "MoUs/Agreements exchanged"; refuses "the agreement on tuna"."""
LONGEST_HEADING = 30  # tokens


def leads_list(clauses: Clauses, proposals: list[Proposal]) -> Proposal | None:
    """The promise that runs up to a colon at the sentence's end, so that the lines below say what is promised."""
    last = next((token for token in reversed(clauses.tokens) if token.text == ":"), None)
    if last is None or marker_end(clauses, last.index + 1) < clauses.sentence.last:
        return None
    for proposal in proposals:
        if 0 <= last.start - dict(proposal.spans)["content"][0].end <= 1:
            return proposal
    return None


def is_bare(lead: Proposal) -> bool:
    """Whether the lead promises nothing without its list: "agreed to:", "will work together to:"."""
    assert isinstance(lead.values, CommitmentValues)
    words = lead.values.content.lower().split()
    return len(words) < LEADING_WORDS or words[-1] == "to" or set(words) <= OF_NOTHING


def heads_documents(clauses: Clauses) -> int | None:
    """The "signed" of a heading over a list of documents; None where the sentence is none."""
    if len(clauses.tokens) > LONGEST_HEADING or any(token.tag in FINITE for token in clauses.tokens):
        return None
    match = DOCUMENTS_SIGNED.search(clauses.mentions.words(clauses.sentence.span))
    if match is None:
        return None
    start = clauses.sentence.span.start
    return next((token.index for token in clauses.tokens if token.start < start + match.end() <= token.end), None)


def is_only_marker(clauses: Clauses) -> bool:
    """Whether the line holds nothing but a bullet or number that was torn from its words."""
    return marker_end(clauses, clauses.sentence.first) >= clauses.sentence.last


def items_of(clauses: Clauses, lead: Proposal) -> list[Proposal] | None:
    """The promises of a line in the list under the lead, with its makers and strength; None where it is no item."""
    start = clauses.sentence.first
    items = items_between(clauses, start)
    if lead.rule in SIGNED:
        documents = [item for item in items if is_document(clauses, item)]
        return [_item(clauses, lead, item) for item in documents] or None
    is_marked = marker_end(clauses, start) > start or clauses[start].text[:1].islower()
    found: list[Range] = []
    for item in items:
        verb = next_word(clauses, item[0])
        if opens_with_verb(clauses, item[0]):
            end = to_end(clauses, verb)[1] if len(items) == 1 else item[1]
            found.append((verb, end))
        elif is_marked and (content := promise_of(clauses, item, is_bare=True)) is not None:
            found.append(content)
    return [_item(clauses, lead, content) for content in found] or None


def _item(clauses: Clauses, lead: Proposal, content: Range) -> Proposal:
    first = content[0]
    mentions = clauses.mentions
    span = clauses.span(content)
    deadline = deadline_of(clauses, first, content)
    assert isinstance(lead.values, CommitmentValues)
    spans = {name: places for name, places in lead.spans if name in {"strength", "made_by"}} | {"content": (span,)}
    if deadline.span is not None:
        spans["due"] = (deadline.span,)
    if deadline.words is not None:
        spans["due_words"] = (deadline.words,)
    inferred = [(name, why) for name, why in lead.inferred if name != "topic"]
    topic = topic_of(mentions.words(span))
    if topic is not None:
        inferred.append(("topic", f"The content has more words of “{topic}” than of any other topic."))
    return replace(
        lead,
        key=f"commitment:{span.start}",
        values=replace(
            lead.values,
            content=mentions.words(span),
            due=deadline.when,
            due_words=mentions.words(deadline.words) if deadline.words is not None else None,
            topic=topic,
            conditions=(),
        ),
        confidence=max(lead.confidence, BARE) if is_bare(lead) else lead.confidence,
        evidence=(clauses.sentence.span, lead.evidence[0]),
        spans=tuple(sorted(spans.items())),
        inferred=tuple(inferred),
    )
