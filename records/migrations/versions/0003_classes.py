"""Cohorts and classes in the hands of staff: what a class offers, caps, cancelling, archiving, and what was told."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import MOMENT, column, optional, without

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# What has opened or closed before there was anybody to tell is not told afterwards.
OPENED = "UPDATE cohorts SET opened_told_at = opens_at WHERE opens_at <= CURRENT_TIMESTAMP"
CLOSED = "UPDATE cohorts SET closed_told_at = closes_at WHERE closes_at <= CURRENT_TIMESTAMP"


def upgrade() -> None:
    column(
        "classes",
        optional("applicant_cap", sa.Integer()),
        optional("latitude", sa.Double()),
        optional("longitude", sa.Double()),
        optional("instructor", sa.String(120)),
        optional("facilities", sa.String(300)),
        optional("cancelled_at", MOMENT),
        optional("cancel_reason", sa.String(300)),
    )
    column("cohorts", *(optional(name, MOMENT) for name in ("opened_told_at", "closed_told_at", "archived_at")))
    op.execute(OPENED)
    op.execute(CLOSED)


def downgrade() -> None:
    without("cohorts", "opened_told_at", "closed_told_at", "archived_at")
    without(
        "classes",
        *("applicant_cap", "latitude", "longitude", "instructor", "facilities", "cancelled_at", "cancel_reason"),
    )
