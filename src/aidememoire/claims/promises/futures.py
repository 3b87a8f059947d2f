"""What is promised by saying that it will be done: "will send", "is sending", "is to send", "announced 20 million"."""

from collections.abc import Iterator
from functools import cache

from aidememoire.claims.clauses import (
    CLIMB_LIMIT,
    FINITE,
    SAYING,
    Clauses,
    Range,
    is_negated,
    is_subordinate,
    modal_of,
    next_word,
    noun_phrase,
    subject_of,
)
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.rows import WH_WORDS, table, to_end
from aidememoire.claims.promises.terms import is_owed

ROUNDS = frozenset({"consultation", "negotiation", "round", "dialogue", "one"})
PASSES = frozenset({"accreditation", "badge"})  # who will be given these will attend an occasion
NAME_REACH = 30  # characters around a word within which a party's name that holds it may begin or end
FAR_VERB_REACH = 12  # "will, if asked by its neighbours, send", where the parse says so
VERB_REACH = 4  # "will not only send": tokens between the modal and its verb
SET_GOING = frozenset({"start", "resume", "begin", "reopen", "restart"})
SAYING_OF_ONESELF = frozenset({"it", "they", "we", "he", "she"})  # "Oslo warned that it would …"
UNDER_WAY = frozenset({("on", "track"), ("on", "course"), ("taking", "steps"), ("taking", "action")})
FORESEEN = frozenset({"going", "set", "due", "about", "poised"})
# Who declares these starts them; who "declares" other things only says them.
DECLARED = frozenset({"ceasefire", "truce", "moratorium", "amnesty", "embargo", "boycott", "armistice"})
WRAPPING = frozenset({"policy", "regime", "order", "initiative", "fund"})  # "a visa restriction policy"
TO_BE_PROMISED = frozenset({"agree", "commit", "pledge", "decide", "promise", "vow", "undertake"})
TO_BE_ANNOUNCED = frozenset({"announce", "unveil"})
OWNERS = frozenset({"his", "her", "its", "their", "our"})
FORCES = frozenset("troops soldiers forces invasion intervention deployment strikes boots".split())
FORCES_REACH = 4  # "ruled out a new ground invasion"
PASSED_OVER = frozenset({"also", "each", "both", "then", "therefore", "now", "soon", "thus", "still"})


@cache
def occasions() -> frozenset[str]:
    """What takes place, so that nobody promises anything by telling that it will: meetings, rounds, speeches."""
    return table().words["meetings"] | table().words["speeches"] | ROUNDS | PASSES


def verb_after(clauses: Clauses, modal: int) -> int | None:
    """The verb that the modal belongs to: by the parse, else the first bare verb behind it."""
    verb = clauses[modal].head
    if verb in clauses and modal < verb <= modal + VERB_REACH:
        return verb
    is_far = verb in clauses and modal < verb <= modal + FAR_VERB_REACH and clauses[verb].tag == "VB"
    if is_far and clauses[modal].dep == "aux":
        return verb
    return next((i for i in range(modal + 1, modal + 1 + VERB_REACH) if clauses[i].tag == "VB"), None)


def finite_of(clauses: Clauses, verb: int) -> int:
    """The verb that a further "and will …" goes on from, where the parse has hung it on an infinitive in between.

    Not where the further clause names its own doer: "Oslo will send ships and Riga will send pilots".
    """
    token = clauses[verb]
    if clauses.child(verb, "nsubj", "nsubjpass") is not None:
        return verb
    if token.dep != "conj" or clauses[token.head].tag != "VB" or modal_of(clauses, verb) in {None, "to"}:
        return verb
    for _ in range(CLIMB_LIMIT):
        head = clauses[verb].head
        if head == verb or head not in clauses:
            return verb
        verb = head
        if clauses[verb].tag in FINITE:
            return verb
    return verb


