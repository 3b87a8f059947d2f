"""An index by which a claim's words are found, whatever reading they are of."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the index."""
    op.create_index("claim_spans_by_claim", "claim_spans", ["claim"])
