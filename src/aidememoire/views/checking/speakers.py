"""Speakers: whether the one whom a draft names is the one whom a report names."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import same_person
from aidememoire.register.words import words_in
from aidememoire.register.world import fold
from aidememoire.views.checking.drafts import Draft, Speaker
from aidememoire.views.checking.holdings import Holdings, Saying, SourceText
from aidememoire.views.checking.likeness import is_idle, is_of_calendar

# accepts: "Momen" for "Abdul Momen" (0.6); refuses: "Park" for "Pyne"
SAME_NAME = 0.55
# accepts: "the two sides" for "two sides"; refuses: "the four ministers" for "the two sides"
SAME_BODY = 80
_BODY_WORDS = frozenset(
    "ministry department government office spokesman spokeswoman spokesperson presidency embassy commission council "
    "statement communique declaration kremlin secretariat".split()
)
# No ministry's words are theirs. accepts: "a source close to the talks"; refuses: "a ministry official"
_ANONYMOUS = frozenset("source sources insider insiders eyewitness witness witnesses".split())
# They name nobody: whoever they are, the draft says no more than the report.
_ROLE_WORDS = frozenset(
    "he she they it the a an for his her their its minister ministers president secretary premier chancellor leader "
    "leaders official officials diplomat diplomats source sources prime foreign defence defense side sides delegation "
    "counterpart colleague commissioner representative high general of state two both".split()
)
# Word → the business of a ministry or minister. accepts: "external affairs ministry" for "foreign ministry"
_FIELDS = {
    word: field
    for field, words in {
        "foreign": "foreign external",
        "defence": "defence defense military army",
        "money": "finance treasury",
        "trade": "trade commerce",
        "home": "interior home",
        "energy": "energy oil",
        "transport": "transport railways",
        "justice": "justice",
        "farming": "agriculture",
        "health": "health",
    }.items()
    for word in words.split()
}


def is_same_speaker(drafted: Speaker, saying: Saying, knowledge: Knowledge | None) -> bool | None:
    """Whether the draft's speaker is the report's; None where nobody can tell."""
    if saying.speaker is None:
        return None
    name, told = drafted.name, saying.speaker
    here, there = fold(name), fold(told)
    if _have_other_fields(here, there):
        return False
    if same_person(name, told) >= SAME_NAME or _is_surname_of(here, there):
        return True
    if fuzz.ratio(here.removeprefix("the "), there.removeprefix("the ")) >= SAME_BODY:
        return True
    party = drafted.party or _party_in(name, knowledge)
    told_party = saying.party or _party_in(told, knowledge)
    has_body = bool(set(here.split()) & _BODY_WORDS) or drafted.is_party or _is_party(name, knowledge)
    told_body = bool(set(there.split()) & _BODY_WORDS)
    if party and told_party and party == told_party and (has_body or told_body):
        return True
    if has_body and set(there.split()) & _ANONYMOUS:
        return False
    # "the ministry", "its spokesman", whosever they are, say no more than the report
    if set(here.split()) <= _ROLE_WORDS | _BODY_WORDS or (party and not _own_words(_without_parties(name, knowledge))):
        return None if party is None or told_party is None or party == told_party else False
    if "joint" in there.split():
        return None
    return False


def _have_other_fields(one: str, other: str) -> bool:
    """Whether two folded names are those of bodies with other business: "foreign ministry", "defence ministry"."""
    fields = [{_FIELDS[word] for word in name.split() if word in _FIELDS} for name in (one, other)]
    return all(fields) and not fields[0] & fields[1]


def _is_surname_of(one: str, other: str) -> bool:
    """Whether one of two folded names is the last word of the other: "momen", "abdul momen"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return len(shorter) == 1 and len(shorter[0]) > 2 and longer[-1:] == shorter and shorter[0] not in _ROLE_WORDS


def is_named_at(drafted: Speaker, source: SourceText, start: int, end: int) -> bool:
    """Whether the draft's speaker is named in the report's words."""
    names = [word for word in fold(drafted.name).split() if len(word) > 2 and word not in _ROLE_WORDS]
    words = set(fold(source.report.text[start:end]).split())
    return bool(names) and names[-1] in words


def is_body_at(drafted: Speaker, source: SourceText, start: int, end: int) -> bool:
    """Whether the draft names a group, and the report one of them: "the opposition", "an opposition envoy"."""
    words = [word for word in drafted.name.split() if word.lower() not in {"the", "a", "an"}]
    if not words or any(word[:1].isupper() for word in words):
        return False
    return _own_words(fold(" ".join(words))) != [] and set(map(fold, words)) <= set(
        fold(source.report.text[start:end]).split()
    )


def _own_words(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _ROLE_WORDS | _BODY_WORDS]


def _without_parties(name: str, knowledge: Knowledge | None) -> str:
    """The name, folded, without the names of parties in it: "moroccan minister" is "minister"."""
    for found in reversed(knowledge.parties.scan(name) if knowledge is not None else ()):
        name = name[: found.start] + name[found.end :]
    return fold(name)


def _party_in(name: str, knowledge: Knowledge | None) -> str | None:
    if knowledge is None:
        return None
    found = knowledge.parties.scan(name)
    return found[0].code if found else None


def _is_party(name: str, knowledge: Knowledge | None) -> bool:
    return knowledge is not None and knowledge.parties.find(name) is not None


def names_in(draft: Draft, start: int, end: int, people: Collection[str]) -> Iterator[str]:
    """The folded surnames in the stretch, and whatever else may be one: no place, party, office, month or day."""
    mentions = draft.mentions
    spans = [item.span for group in (mentions.places, mentions.parties, mentions.times) for item in group]
    for word in words_in(mentions.report.text, start, end):
        is_name = mentions.report.text[word.start].isupper() and not is_idle(word.text)
        is_name = is_name and word.text not in _ROLE_WORDS | _BODY_WORDS and not is_of_calendar(word.text)
        if word.text in people or (is_name and not any(span.start <= word.start < span.end for span in spans)):
            yield word.text


def people_of(draft: Draft, holdings: Holdings) -> dict[str, str | None]:
    """Surname, as it is compared → party, of whoever the draft and the reports at hand name; None: not one party."""
    named = [(saying.speaker, saying.party) for source in holdings.sources.values() for saying in source.sayings]
    named += [
        (one["name"], one.get("party"))
        for record in holdings.meetings
        for one in record.values.get("participants") or ()
    ]
    named += [(actor.name, actor.party) for actor in draft.mentions.actors if actor.kind == "person"]
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for name, party in named:
        words = words_in(name or "")
        if words and (name or "").split()[-1][:1].isupper() and words[-1].text not in _BODY_WORDS | _ROLE_WORDS:
            parties[words[-1].text] |= {party} if party else set()
    return {name: next(iter(found)) if len(found) == 1 else None for name, found in parties.items()}