def future(clauses: Clauses, modal: int) -> Iterator[Range]:
    """What "will", "would", "shall" says will be done; of a thing ("two ships would be sent") with its subject."""
    verb = verb_after(clauses, modal)
    if clauses[modal].tag != "MD" or verb is None or is_subordinate(clauses, verb):
        return
    if is_opinion(clauses, verb) or _asks_who(clauses, verb):
        return
    if clauses[verb].dep in {"relcl", "acl"}:
        if not (
            _is_told_of_somebody(clauses, verb)
            or is_laid_down_in(clauses, verb)
            or _is_word_given(clauses, verb)
            or _is_told_to_somebody(clauses, verb)
        ):
            return
    elif any(
        clauses.lower(child) in WH_WORDS and clauses[child].dep != "prep"  # not "until then Oslo will …"
        for child in clauses.children.get(verb, ())
        if child < modal
    ):
        return
    thing = thing_to_be_done(clauses, verb)
    if thing is None:
        thing = thing_done_by_nobody(clauses, verb)
    if thing is None and is_owed(clauses, modal) and clauses.child(verb, "auxpass") is not None:
        thing = clauses.child(verb, "nsubjpass")
    if thing is not None:
        first, last = to_end(clauses, clauses.subtree(thing)[0], of_clause=True)
        if last <= verb:  # "its patrols, which have grown, would go on"
            last = to_end(clauses, modal)[1]
        yield first, last
        return
    start = modal + 1
    while start < verb and (
        clauses.lower(start) in PASSED_OVER or clauses[start].text == ":" or _is_be(clauses, start)
    ):
        start += 1
    wrapped = list(_promised_to_be_promised(clauses, verb))
    if wrapped:
        yield from wrapped
        return
    if verb - start >= VERB_REACH:  # "will from Monday on send"
        start = verb - (clauses.lower(verb - 1) in {"not", "never"})
    if clauses.lower(start) in {"n't", "n’t"}:
        start -= 1  # of "won't run" the words are "won't run"
    yield to_end(clauses, start)


def _promised_to_be_promised(clauses: Clauses, verb: int) -> Iterator[Range]:
    """ "train 200 nurses" of "will agree to train 200 nurses": what is to be promised is what they intend.

    So too the money or measure that somebody "will announce".
    """
    if is_negated(clauses, verb):
        return
    if clauses[verb].lemma in TO_BE_ANNOUNCED:
        yield from measures(clauses, verb)
        return
    if clauses[verb].lemma not in TO_BE_PROMISED:
        return
    behind = next_word(clauses, verb + 1)
    if clauses.lower(behind) == "to" and clauses.lower(behind + 1) not in {"it", "this", "that", "them"}:
        yield to_end(clauses, behind + 1)
    elif clauses.lower(behind) == "that" and clauses[behind].tag == "IN":
        yield to_end(clauses, behind + 1, of_clause=True)


def is_to_be_promised(clauses: Clauses, verb: int) -> bool:
    """Whether it is told that somebody will agree to it, commit to it, announce it."""
    return clauses[verb].lemma in TO_BE_PROMISED | TO_BE_ANNOUNCED and any(_promised_to_be_promised(clauses, verb))


def _is_told_of_somebody(clauses: Clauses, verb: int) -> bool:
    """ "the envoy, who will present …", "Oslo, which will send …"."""
    subject = clauses.child(verb, "nsubj")
    if subject is None:
        return False
    if clauses.lower(subject) == "which":  # "the ships which will sail" are no party
        return clauses[subject - 1].text == "," and names_party(clauses, clauses[verb].head)
    return clauses.lower(subject) == "who"


def is_laid_down_in(clauses: Clauses, verb: int) -> bool:
    """ "a deal under which Oslo will …", "a pact whereby Oslo will …"."""
    if (
        clauses[verb].dep not in {"relcl", "acl"}
        or clauses[clauses[verb].head].lemma not in table().words["instruments"]
    ):
        return False
    for child in clauses.children.get(verb, ()):
        if clauses.lower(child) == "whereby":
            return child < verb
        if clauses.lower(child) in {"under", "by"} and clauses.lower(child + 1) == "which":
            return child < verb
    return False


