"""Announcements that repeat: how often, and which occurrences were dealt with."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, optional, required, table

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "announcement_series",
        required("id", KEY),
        required("campaign_id", KEY),
        required("rhythm", sa.String(8)),
        optional("weekdays", sa.String(14)),
        optional("anchor", sa.String(16)),
        required("hour", sa.String(5)),
        required("days_before", sa.Integer()),
        required("with_lessons", sa.Boolean()),
        optional("until", sa.Date()),
        required("state", sa.String(8)),
        required("staff_id", KEY),
        optional("approved_by", KEY),
        required("since", MOMENT),
        refers={"campaign_id": "campaigns", "staff_id": "staff", "approved_by": "staff"},
    )
    op.create_index("ix_announcement_series_campaign_id", "announcement_series", ["campaign_id"])
    table(
        "announcement_occurrences",
        required("series_id", KEY),
        required("occurrence", sa.String(32)),
        required("outcome", sa.String(8)),
        optional("campaign_id", KEY),
        required("at", MOMENT),
        key=("series_id", "occurrence"),
        refers={"series_id": "announcement_series", "campaign_id": "campaigns"},
    )
    op.create_index("ix_announcement_occurrences_campaign_id", "announcement_occurrences", ["campaign_id"])


def downgrade() -> None:
    op.drop_table("announcement_occurrences")
    op.drop_table("announcement_series")
