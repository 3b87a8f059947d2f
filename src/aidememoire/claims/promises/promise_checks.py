"""Whether a promise is made at all, whatever its content is: why it is none, or None; whose the noun is."""

from aidememoire.claims.checks import why_withheld
from aidememoire.claims.clauses import SAYING, Clauses, is_heading, is_negated, is_progressive, modal_of, subject_of
from aidememoire.claims.promises.accessions import PRAISING, who_acceded
from aidememoire.claims.promises.denials import denies_another, is_told_as_untrue
from aidememoire.claims.promises.distant import named_with
from aidememoire.claims.promises.futures import forgone, is_laid_down_in, verb_after
from aidememoire.claims.promises.grounds import names_parties, within
from aidememoire.claims.promises.hollow import is_only_uttered
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.terms import is_owed, is_under_draft, is_under_pact
from aidememoire.claims.promises.unmade import (
    SEEMING,
    is_anyones,
    is_awaited,
    is_condemned,
    is_denied_behind,
    is_of_any,
    is_only_imagined,
    is_promising,
    is_surmised,
    is_thought,
    is_under_talks,
    is_without_sign,
)

APOSTROPHES = frozenset({"’", "'", "’s", "'s"})
NAME_REACH = 30  # characters before a word's start within which the name that it ends may begin
MADE_DEPS = frozenset({"dobj", "nsubjpass", "attr", "nsubj", "conj", "pobj", "oprd", "ROOT"})
UNSURE = frozenset({"likely", "probably", "perhaps", "maybe", "possibly", "presumably"})
GLAD = frozenset({"proud", "pleased", "glad", "happy", "delighted"})  # "proud to announce": announced it is
# What a constitution says that somebody "shall" do is a rule.
CONSTITUTIONS = frozenset({"constitution", "constitutional"})
# What is only hypothetical or denied by its wording may be a promise all the same: "made it clear that it would not
# sell"; the weights tell.
DOUBTED = frozenset({"hypothetical", "denied", "wish"})
COMPANIES = frozenset("company companies corporation corporations firm firms railways".split())
OFFICIALS = frozenset("minister ministers ministry ministries president presidents government governments".split())
REACHING = frozenset({"achieve", "reach", "attain", "meet", "accomplish"})
# Whose these are has promised nothing by having them: "they underrate the people, their resolve to end it".
OF_MIND = frozenset({"determination", "resolve"})
OWNED = frozenset({"promise", "goal"})
# Whoever does this to a plan means to carry it out no more.
UNDOING = frozenset("scrap shelve abandon drop ditch axe bury cancel discard renounce".split())
# Whoever does this to a plan, perhaps another's, has not made it his own yet: "considered a plan to open the border".
WEIGHING = frozenset(
    "consider discuss examine study debate weigh mull review reject oppose criticise criticize condemn denounce "
    "dismiss block question await receive hear doubt".split()
)
NEARLY = frozenset({"nearly", "almost"})
JOINING = frozenset({"join", "unite", "follow"})
MUCH = frozenset({"great", "good"})
DONE_BY = frozenset({"by", "after"})  # "won a truce by agreeing to …", "left after signing …": that was done


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
    if rule.kind == "adjective" and clauses.lower(trigger - 1) in {"always", "ever"}:
        return "generic"  # "is always ready to help": that is how it stands
    if clauses.lower(trigger) == "deal" and clauses.lower(trigger - 1) in MUCH:
        return "not made"  # "did a great deal to help": that was much
    if rule.id == "agreement" and _is_attribute(clauses, governing_verb(clauses, trigger)):
        return "not made"  # "an obstacle to reaching agreement"
    if rule.id == "seek" and clauses[trigger].tag == "VBD":
        return "not made"  # "they worked to bring help": that was tried then
    if rule.kind == "verb" and (is_only_imagined(clauses, trigger) or is_surmised(clauses, trigger)):
        return "hypothetical"
    if rule.kind == "verb" and is_of_any(clauses, trigger):
        return "generic"
    if rule.id == "intend" and any(forgone(clauses, trigger)):
        return "not made"  # "does not intend to send troops": the other way round it is told by rule "unmeant"
    if rule.id == "intention" and clauses[governing_verb(clauses, trigger)].lemma in UNDOING:
        return "not made"  # "scrapped plans to lease the tanks"
    is_anyones_plan = rule.id == "intention" and clauses.lower(trigger - 1) in {"a", "an", "any", "the"}
    if is_anyones_plan and clauses[trigger].dep == "dobj" and clauses[clauses[trigger].head].lemma in WEIGHING:
        return "not made"  # "considered a plan to open the border"
    if clauses.lower(trigger - 1) in NEARLY:
        return "denied"  # "nearly agreed to open it"
    if rule.id == "reach" and is_progressive(clauses, trigger):
        return "to come"  # "they are negotiating a new pact"
    if rule.id == "intention" and clauses.lower(trigger) == "plan" and _is_kept(clauses, trigger):
        return "not made"  # "failed to honour the plan to end the unrest": who made it is not told
    if is_promising(clauses, trigger) or (rule.id == "agreement" and is_under_talks(clauses, trigger)):
        return "not made"
    if rule.kind == "signing" and is_by_companies(clauses, trigger):
        return "domestic"
    if rule.kind == "signing" and is_awaited(clauses, trigger):
        return "to come"
    if rule.kind == "signing" and is_only_uttered(clauses, trigger):
        return "a view"
    if rule.kind in {"adjective", "verb", "noun"} and is_thought(clauses, trigger):
        return "hypothetical"
    if rule.kind == "noun" and is_anyones(clauses, trigger):
        return "generic"
    if rule.id == "decision" and is_condemned(clauses, trigger):
        return "not made"
    if is_without_sign(clauses, trigger) or (rule.kind != "future" and is_denied_behind(clauses, trigger)):
        return "denied"
    mentions, sentence = clauses.mentions, clauses.sentence
    verb = governing_verb(clauses, trigger) if rule.kind in {"noun", "adjective", "ceremony"} else trigger
    if rule.kind == "future":
        verb = verb_after(clauses, trigger) or trigger
    passing = {"generic"}
    if rule.kind == "forgoing":
        passing.add("denied")
    if rule.kind == "future":
        if is_told_as_untrue(clauses, verb):
            return "denied"
        if clauses.lower(trigger) not in {"would", "'d"}:
            passing.add("hypothetical")
        if _is_forgone(clauses, verb) or is_owed(clauses, trigger):
            passing.add("denied")
        if is_laid_down_in(clauses, verb) or is_under_pact(clauses, trigger):
            passing.add("hypothetical")  # "a deal under which Oslo would close two camps"
        if {clauses.lower(i) for i in range(trigger, verb)} & UNSURE or is_under_draft(clauses, trigger):
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
        if why == "denied" and rule.kind == "future" and denies_another(clauses, verb):
            continue
        if why == "question" and rule.kind == "future" and _hangs_on_if(clauses, verb):
            continue
        if why and why not in passing:
            return why
    if rule.id == "goal" and clauses[verb].lemma in REACHING and clauses[verb].tag in {"VBD", "VBN"}:
        return "not made"  # "achieved the goal of …": that is done
    if "denied" in passing and rule.kind == "noun":
        return None
    if rule.kind not in {"future", "ceremony"} and rule.id != "unmeant" and not _is_voted(rule, clauses, trigger):
        modal = modal_of(clauses, verb)
        if modal in {"will", "shall"}:
            return "to come"
        if modal == "to" and clauses[clauses[verb].head].lemma not in GLAD and not _is_said_to_have(clauses, verb):
            return "wish"
        if modal == "would" and rule.kind == "adjective" and _is_told(clauses, verb):
            return None  # "said it would be ready to send ships"
        if modal in {"would", "could", "might", "may", "can", "should", "must"}:
            return "hypothetical"
        if rule.kind != "noun" and clauses[verb].tag == "VB" and clauses[clauses[verb].head].lemma not in GLAD:
            return "wish"
    return None


