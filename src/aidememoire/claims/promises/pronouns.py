"""Which party "it", "the government" stands for: named before it, or whose decision it is that is told."""

from aidememoire.claims.clauses import SAYING, Clauses, noun_phrase
from aidememoire.claims.promises.grounds import Ground, Makers, heads, parties_within
from aidememoire.model import Mentions, PartyMention


def last_named(clauses: Clauses, subject: int) -> Makers | None:
    """The party named before a pronoun: first in this sentence, else as subject of the one before, else last there.

    Whoever "announced it had left the pact" left it.
    """
    mentions = clauses.mentions
    teller = _who_says_so(clauses, subject)
    if teller is not None:
        return teller
    index = max(0, clauses.sentence.index - 1)
    sentence = mentions.sentences[index]
    start = sentence.span.start if sentence.block == clauses.sentence.block else clauses.sentence.span.start
    named = parties_within(mentions, start, clauses[subject].start)
    named = [party for party in named if _speaks_for(clauses.mentions, party)]
    if not named:
        return None
    if named[0].span.start >= clauses.sentence.span.start:
        party = named[0]
    else:
        party = _spoken_of(Clauses(mentions, sentence), named) or named[-1]
    return Makers(
        (party.code,), (), f"“{clauses[subject].text}” is taken for “{mentions.words(party.span)}”.", Ground.PRONOUN
    )


def _who_says_so(clauses: Clauses, pronoun: int) -> Makers | None:
    """The party that, by its name, is the subject of the verb of saying right before the pronoun."""
    deed = clauses[pronoun].head
    verb = clauses[deed].head
    if clauses.lower(pronoun) == "it" and clauses[verb].pos == "NOUN":
        return _whose_decision(clauses, deed)
    if clauses.lower(pronoun) != "it" or clauses[deed].dep != "ccomp" or clauses[verb].lemma not in SAYING:
        return None
    teller = clauses.child(verb, "nsubj")
    if teller is None or not verb < pronoun <= verb + 3:
        return None
    first, last = noun_phrase(clauses, teller)
    named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
    if len(named) != 1 or not named[0].span.start <= clauses[teller].start < named[0].span.end:
        return None
    why = f"“it” is taken for “{clauses.mentions.words(named[0].span)}”."
    return Makers((named[0].code,), (), why, Ground.PRONOUN)


def _whose_decision(clauses: Clauses, deed: int) -> Makers | None:
    """ "Mali" in "Mali's decision that it will leave the pact", whoever else the sentence is about."""
    owner = clauses.child(clauses[deed].head, "poss")
    if owner is None or clauses[deed].dep not in {"acl", "ccomp", "relcl"}:
        return None
    first, last = noun_phrase(clauses, owner)
    named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
    if len(named) != 1:
        return None
    why = f"“it” is taken for “{clauses.mentions.words(named[0].span)}”."
    return Makers((named[0].code,), (), why, Ground.PRONOUN)


def _spoken_of(clauses: Clauses, named: list[PartyMention]) -> PartyMention | None:
    """The party that is the sentence's subject by name, of which the next one goes on to tell."""
    verb = next((token.index for token in clauses.tokens if token.dep == "ROOT"), None)
    subject = clauses.child(verb, "nsubj", "nsubjpass") if verb is not None else None
    if subject is None:
        return None
    return next((party for party in named if party.span.start <= clauses[subject].start < party.span.end), None)


def _speaks_for(mentions: Mentions, party: PartyMention) -> bool:
    following = mentions.report.text[party.span.end : party.span.end + 24].split()
    return party.form in {"name", "metonym", "abbreviation"} or bool(
        following and following[0].strip(",.").lower() in heads()["state_heads"]
    )
