"""Whether a promise is made at all, and whether its content is one: why it is none, or None."""

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import (
    SAYING,
    Clauses,
    Range,
    is_heading,
    is_negated,
    is_progressive,
    modal_of,
    next_word,
)
from aidememoire.claims.promises.accessions import who_acceded
from aidememoire.claims.promises.distant import named_with
from aidememoire.claims.promises.futures import is_laid_down_in, thing_done_by_nobody, thing_to_be_done, verb_after
from aidememoire.claims.promises.gatherings import (
    TALKING,
    is_more_than_an_occasion,
    is_occasion,
    is_to_talk,
    recurs,
)
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.hollow import is_only_uttered, why_hollow
from aidememoire.claims.promises.listed import is_to_be_done
from aidememoire.claims.promises.programmes import is_on_programme
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.terms import is_owed
from aidememoire.claims.promises.unmade import (
    SEEMING,
    is_anyones,
    is_awaited,
    is_denied_behind,
    is_of_any,
    is_only_imagined,
    is_promising,
    is_surmised,
    is_thought,
    is_under_talks,
    is_without_sign,
)
from aidememoire.model import (
    Strength,
)

APOSTROPHES = frozenset({"’", "'", "’s", "'s"})
NAME_REACH = 30  # characters before a word's start within which the name that it ends may begin
AGREEING = frozenset({"agree", "consent"})  # what one agrees on, or that, may be a mere view
MADE_DEPS = frozenset({"dobj", "nsubjpass", "attr", "nsubj", "conj", "pobj", "oprd", "ROOT"})
# Of these a chair speaks who leads a briefing: "we will open the line", "we will take two questions".
CHAIRING = frozenset({"line", "lines", "question", "questions", "floor", "queue"})
SMALL_TALK = 5  # words in which a pronoun for the object leaves nothing to check
UNSURE = frozenset({"likely", "probably", "perhaps", "maybe", "possibly", "presumably"})
TAKING = frozenset({"take"})  # it depends on what is taken: "take measures", "take a view"
PAID = frozenset({"price", "toll", "attention", "homage", "tribute"})  # who pays these does nothing that he owes
GLAD = frozenset({"proud", "pleased", "glad", "happy", "delighted"})  # "proud to announce": announced it is
ONLY_TALKS = "only talks"
# What a constitution says that somebody "shall" do is a rule.
CONSTITUTIONS = frozenset({"constitution", "constitutional"})
# "put pressure on the regime" is a deed; "will pose a risk" is none.
CAUSING = frozenset("pose create cause present mean bring become have face represent constitute".split())
# What is only hypothetical or denied by its wording may be a promise all the same: "made it clear that it would not
# sell"; the weights tell.
DOUBTED = frozenset({"hypothetical", "denied", "wish"})
REACHING = frozenset({"achieve", "reach", "attain", "meet", "accomplish"})
# Whose these are has promised nothing by having them: "they underrate the people, their resolve to end it".
OF_MIND = frozenset({"determination", "resolve"})
OWNED = frozenset({"promise", "goal"})
DONE_BY = frozenset({"by", "after"})  # "won a truce by agreeing to …", "left after signing …": that was done
UNNAMED = frozenset("necessary needed appropriate additional further other possible required adequate".split())
TOLD_TO_COME = frozenset({"future", "due", "doing"})
# What is told later is nothing that is owed: "details would be announced".
TOLD_LATER = frozenset({"announce", "disclose", "reveal", "discuss", "finalize", "finalise", "make"})
TIDINGS = frozenset({"detail", "name", "announcement", "future"})
BECOMING = frozenset({"become", "prove", "be", "remain"})  # "promises to become a market": so it looks
MINIMUM_CONTENT = 2  # "agreed to talk" has one word: nothing that could be checked


