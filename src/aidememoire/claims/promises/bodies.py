"""Whose a body is that its sentence names without a state: "the government", "Okafor's ministry", "the alliance"."""

import re
from collections import Counter
from dataclasses import replace

from aidememoire.claims.clauses import THIRD_PERSON, Clauses, subject_of
from aidememoire.claims.promises.grounds import Ground, Makers, heads, is_state, parties_within, party_of, within
from aidememoire.claims.promises.makers import makers_of, whose_it_is
from aidememoire.knowledge import shipped
from aidememoire.model import Mentions, PartyMention

LEADING = frozenset({"head of state", "head of government"})  # roles of the table of offices
TWO = frozenset({"two", "both"})
STATES = frozenset("countries nations states governments sides parties".split())
OPENING = 4  # sentences of a readout that name the two whose talks it tells of
IN_SESSION = frozenset("leaders members ministers participants presidents heads summit session they".split())
OF_A_SUMMIT = frozenset({"allies", "leaders", "members", "ministers"})
SUMMIT = re.compile(r"(?:’s|'s)? (?:Leaders(?:’|')? )?(?:Summit|Ministerial|Meeting)\b")
"""Accepts "NATO Summit", "G7 Leaders’ Summit" behind the name; refuses "Summit of the Isles"."""


def makers_of_body(clauses: Clauses, subject: int) -> Makers | None:
    """The party of a body that isn't named with it: its owner's, else the state or organisation named most before it.

    None for what is no body ("the company"), and for a body of something that is no party ("officials of the bank").
    """
    of_two = _of_the_two(clauses, subject)
    if of_two is not None:
        return of_two
    word = clauses.lower(subject)
    kinds = heads()
    if word in kinds["of_the_issuer"] and _is_issuers(clauses, subject):
        why = f"“{clauses[subject].text}” is that of the government whose account it is."
        side = clauses.mentions.report.side
        assert side is not None
        return Makers((side,), (), why, Ground.BODY)
    if word not in kinds["of_a_state"] | kinds["of_an_organisation"]:
        return None
    owners = whose_it_is(clauses, subject)
    if owners:
        return _of_owner(clauses, owners)
    named = parties_within(clauses.mentions, 0, clauses.sentence.span.end)
    if word in kinds["of_an_organisation"]:
        named = [party for party in named if not is_state(party.code)]
        alike = [party for party in named if word in clauses.mentions.words(party.span).lower().split()]
        # "the league" is the Arab League, however often the UN is named
        named = alike or ([] if word in kinds["named_in_full"] else named)
    else:
        named = [party for party in named if is_state(party.code)]
    party = _most_named(named)
    if party is None:
        return None
    why = (
        f"“{clauses[subject].text}” is taken for that of “{clauses.mentions.words(party.span)}”, named most before it."
    )
    return Makers((party.code,), (), why, Ground.BODY)


def _is_issuers(clauses: Clauses, subject: int) -> bool:
    """Whether "the Department" of a release is the issuer's own: capitalised, and of nobody else."""
    if clauses.mentions.report.side is None or not clauses[subject].text[:1].isupper():
        return False
    first, last = clauses.subtree(subject)
    extent = clauses.span((first, last))
    return clauses.lower(first) == "the" and not parties_within(clauses.mentions, extent.start, extent.end)


def _of_the_two(clauses: Clauses, subject: int) -> Makers | None:
    """Of "members of the two countries' delegations", in an account of talks by one of the two: both."""
    side = clauses.mentions.report.side
    first, last = clauses.subtree(subject)
    if side is None or not any(
        clauses.lower(index) in TWO and {clauses.lower(index + 1), clauses.lower(index + 2)} & STATES
        for index in range(first, last)
    ):
        return None
    sentences = clauses.mentions.sentences
    named = parties_within(clauses.mentions, 0, sentences[min(OPENING, len(sentences)) - 1].span.end)
    counts = Counter(party.code for party in named if party.code != side and is_state(party.code))
    if not counts:
        return None
    other = max(counts, key=lambda code: (counts[code], code))
    why = f"“{clauses[subject].text}” of the two: of those whose talks the account tells in its opening."
    return Makers(tuple(sorted((side, other))), (), why, Ground.PAIR)


