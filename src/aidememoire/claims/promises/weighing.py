"""How sure a promise is: the marks of its wording, each with a weight that was measured (``data/commitments.toml``).

A mark is a short phrase: the rule, the ground for the makers, what may be said against the promise. The weights add up
to log odds; whoever wants fewer or more promises moves ``CUT_OFF``.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from aidememoire.claims.clauses import Clauses, Range, is_negated, next_word, subject_of
from aidememoire.claims.promises.apportioned import does_each_a_share
from aidememoire.claims.promises.deadlines import deadline_of
from aidememoire.claims.promises.futures import is_laid_down_in, thing_done_by_nobody, thing_to_be_done, verb_after
from aidememoire.claims.promises.grounds import Ground, Makers, heads, is_state, parties_within, within
from aidememoire.claims.promises.owned import sayer_of
from aidememoire.claims.promises.programmes import is_one_persons
from aidememoire.claims.promises.promise_checks import governing_verb, is_made
from aidememoire.claims.promises.promise_contents import ONLY_TALKS, past_continue, why_no_promise
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.terms import is_instrument, is_owed
from aidememoire.model import BlockRole, Span

# Where precision and recall on the marked reports balance. Accepts "Italy will send two ships", "Italy agreed to talk";
# refuses "Baker will press Japan on its pledges", "the deal on the constitution".
CUT_OFF = 0.3
GUESSED_AT_MOST = 0.29
GUESSES = frozenset({f"ground {ground}" for ground in (Ground.PART, Ground.NEAR, Ground.FIRST)})
LONG = 30  # words; what is longer has swallowed another clause
SHORT = 3
BRIEF = 6
# "reaffirmed their commitment to …": oftener a stance than "made a commitment to …".
RESTATING = frozenset("reaffirm reiterate restate repeat renew underline underscore stress emphasize emphasise".split())
BECAUSE = frozenset({"because", "since", "as", "although", "while", "so"})
DOUBT = "said to be "
ACCOUNT = "in an account"
THREATENED = "threatened"
SOFT = frozenset(
    {"an effort", "goes on", "verb vague", "abstract"}
)  # "continue to support", "strive to": mere good will
DEEDS = frozenset({"verb checkable", "verb rare", "verb forgone"})
GIVING_BACK = "return"  # "return the ships" is a deed, "return to Oslo" a journey
SOFT_DEED = "soft deed"  # "uphold", "ensure", "promote": done at no time
HEAD_SENTENCES = 3
FACT_SHEET = re.compile(r"\W*fact ?sheet\b", re.IGNORECASE)
"""Accepts "FACT SHEET: New Steps", "Fact sheet on tuna"; refuses "Remarks on the fact sheet"."""
FESTIVE = re.compile(
    r"\b(?:Anniversary|Birthday|Congratulat|Proclamation|Greeting|Memorial|Remembrance|Awareness|Holiday|Week|Month|"
    r"(?:National|Independence|Constitution|Republic|Unity|Freedom|World|International) (?:\w+ )?Day|Day of)\b",
    re.IGNORECASE,
)
"""Accepts "Chad's Independence Day", "A Proclamation on National Reef Month"; refuses "Two days in Chad"."""
AHEAD = re.compile(r"\b(?:by|before|until|till|from) (?:the )?\Z", re.IGNORECASE)
"""Accepts "before", "by the", "from" right before a day; refuses "on"."""
TRUCES = frozenset({"ceasefire", "truce", "armistice", "cease-fire"})
HEADLINE = 90  # characters at a text's head that stand for the title it lacks
# The lists that tell one kind of verb from another; the first that has a verb counts.
VERB_CLASSES = (
    "hostile",
    "occasions",
    "forgone",
    "stances",
    "speaks",
    "befalls",
    "moves",
    "vague",
    "checkable",
    "efforts",
)


def confidence_of(marks: Iterable[str]) -> float:
    """The share of promises with these marks that a reader would mark too; 0–1.

    Where the makers are only guessed it stays below what is proposed: of such guesses one in four was right.
    """
    weights = table().weights
    share = 1 / (1 + math.exp(-sum(weights.get(mark, 0.0) for mark in weighed(marks))))
    return min(share, GUESSED_AT_MOST) if GUESSES & set(marks) else share


def weighed(marks: Iterable[str]) -> tuple[str, ...]:
    """The marks as they are weighed: in a government's own account each once more, as a mark of accounts.

    There "we will work with …", what is quoted, what is ordered is oftener good will than in the news.
    """
    found = tuple(marks)
    if ACCOUNT not in found:
        return found
    return (*found, *(f"{mark} {ACCOUNT}" for mark in found if mark != ACCOUNT))


def marks_of(
    rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers, doubt: str | None = None
) -> tuple[str, ...]:
    """What speaks for and against the promise, in a fixed order; ``doubt``: why its wording alone would refuse it."""
    found = _marks(rule, clauses, trigger, content, makers)
    return tuple(dict.fromkeys((*found, *((f"{DOUBT}{doubt}",) if doubt else ()))))


def doubt_in(marks: Iterable[str]) -> str | None:
    """Why the promise's wording alone would refuse it; None where nothing speaks against that."""
    found = next((mark.removeprefix(DOUBT) for mark in marks if mark.startswith(DOUBT)), None)
    return found or ("a meeting" if f"why {ONLY_TALKS}" in marks else None)


