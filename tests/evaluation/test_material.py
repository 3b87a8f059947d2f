"""Marks with offsets → marks with words: only what is kept as a place in the text is taken for one."""

import pytest

from evaluation.material import to_words

TEXT = "The envoys met in Lima on Friday."


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ({"evidence": [0, 14]}, {"evidence": "The envoys met"}),
        ({"place": [18, 22], "date": "2019-05-03"}, {"place": "Lima", "date": "2019-05-03"}),
        ({"evidence_more": [[0, 3], [18, 22]]}, {"evidence_more": ["The", "Lima"]}),
        ({"participants": [{"name": [4, 10], "party": "PER"}]}, {"participants": [{"name": "envoys", "party": "PER"}]}),
        ({"place": "Lima", "cause": None}, {"place": "Lima", "cause": None}),
        ({"ordinal": 2, "counted": [3, 5]}, {"ordinal": 2, "counted": [3, 5]}),  # numbers, not places
        ({"parties": ["PER", "CHL"]}, {"parties": ["PER", "CHL"]}),
        ({"subject": [True, False]}, {"subject": [True, False]}),
        ({"subject": [1, 2, 3]}, {"subject": [1, 2, 3]}),
    ],
)
def test_words_are_restored(mark: dict[str, object], words: dict[str, object]) -> None:
    assert to_words({"statuses": [mark]}, TEXT) == {"statuses": [words]}
