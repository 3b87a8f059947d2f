"""Claims → Register: what many reports together tell, and the only writer of it.

Comes in: Reports and Readings, corrections and judgements of people, the moment at which each arrived. Goes out:
Records (dialogues, meetings, people, statements, commitments, statuses, tenures), each value with the claims for and
against it. Never: reads a text, loses a claim, or decides between rivals without saying why.

``store`` keeps what was read (``database``, ``keeping``, ``judging``, ``copying`` and ``materialising`` are its parts);
``candidates`` and ``features``, ``dialogues``, ``meetings``, ``people``, ``statements``, ``commitments``, ``statuses``
and ``tenures`` say which claims tell of one thing, and ``resolving`` joins them; ``ranking`` and ``history`` say which
value is shown first; ``queries`` answer.
"""

from aidememoire.register.corrections import Correction, parse_corrections
from aidememoire.register.judging import Ruled
from aidememoire.register.matching import SeveralMatchError
from aidememoire.register.queries import Filters, Shown, ShownClaim
from aidememoire.register.reports import Coverage, ReportLine
from aidememoire.register.resolving import Resolution, resolve
from aidememoire.register.store import Register, Run
from aidememoire.register.tenures import Learnt, beside_table
from aidememoire.register.world import World

__all__ = [
    "Correction",
    "Coverage",
    "Filters",
    "Learnt",
    "Register",
    "ReportLine",
    "Resolution",
    "Ruled",
    "Run",
    "SeveralMatchError",
    "Shown",
    "ShownClaim",
    "World",
    "beside_table",
    "parse_corrections",
    "resolve",
]
