"""What recipients answer to an announcement."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, required, table

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "campaign_answers",
        required("delivery_id", KEY),
        required("campaign_id", KEY),
        required("choice", sa.String(4)),
        required("answered_at", MOMENT),
        key=("delivery_id",),
        refers={"delivery_id": "deliveries", "campaign_id": "campaigns"},
    )
    op.create_index("ix_campaign_answers_campaign_id", "campaign_answers", ["campaign_id"])


def downgrade() -> None:
    op.drop_table("campaign_answers")
