"""What another does by the same word: "Oslo promised to buy gas and Riga to build the pipe" are two promises.

The second doer has no verb of promising; his deed, sum or thing stands right behind his name. The parse joins him to
the words before ("gas and Riga"), so the words alone tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.clauses import Clauses, Range, next_word, trimmed
from aidememoire.claims.promises.grounds import Makers, heads, parties_within, within
from aidememoire.model import PartyMention

JOINING = frozenset({"and", "while", "whereas", ","})
# "to help farmers and Riga to build a pipe": both are helped.
LETTING = frozenset(
    "help allow enable ask urge encourage permit require assist press support persuade invite train get force tell "
    "order let want expect oblige compel call push lead".split()
)
# "to give Oslo the seed and Riga the land": both are given something.
GIVING = frozenset("give send offer grant lend hand pay sell show teach promise deny spare owe save cost".split())
BINDING = frozenset({"oblige", "require", "commit", "bind", "compel"})
SUMS = frozenset({"CD", "$"})
THINGS = frozenset({"DT", "PRP$"})
NAME_REACH = 5  # tokens of "the Danish foreign ministry" behind "and"


@dataclass(frozen=True, slots=True)
class Share:
    """What one of several does: its words, and whose it is; None for whoever the verb of promising has as subject."""

    content: Range
    makers: Makers | None


@dataclass(frozen=True, slots=True)
class _Doer:
    conjunction: int
    behind: int  # the first word of what he does
    party: PartyMention


def without_agent(clauses: Clauses, trigger: int, content: Range) -> Range:
    """The content without whoever promises it: "40 lorries" in "Riga was promised 40 lorries by Oslo"."""
    agent = clauses.child(trigger, "agent")
    if agent is None and clauses.child(trigger, "auxpass") is not None:
        agent = next((i for i in range(*content) if clauses.lower(i) == "by" and _is_party_at(clauses, i + 1)), None)
    if agent is None or not content[0] < agent < content[1]:
        return content
    return content[0], trimmed(clauses, content[0], agent)


def shares_of(clauses: Clauses, trigger: int, content: Range) -> list[Share]:
    """The content, cut before the first further doer, and what each further one does; the content alone where none is.

    Accepts "Oslo promised to buy gas and Riga to build the pipe", "Oslo gave $9 million and Riga $3 million", "Oslo
    agreed to buy the seed and Riga the land"; refuses "agreed to help Oslo and Riga to build a pipe", "agreed to sell
    Oslo the gas and Riga the oil".
    """
    doers = list(_further_doers(clauses, trigger, content))
    if not doers:
        return [Share(content, None)]
    ends = [*(doer.conjunction for doer in doers[1:]), content[1]]
    first = content[0], trimmed(clauses, content[0], doers[0].conjunction)
    shares = [Share(first, None)]
    for doer, end in zip(doers, ends, strict=True):
        makers = Makers((doer.party.code,), (doer.party.span,), None)
        shares.append(Share((doer.behind, trimmed(clauses, doer.behind, end)), makers))
    return shares


def _further_doers(clauses: Clauses, trigger: int, content: Range) -> Iterator[_Doer]:
    kind = _kind_of(clauses, content)
    if kind is None or _is_given(clauses, trigger):
        return
    before: int | None = None
    for index in range(content[0] + 1, content[1] - 2):
        if clauses.lower(index) not in JOINING or clauses.lower(index + 1) in JOINING:
            continue
        if clauses[index - 1].pos == "PROPN":
            continue  # "ships to Oslo and Riga to build a pipe", "a consulate in Riga, Latvia to serve them"
        doer = _doer_behind(clauses, index)
        if doer is None or not doer.behind < content[1] or not _is_alike(clauses, kind, doer.behind, content):
            continue
        if before is None or index > before:
            before = doer.behind
            to = clauses.lower(doer.behind) == "to"
            yield _Doer(index, next_word(clauses, doer.behind + 1) if to else doer.behind, doer.party)


def _kind_of(clauses: Clauses, content: Range) -> str | None:
    """What is promised: a deed behind "to" or "will", a sum, or a thing behind "to"."""
    first = next_word(clauses, content[0])
    if clauses[first].tag in {"VB", "VBP", "VBG"}:
        return "deed" if clauses[first].lemma not in LETTING else None
    if clauses[first].tag in SUMS:
        return "sum"
    return "thing" if clauses.lower(content[0] - 1) == "to" and clauses[first].tag in THINGS else None


def _is_given(clauses: Clauses, trigger: int) -> bool:
    """ "promised Oslo $3 million and Riga $5 million": those named are given something; not "obliges Oslo to"."""
    return _is_party_at(clauses, trigger + 1) and clauses[trigger].lemma not in BINDING


def _doer_behind(clauses: Clauses, conjunction: int) -> _Doer | None:
    """The party named behind the conjunction, by its name or as "the Danish side"; and the first word behind it."""
    first = conjunction + 1 + (clauses.lower(conjunction + 1) == "the")
    for party in parties_within(clauses.mentions, clauses[first].start, clauses[first + NAME_REACH].end):
        if party.span.start != clauses[first].start:
            return None
        last = next((i for i in range(first, first + NAME_REACH) if clauses[i].end == party.span.end), None)
        if last is None:
            return None
        if party.form in {"name", "metonym", "abbreviation"}:
            return _Doer(conjunction, last + 1, party)
        side = last + 1
        while clauses[side].pos in {"ADJ", "NOUN", "PROPN"} and clauses[side + 1].pos in {"NOUN", "PROPN"}:
            side += 1
        return _Doer(conjunction, side + 1, party) if clauses.lower(side) in heads()["state_heads"] else None
    return None


def _is_alike(clauses: Clauses, kind: str, behind: int, content: Range) -> bool:
    """Whether what stands behind the further doer's name is of the kind that the first one promises."""
    word, following = clauses[behind], next_word(clauses, behind + 1)
    if kind == "sum":
        return word.tag in SUMS or (word.lower in {"a", "an"} and clauses.lower(behind - 1) != "to")
    if word.lower == "to" and clauses[next_word(clauses, content[0])].tag == "VBG":
        return clauses[following].tag == "VBG"
    if word.lower == "to":
        return clauses[following].tag in ({"VB", "VBP"} if kind == "deed" else THINGS | {"NN", "NNS"})
    if kind == "thing":
        return False
    if word.tag in {"VB", "VBP"} and word.lower == word.lemma and clauses[content[0] - 1].tag == "MD":
        return True  # "Oslo would free the tanker and Riga release the crew"
    verb = clauses[next_word(clauses, content[0])]
    is_thing = word.tag in THINGS and verb.lemma not in GIVING and clauses[behind + 1].pos in {"NOUN", "ADJ"}
    return is_thing or (word.tag in SUMS and verb.lemma not in GIVING)


