"""Since when a status holds, and why: the date and the causes that the words tell with it."""

from aidememoire.claims.clauses import (
    CLIMB_LIMIT,
    SAYING,
    Clauses,
    Range,
    content_end,
    noun_phrase,
    opens_clause,
    subject_of,
    trimmed,
)
from aidememoire.claims.outcomes.status_subjects import opener_at
from aidememoire.claims.promises.grounds import within
from aidememoire.model import Span, When

BEFORE_COSTS = 40  # characters: a date before the trigger is taken only when it is that much nearer than one behind it
WANTING = frozenset({"lack", "want", "shortage", "fear", "absence", "dearth"})
FAR = 120  # characters: a date further off belongs to another clause
NOT_SINCE = frozenset({"until", "till", "to", "through", "by"})
SOON = frozenset({"shortly", "soon", "hours", "days", "weeks", "months", "immediately", "minutes"})


def cause_of(
    clauses: Clauses, trigger: int, subject: Span, *, is_failure: bool = False
) -> tuple[Span | None, tuple[Span, ...]]:
    """The cause in one run, and cause by cause: behind the trigger, or in the phrase that opens the sentence.

    ``is_failure``: what went wrong of itself went wrong because of what happened then ("collapsed when prices fell").
    """
    for index in range(trigger + 1, clauses.sentence.last):
        if clauses.lower(index) in {"and", "but", ";", "while", "as"} and opens_clause(clauses, index + 1):
            break
        start = _cause_from(clauses, index)
        if start is None and is_failure and clauses.lower(index) == "when" and _is_of_past(clauses, index + 1):
            start = index + 1
        if start is not None:
            return _cause_words(clauses, start, content_end(clauses, start))
    first = clauses.sentence.first
    start = _cause_from(clauses, first) or (
        first + 1 if is_failure and clauses.lower(first) in {"with", "amid"} else None
    )
    comma = next((i for i in range(first, trigger) if clauses[i].text == ","), None)
    if start is not None and comma is not None and start < comma:
        return _cause_words(clauses, start, comma)
    return _what_led_to_it(clauses, trigger)


def _what_led_to_it(clauses: Clauses, trigger: int) -> tuple[Span | None, tuple[Span, ...]]:
    """ "(the quarrel) led to the suspension of the pact", "(the raid) caused the collapse of the talks"."""
    above = clauses[trigger].head
    is_to = clauses[trigger].dep == "pobj" and clauses.lower(above) == "to" and clauses[above].dep == "prep"
    verb = clauses[above].head if is_to else above
    wanted = {"lead"} if is_to else {"cause", "prompt", "trigger", "provoke"}
    if clauses[verb].tag not in {"VBD", "VBN", "VBZ"} or clauses[verb].lemma not in wanted:
        return None, ()
    if (clauses[trigger].dep != "dobj") if not is_to else clauses.child(verb, "dobj", "dative") is not None:
        return None, ()  # "led us to the end of the pact"
    why = clauses.child(verb, "nsubj")
    if why is None or clauses[why].pos not in {"NOUN", "PROPN"}:
        return None, ()
    return _cause_words(clauses, *noun_phrase(clauses, why))


def _is_of_past(clauses: Clauses, index: int) -> bool:
    """Whether a clause in the past begins here, whatever the parse hangs it on."""
    for position in range(index, min(index + 8, clauses.sentence.last)):
        if clauses[position].dep in {"nsubj", "nsubjpass"}:
            return clauses[clauses[position].head].tag == "VBD"
    return False


def _cause_from(clauses: Clauses, index: int) -> int | None:
    """Where the cause begins if its opening stands here: "because of", "by breaking", not "after two days"."""
    if clauses.lower(index) == "by" and clauses[index + 1].tag == "VBG":
        return index + 1
    if clauses.lower(index) == "for" and clauses[index + 1].lemma in WANTING and clauses.lower(index + 2) == "of":
        return index + 1  # "for lack of money"
    length = opener_at(clauses, index)
    start = index + length
    if length == 0 or start not in clauses or _is_time(clauses, start):
        return None
    if clauses.lower(start) in {"that", "this"} and clauses[start].dep == "pobj":
        return None  # "twice after that": it had been told before
    if clauses[start].tag in {"WDT", "WP", "WRB"}:
        return None  # "after which they left" tells what followed
    is_done = clauses.lower(start) == "with"  # "is over with immediate effect"
    if clauses.lower(index) == "over" and (is_done or _is_topic(clauses, index) or clauses[index - 1].lemma in FEARS):
        return None  # "raising concerns over the truce"
    if clauses.lower(index) == "blaming" and clauses.lower(start + 1) in {"other", "another"}:
        return None  # "each blaming the other for it"
    if clauses.lower(index) == "after" and (clauses[start].tag == "VBD" or clauses.lower(index - 1) in SOON):
        return None
    return start


