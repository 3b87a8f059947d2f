"""What only looks like a status: honour done to people, a topic of talks, an infinitive that the parse hid."""

from itertools import pairwise

from aidememoire.claims.clauses import Clauses, Range, is_progressive, modal_of
from aidememoire.claims.outcomes.status_governed import is_getting_on
from aidememoire.claims.outcomes.status_rules import Rule
from aidememoire.claims.outcomes.status_subjects import core_of
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.model import StatusKind

# "We honour the commitment and sacrifice of those who serve": of whoever is praised nothing was promised.
HONOURING = frozenset({"honor", "honour", "respect", "recognise", "recognize"})
DEVOTED = frozenset(
    "sacrifice service courage bravery valor valour heroism dedication legacy memory man woman men women those".split()
)
# What one does with a topic, and what is only wanted, ordered or due of it.
TALKED_OF = frozenset(
    "discuss review consider examine exchange address touch speak talk view issue question importance need necessity "
    "directive instruction report priority urge encourage call hope expect want pledge commit ensure focus opportunity "
    "possibility way mechanism agenda dedicate devote".split()
)
TALK_STEPS = 5  # steps up the parse from "progress" to the verb that tells what is done with it
MODALS = frozenset({"will", "shall", "would", "should", "must", "can", "could", "may", "might", "to"})
OVER = frozenset({StatusKind.ENDED, StatusKind.FULFILLED, StatusKind.SUSPENDED, StatusKind.WITHDRAWN})
NEARLY = frozenset({"almost", "nearly", "virtually"})
HIDDEN_REACH = 7  # tokens from "to" to the verb, over "urgently, fully and unconditionally"


# Whoever sells to a land under embargo breaks it, be it a firm; and banks hold up an accord on debt.
DONE_BY_FIRMS = frozenset({StatusKind.VIOLATED, StatusKind.DELAYED})


def why_unreal(rule: Rule, clauses: Clauses, trigger: int, subject: Range) -> str | None:
    """Why it is no status however the verb stands: praise, a topic, a question; None where it may be one."""
    if _is_praise(clauses, trigger, subject):
        return "generic"
    if _is_if_so(clauses, trigger):
        return "conditional"
    if rule.status is StatusKind.LAUNCHED and _is_body_at_home(clauses, subject):
        return "domestic"
    if rule.status is StatusKind.LAUNCHED and "framework" in {clauses[index].text for index in range(*subject)}:
        return "generic"  # "created a good legal framework": no name, no format
    if rule.status in OVER and _is_not_quite(clauses, trigger):
        return "planned"
    if rule.denied is not None and _is_domestic_law(clauses, subject):
        return "domestic"
    if rule.status not in DONE_BY_FIRMS and _is_by_private_doer(clauses, trigger):
        return "domestic"
    if clauses[trigger].lemma == "found" and clauses.lower(trigger + 1) in {"on", "upon"}:
        return "generic"  # "a partnership founded on trust"
    if rule.only_nouns and clauses[clauses[trigger].head].lemma in INITIATING and clauses[trigger].dep == "dobj":
        return "planned"  # "initiated the renewal of the pact"
    if rule.status is StatusKind.LAUNCHED and _is_at_its_launch_to_be(clauses, trigger):
        return "planned"
    if rule.status is StatusKind.IN_FORCE and _is_while_it_was(clauses, trigger):
        return "generic"
    if _is_yet_to_be_said(clauses, trigger) or _is_yet_to_begin(clauses, trigger):
        return "planned"
    if clauses.lower(trigger) == "cessation" and clauses.lower(trigger + 2) in {"hostilities", "fire"}:
        return "generic"  # "a cessation of hostilities agreement" is a truce
    if _is_of_how(clauses, trigger):
        return "question"
    is_deed = rule.only_nouns or rule.status is StatusKind.VIOLATED
    if is_deed and not clauses[trigger].tag.startswith("VB") and _is_only_thought(clauses, trigger):
        return "hypothetical"
    if _is_hidden_infinitive(clauses, trigger) or _is_joined_to_modal(clauses, trigger):
        return "hypothetical"
    if rule.status is StatusKind.UNDER_WAY or rule.ongoing is not None:
        return _why_progress_is_none(rule, clauses, trigger)
    return None


def _is_not_quite(clauses: Clauses, trigger: int) -> bool:
    """ "has almost come to an end", "all but collapsed", "is coming to an end soon": not yet so."""
    before = (clauses.lower(trigger - 2), clauses.lower(trigger - 1))
    is_near = before[1] in NEARLY or before == ("all", "but")
    return is_near or (clauses[trigger].lemma == "come" and is_progressive(clauses, trigger))


def _is_if_so(clauses: Clauses, trigger: int) -> bool:
    """ "If this is confirmed, it is a breach of the pact": it may be none. Not "if only", "if anything"."""
    first = next((token.index for token in clauses.tokens if token.pos != "PUNCT"), trigger)
    if clauses.lower(first) != "if" or clauses.lower(first + 1) in {"only", "anything", "nothing"}:
        return False
    comma = next((index for index in range(first, trigger) if clauses[index].text == ","), None)
    return comma is not None and any(clauses[index].pos in {"VERB", "AUX"} for index in range(first, comma))


