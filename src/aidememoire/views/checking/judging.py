"""Judging: a whole draft laid beside a register."""

from collections.abc import Iterator, Sequence

from aidememoire.knowledge import Knowledge
from aidememoire.model import Claim, CommitmentValues, Problem
from aidememoire.register import Register
from aidememoire.register.words import WordIndex, words_in
from aidememoire.views.checking.deeds import check_deed, sentences_to_check
from aidememoire.views.checking.drafts import Draft, Quoted
from aidememoire.views.checking.findings import Asserted, Check, Finding, Status
from aidememoire.views.checking.holdings import DayReader, Holdings, SourceText
from aidememoire.views.checking.leaning import Leaning, leaning_of, pronoun_of
from aidememoire.views.checking.occasions import check_occasion, occasions_in
from aidememoire.views.checking.offices import check_offices
from aidememoire.views.checking.promises import check_commitment
from aidememoire.views.checking.quotations import check_quotation, places_of
from aidememoire.views.checking.speakers import people_of
from aidememoire.views.checking.statements import check_statement, checked_statements, sources_telling
from aidememoire.views.checking.unchecked import sentences_unchecked
from aidememoire.views.checking.untold import check_untold

# So many reports that hold the very words are looked at, and so many that share the most telling of them.
EXACT_REPORTS = 12
LIKELY_REPORTS = 20
# A longer quotation is sought by its first words; all of it is compared.
SOUGHT_WORDS = 60


def check_draft(
    draft: Draft,
    register: Register,
    index: WordIndex,
    knowledge: Knowledge,
    read_days: DayReader,
    problems: Sequence[Problem] = (),
) -> Check:
    """What the register says to everything that the draft asserts, in order of position.

    ``read_days`` tells which days a report's own words name (``pipeline.find_days``).
    """
    seeker = _Seeker(index)
    quoted = [(item, seeker.of_quotation(item)) for item in draft.quoted]
    said = [(item, seeker.likely(_text(draft, item[2], item[3]))) for item in checked_statements(draft)]
    promised = [(claim, seeker.likely(_claim_text(draft, claim))) for claim in _commitments(draft)]
    found_by = ((start, pronoun_of(draft, start, end)) for start, end in draft.sentences)
    pronouns = {start: pronoun for start, pronoun in found_by if pronoun is not None}
    done = [
        (item, seeker.likely(_with_what_it_leans_on(draft, *item, leans=item[0] in pronouns)))
        for item in sentences_to_check(draft)
    ]
    holdings = Holdings(register, seeker.seen, knowledge, read_days)
    surnames = people_of(draft, holdings)
    leanings = {start: leaning_of(draft, start, pronoun, surnames) for start, pronoun in pronouns.items()}
    places = [(item, places_of(item, holdings.among(names))) for item, names in quoted]
    told = [
        (item, sources_telling(_text(draft, item[2], item[3]), holdings.among(names), knowledge))
        for item, names in said
    ]
    pledged = [
        (claim, sources_telling(_content(draft, claim), holdings.among(names), knowledge)) for claim, names in promised
    ]
    retold = [
        (item, _telling(draft, item, leanings.get(item[0]), holdings.among(names), knowledge)) for item, names in done
    ]
    holdings.load_sayings(
        [
            *(source for _, found in places for source in found.sources),
            *(source for _, found in (*told, *pledged, *retold) for source in found),
        ]
    )
    findings: list[Finding | None] = [
        *(check_quotation(draft, item, found, holdings, knowledge) for item, found in places),
        *(check_statement(draft, item, found, holdings, knowledge) for item, found in told),
        *(check_commitment(draft, item, found, holdings, knowledge) for item, found in pledged),
        *(check_occasion(draft, item, holdings, knowledge) for item in occasions_in(draft, leanings)),
        *check_offices(draft, register, index, knowledge),
    ]
    kept = [finding for finding in findings if finding is not None]
    kept += [
        finding
        for (start, end), telling in retold
        if not any(item.start < end and start < item.end for item in kept)
        and (finding := check_deed(draft, start, end, telling, holdings, knowledge, leanings.get(start))) is not None
    ]
    kept = list(_with_untold(draft, kept, holdings, knowledge))
    found = sorted(
        kept,
        key=lambda finding: (finding.start, finding.end, finding.asserted),
    )
    unchecked = tuple(sentences_unchecked(draft, found, leanings))
    return Check(draft.id, draft.text, tuple(found), register.coverage(), tuple(problems), unchecked)