FEARS = frozenset({"concern", "fear", "doubt", "worry", "question", "alarm", "anxiety", "outrage"})
TALKED = frozenset({"talk", "negotiation", "consultation", "discussion", "dialogue", "round"})
# What one talks over, rather than breaks off talks over.
TALKED_OVER = frozenset(
    "agreement accord pact treaty deal contract dam border boundary frontier sovereignty status territory island sea "
    "river water waters gas oil fishery fishing future programme program constitution charter name terms".split()
)


def _is_topic(clauses: Clauses, index: int) -> bool:
    """Whether "over" tells what the talks are about ("ended talks over a trade pact"), not why they ended.

    "Talks over a raid" are none; "the talks were suspended over the pact" tells why.
    """
    about = clauses.child(index, "pobj")
    if about is None or clauses[about].lemma.lower() not in TALKED_OVER:
        return False
    for before in range(index - 1, max(index - TOPIC_REACH, clauses.sentence.first), -1):
        if clauses[before].lemma in TALKED:
            return True
        if clauses[before].text in {",", ";"} or (
            clauses[before].pos in {"VERB", "AUX"} and clauses[before].dep != "acl"
        ):
            return False
    return False


TOPIC_REACH = 8  # tokens from the talks to what they are over: "talks with the new government of Chad over"


def _cause_words(clauses: Clauses, start: int, end: int) -> tuple[Span | None, tuple[Span, ...]]:
    end = trimmed(clauses, start, _before_report(clauses, start, end))
    if end <= start or clauses[end - 1].pos in {"PUNCT", "DET"}:
        return None, ()
    return clauses.span((start, end)), tuple(clauses.span(part) for part in _split(clauses, start, end))


def _before_report(clauses: Clauses, start: int, end: int) -> int:
    """Where another report begins that was run into the sentence: "because of the raid Oslo said its envoy …"."""
    for index in range(start + 1, end):
        if clauses[index].tag not in {"VBD", "VBZ"} or clauses[index].lemma not in SAYING:
            continue
        teller = clauses.child(index, "nsubj")
        if teller is not None and start < teller < index:
            return noun_phrase(clauses, teller)[0]
    return end


def _is_time(clauses: Clauses, index: int) -> bool:
    start = clauses[index].start
    times = within(clauses.mentions.times, clauses.sentence.span.start, clauses.sentence.span.end)
    return any(time.span.start <= start < time.span.end for time in times)


def _split(clauses: Clauses, start: int, end: int) -> list[Range]:
    """ "A and B" as two causes, where each begins as a noun phrase of its own."""
    parts, first = [], start
    for index in range(start + 1, end - 1):
        if clauses.lower(index) != "and" or clauses[index + 1].pos not in {"DET", "PRON", "PROPN"}:
            continue
        if clauses[index + 1].pos == "PROPN" and clauses[index - 1].pos == "PROPN":
            continue
        parts.append((first, trimmed(clauses, first, index)))
        first = index + 1
    parts.append((first, end))
    return parts


def since_of(clauses: Clauses, trigger: int, subject: Span, cause: Span | None) -> tuple[When | None, Span | None]:
    """The nearest date in the sentence outside subject and cause; not one "until" which something holds."""
    mentions = clauses.mentions
    sentence = clauses.sentence.span
    at = clauses[trigger].start
    best: tuple[int, When, Span] | None = None
    for time in within(mentions.times, sentence.start, sentence.end):
        if time.when is None or time.type not in {"DATE", "TIME"} or time.span.overlaps(subject):
            continue
        before = mentions.report.text[max(sentence.start, time.span.start - 12) : time.span.start].split()
        is_owner = mentions.report.text[time.span.end : time.span.end + 2] in {"'s", "’s"}  # "as to today's breach"
        is_end = bool(before) and before[-1].lower() in NOT_SINCE and not is_owner
        if (cause is not None and time.span.overlaps(cause)) or is_end:
            continue
        if not _is_in_clause(clauses, trigger, time.span):
            continue
        distance = time.span.start - at if time.span.start > at else at - time.span.end + BEFORE_COSTS
        if best is None or distance < best[0]:
            best = (distance, time.when, time.span)
    return _finer(clauses, best[1], best[2]) if best and best[0] < FAR else (None, None)


