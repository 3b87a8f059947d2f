"""When a deed lies, by the form of its verb and the auxiliaries before it; and the clause that they stand in."""

from bisect import bisect_left
from enum import StrEnum

from aidememoire.model import FINITE_TAGS, Mentions, Sentence, Span, Token

SCOPE_TOKENS = 9
"""How far before its deed a negation, denial or modal is looked for: "did not, as had been hoped, meet" is reached;
a "not" a dozen words earlier belongs to something else."""

CLAUSE_PUNCTUATION = frozenset({";", ":", "–", "—", "--", "?", "!"})
CLAUSE_WORDS = frozenset(
    (
        "but because although though while whereas after before since until when where who whom which that if unless "
        "whether as so"
    ).split()
)
BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
PLANNING = frozenset(
    (
        "plan schedule expect due set slate intend agree prepare prepared ready arrange aim going decide promise "
        "about bind convene likely"
    ).split()
)


QUOTES = frozenset({"“", '"', "``", "‘", "«"})
LINKED = frozenset({"conj", "advcl", "xcomp"})
"""How a bare verb hangs on the one that carries its tense: "meet … and hold", "fly … to attend"."""


class Tense(StrEnum):
    """When, seen from the report, the deed lies, by the form of its verb."""

    PAST = "past"  # "met", "was held"
    PERFECT = "perfect"  # "has met"
    PRESENT = "present"  # "meet", "meets"
    ONGOING = "ongoing"  # "are meeting"
    FUTURE = "future"  # "will meet", "is to meet", "are meeting tomorrow" is left to the time words
    CONDITIONAL = "conditional"  # "would meet", "could meet"
    NONE = "none"  # a bare noun, an infinitive or participle without a finite verb


def token_range(mentions: Mentions, sentence: Sentence, span: Span) -> tuple[int, int]:
    """The first token of a span and the one after its last; empty when it lies outside the sentence."""
    tokens = mentions.tokens
    first = bisect_left(tokens, span.start, lo=sentence.first, hi=sentence.last, key=lambda token: token.end - 1)
    last = first
    while last < sentence.last and tokens[last].start < span.end:
        last += 1
    return first, last


def tokens_at(mentions: Mentions, sentence: Sentence, span: Span) -> tuple[int, int]:
    """The same; the sentence's first token where the span lies outside."""
    first, last = token_range(mentions, sentence, span)
    return (first, last) if first < last else (sentence.first, sentence.first + 1)


def tense_of(mentions: Mentions, sentence: Sentence, span: Span) -> Tense:
    """The tense of the deed: of the verb itself, or of the verb that a noun belongs to."""
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    verb = next((token for token in tokens[first:last] if token.tag.startswith("VB")), None)
    if verb is None:
        verb = governor(mentions, sentence, tokens[last - 1])
    return Tense.NONE if verb is None else tense_of_verb(mentions, sentence, verb)


def tense_of_verb(mentions: Mentions, sentence: Sentence, verb: Token) -> Tense:
    """The tense of a verb by its form and the auxiliaries before it, or those of the verb that it goes on from.

    "Will meet X and hold talks", "will meet X and be received by Y", "would fly to Oslo to attend the summit": the
    second deed lies ahead like the first.
    """
    own = _own_tense(mentions, sentence, verb)
    is_bare = (verb.tag == "VB" and own is Tense.NONE) or _is_bare_passive(mentions.tokens, verb, sentence)
    if not is_bare or verb.dep not in LINKED:
        return own
    head = mentions.tokens[verb.head]
    is_earlier = sentence.first <= head.index < verb.index
    leading = _own_tense(mentions, sentence, head) if is_earlier and head.pos == "VERB" else own
    return leading if leading in {Tense.FUTURE, Tense.CONDITIONAL} else own


def _is_bare_passive(tokens: tuple[Token, ...], verb: Token, sentence: Sentence) -> bool:
    """Whether it stands behind a "be" that nothing makes finite: "and be received"; not "will be received"."""
    be = verb.index - 1
    return verb.tag == "VBN" and be > sentence.first and tokens[be].lower == "be" and tokens[be - 1].pos == "CCONJ"


def _own_tense(mentions: Mentions, sentence: Sentence, verb: Token) -> Tense:
    """The tense of a verb by its auxiliaries and its own form, whatever it hangs on."""
    chain = _auxiliaries(mentions, sentence, verb.index)
    words = [token.lower for token in (chain if verb.tag != "MD" else [verb])]  # "ought", of which "to" makes a verb
    if FUTURE & set(words):
        return Tense.FUTURE
    if {"would", "could", "might", "may", "should", "ought", "'d", "’d"} & set(words) and "like" not in words:
        return Tense.CONDITIONAL
    if "to" in words:
        return _tense_of_infinitive(chain)
    if "going" in words:
        return Tense.FUTURE
    if HAVE & set(words):
        return Tense.PERFECT
    if BE & set(words):
        if verb.tag == "VBG":
            return Tense.ONGOING
        return Tense.PAST if {"was", "were"} & set(words) else Tense.PRESENT
    if "did" in words or verb.tag == "VBD":
        return Tense.PAST
    if verb.tag in {"VBZ", "VBP"}:
        return Tense.PRESENT
    if verb.tag == "VBN" and verb.dep in {"ROOT", "conj", "ccomp", "parataxis"}:
        return Tense.PAST  # "met" mistagged as a participle
    return Tense.NONE