def is_by_speaking(clauses: Clauses, verb: int) -> bool:
    """ "today we are launching a forum": whoever says so does it, be it by saying it."""
    doer = clauses.child(verb, "nsubj")
    return is_progressive(clauses, verb) and doer is not None and clauses.lower(doer) in {"we", "i"}


def _is_praise(clauses: Clauses, trigger: int, subject: Range) -> bool:
    """ "we honour the commitment and sacrifices of the crew": nobody kept a promise."""
    named = {clauses[index].lemma for index in range(*subject)}
    words = [clauses.lower(index) for index in range(*subject)]
    if ("promise", "of") in pairwise(words) and IDEALS & set(words):
        return True  # "made real the promise of democracy"
    if "sacred" in named:
        return True  # "honours our sacred obligation to the old"
    if clauses[trigger].lemma not in HONOURING or not named & {"commitment", "promise"}:
        return False
    end = min(subject[1] + PRAISE_REACH, clauses.sentence.last)
    return bool(DEVOTED & {clauses[index].lemma for index in range(subject[0], end)})


# What is said to hold a promise, though nobody gave one.
IDEALS = frozenset("america nation democracy freedom liberty equality opportunity future technology century".split())
PRAISE_REACH = 8  # tokens behind the subject in which "sacrifices of the men" may stand


# A body of one of these is one state's own, unless it is named with another state's.
AT_HOME = frozenset(
    "government governmental federal national presidential parliamentary interagency inter-agency interdepartmental "
    "cabinet congressional municipal provincial advisory organising organizing".split()
)
BODIES = frozenset({"commission", "committee", "council", "group", "force", "office", "panel", "board"})


def _is_body_at_home(clauses: Clauses, subject: Range) -> bool:
    """ "established a government commission on prices": a body of one state's own, not one between states."""
    for index in range(*subject):
        if clauses[index].lemma in BODIES or clauses.lower(index) in BODIES:
            named = parties_within(clauses.mentions, clauses[subject[0]].start, clauses[subject[1] - 1].end)
            is_own = bool(AT_HOME & {clauses.lower(before) for before in range(subject[0], index)})
            return is_own and len({party.code for party in named}) < SEVERAL
    return False


# Who is no state: what these keep or don't is no affair between governments.
PRIVATE_DOERS = frozenset(
    "company firm manufacturer producer exporter importer maker market bank trader business investor region province "
    "governor municipality employer employee worker airline carrier dealer retailer customer taxpayer singer actor "
    "actress musician band artist author writer player striker footballer coach club studio label sponsor".split()
)


def _is_by_private_doer(clauses: Clauses, trigger: int) -> bool:
    """ "the chip makers have honoured the pact", "the regions that carried out their obligations"."""
    if not clauses[trigger].tag.startswith("VB"):
        return False
    doer = clauses.child(trigger, "nsubj")
    agent = clauses.child(trigger, "agent")
    if agent is not None:
        doer = clauses.child(agent, "pobj")
    if doer is not None and clauses[doer].tag in {"WDT", "WP"} and clauses[trigger].dep == "relcl":
        doer = clauses[trigger].head
    return doer is not None and clauses[core_of(clauses, doer)].lemma in PRIVATE_DOERS


STATUTES = frozenset({"law", "laws", "constitution", "legislation", "statute", "decree", "decrees"})


def _is_domestic_law(clauses: Clauses, subject: Range) -> bool:
    """ "complies with the federal law on gas": what one state made for itself is no agreement."""
    words = {clauses.lower(index) for index in range(*subject)}
    return bool(words & STATUTES) and "international" not in words


INITIATING = frozenset("initiate begin start pursue expedite accelerate consider".split())
SEVERAL = 2  # parties in a body's name, with which it is no one's own


def _is_at_its_launch_to_be(clauses: Clauses, noun: int) -> bool:
    """ "will speak at the launch of the forum", "to Deliver Remarks at Launch of": it is to be launched there."""
    index = clauses[noun].head
    if clauses.lower(index) != "at":
        return False
    for _ in range(LAUNCH_STEPS):
        index = clauses[index].head
        if index not in clauses:
            return False
        if clauses[index].pos in {"VERB", "AUX"}:
            return modal_of(clauses, index) in {"will", "shall", "to"}
    return False


LAUNCH_STEPS = 4  # steps up the parse from "at" to the verb


def _is_while_it_was(clauses: Clauses, trigger: int) -> bool:
    """ "while the pact was in force, Oslo had time": whether it still is, nobody says."""
    token = clauses[trigger]
    return (
        token.lemma == "be"
        and token.tag == "VBD"
        and any(
            clauses.lower(child) in {"when", "while"} and child < trigger for child in clauses.children.get(trigger, ())
        )
    )


IF_DONE = frozenset({"would", "could", "might", "may", "'d", "’d"})
# "would consider it a breach", "could be a violation", "might amount to a breach".
WOULD_BE = frozenset("consider regard view see treat deem call constitute be represent amount mean become".split())


