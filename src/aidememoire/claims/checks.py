"""Yes or no, and why: is what these words tell of asserted, or denied, conditional, imagined, asked, wished, habitual?

Every question takes ``(mentions, sentence, span)``: the span is the trigger, the word or words that tell of a deed
("met", "the talks", "step up exercises"). The grounds are words in the clause around it; the parse is asked only for
the verb that a noun belongs to, and only where words leave it open.
"""

import re
from collections.abc import Sequence

from aidememoire.claims.conditions import is_in_condition
from aidememoire.claims.tenses import (
    BE,
    CLAUSE_PUNCTUATION,
    following_word,
    governor,
    is_clause_mark,
    is_finite,
    opens_own_clause,
    previous_word,
    tokens_at,
    words_before,
)
from aidememoire.model import Mentions, Sentence, Span, Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "cannot", "without", "none", "nobody"})
FALSE_NEGATIONS = frozenset("only just least merely simply later less doubt fewer matter longer".split())
DENYING = frozenset("deny refuse decline reject rule dismiss refute disclaim preclude exclude".split())
FAILING = frozenset({"fail", "refuse", "decline", "avoid", "stop", "cease"})
QUESTIONS = frozenset({"whether"})
HYPOTHETICALS = frozenset({"could", "might", "may"})
POSSIBLE = frozenset(
    (
        "possible potential hypothetical eventual prospect prospects possibility chance chances speculation rumours "
        "rumors idea likelihood"
    ).split()
)
WISHING = frozenset("hope hop wish want urge desire long plead appeal demand encourage implore beg".split())
POLITE = frozenset("recall note mention thank remind stress point say add congratulate report inform".split())
REPORTING = frozenset(
    (
        "say announce tell add report declare state confirm note promise pledge agree inform reveal disclose indicate "
        "vow explain write warn predict stress decide expect schedule hope believe think know learn understand "
        "reaffirm recall emphasise emphasize underline underscore remind mention reply respond claim insist assure "
        "point suggest comment conclude"
    ).split()
)
HABITUAL = frozenset(
    (
        "regularly usually often always traditionally frequently routinely sometimes generally normally periodically "
        "habitually repeatedly occasionally constantly ordinarily typically rarely seldom"
    ).split()
)
HABITUAL_NOUNS = frozenset(
    "regular frequent periodic occasional routine numerous various such intermittent sporadic countless endless".split()
)
THE = frozenset({"the", "a", "another", "this", "its", "their"})
INDEFINITE = frozenset({"any", "every", "each", "such", "whatever", "whichever"})
DOUBTED = re.compile(
    r"(?:\bnot|n['’]t|\bnever)\s(?:think|believe|expect|foresee|anticipate)\b"
    r"(?:(?!\bbut\b)[^.;:“”\"]){0,80}$",
    re.IGNORECASE,
)
"""A belief denied denies what is believed: accepts "did not think they would meet"; refuses "did not think, but"."""

