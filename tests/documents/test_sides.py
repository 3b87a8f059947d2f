"""Whose account a text is when its outlet is in no table: accepted and refused heads, ends, names and addresses."""

import pytest

from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped

BODY = "The Minister met the envoy on Monday.\nWe will open the road in May, he said."
LONG = "\n".join(f"Paragraph {number} of the account tells of the road." for number in range(9))


def side_of(text: str, **given: str) -> tuple[str | None, list[str]]:
    report = make_report(text, Source(given_id="t", place="t", published="2019-05-06", **given), shipped())
    return report.side, [problem.message for problem in report.problems if problem.rule == "documents.side_inferred"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (f"Ministry of Foreign Affairs of the Republic of Kenya\nPress release\n{BODY}", "KEN"),
        (f"GOVERNMENT OF INDIA\nMinistry of External Affairs\n{BODY}", "IND"),
        (f"Statement by the Government of Norway\n{BODY}", "NOR"),
        (f"{BODY}\n{LONG}\nEmbassy of Japan in Kenya\nNairobi, 6 May 2019", "JPN"),
        (f"Embassy of Chile in Norway\n{BODY}\nEmbassy of Chile", "CHL"),
        # two states' offices; whose they are isn't said; a sentence; somebody who signs
        (f"Government of Norway\nGovernment of Sweden\n{BODY}", None),
        (f"Joint statement by the Government of Norway and the Government of Sweden\n{BODY}", None),
        (f"Ministry of Foreign Affairs\n{BODY}", None),
        (f"The Government of Norway shut the road.\n{BODY}", None),
        (f"{BODY}\nJan Novak\nPresident of Norway", None),
        (f"{LONG}\nEmbassy of Japan in Kenya\n{LONG}", None),  # in the middle
        # the press
        (f"OSLO, May 6 (Reuters) - The road is shut.\nGovernment of Norway\n{BODY}", None),
        (f"Government of Norway\nOSLO, May 6 - The road is shut.\n{BODY}", None),
        (f"Iran's embassy in Oslo did not answer a letter\n{BODY}", None),
        (f"Government of Norway\nBy Jan Novak\n{BODY}", None),
        (f"Government of Norway\nThe Korea Herald\n{BODY}", None),
        (BODY, None),
        ("", None),
        ("\n", None),
    ],
)
def test_by_its_own_head_and_end(text: str, side: str | None) -> None:
    found, why = side_of(text)
    assert found == side
    assert bool(why) is (side is not None)


@pytest.mark.parametrize(
    ("given", "side"),
    [
        ({"outlet": "Ministry of Foreign Affairs of Peru"}, "PER"),
        ({"outlet": "President of Chile"}, "CHL"),
        ({"url": "https://www.mfa.gov.tr/a-text.en.mfa"}, "TUR"),
        ({"outlet": "MFA", "url": "https://pmo.gov.mu/press/1"}, "MUS"),
        ({"outlet": "Embassy of Chile in Peru", "url": "https://pmo.gov.mu/press/1"}, None),  # two sides
        ({"outlet": "Oslo Evening Paper"}, None),
        ({"outlet": "Reuters"}, None),
        ({"url": "https://www.example.com/government-of-norway"}, None),
    ],
)
def test_by_its_publisher(given: dict[str, str], side: str | None) -> None:
    # an outlet that is known not to be an office keeps what its text quotes from making it one
    assert side_of(f"Government of Norway\n{BODY}" if side is None else BODY, **given)[0] == side


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Press release of the Embassy of Chile, Oslo", "CHL"),
        ("Russian consulate in Kirkenes", None),  # what it is about
        ("Statement by the Government of Norway on the road", None),
    ],
)
def test_by_its_title(title: str, side: str | None) -> None:
    assert side_of(BODY, title=title)[0] == side


def test_what_is_given_stands() -> None:
    assert side_of(f"Government of Norway\n{BODY}", side="SWE") == ("SWE", [])
    assert side_of(f"Government of Norway\n{BODY}", outlet="en.kremlin.ru") == ("RUS", [])


def test_it_says_from_what() -> None:
    assert side_of(f"Government of Norway\n{BODY}")[1] == [
        "side NOR is inferred from its head or its end: “Government of Norway”"
    ]
