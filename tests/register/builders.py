"""Reports and claims built by hand, for the tests of the register and the views."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from aidememoire.model import (
    ActValues,
    Block,
    BlockRole,
    Claim,
    ClaimKind,
    CommitmentValues,
    DialogueValues,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Nature,
    Participation,
    Problem,
    Reading,
    Report,
    StatementKind,
    StatementValues,
    StatusKind,
    StatusValues,
    Strength,
    SubjectType,
    TenureValues,
    Values,
    When,
)

NOON = "2020-01-01T12:00:00+00:00"

KIND_OF = {
    MeetingValues: ClaimKind.MEETING,
    StatementValues: ClaimKind.STATEMENT,
    CommitmentValues: ClaimKind.COMMITMENT,
    StatusValues: ClaimKind.STATUS,
    DialogueValues: ClaimKind.DIALOGUE,
    ActValues: ClaimKind.ACT,
    TenureValues: ClaimKind.TENURE,
}


class Story:
    """One report in the making: each claim brings its sentence.

    >>> story = Story("wire", "2017-03-20", outlet="Wire")
    >>> meeting = story.meeting("The ministers met in Tokyo.", ["JPN", "RUS"], "2017-03-20")
    >>> story.report.words(meeting.evidence[0])
    'The ministers met in Tokyo.'
    """

    def __init__(
        self,
        name: str,
        on: str | None,
        outlet: str | None = "Wire",
        side: str | None = None,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.name, self.on, self.outlet, self.side, self.problems = name, on, outlet, side, problems
        self.id = hashlib.sha256(name.encode()).hexdigest()[:16]
        self.text = f"{name}. "
        self.claims: list[Claim] = []

    def tell(self, words: str, values: Values, **changes: Any) -> Claim:
        """A claim on these words, which are added to the text."""
        start = len(self.text)
        self.text += words + "\n"
        span = self.report.span(start, start + len(words))
        kind = KIND_OF[type(values)]
        told = str(values).replace(
            ", initiative=None, sidelines=None", ""
        )  # as in real ids, no part of what tells apart
        name = hashlib.sha256(f"{self.id}{kind}{start}{told}".encode()).hexdigest()[:16]
        claim = Claim(
            id=name,
            report=self.id,
            kind=kind,
            values=values,
            evidence=(span,),
            spans=(),
            inferred=(),
            attributed_to=None,
            confidence=0.9,
            readers=("rules",),
            rule="test",
            rule_version="1",
        )
        claim = replace(claim, **changes)
        self.claims.append(claim)
        return claim

    def meeting(
        self,
        words: str,
        parties: list[str],
        when: str | None,
        *,
        state: str = "held",
        kind: str = "talks",
        people: tuple[tuple[str, str | None, str | None], ...] = (),
        **more: Any,
    ) -> Claim:
        """A claim about an occasion."""
        values = MeetingValues(
            kind=MeetingKind(kind),
            state=MeetingState(state),
            parties=tuple(sorted(parties)),
            date=When.parse(when) if when else None,
            participants=tuple(Participation(*person) for person in people),
            **more,
        )
        return self.tell(words, values)

    def statement(self, words: str, speaker: str, party: str | None, kind: str = "direct", **more: Any) -> Claim:
        """A claim about what somebody said: the words are the content."""
        return self.tell(words, StatementValues(speaker, party, StatementKind(kind), words, "said", **more))

    def commitment(
        self, words: str, made_by: list[str], *, at: Claim | None = None, strength: str = "agreed", **more: Any
    ) -> Claim:
        """A claim about a promise: the words are the content."""
        values = CommitmentValues(
            words, tuple(sorted(made_by)), Strength(strength), made_at=at.id if at else None, **more
        )
        return self.tell(words, values)

    def status(
        self,
        words: str,
        subject: str,
        subject_type: str,
        parties: list[str],
        status: str,
        since: str | None = None,
        **more: Any,
    ) -> Claim:
        """A claim about what became of something."""
        values = StatusValues(
            subject,
            SubjectType(subject_type),
            tuple(sorted(parties)),
            StatusKind(status),
            since=When.parse(since) if since else None,
            **more,
        )
        return self.tell(words, values)

    def tenure(self, person: str, office: str, party: str, role: str | None = None) -> Claim:
        """A claim that somebody holds an office on the report's day."""
        return self.tell(
            f"The {office} of {party}, {person}, agreed.", TenureValues(person, party, role or office, office)
        )

    @property
    def report(self) -> Report:
        """The report as told so far."""
        day = date.fromisoformat(self.on) if self.on else None
        bare = Report(
            id=self.id,
            given_id=self.name,
            source=f"{self.name}.txt",
            text=self.text,
            blocks=(),
            title=None,
            outlet=self.outlet,
            side=self.side,
            url=None,
            published=self.on,
            today=day,
            published_ground="given" if day else None,
            language="en",
            nature=Nature.PUBLISHED,
            problems=self.problems,
        )
        return replace(bare, blocks=(Block(bare.span(0, len(self.text)), BlockRole.BODY),))

    @property
    def reading(self) -> Reading:
        """All claims as told so far."""
        return Reading(self.id, None, tuple(self.claims), (), (), ())
