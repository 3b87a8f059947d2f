"""Sentence → what of it is compared."""

import pytest

from aidememoire.views.checking.deeds import dates_told
from aidememoire.views.checking.drafts import blanked
from aidememoire.views.checking.leaning import leaning_of, pronoun_of
from tests.views.checking.material import draft_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The post was opened in March 2019.", "The post was opened in ."),
        (
            "The 2020 plan was agreed. It was frozen in 2020.",
            "The 2020 plan was frozen in .",
        ),  # the plan's name
        ("The post was opened on Thursday.", "The post was opened on Thursday."),  # seen from the draft's own day
    ],
)
def test_days_are_left_out_where_the_draft_has_them(text: str, left: str) -> None:
    draft = draft_of(text)
    start, end = draft.sentences[-1]
    days = [(mention.span.start, mention.span.end) for mention in dates_told(draft, start, end)]
    bare = blanked(draft.text[start:end].strip(), start, days)
    pronoun = pronoun_of(draft, start, end)
    reading = next(leaning_of(draft, start, pronoun, ()).resolved(bare, start)) if pronoun else bare
    assert " ".join(reading.split()) == left
