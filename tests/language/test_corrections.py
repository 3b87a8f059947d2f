"""Corrections that a report tells of itself: every wording with what it must accept and refuse."""

import pytest

from aidememoire.language.corrections import HEAD, find_corrections
from aidememoire.language.people.office_table import load_rows
from aidememoire.model import Severity
from tests.language.people_reading import mentions_of

ROWS = [row for key in ("notice", "reading") for row in load_rows("corrections.toml")[key]]
ACCEPTED = [(row["name"], sentence) for row in ROWS for sentence in row["accepts"]]
REFUSED = [sentence for row in ROWS for sentence in row["refuses"]]
BODY = "LIMA, May 22 - The ministers of Peru and Chile met in Lima on 21 May. They agreed on a ferry.\n"


@pytest.mark.parametrize(("name", "sentence"), ACCEPTED)
def test_corrections_found(name: str, sentence: str) -> None:
    assert find_corrections(sentence), name


@pytest.mark.parametrize("sentence", REFUSED)
def test_no_corrections(sentence: str) -> None:
    assert not find_corrections(sentence)


def test_a_label_counts_only_at_the_head() -> None:
    assert find_corrections("CORRECTION: Talks in Lima\n" + BODY)
    assert not find_corrections("x " * HEAD + "\nCorrection: the ferry is Chilean.\n")


def test_it_is_told_aloud() -> None:
    report = mentions_of(BODY + "This version corrects the day of the talks.").report
    (problem,) = (one for one in report.problems if one.rule == "corrections.told")
    assert problem.severity is Severity.NOTICE
    assert problem.span is not None
    assert report.words(problem.span) == "This version corrects"
    assert "This version corrects the day of the talks." in problem.message


def test_the_words_called_wrong_are_doubtful() -> None:
    mentions = mentions_of(BODY + "Correction: please read 20 May instead of 21 May.")
    (doubtful,) = (one for one in mentions.doubtful if one.rule == "corrections.corrected")
    assert (mentions.words(doubtful.span), doubtful.proposed) == ("21 May", "20 May")
    assert doubtful.span.start < BODY.index(". They")


def test_nothing_is_doubtful_where_the_text_is_right() -> None:
    mentions = mentions_of(BODY + "Please read 21 May instead of 20 May.")
    assert not [one for one in mentions.doubtful if one.rule == "corrections.corrected"]
    assert not [one for one in mentions_of(BODY).report.problems if one.rule == "corrections.told"]
