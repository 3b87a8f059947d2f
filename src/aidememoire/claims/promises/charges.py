"""Whether what a state "will" do or "plans" is only laid to it: an onslaught that others warn of, its own expulsion."""

from aidememoire.claims.clauses import Clauses, Range, is_negated, next_word
from aidememoire.claims.promises.futures import verb_after
from aidememoire.claims.promises.grounds import Ground, Makers, within
from aidememoire.claims.promises.maker_choice import FORETELLING
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.owned import sayer_of
from aidememoire.claims.promises.rows import Rule, table

OF_INTENT = frozenset({"intend", "intention", "ready", "seek", "goal"})  # the rules
LAUNCHING = frozenset({"launch", "mount", "conduct", "carry", "stage", "unleash", "wage", "start", "commit", "plot"})
EXPELLING = frozenset({"expel", "expulsion", "deport", "deportation"})
HEAD = 4  # tokens of a content in which what is to be done stands: "the immediate expulsion"
MEETING_GROUNDS = frozenset({Ground.MEETING, Ground.VOICE})


def is_charged(rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers) -> bool:
    """Whether others say of the makers that they will do harm.

    Accepts, in Oslo's account, "Riga plans to invade Chad" and in news "Oslo said Riga would bomb the port"; refuses
    "Riga said it would bomb the port", "Riga will not invade Chad". No state expels its own: whose people are to go is
    not whom "the ministry announced their expulsion" means.
    """
    if _is_sent_away(clauses, content, makers):
        return True
    if rule.kind not in FORETELLING and rule.id not in OF_INTENT:
        return False
    if not _is_onslaught(clauses, content) or makers.ground in MEETING_GROUNDS:
        return False
    side = clauses.mentions.report.side
    verb = (verb_after(clauses, trigger) if rule.kind == "future" else None) or trigger
    sayer = sayer_of(clauses, verb)
    said_by = makers_of(clauses, sayer, ()) if sayer is not None else None
    is_of_nobody = said_by is None and sayer is not None and clauses[sayer].pos == "NOUN"
    if sayer is None or is_of_nobody:  # "our information indicates that Riga will …"
        return side is not None and side not in makers.codes
    return said_by is not None and not set(said_by.codes) & set(makers.codes)


def _is_sent_away(clauses: Clauses, content: Range, makers: Makers) -> bool:
    """Whether those not named as the makers are whose people are to be expelled."""
    span = clauses.span(content)
    named = {party.code for party in within(clauses.mentions.parties, span.start, span.end)}
    head = range(content[0], min(content[1], content[0] + HEAD))
    is_inferred = not makers.spans and bool(named & set(makers.codes))
    return is_inferred and any(clauses[index].lemma in EXPELLING for index in head)


def _is_onslaught(clauses: Clauses, content: Range) -> bool:
    """ "invade Chad", "launch a raid on Chad", "manufacture a pretext"; not "not invade Chad"."""
    verb = next_word(clauses, content[0])
    if verb not in clauses or is_negated(clauses, verb) or clauses.lower(content[0]) in {"not", "never"}:
        return False
    words = table().words
    if clauses[verb].lemma in words["onslaughts"]:
        return True
    done = clauses.child(verb, "dobj")
    if done is None or not content[0] <= done < content[1]:
        return False
    return clauses[verb].lemma in LAUNCHING and clauses[done].lemma in words["onslaught_nouns"]
