"""Where a verb's subject and complement lie in a sentence: by words first, the parse beside them.

All indices are those of ``Mentions.tokens``; ranges are ``(first, after the last)``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from aidememoire.model import FINITE_TAGS, BlockRole, Mentions, PersonMention, Sentence, Span, Token

Range = tuple[int, int]

PAIR = 2  # parties or people, as a meeting of two has them
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = FINITE_TAGS
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely", "nobody", "none", "without"}
)
SAYING = frozenset(
    "say tell add state note report announce declare warn stress explain recall remind comment quote believe "
    "confirm insist argue claim emphasize emphasise conclude observe reply".split()
)
# Behind ", as" these still belong to it: ", as well as tuna", ", as appropriate", ", as amended".
AS_PART = frozenset({"well", "part", "appropriate", "amended", "necessary", "needed", "required", "soon", "applicable"})
# After a comma these open another thought: the content ends before the comma.
OPENERS = frozenset(
    "which who whom whose where while although though but whereas because despite adding saying warning calling "
    "when since so thus yet nor however citing noting stressing urging describing making leaving".split()
)
# These end the content without a comma.
BREAKERS = frozenset("because although though whereas while despite amid".split())
SKIPPED = frozenset({"also", "then", "not", "never", "“", '"', "``", "both", "each"})
OPEN_CONJUNCTIONS = frozenset({"if", "unless", "whether", "until", "once", "before", "when", "till"})
DEMANDING = frozenset(
    "ensure help demand urge ask propose suggest recommend insist request want call require expect hope prefer "
    "consider".split()
)
# "will be lifted, Smith said": how far after the comma the word of saying may stand.
ATTRIBUTION_WINDOW = 9
OFFICE_REACH = 60  # characters before its end within which an office's words begin
FUNCTION_WORDS = frozenset(
    "the a an in on at he she it they we our but and this these those his her their its there as for after".split()
)
THIRD_PERSON = frozenset({"it", "he", "she", "they"})  # "Oslo said it would …": whoever says so is meant
OUTSIDE = Token(-1, 0, 0, "", "", "", "", "", "", -1)
UNREAD = frozenset({BlockRole.LINK, BlockRole.LABEL, BlockRole.DATELINE, BlockRole.CAPTION})
# Tokens; an executive order's longest has some 300. What is longer is a table or list run together, and every look
# around in it would cost its length.
LONGEST_SENTENCE = 500
CLIMB_LIMIT = 6  # steps up the parse in search of a subject; longer chains are the parser's errors


@dataclass(frozen=True)
class Clauses:
    """One sentence with its parse turned upside down."""

    mentions: Mentions
    sentence: Sentence

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """Head → its dependents, in order of position."""
        children: dict[int, list[int]] = {}
        for token in self.tokens:
            if token.head != token.index:
                children.setdefault(token.head, []).append(token.index)
        return children

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.mentions.tokens[self.sentence.first : self.sentence.last]

    def __getitem__(self, index: int) -> Token:
        """The token; outside the sentence an empty one, so that a look around never leaves it."""
        if self.sentence.first <= index < self.sentence.last:
            return self.mentions.tokens[index]
        return OUTSIDE

    def __contains__(self, index: int) -> bool:
        return self.sentence.first <= index < self.sentence.last

    def lower(self, index: int) -> str:
        """The lower-case word, "" outside the sentence."""
        if self.sentence.first <= index < self.sentence.last:
            return self.mentions.tokens[index].lower
        return ""

    def span(self, words: Range) -> Span:
        """The span of these tokens."""
        return self.mentions.report.span(self[words[0]].start, self[words[1] - 1].end)

    def subtree(self, index: int) -> Range:
        """The unbroken run of tokens that hang on this one, itself included."""
        below = {index}
        stack = [index]
        while stack:
            for child in self.children.get(stack.pop(), ()):
                if child not in below:
                    below.add(child)
                    stack.append(child)
        first = last = index
        while first - 1 in below:
            first -= 1
        while last + 1 in below:
            last += 1
        return first, last + 1

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        return next((c for c in self.children.get(index, ()) if self[c].dep in deps), None)


def first_known(*indices: int | None) -> int | None:
    """The first that is an index; "or" would pass over 0, a report's first token."""
    return next((index for index in indices if index is not None), None)


