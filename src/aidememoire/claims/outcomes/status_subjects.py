"""What a status is of: the words that name the dialogue, agreement or commitment, and which of these it is."""

import re
from functools import lru_cache

from aidememoire.claims.clauses import (
    FINITE,
    QUOTES,
    Clauses,
    Range,
    content_end,
    noun_phrase,
    trimmed,
)
from aidememoire.claims.outcomes.status_rules import table
from aidememoire.claims.outcomes.status_times import tells_when
from aidememoire.claims.promises.grounds import parties_within, within
from aidememoire.model import (
    SubjectType,
)

NAME_REACH = 60  # characters around a noun in which the name of a format may begin or end
OCCASIONS = frozenset({"meeting", "meetings", "summit", "summits", "session", "sessions", "consultation"})
QUANTITIES = frozenset(
    {"few", "some", "most", "many", "part", "number", "all", "several", "none", "half", "majority", "series"}
    | {"days", "weeks", "months", "years", "implementation", "execution", "application"}
    | {"spirit", "letter", "fraction", "portion", "third", "quarter", "drafting", "preparation", "fulfilment"}
    | {"any", "provision", "stipulation", "operation", "activity", "activities", "regime"}
    | {"one", "each", "side", "end", "validity", "terms", "provisions", "principles", "work", "rounds", "share"}
    | {"article", "articles", "clause", "clauses", "paragraph", "paragraphs", "point", "points", "limits"}
    | {"stipulations", "bulk", "rest", "remainder", "core", "elements", "aspects", "parts", "condition", "conditions"}
)
UNDONE_WINDOW = 5


def type_of(clauses: Clauses, head: int) -> SubjectType | None:
    """What sort of thing the noun names: dialogue, agreement, commitment; None for all else.

    "Resolution 1718" and "some of the agreements" are of the type of their noun; a meeting only with the name of its
    format ("the meeting in the two-plus-two format").
    """
    if head not in clauses:
        return None
    token = clauses[head]
    types = table().types
    if is_promised(clauses, head):
        return SubjectType.COMMITMENT
    for mention in within(clauses.mentions.dialogues, token.start - NAME_REACH, token.end + NAME_REACH):
        if mention.span.start <= token.start < mention.span.end:
            return SubjectType.DIALOGUE
    if token.lower in OCCASIONS and (_names_format(clauses, head) or _is_series(clauses, head)):
        return SubjectType.DIALOGUE
    if token.tag in {"NNP", "NNPS"} and token.lower in table().named:
        return SubjectType.DIALOGUE
    if token.text == "Article" and clauses[head + 1].text.isdigit():
        return SubjectType.AGREEMENT  # "honoured Article 5"
    if (clauses.lower(head - 1), token.lower) in {("road", "map"), ("road", "maps"), ("customs", "union")}:
        return SubjectType.AGREEMENT
    if token.text.isdigit() and head - 1 in clauses:
        return types.get(clauses.lower(head - 1)) or (SubjectType.DIALOGUE if _is_group(clauses, head - 1) else None)
    if token.lower in {"rights", "privileges"} and clauses.lower(head - 1) in {"membership", "voting"}:
        return SubjectType.DIALOGUE
    if _is_group(clauses, head):
        return SubjectType.DIALOGUE
    core = core_of(clauses, head)
    if core != head:
        return type_of(clauses, core)
    if token.text in table().names:
        return SubjectType.AGREEMENT  # "the limits of New START"
    if token.text.isupper() and token.pos in {"NOUN", "PROPN"} and len(token.text) > 1:
        return short_forms(clauses.mentions.report.text).get(token.text) or types.get(token.lower)
    kind = _type_by_noun(clauses, head)
    if kind is None and _is_signed(clauses, head):
        return SubjectType.AGREEMENT
    return kind or (SubjectType.COMMITMENT if is_announced(clauses, head) else None)


