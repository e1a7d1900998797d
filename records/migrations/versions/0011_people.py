"""Handovers: records of the counter that their people take into Telegram."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, optional, required, table

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "handovers",
        required("id", KEY),
        required("person_id", KEY),
        required("token_digest", sa.String(64)),
        required("expires_at", MOMENT),
        optional("used_at", MOMENT),
        refers={"person_id": "people"},
        unique=(("token_digest",),),
    )
    op.create_index("ix_handovers_person_id", "handovers", ["person_id"])


def downgrade() -> None:
    op.drop_table("handovers")
