"""Whether a word of promising only tells of a promise that imagined, surmised, awaited or of nobody in particular."""

from aidememoire.claims.clauses import CLIMB_LIMIT, Clauses, is_negated, is_progressive, modal_of
from aidememoire.claims.promises.gatherings import TALKS
from aidememoire.claims.promises.grounds import heads

SEEMING = frozenset({"appear", "seem", "look"})
SIGNS = frozenset({"sign", "indication", "evidence", "hint", "suggestion", "guarantee", "proof"})
OF_ANY = frozenset({"any", "every", "such", "whatever"})  # "any accord on debt would fail": none is meant
OPENING_PARTICIPLE = frozenset({",", "by", "and", "-", "–", "—", "after", "while"})  # "left, promising new aid"
# What stands behind these is thought or felt, by whoever says so.
THINKING = frozenset("convinced sure certain confident convince think believe hope expect doubt suspect guess".split())
ALLEGING = frozenset({"claim", "allege", "fear", "speculate", "rumour", "rumor"})
# "the hope of a pact", "work on a pact": there is none yet.
STRIVING = frozenset("prospect hope outlook bid search push work call need proposal draft".split())
TALKED = frozenset({"negotiation", "talk", "talks"})
TALKS_REACH = 14  # tokens from the talks to the "on" that says what they are for
AWAITING = frozenset({"after", "once", "when", "until", "before"})

# To stand by somebody is to give nothing that could be counted.
STANDING_BY = frozenset({"support", "help", "assistance"})
STEADFAST = frozenset(
    "strong full firm unwavering steadfast continued continuing moral unconditional sincere total complete "
    "wholehearted unstinting solid".split()
)
TO_WHOM = frozenset({"prep", "dative"})
BEREAVED = frozenset("family relative victim people widow survivor parent friend bereaved mourner".split())


def is_only_sympathy(clauses: Clauses, noun: int) -> bool:
    """ "offered its strong support", "his support to the family"; not "military support", "its help in the search"."""
    if clauses[noun].lemma not in STANDING_BY:
        return False
    children = clauses.children.get(noun, ())
    preps = [child for child in children if clauses[child].dep in TO_WHOM]
    if any(clauses.lower(prep) in {"with", "in", "by"} for prep in preps):
        return False
    of_it = {clauses.lower(child) for child in children if clauses[child].dep in {"amod", "poss"}}
    is_its_own = any(clauses[child].tag == "PRP$" for child in children)
    is_described = any(clauses[child].dep in {"amod", "compound"} for child in children) and not of_it & STEADFAST
    if of_it & STEADFAST or (is_its_own and clauses[noun].lemma == "support" and not is_described):
        return True
    verb = clauses[noun].head
    to = [
        *preps,
        *(child for child in clauses.children.get(verb, ()) if child > noun and clauses[child].dep in TO_WHOM),
    ]
    given = {clauses[c].lemma for prep in to for c in clauses.children.get(prep, ()) if clauses.lower(prep) == "to"}
    return is_its_own and bool(given & BEREAVED)


def is_only_imagined(clauses: Clauses, verb: int) -> bool:
    """ "Accepting such a truce would …": what would follow if it were done."""
    token = clauses[verb]
    if token.tag != "VBG" or token.dep not in {"advcl", "csubj"} or verb > token.head:
        return False
    return modal_of(clauses, token.head) in {"would", "could", "might", "may", "can"}


def is_surmised(clauses: Clauses, verb: int) -> bool:
    """ "It appears that Oslo has decided to …"."""
    return clauses[verb].dep == "ccomp" and clauses[clauses[verb].head].lemma in SEEMING


def is_of_any(clauses: Clauses, verb: int) -> bool:
    """ "any state that decided to send arms", "relief for countries that agreed to cut tariffs": none is meant.

    Not "the countries that agreed", "the two states that agreed", "Gulf countries that agreed".
    """
    if clauses[verb].dep != "relcl":
        return False
    noun = clauses[verb].head
    told = [clauses.lower(child) for child in clauses.children.get(noun, ()) if child < noun]
    is_bare = clauses[noun].tag == "NNS" and clauses[noun].dep == "pobj" and not told
    return any(word in OF_ANY for word in told) or (is_bare and clauses[noun].lemma in heads()["kinds"])


def _is_alleged(clauses: Clauses, verb: int) -> bool:
    """ "claiming that Oslo is planning to …": others lay it to Oslo; not "Oslo claims that it is ready to …"."""
    doer = clauses.child(verb, "nsubj", "nsubjpass")
    return doer is not None and clauses[doer].pos != "PRON" and clauses[clauses[verb].head].lemma in ALLEGING


def is_thought(clauses: Clauses, word: int) -> bool:
    """ "is convinced that Oslo is ready to …", "hopes that Riga's readiness to …": so an onlooker thinks."""
    for _ in range(CLIMB_LIMIT):
        token = clauses[word]
        if token.head == word or token.head not in clauses:
            return False
        if token.dep == "ccomp":
            return token.head < word and (clauses[token.head].lemma in THINKING or _is_alleged(clauses, word))
        if token.dep not in {"acomp", "dobj", "attr", "conj", "xcomp", "oprd", "pobj", "prep", "nsubj"}:
            return False
        word = token.head
    return False


