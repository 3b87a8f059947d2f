"""Which reports the tagger never sees."""

import hashlib

from training.prepare import PARTS, is_kept

NAMES = [hashlib.sha256(str(number).encode()).hexdigest()[:12] for number in range(600)]


def test_a_report_is_always_kept_or_never_and_a_sixth_is() -> None:
    literal = {"report-0": True, "report-1": True, "report-2": False, "report-3": False}
    assert {name: is_kept(name) for name in literal} == literal  # the same on every machine
    assert 0.8 < sum(map(is_kept, NAMES)) * PARTS / len(NAMES) < 1.2


def test_no_passage_written_for_fitting_is_kept() -> None:
    assert not any(is_kept(f"written-{name}") for name in NAMES)
