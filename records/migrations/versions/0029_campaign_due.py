"""What is due of one campaign is found without looking at the others.

Revision ID: 0029
Revises: 0028
"""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

NEW, OLD = "ix_deliveries_campaign_due", "ix_deliveries_campaign_status"


def upgrade() -> None:
    op.create_index(NEW, "deliveries", ["campaign_id", "kind", "status", "due_at", "id", "settled_at"])
    op.drop_index(OLD, "deliveries")


def downgrade() -> None:
    op.create_index(OLD, "deliveries", ["campaign_id", "status"])
    op.drop_index(NEW, "deliveries")