def why_refused(rule: Rule, clauses: Clauses, trigger: int) -> str | None:
    """Why the words at the trigger make no promise here: denied, wish, heading …; None when they may."""
    if is_heading(clauses):
        return "heading"
    if rule.kind == "signing" and who_acceded(clauses, trigger) is not None:
        return None
    is_governing = rule.kind in {"verb", "signing"} or (rule.kind == "announcement" and clauses[trigger].tag == "VBG")
    if is_governing and _is_attribute(clauses, trigger) and named_with(clauses, trigger) is None:
        return "not made"
    if rule.kind == "adjective" and clauses[clauses[trigger].head].lemma in SEEMING:
        return "hypothetical"
    if rule.id == "agreement" and _is_attribute(clauses, governing_verb(clauses, trigger)):
        return "not made"  # "an obstacle to reaching agreement"
    if rule.id == "seek" and clauses[trigger].tag == "VBD":
        return "not made"  # "they worked to bring help": that was tried then
    if rule.kind == "verb" and (is_only_imagined(clauses, trigger) or is_surmised(clauses, trigger)):
        return "hypothetical"
    if rule.kind == "verb" and is_of_any(clauses, trigger):
        return "generic"
    if rule.id == "reach" and is_progressive(clauses, trigger):
        return "to come"  # "they are negotiating a new pact"
    if rule.id == "intention" and clauses.lower(trigger) == "plan" and _is_kept(clauses, trigger):
        return "not made"  # "failed to honour the plan to end the unrest": who made it is not told
    if is_promising(clauses, trigger) or (rule.id == "agreement" and is_under_talks(clauses, trigger)):
        return "not made"
    if rule.kind == "signing" and is_awaited(clauses, trigger):
        return "to come"
    if rule.kind == "signing" and is_only_uttered(clauses, trigger):
        return "a view"
    if rule.kind in {"adjective", "verb", "noun"} and is_thought(clauses, trigger):
        return "hypothetical"
    if rule.kind == "noun" and is_anyones(clauses, trigger):
        return "generic"
    if is_without_sign(clauses, trigger) or (rule.kind != "future" and is_denied_behind(clauses, trigger)):
        return "denied"
    mentions, sentence = clauses.mentions, clauses.sentence
    verb = governing_verb(clauses, trigger) if rule.kind in {"noun", "adjective", "ceremony"} else trigger
    if rule.kind == "future":
        verb = verb_after(clauses, trigger) or trigger
    passing = {"generic"}
    if rule.kind == "future":
        if clauses.lower(trigger) not in {"would", "'d"}:
            passing.add("hypothetical")
        if _is_forgone(clauses, verb) or is_owed(clauses, trigger):
            passing.add("denied")
        if is_laid_down_in(clauses, verb):
            passing.add("hypothetical")  # "a deal under which Oslo would close two camps"
        if {clauses.lower(i) for i in range(trigger, verb)} & UNSURE:
            return "hypothetical"
        if any(clauses.lower(i) in CONSTITUTIONS for i in range(clauses.sentence.first, trigger)):
            return "generic"
    if rule.kind == "noun" and clauses[verb].lemma in table().words["fulfils"]:
        passing |= {"denied", "wish", "hypothetical"}  # "did not live up to its pledge to …": pledged it was
    if rule.id in OWNED and owner_of(clauses, trigger) is not None:
        passing.add("wish")  # whatever is wished of Oslo's promise, promised it was
    if _is_to_refrain(clauses, trigger):
        passing.add("denied")
    for index in {trigger, verb}:
        why = why_withheld(mentions, sentence, clauses.span((index, index + 1)))
        if why and why not in passing:
            return why
    if rule.id == "goal" and clauses[verb].lemma in REACHING and clauses[verb].tag in {"VBD", "VBN"}:
        return "not made"  # "achieved the goal of …": that is done
    if "denied" in passing and rule.kind == "noun":
        return None
    if rule.kind not in {"future", "ceremony"}:
        modal = modal_of(clauses, verb)
        if modal in {"will", "shall"}:
            return "to come"
        if modal == "to" and clauses[clauses[verb].head].lemma not in GLAD and not _is_said_to_have(clauses, verb):
            return "wish"
        if modal in {"would", "could", "might", "may", "can", "should", "must"}:
            return "hypothetical"
        if rule.kind != "noun" and clauses[verb].tag == "VB" and clauses[clauses[verb].head].lemma not in GLAD:
            return "wish"
    return None


