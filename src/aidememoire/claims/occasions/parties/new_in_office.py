"""Words before an office that tell how its holder came to it or goes ("the newly elected president")."""

from collections.abc import Sequence

from aidememoire.model import Token

COME_OR_GO = frozenset(
    (
        "appointed reappointed elected reelected re-elected named nominated chosen confirmed installed inaugurated "
        "sworn designated promoted accredited arrived departing retiring ousted deposed exiled"
    ).split()
)
"""Accepts "(newly) elected", "departing"; refuses "detained", whom nobody meets in his office."""

LATELY = frozenset("newly recently just freshly then now re".split())


def before_new(tokens: Sequence[Token], index: int) -> int | None:
    """The token before such words that end at one; None where none end there.

    Accepts the "elected" of "with the newly elected President", the "in" of "the newly sworn-in President" and the
    "newly" before them; refuses the "elected" of "was elected by", whose "by" stands before no office.
    """
    if tokens[index].lower == "in":
        words = [token.lower for token in tokens[max(0, index - 2) : index]]
        return index - 3 if words == ["sworn", "-"] else None
    return index - 1 if tokens[index].lower in COME_OR_GO | LATELY else None
