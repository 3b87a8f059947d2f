"""Both readers' proposals → the proposals that stand: agreement raises confidence, contradiction lowers it.

Each proposal has a few grounds (how sure its rule is, how far the tagger supports its words and its sentence). A
logistic regression per kind and reader, fitted on marked reports whose tagger had not seen them, turns these into the
chance that a reader would mark it, too: its confidence. What stays below the kind's threshold is refused, aloud.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aidememoire.claims.clauses import sentence_at
from aidememoire.claims.outcomes.statuses import LEAST_ALONE
from aidememoire.claims.promises.grounds import Ground
from aidememoire.claims.promises.weighing import CUT_OFF
from aidememoire.claims.readers.completing.occasions import propose_occasions
from aidememoire.claims.readers.completing.outcomes import propose_outcomes
from aidememoire.claims.readers.completing.promises import propose_promises
from aidememoire.claims.readers.completing.sayings import propose_sayings
from aidememoire.claims.readers.decoding import Tags
from aidememoire.model import ClaimKind, MeetingValues, Mentions, Proposal, Reader, Refusal, Span

JOINED = (ClaimKind.MEETING, ClaimKind.STATEMENT, ClaimKind.COMMITMENT, ClaimKind.STATUS)
LEAST_LIKELY = 0.15  # a sentence less likely to tell of what became of something isn't tried
SAME_WORDS = 0.5  # share of the shorter from which on two spans are one
SURE = 0.1  # probabilities are kept so far from 0 and 1: the tagger is oftener sure than right
# Of the meetings that only the tagger saw, at .5 to .61, 12 of 20 were right where the joining was fitted, none of 6 on
# the choosing marks and 3 of 8 in news kept apart: no better than a throw.
SURE_MEETING = 0.65
LIKELIER_THAN_NOT = 0.5  # no claim that is likelier wrong: this costs .02 of F1 on meetings and commitments
# Of what the rules alone would refuse in a government's own account, 36 of 69 promises were right from .4 on where the
# tagger cut out the same words, 4 of 16 where it didn't, and of 37 in news 12.
BORNE_OUT = 0.4
# Of the promises that rules read at .07 to .2 in a side's account or the news, 6 of 26 were right on the choosing marks
# and those kept apart; in a joint text's one voice, of which the marks hold few, 4 of 5.
LIKELY_PROMISE = 0.2
UNSURE = "unsure"  # what the rules alone would refuse as unsure
# What the parties to a joint text undertake by saying so stands also where the tagger, which knows few such texts, sees
# nothing in it: "We commit to train divers". In the reports marked so far none such was refused.
BY_SAYING_SO = frozenset(
    f"commitments.{rule}" for rule in ("agree", "commit", "accept", "decide", "found", "pledge", "promise")
)
SAID_SURELY = 0.65  # refused: "We decide to go on with our close cooperation"
# Words that leave no doubt, though the tagger met them too seldom to know them: of the marked promises so read, five of
# the six accepted plans were right, and the one of "undertake".
UNMISTAKABLE = {"decide by undertake": CUT_OFF, "accept by accept": 0.57}  # refused: "accepts terms updated" (.40)
IN_ONE_VOICE = f"ground {Ground.VOICE}"
SURE_ENOUGH = {ClaimKind.COMMITMENT: CUT_OFF, ClaimKind.STATUS: LEAST_ALONE}
AGREES = 0.5  # support from which on the tagger counts as a reader that found it, too


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression: bias first."""

    bias: float
    by_ground: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """How to join: weights by ``kind reader`` and thresholds by kind."""

    weights: Mapping[str, Weights]
    least: Mapping[str, float]


def candidates(
    mentions: Mentions, tags: Tags, found: Sequence[Proposal | Refusal], joint: Joint | None = None
) -> tuple[list[Proposal], list[Refusal]]:
    """What the tagger proposes beyond what the rules found, completed and checked; and what was refused of it.

    A promise is laid to those at a meeting that only the tagger saw only where that meeting stands (by ``joint``).
    """
    proposals = [one for one in found if isinstance(one, Proposal)]
    meetings = tuple(one for one in proposals if one.kind is ClaimKind.MEETING)
    out: list[Proposal | Refusal] = list(propose_occasions(mentions, tags, meetings))
    if joint is not None:
        meetings += tuple(one for one in out if isinstance(one, Proposal) and _graded(one, mentions, tags, joint)[1])
    out += propose_promises(mentions, tags, meetings)
    out += propose_outcomes(mentions, tags, meetings, LEAST_LIKELY)
    out += propose_sayings(mentions, tags)
    known = {kind: [span for one in proposals if one.kind is kind for span in words_of(one)] for kind in JOINED}
    new = [
        one
        for one in out
        if isinstance(one, Proposal)
        and (one.kind is ClaimKind.MEETING or not _is_known(words_of(one), known[ClaimKind(one.kind)]))
    ]
    return new, [one for one in out if isinstance(one, Refusal) and not _is_told(one, known)]


