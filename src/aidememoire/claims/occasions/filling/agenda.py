"""The agenda: what an occasion was about, item by item, in the words of the sentences that tell of it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aidememoire.claims.clauses import sentence_after
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.parties.participation import mentions_between
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.tenses import token_range
from aidememoire.model import MeetingKind, Mentions, Span, Token

MOST_ITEMS = 8
SHORTEST_ITEM = 4  # code points: "it" and "the" are what a cut leaves

_DISCUSSED = (
    r"(?:discuss(?:es|ed|ing)?|talk(?:ed|ing)? about|exchang(?:e[sd]?|ing) (?:views|opinions) (?:on|about)"
    r"|review(?:s|ed|ing)?|consider(?:ed|ing)|debat(?:ed|ing)|touch(?:ed|ing) (?:up)?on|dwelt on"
    r"|focus(?:es|ed|sed|ing)? on|cent(?:re|er)(?:s|ed)? on|dealt with|deal with|(?:devoted|dedicated) to)"
)
BEHIND = re.compile(
    rf"(?<!\bnot )(?<!n[’']t )\b(?:to (?:discuss|talk about|review|consider)|{_DISCUSSED})"
    r" (?!with\b)(?P<items>[^.;:]{4,300})",
    re.IGNORECASE,
)
"""Behind an occasion: accepts "met to discuss (fishing quotas)", "and exchanged views on (the ceasefire)"; refuses
"did not discuss the ceasefire"."""

ON_ITS_SUBJECT = re.compile(
    r"(?:\s(?:between|of|with)\s[^.;:,]{2,80}?)?\s(?:on|about|over|concerning|regarding)\s(?P<items>[^.;:]{4,300})"
)
"""Right behind a noun for talks: accepts " on (visa rules)", " between Peru and Chile on (tuna)"; a day is none."""

NO_SUBJECT = re.compile(
    r"(?:(?:the|its|their|his|her)\s)?(?:\d|sidelines|margins|fringes|initiative|request|invitation|behalf|board|basis"
    r"|eve|occasion|agenda|phone|telephone|(?:mon|tues|wednes|thurs|fri|satur|sun)day|side|level|way|part\b"
    r"|(?:first|second|third|last) day|\w+ \d)",
    re.IGNORECASE,
)
"""What begins no subject behind "on": accepts "the sidelines", "June 4"; refuses "the ceasefire"."""

ON_THE_AGENDA = re.compile(
    r"\b(?:on the agenda (?:of|for|at|in)"
    r"|(?:the |main |key |central )*(?:agenda|topics?|subjects?|themes?|focus) (?:of|for|at))"
    r"\s[^.;:]{4,200}?\s(?:includ(?:es?|ed|ing)|compris(?:es?|ed)|were|was|are|is|will be|will include|featured)\s"
    r"(?!expected|held|being|still|not)(?P<items>[^.;:]{4,300})",
    re.IGNORECASE,
)
"""Around an occasion: accepts "on the agenda of the talks were (fish and gas)", "the main topics of the meeting were
(transit)"; refuses "the agenda of the talks was not known"."""

THEY_DISCUSSED = re.compile(
    r"(?:They|Both (?:sides|ministers|leaders|presidents|parties)|The (?:two |three )?(?:sides|parties|ministers"
    r"|presidents|leaders|delegations|diplomats|interlocutors|prime ministers|foreign ministers|heads of state"
    r"|secretaries"
    r"|officials|talks|meeting|conversation|discussions?|call|consultations|negotiations))\s"
    r"(?:(?:also|then|in particular|thoroughly|briefly|in detail|had|will|mainly|primarily|further|were|was|are|is)\s)"
    rf"{{0,2}}{_DISCUSSED} (?!with\b)(?P<items>[^.;:]{{4,300}})"
)
"""The sentence after it: accepts "They also exchanged views on (grain)", "The talks focused on (transit)"; refuses "The
ministers praised the talks"."""