UNTRUE = r"(?:not true|untrue|false|unfounded|baseless|groundless|nonsense|an? (?:\w+ )?lie|lies|fabricat\w+|invented)"
TOLD_OF = r"(?:reports?|claims?|rumou?rs?|allegations?|assertions?|suggestions?|story|stories)"
SAID_TO_BE_UNTRUE = re.compile(
    rf"\b(?:{UNTRUE} that|no truth (?:in|to) (?:the |any )?{TOLD_OF}(?: (?:that|of))?)\b[^.;:“”\"]*$", re.IGNORECASE
)
"""Before a deed. Accepts "it is not true that they (met)"; refuses "it is true that"."""
WAVING_OFF = (
    r"(?:dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|"
    r"rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|"
    r"(?:brush|wav|laugh|shrug)(?:s|es|ed|ing)? (?:off|aside)|(?:scoff|laugh|sneer)(?:s|ed|ing)? at|"
    rf"(?:call|describ|term|brand)(?:s|es|ed|ing)? (?:as )?(?:\w+ly )?{UNTRUE})"
)
TALE_DENIED = re.compile(
    rf"\b{WAVING_OFF} (?:as (?:\w+ly )?{UNTRUE} )?(?:(?:[\w'’.-]+ ){{0,5}}?{TOLD_OF} )?"
    r"(?:that (?P<tale>[^.;:“”\"]*)|(?:of|about) [^,.;:“”\"]*)$",
    re.IGNORECASE,
)
"""Before a deed. Accepts "dismissed reports that the minister (had met)", "denied that the head of the delegation (had
met)"; refuses "rejecting reports of a rift, the ministers (met)"."""
TALE_LEFT = re.compile(
    r",? (?:but|although|though|while|whereas|after|before|when|as|since|because"
    r"|and (?:then|later|instead|said|added))\b",
    re.IGNORECASE,
)
"""In a denied tale: what follows is told by the outlet again. Accepts "denied that he was ill, but (met)"; refuses
"denied that he and his guest (met)"."""
NOT_BEFORE = re.compile(r"(?:\bnot|n['’]t|\bnever|\bneither|\bnor)(?: \w+){0,2} $", re.IGNORECASE)
IN_A_TALE = re.compile(rf"\b{TOLD_OF} (?:that|of|about)\b[^.;:“”\"]*$", re.IGNORECASE)
IS_UNTRUE = re.compile(
    r"(?:(?!\b(?:but|confirmed)\b)[^.;:“”\"])*?\b(?:is|are|was|were|been) (?:\w+ly )?"
    rf"(?:{UNTRUE}|(?:denied|dismissed|rejected|refuted|disputed|contradicted)(?! (?:entry|bail|access|visas?)\b))\b",
    re.IGNORECASE,
)
"""Around a deed. Accepts "reports that they (met) are false", "were denied in Lima"; refuses "reports that they (met)
are welcome", "were confirmed, but a deal was denied"."""

RATE = re.compile(
    r"\b(?:every|each|once a|twice a|per|(?:times|days|weeks|months) a)\s+"
    r"(?:day|week|month|quarter|year|summer|winter|spring|autumn|decade)\b"
)


PLURALS_OF_ONE = frozenset({"talks", "negotiations", "consultations", "discussions", "deliberations", "conversations"})
TAKING_PLACE = frozenset(
    "take happen occur hold go materialise materialize come begin start convene resume schedule plan arrange agree "
    "expect".split()
)
SUBJECT_REACH = 8
"""Tokens before a verb in which its subject begins: "no minister of the Norwegian government will" has six."""
NOUN_PREPOSITIONS = frozenset({"of", "for", "to", "with", "between", "on", "about"})
"""Through these a "no" reaches a noun ("no plans for a meeting"); through others ("not signed at the meeting") not."""


def clause_of(mentions: Mentions, sentence: Sentence, span: Span) -> tuple[int, int]:
    """First token of the clause around the span and the one after its last: from one clause mark to the next."""
    first, last = tokens_at(mentions, sentence, span)
    while first > sentence.first and not is_clause_mark(mentions.tokens[first - 1]):
        first -= 1
    while last < sentence.last and not is_clause_mark(mentions.tokens[last]):
        last += 1
    return first, last