def _is_told_to_somebody(clauses: Clauses, verb: int) -> bool:
    """ "told the council it would leave", where the parse takes what was told for a relative clause."""
    told = clauses[verb].head
    subject = clauses.child(verb, "nsubj")
    if subject is None or clauses.lower(subject) not in SAYING_OF_ONESELF or clauses[told].dep != "dobj":
        return False
    return clauses[clauses[told].head].lemma in {"tell", "assure", "inform", "notify", "promise"}


def _is_word_given(clauses: Clauses, verb: int) -> bool:
    """ "gave notice that it would leave", "the news that Oslo will leave"; not "the fear that Oslo will leave"."""
    token = clauses[verb]
    if token.dep != "acl" or clauses[token.head].lemma not in table().words["tidings"]:
        return False
    return any(clauses.lower(child) == "that" for child in clauses.children.get(verb, ()) if child < verb)


def due_to(clauses: Clauses, be: int) -> Iterator[Range]:
    """What somebody "is to" do, "is going to", "is set to" do; what he said that he "was going to"."""
    is_present = clauses[be].tag in {"VBZ", "VBP"} or clauses.lower(be) in {"'s", "’s", "'re", "’re"}
    if not is_present and not _was_said_to_be(clauses, be):
        return
    index = be + 1
    if clauses.lower(index) in {"not", "also", "now"}:
        index += 1
    is_foreseen = clauses.lower(index) in FORESEEN
    if is_foreseen:
        index += 1
    elif (clauses.lower(index), clauses.lower(index + 1)) in UNDER_WAY:
        index, is_foreseen = index + 2, True
    if clauses.lower(index) != "to" or clauses[next_word(clauses, index + 1)].tag != "VB":
        return
    is_aside = clauses[be].dep == "advcl" and not _is_set_beside(clauses, be)
    if is_aside or is_subordinate(clauses, be) or not _is_of_named(clauses, be):
        return
    subject = subject_of(clauses, be)
    if subject is None or clauses[subject].tag == "WP":
        return
    if clauses[subject].lemma in table().words["purposes"] and not (is_foreseen and clauses[subject].pos == "PRON"):
        return
    first, last = to_end(clauses, index + 1)
    modal = next((i for i in range(first, last) if clauses[i].tag == "MD"), None)
    if modal is not None:  # "the money we are to spend will suffice"; not "… to lend 2 billion, of which half will …"
        last = next((i for i in range(modal, first, -1) if clauses[i].text == ","), first)
    if last - first > 1:
        yield first, last


def _is_set_beside(clauses: Clauses, be: int) -> bool:
    """ "while Riga is to reopen the line": told beside what another is to do; not "while talks are to resume"."""
    mark, subject = clauses.child(be, "mark"), clauses.child(be, "nsubj")
    is_beside = mark is not None and clauses.lower(mark) in {"while", "whereas"}
    return is_beside and subject is not None and names_party(clauses, subject)


def _is_of_named(clauses: Clauses, be: int) -> bool:
    """Whether it stands in no relative clause, or in one on what a party is to do ("which Oslo is to sign")."""
    if clauses[be].dep != "relcl":
        return True
    subject = clauses.child(be, "nsubj")
    return subject is not None and clauses[subject].tag not in {"WDT", "WP"} and names_party(clauses, subject)


def _was_said_to_be(clauses: Clauses, be: int) -> bool:
    """ "said that it was going to …"; not "the treaty was to end the war", which tells how things were."""
    if clauses.lower(be) not in {"was", "were"} or clauses.lower(be + 1) not in FORESEEN:
        return False
    verb = be if clauses[be].dep != "aux" else clauses[be].head
    return clauses[verb].dep == "ccomp" and clauses[clauses[verb].head].lemma in SAYING | table().words["says"]


def doing(clauses: Clauses, verb: int) -> Iterator[Range]:
    """What somebody says that he is doing, where it is done at once by being announced ("is sending a mission")."""
    token = clauses[verb]
    if token.tag != "VBG" or token.dep in {"relcl", "acl", "advcl", "pcomp", "amod"}:
        return
    if not any(clauses[c].lemma == "be" and c < verb <= c + VERB_REACH for c in clauses.children.get(verb, ())):
        return
    if clauses.child(verb, "dobj", "xcomp") is not None:
        yield to_end(clauses, verb)


