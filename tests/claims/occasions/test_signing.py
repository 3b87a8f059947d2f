"""Signings and what else two sides do together in a ceremony: text → occasions, as in ``occasions.txt``."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

ROWS = [
    # signed by two sides, in a place and on a day
    ("Kenya and Chile signed an accord on milk in Oslo on Monday.", ["ceremony held CHL+KEN 2012-05-07 Oslo"]),
    ("Kenya signed with Chile on Monday a pact on milk.", ["ceremony held CHL+KEN 2012-05-07 -"]),
    (
        "The presidents of Kenya and Chile put their names to a pact on Monday.",
        ["ceremony held CHL+KEN 2012-05-07 -"],
    ),
    ("Kenya and Chile exchanged instruments of ratification in Oslo.", ["ceremony held CHL+KEN - Oslo"]),
    ("Kenya and Chile will sign an accord on milk in Oslo on Friday.", ["ceremony planned CHL+KEN 2012-05-11 Oslo"]),
    # neither a day nor a place: the document alone
    ("Kenya and Chile signed an accord on milk.", []),
    ("Kenya and Chile signed an accord on milk in 1995.", []),
    # what one state signs for itself, what firms sign, what is no document between states
    ("Kenya signed a law on the accord with Chile on Monday.", []),
    ("Kenya and Chile signed a law on milk in Oslo on Monday.", []),
    ("Kenyan and Chilean firms signed a deal on milk in Oslo on Monday.", []),
    ("Kenya's Safaricom and Chile's Copec signed a deal on milk in Oslo on Monday.", []),
    ("Kenya and Chile refused to sign an accord on milk in Oslo on Monday.", []),
    ("Kenya and Chile signed up to a plan on milk in Oslo on Monday.", []),
    # the document was signed
    (
        "The accord between Kenya and Chile on milk was signed in Oslo on 4 May 2012.",
        ["ceremony held CHL+KEN 2012-05-04 Oslo"],
    ),
    (
        "Kenya and Chile have an accord on milk. It was signed in Oslo on 4 May 2012.",
        ["ceremony held CHL+KEN 2012-05-04 Oslo"],
    ),
    ("Kenya, Chile and Peru have an accord on milk. It was signed in Oslo on 4 May 2012.", []),
    ("The cheque between Kenya and Chile was signed in Oslo on 4 May 2012.", []),
    # by those told of before
    (
        "Kenya and Chile have drafted an accord. The two dairy ministers signed the paper in Oslo on Monday.",
        ["ceremony held CHL+KEN 2012-05-07 Oslo"],
    ),
    (
        "Kenya and Chile have agreed on an accord. The signing took place in Oslo on Monday.",
        ["ceremony held CHL+KEN 2012-05-07 Oslo"],
    ),
    ("Kenya and Chile have agreed on an accord. The signing of the cheque took place in Oslo on Monday.", []),
    # a treaty's last line
    (
        "Treaty between Kenya and Chile on milk. The treaty enters into force at once. Done at Oslo on 4 May 2012.",
        ["ceremony held CHL+KEN 2012-05-04 Oslo"],
    ),
    # the day that names the document, and the meeting at which it was signed
    ("The protocol signed to the accord between Kenya and Chile of 4 May 2011 is in force.", []),
    ("Kenya and Chile like the accords signed at the May meeting in Oslo.", ["meeting held CHL+KEN - Oslo"]),
    # opened together
    (
        "Kenyan Foreign Minister Amina Mohamed and Chilean Foreign Minister Alfredo Moreno inaugurated a dairy in Oslo "
        "on Monday.",
        ["ceremony held CHL+KEN 2012-05-07 Oslo"],
    ),
    ("Kenya inaugurated a president whom Chile likes in Nairobi on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:100])
def test_signings(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected
