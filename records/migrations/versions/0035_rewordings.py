"""Other words for an announcement that has begun wait for a second officer where they reach many."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, SEALED, required, table

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "rewordings",
        required("id", KEY),
        required("campaign_id", KEY),
        required("words", SEALED),
        required("state", sa.String(8)),
        required("staff_id", KEY),
        refers={"campaign_id": "campaigns", "staff_id": "staff"},
    )
    op.create_index("ix_rewordings_campaign_id", "rewordings", ["campaign_id"])


def downgrade() -> None:
    op.drop_table("rewordings")
