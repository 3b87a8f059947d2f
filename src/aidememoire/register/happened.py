"""What happened around the diplomacy: the context events of the current readings, which are claims and no records."""

from sqlalchemy import select

from aidememoire.model import Claim, ClaimKind
from aidememoire.register import schema
from aidememoire.register.queries import load_claims
from aidememoire.register.store import Register


def event_claims(register: Register) -> list[Claim]:
    """The claims of context events with their spans, in order of report and place in it."""
    claims = schema.current_claims
    query = (
        select(claims.c.id)
        .where(claims.c.kind == ClaimKind.EVENT.value)
        .order_by(claims.c.report, claims.c.position, claims.c.id)
    )
    with register.for_reading() as connection:
        ids = list(dict.fromkeys(connection.execute(query).scalars()))
        found = load_claims(connection, ids)
    return [found[name] for name in ids if name in found]