def _is_to_refrain(clauses: Clauses, trigger: int) -> bool:
    """ "pledged not to …", "its commitment not to …": what is denied is the deed, and not the promise."""
    if clauses.lower(trigger + 1) not in {"not", "never"} or clauses.lower(trigger + 2) != "to":
        return False
    before = {clauses.lower(child) for child in clauses.children.get(trigger, ()) if child < trigger}
    return not before & {"not", "n't", "n’t", "never", "no"}


def may_stand(rule: Rule, clauses: Clauses, trigger: int, why: str) -> bool:
    """Whether a promise refused for this reason may be one all the same: what somebody says he would, or won't, do."""
    if rule.kind != "future" or why not in DOUBTED:
        return False
    verb = verb_after(clauses, trigger)
    if verb is None or clauses.lower(trigger + 1) in {"like", "rather"}:
        return False
    if {clauses.lower(i) for i in range(trigger, verb)} & UNSURE:
        return False
    return clauses[verb].lemma not in table().words["stances"] - table().words["goes_on"]


def is_made(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the promise that a noun names is made here, and not only spoken of ("discussed the signing")."""
    if rule.kind == "noun":
        return _is_made(clauses, trigger)
    return rule.kind != "ceremony" or _is_witnessed(clauses, trigger)


def _is_kept(clauses: Clauses, noun: int) -> bool:
    return clauses[governing_verb(clauses, noun)].lemma in table().words["fulfils"]


def _is_said_to_have(clauses: Clauses, verb: int) -> bool:
    """ "is said to have agreed": told as done."""
    has = any(clauses[child].lemma == "have" for child in clauses.children.get(verb, ()) if child < verb)
    return has and clauses[clauses[verb].head].lemma in SAYING | {"report", "understand", "believe"}


def _is_forgone(clauses: Clauses, verb: int) -> bool:
    """Whether what will not be done is a deed that one may forgo: "will not send troops", not "will not be easy"."""
    return clauses[verb].lemma in table().words["forgone"]


def _is_attribute(clauses: Clauses, verb: int) -> bool:
    """ "an agreed surcharge", "on the verge of agreeing a text"."""
    token = clauses[verb]
    if token.lemma == "ratify":
        return False  # "the law on ratifying the treaty"
    if token.dep == "conj" and token.tag == "VBG" and clauses[token.head].dep == "pcomp":
        token = clauses[token.head]
    if token.dep in {"amod", "compound"} or (token.dep == "conj" and clauses[token.head].pos == "ADJ"):
        return True
    if token.dep == "pcomp" and clauses.lower(token.head) in DONE_BY and clauses[clauses[token.head].head].tag == "VBD":
        return False
    return (
        token.tag == "VBG"
        and not is_progressive(clauses, verb)
        and token.dep in {"pcomp", "pobj", "dobj", "xcomp", "csubj"}
    )


def _is_made(clauses: Clauses, noun: int) -> bool:
    """Whether the promise that the noun names is made: it is somebody's, or a verb of making governs it."""
    if clauses.lower(noun) == "plan" and clauses[governing_verb(clauses, noun)].lemma not in table().words["makes"]:
        return False  # "the British plan to ease debts" is a proposal, "British plans to …" are what Britain will do
    if clauses[noun].lemma in OF_MIND:
        return clauses[governing_verb(clauses, noun)].lemma in table().words["makes"]
    if owner_of(clauses, noun) is not None:
        return True
    if clauses[noun].pos == "PROPN":
        return False
    verb = governing_verb(clauses, noun)
    if clauses[verb].tag == "VBG" and not is_progressive(clauses, verb) and clauses[verb].dep in {"pcomp", "pobj"}:
        return False
    if clauses.lower(clauses[noun].head) == "without":
        return False
    owner = clauses.child(noun, "prep")
    if owner is not None and clauses.lower(owner) in {"between", "of", "by", "from"} and names_parties(clauses, owner):
        return True
    return clauses[verb].lemma in table().words["makes"] | table().words["fulfils"] and clauses[noun].dep in MADE_DEPS


TOPIC_NOUNS = frozenset(
    "issue topic theme question matter item agenda subject focus priority aim goal task point".split()
)
# "welcomed Oslo's signing of the pact"; not "looks forward to Oslo's signing".
WELCOMING = frozenset("welcome praise applaud hail commend note include follow recall celebrate congratulate".split())
AGENDAS = frozenset({"agenda", "programme", "program", "schedule", "plan", "itinerary"})  # what they hold is to come


def _is_witnessed(clauses: Clauses, noun: int) -> bool:
    """Whether the signing took place: somebody attended it, or something followed; not "discussed the signing"."""
    verb = governing_verb(clauses, noun)
    owner = clauses.child(noun, "poss")
    if owner is not None and within(clauses.mentions.parties, clauses[owner].start, clauses[owner].end):
        return clauses[verb].lemma in WELCOMING and modal_of(clauses, verb) is None
    if verb == noun or modal_of(clauses, verb) is not None or clauses[verb].lemma not in table().words["witnesses"]:
        return False
    # "The result was the signing of a treaty", but not "the main issues were trade and the signing of a treaty".
    subject = clauses.child(verb, "nsubj")
    if subject is None:
        return True
    barred = TOPIC_NOUNS if clauses[verb].lemma == "be" else AGENDAS
    return clauses[subject].lemma not in barred


def owner_of(clauses: Clauses, noun: int) -> int | None:
    """The word for whose promise it is: "its pledge", "Austria's pledge", "the Austrian pledge"."""
    owner = clauses.child(noun, "poss")
    if owner is not None:
        return owner
    if clauses[noun - 1].text in APOSTROPHES and names_party_at(clauses, noun - 2):
        return noun - 2  # "the United States’ pledge", where the parse has lost the owner
    return next(
        (
            child
            for child in clauses.children.get(noun, ())
            if child < noun
            and clauses[child].dep in {"amod", "compound", "nmod"}
            and within(clauses.mentions.parties, clauses[child].start, clauses[child].end)
        ),
        None,
    )


def names_party_at(clauses: Clauses, word: int) -> bool:
    """Whether the word is the last of a party's name."""
    return word in clauses and any(
        party.span.end == clauses[word].end
        for party in within(clauses.mentions.parties, clauses[word].start - NAME_REACH, clauses[word].end)
    )


def names_parties(clauses: Clauses, preposition: int) -> bool:
    """Whether what the preposition governs names a party."""
    first, last = clauses.subtree(preposition)
    return bool(within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end))