def _is_signed(clauses: Clauses, head: int) -> bool:
    """ "the guidelines it signed with Chad", "rules concluded by Chad and Niger": what parties sign is an agreement."""
    if clauses[head].pos != "NOUN" or clauses.lower(head) in NOT_PROMISED:
        return False
    for child in clauses.children.get(head, ()):
        token = clauses[child]
        if token.lemma in {"sign", "conclude", "negotiate"} and token.dep in {"relcl", "acl"} and token.pos == "VERB":
            first, last = clauses.subtree(child)
            last = min(last, child + SIGNED_REACH)
            return bool(parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end))
    return False


SIGNED_REACH = 8  # tokens from "signed" to with whom


def _is_group(clauses: Clauses, head: int) -> bool:
    """ "working groups", "the High-Level Group", "Group of Friends", "Task Force": bodies that states set up."""
    word, before = clauses.lower(head), clauses.lower(head - 1)
    if word in {"group", "groups", "force", "forces"} and before in {"working", "contact", "task"}:
        return before != "task" or not word.startswith("group")
    if word not in {"group", "groups"}:
        return False
    is_name = clauses[head].text[:1].isupper()
    return (is_name and before in GROUPED) or (clauses.lower(head + 1), clauses.lower(head + 2)) == ("of", "friends")


GROUPED = frozenset("level steering expert study core support negotiating coordination consultative joint".split())


def _type_by_noun(clauses: Clauses, head: int) -> SubjectType | None:
    token, types = clauses[head], table().types
    if token.lower == "processes":
        return None  # "the processes are under way" are of all sorts
    if token.lemma == "process" and not _is_known_process(clauses, head):
        return None
    if token.lemma == "mission" and not _is_known_mission(clauses, head):
        return None
    if (whole := whole_word(clauses, head)) != token.lower and whole in types:
        return types[whole]
    return types.get(token.lower) or (types.get(token.lemma) if token.lower != "plans" else None)


def whole_word(clauses: Clauses, index: int) -> str:
    """The word with what a hyphen joins before it, which the tokens part: "co-operation", "pull-back"."""
    joint, first = clauses[index - 1], clauses[index - 2]
    if joint.text == "-" and joint.end == clauses[index].start and first.end == joint.start and index - 2 in clauses:
        return f"{first.lower}-{clauses.lower(index)}"
    return clauses.lower(index)


def last_part(clauses: Clauses, index: int) -> int:
    """The index of the last part of a word that hyphens part: "operation" for the "co" of "co-operation"."""
    while clauses[index + 1].text == "-" and clauses[index].end == clauses[index + 1].start and index + 2 in clauses:
        if clauses[index + 2].start != clauses[index + 1].end or clauses[index + 2].pos not in {"NOUN", "PROPN"}:
            break
        index += 2
    return index


def _is_known_mission(clauses: Clauses, head: int) -> bool:
    """Whether the mission is one that was agreed ("the mission", "an observer mission"), not "combat missions"."""
    first, last = noun_phrase(clauses, head)
    words = {clauses.lower(index) for index in range(first, last)}
    if clauses[head].tag == "NNS" or words & table().warlike:
        return False
    return clauses.lower(first) in {"the", "its", "their", "this"} or bool(words & table().peaceful)


def _is_known_process(clauses: Clauses, head: int) -> bool:
    """Whether the process is between parties: "peace process", "process of consultations", not "screening process"."""
    first, last = noun_phrase(clauses, head)
    words = {clauses.lower(index) for index in range(first, max(last, head + 3))}
    if words & table().processes or clauses[head].tag == "NNP":
        return True
    return bool(parties_within(clauses.mentions, clauses[first].start, clauses[head].end))


