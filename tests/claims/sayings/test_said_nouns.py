"""Speech by nouns and by rarer verbs: what is told of it, and what only looks so."""

import pytest

from aidememoire.claims.sayings.cues import CLOSING, cue_verbs
from aidememoire.claims.sayings.said_nouns import noun_act
from aidememoire.model import SpeechAct
from tests.claims.test_statements import values_of

SAID = [  # sentence, speaker, content
    # nouns that a verb only carries
    ("Envoys repeated their denial of any deal.", "Envoys", "any deal"),
    ("The group renewed its rejection of the offer.", "group", "the offer"),
    ("Novak made a threat to close the port.", "Novak", "close the port"),
    ("The Council repeated its praise for the guards.", "Council", "the guards"),
    ("The Council reiterated its criticism of the vote.", "Council", "its criticism of the vote"),
    ("Novak repeated calls on Sunday for a truce.", "Novak", "a truce"),
    # whose they are by the name before them
    (
        "The vote came after U.S. charges that Norway had sold chips below cost.",
        "U.S.",
        "Norway had sold chips below cost",
    ),
    ("They backed the NATO call for a truce in the north.", "NATO", "a truce"),
    # verbs whose content is no clause
    ("The government blamed the drought.", "government", "the drought"),
    ("Activists reported heavy fighting in the north.", "Activists", "heavy fighting in the north"),
    ("The two sides agreed on the need for a truce.", "two sides", "the need for a truce"),
    ("The ministers agreed on the importance of free ports.", "ministers", "the importance of free ports"),
    ("The envoy made clear his anger at the delay.", "envoy", "his anger at the delay"),
    ("The rebels vowed revenge for the raid.", "rebels", "revenge for the raid"),
    ("The president spoke for the expansion of the council.", "president", "the expansion of the council"),
    ("The envoy spoke of a growing danger of war.", "envoy", "a growing danger of war"),
    ("The envoy pressed Norway to open the gate.", "envoy", "Norway to open the gate"),
    ("The group vowed on Monday to fight on.", "group", "fight on"),
    # rare or parted words
    ("Officers let slip last May that the road was unsafe.", "Officers", "the road was unsafe"),
    ("The envoy held out hope that the truce would last.", "envoy", "the truce would last"),
    ("The envoy left no doubt that the treaty was void.", "envoy", "the treaty was void"),
    ("Many Western powers have urged the mayor to stand down.", "Many Western powers", "the mayor to stand down"),
]


@pytest.mark.parametrize(("sentence", "speaker", "content"), SAID)
def test_speech_by_nouns_and_rarer_verbs(sentence: str, speaker: str, content: str) -> None:
    assert [(value.speaker, value.content) for value in values_of(sentence)] == [(speaker, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy did not repeat his denial of a deal.",
        "The envoy may repeat his denial of a deal.",
        "The dancers repeated their steps.",
        "The ministers agreed on a date for the talks.",
        "The parties agreed on later visits in May.",
        "The weather was to blame.",
        "The drought blamed nobody.",
        "The officer reports to the ministry.",
        "The president pressed the button to open the gate.",
        "The lawyer spoke for an hour.",
        "The bells spoke of spring.",
        "Speaking of the port, Novak smiled.",
        "The guard let slip the rope.",
        "They read the list of names and the reports.",
        "The criticism of the vote went on.",
    ],
)
def test_what_only_looks_like_speech(sentence: str) -> None:
    assert not values_of(sentence)


@pytest.mark.parametrize(
    ("noun", "act"),
    [
        ("denial", SpeechAct.DENIES),
        ("criticism", SpeechAct.CONDEMNS),
        ("threats", SpeechAct.WARNS),
        ("call", SpeechAct.DEMANDS),
        ("claim", SpeechAct.ASSERTS),
    ],
)
def test_what_the_noun_does(noun: str, act: SpeechAct) -> None:
    assert noun_act(noun) is act


def test_each_form_that_closes_a_sentence_is_a_verb_of_saying() -> None:
    assert set(CLOSING.values()) <= cue_verbs().keys()