def _marks(rule: Rule, clauses: Clauses, trigger: int, content: Range, makers: Makers) -> Iterator[str]:
    is_joint = makers.are_several
    yield "any"
    yield f"rule {rule.id}"
    if len(rule.lemmas) > 1:
        yield f"{rule.id} by {clauses[trigger].lemma}"
    yield f"{rule.id} as {clauses[trigger].tag}"
    yield f"ground {makers.ground}"
    yield f"{rule.kind} ground {makers.ground}"
    why = why_no_promise(rule, clauses, content, is_joint=is_joint)
    if why:
        yield f"why {why}"
    if not is_made(rule, clauses, trigger):
        yield "only spoken of"
        yield f"{rule.id} only spoken of"
    if rule.kind == "noun":
        yield f"under {clauses[governing_verb(clauses, trigger)].lemma}"
    if rule.kind == "noun" and clauses[governing_verb(clauses, trigger)].lemma in RESTATING:
        yield "restated"
    if rule.kind == "noun" and _is_to_be_kept(clauses, trigger, content):
        yield "to be kept"
    if is_joint:
        yield "joint"
    yield from _of_place(rule, clauses, trigger)
    if deadline_of(clauses, trigger, content).when is not None:
        yield "a deadline"
    of_content = tuple(_of_content(rule, clauses, content))
    yield from of_content
    if makers.ground is Ground.VOICE and rule.kind in {"future", "adjective", "noun"}:
        yield from (f"{mark} in one voice" for mark in of_content if mark in SOFT)
        yield from (f"{rule.kind} {mark} in one voice" for mark in of_content if mark.startswith(("verb ", "a thing")))
        if rule.kind == "noun" and _is_definite_deed(of_content):
            yield "noun deed in one voice"
    if rule.kind in {"future", "doing", "due"}:
        yield from _of_future(rule, clauses, trigger, makers)
    if makers.ground is Ground.VOICE:
        yield f"{rule.kind} in one voice"
        if why:
            yield f"{why} in one voice"
    elif clauses.mentions.report.side is None:
        yield "news"
    if rule.kind in {"future", "doing", "due"} and _is_fact_sheet(clauses):
        yield "future in a fact sheet"
    yield from _of_the_text(rule, clauses, trigger, of_content)
    if clauses.sentence.index < HEAD_SENTENCES:
        yield "head"
    if clauses.sentence.index == 0 and clauses[clauses.sentence.last - 1].text not in {".", "!", "”", '"'}:
        yield "title"
    block = clauses.mentions.report.blocks[clauses.sentence.block]
    if block.role in {BlockRole.HEADING}:
        yield "heading"
    if _is_quoted(clauses, trigger):
        yield "quoted"
    if clauses[trigger].tag in {"VBZ", "VBP"} and rule.kind == "verb":
        yield "present"
    if clauses[trigger].tag == "VBG":
        yield "doing it"
    if clauses[trigger].tag == "VBN" and clauses[trigger].dep == "acl":
        yield "background"
    if rule.kind == "announcement" and clauses.child(trigger, "dobj") in _truces(clauses, content):
        yield "a truce"
    if clauses[trigger].lemma == "vote" and "verb checkable" in of_content and _is_of_an_organisation(makers):
        yield "a body votes"
    if rule.kind == "terms" and clauses.lower(content[0] - 1) not in {"for", "to", "that"}:
        yield "terms as object"


