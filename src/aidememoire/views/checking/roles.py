"""Roles: who does something to whom, by the words around a verb; and whether two texts tell it the other way round."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aidememoire.knowledge import Knowledge
from aidememoire.model import NameForm
from aidememoire.register.words import words_in
from aidememoire.views.checking.drafts import Draft
from aidememoire.views.checking.findings import Fault, Status
from aidememoire.views.checking.likeness import is_idle, key_of

# Whom it is done to is named within so many words of the verb.
# accepts: "thanked the people of the north of Chile"; refuses: "thanked everybody who had worked for peace in Chile"
_REACH = 7
# A clause is no longer than this.
_CLAUSE_LETTERS = 300
# A doer stands in the verb's own clause.
_CLAUSE = re.compile(
    r"[;:!?“”„«»\"()\n]|(?<![A-Z])\.(?!\w)|\s[–—-]+\s|—"
    r"|,?\s+\b(?:but|yet|although|though|because|whereas|while|that|which|who|whom|where|when|after|before|if|unless|once|until)\b"
    r"|,\s+(?:and|or|so|for|as)\b"
)
# What follows these words is where, when or why, not to whom.
_ASIDE = re.compile(
    r"\b(?:in|at|near|from|during|under|inside|outside|across|against|about|over|by)\s+(?:the\s+)?$", re.I
)
# A noun of the verb's stem: who follows may be the doer or whom it is done to.
# accepts: "the visit of Juma", "an arrest of Juma"; refuses: "Juma warned of floods"
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|any|no)\s+\Z", re.I)
_ARTICLE_LETTERS = 8  # with the space behind it
_OF = re.compile(r"\s+of\b", re.I)
# Between a verb and whoever stands before it: then they belong to the other verb.
# accepts: "the exercise that Japan [had agreed] was carried out"; refuses: "Japan [has now] carried out"
_HELPING = re.compile(
    r"(?i)\b(?:has|have|had|is|are|was|were|be|been|being|will|would|shall|should|may|might|can|could|must|to|also|not|now"
    r"|then|\w{1,20}ly|\s)+$"
)
_OTHER_VERB = re.compile(
    r"(?i)\b(?:has|have|had|is|are|was|were|did|does|will|would|sa(?:id|ys?)|t(?:old|ells?)|thinks?|thought|kn(?:ew|ows?)"
    r"|held|met|made|saw|wrote|\w{2,}ed)\b"
)
_PASSIVE_BEFORE = re.compile(r"(?i)\b(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+|also\s+|not\s+|then\s+)?$")
_BY = re.compile(r"(?i)\bby\s+(?:(?:the|its|his|her|their)\s+)?")
_JOINED = re.compile(r"(?i)^(?:’s|'s)?\s*(?:,|and|as well as|together with|,\s*and)?\s*(?:the|its|her|his)?\s*$")
# Between an adjective of a party and the name of its minister: "Ugandan Foreign Minister Sam Kutesa".
_TITLE = re.compile(r"^(?:’s|'s)?(?:\s+[\w.’'-]+){0,5}\s+$")


@dataclass(frozen=True, slots=True)
class Who:
    """Someone or some party as a text names them."""

    start: int
    end: int
    name: str  # as written
    party: str | None  # code, where known
    surname: str | None  # as it is compared; None for a party


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with whoever stands around it."""

    verb: str  # key
    word: str  # as written
    doers: tuple[Who, ...]
    done_to: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two texts tell the same deed of others."""

    is_turned: bool  # doer and done-to have changed places
    why: str  # a sentence


def deeds_in(
    text: str, verbs: Collection[str], people: Mapping[str, str | None], knowledge: Knowledge | None
) -> list[Deed]:
    """Each of the verbs in the text with whoever is named before and after it; people: folded surname → party."""
    everyone = sorted(_named_in(text, people, knowledge), key=lambda who: (who.start, -who.end))
    starts = [who.start for who in everyone]
    found = []
    for word in words_in(text):
        key = key_of(word.text)
        if key in verbs and not _is_noun(text, word.start, word.end):
            first, last = (
                bisect_left(starts, word.start - _CLAUSE_LETTERS),
                bisect_left(starts, word.end + _CLAUSE_LETTERS),
            )
            around = everyone[first:last]
            if not any(who.start <= word.start < who.end for who in around):
                found.append(_deed(text, key, word.start, word.end, around))
    return found


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether "the" or the like stands before the word, and "of" behind it."""
    return bool(_OF.match(text, end) and _ARTICLE.search(text, max(0, start - _ARTICLE_LETTERS), start))


