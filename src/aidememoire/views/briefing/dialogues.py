"""What it is: the dialogues that the brief is about."""

from aidememoire.views.briefing.desk import Desk
from aidememoire.views.citing import claims_on
from aidememoire.views.page import Line
from aidememoire.views.wording import (
    enumerate_words,
    quoted,
)

# One page holds so many lines of each; the rest is counted aloud.
DIALOGUES_SHOWN = 6


def what_it_is(desk: Desk) -> tuple[list[Line], int]:
    """The dialogues with their parties, level and other names; and how many more there are."""
    lines = []
    shown = desk.matter.dialogues[: None if desk.is_full else DIALOGUES_SHOWN]
    for record in shown:
        values = record.values
        level = f" of {values['level']}" if values["level"] else ""
        between = f" between {desk.names(values['parties'])}" if values["parties"] else ""
        others = [name for name in values["names"] if name != values["name"]]
        also = f" Also called {enumerate_words(map(quoted, others))}." if others else ""
        earliest = desk.earliest(claims_on(record, "name"))
        lines.append(desk.cite.line(f"{quoted(values['name'])}: a dialogue{level}{between}.{also}", earliest))
    if not desk.matter.dialogues:
        lines.append(Line(f"No standing dialogue of {desk.names(desk.matter.parties)} found among {desk.among}."))
    return lines, len(desk.matter.dialogues) - len(shown)