def _truces(clauses: Clauses, content: Range) -> tuple[int, ...]:
    """ "announced an immediate truce", "declared a ceasefire on Friday": short words for a deed that can be checked.

    Not "has announced truces before", nor "an end to the truce".
    """
    return tuple(i for i in range(*content) if clauses[i].lemma in TRUCES and clauses[i].tag == "NN")


def _is_of_an_organisation(makers: Makers) -> bool:
    """Whether it is a body of several states that decides, not one state's parliament."""
    return makers.ground is Ground.NAMED and all(not is_state(code) for code in makers.codes)


def _of_the_text(rule: Rule, clauses: Clauses, trigger: int, of_content: tuple[str, ...]) -> Iterator[str]:
    """What kind of text it stands in, and how the softness of its words tells there."""
    report = clauses.mentions.report
    if report.side is None:
        return
    yield ACCOUNT
    yield from (f"{rule.kind} {mark}" for mark in of_content if mark in SOFT)
    if FESTIVE.search(report.title or report.text[:HEADLINE]):
        yield "in a greeting"
    parties = clauses.mentions.parties
    if rule.kind == "future" and (not parties or parties[0].span.start >= clauses.sentence.span.end):
        yield "before any party is named"


def _is_definite_deed(of_content: tuple[str, ...]) -> bool:
    """ "our commitment to phase out the levy"; not "to upholding peace", "to ensure growth", "to cooperation"."""
    marks = set(of_content)
    return bool(marks & DEEDS) and not marks & (SOFT | {SOFT_DEED, "short"})


def _is_to_be_kept(clauses: Clauses, noun: int, content: Range) -> bool:
    """ "urged Oslo to fulfil its commitment to fill the seats": whatever it is called, a deed was promised."""
    first = next_word(clauses, content[0])
    is_deed = clauses[first].tag == "VB" and not _is_abstract(clauses, first) and not _is_effort(clauses, first)
    words = table().words
    return (
        is_deed
        and clauses.lower(clauses[noun].head) != "without"  # "broke off without a pledge to …"
        and clauses[governing_verb(clauses, noun)].lemma in words["fulfils"]
        and clauses[first].lemma not in words["vague"] | words["stances"] | words["befalls"]
    )


def _is_fact_sheet(clauses: Clauses) -> bool:
    """Whether the text is a list of what a government does, as its heading says."""
    report = clauses.mentions.report
    return bool(FACT_SHEET.match(report.title or "") or FACT_SHEET.match(report.text))


def _of_place(rule: Rule, clauses: Clauses, trigger: int) -> Iterator[str]:
    """Where in the sentence and the text it stands."""
    verb = trigger
    if rule.kind == "future":
        verb = verb_after(clauses, trigger) or trigger
    elif rule.kind in {"noun", "adjective"}:
        verb = governing_verb(clauses, trigger)
    dep = clauses[verb].dep
    place = {"relcl": "relative", "acl": "relative", "advcl": "aside", "ccomp": "reported", "conj": "joined"}.get(dep)
    if rule.kind == "future" and is_laid_down_in(clauses, verb):
        yield "laid down"
    elif place is not None:
        yield f"{place} clause"
    if any(clauses.lower(child) == "had" for child in clauses.children.get(verb, ()) if child < verb):
        yield "past perfect"


