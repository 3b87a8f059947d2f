"""The reader that works by rules: precise, says why, costs nothing, misses what nobody thought of."""

from aidememoire.claims.occasions.dialogues import propose_dialogues
from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.occasions.weighing import CUT_OFF as SURE_MEETING
from aidememoire.claims.outcomes.acts import propose_acts
from aidememoire.claims.outcomes.events import propose_events
from aidememoire.claims.outcomes.statuses import LEAST_ALONE, propose_statuses
from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.promises.weighing import CUT_OFF
from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.claims.tenures import propose_tenures
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, Refusal

UNSURE_PROMISE, UNSURE_STATUS = 0.1, 0.0  # from which confidence on another reader is asked


def propose_by_rules(mentions: Mentions, knowledge: Knowledge, with_unsure: bool = False) -> list[Proposal | Refusal]:
    """Proposals and refusals of all rules; meetings first, since promises and statuses name theirs.

    ``with_unsure``: also those promises and statuses that the rules alone would refuse as unsure, for another reader to
    judge.
    """
    found = list(propose_meetings(mentions, knowledge, SURE_MEETING))
    meetings = tuple(item for item in found if isinstance(item, Proposal))
    found += propose_statements(mentions, knowledge)
    promise, status = (UNSURE_PROMISE, UNSURE_STATUS) if with_unsure else (CUT_OFF, LEAST_ALONE)
    found += propose_commitments(mentions, knowledge, meetings, promise)
    found += propose_statuses(mentions, knowledge, meetings, status)
    found += propose_dialogues(mentions, knowledge, meetings)
    found += propose_acts(mentions, knowledge)
    found += propose_events(mentions, knowledge)
    found += propose_tenures(mentions, knowledge)
    return found