END = re.compile(
    r"\s?[()“”\"]|,? (?:who|which|where|when|while|whose|that|sa(?:id|ys|ying)|after|before|ahead of|during|amid"
    r"|among other|as (?:part|well as how)|according to|at (?:an?|the|their|his|her) (?:meeting|talks|summit|session)"
    r"|by (?:tele)?phone|(?:over|on|by) the (?:tele)?phone|in (?:an?|their) (?:tele)?phone"
    r"|on the (?:sidelines|margins|phone)"
    r"|with (?:(?:his|her|their|the)\s)?(?:[\w.-]+\s){0,2}(?:counterpart|president|prime minister|minister"
    r"|secretary|leader"
    r"|king|chancellor|ambassador|delegation|officials?)|with [A-Z]|(?:in|via|by) (?:an? )?(?:video|virtual|online))\b"
    r"| (?:was|were|is|are|will|would|has|have|had|took|ended|began|opened|started|resumed|broke)\b"
    r"|,? (?:and|but) (?:\w+ly )?(?:agreed|said|expressed|stressed|noted|called|also|then|signed|reaffirmed|reiterated"
    r"|urged|underscored|emphasi[sz]ed|welcomed|condemned|decided|to \w+|discussed|exchanged|how)\b",
    re.IGNORECASE,
)
"""Where what was discussed ends: accepts " with his counterpart", ", and agreed", " was held"; refuses " and trade"."""

ON_ANOTHER = re.compile(r"(?:,? and|,|,? as well as) (?:also )?(?:on|about) ")
"""Before one more thing, with the preposition again: accepts " and on "; refuses " and "."""

SUCH_AS = re.compile(r"(?:such )?(?:issues|matters|topics|questions|subjects),? (?:such as|like|including|as) ")
"""Before the items themselves: accepts "issues such as ", "such matters as "; refuses "issues of "."""
ONE_WORD_AND = re.compile(r"[a-z]+ and ")
BESIDE_THEM = re.compile(r"(?:,| and| or| as well as| including|, and|\s)*\s*$")
"""Between two items: accepts ", ", " as well as "."""


def topics_of(occasion: Occasion, mentions: Mentions) -> tuple[Span, ...]:
    """The items that were talked about, or are to be, in order; of a visit what it was for.

    "Met in Lome to discuss piracy and the shared border" gives two items; "met in Lome to discuss them" none.
    """
    found: list[Span] = []
    for sighting in sorted(occasion.sightings, key=lambda one: one.span):
        for span in _told_with(sighting, occasion.kind, mentions):
            found += (item for item in _items(span, sighting, mentions) if not any(item.overlaps(one) for one in found))
    return tuple(sorted(found))[:MOST_ITEMS]


def _told_with(sighting: Sighting, kind: MeetingKind, mentions: Mentions) -> Iterator[Span]:
    """The words for what was talked about, in the sighting's own sentence and in the next one."""
    text, sentence = mentions.report.text, sighting.sentence.span
    around = ON_THE_AGENDA.search(text, sentence.start, sentence.end)
    if around is not None and around.start() < sighting.span.start < around.start("items"):
        yield Span(sentence.report, *around.span("items"))
        return
    begin = sighting.span.start if BEHIND.match(text, sighting.span.start) else sighting.span.end
    behind = BEHIND.search(text, begin, sentence.end)
    is_on = kind in {MeetingKind.TALKS, MeetingKind.CALL} and sighting.trigger.shape == "occasion"
    subject = ON_ITS_SUBJECT.match(text, sighting.span.end, sentence.end) if is_on else None
    if subject and not NO_SUBJECT.match(subject["items"]):
        yield Span(sentence.report, *subject.span("items"))
    elif behind:
        yield Span(sentence.report, *behind.span("items"))
    elif (following := sentence_after(mentions, sighting.sentence)) is not None:
        they = THEY_DISCUSSED.match(text, following.span.start, following.span.end)
        if they is not None:
            yield Span(sentence.report, *they.span("items"))