def _of_content(rule: Rule, clauses: Clauses, content: Range) -> Iterator[str]:
    words = content[1] - content[0]
    if words < SHORT:
        yield "short"
    elif words <= BRIEF:
        yield "brief"
    if words > LONG:
        yield "long"
    first = _deed_promised(rule, clauses, content)
    if clauses[first].tag in {"VB", "VBG", "VBP"} and rule.kind != "signing":  # "agreements on …, fighting crime"
        yield from _of_verb(rule, clauses, past_continue(clauses, first))
        if clauses[first].lemma == "continue":
            yield "goes on"
        if _is_abstract(clauses, past_continue(clauses, first)):
            yield "abstract"
        if _is_effort(clauses, first):
            yield "an effort"
    else:
        yield "a thing"
        yield f"{rule.id} a thing"
    if clauses.lower(content[0]) in {"not", "never", "n't", "n’t"}:
        yield "not to"
    extent = clauses.span(content)
    if _names_past_day(clauses, extent):
        yield "a day past"
    if any(clauses[i].pos == "NUM" for i in range(*content)):
        yield "a number"
    if {clauses[i].lemma for i in range(*content)} & table().words["money"]:
        yield "a sum"
    if {clauses.lower(i) for i in range(*content)} & {"if", "unless"}:
        yield "a condition"
    if parties_within(clauses.mentions, extent.start, extent.end):
        yield "names a party"


def _deed_promised(rule: Rule, clauses: Clauses, content: Range) -> int:
    """The first word of what is promised; of "an assurance that it would send ships" the deed "send"."""
    first = next_word(clauses, content[0])
    if rule.kind != "noun" or clauses.lower(content[0] - 1) != "that":
        return first
    modal = next((index for index in range(*content) if clauses.lower(index) in {"will", "would"}), None)
    deed = clauses[modal].head if modal is not None else first
    subject = clauses.child(deed, "nsubj", "nsubjpass")
    is_clause = subject is not None and clauses.subtree(subject)[0] == first
    return deed if is_clause and deed in range(*content) else first


def _is_abstract(clauses: Clauses, verb: int) -> bool:
    """ "promote growth", "tackle these threats": what is done to a thing of which no one could say that it is done."""
    done = clauses.child(verb, "dobj", "ccomp")
    if done is None:
        prep = clauses.child(verb, "prep")
        done = clauses.child(prep, "pobj") if prep is not None else None
    if done is not None and clauses[done].pos in {"VERB", "AUX"}:
        done = clauses.child(done, "nsubj", "nsubjpass")
    return done is not None and clauses[done].lemma in table().words["abstract"]


def _is_effort(clauses: Clauses, verb: int) -> bool:
    """ "strive to …", "step up efforts", "continue our cooperation": nothing that would be done at some time."""
    words = table().words
    verb = past_continue(clauses, verb)
    done = clauses.child(verb, "dobj")
    return clauses[verb].lemma in words["efforts"] or (
        done is not None and clauses[done].lemma in words["undertakings"]
    )


def _of_verb(rule: Rule, clauses: Clauses, verb: int) -> Iterator[str]:
    words = table().words
    lemma = clauses[verb].lemma
    is_giving_back = lemma == GIVING_BACK and clauses.child(verb, "dobj") is not None
    kind = "checkable" if is_giving_back else next((name for name in VERB_CLASSES if lemma in words[name]), "rare")
    if kind in {"hostile", "forgone"}:
        is_forgone = is_negated(clauses, verb)
        if is_forgone and rule.kind == "future":
            yield "refuses" if lemma in words["refused"] else "forgoes"
        kind = "forgone" if is_forgone else "hostile" if kind == "hostile" else "checkable"
    yield f"verb {kind}"
    yield f"{rule.kind}: {kind}"
    if lemma in words["transitive"]:
        yield SOFT_DEED
    if clauses.child(verb, "dobj", "prep", "ccomp", "xcomp", "dative") is None:
        yield "nothing behind it"


def _names_past_day(clauses: Clauses, extent: Span) -> bool:
    """ "the tariffs on March 8", told in April: that has been done; not "by March 8", which is still to come."""
    on = clauses.mentions.on
    times = within(clauses.mentions.times, extent.start, extent.end) if on is not None else ()
    text = clauses.mentions.report.text
    return any(
        time.type == "DATE"
        and time.when is not None
        and time.when.last < on
        and not AHEAD.search(text, extent.start, time.span.start)
        for time in times
    )


