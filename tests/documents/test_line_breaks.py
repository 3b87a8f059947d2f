"""Line breaks inside a sentence: which lines go on, and which stand alone."""

import tomllib
from importlib.resources import files

import pytest

from aidememoire.documents.blocks import find_blocks
from aidememoire.documents.line_breaks import Page, goes_on, read_page

WHOLE = Page("Talks in Oslo", "Talks in Oslo", is_wrapped=False, is_broken_once=False, is_broken=False)
ONCE = Page("Talks in Oslo", "Talks in Oslo", is_wrapped=False, is_broken_once=True, is_broken=False)
BROKEN = Page("Talks in Oslo", "Talks in Oslo", is_wrapped=False, is_broken_once=True, is_broken=True)
UNTITLED = Page(None, "Marta Lind receives the envoy of Chile", is_wrapped=False, is_broken_once=True, is_broken=True)

# page, line (with what is open before it), next line → whether it goes on
CASES: list[tuple[Page, str, str, bool]] = [
    # on any page
    (WHOLE, "The talks took", "place in Oslo.", True),
    (WHOLE, "The King met with", "Prime Minister Lind.", True),
    (WHOLE, "Marta Lind spoke to the Foreign", "Minister of Chile.", True),
    (WHOLE, "The envoy thanked the United", "Nations for the food", True),
    (WHOLE, "The meeting was attended by Prime", "Minister Marta Lind", True),
    (WHOLE, "Marta Lind wrote to the first President of the Republic of Chile", "Rosa Prado.", True),
    (WHOLE, "Envoys of Norway and Iran", "Minister Lind leaves for Oslo", False),
    (WHOLE, "Oslo Fjord, Norway", "Thank you all.", False),
    (WHOLE, "Talks with President", "Norway sent its envoy.", False),
    (WHOLE, "Marta Lind spoke to President of Chile Rosa", "Prado and others in Oslo", False),  # nobody can tell here
    (WHOLE, "The Way Forward", "Marta Lind has a plan.", False),
    # on a page that breaks its sentences
    (BROKEN, "Marta Lind spoke to President of Chile Rosa", "Prado, who came to Oslo", True),
    (BROKEN, "They spoke for three hours. The road was given to the Interior", "Ministry. It was closed", True),
    (BROKEN, "The road was begun after the towns had paid", "18 percent of its price.", True),
    (BROKEN, "Marta Lind received", "Rosa Prado, the envoy of Chile, in the", True),
    (BROKEN, "Chairman of the Fishing Commission", "Rosa Prado: We have time.", True),
    (BROKEN, "Over", "250 people came.", True),
    (BROKEN, "She will also see President", "Rosa Prado.", True),
    (BROKEN, "Talks in Oslo", "Marta Lind had talks with the envoy", False),  # the title
    (BROKEN, "Marta Lind will receive the envoy of Chile", "On May 3, Marta Lind will receive", False),
    (BROKEN, "Marta Lind will receive the envoy of Chile", "Marta Lind will receive Rosa Prado at", False),
    (BROKEN, "Marta Lind has opened the road over the mountains", "The Prime Minister drove to the", False),
    (BROKEN, "Speech at the opening of the road", "Prime Minister Marta Lind: Friends,", False),
    (BROKEN, "Speech at the opening of the road", "Prime Minister of Norway", False),
    (BROKEN, "Speech at the opening of the road", "Rosa Prado (retranslated): Thank you", False),
    (BROKEN, "Marta Lind opened the road over the mountains", "May 3, 2003 10:00 Oslo", False),
    (BROKEN, "May 3, 2003 10:00 Oslo", "Marta Lind opened the road", False),
    (BROKEN, "Marta Lind opened the road over the mountains", "See also", False),
    (BROKEN, "See also", "Talks with Chile May 3, 2003", False),
    (BROKEN, "Additional", "All news of the journey to Chile", False),
    (BROKEN, "Talks with Chile May 3, 2003 Additional", "All news of the journey to Chile", False),
    (BROKEN, "Marta Lind will speak in the East Room", "2:29 P.M.", False),
    (BROKEN, "They agreed on the following", "1. Fish", False),
    (BROKEN, "They spoke for three hours.", "Marta Lind left", False),
    # where a single line is broken, only prose goes on
    (ONCE, "Marta Lind received the envoy of Chile Rosa", "Prado, who came to Oslo", True),
    (ONCE, "On May 3, Marta", "Lind will receive the envoy", True),
    (ONCE, "Economic Determination of the King", "No. 17 on Fish", False),
    (ONCE, "MR LIND: We will see whether the", "Ministry of Fish has any", True),
    (ONCE, "MR LIND: We have asked", "Chile and got no answer", False),
    # without a title, the first line may be one
    (UNTITLED, "Marta Lind receives the envoy of Chile", "Rosa Prado has come to Oslo to", False),
    (UNTITLED, "Marta Lind spoke to President of Chile Rosa", "Prado, who came to Oslo", True),
]


@pytest.mark.parametrize(
    ("page", "before", "line", "expected"), CASES, ids=[f"{case[1]} / {case[2]}" for case in CASES]
)
def test_goes_on(page: Page, before: str, line: str, expected: bool) -> None:
    assert goes_on(before, line, page) is expected


def test_read_page() -> None:
    broken = ["Talks", "Marta Lind met", "with the King. They", "spoke of the", "fish."]
    assert read_page(broken, "Talks").is_broken
    spoken = [*broken[:3], *(f"The envoy said so {number} times." for number in range(40))]
    assert read_page(spoken, "Talks").is_broken_once
    assert not read_page(spoken, "Talks").is_broken
    assert not read_page(["Talks", "Marta Lind met the King.", "", "they said"], "Talks").is_broken_once
    assert read_page([], None) == Page(None, "", is_wrapped=False, is_broken_once=False, is_broken=False)


def test_a_broken_page_keeps_its_headline_and_its_paragraphs() -> None:
    text = (
        "Talks with President of Chile Rosa Prado\n"
        "Marta Lind had talks in Oslo with President of Chile Rosa\n"
        "Prado, who was on a\nvisit to the north.\n"
        "The talks were about the Arctic\n"
        "Council and the\nfish.\nSee also\nTalks with Sweden May 3, 2003"
    )
    blocks = [
        text[block.span.start : block.span.end]
        for block in find_blocks("r", text, "Talks with President of Chile Rosa Prado")
    ]
    assert blocks == [
        "Talks with President of Chile Rosa Prado",
        "Marta Lind had talks in Oslo with President of Chile Rosa\nPrado, who was on a\nvisit to the north.",
        "The talks were about the Arctic\nCouncil and the\nfish.",
        "See also",
        "Talks with Sweden May 3, 2003",
    ]


def test_a_paragraph_of_very_many_lines_is_read_in_time() -> None:
    text = "and so on\n" * 20_000
    assert len(find_blocks("r", text, None)) == 1


NAMES = tomllib.loads(files("aidememoire.documents").joinpath("data/line_breaks.toml").read_text(encoding="utf-8"))[
    "names"
]


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["before"])
def test_a_break_in_a_name_goes_on(row: dict[str, str]) -> None:
    page = Page("Summit News", "Summit News", is_wrapped=False, is_broken_once=False, is_broken=False)
    (before, line), (other, beyond) = row["accepts"].split(" / "), row["refuses"].split(" / ")
    assert before.split()[-1] in row["before"].split()
    assert line.split()[0] in row["behind"].split()
    assert goes_on(f"Yesterday {before}", f"{line} on Friday", page)
    assert not goes_on(f"Yesterday {other}", f"{beyond} on Friday", page)
