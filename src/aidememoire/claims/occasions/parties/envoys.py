"""Envoys: for whom somebody comes whose office doesn't say it alone.

An envoy of two bodies comes for both ("the NATO-African Union envoy"). A former minister comes for nobody, unless he
was sent.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from aidememoire.knowledge import Knowledge
from aidememoire.model import Actor, ActorKind, Mentions, Span

_SENT = r"(?:envoy|emissary|mediator|representative|negotiator)"
_BODY = r"(?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
JOINT = re.compile(
    rf"\b{_BODY}(?: ?[-–/] ?| and (?:the )?){_BODY}(?:[’']s)? "
    rf"(?:(?:joint|special|peace|international|chief) ){{0,2}}{_SENT}\b"
    rf"|\b{_SENT} (?:to \w+ )?(?:for|of) (?:both )?(?:the )?{_BODY} and (?:the )?{_BODY}"
)
"""Accepts "NATO-African Union special envoy", "the envoy of the AU and the Arab League"; refuses "NATO envoy",
"the NATO and AU envoys", who are two."""

AFTER, AHEAD = 60, 80
"""Code points behind the words, and before them, in which his name stands: "X, the special envoy for A and B"."""

FORMER = re.compile(r"(?:former|ex)\b", re.IGNORECASE)
"""In an office: accepts "former foreign minister", "ex-premier"; refuses "foreign minister"."""

SENT = re.compile(rf"\b(?:{_SENT}s?|on behalf of|dispatched|sent by|delegation)\b", re.IGNORECASE)
"""In a sentence that names him: accepts "former minister X, the premier's envoy"; refuses "former minister X said"."""

BESIDE = re.compile(r",? ?(?:(?:to|for|on|in) [\w’']+(?: [\w’']+){0,3})?,? ?(?:is |the )*(?:former [\w -]{1,30})?")
"""Between the words and the name: accepts " to Chile, ", ", "; refuses " met ", " and "."""


def parties_of(actor: Actor, mentions: Mentions, knowledge: Knowledge) -> tuple[str, ...]:
    """The party for which somebody comes: none for a former minister, one of the two for an envoy of two bodies."""
    if actor.kind is not ActorKind.PERSON:
        return _one(actor.party)
    if actor.party is None:
        return joint(mentions, knowledge).get(actor.index, ())[:1]
    if actor.office is not None and FORMER.match(actor.office) and not _is_sent(actor, mentions):
        return ()
    return _one(actor.party)


def _one(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _is_sent(actor: Actor, mentions: Mentions) -> bool:
    """Whether a sentence that names him says that he was sent."""
    spans = [person.span for person in mentions.persons if person.actor == actor.index]
    told = (one.span for one in mentions.sentences if any(one.span.contains(span) for span in spans))
    return any(SENT.search(mentions.words(span)) for span in told)


def joint(mentions: Mentions, knowledge: Knowledge) -> dict[int, tuple[str, ...]]:
    """Person → the two bodies of which he is called the envoy anywhere in the report."""
    found: dict[int, tuple[str, ...]] = {}
    for words, codes in joint_words(mentions, knowledge):
        behind = [one for one in mentions.persons if 0 <= one.span.start - words.end <= AFTER]
        ahead = [one for one in mentions.persons if 0 <= words.start - one.span.end <= AHEAD]
        named = [one for one in (*behind[:1], *ahead[-1:]) if _is_beside(one.span, words, mentions)]
        for person in named[:1]:
            found[person.actor] = codes
    return found


def _is_beside(name: Span, words: Span, mentions: Mentions) -> bool:
    """Whether name and office are said of one person: nothing but a comma, "to Chile" or "on the war" between."""
    first, last = sorted((name, words))
    between = mentions.report.text[first.end : last.start]
    return BESIDE.fullmatch(between) is not None


def joint_words(mentions: Mentions, knowledge: Knowledge) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Where the report speaks of an envoy of two, with the codes of these."""
    report = mentions.report
    for start, end in _matches(report.text):
        named = [one.code for one in mentions.parties if start <= one.span.start and one.span.end <= end]
        codes = dict.fromkeys(code for code in named if knowledge.parties.is_body(code))
        if len(codes) == 2:
            yield Span(report.id, start, end), tuple(codes)


@lru_cache(maxsize=16)
def _matches(text: str) -> tuple[tuple[int, int], ...]:
    """The words for envoys of two, found once for all sentences of a report."""
    return tuple(match.span() for match in JOINT.finditer(text))