def loose_type_of(clauses: Clauses, head: int, *, is_own: bool = False) -> SubjectType | None:
    """The type of a noun that names a deal only beside a party's name: "trade rules of the WTO", "the AU's bid".

    ``is_own``: or beside "its", "their".
    """
    core = clauses[core_of(clauses, head)]
    kind = table().loose.get(core.lower) or table().loose.get(core.lemma)
    if kind is None:
        return None
    first, last = noun_phrase(clauses, head)
    words = {clauses.lower(index) for index in range(first, last)}
    if kind is SubjectType.DIALOGUE and not words & (table().mediating | table().joint):
        return None
    named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
    if core.lemma == "rule" and words & RULED:
        return kind
    if any(party.span.start <= core.start < party.span.end for party in named):
        return None  # the African Union is a party, no deal of hers
    return kind if named or words & table().joint or (is_own and words & {"its", "their"}) else None


def shared_type_of(clauses: Clauses, head: int) -> SubjectType | None:
    """The type of what states do together, where the phrase says so: "the joint patrols", "a line between A and B"."""
    core = clauses[core_of(clauses, head)]
    kind = table().shared.get(core.lower) or table().shared.get(core.lemma)
    if kind is None or core.tag in {"NNP", "NNPS"}:
        return None
    first, last = noun_phrase(clauses, head)
    words = {clauses.lower(index) for index in range(first, core.index)}
    if words & SHARED:
        return kind
    named = parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end)
    return kind if len({party.code for party in named}) > 1 else None


SHARED = frozenset(
    "joint bilateral trilateral tripartite mixed bicommunal three-way two-way cross-border common".split()
)


RULED = frozenset({"trade", "wto", "gatt", "international"})  # whose rules states agreed among themselves


def is_verbal(clauses: Clauses, index: int) -> bool:
    """Whether the word is a verb and no participle before a noun ("the stalled talks")."""
    return clauses[index].tag.startswith("VB") and (
        clauses[index].dep != "amod" or clauses.child(index, "aux", "auxpass", "nsubjpass") is not None
    )


def is_named(clauses: Clauses, head: int) -> bool:
    """Whether the noun is written as a name, or its phrase names a party."""
    first, last = noun_phrase(clauses, head)
    if clauses[head].tag in {"NNP", "NNPS"}:
        return True
    return bool(parties_within(clauses.mentions, clauses[first].start, clauses[last - 1].end))


@lru_cache(maxsize=16)
def short_forms(text: str) -> dict[str, SubjectType]:
    """Short form → what it stands for, where the text says so: "the Tin Trade Dialogue (TTD)"."""
    types, named = table().types, table().named
    found: dict[str, SubjectType] = {}
    for match in SHORT_FORM.finditer(text):
        for word in reversed(text[max(0, match.start() - NAME_REACH) : match.start()].split()):
            if word[:1].islower() and word not in JOINING:
                break
            lower = word.strip(",").lower()
            kind = types.get(lower) or (SubjectType.DIALOGUE if lower in named else None)
            if kind is not None and word[:1].isupper():
                found.setdefault(match.group(1), kind)
                break
    return found


SHORT_FORM = re.compile(r"\([“\"]?([A-Z][A-Za-z]{0,8}[A-Z])[”\"]?\)")
JOINING = frozenset({"of", "the", "and", "on", "for", "in", "to", "with"})


def is_promised(clauses: Clauses, head: int) -> bool:
    """Whether the phrase says of the thing that it was promised: "the drill that they agreed", "the promised aid"."""
    is_sum = clauses[head].pos == "NUM" and clauses.child(head, "quantmod", "nmod") is not None
    if clauses[head].pos != "NOUN" and clauses.lower(head) not in {"everything", "all"} and not is_sum:
        return False
    if _is_one_occasion(clauses, head):
        return False
    for child in clauses.children.get(head, ()):
        token = clauses[child]
        if token.lemma not in table().promising or token.dep not in {"relcl", "acl", "amod"}:
            continue
        doer = clauses.child(child, "nsubj")
        if token.dep == "relcl" and (doer is None or clauses[doer].tag in {"WDT", "WP"}):
            continue  # "the minister who promised"
        if token.tag in {"VBN", "VBD"} and (
            token.dep == "relcl" or clauses.lower(child + 1) not in {"to", "on"} or clauses[child + 2].pos == "ADP"
        ):
            return True
    return False


