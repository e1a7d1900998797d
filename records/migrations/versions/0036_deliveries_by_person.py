"""What waits for one person is found without walking through what waits for everybody."""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_deliveries_person_id", "deliveries", ["person_id"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_person_id", "deliveries")
