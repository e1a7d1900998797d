"""Steering: a campaign may be paused, go on, and be cancelled while it runs."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
CREATED = ("going_since", "cancel_asked_at", "told_at")


def upgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        for name in CREATED:
            batch.add_column(sa.Column(name, MOMENT, nullable=True))
    op.execute("UPDATE campaigns SET going_since = started_at, told_at = finished_at")


def downgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        for name in reversed(CREATED):
            batch.drop_column(name)