def thing_to_be_done(clauses: Clauses, verb: int) -> int | None:
    """The subject of what an official says "will be sent", "would resume": a thing, so that the speaker promises it."""
    token = clauses[verb]
    if token.dep != "ccomp" or clauses[token.head].lemma not in SAYING | table().words["says"]:
        return None
    is_passive = clauses.child(verb, "auxpass") is not None and clauses.child(verb, "agent") is None
    if not is_passive and (token.lemma not in table().words["goes_on"] or clauses.child(verb, "dobj") is not None):
        return None  # nor what negotiators "will resume"
    subject = clauses.child(verb, "nsubjpass" if is_passive else "nsubj")
    if subject is None or clauses[subject].pos not in {"NOUN", "PROPN"}:
        return None
    if clauses.child(verb, "xcomp") is not None or _is_hoped(clauses, verb):
        return None
    is_meeting = is_passive and clauses[subject].lemma in occasions()
    return (
        None
        if names_party(clauses, subject) or is_meeting or clauses[subject].lemma in table().words["happens"]
        else subject
    )


def thing_done_by_nobody(clauses: Clauses, verb: int) -> int | None:
    """The subject of what "will be set up", nobody saying so or by whom: the report or its speaker promises it.

    So too of payments that "will start", flights that "will resume".
    """
    is_passive = clauses.child(verb, "auxpass") is not None
    if not is_passive and clauses[verb].lemma not in SET_GOING:
        return None
    if clauses.child(verb, "agent", "dobj") is not None:
        return None
    if clauses[verb].dep not in {"ROOT", "conj"} or clauses.child(verb, "xcomp") is not None:
        return None
    subject = clauses.child(verb, "nsubjpass" if is_passive else "nsubj")
    if subject is None or clauses[subject].pos not in {"NOUN", "NUM"}:
        return None
    if clauses[verb].lemma not in table().words["checkable"]:
        return None
    if not is_passive and clauses[subject].lemma not in table().words["measures"] | table().words["set_going"]:
        return None
    if clauses[subject].lemma in occasions() | table().words["happens"]:
        return None
    return None if names_party(clauses, subject) else subject


def names_party(clauses: Clauses, noun: int) -> bool:
    """Whether the word is within the name of a party."""
    at = clauses[noun].start
    named = within(clauses.mentions.parties, at - NAME_REACH, clauses[noun].end + NAME_REACH)
    return any(party.span.start <= at < party.span.end for party in named)


def _is_hoped(clauses: Clauses, verb: int) -> bool:
    """Whether the sentence has spoken of hopes before it comes to the verb ("the hope is that talks will start")."""
    return any(clauses[i].lemma in {"hope", "wish", "expect"} for i in range(clauses.sentence.first, verb))


def measures(clauses: Clauses, verb: int) -> Iterator[Range]:
    """What is announced, where it is money or a measure ("announced 20 million dollars for …", "the aid announced")."""
    token = clauses[verb]
    announced = clauses.child(verb, "dobj")
    is_before = announced is None and token.tag == "VBN" and token.dep == "acl"
    if is_before:
        announced = token.head
    if announced is None or announced not in clauses:
        return
    first, last = noun_phrase(clauses, announced)
    words = {clauses[index].lemma for index in range(first, announced + 1)}
    is_sum = clauses[announced].tag in {"CD", "$"} or bool(words & table().words["money"])
    measure = "ceasefire" if _is_ceasefire(clauses, announced) else clauses[announced].lemma
    is_policy = clauses[announced].lemma in WRAPPING and bool(words & table().words["measures"])
    is_measure = measure in DECLARED if token.lemma == "declare" else measure in table().words["measures"] | DECLARED
    if is_measure or (is_policy and token.lemma != "declare") or (is_sum and token.lemma != "declare"):
        yield (first, min(last, verb)) if is_before else to_end(clauses, first)


