"""Statuses whose words turn on others: stopped, resumed and suspended in one breath, thought of only, led to."""

from dataclasses import replace

import pytest

from aidememoire.model import Granularity, TimeMention, When
from tests.claims.by_hand import mentions_of
from tests.claims.test_statuses_rare import CONTEXT, statuses_of

TOLD = [
    # One noun, several participles.
    (
        "The lake pact, signed in Lima and suspended in Quito, was reinstated by Chad and Niger.",
        [("The lake pact", "suspended"), ("The lake pact, signed in Lima and suspended in Quito", "resumed")],
    ),
    # "Being resumed" is of what the sentence tells.
    (
        "The lake talks were halted for a year before being resumed by Chad and Niger.",
        [("The lake talks", "suspended"), ("The lake talks", "resumed")],
    ),
    ("The lake talks should be halted for a year before being resumed by Chad and Niger.", []),
    # What "it" stands for behind a preposition, too.
    ("The lake treaty took effect at dawn; Chad withdrew from it.", [("treaty", "in_force"), ("treaty", "withdrawn")]),
    # What is wrongly said, laid down, hinted at, possible.
    ("It would be wrong to say that the lake pact of Chad and Niger has failed.", []),
    ("It would be wrong to hide that the lake pact of Chad and Niger has failed.", [("the lake pact", "ended")]),
    ("Chad was cleared of the charge that it had broken the lake pact.", []),
    ("Chad was hurt by the charge that it had broken the lake pact.", [("the lake pact", "violated")]),
    ("The treaty of Chad and Niger provides that it shall remain in force for ten years.", []),
    ("Chad and Niger noted that the lake treaty remains in force.", [("the lake treaty", "in_force")]),
    ("Chad hinted at a suspension of the lake treaty.", []),
    ("A suspension of the lake treaty is out of the question, Chad said.", []),
    ("The suspension of the lake treaty is a blow to Chad.", [("the lake treaty", "suspended")]),
    # By report.
    ("Chad is reported to have left the lake pact.", [("the lake pact", "withdrawn")]),
    ("Chad is not known to have left the lake pact.", []),
    ("Chad is said to leave the lake pact soon.", []),
    # Slow, and due.
    ("Chad has been slow to implement the lake accord.", [("the lake accord", "delayed")]),
    ("Chad may be slow to implement the lake accord.", []),
    ("The lake pact of Chad and Niger is due to expire in May.", [("The lake pact", "in_force")]),
    ("The lake pact of Chad and Niger is due to take effect in May.", []),
    # All, not one.
    ("Chad has met every one of its pledges.", [("every one of its pledges", "fulfilled")]),
    ("Chad has met one of its six pledges.", [("its six pledges", "partly")]),
    # Stopping to do it tells more than doing it.
    ("Chad has not stopped implementing the lake treaty.", []),
    ("Chad has stopped implementing the lake treaty.", [("the lake treaty", "not_fulfilled")]),
    # What was to have come about did not; what is to come may yet.
    ("The truce between Chad and Niger was to have taken effect at dawn.", [("The truce", "not_fulfilled")]),
    ("The truce between Chad and Niger is to take effect at dawn.", []),
    # "When" it was done, it was done; "when" it is done, it may never be.
    ("Trade ceased when the lake treaty was violated by Chad.", [("the lake treaty", "violated")]),
    ("Trade will cease when the lake treaty is violated by Chad.", []),
    # Parts of a pact, what it is in, and how translators call a ceasefire.
    ("Not a single provision of the lake treaty was observed by Chad.", [("provision of the lake treaty", "not_fulf")]),
    ("Chad has not kept any of its promises.", [("any of its promises", "not_fulfilled")]),
    ("Chad has violated the ceasefire regime.", [("the ceasefire regime", "violated")]),
    ("Chad has violated the tax regime.", []),
    ("Operation of the rail accord between Chad and Niger was suspended.", [("rail accord", "suspended")]),
    ("Operation of the rail ferry between Chad and Niger was suspended.", []),
    # What is only thought of.
    ("Withdrawal from the lake treaty would cost Chad dearly.", []),
    ("Chad would consider the raid a breach of the lake treaty.", []),
    ("Chad considers the raid a breach of the lake treaty.", [("the lake treaty", "violated")]),
    # A meeting that is to be is no promise; a firm's talks are no state's.
    ("The visit to Chad, announced in May, did not happen.", []),
    ("The bridge to Chad, promised in May, did not open.", [("The bridge to Chad", "not_fulfilled")]),
    ("FC Lima's negotiations with Chad were suspended.", []),
    # Talks that are renewed go on again; a treaty that is renewed goes on longer.
    ("The work of the commission of Chad and Niger was renewed.", [("the commission", "resumed")]),
    ("The lake treaty between Chad and Niger was renewed.", [("The lake treaty", "extended")]),
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_what_the_words_turn_on(sentence: str, told: list[tuple[str, str]]) -> None:
    found = sorted((values.status.value, values.subject) for values in statuses_of(mentions_of(CONTEXT + sentence)))
    wanted = sorted((status, words) for words, status in told)
    assert len(found) == len(wanted)
    for (status, subject), (start, words) in zip(found, wanted, strict=True):
        assert status.startswith(start)
        assert words in subject


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("The quarrel over fish led to the suspension of the pact between Chad and Niger.", "The quarrel over fish"),
        ("Chad's envoy led us to the suspension of the pact between Chad and Niger.", None),
        ("Chad cancelled the lake pact on the grounds that it was too dear.", "it was too dear"),
    ],
)
def test_what_led_to_it_is_its_cause(sentence: str, cause: str | None) -> None:
    assert [values.cause for values in statuses_of(mentions_of(CONTEXT + sentence))][:1] == [cause]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Niger complained that Chad keeps violating the lake treaty.", ("TCD",)),
        ("Niger complained that Chad would keep violating the lake treaty.", None),
        ("The promise that Chad gave Niger was broken.", ("TCD",)),
        ("Chad announced its withdrawal from the lake convention; Niger did not.", ("TCD",)),
        ("Chad has been slow to implement its accord with Niger.", ("NER", "TCD")),
        ("Niger regretted the withdrawal of Chad from the lake convention.", ("TCD",)),
        ("Chad apologised for having broken the lake pact.", ("TCD",)),
    ],
)
def test_who_keeps_breaking_it(sentence: str, parties: tuple[str, ...] | None) -> None:
    found = [values.parties for values in statuses_of(mentions_of(CONTEXT + sentence))]
    assert found == ([parties] if parties else [])


