"""World facts that are known before anything is read; they ship with the package.

Comes in: tables under ``data/`` (each row with source, licence and dates) and a user's own rows laid over them.
Goes out: look-ups. Never: reads a report, or learns from one.
"""

from dataclasses import dataclass, field
from functools import cache

from aidememoire.knowledge.dialogues import Dialogues
from aidememoire.knowledge.memberships import Memberships
from aidememoire.knowledge.offices import Offices
from aidememoire.knowledge.outlets import Outlets
from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.places import Places

__all__ = ["Dialogues", "Knowledge", "Memberships", "Offices", "Outlets", "Parties", "Places", "shipped"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables together."""

    parties: Parties
    offices: Offices
    places: Places
    outlets: Outlets
    dialogues: Dialogues
    memberships: Memberships = field(default_factory=Memberships.shipped)


@cache
def shipped() -> Knowledge:
    """The tables that ship with the package, loaded once."""
    parties = Parties.shipped()
    return Knowledge(
        parties=parties,
        offices=Offices.shipped(),
        places=Places.shipped(),
        outlets=Outlets.shipped(),
        dialogues=Dialogues.shipped(),
    )