def makers_carried_on(clauses: Clauses, subject: int) -> Makers | None:
    """The party that was subject of the sentence before, for a sentence that opens with "It", "He", "They"."""
    if clauses.lower(subject) not in THIRD_PERSON or subject != clauses.sentence.first or clauses.sentence.index == 0:
        return None
    before = Clauses(clauses.mentions, clauses.mentions.sentences[clauses.sentence.index - 1])
    verb = next((token.index for token in before.tokens if token.dep == "ROOT"), None)
    subject_before = subject_of(before, verb) if verb is not None else None
    makers = makers_of(before, subject_before, ()) if subject_before is not None else None
    if makers is None or makers.ground is not Ground.NAMED:
        return None
    if (clauses.lower(subject) == "they") is not makers.are_several:
        return None
    why = f"“{clauses[subject].text}” is taken for the subject of the sentence before."
    return Makers(makers.codes, (), why, Ground.PRONOUN)


def _of_owner(clauses: Clauses, owners: list[int]) -> Makers | None:
    mentions = clauses.mentions
    for owner in owners:
        extent = clauses.span(clauses.subtree(owner))
        for mention in (
            *within(mentions.persons, extent.start, extent.end),
            *within(mentions.references, extent.start, extent.end),
        ):
            party = party_of(mentions, mention)
            if party is not None:
                return Makers((party,), (mention.span,), None, Ground.BODY)
        for name in range(*clauses.subtree(owner)):  # of "the Okafor-Lind administration" the first leads
            if clauses[name].pos != "PROPN":
                continue
            party = _of_namesake(mentions, clauses[name].text) or _led_by(mentions, clauses[name].text)
            if party is not None:
                return Makers((party,), (clauses.span((name, name + 1)),), None, Ground.BODY)
    return None


def _of_namesake(mentions: Mentions, surname: str) -> str | None:
    """The party of the one person of the text whose name ends so: "the Okafor administration" of Ada Okafor."""
    namesakes = (one for one in mentions.persons if mentions.words(one.span).rpartition(" ")[2] == surname)
    parties = {party_of(mentions, person) for person in namesakes}
    return parties.pop() if len(parties) == 1 else None


def _led_by(mentions: Mentions, surname: str) -> str | None:
    """The state that the one head of state or government of that surname led on the day."""
    if mentions.on is None:
        return None
    tenures = shipped().offices.by_surname(surname, mentions.on)
    states = {tenure.party for tenure in tenures if tenure.role in LEADING and is_state(tenure.party)}
    return states.pop() if len(states) == 1 else None


def _most_named(named: list[PartyMention]) -> PartyMention | None:
    """The last mention of the party named oftenest; of several, of the one named last."""
    if not named:
        return None
    counts = Counter(party.code for party in named)
    most = max(counts.values())
    return next(party for party in reversed(named) if counts[party.code] == most)


def as_a_body(clauses: Clauses, trigger: int, makers: Makers) -> Makers:
    """The organisation alone, where its leaders decide in its session, and the makers hold one of its members, too.

    "The leaders adopted a declaration" at a summit of the CIS that Russia tells of is the CIS's; so is the state that
    presides over the EU no party of its own beside it where a third sits opposite. Not where a member's president met
    its secretary general ("the parties agreed").
    """
    mentions = clauses.mentions
    memberships = shipped().memberships
    for body in (code for code in makers.codes if not is_state(code)):
        inside = [code for code in makers.codes if memberships.is_member(code, body, mentions.on)]
        rest = [code for code in makers.codes if code not in inside]
        if len(inside) != 1:
            continue
        subject = subject_of(clauses, trigger)
        is_of_all = subject is None or clauses.lower(subject) in IN_SESSION
        if len(rest) == 2 or (rest == [body] and is_of_all):
            return replace(makers, codes=tuple(rest))
    return makers


def of_the_summit(clauses: Clauses, trigger: int) -> Makers | None:
    """The organisation whose summit the heading names, for its "allies", "leaders", "members"."""
    subject = subject_of(clauses, trigger)
    if subject is None or clauses.lower(subject) not in OF_A_SUMMIT or whose_it_is(clauses, subject):
        return None
    mentions = clauses.mentions
    first = mentions.sentences[0].span
    at = SUMMIT.search(mentions.report.text, first.start, first.end)
    named = parties_within(mentions, first.start, at.start() + 1) if at is not None else []
    bodies = [party for party in named if not is_state(party.code) and at is not None and party.span.end >= at.start()]
    if not bodies:
        return None
    why = f"“{clauses[subject].text}” are those of “{mentions.words(bodies[-1].span)}”, whose summit the heading names."
    return Makers((bodies[-1].code,), (), why, Ground.BODY)
