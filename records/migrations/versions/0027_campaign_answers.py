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
        required("id", KEY),
        required("campaign_id", KEY),
        required("person_id", KEY),
        required("chat_id", sa.BigInteger()),
        required("choice", sa.String(4)),
        required("answered_at", MOMENT),
        refers={"campaign_id": "campaigns", "person_id": "people"},
        unique=(("campaign_id", "person_id"),),
    )
    op.create_index("ix_campaign_answers_person_id", "campaign_answers", ["person_id"])


def downgrade() -> None:
    op.drop_table("campaign_answers")
