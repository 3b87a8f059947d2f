"""Two sentences → one promise or two: the same deed told again in other words."""

import pytest

from tests.claims.test_commitments import commitments_of

ANY = 0.0  # whatever the weights say of it


@pytest.mark.parametrize(
    ("first", "second", "promises"),
    [
        # the same deed in other words
        ("Norway pledged to send a mission to Chad.", "Norway will send a large mission soon.", 1),
        ("Norway pledged to open its port to ferries.", "Norway agreed to open the northern port by May.", 1),
        # how many, to whom, not at all
        ("Norway pledged to send two ships to the gulf.", "Norway will send three ships by May.", 2),
        ("Norway pledged to send a mission to Chad.", "Norway agreed to send another mission to Peru.", 2),
        ("Norway pledged to raise the duty on tuna.", "Norway agreed not to raise any duty on cod.", 2),
        # somebody else's, or another deed
        ("Norway pledged to send a mission to Chad.", "Peru will send a large mission soon.", 2),
        ("Norway pledged to send a mission to Chad.", "Norway will recall a large mission soon.", 2),
        ("Norway pledged to send a mission to Chad.", "Norway will send a large ferry soon.", 2),
    ],
)
def test_told_again(first: str, second: str, promises: int) -> None:
    found = commitments_of(f"{first}\n{second}", at_least=ANY)
    assert len(found) == promises
    assert sum(len(proposal.evidence) for proposal in found) == 2


def test_two_deeds_of_one_sentence_are_two() -> None:
    text = "Norway agreed to send a mission to Chad, and pledged to send a mission of its navy."
    assert len(commitments_of(text, at_least=ANY)) == 2