def _deed(text: str, key: str, start: int, end: int, everyone: Sequence[Who]) -> Deed:
    least = max(0, start - _CLAUSE_LETTERS)
    begin = max((found.end() for found in _CLAUSE.finditer(text, least, start)), default=least)
    stop = _CLAUSE.search(text, end, end + _CLAUSE_LETTERS)
    finish = stop.start() if stop else min(len(text), end + _CLAUSE_LETTERS)
    before = [who for who in everyone if begin <= who.start and who.end <= start]
    if before and _OTHER_VERB.search(_HELPING.sub("", text[before[-1].end : start])):
        before = []
    after = [who for who in everyone if end <= who.start and who.end <= finish]
    if not _PASSIVE_BEFORE.search(text[begin:start]):
        reached = [who for who in after if len(text[end : who.start].split()) <= _REACH]
        done_to = _first_group(text, [who for who in reached if not _ASIDE.search(text[end : who.start])])
        return Deed(key, text[start:end], tuple(_last_group(text, before)), tuple(done_to))
    agents: list[Who] = []
    for found in _BY.finditer(text, end, finish):
        agents = _first_group(text, [who for who in after if who.start >= found.end()])
        if agents and len(text[found.end() : agents[0].start].split()) <= _REACH:
            break
        agents = []
    return Deed(key, text[start:end], tuple(agents), tuple(_last_group(text, before)))


def _last_group(text: str, before: Sequence[Who]) -> list[Who]:
    """The last of them, with those that it is joined to by "and" or a title."""
    group: list[Who] = []
    for who in reversed(before):
        if group and not _goes_on(text[who.end : group[0].start], who):
            break
        group.insert(0, who)
    return group


def _first_group(text: str, after: Sequence[Who]) -> list[Who]:
    """The first of them, with those that are joined to it."""
    group: list[Who] = []
    for who in after:
        if group and not _goes_on(text[group[-1].end : who.start], group[-1]):
            break
        group.append(who)
    return group


def _goes_on(between: str, former: Who) -> bool:
    is_title = former.name[:1].isupper() and bool(_TITLE.match(between)) and _is_title(between)
    return bool(_JOINED.match(between)) or is_title


def _is_title(between: str) -> bool:
    """Whether the words are those of an office: all but little ones have capitals, or are words of an office."""
    words = [word for word in re.findall(r"[^\W\d_]+", between) if word.lower() not in _LITTLE]
    return all(word[0].isupper() or word.lower() in _OFFICE_WORDS for word in words)


_LITTLE = frozenset("of the and for s".split())
_OFFICE_WORDS = frozenset(
    "foreign defence defense prime minister president premier chancellor secretary state trade finance interior deputy "
    "vice counterpart colleague ambassador envoy commissioner spokesman spokeswoman spokesperson king queen".split()
)


def _named_in(text: str, people: Mapping[str, str | None], knowledge: Knowledge | None) -> Iterator[Who]:
    """Parties by code, and people by their surnames."""
    if knowledge is not None:
        for name in knowledge.parties.scan(text):
            if name.form is not NameForm.METONYM or not _is_place(text, name.start):
                yield Who(name.start, name.end, text[name.start : name.end], name.code, None)
    for word in words_in(text):
        if word.text in people and text[word.start : word.start + 1].isupper():
            yield Who(word.start, word.end, text[word.start : word.end], people[word.text], word.text)


