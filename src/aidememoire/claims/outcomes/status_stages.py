"""What is told to be at a stage, or to enter one: talks, a process, a project."""

from aidememoire.claims.clauses import Clauses, modal_of, noun_phrase, subject_of
from aidememoire.claims.outcomes.status_attachments import typed_before

# What qualifies the stage of something that goes on.
STAGES = frozenset(
    "preliminary initial early late advanced final last closing decisive crucial critical delicate sensitive active "
    "technical practical exploratory difficult next second third".split()
)
IN_STAGES = frozenset({"be", "remain", "stay", "enter", "reach"})


def at_a_stage(clauses: Clauses, stage: int) -> int | None:
    """What is told to be at a stage: "(the talks) are at an early stage", "with (the talks) at an early stage"."""
    first, _ = noun_phrase(clauses, stage)
    if not STAGES & {clauses.lower(index) for index in range(first, stage)}:
        return None
    above = clauses[stage].head
    is_behind = clauses.lower(above) in {"at", "in", "into"} and above < stage
    verb = clauses[above].head if is_behind else above
    if clauses[verb].pos in {"VERB", "AUX"} and clauses[verb].lemma in IN_STAGES:
        is_real = modal_of(clauses, verb) is None and clauses[verb].tag != "VB"
        return subject_of(clauses, verb) if is_real else None
    last = above - 1
    while is_behind and last > clauses.sentence.first and clauses.lower(last) in {"still", "now", "only", "already"}:
        last -= 1
    return typed_before(clauses, last) if is_behind else None
