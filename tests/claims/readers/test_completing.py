"""What the tagger saw becomes a statement only of the sentence that says so."""

import pytest

from aidememoire.claims.readers.completing.promises import propose_promises
from aidememoire.claims.readers.completing.sayings import propose_sayings
from aidememoire.claims.readers.decoding import TaggedSpan, Tags
from aidememoire.claims.readers.joining import candidates
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.knowledge import shipped
from aidememoire.model import Proposal, ReaderChoice, Refusal, StatementValues
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
    (found,) = propose_sayings(mentions, Tags(spans, ()))
    if is_said:
        assert isinstance(found, Proposal)
        assert mentions.words(dict(found.spans)["content"][0]) == content
    else:
        assert isinstance(found, Refusal)
        assert (found.kind, found.why, mentions.words(found.span)) == ("statement", "another_cue", content)


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ({"content": "the port was open"}, "no_cue"),
        ({"content": "the port was open", "cue": "said"}, "no_speaker"),
        ({"content": "the port was open", "cue": "said", "source": "Ine Berg"}, None),
        ({"content": "the port was open", "cue": "Minister", "source": "Ine Berg"}, "no_verb"),
        ({"content": "open", "cue": "said", "source": "Ine Berg"}, "too_short"),
        ({"content": "port was (open", "cue": "said", "source": "Ine Berg"}, "cut_wrongly"),
    ],
)
def test_what_is_not_completed_says_why(labels: dict[str, str], why: str | None) -> None:
    text = BEFORE.replace("port was open", "port was (open to all)") if "(" in labels["content"] else BEFORE
    _, mentions, _ = read_text(text, published="2019-05-06")
    spans = tuple(tagged(text, label, words) for label, words in labels.items())
    (found,) = propose_sayings(mentions, Tags(spans, ()))
    assert (found.why if isinstance(found, Refusal) else None) == why


def test_no_refusal_stands_over_what_the_rules_claim() -> None:
    _, mentions, reading = read_text(BEFORE, published="2019-05-06", readers=ReaderChoice.RULES)
    (claim,) = (one for one in reading.claims if one.kind == "statement")
    (content,) = dict(claim.spans)["content"]
    spans = (TaggedSpan("content", content.start, content.end, 0.9, None, 0.0),)
    rules = propose_by_rules(mentions, shipped())
    _, refused = candidates(mentions, Tags(spans, ()), rules)
    assert not refused
    _, refused = candidates(mentions, Tags(spans, ()), [])
    assert [one.why for one in refused] == ["no_cue"]


@pytest.mark.parametrize(
    ("text", "content", "is_promised"),
    [
        ("Norway agreed to dredge the harbour by June.", "dredge the harbour by June", True),
        ("The minister of Chad called on Norway to dredge the harbour by June.", "dredge the harbour by June", False),
        ("Norway urged Chad to dredge the harbour by June.", "dredge the harbour by June", False),
        ("Norway and Peru call on Chad to dredge the harbour by June.", "Chad to dredge the harbour by June", False),
        ("Norway and Peru encourage Chad to pay and to dredge the harbour.", "dredge the harbour", False),
    ],
)
def test_what_others_are_called_on_to_do_is_no_promise(text: str, content: str, is_promised: bool) -> None:
    _, mentions, _ = read_text(text, published="2019-05-06")
    (found,) = propose_promises(mentions, Tags((tagged(text, "promise", content),), ()), ())
    assert isinstance(found, Proposal) == is_promised
    assert is_promised or (isinstance(found, Refusal) and found.why == "wish")


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        # what it is for, told before it
        ("In order to widen the road, Norway has agreed to shut the pass.", "widen the road", None),
        ("Norway has agreed to shut the pass in order to widen the road.", "shut the pass", "shut the pass"),
        # joined to what is still to be done
        ("Norway has yet to impose duties promised in May, or to send a note.", "send a note", None),
        # without the "of" before it
        (
            "Norway welcomed the ratification of the pact with Chad on tin.",
            "of the pact with Chad on tin",
            "the pact with",
        ),
    ],
)
def test_a_promise_is_no_purpose_and_has_no_word_before_it(text: str, content: str, told: str | None) -> None:
    _, mentions, _ = read_text(text, published="2019-05-06")
    found = list(propose_promises(mentions, Tags((tagged(text, "promise", content),), ()), ()))
    words = [mentions.words(dict(one.spans)["content"][0]) for one in found if isinstance(one, Proposal)]
    assert all(one.startswith(told or "?") for one in words)
    assert bool(words) == (told is not None)


@pytest.mark.parametrize(
    ("text", "source", "speaker", "party"),
    [
        ("UN Secretary General urged Norway to mend the long road.", "General", "UN Secretary General", "UN"),
        (
            "Norwegian military leadership urged drivers to mend the road.",
            "leadership",
            "Norwegian military leadership",
            "NOR",
        ),
        # what stands before it is another's
        ("In Norway the guards urged drivers to mend the long road.", "guards", "guards", None),
    ],
)
def test_a_speaker_is_the_whole_phrase(text: str, source: str, speaker: str, party: str | None) -> None:
    _, mentions, _ = read_text(text, published="2019-05-06")
    content = text[text.index("urged ") + len("urged ") : -1]
    spans = (tagged(text, "source", source), tagged(text, "cue", "urged"), tagged(text, "content", content))
    (found,) = propose_sayings(mentions, Tags(spans, ()))
    assert isinstance(found, Proposal)
    assert isinstance(found.values, StatementValues)
    assert (found.values.speaker, found.values.speaker_party) == (speaker, party)
