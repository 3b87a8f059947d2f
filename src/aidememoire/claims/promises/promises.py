"""What is promised: the words that each way of promising (``rows.py``) makes a promise of."""

from collections.abc import Iterator

from aidememoire.claims.clauses import (
    QUOTES,
    Clauses,
    Range,
    modal_of,
    next_word,
    noun_phrase,
    trimmed,
)
from aidememoire.claims.promises.distant import HAVING, accepted_before, far_infinitive, is_bare_participle, named_with
from aidememoire.claims.promises.documents import documents_of, documents_signed_at, issues_joint_text
from aidememoire.claims.promises.futures import doing, due_to, forgone, future, measures, names_party
from aidememoire.claims.promises.gatherings import is_of_occasion
from aidememoire.claims.promises.grounds import within
from aidememoire.claims.promises.listed import LISTING, documents_after, listed_after, waits_for_list
from aidememoire.claims.promises.orders import ordered_measure, ordered_to, takes_orders
from aidememoire.claims.promises.reached import UNDERTAKEN, deed_agreed, is_reached
from aidememoire.claims.promises.rows import SITTINGS, WH_WORDS, Rule, is_time, table, to_end
from aidememoire.claims.promises.shares import further_clauses
from aidememoire.claims.promises.sums import (
    AMOUNTING,
    announced_of,
    behind_aside,
    committed_sum,
    is_measured,
    is_sum_behind,
)
from aidememoire.claims.promises.terms import terms_of
from aidememoire.claims.promises.unmade import is_only_sympathy

__all__ = ["Rule", "contents_of", "is_trigger", "table"]

COMPLEMENT_WINDOW = 9
OF_ONE_MIND = frozenset({"agree", "decide"})  # the rules of which each clause that is agreed on is a promise
OFFERING, ORDERING, AGREEING, FOUNDING = "offering", "instruct", "agreement", "found"  # the rules
APPROVING = "approve"
ASKED = frozenset({"request", "ask", "charge"})  # whom one orders only if they are one's own: "asked their ministers"
TOLD_WITHIN = 7  # "to the people of Oslo that …"
OF_THINGS = frozenset({"pledge", "promise", "offer", "assurance"})  # "a pledge of grain"; not "the threat of war"
TO_THINGS = frozenset({"threat"})  # "a threat to peace" promises nothing
ENDS = frozenset({"goal", "target", "ambition", "objective"})  # not "struck targets with the aim of …"
WITHOUT_OBJECT = frozenset({"undertake", "pledge", "vow"})  # "had undertaken in Oslo to lift the ban": no purpose
OF_ONESELF = frozenset({"seek"})  # "we expect Oslo to act" is no promise of ours
ASKING = 3  # "what Oslo decides to do": how far before the verb its question word may stand
OF_PARTICIPLES = frozenset({"pledge"})  # "the aid promised by Oslo", but not "the terms agreed in Oslo"
COMMITTED = frozenset({"committed", "commited"})
SELVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
MEANT = frozenset({"design", "mean", "intend", "calculate"})
LISTED_REACH = 12  # tokens behind the second of three deeds in which the "and" before the third must come
AWAITING = frozenset({"due", "likely", "bound", "set"})  # "the pact, due to expire in May": no deed of its makers
MADE_BY = frozenset({"by", "from"})  # "the announcement by Oslo that …"
NOMINAL = frozenset({"opening", "launching", "signing"})  # before "of" these are nouns
AWAITED = frozenset(
    (
        "open reopen return launch relaunch conclude complete send establish implement deliver provide restore resume"
    ).split()
)
LIST_MARKS = frozenset({",", ";", ":", "and", "or", "also"})
NOUNLIKE = frozenset({"DT", "NN", "NNS", "JJ", "PRP$", "CD", "NNP", "$", "JJR", "PDT"})