def is_announced(clauses: Clauses, head: int) -> bool:
    """Whether the words behind the noun say that it was promised, whatever the parse hangs them on.

    "the bridge at Comoro promised in 2009", "crossings, announced in May, have not opened", "payments due in June".
    """
    token = clauses[head]
    if token.pos != "NOUN" or token.lower in NOT_PROMISED or clauses[token.head].lemma in table().promising:
        return False
    if _is_one_occasion(clauses, head):
        return False
    known = table().promising | table().announcing
    for index in range(head + 1, head + PROMISED_REACH):
        word = clauses[index]
        if index not in clauses or word.text in {";", ":"} or (word.tag in FINITE and word.lemma not in known):
            return _is_to_be(clauses, head, index)
        if word.lemma not in known or word.lower in {"offer", "promise", "pledge"}:
            continue
        if word.head == index or word.dep in {"ROOT", "ccomp", "conj"} or clauses.lower(index + 1) == "that":
            return False
        before = clauses[index - 1]
        is_participle = word.tag in {"VBN", "VBD", "JJ"} and (
            before.pos in {"NOUN", "PROPN", "NUM"} or before.text == ","
        )
        return is_participle and clauses.lower(index + 1) not in {"to", "not"} and index != token.head
    return False


def _is_one_occasion(clauses: Clauses, head: int) -> bool:
    """ "a visit, announced for May", "the meeting agreed on Monday": a meeting that is to be, and no promise."""
    return clauses.lower(head) in ONE_OCCASION


ONE_OCCASION = frozenset({"visit", "trip", "journey", "tour", "meeting", "summit", "conference", "session", "call"})
NOT_PROMISED = frozenset(
    "man men woman people minister ministers president official officials government state side".split()
)
PROMISED_REACH = 9  # tokens behind the noun


def _is_to_be(clauses: Clauses, head: int, verb: int) -> bool:
    """ "the link that was to reopen in May", "drills which were to have begun": expected, as somebody agreed."""
    opens = bool({"that", "which", "had"} & {clauses.lower(index) for index in range(head + 1, verb)})
    is_be = clauses[verb].lemma == "be" and clauses[verb].tag == "VBD"
    is_be = is_be and bool({"to", "due"} & {clauses.lower(verb + 1), clauses.lower(verb + 2)})
    return opens and is_be and verb - head < TO_BE_REACH


TO_BE_REACH = 5  # tokens from the noun to "which was to"


def is_left_undone(clauses: Clauses, verb: int) -> bool:
    """Whether something expected was not done: "has not been", "was never", "has yet to be", "is not carried out"."""
    before = {clauses.lower(index) for index in range(verb - UNDONE_WINDOW, verb)}
    if clauses.lower(verb - 1) == "not" and clauses.lower(verb - 2) in {"is", "are"} and clauses[verb].tag == "VBN":
        return True
    return bool(before & {"not", "never", "n't", "n’t", "yet"}) and bool(before & {"has", "have", "had", "never"})


def _is_series(clauses: Clauses, head: int) -> bool:
    """Whether the plural names occasions that come again: "the three-way summits", "regular meetings"."""
    first, _ = noun_phrase(clauses, head)
    return clauses[head].tag == "NNS" and bool(table().recurring & {clauses.lower(i) for i in range(first, head)})


def is_undone_deed(clauses: Clauses, head: int) -> bool:
    """Whether the noun names a joint undertaking, which is a commitment when it is told not to have been done."""
    first, _ = noun_phrase(clauses, head)
    return clauses[head].lemma in table().deeds or "joint" in {clauses.lower(i) for i in range(first, head)}


def core_of(clauses: Clauses, head: int) -> int:
    """The noun that is counted: "agreements" in "some of the agreements"; else the head itself."""
    is_title = (
        clauses[head].text in {"Status", "Cessation"} and clauses[head].pos == "PROPN"
    )  # "Status of Forces Agreement"
    if clauses.lower(head) in QUANTITIES or is_title:
        preposition = clauses.child(head, "prep")
        inner = clauses.child(preposition, "pobj") if preposition is not None else None
        if inner is not None:
            return inner
    if clauses.lower(head) == "regime" and clauses.lower(head - 1) in TRUCES and clauses[head - 1].head == head:
        return head - 1  # "the ceasefire regime", as translators call a ceasefire
    return head


TRUCES = frozenset({"ceasefire", "truce", "armistice", "fire"})


def _names_format(clauses: Clauses, head: int) -> bool:
    first, last = noun_phrase(clauses, head)
    start, end = clauses[first].start, clauses[min(last, clauses.sentence.last) - 1].end + NAME_REACH
    return any(mention.span.start < end for mention in within(clauses.mentions.dialogues, start, end))


def subject_words(clauses: Clauses, head: int, trigger: int) -> Range:
    """The words of the noun phrase around the head, on its side of the trigger."""
    while clauses[head].text.isdigit() and (
        clauses[head - 1].text.isdigit() or clauses.lower(head - 1) in {",", "and"}
    ):
        head -= 1 if clauses[head - 1].text.isdigit() else 2
    if clauses.lower(head) == "talks" and clauses[head].tag == "VBZ":
        return noun_phrase(clauses, head - 1)[0], _end_behind(clauses, head)
    head = _whole_of(clauses, head)
    first, last = noun_phrase(clauses, head - 1 if clauses[head].text.isdigit() else head)
    last = max(last, head + 1)
    if first == head and whole_word(clauses, head) != clauses.lower(head):  # which the parse breaks at its hyphen
        first = noun_phrase(clauses, head - 2)[0]
        if clauses[head + 1].dep == "prep" and clauses[head + 1].head == trigger:
            last = clauses.subtree(head + 1)[1]
    promised = core_of(clauses, head)
    if is_promised(clauses, promised):
        last = max(last, _end_of_promise(clauses, promised, trigger))
    last = max(last, _end_of_purpose(clauses, head))
    for index in range(first, head):
        is_apart = clauses[index].start > clauses[index - 1].end  # not "a 165-strong mission"
        if is_apart and clauses[index].text in {"-", "–", "—", "--"} and clauses[index - 1].text[-1:].isdigit():
            first = index + 1  # a dateline that the parse took into the phrase
    if first <= trigger < head and clauses[trigger].dep != "amod":
        first = trigger + 1
        while first < head and clauses[first].dep in {"prep", "punct"}:
            first += 1
    if head < trigger < last:
        last = trigger
        while last - 1 > head and clauses[last - 1].pos in AFTER_SUBJECT:
            last -= 1
        last = next((index for index in range(head + 1, last) if tells_when(clauses, index)), last)
    elif head > trigger:
        last = max(head + 1, min(last, content_end(clauses, first)))
        if not is_promised(clauses, promised):
            last = _before_break(clauses, head, last)
    while clauses[last - 1].text.isdigit() and last + 1 in clauses:
        step = next((k for k in (1, 2) if clauses[last + k].text.isdigit()), None)
        if step is None or clauses.lower(last) not in {",", "and"}:
            break
        last += step + 1
    if (clauses[first].tag == "WP$" or clauses.lower(first) == "even") and first < head:
        first += 1  # "whose mandate was renewed"
    last = _with_name(clauses, head, trimmed(clauses, first, last))
    last = _closed(clauses, first, last)
    while last - 1 > head and (clauses[last - 1].tag in {"WDT", "WP", "IN"} or clauses.lower(last - 1) == "lapse"):
        last -= 1  # what the parse left of a relative clause; "let the pact with Chad lapse"
    return first, last


def _closed(clauses: Clauses, first: int, last: int) -> int:
    """The end with the bracket closed that was opened: "the Lake Movement (LM)"."""
    opened = {clauses[index].text for index in range(first, last)}
    return last + 1 if "(" in opened and ")" not in opened and clauses[last].text == ")" else last