def is_negated(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed is said not to have been done ("did not meet", "no meeting took place").

    "not only" and its like deny nothing; nor does a "not" of another verb ("was not signed at the talks").
    """
    first, last = tokens_at(mentions, sentence, span)
    if _is_negated_before(mentions, sentence, first):
        return True
    return _is_noun(mentions.tokens[last - 1]) and _is_negated_after(mentions, sentence, last)


def is_denied(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether somebody denies, refuses or rules out the deed ("denied that they met", "ruled out a meeting")."""
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    before = mentions.report.text[sentence.span.start : span.start]
    if DOUBTED.search(before) is not None or SAID_TO_BE_UNTRUE.search(before) is not None:
        return True
    if _is_in_denied_tale(before):
        return True
    if IN_A_TALE.search(before) and IS_UNTRUE.match(mentions.report.text, span.end, sentence.span.end):
        return True
    for token in words_before(mentions, sentence, first, crossing_that=True):
        if token.lemma in DENYING and token.pos in {"VERB", "NOUN", "AUX"} and _is_real_denial(tokens, token, sentence):
            return not _has_negation(tokens, sentence, token.index)
        if token.lemma in FAILING and following_word(tokens, token.index, sentence) == "to":
            return True
        if _is_noun(tokens[last - 1]) and token.tag == "IN" and token.lower not in NOUN_PREPOSITIONS:
            break
    if not _is_noun(tokens[last - 1]):
        return False
    after = _after(mentions, sentence, last, 10)
    return any(
        token.lemma in DENYING
        and token.tag == "VBN"
        and tokens[token.index - 1].lower in BE | NEGATIONS
        and _is_real_denial(tokens, token, sentence)
        for token in after
    )


def _is_in_denied_tale(before: str) -> bool:
    """Whether the words before a deed wave off what is told of it, however long its subject."""
    found = TALE_DENIED.search(before)
    if found is None or TALE_LEFT.search(found["tale"] or "") is not None:
        return False
    return NOT_BEFORE.search(before[: found.start()]) is None


def is_hypothetical(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed is only imagined ("could meet", "a possible summit", "the prospect of talks").

    "would" counts only outside reported speech: "he said they would meet on Monday" reports a plan.
    """
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    for token in _chain(mentions, sentence, first):
        if _is_hypothetical_modal(token):
            return True
        if token.lemma in DENYING and _is_real_denial(tokens, token, sentence):
            return _has_negation(tokens, sentence, token.index)  # "has not ruled out"
        if token.lower == "unlikely":
            return True
        if token.lower in {"would", "'d", "’d"} and following_word(tokens, token.index, sentence) != "like":
            return not _is_reported(mentions, sentence)
    if _is_noun(tokens[last - 1]):
        near = [token for token in tokens[max(sentence.first, first - 5) : first] if token.lower in POSSIBLE]
        if near:
            return True
        if not tokens[first].tag.startswith("VB"):
            verb = governor(mentions, sentence, tokens[last - 1])
            if verb is not None and tokens[last - 1].dep in {"nsubj", "nsubjpass", "dobj"}:
                return any(_is_hypothetical_modal(token) for token in _chain(mentions, sentence, verb.index))
    return False


def is_question(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed is asked about ("did they meet?", "asked whether they had met")."""
    first, _ = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    end = [token.lower for token in tokens[max(sentence.first, sentence.last - 3) : sentence.last]]
    if "?" in end:
        return True
    start = max(sentence.first, first - 14)
    for index in range(first - 1, start - 1, -1):
        if tokens[index].lower in CLAUSE_PUNCTUATION:
            return False
        if tokens[index].lower in QUESTIONS:
            return True
        if (
            tokens[index].lower == "if"
            and index > sentence.first
            and tokens[index - 1].lemma in {"ask", "know", "say", "wonder", "clear", "see"}
        ):
            return True
    return False


def is_wish(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed is only wished for, called for or owed ("hopes to meet", "called for talks", "should meet")."""
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    for token in _chain(mentions, sentence, first):
        if token.lower in {"should", "must", "ought"}:
            return True
        if _is_said_politely(tokens, token, sentence):
            return False
        if token.lemma == "like" and previous_word(tokens, token.index, sentence) in {"would", "'d", "’d"}:
            return True
        if (token.lemma in WISHING and token.pos in {"VERB", "NOUN", "AUX"}) or token.lemma == "need":
            return True
        if token.lower == "time" and following_word(tokens, token.index, sentence) in {"for", "to"}:
            return True  # "it was time for the two to meet"
        if token.lemma == "forward" and previous_word(tokens, token.index, sentence).startswith("look"):
            return True
    if not _is_noun(tokens[last - 1]):
        return False
    near = tokens[max(sentence.first, first - 6) : first]
    return any(
        (token.lemma == "call" and following_word(tokens, token.index, sentence) in {"for", "on", "upon"})
        or (
            token.lemma in {"need", "want", "urge", "demand", "seek", "desire", "request"}
            and token.pos in {"VERB", "NOUN"}
        )
        for token in near
    )


def _is_said_politely(tokens: Sequence[Token], token: Token, sentence: Sentence) -> bool:
    """Whether a wish does what it speaks of ("would like to recall the visit", "wish to thank you for the talks")."""
    ahead = tokens[token.index + 1 : min(token.index + 3, sentence.last)]
    is_wish = token.lemma in {"like", "wish", "want"} and len(ahead) > 1
    return is_wish and ahead[0].lower == "to" and ahead[1].lemma in POLITE


def is_generic(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether no one occasion is meant: habits ("regularly meet"), kinds ("such meetings"), bare plurals."""
    return is_habitual(mentions, sentence, span) or is_of_a_kind(mentions, sentence, span)


def is_habitual(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether the deed is done again and again ("regularly meet", "meet every year", "whenever they meet")."""
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    around = tokens[max(sentence.first, first - 4) : min(sentence.last, last + 4)]
    if any(token.lower in HABITUAL for token in around):
        return True
    begin, end = clause_of(mentions, sentence, span)
    clause = " ".join(token.lower for token in tokens[begin:end])
    if RATE.search(clause) and tokens[first].tag not in {"VBD"}:
        return True
    return previous_word(tokens, begin, sentence) == "whenever" or tokens[begin].lower == "whenever"


def is_of_a_kind(mentions: Mentions, sentence: Sentence, span: Span) -> bool:
    """Whether a noun names a kind of deed and no one deed ("such meetings", "any visit", a bare "contacts")."""
    first, last = tokens_at(mentions, sentence, span)
    tokens = mentions.tokens
    trigger = tokens[last - 1]
    if not _is_noun(trigger):
        return False
    before = tokens[max(sentence.first, first - 3) : first]
    is_kind = any(token.lower in INDEFINITE | HABITUAL_NOUNS for token in before)
    if is_kind and not _is_next_in_turn(tokens, first, last):
        return True
    if last + 1 < sentence.last and tokens[last].lower == "such" and tokens[last + 1].lower == "as":
        return True
    return trigger.tag == "NNS" and trigger.lower not in PLURALS_OF_ONE and is_bare(mentions, sentence, first)


def _is_next_in_turn(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a body's next meeting is called its regular one: "the regular session of"; not "regular sessions of"."""
    if tokens[last - 1].tag not in {"NN", "NNP"} or first < 2 or last >= len(tokens):
        return False
    return tokens[first - 1].lower == "regular" and tokens[first - 2].lower in THE and tokens[last].lower == "of"


def is_bare(mentions: Mentions, sentence: Sentence, first: int) -> bool:
    """Whether the noun phrase that ends at this token has no article, pronoun, number or possessor of its own."""
    index = first - 1
    while index >= sentence.first and mentions.tokens[index].pos in {"ADJ", "NOUN", "PROPN", "PUNCT"}:
        if mentions.tokens[index].lower in {",", ";", ":", "."}:
            break
        index -= 1
    return (
        index < sentence.first
        or mentions.tokens[index].pos not in {"DET", "PRON", "NUM", "PART"}
        or (mentions.tokens[index].lower in {"to", "not"})
    )


def why_withheld(mentions: Mentions, sentence: Sentence, span: Span) -> str | None:
    """Why the deed is not asserted: question | conditional | denied | hypothetical | wish | generic; None if it is."""
    if is_question(mentions, sentence, span):
        return "question"
    if is_in_condition(mentions, sentence, span):
        return "conditional"
    if is_negated(mentions, sentence, span) or is_denied(mentions, sentence, span):
        return "denied"
    if is_hypothetical(mentions, sentence, span):
        return "hypothetical"
    if is_wish(mentions, sentence, span):
        return "wish"
    if is_generic(mentions, sentence, span):
        return "generic"
    return None


def _is_noun(token: Token) -> bool:
    return token.tag.startswith("NN")


def _is_hypothetical_modal(token: Token) -> bool:
    return token.lower in HYPOTHETICALS and token.tag in {"MD", "VB"} and token.text != "May"


def _after(mentions: Mentions, sentence: Sentence, last: int, reach: int) -> list[Token]:
    found = []
    for token in mentions.tokens[last : min(sentence.last, last + reach)]:
        if is_clause_mark(token):
            break
        found.append(token)
    return found


def _chain(mentions: Mentions, sentence: Sentence, first: int) -> list[Token]:
    """The verbs that lead to the trigger ("did not want to … meet"), nearest first, up to the first finite one."""
    tokens = mentions.tokens
    found: list[Token] = []
    is_noun = not tokens[first].tag.startswith("VB")
    for token in words_before(mentions, sentence, first):
        if is_noun and token.tag == "IN" and token.lower not in NOUN_PREPOSITIONS:
            break
        found.append(token)
        if is_finite(token) or (token.lemma in WISHING and token.pos == "VERB"):
            break
    if tokens[first].tag in {"VBD", "VBZ", "VBP"}:
        return [token for token in found if token.pos not in {"VERB", "AUX"}]
    return found


def _is_negated_before(mentions: Mentions, sentence: Sentence, first: int) -> bool:
    tokens = mentions.tokens
    trigger = tokens[first]
    is_noun = not trigger.tag.startswith("VB")
    verbs_passed = 1 if is_finite(trigger) else 0
    for token in words_before(mentions, sentence, first):
        if token.lower in NEGATIONS and tokens[token.index + 1].text not in {"-", "–"}:  # not "a no-fly zone"
            following = tokens[token.index + 1 : min(sentence.last, token.index + 3)]
            if any(after.lemma in DENYING and _is_real_denial(tokens, after, sentence) for after in following):
                return False  # "has not ruled out"
            return following_word(tokens, token.index, sentence) not in FALSE_NEGATIONS
        if is_noun and token.tag == "IN" and token.lower not in NOUN_PREPOSITIONS:
            return False
        if opens_own_clause(tokens, token.index, first):
            return False
        if is_finite(token):
            verbs_passed += 1
            if verbs_passed > 1:
                return False
            is_of_nobody = previous_word(tokens, token.index, sentence) in {"never", "nobody", "none"}
            return is_of_nobody or (not is_noun and _has_no_subject(tokens, token.index, sentence))
    return False


def _has_no_subject(tokens: tuple[Token, ...], finite: int, sentence: Sentence) -> bool:
    """Whether "no" or "none" opens a finite verb's subject ("no official will meet"; not "men of no rank will")."""
    for index in range(finite - 1, max(sentence.first, finite - SUBJECT_REACH) - 1, -1):
        token = tokens[index]
        if token.lower in {"no", "none", "neither"}:
            before = tokens[index - 1] if index > sentence.first else None
            opens = before is None or before.lower in {"that", "and", "but"} or before.lemma in REPORTING
            is_idle = tokens[index + 1].lower in FALSE_NEGATIONS
            return (opens or (before is not None and is_clause_mark(before))) and not is_idle
        if is_clause_mark(token) or is_finite(token):
            return False
    return False


def _is_negated_after(mentions: Mentions, sentence: Sentence, last: int) -> bool:
    tokens = mentions.tokens
    for token in _after(mentions, sentence, last, 12):
        if is_finite(token):
            following = tokens[token.index + 1 : min(sentence.last, token.index + 6)]
            negated = any(after.lower in {"not", "n't", "n’t", "never"} for after in following[:2])
            failed = token.lemma == "fail" and following[:1] and following[0].lower == "to"
            return bool(negated or failed) and any(after.lemma in TAKING_PLACE for after in following)
    return False


def _is_real_denial(tokens: tuple[Token, ...], token: Token, sentence: Sentence) -> bool:
    if token.lemma == "rule":
        return "out" in {after.lower for after in tokens[token.index + 1 : min(sentence.last, token.index + 3)]}
    return True


def _has_negation(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> bool:
    return any(token.lower in NEGATIONS for token in tokens[max(sentence.first, index - 3) : index])


def _is_reported(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether the sentence reports speech in the past, so that its "would" stands for "will"."""
    return any(
        (token.lemma in REPORTING and token.tag in {"VBD", "VBN"}) or token.lower == "according"
        for token in mentions.tokens_of(sentence)
    )