def governing_verb(clauses: Clauses, index: int) -> int:
    """The verb that the word depends on, within three steps; itself where there is none.

    Not the noun's own infinitive, of which the parse may make it the subject ("declared the plans of Oslo to build").
    """
    noun = index
    for _ in range(3):
        head = clauses[index].head
        if head == index or head not in clauses:
            return index
        index = head
        if clauses[index].pos in {"VERB", "AUX"} and not (clauses[index].tag == "VB" and noun < index):
            return index
    return index


def why_no_promise(rule: Rule, clauses: Clauses, content: Range, *, is_joint: bool = False) -> str | None:
    """Why the content promises nothing that could be checked: stance, a meeting, domestic …; None when it does."""
    words = table().words
    first = next_word(clauses, content[0])
    if content[1] - content[0] < MINIMUM_CONTENT or first not in clauses or clauses.lower(first) in {"unless", "if"}:
        return "nothing to check"
    first = past_continue(clauses, first)
    lemma = clauses[first].lemma
    if clauses.lower(content[0]) in {"no", "neither", "nothing"}:
        return "denied"
    if rule.kind in {"signing", "ceremony"}:
        of = next((i for i in range(content[0] + 1, content[1]) if clauses[i].pos == "ADP"), content[1])
        named = {clauses.lower(i) for i in range(content[0], of)}  # not "an accord on law enforcement"
        parties = {clauses.lower(i) for i in range(*content)}
        is_domestic = named & words["domestic_documents"] or parties & words["private"]
        return "domestic" if is_domestic else None
    is_law = rule.kind == "future" and _is_owed_in(clauses, content)
    is_to_meet = (
        lemma in words["occasions"]
        and not is_more_than_an_occasion(clauses, first)
        and not (lemma == "meet" and (is_law or is_joint) and recurs(clauses, content))
    ) or (is_occasion(clauses, first, is_willing=rule.kind == "adjective") and not recurs(clauses, content))
    if clauses[first].pos in {"VERB", "AUX"} and is_to_meet and clauses[content[0]].lemma != "continue":
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
    if lemma in TAKING and _is_any_measure(clauses, first):
        return "a view"
    if rule.id == "pledge" and lemma in BECOMING and _is_present_before_to(clauses, content):
        return "a view"
    effect = clauses.child(first, "dobj")
    if rule.kind == "future" and effect is None and _begins_by_itself(clauses, first):
        return "a view"
    if rule.kind == "future" and effect is not None and lemma in CAUSING and clauses[effect].lemma in words["effects"]:
        return "a view"
    must_be_checkable = (rule.kind == "future" and not is_law) or rule.id == "committed"
    if must_be_checkable and not _is_checkable(rule, clauses, first):
        return "stance"
    if (
        lemma in words["vague"] - TAKING
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
    if rule.kind == "verb" and rule.id in AGREEING and clauses.lower(content[0] - 1) in {"on", "upon", "that", "to"}:
        return _why_only_view(clauses, content)
    return None


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
    """ "two ships would be seen": nothing that anybody would do."""
    modal = next((index for index in range(*content) if clauses[index].tag == "MD"), None)
    words = table().words
    perceived = words["stances"] - words["goes_on"] - {"be", "have", "add"}
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


def _is_small_talk(clauses: Clauses, content: Range) -> bool:
    """ "We will do it later", "I am ready to hear you": first person and a bare pronoun for an object."""
    words = [clauses.lower(index) for index in range(*content)]
    if "you" in words[:SMALL_TALK] or CHAIRING & set(words[:SMALL_TALK]):
        return True
    return len(words) <= SMALL_TALK and bool({"it", "this", "that", "you", "them", "him", "me"} & set(words))


def _why_only_view(clauses: Clauses, content: Range) -> str | None:
    """ "agreed on the importance of …", "agreed that relations are good": a view."""
    if clauses.lower(content[0] - 1) == "that":
        modals = {"will", "would", "should", "shall"}
        inside = [i for i in range(*content) if clauses.lower(i) in modals]
        if not inside:
            return None if is_to_be_done(clauses, content) else "a view"
        verb = clauses[inside[0]].head
        is_view = any(
            clauses[i].lemma == "agree" and clauses[i].tag == "VBP" for i in range(content[0] - 6, content[0])
        )
        is_state = (
            (is_view and clauses.lower(inside[0]) != "would")
            or clauses[verb].lemma == "have"
            or (clauses[verb].lemma == "be" and clauses.child(verb, "acomp", "attr") is not None)
        )
        return "a view" if is_state else None
    if clauses[next_word(clauses, content[0])].tag in {"VB", "VBG"}:
        return None
    near = [clauses[i].lemma for i in range(content[0], min(content[1], content[0] + 4))]
    return "a view" if table().words["views"] & set(near) else None