WEEK = replace(When.parse("1986-06-02/1986-06-08"), granularity=Granularity.WEEK)
DAY = When.parse("1986-06-03")


@pytest.mark.parametrize(
    ("sentence", "times", "since"),
    [
        # A day right behind a coarser time makes it finer.
        (
            "The lake pact was suspended a week earlier, on 3 June, by Chad.",
            {"a week earlier": WEEK, "3 June": DAY},
            DAY,
        ),
        ("The lake pact was suspended a week earlier, by Chad.", {"a week earlier": WEEK}, WEEK),
        ("The lake pact between Chad and Niger expired on 3 June.", {"3 June": DAY}, DAY),
        # When it will expire is not since when it holds.
        ("The lake pact between Chad and Niger expires on 3 June.", {"3 June": DAY}, None),
        ("The lake pact has been in force since 3 June, the envoy of Chad recalled.", {"3 June": DAY}, DAY),
        ("The lake pact ceased to be in force on 3 June, Chad said.", {"3 June": DAY}, DAY),
    ],
)
def test_since_when(sentence: str, times: dict[str, When], since: When | None) -> None:
    text = CONTEXT + sentence
    told = tuple(
        TimeMention(
            mentions_of(text).report.span(text.index(words), text.index(words) + len(words)),
            "DATE",
            None,
            when,
            (),
            None,
        )
        for words, when in times.items()
    )
    assert [values.since for values in statuses_of(replace(mentions_of(text), times=told))] == [since]
