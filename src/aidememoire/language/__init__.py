"""Report → Mentions: words, names, times, quotations, and who stands for whom.

Comes in: a Report and Knowledge. Goes out: Mentions. Never: decides that something was a meeting, a promise or a
status; that is diplomacy, and belongs to ``claims``.

Each finder has one shape: ``find_…(mentions, knowledge) -> tuple of mentions``, where ``mentions`` holds what the
finders before it found.
"""

from dataclasses import replace

from aidememoire.knowledge import Knowledge
from aidememoire.language.corrections import correction_notices
from aidememoire.language.datelines import find_dateline
from aidememoire.language.names.finding import find_dialogues, find_parties, find_places
from aidememoire.language.people.finding import find_offices, find_people
from aidememoire.language.people.references import find_references
from aidememoire.language.quotations import find_quotations
from aidememoire.language.small_letters import in_small_letters
from aidememoire.language.syntax import find_syntax
from aidememoire.language.times.reading import find_times
from aidememoire.language.translation import find_doubtful, translation_notices
from aidememoire.model import Mentions, Report

__all__ = ["find_mentions"]


def find_mentions(report: Report, knowledge: Knowledge) -> Mentions:
    """Everything that can be marked in the report before asking what it means."""
    mentions = Mentions(report=report)
    mentions = replace(mentions, dateline=find_dateline(mentions, knowledge))
    report = in_small_letters(report, knowledge)
    mentions = replace(mentions, report=report)
    tokens, sentences, entities = find_syntax(report, mentions.dateline)
    mentions = replace(mentions, tokens=tokens, sentences=sentences, entities=entities)
    mentions = replace(mentions, times=find_times(mentions, knowledge))
    mentions = replace(mentions, quotations=find_quotations(mentions, knowledge))
    mentions = replace(mentions, parties=find_parties(mentions, knowledge))
    mentions = replace(mentions, places=find_places(mentions, knowledge))
    mentions = replace(mentions, dialogues=find_dialogues(mentions, knowledge))
    mentions = replace(mentions, offices=find_offices(mentions, knowledge))
    actors, persons = find_people(mentions, knowledge)
    mentions = replace(mentions, actors=actors, persons=persons)
    mentions = replace(mentions, references=find_references(mentions, knowledge))
    mentions = replace(mentions, doubtful=find_doubtful(mentions, knowledge))
    noticed = (*report.problems, *translation_notices(mentions), *correction_notices(mentions))
    return (
        replace(mentions, report=replace(report, problems=noticed)) if len(noticed) > len(report.problems) else mentions
    )
