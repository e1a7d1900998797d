"""Reports: each with its number, kept as it was made, and which officers get the month's."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "reports",
        required("id", KEY),
        required("year", sa.Integer()),
        required("number", sa.Integer()),
        required("code", sa.String(60)),
        optional("month", sa.Date()),
        optional("requested_by", KEY),
        required("ordered_at", MOMENT),
        required("tries", sa.Integer()),
        optional("made_at", MOMENT),
        optional("content", SEALED),
        refers={"requested_by": "staff"},
        unique=(("year", "number"), ("month",)),
    )
    table(
        "report_readers",
        sa.Column("staff_id", KEY, nullable=False, autoincrement=False),
        required("wants", sa.Boolean()),
        key=("staff_id",),
        refers={"staff_id": "staff"},
    )


def downgrade() -> None:
    op.drop_table("report_readers")
    op.drop_table("reports")
