"""Cohorts and classes in the hands of staff: what a class offers, caps, cancelling, archiving, and what was told."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, column, optional, required, table, without

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
    table(
        "class_changes",
        required("id", KEY),
        required("class_id", KEY),
        required("field", sa.String(12)),
        required("before", sa.String(120)),
        required("after", sa.String(120)),
        required("at", MOMENT),
        optional("told_as", sa.Integer()),
        refers={"class_id": "classes"},
    )
    op.create_index("ix_class_changes_class_id", "class_changes", ["class_id"])
    op.execute(OPENED)
    op.execute(CLOSED)


def downgrade() -> None:
    op.drop_table("class_changes")
    without("cohorts", "opened_told_at", "closed_told_at", "archived_at")
    without(
        "classes",
        *("applicant_cap", "latitude", "longitude", "instructor", "facilities", "cancelled_at", "cancel_reason"),
    )
