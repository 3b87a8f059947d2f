"""Sentence → the day in it that is an agreement's to which it looks back, and what was agreed."""

import pytest

from aidememoire.views.checking.agreed_days import agreed_days
from tests.views.checking.material import draft_of


@pytest.mark.parametrize(
    ("text", "day", "thing"),
    [
        ("Peru has run the naval drill agreed on 14 September 2012.", "14 September 2012", "the naval drill"),
        ("The customs post at Malaba, agreed on 14 June 2018, is open.", "14 June 2018", "The customs post at Malaba"),
        ("The plans for the long tunnel agreed on 13 August 2019 had been completed.", "13 August 2019",
         "The plans for the long tunnel"),
        ("The bridge, which the two ministers promised in May 2016, is open.", "May 2016", "The bridge"),
        ("The treaty signed in Oslo by the two ministers on 3 May 2016 is in force.", "3 May 2016", "The treaty"),
        ("Finland has repaired the cable, as promised on 3 May 2019.", "3 May 2019", None),
        ("The agreement of 14 June 2018 was carried out.", "14 June 2018", None),
    ],
)  # fmt: skip
def test_days_of_agreements(text: str, day: str, thing: str | None) -> None:
    (found,) = agreed_days(draft_of(text), 0, len(text))
    assert text[found.mention.span.start : found.mention.span.end] == day
    assert (text[slice(*found.thing)] if found.thing else None) == thing
    assert found.clause[1] == found.mention.span.end


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda agreed on 14 June 2018 to build a post.",
        "The two ministers agreed on 14 June 2018 to build a post.",
        "Kenya and Uganda had agreed in June 2018 that the post would be built.",
        "They met and signed an agreement on 14 June 2018.",
        "The talks held on 3 May 2016 have ended.",
        "The post was promised on 3 May 2016 and was frozen on 4 June 2017.",
        "Juma said that Uganda agreed on 3 May 2016 to pay.",
        "Kenya agreed to pay, and opened the post on 3 May 2016.",
    ],
)
def test_days_of_the_deed_itself(text: str) -> None:
    assert list(agreed_days(draft_of(text), 0, len(text))) == []
