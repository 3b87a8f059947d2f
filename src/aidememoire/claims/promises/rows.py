"""The ways of promising (``data/commitments.toml``), and where the words that they govern end."""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aidememoire.claims.clauses import QUOTES, Clauses, Range, content_end, noun_phrase, opens_clause, trimmed
from aidememoire.knowledge.calendar_names import WEEKDAY_NAMES
from aidememoire.model import Strength

DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_INSERTION = 25  # tokens between two dashes
REASONS = frozenset(
    [
        ("in", "protest"),
        ("in", "retaliation"),
        ("in", "response"),
        ("in", "exchange"),
        ("in", "return"),
        ("due", "to"),
        ("because", "of"),
        ("as", "part"),
        ("after", "which"),
        (",", "which"),
    ]
)
GERUNDS_OF_LISTS = frozenset(
    "including ranging regarding concerning involving covering totalling envisaging envisioning specifying".split()
)
OUTLOOK = frozenset({"will", "would", "should", "shall"})
# An occasion is cut off only behind so much of the content: "send a mission | shortly before the talks …".
LEAST_SHARE = 0.4
FEWEST_WORDS = 4
OPENING_CONDITIONS = frozenset({"if", "unless", "provided"})
# Where a promise may be made, or by when it is to be kept.
OCCASIONS = frozenset({"meeting", "meetings", "summit", "talk", "talks", "session", "conference"})
STRETCHES = frozenset("hour day week month year round night".split())
TALKS = frozenset("talk talks negotiation negotiations meeting meetings mediation consultation consultations".split())
GERUNDS_OF_SPEECH = frozenset({"arguing", "alleging", "claiming", "accusing", "blaming"})
# With a number behind it, such a participle says how much, which is promised too.
SETTING_APART = frozenset(
    "devote allocate earmark dedicate commit invest contribute spend provide pay add raise bring".split()
)
ASIDES = frozenset({"too", "also", "however", "therefore", "likewise"})
RESULTING = frozenset({"thereby", "thus", "hence"})
WH_WORDS = frozenset({"whether", "how", "when", "where", "why", "what", "who", "which", "until", "before"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of promising: a row of ``data/commitments.toml``."""

    id: str
    kind: str  # verb | noun | adjective | signing | ceremony | announcement | future
    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    strength: Strength
    single: Strength | None  # when one party alone does it
    joint: Strength | None  # when several do it together
    nouns: frozenset[str]  # lemmas of the only objects that it takes; empty: any
    together: Strength | None  # when those at one meeting do it, as "the ministers"
    accept: tuple[tuple[str, str], ...]  # (sentence, content)
    refuse: tuple[str, ...]


LONGEST_REMARK = 7  # tokens from the comma in which the noun of ", an unprecedented and costly step" must come


@dataclass(frozen=True, slots=True)
class Table:
    """The rules by trigger, and the word lists."""

    rules: tuple[Rule, ...]
    by_lemma: dict[str, tuple[Rule, ...]]
    words: dict[str, frozenset[str]]
    weights: dict[str, float]  # mark of a promise → what it adds to the log odds


@cache
def table() -> Table:
    """The table that ships with the package, loaded once."""
    rows = tomllib.loads(files("aidememoire").joinpath("claims/data/commitments.toml").read_text(encoding="utf-8"))
    rules = tuple(
        Rule(
            id=row["id"],
            kind=row["kind"],
            lemmas=tuple(row["lemmas"]),
            takes=tuple(row["takes"]),
            strength=Strength(row["strength"]),
            single=Strength(row["single"]) if "single" in row else None,
            joint=Strength(row["joint"]) if "joint" in row else None,
            nouns=frozenset(row.get("nouns", "").split()),
            together=Strength(row["together"]) if "together" in row else None,
            accept=tuple((sentence, content) for sentence, content in row["accept"]),
            refuse=tuple(row["refuse"]),
        )
        for row in rows["rule"]
    )
    by_lemma: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            by_lemma[lemma] = (*by_lemma.get(lemma, ()), rule)
    words = {name: frozenset(listed.split()) for name, listed in rows["words"].items()}
    return Table(rules, by_lemma, words, rows["weights"])


def to_end(clauses: Clauses, start: int, *, of_clause: bool = False) -> Range:
    """The words from ``start`` to the end of their clause, without the reasons given for it."""
    if of_clause and clauses[start + 1].text == "," and clauses.lower(start + 2) in ASIDES:
        start += 4 if clauses[start + 3].text == "," else 3
        start += clauses[start].tag == "MD"  # "that it, too, would | send …"
    if of_clause and clauses.lower(start) in OPENING_CONDITIONS:
        start = _behind_condition(clauses, start)
    end = max(content_end(clauses, start, of_clause=of_clause), start + 1)
    resumed = _behind_insertion(clauses, start, end)
    if resumed is None and _opens_outlook(clauses, start, end):
        resumed = end + 2
    if resumed is not None:
        end = max(content_end(clauses, resumed, of_clause=of_clause), end)
    for index in range(start + 2, end):
        if (
            _gives_reason(clauses, index)
            or _runs_on(clauses, index)
            or _is_spaced_hyphen(clauses, index)
            or _is_when_they_met(clauses, index)
        ):
            end = max(trimmed(clauses, start, index), start + 1)
            break
    return start, _outside_bracket(clauses, start, _without_adjuncts(clauses, start, end))


MET = frozenset("meet visit telephone phone".split())


def _is_when_they_met(clauses: Clauses, index: int) -> bool:
    """ "agreed to mend the dam (when they met in Oslo)": the occasion; not "would mend it when they met"."""
    if clauses.lower(index) not in {"when", "as"} or clauses[index + 1].pos not in {"PRON", "PROPN", "DET"}:
        return False
    verb = next((i for i in range(index + 2, index + 6) if clauses[i].lemma in MET), None)
    if verb is None or clauses[verb].tag != "VBD" or any(clauses[i].pos == "PUNCT" for i in range(index, verb)):
        return False
    return not any(clauses[i].tag == "MD" for i in range(max(clauses.sentence.first, index - 12), index))


def _behind_condition(clauses: Clauses, start: int) -> int:
    """Where "it would send ships" begins in "promised that | if Oslo asked, it would send ships"; else the start."""
    verb = clauses[start].head
    end = clauses.subtree(verb)[1] if clauses[verb].dep == "advcl" else start
    return end + 1 if start < end < clauses.sentence.last - 1 and clauses[end].text == "," else start


def _outside_bracket(clauses: Clauses, start: int, end: int) -> int:
    """The end, or where a bracket opens that the content would leave open ("36 jets | (which will")."""
    opened = [index for index in range(start, end) if clauses[index].text == "("]
    if not opened or any(clauses[index].text == ")" for index in range(opened[-1], end)):
        return end
    return max(trimmed(clauses, start, opened[-1]), start + 1)


def _without_adjuncts(clauses: Clauses, start: int, end: int) -> int:
    """The end without the occasion behind it, where the deed is no small part of the whole.

    What it is for and on what condition ("send a mission to build schools if asked") belongs to what is promised: of 50
    marked promises with such words behind the deed 43 hold them.
    """
    least = start + max(FEWEST_WORDS, math.ceil((end - start) * LEAST_SHARE))
    for index in range(start + 2, end):
        is_apart = (
            _opens_participle(clauses, index)
            or _opens_remark(clauses, index)
            or (index >= start + FEWEST_WORDS and _names_occasion(clauses, index))
        )
        if is_apart or (index >= least and _is_shortly(clauses, index)):
            return max(trimmed(clauses, start, index), start + 1)
    return end


def _opens_remark(clauses: Clauses, comma: int) -> bool:
    """ ", a step that …", ", given the urgency": what is said of the deed or its object, behind a comma.

    Not a further member of a list ("send a ship, a crew and a doctor").
    """
    if clauses[comma].text != ",":
        return False
    if clauses.lower(comma + 1) == "given":
        return clauses.lower(comma + 2) in {"the", "that", "its", "their", "our"}
    if clauses.lower(comma + 1) not in {"a", "an"}:
        return False
    noun = next((i for i in range(comma + 2, comma + LONGEST_REMARK) if clauses[i].pos == "NOUN"), None)
    while noun is not None and clauses[noun + 1].pos == "NOUN":
        noun += 1
    if noun is None or noun not in clauses or clauses[noun].dep == "conj" or clauses.child(noun, "conj") is not None:
        return False
    return clauses[noun].dep == "appos" or clauses.child(noun, "relcl", "acl") is not None


def _is_shortly(clauses: Clauses, index: int) -> bool:
    return clauses.lower(index) == "shortly" and clauses.lower(index + 1) in {"before", "after"}


def _opens_outlook(clauses: Clauses, start: int, comma: int) -> bool:
    """ "set up a commission, which would meet in …": what that which is new will do is promised with it.

    Not ", which is drying up", nor "close the border, which will hurt trade": that is told of it.
    """
    if clauses[comma].text != "," or clauses.lower(comma + 1) != "which" or clauses.lower(comma + 2) not in OUTLOOK:
        return False
    noun = clauses[clauses[comma + 2].head].head
    return start < noun < comma and clauses.lower(noun_phrase(clauses, noun)[0]) in {"a", "an"}


def _names_occasion(clauses: Clauses, index: int) -> bool:
    """ "at their meeting in …", "under the deal that …": where it was promised, or by what."""
    word = clauses.lower(index)
    named = clauses.child(index, "pobj") if word in {"at", "under", "after", "following"} else None
    if named is None or clauses[clauses[index].head].tag == "VBN":  # "the proposals made at the summit" are named by it
        return False
    if word in {"after", "following"}:
        return _is_stretch_of_talks(clauses, named)
    if word == "under":
        return clauses[named].lemma in table().words["instruments"]
    return clauses[named].lemma in OCCASIONS and clauses[index + 1].tag in {"PRP$", "NNP", "DT"}


def _is_stretch_of_talks(clauses: Clauses, noun: int) -> bool:
    """ "after two days of talks"; not "after a year of trials", nor "after talks with the rebels" (a term)."""
    of = clauses.child(noun, "prep") if clauses[noun].lemma in STRETCHES else None
    of_what = clauses.child(of, "pobj") if of is not None and clauses.lower(of) == "of" else None
    return of_what is not None and clauses[of_what].lemma in TALKS


def _is_spaced_hyphen(clauses: Clauses, index: int) -> bool:
    """A hyphen between spaces, which stands for a dash ("the plan - with two changes")."""
    token = clauses[index]
    return token.text == "-" and clauses[index - 1].end < token.start and token.end < clauses[index + 1].start


def _runs_on(clauses: Clauses, index: int) -> bool:
    """Whether another sentence begins here without a full stop, as behind a headline ("in the south Troops have")."""
    token, before = clauses[index], clauses[index - 1]
    return (
        token.text[:1].isupper()
        and before.text.islower()
        and before.pos == "NOUN"
        and token.pos in {"NOUN", "PROPN", "ADJ"}
        and opens_clause(clauses, index)
        and all(
            token.start != person.span.start for person in clauses.mentions.persons
        )  # "until President Smith leaves"
    )


def _behind_insertion(clauses: Clauses, start: int, end: int) -> int | None:
    """Where the content goes on behind words in dashes ("put six ports -- … -- on the list") or a quotation's end."""
    if clauses[end].text in DASHES:
        for index in range(end + 1, end + LONGEST_INSERTION):
            if clauses[index].text in DASHES:
                return index + 1 if clauses[index + 1].pos in {"ADP", "PART"} else None
    is_quoted = clauses[start - 1].text in QUOTES or clauses[start].text in QUOTES
    if is_quoted and clauses[end].text in QUOTES and clauses[end + 1].pos in {"ADP", "SCONJ", "PART"}:
        return end + 1
    return None


def _gives_reason(clauses: Clauses, index: int) -> bool:
    """ "in protest against …", "due to …", ", arguing that …": why it is promised, not what."""
    word, following = clauses.lower(index), clauses.lower(index + 1)
    is_outlook = following == "which" and clauses.lower(index + 2) in OUTLOOK  # ``to_end`` has asked what it tells of
    if ((word, following) in REASONS and not is_outlook) or word in {"amid"}:
        return True
    if word in {"following", "after"} and (_is_of_talks(clauses, index) or _is_after_deed(clauses, index)):
        return True
    if word == "as" and following == "a" and clauses.lower(index + 2) == "part":
        return True
    if word == "in" and following in {"a", "an"}:
        return clauses.lower(index + 2) in {"effort", "attempt", "bid", "move"}
    return clauses[index].text == "," and following in GERUNDS_OF_SPEECH and clauses[index + 1].tag == "VBG"


def _is_of_talks(clauses: Clauses, index: int) -> bool:
    """ "agreed to open the bridge (following talks in Oslo)", "(after a meeting of their kings)"."""
    if any(clauses[i].tag == "MD" for i in range(max(clauses.sentence.first, index - 15), index)):
        return False  # "will sign it following the talks"
    for after in range(index + 1, index + 5):
        if clauses.lower(after) in SITTINGS:
            return True
        if clauses[after].pos not in {"DET", "ADJ", "NOUN", "NUM", "PROPN"}:
            return False
    return False


def _is_after_deed(clauses: Clauses, index: int) -> bool:
    """ "agreed to mend the dam (after the rains had broken it)"; not "would mend it after the rains ended"."""
    verb = clauses[index].head
    if clauses.lower(index) != "after" or clauses[index].dep != "mark" or verb < index:
        return False
    auxiliaries = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child < verb}
    is_past = clauses[verb].tag == "VBD" or bool(auxiliaries & {"was", "were", "had"})
    return is_past and not any(clauses[i].tag == "MD" for i in range(max(clauses.sentence.first, index - 15), index))


SITTINGS = frozenset("talks negotiations meeting meetings consultations discussions summit session".split())


def _opens_participle(clauses: Clauses, index: int) -> bool:
    """ ", starting with …", ", thereby ending …", ", following the …": how or why, behind a comma.

    Also ", with Riga paying for it": what another does meanwhile.
    """
    if clauses[index].text == "," and clauses.lower(index + 1) == "with":
        does = clauses.child(index + 1, "pcomp")
        return does is not None and clauses[does].tag == "VBG" and clauses.child(does, "nsubj") is not None
    if clauses[index].text == "," and clauses.lower(index + 1) in RESULTING and clauses[index + 2].tag == "VBG":
        return True
    if clauses[index].text != "," or clauses[index + 1].tag != "VBG":
        return False
    following = clauses.lower(index + 1)
    if _sets_apart(clauses, index + 1):
        return False
    if following == "taking" and clauses.lower(index + 2) == "into":
        return False  # ", taking into account the remarks of both"
    return following == "following" or (
        clauses[index + 1].pos == "VERB"
        and following not in GERUNDS_OF_LISTS
        and clauses[index + 1].dep in {"advcl", "acl"}
    )


def _sets_apart(clauses: Clauses, gerund: int) -> bool:
    """ ", devoting $42 million to …": what is given is part of what is promised; not ", ending a 30-year war"."""
    if clauses[gerund].lemma not in SETTING_APART:
        return False
    given = clauses.child(gerund, "dobj", "prep")
    if given is None:
        return False
    return any(clauses[index].pos == "NUM" or clauses[index].tag == "$" for index in range(*clauses.subtree(given)))


def is_time(clauses: Clauses, preposition: int) -> bool:
    """Whether a time expression follows ("agreed on Thursday")."""
    if preposition + 1 not in clauses:
        return True
    start = clauses[preposition + 1].start
    return (
        any(time.span.start <= start < time.span.end for time in clauses.mentions.times)
        or clauses.lower(preposition + 1) in WEEKDAY_NAMES
    )
