"""References: text with the words in question in brackets → who is meant; nobody where it isn't sure."""

import re

import pytest

from tests.language.people_reading import mentions_of

POE = "Peruvian Foreign Minister Ana Poe"
ROE = "Chilean President Juan Roe"

# text with one [reference], the names that it stands for
MEANT = [
    (f"{POE} arrived. [Poe] said nothing.", ["Ana Poe"]),
    (f"{POE} arrived. [The Minister] said nothing.", ["Ana Poe"]),
    (f"{POE} arrived. [She] said nothing.", ["Ana Poe"]),
    (f"{ROE} arrived. [The Chilean leader] said nothing.", ["Juan Roe"]),
    (f"{ROE} arrived. [The president] said nothing.", ["Juan Roe"]),
    (f"{ROE} arrived. [He] said nothing.", ["Juan Roe"]),
    (f"{ROE} said [he] would go.", ["Juan Roe"]),
    (f"{ROE} met {POE}. [Peru's top diplomat] said nothing.", ["Ana Poe"]),
    (f"{ROE} spoke. “We shall see,” [he] said.", ["Juan Roe"]),
    (f"{ROE} met Peruvian President Eva Moe. [The two presidents] agreed.", ["Juan Roe", "Eva Moe"]),
    (f"{ROE} met Peruvian President Eva Moe. [Both leaders] agreed.", ["Juan Roe", "Eva Moe"]),
    (f"{ROE} told {POE} that [he] would go.", ["Juan Roe"]),
    (f"{ROE} met Peruvian President Eva Moe. [The president] said nothing.", ["Juan Roe"]),  # whom it is about
    (f"{ROE} met Peruvian Foreign Minister Maria Moe. [She] said nothing.", ["Maria Moe"]),
    (f"US Secretary of State Ivo Doe and {POE} met. [The Foreign Minister] said nothing.", ["Ana Poe"]),
    ("Chilean Deputy Prime Minister Ivo Doe arrived. [The minister] said nothing.", ["Ivo Doe"]),
    (f"{ROE} arrived. Chile's president told of [his] visit to Cuba.", ["Juan Roe"]),
    (f"{POE} arrived. According to [her], the road was shut.", ["Ana Poe"]),
    (f"{ROE} arrived. According to [his] words, the road was shut.", ["Juan Roe"]),
    (f"{ROE} arrived. In [his] opinion, the Peruvian guards fled.", ["Juan Roe"]),
    ("Thai Foreign Minister Somsak Roe arrived. [Somsak] said nothing.", ["Somsak Roe"]),  # called by the first name
    ("Thai Foreign Minister Somsak Roe arrived. “No,” [Somsak] told reporters.", ["Somsak Roe"]),
]

# text with one [word] that must stand for nobody
NOBODY = [
    f"{ROE} arrived. [A minister] said nothing.",  # indefinite
    f"{ROE} arrived. [The minister] said nothing.",  # no minister is named
    f"{ROE} arrived. [The Peruvian president] said nothing.",  # another party's
    "[He] said nothing.",
    f"{ROE} arrived. Peru's president told of [his] visit to Cuba.",  # the other's, of whom it is told
    f"{ROE} worked as [president] of a bank.",
    f"{ROE} arrived. “[He] is a liar,” a student said.",  # within a quotation it is the speaker's "he"
    f"{ROE} arrived. [The two presidents] agreed.",  # one is named
    f"{ROE} arrived. The road to [Roe Street] was closed.",
    f"{ROE} and Peruvian President Ivo Moe met. [The president] said nothing.",  # either of them
    f"{ROE} and Peruvian President Ivo Moe met. [He] said nothing.",
    "Chilean Vice President Ivo Doe arrived. [The president] said nothing.",  # another post
    "Chilean Deputy Foreign Minister Ivo Doe arrived. [The foreign minister] said nothing.",
    "Chilean Press Secretary Ivo Doe arrived. [The secretary] said nothing.",
    "Thai Foreign Minister Somsak Roe met Somsak Moe, a singer. [Somsak] said nothing.",  # either of them
    f"{ROE} arrived. In [his] weekly speech, Peruvian President Ivo Moe said nothing.",  # somebody named next
    f"{ROE} arrived. According to [his] lawyer, Peruvian President Ivo Moe said nothing.",
    f"{POE} arrived. [Ana] said nothing.",  # too short to be sure of
]


# in a transcript of Chile's government: a [reference], the names that it stands for
TALK = """Press Briefing by Ida Doe
SANTIAGO, May 4, 2021
MS. DOE: Chilean President Juan Roe met Peruvian President Eva Moe.
Q: What did they say?
"""
IN_TALK = [
    ("MS. DOE: [The President] will tell you.", ["Juan Roe"]),
    ("PRESIDENT MOE: I say that [the President] of all presidents is a friend.", None),
    ("PRESIDENT MOE: My country knows [the President] well.", ["Juan Roe"]),  # not she who speaks
    ("MS. DOE: Then [the Peruvian President] left.", ["Eva Moe"]),
]

# in a transcript of Peru's foreign ministry, in its minister's own turn
ANSWERS = """Ana Poe: I met Foreign Minister Ivo Doe of Chile in May.
Question: What else?
"""
IN_ANSWER = [
    ("Ana Poe: [The Minister] agreed with me.", ["Ivo Doe"]),  # not she who speaks
    ("Ana Poe: President Eva Moe of Bolivia came in June. [The Minister] was with her.", None),  # Bolivia's?
    ("Ana Poe: Bolivia's Defence Minister Ivan Roe came in June. [The Minister] agreed.", ["Ivan Roe"]),
]


def refer(marked: str, side: str | None = None) -> list[str] | None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    mentions = mentions_of(text, side=side)
    found = [r for r in mentions.references if r.span.start < end and start < r.span.end]
    assert all(re.search(r"\w", mentions.words(reference.span)) for reference in found)
    return [mentions.actors[index].name for index in found[0].actors] if found else None


@pytest.mark.parametrize(("marked", "names"), MEANT, ids=[row[0] for row in MEANT])
def test_who_is_meant(marked: str, names: list[str]) -> None:
    assert refer(marked) == names


@pytest.mark.parametrize("marked", NOBODY)
def test_nobody_rather_than_the_wrong_one(marked: str) -> None:
    assert refer(marked) is None


@pytest.mark.parametrize(("marked", "names"), IN_TALK, ids=[row[0] for row in IN_TALK])
def test_who_is_meant_in_a_transcript(marked: str, names: list[str] | None) -> None:
    assert refer(TALK + marked, "CHL") == names


@pytest.mark.parametrize(("marked", "names"), IN_ANSWER, ids=[row[0] for row in IN_ANSWER])
def test_who_is_meant_in_an_answer(marked: str, names: list[str] | None) -> None:
    assert refer(ANSWERS + marked, "PER") == names