def is_by_companies(clauses: Clauses, verb: int) -> bool:
    """ "the heads of two companies signed": whoever watches; not "the minister and the company signed"."""
    subject = subject_of(clauses, verb)
    if subject is None:
        return False
    signers = {clauses.lower(index) for index in range(*clauses.subtree(subject))}
    return bool(signers & COMPANIES) and not signers & OFFICIALS


def _hangs_on_if(clauses: Clauses, verb: int) -> bool:
    """ "said if it lost it would leave": on a condition, and not asked; not "did not say if it would leave"."""
    words = {token.lower for token in clauses.tokens}
    return (
        not words & {"?", "whether"}
        and not is_negated(clauses, clauses[verb].head)
        and any(
            clauses[child].dep == "advcl" and any(clauses.lower(mark) == "if" for mark in clauses.children[child])
            for child in clauses.children.get(verb, ())
            if child < verb and child in clauses.children
        )
    )


def _is_voted(rule: Rule, clauses: Clauses, verb: int) -> bool:
    """ "voted to approve a loan", "decided to adopt it": approved it was by that."""
    vote = clauses[clauses[verb].head]
    return rule.id in {"approve", "adopt"} and vote.lemma in {"vote", "decide"} and vote.tag in {"VBD", "VBZ"}


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
    if {clauses.lower(i) for i in range(trigger, verb)} & UNSURE or is_under_draft(clauses, trigger):
        return False
    if why == "denied" and not is_negated(clauses, verb) and clauses.lower(trigger + 1) != "no":
        return False  # "denied that it would send ships"; not "said it would not sell them"
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


def _is_told(clauses: Clauses, verb: int) -> bool:
    """Whether somebody is reported to have said it."""
    return clauses[verb].dep in {"ccomp", "parataxis"} and clauses[clauses[verb].head].lemma in SAYING


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
    if (
        token.dep == "pcomp"
        and clauses.lower(token.head) == "in"
        and clauses[clauses[token.head].head].lemma in JOINING
    ):
        return False  # "joined Oslo in pledging to …"
    if (
        token.dep == "pcomp"
        and clauses.lower(token.head) == "for"
        and clauses[clauses[token.head].head].lemma in PRAISING
    ):
        return False  # "thanked Oslo for agreeing to …"
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
    if clauses[clauses[clauses[noun].head].head].lemma == "anniversary":
        return True
    if verb == noun or modal_of(clauses, verb) is not None or clauses[verb].lemma not in table().words["witnesses"]:
        return False
    # "The result was the signing of a treaty", but not "the main issues were trade and the signing of a treaty".
    subject = clauses.child(verb, "nsubj")
    if subject is None:
        return True
    barred = TOPIC_NOUNS if clauses[verb].lemma == "be" else AGENDAS
    return clauses[subject].lemma not in barred


GIVING = frozenset({"give", "offer", "grant", "send", "make"})


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
            and clauses[child - 1].lemma not in GIVING  # "gave Austria assurances": to it, not by it
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