def _is_party_at(clauses: Clauses, word: int) -> bool:
    token = clauses[word]
    around = within(clauses.mentions.parties, token.start - 40, token.end + 40)
    return any(party.span.start <= token.start < party.span.end for party in around)


def does_each_a_share(clauses: Clauses, verb: int, makers: Makers) -> bool:
    """Whether the sentence tells beside it what another will do: "Oslo will buy the gas and Riga will build the pipe".

    Not "Oslo will play Riga and Lima will play Bonn", of which nothing could be checked; that its verb tells.
    """
    if len(makers.codes) != 1:
        return False
    return any(
        clauses[beside].tag == "MD" or (clauses[beside].tag in {"VBZ", "VBP"} and clauses.lower(beside + 1) == "to")
        for beside in _beside(clauses, verb, makers)
    )


def _beside(clauses: Clauses, verb: int, makers: Makers) -> Iterator[int]:
    """The words behind the names of others, before or behind the verb's own clause."""
    for party in parties_within(clauses.mentions, clauses.sentence.span.start, clauses.sentence.span.end):
        if party.code in makers.codes or party.form not in {"name", "metonym", "abbreviation"}:
            continue
        last = next((t.index for t in clauses.tokens if t.end == party.span.end), None)
        first = next((t.index for t in clauses.tokens if t.start == party.span.start), None)
        if last is None or first is None or clauses[last + 1].tag not in {"MD", "VBZ", "VBP"}:
            continue
        before = clauses.lower(first - 1 - (clauses.lower(first - 1) == "the"))
        is_joined = before in JOINING or (first < verb and before not in {"that", "and", ","})
        if is_joined and clauses[last + 1].head != verb:
            yield last + 1
