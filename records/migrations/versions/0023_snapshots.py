"""Figures: what was quoted is kept, and counting reads indexes alone."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, required, table

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

# Whatever figures count of a record, so that the sealed words beside it are not read.
COUNTED = ("enrolment_id", "wave", "latest", "status", "activity", "employment", "since", "relevance", "umk_reached")


def upgrade() -> None:
    table(
        "snapshots",
        required("id", KEY),
        required("cut", sa.String(60)),
        required("sentence", sa.String(256)),
        required("figures", sa.Text()),
        required("frozen", sa.LargeBinary()),
        required("digest", sa.String(64)),
        required("staff_id", KEY),
        required("at", MOMENT),
        refers={"staff_id": "staff"},
    )
    op.drop_index("ix_monitoring_enrolment_wave", "monitoring_records")
    op.create_index("ix_monitoring_counted", "monitoring_records", list(COUNTED))


def downgrade() -> None:
    op.drop_index("ix_monitoring_counted", "monitoring_records")
    op.create_index("ix_monitoring_enrolment_wave", "monitoring_records", ["enrolment_id", "wave"])
    op.drop_table("snapshots")
