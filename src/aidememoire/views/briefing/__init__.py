"""The brief: one cited page for the evening before.

``matters`` gathers what it is about; ``desk`` is what its sections are written from: ``dialogues``, ``meetings``,
``promises``, ``people``, ``differences``.
"""

import shlex
from datetime import date

from aidememoire.knowledge import Knowledge
from aidememoire.model import UsageError
from aidememoire.register import Register
from aidememoire.views.briefing.desk import Desk
from aidememoire.views.briefing.dialogues import what_it_is
from aidememoire.views.briefing.differences import contradictions
from aidememoire.views.briefing.matters import dialogue_named, dialogue_now, matter_between, matter_of_dialogue
from aidememoire.views.briefing.meetings import meetings_ahead, meetings_so_far, what_is_not_told
from aidememoire.views.briefing.people import what_was_last_said, who_sits_there
from aidememoire.views.briefing.promises import freezes_and_revivals, what_was_agreed, what_was_promised_aside
from aidememoire.views.citing import Citations, claims_of
from aidememoire.views.page import Page, Section, coverage_lines
from aidememoire.views.wording import day_in_words, parties_in_words, party_in_words, sentence_case

__all__ = ["brief"]


def brief(
    register: Register,
    *,
    dialogue: str | None = None,
    between: tuple[str, str] | None = None,
    on: date | None = None,
    for_party: str | None = None,
    knowledge: Knowledge | None = None,
    is_full: bool = False,
) -> Page:
    """The brief on a dialogue (record id) or on two parties, as reported by the day; without one, by the latest report.

    ``for_party`` is the reader's own side: the others sit across the table and come first. ``is_full``: all that there
    is, else the latest of each, and how many there are more. Raises NotFoundError where no report read by that day
    tells of the dialogue.
    """
    if (dialogue is None) == (between is None):
        raise UsageError("brief", "it needs a dialogue or two parties", "Give one of them.")
    claims = claims_of(dialogue_named(register, dialogue)) if dialogue else []
    coverage = register.coverage()
    if on is not None and (coverage.undated or (coverage.latest or "") > on.isoformat()):
        register = register.snapshot(as_of=on)
        coverage = register.coverage()
    day = on or (date.fromisoformat(coverage.latest) if coverage.latest else None)
    if dialogue:
        matter = matter_of_dialogue(register, dialogue_now(register, dialogue, claims), is_full=is_full)
    else:
        assert between is not None
        matter = matter_between(register, between, knowledge, is_full=is_full)
    cite = Citations(register, matter.records)
    return _page(Desk(matter, day, for_party, knowledge, coverage, cite, is_full), on)


def _page(desk: Desk, on: date | None) -> Page:
    """The whole page; ``on``: the day that was asked for, which the commands on it ask for, too."""
    matter = desk.matter
    names = parties_in_words(matter.parties, desk.knowledge)
    single = matter.subject
    title = f"{sentence_case(single.values['name'])}: {names}" if single and names else names
    if single and not names:
        title = sentence_case(single.values["name"])
    day = desk.day.isoformat() if desk.day else None
    told = f"As reported by {day_in_words(day)}" if day else "No report read bears a date"
    reader = f", for {party_in_words(desk.for_party, desk.knowledge)}" if desk.for_party else ""
    dialogues, more_dialogues = what_it_is(desk)
    meetings, more_meetings = meetings_so_far(desk)
    agreed, more_agreed = what_was_agreed(desk)
    aside, more_aside = what_was_promised_aside(desk)
    said, more_said = what_was_last_said(desk)
    unknown, more_unknown = what_is_not_told(desk)
    parts = [
        ("what", "What it is", dialogues),
        ("meetings", "Meetings so far", meetings),
        ("agreed", "What was agreed, and what is reported to have become of it", agreed),
        ("aside", "What one of them promised of or to others", aside),
        ("states", "Freezes and revivals", freezes_and_revivals(desk)),
        ("next", "What is planned next", meetings_ahead(desk)),
        ("people", "Across the table" if desk.for_party else "Who sits at the table", who_sits_there(desk)),
        ("statements", "What was last said", said),
        ("contradictions", "Where reports contradict each other", contradictions(desk)),
        ("unknown", "What the reports read do not tell", unknown),
        ("coverage", "What was read", list(coverage_lines(desk.coverage))),
    ]
    left_out = {
        "what": more_dialogues,
        "meetings": more_meetings,
        "agreed": more_agreed,
        "aside": more_aside,
        "statements": more_said,
        "unknown": more_unknown,
    }
    return Page(
        kind="brief",
        title=title,
        subtitle=f"{told}{reader}; from {desk.among}",
        about=(
            ("dialogue", single.id if single else None),
            ("parties", list(matter.parties)),
            ("date", day),
            ("for", desk.for_party),
        ),
        sections=tuple(
            Section(key, heading, tuple(lines), left_out.get(key, 0), _listing(desk, key, on))
            for key, heading, lines in parts
            if lines
        ),
        sources=desk.cite.sources,
        coverage=desk.coverage,
    )


def _listing(desk: Desk, key: str, on: date | None) -> str:
    """The command that lists all of a section, without the program's name; empty where none does."""
    what = {"what": "dialogues", "meetings": "meetings", "agreed": "commitments", "next": "meetings"}.get(key)
    subject, parties = desk.matter.subject, set(desk.matter.parties)
    promises = desk.matter.commitments
    if key == "agreed" and not subject and any(not parties <= set(one.values["made_by"]) for one in promises):
        return ""  # that list is of what both promised
    of = ["--dialogue", subject.id] if subject else ["--between", *desk.matter.parties]
    then = ["--as-of", on.isoformat()] if on else []
    return shlex.join([what, *of, *then]) if what and not (subject and what == "dialogues") else ""
