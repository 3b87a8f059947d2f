"""Who came, and for whom: text → occasions, written as in ``occasions.txt``."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

from aidememoire.model import MeetingValues, Proposal

STORE = "Norwegian Foreign Minister Jonas Gahr Store "
SESSION = "The UN Security Council met in New York on Friday to discuss the drought. "

ROWS = [
    # an envoy of two bodies comes for both, wherever he is so called
    (
        "The NATO-African Union envoy, Ana Poe, said it was urgent. Ana Poe met " + STORE + "in Oslo on Monday.",
        ["meeting held AU+NATO+NOR 2012-05-07 Oslo"],
    ),
    # the envoy of one comes for that one
    ("NATO envoy Ana Poe met " + STORE + "in Oslo on Monday.", ["meeting held NATO+NOR 2012-05-07 Oslo"]),
    # a former minister comes for nobody, unless he was sent
    ("Former Peruvian Prime Minister Juan Poe met " + STORE + "in Oslo on Monday.", []),
    (
        "Former Peruvian Prime Minister Juan Poe, a special envoy, met " + STORE + "in Oslo on Monday.",
        ["meeting held NOR+PER 2012-05-07 Oslo"],
    ),
    # business people are no officials, their minister is one
    (STORE + "met Chilean business leaders in Oslo on Monday.", []),
    (STORE + "met Chilean and Peruvian business leaders in Oslo on Monday.", []),
    (STORE + "met Chilean officials in Oslo on Monday.", ["meeting held CHL+NOR 2012-05-07 Oslo"]),
    # whose foes a meeting is of is no party of it
    (
        STORE + "will chair the D-ISIS Ministerial in Oslo on 14 May with the Danish foreign minister.",
        ["meeting planned DNK+NOR 2012-05-14 Oslo"],
    ),
    # a people that comes in thousands is no delegation
    ("The minister said 142,000 Syrians had arrived in Jordan in May.", []),
    ("The minister said thousands of Syrians had arrived in Jordan in May.", []),
    # who is there too
    (
        STORE + "will fly to Lima for the summit of the African Union along with Chile and Peru on 14 May.",
        ["visit planned NOR+PER 2012-05-14 Lima", "summit planned AU+CHL+NOR+PER 2012-05-14 Lima"],
    ),
    (
        STORE + "will attend the African Union summit in Lima on 14 May, hosted by President Ana Poe of Peru.",
        ["summit planned AU+NOR+PER 2012-05-14 Lima"],
    ),
    (STORE + "will not attend the African Union summit in Lima on 14 May.", []),
    # a union of two states is these two
    (
        "The Supreme State Council of the Union State will meet in Minsk on 14 May.",
        ["meeting planned BLR+RUS 2012-05-14 Minsk"],
    ),
    # a league, and a council, by the last word of its name
    (
        "The Arab League wrote to the UN Security Council. The league’s foreign ministers met in Cairo on Monday.",
        ["meeting held Arab_League 2012-05-07 Cairo"],
    ),
    # "Friday's meeting" is the session told of
    (
        SESSION + "During Friday’s meeting, ambassadors from Chile and Peru defended the plan.",
        ["meeting held CHL+PER+UN 2012-05-04 New_York"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda value: str(value)[:90])
def test_who_came(text: str, expected: list[str]) -> None:
    assert all_written(meetings_in(text + FILLER, "2012-05-08")) == expected


def test_who_is_named_as_kin_stands_for_no_side() -> None:
    text = "The guests from Peru were greeted by Finnish President Tarja Halonen and her husband, Dr Pentti Arajarvi."
    (found,) = (one for one in meetings_in(text + FILLER, "2001-09-03") if isinstance(one, Proposal))
    assert isinstance(found.values, MeetingValues)
    assert {one.party for one in found.values.participants} == {"FIN", None}
