"""Each occasion once, on its day and in its place: tables text → the occasions that it asserts; rules behind them."""

from pathlib import Path

import pytest
from tests.claims.tables import all_written, dated_rows
from tests.claims.test_meetings import FILLER

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import Refusal

TABLES = [
    Path(__file__).with_name(name)
    for name in (
        "once.txt",
        "days_and_places.txt",
        "standing_and_sides.txt",
        "rarer_words.txt",
        "translated.txt",
        "undone.txt",
        "readouts.txt",
        "told_by_the_press.txt",
        "intents.txt",
    )
]


@pytest.mark.parametrize(
    ("day", "side", "text", "expected"),
    [row for table in TABLES for row in dated_rows(table)],
    ids=lambda value: str(value)[:70],
)
def test_each_once(day: str | None, side: str | None, text: str, expected: str) -> None:
    title, _, body = text.partition("\n\n")
    source = Source("t", "t", published=day, side=side, title=title if body else None)
    mentions = find_mentions(make_report(text + FILLER, source, shipped()), shipped())
    found = list(propose_meetings(mentions, shipped()))
    said = all_written(found)
    if not expected.startswith("none"):
        assert said == expected.split(" & ")
        return
    assert said == []
    why = expected.split()[1]
    assert why == "-" or why in {item.why for item in found if isinstance(item, Refusal)}
