"""Promises of several in one sentence: what each does, where only the first has the word of promising."""

import pytest

from aidememoire.claims.promises.weighing import CUT_OFF
from tests.claims.test_commitments import contents_of
from tests.claims.test_promise_wordings import ANY, makers


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Chile promised to buy gas and Peru to build the pipe.", ["buy gas", "build the pipe"]),
        ("Chile committed $9 million and Peru $3 million to the fund.", ["$9 million", "$3 million to the fund"]),
        (
            "Chile promised $9 million, Peru $3 million and Chad a gift of grain.",
            ["$9 million", "$3 million", "a gift of grain"],
        ),
        (
            "Chile has agreed to supply the seed and Peru the land for the farm.",
            ["supply the seed", "the land for the farm"],
        ),
        (
            "Chile agreed to the reopening of the line and Peru to the release of five men.",
            ["the reopening of the line", "the release of five men"],
        ),
        (
            "The accord requires Chile to hand over the maps and Peru to reopen the mines.",
            ["hand over the maps", "reopen the mines"],
        ),
        # the parse joins the second doer to the place before
        (
            "Chile will reopen its consulate in Lima and Ecuador will return two boats, officials said.",
            ["reopen its consulate in Lima", "return two boats"],
        ),
        (
            "Chile is to lift its ban on tuna while Peru is to reopen the crossing at Tacna.",
            ["lift its ban on tuna", "reopen the crossing at Tacna"],
        ),
        # nobody is told anything: all are helped, or are given something
        ("Norway promised to help Chile and Peru to build the pipe.", ["help Chile and Peru to build the pipe"]),
        (
            "Norway will keep an office in Callao, Peru to serve its crews.",
            ["keep an office in Callao, Peru to serve its crews"],
        ),
        ("Norway will send ships to Chile and Peru in May.", ["send ships to Chile and Peru in May"]),
        # who promised it stands behind
        ("Chile was promised 40 lorries by Norway.", ["40 lorries"]),
        # what another does meanwhile, what a pact then lays down
        ("Norway will pay the crews for a year, with Chad allowing the money in.", ["pay the crews for a year"]),
        ("Norway and Chad signed a pact on tin under which Norway will pay.", ["a pact on tin"]),
    ],
)
def test_each_its_own(sentence: str, contents: list[str]) -> None:
    assert contents_of(sentence, ANY) == contents


@pytest.mark.parametrize(
    ("sentence", "content", "made_by"),
    [
        ("Chile promised to buy gas and Peru to build the pipe.", "build the pipe", ("PER",)),
        ("Chile committed $9 million and Peru $3 million to the fund.", "$9 million", ("CHL",)),
        ("Chile, but not Peru, agreed to withdraw its boats.", "withdraw its boats", ("CHL",)),
        ("Chile thanked Peru for its pledge to fund the hospital.", "fund the hospital", ("PER",)),
        ("Chile reaffirmed its pledge to fund the hospital.", "fund the hospital", ("CHL",)),
        ("Chile thanked Peru for agreeing to dig forty wells.", "dig forty wells", ("PER",)),
        ("A Lima newspaper said Chile would dig forty wells.", "dig forty wells", ("CHL",)),  # it reports a plan
        ("The presidents of Chile and Peru agreed to dig forty wells.", "dig forty wells", ("CHL", "PER")),
    ],
)
def test_whose(sentence: str, content: str, made_by: tuple[str, ...]) -> None:
    told = dict(zip(contents_of(sentence, ANY), makers(sentence), strict=True))
    assert told[content] == made_by


@pytest.mark.parametrize(
    "sentence",
    [
        "Fishermen from Chile and Peru agreed to stop using light lures.",
        "Chile's allies promised more shells.",
        "The governor of Tarapaca in Chile vowed to block the new base.",
        "The exiled Chilean leader Ada Lind promised to reopen the border with Peru.",
        "The former president of Chile said Peru would join the pact within a year.",
        "The Lakes Watch Group said Chile would withdraw its troops within weeks.",
        "Chile said it would do so only once the maps were handed over.",
    ],
)
def test_no_states_promise(sentence: str) -> None:
    assert contents_of(sentence, CUT_OFF) == []
