"""Calendar: what staff decide about the days and hours of sending."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "calendar_changes",
        required("id", KEY),
        required("kind", sa.String(8)),
        required("first", sa.Date()),
        required("last", sa.Date()),
        optional("part", sa.String(8)),
        optional("hours", sa.String(80)),
        required("reason", SEALED),
        required("staff_id", KEY),
        required("at", MOMENT),
        optional("confirmed_at", MOMENT),
        optional("withdrawn_at", MOMENT),
        optional("withdrawn_by", KEY),
        refers={"staff_id": "staff", "withdrawn_by": "staff"},
    )


def downgrade() -> None:
    op.drop_table("calendar_changes")