def _is_place(text: str, start: int) -> bool:
    return bool(re.search(r"(?i)\b(?:in|at|to|from|near|for)\s+$", text[max(0, start - 8) : start]))


def verbs_in(draft: Draft, start: int, end: int) -> frozenset[str]:
    """What the verbs of the stretch are compared by."""
    return frozenset(
        key_of(word.text)
        for token in draft.mentions.tokens
        if token.pos == "VERB" and start <= token.start and token.end <= end
        for word in words_in(token.text)
        if not is_idle(word.text)
    )


def roles_fault(draft: Sequence[Deed], told: Sequence[Deed]) -> Iterator[Fault]:
    """A fault where the report tells it the other way round, or of others."""
    found = mismatch(draft, told)
    if found is not None:
        yield Fault(Status.CONTRADICTED, "roles" if found.is_turned else "parties", found.why)


def mismatch(drafted: Iterable[Deed], told: Iterable[Deed]) -> Mismatch | None:
    """How the deeds of a draft contradict those of a report; None where one of each verb agrees, or nobody can tell."""
    there: dict[str, list[Deed]] = {}
    for deed in told:
        there.setdefault(deed.verb, []).append(deed)
    for deed in drafted:
        found = [_beside(deed, other) for other in there.get(deed.verb, ())]
        if found and all(found):
            return max((item for item in found if item), key=lambda item: item.is_turned)
    return None


# Whoever does it does it together: it can't be turned round, and one of them may be named first or alone.
# accepts as mutual: "Kutesa met Juma"; refuses: "Kutesa received Juma"
_MUTUAL = (
    "meet met talk talked speak spoke spoken confer conferred discuss discussed agree agreed sign signed negotiate "
    "negotiated hold held exchange exchanged consult consulted converse chat dine share shared"
).split()


@cache
def _mutual() -> frozenset[str]:
    return frozenset(key_of(word) for word in _MUTUAL)


def share_doers(drafted: Iterable[Deed], told: Sequence[Deed]) -> bool:
    """Whether one of the draft's deeds is told of the same doer, and named as theirs in both."""
    return any(here.verb == there.verb and _share(here.doers, there.doers) for here in drafted for there in told)


def _beside(here: Deed, there: Deed) -> Mismatch | None:
    if here.verb in _mutual():
        return None
    others, to_others = _differ(here.doers, there.doers), _differ(here.done_to, there.done_to)
    is_open = (others or not here.doers or not there.doers) and (to_others or not here.done_to or not there.done_to)
    if is_open and (_share(here.doers, there.done_to) or _share(here.done_to, there.doers)):
        return Mismatch(True, f"the other way round: {_told(here)} here, {_told(there)} in the report")
    if others:
        return Mismatch(False, f"{_names(here.doers)} “{here.word}” here, {_names(there.doers)} in the report")
    if to_others:
        return Mismatch(False, f"“{here.word}” {_names(here.done_to)} here, {_names(there.done_to)} in the report")
    return None


def _share(one: Sequence[Who], other: Sequence[Who]) -> bool:
    """Whether somebody, or a party, is in both groups."""
    return bool(_parties(one) & _parties(other) or _surnames(one) & _surnames(other))


def _differ(one: Sequence[Who], other: Sequence[Who]) -> bool:
    """Whether nobody of one is in the other, as far as both are known in the same way."""
    if _share(one, other):
        return False
    has_parties, has_names = _parties(one) and _parties(other), _surnames(one) and _surnames(other)
    return bool(has_parties or has_names)


def _parties(group: Iterable[Who]) -> set[str]:
    return {who.party for who in group if who.party}


def _surnames(group: Iterable[Who]) -> set[str]:
    return {who.surname for who in group if who.surname}


def _told(deed: Deed) -> str:
    return f"{_names(deed.doers) or '…'} → “{deed.word}” → {_names(deed.done_to) or '…'}"


def _names(group: Iterable[Who]) -> str:
    return " and ".join(dict.fromkeys(who.name for who in group))
