"""What the tagger saw becomes a statement only of the sentence that says so."""

import pytest

from aidememoire.claims.readers.completing.sayings import propose_sayings
from aidememoire.claims.readers.decoding import TaggedSpan, Tags
from aidememoire.pipeline import read_text

BEFORE = "Norwegian Foreign Minister Ine Berg said the port was open."


def tagged(text: str, label: str, words: str) -> TaggedSpan:
    start = text.index(words)
    return TaggedSpan(label, start, start + len(words), 0.9, None, 0.0)


@pytest.mark.parametrize(
    ("text", "content", "is_said"),
    [
        (BEFORE, "the port was open", True),
        (f"{BEFORE} Ships would come by June.", "Ships would come by June", True),
        (f"{BEFORE} The two agreed to dredge the harbour by June.", "dredge the harbour by June", False),
        (f"{BEFORE} Traders want to dredge the harbour by June.", "dredge the harbour by June", False),
    ],
)
def test_statement_is_of_the_sentence_that_attributes_it(text: str, content: str, is_said: bool) -> None:
    _, mentions, _ = read_text(text, published="2019-05-06")
    spans = (tagged(text, "source", "Ine Berg"), tagged(text, "cue", "said"), tagged(text, "content", content))
    said = [mentions.words(dict(one.spans)["content"][0]) for one in propose_sayings(mentions, Tags(spans, ()))]
    assert said == ([content] if is_said else [])
