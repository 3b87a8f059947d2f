"""Seams: where a headline runs into a sentence, and capitals inside a sentence that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.language.seams import find_seams

# text with ¦ where a seam must be found
CASES = [
    "Envoy lands in Oslo ¦The government has sent him home.",
    "Envoy lands in Oslo ¦A spokesman said he was well.",
    "The truce “holds for now” ¦The council meets on Monday.",
    "Troops leave the valley ¦At least ten villages are empty.",
    "Ministers back the plan ¦But the rebels do not.",
    "The road is open at last ¦Activists say it is not.",
    "Talks go on in Oslo ¦The UN says they are useful.",
    "Envoy lands in Oslo ¦He was met by nobody.",
    "The road was shut in May 2004 ¦It has been open since.",
    "“We have time” ¦End Quote Jan Novak",
    "Two lines run together here ¦There is no stop ¦They go on.",
    "Rain puts ferries at risk ¦Ferries have been held in port since ferries sank.",
    "Talks go on in Oslo without much hope ¦By the Morning Post Staff ¦The envoy said so.",
    "The minister called the cargo “dangerous” ¦On 10 January a ship was stopped.",
    "The harbour guard told them “we will help where we can” ¦Norway has offered two ships.",
    "The envoy said there was hope of it “holding on” ¦Norway has sent a letter.",
    "Envoy lands in Oslo ¦An envoy of his said so.",
    # no seam
    "The talks with Lim An were short, and Lim An said so.",
    "The talks with Lim An in Oslo were short, and Lim An urged more.",
    "He hailed the “Roads to the Sea” Conference in Oslo.",
    "He hailed the “Our Children Can Swim” Conference in Oslo and its guests.",
    "“We will help where we can” Norwegian Foreign Minister Jan Novak said.",
    "He spoke on “The Hour of the Day” Friday of boats.",
    "The town “will be served by boat until” February 28, the guild said.",
    "They welcome the newly elected Deputies have come; the Deputies met deputies.",
    "The two Presidents have met; presidents often do.",
    "He says Parliament has met; a parliament must.",
    "He works for The Hague court.",
    "He read the newspaper The guardian of the road.",
    "She took vitamin A every day.",
    "The report speaks of The good shepherd.",
    "In May the government left. The envoy stayed.",
    "He met the Secretary of State for talks.",
    "The Interior Ministry Troops have a new head.",
    "Dozens of Jehovah’s Witnesses have been fined.",
    "He asked for plan A and was refused.",
    "Oslo, In short, is cold.",
    "“The road is open,” said the envoy. “It leads north.”",
    "What They Saw in the Hills",
]


@pytest.mark.parametrize("marked", CASES)
def test_seams(marked: str) -> None:
    pieces = marked.split("¦")
    text = "".join(pieces)
    bounds, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        bounds.append(at)
    assert list(find_seams(text, 0, len(text))) == bounds


@given(st.text(alphabet="The a A In“”'. \nend Quote", max_size=80))
def test_seams_stand_in_order_within_the_text(text: str) -> None:
    seams = list(find_seams(text, 0, len(text)))
    assert seams == sorted(set(seams))
    assert all(0 < seam < len(text) for seam in seams)
