"""Agreed days: the day of an agreement to which a sentence looks back. It is not the day of what the sentence tells.

"Has carried out the exercise agreed on 14 September": the 14th is the agreement's. Comes in: a sentence. Goes out: such
days, each with what was agreed, and whether all that was agreed of it was agreed on another day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aidememoire.knowledge import Knowledge
from aidememoire.model import Claim, Record, TimeMention, Token
from aidememoire.views.checking.drafts import Draft, blanked
from aidememoire.views.checking.findings import Fault
from aidememoire.views.checking.holdings import Holdings
from aidememoire.views.checking.likeness import PARAPHRASE, Term, likeness, terms_of
from aidememoire.views.checking.quotations import other_day

# Verbs by which something is agreed or promised. accepts: "the exercise agreed on Monday"; refuses: "held on Monday"
_AGREEING = frozenset(
    "agree promise pledge decide sign conclude reach undertake approve endorse adopt order commission initial".split()
)
# accepts: "the accord of 14 June", "a deal dated May 2019"; refuses: "the talks of 14 June"
_ACCORD_OF = re.compile(
    r"(?i)\b(?:agreement|accord|pact|deal|treaty|memorandum|protocol|compact|undertaking|promise|pledge|decision)s?\s+"
    r"(?:of|from|dated|made (?:on|in)|of the)\s*$"
)
# The verb of agreeing hangs on a noun or on "as" by the parse.
_LOOKING_BACK = frozenset({"acl", "relcl", "advcl"})
# Who agrees is no thing that was agreed. accepts: "the drill agreed on Monday"; refuses: "the sides agreed on Monday"
_WHO = frozenset(
    "minister president leader side party country government state delegation envoy official ministry premier "
    "chancellor neighbour neighbor nation capital ally partner committee commission council parliament cabinet union "
    "group negotiator diplomat member summit meeting conference counterpart colleague secretary spokesman two both "
    "three king queen".split()
)
_OF_A_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_JOINING = frozenset({"of", "for", "at", "on", "between", "in", "near", "to", "with"})
# They say which agreement is meant. accepts: "the accord signed in May"; refuses: "the fishery accord"
_AGREEMENTS = frozenset(
    "agreement agreements accord accords pact deal treaty memorandum protocol document understanding signed concluded "
    "reached initialled agreed struck adopted text joint line accordance".split()
)
# So many words may stand between it and its day. accepts: "agreed by the two ministers in Sydney on Monday"
_REACH = 9
_MENTION_LETTERS = 40


@dataclass(frozen=True, slots=True)
class AgreedDay:
    """The day of an agreement, told beside something else."""

    mention: TimeMention
    thing: tuple[int, int] | None  # the words for what was agreed, in the draft; None: all of the sentence
    clause: tuple[int, int]  # the words that look back, as far as the day


def agreed_days(draft: Draft, start: int, end: int) -> Iterator[AgreedDay]:
    """The days in the stretch that are those of an agreement to which its sentence looks back."""
    tokens = [token for token in draft.mentions.tokens if start <= token.start < end]
    text = draft.mentions.report.text
    for mention in draft.mentions.times:
        first = mention.span.start
        if not start <= first < end or mention.type not in {"DATE", "TIME"} or draft.is_quoted(first, mention.span.end):
            continue
        if _ACCORD_OF.search(text[max(start, first - _MENTION_LETTERS) : first]):
            yield AgreedDay(mention, None, (first, mention.span.end))
        elif (verb := _verb_before(tokens, first)) is not None and _looks_back(tokens, verb, mention):
            yield AgreedDay(mention, _thing(tokens, verb), (verb.start, mention.span.end))


def _verb_before(tokens: Sequence[Token], place: int) -> Token | None:
    """The verb of agreeing to which a day at the place belongs: no other verb stands between them."""
    before = [token for token in tokens if token.start < place][-_REACH:]
    last = next((token for token in reversed(before) if token.pos == "VERB"), None)
    return last if last is not None and last.lemma in _AGREEING and last.tag in {"VBN", "VBD"} else None


def _looks_back(tokens: Sequence[Token], verb: Token, day: TimeMention) -> bool:
    """Whether the sentence tells of something else: its own verb stands elsewhere. By the words, or by the parse.

    accepts: "the post agreed on 3 May", "the post, agreed on 3 May, was", "the post that they agreed on 3 May"
    refuses: "the ministers agreed on 3 May", "he said that they agreed on 3 May"
    """
    if verb.dep in _LOOKING_BACK:
        return True
    before = [token for token in tokens if token.start < verb.start and token.pos != "ADV"]
    if not before:
        return False
    last = before[-1]
    if last.lower == "as" or (last.pos == "NOUN" and last.lemma not in _WHO):
        return True
    following = next((token.text for token in tokens if token.start >= day.span.end), "")
    if last.text == "," and following == "," and len(before) > 1:
        return before[-2].pos in {"NOUN", "PROPN"} and before[-2].lemma not in _WHO
    return any(
        token.lower in {"that", "which"} and former.pos in {"NOUN", "PROPN", "PUNCT"} and former.lemma not in _WHO
        for former, token in pairwise(before[-_REACH:])
    )


def _thing(tokens: Sequence[Token], verb: Token) -> tuple[int, int] | None:
    """What was agreed: the phrase that ends before the verb, or before "that"; None for "as agreed"."""
    before = [token for token in tokens if token.start < verb.start]
    opened = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower in {"that", "which"}), len(before))
    last = first = opened - 1
    if last >= 0 and before[last].text == ",":
        last = first = last - 1
    while first >= 0 and (
        before[first].pos in _OF_A_PHRASE
        or (first and before[first].lower in _JOINING and before[first - 1].pos in {"NOUN", "PROPN"})
    ):
        first -= 1
    return (before[first + 1].start, before[last].end) if first < last else None


def agreed_day_faults(
    draft: Draft,
    days: Sequence[AgreedDay],
    stretch: tuple[int, int],
    holdings: Holdings,
    knowledge: Knowledge | None,
) -> Iterator[Fault]:
    """A fault for each day on which nothing like it was agreed, where reports tell of something like it as agreed."""
    text = draft.mentions.report.text
    parties = {party.code for party in draft.mentions.parties if stretch[0] <= party.span.start < stretch[1]}
    for day in days:
        if day.mention.when is None:
            continue
        terms = _terms(text[slice(*day.thing)], knowledge) if day.thing else []
        terms = terms or _terms(blanked(text[slice(*stretch)], stretch[0], [day.clause]), knowledge)
        records = [record for record in holdings.commitments if _is_of(record, terms, parties, knowledge)]
        faults = [fault for record in records for fault in _faults(record, day, holdings)]
        if faults and all(faults):
            yield next(fault for fault in faults if fault is not None)


def _terms(text: str, knowledge: Knowledge | None) -> list[Term]:
    """What the words say was agreed: nothing in "the accord"."""
    found = [term for term in terms_of(text, knowledge) if not term.is_number and not term.key.isupper()]
    return [term for term in found if not only_names_agreement(term)]


def only_names_agreement(term: Term) -> bool:
    """Whether the word only says that an agreement is meant."""
    return term.word.lower() in _AGREEMENTS


def _is_of(record: Record, terms: Sequence[Term], parties: set[str], knowledge: Knowledge | None) -> bool:
    """Whether the record is of these parties, and tells of the thing."""
    made_by = set(record.values.get("made_by") or ())
    if not parties or not made_by & parties or not terms:
        return False
    return likeness(terms, terms_of(str(record.values["content"]), knowledge)).score >= PARAPHRASE


def _faults(record: Record, day: AgreedDay, holdings: Holdings) -> Iterator[Fault | None]:
    """For each report that tells of it, the fault, or None where it may have been agreed on the day."""
    for name in sorted({support.report for support in record.support}):
        source = holdings.sources.get(name)
        if source is not None:
            spans = [claim.evidence[0] for claim in _claims(record, name, holdings)]
            words = " ".join(source.report.text[slice(*source.sentence_at(span.start))] for span in spans)
            yield next(iter(other_day(holdings, source, (day.mention,), words)), None)


def _claims(record: Record, report: str, holdings: Holdings) -> list[Claim]:
    found = holdings.register.claims(sorted({item.claim for item in record.support if item.report == report}))
    return list(found.values())
