"""Whether the content of a promise is one that could be checked: why it is none, or None."""

from aidememoire.claims.clauses import Clauses, Range, is_negated, next_word
from aidememoire.claims.promises.futures import names_party, thing_done_by_nobody, thing_to_be_done
from aidememoire.claims.promises.gatherings import TALKING, is_more_than_an_occasion, is_occasion, is_to_talk, recurs
from aidememoire.claims.promises.hollow import why_hollow
from aidememoire.claims.promises.listed import is_to_be_done
from aidememoire.claims.promises.programmes import is_on_programme
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.sums import is_measured
from aidememoire.claims.promises.terms import is_owed
from aidememoire.model import Strength

AGREEING = frozenset({"agree", "consent"})  # what one agrees on, or that, may be a mere view
# Of these a chair speaks who leads a briefing: "we will open the line", "we will take two questions".
CHAIRING = frozenset({"line", "lines", "question", "questions", "floor", "queue"})
SMALL_TALK = 5  # words in which a pronoun for the object leaves nothing to check
TAKING = frozenset({"take"})  # it depends on what is taken: "take measures", "take a view"
PAID = frozenset({"price", "toll", "attention", "homage", "tribute"})  # who pays these does nothing that he owes
DEAR = frozenset({"price", "toll"})  # who is told to pay a "heavy price" is warned
ONLY_TALKS = "only talks"
# "put pressure on the regime" is a deed; "will pose a risk" is none.
CAUSING = frozenset("pose create cause present mean bring become have face represent constitute".split())
UNNAMED = frozenset("necessary needed appropriate additional further other possible required adequate".split())
TOLD_TO_COME = frozenset({"future", "due", "doing"})
# What is told later is nothing that is owed: "details would be announced".
TOLD_LATER = frozenset({"announce", "disclose", "reveal", "discuss", "finalize", "finalise", "make"})
TIDINGS = frozenset({"detail", "name", "announcement", "future"})
BECOMING = frozenset({"become", "prove", "be", "remain"})  # "promises to become a market": so it looks
DONE_ONCE = frozenset(
    {"initiative", "right", "transition", "investment", "trade", "development", "law", "rule", "change"}
)
DEEMING = frozenset({"consider", "regard", "deem", "treat", "view", "interpret"})
SAYING_SO = frozenset({"state", "say", "declare", "tell", "admit", "acknowledge"})  # "ready to state that …"
SAID_TOGETHER = frozenset({"statement", "communique", "communiqué", "declaration"})
BARE = frozenset({"joint", "final", "common", "trilateral", "bilateral", "closing", "political"})
UNMEANT, ADOPTING = "unmeant", "adopt"  # the rules
NAMED_TIMES = frozenset({"year", "decade", "month", "week"})
MINIMUM_CONTENT = 2  # "agreed to talk" has one word: nothing that could be checked