def governor(mentions: Mentions, sentence: Sentence, token: Token) -> Token | None:
    """The verb that a noun belongs to by the parse; None when there is none within five steps."""
    for _ in range(5):
        if token.head == token.index or not sentence.first <= token.head < sentence.last:
            return None
        token = mentions.tokens[token.head]
        if token.pos in {"VERB", "AUX"}:
            return token
    return None


def is_finite(token: Token) -> bool:
    """Whether a verb's form alone carries tense or mood ("met", "meets", "will")."""
    return token.tag in FINITE_TAGS


def is_clause_mark(token: Token) -> bool:
    """Whether a new clause begins here: a dash or colon, "but", "which", "after"."""
    return token.lower in CLAUSE_PUNCTUATION or (token.lower in CLAUSE_WORDS and token.tag != "DT")


def opens_own_clause(tokens: tuple[Token, ...], conjunction: int, verb: int) -> bool:
    """ "and" in "Oslo did not come and Riga left": a second main clause, whose subject is its own.

    Not in "denied that Oslo came and Riga left", nor before a verb that shares its subject ("did not come and speak").
    """
    token = tokens[verb]
    if tokens[conjunction].pos != "CCONJ" or token.dep != "conj" or tokens[token.head].dep != "ROOT":
        return False
    return any(one.head == verb and one.dep in {"nsubj", "nsubjpass"} for one in tokens[conjunction + 1 : verb])


def previous_word(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> str:
    """The word before a token of the sentence, lower-case; "" at its beginning."""
    return tokens[index - 1].lower if index - 1 >= sentence.first else ""


def following_word(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> str:
    """The word behind the token, in lower case; empty at the sentence's end."""
    return tokens[index + 1].lower if index + 1 < sentence.last else ""


def words_before(mentions: Mentions, sentence: Sentence, first: int, crossing_that: bool = False) -> list[Token]:
    """The tokens of the clause before the trigger, nearest first, no further than the scope."""
    found: list[Token] = []
    tokens = mentions.tokens
    index = first - 1
    while index >= sentence.first and len(found) < SCOPE_TOKENS:
        token = tokens[index]
        if token.lower == ",":
            index = _start_of_aside(tokens, index, sentence)
            token = tokens[index]
        if is_clause_mark(token) and not (crossing_that and token.lower == "that"):
            break
        if token.pos == "CCONJ" and previous_word(tokens, index, sentence) == "," and is_finite(tokens[first]):
            break
        found.append(token)
        index -= 1
    return found


def _start_of_aside(tokens: tuple[Token, ...], comma: int, sentence: Sentence) -> int:
    """The comma that opens the aside which this comma closes (", as had been hoped,"); this one if there is none."""
    for index in range(comma - 1, max(sentence.first, comma - 9) - 1, -1):
        if tokens[index].lower == ",":
            return index if is_clause_mark(tokens[index + 1]) else comma
    return comma


def _auxiliaries(mentions: Mentions, sentence: Sentence, verb: int) -> list[Token]:
    """The auxiliaries of a verb and what stands between, nearest first ("is expected to" of "meet")."""
    if mentions.tokens[verb].tag in {"VBD", "VBZ", "VBP"} and mentions.tokens[verb].lower not in {
        "met",
        "held",
        "read",
        "set",
    }:
        return []
    found: list[Token] = []
    for token in words_before(mentions, sentence, verb):
        if token.text in QUOTES:
            continue  # he would “hold talks”
        if token.pos in {"NOUN", "PROPN", "NUM", "PUNCT"} and not _is_past_to(found):
            break
        found.append(token)
        if is_finite(token):
            break
        if len(found) >= 6:
            break
    return found if any(is_finite(token) or token.lower == "to" for token in found) else []


def _is_past_to(found: list[Token]) -> bool:
    """Whether an infinitive's "to" was passed, so that its verb may stand further off."""
    return any(token.lower == "to" for token in found)


def _tense_of_infinitive(chain: list[Token]) -> Tense:
    """The tense of "to meet" by the word that it hangs on; a purpose ("travelled to meet") has none of its own."""
    words = [token.lower for token in chain]
    lemmas = {token.lemma for token in chain}
    after_to = words[words.index("to") + 1 :]
    if after_to and (after_to[0] in BE or "going" in after_to):
        return Tense.FUTURE
    if lemmas & PLANNING or lemmas & {"hope", "want", "wish"}:
        return Tense.FUTURE
    return Tense.NONE
