"""What is given by being announced, and how much: "the announcement of $20 million", "is committing $14 million"."""

from collections.abc import Iterator

from aidememoire.claims.clauses import Clauses, Range, noun_phrase
from aidememoire.claims.promises.grounds import parties_within
from aidememoire.claims.promises.rows import table, to_end

PROGRAMMES = frozenset({"program", "programme", "programs", "programmes"})  # which announced may be old ones
SHARES = frozenset({"%", "percent", "per", "percentage"})
AMOUNTING = frozenset({"totalling", "totaling", "worth"})  # "pledges worth 3 million dollars"
MONEY_REACH = 4  # tokens before the noun in which the sign of a currency may stand
ASIDE = 14  # tokens between two commas behind the verb: "authorized, pursuant to the act, a loan"
NAME = 8  # tokens of the noun phrase behind them


def announced_of(clauses: Clauses, noun: int) -> Iterator[Range]:
    """The money or measure of "the announcement of …"; nothing for "the announcement of the Danish cabinet"."""
    of = noun + 1
    if clauses[noun].lemma != "announcement" or clauses.lower(of) != "of":
        return
    thing = clauses.child(of, "pobj")
    if thing is None:
        return
    first = noun_phrase(clauses, thing)[0]
    if is_sum_of_money(clauses, thing) or _is_measure(clauses, thing):
        yield to_end(clauses, min(first, thing))


def committed_sum(clauses: Clauses, verb: int) -> Iterator[Range]:
    """ "$9 million toward a reef map" in "is committing $9 million toward a reef map"."""
    done = clauses.child(verb, "dobj")
    if clauses[verb].lemma == "commit" and done is not None and done > verb and is_sum_of_money(clauses, done):
        yield to_end(clauses, noun_phrase(clauses, done)[0])


def behind_aside(clauses: Clauses, verb: int, nouns: frozenset[str]) -> Iterator[Range]:
    """The object of these nouns behind words in commas: "authorized, pursuant to the act, | a loan of two million"."""
    if clauses[verb + 1].text != ",":
        return
    comma = next((i for i in range(verb + 2, verb + ASIDE) if clauses[i].text == ","), None)
    if comma is None or clauses[comma + 1].tag not in {"DT", "CD", "$", "PRP$"}:
        return
    for index in range(comma + 2, comma + NAME):
        if clauses[index].pos in {"VERB", "ADP", "PUNCT"}:
            return
        if clauses[index].lemma.lower() in nouns and clauses[index + 1].pos not in {"NOUN", "PROPN"}:
            yield to_end(clauses, comma + 1)
            return


def is_sum_of_money(clauses: Clauses, head: int) -> bool:
    """Whether the phrase counts money: "$20 million", "two million euros"; not "250 engineers"."""
    first = noun_phrase(clauses, head)[0]
    near = range(max(first, head - MONEY_REACH), head + 1)
    words = {clauses.lower(index) for index in near}
    has_number = any(clauses[index].pos == "NUM" or clauses[index].tag == "$" for index in near)
    return has_number and bool(words & {"$", "€", "£", "dollar", "dollars", "euro", "euros", "pounds", "rubles"})


def is_sum_behind(clauses: Clauses, index: int) -> bool:
    """Whether "totalling", "worth" is followed by a number within a few words: "totalling nearly $1.1 billion"."""
    return any(clauses[i].tag in {"CD", "$"} for i in range(index + 1, index + MONEY_REACH))


def is_measured(clauses: Clauses, content: Range) -> bool:
    """Whether it says how much, so that one could check: "a cut of 9 per cent", "$9 million"; not "rules of 1945"."""
    for index in range(*content):
        is_number = clauses[index].pos == "NUM" and clauses.lower(index + 1) in SHARES | table().words["money"]
        if is_number or clauses[index].tag == "$":
            return True
    return False


def _is_measure(clauses: Clauses, noun: int) -> bool:
    named = parties_within(clauses.mentions, clauses[noun].start, clauses[noun].end)
    return not named and clauses[noun].lemma in table().words["measures"] - PROGRAMMES