def _of_future(rule: Rule, clauses: Clauses, trigger: int, makers: Makers) -> Iterator[str]:
    verb = (verb_after(clauses, trigger) or trigger) if rule.kind == "future" else trigger
    if clauses.lower(trigger) in {"would", "'d"}:
        yield "would"
    if clauses[verb].dep in {"relcl", "acl"} and not is_laid_down_in(clauses, verb):
        yield "of a relative clause"
    if any(clauses.lower(child) in BECAUSE for child in clauses.children.get(verb, ()) if child < verb):
        yield "as a reason"
    if rule.kind == "future" and thing_to_be_done(clauses, verb) is not None:
        yield "of a thing"
    if is_negated(clauses, verb):
        yield "future not"
    if rule.kind == "future" and thing_done_by_nobody(clauses, verb) is not None:
        yield "done by nobody"
    if clauses[verb].dep == "ccomp" and clauses[clauses[verb].head].lemma in table().words["threatens"]:
        yield THREATENED
    if rule.kind in {"future", "due"} and does_each_a_share(clauses, verb, makers):
        yield "each does a share"
    said_by = _sayer(clauses, verb, makers)
    yield f"{rule.kind} said by {said_by}"
    if said_by != "nobody":
        saying = clauses[clauses[verb].head if clauses[verb].dep == "conj" else verb].head
        yield f"said with {clauses[saying].lemma}"
    if is_one_persons(clauses, verb):
        yield "of a person"
        yield f"of a person, said by {said_by}"
    subject = subject_of(clauses, verb)
    if rule.kind == "future" and is_instrument(clauses, subject):
        yield "by its terms"
    if rule.kind == "future" and is_owed(clauses, trigger):
        yield "owed by treaty" if _is_definite(clauses, verb) else "owed in general"
    if subject is not None:
        pos = clauses[subject].pos
        yield f"subject {pos}"
        if clauses.lower(subject) in {"we", "i"}:
            yield f"subject {clauses.lower(subject)}"


def _is_definite(clauses: Clauses, verb: int) -> bool:
    """Whether what a treaty lays down could be checked: no "promote cooperation", no "make every effort"."""
    words = table().words
    done = clauses.child(verb, "dobj")
    is_soft = clauses[verb].lemma in words["vague"] | words["efforts"] | words["stances"] or (
        done is not None and clauses[done].lemma in words["undertakings"]
    )
    behind = range(verb, clauses.subtree(verb)[1])
    return not is_soft or any(clauses[index].pos == "NUM" for index in behind)


def _sayer(clauses: Clauses, verb: int, makers: Makers) -> str:
    """Who says that it will be done: its own party, another, somebody of no party; nobody."""
    sayer = sayer_of(clauses, verb)
    if sayer is None:
        return "nobody"
    first, last = clauses.subtree(sayer)
    extent = clauses.span((first, last))
    codes = {party.code for party in parties_within(clauses.mentions, extent.start, extent.end)}
    for person in within(clauses.mentions.persons, extent.start, extent.end):
        if party := clauses.mentions.actors[person.actor].party:
            codes.add(party)
    if codes & set(makers.codes):
        return "itself"
    if clauses[sayer].pos == "PRON":
        return "he"
    if not codes and clauses.lower(sayer) in heads()["state_heads"] | heads()["own_bodies"]:
        owner = clauses.child(sayer, "poss")
        if owner is None or clauses[owner].tag == "PRP$":
            return "its official"  # "…, its interior minister said", "…, the foreign ministry said"
    return "another" if codes else "somebody"


def _is_quoted(clauses: Clauses, index: int) -> bool:
    at, quotations = clauses[index].start, clauses.mentions.quotations
    last = bisect_left(quotations, at + 1, key=lambda quotation: quotation.span.start) - 1
    return last >= 0 and quotations[last].is_speech and at < quotations[last].span.end