def why_no_promise(rule: Rule, clauses: Clauses, content: Range, *, is_joint: bool = False) -> str | None:
    """Why the content promises nothing that could be checked: stance, a meeting, domestic …; None when it does."""
    words = table().words
    first = next_word(clauses, content[0])
    is_too_short = content[1] - content[0] < MINIMUM_CONTENT and rule.kind != "signing"  # "agreements on …, tuna"
    if is_too_short or first not in clauses or clauses.lower(first) in {"unless", "if"}:
        return "nothing to check"
    if rule.id == UNMEANT:
        return None  # asked when its words were cut out
    if rule.kind == "verb" and _is_only_pointed_at(clauses, first):
        return "a view"
    first = past_continue(clauses, first)
    lemma = clauses[first].lemma
    if clauses.lower(content[0]) in {"no", "neither", "nothing"} and clauses.lower(content[0] + 1) != "longer":
        return "denied"
    if rule.kind in {"signing", "ceremony"}:
        of = next((i for i in range(content[0] + 1, content[1]) if clauses[i].pos == "ADP"), content[1])
        named = {clauses.lower(i) for i in range(content[0], of)}  # not "an accord on law enforcement"
        if rule.id == ADOPTING and _is_bare_statement(clauses, content):
            return "a view"
        is_document = bool(named & words["documents"])
        # "a Union State", "the European Union" are no trade unions
        parties = {clauses.lower(i) for i in range(*content) if is_document and not names_party(clauses, i)}
        is_domestic = named & words["domestic_documents"] or parties & words["private"]
        return "domestic" if is_domestic else None
    is_law = rule.kind == "future" and _is_owed_in(clauses, content)
    is_to_meet = (
        lemma in words["occasions"]
        and not is_more_than_an_occasion(clauses, first)
        and not (lemma == "meet" and (is_law or is_joint) and recurs(clauses, content))
    ) or (is_occasion(clauses, first, is_willing=rule.kind == "adjective") and not recurs(clauses, content))
    goes_on = clauses[first].lemma == "go" and clauses.lower(first + 1) in {"on", "ahead"}  # "go on with the pact"
    if clauses[first].pos in {"VERB", "AUX"} and is_to_meet and clauses[content[0]].lemma != "continue" and not goes_on:
        return ONLY_TALKS if rule.kind == "verb" and is_to_talk(clauses, first) else "a meeting"
    if ((rule.kind == "future" or rule.id == "intend") and lemma in TALKING) or (
        is_on_programme(clauses, first, content, is_fixed=rule.kind in TOLD_TO_COME) and not recurs(clauses, content)
    ):
        return "a meeting"
    if rule.kind == "future" and clauses[first].pos not in {"VERB", "AUX"}:
        if _is_only_perceived(clauses, content):
            return "a view"
        if _is_told_later(clauses, content):
            return "a view"
        if _is_of_a_thing(clauses, content):
            return None
    if (hollow := why_hollow(rule, clauses, content, first)) is not None:
        return hollow
    if rule.kind == "adjective" and lemma in words["speaks"] | SAYING_SO:
        return "a view"
    if lemma in TAKING and _is_any_measure(clauses, first):
        return "a view"
    if rule.id == "pledge" and lemma in BECOMING and _is_present_before_to(clauses, content):
        return "a view"
    effect = clauses.child(first, "dobj")
    if rule.kind == "future" and lemma == "pay" and effect is not None and clauses[effect].lemma in DEAR:
        return "a view"  # "Oslo will pay a heavy price": so others say
    if rule.kind == "future" and effect is None and _begins_by_itself(clauses, first):
        return "a view"
    if rule.kind == "future" and effect is not None and lemma in CAUSING and clauses[effect].lemma in words["effects"]:
        return "a view"
    is_bound = rule.id == "committed" and not (clauses[first].pos != "VERB" and is_measured(clauses, content))
    must_be_checkable = (rule.kind == "future" and not is_law) or is_bound
    if must_be_checkable and not _is_checkable(rule, clauses, first):
        return "stance"
    if (
        lemma in words["vague"] - TAKING
        and not (lemma in words["forgone"] and is_negated(clauses, first))
        and not is_joint
        and rule.strength is not Strength.AGREED
        and not is_law
        and rule.id not in {"pledge", "commit"}
    ):
        return "stance"
    if (
        clauses.lower(content[0] - 1) == "to"
        and clauses[content[0] - 2].lemma == "aim"
        and lemma not in words["checkable"]
    ):
        return "a view"
    if rule.kind == "noun" and _is_of_abstract_thing(clauses, content):
        return "stance"
    if rule.kind in {"future", "adjective"} and _is_small_talk(clauses, content):
        return "nothing to check"
    if rule.kind == "future":
        return None
    if clauses.lower(content[0] - 1) == "that" and _is_told_as_past(clauses, content):
        return "a view"
    if clauses[first].pos == "AUX" or lemma == "be":
        return "stance"
    if (
        clauses.lower(content[0] - 1) == "that"
        and rule.id in {"pledge", "promise"}
        and _is_of_a_state(clauses, content)
    ):
        return "a view"
    if rule.id == "agreement" and clauses.lower(content[0] - 1) == "that":
        return _why_only_view(clauses, content)  # "our understanding that the pact is in force"
    if rule.kind == "verb" and rule.id in AGREEING and clauses.lower(content[0] - 1) in {"on", "upon", "that", "to"}:
        return _why_only_view(clauses, content)
    return None


def _is_only_pointed_at(clauses: Clauses, first: int) -> bool:
    """ "agreed on this during the talks": a word that points at what is told elsewhere."""
    return clauses.lower(first) in {"this", "that", "it"} and clauses[first].dep in {"pobj", "dobj"}


def _is_owed_in(clauses: Clauses, content: Range) -> bool:
    """Whether the "shall" of a treaty stands before or in the content."""
    shall = next((i for i in range(content[0] - 2, content[1]) if clauses.lower(i) == "shall"), None)
    return shall is not None and is_owed(clauses, shall)