def words_of(proposal: Proposal) -> tuple[Span, ...]:
    """The words that the proposal is about: content, subject; a meeting's sentences."""
    spans = dict(proposal.spans)
    if proposal.kind is ClaimKind.STATEMENT:
        return (*spans.get("content", ()), *spans.get("parts", ()), *spans.get("turn", ()))
    field = {ClaimKind.COMMITMENT: "content", ClaimKind.STATUS: "subject"}.get(proposal.kind, "")
    return spans.get(field, ()) or proposal.evidence


def _is_known(words: Iterable[Span], known: Sequence[Span]) -> bool:
    return any(
        min(mine.end, other.end) - max(mine.start, other.start)
        >= SAME_WORDS * min(mine.end - mine.start, other.end - other.start)
        for mine in words
        for other in known
    )


def _is_told(refusal: Refusal, known: Mapping[ClaimKind, Sequence[Span]]) -> bool:
    """Whether the rules claim a statement of the refused words: nothing was lost of what was said."""
    return refusal.kind == ClaimKind.STATEMENT and _is_known((refusal.span,), known[ClaimKind.STATEMENT])


def grounds_of(proposal: Proposal, mentions: Mentions, tags: Tags) -> list[float]:
    """The grounds of a proposal, as log odds: what its reader says, what the tagger says of its words and sentence."""
    numbers = _sentences(proposal, mentions)
    said = [one for one in (tags.sentence(number) for number in numbers) if one is not None]
    if proposal.kind is ClaimKind.MEETING:
        chances = sorted((one.occasion for one in said), reverse=True) or [0.0]
        if proposal.readers == (Reader.TAGGER,):
            assert isinstance(proposal.values, MeetingValues)
            sides = {person.party for person in proposal.values.participants}
            return [odds(chances[0]), float(len(proposal.values.parties) == 2), float(len(sides) >= 2)]
        return [odds(proposal.confidence), odds(chances[0]), odds(1 - math.prod(1 - chance for chance in chances))]
    if proposal.kind is ClaimKind.COMMITMENT:
        words = _support(tags, "promise", words_of(proposal))
        return [odds(proposal.confidence), odds(words), odds(max((one.promises for one in said), default=0.0))]
    if proposal.kind is ClaimKind.STATUS:
        words = _support(tags, "subject", words_of(proposal))
        return [odds(proposal.confidence), odds(words), odds(max((one.became for one in said), default=0.0))]
    cue = dict(proposal.spans).get("cue", ())
    return [
        odds(proposal.confidence),
        odds(_support(tags, "content", words_of(proposal))),
        odds(_support(tags, "cue", cue) if cue else AGREES),
    ]


def _support(tags: Tags, label: str, words: Iterable[Span]) -> float:
    return max((tags.support(label, span.start, span.end) for span in words), default=0.0)


def _sentences(proposal: Proposal, mentions: Mentions) -> list[int]:
    """The numbers of the sentences in which the evidence lies."""
    found = (sentence_at(mentions, span.start) for span in proposal.evidence)
    return [sentence.index for sentence in found if sentence is not None]


def odds(chance: float) -> float:
    """Log odds, kept within what can be told apart."""
    kept = min(1 - SURE, max(SURE, chance))
    return math.log(kept / (1 - kept))


def key_of(proposal: Proposal) -> str:
    """Under which the weights for such a proposal stand: ``meeting rules``; turns and the unsure stand apart."""
    if "turn" in dict(proposal.spans):
        return f"{proposal.kind} turn"
    if Reader.RULES in proposal.readers and proposal.confidence < SURE_ENOUGH.get(ClaimKind(proposal.kind), 0.0):
        return f"{proposal.kind} {UNSURE}"
    reader = Reader.TAGGER if proposal.readers == (Reader.TAGGER,) else Reader.RULES
    return f"{proposal.kind} {reader}"


