"""Each occasion once: a table text → the occasions that it asserts, and the rules behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.claims.test_meetings import FILLER, written

from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.documents.reports import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import Proposal, Refusal

TABLE = Path(__file__).with_name("once.txt")


def rows() -> Iterator[tuple[str, str | None, str, str]]:
    day: str = ""
    side: str | None = None
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            day, _, rest = line[1:].partition(" ")
            side = rest or None
        elif " => " in line and not line.startswith("#"):
            text, _, expected = line.rpartition(" => ")
            yield day, side, text.replace("\\n", "\n"), expected


@pytest.mark.parametrize(("day", "side", "text", "expected"), list(rows()), ids=lambda value: str(value)[:70])
def test_each_once(day: str, side: str | None, text: str, expected: str) -> None:
    title, _, body = text.partition("\n\n")
    source = Source("t", "t", published=day, side=side, title=title if body else None)
    mentions = find_mentions(make_report(text + FILLER, source, shipped()), shipped())
    found = list(propose_meetings(mentions, shipped()))
    said = [written(item) for item in found if isinstance(item, Proposal)]
    if not expected.startswith("none"):
        assert said == expected.split(" & ")
        return
    assert said == []
    why = expected.split()[1]
    assert why == "-" or why in {item.why for item in found if isinstance(item, Refusal)}