def _finer(clauses: Clauses, when: When, words: Span) -> tuple[When, Span]:
    """The day that stands right behind a coarser time and lies in it: "a week earlier, on 3 June"."""
    mentions = clauses.mentions
    for time in within(mentions.times, words.end, words.end + NEXT_DATE):
        between = mentions.report.text[words.end : time.span.start].strip(" ,(–—-")
        if time.when is None or time.type != "DATE" or between not in {"", "on"} or time.span.start < words.end:
            continue
        is_within = when.first <= time.when.first and time.when.last <= when.last
        if is_within and time.when != when:
            return time.when, time.span
    return when, words


NEXT_DATE = 30  # characters from a coarser time to the end of the day that makes it finer


def _is_in_clause(clauses: Clauses, trigger: int, words: Span) -> bool:
    """Whether the words hang on the trigger, or on the verb that governs it, and not on another clause's verb."""
    own = {trigger} | {
        child for child in clauses.children.get(trigger, ()) if clauses[child].dep == "xcomp" and child > trigger
    }  # "ceased to be in force in May"
    is_when = any(clauses.lower(child) == "when" for child in clauses.children.get(trigger, ()))
    if not clauses[trigger].tag.startswith("VB") or clauses[trigger].dep in {"xcomp", "conj"}:
        own.add(_clause_verb(clauses, trigger))
    elif is_when:
        own |= {clauses[trigger].head, _clause_verb(clauses, trigger)}  # "left in May, when the treaty expired"
    above = clauses[trigger].head
    if clauses[trigger].dep == "pcomp" and clauses.lower(above) == "by":
        own.add(_clause_verb(clauses, trigger))  # "shocked Oslo today by ending the talks"
    if clauses[trigger].tag == "VBG" and clauses[trigger].dep == "ccomp" and clauses[above].lemma in SAYING:
        own.add(above)  # "said on Sunday that it was leaving the pact": whoever says so does it
    inside = [token.index for token in clauses.tokens if words.start <= token.start < words.end]
    if inside and _is_right_behind(clauses, trigger, inside[0]):
        return True
    return not inside or bool(own & set(inside)) or any(_clause_verb(clauses, index) in own for index in inside)


def _is_right_behind(clauses: Clauses, trigger: int, first: int) -> bool:
    """ "has been in force since 1953, Oslo recalled": what the parse takes for a clause of its own is none."""
    if clauses.lower(first - 1) != "since" or not trigger < first <= trigger + SINCE_REACH:
        return False
    return all(
        clauses[index].pos not in {"VERB", "PUNCT"} or clauses[index].tag == "VBG"
        for index in range(trigger + 1, first)
    )


SINCE_REACH = 7  # tokens from the trigger to the date behind "since"


def _clause_verb(clauses: Clauses, index: int) -> int:
    """The verb on which the word hangs, an auxiliary counted as its main verb; the topmost word where there is none."""
    for _ in range(CLIMB_LIMIT):
        token = clauses[index]
        if token.head not in clauses or token.head == index:
            return index
        index = token.head
        if clauses[index].pos == "VERB" or (
            clauses[index].pos == "AUX" and clauses[index].dep not in {"aux", "auxpass"}
        ):
            return index
    return index


SHORT = 14  # tokens; of so short a sentence the whole is the evidence


def evidence_of(clauses: Clauses, trigger: int, subject: Range, *told: Span | None) -> Span:
    """The clause that tells the status: whose deed, the deed, its subject, and the cause and date told with it."""
    sentence = clauses.sentence
    if sentence.last - sentence.first <= SHORT:
        return sentence.span
    verb = trigger if clauses[trigger].tag.startswith("VB") else _clause_verb(clauses, trigger)
    doer = subject_of(clauses, verb)
    first = min(subject[0], trigger)
    if doer is not None and doer < verb and first - noun_phrase(clauses, doer)[0] < REACH:
        first = min(first, noun_phrase(clauses, doer)[0])
    last = max(subject[1], trigger + 1, content_end(clauses, max(trigger, verb if verb > first else trigger)))
    last = min(last, _before_next_deed(clauses, verb, max(subject[1], trigger + 1)))
    start, end = clauses[first].start, clauses[last - 1].end
    end = max([end, *(span.end for span in told if span is not None)])
    start = min([start, *(span.start for span in told if span is not None)])
    return clauses.mentions.report.span(start, end)


def _before_next_deed(clauses: Clauses, verb: int, start: int) -> int:
    """Where "and" joins another deed of the same doer: "suspended the talks (and imposed sanctions)"."""
    for child in clauses.children.get(verb, ()):
        if clauses[child].dep == "conj" and clauses[child].pos == "VERB" and child > start:
            for index in range(child - 1, start - 1, -1):
                if clauses.lower(index) in {"and", "but"}:
                    return index
    return clauses.sentence.last


REACH = 25  # tokens from the doer to the deed; what is further off is the parser's error
