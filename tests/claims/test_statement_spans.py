"""The span property on real reports: the words at the span, no attribution in them, marks in pairs or reported.

``python -m evaluation.spans`` asks the same of 3,000.
"""

import pytest

from aidememoire.claims.sayings.quoted import marks_balance
from evaluation.material import MissingMaterialError
from evaluation.spans import draw, faults_in

REPORTS = 300
SHORT = 1500  # characters: so that CI asks it of many in under a minute


def test_the_span_property_on_real_reports() -> None:
    try:
        drawn = draw(REPORTS, seed=7, longest=SHORT)
    except MissingMaterialError as missing:
        pytest.skip(str(missing))
    assert [(source["id"], fault) for source in drawn for fault in faults_in(source)] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the road is open", True),
        ("the “road” is open", True),
        ("„the road“ is open", True),
        ("«the road» is “open”", True),
        ("``the road'' is open", True),
        ("the envoy's road isn't open", True),
        ("the “road is open", False),
        ("the road» is open", False),
        ('the "road is open', False),
    ],
)
def test_marks_in_pairs(words: str, expected: bool) -> None:
    assert marks_balance(words) is expected
