"""A second look: who proposed an announcement, and why the other officer did not want it as it stood."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        batch.add_column(sa.Column("proposed_by", KEY, nullable=True))
        batch.add_column(sa.Column("refusal", sa.LargeBinary(), nullable=True))
        batch.create_foreign_key("fk_campaigns_proposed_by_staff", "staff", ["proposed_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        batch.drop_constraint("fk_campaigns_proposed_by_staff", type_="foreignkey")
        batch.drop_column("refusal")
        batch.drop_column("proposed_by")
