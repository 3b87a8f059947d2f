"""Who took part, where the words name others too: whose envoy or wife one is, who stayed away, who came next."""

import pytest
from tests.claims.test_particulars import meetings_in

from aidememoire.model import MeetingValues

HEAD = "Chilean President Juan Soto met Peruvian President Rosa Quispe in Lima on Tuesday. "


def present(text: str) -> list[list[str]]:
    values = [one.values for one in meetings_in(text, "2019-06-05", None)]
    return [sorted(who.name for who in one.participants) for one in values if isinstance(one, MeetingValues)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The envoy of Chilean President Juan Soto, Pablo Vera, met Peruvian President Rosa Quispe in Lima.",
            ["Pablo Vera", "Rosa Quispe"],
        ),
        (
            "Chilean President Juan Soto's special envoy, Pablo Vera, met Peruvian President Rosa Quispe in Lima.",
            ["Pablo Vera", "Rosa Quispe"],
        ),
        (
            "Pedro Alvarez, the deputy of Chilean Foreign Minister Juan Soto, received Peruvian President Rosa Quispe.",
            ["Pedro Alvarez", "Rosa Quispe"],
        ),
        (
            "The wife of the Chilean president, Ana Soto, met Peruvian President Rosa Quispe in Lima on Tuesday.",
            ["Ana Soto", "Rosa Quispe"],
        ),
        # refused: it is he himself
        (
            "The president of Chile, Juan Soto, met Peruvian President Rosa Quispe in Lima on Tuesday.",
            ["Juan Soto", "Rosa Quispe"],
        ),
        (
            "Chilean Foreign Minister Juan Soto and his Peruvian counterpart Rosa Quispe met in Lima on Tuesday and "
            "agreed to build a dam.",
            ["Juan Soto", "Rosa Quispe"],
        ),
    ],
)
def test_whose_envoy_or_wife(text: str, names: list[str]) -> None:
    assert present(text) == [names]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean Foreign Minister Pablo Vera did not attend the meeting.",
        "Chilean Foreign Minister Pablo Vera did not take part in the talks.",
        "Chilean Foreign Minister Pablo Vera was unable to take part.",
    ],
)
def test_who_stayed_away(sentence: str) -> None:
    assert present(HEAD + sentence) == [["Juan Soto", "Rosa Quispe"]]


def test_who_came() -> None:
    came = present(HEAD + "Chilean Foreign Minister Pablo Vera also took part in the meeting.")
    assert came == [["Juan Soto", "Pablo Vera", "Rosa Quispe"]]


def test_his_predecessor_is_another() -> None:
    found = present(
        "Chilean Foreign Minister Juan Soto received Peruvian Foreign Minister Rosa Quispe on Tuesday. His predecessor "
        "Pablo Vera visited Ecuador in March."
    )
    assert found[1:] == [["Pablo Vera"]]


def test_each_on_a_day_of_his_own() -> None:
    text = (
        "Chilean Minister Juan Soto met Peruvian Minister Rosa Quispe on Monday and Ecuadorian Minister Ana Loza on "
        "Tuesday."
    )
    values = [one.values for one in meetings_in(text, "2019-06-05", None)]
    days = [(one.parties, str(one.date.first)) for one in values if isinstance(one, MeetingValues) and one.date]
    assert days == [(("CHL", "PER"), "2019-06-03"), (("CHL", "ECU"), "2019-06-04")]


def test_each_after_a_day_of_his_own() -> None:
    text = (
        "Chilean Minister Juan Soto met on Monday with Peruvian Minister Rosa Quispe and on Tuesday with Ecuadorian "
        "Minister Ana Loza."
    )
    values = [one.values for one in meetings_in(text, "2019-06-05", None)]
    days = [(one.parties, str(one.date.first)) for one in values if isinstance(one, MeetingValues) and one.date]
    assert days == [(("CHL", "PER"), "2019-06-03"), (("CHL", "ECU"), "2019-06-04")]


def test_all_on_one_day() -> None:
    text = "Chilean Foreign Minister Juan Soto met Peru's Rosa Quispe and Ecuador's Ana Loza on Tuesday."
    values = [one.values for one in meetings_in(text, "2019-06-05", None)]
    assert len(values) == 1


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Deputy Minister Juan Soto of Chile and Deputy Minister Rosa Quispe of Peru chaired the third round.", 3),
        ("Deputy Minister Juan Soto of Chile and Deputy Minister Rosa Quispe of Peru chaired the meeting.", None),
        ("Deputy Minister Juan Soto of Chile attended the third session.", None),
    ],
)
def test_the_number_of_what_both_sides_chaired(sentence: str, number: int | None) -> None:
    head = "The consultations between Chile and Peru were held in Lima on Tuesday. "
    values = meetings_in(head + sentence, "2019-06-05", None)[0].values
    assert isinstance(values, MeetingValues)
    assert values.ordinal == number
