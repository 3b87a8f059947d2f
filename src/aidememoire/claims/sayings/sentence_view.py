"""One sentence for the rules that look for who spoke and what was said: words, parse, and where its own words start."""

from bisect import bisect_left

from aidememoire.claims.sayings.quoted import Quoted
from aidememoire.model import FINITE_TAGS, Mentions, Sentence

_AUXILIARY = frozenset({"aux", "auxpass"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
STOPS = frozenset({",", ":", ";"}) | DASHES
SELF = frozenset("himself herself themselves itself".split())
THIRD_PERSON = frozenset({"he", "she", "it", "they"})  # as the subject: may be whoever speaks
_MAX_RELATIVE = 7  # tokens from "which" to the verb: "what anti-toll activists said was …"
MAX_TAIL = 24  # tokens between a verb of saying and its content: "said in a statement after the talks on Monday that"


class SentenceView:
    """A sentence's tokens and who depends on whom; evidence only, the parse misleads on garbled text."""

    def __init__(self, mentions: Mentions, sentence: Sentence, quoted: Quoted) -> None:
        self.mentions = mentions
        self.text = mentions.report.text
        self.tokens = mentions.tokens
        self.sentence = sentence
        self.quoted = quoted
        self.children: dict[int, list[int]] = {}
        for index in range(sentence.first, sentence.last):
            head = self.tokens[index].head
            if head != index:
                self.children.setdefault(head, []).append(index)

    def left(self, index: int) -> int:
        """Index of the leftmost token that depends on the token."""
        first, stack = index, [index]
        while stack:
            for child in self.children.get(stack.pop(), ()):
                if child < first:
                    first = child
                    stack.append(child)
        return first

    def right(self, index: int) -> int:
        """Index of the rightmost token that depends on the token, but for relative clauses and appositions."""
        last, stack = index, [index]
        while stack:
            for child in self.children.get(stack.pop(), ()):
                if child > last and self.tokens[child].dep not in {"relcl", "acl", "appos", "punct"}:
                    last = child
                    stack.append(child)
        return last

    def content_start(self) -> int:
        """Where the sentence's own words start: after a dateline or agency's mark."""
        start = self.sentence.span.start
        opening = self.quoted.opening_at(start)
        if opening is not None and self.quoted.is_stray(opening):
            start = opening.span.start
        dateline = self.mentions.dateline
        if dateline and dateline.extent.start <= start < dateline.extent.end:
            start = dateline.extent.end
        head = self.text[start : min(self.sentence.span.end, start + 250)]
        mark = head.find(") - ")
        if mark >= 0 and "(" in head[:mark]:
            start += mark + 4
        elif self.sentence.index == 0 or start < 400:
            dash = head[:60].find(" - ")
            if dash > 0 and head[:dash].split(",")[0].isupper():
                start += dash + 3
        return min(start, self.sentence.span.end - 1)

    def is_dateline(self, index: int) -> bool:
        """Whether the token stands before the sentence's own words (the place and day of a dateline)."""
        return self.sentence.index < 6 and self.tokens[index].end <= self.content_start()

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands between the tokens, relative clauses left out."""
        return any(self.is_finite(i) and self.tokens[i].dep != "relcl" for i in range(first, last))

    def is_finite(self, index: int) -> bool:
        """Whether the token is a finite verb; a "participle" with a subject ("soldiers fired") is one."""
        tag = self.tokens[index].tag
        return tag in FINITE_TAGS or (
            tag == "VBN" and any(self.tokens[child].dep == "nsubj" for child in self.children.get(index, ()))
        )

    def heads_clause(self, index: int) -> bool:
        """Whether the token is the verb of a finite clause, by itself or by its auxiliary ("would open")."""
        kids = self.children.get(index, ())
        return self.is_finite(index) or any(
            self.tokens[i].tag in FINITE_TAGS and self.tokens[i].dep in _AUXILIARY for i in kids
        )

    def is_still_to_be(self, verb: int) -> bool:
        """Whether the verb tells what somebody would do, not what nobody would: "would demand", not "would not say"."""
        kids = [self.tokens[child] for child in self.children.get(verb, ()) if child < verb]
        return any(kid.tag == "MD" for kid in kids) and not any(kid.dep == "neg" for kid in kids)

    def is_within_clause(self, verb: int) -> bool:
        """Whether the verb stands in a relative clause: "which he said was open"."""
        return any(
            self.tokens[i].tag in {"WDT", "WP"} for i in range(max(self.sentence.first, verb - _MAX_RELATIVE), verb)
        )

    def ends_clause(self, at: int) -> bool:
        """Whether nothing but a few words without a finite verb follows up to a comma, full stop or dash."""
        stop = at
        while stop < self.sentence.last and self.tokens[stop].text not in STOPS and stop - at < MAX_TAIL:
            if self.tokens[stop].tag in FINITE_TAGS:
                return False
            stop += 1
        return True

    def skip_adverbs(self, at: int) -> int:
        """Index of the first token from ``at`` on that is no adverb, or that opens a quotation."""
        while (
            at < self.sentence.last
            and self.tokens[at].pos == "ADV"
            and not self.quoted.starts_at(self.tokens[at].start)
        ):
            at += 1
        return at

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb stands between the two positions of the text."""
        first, last = bisect_left(self.quoted.token_starts, start), bisect_left(self.quoted.token_starts, end)
        return any(self.is_finite(i) for i in range(first, last))

    def has_own_object(self, after: int) -> bool:
        """Whether an object starts right after the verb, so that its form can be no passive participle."""
        if after >= self.sentence.last:
            return False
        token = self.tokens[after]
        return token.tag in {"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD"} or token.lower == "that"

    def closes_sentence(self, after: int) -> bool:
        """Whether no finite verb and no "that" follows: the verb before stands at the sentence's end."""
        rest = self.tokens[after : self.sentence.last]
        return len(rest) <= MAX_TAIL and not any(
            token.tag in FINITE_TAGS or token.lower == "that" or token.text == "“" for token in rest
        )