def is_trigger(rule: Rule, clauses: Clauses, trigger: int) -> bool:
    """Whether the word is of the rule's kind here: "plans" as a verb, "agreed" not as "the terms agreed in Oslo"."""
    token = clauses[trigger]
    if token.lower in COMMITTED and rule.kind in {
        "verb",
        "adjective",
    }:  # "they committed to", "they are committed to"
        has_done = {clauses.lower(trigger - 1), clauses.lower(trigger - 2)} & HAVING and token.tag != "JJ"
        is_state = token.tag == "JJ" or token.dep in {"acomp", "oprd"} or clauses.child(trigger, "auxpass") is not None
        is_state = is_state and not has_done
        if is_state != (rule.kind == "adjective") or token.dep == "amod":
            return False
    if rule.kind in {"verb", "signing"}:
        if not token.tag.startswith("VB") or _is_only_under_way(clauses, trigger):
            return False
        if rule.id == "issue":
            return issues_joint_text(clauses, trigger)
        if rule.id == FOUNDING:
            return _is_hereby(clauses, trigger)
        if token.lemma in ASKED and not _are_ones_own(clauses, trigger):
            return False
        if rule.kind == "signing":
            return token.lemma != "submit" or any(
                clauses[i].lemma == "ratification" for i in range(trigger, clauses.sentence.last)
            )
        asks = any(
            clauses.lower(child) in WH_WORDS and not _is_that_is_why(clauses, child)
            for child in clauses.children.get(trigger, ())
        )
        asks = asks or any(clauses.lower(i) in {"what", "whether"} for i in range(trigger - ASKING, trigger))
        if is_bare_participle(clauses, trigger):
            return rule.id in OF_PARTICIPLES and named_with(clauses, trigger) is not None
        return not asks or token.dep == "relcl"
    if rule.kind in {"noun", "ceremony"}:
        return token.tag.startswith("NN") and token.pos == "NOUN"
    return rule.kind not in {"announcement", "forgoing"} or token.tag.startswith("VB")


def _is_only_under_way(clauses: Clauses, verb: int) -> bool:
    """ "the work that Oslo is undertaking"; not "settled the row, undertaking to halve its catch"."""
    token = clauses[verb]
    return token.lemma == "undertake" and token.tag == "VBG" and clauses.lower(verb + 1) != "to"


def _is_hereby(clauses: Clauses, verb: int) -> bool:
    """ "We launch a fund", "We hereby extend the mandate": done by saying so; not "we launched", "when we launch"."""
    subject = clauses.child(verb, "nsubj")
    is_we = subject is not None and clauses.lower(subject) == "we"
    return is_we and clauses[verb].tag == "VBP" and clauses[verb].dep in {"ROOT", "conj"}


def _are_ones_own(clauses: Clauses, verb: int) -> bool:
    """ "asked their ministers to …", "request our experts to …"; not "asked the ministers of Oslo to …"."""
    asked = clauses.child(verb, "dobj", "dative")
    clause = clauses.child(verb, "ccomp", "xcomp")
    if asked is None and clause is not None:
        asked = clauses.child(clause, "nsubj")  # "asked | their ministers to draft": read as a clause
    owner = clauses.child(asked, "poss") if asked is not None and takes_orders(clauses, asked) else None
    return owner is not None and clauses[owner].tag == "PRP$"


def _is_that_is_why(clauses: Clauses, word: int) -> bool:
    """ "That is why we have agreed to …": no question."""
    return (
        clauses.lower(word) == "why" and clauses[word - 1].lemma == "be" and clauses.lower(word - 2) in {"that", "this"}
    )


