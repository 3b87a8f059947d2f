"""Hostile input: work grows with the length of a report, whatever stands in it."""

from time import process_time

import pytest

from aidememoire.claims.occasions.joining import occasion as occasion_module
from aidememoire.claims.occasions.joining.occasion import Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.model import ReaderChoice
from aidememoire.pipeline import read_text

PAIR = "Foreign Minister Ana Lopez of Chile met President Juan Perez of Peru in Oslo on {day} May 2014. They agreed. "
PAIRS = 24


def test_an_occasion_is_worked_out_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holding a sighting against an occasion costs no sorting: that is done once for each sighting taken in."""
    sorted_anew = 0
    plain = Occasion._work_out

    def counted(self: Occasion) -> None:
        nonlocal sorted_anew
        sorted_anew += 1
        plain(self)

    monkeypatch.setattr(Occasion, "_work_out", counted)
    text = "".join(PAIR.format(day=day + 1) for day in range(PAIRS))
    read_text(text, published="2014-06-06")
    assert 0 < sorted_anew <= 2 * PAIRS


def test_ranking_an_unchanged_occasion_again_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an occasion's sightings say together is kept."""
    made: list[Occasion] = []
    plain = Occasion._work_out

    def kept(self: Occasion) -> None:
        made.append(self)
        plain(self)

    monkeypatch.setattr(Occasion, "_work_out", kept)
    read_text(PAIR.format(day=5), published="2014-06-06")

    def refused(sighting: Sighting) -> tuple[bool, int]:
        raise AssertionError(sighting)

    monkeypatch.setattr(occasion_module, "_telling", refused)
    assert made
    assert made[0].ranked() is made[0].ranked()
    assert made[0].codes == {"CHL", "PER"}


PLAIN = "The two ministers met in Oslo on 5 May 2014 and agreed that talks would go on. "
LENGTH = 5000  # at which work that grows with its square takes ten times as long as plain text


def seconds(text: str) -> float:
    """The processor's time for reading the text."""
    start = process_time()
    read_text(text, published="2014-06-06", readers=ReaderChoice.RULES)
    return process_time() - start


@pytest.fixture(scope="module")
def plain_seconds() -> float:
    """The processor's time for plain text of the same length."""
    seconds(PLAIN)
    return min(seconds((PLAIN * LENGTH)[:LENGTH]) for _ in range(2))


@pytest.mark.parametrize(
    "run",
    [
        "[",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "-",
        "()",
        "[x",
        "a-",
        "/",
        "A: ",
        "A: B: C:\n",
        "\u200f",
        "\x00",
        "&lt;",
    ],
)
def test_what_is_no_text_costs_no_more_than_text(run: str, plain_seconds: float) -> None:
    """One token a mark, at most: a word of plain text has five letters, so five times the time would be linear."""
    # Measured once: what is read again finds its words known, and hides what they cost.
    assert seconds(PLAIN + (run * LENGTH)[:LENGTH] + " " + PLAIN) < 6 * plain_seconds


def test_marks_in_a_row_are_no_tokens() -> None:
    report, mentions, _ = read_text(f"We met {'(' * 300} in Oslo. We parted {'-' * 80} later.", published="2014-06-06")
    words = [token.text for token in mentions.tokens]
    assert {"met", "Oslo", "parted", "later"} <= set(words)
    assert words.count("(") == 0
    assert all(report.text[token.start : token.end] == token.text for token in mentions.tokens)