def _end_behind(clauses: Clauses, noun: int) -> int:
    """Where "with Russia", "on fish" right behind the noun ends, or the noun where there is none."""
    if clauses.lower(noun + 1) not in {"with", "between", "on", "over", "about"}:
        return noun + 1
    return max(min(clauses.subtree(noun + 1)[1], content_end(clauses, noun + 1)), noun + 2)


# What may stand between the words of a subject and its verb.
AFTER_SUBJECT = frozenset({"AUX", "ADV", "PRON", "PUNCT", "CCONJ", "SCONJ", "PART"})


def _whole_of(clauses: Clauses, head: int) -> int:
    """ "rounds" for "talks" in "three rounds of talks", where the verb took the nearer noun."""
    preposition = clauses[head].head
    if clauses[head].dep == "pobj" and clauses.lower(preposition) == "of":
        above = clauses[preposition].head
        if above in clauses and above < head and clauses[above].lemma in {"round", "series", "part"}:
            return above
    return head


# What one has "to do" something.
PURPOSEFUL = frozenset("plan deal agreement accord pact pledge promise commitment undertaking offer mandate".split())


def _end_of_purpose(clauses: Clauses, head: int) -> int:
    """Where "a deal to withdraw the guns from the towns" ends, which is named by what it is to do."""
    for child in clauses.children.get(head, ()):
        is_purpose = child == head + 2 and clauses.lower(head + 1) == "to" and clauses[child].tag == "VB"
        if is_purpose and clauses[head].lemma in PURPOSEFUL:
            end = max(content_end(clauses, child), child + 1)
            joined = (i for i in range(child, end) if clauses.lower(i) == "and" and clauses[i + 1].pos == "ADP")
            return next(joined, end)  # "accused of breaking its pledge to leave (and of shelling)"
    return head + 1


def _end_of_promise(clauses: Clauses, head: int, trigger: int) -> int:
    """Where "the drill that they agreed in May" ends, with the comma that closes the clause."""
    child = next((c for c in clauses.children.get(head, ()) if c > head and clauses[c].dep in {"relcl", "acl"}), None)
    if child is None or clauses[child].lemma not in table().promising:
        return head + 1
    end = clauses.subtree(child)[1]
    if head < trigger <= end:
        return trigger
    return min(end, max(content_end(clauses, child), child + 1)) if head > trigger else end


def _with_name(clauses: Clauses, head: int, last: int) -> int:
    """The end of the phrase with the name of the format that stands right behind it ("the meeting “two plus two”")."""
    if last not in clauses or clauses.lower(head) not in OCCASIONS | {"format", "dialogue", "formats"}:
        return last
    start = clauses[last].start
    for mention in within(clauses.mentions.dialogues, start, start + NAME_REACH):
        if mention.span.start > start + 2:
            break
        while last in clauses and clauses[last].start < mention.span.end:
            last += 1
        if last in clauses and clauses[last].text in QUOTES:
            last += 1
    return last


def _before_break(clauses: Clauses, head: int, last: int) -> int:
    """Where a cause or a finite verb that the parse took into the noun phrase begins."""
    for index in range(head + 1, last):
        if tells_when(clauses, index) or clauses.lower(index) in {"until", "unless"}:
            return index
        by_doing = clauses.lower(index) == "by" and clauses[index + 1].tag == "VBG"
        is_particle = clauses[index].dep == "prt"  # "its pledge to hand over the ships"
        if (
            (opener_at(clauses, index) and not is_particle)
            or clauses[index].tag in FINITE
            or by_doing
            or clauses.lower(index) == "than"
        ):
            return index
        if clauses[index].text == "," and clauses.lower(index + 1) == "including":
            return index
    return last


def opener_at(clauses: Clauses, index: int) -> int:
    """How many words of a cause's opening stand here; 0 when none."""
    for words in table().openers:
        if all(clauses.lower(index + k) == word for k, word in enumerate(words)):
            return len(words)
    return 0