def contents_of(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    """The words of each promise that the trigger introduces."""
    listed = _in_list(rule, clauses, trigger)
    if listed:
        yield from listed
        return
    if rule.kind == "signing":
        yield from documents_of(clauses, trigger)
        return
    if rule.kind == "ceremony":
        yield from documents_signed_at(clauses, trigger)
        return
    if rule.kind == "noun":
        if _is_meant_for(clauses, trigger):
            return
        announced = list(announced_of(clauses, trigger)) if rule.id == "decision" else []
        if announced:
            yield from announced
            return
        for content in _complements(rule, clauses, trigger):
            yield _before_its_verb(clauses, trigger, content)
        return
    if rule.kind == "future":
        yield from future(clauses, trigger)
        return
    if rule.kind == "terms":
        yield from terms_of(clauses, trigger)
        return
    if rule.kind == "due":
        yield from due_to(clauses, trigger)
        return
    if rule.kind == "doing":
        yield from doing(clauses, trigger)
        return
    if rule.kind == "forgoing":
        yield from forgone(clauses, trigger)
        return
    if rule.kind == "announcement":
        yield from measures(clauses, trigger)
        return
    yield from _complements(rule, clauses, trigger)


def _in_list(rule: Rule, clauses: Clauses, trigger: int) -> list[Range]:
    """What a list behind the word promises; of a list that is still to come only the word before its colon."""
    is_signed = rule.kind == "signing"
    if is_signed:
        listed = documents_after(clauses, trigger)
        if not listed and any(documents_of(clauses, trigger)):
            return []
    elif rule.id in LISTING or rule.kind == "future":
        listed = listed_after(clauses, trigger)
    else:
        return []
    colon = None if listed else waits_for_list(clauses, trigger, is_document_list=is_signed)
    return listed if colon is None else [(colon - 1, colon)]


def _is_meant_for(clauses: Clauses, noun: int) -> bool:
    """ "the plan is designed to provide food": what a thing is for, nobody has promised."""
    return clauses[noun].dep == "nsubjpass" and clauses[clauses[noun].head].lemma in MEANT


def _before_its_verb(clauses: Clauses, noun: int, content: Range) -> Range:
    """The content without the verb whose subject the noun is: "its promise to disarm | was welcomed"."""
    while clauses[noun].dep == "conj" and clauses[noun].head < noun:
        noun = clauses[noun].head  # "the warnings and promises of aid have helped"
    verb = clauses[noun].head
    if clauses[noun].dep not in {"nsubj", "nsubjpass"} or not content[0] < verb < content[1]:
        return content
    end = min([verb, *(c for c in clauses.children.get(verb, ()) if clauses[c].dep in {"aux", "auxpass"} and c > noun)])
    return content[0], max(trimmed(clauses, content[0], end), content[0] + 1)


def _complements(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    """What is promised: it follows the word of promising closely, or farther off, or what is accepted stands before."""
    named = named_with(clauses, trigger) if rule.id in OF_PARTICIPLES else None
    if named is not None:
        yield named
        return
    if rule.id == "await":
        yield from awaited(clauses, trigger)
        return
    measure = ordered_measure(clauses, trigger) if rule.id == ORDERING else None
    if measure is not None:
        yield measure
        return
    found = list(committed_sum(clauses, trigger)) if rule.id == "commit" else []
    found = found or list(_near(rule, clauses, trigger))
    yield from found
    if found or rule.id in OF_ONESELF:
        return
    to = ordered_to(clauses, trigger) if rule.id == ORDERING else None
    to = to if to is not None else far_infinitive(rule, clauses, trigger)
    if to is not None:
        if clauses.lower(to - 1) not in AWAITING:
            yield _infinitives(clauses, to)
        return
    before = accepted_before(rule, clauses, trigger)
    if before is not None:
        yield before
    elif rule.nouns:
        yield from behind_aside(clauses, trigger, rule.nouns)


def _near(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[Range]:
    """What follows the word of promising: its infinitive, clause, object, or what its preposition governs."""
    lemma = clauses[trigger].lemma
    if "self" in rule.takes:
        yield from _bound_oneself(clauses, trigger)
        return
    for index in range(trigger + 1, min(trigger + 1 + COMPLEMENT_WINDOW, clauses.sentence.last)):
        token = clauses[index]
        if token.lower == "to" and clauses[index + 1].text == ":" and index + 2 == clauses.sentence.last:
            yield index, index + 1  # a list follows: "agreed to:"
            return
        if "to" in rule.takes and token.lower == "to" and _is_infinitive(clauses, index, trigger):
            if rule.id in OF_ONESELF and clauses[index - 1].pos in {"NOUN", "PROPN", "PRON"}:
                return
            yield _infinitives(clauses, index)
            return
        if token.lower in WH_WORDS and not _is_as_never_before(clauses, index):
            return
        if "for" in rule.takes and token.lower == "for" and index == trigger + 1:
            if _word_tag(clauses, index + 1) in NOUNLIKE | {"RB"}:
                yield to_end(clauses, index + 1)
            return
        if rule.id == APPROVING and index == trigger + 1 and token.tag == "VBG" and token.head == trigger:
            yield to_end(clauses, index)
            return
        deed = deed_agreed(clauses, trigger, index) if rule.id == AGREEING and token.lower == "for" else None
        if deed is not None:
            yield to_end(clauses, noun_phrase(clauses, deed)[0])
            return
        is_doing = _word_tag(clauses, index + 1) == "VBG" and clauses[index + 1].dep != "amod"  # not "neighbouring"
        if "to-ing" in rule.takes and token.lower in {"to", "on"} and is_doing:
            yield to_end(clauses, index + 1)
            return
        if "of-ing" in rule.takes and token.lower == "of" and _word_tag(clauses, index + 1) == "VBG":
            if lemma not in ENDS or index == trigger + 1:
                yield to_end(clauses, index + 1)
            return
        if rule.kind == "noun" and index == trigger + 1 and token.lower in AMOUNTING and is_sum_behind(clauses, index):
            yield noun_phrase(clauses, trigger)[0], to_end(clauses, index)[1]
            return
        if "of" in rule.takes and token.lower == "of" and index == trigger + 1 and clauses[trigger].lemma in OF_THINGS:
            if _word_tag(clauses, index + 1) in NOUNLIKE and not _names_maker(clauses, index):
                yield to_end(clauses, index + 1)
            return
        if "on-ing" in rule.takes and token.lower in {"on", "about", "over"} and _word_tag(clauses, index + 1) == "VBG":
            yield to_end(clauses, index + 1)
            return
        if "that" in rule.takes and token.lower == "that" and token.tag == "IN":
            if rule.kind == "noun" and index > trigger + 2 and clauses.lower(trigger + 1) not in MADE_BY:
                return
            agreed = to_end(clauses, index + 1, of_clause=True)
            yield agreed
            if rule.id in OF_ONE_MIND:
                yield from further_clauses(clauses, agreed[1])
            return
        if rule.kind == "noun" and token.lower == "on" and not is_reached(clauses, trigger):
            return
        if "on" in rule.takes and token.lower in {"on", "upon"} and not is_time(clauses, index):
            if _word_tag(clauses, index + 1) not in {"IN", "", "WP", "WRB", ",", "."}:
                start = noun_phrase(clauses, trigger)[0] if rule.kind == "noun" else index + 1
                yield start, to_end(clauses, index + 1)[1]  # of an accord on gas, the accord is what was agreed
            return
        if (
            "to-noun" in rule.takes
            and lemma not in TO_THINGS
            and token.lower == "to"
            and _word_tag(clauses, index + 1) in NOUNLIKE
        ):
            told = _told_that(clauses, index)
            if told is not None:
                yield to_end(clauses, told + 1, of_clause=True)
                return
            content = to_end(clauses, index + 1)
            if rule.kind != "adjective" or is_measured(clauses, content):
                yield content
            return
        given = _given_to(clauses, trigger, index) if "object" in rule.takes else None
        if given is not None and (rule.id == OFFERING or not rule.nouns):
            yield to_end(clauses, given)
            return
        is_object = clauses[index].head == trigger and token.dep == "dobj"
        if is_object and _is_told_it_would(clauses, trigger, index):
            return
        is_sum = is_object and clauses[trigger].tag != "VBG" and _is_sum(clauses, index)
        if "object" in rule.takes and is_object and (token.pos == "NOUN" or token.lower in rule.nouns or is_sum):
            first = noun_phrase(clauses, index)[0]
            if rule.nouns and not {token.lemma, token.lower} & rule.nouns and not (rule.id == OFFERING and is_sum):
                return
            if rule.id == OFFERING and is_only_sympathy(clauses, index):
                return
            if not is_time(clauses, first - 1) and not _is_infinitive_ahead(clauses, index, trigger):
                yield to_end(clauses, first)
                return
        if token.text == ":" and clauses.lower(index + 1) == "to":
            continue  # "the commitment made in Oslo: to refrain …"
        if token.text in {";", ":", "."} or (token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"}):
            return
        if token.tag == "VBG" and token.dep == "acl":
            return


def _is_as_never_before(clauses: Clauses, before: int) -> bool:
    """ "committed like never before to building a line": no time before which it was promised."""
    return clauses.lower(before) == "before" and clauses.lower(before - 1) in {"never", "ever"}


def awaited(clauses: Clauses, look: int) -> Iterator[Range]:
    """What "we look forward to": a measure ("the opening of an embassy") or a deed ("reopening the line").

    Not company, talks, or the mere deepening of ties, of which nobody could say that it was done.
    """
    if clauses.lower(look + 1) != "forward" or clauses.lower(look + 2) != "to":
        return
    first = next_word(clauses, look + 3)
    if clauses[first].tag == "VBG" and clauses.lower(first) not in NOMINAL:
        if clauses[first].lemma in AWAITED and clauses.child(first, "dobj") is not None:
            yield to_end(clauses, first)
        return
    noun = clauses.child(look + 2, "pobj")
    is_measure = noun is not None and clauses[noun].lemma in table().words["measures"] | UNDERTAKEN
    if noun is not None and is_measure and clauses.lower(noun + 1) == "of":
        yield to_end(clauses, noun_phrase(clauses, noun)[0])


def _bound_oneself(clauses: Clauses, verb: int) -> Iterator[Range]:
    """ "close the reactor" in "has bound itself to close the reactor"."""
    to = verb + 2
    if clauses.lower(verb + 1) in SELVES and clauses.lower(to) == "to" and _word_tag(clauses, to + 1) in {"VB", "VBP"}:
        yield _infinitives(clauses, to)


def _given_to(clauses: Clauses, verb: int, number: int) -> int | None:
    """Where the sum begins in "promised Chad $30 million", "offered Chad 250 engineers", read as one with the name."""
    token = clauses[number]
    whom = clauses[number - 1]
    if token.tag not in {"CD", "$"} or whom.tag != "NNP" or clauses[verb].tag == "VBG":
        return None
    is_dative = whom.dep == "dative" and whom.head == verb
    is_part = whom.dep in {"compound", "nmod"} and clauses[whom.head].head == verb and clauses[whom.head].dep == "dobj"
    return number if (is_dative or is_part) and names_party(clauses, whom.index) else None


def _is_sum(clauses: Clauses, noun: int) -> bool:
    """ "$30 million", "250 engineers": so many, or so much."""
    first = noun_phrase(clauses, noun)[0]
    return any(clauses[index].pos in {"NUM", "SYM"} or clauses[index].tag == "$" for index in range(first, noun + 1))


def _is_told_it_would(clauses: Clauses, verb: int, told: int) -> bool:
    """ "promised the rebels it would send food": the noun is who was promised it, and the clause what."""
    clause = clauses.child(verb, "ccomp")
    return clause is not None and clause > told and modal_of(clauses, clause) in {"will", "would", "shall"}


def _told_that(clauses: Clauses, to: int) -> int | None:
    """The "that" behind those to whom it was promised: "committed to the public that …"."""
    for index in range(to + 2, to + TOLD_WITHIN):
        if clauses.lower(index) == "that" and (clauses[index].tag == "IN" or clauses[index].dep == "mark"):
            return index
        if clauses[index].pos in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def _names_maker(clauses: Clauses, of: int) -> bool:
    """Whether "of" leads to whoever promises ("the pledge of the Danish cabinet"), not to what is promised."""
    first, last = clauses.subtree(of)
    return bool(within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end))


def _word_tag(clauses: Clauses, index: int) -> str:
    word = next_word(clauses, index)
    return clauses[word].tag if word in clauses else ""


def _is_infinitive(clauses: Clauses, to: int, trigger: int) -> bool:
    """Whether "to" opens what was promised, and not a purpose ("agreed on a fund to help …")."""
    verb = next_word(clauses, to + 1)
    if verb not in clauses or clauses[verb].tag not in {"VB", "VBP"} or verb - to > 3:
        return False
    if clauses.lower(to - 1) in WH_WORDS:
        return False
    if clauses[to - 1].text == ":":
        return True
    if clauses.lower(to - 1) == "or" and clauses[verb].dep == "conj":
        return False  # "has yet to impose the sanctions promised in May, or to close its port"
    between = [index for index in range(trigger + 1, to) if not _is_in_time(clauses, index)]
    if all(clauses[i].pos in {"ADV", "PART", "PUNCT"} or clauses.lower(i) in {"in", "principle"} for i in between):
        return True
    if clauses[trigger].dep in {"nsubjpass", "nsubj"} and clauses[trigger].tag.startswith("NN"):
        return clauses[trigger].head in {to - 1, clauses[verb].head}  # "agreement was reached (by all) to …"
    if clauses[trigger].lemma == "vote":
        return False  # "voted against a resolution calling on Oslo to …"
    if clauses.lower(trigger + 1) == "with" or any(clauses.lower(i) == "with" for i in between):
        return clauses[verb].head == trigger  # "agreed with Oslo to …"
    if [clauses.lower(i) for i in between[:1]] == ["at"] and clauses.lower(between[-1]) in SITTINGS:
        return True  # "agreed at talks on Thursday to …", wherever the parse hangs it
    is_left = clauses[trigger].lemma in WITHOUT_OBJECT and clauses.child(trigger, "dobj") is None
    return clauses[verb].head == trigger and clauses[verb].dep not in ({"relcl"} if is_left else {"advcl", "relcl"})


def _is_in_time(clauses: Clauses, index: int) -> bool:
    """Whether the word belongs to a time expression, or is the preposition before one."""
    return any(
        time.span.start <= clauses[word].start < time.span.end
        for word in (index, index + 1)
        if word in clauses and (word == index or clauses[index].pos == "ADP")
        for time in within(clauses.mentions.times, clauses.sentence.span.start, clauses.sentence.span.end)
    )


def _is_infinitive_ahead(clauses: Clauses, index: int, trigger: int) -> bool:
    return any(
        clauses.lower(i) == "to" and _is_infinitive(clauses, i, trigger) and clauses[clauses[i].head].head == trigger
        for i in range(index + 1, min(trigger + COMPLEMENT_WINDOW, clauses.sentence.last))
    )


def _past_listed_deeds(clauses: Clauses, verb: int, end: int) -> int:
    """The end behind ", set prisoners free and start talks": the second of three deeds, read as a verb of its own."""
    following = end + 1
    if clauses[verb].tag != "VB" or clauses[end].text != "," or clauses[following].tag not in {"VB", "VBP", "VBD"}:
        return end
    token = clauses[following]
    if token.lower != token.lemma or token.dep not in {"conj", "dep", "parataxis", "xcomp"}:
        return end
    if clauses.child(following, "nsubj", "nsubjpass") is not None:
        return end
    reach = range(following, min(following + LISTED_REACH, clauses.sentence.last))
    joint = next((index for index in reach if clauses.lower(index) == "and"), None)
    third = clauses[next_word(clauses, joint + 1)] if joint is not None else None
    if third is None or third.tag not in {"VB", "VBP", "VBD"} or third.lower != third.lemma:
        return end  # "agreed to withdraw, set up a base and left"
    return to_end(clauses, following)[1]


def _infinitives(clauses: Clauses, to: int) -> Range:
    """The promise after "to", with what is joined to it by "and to": three readers in four take these for one."""
    first = to if clauses.lower(to - 1) in {"not", "never"} else to + 1
    if clauses[first].text in QUOTES:
        first += 1
    start, end = to_end(clauses, first - 1 if first == to else first)
    end = _past_listed_deeds(clauses, first, end)
    while True:
        index = end
        while index in clauses and clauses.lower(index) in LIST_MARKS:
            index += 1
        verb = next_word(clauses, index + 1)
        is_joined = clauses.lower(index) == "to" and index > end and clauses[verb].tag in {"VB", "VBP"}
        if not is_joined or is_of_occasion(clauses, verb):
            return start, end
        end = to_end(clauses, index + 1)[1]
