"""The ladder: reminders that somebody asked for are found by when they are due."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PUT_OFF = sa.text("snoozed_until IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_followups_snoozed", "followups", ["snoozed_until"], sqlite_where=PUT_OFF, postgresql_where=PUT_OFF
    )


def downgrade() -> None:
    op.drop_index("ix_followups_snoozed", "followups")