def _is_only_thought(clauses: Clauses, noun: int) -> bool:
    """ "withdrawal from the pact would cost Oslo dearly", "Oslo would consider it a breach": nobody did it yet."""
    index, token = noun, clauses[noun]
    if token.dep == "nsubj" and modal_of(clauses, token.head) in IF_DONE:
        first = clauses.lower(clauses.subtree(noun)[0])
        is_known = first in {"the", "this"} or clauses[token.head].lemma in {"lead", "continue"}
        return (modal_of(clauses, token.head) == "would" and not is_known) or first in {"a", "an", "any", token.lower}
    if token.dep == "nsubj" and clauses[token.head].lemma == "be" and _is_only_possible(clauses, token.head):
        return True
    for _ in range(THOUGHT_STEPS):
        index = clauses[index].head
        if index not in clauses:
            return False
        if clauses[index].lemma in HINTING and noun - index < HINT_REACH:
            return True
        if clauses[index].pos in {"VERB", "AUX"}:
            return clauses[index].lemma in WOULD_BE and modal_of(clauses, index) in IF_DONE
    return False


def _is_only_possible(clauses: Clauses, verb: int) -> bool:
    """ "(a suspension) is possible", "is out of the question", "is an option"."""
    words = [clauses.lower(index) for index in range(verb + 1, verb + 5)]
    return bool(POSSIBLE & set(words)) or words[:4] == ["out", "of", "the", "question"]


POSSIBLE = frozenset(
    "possible impossible likely unlikely conceivable unthinkable premature imminent option feasible".split()
)
HINTING = frozenset({"hint", "toy", "flirt", "lobby", "campaign", "plead"})
HINT_REACH = 6  # tokens from "hinted" to the noun
THOUGHT_STEPS = 3  # steps up the parse from "a breach" to "would consider"


def _is_yet_to_be_said(clauses: Clauses, verb: int) -> bool:
    """ "Oslo is expected to announce that it is leaving the pact"; not "came to say that it has left the pact"."""
    said = clauses[verb].head
    if clauses[verb].dep != "ccomp" or said not in clauses or clauses[said].tag != "VB":
        return False
    awaited = clauses[said].head
    return clauses.lower(said - 1) == "to" and awaited in clauses and clauses[awaited].lemma in AWAITED


def _is_yet_to_begin(clauses: Clauses, verb: int) -> bool:
    """ "(Oslo said) it would begin exceeding the limits", "planned to save money by leaving the pact".

    Not "began exceeding the limits", "managed to save money by leaving the pact".
    """
    begin = clauses[verb].head
    if clauses[verb].dep == "pcomp" and clauses.lower(begin) == "by":
        deed = clauses[clauses[begin].head]
        return deed.tag == "VB" and deed.head in clauses and clauses[deed.head].lemma in AWAITED
    is_begun = clauses[verb].dep == "xcomp" and clauses[verb].tag == "VBG" and begin in clauses
    return is_begun and any(clauses.lower(child) in MODALS for child in clauses.children.get(begin, ()))


AWAITED = frozenset("poise poised expect set due ready prepare plan intend about likely want threaten".split())


def _is_of_how(clauses: Clauses, trigger: int) -> bool:
    """ "wanted to learn how the resolution was being carried out": that it was, nobody says."""
    return clauses[trigger].tag.startswith("VB") and any(
        clauses.lower(child) == "how" and child < trigger for child in clauses.children.get(trigger, ())
    )


def _is_hidden_infinitive(clauses: Clauses, trigger: int) -> bool:
    """ "called on Oslo to urgently, fully and at once honour its pledge", which the parse takes for a finite verb."""
    token = clauses[trigger]
    if token.tag not in {"VB", "VBP"} or token.lower != token.lemma or modal_of(clauses, trigger) is not None:
        return False
    for index in range(trigger - 1, trigger - HIDDEN_REACH, -1):
        if clauses.lower(index) == "to":
            return index < trigger - 1
        if clauses[index].pos != "ADV" and clauses.lower(index) not in {",", "and"}:
            return False
    return False


def _is_joined_to_modal(clauses: Clauses, trigger: int) -> bool:
    """ "we can sit down and end it": of a verb whose forms are alike the tag says little."""
    token = clauses[trigger]
    head = token.head
    if token.dep != "conj" or token.lower != token.lemma or head not in clauses or head > trigger:
        return False
    return clauses.child(trigger, "nsubj") is None and modal_of(clauses, head) in MODALS


def _why_progress_is_none(rule: Rule, clauses: Clauses, trigger: int) -> str | None:
    """ "will consider progress in implementing the pact", "the need for progress in the implementation of it"."""
    if rule.id != "implementation" and not is_getting_on(clauses, trigger):
        return None
    index = trigger
    for _ in range(TALK_STEPS):
        index = clauses[index].head
        if index not in clauses:
            return None
        if clauses[index].lemma in TALKED_OF:
            return "wish"
        if clauses[index].pos in {"VERB", "AUX"}:
            return "hypothetical" if modal_of(clauses, index) in MODALS else None
    return None
