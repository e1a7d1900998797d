"""Groups and channels into which an officer has put the bot."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "group_chats",
        required("id", KEY),
        required("chat_id", sa.BigInteger()),
        required("kind", sa.String(12)),
        required("title", SEALED),
        optional("cohort_id", KEY),
        required("added_by", KEY),
        required("since", MOMENT),
        required("may_post", sa.Boolean()),
        optional("gone_at", MOMENT),
        refers={"cohort_id": "cohorts", "added_by": "staff"},
        unique=(("chat_id",),),
    )


def downgrade() -> None:
    op.drop_table("group_chats")