def _with_untold(
    draft: Draft, findings: Sequence[Finding], holdings: Holdings, knowledge: Knowledge | None
) -> Iterator[Finding]:
    """The findings; where no record holds a meeting, with what reports say of it that makes it none."""
    for finding in findings:
        is_missed = finding.asserted is Asserted.MEETING and finding.status is Status.NOT_FOUND
        told = check_untold(draft, finding.start, finding.end, holdings, knowledge) if is_missed else None
        yield told or finding
    for start, end in sentences_to_check(draft):
        if any(item.start < end and start < item.end for item in findings):
            continue
        if (told := check_untold(draft, start, end, holdings, knowledge)) is not None:
            yield told


def _telling(
    draft: Draft,
    sentence: tuple[int, int],
    leaning: Leaning | None,
    among: Sequence[SourceText],
    knowledge: Knowledge | None,
) -> list[SourceText]:
    """The reports that share the terms of the sentence, in any reading of its pronoun."""
    text = _text(draft, *sentence)
    readings = tuple(leaning.resolved(text, sentence[0])) if leaning is not None else ()
    found = {
        source.line.id: source
        for reading in readings or (text,)
        for source in sources_telling(reading, among, knowledge)
    }
    return list(found.values())


def _with_what_it_leans_on(draft: Draft, start: int, end: int, *, leans: bool) -> str:
    """The sentence; with the one before it where its subject is a pronoun."""
    if not leans:
        return _text(draft, start, end)
    former = max((one for one in draft.sentences if one[1] <= start), default=(start, start))
    return _text(draft, former[0], end)


class _Seeker:
    """Asks the index, and remembers which reports were named."""

    def __init__(self, index: WordIndex) -> None:
        self.index = index
        self.seen: dict[str, None] = {}

    def of_quotation(self, quoted: Quoted) -> list[str]:
        """The reports that hold the words, or the parts of them, or are likely to hold something like them."""
        words = [word.text for word in quoted.words]
        found: dict[str, None] = {}
        for part in _parts(words, sorted(quoted.gaps)):
            found |= dict.fromkeys(self.index.with_words(part[:SOUGHT_WORDS], EXACT_REPORTS))
        if not found or quoted.gaps or len(words) > SOUGHT_WORDS:
            found |= dict.fromkeys(self.index.likely(words, LIKELY_REPORTS))
        return self._seen(list(found))

    def likely(self, text: str) -> list[str]:
        """The reports that share the most telling words of the text."""
        return self._seen(self.index.likely([word.text for word in words_in(text)], LIKELY_REPORTS))

    def _seen(self, found: list[str]) -> list[str]:
        self.seen |= dict.fromkeys(found)
        return found


def _parts(words: Sequence[str], gaps: Sequence[int]) -> Iterator[Sequence[str]]:
    """The words between the marks of omission; all of them where there is none."""
    for start, end in zip([0, *gaps], [*gaps, len(words)], strict=True):
        if end - start > 1 or not gaps:
            yield words[start:end]


def _text(draft: Draft, start: int, end: int) -> str:
    return draft.mentions.report.text[start:end]


def _commitments(draft: Draft) -> list[Claim]:
    return [claim for claim in draft.reading.claims if isinstance(claim.values, CommitmentValues)]


def _content(draft: Draft, claim: Claim) -> str:
    """What is agreed or promised."""
    spans = dict(claim.spans).get("content", ())
    return _text(draft, spans[0].start, spans[0].end) if spans else ""


def _claim_text(draft: Draft, claim: Claim) -> str:
    span = claim.evidence[0]
    return _text(draft, span.start, span.end)
