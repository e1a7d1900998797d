"""The progress message of an announcement may stand in another chat than that of whoever confirmed it."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_HERS = "(SELECT chat_id FROM staff WHERE staff.id = COALESCE(campaigns.proposed_by, campaigns.staff_id))"


def upgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        batch.add_column(sa.Column("progress_chat", sa.BigInteger(), nullable=True))
    op.execute(f"UPDATE campaigns SET progress_chat = {_HERS} WHERE progress_message IS NOT NULL")  # noqa: S608


def downgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        batch.drop_column("progress_chat")