def readable_sentences(mentions: Mentions) -> Iterator[Sentence]:
    """The sentences in which claims are looked for: of blocks that are prose, and no longer than prose is."""
    return (sentence for sentence in mentions.sentences if is_prose(mentions, sentence))


def is_prose(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether the sentence is of a block that is prose, and no longer than prose is."""
    is_read = mentions.report.blocks[sentence.block].role not in UNREAD
    return is_read and sentence.last - sentence.first <= LONGEST_SENTENCE


def sentence_at(mentions: Mentions, position: int) -> Sentence | None:
    """The sentence that holds the position."""
    at = bisect_right(mentions.sentences, position, key=lambda sentence: sentence.span.start) - 1
    return mentions.sentences[at] if at >= 0 and position < mentions.sentences[at].span.end else None


def sentence_after(mentions: Mentions, sentence: Sentence) -> Sentence | None:
    """The sentence right behind; None behind the last."""
    index = sentence.index + 1
    return mentions.sentences[index] if index < len(mentions.sentences) else None


def person_at(mentions: Mentions, token: Token) -> PersonMention | None:
    """The person's name that the token is part of."""
    at = bisect_right(mentions.persons, token.start, key=lambda person: person.span.start) - 1
    return mentions.persons[at] if at >= 0 and token.end <= mentions.persons[at].span.end else None


def party_words(mentions: Mentions, code: str, within: Span) -> Span | None:
    """The first words within the span that name the party."""
    at = bisect_left(mentions.parties, within.start, key=lambda party: party.span.start)
    while at < len(mentions.parties) and mentions.parties[at].span.end <= within.end:
        if mentions.parties[at].code == code:
            return mentions.parties[at].span
        at += 1
    return None


def subject_of(clauses: Clauses, verb: int) -> int | None:
    """The head word of the verb's subject, found up the parse; None where there is none."""
    index = verb
    for _ in range(CLIMB_LIMIT):
        subject = clauses.child(index, *SUBJECTS)
        if subject is not None and subject != verb:
            if clauses[subject].tag in {"WDT", "WP"} and clauses[index].dep == "relcl":
                return clauses[index].head
            return subject
        token = clauses[index]
        if token.dep == "acl" and clauses[token.head].pos in {"NOUN", "PROPN"} and token.tag == "VBG":
            return token.head
        if token.dep not in {"conj", "xcomp", "advcl", "ccomp", "aux", "auxpass", "acl", "dobj", "pobj", "prep"}:
            return None
        if token.head == index:
            return None
        index = token.head
    return None


def noun_phrase(clauses: Clauses, head: int) -> Range:
    """The noun phrase around the head: no relative clause, no leading preposition."""
    first, last = clauses.subtree(head)
    for child in clauses.children.get(head, ()):
        if (child > head and clauses[child].dep in {"relcl", "appos", "advcl"}) or (
            clauses[child].dep == "cc" and child > head
        ):
            last = min(last, clauses.subtree(child)[0])
            break
    last = max(last, head + 1)
    while first < head and clauses[first].dep in {"punct", "cc", "prep", "mark", "preconj"}:
        first += 1
    while last - 1 > head and (clauses[last - 1].dep == "punct" or clauses[last - 1].lower in {",", "and", "-", "–"}):
        last -= 1
    return first, last


def is_negated(clauses: Clauses, verb: int) -> bool:
    """Whether a negation stands at the verb or its auxiliaries."""
    for child in clauses.children.get(verb, ()):
        token = clauses[child]
        if token.dep == "neg" or (token.lower in NEGATIONS and 0 < verb - child <= 4):
            return True
        if token.dep in {"nsubj", "nsubjpass"} and clauses.lower(clauses.subtree(child)[0]) in {
            "no",
            "neither",
            "none",
        }:
            return True
    return any(clauses.lower(i) in NEGATIONS for i in range(verb - 2, verb))


def modal_of(clauses: Clauses, verb: int) -> str | None:
    """The modal verb that governs the verb, or "to" for an infinitive."""
    for child in clauses.children.get(verb, ()):
        token = clauses[child]
        if token.dep in {"aux", "auxpass"} and (token.tag == "MD" or token.lower == "to") and child < verb:
            return token.lower
    if clauses[verb].dep == "conj" and clauses[verb].tag == "VB" and clauses[verb].head < verb:
        return modal_of(clauses, clauses[verb].head)
    return None


def is_heading(clauses: Clauses) -> bool:
    """Whether the sentence is a headline in capitals."""
    letters = [token.text for token in clauses.tokens if token.text[:1].isalpha() and len(token.text) > 1]
    return len(letters) >= 3 and sum(word.isupper() for word in letters) * 4 >= len(letters) * 3


def is_progressive(clauses: Clauses, verb: int) -> bool:
    """Whether the verb stands in "is doing", "have been doing"."""
    return clauses[verb].tag == "VBG" and any(
        clauses[child].lemma == "be" and child < verb for child in clauses.children.get(verb, ())
    )


def is_subordinate(clauses: Clauses, verb: int) -> bool:
    """Whether the verb's clause opens with a word that leaves it open: "until", "once", "if", "whether"."""
    for child in clauses.children.get(verb, ()):
        if clauses.lower(child) == "as" and clauses.lower(child - 1) == "soon":
            return True
        if child < verb and clauses.lower(child) in OPEN_CONJUNCTIONS and clauses[child].dep in {"mark", "advmod"}:
            return clauses.lower(child) != "when" or clauses[verb].tag != "VBD"
    return False


def is_demanded(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is what somebody demands ("demand that the league suspend …", "urged … to")."""
    token = clauses[verb]
    if token.dep not in {"ccomp", "xcomp"} or token.head == verb:
        return False
    head = clauses[token.head]
    is_to_be_seen_to = head.lemma == "see" and head.tag == "VB"  # "we must see that it is honoured"
    if head.lemma == "insist" and _is_indicative(clauses, verb):
        return False  # "insists that the pact has lapsed"
    return head.lemma in DEMANDING or head.lower == "sure" or is_to_be_seen_to


def _is_indicative(clauses: Clauses, verb: int) -> bool:
    """Whether the verb tells what is so: "has lapsed", "was broken", "expired"; not "lapse", "be broken"."""
    auxiliaries = {clauses.lower(child) for child in clauses.children.get(verb, ()) if child < verb}
    return clauses[verb].tag in {"VBD", "VBZ"} or bool(auxiliaries & {"has", "had", "is", "was", "are", "were"})


def is_question(clauses: Clauses) -> bool:
    """Whether the sentence asks."""
    return any(token.text == "?" for token in clauses.tokens[-3:])


def next_word(clauses: Clauses, index: int) -> int:
    """The first token from here on that is no adverb."""
    while index in clauses and (clauses[index].pos == "ADV" or clauses.lower(index) in SKIPPED):
        index += 1
    return index


def _inside_quotation(clauses: Clauses, start: int) -> bool:
    inside = False
    for index in range(clauses.sentence.first, start):
        text = clauses[index].text
        if text in {"“", "«", "„", "``"}:
            inside = True
        elif text in {"”", "»", "''"}:
            inside = False
        elif text == '"':
            inside = not inside
    return inside


def _opens_attribution(clauses: Clauses, comma: int) -> bool:
    """ ", the minister said" to the end of the sentence or the next comma."""
    if clauses.lower(comma + 1) == "according":
        return True
    for index in range(comma + 1, min(comma + 1 + ATTRIBUTION_WINDOW, clauses.sentence.last)):
        token = clauses[index]
        if token.lemma in SAYING and token.tag in {"VBD", "VBZ", "VBN", "VBP"}:
            after = clauses.lower(index + 1)
            is_told = token.tag != "VBN" or ends_office(clauses, index - 1)
            return (is_told and after not in {"that"}) or after in {"", ".", ","}
        if token.text == "," and clauses[comma + 1].tag in {"DT", "PRP$"} and _names_sayer(clauses, index):
            return True
        if token.dep != "amod" and (token.lower in {",", ";", "to", "and"} or token.pos in {"VERB", "SCONJ"}):
            return False  # not at "Chad's acting minister said"
    return False


def ends_office(clauses: Clauses, word: int) -> bool:
    """Whether the word ends an office or a name, so that it was they who "announced"; not "the aid announced"."""
    end = clauses[word].end
    mentions = clauses.mentions
    return any(
        one.span.end == end
        for named in (mentions.offices, mentions.persons, mentions.references)
        for one in named[bisect_left(named, end - OFFICE_REACH, key=lambda one: one.span.start) :]
        if one.span.start < end
    )


def _names_sayer(clauses: Clauses, comma: int) -> bool:
    """ ", Ada Okafor, said" behind "the foreign minister": who says so by name, in commas."""
    closing = next((i for i in range(comma + 1, comma + ATTRIBUTION_WINDOW) if clauses[i].text == ","), None)
    if closing is None or not all(clauses[index].pos == "PROPN" for index in range(comma + 1, closing)):
        return False
    return clauses[closing + 1].lemma in SAYING and clauses[closing + 1].tag in {"VBD", "VBZ"}


def opens_clause(clauses: Clauses, index: int) -> bool:
    """Whether a clause with its own subject and finite verb begins here ("the president left")."""
    for position in range(index, min(index + 8, clauses.sentence.last)):
        token = clauses[position]
        if token.dep in {"nsubj", "nsubjpass", "expl"}:
            head = clauses[token.head]
            if head.index <= position or clauses.subtree(position)[0] > index + 1:
                return False
            return head.dep not in {"relcl", "acl"} and (
                head.tag in FINITE
                or any(clauses[c].tag in FINITE for c in clauses.children.get(head.index, ()) if c < head.index)
            )
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def _stops_at_comma(clauses: Clauses, comma: int) -> bool:
    following = clauses.lower(comma + 1)
    if following in OPENERS or following in QUOTES or _opens_attribution(clauses, comma):
        return True
    if following in {"as", "after"} and clauses.lower(comma + 2) not in AS_PART:
        return True
    word = next_word(clauses, comma + 1)
    if word in clauses and clauses[word].tag in {"VBD", "VBZ", "MD"}:
        return not _goes_on_relative(clauses, word)
    if following not in {"and", "or", "including", "such"}:
        return opens_clause(clauses, comma + 1)
    return False


def _goes_on_relative(clauses: Clauses, verb: int) -> bool:
    """ "supports" in "build an economy that creates jobs, supports firms": a further verb of a relative clause.

    The parse may hang it on the infinitive before, which a finite verb can't go on from.
    """
    first, further = verb, clauses[verb]
    for _ in range(CLIMB_LIMIT):
        token = clauses[first]
        if token.dep != "conj" or token.head not in clauses or token.head >= first:
            break
        first = token.head
    if clauses[first].dep == "relcl" or further.tag != "VBZ" or clauses[first].tag != "VB":
        return clauses[first].dep == "relcl"
    return any(clauses[index].dep == "relcl" and clauses[index].tag == "VBZ" for index in range(first + 1, verb))


def _stops_at_and(clauses: Clauses, conjunction: int) -> bool:
    word = next_word(clauses, conjunction + 1)
    if word not in clauses:
        return False
    if clauses.lower(word) == "to" and word + 1 in clauses and clauses[next_word(clauses, word + 1)].tag == "VB":
        return True
    if clauses[word].tag in {"VBD", "VBZ", "MD"} and _goes_on_relative(clauses, word):
        return False
    return clauses[word].tag in {"VBD", "VBZ", "MD"} or opens_clause(clauses, word) or names_doer(clauses, conjunction)


def names_doer(clauses: Clauses, conjunction: int) -> bool:
    """ "Riga will" in "send two ships and Riga will send pilots", where the parse joins the name to the ships.

    Also behind another name ("a consulate in Oslo and Riga will …") if a verb went before; not "that ships from Oslo
    and Riga would carry it".
    """
    before, word = clauses[conjunction - 1], conjunction + 1
    while word in clauses and clauses[word].pos == "PROPN":
        word += 1
    is_verb = clauses[word].tag in {"MD", "VBD"} or clauses.lower(word) in {"has", "is"}
    is_named = word > conjunction + 1 and word in clauses and is_verb
    is_object = before.pos == "NOUN" or (before.pos == "PROPN" and _has_deed_before(clauses, conjunction))
    return is_named and is_object and before.dep not in SUBJECTS


def _has_deed_before(clauses: Clauses, conjunction: int) -> bool:
    """Whether a bare verb stands before it in its clause: "will reopen its consulate in Oslo | and"."""
    for index in range(conjunction - 1, clauses.sentence.first - 1, -1):
        if clauses.lower(index) == "that" or clauses[index].text in {",", ";", ":"}:
            return False
        if clauses[index].tag == "VB":
            return True
    return False


def content_end(clauses: Clauses, start: int, *, of_clause: bool = False) -> int:
    """Where content that begins at ``start`` ends: the index after its last token.

    It runs to the end of its clause: a new finite clause, an attribution, a relative clause after a comma, a closing
    quotation mark or a semicolon end it; "and to do …" ends it too, for that is another promise. ``of_clause``: the
    content is itself a finite clause, so that "and will" goes on.
    """
    quoted = _inside_quotation(clauses, start)
    opened = 0
    index = start
    last = _before_main_clause(clauses, start)
    while index < last:
        token = clauses[index]
        text = token.text
        if text in QUOTES:
            closing = text in {"”", "»", "''"} or (text == '"' and (opened or quoted))
            if closing and not opened:
                break
            if not closing and index > start and _opens_speech(clauses, index + 1):
                break
            opened += -1 if closing else 1
        elif (
            (text in {";", ":", "–", "—", "--"} and index > start)
            or (text == "," and index > start and _stops_at_comma(clauses, index))
            or (token.lower in BREAKERS and index > start)
            or (token.lower == "since" and index > start and opens_clause(clauses, index + 1))
        ) or (index > start and _starts_afresh(clauses, index)):
            break
        elif token.lower in {"and", "but", "or"} and index > start and _stops_at_and(clauses, index):
            if not (of_clause and clauses[next_word(clauses, index + 1)].tag == "MD"):
                break
        elif text in {".", "!", "?"} and index + 1 >= clauses.sentence.last:
            break
        index += 1
    return trimmed(clauses, start, index)


def _before_main_clause(clauses: Clauses, start: int) -> int:
    """Where the main clause goes on behind the relative clause that the word stands in; else the sentence's end.

    "The bridge that Oslo agreed to open by June (has not been opened)".
    """
    relative = start
    for _ in range(CLIMB_LIMIT):
        token = clauses[relative]
        if token.dep == "relcl" or token.head == relative or token.head not in clauses:
            break
        relative = token.head
    noun = clauses[relative].head
    verb = clauses[noun].head
    if clauses[relative].dep != "relcl" or clauses[relative].tag not in {"VBD", "VBN"} or not start < verb:
        return clauses.sentence.last  # "the sums that Oslo is going to spend on it will do" promises nothing
    if clauses[noun].dep not in SUBJECTS:
        return clauses.sentence.last
    first = min((child for child in clauses.children.get(verb, ()) if start < child < verb), default=verb)
    return first if all(clauses[index].text not in QUOTES for index in range(start, first)) else clauses.sentence.last


def _starts_afresh(clauses: Clauses, index: int) -> bool:
    """Whether a sentence run into this one begins here: a capitalised function word behind a lower-case noun."""
    token, before = clauses[index], clauses[index - 1]
    return (
        token.text[:1].isupper()
        and token.text.lower() in FUNCTION_WORDS
        and before.text.islower()
        and before.pos in {"NOUN", "ADV", "ADJ", "VERB", "NUM"}
    )


def _opens_speech(clauses: Clauses, index: int) -> bool:
    """Whether a new sentence begins within the quotation marks, run into this one."""
    return index in clauses and clauses[index].text[:1].isupper() and clauses[index].pos in {"PRON", "DET", "SCONJ"}


def trimmed(clauses: Clauses, start: int, end: int) -> int:
    """The end without trailing punctuation and conjunctions."""
    while end - 1 > start:
        token = clauses[end - 1]
        if (
            token.text in {",", ".", ";", ":", "-", "–", "—", "--"}
            or token.lower in {"and", "or", "but", "even"}
            or (token.text in QUOTES and not _balanced(clauses, start, end))
        ):
            end -= 1
        else:
            break
    return end


def _balanced(clauses: Clauses, start: int, end: int) -> bool:
    return sum(clauses[index].text in QUOTES for index in range(start, end)) % 2 == 0
