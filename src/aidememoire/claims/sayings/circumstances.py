"""Where and to whom something was said: occasion and addressee, from the words around the content."""

import re

from aidememoire.claims.sayings.sentence_view import SentenceView
from aidememoire.knowledge.calendar_names import A_WEEKDAY
from aidememoire.model import Span

_EVENT = (
    r"interview|(?:news|press) conference|(?:news |press )?briefing|conference call|speech|address|statement|letter"
    r"|message|telegram|tweet|post|blog|(?:phone |telephone )?(?:call|conversation)|meeting|summit|session|hearing"
    r"|forum|conference|talks|dinner|lunch|reception|ceremony|visit|trip|broadcast|programme|program|show|article|op-ed"
    r"|editorial|commentary|debate|report|communiqu[eé]|declaration|memo|cable|rally|lecture|testimony|congress"
    r"|assembly|consultations|negotiations|remarks"
)
_WORDS = r"(?:[\w’'-]+\s+)"
_DAY = rf"\bon {A_WEEKDAY}\b"
_OCCASION = re.compile(
    r"(?i)\b(?:in|during|at|on|via|following|after|before)\s+"
    r"(?:an?|the|his|her|their|its|this|that|today['’]s|yesterday['’]s)\s+"
    rf"{_WORDS}{{0,4}}?(?:{_EVENT})\b"
    r"(?:\s+(?-i:[A-Z]{3,})\b)?"  # "in an interview TASS": the preposition was lost in translation
    rf"(?:\s+(?:to|with|for|at|in|on|of|by|between)\s+(?:(?!\bthat\b|{_DAY})[^,.;:“”\"()]){{2,60}}(?!\w))?"
)
_BARE = re.compile(
    r"(?i)\b(?:on (?:facebook|twitter|telegram|instagram|vkontakte|social media)"
    r"|on (?:state |national |public )?(?:television|tv|radio)"
    r"|by (?:phone|telephone|satellite phone|e-?mail|video ?link)|in an? e-?mail"
    rf"|told (?P<told>(?:a|the|his|an) {_WORDS}{{0,3}}(?:conference|briefing|parliament|assembly|council|congress"
    r"|senate|committee|rally|summit|meeting|forum|session|hearing|programme|program|show|house|audience|crowd)"
    r"(?: of [\w ]{2,30})?))"
)
_SAID_THIS = re.compile(
    r"(?i)(?P<who>.{2,80}?)\s(?:said|stated|announced|told|declared|made)\s"
    r"(?:this|so|it|these words|the statement|the remarks?|the comments?)\b(?P<rest>.*)$",
    re.S,
)
_MAX_ADDRESSEE = 12  # tokens


def find_occasion(text: str, around: tuple[int, int], content: tuple[int, int]) -> tuple[int, int] | None:
    """Start and end of the words that say on what occasion it was said: near the content, never in it."""
    for start, end in ((around[0], min(content[0], around[1])), (max(content[1], around[0]), around[1])):
        if end - start < 8:
            continue
        match = _OCCASION.search(text, start, end)
        if match:
            return match.start(), _trimmed(text, match.start(), match.end())
        match = _BARE.search(text, start, end)
        if match:
            begin = match.start("told") if match.group("told") else match.start()
            return begin, _trimmed(text, begin, match.end())
    return None


def said_this(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The occasion in a sentence that only tells where the words before it were said ("He said this in …")."""
    match = _SAID_THIS.match(text, start, end)
    if not match:
        return None
    begin, stop = match.span("rest")
    found = _OCCASION.search(text, begin, stop) or _BARE.search(text, begin, stop)
    return (found.start(), _trimmed(text, found.start(), min(found.end(), stop))) if found else None


def find_addressee(view: SentenceView, verb: int, cue_end: int, content: Span) -> Span | None:
    """Whom the words were said to: the object of "told", "assured", "warned"."""
    for child in view.children.get(verb, ()):
        token = view.tokens[child]
        if child < cue_end or token.dep not in {"dobj", "dative"} or token.start >= content.start:
            continue
        first, last = view.left(child), view.right(child)
        span = Span(content.report, view.tokens[max(first, cue_end)].start, view.tokens[last].end)
        if last - first < _MAX_ADDRESSEE and not span.overlaps(content):
            return span
    return None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:–—-"):
        end -= 1
    return end
