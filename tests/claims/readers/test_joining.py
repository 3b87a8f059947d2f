"""Joining: support raises, contradiction lowers, what is unlikely is refused aloud, planned is not held."""

import hashlib
from dataclasses import replace

import numpy as np
import pytest

from aidememoire.claims.readers.cutting import HINTS
from aidememoire.claims.readers.decoding import TaggedSentence, TaggedSpan, Tags
from aidememoire.claims.readers.hints import hints_of
from aidememoire.claims.readers.joining import (
    BORNE_OUT,
    JOINED,
    LIKELIER_THAN_NOT,
    LIKELY_PROMISE,
    UNSURE,
    Joint,
    Weights,
    confidence,
    grounds_of,
    is_borne_out,
    is_said_by_all,
    join,
    least_of,
)
from aidememoire.claims.readers.rules import propose_by_rules
from aidememoire.claims.readers.tagger import FOLDER, WEIGHTS, card
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import ClaimKind, MeetingState, Proposal, Reader, Refusal
from aidememoire.pipeline import read_text

TEXT = (
    "OSLO, 3 May 2019 - Norwegian Foreign Minister Kari Berg met her Finnish counterpart Aino Salo in Oslo on Friday. "
    "The ministers agreed to open a joint consulate in Murmansk by 2021. "
    "Norway sees to it that Finland gets two icebreakers. "
    "Norway and Finland would come together in Turku. "
    "Envoys of Norway and Finland will bend over one map in Turku on 9 June."
)
EQUAL = Joint(
    {f"{kind} {key}": Weights(0.0, (0.0, 1.0, 1.0)) for kind in JOINED for key in (*Reader, UNSURE, "turn")},
    dict.fromkeys(JOINED, 0.5),
)


@pytest.fixture(scope="module")
def read():
    report, mentions, _ = read_text(TEXT, published="2019-05-03", title="Ministers meet in Oslo")
    return mentions, propose_by_rules(find_mentions(report, shipped()), shipped())


def _tags(mentions, *, sentence: int, promises=0.01, became=0.01, occasion=0.01, state="held", spans=()):
    """Tags of nothing but one sentence; ``spans``: (label, words, kind)."""
    found = []
    starts = [token.start for token in mentions.tokens]
    inside = {
        label: np.full(len(starts), 0.01) for label in ("content", "cue", "source", "promise", "subject", "cause")
    }
    for label, words, kind in spans:
        at = TEXT.index(words)
        found.append(TaggedSpan(label, at, at + len(words), 0.95, kind, 0.9))
        inside[label][[at <= start < at + len(words) for start in starts]] = 0.95
    said = tuple(
        TaggedSentence(one.index, promises, became, occasion, state, "meeting", "suspended")
        if one.index == sentence
        else TaggedSentence(one.index, 0.01, 0.01, 0.01, "held", "meeting", "launched")
        for one in mentions.sentences
    )
    return Tags(tuple(found), said, starts, inside)


def _sentence(mentions, words: str) -> int:
    return next(one.index for one in mentions.sentences if words in mentions.words(one.span))


def _of(kind, found):
    return [one for one in found if isinstance(one, Proposal) and one.kind is kind]


def _by_tagger(kind, found):
    return [one for one in _of(kind, found) if one.readers == (Reader.TAGGER,)]


def test_what_both_find_is_surer_than_what_only_the_rules_find(read):
    mentions, found = read
    promise = _of(ClaimKind.COMMITMENT, found)[0]
    number = _sentence(mentions, "agreed to open")
    words = "open a joint consulate in Murmansk by 2021"
    with_it = _tags(mentions, sentence=number, promises=0.95, spans=[("promise", words, "agreed")])
    without = _tags(mentions, sentence=number)
    weights = EQUAL.weights["commitment rules"]
    assert confidence(weights, grounds_of(promise, mentions, with_it)) > 0.9
    assert confidence(weights, grounds_of(promise, mentions, without)) < 0.1
    kept = _of(ClaimKind.COMMITMENT, join(mentions, with_it, found, EQUAL))
    assert [one.readers for one in kept] == [(Reader.RULES, Reader.TAGGER)]


def test_what_the_tagger_contradicts_is_refused_aloud(read):
    mentions, found = read
    out = join(mentions, _tags(mentions, sentence=0), found, EQUAL)
    assert not _of(ClaimKind.COMMITMENT, out)
    assert any(isinstance(one, Refusal) and one.why == "low_confidence" for one in out)


def test_what_only_the_tagger_finds_is_completed_by_rules(read):
    mentions, found = read
    number = _sentence(mentions, "sees to it")
    words = "Finland gets two icebreakers"
    tags = _tags(mentions, sentence=number, promises=0.95, spans=[("promise", words, "pledged")])
    kept = [
        one for one in _of(ClaimKind.COMMITMENT, join(mentions, tags, found, EQUAL)) if one.readers == (Reader.TAGGER,)
    ]
    assert [(one.values.content, one.values.made_by, one.values.strength) for one in kept] == [
        (words, ("NOR",), "pledged")
    ]
    assert kept[0].evidence[0].start == TEXT.index("Norway sees")


def test_an_occasion_to_come_is_planned_whatever_the_tagger_says(read):
    mentions, found = read
    number = _sentence(mentions, "will bend over one map")
    tags = _tags(mentions, sentence=number, occasion=0.95, state="held")
    new = _by_tagger(ClaimKind.MEETING, join(mentions, tags, found, EQUAL))
    assert [one.values.state for one in new] == [MeetingState.PLANNED]
    assert new[0].values.parties == ("FIN", "NOR")


