"""Conditions: whether what is told hangs on an "if", or on a clause that stands for one ("Should they meet, …").

Every question takes ``(mentions, sentence, span)``, as those of ``checks`` do.
"""

from aidememoire.claims.tenses import Tense, following_word, is_finite, previous_word, tense_of, tokens_at
from aidememoire.model import Mentions, Sentence, Span, Token

CONDITIONS = frozenset({"if", "unless", "lest", "provided", "providing", "assuming", "supposing"})
# After "if" these may stand for a whole clause: "what quotas, if any, they set", "seldom, if ever, met".
ELLIPTIC = frozenset({"any", "anything", "anyone", "ever"})
OPEN_AMOUNTS = frozenset({"what", "which", "how"})
OPEN_AMOUNT_REACH = 6  # words before "if" in which one of them makes "if any" such a clause without a comma
INVERTED = frozenset({"had", "were", "should"})
"""First words of a condition without "if": accepts "Had they met, …"; refuses "They had met"."""


def is_conditional(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed hangs on a condition: it stands in an if-clause, or in the sentence that one belongs to."""
    if is_in_condition(mentions, sentence, span):
        return True
    return (
        _opens_with_condition(mentions, sentence)
        or any(
            token.lower in {"if", "unless"}
            and previous_word(mentions.tokens, token.index, sentence) not in {"even", "as"}
            and not _is_elliptic(mentions.tokens, token.index, sentence)
            for token in mentions.tokens_of(sentence)
        )
    ) and tense_of(mentions, sentence, span) in {Tense.FUTURE, Tense.CONDITIONAL}


def is_in_condition(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed stands inside an if-clause ("if they meet", "in the event of a meeting")."""
    first, _ = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    if tokens[_after_number(tokens, sentence)].lower in INVERTED and _is_before_comma(tokens, first, sentence):
        return True
    for index in range(first - 1, sentence.first - 1, -1):
        token = tokens[index]
        if token.lower in {",", ";", "then"} and _starts_main_clause(tokens, index, first):
            return False
        if token.lower in CONDITIONS and not _is_elliptic(tokens, index, sentence):
            if sum(is_finite(between) for between in tokens[index + 1 : first + 1]) > 1:
                return False  # the condition has a verb of its own: the deed is what hangs on it
            return not (token.lower == "provided" and following_word(tokens, index, sentence) not in {"that", "the"})
        if token.lower in {"case", "event"} and index > sentence.first and _is_in_the(tokens, index, sentence):
            return True
    return False


def _opens_with_condition(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether the sentence opens with a condition without "if": CASE "Should Oslo agree, he would fly there".

    A question is none: CASE "Should they meet, with so little to say?".
    """
    tokens = mentions.tokens
    first = _after_number(tokens, sentence)
    if tokens[first].lower not in INVERTED or tokens[first].dep not in {"aux", "auxpass", "ROOT", "advcl"}:
        return False
    return tokens[sentence.last - 1].text != "?" and any(one.text == "," for one in mentions.tokens_of(sentence))


def _after_number(tokens: tuple[Token, ...], sentence: Sentence) -> int:
    """The index of the first token behind an item's number: "1. Should a party leave, …"."""
    first = sentence.first
    if tokens[first].text.rstrip(".)").isdigit():
        first += 1
        if first < sentence.last and tokens[first].text in {".", ")"}:
            first += 1
    return min(first, sentence.last - 1)


def _is_elliptic(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """CASE "what quotas if any they set"; CASE "few, if any, met". No clause: "if any of them meet", "if any met"."""
    if tokens[index].lower != "if" or following_word(tokens, index, sentence) not in ELLIPTIC:
        return False
    if index + 2 >= sentence.last or tokens[index + 2].pos == "PUNCT":
        return True
    for token in reversed(tokens[max(sentence.first, index - OPEN_AMOUNT_REACH) : index]):
        if is_finite(token):
            return False  # "what happens if any envoy leaves"
        if token.lower in OPEN_AMOUNTS:
            return True
    return False


def _starts_main_clause(tokens: tuple[Token, ...], comma: int, first: int) -> bool:
    """Whether between the comma and the trigger stands a finite verb, or the trigger is one: a clause of its own."""
    return any(is_finite(token) for token in tokens[comma + 1 : first + 1])


def _is_before_comma(tokens: tuple[Token, ...], first: int, sentence: Sentence) -> bool:
    """Whether the clause that the sentence begins with goes on to the trigger and ends at a comma behind it."""
    if any(token.lower == "," for token in tokens[sentence.first : first]):
        return False
    return any(token.lower == "," for token in tokens[first : sentence.last])


def _is_in_the(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    before = [token.lower for token in tokens[max(sentence.first, index - 2) : index]]
    return (
        bool(before)
        and (before[-1] == "in" or before == ["in", "the"])
        and following_word(tokens, index, sentence) in {"of", "that", "the"}
    )
