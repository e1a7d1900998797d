"""Amending: what was announced may be taken back, and corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        batch.add_column(sa.Column("recalled_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("corrected_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("corrections", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("campaigns") as batch:
        batch.alter_column("corrections", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM deliveries WHERE kind IN ('recall', 'correction')")
    with op.batch_alter_table("campaigns") as batch:
        for name in ("corrections", "corrected_at", "recalled_at"):
            batch.drop_column(name)