def _is_ceasefire(clauses: Clauses, noun: int) -> bool:
    """Whether the noun is the "fire" of "cease-fire"."""
    return clauses.lower(noun) == "fire" and "cease" in {clauses.lower(noun - 1), clauses.lower(noun - 2)}


def forgone(clauses: Clauses, verb: int) -> Iterator[Range]:
    """What somebody "rules out" doing, "does not intend to" do, with these words, without which it would be done."""
    if clauses[verb].lemma != "rule":
        yield from _not_meant(clauses, verb)
        return
    if is_negated(clauses, verb) or clauses.lower(verb + 1) != "out":
        return  # "has not ruled out": it may be done
    behind = next_word(clauses, verb + 2)
    own = clauses.lower(behind) in OWNERS and clauses[behind + 1].pos == "NOUN"  # "his country (from) arming …"
    gerund = behind + 2 + (clauses.lower(behind + 2) == "from") if own else behind
    is_force = any(clauses.lower(i) in FORCES for i in range(behind, behind + FORCES_REACH))
    if clauses[gerund].tag == "VBG" or (is_force and clauses.child(verb, "dobj") is not None):
        yield verb, to_end(clauses, verb + 2)[1]


def _not_meant(clauses: Clauses, verb: int) -> Iterator[Range]:
    """ "does not intend to send troops": a deed that one may forgo, meant by nobody; not "did not intend to insult"."""
    deed = next_word(clauses, verb + 2)
    aux = clauses.child(verb, "aux")
    is_now = aux is not None and clauses[aux].lemma == "do" and clauses.lower(verb + 1) == "to"
    if is_now and aux is not None and is_negated(clauses, verb) and clauses[deed].lemma in table().words["forgone"]:
        yield aux, to_end(clauses, deed)[1]


def _is_be(clauses: Clauses, index: int) -> bool:
    """The "be" of "will be donating"; that of "will be donated" says that others do it."""
    return clauses.lower(index) == "be" and clauses[index].dep == "aux"


def is_opinion(clauses: Clauses, verb: int) -> bool:
    """Whether the clause is what somebody thinks, fears or finds likely ("it seems unlikely that Oslo would …")."""
    token = clauses[_first_of_clauses(clauses, verb)]
    if token.dep not in {"ccomp", "acl", "csubj", "pcomp"}:
        return False
    words = table().words
    is_deed = token.lemma in words["checkable"] | words["forgone"]
    if clauses[token.head].lemma in words["threatens"] and (is_deed or _is_of_its_sayer(clauses, token.index)):
        return False
    thought = clauses.child(token.head, "acomp") if clauses[token.head].lemma == "be" else None  # "it is possible that"
    return bool({clauses[token.head].lemma, clauses[thought].lemma if thought is not None else ""} & words["opinions"])


def _is_of_its_sayer(clauses: Clauses, verb: int) -> bool:
    """ "Oslo warned that it would leave the talks": what one says of oneself; not "warned that it would rain"."""
    subject = clauses.child(verb, "nsubj")
    sayer = subject_of(clauses, clauses[verb].head)
    if subject is None or sayer is None or clauses.lower(subject) not in SAYING_OF_ONESELF:
        return False
    return (
        names_party(clauses, sayer) and clauses[verb].lemma not in table().words["stances"] | table().words["befalls"]
    )


def _first_of_clauses(clauses: Clauses, verb: int) -> int:
    """The verb of the first clause of "that … and that …", which says whose view the second is too."""
    for _ in range(CLIMB_LIMIT):
        begins = min([verb, *clauses.children.get(verb, ())])
        if clauses[verb].dep != "conj" or clauses.lower(begins) != "that":
            return verb
        verb = clauses[verb].head
    return verb


def _asks_who(clauses: Clauses, verb: int) -> bool:
    """ "did not say which country would …"."""
    if clauses[verb].dep == "relcl":
        return False
    subject = clauses.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first, last = clauses.subtree(subject)
    return any(clauses[index].tag in {"WDT", "WP"} for index in range(first, min(last, subject + 1)))
