"""Lists behind a colon: "The ministers agreed to:", and each line under it a promise."""

from dataclasses import replace

from aidememoire.claims.clauses import Clauses
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.rows import table, to_end
from aidememoire.claims.promises.topics import topic_of
from aidememoire.model import CommitmentValues, Proposal

BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "○", "to", "(", ")"})
BARE = 0.5  # a lead that is bare tells little of how sure its items are
REACH = 4  # tokens of bullet, number and adverb before the verb


def leads_list(clauses: Clauses, proposals: list[Proposal]) -> Proposal | None:
    """The promise that runs up to a colon at the sentence's end, so that the lines below say what is promised."""
    if clauses.tokens[-1].text != ":":
        return None
    colon = clauses.tokens[-1]
    for proposal in proposals:
        if colon.start - dict(proposal.spans)["content"][0].end <= 1:
            return proposal
    return None


def is_bare(lead: Proposal) -> bool:
    """Whether the lead promises nothing without its list: "agreed to:", "will work together to:"."""
    assert isinstance(lead.values, CommitmentValues)
    return lead.values.content.split()[-1] == "to"


def item_of(clauses: Clauses, lead: Proposal) -> Proposal | None:
    """The promise of a line that begins with a bare verb, with makers and strength of its lead; else None."""
    first = _verb_ahead(clauses)
    if first is None:
        return None
    mentions, content = clauses.mentions, to_end(clauses, first)
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


def _verb_ahead(clauses: Clauses) -> int | None:
    """The bare verb with which the line begins, behind its bullet or number."""
    words = table().words
    for index in range(clauses.sentence.first, clauses.sentence.first + REACH):
        token = clauses[index]
        if token.text in BULLETS or token.pos in {"PUNCT", "NUM", "X", "SYM", "ADV"}:
            continue
        is_known = token.lower in words["checkable"] | words["vague"] | words["forgone"] | words["efforts"]
        return index if token.tag == "VB" or (is_known and token.tag in {"VBP", "NN", "NNP"}) else None
    return None
