"""All planted faults are found, and nothing is found in what is right."""

import pytest

from tests.views.checking.material import Written, checked, written

FAULTY = [
    draft
    for file in ("faulty.txt", "roles_faulty.txt", "roles_faulty_2.txt", "linked_faulty.txt", "genres_faulty.txt")
    for draft in written(file)
]
CLEAN = [
    draft
    for file in ("clean.txt", "roles_clean.txt", "roles_clean_2.txt", "linked_clean.txt", "genres_clean.txt")
    for draft in written(file)
]

# Draft → why its fault is missed; a row whose fault is found fails, and is to be taken out.
MISSED: dict[str, str] = {}


def test_there_are_enough_drafts() -> None:
    assert len(FAULTY) >= 150
    assert len(CLEAN) >= 75
    assert sum(len(draft.faults) for draft in FAULTY) > len(FAULTY)


def test_missed_drafts_are_drafts() -> None:
    assert MISSED.keys() <= {draft.name for draft in FAULTY}


@pytest.mark.parametrize("draft", FAULTY, ids=lambda draft: draft.name)
def test_faults_are_found(draft: Written, request: pytest.FixtureRequest) -> None:
    if why := MISSED.get(draft.name):
        request.applymarker(pytest.mark.xfail(reason=why, raises=AssertionError, strict=True))
    found = [finding for finding in checked(draft.text).findings if not finding.is_supported]
    places = [draft.place(planted) for planted in draft.faults]
    for planted, (start, end) in zip(draft.faults, places, strict=True):
        here = [finding for finding in found if finding.start < end and start < finding.end]
        assert any(planted.is_found_as(fault) for finding in here for fault in finding.faults), (planted, here)
    for finding in found:
        assert any(finding.start < end and start < finding.end for start, end in places), finding


@pytest.mark.parametrize("draft", CLEAN, ids=lambda draft: draft.name)
def test_what_is_right_is_supported(draft: Written) -> None:
    assert [finding for finding in checked(draft.text).findings if not finding.is_supported] == []


@pytest.mark.parametrize("draft", [*FAULTY, *CLEAN], ids=lambda draft: draft.name)
def test_spans_are_the_words(draft: Written) -> None:
    for finding in checked(draft.text).findings:
        assert finding.words == draft.text[finding.start : finding.end]


def test_nearly_every_clean_draft_asserts_something() -> None:
    silent = {draft.name for draft in CLEAN if not checked(draft.text).findings}
    assert "words-1" in silent  # names and words held at arm's length are no quotations
    assert len(silent) <= 6
