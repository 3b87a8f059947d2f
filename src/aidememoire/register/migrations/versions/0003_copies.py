"""Which reports give again the text of another; made with the records, which are therefore made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table, and let the records be rebuilt."""
    op.create_table(
        "report_copies",
        sa.Column("report", sa.String(), sa.ForeignKey("reports.id"), primary_key=True, nullable=False),
        sa.Column("original", sa.String(), sa.ForeignKey("reports.id"), nullable=False),
    )
    op.execute("DELETE FROM meta WHERE name = 'built_at_change'")
