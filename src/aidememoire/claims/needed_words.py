"""What a pattern can't match without, so that a table of patterns is tried only where a text has the words for it.

To try a pattern on a sentence costs a hundred times what it costs to ask whether the sentence holds a word.
"""

import re
from collections import deque

PART = re.compile(
    r"\(\?P<\w+>|\(\?<?[=!]|\(\?[a-z-]*:|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[*+?]\??|\{[\d,]*\}\??|.", re.DOTALL
)
"""One part of a pattern: the bracket that opens a group, a class of characters, a count, or one character."""

UNWANTED = frozenset({"(?!", "(?<!"})  # open what must not stand there
SHORTEST = 2  # letters; a single one stands in every sentence


def needed_words(pattern: str) -> frozenset[str]:
    """Words or parts of words in small letters, one of which at least is in any text that the pattern matches.

    Empty where there are none, so that the pattern must be tried. Reads the syntax of the project's tables: groups,
    looks around, classes, counts; raises ValueError at any other.

    >>> sorted(needed_words(r"(?:met|meets?)(?! by chance)|sat down"))
    ['down', 'meet', 'met']
    """
    return _of_alternatives(deque(PART.findall(pattern)))


def _of_alternatives(parts: deque[str]) -> frozenset[str]:
    """What the alternatives up to the end of their group need; nothing where one of them needs nothing."""
    found = [_of_sequence(parts)]
    while parts and parts.popleft() == "|":
        found.append(_of_sequence(parts))
    return frozenset().union(*found) if all(found) else frozenset()


def _of_sequence(parts: deque[str]) -> frozenset[str]:
    """What one alternative needs: the longest of its unbroken letters and of the groups that it can't do without."""
    needed: list[frozenset[str]] = []
    letters = ""
    while parts and parts[0] not in {"|", ")"}:
        part = parts.popleft()
        if part[0] in "*+?{":
            raise ValueError(f"no part of a pattern that is read here: {part}")
        group = _of_alternatives(parts) if part[0] == "(" else frozenset[str]()
        count = parts.popleft() if parts and parts[0][0] in "*+?{" else ""
        may_lack = count.startswith(("*", "?", "{0", "{,"))
        if part.isalnum() and not may_lack:
            letters += part.lower()
        elif part not in UNWANTED and not may_lack:
            needed.append(group)
        if count or not part.isalnum():
            needed.append(frozenset({letters}))
            letters = ""
    usable = [one for one in (*needed, frozenset({letters})) if one and _shortest(one) >= SHORTEST]
    return max(usable, key=_shortest, default=frozenset())


def _shortest(words: frozenset[str]) -> int:
    return min(map(len, words))