def test_what_is_only_imagined_is_no_occasion(read):
    mentions, found = read
    number = _sentence(mentions, "would come together")
    out = join(mentions, _tags(mentions, sentence=number, occasion=0.95), found, EQUAL)
    assert not _by_tagger(ClaimKind.MEETING, out)


def test_other_kinds_pass_untouched(read):
    mentions, found = read
    others = [one for one in found if isinstance(one, Proposal) and one.kind not in JOINED]
    out = join(mentions, Tags((), ()), found, EQUAL)
    assert [one for one in out if isinstance(one, Proposal) and one.kind not in JOINED] == others


def test_hints_tell_where_the_rules_found_what(read):
    _, found = read
    hints = hints_of(found)
    words = {(HINTS[place], TEXT[start:end]) for start, end, place, _ in hints}
    assert ("promise", "open a joint consulate in Murmansk by 2021") in words
    assert ("trigger", "met") in words


def test_confidence_comes_in_steps_so_that_machines_agree():
    assert confidence(Weights(0.1234567, (1.0,)), [0.0]) == round(confidence(Weights(0.1234567, (1.0,)), [0.0]), 3)
    assert confidence(Weights(0.0, (1.0,)), [1e9]) == 1.0


def test_a_promise_leans_on_a_meeting_that_only_the_tagger_saw_only_where_that_stands(read):
    mentions, _ = read
    number = _sentence(mentions, "sees to it")
    spans = [("promise", "Finland gets two icebreakers", "pledged")]
    tags = _tags(mentions, sentence=number, occasion=0.9, promises=0.95, spans=spans)
    stricter = replace(EQUAL, least={**EQUAL.least, ClaimKind.MEETING: 0.99})
    for joint, made_at in ((EQUAL, f"tagged-meeting:{number}"), (stricter, None)):
        out = join(mentions, tags, (), joint)
        assert [one.key for one in _by_tagger(ClaimKind.MEETING, out)] == ([made_at] if made_at else [])
        assert [one.values.made_at for one in _by_tagger(ClaimKind.COMMITMENT, out)] == [made_at]


@pytest.mark.parametrize(
    ("side", "cut", "expected"),
    [
        ("NOR", "open a joint consulate in Murmansk by 2021", True),
        ("NOR", "to open a joint consulate in Murmansk", True),  # hardly another cut
        ("NOR", "Murmansk by 2021", False),  # only a part of it
        ("NOR", "Finland gets two icebreakers", False),  # another promise
        (None, "open a joint consulate in Murmansk by 2021", False),  # news
    ],
)
def test_a_cut_like_the_rules_bears_a_promise_out_in_a_governments_account(read, side, cut, expected):
    mentions, found = read
    account = replace(mentions, report=replace(mentions.report, side=side))
    promise = _of(ClaimKind.COMMITMENT, found)[0]
    tags = _tags(account, sentence=_sentence(account, cut), promises=0.95, spans=[("promise", cut, "agreed")])
    assert is_borne_out(promise, account, tags) is expected


def test_less_is_asked_only_of_an_unsure_promise_that_is_borne_out():
    unsure, tagger, status = f"commitment {UNSURE}", f"commitment {Reader.TAGGER}", f"status {UNSURE}"
    assert least_of(unsure, 0.07, borne_out=True) == BORNE_OUT
    assert least_of(unsure, 0.07) == LIKELIER_THAN_NOT
    assert least_of(tagger, 0.07, borne_out=True) == LIKELIER_THAN_NOT
    assert least_of(status, 0.07, borne_out=True) == LIKELIER_THAN_NOT
    assert least_of("commitment rules", 0.07, borne_out=True) == LIKELY_PROMISE


def test_more_is_asked_of_a_promise_that_is_not_in_a_joint_texts_one_voice():
    assert least_of("commitment rules", 0.07) == LIKELY_PROMISE
    assert least_of("commitment rules", 0.07, one_voice=True) == 0.07
    assert least_of("commitment rules", 0.3) == least_of("commitment rules", 0.3, one_voice=True) == 0.3
    assert least_of("meeting rules", 0.07) == 0.07


@pytest.mark.parametrize(
    ("rule", "ground", "sure", "expected"),
    [
        ("commitments.commit", "voice", 0.8, True),  # "We commit to train 200 divers"
        ("commitments.agree", "voice", 0.8, True),  # "We agree to take action against tax havens"
        ("commitments.commit", "voice", 0.6, False),  # "We commit to further our partnership"
        ("commitments.commit", "named", 0.8, False),  # told of one party
        ("commitments.will", "voice", 0.8, False),  # "We will celebrate the day"
    ],
)
def test_what_all_authors_of_a_text_undertake_by_saying_so_stands(read, rule, ground, sure, expected):
    mentions, found = read
    promise = _of(ClaimKind.COMMITMENT, found)[0]
    said = replace(promise, rule=rule, confidence=sure, notes=("any", f"ground {ground}"))
    assert is_said_by_all(said) is expected
    unsupported = _tags(mentions, sentence=_sentence(mentions, "Murmansk"), promises=0.05)
    doubting = replace(EQUAL, weights={"commitment rules": Weights(-4.0, (0.0, 0.0, 0.0))})
    stands = [one for one in join(mentions, unsupported, [said], doubting) if isinstance(one, Proposal)]
    assert [one.confidence for one in stands] == ([LIKELIER_THAN_NOT] if expected else [])


def test_the_data_sheet_names_the_weights_that_ship():
    weights = FOLDER.joinpath(WEIGHTS).read_bytes()
    assert card()["weights"] == hashlib.sha256(weights).hexdigest()