def is_borne_out(proposal: Proposal, mentions: Mentions, tags: Tags) -> bool:
    """Whether the tagger cuts out the same promise in a government's own account: half of all words of both are shared.

    Accepts "open a joint consulate" beside "to open a joint consulate"; refuses it beside "open", and in news.
    """
    if proposal.kind is not ClaimKind.COMMITMENT or mentions.report.side is None:
        return False
    cuts = [(one.start, one.end) for one in tags.of("promise")]
    return any(
        min(mine.end, end) - max(mine.start, start) >= SAME_WORDS * (max(mine.end, end) - min(mine.start, start))
        for mine in words_of(proposal)
        for start, end in cuts
    )


def is_said_by_all(proposal: Proposal) -> bool:
    """Whether a joint text's one voice undertakes it by saying so, in words of which the rule is sure."""
    is_sure = proposal.rule in BY_SAYING_SO and proposal.confidence >= SAID_SURELY
    return is_sure and Reader.RULES in proposal.readers and is_in_one_voice(proposal)


def is_unmistakable(proposal: Proposal) -> bool:
    """Whether its words can hardly mean anything else: "undertook not to build", "accepted in principle the plan"."""
    return Reader.RULES in proposal.readers and any(
        proposal.confidence >= UNMISTAKABLE[note] for note in proposal.notes if note in UNMISTAKABLE
    )


def is_in_one_voice(proposal: Proposal) -> bool:
    """Whether a joint text says it, in the voice of all whose text it is."""
    return IN_ONE_VOICE in proposal.notes


def least_of(key: str, threshold: float, borne_out: bool = False, one_voice: bool = False) -> float:
    """The least confidence with which such a proposal stands; others than rules must be likelier right.

    ``borne_out``: by the tagger's cut, as ``is_borne_out`` tells; it lowers what is asked of an unsure promise.
    ``one_voice``: as ``is_in_one_voice`` tells; no more is asked of such a promise than the threshold.
    """
    if borne_out and key == f"{ClaimKind.COMMITMENT} {UNSURE}":
        return max(threshold, BORNE_OUT)
    if key == f"{ClaimKind.COMMITMENT} {Reader.RULES}" and not one_voice:
        return max(threshold, LIKELY_PROMISE)
    if key == f"{ClaimKind.MEETING} {Reader.TAGGER}":
        return max(threshold, SURE_MEETING)
    return max(threshold, LIKELIER_THAN_NOT) if key.endswith((f" {Reader.TAGGER}", f" {UNSURE}")) else threshold


def confidence(weights: Weights, grounds: Sequence[float]) -> float:
    """The chance that a reader would mark it, too; in steps of a thousandth, so that machines agree."""
    total = weights.bias + sum(w * g for w, g in zip(weights.by_ground, grounds, strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def join(mentions: Mentions, tags: Tags, found: Sequence[Proposal | Refusal], joint: Joint) -> list[Proposal | Refusal]:
    """The proposals of both readers that are likely enough, and the refusals with those that aren't."""
    new, refused = candidates(mentions, tags, found, joint)
    out: list[Proposal | Refusal] = [*refused]
    for one in [*found, *new]:
        if isinstance(one, Refusal) or one.kind not in JOINED:
            out.append(one)
            continue
        graded, stands = _graded(one, mentions, tags, joint)
        out.append(graded if stands else Refusal(one.kind, one.evidence[0], "low_confidence", one.rule))
    return out


def _graded(proposal: Proposal, mentions: Mentions, tags: Tags, joint: Joint) -> tuple[Proposal, bool]:
    """The proposal with its confidence and readers, and whether that is enough."""
    key, grounds = key_of(proposal), grounds_of(proposal, mentions, tags)
    weights = joint.weights.get(key)
    sure = confidence(weights, grounds) if weights else 0.0
    if is_said_by_all(proposal) or is_unmistakable(proposal):
        sure = max(sure, LIKELIER_THAN_NOT)
    graded = replace(proposal, confidence=sure, readers=_readers(proposal, grounds))
    borne_out, one_voice = is_borne_out(proposal, mentions, tags), is_in_one_voice(proposal)
    return graded, sure >= least_of(key, joint.least[proposal.kind], borne_out, one_voice)


def _readers(proposal: Proposal, grounds: Sequence[float]) -> tuple[Reader, ...]:
    """Who found it: the tagger counts where it supports both the words and the sentence."""
    agrees = proposal.readers == (Reader.RULES,) and min(grounds[1:]) >= odds(AGREES)
    return (Reader.RULES, Reader.TAGGER) if agrees else proposal.readers
