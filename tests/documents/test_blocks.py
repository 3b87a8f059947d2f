"""Blocks: where paragraphs end, and what each is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.documents.blocks import find_blocks
from aidememoire.model import BlockRole

B, T, H, D, L, A = (
    BlockRole.BODY,
    BlockRole.TITLE,
    BlockRole.HEADING,
    BlockRole.DATELINE,
    BlockRole.LINK,
    BlockRole.LABEL,
)

# text (lines joined by \n) → (words, role) of each block
CASES: list[tuple[str, str, list[tuple[str, BlockRole]]]] = [
    (
        "a boxed headline and a link stand alone",
        "The envoy spoke in Oslo. He was brief.\n\nMarta Lind: we have time\n\nGo to Interview\n\nShe left on Monday.",
        [
            ("The envoy spoke in Oslo. He was brief.", B),
            ("Marta Lind: we have time", H),
            ("Go to Interview", L),
            ("She left on Monday.", B),
        ],
    ),
    (
        "a line that breaks inside a sentence goes on",
        "The talks took\nplace in Oslo. They were long.\nThe end came late.",
        [("The talks took\nplace in Oslo. They were long.", B), ("The end came late.", B)],
    ),
    (
        "a line that ends in a word that can't end one goes on",
        "The President met with\nPrime Minister Lind in Oslo.",
        [("The President met with\nPrime Minister Lind in Oslo.", B)],
    ),
    (
        "a line that begins a sentence and doesn't end it goes on, whatever the next begins with",
        "The talks ended.\nThey discussed the visit of the Norwegian\nForeign Minister to Oslo.",
        [("The talks ended.", B), ("They discussed the visit of the Norwegian\nForeign Minister to Oslo.", B)],
    ),
    (
        "a headline in the middle stays one, though it begins with an article",
        "The talks ended.\nThe Way Forward in Europe\nWe must be patient.",
        [("The talks ended.", B), ("The Way Forward in Europe", H), ("We must be patient.", B)],
    ),
    (
        "a comma can't end a paragraph",
        "The talks ended.\nThey met the King,\nQueen Maud and others.",
        [("The talks ended.", B), ("They met the King,\nQueen Maud and others.", B)],
    ),
    (
        "a place over the body is no signature",
        "Remarks in Oslo\nOslo Fjord, Norway\nThank you all.",
        [("Remarks in Oslo", T), ("Oslo Fjord, Norway", H), ("Thank you all.", B)],
    ),
    (
        "a first line without its full stop is the title",
        "Talks in Oslo end\nThe talks ended on Monday. Nobody was glad.",
        [("Talks in Oslo end", T), ("The talks ended on Monday. Nobody was glad.", B)],
    ),
    (
        "a date line over the body",
        "Talks end\nJune 3, 2003 10:00 Oslo\nThe talks ended.",
        [("Talks end", T), ("June 3, 2003 10:00 Oslo", D), ("The talks ended.", B)],
    ),
    (
        "what follows See also is navigation",
        "The talks ended in Oslo.\nSee also\nTalks with Sweden May 3, 2003",
        [("The talks ended in Oslo.", B), ("See also", L), ("Talks with Sweden May 3, 2003", L)],
    ),
    (
        "labels over a release",
        "Talks with Norway\nOffice of the Spokesperson\nThe following is attributable to Spokesman Roe:\nThey met.",
        [
            ("Talks with Norway", T),
            ("Office of the Spokesperson", A),
            ("The following is attributable to Spokesman Roe:", A),
            ("They met.", B),
        ],
    ),
    (
        "a signature line",
        "On Norway\nJo A. Roe, Secretary of State\nWe are glad.",
        [("On Norway", T), ("Jo A. Roe, Secretary of State", A), ("We are glad.", B)],
    ),
    (
        "turns of a transcript never join",
        "MR ROE: Well\nQUESTION: And then?\nMR ROE: Nothing.",
        [("MR ROE: Well", B), ("QUESTION: And then?", B), ("MR ROE: Nothing.", B)],
    ),
    (
        "items of a list never join",
        "They agreed:\n- to meet again\n- to write.",
        [("They agreed:", B), ("- to meet again", B), ("- to write.", B)],
    ),
    (
        "hard-wrapped text joins lines, and keeps paragraphs",
        "The ministers of the two countries met in the old town hall of Oslo\n"
        "Monday and spoke for three hours about the border, the fish and the\n"
        "Arctic. Foreign Minister Lind said afterwards that the meeting had\n"
        "gone well and that a second one would follow in the autumn, perhaps\n"
        "in Tromsø.\n\nSweden took no part.",
        [
            (
                "The ministers of the two countries met in the old town hall of Oslo\n"
                "Monday and spoke for three hours about the border, the fish and the\n"
                "Arctic. Foreign Minister Lind said afterwards that the meeting had\n"
                "gone well and that a second one would follow in the autumn, perhaps\n"
                "in Tromsø.",
                B,
            ),
            ("Sweden took no part.", B),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(text: str, expected: list[tuple[str, BlockRole]]) -> None:
    blocks = find_blocks("r", text, None)
    assert [(text[block.span.start : block.span.end], block.role) for block in blocks] == expected


def test_title_given_and_repeated_in_the_text() -> None:
    text = "Talks in Oslo\n\nThe talks ended."
    assert [block.role for block in find_blocks("r", text, "Talks in Oslo")] == [T, B]


@given(st.text(alphabet=st.sampled_from("ab A.:\n\r\t“”…—\u2028é1"), max_size=300))
def test_blocks_hold_every_word_once(text: str) -> None:
    blocks = find_blocks("r", text, None)
    inside = "".join(text[block.span.start : block.span.end] for block in blocks)
    assert "".join(inside.split()) == "".join(text.split())
    ends = [0, *(block.span.end for block in blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, blocks, strict=False))


def test_a_report_of_one_line_is_read_as_a_body_though_its_title_says_the_same() -> None:
    line = "The envoy said that the road would open in May."
    assert [block.role for block in find_blocks("r", line, line)] == [B]
    assert [block.role for block in find_blocks("r", f"{line}\n\nHe left on Monday. She stayed.", line)] == [T, B]