def _items(span: Span, sighting: Sighting, mentions: Mentions) -> Iterator[Span]:
    """The words cut where another thing is told, and taken apart at their commas and "and"."""
    text = mentions.report.text
    end = span.end
    if stop := END.search(text, span.start, span.end):
        end = stop.start()
    end = min([end, *_circumstances(span, sighting, mentions)])
    if end <= span.start:
        return
    start = span.start
    if lead := SUCH_AS.match(text, start, end):
        start = lead.end()
    apart = [match.span() for match in ON_ANOTHER.finditer(text, start, end)]
    begins, ends = [start, *(last for _, last in apart)], [*(first for first, _ in apart), end]
    for begin, finish in zip(begins, ends, strict=True):
        yield from _joined_items(Span(span.report, begin, finish), mentions)


def _joined_items(span: Span, mentions: Mentions) -> Iterator[Span]:
    """The items of words that commas and "and" join."""
    cuts = [span.start, *_starts_of_others(span, mentions), span.end]
    for first, last in pairwise(cuts):
        words = mentions.report.text[first:last]
        joint = BESIDE_THEM.search(words)
        if joint is not None and last < span.end:
            words = words[: joint.start()]
        words = words.rstrip(" ,–—-")
        if len(words) >= SHORTEST_ITEM:
            yield Span(span.report, first, first + len(words))


def _circumstances(span: Span, sighting: Sighting, mentions: Mentions) -> Iterator[int]:
    """Where a day, or the place where they met, begins in the words, with its preposition."""
    text = mentions.report.text
    days = [one.span for one in mentions_between(mentions.times, span.start, sighting.sentence.span.end) if one.when]
    days = [one for one in days if one.start < span.end]
    for one in [*days, *([sighting.place] if sighting.place and span.contains(sighting.place) else [])]:
        before = re.search(r"(?:\s(?:on|in|at|last|late|early|by))*\s$", text[span.start : one.start])
        if before is not None:
            yield span.start + before.start()


def _starts_of_others(span: Span, mentions: Mentions) -> Iterator[int]:
    """Where the second and later things begin that are joined to the first ("tuna, the border and a tunnel")."""
    sentence = next((one for one in mentions.sentences if one.span.contains(span)), None)
    if sentence is None:
        return
    first, last = token_range(mentions, sentence, span)
    tokens = mentions.tokens[first:last]
    if not tokens:
        return
    head = _head(tokens, first, last)
    chain = {head.index}
    for token in tokens:
        if token.dep == "conj" and token.head in chain and token.pos in {"NOUN", "PROPN"}:
            chain.add(token.index)
            begin = _leftmost(token, tokens)
            before = mentions.report.text[span.start : mentions.tokens[begin].start]
            if ONE_WORD_AND.fullmatch(before) and mentions.tokens[begin].pos == "ADJ":
                continue  # "trade and economic cooperation"
            if re.search(r"(?:,|\band|\bas well as) $", before):
                yield mentions.tokens[begin].start


def _head(tokens: tuple[Token, ...] | list[Token], first: int, last: int) -> Token:
    """The token on which the words hang: the first whose head lies outside of them."""
    return next((one for one in tokens if not first <= one.head < last or one.head == one.index), tokens[0])


def _leftmost(token: Token, tokens: tuple[Token, ...] | list[Token]) -> int:
    """The first token of what hangs on a token, to its left."""
    index = token.index
    for one in reversed(tokens):
        if one.index < index and one.index >= token.index - 12 and _hangs_on(one, token, tokens):
            index = one.index
    return index


def _hangs_on(one: Token, token: Token, tokens: tuple[Token, ...] | list[Token]) -> bool:
    first = tokens[0].index
    seen = one
    for _ in range(6):
        if seen.head == token.index:
            return True
        if seen.head == seen.index or not first <= seen.head < first + len(tokens):
            return False
        seen = tokens[seen.head - first]
    return False
