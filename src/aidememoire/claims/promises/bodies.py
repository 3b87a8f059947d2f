"""Whose a body is that its sentence names without a state: "the government", "Okafor's ministry", "the alliance"."""

from collections import Counter

from aidememoire.claims.clauses import Clauses, subject_of
from aidememoire.claims.promises.makers import STATE, Ground, Makers, heads, makers_of, parties_within, party_of, within
from aidememoire.model import PartyMention

# What leads to a body's owner: "the forces of the junta", "officials from the bank".
AFTER_A_NAME = frozenset({"administration", "government", "cabinet", "regime"})  # "the Okafor administration"
CARRYING = frozenset({"it", "he", "she", "they"})
OWNING = frozenset({"of", "from", "in", "at", "for"})


def makers_of_body(clauses: Clauses, subject: int) -> Makers | None:
    """The party of a body that isn't named with it: its owner's, else the state or organisation named most before it.

    None for what is no body ("the company"), and for a body of something that is no party ("officials of the bank").
    """
    word = clauses.lower(subject)
    kinds = heads()
    if word not in kinds["of_a_state"] | kinds["of_an_organisation"]:
        return None
    owners = [child for child in clauses.children.get(subject, ()) if _is_owner(clauses, child)]
    owner = _of_owner(clauses, owners)
    if owner is not None:
        return owner
    if owners and (word not in AFTER_A_NAME or any(clauses[child].pos != "PROPN" for child in owners)):
        return None
    named = parties_within(clauses.mentions, 0, clauses.sentence.span.end)
    if word in kinds["of_an_organisation"]:
        named = [party for party in named if not STATE.fullmatch(party.code)]
        alike = [party for party in named if word in clauses.mentions.words(party.span).lower().split()]
        named = alike or named  # "the league" is the Arab League, however often the UN is named
    else:
        named = [party for party in named if STATE.fullmatch(party.code)]
    party = _most_named(named)
    if party is None:
        return None
    why = (
        f"“{clauses[subject].text}” is taken for that of “{clauses.mentions.words(party.span)}”, named most before it."
    )
    return Makers((party.code,), (), why, Ground.BODY)


def makers_carried_on(clauses: Clauses, subject: int) -> Makers | None:
    """The party that was subject of the sentence before, for a sentence that opens with "It", "He", "They"."""
    if clauses.lower(subject) not in CARRYING or subject != clauses.sentence.first or clauses.sentence.index == 0:
        return None
    before = Clauses(clauses.mentions, clauses.mentions.sentences[clauses.sentence.index - 1])
    verb = next((token.index for token in before.tokens if token.dep == "ROOT"), None)
    subject_before = subject_of(before, verb) if verb is not None else None
    makers = makers_of(before, subject_before, ()) if subject_before is not None else None
    if makers is None or makers.ground is not Ground.NAMED:
        return None
    why = f"“{clauses[subject].text}” is taken for the subject of the sentence before."
    return Makers(makers.codes, (), why, Ground.PRONOUN)


def _is_owner(clauses: Clauses, child: int) -> bool:
    """Whether the word tells one body from another: whose it is, or which ("bank officials", "rebel forces")."""
    dep = clauses[child].dep
    if dep == "prep":
        return clauses.lower(child) in OWNING
    return dep in {"poss", "compound", "nmod"} and clauses.lower(child) not in heads()["state_heads"]


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
    return None


def _most_named(named: list[PartyMention]) -> PartyMention | None:
    """The last mention of the party named oftenest; of several, of the one named last."""
    if not named:
        return None
    counts = Counter(party.code for party in named)
    most = max(counts.values())
    return next(party for party in reversed(named) if counts[party.code] == most)
