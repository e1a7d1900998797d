"""Waivers: whom an officer lets pass below the least attendance; until now whoever was below passed unless unticked."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, table

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "waivers",
        sa.Column("enrolment_id", KEY, nullable=False, autoincrement=False),
        key=("enrolment_id",),
        refers={"enrolment_id": "enrolments"},
    )


def downgrade() -> None:
    op.drop_table("waivers")
