"""Whose words they are, and whose promise it is that somebody else welcomes, notes or recalls: never theirs."""

from aidememoire.claims.clauses import PAIR, SAYING, Clauses, ends_office, modal_of, subject_of
from aidememoire.claims.promises.accessions import PRAISING
from aidememoire.claims.promises.bodies import makers_of_body
from aidememoire.claims.promises.grounds import Ground, Makers, heads, names_parties
from aidememoire.claims.promises.makers import makers_of
from aidememoire.claims.promises.promise_checks import WELCOMING, governing_verb, owner_of
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.voices import one_voice

ADDRESSING = PRAISING | frozenset(
    "laud credit criticise criticize condemn denounce accuse remind rebuke fault blame berate attack slam".split()
)
TAKEN_NOTE_OF = WELCOMING | frozenset({"acknowledge", "appreciate", "support"})
NAMED_WITHIN = 6  # words behind the comma in which ", the two ministers announced" tells who said it
SPEAKING = frozenset({"we", "i"})
OF_OTHERS = frozenset({"their", "its", "his", "her"})
TOLD = frozenset("assurance affirmation announcement statement confirmation declaration pledge promise reply".split())
MADE = frozenset({"made", "given", "announced", "undertaken", "offered"})


def sayer_of(clauses: Clauses, verb: int) -> int | None:
    """The subject of the verb of saying whose words the verb's clause is: "Oslo" in "Oslo said it would send …".

    Of "Riga was assured by Oslo that it would …" whoever assures; of "Oslo's assurance that it will …" whose it is.
    """
    behind = _sayer_behind(clauses, verb)
    if behind is not None:
        return behind
    token = clauses[verb]
    if token.dep == "conj":
        token = clauses[token.head]
    if token.dep == "ccomp" and token.index < token.head and modal_of(clauses, token.head) in {"will", "would"}:
        token = clauses[token.head]  # "Oslo will send a ship, Riga will refuel it and Lima will pay, …"
    if token.dep == "acl" and clauses[token.head].pos == "NOUN" and clauses[token.head].lemma in TOLD:
        return owner_of(clauses, token.head)
    says = SAYING | table().words["says"] | table().words["announces"]
    if token.dep not in {"ccomp", "parataxis"} or clauses[token.head].lemma not in says:
        return None
    agent = clauses.child(token.head, "agent")
    by = clauses.child(agent, "pobj") if agent is not None else None
    return subject_of(clauses, token.head) if by is None else by


def _sayer_behind(clauses: Clauses, verb: int) -> int | None:
    """ "ministers" of "…, the two ministers announced in Lima", which the parse takes for an object of the deed."""
    for comma in range(verb + 1, clauses.sentence.last - 2):
        if clauses[comma].text != "," or clauses[comma + 1].tag not in {"DT", "PRP$", "CD", "NNS"}:
            continue
        for said in range(comma + 2, min(comma + 2 + NAMED_WITHIN, clauses.sentence.last)):
            token = clauses[said]
            if token.pos in {"PUNCT", "ADP", "CCONJ"}:
                break
            is_told = token.tag == "VBN" and token.dep == "acl" and token.head == said - 1
            if is_told and token.lemma in SAYING | table().words["announces"] and ends_office(clauses, said - 1):
                return said - 1
    return None


def owner_apart(rule: Rule, clauses: Clauses, noun: int) -> int | None:
    """The word that names whose promise the noun is, where that isn't whoever is told to do something with it.

    Accepts "Oslo's plan", "the decision by the fund", "pledges made by Riga", "we note their pledge"; refuses "welcomed
    the decision to …", "reaffirmed their pledge", "told of a sale of ships". "Welcomed the readiness of both sides" is
    accepted in a text of more than two, and in any other their own.
    """
    if rule.kind != "noun":
        return None
    is_noted = clauses[governing_verb(clauses, noun)].lemma in TAKEN_NOTE_OF
    voice = one_voice(clauses.mentions, clauses.sentence) if is_noted else None
    are_others = voice is not None and len(voice.codes) > PAIR  # "the two sides" in a text of more than two
    owner = owner_of(clauses, noun)
    if owner is not None and clauses[owner].tag == "PRP$":
        thanked = thanked_for(clauses, noun)
        if thanked is not None:
            return thanked
    if owner is not None:
        is_theirs = clauses[owner].tag == "PRP$" and not (is_noted and _is_of_third(clauses, noun, owner))
        is_joint = clauses.lower(owner) in heads()["joint_heads"] and not are_others and _named(clauses, owner) is None
        return None if is_theirs or is_joint else owner
    for child in clauses.children.get(noun, ()):
        if child < noun:
            continue
        word = clauses.lower(child)
        if clauses[child].dep == "acl" and word in MADE:
            agent = clauses.child(child, "agent")
            return clauses.child(agent, "pobj") if agent is not None else None
        of = clauses.child(child, "pobj") if word in {"by", "of", "from"} else None
        if of is None:
            continue
        if word == "by" and clauses[of].pos in {"NOUN", "PROPN"}:
            return of
        if is_noted and names_parties(clauses, child):
            return of
        if are_others and clauses.lower(of) in heads()["joint_heads"]:
            return of
    return None


def thanked_for(clauses: Clauses, done: int) -> int | None:
    """Whom one thanks, praises or blames for it: "Oslo" in "thanked Oslo for its pledge to …", "for agreeing to …"."""
    preposition = clauses[done].head
    if clauses[done].dep not in {"pobj", "pcomp"} or clauses.lower(preposition) not in {"for", "on", "over", "of"}:
        return None
    verb = clauses[preposition].head
    thanked = clauses.child(verb, "dobj") if clauses[verb].lemma in ADDRESSING else None
    return thanked if thanked is not None and verb < thanked < done and clauses[thanked].pos != "PRON" else None


def _is_of_third(clauses: Clauses, noun: int, owner: int) -> bool:
    """Whether "their" is of somebody else, since "we" speak of it."""
    who = clauses.child(governing_verb(clauses, noun), "nsubj")
    return clauses.lower(owner) in OF_OTHERS and who is not None and clauses.lower(who) in SPEAKING


def makers_of_owner(clauses: Clauses, owner: int) -> Makers | None:
    """The parties that the owner stands for; nobody known for "both sides", "their", and None for what is no party."""
    named = _named(clauses, owner)
    if named is not None:
        return named
    if clauses.lower(owner) in heads()["joint_heads"] or clauses[owner].tag == "PRP$":
        return Makers((), (), None, Ground.UNNAMED)
    return makers_of(clauses, owner, ()) or makers_of_body(clauses, owner)


def _named(clauses: Clauses, owner: int) -> Makers | None:
    """The parties that the owner’s own words name: "the United States’", "the OPEC countries’"; not "both sides’"."""
    makers = makers_of(clauses, owner, ())
    return makers if makers is not None and makers.spans else None
