"""Where the words of a promise end: what it is for and hangs on belongs to it, and each verb of a relative clause."""

import pytest

from tests.claims.test_commitments import CONTEXT, contents_of


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        # a purpose
        (
            "Norway will send 40 engineers to Chad to mend the dams of the lake.",
            "send 40 engineers to Chad to mend the dams of the lake",
        ),
        (
            "Norway will give 3 million dollars to the fund, to buy nets for the fishermen of Chad.",
            "give 3 million dollars to the fund, to buy nets for the fishermen of Chad",
        ),
        # a condition
        (
            "Norway pledged to close the two camps on the lake if Chad reopens its border.",
            "close the two camps on the lake if Chad reopens its border",
        ),
        # all verbs of a relative clause
        (
            "Norway and Chad will build a port that serves both states, creates jobs and protects the lake.",
            "build a port that serves both states, creates jobs and protects the lake",
        ),
        # "as" that belongs to it
        ("Norway will send more boats to the lake, as appropriate.", "send more boats to the lake, as appropriate"),
        # what a relative clause tells of stands before it
        (
            "Norway praised the 40 boats that Chad has pledged to send by May.",
            "the 40 boats that Chad has pledged to send by May",
        ),
        ("Norway, which has pledged to send 40 boats, praised Chad.", "send 40 boats"),
        ("The day on which Norway agreed to close the camp was a Sunday.", "close the camp"),
        ("The accord in which Norway agreed to leave the lake is old.", "leave the lake"),
        # before who says so
        ("Norway will mend the dam, Chad's acting foreign minister said.", "mend the dam"),
        # behind the occasion
        (
            "Norway agreed at talks in Lima to resume gas supplies to neighbouring Chad.",
            "resume gas supplies to neighbouring Chad",
        ),
        # when it was promised
        ("Norway agreed to mend the dam when its king met Chad's envoys for the first time.", "mend the dam"),
        ("Norway promised a loan for the dams of Chad when it met Poland.", "a loan for the dams of Chad"),
        ("Norway and Chad agreed to mend the dam following lengthy talks between their kings.", "mend the dam"),
        ("Norway will mend the dam following talks with Chad.", "mend the dam following talks with Chad"),
        ("Norway and Chad agreed to mend the dam following the flood.", "mend the dam following the flood"),
        ("Norway agreed to mend the dam after Chad had asked for it twice.", "mend the dam"),
        ("Norway said that it would mend the dam after the rains ended.", "mend the dam after the rains ended"),
        ("Norway agreed to mend the dam when the rains ended.", "mend the dam when the rains ended"),
        # why
        ("Norway will send 40 boats to the lake as a part of its aid.", "send 40 boats to the lake"),
        # who says so, the name in commas
        (
            "Norway will send 40 boats to the lake, the foreign minister, Ada Okafor, said.",
            "send 40 boats to the lake",
        ),
        (
            "Norway will send 40 boats to Chad, Niger, Mali and Togo, said the minister.",
            "send 40 boats to Chad, Niger, Mali and Togo",
        ),
        # other ends
        ("Norway will send 40 boats to the lake, as it did in 1990.", "send 40 boats to the lake"),
        ("Norway will send 40 boats to the lake, which is drying up.", "send 40 boats to the lake"),
        ("Norway will send 40 boats to the lake and Chad welcomed it.", "send 40 boats to the lake"),
        ("Norway will send 40 boats to the lake shortly after the talks.", "send 40 boats to the lake"),
    ],
)
def test_content(sentence: str, content: str) -> None:
    assert content in contents_of(CONTEXT + sentence, 0.0)