def is_anyones(clauses: Clauses, noun: int) -> bool:
    """ "any pledge to help", "each state's readiness to join": none is meant, or whoever's it may be."""
    children = clauses.children.get(noun, ())
    owners = [child for child in children if clauses[child].dep == "poss"]
    of_owner = [child for owner in owners for child in clauses.children.get(owner, ())]
    return any(clauses.lower(child) in OF_ANY for child in children) or any(
        clauses.lower(child) in OF_ANY | {"each"} for child in of_owner
    )


def is_promising(clauses: Clauses, verb: int) -> bool:
    """ "promising plans for a plant": plans that please, which nobody has promised."""
    if clauses.lower(verb) != "promising":
        return False
    if is_progressive(clauses, verb):
        return any(clauses.lower(child) == "there" for child in clauses.children.get(verb, ()))
    return clauses.lower(verb - 1) not in OPENING_PARTICIPLE and clauses[verb + 1].pos in {"NOUN", "ADJ"}


def is_under_talks(clauses: Clauses, noun: int) -> bool:
    """ "talks on an accord to …", "an accord designed to …": there is none yet, or what it is for is told."""
    if clauses.lower(noun + 1) in {"designed", "aimed", "meant", "intended"}:
        return True
    token = clauses[noun]
    if token.dep != "pobj" or clauses.lower(token.head) not in {"on", "over", "for", "about", "toward", "towards"}:
        return False
    if clauses[clauses[token.head].head].lemma in TALKS | STRIVING:
        return True
    is_new = any(clauses.lower(child) in {"a", "an"} for child in clauses.children.get(noun, ()) if child < noun)
    return is_new and _stands_behind_talks(clauses, token.head)


def _stands_behind_talks(clauses: Clauses, preposition: int) -> bool:
    """ "open negotiations at the assembly | on an accord to …", with no other verb between."""
    for index in range(preposition - 1, max(preposition - TALKS_REACH, clauses.sentence.first - 1), -1):
        if clauses[index].lemma in TALKED:
            return True
        if clauses[index].pos in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def is_awaited(clauses: Clauses, verb: int) -> bool:
    """ "after the deal is signed", "once they sign": told in the present behind a word of time, it is yet to come."""
    children = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child < verb}
    is_present = bool(children & {"is", "are"}) or clauses[verb].tag in {"VBZ", "VBP"}
    return is_present and bool(children & AWAITING)


def is_without_sign(clauses: Clauses, word: int) -> bool:
    """ "gave no sign that Oslo was ready to …": nothing of the kind was said."""
    for _ in range(CLIMB_LIMIT):
        head = clauses[word].head
        if head == word or head not in clauses:
            return False
        word = head
        if clauses[word].lemma in SIGNS and clauses[word].pos == "NOUN":
            return any(
                clauses.lower(child) in {"no", "little", "few", "scant"} for child in clauses.children.get(word, ())
            )
    return False


DENYING = frozenset({"deny", "refute", "disavow"})
REPORTS = frozenset({"it", "this", "that", "report", "reports", "claim", "claims", "account", "story"})


def is_denied_behind(clauses: Clauses, word: int) -> bool:
    """ "Oslo agreed to pay, the radio said, but its ministry denied it": what is told is denied in the same breath.

    Or in the next sentence of the paragraph; not "but denied that it would pay", which denies something else.
    """
    if _denies_it(clauses, word + 1):
        return True
    mentions, index = clauses.mentions, clauses.sentence.index + 1
    if index >= len(mentions.sentences) or mentions.sentences[index].block != clauses.sentence.block:
        return False
    following = Clauses(mentions, mentions.sentences[index])
    return following.sentence.last - following.sentence.first <= SHORT_DENIAL and _denies_it(
        following, following.sentence.first
    )


CONDEMNING = frozenset("condemn denounce deplore decry criticise criticize protest blast lament regret reject".split())
ANSWERING = frozenset({"response", "reaction", "reply", "answer", "protest", "opposition", "objection"})


def is_condemned(clauses: Clauses, decision: int) -> bool:
    """ "condemned the decision of Oslo to close the port", "our response to it": what others answer has been done."""
    head = clauses[decision].head
    if clauses[decision].dep == "dobj":
        return clauses[head].lemma in CONDEMNING
    return clauses[decision].dep == "pobj" and clauses[clauses[head].head].lemma in ANSWERING


SHORT_DENIAL = 14  # tokens: a longer sentence has something else to tell


def _denies_it(clauses: Clauses, first: int) -> bool:
    for verb in range(first, clauses.sentence.last):
        if clauses[verb].lemma not in DENYING or clauses[verb].pos != "VERB" or clauses[verb].dep not in MAIN:
            continue
        denied = clauses.child(verb, "dobj")
        if denied is not None and clauses.lower(denied) in REPORTS and clauses.child(denied, "relcl", "acl") is None:
            return clauses.child(denied, "prep") is None and not is_negated(clauses, verb)
    return False


MAIN = frozenset({"ROOT", "conj", "ccomp", "advcl"})