def _is_checkable(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """Whether a reader could check later that it was done: "send ships", "take measures"; not "step down", "stand"."""
    words = table().words
    lemma = clauses[verb].lemma
    if lemma in TAKING:
        taken = clauses.child(verb, "dobj")
        return taken is not None and clauses[taken].lemma in words["taken"]
    if rule.id == "committed":
        return lemma in words["targets"]
    paid = clauses.child(verb, "dobj") if lemma == "pay" else None
    if paid is not None and clauses[paid].lemma in PAID:
        return False
    if lemma in words["hostile"] and not is_negated(clauses, verb):
        return False  # "will attack its neighbour" is what others fear
    if lemma in words["checkable"] | words["forgone"]:
        return not _steps_aside(clauses, verb)
    return lemma not in words["stances"] | words["befalls"] | words["speaks"]


def _is_of_a_thing(clauses: Clauses, content: Range) -> bool:
    """Whether the content is a clause on a thing that will be dealt with in a way that can be checked."""
    for index in range(*content):
        verb = clauses[index].head
        if clauses[index].tag == "MD" and (
            thing_to_be_done(clauses, verb) is not None or thing_done_by_nobody(clauses, verb) is not None
        ):
            return clauses[verb].lemma in table().words["checkable"] | table().words["goes_on"]
    return False


def _is_any_measure(clauses: Clauses, verb: int) -> bool:
    """ "take all necessary measures": no measure is named; "further measures against smugglers" may be."""
    taken = clauses.child(verb, "dobj")
    if taken is None or clauses[taken].lemma not in table().words["taken"]:
        return False
    told = [child for child in clauses.children.get(taken, ()) if child < taken and clauses[child].dep == "amod"]
    is_open = bool(told) and all(clauses.lower(child) in UNNAMED for child in told)
    return is_open and clauses.lower(taken + 1) != "against"


def _is_present_before_to(clauses: Clauses, content: Range) -> bool:
    """ "promises to …", not "promised to …"."""
    return clauses.lower(content[0] - 1) == "to" and clauses[content[0] - 2].tag in {"VBZ", "VBP"}


def _is_told_later(clauses: Clauses, content: Range) -> bool:
    """ "details would be announced": nothing is done by it."""
    modal = next((index for index in range(*content) if clauses[index].tag == "MD"), None)
    if modal is None or clauses[clauses[modal].head].lemma not in TOLD_LATER:
        return False
    subject = clauses.child(clauses[modal].head, "nsubjpass")
    return subject is not None and clauses[subject].lemma in TIDINGS


def _is_only_perceived(clauses: Clauses, content: Range) -> bool:
    """ "two ships would be seen", "the raid will be considered an act of war": nothing that anybody would do."""
    modal = next((index for index in range(*content) if clauses[index].tag == "MD"), None)
    words = table().words
    perceived = (words["stances"] | DEEMING) - words["goes_on"] - {"be", "have", "add"}
    return modal is not None and clauses[clauses[modal].head].lemma in perceived


def _begins_by_itself(clauses: Clauses, verb: int) -> bool:
    """ "It will begin on Sunday": nobody is said to begin it."""
    subject = clauses.child(verb, "nsubj")
    is_it = subject is not None and clauses.lower(subject) == "it"
    return is_it and clauses[verb].lemma in table().words["goes_on"] and clauses.child(verb, "xcomp", "ccomp") is None


def _is_of_a_state(clauses: Clauses, content: Range) -> bool:
    """ "promised that the town will be their grave": what a thing will be, not what will be done."""
    modal = next((index for index in range(*content) if clauses[index].tag == "MD"), None)
    verb = clauses[modal].head if modal is not None else content[0]
    return clauses[verb].lemma == "be" and clauses.child(verb, "attr", "acomp") is not None


def _is_told_as_past(clauses: Clauses, content: Range) -> bool:
    """ "assurances that the raid was over": no modal, and a past tense."""
    tags = {clauses[index].tag for index in range(*content)}
    return "VBD" in tags and "MD" not in tags


def _steps_aside(clauses: Clauses, verb: int) -> bool:
    """ "step down": of "step" only "step up" is a promise."""
    return clauses[verb].lemma == "step" and clauses.lower(verb + 1) != "up"


def past_continue(clauses: Clauses, verb: int) -> int:
    """The verb itself, or what is to be continued: "send" in "continue to send", "sending" in "go on sending"."""
    is_going_on = clauses[verb].lemma in {"go", "keep"} and clauses.lower(verb + 1) == "on"
    if clauses[verb].lemma != "continue" and not is_going_on:
        return verb
    following = next_word(clauses, verb + 1 + is_going_on)
    if clauses.lower(following) == "to":
        following = next_word(clauses, following + 1)
    is_verb = clauses[following].tag in {"VB", "VBG"} and following in clauses
    return following if is_verb and clauses[following].lemma not in table().words["vague"] else verb


def _is_of_abstract_thing(clauses: Clauses, content: Range) -> bool:
    """ "commitment to our strategic partnership", "to joint cooperation": nothing that could be said to be done."""
    first, last = content
    noun = next((i for i in range(first, last) if clauses[i].pos == "NOUN" and clauses[i + 1].pos != "NOUN"), None)
    before = range(first, noun if noun is not None else first)
    if noun is None or any(clauses[i].pos in {"VERB", "AUX", "ADP", "NUM", "SYM"} for i in before):
        return False
    if clauses[noun].lemma in table().words["safeguards"] and clauses.lower(noun + 1) in {"of", "for"}:
        kept = clauses.child(noun + 1, "pobj")  # "the protection of human rights"; not "of the eel by joint patrols"
        return kept is not None and clauses[kept].lemma in table().words["abstract"]
    return clauses[noun].lemma in table().words["abstract"] - DONE_ONCE


def _is_small_talk(clauses: Clauses, content: Range) -> bool:
    """ "We will do it later", "I am ready to hear you": first person and a bare pronoun for an object."""
    words = [clauses.lower(index) for index in range(*content)]
    if "you" in words[:SMALL_TALK] or CHAIRING & set(words[:SMALL_TALK]):
        return True
    return len(words) <= SMALL_TALK and bool({"it", "this", "that", "you", "them", "him", "me"} & set(words))


def _is_of_use(clauses: Clauses, verb: int) -> bool:
    """ "would be in the interest of both", "would be of use": what one thinks of it; not "would be in Lima"."""
    prep = clauses.child(verb, "prep") if clauses[verb].lemma == "be" else None
    of = clauses.child(prep, "pobj") if prep is not None else None
    return of is not None and clauses[of].lemma in {"interest", "benefit", "advantage", "use", "value"}


def _why_only_view(clauses: Clauses, content: Range) -> str | None:
    """ "agreed on the importance of …", "agreed that relations are good": a view."""
    if clauses.lower(content[0] - 1) == "that":
        modals = {"will", "would", "should", "shall"}
        if _is_shared_with(clauses, content):
            modals = modals - {"should"}  # "agreed with Oslo that one should wait": of one mind
        inside = [i for i in range(*content) if clauses.lower(i) in modals]
        if not inside:
            return None if is_to_be_done(clauses, content) else "a view"
        verb = clauses[inside[0]].head
        if _is_year_of(clauses, verb):
            return None
        is_view = any(
            clauses[i].lemma == "agree" and clauses[i].tag == "VBP" for i in range(content[0] - 6, content[0])
        )
        is_state = (
            (is_view and clauses.lower(inside[0]) != "would")
            or clauses[verb].lemma == "have"
            or (clauses[verb].lemma == "be" and clauses.child(verb, "acomp", "attr") is not None)
            or _is_of_use(clauses, verb)
        )
        return "a view" if is_state else None
    if clauses[next_word(clauses, content[0])].tag in {"VB", "VBG"}:
        return None
    near = [clauses[i].lemma for i in range(content[0], min(content[1], content[0] + 4))]
    return "a view" if table().words["views"] & set(near) else None


def _is_bare_statement(clauses: Clauses, content: Range) -> bool:
    """ "adopted a joint statement": nothing is told of what was agreed; of seven such none was marked.

    Not "a joint statement on tin", "the Moscow Declaration", "a treaty", by which something is owed, nor what was
    signed.
    """
    said = [clauses[index] for index in range(*content) if clauses[index].pos not in {"DET", "NUM"}]
    return bool(said) and said[-1].lemma.lower() in SAID_TOGETHER and {token.lower for token in said[:-1]} <= BARE


def _is_year_of(clauses: Clauses, verb: int) -> bool:
    """ "2022 will be the Year of Friendship": a name given, which is kept by events; not "will be a year of change"."""
    named = clauses.child(verb, "attr") if clauses[verb].lemma == "be" else None
    is_name = named is not None and clauses[named].text[:1].isupper() and clauses[named].lemma.lower() in NAMED_TIMES
    return is_name and named is not None and clauses.lower(named + 1) in {"of", "for"}


def _is_shared_with(clauses: Clauses, content: Range) -> bool:
    """Whether one agrees "with Oslo that …"."""
    agreed = next(
        (i for i in range(content[0] - 2, clauses.sentence.first - 1, -1) if clauses[i].lemma in AGREEING), None
    )
    return agreed is not None and clauses.lower(agreed + 1) == "with"
