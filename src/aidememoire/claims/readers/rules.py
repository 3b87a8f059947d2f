"""The reader that works by rules: precise, says why, costs nothing, misses what nobody thought of."""

from aidememoire.claims.occasions.dialogues import propose_dialogues
from aidememoire.claims.occasions.meetings import propose_meetings
from aidememoire.claims.outcomes.acts import propose_acts
from aidememoire.claims.outcomes.events import propose_events
from aidememoire.claims.outcomes.statuses import propose_statuses
from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.claims.tenures import propose_tenures
from aidememoire.knowledge import Knowledge
from aidememoire.model import Mentions, Proposal, Refusal


def propose_by_rules(mentions: Mentions, knowledge: Knowledge) -> list[Proposal | Refusal]:
    """Proposals and refusals of all rules; meetings first, since promises and statuses name theirs."""
    found = list(propose_meetings(mentions, knowledge))
    meetings = tuple(item for item in found if isinstance(item, Proposal))
    found += propose_statements(mentions, knowledge)
    found += propose_commitments(mentions, knowledge, meetings)
    found += propose_statuses(mentions, knowledge, meetings)
    found += propose_dialogues(mentions, knowledge, meetings)
    found += propose_acts(mentions, knowledge)
    found += propose_events(mentions, knowledge)
    found += propose_tenures(mentions, knowledge)
    return found
